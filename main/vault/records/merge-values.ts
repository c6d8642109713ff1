/** Binds one person's sealed values to another: each is opened and sealed anew in its new place, since it opens nowhere but in the place it was sealed for. */
import { FIELDS, type SealedFieldId, type SealedTier, belongsTo } from '../../../contract/fields.ts';
import type { PersonId } from '../../../contract/ids.ts';
import { AppError } from '../app-error.ts';
import { matchTag, tagText } from '../keys/match.ts';
import { type SealBatch, createSealBatch, insertBatch } from '../keys/seal.ts';
import { openValue } from '../session/open-values.ts';
import type { SealedValueRow } from '../people/sealed-values.ts';
import { indexPhone } from '../search/search-index.ts';
import type { TierKeys } from '../people/sealed-changes.ts';
import { validateField } from '../values/validate.ts';
import type { Session } from '../session/session.ts';
import { freePlace, readDesk } from '../store/ids.ts';
import { sql } from '../store/sql.ts';
import type { ReadableStore, WritableStore } from '../store/store.ts';
import type { Merging } from './merge-journal.ts';
import type { NewPlace } from './merge-records.ts';

export interface ValueRow extends SealedValueRow {
  readonly replaced_at: number | null;
  /** Whether it is found by a tag. */ readonly tagged: number;
}

export interface OpenedValue {
  readonly row: ValueRow;
  readonly normalised: string;
  readonly value: string;
}

/** Outcome for a value: whose it is and its place among theirs, and since when it is only kept. */
export interface Fate {
  readonly personId: PersonId;
  readonly ordinal: number;
  readonly replacedAt: number | null;
}

/** All, also those that are only kept. */
export const ownRows = (store: ReadableStore, personId: PersonId): Promise<readonly ValueRow[]> =>
  store.all<ValueRow>(sql`
  SELECT v.id, v.field, v.ordinal, v.tier, b.epoch, b.nonce, b.enc, v.n, v.ciphertext, v.mask, v.valid, v.note, v.replaced_at, EXISTS (SELECT 1 FROM match_tag WHERE value_id = v.id) AS tagged
  FROM sealed_value v JOIN seal_batch b ON b.id = v.batch_id WHERE v.person_id = ${personId} ORDER BY v.field, v.ordinal, v.id`);

/**
 * A value that both have is had once; the other is hidden, for an undo alone. One that finds no room beside those of `keep` is kept for thirty
 * days from `now` like a replaced one. Returns the fields of what was moved, and what was hidden. Errors: `ids-differ`, `store-damaged`.
 */
export async function moveValues(
  tx: WritableStore,
  session: Session,
  keys: TierKeys,
  merging: Merging,
  {
    newPlace,
    idsMayDiffer,
    now,
  }: { readonly newPlace: NewPlace; readonly idsMayDiffer: boolean; readonly now: number },
): Promise<{ readonly fields: readonly SealedFieldId[]; readonly hidden: readonly number[] }> {
  const { keep, other } = merging;
  const ours = (await ownRows(tx, keep))
    .filter((row) => row.replaced_at === null && belongsTo(row.field) !== 'note')
    .map((row) => openOwn(session, keys, keep, row));
  const theirs = (await ownRows(tx, other)).map((row) => openOwn(session, keys, other, row));
  requireSameId(ours, theirs, idsMayDiffer);
  const seal = createSealer(tx, session);
  const desk = await readDesk(tx);
  const taken = placesOf(ours.map(({ row }) => row));
  const moved = new Set<SealedFieldId>();
  const hidden: number[] = [];
  for (const opened of theirs) {
    const { row, normalised } = opened;
    const isTwice =
      ours.some(
        (one) =>
          one.row.field === row.field && one.normalised === normalised && belongsTo(row.field) === null,
      ) && row.replaced_at === null;
    const found = isTwice ? null : fateOf(row, { desk, taken, newPlace, now });
    const fate: Fate = {
      personId: keep,
      ...(found ?? { ordinal: row.ordinal, replacedAt: row.replaced_at ?? now }),
    };
    if (found === null) hidden.push(row.id);
    else moved.add(row.field);
    if (fate.replacedAt === null) taken.of(row.field).add(fate.ordinal);
    await moveConfirmed(tx, merging, row, fate);
    await rebind(tx, session, keys, opened, fate, await seal(row.tier));
  }
  return { fields: [...moved], hidden };
}

interface TakenPlaces {
  /** To be added to. */
  of(field: SealedFieldId): Set<number>;
}

function placesOf(rows: readonly Pick<ValueRow, 'field' | 'ordinal'>[]): TakenPlaces {
  const places = new Map<SealedFieldId, Set<number>>();
  const of = (field: SealedFieldId): Set<number> => {
    const known = places.get(field) ?? new Set<number>();
    places.set(field, known);
    return known;
  };
  for (const { field, ordinal } of rows) of(field).add(ordinal);
  return { of };
}

export function openOwn(session: Session, keys: TierKeys, personId: PersonId, row: ValueRow): OpenedValue {
  const value = openValue(session, keys, personId, row);
  return { row, value, normalised: validateField(row.field, value).normalised };
}

/** Errors: `ids-differ`. */
function requireSameId(
  ours: readonly OpenedValue[],
  theirs: readonly OpenedValue[],
  mayDiffer: boolean,
): void {
  const idOf = (values: readonly OpenedValue[]): string | undefined =>
    values.find(({ row }) => row.field === 'idNumber' && row.replaced_at === null)?.normalised;
  const [one, another] = [idOf(ours), idOf(theirs)];
  if (one !== undefined && another !== undefined && one !== another && !mayDiffer)
    throw new AppError('ids-differ');
}

/** Null for a value whose record is no more. */
function fateOf(
  row: ValueRow,
  {
    desk,
    taken,
    newPlace,
    now,
  }: {
    readonly desk: number;
    readonly taken: TakenPlaces;
    readonly newPlace: NewPlace;
    readonly now: number;
  },
): Omit<Fate, 'personId'> | null {
  const kind = belongsTo(row.field);
  if (kind !== null) {
    const ordinal = newPlace(kind, row.ordinal);
    if (ordinal === null) return null;
    return { ordinal, replacedAt: row.replaced_at ?? (taken.of(row.field).has(ordinal) ? now : null) };
  }
  if (row.replaced_at !== null) return { ordinal: row.ordinal, replacedAt: row.replaced_at };
  const places = taken.of(row.field);
  return places.size < FIELDS[row.field].most
    ? { ordinal: freePlace(desk, places), replacedAt: null }
    : { ordinal: row.ordinal, replacedAt: now };
}

/** One batch a tier, made when its first value comes. */
export function createSealer(
  tx: WritableStore,
  session: Session,
): (tier: SealedTier) => Promise<{ readonly id: number; readonly batch: SealBatch }> {
  const batches = new Map<SealedTier, { readonly id: number; readonly batch: SealBatch }>();
  return async (tier) => {
    const known = batches.get(tier);
    if (known !== undefined) return known;
    const batch = createSealBatch({ vaultId: session.keys.vaultId, ...session.keys.tierKeys[tier] });
    const made = { id: await insertBatch(tx, batch), batch };
    batches.set(tier, made);
    return made;
  };
}

/** The row keeps its number, and with it its mask; keys and tags follow, or go where the value is only kept. */
export async function rebind(
  tx: WritableStore,
  session: Session,
  keys: TierKeys,
  { row, value, normalised }: OpenedValue,
  { personId, ordinal, replacedAt }: Fate,
  sealed: { readonly id: number; readonly batch: SealBatch },
): Promise<void> {
  const { field, tier, id, mask } = row;
  const { n, ciphertext } = sealed.batch.seal({ personId, field, ordinal }, value);
  await tx.run(sql`
    UPDATE sealed_value SET person_id = ${personId}, ordinal = ${ordinal}, batch_id = ${sealed.id}, n = ${n}, ciphertext = ${ciphertext}, replaced_at = ${replacedAt} WHERE id = ${id}`);
  await tx.run(sql`DELETE FROM phone_key WHERE value_id = ${id}`);
  await tx.run(sql`DELETE FROM match_tag WHERE value_id = ${id}`);
  if (replacedAt !== null) return;
  if (field === 'phone' || field === 'wechat') await indexPhone(tx, { id, personId, mask });
  const key = keys.get(tier);
  if (row.tagged === 0 || key === undefined) return;
  const tag = matchTag(session.keys.vaultId, key, field, tagText(field, personId, normalised));
  await tx.run(
    sql`INSERT INTO match_tag (tag, tier, epoch, value_id) VALUES (${tag}, ${tier}, ${key.epoch}, ${id})`,
  );
}

/** Copies the confirmation of a value to its new place. */
async function moveConfirmed(
  tx: WritableStore,
  { keep, other }: Merging,
  { field, ordinal, replaced_at }: ValueRow,
  fate: Fate,
): Promise<void> {
  if (replaced_at !== null || fate.replacedAt !== null) return;
  await tx.run(sql`
    INSERT INTO confirmed_field (person_id, field, ordinal, at, staff_id) SELECT ${keep}, field, ${fate.ordinal}, at, staff_id FROM confirmed_field
    WHERE person_id = ${other} AND field = ${field} AND ordinal = ${ordinal} ON CONFLICT DO NOTHING`);
}
