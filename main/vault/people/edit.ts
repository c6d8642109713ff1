/** Adds and changes one person. Sealing needs public keys only; match tags need the PIN that the rules ask for anyway. */
import type { SealedFieldId, SealedTier } from '../../../contract/fields.ts';
import { FIELDS, isOffered, sealedTierOf } from '../../../contract/fields.ts';
import type { PersonChanges, PersonDraft, RouteRequest } from '../../../contract/routes.ts';
import type { MaskedPerson, PersonId, RoomId, StaffId } from '../../../contract/views.ts';
import { AppError } from '../app-error.ts';
import { matchTag } from '../keys/match.ts';
import { createSealBatch } from '../keys/seal.ts';
import type { SealBatch } from '../keys/seal.ts';
import type { TierPrivate } from '../keys/tier-keys.ts';
import type { Session } from '../session/session.ts';
import { entryOf } from '../session/session.ts';
import { describeWhy } from '../session/why.ts';
import type { Present, Proof } from '../session/with-slots.ts';
import { requireSupervisor, withSlots } from '../session/with-slots.ts';
import { sql } from '../store/sql.ts';
import type { WritableStore } from '../store/store.ts';
import { maskValue } from './mask.ts';
import { withTiers } from './open-values.ts';
import { readMaskedPerson, readPersonRow } from './read-person.ts';
import { parseRoom } from './room-text.ts';
import { indexPerson, indexPhone, indexPlate, indexRoom, unindexPerson } from './search-index.ts';
import type { ValueHints } from './validate.ts';
import { isPlaceholder, validateField } from './validate.ts';
import { countTriesLeft } from './verify.ts';

type TierKeys = ReadonlyMap<SealedTier, TierPrivate>;
interface CheckedValue { readonly field: SealedFieldId; readonly value: string; readonly hints: ValueHints }
interface Replacement { readonly field: SealedFieldId; readonly ordinal: number; readonly checked: CheckedValue | null }

/** Errors: `invalid-value` {field}, `placeholder-value` {field}, `field-off` {field}, `needs-supervisor` (an identity field), those of `withSlots`. */
export async function addPerson(session: Session, request: RouteRequest<'people.add'>): Promise<MaskedPerson> {
  const draft = request.person;
  const name = checkName(draft.name, draft.kind);
  const plates = draft.plates.map(checkPlate);
  const values = numberValues(draft.sealed.map((value) => checkSealed(session, value.field, value.value, draft.idType)));
  const personId = await withProof(session, request.pin, request.cosigner, tiersOf(values), (keys, cosignerId) =>
    session.log.record(session.store, async (tx) => {
      const id = await insertPerson(tx, session, { ...draft, name });
      await setRooms(tx, session, id, draft.rooms);
      await addPlates(tx, id, plates);
      await sealValues(tx, session, keys, id, values);
      const fields = ['name', ...(draft.rooms.length > 0 ? ['room'] : []), ...(plates.length > 0 ? ['plate'] : []), ...values.map((value) => value.field)];
      return { value: id, entries: [entryOf(session, { action: 'add', outcome: 'done', personId: id, field: fields.join(','), cosignerId })] };
    }));
  return readBack(session, personId);
}

/** Errors: as `addPerson`, and `changed-meanwhile`, `not-found`, `bad-request` where a sealed change comes without proof. */
export async function editPerson(session: Session, request: RouteRequest<'people.edit'>): Promise<MaskedPerson> {
  const { changes, personId } = request;
  const person = await readPersonRow(session.store, personId);
  const idType = changes.idType === undefined ? person.id_type : changes.idType;
  const name = changes.name === undefined ? undefined : checkName(changes.name, person.kind);
  const plates = (changes.addPlates ?? []).map(checkPlate);
  const values = (changes.sealed ?? []).map((change): Replacement => ({
    field: change.field, ordinal: change.ordinal, checked: change.value === null ? null : checkSealed(session, change.field, change.value, idType),
  }));
  const apply = (keys: TierKeys, cosignerId: StaffId | null): Promise<void> =>
    session.log.record(session.store, async (tx) => {
      await bumpVersion(tx, session, personId, request.version);
      await applyOpenChanges(tx, session, personId, { ...changes, name }, person.kind);
      await removePlates(tx, personId, changes.removePlates ?? []);
      await addPlates(tx, personId, plates);
      await retireValues(tx, session, personId, values);
      await sealValues(tx, session, keys, personId, values);
      const why = request.proof === undefined ? {} : describeWhy(request.proof.why);
      return { value: undefined, entries: [entryOf(session, { action: 'edit', outcome: 'done', personId, field: changedFields(changes).join(','), cosignerId, ...why })] };
    });
  if (values.length === 0) await apply(new Map(), null);
  else if (request.proof === undefined) throw new AppError('bad-request', { where: 'proof' });
  else await withProof(session, request.proof.pin, request.proof.cosigner, tiersOf(values), apply);
  return readBack(session, personId);
}

/** Opens the tiers that the change touches: the contact tier with the own PIN, the identity tier with a supervisor's. */
function withProof<T>(
  session: Session, pin: string, cosigner: Proof | undefined, tiers: readonly SealedTier[], work: (keys: TierKeys, cosignerId: StaffId | null) => Promise<T>,
): Promise<T> {
  const own = { slotId: session.signedIn.slotId, pin };
  return withSlots(session, cosigner === undefined ? [own] : [own, cosigner], async (present) => {
    const opener: Present = tiers.includes('identity') || cosigner !== undefined ? requireSupervisor(present) : present[0];
    const cosignerId = cosigner === undefined ? null : opener.member.staffId;
    return withTiers(session, opener, tiers, (keys) => work(keys, cosignerId));
  });
}

const tiersOf = (values: readonly Replacement[]): readonly SealedTier[] => [...new Set(values.map((value) => sealedTierOf(value.field)))];

const readBack = async (session: Session, personId: PersonId): Promise<MaskedPerson> =>
  readMaskedPerson(session, personId, await countTriesLeft(session.store, session.clock, personId));

function checkName(name: string, kind: PersonDraft['kind']): string {
  const checked = validateField('name', name, { kind });
  if (!checked.valid) throw new AppError('invalid-value', { field: 'name' });
  return checked.normalised;
}

function checkPlate(plate: string): string {
  const checked = validateField('plate', plate);
  if (!checked.valid) throw new AppError('invalid-value', { field: 'plate' });
  return checked.normalised;
}

function checkSealed({ policy }: Session, field: SealedFieldId, value: string, idType: PersonDraft['idType']): CheckedValue {
  if (!isOffered(field, policy.switchedOn)) throw new AppError('field-off', { field });
  if (value.length > FIELDS[field].longest) throw new AppError('invalid-value', { field });
  if (isPlaceholder(field, value)) throw new AppError('placeholder-value', { field });
  const hints = field === 'idNumber' ? { idType } : {};
  const checked = validateField(field, value, hints);
  if (!checked.valid) throw new AppError('invalid-value', { field });
  return { field, value: checked.normalised, hints };
}

/** Gives new values of one field the places 0, 1, 2 …. Errors: `invalid-value` where a field has more than it may. */
function numberValues(values: readonly CheckedValue[]): readonly Replacement[] {
  const next = new Map<SealedFieldId, number>();
  return values.map((checked) => {
    const ordinal = next.get(checked.field) ?? 0;
    if (ordinal >= FIELDS[checked.field].most) throw new AppError('invalid-value', { field: checked.field });
    next.set(checked.field, ordinal + 1);
    return { field: checked.field, ordinal, checked };
  });
}

async function insertPerson(tx: WritableStore, session: Session, draft: PersonDraft): Promise<PersonId> {
  const now = session.clock.now();
  const { lastId } = await tx.run(sql`
    INSERT INTO person (kind, name, sex, id_type, created_at, updated_at) VALUES (${draft.kind}, ${draft.name}, ${draft.sex}, ${draft.idType}, ${now}, ${now})`);
  const personId = lastId as PersonId;
  await indexPerson(tx, personId, { kind: draft.kind, name: draft.name });
  return personId;
}

async function bumpVersion(tx: WritableStore, session: Session, personId: PersonId, from: number): Promise<void> {
  const { changes } = await tx.run(sql`
    UPDATE person SET version = version + 1, updated_at = ${session.clock.now()} WHERE id = ${personId} AND version = ${from}`);
  if (changes !== 1) throw new AppError('changed-meanwhile');
}

async function applyOpenChanges(tx: WritableStore, session: Session, personId: PersonId, changes: PersonChanges, kind: PersonDraft['kind']): Promise<void> {
  if (changes.name !== undefined) {
    await unindexPerson(tx, personId);
    await tx.run(sql`UPDATE person SET name = ${changes.name} WHERE id = ${personId}`);
    await indexPerson(tx, personId, { kind, name: changes.name });
  }
  if (changes.sex !== undefined) await tx.run(sql`UPDATE person SET sex = ${changes.sex} WHERE id = ${personId}`);
  if (changes.idType !== undefined) await tx.run(sql`UPDATE person SET id_type = ${changes.idType} WHERE id = ${personId}`);
  if (changes.rooms !== undefined) await setRooms(tx, session, personId, changes.rooms);
}

async function setRooms(tx: WritableStore, session: Session, personId: PersonId, rooms: PersonDraft['rooms']): Promise<void> {
  await tx.run(sql`DELETE FROM occupancy WHERE person_id = ${personId}`);
  for (const room of rooms) {
    const roomId = await findOrAddRoom(tx, session, room.text);
    await tx.run(sql`INSERT INTO occupancy (person_id, room_id, relation) VALUES (${personId}, ${roomId}, ${room.relation}) ON CONFLICT DO NOTHING`);
  }
}

/** Errors: `room-not-understood`. */
async function findOrAddRoom(tx: WritableStore, session: Session, text: string): Promise<RoomId> {
  const parsed = parseRoom(text, session.roomPatterns);
  if (parsed === null) throw new AppError('room-not-understood');
  const known = await tx.get<{ id: RoomId }>(sql`SELECT id FROM room WHERE canonical = ${parsed.canonical}`);
  if (known !== undefined) return known.id;
  const { lastId } = await tx.run(sql`
    INSERT INTO room (estate, building, unit, room, label, canonical, written)
    VALUES (${parsed.estate}, ${parsed.building}, ${parsed.unit}, ${parsed.room}, ${parsed.label}, ${parsed.canonical}, ${parsed.written})`);
  await indexRoom(tx, lastId as RoomId, parsed);
  return lastId as RoomId;
}

async function addPlates(tx: WritableStore, personId: PersonId, plates: readonly string[]): Promise<void> {
  if (plates.length === 0) return;
  const last = await tx.get<{ ordinal: number | null }>(sql`SELECT max(ordinal) AS ordinal FROM vehicle WHERE person_id = ${personId}`);
  let ordinal = (last?.ordinal ?? -1) + 1;
  for (const plate of plates) {
    const { lastId } = await tx.run(sql`INSERT INTO vehicle (person_id, ordinal, plate) VALUES (${personId}, ${ordinal++}, ${plate})`);
    await indexPlate(tx, { id: lastId, personId, plate });
  }
}

async function removePlates(tx: WritableStore, personId: PersonId, ordinals: readonly number[]): Promise<void> {
  for (const ordinal of ordinals) await tx.run(sql`DELETE FROM vehicle WHERE person_id = ${personId} AND ordinal = ${ordinal}`);
}

/** A value that is replaced or removed stays sealed for thirty days, unfindable: its tag and its phone key go at once. */
async function retireValues(tx: WritableStore, session: Session, personId: PersonId, values: readonly Replacement[]): Promise<void> {
  for (const { field, ordinal } of values) {
    const old = await tx.get<{ id: number }>(sql`
      SELECT id FROM sealed_value WHERE person_id = ${personId} AND field = ${field} AND ordinal = ${ordinal} AND replaced_at IS NULL`);
    if (old === undefined) continue;
    await tx.run(sql`UPDATE sealed_value SET replaced_at = ${session.clock.now()} WHERE id = ${old.id}`);
    await tx.run(sql`DELETE FROM phone_key WHERE value_id = ${old.id}`);
    await tx.run(sql`DELETE FROM match_tag WHERE value_id = ${old.id}`);
  }
}

async function sealValues(tx: WritableStore, session: Session, keys: TierKeys, personId: PersonId, values: readonly Replacement[]): Promise<void> {
  for (const [tier, key] of keys) {
    const added = values.filter((value) => value.checked !== null && sealedTierOf(value.field) === tier);
    if (added.length === 0) continue;
    const batch = createSealBatch({ vaultId: session.keys.vaultId, ...session.keys.tierKeys[tier] });
    const { lastId } = await tx.run(sql`INSERT INTO seal_batch (tier, epoch, nonce, enc) VALUES (${tier}, ${batch.epoch}, ${batch.nonce}, ${batch.enc})`);
    for (const value of added) await insertSealed(tx, session, key, batch, lastId, personId, value);
  }
}

async function insertSealed(
  tx: WritableStore, session: Session, key: TierPrivate, batch: SealBatch, batchId: number, personId: PersonId, value: Replacement,
): Promise<void> {
  const { field, ordinal, checked } = value;
  if (checked === null) return;
  if (ordinal >= FIELDS[field].most) throw new AppError('invalid-value', { field });
  const { n, ciphertext } = batch.seal({ personId, field, ordinal }, checked.value);
  // Made here, in the turn of the PIN: the policy cannot change between it and the row.
  const { mask, valid } = maskValue(session.policy.masks, field, checked.value, checked.hints);
  const { lastId } = await tx.run(sql`
    INSERT INTO sealed_value (person_id, field, ordinal, tier, batch_id, n, ciphertext, mask, valid, created_at)
    VALUES (${personId}, ${field}, ${ordinal}, ${batch.tier}, ${batchId}, ${n}, ${ciphertext}, ${mask}, ${valid ? 1 : 0}, ${session.clock.now()})`);
  // A WeChat id that is a phone number is masked as one, and found as one.
  if (field === 'phone' || field === 'wechat') await indexPhone(tx, { id: lastId, personId, mask });
  if (!FIELDS[field].matched) return;
  const tag = matchTag(session.keys.vaultId, key, field, checked.value);
  await tx.run(sql`INSERT INTO match_tag (tag, tier, epoch, value_id) VALUES (${tag}, ${batch.tier}, ${key.epoch}, ${lastId})`);
}

function changedFields(changes: PersonChanges): readonly string[] {
  return [
    ...(['name', 'sex', 'idType'] as const).filter((key) => changes[key] !== undefined),
    ...(changes.rooms === undefined ? [] : ['room']),
    ...((changes.addPlates?.length ?? 0) + (changes.removePlates?.length ?? 0) === 0 ? [] : ['plate']),
    ...(changes.sealed ?? []).map((change) => change.field),
  ];
}
