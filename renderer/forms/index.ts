/** The page of the forms of the law. */
import { rowNumber } from '../../contract/row-number.ts';
import { oversightAlert, definePage, type Alert, type Around } from '../pages/define-page.ts';
import { together } from '../pages/detail-words.ts';
import { formsWords } from './words.ts';
import { formsStore } from './stores.ts';

export const formsPage = definePage({
  name: 'forms',
  at: { tab: 'registers', place: 40 },
  mends: {
    'impact-assessment': { by: 'both' },
    'self-audit': { by: 'both' },
    'computer-checklist': { by: 'both' },
  },
  follows: { forms: () => formsStore.getState().readDue() },
  roles: ['supervisor', 'admin'],
  title: (t) => t('forms.title'),
  called: ['自查表 影响评估 审计 评估表', 'self-audit, impact assessment'],
  section: (t) => t('forms.tab'),
  messages: formsWords,
  alert: oversightAlert(formsStore, (state) => state.readDue(), alertOf),
  log: {
    'form-finish': ({ t }, { form, fill, findings, dueOn, sha256 }) =>
      together([
        t('forms.log.which', { form, number: rowNumber(fill) }),
        t('forms.log.findings', { number: findings }),
        t('forms.log.due', { day: dueOn }),
        sha256.slice(0, 12),
      ]),
    'form-draft': ({ t }, { form, fill, did }) =>
      together([t('forms.log.which', { form, number: rowNumber(fill) }), t(`forms.log.did.${did}`)]),
    'form-give': ({ t }, { form, fill, draft, sha256 }) =>
      together([
        t('forms.log.which', { form, number: rowNumber(fill) }),
        draft && t('forms.draft'),
        sha256 === null ? t('forms.log.printed') : sha256.slice(0, 12),
      ]),
  },
  load: () => import('./FormsPage.tsx').then(({ FormsPage }) => FormsPage),
});

/** Forms in the bell: those that are due again, and data files that cannot be read. A form that was never filled in is the dashboard's to say. */
function alertOf({ t }: Around): Alert | null {
  const { due } = formsStore.getState();
  if (due === null || due.overdue + due.soon + due.unreadable === 0) return null;
  const words =
    due.unreadable > 0
      ? t('forms.bellUnreadable', { count: due.unreadable })
      : due.overdue > 0
        ? t('forms.bell', { count: due.overdue })
        : t('forms.bellSoon', { count: due.soon });
  return { id: 'forms-due', tone: due.overdue > 0 ? 'harm' : 'amber', words, page: 'forms' };
}
