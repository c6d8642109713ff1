/** The reasons in force: what an admin has chosen last, as the log says, or the usual ones. */
import { type ReasonList, completeList } from '../../../contract/reasons/lists.ts';
import type { OwnReason } from '../../../contract/reasons/schemas.ts';
import type { KnowsStaff } from '../log/decisions.ts';
import type { ReadableStore } from '../store/store.ts';
import { type ChosenBy, readLastChoice } from './last-choice.ts';
import type { Session } from './session.ts';

/** Null where the usual ones are in force, and no other is accepted. */
export async function readChosenReasons(
  staff: KnowsStaff,
  store: ReadableStore,
): Promise<(ChosenBy & { readonly list: ReasonList }) | null> {
  const chosen = await readLastChoice(staff, store, 'reasons');
  return chosen === null ? null : { ...chosen, list: completeList(chosen.detail.list) };
}

/** Words of the reasons that an admin has added, for paper, which has no other way to them. */
export const ownReasonsOf = ({ reasons }: Pick<Session, 'reasons'>): OwnReason[] =>
  reasons.flatMap(({ id, words }) => (words === null ? [] : [{ id, words }]));
