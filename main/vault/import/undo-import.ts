/** Takes one import back, in one transaction with its log entry or not at all: what it added goes, what it changed returns, what was edited since stays unless confirmed. */
import {
  type PersonKind,
  SEALED_FIELD_IDS,
  type SealedFieldId,
  belongsTo,
  sealedTierOf,
} from '../../../contract/fields.ts';
import type { MaskPolicy } from '../../../contract/policy/lists.ts';
import type { PersonId, StaffId } from '../../../contract/ids.ts';
import type { UndoCheck, UndoResult } from '../../../contract/import/views.ts';
import { AppError } from '../app-error.ts';
import type { Clock } from '../clock.ts';
import type { EntrySigners } from '../log/entry-signer.ts';
import type { VouchingLog } from '../session/find-entry.ts';
import { maskValue } from '../values/mask.ts';
import { INSERT_PHONE_KEY, indexPerson, phoneKeyRows, unindexPerson } from '../search/search-index.ts';
import { keptColumn, keptColumns, OUR_NAME } from '../store/kept-rows.ts';
import { forgetMergesOfNobody } from '../records/merge-journal.ts';
import { sql } from '../store/sql.ts';
import type { ReadableStore, Store, WritableStore } from '../store/store.ts';
import {
  addedRows,
  dropJournal,
  readJournalDigest,
  RECORD_COLUMNS,
  requireJournalOf,
  wereAdded,
} from './journal.ts';
import { type Pace, type Watcher, startPhase } from '../long-work/progress.ts';
import { countOf, requireRow } from '../store/rows.ts';
import { isEmptyBatch } from '../store/tables.ts';

/** Rows between which a cancel is noticed. */
const AT_ONCE = 500;
/** Edited rows that are listed. */
const MAX_LISTED = 200;

/** Functions that open a replaced value and tag it anew; a supervisor's PIN is behind both. */
export interface UndoKeys {
  readonly open: (value: ReplacedValue) => string;
  readonly tag: (
    field: SealedFieldId,
    personId: number,
    value: string,
  ) => { readonly tag: Uint8Array; readonly epoch: number };
}

interface UndoOptions extends Watcher, VouchingLog {
  readonly store: Store;
  readonly importId: number;
  /** False: also what was edited since is taken back. */
  readonly keepEdited: boolean;
  readonly keys: UndoKeys;
  readonly staffId: StaffId;
  readonly cosignerId: StaffId | null;
  readonly signedBy: EntrySigners;
  readonly clock: Clock;
}

/** A sealed value with what opening it takes. */
interface ReplacedValue {
  readonly id: number;
  readonly personId: PersonId;
  readonly field: SealedFieldId;
  readonly ordinal: number;
  readonly n: number;
  readonly ciphertext: Uint8Array;
  readonly mask: string;
  readonly epoch: number;
  readonly nonce: Uint8Array;
  readonly enc: Uint8Array;
  readonly tagged: number;
}

interface EditedPerson {
  readonly id: PersonId;
  readonly kind: PersonKind;
  readonly name: string;
  readonly room: string | null;
  readonly what: 'created' | 'changed';
}
interface EditedRoom {
  readonly id: number;
  readonly label: string;
}

/** Effects that an undo would have. Errors: `not-found`, `import-undone`, `import-journal-gone`. */
export async function checkUndo(
  store: ReadableStore,
  masks: MaskPolicy,
  importId: number,
): Promise<UndoCheck> {
  await requireJournal(store, importId);
  const count = async (text: string): Promise<number> =>
    await countOf(store, {
      text: `SELECT count(*) AS n FROM ${text}`,
      values: [importId],
    });
  const people = await editedPeople(store, importId);
  const rooms = await editedRooms(store, importId);
  return {
    importId,
    created: await count(addedRows('person')),
    changed: await count('import_person WHERE import_id = ?'),
    rooms: await count(addedRows('room')),
    gone: await count(
      `import_replaced r WHERE import_id = ? AND NOT EXISTS (SELECT 1 FROM sealed_value WHERE id = r.old_id)`,
    ),
    edited: people.length + rooms.length,
    rows: [
      ...people.map(({ id, kind, name, room, what }): UndoCheck['rows'][number] => ({
        personId: id,
        what,
        nameMask: maskValue(masks, 'name', name, { kind }).mask.slice(0, 220),
        roomLabel: room ?? '',
      })),
      ...rooms.map(({ label }): UndoCheck['rows'][number] => ({
        personId: null,
        what: 'room',
        nameMask: '',
        roomLabel: label,
      })),
    ].slice(0, MAX_LISTED),
  };
}

async function requireJournal(store: ReadableStore, importId: number): Promise<void> {
  const run = await requireRow<{ readonly journal: number; readonly undone: number | null }>(
    store,
    sql`SELECT journal, undone_at AS undone FROM import_run WHERE id = ${importId}`,
  );
  if (run.undone !== null) throw new AppError('import-undone');
  if (run.journal === 0) throw new AppError('import-journal-gone');
}

/** Tables of a person's rows that an import writes; rows in any other were added since. */
const IMPORTED_TABLES = [
  'name_key',
  'occupancy',
  'lease',
  'vehicle',
  'space',
  'sealed_value',
  'import_person',
  'import_record',
] as const;

/** A person who was made stands at version 1 with nothing else, one who was changed at the version after; whoever else changed them counted on. */
async function editedPeople(store: ReadableStore, importId: number): Promise<EditedPerson[]> {
  const others = (await readReferences(store, 'person')).filter(
    ({ name }) => !IMPORTED_TABLES.some((table) => table === name),
  );
  const isEdited = [
    'version <> 1',
    ...others.map(
      ({ name, column }) =>
        // A notice that was posted told everybody there: nobody has edited this record.
        `EXISTS (SELECT 1 FROM ${name} other WHERE other.${column} = person.id${name === 'notice' ? ' AND other.posting_id IS NULL' : ''})`,
    ),
  ].join(' OR ');
  return store.all<EditedPerson>({
    text: `SELECT person.id, kind, name, list_room AS room, 'created' AS what FROM ${addedRows('person')} AND (${isEdited})
      UNION ALL SELECT p.id, p.kind, p.name, p.list_room, 'changed' FROM import_person j JOIN person p ON p.id = j.person_id WHERE j.import_id = ? AND p.version <> j.version`,
    values: [importId, importId],
  });
}

function editedRooms(store: ReadableStore, importId: number): Promise<EditedRoom[]> {
  return store.all<EditedRoom>({
    text: `SELECT room.id, label FROM ${addedRows('room')} AND revision <> 0
      UNION ALL SELECT r.id, r.label FROM import_room j JOIN room r ON r.id = j.room_id WHERE j.import_id = ? AND r.revision <> j.revision`,
    values: [importId, importId],
  });
}

/**
 * Errors: those of `checkUndo`, AppError `cancelled`, `store-tampered` (the journal is not what the log says); nothing is
 * changed then. Those of AuditLog.record.
 */
export async function undoImport(options: UndoOptions): Promise<UndoResult> {
  const { store, log, importId, staffId, cosignerId, signedBy, signal } = options;
  await requireJournal(store, importId);
  const digest = await readJournalDigest(options, store, importId, signal);
  return log.record(store, async (tx) => {
    await requireJournal(tx, importId);
    await requireJournalOf(tx, importId, digest);
    const result = await takeBack(tx, options);
    const { removed, restored, rooms, kept } = result;
    return {
      value: result,
      entries: [
        {
          action: 'import-undo',
          outcome: 'done',
          staffId,
          cosignerId,
          signedBy,
          detail: { import: importId, removed, restored, rooms, kept },
        },
      ],
    };
  });
}

/** Awaits nothing but the transaction. */
async function takeBack(tx: WritableStore, options: UndoOptions): Promise<UndoResult> {
  const { importId, keepEdited } = options;
  const edited = {
    people: new Set((await editedPeople(tx, importId)).map(({ id }) => id)),
    rooms: new Set((await editedRooms(tx, importId)).map(({ id }) => id)),
  };
  const staying = keepEdited ? edited : { people: new Set<number>(), rooms: new Set<number>() };
  const others = await referringTo(tx, 'person');
  const created = (
    await idsOf(tx, `SELECT person.id FROM ${addedRows('person')} AND ${others}`, importId)
  ).filter((id) => !staying.people.has(id));
  const changed = (
    await idsOf(tx, 'SELECT person_id AS id FROM import_person WHERE import_id = ?', importId)
  ).filter((id) => !staying.people.has(id));
  const pace = startPhase(options, 'undoing', created.length + 2 * changed.length);
  await inParts(created, pace, 0, async (part) => {
    const ids = part.map((id) => [id]);
    await tx.runMany('DELETE FROM former_tag WHERE person_id = ?', ids);
    return tx.runMany('DELETE FROM person WHERE id = ?', ids);
  });
  await inParts(changed, pace, created.length, (part) => dropAdded(tx, importId, part));
  await restorePeople(tx, options, changed, edited.people);
  await restoreRecords(tx, importId, changed);
  const kept = await restoreValues(tx, options, new Set(changed));
  await forgetMergesOfNobody(tx);
  pace.tick(created.length + 2 * changed.length);
  const rooms = await takeBackRooms(tx, importId, staying.rooms, edited.rooms);
  await tx.run({
    text: `DELETE FROM seal_batch WHERE import_id = ? AND ${isEmptyBatch('seal_batch')}`,
    values: [importId],
  });
  await dropJournal(tx, importId);
  await tx.run(sql`DELETE FROM import_flag WHERE import_id = ${importId}`);
  await tx.run(
    sql`UPDATE import_run SET undone_at = ${options.clock.now()}, undone_by = ${options.staffId} WHERE id = ${importId}`,
  );
  return {
    removed: created.length,
    restored: changed.length,
    rooms,
    kept: staying.people.size + staying.rooms.size,
    gone: kept,
  };
}

async function idsOf(tx: ReadableStore, text: string, importId: number): Promise<readonly number[]> {
  return (await tx.all<{ readonly id: number }>({ text, values: [importId] })).map(({ id }) => id);
}

async function inParts(
  ids: readonly number[],
  pace: Pace,
  done: number,
  work: (part: readonly number[]) => Promise<void>,
): Promise<void> {
  for (let at = 0; at < ids.length; at += AT_ONCE) {
    await work(ids.slice(at, at + AT_ONCE));
    pace.tick(done + Math.min(ids.length, at + AT_ONCE));
  }
}

/** A condition that nothing refers to the row but what goes with it, whichever tables later versions add. */
async function referringTo(tx: ReadableStore, table: 'person' | 'room'): Promise<string> {
  const rows = (await readReferences(tx, table)).filter(
    ({ onDelete }) => !['CASCADE', 'SET NULL'].includes(onDelete),
  );
  return [
    '1',
    ...rows.map(
      ({ name, column }) => `NOT EXISTS (SELECT 1 FROM ${name} other WHERE other.${column} = ${table}.id)`,
    ),
  ].join(' AND ');
}

interface Reference {
  readonly name: string;
  readonly column: string;
  readonly onDelete: string;
}

/** Every column that refers to a table, by the schema, which is the migrations' unless somebody changes it meanwhile. */
async function readReferences(store: ReadableStore, table: 'person' | 'room'): Promise<readonly Reference[]> {
  const rows = await store.all<Reference>(sql`
    SELECT m.name, f."from" AS column, f.on_delete AS onDelete FROM sqlite_schema m, pragma_foreign_key_list(m.name) f
    WHERE m.type = 'table' AND f."table" = ${table}`);
  if (!rows.every(({ name, column }) => OUR_NAME.test(name) && OUR_NAME.test(column)))
    throw new AppError('store-tampered', { part: 'schema' });
  return rows;
}

/** Removes rows that the import added to people who were there before. A value whose forerunner is gone for good stays in its place. */
async function dropAdded(tx: WritableStore, importId: number, people: readonly number[]): Promise<void> {
  const rows = people.map((id) => [id, importId]);
  // Only by hand is anything sealed to the place of an occupancy; it goes with it.
  for (const field of SEALED_FIELD_IDS.filter((id) => belongsTo(id) === 'occupancy')) {
    await tx.runMany(
      `DELETE FROM sealed_value WHERE person_id = ? AND field = '${field}' AND ordinal IN (SELECT ordinal FROM occupancy WHERE person_id = ? AND ${wereAdded('occupancy')})`,
      people.map((id) => [id, id, importId]),
    );
  }
  for (const table of ['occupancy', 'lease', 'space', 'vehicle'] as const)
    await tx.runMany(`DELETE FROM ${table} WHERE person_id = ? AND ${wereAdded(table)}`, rows);
  // The sign keeps the planner from the batch, which holds everybody's values.
  await tx.runMany(
    `DELETE FROM sealed_value WHERE person_id = ? AND +batch_id IN (SELECT id FROM seal_batch WHERE import_id = ?)
    AND id NOT IN (SELECT new_id FROM import_replaced r WHERE import_id = ? AND NOT EXISTS (SELECT 1 FROM sealed_value WHERE id = r.old_id))`,
    people.map((id) => [id, importId, importId]),
  );
}

/** Name, sex and whatever else stands in the row; of somebody edited since, the version counts on. */
async function restorePeople(
  tx: WritableStore,
  { importId, clock }: UndoOptions,
  people: readonly number[],
  edited: ReadonlySet<number>,
): Promise<void> {
  const columns = keptColumns('person');
  const all = restoring('person', columns);
  const some = restoring(
    'person',
    columns.filter((column) => column !== 'version' && column !== 'updated_at'),
  );
  const reading = restoring('person', ['pinyin']);
  type Named = { readonly name: string; readonly kind: PersonKind; readonly pinyin: string | null };
  for (const id of people) {
    const before = await tx.get<Named>(sql`SELECT name, kind, pinyin FROM person WHERE id = ${id}`);
    await tx.run({ text: edited.has(id) ? some : all, values: [importId, id] });
    // A name that changes loses the reading that stays the same (migration 0050).
    await tx.run({ text: reading, values: [importId, id] });
    if (edited.has(id))
      await tx.run(
        sql`UPDATE person SET version = version + 1, updated_at = ${clock.now()} WHERE id = ${id}`,
      );
    const after = await tx.get<Named>(sql`SELECT name, kind, pinyin FROM person WHERE id = ${id}`);
    if (after === undefined || (after.name === before?.name && after.pinyin === before.pinyin)) continue;
    await unindexPerson(tx, id as PersonId);
    await indexPerson(tx, id as PersonId, after);
  }
}

/** Vehicles and spaces that were there before; a vehicle that is gone by now stands in no space. */
async function restoreRecords(tx: WritableStore, importId: number, people: readonly number[]): Promise<void> {
  for (const [table, columns] of Object.entries(RECORD_COLUMNS)) {
    const sets = columns.map(
      (column) =>
        `${column} = ${column === 'vehicle_id' ? `(SELECT id FROM vehicle WHERE id = ${keptColumn(column)})` : keptColumn(column)}`,
    );
    await tx.runMany(
      `UPDATE ${table} SET ${sets.join(', ')} FROM import_record j WHERE j.import_id = ? AND j.what = '${table}' AND j.person_id = ? AND ${table}.id = j.record_id`,
      people.map((id) => [importId, id]),
    );
  }
}

function restoring(table: 'person' | 'room', columns: readonly string[]): string {
  const sets = columns.map((column) => `${column} = ${keptColumn(column)}`).join(', ');
  return `UPDATE ${table} SET ${sets} FROM import_${table} j WHERE j.import_id = ? AND j.${table}_id = ? AND ${table}.id = j.${table}_id`;
}

/** Puts back the values that gave way, found again as before. Returns how many are gone for good. */
async function restoreValues(
  tx: WritableStore,
  { importId, keys }: UndoOptions,
  people: ReadonlySet<number>,
): Promise<number> {
  const rows = await tx.all<ReplacedValue>(sql`
    SELECT v.id, v.person_id AS personId, v.field, v.ordinal, v.n, v.ciphertext, v.mask, b.epoch, b.nonce, b.enc, r.tagged
    FROM import_replaced r JOIN sealed_value v ON v.id = r.old_id JOIN seal_batch b ON b.id = v.batch_id WHERE r.import_id = ${importId} AND v.replaced_at IS NOT NULL`);
  for (const row of rows.filter(({ personId }) => people.has(personId))) {
    // Where an edit has put something newer in its place, that stays.
    const { changes } = await tx.run(sql`
      UPDATE sealed_value SET replaced_at = NULL WHERE id = ${row.id} AND NOT EXISTS (
        SELECT 1 FROM sealed_value o WHERE o.person_id = ${row.personId} AND o.field = ${row.field} AND o.ordinal = ${row.ordinal} AND o.replaced_at IS NULL)`);
    if (changes === 0) continue;
    await tx.runMany(
      INSERT_PHONE_KEY,
      row.field === 'phone' || row.field === 'wechat' ? phoneKeyRows([row]) : [],
    );
    if (row.tagged === 0) continue;
    const tier = sealedTierOf(row.field);
    const { tag, epoch } = keys.tag(row.field, row.personId, keys.open(row));
    await tx.run(
      sql`INSERT INTO match_tag (tag, tier, epoch, value_id) VALUES (${tag}, ${tier}, ${epoch}, ${row.id})`,
    );
  }
  return countOf(
    tx,
    sql`
    SELECT count(*) AS n FROM import_replaced r WHERE import_id = ${importId} AND NOT EXISTS (SELECT 1 FROM sealed_value WHERE id = r.old_id)`,
  );
}

/** Rooms that the import made go where nobody else uses them; facts that it changed return. */
async function takeBackRooms(
  tx: WritableStore,
  importId: number,
  staying: ReadonlySet<number>,
  edited: ReadonlySet<number>,
): Promise<number> {
  const free = await referringTo(tx, 'room');
  const added = (await idsOf(tx, `SELECT room.id FROM ${addedRows('room')} AND ${free}`, importId)).filter(
    (id) => !staying.has(id),
  );
  await tx.runMany(
    'DELETE FROM room WHERE id = ?',
    added.map((id) => [id]),
  );
  const changed = (
    await idsOf(tx, 'SELECT room_id AS id FROM import_room WHERE import_id = ?', importId)
  ).filter((id) => !staying.has(id));
  const columns = keptColumns('room');
  await tx.runMany(
    restoring('room', columns),
    changed.filter((id) => !edited.has(id)).map((id) => [importId, id]),
  );
  await tx.runMany(
    restoring(
      'room',
      columns.filter((column) => column !== 'revision'),
    ),
    changed.filter((id) => edited.has(id)).map((id) => [importId, id]),
  );
  return added.length;
}
