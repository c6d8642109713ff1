/** Log details of sweeps: counts, and the numbers of findings. Neither a path nor a name of a file, which may be somebody's. */
import { z } from 'zod';
import { type Actions, unsigned, signed } from '../manifest.ts';
import { codeSchema } from '../log/parts.ts';
import { countSchema, numberSchema } from '../numbers.ts';
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

/** Each action of a sweep. */
export const sweepActions = {
  sweep: {
    detail: z.discriminatedUnion('step', [
      z.strictObject({ step: z.literal('begun'), ...run, byHand: z.boolean(), drives: z.boolean() }),
      z.strictObject({ step: z.literal('paused'), ...run }),
      z.strictObject({ step: z.literal('resumed'), ...run }),
      z.strictObject({ step: z.literal('done'), ...run, ...counts }),
      z.strictObject({ step: z.literal('cancelled'), ...run, ...counts }),
      z.strictObject({ step: z.literal('failed'), ...run, code: codeSchema }),
    ]),
    ...unsigned('sweep', { sweep_file: '-', sweep_run: '+~' }),
    duties: ['leftover-files'],
    byTheClock: true,
  },
  'sweep-settings': {
    detail: z.discriminatedUnion('change', [
      z.strictObject({ change: z.literal('schedule'), everyDays: sweepDaysSchema }),
      z.strictObject({ change: z.literal('folder-added'), folder: numberSchema }),
      z.strictObject({ change: z.literal('folder-removed'), folder: numberSchema }),
    ]),
    ...unsigned('sweep', { sweep_folder: '+-' }),
    duties: ['leftover-files'],
  },
  /** `finding`: its number; `people`: how many are in the file. */
  'sweep-accept': {
    detail: z.strictObject({ finding: numberSchema, people: countSchema, until: dateSchema }),
    ...signed('sweep', { sweep_file: '~' }),
    duties: ['leftover-files'],
  },
  'sweep-dispose': {
    detail: z.strictObject({
      finding: numberSchema,
      people: countSchema,
      bytes: byteCountSchema,
      /** Other files with the same content, as the last sweep has seen them. */
      copies: countSchema,
    }),
    ...signed('sweep', { disposal: '+', sweep_file: '~' }),
    duties: ['leftover-files'],
  },
  'sweep-import': {
    detail: z.strictObject({ finding: numberSchema, people: countSchema }),
    ...unsigned('sweep', {}),
    duties: ['leftover-files'],
  },
} as const satisfies Actions;
