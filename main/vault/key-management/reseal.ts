/** Opens everything that is sealed under the keys of some tiers and seals it under their next ones, row by row in its place, within the caller's transaction. */
import type { SealedTier } from '../../../contract/fields.ts';
import { takeIds } from '../store/ids.ts';
import { withWideCache } from '../store/wide-cache.ts';
import type { Sql } from '../store/sql.ts';
import type { ReadableStore, WritableStore } from '../store/store.ts';
import { threadCount } from '../long-work/threads.ts';
import { type ResealThreads, startResealThreads } from './reseal-in-worker.ts';
import { MAX_IN_A_BATCH, type PartText, type ResealedPart, type TierChanges } from './reseal-part.ts';
import { retagFormer } from './retag-former.ts';
import { BELOW_EVERY_ID, takeTagged } from './tagged-values.ts';
import { countOf } from '../store/rows.ts';
import { isEmptyBatch } from '../store/tables.ts';

/** Rows that are read, sealed and written in one go; of a third of a megabyte. */
const AT_ONCE = 2_000;
/** Bytes of a ciphertext, several times those of the longest value: one that somebody has made longer is not read, so that it cannot stop the others. */
export const LONGEST_SEALED = 65_536;

/** A table with sealed values; every table that refers to `seal_batch` is one, which a test holds it to. */
interface SealedTable {
  readonly name: string;
  readonly key: string;
  /** Columns that its values are bound to, in the order of `reseal-part.ts`, from the tables of `from`. */
  readonly place: string;
  readonly from: string;
}

export const SEALED_TABLES: readonly SealedTable[] = [
  {
    name: 'sealed_value',
    key: 'id',
    place: 't.person_id, substr(t.field, 1, 64), t.ordinal',
    from: 'sealed_value t',
  },
  {
    name: 'room_note',
    key: 'note_id',
    place: 't.sealed_to, t.note_id',
    from: 'room_note t',
  },
  // The keys of their contents: the contents stay as they are.
  { name: 'attachment', key: 'id', place: 't.id', from: 'attachment t' },
];

export interface Resealed {
  readonly values: number;
  /** Values that the tier's key does not open, because somebody has changed them: they stay as they are, as unreadable as before. */
  readonly unreadable: number;
}

/** Takes how many are done, and lets others in. Errors: AppError `cancelled`. */
export type Tell = (done: number) => Promise<void>;

/** How many there are to seal. */
export async function countSealed(store: ReadableStore, tiers: readonly SealedTier[]): Promise<number> {
  const counts = await Promise.all(
    SEALED_TABLES.map(({ name }) =>
      store.get<{ readonly n: number }>(ofTiers(`SELECT count(*) AS n FROM ${name} t`, tiers)),
    ),
  );
  return counts.reduce((sum, row) => sum + (row?.n ?? 0), 0);
}

/**
 * Values keep their rows, with masks, ages and what refers to them; batches and match tags are made anew and the old ones go; tags of replaced values are tagged again. An import's
 * values stay its own, so that it can be undone. The memory that this takes does not grow with the store, but for one bit a value.
 * Errors: those of the store and of `tell`, AppError `internal` where a thread ended; the caller's transaction is then rolled back.
 */
export function resealTiers(
  tx: WritableStore,
  vaultId: string,
  changes: TierChanges,
  tell: Tell,
): Promise<Resealed> {
  return withWideCache(tx, async () => {
    const tiers = [...changes.keys()];
    const tagged = await takeTagged(tx, tiers);
    const firstId = await takeIds(tx, 'seal_batch', await countBatches(tx, tiers));
    const threads = startResealThreads({ vaultId, changes, tagged, firstId });
    try {
      const resealed = await resealWith(threads, tx, tiers, tell);
      await retagFormer(tx, vaultId, changes, () => tell(resealed.values + resealed.unreadable));
      await dropBatches(tx, tiers);
      return resealed;
    } finally {
      await threads.close();
    }
  });
}

/** How many new ones there may be at most: every thread has one for each tier and import, and another whenever one is full. */
async function countBatches(tx: ReadableStore, tiers: readonly SealedTier[]): Promise<number> {
  const kinds = await countOf(tx, {
    text: `SELECT count(*) AS n FROM (SELECT DISTINCT tier, import_id FROM seal_batch WHERE tier IN (${tiers.map(() => '?').join(', ')}))`,
    values: tiers,
  });
  const full = Math.ceil((await countSealed(tx, tiers)) / MAX_IN_A_BATCH);
  return threadCount() * (kinds + full + 1);
}

const ofTiers = (text: string, tiers: readonly SealedTier[], ...before: readonly string[]): Sql => ({
  text: `${text} ${text.includes('WHERE') ? 'AND' : 'WHERE'} t.tier IN (${tiers.map(() => '?').join(', ')})`,
  values: [...before, ...tiers],
});

interface Part extends PartText {
  /** The highest key in it. */
  readonly last: string;
  readonly count: number;
}

/** Parts are read ahead for as long as every thread has one to work on and one to come, and written in the order in which they were read. */
async function resealWith(
  threads: ResealThreads,
  tx: WritableStore,
  tiers: readonly SealedTier[],
  tell: Tell,
): Promise<Resealed> {
  const underWay: {
    readonly table: SealedTable;
    readonly count: number;
    readonly resealed: Promise<ResealedPart>;
  }[] = [];
  let done = 0;
  let unreadable = 0;
  const writeNext = async (): Promise<void> => {
    const next = underWay.shift();
    if (next === undefined) return;
    const resealed = await next.resealed;
    await write(tx, next.table, resealed);
    unreadable += resealed.unreadable;
    await tell((done += next.count));
  };
  for (const table of SEALED_TABLES) {
    for (
      let part = await readPart(tx, table, tiers, BELOW_EVERY_ID);
      part !== null;
      part = await readPart(tx, table, tiers, part.last)
    ) {
      const resealed = threads.reseal({ rows: part.rows, batches: part.batches });
      // It is heard of when its turn comes, if it comes.
      resealed.catch(() => undefined);
      underWay.push({ table, count: part.count, resealed });
      if (underWay.length > 2 * threads.count) await writeNext();
    }
  }
  while (underWay.length > 0) await writeNext();
  return { values: done - unreadable, unreadable };
}

/** As one text for all rows, which a thread takes apart: row by row through this thread would take longer than sealing them. */
async function readPart(
  tx: ReadableStore,
  { key, place, from }: SealedTable,
  tiers: readonly SealedTier[],
  after: string,
): Promise<Part | null> {
  const bytes = (column: string, condition: string): string =>
    `CASE WHEN ${condition} THEN hex(${column}) END`;
  const part = ofTiers(
    `SELECT t.${key} AS key, t.batch_id AS batch, json_array('' || t.${key}, t.tier, '' || t.batch_id, t.n, ${bytes('t.ciphertext', `length(t.ciphertext) <= ${LONGEST_SEALED}`)}, ${place}) AS row
    FROM ${from} WHERE t.${key} > ?`,
    tiers,
    after,
  );
  const batch = `json_array('' || b.id, b.tier, b.epoch, ${bytes('b.nonce', 'length(b.nonce) = 16')}, ${bytes('b.enc', 'length(b.enc) = 32')}, b.import_id)`;
  const { last, ...rest } = (await tx.get<{ readonly [name in keyof Part]: Part[name] | null }>({
    text: `WITH part AS MATERIALIZED (${part.text} ORDER BY t.${key} LIMIT ${AT_ONCE})
      SELECT '[' || group_concat(row) || ']' AS rows, '' || max(key) AS last, count(*) AS count,
        (SELECT json_group_array(${batch}) FROM seal_batch b WHERE b.id IN (SELECT batch FROM part)) AS batches FROM part`,
    values: part.values,
  })) ?? { last: null };
  return last === null ? null : ({ last, ...rest } as Part);
}

async function write(
  tx: WritableStore,
  { name, key }: SealedTable,
  { batches, rows, tags }: ResealedPart,
): Promise<void> {
  await tx.run({
    text: `INSERT INTO seal_batch (id, tier, epoch, nonce, enc, import_id)
      SELECT j.value ->> 0, j.value ->> 1, j.value ->> 2, unhex(j.value ->> 3), unhex(j.value ->> 4), j.value ->> 5 FROM json_each(?) j`,
    values: [batches],
  });
  await tx.run({
    text: `UPDATE ${name} SET batch_id = j.value ->> 1, n = j.value ->> 2, ciphertext = unhex(j.value ->> 3) FROM json_each(?) j WHERE ${name}.${key} = CAST(j.value ->> 0 AS INTEGER)`,
    values: [rows],
  });
  await tx.run({
    text: 'INSERT INTO match_tag (tag, tier, epoch, value_id) SELECT unhex(j.value ->> 0), j.value ->> 1, j.value ->> 2, CAST(j.value ->> 3 AS INTEGER) FROM json_each(?) j',
    values: [tags],
  });
}

/** Those that hold nothing any more. */
async function dropBatches(tx: WritableStore, tiers: readonly SealedTier[]): Promise<void> {
  await tx.run(ofTiers(`DELETE FROM seal_batch AS t WHERE ${isEmptyBatch('t')}`, tiers));
}
