/** The page of the handover: the sheet of the shift, and who takes over. */
import { alt } from '../keys.ts';
import { definePage } from '../pages/define-page.ts';
import { shiftWords } from './words.ts';

const HANDOVER_KEY = { group: 'all', shown: 'Alt+J', chord: alt('KeyJ') } as const;

export const shiftHandoverPage = definePage({
  name: 'handover',
  at: { tab: 'shift', place: 10 },
  messages: shiftWords,
  roles: ['receptionist', 'supervisor', 'admin'],
  title: (t) => t('shift.title'),
  called: ['下班 换班 交班 接班 值班', 'shift, end of shift'],
  keys: { handover: { ...HANDOVER_KEY, words: (t) => t('help.keys.handover'), press: 'open' } },
  load: () => import('./HandoverPage.tsx').then(({ HandoverPage }) => HandoverPage),
});
