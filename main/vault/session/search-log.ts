/** Logs a search once it has settled (1 s without another, or a record opened from it): kinds and counts, never the text. */
import type { SearchReply } from '../../../contract/views.ts';
import type { NewLogEntry } from '../log/audit-log.ts';

const SETTLE_MS = 1000;

export interface SearchLog {
  /** Called with each reply; starts the second anew. */
  searched(reply: SearchReply): void;
  /** The entry of a search that has not been logged yet, to be committed together with what came of it. */
  take(): Omit<NewLogEntry, 'staffId'> | null;
}

export function createSearchLog(settled: () => void): SearchLog {
  let pending: SearchReply | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  return {
    searched(reply) {
      clearTimeout(timer);
      pending = reply;
      timer = setTimeout(settled, SETTLE_MS);
      timer.unref();
    },
    take() {
      clearTimeout(timer);
      const reply = pending;
      pending = null;
      return reply === null ? null : { action: 'search', outcome: 'done', detail: countByKind(reply) };
    },
  };
}

function countByKind(reply: SearchReply): string {
  const counts = reply.groups.map((group) => `${group.kind} ${group.rows.length}${group.more ? '+' : ''}`);
  return counts.length === 0 ? 'none' : counts.join(', ');
}
