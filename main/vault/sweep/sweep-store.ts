/** The rows of sweeps of this computer: what is written as files are read, in batches that a kill leaves whole, and what is read of them. */
import {
  MIN_PEOPLE,
  type SweepKind,
  type SweepPlace,
  type SweepState,
  type UnreadReason,
} from '../../../contract/sweep/lists.ts';
import type { CutFolder, ScannedFile } from '../../../contract/sweep/scanner.ts';
import { AppError } from '../app-error.ts';
import type { ListedFiles, ReadUpTo } from '../file-disposal/read-files.ts';
import { isWithin } from '../files/is-within.ts';
import { takeId } from '../store/ids.ts';
import { ofOwnRows } from '../store/own-rows.ts';
import { type Sql, sql } from '../store/sql.ts';
import type { ReadableStore, WritableStore } from '../store/store.ts';
import { countOf } from '../store/rows.ts';

/** A sweep. */
export interface RunRow {
  readonly id: number;
  readonly state: SweepState;
  readonly byHand: number;
  readonly drives: number;
  readonly begunAt: number;
  readonly endedAt: number | null;
  readonly lastPath: string | null;
  readonly atRest: number;
  readonly files: number;
  readonly bytes: number;
  readonly found: number;
  readonly people: number;
  readonly unread: number;
  /** How many of `unread` have no row. */
  readonly unlisted: number;
}

/** A file that a sweep has found, or a folder that was not listed to its end. */
export interface FileRow {
  readonly id: number;
  readonly path: string;
  readonly place: SweepPlace;
  readonly kind: SweepKind;
  readonly device: number;
  readonly inode: number;
  readonly size: number;
  readonly changed: number;
  readonly ids: number;
  readonly phones: number;
  readonly people: number;
  readonly unread: UnreadReason | null;
  readonly fingerprint: Uint8Array | null;
  readonly firstAt: number;
  readonly lastAt: number;
  readonly decision: 'accepted' | 'disposed' | 'imported' | null;
  readonly decidedAt: number | null;
  readonly decidedBy: string | null;
  readonly words: string | null;
  readonly until: string | null;
}

/** A file that was read, and where it lies. */
export interface ReadFile {
  readonly path: string;
  readonly place: SweepPlace;
  readonly file: ScannedFile;
  /** As of all files up to it. */
  readonly upTo: ReadUpTo;
}

/** Rows of files that could not be read: more tell nobody anything. */
const MAX_UNREAD_ROWS = 2_000;

const RUN = `
  SELECT id, state, by_hand AS byHand, drives, begun_at AS begunAt, ended_at AS endedAt, last_path AS lastPath, at_rest AS atRest, files, bytes, found, people,
    unread, unlisted
  FROM sweep_run`;
const FILE = `
  SELECT id, path, place, kind, device, inode, size, changed, ids, phones, people, unread, fingerprint, first_at AS firstAt, last_at AS lastAt,
    decision, decided_at AS decidedAt, decided_by AS decidedBy, words, until
  FROM sweep_file`;

/** Rows of one kind on this computer, under a condition. */
const from = (columns: string, rest: Sql): Sql =>
  ofOwnRows({ text: `${columns} WHERE $own ${rest.text}`, values: rest.values });

/** Newest first. */
export const readRuns = (store: ReadableStore, most: number): Promise<RunRow[]> =>
  store.all<RunRow>(from(RUN, sql`ORDER BY id DESC LIMIT ${most}`));

/** The sweep that is running or paused, if any is. */
export const readOpenRun = (store: ReadableStore): Promise<RunRow | undefined> =>
  store.get<RunRow>(from(RUN, sql`AND ended_at IS NULL ORDER BY id DESC LIMIT 1`));

/** Errors: AppError `not-found`. */
export async function requireFile(store: ReadableStore, findingId: number): Promise<FileRow> {
  const row = await store.get<FileRow>(from(FILE, sql`AND id = ${findingId}`));
  if (row === undefined || row.decision === 'disposed') throw new AppError('not-found');
  return row;
}

/** Those with people in them that are still there: the most people first. */
export const readFindings = (store: ReadableStore): Promise<FileRow[]> =>
  store.all<FileRow>(
    from(FILE, sql`AND people >= ${MIN_PEOPLE} AND decision IS NOT 'disposed' ORDER BY people DESC, id`),
  );

/** Files that could not be read, and are no findings for what was read of them, and folders that were not listed to their end. */
export const readUnread = (store: ReadableStore): Promise<FileRow[]> =>
  store.all<FileRow>(
    from(
      FILE,
      sql`AND people < ${MIN_PEOPLE} AND unread IS NOT NULL AND decision IS NOT 'disposed' ORDER BY unread, id`,
    ),
  );

/** How many other files that are still there have the same content. */
export async function countCopies(store: ReadableStore, row: FileRow): Promise<number> {
  if (row.fingerprint === null) return 0;
  const found = await store.get<{ readonly n: number }>(
    ofOwnRows(sql`
    SELECT count(*) AS n FROM sweep_file WHERE $own AND fingerprint = ${row.fingerprint} AND id <> ${row.id} AND decision IS NOT 'disposed'`),
  );
  return found?.n ?? 0;
}

/** A new sweep; its number. */
export async function beginRun(
  tx: WritableStore,
  now: number,
  { byHand, drives }: { readonly byHand: boolean; readonly drives: boolean },
): Promise<number> {
  const id = await takeId(tx, 'sweep_run');
  await tx.run(sql`
    INSERT INTO sweep_run (id, state, by_hand, drives, begun_at, ended_at, last_path, at_rest, files, bytes, found, people, unread, unlisted)
    VALUES (${id}, 'running', ${Number(byHand)}, ${Number(drives)}, ${now}, NULL, NULL, 0, 0, 0, 0, 0, 0, 0)`);
  return id;
}

/** `now` is null for a state that does not end it. */
export const setRunState = (
  tx: WritableStore,
  run: number,
  state: SweepState,
  now: number | null,
): Promise<unknown> =>
  tx.run(sql`UPDATE sweep_run SET state = ${state}, ended_at = ${now} WHERE id = ${run}`);

/** Files in the order in which they were read, with what the sweep has counted since the last batch. */
export async function keepBatch(
  tx: WritableStore,
  run: number,
  files: readonly ReadFile[],
  now: number,
): Promise<void> {
  let [bytes, found, people, unread, unlisted] = [0, 0, 0, 0, 0];
  for (const { path, place, file } of files) {
    bytes += file.mark.size;
    if (file.people >= MIN_PEOPLE) {
      found += 1;
      people += file.people;
    }
    if (file.unread !== null) unread += 1;
    if (!(await keepFile(tx, run, { path, place, file }, now))) unlisted += 1;
  }
  const upTo = files.at(-1)?.upTo;
  await tx.run(sql`
    UPDATE sweep_run SET files = files + ${files.length}, bytes = bytes + ${bytes}, found = found + ${found}, people = people + ${people},
      unread = unread + ${unread}, unlisted = unlisted + ${unlisted}, last_path = ${upTo?.path ?? null}, at_rest = ${Number(upTo?.atRest ?? false)}
    WHERE id = ${run}`);
}

/** Keeps folders that were not listed to their end as what was not read, beside files: somebody decides on them in the same way. */
export async function keepCut(
  tx: WritableStore,
  run: number,
  cut: readonly CutFolder[],
  now: number,
): Promise<void> {
  let unlisted = 0;
  for (const { path, place, why } of cut) {
    const file: ScannedFile = { ...NOTHING_READ, unread: why };
    if (!(await keepFile(tx, run, { path, place, file }, now))) unlisted += 1;
  }
  await tx.run(
    sql`UPDATE sweep_run SET unread = unread + ${cut.length}, unlisted = unlisted + ${unlisted} WHERE id = ${run}`,
  );
}

const NOTHING_READ: ScannedFile = {
  kind: 'folder',
  unread: null,
  ids: 0,
  phones: 0,
  people: 0,
  fingerprint: null,
  mark: { device: 0, inode: 0, size: 0, changed: 0 },
};

/** A decision lasts as long as the content that it was about. False where it was not read, and no row is left to say so. */
async function keepFile(
  tx: WritableStore,
  run: number,
  { path, place, file }: Omit<ReadFile, 'upTo'>,
  now: number,
): Promise<boolean> {
  const { kind, unread, ids, phones, people, fingerprint, mark } = file;
  const known = await tx.get<FileRow>(from(FILE, sql`AND path = ${path}`));
  if (people < MIN_PEOPLE && (unread === null || (known === undefined && (await isFull(tx))))) {
    if (known !== undefined && known.decision !== 'disposed')
      await tx.run(sql`DELETE FROM sweep_file WHERE id = ${known.id}`);
    return unread === null;
  }
  if (known !== undefined && known.decision !== 'disposed' && isSame(known, file)) {
    await tx.run(sql`
      UPDATE sweep_file SET place = ${place}, kind = ${kind}, device = ${mark.device}, inode = ${mark.inode}, size = ${mark.size},
        changed = ${mark.changed}, ids = ${ids}, phones = ${phones}, people = ${people}, unread = ${unread}, last_at = ${now}, last_run = ${run}
      WHERE id = ${known.id}`);
    return true;
  }
  if (known !== undefined) await tx.run(sql`DELETE FROM sweep_file WHERE id = ${known.id}`);
  const id = await takeId(tx, 'sweep_file');
  await tx.run(sql`
    INSERT INTO sweep_file (id, path, place, kind, device, inode, size, changed, ids, phones, people, unread, fingerprint, first_at, last_at, last_run)
    VALUES (${id}, ${path}, ${place}, ${kind}, ${mark.device}, ${mark.inode}, ${mark.size}, ${mark.changed}, ${ids}, ${phones}, ${people},
      ${unread}, ${fingerprint}, ${known?.decision === 'disposed' ? now : (known?.firstAt ?? now)}, ${now}, ${run})`);
  return true;
}

async function isFull(tx: WritableStore): Promise<boolean> {
  const unread = await countOf(
    tx,
    ofOwnRows(sql`SELECT count(*) AS n FROM sweep_file WHERE $own AND people < ${MIN_PEOPLE}`),
  );
  return unread >= MAX_UNREAD_ROWS;
}

/** By content; what could not be read is the same as long as it was not written to. */
const isSame = (known: FileRow, { fingerprint, mark }: ScannedFile): boolean =>
  known.fingerprint === null || fingerprint === null
    ? known.fingerprint === fingerprint && known.size === mark.size && known.changed === mark.changed
    : Buffer.compare(known.fingerprint, fingerprint) === 0;

/** Deletes what a whole sweep did not find again, but not what lies where it has not seen all: in a folder that was cut, or on a drive that it did not look into. */
export async function dropUnseen(
  tx: WritableStore,
  run: number,
  { cut, drives }: Pick<ListedFiles, 'cut' | 'drives'>,
): Promise<void> {
  const unseen = await tx.all<Pick<FileRow, 'id' | 'path' | 'place'>>(
    ofOwnRows(
      sql`SELECT id, path, place FROM sweep_file WHERE $own AND last_run <> ${run} AND decision IS NOT 'disposed'`,
    ),
  );
  const gone = unseen.filter(
    ({ path, place }) =>
      !cut.some((folder) => isWithin(path, folder.path)) &&
      (place !== 'drive' || drives.some((drive) => isWithin(path, drive))),
  );
  await tx.run(
    sql`DELETE FROM sweep_file WHERE id IN (SELECT value FROM json_each(${JSON.stringify(gone.map(({ id }) => id))}))`,
  );
}
