/** An admin adds reasons, puts some out of use, orders them, and says which ask for a ticket. */
import type { ReasonId } from '../../../contract/fields.ts';
import { mayFollow } from '../../../contract/reasons/lists.ts';
import { MAX_MOST_USED, type ReasonsView } from '../../../contract/reasons/routes.ts';
import type { RouteRequest } from '../../../contract/routes.ts';
import { AppError } from '../app-error.ts';
import { readChosenReasons } from '../session/reasons.ts';
import { type Session, nameOfStaff } from '../session/session.ts';
import { sql } from '../store/sql.ts';
import type { ReadableStore } from '../store/store.ts';
import { withAdmin } from '../session/with-own-pin.ts';
import { commit } from '../session/commit.ts';
import { done } from '../log/done.ts';

/** How far back reasons are counted, in entries of the log: some days of a desk. */
const COUNTED_ENTRIES = 2000;

/** Query of the reasons that were given last, exported for the test of its plan. */
export const GIVEN_REASONS = sql`
  SELECT reason FROM log_entry
  WHERE seq > (SELECT max(seq) FROM log_entry) - ${COUNTED_ENTRIES} AND action IN ('reveal', 'verify') AND reason IS NOT NULL`;

/** Errors: those of the store. */
export async function readReasons(session: Session): Promise<ReasonsView> {
  const chosen = await readChosenReasons(session, session.store);
  return {
    list: session.reasons,
    mostUsed: await readMostUsed(session, session.store),
    chosen:
      chosen === null
        ? null
        : { at: chosen.at, staffName: nameOfStaff(session, chosen.staffId), words: chosen.words },
  };
}

/** As many as are offered first, filled up in the order of the list where fewer were given. */
async function readMostUsed({ reasons }: Session, store: ReadableStore): Promise<ReasonId[]> {
  const counts = new Map<string, number>();
  for (const { reason } of await store.all<{ readonly reason: string }>(GIVEN_REASONS)) {
    const [id = ''] = reason.split(':');
    counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  const count = (id: ReasonId): number => counts.get(id) ?? 0;
  return reasons
    .filter(({ used }) => used)
    .map(({ id }) => id)
    .toSorted((one, other) => count(other) - count(one))
    .slice(0, MAX_MOST_USED);
}

/** Errors: `bad-request` (nothing would change, or a reason would be lost or renamed), `not-allowed` (the own slot is no admin's), those of `withSlots`, `changed-meanwhile`. */
export async function changeReasons(
  session: Session,
  { list, words, pin }: RouteRequest<'reasons.change'>,
): Promise<ReasonsView> {
  const before = session.reasons;
  if (JSON.stringify(before) === JSON.stringify(list) || !mayFollow(before, list))
    throw new AppError('bad-request', { where: 'list' });
  await withAdmin(session, pin, async (signedBy) => {
    if (session.reasons !== before) throw new AppError('changed-meanwhile');
    await commit(session, async () => [done('reasons', { list }, { reason: words, signedBy })]);
    session.reasons = list;
  });
  return readReasons(session);
}
