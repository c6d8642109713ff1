/** Training: the routes of a quiz, of one's own results and of everybody's, and what the log says of them. */
import { z } from 'zod';
import { type Actions, signed, unsigned, signedCoordinated } from '../manifest.ts';
import { sha256Schema } from '../attachments/views.ts';
import { sourceSchema } from '../forms/schemas.ts';
import { procedureIdSchema, staffIdSchema } from '../ids.ts';
import { countSchema, numberSchema } from '../numbers.ts';
import { TOUR_TASKS } from '../practice/lists.ts';
import { DESK, EVERYONE, NO_RESIDENT, OF_NOBODY, OVERSIGHT, PLAINLY, PREPARATION, route } from '../route.ts';
import { dateSchema, enumOf, nothing, pinSchema, roleSchema, timeSchema, versionSchema } from '../schemas.ts';
import {
  MAX_COVERED,
  MAX_OPTIONS,
  MAX_QUESTION,
  MAX_RESULTS_LISTED,
  OWN_QUESTIONS,
  PASS_MARKS,
  PROCEDURE_QUESTIONS,
  QUIZ_KINDS,
  GRACE_DAYS,
  TRAINING_MONTHS,
  TRAINING_STATES,
  type TrainingRule,
} from './lists.ts';

const lineSchema = z.string().min(1).max(MAX_QUESTION);
/** Words in both languages; of a procedure, which is Chinese alone, the same twice. */
export const bothSchema = z.strictObject({ zh: lineSchema, en: lineSchema });
export type Both = z.infer<typeof bothSchema>;

const MAX_QUESTIONS = OWN_QUESTIONS + PROCEDURE_QUESTIONS;
const quizIdSchema = z.string().regex(/^[0-9a-f]{32}$/);
const choiceSchema = z
  .number()
  .int()
  .min(0)
  .max(MAX_OPTIONS - 1);

const questionSchema = z.strictObject({
  words: bothSchema,
  options: z.array(bothSchema).min(2).max(MAX_OPTIONS),
  /** Title of the procedure that it is made from; null of the product's own. */
  procedure: z.string().max(60).nullable(),
});
export type QuizQuestion = z.infer<typeof questionSchema>;

const quizSchema = z.strictObject({
  quizId: quizIdSchema,
  kind: enumOf(QUIZ_KINDS),
  pass: z.number().int().min(1).max(100),
  /** Of the product's own questions; null where none of them is asked. */
  source: sourceSchema.nullable(),
  questions: z.array(questionSchema).min(1).max(MAX_QUESTIONS),
});
export type Quiz = z.infer<typeof quizSchema>;

const scoreSchema = z.strictObject({
  kind: enumOf(QUIZ_KINDS),
  right: countSchema,
  total: numberSchema,
  passed: z.boolean(),
});
export type Score = z.infer<typeof scoreSchema>;

const resultSchema = scoreSchema.extend({
  at: timeSchema,
  /** By which its paper is read. */
  paper: sha256Schema,
});
export type TrainingResult = z.infer<typeof resultSchema>;

const standingSchema = z.strictObject({
  state: enumOf(TRAINING_STATES),
  /** A day from which on it no longer counts; null where nothing was passed yet. */
  on: dateSchema.nullable(),
  /** Titles of the procedures that were published since. */
  changed: z.array(z.string().max(60)).max(MAX_COVERED),
});
export type Standing = z.infer<typeof standingSchema>;

const ruleSchema = z.strictObject({
  pass: z.union(PASS_MARKS.map((mark) => z.literal(mark))),
  months: z.union(TRAINING_MONTHS.map((months) => z.literal(months))),
  graceDays: z.union(GRACE_DAYS.map((days) => z.literal(days))),
}) satisfies z.ZodType<TrainingRule>;

const tourTaskSchema = enumOf(TOUR_TASKS);
const practisedSchema = z.array(z.strictObject({ task: tourTaskSchema, on: dateSchema.nullable() }));

const ownSchema = z.strictObject({
  standing: standingSchema,
  rule: ruleSchema,
  /** The newest first. */
  results: z.array(resultSchema).max(MAX_RESULTS_LISTED),
  /** Tasks that somebody of this role practises, each with the day on which they last said that they have; an admin practises none. */
  practised: practisedSchema.max(TOUR_TASKS.length),
});
export type OwnTraining = z.infer<typeof ownSchema>;

/** A quiz as it was answered: every question with what was chosen, what is right, and why. It is kept whole, whatever becomes of the questions. */
export const paperSchema = z.strictObject({
  source: sourceSchema.nullable(),
  answers: z
    .array(
      z.strictObject({
        question: questionSchema,
        chosen: choiceSchema,
        right: choiceSchema,
        why: bothSchema,
      }),
    )
    .max(MAX_QUESTIONS),
});
export type QuizPaper = z.infer<typeof paperSchema>;

/** Result of a quiz. */
const doneSchema = scoreSchema.extend({ ...paperSchema.shape, own: ownSchema });
export type QuizDone = z.infer<typeof doneSchema>;

const memberSchema = z.strictObject({
  staffId: staffIdSchema,
  name: z.string().max(60),
  role: roleSchema,
  standing: standingSchema,
  last: resultSchema.nullable(),
  /** Of all kinds, passed or not. */
  tries: countSchema,
  practised: countSchema,
  /** Tasks that somebody of this role practises. */
  toPractise: countSchema,
});
export type TrainedMember = z.infer<typeof memberSchema>;

const ledgerSchema = z.strictObject({
  rule: ruleSchema,
  /** In the order of roles and names. */
  members: z.array(memberSchema).max(200),
  /** Of whoever works here, the newest first. */
  results: z.array(resultSchema.extend({ name: z.string().max(60) })).max(MAX_RESULTS_LISTED),
});
export type TrainingLedger = z.infer<typeof ledgerSchema>;

/** Routes of training. */
export const trainingRoutes = {
  'training.own': route(EVERYONE, nothing, ownSchema, OF_NOBODY),
  'training.begin': route(EVERYONE, nothing, quizSchema, { ...PREPARATION, scope: 'nobody' }),
  /** One choice a question, in their order. It can be sent once. */
  'training.finish': route(
    EVERYONE,
    z.strictObject({
      quizId: quizIdSchema,
      choices: z.array(choiceSchema).max(MAX_QUESTIONS),
      pin: pinSchema,
    }),
    doneSchema,
    { enters: ['training'], shows: 'nothing', proof: 'own', scope: 'nobody', changes: ['training'] },
  ),
  'training.practise': route(
    DESK,
    z.strictObject({ tasks: z.array(tourTaskSchema).min(1).max(TOUR_TASKS.length) }),
    ownSchema,
    { enters: ['training-practice'], ...PLAINLY, scope: 'nobody', changes: ['training'] },
  ),
  /** A quiz that was answered: one's own, or as somebody who oversees. */
  'training.paper': route(EVERYONE, z.strictObject({ paper: sha256Schema }), paperSchema, OF_NOBODY),
  'training.ledger': route(OVERSIGHT, nothing, ledgerSchema, { ...NO_RESIDENT, inInspection: true }),
  'training.rule': route(['admin'], ruleSchema.extend({ pin: pinSchema }), ledgerSchema, {
    enters: ['training-rule'],
    shows: 'nothing',
    proof: 'own',
    changes: ['training'],
  }),
};

/** Details of its log entries. */
export const trainingActions = {
  training: {
    detail: scoreSchema.extend({
      /** SHA-256 of its paper. */
      paper: sha256Schema,
      /** Documents whose versions it covers: the whole of those in force, or those that were published since. */
      covers: z
        .array(z.strictObject({ procedure: procedureIdSchema, number: versionSchema }))
        .max(MAX_COVERED),
    }),
    decides: true,
    ...signed('compliance', { quiz_paper: '+' }),
    duties: ['training'],
  },
  /** Somebody says of themselves that they have done these in the practice vault. */
  'training-practice': {
    detail: z.strictObject({ tasks: z.array(tourTaskSchema).min(1).max(TOUR_TASKS.length) }),
    decides: true,
    ...unsigned('compliance', {}),
    duties: ['training'],
  },
  'training-rule': {
    detail: ruleSchema,
    decides: true,
    ...signedCoordinated('compliance', {}),
    duties: ['training'],
  },
} as const satisfies Actions;
