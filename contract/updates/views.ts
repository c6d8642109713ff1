/** The update of the program that was to be applied last: for main, vault and page. */
import { z } from 'zod';
import { UPDATE_ENDS } from './lists.ts';

/** Three numbers. */
export const versionSchema = z.string().regex(/^\d{1,5}\.\d{1,5}\.\d{1,5}$/);

/** `to` is `from` where nobody can tell what it was any more. */
export const lastUpdateSchema = z.strictObject({
  from: versionSchema,
  to: versionSchema,
  end: z.enum(UPDATE_ENDS),
});
