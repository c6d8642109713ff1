/**
 * Requests outlive a restore: what was asked since the backup was made, who is restricted and who no longer, and which consents were withdrawn or refused.
 * The restored log knows none of it, so that what the vault goes by is entered there again, by whoever restores.
 */
import type { Withdrawal } from '../../../contract/fields.ts';
import type { PersonId } from '../../../contract/ids.ts';
import type { LogDetail } from '../../../contract/log/entries.ts';
import type { NewLogEntry } from '../log/audit-log.ts';
import { chainOf, readChain, readMarks, startOf } from '../log/chains.ts';
import type { KnowsStaff } from '../log/decisions.ts';
import { readRestricting, requireRestrictions } from '../retention-rules/on-request.ts';
import { type WholeRow, nullWhereDamaged, putRows, readRows } from '../store/copy-rows.ts';
import { sql } from '../store/sql.ts';
import type { ReadableStore, WritableStore } from '../store/store.ts';
import type { RequestRow } from './row.ts';

/** What the store of before knows. */
interface KnownRequests {
  readonly requests: readonly WholeRow[];
  /** Of whoever has withdrawn or refused something, all of that purpose. */
  readonly notices: readonly WholeRow[];
}

type Again<A extends 'request-in' | 'request-restrict' | 'request-lift' | 'consent-withdraw'> = {
  readonly action: A;
  readonly outcome: 'done';
  readonly personId: PersonId;
  readonly detail: LogDetail<A>;
};
/** An entry of the restored log, but for who signs it. */
type SaidAgain = {
  [A in 'request-in' | 'request-restrict' | 'request-lift' | 'consent-withdraw']: Again<A>;
}['request-in' | 'request-restrict' | 'request-lift' | 'consent-withdraw'];

/** Null where the store is damaged or tampered with and cannot say. Errors: those of the store. */
export const readRequestsKnown = (staff: KnowsStaff, store: ReadableStore): Promise<KnownRequests | null> =>
  nullWhereDamaged(async () => {
    await requireRestrictions(staff, store);
    return {
      requests: await readRows(store, 'subject_request'),
      notices: await store.all<WholeRow>(sql`
        SELECT * FROM notice n WHERE EXISTS (
          SELECT 1 FROM notice w WHERE w.person_id = n.person_id AND w.purpose = n.purpose AND w.withdrawn_on IS NOT NULL)`),
    };
  });

/** Writes them into a restored store, in the caller's transaction. Returns what its log has to say of them. */
export async function carryRequestsOver(
  staff: KnowsStaff,
  tx: WritableStore,
  { requests, notices }: KnownRequests,
): Promise<readonly SaidAgain[]> {
  const then = await readRestricting(staff, tx);
  const before = new Set((await readRows(tx, 'subject_request')).map(({ id }) => id));
  const [marks, own] = [await readMarks(tx), await readChain(tx)];
  const lastOf = (chain: number): number => marks.find((mark) => chainOf(mark) === chain) ?? startOf(chain);
  // Entries after the backup are gone, and others will have their numbers.
  const asThen = (seq: WholeRow[string] | undefined): WholeRow[string] =>
    typeof seq === 'number' && seq <= lastOf(chainOf(seq)) ? seq : null;
  await putRows(
    tx,
    'subject_request',
    requests.map((row) => ({
      ...row,
      taken_seq: asThen(row['taken_seq']) ?? lastOf(own),
      identity_seq: asThen(row['identity_seq']),
      authority_seq: asThen(row['authority_seq']),
      act_seq: asThen(row['act_seq']),
      // The edition by which one ended since is in the store of before alone.
      edition: before.has(row['id'] ?? null) ? (row['edition'] ?? null) : null,
    })),
  );
  const said: SaidAgain[] = [];
  for (const row of await tx.all<RequestRow>(sql`
    SELECT id AS requestId, what, asker, way, person_id AS personId, restricts FROM subject_request ORDER BY id`)) {
    const { requestId, what, asker, way, personId, restricts } = row;
    const which = { request: requestId, what };
    const again = { outcome: 'done', personId } as const;
    if (!before.has(requestId))
      said.push({ action: 'request-in', detail: { ...which, asker, way }, ...again });
    if (restricts === 1 && !then.has(requestId))
      said.push({ action: 'request-restrict', detail: which, ...again });
    if (restricts === 0 && then.has(requestId))
      said.push({ action: 'request-lift', detail: which, ...again });
  }
  return [...said, ...(await carryWithdrawals(tx, notices))];
}

/** Of whoever is on record. What has not changed since the backup is said no more. */
async function carryWithdrawals(
  tx: WritableStore,
  notices: readonly WholeRow[],
): Promise<readonly SaidAgain[]> {
  const ended = new Map<string, Again<'consent-withdraw'>>();
  for (const row of notices) {
    const then = await tx.get<{ readonly personId: PersonId; readonly on: string | null }>(
      sql`SELECT person_id AS personId, withdrawn_on AS "on" FROM notice WHERE id = ${row['id'] ?? null}`,
    );
    const personId = then?.personId ?? (row['person_id'] as PersonId);
    if ((await tx.get(sql`SELECT 1 FROM person WHERE id = ${personId}`)) === undefined) continue;
    await putRows(tx, 'notice', [{ ...row, person_id: personId }]);
    const [on, follows] = [row['withdrawn_on'] as string | null, row['follows'] as Withdrawal | null];
    if (on === null || follows === null || then?.on === on) continue;
    const key = `${personId} ${on} ${follows}`;
    const purposes = [...(ended.get(key)?.detail.purposes ?? []), row['purpose'] as never];
    ended.set(key, {
      action: 'consent-withdraw',
      outcome: 'done',
      personId,
      detail: { purposes: [...new Set(purposes)], on, follows },
    });
  }
  return [...ended.values()];
}

/** A request that was taken in since is one from the entry on that says so again. `seq`: number of the first of these entries. */
export async function numberTakenIn(
  tx: WritableStore,
  seq: number,
  entries: readonly NewLogEntry[],
): Promise<void> {
  for (const [at, entry] of entries.entries())
    if (entry.action === 'request-in')
      await tx.run(
        sql`UPDATE subject_request SET taken_seq = ${seq + at} WHERE id = ${entry.detail.request}`,
      );
}
