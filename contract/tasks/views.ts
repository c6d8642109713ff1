/** Reply schemas of the task routes. */
import { z } from 'zod';
import { emergencyIdSchema, noteIdSchema, personIdSchema, roomIdSchema } from '../ids.ts';
import { marked } from '../marks.ts';
import { anyOrdinalSchema, enumOf, fieldIdSchema, maskSchema, timeSchema } from '../schemas.ts';
import { MAX_EMERGENCY_OPENINGS } from './limits.ts';
import { EMERGENCY_ENDS, NOTE_OUTCOMES, TASK_IDS } from './lists.ts';

/** Id of a counter task. */
export const taskIdSchema = enumOf(TASK_IDS);

/** Outcome of a task. */
export const noteOutcomeSchema = enumOf(NOTE_OUTCOMES);

/** A note on what was done at the counter, a part of the record that it is of. Its words are sealed and shown by a reveal of the field `note`. */
export const noteViewSchema = marked(
  z.strictObject({
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
  }),
  'record',
);
export type NoteView = z.infer<typeof noteViewSchema>;

/**
 * Who must acknowledge an emergency opening, from the reader's view: `you`; `you-alone` where the reader
 * opened it and there is no other supervisor; `another` supervisor.
 */
const EMERGENCY_READERS = ['you', 'you-alone', 'another'] as const;

/** One record that was opened in an emergency. */
const emergencyOpeningSchema = z.strictObject({
  at: timeSchema,
  personId: personIdSchema,
  personMask: maskSchema.nullable(),
  fields: z.array(fieldIdSchema).max(20),
  words: z.string().max(200),
  ticket: z.string().max(60).nullable(),
});
export type EmergencyOpening = z.infer<typeof emergencyOpeningSchema>;

/** A building as room labels have it; each part is empty where they name none. */
export const buildingSchema = z.strictObject({ estate: z.string().max(60), building: z.string().max(60) });
export type Building = z.infer<typeof buildingSchema>;

/** One emergency, from the first record that was opened to its end. */
export const emergencyEventSchema = z.strictObject({
  emergencyId: emergencyIdSchema,
  at: timeSchema,
  staffName: z.string().max(60),
  /** Where it is; null where nothing says. */
  building: buildingSchema.nullable(),
  /** The first of them. */
  openings: z.array(emergencyOpeningSchema).max(MAX_EMERGENCY_OPENINGS),
  /** How many residents' records were opened. */
  records: z.number().int().positive(),
  /** Cause that ended it; null while it is under way. */
  ended: z.enum(EMERGENCY_ENDS).nullable(),
  /** No supervisor has acknowledged it within a day. */
  overdue: z.boolean(),
  reader: z.enum(EMERGENCY_READERS),
  seen: z
    .strictObject({ at: timeSchema, staffName: z.string().max(60), words: z.string().max(200) })
    .nullable(),
});
export type EmergencyEvent = z.infer<typeof emergencyEventSchema>;

/** How it stands with the emergencies of whoever is signed in. */
export const ownEmergencySchema = z.strictObject({
  /** The one that is under way: when it began, when it ends at the latest, where it is, how many records were opened in it. */
  running: z
    .strictObject({
      since: timeSchema,
      until: timeSchema,
      building: buildingSchema.nullable(),
      records: z.number().int().positive(),
    })
    .nullable(),
  /** One that is over waits for a supervisor; until then there is no other. */
  waiting: z.boolean(),
});
export type OwnEmergency = z.infer<typeof ownEmergencySchema>;

/** Whether a room is there, and nothing of who lives there; `several`: the text matches more than one room. */
export const ROOM_ANSWERS = ['there', 'unknown', 'several'] as const;
export type RoomAnswer = (typeof ROOM_ANSWERS)[number];

/**
 * All that a visitor's task learns of a room: whether it exists; not whether somebody lives in it, no name, no phone.
 */
export const roomCheckSchema = z.strictObject({
  answer: z.enum(ROOM_ANSWERS),
  roomId: roomIdSchema.nullable(),
  label: z.string().max(120).nullable(),
});
export type RoomCheck = z.infer<typeof roomCheckSchema>;
