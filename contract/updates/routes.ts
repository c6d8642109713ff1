/** Updates of the program from a folder: the routes, what is shown of them, and what the log says. */
import { z } from 'zod';
import { sha256Schema } from '../attachments/views.ts';
import { fileIdSchema } from '../ids.ts';
import { type Actions, unsigned, signed } from '../manifest.ts';
import { countSchema } from '../numbers.ts';
import { NO_RESIDENT, OVERSIGHT, PREPARATION, route } from '../route.ts';
import { nothing, pinSchema } from '../schemas.ts';
import { lastUpdateSchema, versionSchema } from './views.ts';

/** From one version to another, and the keys that have signed for it. */
const stepSchema = z.strictObject({
  from: versionSchema,
  to: versionSchema,
  signedBy: z.array(sha256Schema).min(1).max(16),
});

const standingSchema = z.strictObject({
  version: versionSchema,
  /** False of a build without a root: it can check no update, and takes none. */
  takesUpdates: z.boolean(),
  /** What was taken and is not in use yet, and the folder in which it lies. */
  taken: z.strictObject({ version: versionSchema, folder: z.string().max(4096) }).nullable(),
  /** Whether the program brings itself up to date at its next start; elsewhere the administrator installs what was taken. */
  appliesItself: z.boolean(),
  last: lastUpdateSchema.nullable(),
});
export type UpdateStanding = z.infer<typeof standingSchema>;

const offerSchema = stepSchema.extend({
  /** What is taken has to be the same. */
  offer: sha256Schema,
  bytes: countSchema,
});
export type UpdateOffer = z.infer<typeof offerSchema>;

/** Routes of updates. */
export const updatesRoutes = {
  'updates.read': route(OVERSIGHT, nothing, standingSchema, { ...NO_RESIDENT, inInspection: true }),
  /** Checks a folder and changes nothing. */
  'updates.look': route(['admin'], z.strictObject({ folderId: fileIdSchema }), offerSchema, PREPARATION),
  /** Copies it into the profile and checks it there. */
  'updates.take': route(
    ['admin'],
    z.strictObject({ folderId: fileIdSchema, offer: sha256Schema, pin: pinSchema }),
    standingSchema,
    { enters: ['program-update'], shows: 'nothing', proof: 'own' },
  ),
};

/** Details of their log entries. */
export const updatesActions = {
  'program-updated': { detail: lastUpdateSchema, ...unsigned('rules', {}), byTheClock: true },
  'program-update': { detail: stepSchema, ...signed('rules', {}) },
} as const satisfies Actions;
