/** Logs a search once it has settled (1 s without another, or a record opened from it): kinds and counts, never the text. */
import type { SearchKind } from '../../../contract/search/lists.ts';
import type { LogDetail } from '../../../contract/log/entries.ts';
import type { SessionEntry } from '../log/audit-log.ts';

const SETTLE_MS = 1000;

/** How many people of one kind of match were shown, over all pages. */
export interface FoundKind {
  readonly kind: SearchKind;
  readonly count: number;
  readonly more: boolean;
}

/** The search that is not logged yet. */
export interface SearchLog {
  /** Call with each reply, and with the kinds that were searched where it is empty; restarts the second. */
  searched(found: readonly FoundKind[], asked: readonly SearchKind[]): void;
  /**
   * The entry of the search that is not logged yet, to commit together with what followed from it; null where
   * there is none.
   */
  take(): SessionEntry<'search'> | null;
}

/** An empty search log; `settled` is called when a search has settled. */
export function createSearchLog(settled: () => void): SearchLog {
  let pending: LogDetail<'search'> | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  return {
    searched(found, asked) {
      clearTimeout(timer);
      pending = countByKind(found, asked);
      timer = setTimeout(settled, SETTLE_MS);
      timer.unref();
    },
    take() {
      clearTimeout(timer);
      const detail = pending;
      pending = null;
      return detail === null ? null : { action: 'search', outcome: 'done', detail };
    },
  };
}

/** A search without a match records the kinds that were searched. */
const countByKind = (found: readonly FoundKind[], asked: readonly SearchKind[]): LogDetail<'search'> =>
  found.length === 0
    ? { of: 'nothing', sought: asked }
    : { of: 'found', kinds: found.map(({ kind, count, more }) => ({ kind, count, more })) };
