/** The routes of what a company has to be able to show: who may call each, its request and its reply. */
import { z } from 'zod';
import { MAX_FACT } from '../company/lists.ts';
import { fileIdSchema, inspectionPackIdSchema } from '../ids.ts';
import { ID_CHOICES } from '../id-numbers/lists.ts';
import { HISTORY_ACTIONS } from '../log/entries.ts';
import { LOG_OUTCOMES } from '../log/outcomes.ts';
import { momentSchema } from '../log/parts.ts';
import { countSchema, numberSchema } from '../numbers.ts';
import { NO_RESIDENT, OVERSIGHT, PREPARATION, route } from '../route.ts';
import { dateSchema, enumOf, nothing, pinSchema } from '../schemas.ts';
import { DUTIES, EVIDENCE_STATES } from './lists.ts';
import { stateCountsSchema } from './log.ts';
import { DUTY_POINT_NAMES, POINT_STATES } from './points.ts';

/** Most entries that the history of a duty shows, the newest. */
export const MAX_HISTORY = 50;
/** Most packs in the register. */
export const MAX_PACKS = 50;

const dutySchema = enumOf(DUTIES);
const factSchema = z.string().max(MAX_FACT);
const staffNameSchema = z.string().max(60);

const evidenceSchema = z.strictObject({
  duty: dutySchema,
  /** That of its points together. */
  state: z.enum(EVIDENCE_STATES),
  /** Each of its points, in their order. */
  points: z
    .array(z.strictObject({ point: enumOf(DUTY_POINT_NAMES), state: enumOf(POINT_STATES) }))
    .max(DUTY_POINT_NAMES.length),
  /** When the newest of it is from. */
  at: momentSchema.nullable(),
  /** From when on it is stale. */
  dueOn: dateSchema.nullable(),
  count: countSchema.nullable(),
});
/** How it stands with a duty, as the page shows it. */
export type DutyEvidence = z.infer<typeof evidenceSchema>;

const dashboardSchema = z.strictObject({
  /** All of them, in the order of `DUTIES`. */
  evidence: z.array(evidenceSchema).length(DUTIES.length),
  evening: z.strictObject({
    isCompanyStated: z.boolean(),
    hasResidents: z.boolean(),
    itemsOpen: countSchema,
    originalsLeft: countSchema,
    pack: z.enum(['there', 'explained', 'missing']),
    idNumbers: z.strictObject({
      choice: z.enum(ID_CHOICES).nullable(),
      holders: countSchema,
      without: countSchema,
    }),
    officers: z.strictObject({ information: factSchema, network: factSchema }),
  }),
});
/** How it stands with everything. */
export type Dashboard = z.infer<typeof dashboardSchema>;

const historyEntrySchema = z.strictObject({
  seq: numberSchema,
  at: momentSchema,
  /** One of those that belong to the duty. */
  action: enumOf(HISTORY_ACTIONS),
  outcome: z.enum(LOG_OUTCOMES),
  staffName: staffNameSchema,
  cosignerName: staffNameSchema.nullable(),
});
/** An entry of the log that belongs to a duty. */
export type HistoryEntry = z.infer<typeof historyEntrySchema>;

const packSchema = z.strictObject({
  /** Number of its entry. */
  packId: inspectionPackIdSchema,
  at: momentSchema,
  staffName: staffNameSchema,
  pages: numberSchema,
  sha256: z.string().length(64),
  states: stateCountsSchema,
  outcome: z.enum(LOG_OUTCOMES),
});
/** A pack as the register shows it. */
export type PackView = z.infer<typeof packSchema>;

/** Access, request schema and reply schema of each route. */
export const evidenceRoutes = {
  'evidence.read': route(OVERSIGHT, nothing, dashboardSchema, { ...NO_RESIDENT, inInspection: true }),
  /** Newest first: what was done for a duty, by the log. */
  'evidence.history': route(
    OVERSIGHT,
    z.strictObject({ duty: dutySchema }),
    z.strictObject({ entries: z.array(historyEntrySchema).max(MAX_HISTORY), more: z.boolean() }),
    { ...NO_RESIDENT, inInspection: true },
  ),
  /** Packs that were made, newest first, by the log. */
  'evidence.packs': route(
    OVERSIGHT,
    nothing,
    z.strictObject({ packs: z.array(packSchema).max(MAX_PACKS), more: z.boolean() }),
    { ...NO_RESIDENT, inInspection: true },
  ),
  /** Writes a pack to `fileId`, picked in main's dialog. The log is checked for it, whole. `pictures`: with those of rectification, of which the supervisor says that they show no resident's data. */
  'evidence.makePack': route(
    ['supervisor'],
    z.strictObject({ fileId: fileIdSchema, pictures: z.literal(true).optional(), pin: pinSchema }),
    z.strictObject({ pages: numberSchema, sha256: z.string().length(64), states: stateCountsSchema }),
    { enters: ['inspection-pack', 'attachment-save'], shows: 'nothing', proof: 'own', sends: 'masks' },
  ),
  /** Ends a pack that is being made: nothing of it stays. */
  'evidence.cancelPack': route(['supervisor'], nothing, nothing, PREPARATION),
};
