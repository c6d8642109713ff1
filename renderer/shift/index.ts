/** The page of the handover: the sheet of the shift, and who takes over. */
import { alt } from '../keys.ts';
import { definePage } from '../pages/define-page.ts';
import { shiftWords } from './words.ts';

const HANDOVER_KEY = { group: 'all', shown: 'Alt+J', chord: alt('KeyJ') } as const;

export const shiftHandoverPage = definePage({
  name: 'handover',
  area: 'counter',
  place: 20,
  messages: shiftWords,
  roles: ['receptionist', 'supervisor', 'admin'],
  title: (t) => t('shift.title'),
  tab: (t) => t('shift.button'),
  keys: { handover: { ...HANDOVER_KEY, words: (t) => t('help.keys.handover'), press: 'open' } },
  load: () => import('./HandoverPage.tsx').then(({ HandoverPage }) => HandoverPage),
});
