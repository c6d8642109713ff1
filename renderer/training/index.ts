/** The page of training. */
import { definePage, holdWhile } from '../pages/define-page.ts';
import { together } from '../pages/detail-words.ts';
import { trainingStore } from './stores.ts';
import { trainingAlert } from './training-alert.ts';
import { trainingWords } from './words.ts';

export const trainingPage = definePage({
  name: 'training',
  at: { tab: 'procedures', place: 20 },
  mends: { training: { by: 'both' } },
  follows: { training: () => trainingStore.getState().readOwn() },
  roles: ['receptionist', 'supervisor', 'admin'],
  title: (t) => t('training.title'),
  called: ['考试 答题 学习 测验', 'quiz, test, exam'],
  messages: trainingWords,
  alert: trainingAlert,
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
