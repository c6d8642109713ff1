/** Route that reads the progress of a vault's first day. */
import { z } from 'zod';
import { EVERYONE, NO_RESIDENT, route } from '../route.ts';
import { nothing } from '../schemas.ts';

const firstDaySchema = z.strictObject({
  /** At least one resident is recorded. */
  hasResidents: z.boolean(),
  /** A folder for backups was chosen. */
  hasBackupFolder: z.boolean(),
  /** Admins who can sign in. */
  admins: z.number().int().nonnegative(),
  /** An inspection pack was made. */
  hasPack: z.boolean(),
});
export type FirstDay = z.infer<typeof firstDaySchema>;

/** Routes of the first day. */
export const firstDayRoutes = {
  /** It names nobody and writes nothing. */
  'firstDay.read': route(EVERYONE, nothing, firstDaySchema, {
    ...NO_RESIDENT,
    scope: 'nobody',
    inInspection: true,
  }),
};
