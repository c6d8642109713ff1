/** Reply schemas of the policy routes. */
import { z } from 'zod';
import { enumOf, switchedFieldsSchema, timeSchema } from '../schemas.ts';
import {
  MASK_LEVELS,
  type MaskLevel,
  POLICY_MASKS,
  POLICY_SETTINGS,
  type PolicyMask,
  SETTING_VALUES,
} from './lists.ts';

/** The level of each mask; a level of another mask is refused. */
export const maskPolicySchema = z.strictObject({
  name: z.enum(MASK_LEVELS.name),
  phone: z.enum(MASK_LEVELS.phone),
  email: z.enum(MASK_LEVELS.email),
  wechat: z.enum(MASK_LEVELS.wechat),
  address: z.enum(MASK_LEVELS.address),
  'contact-person': z.enum(MASK_LEVELS['contact-person']),
  'id-number': z.enum(MASK_LEVELS['id-number']),
  birthday: z.enum(MASK_LEVELS.birthday),
  plate: z.enum(MASK_LEVELS.plate),
  'bank-card': z.enum(MASK_LEVELS['bank-card']),
} satisfies Record<PolicyMask, z.ZodType>);

/** All that the policy page shows. */
export const policyViewSchema = z.strictObject({
  masks: maskPolicySchema,
  switchedOn: switchedFieldsSchema,
  /**
   * Every level of every mask, with the number of values that remain possible behind it; null where the
   * format of the field gives no such number.
   */
  choices: z
    .array(
      z.strictObject({
        mask: enumOf(POLICY_MASKS),
        levels: z
          .array(
            z.strictObject({
              level: enumOf(SETTING_VALUES as readonly MaskLevel[]),
              candidates: z.number().int().positive().nullable(),
            }),
          )
          .max(5),
      }),
    )
    .max(POLICY_MASKS.length),
  /**
   * How many people share a masked name under the default mask: for the rarest and for the most common masked
   * name. Null where there are no people.
   */
  alike: z.strictObject({ least: z.number().int().positive(), most: z.number().int().positive() }).nullable(),
  switches: switchedFieldsSchema,
  /** Newest first. */
  history: z
    .array(
      z.strictObject({
        id: z.number().int().positive(),
        at: timeSchema,
        staffName: z.string().max(60),
        cosignerName: z.string().max(60).nullable(),
        setting: enumOf(POLICY_SETTINGS),
        was: enumOf(SETTING_VALUES),
        became: enumOf(SETTING_VALUES),
        words: z.string().max(120),
        /** Stored masks that were recomputed in the same step. */
        remasked: z.number().int().nonnegative(),
      }),
    )
    .max(200),
});
export type PolicyView = z.infer<typeof policyViewSchema>;
