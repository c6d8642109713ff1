/** The reason as it is being filled in, and as the vault takes it. Pure. */
import type { Reason } from '../../contract/fields.ts';
import { REASONS_WITH_TICKET } from '../../contract/tasks/lists.ts';
import type { RouteRequest } from '../../contract/routes.ts';

export interface WhyDraft {
  readonly reason: Reason | null;
  readonly words: string;
  readonly ticket: string;
}

export type Why = RouteRequest<'people.reveal'>['why'];

export const noWhy = (reason: Reason | null = null): WhyDraft => ({ reason, words: '', ticket: '' });

/** The vault asks for words of their own with these. */
export const needsWords = (reason: Reason): boolean => reason === 'other' || reason === 'emergency';

/** An authority shows a document, whose number is the ticket. */
export const needsTicket = (reason: Reason): boolean => REASONS_WITH_TICKET.includes(reason);

/** The finished reason, or null while something is missing. */
export function finishWhy({ reason, words, ticket }: WhyDraft): Why | null {
  if (
    reason === null ||
    (needsWords(reason) && words.trim().length < 2) ||
    (needsTicket(reason) && ticket.trim() === '')
  )
    return null;
  return {
    reason,
    ...(needsWords(reason) ? { words: words.trim() } : {}),
    ...(ticket.trim() === '' ? {} : { ticket: ticket.trim() }),
  };
}
