/** Who has an ID number on record, and who of them may not: counted, and as a work list by masks. */
import { ID_ROWS_AT_ONCE } from '../../../contract/id-numbers/lists.ts';
import type { IdNumbersView } from '../../../contract/id-numbers/routes.ts';
import type { PersonId } from '../../../contract/ids.ts';
import type { RouteReply, RouteRequest } from '../../../contract/routes.ts';
import { dayOf } from '../clock.ts';
import { readHeld } from '../erasure/drop-id-numbers.ts';
import { HOLDER_QUERIES, idChoiceOf, readIdNumberDecision } from '../id-number-rules/decision.ts';
import { allChains } from '../log/chains.ts';
import { readLastDecision } from '../log/decisions.ts';
import { type Session, nameOfStaff } from '../session/session.ts';
import { sql } from '../store/sql.ts';
import { countOf } from '../store/rows.ts';
import { maskValue } from '../values/mask.ts';

/** Errors: those of the store and of `readIdNumberDecision`. */
export async function readIdNumbers(session: Session): Promise<IdNumbersView> {
  const { store, clock } = session;
  const last = await readLastDecision(session, store, allChains, 'id-removal');
  const decision = await readIdNumberDecision(session, store);
  const choice = decision?.choice ?? session.usualIdNumbers;
  return {
    choice,
    chosen:
      decision === null
        ? null
        : { at: decision.at, by: nameOfStaff(session, decision.staffId), words: decision.words },
    holders: await countOf(store, HOLDER_QUERIES.count),
    without: await countOf(store, HOLDER_QUERIES.countWithout(choice)),
    held: await countOf(
      store,
      HOLDER_QUERIES.countAmong(choice, [...(await readHeld(store, dayOf(clock.now())))]),
    ),
    values: await countOf(store, HOLDER_QUERIES.countValues(choice)),
    merges: await countOf(store, HOLDER_QUERIES.countMerges(choice)),
    unread: await countOf(store, sql`SELECT count(*) AS n FROM attachment WHERE media <> 'text'`),
    removed: last !== null,
    wordsOpen: last?.detail.again === true,
  };
}

/** Errors: as `readIdNumbers`. */
export async function listWithout(
  session: Session,
  { after }: RouteRequest<'idNumbers.without'>,
): Promise<RouteReply<'idNumbers.without'>> {
  const { store, policy } = session;
  const rows = await store.all<{ readonly personId: PersonId; readonly name: string; readonly room: string }>(
    HOLDER_QUERIES.without(await idChoiceOf(session, store), after, ID_ROWS_AT_ONCE + 1),
  );
  const shown = rows.slice(0, ID_ROWS_AT_ONCE);
  return {
    rows: shown.map(({ personId, name, room }) => ({
      personId,
      nameMask: maskValue(policy.masks, 'name', name, { kind: 'person' }).mask.slice(0, 220),
      room: room.slice(0, 120),
    })),
    next: rows.length > ID_ROWS_AT_ONCE ? (shown.at(-1)?.personId ?? null) : null,
  };
}
