/** Makes the masks that are stored follow the policy: stricter from the masks themselves, less strict from the values. */
import {
  FIELDS,
  type IdType,
  type MaskName,
  type PersonKind,
  SEALED_FIELD_IDS,
  type SealedFieldId,
} from '../../../contract/fields.ts';
import { MASK_PARTS, type MaskPolicy, type PolicyMask } from '../../../contract/policy/lists.ts';
import { AppError } from '../app-error.ts';
import { type BatchOpener, openSealBatch } from '../keys/seal.ts';
import type { TierPrivate } from '../keys/tier-keys.ts';
import { maskValue } from '../values/mask.ts';
import type { SealedValueRow } from '../people/sealed-values.ts';
import { indexBatch } from '../search/search-index.ts';
import { tightenMask } from '../values/tighten-mask.ts';
import { sql } from '../store/sql.ts';
import type { ReadableStore, WritableStore } from '../store/store.ts';

/** Rows that are read, and written, in one go. */
const AT_ONCE = 2_000;

/** Values that are opened between two words of how far it is. */
const OPENED_AT_ONCE = 256;

/** Takes how many are done, and lets others in. Errors: AppError `cancelled`. */
export type Tell = (done: number) => Promise<void>;

export interface NewMask {
  readonly id: number;
  readonly mask: string;
}

/** The sealed fields in whose masks one of these stands. */
export const fieldsMaskedBy = (masks: readonly PolicyMask[]): readonly SealedFieldId[] =>
  SEALED_FIELD_IDS.filter((field) =>
    [FIELDS[field].mask as MaskName, ...(MASK_PARTS[FIELDS[field].mask] ?? [])].some((mask) =>
      masks.some((one) => one === mask),
    ),
  );

interface MaskRow {
  readonly id: number;
  readonly field: SealedFieldId;
  readonly mask: string;
}

/** Stored masks of these fields, replaced values with them, as the policy has them; only those that it changes. */
export async function tightenStored(
  store: ReadableStore,
  policy: MaskPolicy,
  fields: readonly SealedFieldId[],
  tell: Tell,
): Promise<readonly NewMask[]> {
  const changed: NewMask[] = [];
  let done = 0;
  for (let after = 0; ;) {
    const rows = await store.all<MaskRow>(
      sql`SELECT id, field, mask FROM sealed_value WHERE id > ${after} ORDER BY id LIMIT ${AT_ONCE}`,
    );
    for (const { id, field, mask } of rows) {
      if (!fields.includes(field)) continue;
      const stricter = tightenMask(policy, FIELDS[field].mask, mask);
      if (stricter !== mask) changed.push({ id, mask: stricter });
    }
    await tell((done += rows.length));
    const last = rows.at(-1);
    if (last === undefined) return changed;
    after = last.id;
  }
}

type StoredRow = SealedValueRow & {
  readonly batch_id: number;
  readonly person_id: number;
  readonly kind: PersonKind;
  readonly id_type: IdType | null;
};

/**
 * Opens every value of these fields, in turns, and masks it anew; keeps none. `highest`: the newest value that was looked at.
 * Errors: `needs-supervisor` where a tier is not open, `store-damaged`.
 */
export async function maskFromValues(
  store: ReadableStore,
  vaultId: string,
  policy: MaskPolicy,
  fields: readonly SealedFieldId[],
  keys: ReadonlyMap<string, TierPrivate>,
  tell: Tell,
  now: number,
): Promise<{ readonly masks: readonly NewMask[]; readonly highest: number }> {
  const masks: NewMask[] = [];
  const openers = new Map<number, BatchOpener>();
  let done = 0;
  for (let after = 0; ;) {
    const rows = await store.all<StoredRow>(sql`
      SELECT v.id, v.person_id, v.field, v.ordinal, v.tier, v.batch_id, b.epoch, b.nonce, b.enc, v.n, v.ciphertext, v.mask, v.valid, v.note, p.kind, p.id_type
      FROM sealed_value v JOIN seal_batch b ON b.id = v.batch_id JOIN person p ON p.id = v.person_id WHERE v.id > ${after} ORDER BY v.id LIMIT ${AT_ONCE}`);
    for (const row of rows) {
      if (fields.includes(row.field)) {
        const value = openerOf(row).open(
          { n: row.n, personId: row.person_id, field: row.field, ordinal: row.ordinal },
          row.ciphertext,
        );
        const { mask } = maskValue(
          policy,
          row.field,
          value,
          row.field === 'idNumber' ? { idType: row.id_type, now } : { now },
        );
        if (mask !== row.mask) masks.push({ id: row.id, mask });
      }
      done += 1;
      if (done % OPENED_AT_ONCE === 0) await tell(done);
    }
    const last = rows.at(-1);
    if (last === undefined) return { masks, highest: after };
    after = last.id;
  }

  /** One decapsulation a batch: the values of an import lie in one. */
  function openerOf({ batch_id: batchId, tier, epoch, nonce, enc }: StoredRow): BatchOpener {
    const known = openers.get(batchId);
    if (known !== undefined) return known;
    const key = keys.get(tier);
    if (key === undefined) throw new AppError('needs-supervisor');
    const opener = openSealBatch(vaultId, key, { epoch, nonce, enc });
    openers.set(batchId, opener);
    return opener;
  }
}

/** Writes the masks, and the keys by which phones are found anew from them. */
export async function writeMasks(
  tx: WritableStore,
  masks: readonly NewMask[],
  tellWritten: Tell,
  tellIndexed: Tell,
): Promise<void> {
  for (let at = 0; at < masks.length; at += AT_ONCE) {
    await tx.runMany(
      'UPDATE sealed_value SET mask = ? WHERE id = ?',
      masks.slice(at, at + AT_ONCE).map(({ id, mask }) => [mask, id]),
    );
    await tellWritten(Math.min(masks.length, at + AT_ONCE));
  }
  if (masks.length > 0) await reindexPhones(tx, tellIndexed);
}

/** Rebuilds the search keys of phones, which come from their masks alone. */
async function reindexPhones(tx: WritableStore, tell: Tell): Promise<void> {
  await tx.run(sql`DELETE FROM phone_key`);
  let done = 0;
  for (let after = 0; ;) {
    const phones = await tx.all<{
      readonly id: number;
      readonly personId: number;
      readonly mask: string;
    }>(sql`
      SELECT id, person_id AS personId, mask FROM sealed_value WHERE id > ${after} AND field IN ('phone', 'wechat') AND replaced_at IS NULL ORDER BY id LIMIT ${AT_ONCE}`);
    await indexBatch(tx, { phones });
    await tell((done += phones.length));
    const last = phones.at(-1);
    if (last === undefined) return;
    after = last.id;
  }
}
