/** The routes of limits and alerts: who may call each, its request and its reply. */
import { z } from 'zod';
import { alertIdSchema, personIdSchema, staffIdSchema } from '../ids.ts';
import { momentSchema } from '../log/parts.ts';
import { countSchema, numberSchema } from '../numbers.ts';
import { DESK, NO_RESIDENT, OVERSIGHT, PREPARATION, route } from '../route.ts';
import { enumOf, maskSchema, nothing, pinSchema, proofSchema, wordsSchema } from '../schemas.ts';
import { ALERT_KINDS } from './lists.ts';
import { limitsSchema } from './schemas.ts';

/** Most unexplained alerts in the list; others follow as these are explained. */
export const MAX_ALERTS_OPEN = 200;
/** How many of the explained ones are listed. */
export const MAX_ALERTS_SEEN = 50;

const alertKindSchema = enumOf(ALERT_KINDS);
const staffNameSchema = z.string().max(60);

const limitsViewSchema = z.strictObject({
  limits: limitsSchema,
  /** Who has chosen them; null where nobody has. */
  chosen: z
    .strictObject({ at: momentSchema, staffName: staffNameSchema, words: z.string().max(200) })
    .nullable(),
});
/** Limits as the page shows them. */
export type LimitsView = z.infer<typeof limitsViewSchema>;

const alertViewSchema = z.strictObject({
  /** Number of its entry. */
  alertId: alertIdSchema,
  at: momentSchema,
  kind: alertKindSchema,
  count: countSchema,
  /** From how many on it is raised, as it is set now; null where nothing is counted. */
  limit: numberSchema.nullable(),
  /** Null where it was several together. */
  staffId: staffIdSchema.nullable(),
  staffName: staffNameSchema.nullable(),
  personId: personIdSchema.nullable(),
  personMask: maskSchema.nullable(),
  /** Of one of the rooms. */
  roomLabel: z.string().max(200).nullable(),
  /** Nobody explains an alert about themselves where another supervisor can: `another` is to. */
  reader: z.enum(['you', 'another', 'you-alone']),
  seen: z
    .strictObject({ at: momentSchema, staffName: staffNameSchema, words: z.string().max(200) })
    .nullable(),
});
/** An alert as the page shows it. */
export type AlertView = z.infer<typeof alertViewSchema>;

/** Result of applying limits to the log of past days. */
const limitsTrialSchema = z.strictObject({
  /** How many days of the log were looked through. */
  days: countSchema,
  /** How often somebody would have had to ask a supervisor or to wait. */
  stopped: countSchema,
  waited: countSchema,
  alerts: z.array(z.strictObject({ kind: alertKindSchema, count: numberSchema })).max(ALERT_KINDS.length),
});
/** Type of `limitsTrialSchema`. */
export type LimitsTrial = z.infer<typeof limitsTrialSchema>;

/** Access, request schema and reply schema of each route of limits and alerts. */
export const limitsRoutes = {
  'limits.read': route(OVERSIGHT, nothing, limitsViewSchema, { ...NO_RESIDENT, inInspection: true }),
  /** Where more is allowed than before, or something is watched no more, a supervisor has to agree. */
  'limits.change': route(
    ['admin'],
    z.strictObject({
      limits: limitsSchema,
      words: wordsSchema,
      pin: pinSchema,
      supervisor: proofSchema.optional(),
    }),
    limitsViewSchema,
    { enters: ['limits'], shows: 'nothing', proof: 'both', changes: ['limits'] },
  ),
  /** Stops and alerts that these limits would have caused in the last thirty days. */
  'limits.try': route(OVERSIGHT, z.strictObject({ limits: limitsSchema }), limitsTrialSchema, {
    ...PREPARATION,
    inInspection: true,
  }),
  /** A supervisor lets whoever is signed in go on for an hour. */
  'limits.override': route(
    DESK,
    z.strictObject({ supervisor: proofSchema, words: wordsSchema }),
    z.strictObject({ until: momentSchema }),
    { enters: ['limit-override'], shows: 'nothing', proof: 'second', scope: 'nobody' },
  ),
  'alerts.list': route(
    OVERSIGHT,
    nothing,
    z.strictObject({
      open: z.array(alertViewSchema).max(MAX_ALERTS_OPEN),
      seen: z.array(alertViewSchema).max(MAX_ALERTS_SEEN),
    }),
    { enters: 'masks', shows: 'masks', proof: 'none', inInspection: true },
  ),
  'alerts.explain': route(
    ['supervisor'],
    z.strictObject({ alertId: alertIdSchema, words: wordsSchema, pin: pinSchema }),
    nothing,
    { enters: ['alert-seen'], shows: 'nothing', proof: 'own', changes: ['alerts'] },
  ),
};
