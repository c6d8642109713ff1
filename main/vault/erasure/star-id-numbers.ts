/** ID numbers within sealed words, of people and of rooms: each becomes three stars, and the words are sealed anew in their place. */
import { SEALED_TIERS, type SealedFieldId, type SealedTier } from '../../../contract/fields.ts';
import {
  type BatchOpener,
  type SealBatch,
  createSealBatch,
  insertBatch,
  openSealBatch,
  type SealedPlace,
  type SealedRow,
} from '../keys/seal.ts';
import type { TierPrivate } from '../keys/tier-keys.ts';
import type { Session } from '../session/session.ts';
import { type Sql, sql } from '../store/sql.ts';
import type { WritableStore } from '../store/store.ts';
import { starIdNumbers } from '../values/id-in-words.ts';
import { maskValue } from '../values/mask.ts';
import { dropEmptyBatches } from './delete-people.ts';
import type { Traces } from './erased-values.ts';

/** Fields that are free words. A card number of eighteen digits is none. */
const WORDS = ['remark', 'note', 'address', 'emergency', 'guardian', 'contractor', 'foreman'] as const;
const AT_ONCE = 2_000;
/** Batches that are held open: values that were entered one by one have one each. */
const MAX_OPENERS = 256;

interface WordsRow extends SealedRow {
  readonly id: number;
  readonly batchId: number;
  readonly field: SealedFieldId;
  /** Null of a note about a room alone. */
  readonly personId: number | null;
  readonly ordinal: number | null;
  readonly roomId: number | null;
}

/** Where the words lie, the next of them after a row; exported for the test of their plans. */
const TABLES: Readonly<Record<'sealed_value' | 'room_note', (after: number) => Sql>> = {
  sealed_value: (after) => ({
    text: `SELECT v.id, v.batch_id AS batchId, v.field, v.person_id AS personId, v.ordinal, NULL AS roomId, v.tier, b.epoch, b.nonce, b.enc, v.n, v.ciphertext
      FROM sealed_value v CROSS JOIN seal_batch b ON b.id = v.batch_id WHERE v.id > ? AND v.field IN (${WORDS.map(() => '?').join(', ')}) ORDER BY v.id LIMIT ?`,
    values: [after, ...WORDS, AT_ONCE],
  }),
  room_note: (after) => sql`
    SELECT r.note_id AS id, r.batch_id AS batchId, 'note' AS field, NULL AS personId, NULL AS ordinal, r.sealed_to AS roomId, r.tier, b.epoch, b.nonce, b.enc, r.n, r.ciphertext
    FROM room_note r CROSS JOIN seal_batch b ON b.id = r.batch_id WHERE r.note_id > ${after} ORDER BY r.note_id LIMIT ${AT_ONCE}`,
};
type WordsTable = keyof typeof TABLES;

/** Words with a number in them, and how they are to read. */
export interface Starred {
  readonly table: WordsTable;
  readonly row: WordsRow;
  readonly words: string;
}

/** Looks through all of them with the keys of a supervisor, a page at a time: those with a number, once a page. Errors: `store-damaged`. */
export async function* findIdsInWords(
  { store, keys: { vaultId } }: Session,
  keys: ReadonlyMap<SealedTier, TierPrivate>,
): AsyncGenerator<readonly Starred[]> {
  const openers = new Map<number, BatchOpener>();
  const openerOf = (row: WordsRow): BatchOpener => {
    const known = openers.get(row.batchId);
    if (known !== undefined) return known;
    if (openers.size >= MAX_OPENERS) openers.clear();
    const key = keys.get(row.tier);
    if (key === undefined) throw new Error(`tier ${row.tier} was not opened`);
    const opener = openSealBatch(vaultId, key, row);
    openers.set(row.batchId, opener);
    return opener;
  };
  for (const table of Object.keys(TABLES) as readonly WordsTable[])
    for (let after = 0; ;) {
      const rows = await store.all<WordsRow>(TABLES[table](after));
      yield rows.flatMap((row): readonly Starred[] => {
        const value = openerOf(row).open({ n: row.n, ...placeOf(row) }, row.ciphertext);
        const words = starIdNumbers(value);
        return words === value ? [] : [{ table, row, words }];
      });
      const last = rows.at(-1);
      if (last === undefined || rows.length < AT_ONCE) break;
      after = last.id;
    }
}

const placeOf = ({ id, field, personId, ordinal, roomId }: WordsRow): SealedPlace =>
  personId === null ? { roomId: roomId ?? 0, noteId: id } : { personId, field, ordinal: ordinal ?? 0 };

/** Seals them anew, in the transaction of whoever calls it. `traces` gets what their old ciphertexts would be found by. */
export async function starIds(
  tx: WritableStore,
  session: Session,
  found: readonly Starred[],
  traces: Traces,
): Promise<void> {
  const { policy, clock, keys } = session;
  for (const tier of SEALED_TIERS) {
    const ofTier = found.filter(({ row }) => row.tier === tier);
    if (ofTier.length === 0) continue;
    const batch: SealBatch = createSealBatch({ vaultId: keys.vaultId, ...keys.tierKeys[tier] });
    const batchId = await insertBatch(tx, batch);
    for (const { table, row, words } of ofTier) {
      const { n, ciphertext } = batch.seal(placeOf(row), words);
      if (table === 'room_note')
        await tx.run(
          sql`UPDATE room_note SET batch_id = ${batchId}, n = ${n}, ciphertext = ${ciphertext} WHERE note_id = ${row.id}`,
        );
      else {
        const { mask, valid } = maskValue(policy.masks, row.field, words, { now: clock.now() });
        await tx.run(sql`
          UPDATE sealed_value SET batch_id = ${batchId}, n = ${n}, ciphertext = ${ciphertext}, mask = ${mask}, valid = ${valid ? 1 : 0} WHERE id = ${row.id}`);
      }
      traces.add(row.ciphertext.subarray(0, 8));
    }
  }
  await dropEmptyBatches(tx, new Set(found.map(({ row }) => row.batchId)));
}
