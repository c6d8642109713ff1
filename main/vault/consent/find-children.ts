/**
 * Who is under fourteen and has no guardian on record: their age lies in sealed values, so that a supervisor's PIN opens them, one person after the
 * other, and nothing of it is kept but how many there were. Of whoever is restricted nothing is opened.
 */
import type { SealedFieldId } from '../../../contract/fields.ts';
import { MISSING_AT_ONCE } from '../../../contract/consent/lists.ts';
import type { MissingRow } from '../../../contract/consent/routes.ts';
import type { PersonId } from '../../../contract/ids.ts';
import type { RouteRequest } from '../../../contract/routes.ts';
import { type BatchOpener, type SealedRow, openSealBatch } from '../keys/seal.ts';
import type { TierPrivate } from '../keys/tier-keys.ts';
import { readRestricted } from '../retention-rules/restricted.ts';
import { withTiers } from '../session/open-values.ts';
import type { Session } from '../session/session.ts';
import { requireSupervisor } from '../session/with-slots.ts';
import { type Sql, sql } from '../store/sql.ts';
import { saysUnderFourteen } from '../values/age.ts';
import { describePeople } from './missing.ts';
import { withOwnPin } from '../session/with-own-pin.ts';
import { commitValue } from '../session/commit.ts';
import { done } from '../log/done.ts';

/** Rows that are opened before other requests have their turn. */
const AT_ONCE = 2_000;

interface Row extends SealedRow {
  readonly id: number;
  readonly batchId: number;
  readonly personId: PersonId;
  readonly field: SealedFieldId;
  readonly ordinal: number;
}

/** The next of the values that may tell an age, of people without a guardian; exported for the test of its plan. */
export const agesAfter = (id: number): Sql => sql`
  SELECT v.id, v.batch_id AS batchId, v.person_id AS personId, v.field, v.ordinal, v.tier, b.epoch, b.nonce, b.enc, v.n, v.ciphertext
  FROM sealed_value v CROSS JOIN seal_batch b ON b.id = v.batch_id
  WHERE v.id > ${id} AND v.field IN ('birthday', 'idNumber') AND v.replaced_at IS NULL AND v.tier = 'identity'
    AND NOT EXISTS (SELECT 1 FROM sealed_value g WHERE g.person_id = v.person_id AND g.field = 'guardian' AND g.replaced_at IS NULL)
  ORDER BY v.id LIMIT ${AT_ONCE}`;

/** The first of them by masks. Errors: `needs-supervisor`, those of `withSlots`, `withTiers` and the log: nothing is said then. */
export async function findChildren(
  session: Session,
  { pin }: RouteRequest<'consent.findChildren'>,
): Promise<readonly MissingRow[]> {
  return withOwnPin(session, pin, async (present) => {
    const supervisor = requireSupervisor(present);
    const { looked, children } = await withTiers(session, supervisor, ['identity'], (keys) =>
      lookThrough(session, keys.get('identity')),
    );
    const rows = await describePeople(session, children.slice(0, MISSING_AT_ONCE));
    return commitValue(session, async (tx) => {
      await tx.run(sql`
        INSERT INTO guardian_look (id, looked_at, found) VALUES (1, ${session.clock.now()}, ${children.length})
        ON CONFLICT (id) DO UPDATE SET looked_at = excluded.looked_at, found = excluded.found`);
      return {
        value: rows,
        entries: [done('consent-children', { looked, found: children.length }, { signedBy: present })],
      };
    });
  });
}

async function lookThrough(
  session: Session,
  key: TierPrivate | undefined,
): Promise<{ readonly looked: number; readonly children: readonly PersonId[] }> {
  if (key === undefined) throw new Error('the identity tier was not opened');
  const restricted = await readRestricted(session);
  const looked = new Set<PersonId>();
  const children = new Set<PersonId>();
  const batches = new Map<number, BatchOpener>();
  for (let after = 0; ;) {
    const rows = await session.store.all<Row>(agesAfter(after));
    for (const row of rows) {
      const { id, batchId, personId, field, ordinal, n, ciphertext } = row;
      after = id;
      if (restricted.has(personId)) continue;
      const batch = batches.get(batchId) ?? openSealBatch(session.keys.vaultId, key, row);
      batches.set(batchId, batch);
      const value = batch.open({ n, personId, field, ordinal }, ciphertext);
      looked.add(personId);
      if (saysUnderFourteen(field, value, session.clock.now())) children.add(personId);
    }
    if (rows.length < AT_ONCE) return { looked: looked.size, children: [...children] };
  }
}

/** The last look, and how many it found. Null where nobody has looked. */
export async function readLastLook({
  store,
}: Pick<Session, 'store'>): Promise<{ readonly at: number; readonly found: number } | null> {
  const row = await store.get<{ readonly at: number; readonly found: number }>(
    sql`SELECT looked_at AS at, found FROM guardian_look WHERE id = 1`,
  );
  return row ?? null;
}
