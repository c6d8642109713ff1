/** Log details of changes that were not kept: which part of which desk's op. */
import { type Actions, unsigned } from '../manifest.ts';
import { lossKeySchema } from './key.ts';

/** Schema of `detail` for each action. */
export const lossesActions = {
  /** It is off the list at every desk. */
  'loss-seen': { detail: lossKeySchema, decides: true, ...unsigned('records', {}) },
} as const satisfies Actions;
