/** Entries of what was done, in one line each where they are short. */
import type { LogAction, LogDetail } from '../../../contract/log/entries.ts';
import type { SessionEntry } from './audit-log.ts';

type Beside<A extends LogAction> = Omit<SessionEntry<A>, 'action' | 'outcome' | 'detail'>;

/** The entry of what was done. `beside`: whom and what it is about, and who signs it. */
export const done = <A extends LogAction>(
  action: A,
  detail: LogDetail<A>,
  ...[beside]: object extends Beside<A> ? [beside?: Beside<A>] : [beside: Beside<A>]
): SessionEntry<A> => ({ action, outcome: 'done', detail, ...beside }) as SessionEntry<A>;
