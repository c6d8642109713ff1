/** Route that reads the progress of a vault's first day. */
import { z } from 'zod';
import { EVERYONE, OF_NOBODY, route } from '../route.ts';
import { enumOf, nothing } from '../schemas.ts';
import { FILLED_TABS } from './lists.ts';

const companySchema = z.strictObject({
  /** So few work in it, in one estate, that it does without what is empty. */
  isSmall: z.boolean(),
  /** What there is an entry in. */
  filled: z.array(enumOf(FILLED_TABS)).max(FILLED_TABS.length),
});
export type Company = z.infer<typeof companySchema>;

const firstDaySchema = z.strictObject({
  /** At least one resident is recorded. */
  hasResidents: z.boolean(),
  /** It has stated whose name and contact stand on papers. */
  hasCompany: z.boolean(),
  /** A folder for backups was chosen. */
  hasBackupFolder: z.boolean(),
  /** Admins who can sign in. */
  admins: z.number().int().nonnegative(),
  /** An admin has decided whether ID numbers are kept. */
  idNumbersDecided: z.boolean(),
  company: companySchema,
});
export type FirstDay = z.infer<typeof firstDaySchema>;

/** Routes of the first day. */
export const firstDayRoutes = {
  /** It names nobody and writes nothing. */
  'firstDay.read': route(EVERYONE, nothing, firstDaySchema, OF_NOBODY),
};
