/** Log details of traces: what a mark led to, and what was written for the police. No code and no number. */
import { z } from 'zod';
import { sha256Schema } from '../attachments/views.ts';
import { type Actions, defineContract, unsigned, signed } from '../manifest.ts';
import { momentSchema } from '../log/parts.ts';
import { countSchema, numberSchema } from '../numbers.ts';
import { CASE_SUBJECTS } from './case-lists.ts';
import { TRACE_ACTION_WORDS } from './lists.ts';

/** Each action of traces. */
const traceActions = {
  /** `session`: entry of the sign-in that the mark leads to, `at` its minute; null where the mark is none of this vault's. */
  trace: {
    detail: z.strictObject({ session: numberSchema, at: momentSchema }).nullable(),
    ...unsigned('log', {}),
  },
  /**
   * Made before the file is there; `failed` is a second entry, where the file then could not be written. The purpose is the entry's reason. `entries`: how
   * many are in it.
   */
  'case-file': {
    detail: z.strictObject({
      of: z.enum(CASE_SUBJECTS),
      entries: countSchema,
      sha256: sha256Schema,
    }),
    ...signed('log', {}),
  },
} as const satisfies Actions;

/** Log actions of a trace, for the join; its routes read the entries of all features and are joined after. */
export const traceLog = defineContract({ actions: traceActions, actionWords: TRACE_ACTION_WORDS });
