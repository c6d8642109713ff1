/** Searches of one desk: the latest can be continued by 50 matches; each is logged by kinds and counts. */
import type { RouteReply, RouteRequest } from '../../../contract/routes.ts';
import type { SearchKind } from '../../../contract/search/lists.ts';
import { AppError } from '../app-error.ts';
import { dayOf } from '../clock.ts';
import { processNewEntries, withinLimits } from '../access-monitor/desk-watch.ts';
import type { Session } from '../session/session.ts';
import { beginRestricted } from '../retention-rules/restricted.ts';
import { scopeSearch } from './scoped-search.ts';
import { type Rest, kindsOf, searchPeople } from './search.ts';

/** The handlers of `people.search` and `people.searchNext`. */
export interface SearchDesk {
  readonly search: (
    session: Session,
    request: RouteRequest<'people.search'>,
  ) => Promise<RouteReply<'people.search'>>;
  /** Errors: `not-found` after another search, or for a page that was already read. */
  readonly searchNext: (
    session: Session,
    request: RouteRequest<'people.searchNext'>,
  ) => Promise<RouteReply<'people.searchNext'>>;
}

/** The search that can be continued, its token, and how many people were shown. */
interface Latest {
  readonly next: number;
  readonly rest: Rest;
  readonly text: string;
  readonly shown: number;
}

/** Handlers with a memory of the latest search. */
export function createSearchDesk(): SearchDesk {
  /** Grows with each request, so that a late search cannot replace a newer one. */
  let count = 0;
  let latest: Latest | null = null;
  const hold = (held: Latest): void => {
    if (held.next === count) latest = held;
  };
  const searchCounted = async (
    session: Session,
    { text, only }: RouteRequest<'people.search'>,
  ): Promise<RouteReply<'people.search'>> => {
    const next = ++count;
    const kept: Rest[] = [];
    latest = null;
    const restrictedAmong = beginRestricted(session);
    const reply = await searchPeople(session.store, session.policy.masks, text, only, {
      patterns: session.roomPatterns,
      today: dayOf(session.clock.now()),
      scoped: await scopeSearch(session),
      keep: (rest) => (kept.push(rest), next),
    });
    for (const rest of kept) hold({ next, rest, text, shown: reply.groups[0]?.rows.length ?? 0 });
    // Parsed again only where nothing was found; only then it is needed.
    const asked: readonly SearchKind[] =
      reply.groups.length > 0 ? [] : kindsOf(session.policy.masks, text, only);
    if (text.trim() !== '')
      await session.searchLog.searched(
        text,
        reply.groups.map(({ kind, rows, more }) => ({ kind, count: rows.length, more })),
        asked,
      );
    return { ...reply, groups: await withoutRestricted(restrictedAmong, reply.groups) };
  };
  return {
    search: async (session, request) => {
      if (request.text.trim() !== '')
        return withinLimits(session, 'search', { first: () => session.searchLog.begin(request.text) }, () =>
          searchCounted(session, request),
        );
      // The box was emptied: entered and counted now, nobody waits for it at the first letter of the next search.
      await session.searchLog.end();
      if (!session.readOnly) await processNewEntries(session);
      return searchCounted(session, request);
    },
    // Each page counts as a search: a hundred people are a hundred people, however they are asked for.
    searchNext: (session, request) =>
      withinLimits(session, 'search', { first: () => session.searchLog.end() }, () =>
        readNext(session, request),
      ),
  };

  async function readNext(
    session: Session,
    request: RouteRequest<'people.searchNext'>,
  ): Promise<RouteReply<'people.searchNext'>> {
    if (latest?.next !== request.next) throw new AppError('not-found');
    const next = ++count;
    const { rest, text, shown } = latest;
    latest = null;
    const group = await rest();
    const all = shown + group.rows.length;
    if (group.more) hold({ next, rest, text, shown: all });
    await session.searchLog.searched(text, [{ kind: group.kind, count: all, more: group.more }], []);
    return {
      groups: await withoutRestricted(beginRestricted(session), [group]),
      next: group.more ? next : null,
    };
  }
}

type Groups = RouteReply<'people.search'>['groups'];

/** Whoever is restricted is not found; a group that has nobody else is none. */
async function withoutRestricted(
  restrictedAmong: ReturnType<typeof beginRestricted>,
  groups: Groups,
): Promise<Groups> {
  const restricted = await restrictedAmong(
    groups.flatMap(({ rows }) => rows.map(({ personId }) => personId)),
  );
  if (restricted.size === 0) return groups;
  return groups
    .map((group) => ({ ...group, rows: group.rows.filter(({ personId }) => !restricted.has(personId)) }))
    .filter(({ rows, more }) => rows.length > 0 || more);
}
