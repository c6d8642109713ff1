/** Logs a search once it has settled (1 s without another, or a record opened from it): kinds and counts, never the text. */
import type { SearchKind } from '../../../contract/search-kinds.ts';
import type { NewLogEntry } from '../log/audit-log.ts';

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
  take(): Omit<NewLogEntry, 'staffId'> | null;
}

export function createSearchLog(settled: () => void): SearchLog {
  let pending: string | null = null;
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

/** `room 3, name 16+`; what found nothing says what was looked for: `none of name, phone`. */
function countByKind(found: readonly FoundKind[], asked: readonly SearchKind[]): string {
  if (found.length === 0) return asked.length === 0 ? 'none' : `none of ${asked.join(', ')}`;
  return found.map(({ kind, count, more }) => `${kind} ${count}${more ? '+' : ''}`).join(', ');
}
