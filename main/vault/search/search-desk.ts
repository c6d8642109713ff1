/** The searches of one desk: the latest can go on, fifty by fifty; each is told to the log by kinds and counts. */
import type { RouteReply, RouteRequest } from '../../../contract/routes.ts';
import type { SearchKind } from '../../../contract/search/lists.ts';
import { AppError } from '../app-error.ts';
import { dayOf } from '../clock.ts';
import type { Session } from '../session/session.ts';
import type { Rest } from './search.ts';
import { kindsOf, searchPeople } from './search.ts';

export interface SearchDesk {
  readonly search: (
    session: Session,
    request: RouteRequest<'people.search'>,
  ) => Promise<RouteReply<'people.search'>>;
  /** Errors: `not-found` where another search has been made since, or these fifty have been asked for before. */
  readonly searchNext: (
    session: Session,
    request: RouteRequest<'people.searchNext'>,
  ) => Promise<RouteReply<'people.searchNext'>>;
}

/** What can go on, by which number, and how many people of it have been shown. */
interface Latest {
  readonly next: number;
  readonly rest: Rest;
  readonly shown: number;
}

export function createSearchDesk(): SearchDesk {
  /** Grows with each request, so that a search that is overtaken by another cannot take its place. */
  let count = 0;
  let latest: Latest | null = null;
  const hold = (held: Latest): void => {
    if (held.next === count) latest = held;
  };
  return {
    async search(session, { text, only }) {
      const next = ++count;
      const kept: Rest[] = [];
      latest = null;
      const reply = await searchPeople(session.store, session.policy.masks, text, only, {
        patterns: session.roomPatterns,
        today: dayOf(session.clock.now()),
        keep: (rest) => (kept.push(rest), next),
      });
      for (const rest of kept) hold({ next, rest, shown: reply.groups[0]?.rows.length ?? 0 });
      // Read a second time only where nothing was found, which alone asks for it.
      const asked: readonly SearchKind[] =
        reply.groups.length > 0 ? [] : kindsOf(session.policy.masks, text, only);
      if (text.trim() !== '')
        session.searchLog.searched(
          reply.groups.map(({ kind, rows, more }) => ({ kind, count: rows.length, more })),
          asked,
        );
      return reply;
    },
    async searchNext(session, request) {
      if (latest?.next !== request.next) throw new AppError('not-found');
      const next = ++count;
      const { rest, shown } = latest;
      latest = null;
      const group = await rest();
      const all = shown + group.rows.length;
      if (group.more) hold({ next, rest, shown: all });
      session.searchLog.searched([{ kind: group.kind, count: all, more: group.more }], []);
      return { groups: [group], next: group.more ? next : null };
    },
  };
}
