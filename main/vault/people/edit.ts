/**
 * Adds and edits one person. Sealing needs only public keys; match tags need the PIN that the rules require
 * anyway.
 */
import { FIELDS, type SealedFieldId } from '../../../contract/fields.ts';
import type { PersonChanges, PersonDraft } from '../../../contract/people/requests.ts';
import type { RouteRequest } from '../../../contract/routes.ts';
import type { PersonId } from '../../../contract/ids.ts';
import type { MaskedPerson } from '../../../contract/people/views.ts';
import { AppError } from '../app-error.ts';
import type { Session } from '../session/session.ts';
import { freePlace, readDesk, takeId } from '../store/ids.ts';
import { sql } from '../store/sql.ts';
import type { WritableStore } from '../store/store.ts';
import { bumpVersion, readBack } from './change-person.ts';
import { forgetConfirmed } from './confirmed.ts';
import { requireGuardian } from './guardian.ts';
import { requireIdsKept, wordsAsDecided } from '../id-number-rules/decision.ts';
import { setRooms } from './live-in.ts';
import { readPersonRow } from './read-person.ts';
import { normalisePinyin } from '../values/name.ts';
import { indexPerson, indexPlate, unindexPerson } from '../search/search-index.ts';
import {
  type CheckedValue,
  type Replacement,
  type TierKeys,
  checkPlate,
  checkSealed,
  inOwnPlaces,
  retireValues,
  sealValues,
  tiersOf,
  withChangeProof,
  withProof,
} from './sealed-changes.ts';
import { validateField } from '../values/validate.ts';
import { commit, commitValue } from '../session/commit.ts';

/**
 * Handles `people.add`. Errors: `invalid-value` {field}, `placeholder-value` {field}, `field-off` {field},
 * `guardian-needed`, `needs-supervisor` (an identity field), those of `requireIdsKept` and of `withSlots`.
 */
export async function addPerson(
  session: Session,
  request: RouteRequest<'people.add'>,
): Promise<MaskedPerson> {
  const checked = await checkDraft(session, request.person);
  const { draft, plates, values } = checked;
  const personId = await withProof(session, request.pin, request.cosigner, tiersOf(values), (keys, by) =>
    commitValue(session, async (tx) => {
      const id = await insertDraft(tx, session, keys, checked);
      const fields = [
        'name',
        ...(draft.pinyin === undefined ? [] : ['pinyin']),
        ...(draft.rooms.length > 0 ? ['room'] : []),
        ...(plates.length > 0 ? ['plate'] : []),
        ...values.map((value) => value.field),
      ];
      return {
        value: id,
        entries: [
          {
            action: 'add',
            outcome: 'done',
            personId: id,
            field: fields.join(','),
            ...by,
          },
        ],
      };
    }),
  );
  return readBack(session, personId);
}

/** A new person as it may be stored: normalised, with what is sealed of it. */
export interface CheckedDraft {
  readonly draft: PersonDraft;
  readonly plates: readonly string[];
  readonly values: readonly Replacement[];
}

/** Errors: `invalid-value` {field}, `placeholder-value` {field}, `field-off` {field}, `guardian-needed`. */
export async function checkDraft(session: Session, draft: PersonDraft): Promise<CheckedDraft> {
  const name = checkName(draft.name, draft.kind);
  const plates = draft.plates.map(checkPlate);
  const pinyin = draft.pinyin === undefined ? undefined : checkPinyin(name, draft.pinyin);
  const asDecided = await wordsAsDecided(session);
  const values = numberValues(
    draft.sealed.map((value) => checkSealed(session, value.field, typedOf(value, asDecided), draft.idType)),
  );
  await requireGuardian(session, null, values);
  await requireIds(session, { id: null, kind: draft.kind }, values);
  return { draft: { ...draft, name, pinyin }, plates, values };
}

/** Stores a new person, with rooms, plates and sealed values; `keys`: opened keys of the values' tiers. Errors: those of `setRooms` and `sealValues`. */
export async function insertDraft(
  tx: WritableStore,
  session: Session,
  keys: TierKeys,
  { draft, plates, values }: CheckedDraft,
): Promise<PersonId> {
  const personId = await insertPerson(tx, session, draft);
  await setRooms(tx, session, personId, draft.rooms);
  await addPlates(tx, personId, plates);
  await sealValues(tx, session, keys, personId, await inOwnPlaces(tx, personId, values));
  return personId;
}

/**
 * Handles `people.edit`. Errors: as `addPerson`, and `changed-meanwhile`, `not-found`, `bad-request` where a
 * sealed change comes without proof.
 */
export async function editPerson(
  session: Session,
  request: RouteRequest<'people.edit'>,
): Promise<MaskedPerson> {
  const { changes, personId } = request;
  const person = await readPersonRow(session.store, personId);
  const idType = changes.idType === undefined ? person.id_type : changes.idType;
  const name = changes.name === undefined ? undefined : checkName(changes.name, person.kind);
  const pinyin =
    typeof changes.pinyin === 'string' ? checkPinyin(name ?? person.name, changes.pinyin) : changes.pinyin;
  const plates = (changes.addPlates ?? []).map(checkPlate);
  const asDecided = await wordsAsDecided(session);
  const values = (changes.sealed ?? []).map((change): Replacement => ({
    field: change.field,
    ordinal: change.ordinal,
    checked:
      change.value === null
        ? null
        : checkSealed(session, change.field, typedOf({ ...change, value: change.value }, asDecided), idType),
  }));
  await requireGuardian(session, personId, values);
  await requireIds(session, { id: personId, kind: person.kind }, values);
  await withChangeProof(session, request.proof, tiersOf(values), (keys, by) =>
    commit(session, async (tx) => {
      await bumpVersion(tx, session, personId, request.version);
      await applyOpenChanges(tx, session, personId, { ...changes, name, pinyin }, person.kind);
      await removePlates(tx, personId, changes.removePlates ?? []);
      await addPlates(tx, personId, plates);
      const placed = await inOwnPlaces(tx, personId, values);
      await retireValues(tx, session, personId, placed);
      await sealValues(tx, session, keys, personId, placed);
      return [
        {
          action: 'edit',
          outcome: 'done',
          personId,
          field: changedFields(changes).join(','),
          ...by,
        },
      ];
    }),
  );
  return readBack(session, personId);
}

const typedOf = (
  { field, value }: { readonly field: SealedFieldId; readonly value: string },
  asDecided: (words: string) => string,
): string => (FIELDS[field].tier === 'contact' && !FIELDS[field].matched ? asDecided(value) : value);

/** A company's code is nobody's. Errors: those of `requireIdsKept`. */
async function requireIds(
  session: Session,
  { id, kind }: { readonly id: PersonId | null; readonly kind: PersonDraft['kind'] },
  values: readonly Replacement[],
): Promise<void> {
  if (kind === 'person' && values.some(({ field, checked }) => field === 'idNumber' && checked !== null))
    await requireIdsKept(session, id);
}

function checkName(name: string, kind: PersonDraft['kind']): string {
  const checked = validateField('name', name, { kind });
  if (!checked.valid) throw new AppError('invalid-value', { field: 'name' });
  return checked.normalised;
}

function checkPinyin(name: string, pinyin: string): string {
  const checked = normalisePinyin(name, pinyin);
  if (checked === null) throw new AppError('invalid-value', { field: 'pinyin' });
  return checked;
}

/**
 * Gives new values of each field the ordinals 0, 1, 2 …. Errors: `invalid-value` {field} where a field has
 * too many values.
 */
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
  const personId = (await takeId(tx, 'person')) as PersonId;
  await tx.run(sql`
    INSERT INTO person (id, kind, name, pinyin, sex, id_type, created_at, updated_at)
    VALUES (${personId}, ${draft.kind}, ${draft.name}, ${draft.pinyin ?? null}, ${draft.sex}, ${draft.idType}, ${now}, ${now})`);
  await indexPerson(tx, personId, { kind: draft.kind, name: draft.name, pinyin: draft.pinyin ?? null });
  return personId;
}

async function applyOpenChanges(
  tx: WritableStore,
  session: Session,
  personId: PersonId,
  changes: PersonChanges,
  kind: PersonDraft['kind'],
): Promise<void> {
  if (changes.name !== undefined) {
    await forgetConfirmed(tx, personId, 'name', 0);
    await tx.run(sql`UPDATE person SET name = ${changes.name} WHERE id = ${personId}`);
  }
  if (changes.pinyin !== undefined)
    await tx.run(sql`UPDATE person SET pinyin = ${changes.pinyin} WHERE id = ${personId}`);
  if (changes.name !== undefined || changes.pinyin !== undefined) {
    const { name, pinyin } = await readPersonRow(tx, personId);
    await unindexPerson(tx, personId);
    await indexPerson(tx, personId, { kind, name, pinyin });
  }
  if (changes.sex !== undefined) {
    await tx.run(sql`UPDATE person SET sex = ${changes.sex} WHERE id = ${personId}`);
    await forgetConfirmed(tx, personId, 'sex', 0);
  }
  if (changes.idType !== undefined)
    await tx.run(sql`UPDATE person SET id_type = ${changes.idType} WHERE id = ${personId}`);
  if (changes.rooms !== undefined) await setRooms(tx, session, personId, changes.rooms);
}

async function addPlates(tx: WritableStore, personId: PersonId, plates: readonly string[]): Promise<void> {
  if (plates.length === 0) return;
  const desk = await readDesk(tx);
  const taken = new Set(
    (
      await tx.all<{ readonly ordinal: number }>(
        sql`SELECT ordinal FROM vehicle WHERE person_id = ${personId}`,
      )
    ).map(({ ordinal }) => ordinal),
  );
  for (const plate of plates) {
    const id = await takeId(tx, 'vehicle');
    const ordinal = freePlace(desk, taken);
    taken.add(ordinal);
    await tx.run(
      sql`INSERT INTO vehicle (id, person_id, ordinal, plate) VALUES (${id}, ${personId}, ${ordinal}, ${plate})`,
    );
    await indexPlate(tx, { id, personId, plate });
  }
}

async function removePlates(
  tx: WritableStore,
  personId: PersonId,
  ordinals: readonly number[],
): Promise<void> {
  for (const ordinal of ordinals) {
    await tx.run(sql`DELETE FROM vehicle WHERE person_id = ${personId} AND ordinal = ${ordinal}`);
    await forgetConfirmed(tx, personId, 'plate', ordinal);
  }
}

function changedFields(changes: PersonChanges): readonly string[] {
  return [
    ...(['name', 'pinyin', 'sex', 'idType'] as const).filter((key) => changes[key] !== undefined),
    ...(changes.rooms === undefined ? [] : ['room']),
    ...((changes.addPlates?.length ?? 0) + (changes.removePlates?.length ?? 0) === 0 ? [] : ['plate']),
    ...(changes.sealed ?? []).map((change) => change.field),
  ];
}
