/** Training: a quiz for each of the staff, what they have passed and practised, and how it stands with everybody. */
import type { Role } from '../../../contract/fields.ts';
import type { StaffId } from '../../../contract/ids.ts';
import { TOUR_TASKS } from '../../../contract/practice/lists.ts';
import type { RouteReply, RouteRequest } from '../../../contract/routes.ts';
import { MAX_RESULTS_LISTED, type TrainingRule } from '../../../contract/training/lists.ts';
import type {
  OwnTraining,
  TrainedMember,
  QuizPaper,
  TrainingLedger,
  TrainingResult,
} from '../../../contract/training/routes.ts';
import { AppError } from '../app-error.ts';
import { dayOf } from '../clock.ts';
import { type PackPart, defineFeature } from '../feature.ts';
import { activeMembers } from '../keys/roster.ts';
import { readPublished } from '../procedures/api.ts';
import type { Session } from '../session/session.ts';
import { withSlots } from '../session/with-slots.ts';
import type { ReadableStore } from '../store/store.ts';
import { askingOf } from './asking.ts';
import { beginQuiz } from './begin-quiz.ts';
import { packBlocks } from './pack.ts';
import { keepPaper, readPaper, sourcesOf } from './papers.ts';
import { type Quizzes, createQuizzes } from './quizzes.ts';
import { type DoneQuiz, type MemberTraining, readTraining, readTrainingRule } from './read-training.ts';
import { type Asking, standingOf } from './standing.ts';
import { trainingEvidence } from './evidence.ts';
import { orNotFound } from '../store/rows.ts';
import { commit } from '../session/commit.ts';
import { withAdmin } from '../session/with-own-pin.ts';
import { done } from '../log/done.ts';

export const trainingFeature = defineFeature(() => {
  const quizzes = createQuizzes();
  return {
    handlers: {
      'training.own': (session) => readOwn(session, session.store),
      'training.begin': (session) => begin(session, quizzes),
      'training.finish': (session, request) => finish(session, request, quizzes),
      'training.paper': (session, { paper }) => readPaper(session, paper),
      'training.practise': practise,
      'training.ledger': (session) => readLedger(session, session.store),
      'training.rule': changeRule,
    },
    onSignedIn: () => quizzes.drop(),
    evidence: async (session) => [trainingEvidence(await readLedger(session, session.store))],
    packParts: async (session) => [await packPartOf(session)],
  };
});

// --- the quiz

async function begin(session: Session, quizzes: Quizzes): Promise<RouteReply<'training.begin'>> {
  const { role, staffId } = session.signedIn;
  const published = await readPublished(session);
  const { done } = (await readTraining(session, session.store))(staffId);
  const { rule } = await readTrainingRule(session, session.store);
  const { state } = standingOf(done, rule, askingOf(published, role), today(session));
  const asked = { role, law: session.lawFolder };
  return quizzes.begin(staffId, beginQuiz(asked, state, published, done), rule.pass);
}

/** Errors: `not-found` where it is not under way, `bad-request` where a question has no choice, those of `withSlots`, `log-unavailable`: then it can be sent again. */
async function finish(
  session: Session,
  { quizId, choices, pin }: RouteRequest<'training.finish'>,
  quizzes: Quizzes,
): Promise<RouteReply<'training.finish'>> {
  const { staffId, slotId } = session.signedIn;
  return withSlots(session, [{ slotId, pin }], async (present) => {
    const quiz = orNotFound(quizzes.find(quizId, staffId));
    const { questions, kind, covers, source } = quiz;
    if (choices.length !== questions.length || choices.some((chosen, at) => !isOption(questions[at], chosen)))
      throw new AppError('bad-request', { where: 'choices' });
    const right = questions.filter((question, at) => question.right === choices[at]).length;
    const { pass } = (await readTrainingRule(session, session.store)).rule;
    const score = { kind, right, total: questions.length, passed: right * 100 >= pass * questions.length };
    const paper: QuizPaper = {
      source,
      answers: questions.map(({ words, options, procedure, right: place, why }, at) => ({
        question: { words, options: [...options], procedure },
        chosen: choices[at] ?? 0,
        right: place,
        why,
      })),
    };
    await commit(session, async (tx) => [
      done(
        'training',
        { ...score, paper: await keepPaper(tx, paper), covers: [...covers] },
        { signedBy: present },
      ),
    ]);
    quizzes.drop();
    return { ...score, ...paper, own: await readOwn(session, session.store) };
  });
}

const isOption = (question: { readonly options: readonly unknown[] } | undefined, chosen: number): boolean =>
  question !== undefined && chosen < question.options.length;

// --- what was practised

/** Enters the tasks that somebody states to have practised: their practice is in another vault, whose PINs everybody knows. */
async function practise(
  session: Session,
  { tasks }: RouteRequest<'training.practise'>,
): Promise<OwnTraining> {
  const said = TOUR_TASKS.filter((task) => tasks.includes(task));
  await commit(session, async () => [done('training-practice', { tasks: said })]);
  return readOwn(session, session.store);
}

/** An admin does none of the counter's tasks. */
const toPractise = (role: Role): typeof TOUR_TASKS | readonly [] => (role === 'admin' ? [] : TOUR_TASKS);

// --- the rule

/** Errors: `bad-request` (nothing would change), `not-allowed` (the own slot is no admin's), those of `withSlots`, `log-unavailable`. */
async function changeRule(
  session: Session,
  { pin, ...rule }: RouteRequest<'training.rule'>,
): Promise<TrainingLedger> {
  const { rule: before, isChosen } = await readTrainingRule(session, session.store);
  const { pass, months, graceDays } = rule;
  if (isChosen && before.pass === pass && before.months === months && before.graceDays === graceDays)
    throw new AppError('bad-request', { where: 'rule' });
  await withAdmin(session, pin, (present) =>
    commit(session, async () => [done('training-rule', rule, { signedBy: present })]),
  );
  return readLedger(session, session.store);
}

// --- what is shown

const today = ({ clock }: Session): string => dayOf(clock.now());

const resultOf = ({ at, kind, right, total, passed, paper }: DoneQuiz): TrainingResult => ({
  at,
  kind,
  right,
  total,
  passed,
  paper,
});

async function readOwn(session: Session, store: ReadableStore): Promise<OwnTraining> {
  const { role, staffId } = session.signedIn;
  const { rule } = await readTrainingRule(session, store);
  const { done, practised } = (await readTraining(session, store))(staffId);
  return {
    standing: standingOf(done, rule, askingOf(await readPublished(session, store), role), today(session)),
    rule: asRule(rule),
    results: done.toReversed().slice(0, MAX_RESULTS_LISTED).map(resultOf),
    practised: toPractise(role).map((task) => ({ task, on: practised.get(task) ?? null })),
  };
}

/** As the contract has it: what the log holds was checked by its schema. */
const asRule = (rule: TrainingRule): OwnTraining['rule'] => rule as OwnTraining['rule'];

async function readLedger(session: Session, store: ReadableStore): Promise<TrainingLedger> {
  const { rule } = await readTrainingRule(session, store);
  const trainingOf = await readTraining(session, store);
  const published = await readPublished(session, store);
  const members = activeMembers(session.roster).map((member) => ({
    ...member,
    training: trainingOf(member.staffId),
  }));
  return {
    rule: asRule(rule),
    members: members
      .map((member) =>
        viewOf(member, member.training, rule, askingOf(published, member.role), today(session)),
      )
      .toSorted(
        (one, other) => ROLE_ORDER[one.role] - ROLE_ORDER[other.role] || (one.name < other.name ? -1 : 1),
      ),
    results: members
      .flatMap(({ displayName, training }) =>
        training.done.map((done) => ({ ...resultOf(done), name: displayName })),
      )
      .toSorted((one, other) => other.at - one.at)
      .slice(0, MAX_RESULTS_LISTED),
  };
}

const ROLE_ORDER: Readonly<Record<Role, number>> = { receptionist: 0, supervisor: 1, admin: 2 };

function viewOf(
  {
    staffId,
    displayName,
    role,
  }: { readonly staffId: StaffId; readonly displayName: string; readonly role: Role },
  { done, practised }: MemberTraining,
  rule: TrainingRule,
  asking: readonly Asking[],
  day: string,
): TrainedMember {
  const last = done.at(-1);
  return {
    staffId,
    name: displayName,
    role,
    standing: standingOf(done, rule, asking, day),
    last: last === undefined ? null : resultOf(last),
    tries: done.length,
    practised: role === 'admin' ? 0 : practised.size,
    toPractise: toPractise(role).length,
  };
}

async function packPartOf(session: Session): Promise<PackPart> {
  const ledger = await readLedger(session, session.store);
  const papers = ledger.results.map(({ paper }) => paper);
  return { duty: 'training', blocks: packBlocks(ledger, await sourcesOf(session.store, papers)) };
}
