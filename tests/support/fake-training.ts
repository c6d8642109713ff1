/** Training in the fake bridge: two questions, of which the first option is right. */
import type { Bridge } from '../../contract/bridge.ts';
import type { StaffId } from '../../contract/ids.ts';
import { TOUR_TASKS } from '../../contract/practice/lists.ts';
import { fail, ok } from '../../contract/result.ts';
import type { RouteName } from '../../contract/route-names.ts';
import type { OwnTraining, QuizPaper, QuizQuestion, TrainingLedger } from '../../contract/training/routes.ts';
import type { After } from './features/fakes.ts';
import { FAKE_SOURCE } from './fake-source.ts';

type Name = Extract<RouteName, `training.${string}`>;

const QUIZ_ID = '5e'.repeat(16);
const AT = Date.UTC(2026, 4, 16, 1, 30);
const both = (zh: string, en = zh) => ({ zh, en });
const QUESTIONS: readonly QuizQuestion[] = [
  {
    words: both('离开座位前先做什么？', 'What do you do before you leave the desk?'),
    options: [both('锁定', 'Lock'), both('关灯', 'Switch off the light'), both('什么也不做', 'Nothing')],
    procedure: null,
  },
  {
    words: both('办理“停车与车位”时，由谁审批？', '“停车与车位”: who approves?'),
    options: [both('变更车位归属由主管审批'), both('不需要'), both('管理员')],
    procedure: '前台业务操作规程',
  },
];

const paperOf = (choices: readonly number[]): QuizPaper => ({
  source: FAKE_SOURCE,
  answers: QUESTIONS.map((question, at) => ({
    question,
    chosen: choices[at] ?? 0,
    right: 0,
    why: both('先锁定再离开。', 'Lock first, then leave.'),
  })),
});

export function fakeTraining(after: After): Pick<Bridge['vault'], Name> {
  let own: OwnTraining = {
    standing: { state: 'never', on: null, changed: [] },
    rule: { pass: 80, months: 12 },
    results: [],
    practised: TOUR_TASKS.map((task) => ({ task, on: null })),
  };
  const ledger = (): TrainingLedger => ({
    rule: own.rule,
    members: [
      {
        staffId: '0'.repeat(16) as StaffId,
        name: '林前台',
        role: 'receptionist',
        standing: own.standing,
        last: own.results[0] ?? null,
        tries: own.results.length,
        practised: own.practised.filter(({ on }) => on !== null).length,
        toPractise: TOUR_TASKS.length,
      },
    ],
    results: own.results.map((result) => ({ ...result, name: '林前台' })),
  });
  return {
    'training.own': (request) => after('training.own', request, () => ok(own)),
    'training.ledger': (request) => after('training.ledger', request, () => ok(ledger())),
    'training.begin': (request) =>
      after('training.begin', request, () =>
        ok({
          quizId: QUIZ_ID,
          kind: 'full',
          pass: own.rule.pass,
          source: FAKE_SOURCE,
          questions: [...QUESTIONS],
        }),
      ),
    'training.finish': ({ choices, quizId }) =>
      after('training.finish', { quizId }, () => {
        if (quizId !== QUIZ_ID) return fail('not-found');
        const right = choices.filter((choice) => choice === 0).length;
        const total = QUESTIONS.length;
        const score = { kind: 'full', right, total, passed: right === total } as const;
        own = {
          ...own,
          standing: score.passed ? { state: 'fine', on: '2027-05-16', changed: [] } : own.standing,
          results: [{ ...score, at: AT + own.results.length, paper: '5e'.repeat(32) }, ...own.results],
        };
        return ok({ ...score, ...paperOf(choices), own });
      }),
    'training.paper': (request) => after('training.paper', request, () => ok(paperOf([0, 0]))),
    'training.practise': (request) =>
      after('training.practise', request, () => {
        own = {
          ...own,
          practised: own.practised.map(({ task, on }) => ({
            task,
            on: request.tasks.includes(task) ? '2026-05-16' : on,
          })),
        };
        return ok(own);
      }),
    'training.rule': ({ pass, months }) =>
      after('training.rule', { pass, months }, () => {
        own = { ...own, rule: { pass, months } };
        return ok(ledger());
      }),
  };
}
