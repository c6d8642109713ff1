/** Log details of policy changes. The setting is named in the entry's `field`. */
import { z } from 'zod';
import { type Actions, signedCoordinated } from '../manifest.ts';
import { SETTING_VALUES, type SettingValue } from './lists.ts';
import { countSchema, numberSchema } from '../numbers.ts';

const valueSchema = z.enum(SETTING_VALUES as readonly [SettingValue, ...SettingValue[]]);

/** Schema of `detail` for each policy action. */
export const policyActions = {
  /** `remasked`: stored masks that were recomputed. `choice`: its number among all changes of all desks. */
  policy: {
    detail: z.strictObject({
      was: valueSchema,
      became: valueSchema,
      remasked: countSchema,
      choice: numberSchema,
    }),
    decides: true,
    ...signedCoordinated('rules', { person: '~', room_note: '~', sealed_value: '~' }),
    duties: ['policy'],
  },
} as const satisfies Actions;
