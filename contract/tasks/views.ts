/** What screens are shown of tasks. */
import { z } from 'zod';
import { glassIdSchema, noteIdSchema, personIdSchema, roomIdSchema } from '../ids.ts';
import { anyOrdinalSchema, enumOf, fieldIdSchema, maskSchema, timeSchema } from '../schemas.ts';
import { NOTE_OUTCOMES, TASK_IDS } from './lists.ts';
import type { NoteOutcome, TaskId } from './lists.ts';

export const taskIdSchema = enumOf<TaskId>(TASK_IDS);

export const noteOutcomeSchema = enumOf<NoteOutcome>(NOTE_OUTCOMES);

/** What was done at the counter; its words are sealed and read back by a reveal of the field `note`. */
export const noteViewSchema = z.strictObject({
  noteId: noteIdSchema,
  task: taskIdSchema,
  outcome: noteOutcomeSchema,
  at: timeSchema,
  staffName: z.string().max(60),
  roomLabel: z.string().max(120).nullable(),
  /** Position of the words among the person's notes; null where there are none. */
  ordinal: anyOrdinalSchema.nullable(),
  /** It is of the room alone and has words; they are asked for by its number. */
  roomWords: z.boolean(),
});
export type NoteView = z.infer<typeof noteViewSchema>;

/** Who is to acknowledge it, as the supervisor who reads the list sees it: they; they though it was they who opened, since nobody else can; another supervisor. */
export const GLASS_READERS = ['you', 'you-alone', 'another'] as const;

export const glassEventSchema = z.strictObject({
  glassId: glassIdSchema,
  at: timeSchema,
  staffName: z.string().max(60),
  personId: personIdSchema,
  personMask: maskSchema.nullable(),
  fields: z.array(fieldIdSchema).max(20),
  words: z.string().max(200),
  ticket: z.string().max(60).nullable(),
  reader: z.enum(GLASS_READERS),
  seen: z
    .strictObject({ at: timeSchema, staffName: z.string().max(60), words: z.string().max(200) })
    .nullable(),
});
export type GlassEvent = z.infer<typeof glassEventSchema>;

export const ROOM_ANSWERS = ['lived-in', 'empty', 'unknown', 'several'] as const;
export type RoomAnswer = (typeof ROOM_ANSWERS)[number];

/** All that a visitor's task learns of a room: that it is there and somebody lives in it. Nobody's name, nobody's phone. */
export const roomCheckSchema = z.strictObject({
  answer: z.enum(ROOM_ANSWERS),
  roomId: roomIdSchema.nullable(),
  label: z.string().max(120).nullable(),
});
export type RoomCheck = z.infer<typeof roomCheckSchema>;
