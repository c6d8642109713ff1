/** Training in a real vault, with procedures that were really published: who may, what is asked, how it is signed, what it says afterwards. */
import { readDrafts } from '../../support/features/procedures.ts';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Role } from '../../../contract/fields.ts';
import type { Quiz, QuizDone } from '../../../contract/training/routes.ts';
import { OWN_QUESTIONS, PROCEDURE_QUESTIONS } from '../../../contract/training/lists.ts';
import { decisionRows } from '../../../main/vault/log/decisions.ts';
import { allChains } from '../../../main/vault/log/chains.ts';
import { TRAINING_ENTRIES } from '../../../main/vault/training/read-training.ts';
import { readOwnQuestions } from '../../../main/vault/training/own-questions.ts';
import { ENGINES } from '../../support/engines.ts';
import { explain } from '../../support/explain.ts';
import { type FakeClock, DAY_MS, createFakeClock } from '../../support/fake-clock.ts';
import { newStore } from '../../support/new-store.ts';
import { FACTS } from '../../support/features/company.ts';
import { PINS, type VaultHarness, openDesk } from '../../support/vault-harness.ts';

let clock: FakeClock;
let desk: VaultHarness;
beforeAll(async () => {
  clock = createFakeClock(Date.UTC(2026, 10, 20, 2));
  desk = await openDesk('admin', { clock });
});

const own = () => desk.call('training.own', {});
const ledger = () => desk.call('training.ledger', {});
const memberOf = async (role: Role) => (await ledger()).members.find((one) => one.role === role)!;
const entriesOf = (action: string) => desk.logged(action, 50);
/** By the product's own file; of a procedure any. */
function rightChoices(quiz: Quiz, role: Role): number[] {
  const { questions: known } = readOwnQuestions(role);
  return quiz.questions.map(({ words, options }) => {
    const question = known.find((one) => one.words.zh === words.zh);
    if (question === undefined) return 0;
    return options.findIndex(({ zh }) => zh === question.options[question.right]?.zh);
  });
}
async function take(role: 'receptionist' | 'supervisor' | 'admin', isRight = true): Promise<QuizDone> {
  const quiz = await desk.call('training.begin', {});
  const choices = rightChoices(quiz, role);
  return desk.call('training.finish', {
    quizId: quiz.quizId,
    choices: isRight ? choices : choices.map((choice) => (choice + 1) % 3),
    pin: PINS[role],
  });
}
async function publish(): Promise<void> {
  const { procedures } = await desk.call('procedures.list', {});
  const drafts = await readDrafts(
    desk,
    procedures.filter(({ draft }) => draft !== null),
  );
  await desk.call('procedures.publish', { drafts, pin: PINS.admin });
}

describe('training, in this order', () => {
  it('is never passed at first, and the ledger has everybody', async () => {
    expect((await own()).standing).toEqual({ state: 'never', on: null, changed: [] });
    const { members, rule, results } = await ledger();
    expect(members.map(({ role, standing }) => [role, standing.state])).toEqual([
      ['receptionist', 'never'],
      ['supervisor', 'never'],
      ['admin', 'never'],
    ]);
    expect(rule).toEqual({ pass: 80, months: 12, graceDays: 30 });
    expect(results).toEqual([]);
  });

  it('asks a receptionist before anything was published, and lets them see what is theirs alone', async () => {
    await desk.switchTo('receptionist');
    expect(await desk.codeOf('training.ledger', {})).toBe('not-allowed');
    await desk.answers('not-allowed', 'training.rule', {
      pass: 60,
      months: 12,
      graceDays: 30,
      pin: PINS.receptionist,
    });
    const done = await take('receptionist');
    expect(done).toMatchObject({ kind: 'full', right: OWN_QUESTIONS, total: OWN_QUESTIONS, passed: true });
    expect(done.own.standing).toEqual({ state: 'fine', on: '2027-11-20', changed: [] });
  });

  it('is signed by the PIN: with a wrong one nothing is entered, and the quiz goes on', async () => {
    const quiz = await desk.call('training.begin', {});
    const choices = rightChoices(quiz, 'receptionist');
    const send = (pin: string, quizId = quiz.quizId, chosen = choices) =>
      desk.codeOf('training.finish', { quizId, choices: chosen, pin });
    expect(await send('000000')).toBe('wrong-pin');
    expect(await send(PINS.receptionist, quiz.quizId, choices.slice(1))).toBe('bad-request');
    expect(await send(PINS.receptionist, 'f'.repeat(32))).toBe('not-found');
    expect((await own()).results).toHaveLength(1);
    expect(await send(PINS.receptionist)).toBe('ok');
    expect(await send(PINS.receptionist)).toBe('not-found');
    await desk.switchTo('supervisor');
    const entries = await entriesOf('training');
    expect(entries).toHaveLength(2);
    expect(entries.every(({ signed }) => signed)).toBe(true);
  });

  it('is gone with its session: what somebody has begun nobody else hands in', async () => {
    const { quizId, questions } = await desk.call('training.begin', {});
    await desk.switchTo('admin');
    const request = { quizId, choices: questions.map(() => 0), pin: PINS.admin };
    expect(await desk.codeOf('training.finish', request)).toBe('not-found');
  });

  it('keeps a try that was not passed, which changes nothing of what was', async () => {
    await desk.switchTo('receptionist');
    const done = await take('receptionist', false);
    expect(done.passed).toBe(false);
    expect(done.own.results.map(({ passed }) => passed)).toEqual([false, true, true]);
    expect(done.own.standing.state).toBe('fine');
  });

  it('asks about the procedures that were published since, and of them alone', async () => {
    await desk.switchTo('admin');
    await desk.call('procedures.useTemplates', {
      kinds: ['counter-procedures', 'undertaking'],
      idleSeconds: 120,
    });
    await desk.call('company.change', { facts: FACTS, pin: PINS.admin });
    await publish();
    await desk.switchTo('receptionist');
    const { state, changed } = (await own()).standing;
    expect(state).toBe('renewal');
    // A text that nothing can be asked about asks nobody again.
    expect(changed).toHaveLength(1);
    const quiz = await desk.call('training.begin', {});
    expect(quiz.kind).toBe('renewal');
    expect(quiz.questions).toHaveLength(PROCEDURE_QUESTIONS);
    expect(new Set(quiz.questions.map(({ procedure }) => procedure))).toEqual(new Set(changed));
  });

  it('is whole again once that was passed, by the answers that the first try has told', async () => {
    // Whatever is drawn: tried until each answer is known.
    const known = new Map<string, string>();
    for (let tries = 0; tries < 60; tries += 1) {
      const quiz = await desk.call('training.begin', {});
      const choices = quiz.questions.map(({ words, options }) =>
        Math.max(
          0,
          options.findIndex(({ zh }) => zh === known.get(words.zh)),
        ),
      );
      const done = await desk.call('training.finish', {
        quizId: quiz.quizId,
        choices,
        pin: PINS.receptionist,
      });
      for (const { question, right } of done.answers)
        known.set(question.words.zh, question.options[right]!.zh);
      if (done.passed) break;
    }
    expect((await own()).standing).toEqual({ state: 'fine', on: '2027-11-20', changed: [] });
  });

  it('asks a new one of both, the product and the company', async () => {
    await desk.switchTo('supervisor');
    const quiz = await desk.call('training.begin', {});
    expect(quiz.kind).toBe('full');
    expect(quiz.questions.filter(({ procedure }) => procedure === null)).toHaveLength(OWN_QUESTIONS);
    expect(quiz.questions.filter(({ procedure }) => procedure !== null)).toHaveLength(PROCEDURE_QUESTIONS);
    expect(JSON.stringify(quiz)).not.toMatch(/"right"|"why"/);
  });

  it('takes what somebody says of their practice, and of an admin nothing', async () => {
    const { practised } = await desk.call('training.practise', { tasks: ['verify', 'open'] });
    expect(practised.filter(({ on }) => on !== null)).toEqual([
      { task: 'open', on: '2026-11-20' },
      { task: 'verify', on: '2026-11-20' },
    ]);
    expect(await memberOf('supervisor')).toMatchObject({ practised: 2, toPractise: 9 });
    await desk.switchTo('admin');
    expect((await own()).practised).toEqual([]);
    expect(await desk.codeOf('training.practise', { tasks: ['open'] })).toBe('not-allowed');
  });

  it('is passed by the rule that an admin has chosen with their PIN', async () => {
    await desk.answers('wrong-pin', 'training.rule', {
      pass: 90,
      months: 3,
      graceDays: 30,
      pin: 'wrong pin here',
    });
    expect(await desk.codeOf('training.rule', { pass: 10, months: 3, graceDays: 30, pin: PINS.admin })).toBe(
      'bad-request',
    );
    const { rule } = await desk.call('training.rule', {
      pass: 90,
      months: 3,
      graceDays: 30,
      pin: PINS.admin,
    });
    expect(rule).toEqual({ pass: 90, months: 3, graceDays: 30 });
    expect((await memberOf('receptionist')).standing.on).toBe('2027-02-20');
  });

  it('is over once its months are', async () => {
    clock.advance(92 * DAY_MS);
    await desk.switchTo('receptionist');
    expect((await own()).standing.state).toBe('overdue');
    expect((await desk.call('training.begin', {})).kind).toBe('full');
  });
});

it.each(ENGINES.map((engine) => [engine.name, engine] as const))(
  '%s finds results and the rule by the indexes of their entries',
  async (_, engine) => {
    const store = await newStore(engine);
    expect((await explain(store, TRAINING_ENTRIES)).join()).toMatch(/USING INDEX log_entry_training\b/);
    const rule = await explain(
      store,
      decisionRows(allChains, ['training-rule'], 'ORDER BY seq DESC LIMIT 1'),
    );
    expect(rule.join()).toMatch(/USING INDEX log_entry_training_rule/);
    await store.close();
  },
);
