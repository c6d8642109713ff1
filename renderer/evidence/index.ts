/** The page of what a company has to be able to show, and that of the guided evening. */
import { oversightAlert, definePage, holdWhile, type Alert, type Around } from '../pages/define-page.ts';
import { evidenceStore } from './stores.ts';
import { evidenceWords } from './words.ts';

export const evidencePage = definePage({
  name: 'evidence',
  at: { tab: 'inspection', place: 10 },
  mends: { pack: { by: 'supervisor' } },
  roles: ['supervisor', 'admin'],
  title: (t) => t('evidence.title'),
  called: ['检查 迎检 派出所检查 证据 材料 检查包', 'inspection, evidence, police visit'],
  messages: evidenceWords,
  alert: oversightAlert(evidenceStore, (state) => state.read(), evidenceAlertOf),
  log: { 'inspection-pack': ({ t }, { pages, states }) => t('evidence.log.pack', { pages, ...states }) },
  hold: holdWhile(evidenceStore, ({ isMaking }) => isMaking),
  left: () => evidenceStore.getState().forget(),
  load: () => import('./EvidencePage.tsx').then(({ EvidencePage }) => EvidencePage),
});

export const packWizardPage = definePage({
  name: 'evening',
  at: { tab: 'inspection', place: 20 },
  roles: ['supervisor', 'admin'],
  title: (t) => t('evening.title'),
  called: ['整改清单 迎检准备 一晚上', 'evening, checklist, get ready'],
  load: () => import('./EveningPage.tsx').then(({ EveningPage }) => EveningPage),
});

/** Alert source of the bell for evidence: the number of duties whose evidence has to be renewed, in one line. */
function evidenceAlertOf({ t }: Around): Alert | null {
  const evidence = evidenceStore.getState().dashboard?.evidence ?? [];
  const stale = evidence.filter(({ state }) => state === 'stale').length;
  return stale === 0
    ? null
    : {
        id: 'evidence-stale',
        tone: 'amber',
        words: t('evidence.bell', { number: stale }),
        page: 'evidence',
      };
}
