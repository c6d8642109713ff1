/** Reasons for openings and replacements: whether one is in use, and what it needs beside it. */
import type { ReasonId } from '../../../contract/fields.ts';
import { usedReason } from '../../../contract/reasons/lists.ts';
import { AppError } from '../app-error.ts';
import type { Session } from './session.ts';

/** A reason as a request states it. */
interface Why {
  readonly reason: ReasonId;
  readonly words?: string | undefined;
  readonly ticket?: string | undefined;
}

const NEEDS_WORDS: ReadonlySet<ReasonId> = new Set<ReasonId>(['other', 'emergency']);

/**
 * The ticket of a reason that the list in force has in use, null where there is none. Errors: `reason-out-of-use` (also for one that the list
 * does not have); `invalid-value` {field} where a required ticket is missing.
 */
export function requireReason(
  { reasons }: Pick<Session, 'reasons'>,
  { reason, ticket: given }: Pick<Why, 'reason' | 'ticket'>,
): string | null {
  const listed = usedReason(reasons, reason);
  if (listed === undefined) throw new AppError('reason-out-of-use');
  const ticket = given?.trim() ?? '';
  if (ticket === '' && listed.ticket) throw new AppError('invalid-value', { field: 'ticket' });
  return ticket === '' ? null : ticket;
}

/**
 * Reason and ticket as the log records them. Errors: those of `requireReason`; `invalid-value` {field} where
 * required words are missing.
 */
export function describeWhy(
  session: Pick<Session, 'reasons'>,
  why: Why,
): { readonly reason: string; readonly ticket: string | null } {
  const words = why.words?.trim() ?? '';
  if (NEEDS_WORDS.has(why.reason) && words.length < 2)
    throw new AppError('invalid-value', { field: 'reason' });
  const ticket = requireReason(session, why);
  return { reason: words === '' ? why.reason : `${why.reason}: ${words}`, ticket };
}
