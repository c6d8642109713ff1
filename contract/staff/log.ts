/** Details of changes of staff: role and name as they were then, never a PIN. */
import { z } from 'zod';
import { ROLES } from '../fields.ts';
import type { STAFF_ACTIONS } from '../log/actions.ts';
import { noDetail, staffNameSchema } from '../log/parts.ts';
import type { DetailSchemas } from '../log/parts.ts';

const roleSchema = z.enum(ROLES);

const memberSchema = z.strictObject({
  name: staffNameSchema,
  role: roleSchema,
  /** The role before; null where it stays. */
  was: roleSchema.nullable(),
  /** The same human being has another role as well. */
  twoRoles: z.boolean(),
  /** The recovery sheet stood behind it, and no second person. */
  sheet: z.boolean(),
});

export const staffDetails = {
  'pin-change': noDetail,
  'staff-add': memberSchema,
  'staff-role': memberSchema,
  'staff-reset': memberSchema,
  'staff-name': z.strictObject({ was: staffNameSchema, became: staffNameSchema }),
  'staff-leave': memberSchema,
  'staff-suspend': memberSchema,
  'slot-open': memberSchema,
} satisfies DetailSchemas<(typeof STAFF_ACTIONS)[number]>;
