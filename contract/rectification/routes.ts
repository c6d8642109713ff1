/** The tracker of what has to be put right, and the notices of an authority: routes and what is shown. */
import { z } from 'zod';
import { attachmentViewSchema, sha256Schema } from '../attachments/views.ts';
import { attachmentIdSchema, fileIdSchema, policeNoticeIdSchema, rectificationIdSchema } from '../ids.ts';
import { countSchema } from '../numbers.ts';
import { NO_RESIDENT, OVERSIGHT, PLAINLY, route, routesOf, BY_BOTH_PINS } from '../route.ts';
import {
  dateSchema,
  enumOf,
  lineSchema,
  nothing,
  pinSchema,
  proofSchema,
  timeSchema,
  versionSchema,
  wordsSchema,
} from '../schemas.ts';
import {
  EVIDENCE_SIDES,
  MAX_DONE_LISTED,
  MAX_EXPLANATION,
  MAX_NOTICES,
  MAX_NOTICE_ITEMS,
  MAX_RECTIFICATIONS,
  MAX_STEPS_LISTED,
  MAX_TITLE,
  MAX_WHO,
  RECTIFICATION_SOURCES,
  RECTIFICATION_STATES,
  RECTIFICATION_STEPS,
} from './lists.ts';

/** A name of staff as shown. */
const nameSchema = z.string().max(60);
const seen = { rectificationId: rectificationIdSchema, version: versionSchema } as const;

const itemSchema = z.strictObject({
  ...seen,
  source: enumOf(RECTIFICATION_SOURCES),
  noticeId: policeNoticeIdSchema.nullable(),
  title: z.string().max(MAX_TITLE),
  words: z.string().max(MAX_EXPLANATION),
  who: z.string().max(MAX_WHO),
  dueOn: dateSchema.nullable(),
  /** Below zero where it is overdue; null where it has no day. */
  daysLeft: z.number().int().nullable(),
  state: enumOf(RECTIFICATION_STATES),
  opened: z.strictObject({ at: timeSchema, by: nameSchema }),
  doneOn: dateSchema.nullable(),
  doneWords: z.string().max(MAX_EXPLANATION),
  /** How many attachments it has of either side. */
  before: countSchema,
  after: countSchema,
});
/** An item of the tracker. */
export type RectificationItem = z.infer<typeof itemSchema>;

const noticeSchema = z.strictObject({
  noticeId: policeNoticeIdSchema,
  version: versionSchema,
  number: z.string().max(60),
  authority: z.string().max(60),
  receivedOn: dateSchema,
  dueOn: dateSchema,
  daysLeft: z.number().int(),
  items: countSchema,
  done: countSchema,
  answered: z.strictObject({ at: timeSchema, by: nameSchema, sha256: sha256Schema.nullable() }).nullable(),
});
/** A notice of an authority. */
export type PoliceNotice = z.infer<typeof noticeSchema>;

const registerSchema = z.strictObject({
  open: z.array(itemSchema).max(MAX_RECTIFICATIONS),
  /** The last first, and only so many. */
  done: z.array(itemSchema).max(MAX_DONE_LISTED),
  notices: z.array(noticeSchema).max(MAX_NOTICES),
});
/** The tracker. */
export type RectificationRegister = z.infer<typeof registerSchema>;

const dueSchema = z.strictObject({
  open: countSchema,
  overdue: countSchema,
  /** The next day on which an item is due; null where none is. */
  next: dateSchema.nullable(),
  /** Notices that are not answered and whose day is over or near. */
  notices: countSchema,
});
/** Numbers of items and notices that wait for somebody, and the next due day. */
export type RectificationDue = z.infer<typeof dueSchema>;

const detailSchema = z.strictObject({
  item: itemSchema,
  evidence: z
    .array(z.strictObject({ side: enumOf(EVIDENCE_SIDES), attachment: attachmentViewSchema }))
    .max(100),
  /** The last first. */
  steps: z
    .array(
      z.strictObject({
        at: timeSchema,
        by: nameSchema,
        what: enumOf(RECTIFICATION_STEPS),
        words: z.string().max(MAX_EXPLANATION),
      }),
    )
    .max(MAX_STEPS_LISTED),
});
/** An item with its history. */
export type RectificationDetail = z.infer<typeof detailSchema>;

const factsSchema = z.strictObject({
  title: lineSchema(2, MAX_TITLE),
  words: lineSchema(0, MAX_EXPLANATION),
  who: lineSchema(0, MAX_WHO),
  dueOn: dateSchema.nullable(),
});
/** Facts that somebody states of an item. */
export type RectificationFacts = z.infer<typeof factsSchema>;

const changes = { changes: ['rectification'] } as const;
const change = routesOf(OVERSIGHT, registerSchema, changes.changes);

/** Routes of the tracker, by name. */
export const rectificationRoutes = {
  'rectification.list': route(OVERSIGHT, nothing, registerSchema, NO_RESIDENT),
  'rectification.due': route(OVERSIGHT, nothing, dueSchema, NO_RESIDENT),
  'rectification.open': route(
    OVERSIGHT,
    z.strictObject({ rectificationId: rectificationIdSchema }),
    detailSchema,
    NO_RESIDENT,
  ),
  'rectification.add': change({ item: factsSchema }, { enters: ['rectification-add'], ...PLAINLY }),
  'rectification.change': change(
    { ...seen, item: factsSchema },
    { enters: ['rectification-change'], ...PLAINLY },
  ),
  /** The file was picked by `pickFile`; `showsOn` is the day of what it shows. */
  'rectification.attach': change(
    { ...seen, side: enumOf(EVIDENCE_SIDES), fileId: fileIdSchema, showsOn: dateSchema },
    { enters: ['attachment-add'], shows: 'nothing', proof: 'none' },
  ),
  'rectification.detach': change(
    { ...seen, attachmentId: attachmentIdSchema, pin: pinSchema },
    { enters: ['attachment-remove'], shows: 'nothing', proof: 'own' },
  ),
  'rectification.finish': change(
    { ...seen, doneOn: dateSchema, words: wordsSchema, pin: pinSchema },
    { enters: ['rectification-done'], shows: 'nothing', proof: 'own' },
  ),
  'rectification.reopen': change(
    { ...seen, words: wordsSchema, pin: pinSchema },
    { enters: ['rectification-reopen'], shows: 'nothing', proof: 'own' },
  ),
  'rectification.takeNotice': change(
    {
      number: lineSchema(1, 60),
      authority: lineSchema(2, 60),
      receivedOn: dateSchema,
      dueOn: dateSchema,
      items: z.array(lineSchema(2, MAX_TITLE)).min(1).max(MAX_NOTICE_ITEMS),
      pin: pinSchema,
    },
    { enters: ['police-notice', 'rectification-add'], shows: 'nothing', proof: 'own' },
  ),
  /** The letter, with how each item was and how it is now; its pictures where a supervisor's PIN opens them. To the picked file, or without one to the printer. */
  'rectification.answer': route(
    OVERSIGHT,
    z.strictObject({
      noticeId: policeNoticeIdSchema,
      version: versionSchema,
      fileId: fileIdSchema.optional(),
      pictures: z.boolean(),
      pin: pinSchema,
      /** A supervisor, where an admin puts pictures in. */
      supervisor: proofSchema.optional(),
    }),
    registerSchema,
    { enters: ['police-answer', 'attachment-save'], ...BY_BOTH_PINS, sends: 'nobody', ...changes },
  ),
};
