/** The task routes: who may call each, its request and its reply. */
import { z } from 'zod';
import { FIELDS } from '../fields.ts';
import { glassIdSchema, noteIdSchema, personIdSchema, roomIdSchema } from '../ids.ts';
import { revealedFieldSchema } from '../residents/views.ts';
import { DESK, EVERYONE, OVERSIGHT, route } from '../route.ts';
import type { Routes } from '../route.ts';
import { nothing, pinSchema, ticketSchema, wordsSchema } from '../schemas.ts';
import { MAX_GLASS_OPEN, NOTES_AT_ONCE } from './limits.ts';
import {
  glassEventSchema,
  noteOutcomeSchema,
  noteViewSchema,
  ownGlassSchema,
  roomCheckSchema,
  taskIdSchema,
} from './views.ts';

/** Access, request schema and reply schema of each task route. */
export const tasksRoutes = {
  'tasks.checkRoom': route(DESK, z.strictObject({ text: z.string().trim().min(1).max(60) }), roomCheckSchema),
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
  ),
  /** Notes of a person and of the rooms that they live in, newest first, before `before` where given. */
  'notes.list': route(
    EVERYONE,
    z.strictObject({ personId: personIdSchema, before: noteIdSchema.nullable() }),
    z.strictObject({ notes: z.array(noteViewSchema).max(NOTES_AT_ONCE), more: z.boolean() }),
    { showsMasksAlone: true },
  ),
  /**
   * Opens the contact fields for an emergency at once, with the caller's own PIN and words that a supervisor
   * will read. The first begins an emergency, those that follow belong to it until it ends; nobody begins
   * another before a supervisor has acknowledged the last.
   */
  'glass.break': route(
    DESK,
    z.strictObject({
      personId: personIdSchema,
      words: wordsSchema,
      ticket: ticketSchema.optional(),
      pin: pinSchema,
    }),
    z.strictObject({ fields: z.array(revealedFieldSchema).max(20) }),
  ),
  'glass.own': route(DESK, nothing, ownGlassSchema),
  /** Ends the emergency of whoever is signed in. */
  'glass.end': route(DESK, nothing, ownGlassSchema),
  /** Emergencies: unacknowledged ones, then the last acknowledged ones. */
  'glass.list': route(
    OVERSIGHT,
    nothing,
    z.strictObject({
      open: z.array(glassEventSchema).max(MAX_GLASS_OPEN),
      seen: z.array(glassEventSchema).max(50),
    }),
    { inInspection: true },
  ),
  'glass.acknowledge': route(
    ['supervisor'],
    z.strictObject({ glassId: glassIdSchema, words: wordsSchema, pin: pinSchema }),
    nothing,
  ),
} as const satisfies Routes;
