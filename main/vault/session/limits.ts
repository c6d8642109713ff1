/** The limits in force: what an admin has chosen last, as the log says, or the usual ones. */
import { type Limits, completeLimits } from '../../../contract/limits/lists.ts';
import type { KnowsStaff } from '../log/decisions.ts';
import type { ReadableStore } from '../store/store.ts';
import { type ChosenBy, readLastChoice } from './last-choice.ts';

/** Null where the usual ones are in force. */
export async function readChosenLimits(
  staff: KnowsStaff,
  store: ReadableStore,
): Promise<(ChosenBy & { readonly limits: Limits }) | null> {
  const chosen = await readLastChoice(staff, store, 'limits');
  return chosen === null ? null : { ...chosen, limits: completeLimits(chosen.detail.limits) };
}
