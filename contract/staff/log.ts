/** Log details of staff changes: role and name at that time, never a PIN. */
import { z } from 'zod';
import { ROLES } from '../fields.ts';
import { staffIdSchema } from '../ids.ts';
import { type DetailSchemas, noDetail, sealedRecordSchema, staffNameSchema } from '../log/parts.ts';
import type { SigningRules } from '../log/signing.ts';

const roleSchema = z.enum(ROLES);

const memberSchema = z.strictObject({
  name: staffNameSchema,
  role: roleSchema,
  /** The previous role; null where it did not change. */
  was: roleSchema.nullable(),
  /** The same human being also has another role. */
  twoRoles: z.boolean(),
  /** The recovery sheet approved it instead of a second person. */
  sheet: z.boolean(),
});

/** Schema of `detail` for each staff action. */
export const staffDetails = {
  'pin-change': noDetail,
  'staff-add': memberSchema,
  'staff-role': memberSchema,
  'staff-reset': memberSchema,
  'staff-name': z.strictObject({ was: staffNameSchema, became: staffNameSchema }),
  /** `record`: number of the resident's record that is theirs, sealed, in lower-case hexadecimal; null: none any more. */
  'staff-link': z.strictObject({
    name: staffNameSchema,
    staff: staffIdSchema,
    record: sealedRecordSchema.nullable(),
  }),
  'staff-leave': memberSchema,
  'staff-suspend': memberSchema,
  'slot-open': memberSchema,
} satisfies DetailSchemas;

/** Whose signature an entry of each staff action needs. */
export const staffSigning = {
  'pin-change': 'own',
  'staff-add': 'own',
  'staff-role': 'own',
  'staff-reset': 'own',
  'staff-name': 'own',
  'staff-link': 'own',
  'staff-leave': 'own',
  'staff-suspend': 'own',
  'slot-open': 'own',
} as const satisfies SigningRules<typeof staffDetails>;
