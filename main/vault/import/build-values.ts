/** Builds the rows of the sealed values that an import adds, their match tags and the search keys of phones. */
import { type SealedFieldId, type SealedTier, sealedTierOf } from '../../../contract/fields.ts';
import type { KeptNote } from '../../../contract/people/views.ts';
import type { MaskPolicy } from '../../../contract/policy/lists.ts';
import { type SealBatch, type ValuePlace, createSealBatch } from '../keys/seal.ts';
import type { TrustedTierKey } from '../keys/tier-keys.ts';
import { INSERT_PHONE_KEY, type IndexedPhone, phoneKeyRows } from '../search/search-index.ts';
import { maskValue } from '../values/mask.ts';
import {
  type Ids,
  MADE_AT_ONCE,
  type Statement,
  type Table,
  type Values,
  keysInParts,
  table,
} from './build-statements.ts';
import type { TagOf } from './choose-person.ts';
import type { PersonChange, ValueChange } from './resolve-rows.ts';

export interface ListValue {
  readonly id: number;
  readonly ordinal: number;
  readonly field: SealedFieldId;
  readonly mask: string;
}

export interface ValueRows {
  add(personId: number, person: PersonChange, change: ValueChange): ListValue;
  /** Batches, then what becomes of replaced values. */
  readonly statements: readonly Table[];
  /** The values and their tags, sealed as they are taken. */
  readonly sealed: () => readonly Statement[];
  readonly searchKeys: () => Statement;
  /** How many rows `sealed` writes. */
  readonly count: () => number;
  /** As [old, new]. */
  readonly replaced: readonly (readonly [number, number])[];
}

interface ValueRowsOptions {
  readonly tagOf: TagOf;
  readonly masks: MaskPolicy;
  readonly vaultId: string;
  readonly tierKeys: Readonly<Record<SealedTier, TrustedTierKey>>;
  /** Milliseconds since the epoch. */
  readonly now: number;
}

/** A value that is to be sealed and tagged. */
interface ValueRow extends ValuePlace {
  readonly id: number;
  readonly value: string;
  readonly mask: string;
  readonly valid: boolean;
  readonly note: KeptNote | null;
}

const INSERT_VALUE = `INSERT INTO sealed_value (id, person_id, field, ordinal, tier, batch_id, n, ciphertext, mask, valid, note, created_at)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`;
const INSERT_TAG = 'INSERT INTO match_tag (tag, tier, epoch, value_id) VALUES (?, ?, ?, ?)';

/** One HPKE context a tier, made when its first value comes. */
interface TierBatch {
  readonly id: number;
  readonly batch: SealBatch;
}

export function createValueRows(options: ValueRowsOptions, ids: Ids, importId: number): ValueRows {
  const { masks, tierKeys, vaultId, now } = options;
  const batches = new Map<SealedTier, TierBatch>();
  const values: ValueRow[] = [];
  const phones: IndexedPhone[] = [];
  const replaced: (readonly [number, number])[] = [];
  const insertBatch = table(
    'INSERT INTO seal_batch (id, tier, epoch, nonce, enc, import_id) VALUES (?, ?, ?, ?, ?, ?)',
  );
  const retireValue = table('UPDATE sealed_value SET replaced_at = ? WHERE id = ?');
  const dropPhoneKeys = table('DELETE FROM phone_key WHERE value_id = ?');
  const dropTags = table('DELETE FROM match_tag WHERE value_id = ?');

  const batchOf = (tier: SealedTier): TierBatch => {
    const known = batches.get(tier);
    if (known !== undefined) return known;
    const batch = createSealBatch({ ...tierKeys[tier], vaultId });
    const made = { id: (ids.seal_batch += 1), batch };
    batches.set(tier, made);
    insertBatch.values.push([made.id, tier, batch.epoch, batch.nonce, batch.enc, importId]);
    return made;
  };

  /** As an edit does: the old value stays sealed for its thirty days, and is no longer found. */
  const retire = (valueId: number, by: number): void => {
    replaced.push([valueId, by]);
    retireValue.values.push([now, valueId]);
    dropPhoneKeys.values.push([valueId]);
    dropTags.values.push([valueId]);
  };

  return {
    replaced,
    statements: [insertBatch, retireValue, dropPhoneKeys, dropTags],
    count: () => 2 * values.length,
    sealed: () => [
      { text: INSERT_VALUE, values: sealedRows(values, batchOf, now), counted: true },
      { text: INSERT_TAG, values: tagRows(values, batchOf, options.tagOf), counted: true },
    ],
    searchKeys: () => ({ text: INSERT_PHONE_KEY, values: keysInParts(phones, phoneKeyRows), counted: false }),
    add(personId, { idType }, { field, ordinal, value, replaces, note = null }) {
      batchOf(sealedTierOf(field)); // its row is written before those of its values
      const { mask, valid } = maskValue(
        masks,
        field,
        value,
        field === 'idNumber' ? { idType, now } : { now },
      );
      const id = (ids.sealed_value += 1);
      if (replaces !== null) retire(replaces, id);
      values.push({ id, personId, field, ordinal, value, mask, valid, note });
      if (isFoundByMask(field)) phones.push({ id, personId, mask });
      return { id, ordinal, field, mask };
    },
  };
}

function* sealedRows(
  values: readonly ValueRow[],
  batchOf: (tier: SealedTier) => TierBatch,
  now: number,
): Generator<Values> {
  for (const { id, value, mask, valid, note, ...place } of values) {
    const { personId, field, ordinal } = place;
    const tier = sealedTierOf(field);
    const { id: batchId, batch } = batchOf(tier);
    const { n, ciphertext } = batch.seal(place, value);
    const kept = [ciphertext, mask, valid ? 1 : 0, note, now];
    yield [id, personId, field, ordinal, tier, batchId, n, ...kept];
  }
}

/** In parts, each in the order of its index. */
function* tagRows(
  values: readonly ValueRow[],
  batchOf: (tier: SealedTier) => TierBatch,
  tagOf: TagOf,
): Generator<Values> {
  const rowOf = ({ id, personId, field, value }: ValueRow): Values => {
    const tier = sealedTierOf(field);
    return [tagOf(field, personId, value), tier, batchOf(tier).batch.epoch, id];
  };
  for (let at = 0; at < values.length; at += MADE_AT_ONCE)
    yield* values
      .slice(at, at + MADE_AT_ONCE)
      .map(rowOf)
      .sort(byTag);
}

/** A WeChat id may be its owner's phone, and is then found like one. */
const isFoundByMask = (field: SealedFieldId): boolean => field === 'phone' || field === 'wechat';

/** In the order of the index, in which each page is written once. */
const byTag = ([a]: Values, [b]: Values): number => Buffer.compare(a as Uint8Array, b as Uint8Array);
