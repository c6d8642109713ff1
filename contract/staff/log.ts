/** Log details of staff changes: role and name at that time, never a PIN. */
import { z } from 'zod';
import { type Actions, signedCoordinated, signed } from '../manifest.ts';
import { ROLES } from '../fields.ts';
import { staffIdSchema } from '../ids.ts';
import { noDetail, sealedRecordSchema, staffNameSchema } from '../log/parts.ts';

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
export const staffActions = {
  'pin-change': {
    detail: noDetail,
    ...signedCoordinated('staff', { roster_entry: '+', tier_grant: '+-', slot_copy: '+-', try_share: '+' }),
  },
  'staff-add': {
    detail: memberSchema,
    ...signedCoordinated('staff', { roster_entry: '+', tier_grant: '+', slot_copy: '+', try_share: '+' }),
    duties: ['permission-matrix'],
  },
  'staff-role': {
    detail: memberSchema,
    ...signedCoordinated('staff', { roster_entry: '+', tier_grant: '+-', slot_copy: '+-', try_share: '+' }),
    duties: ['permission-matrix'],
  },
  'staff-reset': {
    detail: memberSchema,
    ...signedCoordinated('staff', { roster_entry: '+', tier_grant: '+-', slot_copy: '+-', try_share: '+' }),
    duties: ['permission-matrix'],
  },
  'staff-name': {
    detail: z.strictObject({ was: staffNameSchema, became: staffNameSchema }),
    ...signedCoordinated('staff', { roster_entry: '+' }),
    duties: ['permission-matrix'],
  },
  /** `record`: number of the resident's record that is theirs, sealed, in lower-case hexadecimal; null: none any more. */
  'staff-link': {
    detail: z.strictObject({
      name: staffNameSchema,
      staff: staffIdSchema,
      record: sealedRecordSchema.nullable(),
    }),
    decides: true,
    ...signedCoordinated('staff', { canary_key: '+~', roster_entry: '+' }),
    duties: ['permission-matrix'],
  },
  'staff-leave': {
    detail: memberSchema,
    ...signedCoordinated('staff', { roster_entry: '+', tier_grant: '-', slot_copy: '-' }),
    duties: ['permission-matrix'],
  },
  'staff-suspend': {
    detail: memberSchema,
    ...signedCoordinated('staff', { roster_entry: '+', tier_grant: '-' }),
    duties: ['permission-matrix'],
  },
  'slot-open': { detail: memberSchema, ...signed('staff', {}), duties: ['permission-matrix'] },
} as const satisfies Actions;
