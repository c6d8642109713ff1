/** Logs a search once it has settled (1 s without another, or a record opened from it): kinds and counts, never the text. */
import type { SearchKind } from '../../../contract/search/lists.ts';
import type { LogDetail } from '../../../contract/log/entries.ts';
import type { UnsignedEntry } from '../log/audit-log.ts';

const SETTLE_MS = 1000;

/** How many people of one kind of match have been shown, all fifties together. */
export interface FoundKind {
  readonly kind: SearchKind;
  readonly count: number;
  readonly more: boolean;
}

export interface SearchLog {
  /** Called with each reply, and with the kinds that were looked for where it is empty; starts the second anew. */
  searched(found: readonly FoundKind[], asked: readonly SearchKind[]): void;
  /** The entry of a search that has not been logged yet, to be committed together with what came of it. */
  take(): UnsignedEntry<'search'> | null;
}

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

/** What found nothing says what was looked for. */
const countByKind = (found: readonly FoundKind[], asked: readonly SearchKind[]): LogDetail<'search'> =>
  found.length === 0
    ? { of: 'nothing', sought: asked }
    : { of: 'found', kinds: found.map(({ kind, count, more }) => ({ kind, count, more })) };
