/** The page of training. */
import { alertFrom, definePage, holdWhile, type Alert, type Around } from '../pages/define-page.ts';
import { together } from '../pages/detail-words.ts';
import { trainingStore } from './stores.ts';
import { trainingWords } from './words.ts';
import { isTrained } from '../../contract/training/lists.ts';

export const trainingPage = definePage({
  name: 'training',
  at: { tab: 'procedures', place: 20 },
  mends: { training: { by: 'both' } },
  follows: { training: () => trainingStore.getState().readOwn() },
  roles: ['receptionist', 'supervisor', 'admin'],
  title: (t) => t('training.title'),
  called: ['考试 答题 学习 测验', 'quiz, test, exam'],
  messages: trainingWords,
  alert: alertFrom(trainingStore, (state) => state.readOwn(), trainingAlertOf),
  hold: holdWhile(trainingStore, ({ quiz }) => quiz !== null),
  left: () => trainingStore.getState().putAway(),
  log: {
    training: ({ t }, { kind, right, total, passed }) =>
      together([
        t(`training.kinds.${kind}`),
        t('training.log.score', { right, total }),
        t(`training.outcome.${passed ? 'passed' : 'failed'}`),
      ]),
    'training-practice': ({ t }, { tasks }) => t('training.log.tasks', { count: tasks.length }),
    'training-rule': ({ t }, rule) => t('training.log.rule', rule),
  },
  load: () => import('./TrainingPage.tsx').then(({ TrainingPage }) => TrainingPage),
});

/** Training in the bell: who has not passed yet, whose is over, and who has a procedure to learn that has changed. */
function trainingAlertOf({ t }: Around): Alert | null {
  const state = trainingStore.getState().own?.standing.state;
  return state === undefined || isTrained(state)
    ? null
    : { id: `training-${state}`, tone: 'amber', words: t(`training.bell.${state}`), page: 'training' };
}
