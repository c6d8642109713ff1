/** The task routes: who may call each, its request and its reply. */
import { z } from 'zod';
import { FIELDS } from '../fields.ts';
import { emergencyIdSchema, noteIdSchema, personIdSchema, roomIdSchema } from '../ids.ts';
import { revealedFieldSchema } from '../people/views.ts';
import { DESK, EVERYONE, NO_RESIDENT, OVERSIGHT, PLAINLY, route } from '../route.ts';
import { nothing, pinSchema, proofSchema, ticketSchema, wordsSchema } from '../schemas.ts';
import { MAX_EMERGENCY_OPEN, NOTES_AT_ONCE } from './limits.ts';
import {
  emergencyEventSchema,
  noteOutcomeSchema,
  noteViewSchema,
  ownEmergencySchema,
  roomCheckSchema,
  taskIdSchema,
} from './views.ts';

/** Access, request schema and reply schema of each task route. */
export const tasksRoutes = {
  'tasks.checkRoom': route(
    DESK,
    z.strictObject({ text: z.string().trim().min(1).max(60) }),
    roomCheckSchema,
    { enters: ['room-check'], shows: 'ids', proof: 'none', scope: 'filtered' },
  ),
  /** Adds a note to a person, a room, or a person in a room. Words are sealed. */
  'notes.add': route(
    DESK,
    z.strictObject({
      personId: personIdSchema.nullable(),
      roomId: roomIdSchema.nullable(),
      task: taskIdSchema,
      outcome: noteOutcomeSchema,
      words: z.string().trim().max(FIELDS.note.longest),
    }),
    z.strictObject({ noteId: noteIdSchema }),
    { enters: ['note'], shows: 'ids', proof: 'none', scope: 'ids' },
  ),
  /** Notes of a person and of the rooms that they live in, newest first, before `before` where given. */
  'notes.list': route(
    EVERYONE,
    z.strictObject({ personId: personIdSchema, before: noteIdSchema.nullable() }),
    z.strictObject({ notes: z.array(noteViewSchema).max(NOTES_AT_ONCE), more: z.boolean() }),
    { enters: 'as-opened', shows: 'record', proof: 'none', scope: 'ids', maskedReadOnly: true },
  ),
  /**
   * Opens the contact fields for an emergency at once, with the caller's own PIN and words that a supervisor
   * will read. The first begins an emergency in the building of one of its rooms (`roomId`; the first of them where it is left
   * out), those that follow belong to it until it ends; nobody begins another before a supervisor has acknowledged the last. What is
   * not in that building, and what comes after many others, takes a supervisor's PIN.
   */
  'emergency.begin': route(
    DESK,
    z.strictObject({
      personId: personIdSchema,
      roomId: roomIdSchema.optional(),
      words: wordsSchema,
      ticket: ticketSchema.optional(),
      pin: pinSchema,
      cosigner: proofSchema.optional(),
    }),
    z.strictObject({ fields: z.array(revealedFieldSchema).max(20) }),
    { enters: ['emergency-access', 'alert'], shows: 'value', proof: 'both', scope: 'over' },
  ),
  'emergency.own': route(DESK, nothing, ownEmergencySchema, { ...NO_RESIDENT, scope: 'nobody' }),
  /** Ends the emergency of whoever is signed in. */
  'emergency.end': route(DESK, nothing, ownEmergencySchema, {
    enters: ['emergency-end'],
    ...PLAINLY,
    scope: 'nobody',
  }),
  /** Emergencies: unacknowledged ones, then the last acknowledged ones. */
  'emergency.list': route(
    OVERSIGHT,
    nothing,
    z.strictObject({
      open: z.array(emergencyEventSchema).max(MAX_EMERGENCY_OPEN),
      seen: z.array(emergencyEventSchema).max(50),
    }),
    { enters: 'masks', shows: 'masks', proof: 'none', inInspection: true },
  ),
  'emergency.acknowledge': route(
    ['supervisor'],
    z.strictObject({ emergencyId: emergencyIdSchema, words: wordsSchema, pin: pinSchema }),
    nothing,
    { enters: ['emergency-seen', 'emergency-end'], shows: 'nothing', proof: 'own' },
  ),
};
