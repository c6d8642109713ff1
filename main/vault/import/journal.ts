/** Keeps what an import is about to change, in its own transaction, so that it can be undone: rows as they were, sealed values where they are. */
import type { LogRow } from '../log/audit-log.ts';
import { decisionsIn } from '../log/decisions.ts';
import { type VouchingLog, findEntry } from '../session/find-entry.ts';
import {
  type JournalDigest,
  createJournalDigest,
  digestRow,
  journalTampered,
  newJournalSalt,
} from '../store/journal-digest.ts';
import { asJson, keptColumns } from '../store/kept-rows.ts';
import { type Sql, sql } from '../store/sql.ts';
import type { ReadableStore, WritableStore } from '../store/store.ts';
import type { ImportRows } from './build-rows.ts';

/** Tables whose added rows carry the number of their import and lie in a range of ids. */
const RANGED = ['room', 'person', 'occupancy', 'lease', 'vehicle', 'space', 'seal_batch'] as const;
type RangedTable = (typeof RANGED)[number];

/** Columns of the records that an import changes. */
export const RECORD_COLUMNS = {
  vehicle: ['brand', 'colour', 'kind'],
  space: ['vehicle_id', 'car_park', 'kind', 'from_date', 'until_date'],
} as const;

/** Before anything is written: whoever is there and changes, as they are; a change of theirs counts their version up by one. */
export async function keepBefore(tx: WritableStore, { importId, touched }: ImportRows): Promise<void> {
  const person = asJson(keptColumns('person'));
  const room = asJson(keptColumns('room'));
  await tx.runMany(
    `INSERT INTO import_person (import_id, person_id, before, version) SELECT ?, id, ${person}, version + 1 FROM person WHERE id = ?`,
    touched.people.map((id) => [importId, id]),
  );
  await tx.runMany(
    `INSERT INTO import_room (import_id, room_id, before, revision) SELECT ?, id, ${room}, revision + 1 FROM room WHERE id = ?`,
    touched.rooms.map((id) => [importId, id]),
  );
  for (const [table, columns] of Object.entries(RECORD_COLUMNS) as [
    keyof typeof RECORD_COLUMNS,
    readonly string[],
  ][]) {
    await tx.runMany(
      `INSERT INTO import_record (import_id, what, record_id, person_id, before) SELECT ?, '${table}', id, person_id, ${asJson(columns)} FROM ${table} WHERE id = ?`,
      (table === 'vehicle' ? touched.vehicles : touched.spaces).map((id) => [importId, id]),
    );
  }
  await tx.runMany(
    `INSERT INTO import_replaced (import_id, old_id, new_id, tagged) SELECT ?, id, ?, EXISTS (SELECT 1 FROM match_tag WHERE value_id = id) FROM sealed_value WHERE id = ?`,
    touched.replaced.map(([old, by]) => [importId, by, old]),
  );
}

/** Where the rows lie that it adds: in the numbers that it has taken. */
export async function keepRanges(
  tx: WritableStore,
  { importId, claims }: Pick<ImportRows, 'importId' | 'claims'>,
): Promise<void> {
  for (const { table, from, to } of claims.filter((claim) => RANGED.some((table) => table === claim.table)))
    await tx.run(
      sql`INSERT INTO import_range (import_id, what, first_id, last_id) VALUES (${importId}, ${table}, ${from + 1}, ${to})`,
    );
}

/** FROM clause for the rows that an import added to a table and that are still there; the number of the import is bound last. */
export const addedRows = (table: RangedTable): string =>
  `import_range JOIN ${table} ON ${table}.id BETWEEN first_id AND last_id AND ${table}.import_id = import_range.import_id WHERE what = '${table}' AND import_range.import_id = ?`;

/** A condition for the rows of a table that an import added; its number is bound. */
export const wereAdded = (table: RangedTable): string => {
  const range = (end: string): string =>
    `(SELECT ${end} FROM import_range r WHERE r.import_id = ${table}.import_id AND r.what = '${table}')`;
  return `${table}.import_id = ? AND ${table}.id BETWEEN ${range('first_id')} AND ${range('last_id')}`;
};

export async function dropJournal(tx: WritableStore, importId: number): Promise<void> {
  for (const table of [
    'import_range',
    'import_person',
    'import_room',
    'import_record',
    'import_replaced',
    'import_digest',
  ])
    await tx.run({ text: `DELETE FROM ${table} WHERE import_id = ?`, values: [importId] });
}

// --- what the log's entry of the import says of its journal

/** Rows that are read at once: an import may have changed a hundred thousand. */
const AT_ONCE = 1_000;

/** A kept row that goes with the person or the room `ownerId`, and comes back with them where a merge is undone. */
interface OwnedRow {
  readonly rowId: number;
  readonly ownerId: number;
  readonly before: string;
  readonly count: number;
  /** Null where nothing was said of it. */
  readonly digest: string | null;
}

/** Kept rows with an owner: where they stand, and whose they are. */
const OWNED = [
  {
    what: 'person',
    table: 'import_person',
    id: 'person_id',
    of: 'person',
    owner: 'person_id',
    count: 'version',
  },
  { what: 'room', table: 'import_room', id: 'room_id', of: 'room', owner: 'room_id', count: 'revision' },
  ...Object.keys(RECORD_COLUMNS).map(
    (what) =>
      ({
        what,
        table: 'import_record',
        id: 'record_id',
        of: 'person',
        owner: 'person_id',
        count: '0',
      }) as const,
  ),
] as const;
type Owned = (typeof OWNED)[number];

/** Stands among the digests. */
const SALT = 'salt';
const INSERT_DIGEST =
  'INSERT INTO import_digest (import_id, what, row_id, owner_id, digest) VALUES (?, ?, ?, ?, ?)';

/** Binds the import's number last. */
const ownRows = ({ what, table }: Owned): string =>
  `${table === 'import_record' ? `what = '${what}' AND ` : ''}import_id = ?`;

/**
 * Keeps a digest of each row that goes with its owner, and returns that of the whole journal, for the log's entry of
 * the import. Call it once the journal is written.
 */
export async function sealJournal(tx: WritableStore, importId: number): Promise<string> {
  await tx.runMany(INSERT_DIGEST, [[importId, SALT, 0, 0, newJournalSalt()]]);
  for (const owned of OWNED) {
    for await (const rows of ownedRows(tx, owned, importId)) {
      await tx.runMany(
        INSERT_DIGEST,
        rows.map((row) => [importId, owned.what, row.rowId, row.ownerId, digestOwned(owned, row)]),
      );
    }
  }
  return digestJournal(tx, importId);
}

/**
 * Errors: AppError `store-tampered` {part: 'journal'} where the journal is not the one whose digest this is, or has
 * lost a row whose owner is still there.
 */
export async function requireJournalOf(
  store: ReadableStore,
  importId: number,
  digest: string,
): Promise<void> {
  if ((await digestJournal(store, importId)) !== digest) throw journalTampered();
  for (const owned of OWNED) {
    for await (const rows of ownedRows(store, owned, importId))
      if (rows.some((row) => row.digest !== digestOwned(owned, row))) throw journalTampered();
    if (await hasLostRows(store, owned, importId)) throw journalTampered();
  }
}

/**
 * Digest of the journal of an import, from the log. Errors: AppError `store-tampered` {part: 'journal'} where the log has no such import, or says that it was
 * undone; those of `findEntry`.
 */
export async function readJournalDigest(
  log: VouchingLog,
  store: ReadableStore,
  importId: number,
  signal?: AbortSignal,
): Promise<string> {
  const digest = await findEntry(log, store, (row) => digestIn(log, row, importId), signal);
  if (digest === null) throw journalTampered();
  return digest;
}

/** Null for an entry of anything else. Errors: those of `decisionsIn`. */
function digestIn(log: VouchingLog, row: LogRow, importId: number): string | null {
  if (row.outcome !== 'done' || (row.action !== 'import' && row.action !== 'import-undo')) return null;
  const [told] = decisionsIn(log, [row], ['import', 'import-undo']);
  if (told === undefined || told.detail.import !== importId) return null;
  if (!('journal' in told.detail)) throw journalTampered();
  return told.detail.journal;
}

/** Ranges, values that gave way, and the digests of the rows that go with their owners. */
async function digestJournal(store: ReadableStore, importId: number): Promise<string> {
  const digest = createJournalDigest('import-journal');
  digest.add([importId]);
  await addPages(
    digest,
    store,
    (after) => sql`
    SELECT old_id AS id, new_id, tagged FROM import_replaced
    WHERE import_id = ${importId} AND old_id > ${after} ORDER BY old_id LIMIT ${AT_ONCE}`,
  );
  for (const what of [SALT, ...OWNED.map((owned) => owned.what)]) {
    digest.add([what]);
    await addPages(
      digest,
      store,
      (after) => sql`
      SELECT row_id AS id, owner_id, digest FROM import_digest
      WHERE import_id = ${importId} AND what = ${what} AND row_id > ${after} ORDER BY row_id LIMIT ${AT_ONCE}`,
    );
  }
  const ranges = await store.all<Range>(
    sql`SELECT what, first_id, last_id FROM import_range WHERE import_id = ${importId} ORDER BY what`,
  );
  for (const { what, first_id, last_id } of ranges) digest.add([what, first_id, last_id]);
  return digest.end();
}

interface Range {
  readonly what: string;
  readonly first_id: number;
  readonly last_id: number;
}

async function addPages(
  digest: JournalDigest,
  store: ReadableStore,
  page: (after: number) => Sql,
): Promise<void> {
  type Row = { readonly id: number } & Readonly<Record<string, string | number>>;
  for (let after = Number.MIN_SAFE_INTEGER; ;) {
    const rows = await store.all<Row>(page(after));
    for (const row of rows) digest.add(Object.values(row));
    const last = rows.at(-1);
    if (last === undefined || rows.length < AT_ONCE) return;
    after = last.id;
  }
}

const digestOwned = ({ what }: Owned, { rowId, ownerId, before, count }: OwnedRow): string =>
  digestRow('import-row', [what, rowId, ownerId, before, count]);

async function* ownedRows(
  store: ReadableStore,
  owned: Owned,
  importId: number,
): AsyncGenerator<readonly OwnedRow[]> {
  const { what, table, id, owner, count } = owned;
  for (let after = Number.MIN_SAFE_INTEGER; ;) {
    const rows: readonly OwnedRow[] = await store.all<OwnedRow>({
      text: `SELECT ${id} AS rowId, ${owner} AS ownerId, before, ${count} AS count, (
          SELECT digest FROM import_digest d WHERE d.import_id = j.import_id AND d.what = '${what}' AND d.row_id = j.${id}) AS digest
        FROM ${table} j WHERE ${id} > ? AND ${ownRows(owned)} ORDER BY ${id} LIMIT ${AT_ONCE}`,
      values: [after, importId],
    });
    yield rows;
    const last = rows.at(-1);
    if (last === undefined || rows.length < AT_ONCE) return;
    after = last.rowId;
  }
}

/** Rows are gone whose owner is not: nothing but an undo takes them away. */
async function hasLostRows(store: ReadableStore, owned: Owned, importId: number): Promise<boolean> {
  const { what, table, id, of } = owned;
  const lost = await store.get({
    text: `SELECT 1 FROM import_digest d JOIN ${of} ON ${of}.id = d.owner_id WHERE d.import_id = ? AND d.what = '${what}'
      AND NOT EXISTS (SELECT 1 FROM ${table} WHERE ${id} = d.row_id AND ${ownRows(owned)}) LIMIT 1`,
    values: [importId, importId],
  });
  return lost !== undefined;
}
