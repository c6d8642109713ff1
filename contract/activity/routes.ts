/** The route of the overview: how much was done today, and how that compares. Counts alone, never a value and nobody of the residents. */
import { z } from 'zod';
import { REASONS } from '../fields.ts';
import { staffIdSchema } from '../ids.ts';
import { momentSchema } from '../log/parts.ts';
import { countSchema } from '../numbers.ts';
import { NO_RESIDENT, OVERSIGHT, route } from '../route.ts';
import { dateSchema, nothing, pinSchema, wordsSchema } from '../schemas.ts';
import { lookedAtSchema } from './log.ts';
import { MAX_BARS, MAX_PROBLEMS, MEASURES, type Measure, PICTURED, type Pictured, WEEKS } from './lists.ts';

/** An object with one value for each name. */
const each = <Name extends string, Value extends z.ZodType>(names: readonly Name[], value: Value) =>
  z.strictObject(Object.fromEntries(names.map((name) => [name, value])) as Record<Name, Value>);

/** Monday to Sunday, each from 00:00 on. */
const hoursOfWeekSchema = z.array(z.array(countSchema).length(24)).length(7);

const viewSchema = z.strictObject({
  /** When it was counted: today is until then. */
  at: momentSchema,
  /** `usual`: the median of the days of `compared`, each until the same time of the day; null where there are none. */
  tiles: each<Measure, z.ZodType<{ readonly today: number; readonly usual: number | null }>>(
    MEASURES,
    z.strictObject({ today: countSchema, usual: z.number().nonnegative().nullable() }),
  ),
  /** `weekday`: the days of the same weekday in the last eight weeks; `days`: as many of the last 28 days as the vault has; null where it has none. */
  compared: z.strictObject({ by: z.enum(['weekday', 'days']), days: z.number().int().positive() }).nullable(),
  /** Of the last 28 days, by weekday and hour. */
  hours: each<Pictured, typeof hoursOfWeekSchema>(PICTURED, hoursOfWeekSchema),
  /** Reveals of the last 28 days, the most first. */
  people: z
    .array(z.strictObject({ staffId: staffIdSchema, staffName: z.string().max(60), count: countSchema }))
    .max(MAX_BARS),
  /** Of everybody who has no bar. */
  peopleBeyond: countSchema,
  reasons: z.array(z.strictObject({ reason: z.enum(REASONS), count: countSchema })).max(REASONS.length),
  /** Oldest first; the last one is not over yet. `from`: its Monday. */
  weeks: z
    .array(
      z.strictObject({
        from: dateSchema,
        ...each<Pictured, typeof countSchema>(PICTURED, countSchema).shape,
      }),
    )
    .length(WEEKS),
});
/** Contents of the activity overview. */
export type ActivityView = z.infer<typeof viewSchema>;

const madeSchema = z.strictObject({
  last: z.strictObject({ at: momentSchema, by: z.string().max(60), words: z.string().max(200) }).nullable(),
  /** Null before the first. */
  dueOn: dateSchema.nullable(),
  daysLeft: z.number().int().nullable(),
  made: countSchema,
});
const supervisionSchema = z.strictObject({
  spotCheck: madeSchema,
  report: madeSchema,
  /** What there is to look at since the last spot check. */
  looked: lookedAtSchema,
  /** Of the last spot check. */
  problems: countSchema,
});
/** How it stands with the monthly spot check and the quarterly report. */
export type SupervisionView = z.infer<typeof supervisionSchema>;

/** Access, request schema and reply schema. */
export const activityRoutes = {
  /** Counts a bounded piece of the log at a time: whoever asks goes on asking while it is `counting`. */
  'activity.read': route(
    OVERSIGHT,
    nothing,
    z.discriminatedUnion('state', [
      z.strictObject({ state: z.literal('counting'), counted: countSchema, of: countSchema }),
      z.strictObject({ state: z.literal('counted'), view: viewSchema }),
    ]),
    { ...NO_RESIDENT, maskedReadOnly: true },
  ),
  'activity.supervision': route(OVERSIGHT, nothing, supervisionSchema, {
    ...NO_RESIDENT,
    inInspection: true,
  }),
  /** Signed by whoever has looked. */
  'activity.spotCheck': route(
    OVERSIGHT,
    z.strictObject({
      problems: z.number().int().min(0).max(MAX_PROBLEMS),
      words: wordsSchema,
      pin: pinSchema,
    }),
    supervisionSchema,
    { enters: ['spot-check', 'rectification-add'], shows: 'nothing', proof: 'own' },
  ),
  'activity.report': route(
    OVERSIGHT,
    z.strictObject({ words: wordsSchema, pin: pinSchema }),
    supervisionSchema,
    { enters: ['quarterly-report'], shows: 'nothing', proof: 'own' },
  ),
};
