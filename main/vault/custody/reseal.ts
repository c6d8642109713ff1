/** Opens everything that is sealed under the keys of some tiers and seals it under their next ones, row by row in its place, within the caller's transaction. */
import type { SealedFieldId, SealedTier } from '../../../contract/fields.ts';
import { AppError } from '../app-error.ts';
import { toHex } from '../crypto/bytes.ts';
import type { Tagger } from '../keys/match.ts';
import { createTagger, tagText } from '../keys/match.ts';
import type { BatchOpener, RoomPlace, SealBatch, StoredBatch, ValuePlace } from '../keys/seal.ts';
import { createSealBatch, openSealBatch } from '../keys/seal.ts';
import type { TierPrivate, TrustedTierKey } from '../keys/tier-keys.ts';
import { withWideCache } from '../store/wide-cache.ts';
import type { Sql } from '../store/sql.ts';
import type { ReadableStore, WritableStore } from '../store/store.ts';

export interface TierChange {
  readonly from: TierPrivate;
  readonly to: TierPrivate & TrustedTierKey;
}
export type TierChanges = ReadonlyMap<SealedTier, TierChange>;

/** Rows that are read, sealed and written in one go; of a third of a megabyte. */
const AT_ONCE = 2_000;
/** Below every id. */
const LEAST = Number.MIN_SAFE_INTEGER;
/** After so many values another HPKE context begins. */
const MOST_IN_A_BATCH = 50_000;

type Place = ValuePlace | RoomPlace;
type Row = Place & { readonly id: number; readonly tier: SealedTier; readonly batchId: number; readonly n: number; readonly ciphertext: Uint8Array };

/** A table with sealed values; every table that refers to `seal_batch` is one, which a test holds it to. */
interface SealedTable {
  readonly name: string;
  readonly key: string;
  readonly select: string;
}

export const SEALED_TABLES: readonly SealedTable[] = [
  { name: 'sealed_value', key: 'id', select: 'SELECT id, person_id AS personId, field, ordinal, tier, batch_id AS batchId, n, ciphertext FROM sealed_value t' },
  {
    name: 'room_note', key: 'note_id',
    select: 'SELECT t.note_id AS id, c.room_id AS roomId, t.note_id AS noteId, t.tier, t.batch_id AS batchId, t.n, t.ciphertext FROM room_note t JOIN counter_note c ON c.id = t.note_id',
  },
];

export interface Resealed {
  readonly values: number;
  /** What the tier's key does not open, because somebody has changed it: it stays as it is, as unreadable as before. */
  readonly unreadable: number;
}

/** Takes how many are done, and lets others in. Errors: AppError `cancelled`. */
export type Tell = (done: number) => Promise<void>;

/** How many there are to seal. */
export async function countSealed(store: ReadableStore, tiers: readonly SealedTier[]): Promise<number> {
  const counts = await Promise.all(SEALED_TABLES.map(({ name }) => store.get<{ readonly n: number }>(ofTiers(`SELECT count(*) AS n FROM ${name} t`, tiers))));
  return counts.reduce((sum, row) => sum + (row?.n ?? 0), 0);
}

/**
 * Values keep their rows, with masks, ages and what refers to them; batches and match tags are made anew and the old ones go. An import's
 * values stay its own, so that it can be undone. The memory that this takes does not grow with the store, but for one bit a value.
 * Errors: those of the store and of `tell`; the caller's transaction is then rolled back.
 */
export function resealTiers(tx: WritableStore, vaultId: string, changes: TierChanges, tell: Tell): Promise<Resealed> {
  return withWideCache(tx, async () => {
    const tiers = [...changes.keys()];
    const tagged = await takeTagged(tx, tiers);
    const highest = (await tx.get<{ readonly id: number | null }>({ text: 'SELECT max(id) AS id FROM seal_batch', values: [] }))?.id ?? 0;
    const sealer = createResealer(tx, vaultId, changes, tagged);
    for (const table of SEALED_TABLES) await sealer.reseal(table, tell);
    await dropBatches(tx, tiers, highest);
    return sealer.done();
  });
}

const ofTiers = (text: string, tiers: readonly SealedTier[], ...before: readonly number[]): Sql =>
  ({ text: `${text} ${text.includes('WHERE') ? 'AND' : 'WHERE'} t.tier IN (${tiers.map(() => '?').join(', ')})`, values: [...before, ...tiers] });

interface Resealer {
  reseal(table: SealedTable, tell: Tell): Promise<void>;
  done(): Resealed;
}

function createResealer(tx: WritableStore, vaultId: string, changes: TierChanges, tagged: TaggedValues): Resealer {
  let openers: ReadonlyMap<number, OldBatch> = new Map();
  const batches = createBatches(tx, vaultId, changes);
  const taggers = new Map([...changes].map(([tier, { to }]): [SealedTier, Tagger] => [tier, createTagger(vaultId, to)]));
  let done = 0;
  let unreadable = 0;

  /** Each old batch takes one decapsulation for as long as its values come in a row. */
  async function openersOf(rows: readonly Row[]): Promise<ReadonlyMap<number, OldBatch>> {
    const ids = [...new Set(rows.map(({ batchId }) => batchId))];
    const stored = await readBatches(tx, ids.filter((id) => !openers.has(id)));
    const made = stored.flatMap((batch): (readonly [number, OldBatch])[] => {
      const change = changes.get(batch.tier);
      return change === undefined ? [] : [[batch.id, { tier: batch.tier, importId: batch.importId, opener: openSealBatch(vaultId, change.from, batch) }]];
    });
    const fresh = new Map(made);
    return new Map(ids.flatMap((id): (readonly [number, OldBatch])[] => {
      const one = openers.get(id) ?? fresh.get(id);
      return one === undefined ? [] : [[id, one]];
    }));
  }

  async function sealRows(rows: readonly Row[]): Promise<Written> {
    const written: Written = { rows: [], tags: [] };
    for (const row of rows) {
      const old = openers.get(row.batchId);
      // What a row says of its tier is anybody's word: an identity value that calls itself contact must not be sealed to the contact key.
      const value = old?.tier === row.tier ? tryOpen(old.opener, row) : null;
      if (old === undefined || value === null) {
        unreadable += 1;
        continue;
      }
      const batch = batches.current(row.tier, old.importId) ?? await batches.next(row.tier, old.importId);
      const { n, ciphertext } = batch.seal(row, value);
      written.rows.push([row.id, batch.id, n, toHex(ciphertext)]);
      if ('personId' in row && tagged.has(row.id)) written.tags.push([toHex(tagOf(row, value)), row.tier, batch.epoch, row.id]);
    }
    written.tags.sort(byTag);
    return written;
  }

  function tagOf({ tier, field, personId }: { readonly tier: SealedTier; readonly field: SealedFieldId; readonly personId: number }, value: string): Uint8Array {
    const tagger = taggers.get(tier);
    if (tagger === undefined) throw new RangeError('a tier that is not changed');
    return tagger(field, tagText(field, personId, value));
  }

  return {
    async reseal({ name, key, select }, tell) {
      const tiers = [...changes.keys()];
      const read = (after: number): Promise<readonly Row[]> => {
        const query = ofTiers(`${select} WHERE t.${key} > ?`, tiers, after);
        return tx.all<Row>({ text: `${query.text} ORDER BY t.${key} LIMIT ${AT_ONCE}`, values: query.values });
      };
      // An engine with a thread of its own writes one part while the next is being sealed.
      let writing: Promise<void> = Promise.resolve();
      try {
        for (let rows = await read(LEAST); rows.length > 0;) {
          openers = await openersOf(rows);
          const written = await sealRows(rows);
          await writing;
          const following = await read(rows.at(-1)?.id ?? LEAST);
          writing = write(tx, name, key, written);
          writing.catch(() => undefined);
          await tell(done += rows.length);
          rows = following;
        }
      } finally {
        await writing.catch(() => undefined);
      }
      await writing;
    },
    done: () => ({ values: done - unreadable, unreadable }),
  };
}

interface OldBatch {
  /** Which its key is bound to. */
  readonly tier: SealedTier;
  readonly importId: number | null;
  readonly opener: BatchOpener;
}

interface Written {
  /** Key, batch, number and ciphertext in hexadecimal. */
  readonly rows: (readonly [number, number, number, string])[];
  /** Tag in hexadecimal, tier, epoch and value. */
  readonly tags: (readonly [string, SealedTier, number, number])[];
}

/** Null where the key does not open it, or its place is none. */
function tryOpen(opener: BatchOpener, row: Row): string | null {
  try {
    return opener.open(row, row.ciphertext);
  } catch (error) {
    if ((error instanceof AppError && error.code === 'store-damaged') || error instanceof RangeError) return null;
    throw error;
  }
}

/** In the order of their index. */
const byTag = ([one]: readonly [string, ...unknown[]], [other]: readonly [string, ...unknown[]]): number => (one < other ? -1 : 1);

/** As one text for all rows: a statement a row would take longer than sealing it. */
async function write(tx: WritableStore, table: string, key: string, { rows, tags }: Written): Promise<void> {
  await tx.run({
    text: `UPDATE ${table} SET batch_id = j.value ->> 1, n = j.value ->> 2, ciphertext = unhex(j.value ->> 3) FROM json_each(?) j WHERE ${table}.${key} = j.value ->> 0`, values: [JSON.stringify(rows)],
  });
  await tx.run({
    text: 'INSERT INTO match_tag (tag, tier, epoch, value_id) SELECT unhex(j.value ->> 0), j.value ->> 1, j.value ->> 2, j.value ->> 3 FROM json_each(?) j', values: [JSON.stringify(tags)],
  });
}

// --- batches

type NewBatch = SealBatch & { readonly id: number };

interface Batches {
  /** Undefined where another has to begin. */
  current(tier: SealedTier, importId: number | null): NewBatch | undefined;
  next(tier: SealedTier, importId: number | null): Promise<NewBatch>;
}

/** One at a time for each tier and import, whose values are told by their batches. */
function createBatches(tx: WritableStore, vaultId: string, changes: TierChanges): Batches {
  const open = new Map<string, { readonly batch: NewBatch; left: number }>();
  const nameOf = (tier: SealedTier, importId: number | null): string => `${tier} ${importId ?? ''}`;
  return {
    current(tier, importId) {
      const one = open.get(nameOf(tier, importId));
      return one === undefined || (one.left -= 1) < 0 ? undefined : one.batch;
    },
    async next(tier, importId) {
      const change = changes.get(tier);
      if (change === undefined) throw new RangeError('a tier that is not changed');
      const sealing = createSealBatch({ ...change.to, vaultId });
      const { lastId } = await tx.run({
        text: 'INSERT INTO seal_batch (tier, epoch, nonce, enc, import_id) VALUES (?, ?, ?, ?, ?)', values: [tier, sealing.epoch, sealing.nonce, sealing.enc, importId],
      });
      const batch = { ...sealing, id: lastId };
      open.set(nameOf(tier, importId), { batch, left: MOST_IN_A_BATCH - 1 });
      return batch;
    },
  };
}

interface BatchRow extends StoredBatch { readonly id: number; readonly tier: SealedTier; readonly importId: number | null }

const readBatches = async (tx: ReadableStore, ids: readonly number[]): Promise<readonly BatchRow[]> => (ids.length === 0 ? [] : tx.all<BatchRow>({
  text: 'SELECT id, tier, epoch, nonce, enc, import_id AS importId FROM seal_batch WHERE id IN (SELECT value FROM json_each(?))', values: [JSON.stringify(ids)],
}));

/** Those of before that hold nothing any more. */
async function dropBatches(tx: WritableStore, tiers: readonly SealedTier[], highest: number): Promise<void> {
  const empty = SEALED_TABLES.map(({ name }) => `NOT EXISTS (SELECT 1 FROM ${name} WHERE batch_id = t.id)`).join(' AND ');
  await tx.run(ofTiers(`DELETE FROM seal_batch AS t WHERE t.id <= ? AND ${empty}`, tiers, highest));
}

// --- tags

/** Which values had a match tag, a bit each, in pages: an id that somebody has made up must not make the others cost more. */
interface TaggedValues { has(id: number): boolean }

const BITS_IN_A_PAGE = 65_536;
/** Numbers that come as one text. */
const IDS_AT_ONCE = 20_000;

/** Takes the tags of these tiers away; under the next match key they are others. */
async function takeTagged(tx: WritableStore, tiers: readonly SealedTier[]): Promise<TaggedValues> {
  const pages = new Map<number, Uint8Array>();
  const placeOf = (id: number): readonly [page: number, byte: number, bit: number] => {
    const page = Math.floor(id / BITS_IN_A_PAGE);
    const at = id - page * BITS_IN_A_PAGE;
    return [page, at >> 3, 1 << (at & 7)];
  };
  for (let after = LEAST; ;) {
    const { text, values } = ofTiers('SELECT t.value_id FROM match_tag t WHERE t.value_id > ?', tiers, after);
    const ids = JSON.parse((await tx.get<{ readonly ids: string }>({ text: `SELECT json_group_array(value_id) AS ids FROM (${text} ORDER BY t.value_id LIMIT ${IDS_AT_ONCE})`, values }))?.ids ?? '[]') as readonly number[];
    for (const id of ids) {
      const [number, byte, bit] = placeOf(id);
      const page = pages.get(number) ?? new Uint8Array(BITS_IN_A_PAGE / 8);
      pages.set(number, page);
      page[byte] = (page[byte] ?? 0) | bit;
    }
    const last = ids.at(-1);
    if (last === undefined) break;
    after = last;
  }
  const others = await tx.get({ text: `SELECT 1 FROM match_tag WHERE tier NOT IN (${tiers.map(() => '?').join(', ')}) LIMIT 1`, values: tiers });
  // Without a condition SQLite lets go of the whole table at once.
  await tx.run(others === undefined ? { text: 'DELETE FROM match_tag', values: [] } : ofTiers('DELETE FROM match_tag AS t', tiers));
  return {
    has: (id) => {
      const [page, byte, bit] = placeOf(id);
      return ((pages.get(page)?.[byte] ?? 0) & bit) !== 0;
    },
  };
}
