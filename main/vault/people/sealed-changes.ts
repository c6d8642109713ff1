/**
 * Changes of sealed values: the proof that they need, their masks and tags, and the retention of old values.
 */
import {
  FIELDS,
  type IdType,
  type SealedFieldId,
  type SealedTier,
  belongsTo,
  isOffered,
  sealedTierOf,
} from '../../../contract/fields.ts';
import type { RouteRequest } from '../../../contract/routes.ts';
import type { PersonId, StaffId } from '../../../contract/ids.ts';
import type { KeptNote } from '../../../contract/people/views.ts';
import { AppError } from '../app-error.ts';
import { matchTag } from '../keys/match.ts';
import { requireInvented } from '../keys/practice-id.ts';
import { type SealBatch, createSealBatch, insertBatch } from '../keys/seal.ts';
import type { TierPrivate } from '../keys/tier-keys.ts';
import type { Session } from '../session/session.ts';
import { describeWhy } from '../session/access-reason.ts';
import {
  type AllVerified,
  type Proof,
  type VerifiedStaff,
  requireSupervisor,
  withSlots,
} from '../session/with-slots.ts';
import { freePlace, PLACES_OF_A_DESK, readDesk, takeId } from '../store/ids.ts';
import { sql } from '../store/sql.ts';
import type { ReadableStore, WritableStore } from '../store/store.ts';
import { forgetConfirmed } from './confirmed.ts';
import { maskValue } from '../values/mask.ts';
import { withTiers } from '../session/open-values.ts';
import { indexPhone } from '../search/search-index.ts';
import { type ValueHints, isPlaceholder, keptNote, validateField } from '../values/validate.ts';
import { countOf } from '../store/rows.ts';

/** Opened tier keys by tier. */
export type TierKeys = ReadonlyMap<SealedTier, TierPrivate>;
/** A valid value in its normalised form. */
export interface CheckedValue {
  readonly field: SealedFieldId;
  readonly value: string;
  readonly hints: ValueHints;
  readonly note: KeptNote | null;
}
/** The new value of an ordinal; `checked` null removes it. */
export interface Replacement {
  readonly field: SealedFieldId;
  readonly ordinal: number;
  readonly checked: CheckedValue | null;
}
type ChangeProof = RouteRequest<'people.edit'>['proof'];

/** Cosigner, signatures, reason and ticket of a change, for its log entry. */
interface ProvenBy {
  readonly cosignerId: StaffId | null;
  /** Absent where open fields changed without a PIN. */
  readonly signedBy?: AllVerified;
  readonly reason?: string;
  readonly ticket?: string | null;
}

/**
 * Runs `work` with the keys of `tiers`. Open fields change without a PIN (`tiers` empty); sealed values need
 * a proof. Errors: `bad-request` where the proof is missing, `needs-supervisor`, those of `withSlots`.
 */
export async function withChangeProof<T>(
  session: Session,
  proof: ChangeProof,
  tiers: readonly SealedTier[],
  work: (keys: TierKeys, by: ProvenBy) => Promise<T>,
): Promise<T> {
  if (tiers.length === 0)
    return work(new Map(), {
      cosignerId: null,
      ...(proof === undefined ? {} : describeWhy(session, proof.why)),
    });
  if (proof === undefined) throw new AppError('bad-request', { where: 'proof' });
  const why = describeWhy(session, proof.why);
  return withProof(session, proof.pin, proof.cosigner, tiers, (keys, by) => work(keys, { ...by, ...why }));
}

/**
 * Opens the tiers of a change and runs `work`: the contact tier with the caller's own PIN, the identity tier
 * with a supervisor's. Errors: `needs-supervisor`, those of `withSlots`.
 */
export function withProof<T>(
  session: Session,
  pin: string,
  cosigner: Proof | undefined,
  tiers: readonly SealedTier[],
  work: (keys: TierKeys, by: Required<Pick<ProvenBy, 'cosignerId' | 'signedBy'>>) => Promise<T>,
): Promise<T> {
  const own = { slotId: session.signedIn.slotId, pin };
  return withSlots(session, cosigner === undefined ? [own] : [own, cosigner], async (present) => {
    const opener: VerifiedStaff =
      tiers.includes('identity') || cosigner !== undefined ? requireSupervisor(present) : present[0];
    const cosignerId = cosigner === undefined ? null : opener.member.staffId;
    return withTiers(session, opener, tiers, (keys) => work(keys, { cosignerId, signedBy: present }));
  });
}

/** The tiers of the values, each once. */
export const tiersOf = (values: readonly Replacement[]): readonly SealedTier[] => [
  ...new Set(values.map((value) => sealedTierOf(value.field))),
];

/** The normalised plate. Errors: `invalid-value` {field}. */
export function checkPlate(plate: string): string {
  const checked = validateField('plate', plate);
  if (!checked.valid) throw new AppError('invalid-value', { field: 'plate' });
  return checked.normalised;
}

/**
 * The checked value of a sealed field. `idType`: kind of the document of an ID number, where known. Errors:
 * `invalid-value` {field}, `placeholder-value` {field}, `field-off` {field}, `practice-invented` {field}.
 */
export function checkSealed(
  { policy, header }: Session,
  field: SealedFieldId,
  value: string,
  idType: IdType | null,
): CheckedValue {
  if (!isOffered(field, policy.switchedOn)) throw new AppError('field-off', { field });
  if (value.length > FIELDS[field].longest) throw new AppError('invalid-value', { field });
  if (isPlaceholder(field, value)) throw new AppError('placeholder-value', { field });
  const hints = field === 'idNumber' ? { idType } : {};
  const checked = validateField(field, value, hints);
  if (!checked.valid) throw new AppError('invalid-value', { field });
  requireInvented(header.vaultId, field, checked.normalised);
  return { field, value: checked.normalised, hints, note: keptNote(checked) };
}

/**
 * Marks the present values of these ordinals as replaced. They stay sealed for 30 days but cannot be found:
 * tag and phone key are deleted at once.
 */
export async function retireValues(
  tx: WritableStore,
  session: Session,
  personId: PersonId,
  values: readonly Replacement[],
): Promise<void> {
  for (const { field, ordinal } of values) {
    const old = await tx.get<{ id: number }>(sql`
      SELECT id FROM sealed_value WHERE person_id = ${personId} AND field = ${field} AND ordinal = ${ordinal} AND replaced_at IS NULL`);
    if (old === undefined) continue;
    await forgetConfirmed(tx, personId, field, ordinal);
    await tx.run(sql`UPDATE sealed_value SET replaced_at = ${session.clock.now()} WHERE id = ${old.id}`);
    await tx.run(sql`DELETE FROM phone_key WHERE value_id = ${old.id}`);
    await tx.run(sql`DELETE FROM match_tag WHERE value_id = ${old.id}`);
  }
}

/**
 * Seals and stores new values, with mask, match tag and search keys. `keys`: opened keys of their tiers.
 * Errors: `invalid-value` {field} where a field has too many values, those of `takeId`.
 */
export async function sealValues(
  tx: WritableStore,
  session: Session,
  keys: TierKeys,
  personId: PersonId,
  values: readonly Replacement[],
): Promise<void> {
  for (const [tier, key] of keys) {
    const added = values.filter((value) => value.checked !== null && sealedTierOf(value.field) === tier);
    if (added.length === 0) continue;
    const batch = createSealBatch({ vaultId: session.keys.vaultId, ...session.keys.tierKeys[tier] });
    const batchId = await insertBatch(tx, batch);
    for (const value of added) await insertSealed(tx, session, key, batch, batchId, personId, value);
  }
}

/**
 * The same changes with new values at ordinals of this desk. An ordinal that is not this desk's and never
 * held a value is replaced, because another desk may use it at the same time. Values of other records keep
 * the record's ordinal.
 */
export async function inOwnPlaces(
  tx: ReadableStore,
  personId: PersonId,
  values: readonly Replacement[],
): Promise<readonly Replacement[]> {
  const desk = await readDesk(tx);
  const rows = await tx.all<{ readonly field: SealedFieldId; readonly ordinal: number }>(
    sql`SELECT DISTINCT field, ordinal FROM sealed_value WHERE person_id = ${personId}`,
  );
  const taken = new Map<SealedFieldId, Set<number>>();
  const takenOf = (field: SealedFieldId): Set<number> => {
    const known = taken.get(field) ?? new Set<number>();
    taken.set(field, known);
    return known;
  };
  for (const { field, ordinal } of rows) takenOf(field).add(ordinal);
  return values.map((value) => {
    const places = takenOf(value.field);
    if (value.checked === null || belongsTo(value.field) !== null || places.has(value.ordinal)) return value;
    const isOwn = Math.floor(value.ordinal / PLACES_OF_A_DESK) === desk;
    const ordinal = isOwn ? value.ordinal : freePlace(desk, places);
    places.add(ordinal);
    return { ...value, ordinal };
  });
}

/**
 * Checks the number of values of a field by counting, because ordinals of several desks are far apart.
 * Errors: `invalid-value` {field}.
 */
async function requireRoomFor(tx: ReadableStore, personId: PersonId, field: SealedFieldId): Promise<void> {
  const there = await countOf(
    tx,
    sql`SELECT count(*) AS n FROM sealed_value WHERE person_id = ${personId} AND field = ${field} AND replaced_at IS NULL`,
  );
  if (there >= FIELDS[field].most) throw new AppError('invalid-value', { field });
}

async function insertSealed(
  tx: WritableStore,
  session: Session,
  key: TierPrivate,
  batch: SealBatch,
  batchId: number,
  personId: PersonId,
  value: Replacement,
): Promise<void> {
  const { field, ordinal, checked } = value;
  if (checked === null) return;
  await requireRoomFor(tx, personId, field);
  const { n, ciphertext } = batch.seal({ personId, field, ordinal }, checked.value);
  // Made within the turn of the PIN, so that the policy cannot change before the row is written.
  const { mask, valid } = maskValue(session.policy.masks, field, checked.value, checked.hints);
  const id = await takeId(tx, 'sealed_value');
  await tx.run(sql`
    INSERT INTO sealed_value (id, person_id, field, ordinal, tier, batch_id, n, ciphertext, mask, valid, note, created_at)
    VALUES (${id}, ${personId}, ${field}, ${ordinal}, ${batch.tier}, ${batchId}, ${n}, ${ciphertext}, ${mask}, ${valid ? 1 : 0}, ${checked.note}, ${session.clock.now()})`);
  // A WeChat id that is a phone number is masked as one, and found as one.
  if (field === 'phone' || field === 'wechat') await indexPhone(tx, { id, personId, mask });
  if (!FIELDS[field].matched) return;
  const tag = matchTag(session.keys.vaultId, key, field, checked.value);
  await tx.run(
    sql`INSERT INTO match_tag (tag, tier, epoch, value_id) VALUES (${tag}, ${batch.tier}, ${key.epoch}, ${id})`,
  );
}
