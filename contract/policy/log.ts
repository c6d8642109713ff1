/** Details of what an admin chooses. The setting itself is the entry's field. */
import { z } from 'zod';
import { SETTING_VALUES } from './lists.ts';
import type { SettingValue } from './lists.ts';
import type { POLICY_ACTIONS } from '../log/actions.ts';
import { countSchema, numberSchema } from '../log/parts.ts';
import type { DetailSchemas } from '../log/parts.ts';

const valueSchema = z.enum(SETTING_VALUES as readonly [SettingValue, ...SettingValue[]]);

export const policyDetails = {
  /**
   * `remasked`: masks that were made anew for it. `choice`: its place among all choices, whichever desk's log they stand in; null for one of
   * before there were such numbers, whose place is that in its log.
   */
  policy: z.strictObject({
    was: valueSchema,
    became: valueSchema,
    remasked: countSchema,
    choice: numberSchema.nullable(),
  }),
} satisfies DetailSchemas<(typeof POLICY_ACTIONS)[number]>;
