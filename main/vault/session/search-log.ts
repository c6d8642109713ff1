/**
 * Logs a search once it has settled (1 s without another, another one that does not go on from it, an emptied box, or a record opened from it): kinds and counts, never the text.
 * Typed back and on by other letters it is another one: every name that is tried is a search of its own, however fast it comes.
 */
import type { SearchKind } from '../../../contract/search/lists.ts';
import type { LogDetail } from '../../../contract/log/entries.ts';
import type { SessionEntry } from '../log/audit-log.ts';
import { done } from '../log/done.ts';

const SETTLE_MS = 1000;
/** One search is typed within so long. */
const MAX_TYPING_MS = 10_000;

/** How many people of one kind of match were shown, over all pages. */
interface FoundKind {
  readonly kind: SearchKind;
  readonly count: number;
  readonly more: boolean;
}

/** The search that is not logged yet. */
export interface SearchLog {
  /** Call before a search: logs the one before, unless this one goes on typing it, and waits until all before are entered. Errors: those of `settled`. */
  begin(text: string): Promise<void>;
  /** Logs the search that is not logged yet, so that what follows is another one, and waits until it is entered. Errors: those of `settled`. */
  end(): Promise<void>;
  /** Call with each reply, and with the kinds that were searched where it is empty; restarts the second. `text` is compared and not kept once it is logged. */
  searched(text: string, found: readonly FoundKind[], asked: readonly SearchKind[]): Promise<void>;
  /**
   * The entry of the search that is not logged yet, to commit together with what followed from it; null where
   * there is none.
   */
  take(): SessionEntry<'search'> | null;
}

interface Pending {
  /** The longest text of it: every other is its beginning. */
  readonly furthest: string;
  /** By a clock that nobody sets, when the typing of it began. */
  readonly began: number;
  readonly detail: LogDetail<'search'>;
}

/** An empty search log; `settled` enters a search that has settled, and fails for nothing: nobody waits for it but the next search. */
export function createSearchLog(settled: (entry: SessionEntry<'search'>) => Promise<void> | void): SearchLog {
  let pending: Pending | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** Those that are being entered. */
  let entering: Promise<unknown> = Promise.resolve();
  const take = (): SessionEntry<'search'> | null => {
    clearTimeout(timer);
    const detail = pending?.detail ?? null;
    pending = null;
    return detail === null ? null : done('search', detail);
  };
  const settle = (): void => {
    const entry = take();
    if (entry !== null) entering = Promise.all([entering, settled(entry)]).then(() => undefined);
  };
  const isAnother = (text: string): boolean => pending !== null && !goesOn(pending, text);
  const begin = async (text: string): Promise<void> => {
    if (isAnother(text)) settle();
    await entering;
  };
  return {
    begin,
    end: async () => {
      settle();
      await entering;
    },
    async searched(text, found, asked) {
      // Another may have come while the one before was entered.
      do await begin(text);
      while (isAnother(text));
      clearTimeout(timer);
      pending = {
        furthest: pending !== null && pending.furthest.length > text.length ? pending.furthest : text,
        began: pending?.began ?? performance.now(),
        detail: countByKind(found, asked),
      };
      timer = setTimeout(settle, SETTLE_MS);
      timer.unref();
    },
    take,
  };
}

/** Typed further, or back, or on again by the same letters, and not for longer than somebody types: else whatever comes within a second of another would be counted as one. */
const goesOn = ({ furthest, began }: Pending, next: string): boolean =>
  (next.startsWith(furthest) || furthest.startsWith(next)) && performance.now() - began < MAX_TYPING_MS;

/** A search without a match records the kinds that were searched. */
const countByKind = (found: readonly FoundKind[], asked: readonly SearchKind[]): LogDetail<'search'> =>
  found.length === 0
    ? { of: 'nothing', sought: asked }
    : { of: 'found', kinds: found.map(({ kind, count, more }) => ({ kind, count, more })) };
