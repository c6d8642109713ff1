/** Binds one person's sealed values to another: each is opened and sealed anew in its new place, since it opens nowhere but in the place it was sealed for. */
import type { SealedFieldId, SealedTier } from '../../../contract/fields.ts';
import { FIELDS, belongsTo } from '../../../contract/fields.ts';
import type { PersonId } from '../../../contract/views.ts';
import { AppError } from '../app-error.ts';
import { tagText } from '../intake/resolve-rows.ts';
import { matchTag } from '../keys/match.ts';
import type { SealBatch } from '../keys/seal.ts';
import { createSealBatch } from '../keys/seal.ts';
import { openValue } from '../people/open-values.ts';
import type { SealedValueRow } from '../people/read-person.ts';
import type { TierKeys } from '../people/sealed-changes.ts';
import { validateField } from '../people/validate.ts';
import type { Session } from '../session/session.ts';
import { sql } from '../store/sql.ts';
import type { ReadableStore, WritableStore } from '../store/store.ts';
import type { Merging, NewPlace } from './merge-records.ts';

interface ValueRow extends SealedValueRow { readonly replaced_at: number | null }

interface OpenedValue { readonly row: ValueRow; readonly normalised: string; readonly value: string }

/** What becomes of a value: its new place, and since when it is only kept. */
interface Fate { readonly ordinal: number; readonly replacedAt: number | null }

const ownRows = (store: ReadableStore, personId: PersonId): Promise<readonly ValueRow[]> => store.all<ValueRow>(sql`
  SELECT v.id, v.field, v.ordinal, v.tier, b.epoch, b.nonce, b.enc, v.n, v.ciphertext, v.mask, v.valid, v.note, v.replaced_at
  FROM sealed_value v JOIN seal_batch b ON b.id = v.batch_id WHERE v.person_id = ${personId} ORDER BY v.field, v.ordinal, v.id`);

/**
 * A value that both have is had once. One that finds no room beside those of `keep` is kept for thirty days like a replaced one.
 * Returns the fields of what was moved. Errors: `ids-differ`, `store-damaged`.
 */
export async function moveValues(
  tx: WritableStore, session: Session, keys: TierKeys, merging: Merging, { newPlace, idsMayDiffer }: { readonly newPlace: NewPlace; readonly idsMayDiffer: boolean },
): Promise<readonly SealedFieldId[]> {
  const { keep, other } = merging;
  const ours = (await ownRows(tx, keep)).filter((row) => row.replaced_at === null && belongsTo(row.field) !== 'note').map((row) => open(session, keys, keep, row));
  const theirs = (await ownRows(tx, other)).map((row) => open(session, keys, other, row));
  requireSameId(ours, theirs, idsMayDiffer);
  const seal = createSealer(tx, session);
  const taken = new Set(ours.map(({ row }) => placeKey(row.field, row.ordinal)));
  const moved = new Set<SealedFieldId>();
  for (const opened of theirs) {
    const { row, normalised } = opened;
    const fate = ours.some((one) => one.row.field === row.field && one.normalised === normalised && belongsTo(row.field) === null) && row.replaced_at === null
      ? null : fateOf(row, taken, newPlace, session.clock.now());
    if (fate === null) {
      await tx.run(sql`DELETE FROM sealed_value WHERE id = ${row.id}`);
      continue;
    }
    if (fate.replacedAt === null) taken.add(placeKey(row.field, fate.ordinal));
    await moveConfirmed(tx, merging, row, fate);
    await rebind(tx, session, keys, keep, opened, fate, await seal(row.tier));
    moved.add(row.field);
  }
  return [...moved];
}

const placeKey = (field: SealedFieldId, ordinal: number): string => `${field} ${ordinal}`;

function open(session: Session, keys: TierKeys, personId: PersonId, row: ValueRow): OpenedValue {
  const value = openValue(session, keys, personId, row);
  return { row, value, normalised: validateField(row.field, value).normalised };
}

/** Errors: `ids-differ`. */
function requireSameId(ours: readonly OpenedValue[], theirs: readonly OpenedValue[], mayDiffer: boolean): void {
  const idOf = (values: readonly OpenedValue[]): string | undefined => values.find(({ row }) => row.field === 'idNumber' && row.replaced_at === null)?.normalised;
  const [one, another] = [idOf(ours), idOf(theirs)];
  if (one !== undefined && another !== undefined && one !== another && !mayDiffer) throw new AppError('ids-differ');
}

/** Null for a value whose record is no more. */
function fateOf(row: ValueRow, taken: ReadonlySet<string>, newPlace: NewPlace, now: number): Fate | null {
  const kind = belongsTo(row.field);
  if (kind !== null) {
    const ordinal = newPlace(kind, row.ordinal);
    if (ordinal === null) return null;
    return { ordinal, replacedAt: row.replaced_at ?? (taken.has(placeKey(row.field, ordinal)) ? now : null) };
  }
  if (row.replaced_at !== null) return { ordinal: row.ordinal, replacedAt: row.replaced_at };
  for (let ordinal = 0; ordinal < FIELDS[row.field].most; ordinal++) if (!taken.has(placeKey(row.field, ordinal))) return { ordinal, replacedAt: null };
  return { ordinal: 0, replacedAt: now };
}

/** One batch a tier, made when its first value comes. */
function createSealer(tx: WritableStore, session: Session): (tier: SealedTier) => Promise<{ readonly id: number; readonly batch: SealBatch }> {
  const batches = new Map<SealedTier, { readonly id: number; readonly batch: SealBatch }>();
  return async (tier) => {
    const known = batches.get(tier);
    if (known !== undefined) return known;
    const batch = createSealBatch({ vaultId: session.keys.vaultId, ...session.keys.tierKeys[tier] });
    const { lastId } = await tx.run(sql`INSERT INTO seal_batch (tier, epoch, nonce, enc) VALUES (${tier}, ${batch.epoch}, ${batch.nonce}, ${batch.enc})`);
    const made = { id: lastId, batch };
    batches.set(tier, made);
    return made;
  };
}

/** The row keeps its number, and with it its mask; keys and tags follow, or go where the value is only kept. */
async function rebind(
  tx: WritableStore, session: Session, keys: TierKeys, keep: PersonId, { row, value, normalised }: OpenedValue, { ordinal, replacedAt }: Fate, sealed: { readonly id: number; readonly batch: SealBatch },
): Promise<void> {
  const { field, tier, id } = row;
  const { n, ciphertext } = sealed.batch.seal({ personId: keep, field, ordinal }, value);
  await tx.run(sql`
    UPDATE sealed_value SET person_id = ${keep}, ordinal = ${ordinal}, batch_id = ${sealed.id}, n = ${n}, ciphertext = ${ciphertext}, replaced_at = ${replacedAt} WHERE id = ${id}`);
  if (replacedAt === null) await tx.run(sql`UPDATE phone_key SET person_id = ${keep} WHERE value_id = ${id}`);
  else await tx.run(sql`DELETE FROM phone_key WHERE value_id = ${id}`);
  const { changes } = await tx.run(sql`DELETE FROM match_tag WHERE value_id = ${id}`);
  const key = keys.get(tier);
  if (changes === 0 || replacedAt !== null || key === undefined) return;
  const tag = matchTag(session.keys.vaultId, key, field, tagText(field, keep, normalised));
  await tx.run(sql`INSERT INTO match_tag (tag, tier, epoch, value_id) VALUES (${tag}, ${tier}, ${key.epoch}, ${id})`);
}

/** What was confirmed of a value goes with it. */
async function moveConfirmed(tx: WritableStore, { keep, other }: Merging, { field, ordinal, replaced_at }: ValueRow, fate: Fate): Promise<void> {
  if (replaced_at !== null || fate.replacedAt !== null) return;
  await tx.run(sql`
    INSERT INTO confirmed_field (person_id, field, ordinal, at, staff_id) SELECT ${keep}, field, ${fate.ordinal}, at, staff_id FROM confirmed_field
    WHERE person_id = ${other} AND field = ${field} AND ordinal = ${ordinal} ON CONFLICT DO NOTHING`);
}
