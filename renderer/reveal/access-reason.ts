/** The reason as it is being filled in, and as the vault takes it. Pure. */
import type { ReasonId } from '../../contract/fields.ts';
import { type ReasonList, usedReason } from '../../contract/reasons/lists.ts';
import type { RouteRequest } from '../../contract/routes.ts';

export interface WhyDraft {
  readonly reason: ReasonId | null;
  readonly words: string;
  readonly ticket: string;
}

export type Why = RouteRequest<'people.reveal'>['why'];

export const noWhy = (reason: ReasonId | null = null): WhyDraft => ({ reason, words: '', ticket: '' });

/** The vault asks for words of their own with these. */
export const needsWords = (reason: ReasonId): boolean => reason === 'other' || reason === 'emergency';

/** An authority shows a document, whose number is the ticket; an admin says which others ask for one. */
export const needsTicket = (list: ReasonList, reason: ReasonId): boolean =>
  usedReason(list, reason)?.ticket === true;

/** The finished reason, or null while something is missing, or while it is one that is out of use. */
export function finishWhy(list: ReasonList, { reason, words, ticket }: WhyDraft): Why | null {
  if (
    reason === null ||
    usedReason(list, reason) === undefined ||
    (needsWords(reason) && words.trim().length < 2) ||
    (needsTicket(list, reason) && ticket.trim() === '')
  )
    return null;
  return {
    reason,
    ...(needsWords(reason) ? { words: words.trim() } : {}),
    ...(ticket.trim() === '' ? {} : { ticket: ticket.trim() }),
  };
}

/** How many are offered until all of them are asked for: as many as have a key. */
const OFFERED = 5;

/** Those in use, in the admin's order behind `first`, which belongs to what is being done; all of them, or as many as are offered and what was chosen. */
export function offeredReasons(
  list: ReasonList,
  {
    first,
    chosen,
    all,
  }: { readonly first: ReasonId | null; readonly chosen: ReasonId | null; readonly all: boolean },
): readonly ReasonId[] {
  const used = list.filter((one) => one.used).map(({ id }) => id);
  const ordered = [...used.filter((id) => id === first), ...used.filter((id) => id !== first)];
  return all ? ordered : ordered.filter((id, at) => at < OFFERED || id === chosen);
}
