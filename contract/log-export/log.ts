/** Log details of exports of the log. */
import { z } from 'zod';
import { sha256Schema } from '../attachments/views.ts';
import { type Actions, signed } from '../manifest.ts';
import { momentSchema } from '../log/parts.ts';
import { numberSchema } from '../numbers.ts';
import { LOG_EXPORT_FORMATS } from './lists.ts';

/** SHA-256 in lower-case hexadecimal. */

/** Each action on exports. */
export const logExportActions = {
  /**
   * Made before the file is there; `failed` is a second entry, where the file then could not be written. The purpose is the entry's reason. `from`,
   * `until`: the span that was asked for, in milliseconds since 1970, the latter exclusive; null where it is open.
   */
  'log-export': {
    detail: z.strictObject({
      format: z.enum(LOG_EXPORT_FORMATS),
      from: momentSchema.nullable(),
      until: momentSchema.nullable(),
      first: numberSchema,
      last: numberSchema,
      count: numberSchema,
      recipient: z.string().max(200),
      sha256: sha256Schema,
    }),
    ...signed('log', {}),
    duties: ['access-oversight'],
  },
} as const satisfies Actions;
