/** Words of features for the details of their log entries: the log's page asks here where it has none of its own. */
import type { Translate } from '../messages/translate.ts';
import type { LogAction, LogDetail } from '../../contract/log/entries.ts';

export interface EntryContext {
  readonly t: Translate;
  /** Of the entry. */
  readonly field: string | null;
}

/** The detail of an action where it has one. */
export type Detail<A extends LogAction> = NonNullable<LogDetail<A>>;
export type DetailWords<A extends LogAction> = (context: EntryContext, detail: Detail<A>) => string;
export type BroughtDetailWords = { readonly [A in LogAction]?: DetailWords<A> };

const BROUGHT = new Map<string, DetailWords<LogAction>>();

export function bringDetailWords(words: BroughtDetailWords): void {
  // The action and its detail go together (contract/log/entries.ts), which the compiler cannot follow through a table.
  for (const [action, say] of Object.entries(words)) BROUGHT.set(action, say as DetailWords<LogAction>);
}

/** Null where no feature has brought any. */
export const broughtDetailWords = (action: LogAction): DetailWords<LogAction> | null =>
  BROUGHT.get(action) ?? null;

/** Parts of what is said, without the empty ones. */
export const together = (parts: readonly (string | false)[]): string =>
  parts.filter((part) => part !== false && part !== '').join(' · ');
