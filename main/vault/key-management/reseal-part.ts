/** Opens the values of one part of a table and seals them under the next keys of their tiers: from one text that the engine makes to texts that it takes. */
import type { SealedFieldId, SealedTier } from '../../../contract/fields.ts';
import { AppError } from '../app-error.ts';
import { toHex } from '../crypto/bytes.ts';
import { type Tagger, createTagger, tagText } from '../keys/match.ts';
import {
  type BatchOpener,
  type SealBatch,
  type SealedPlace,
  createSealBatch,
  openSealBatch,
} from '../keys/seal.ts';
import type { TierPrivate, TrustedTierKey } from '../keys/tier-keys.ts';
import { type TaggedValues, isTagged } from './tagged-values.ts';

export interface TierChange {
  readonly from: TierPrivate;
  readonly to: TierPrivate & TrustedTierKey;
}
export type TierChanges = ReadonlyMap<SealedTier, TierChange>;

/** JSON, bytes in hexadecimal, numbers that name a row as text: what somebody has written into a store may be beyond what a number holds. */
export interface PartText {
  /** An array of `PartRow`. */
  readonly rows: string;
  /** The batches that they are of, an array of `PartBatch`. */
  readonly batches: string;
}
/** Bytes are null where they are not what the product writes. */
type PartRow = readonly [
  id: string,
  tier: SealedTier,
  batchId: string,
  n: number,
  ciphertext: string | null,
  ...place: RowPlace,
];
type RowPlace =
  | readonly [personId: number, field: SealedFieldId, ordinal: number]
  | readonly [roomId: number, noteId: number]
  | readonly [attachmentId: number];
type PartBatch = readonly [
  id: string,
  tier: SealedTier,
  epoch: number,
  nonce: string | null,
  enc: string | null,
  importId: number | null,
];

export interface ResealedPart {
  /** An array of id, batch, number and ciphertext. */
  readonly rows: string;
  /** An array of tag, tier, epoch and value, in the order of their index. */
  readonly tags: string;
  /** The batches that were begun, an array of id, tier, epoch, nonce, enc and import; empty where none was. */
  readonly batches: string;
  /** Values that the tier's key does not open. */
  readonly unreadable: number;
}

export interface ResealOrder {
  readonly vaultId: string;
  readonly changes: TierChanges;
  /** Which get a tag. */
  readonly tagged: TaggedValues;
  /** Ids for new batches: `first`, and every `step`th after it. */
  readonly ids: { readonly first: number; readonly step: number };
}

/** After so many values another HPKE context begins. */
export const MAX_IN_A_BATCH = 50_000;

/** One part after the other, each of the rows that follow those of the one before or of another thread's. */
export function createPartResealer({
  vaultId,
  changes,
  tagged,
  ids,
}: ResealOrder): (part: PartText) => ResealedPart {
  let openers: ReadonlyMap<string, OldBatch> = new Map();
  const batches = createBatches(vaultId, changes, ids);
  const taggers = new Map(
    [...changes].map(([tier, { to }]): [SealedTier, Tagger] => [tier, createTagger(vaultId, to)]),
  );

  /** Each old batch takes one decapsulation for as long as its values come in a row. */
  const openersOf = (text: string): ReadonlyMap<string, OldBatch> =>
    new Map(
      (JSON.parse(text) as readonly PartBatch[]).flatMap((batch): (readonly [string, OldBatch])[] => {
        const opener = openers.get(batch[0]) ?? openOld(vaultId, changes, batch);
        return opener === null ? [] : [[batch[0], opener]];
      }),
    );

  return (part) => {
    openers = openersOf(part.batches);
    const rows: (readonly [id: string, batchId: number, n: number, ciphertext: string])[] = [];
    const tags: TagRow[] = [];
    let unreadable = 0;
    for (const row of JSON.parse(part.rows) as readonly PartRow[]) {
      const [id, tier, batchId, , , ...at] = row;
      const old = openers.get(batchId);
      const place = placeOf(at);
      // What a row says of its tier is anybody's word: an identity value that calls itself contact must not be sealed to the contact key.
      const value = old?.tier === tier ? tryOpen(old.opener, row, place) : null;
      if (old === undefined || value === null) {
        unreadable += 1;
        continue;
      }
      const batch = batches.current(tier, old.importId);
      const { n, ciphertext } = batch.seal(place, value);
      rows.push([id, batch.id, n, toHex(ciphertext)]);
      const tagger = taggers.get(tier);
      if (tagger !== undefined && 'personId' in place && isTagged(tagged, Number(id)))
        tags.push([
          toHex(tagger(place.field, tagText(place.field, place.personId, value))),
          tier,
          batch.epoch,
          id,
        ]);
    }
    return {
      rows: JSON.stringify(rows),
      tags: JSON.stringify(tags.sort(byTag)),
      batches: batches.takeBegun(),
      unreadable,
    };
  };
}

type TagRow = readonly [tag: string, tier: SealedTier, epoch: number, valueId: string];
const byTag = ([one]: TagRow, [other]: TagRow): number => (one < other ? -1 : 1);

function placeOf(at: RowPlace): SealedPlace {
  if (at.length === 1) return { attachmentId: at[0] };
  return at.length === 2
    ? { roomId: at[0], noteId: at[1] }
    : { personId: at[0], field: at[1], ordinal: at[2] };
}

/** Null where the key does not open it, or its place is none. */
function tryOpen(opener: BatchOpener, [, , , n, ciphertext]: PartRow, place: SealedPlace): string | null {
  if (ciphertext === null) return null;
  try {
    return opener.open({ ...place, n }, Buffer.from(ciphertext, 'hex'));
  } catch (error) {
    if ((error instanceof AppError && error.code === 'store-damaged') || error instanceof RangeError)
      return null;
    throw error;
  }
}

interface OldBatch {
  /** Which its key is bound to. */
  readonly tier: SealedTier;
  readonly importId: number | null;
  readonly opener: BatchOpener;
}

function openOld(
  vaultId: string,
  changes: TierChanges,
  [, tier, epoch, nonce, enc, importId]: PartBatch,
): OldBatch | null {
  const change = changes.get(tier);
  if (change === undefined || nonce === null || enc === null) return null;
  return {
    tier,
    importId,
    opener: openSealBatch(vaultId, change.from, {
      epoch,
      nonce: Buffer.from(nonce, 'hex'),
      enc: Buffer.from(enc, 'hex'),
    }),
  };
}

type NewBatch = SealBatch & { readonly id: number };

interface Batches {
  current(tier: SealedTier, importId: number | null): NewBatch;
  /** Those that were begun since it was last asked, as `ResealedPart` has them. */
  takeBegun(): string;
}

/** One at a time for each tier and import, whose values are told by their batches. */
function createBatches(vaultId: string, changes: TierChanges, { first, step }: ResealOrder['ids']): Batches {
  const open = new Map<string, { readonly batch: NewBatch; left: number }>();
  let begun: (readonly [
    id: number,
    tier: SealedTier,
    epoch: number,
    nonce: string,
    enc: string,
    importId: number | null,
  ])[] = [];
  let nextId = first;
  const begin = (tier: SealedTier, importId: number | null): NewBatch => {
    const change = changes.get(tier);
    if (change === undefined) throw new RangeError('a tier that is not changed');
    const batch = { ...createSealBatch({ ...change.to, vaultId }), id: nextId };
    nextId += step;
    begun.push([batch.id, tier, batch.epoch, toHex(batch.nonce), toHex(batch.enc), importId]);
    return batch;
  };
  return {
    current(tier, importId) {
      const name = `${tier} ${importId ?? ''}`;
      const known = open.get(name);
      const one =
        known === undefined || known.left === 0
          ? { batch: begin(tier, importId), left: MAX_IN_A_BATCH }
          : known;
      one.left -= 1;
      open.set(name, one);
      return one.batch;
    },
    takeBegun() {
      const text = JSON.stringify(begun);
      begun = [];
      return text;
    },
  };
}
