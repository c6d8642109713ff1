/** Log details of policy changes. The setting is named in the entry's `field`. */
import { z } from 'zod';
import { SETTING_VALUES, type SettingValue } from './lists.ts';
import { type DetailSchemas, countSchema, numberSchema } from '../log/parts.ts';
import type { SigningRules } from '../log/signing.ts';

const valueSchema = z.enum(SETTING_VALUES as readonly [SettingValue, ...SettingValue[]]);

/** Schema of `detail` for each policy action. */
export const policyDetails = {
  /**
   * `remasked`: stored masks that were recomputed. `choice`: its number among all changes of all desks; null
   * for a change made before these numbers existed, which is ordered by its place in the log.
   */
  policy: z.strictObject({
    was: valueSchema,
    became: valueSchema,
    remasked: countSchema,
    choice: numberSchema.nullable(),
  }),
} satisfies DetailSchemas;

/** Whose signature an entry needs. */
export const policySigning = { policy: 'own' } as const satisfies SigningRules<typeof policyDetails>;
