/** The page of what a company has to be able to show, and that of the guided evening. */
import { definePage, holdWhile } from '../pages/define-page.ts';
import { evidenceAlert } from './evidence-alert.ts';
import { evidenceStore } from './stores.ts';
import { evidenceWords } from './words.ts';

export const evidencePage = definePage({
  name: 'evidence',
  area: 'compliance',
  place: 10,
  mends: {
    pack: { by: 'supervisor' },
  },
  roles: ['supervisor', 'admin'],
  title: (t) => t('evidence.title'),
  messages: evidenceWords,
  alert: evidenceAlert,
  log: {
    'inspection-pack': ({ t }, { pages, states }) => t('evidence.log.pack', { pages, ...states }),
  },
  hold: holdWhile(evidenceStore, ({ isMaking }) => isMaking),
  left: () => evidenceStore.getState().forget(),
  load: () => import('./EvidencePage.tsx').then(({ EvidencePage }) => EvidencePage),
});

export const packWizardPage = definePage({
  name: 'evening',
  area: 'compliance',
  place: 20,
  roles: ['supervisor', 'admin'],
  title: (t) => t('evening.title'),
  load: () => import('./EveningPage.tsx').then(({ EveningPage }) => EveningPage),
});
