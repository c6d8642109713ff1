/** Reasons for openings and replacements; some reasons need words. */
import type { Reason } from '../../../contract/fields.ts';
import { REASONS_WITH_TICKET } from '../../../contract/tasks/lists.ts';
import { AppError } from '../app-error.ts';

/** A reason as a request states it. */
export interface Why {
  readonly reason: Reason;
  readonly words?: string | undefined;
  readonly ticket?: string | undefined;
}

const NEEDS_WORDS: ReadonlySet<Reason> = new Set(['other', 'emergency']);

/**
 * Reason and ticket as the log records them. Errors: `invalid-value` {field} where required words or a
 * required ticket are missing.
 */
export function describeWhy(why: Why): { readonly reason: string; readonly ticket: string | null } {
  const words = why.words?.trim() ?? '';
  if (NEEDS_WORDS.has(why.reason) && words.length < 2)
    throw new AppError('invalid-value', { field: 'reason' });
  const ticket = why.ticket?.trim() ?? '';
  if (ticket === '' && REASONS_WITH_TICKET.includes(why.reason))
    throw new AppError('invalid-value', { field: 'ticket' });
  return {
    reason: words === '' ? why.reason : `${why.reason}: ${words}`,
    ticket: ticket === '' ? null : ticket,
  };
}
