/** Log details of changes that were not kept: of which step of which desk. */
import { z } from 'zod';
import { type Actions, signed } from '../manifest.ts';
import { lossKey } from './views.ts';

/** Schema of `detail` for each action. */
export const lossesActions = {
  /** All that the step has lost is off the list at every desk. */
  'loss-seen': { detail: z.strictObject(lossKey), decides: true, ...signed('records', {}) },
} as const satisfies Actions;
