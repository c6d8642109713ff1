/** Log details of sweeps: counts, and the numbers of findings. Neither a path nor a name of a file, which may be somebody's. */
import { z } from 'zod';
import { type DetailSchemas, codeSchema, countSchema, numberSchema } from '../log/parts.ts';
import type { SigningRules } from '../log/signing.ts';
import { byteCountSchema, dateSchema } from '../schemas.ts';
import { sweepDaysSchema } from './routes.ts';

const counts = {
  files: countSchema,
  bytes: byteCountSchema,
  found: countSchema,
  people: countSchema,
  unread: countSchema,
} as const;
const run = { sweep: numberSchema } as const;

/** Schema of `detail` for each action of a sweep. */
export const sweepDetails = {
  sweep: z.discriminatedUnion('step', [
    z.strictObject({ step: z.literal('begun'), ...run, byHand: z.boolean(), drives: z.boolean() }),
    z.strictObject({ step: z.literal('paused'), ...run }),
    z.strictObject({ step: z.literal('resumed'), ...run }),
    z.strictObject({ step: z.literal('done'), ...run, ...counts }),
    z.strictObject({ step: z.literal('cancelled'), ...run, ...counts }),
    z.strictObject({ step: z.literal('failed'), ...run, code: codeSchema }),
  ]),
  'sweep-settings': z.discriminatedUnion('change', [
    z.strictObject({ change: z.literal('schedule'), everyDays: sweepDaysSchema }),
    z.strictObject({ change: z.literal('folder-added'), folder: numberSchema }),
    z.strictObject({ change: z.literal('folder-removed'), folder: numberSchema }),
  ]),
  /** `finding`: its number; `people`: how many are in the file. */
  'sweep-accept': z.strictObject({ finding: numberSchema, people: countSchema, until: dateSchema }),
  'sweep-dispose': z.strictObject({
    finding: numberSchema,
    people: countSchema,
    bytes: byteCountSchema,
    /** Other files with the same content, as the last sweep has seen them. */
    copies: countSchema,
  }),
  'sweep-import': z.strictObject({ finding: numberSchema, people: countSchema }),
} satisfies DetailSchemas;

/** Whose signature an entry of each action needs: a sweep is begun by the clock as well, and takes no PIN. */
export const sweepSigning = {
  sweep: 'free',
  'sweep-settings': 'free',
  'sweep-accept': 'own',
  'sweep-dispose': 'own',
  'sweep-import': 'free',
} as const satisfies SigningRules<typeof sweepDetails>;
