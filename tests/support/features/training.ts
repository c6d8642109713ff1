/** Training in the tests that go over every feature. */
import type { Locator } from 'playwright-core';
import { ROLES, type Role } from '../../../contract/fields.ts';
import type { ProcedureDocument, ProcedureRegister } from '../../../contract/procedures/views.ts';
import type { AtDesk } from '../../screens/screen-list.ts';
import { click, featureFlow, get, showing, submitAs } from '../../screens/steps.ts';
import { readQuestionFile } from '../../../main/vault/training/own-questions.ts';
import { questionsFrom } from '../../../main/vault/training/procedure-questions.ts';
import { DESK_STAFF } from '../desk-driver.ts';
import type { VisitsOf } from '../route-walk.ts';

// --- the walk over the routes

export const visits: VisitsOf<'training'> = {
  'training.finish': async (walk) => {
    const { quizId, questions } = await walk.ask('training.begin', {});
    return walk.ask('training.finish', { quizId, choices: questions.map(() => 0), pin: walk.pin });
  },
  'training.paper': async (walk) => {
    const { quizId, questions } = await walk.ask('training.begin', {});
    const request = { quizId, choices: questions.map(() => 0), pin: walk.pin };
    const { own } = await walk.ask('training.finish', request);
    return walk.ask('training.paper', { paper: own.results[0]!.paper! });
  },
  'training.practise': (walk) => walk.ask('training.practise', { tasks: ['open', 'verify'] }),
  'training.rule': async (walk) => {
    const { rule } = await walk.ask('training.ledger', {});
    return walk.ask('training.rule', { ...rule, pass: rule.pass === 80 ? 90 : 80, pin: walk.pin });
  },
};

// --- the screens

/** The right option of every question, by its words, in both languages. */
export type Answers = ReadonlyMap<string, string>;

/** As a supervisor or an admin: what somebody knows who has read what is in force. */
export async function learnAnswers({ desk }: AtDesk): Promise<Answers> {
  const { questions } = readQuestionFile();
  const { procedures } = await replyOf<ProcedureRegister>(desk, 'procedures.list', {});
  const inForce = procedures.flatMap(({ procedureId, versions }) =>
    versions.slice(0, 1).map(({ versionId }) => ({ procedureId, versionId })),
  );
  const asked = await Promise.all(
    inForce.map((which) => replyOf<ProcedureDocument>(desk, 'procedures.read', which)),
  );
  const all = [
    ...questions,
    ...asked.flatMap((document) => ROLES.flatMap((role) => questionsFrom(document, role))),
  ];
  return new Map(
    all.flatMap(({ words, options, right }) =>
      (['zh', 'en'] as const).map((language) => [words[language], options[right]![language]] as const),
    ),
  );
}

async function replyOf<T>(desk: AtDesk['desk'], route: string, payload: unknown): Promise<T> {
  const { ok, value, error } = await desk.request(route, payload);
  if (!ok) throw new Error(`${route}: ${error?.code}`);
  return value as T;
}

/** Every question of a quiz, one after the other as each answer leads on. */
async function throughQuiz(walk: AtDesk, answer: (question: Locator) => Promise<void>): Promise<void> {
  const question = get(walk, 'training-question');
  const all = Number(await question.getAttribute('data-of'));
  for (let n = 1; n <= all; n += 1) await answer(question.and(walk.desk.page.locator(`[data-n="${n}"]`)));
}

/** As somebody who knows. */
export const answerQuiz = (walk: AtDesk, answers: Answers): Promise<void> =>
  throughQuiz(walk, async (question) => {
    const words = await question.locator('legend b').innerText();
    const right = answers.get(words);
    if (right === undefined) throw new Error(`nobody knows the answer to: ${words}`);
    await question.getByText(right, { exact: true }).click();
  });

/** At the page: takes the quiz, and passes. */
export async function passQuiz(walk: AtDesk, role: Role, answers: Answers): Promise<void> {
  await click(walk, 'training-begin');
  await answerQuiz(walk, answers);
  await get(walk, 'training-quiz-form').getByTestId('pin-input').fill(DESK_STAFF[role].pin);
  await click(walk, 'training-quiz-submit');
  await walk.desk.page.locator('[data-testid=training-done][data-passed=true]').waitFor({ timeout: 20_000 });
}

export const flow = featureFlow({
  place: 50,
  as: 'supervisor',
  screens: { ...showing(['page:training'], 'training', 'training-quiz', 'training-done', 'training-ledger') },
  async run(walk, look) {
    await walk.desk.open('training');
    await look('training', { wait: 'training-member' });
    await click(walk, 'training-begin');
    await throughQuiz(walk, (question) => question.locator('[aria-pressed]').first().click());
    await look('training-quiz');
    await submitAs(walk, 'supervisor', 'training-quiz-submit', 'training-quiz-form');
    await look('training-done', { wait: 'training-done' });
    await click(walk, 'training-back', 'training-say-open');
    await look('training-ledger', { press: 'training-confirm', wait: 'training-result' });
    await walk.desk.page.keyboard.press('Escape');
  },
});
