/** Reply schemas of the task routes. */
import { z } from 'zod';
import { glassIdSchema, noteIdSchema, personIdSchema, roomIdSchema } from '../ids.ts';
import { anyOrdinalSchema, enumOf, fieldIdSchema, maskSchema, timeSchema } from '../schemas.ts';
import { NOTE_OUTCOMES, TASK_IDS } from './lists.ts';
import type { NoteOutcome, TaskId } from './lists.ts';

/** Id of a counter task. */
export const taskIdSchema = enumOf<TaskId>(TASK_IDS);

/** Outcome of a task. */
export const noteOutcomeSchema = enumOf<NoteOutcome>(NOTE_OUTCOMES);

/** A note on what was done at the counter. Its words are sealed and shown by a reveal of the field `note`. */
export const noteViewSchema = z.strictObject({
  noteId: noteIdSchema,
  task: taskIdSchema,
  outcome: noteOutcomeSchema,
  at: timeSchema,
  staffName: z.string().max(60),
  roomLabel: z.string().max(120).nullable(),
  /** Ordinal of the words among the person's notes; null where there are none. */
  ordinal: anyOrdinalSchema.nullable(),
  /** The note belongs to a room alone and has words, which are revealed by `noteId`. */
  roomWords: z.boolean(),
});
export type NoteView = z.infer<typeof noteViewSchema>;

/**
 * Who must acknowledge an emergency opening, from the reader's view: `you`; `you-alone` where the reader
 * opened it and there is no other supervisor; `another` supervisor.
 */
export const GLASS_READERS = ['you', 'you-alone', 'another'] as const;

/** One emergency opening. */
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

/** Answer to whether somebody lives in a room; `several`: the text matches more than one room. */
export const ROOM_ANSWERS = ['lived-in', 'empty', 'unknown', 'several'] as const;
export type RoomAnswer = (typeof ROOM_ANSWERS)[number];

/**
 * All that a visitor's task learns of a room: whether it exists and somebody lives in it; no name, no phone.
 */
export const roomCheckSchema = z.strictObject({
  answer: z.enum(ROOM_ANSWERS),
  roomId: roomIdSchema.nullable(),
  label: z.string().max(120).nullable(),
});
export type RoomCheck = z.infer<typeof roomCheckSchema>;
