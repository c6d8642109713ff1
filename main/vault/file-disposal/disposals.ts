/** The rows of what was destroyed on this computer and of what is left of it, and how a page is told of them. */
import { basename, dirname } from 'node:path';
import type { Disposal, Disposals, LeftCopy } from '../../../contract/file-disposal/routes.ts';
import {
  type DisposedOf,
  type LeftKind,
  MAX_COPIES,
  MAX_DISPOSALS,
} from '../../../contract/file-disposal/lists.ts';
import type { StaffId } from '../../../contract/ids.ts';
import { toOneLine } from '../../../contract/one-line.ts';
import type { SweepPlace } from '../../../contract/sweep/lists.ts';
import { shownPath } from '../../files/raw-names.ts';
import { AppError } from '../app-error.ts';
import { type Session, nameOfStaff } from '../session/session.ts';
import { takeId } from '../store/ids.ts';
import { ofOwnRows } from '../store/own-rows.ts';
import { type Sql, sql } from '../store/sql.ts';
import type { ReadableStore, WritableStore } from '../store/store.ts';
import type { FileMark } from './dispose-file.ts';
import { countOf, requireRow } from '../store/rows.ts';

/** A file that was destroyed, or is being. */
export interface DisposalRow extends FileMark {
  readonly id: number;
  readonly source: DisposedOf;
  readonly path: string;
  readonly fingerprint: Uint8Array | null;
  readonly at: number;
  readonly by: string;
  readonly state: 'begun' | 'waiting' | 'checked' | 'not-destroyed';
  readonly checkedAt: number | null;
  readonly files: number;
  readonly unread: number;
}

/** A trace of a destroyed file that was found: a copy, a shortcut, or its name in the list of a program. */
export interface CopyRow extends FileMark {
  readonly id: number;
  readonly disposalId: number;
  readonly path: string;
  readonly place: SweepPlace;
  readonly kind: LeftKind;
  readonly destroyedAt: number | null;
}

const DISPOSAL = `
  SELECT id, source, path, device, inode, size, changed, fingerprint, at, by, state, checked_at AS checkedAt, files, unread FROM disposal`;
const COPY = `
  SELECT id, disposal_id AS disposalId, path, place, kind, device, inode, size, changed, destroyed_at AS destroyedAt FROM disposal_copy`;
/** Rows of one kind on this computer, under a condition. */
const from = (columns: string, rest: Sql): Sql =>
  ofOwnRows({ text: `${columns} WHERE $own ${rest.text}`, values: rest.values });

/** Newest first. */
const readRows = (store: ReadableStore): Promise<DisposalRow[]> =>
  store.all<DisposalRow>(from(DISPOSAL, sql`ORDER BY id DESC LIMIT ${MAX_DISPOSALS}`));

/** Those in a state, the oldest first. */
export const readInState = (store: ReadableStore, state: DisposalRow['state']): Promise<DisposalRow[]> =>
  store.all<DisposalRow>(from(DISPOSAL, sql`AND state = ${state} ORDER BY id`));

/** Errors: AppError `not-found`. */
export async function requireDisposal(store: ReadableStore, disposalId: number): Promise<DisposalRow> {
  return requireRow<DisposalRow>(store, from(DISPOSAL, sql`AND id = ${disposalId}`));
}

/** Errors: AppError `not-found`, for one that was destroyed as well. */
export async function requireCopy(store: ReadableStore, copyId: number): Promise<CopyRow> {
  const row = await store.get<CopyRow>(from(COPY, sql`AND id = ${copyId}`));
  if (row === undefined || row.destroyedAt !== null) throw new AppError('not-found');
  return row;
}

/** The number of a file whose destruction begins. */
export async function beginDisposal(
  tx: WritableStore,
  file: Pick<DisposalRow, 'source' | 'path' | 'fingerprint' | 'at' | 'by'>,
  { device, inode, size, changed }: FileMark,
): Promise<number> {
  const id = await takeId(tx, 'disposal');
  await tx.run(sql`
    INSERT INTO disposal (id, source, path, device, inode, size, changed, fingerprint, at, by, state, checked_at, files, unread)
    VALUES (${id}, ${file.source}, ${file.path}, ${device}, ${inode}, ${size}, ${changed}, ${file.fingerprint}, ${file.at}, ${file.by},
      'begun', NULL, 0, 0)`);
  return id;
}

/** Marks the file in the findings of sweeps as disposed of, so that no decision on it is open. */
export async function markDestroyed(
  tx: WritableStore,
  path: string,
  { at, by }: Pick<DisposalRow, 'at' | 'by'>,
): Promise<void> {
  await tx.run(
    ofOwnRows(sql`
    UPDATE sweep_file SET decision = 'disposed', decided_at = ${at}, decided_by = ${by}
    WHERE $own AND path = ${path} AND decision IS NOT 'disposed'`),
  );
}

export const setDisposalState = (
  tx: WritableStore,
  id: number,
  state: DisposalRow['state'],
): Promise<unknown> => tx.run(sql`UPDATE disposal SET state = ${state} WHERE id = ${id}`);

/** Replaces the findings of an earlier check by those of this one; copies that were destroyed meanwhile stay listed. */
export async function keepCheck(
  tx: WritableStore,
  disposalId: number,
  { copies, files, unread, at }: CheckResult,
): Promise<void> {
  await tx.run(sql`DELETE FROM disposal_copy WHERE disposal_id = ${disposalId} AND destroyed_at IS NULL`);
  for (const { path, place, kind, mark } of copies) {
    const id = await takeId(tx, 'disposal_copy');
    await tx.run(sql`
      INSERT INTO disposal_copy (id, disposal_id, path, place, kind, device, inode, size, changed, destroyed_at, destroyed_by)
      VALUES (${id}, ${disposalId}, ${path}, ${place}, ${kind}, ${mark.device}, ${mark.inode}, ${mark.size}, ${mark.changed}, NULL, NULL)`);
  }
  await tx.run(sql`
    UPDATE disposal SET state = 'checked', checked_at = ${at}, files = ${files}, unread = ${unread} WHERE id = ${disposalId}`);
}

/** Result of a check for copies of a file. */
export interface CheckResult {
  readonly copies: readonly {
    readonly path: string;
    readonly place: SweepPlace;
    readonly kind: LeftKind;
    readonly mark: FileMark;
  }[];
  readonly files: number;
  readonly unread: number;
  readonly at: number;
}

/** How many copies and shortcuts wait for somebody, for the bell. */
export async function countLeft(store: ReadableStore): Promise<number> {
  const row = await store.get<{ readonly n: number }>(
    ofOwnRows(
      sql`SELECT count(*) AS n FROM disposal_copy WHERE $own AND destroyed_at IS NULL AND kind <> 'listed'`,
    ),
  );
  return row?.n ?? 0;
}

/** While somebody inspects, without the names of files. `checking`: the number of the one whose copies are being looked for. */
export async function readDisposals(
  session: Session,
  checking: number | null,
  store: ReadableStore = session.store,
): Promise<Disposals> {
  const disposals: Disposal[] = [];
  for (const row of await readRows(store)) {
    const copies = await store.all<CopyRow>(from(COPY, sql`AND disposal_id = ${row.id} ORDER BY id`));
    disposals.push({
      disposalId: row.id,
      of: row.source,
      name: nameOf(session, row.path),
      at: row.at,
      by: nameOfStaff(session, row.by as StaffId),
      state: row.id === checking ? 'checking' : row.state === 'begun' ? 'not-destroyed' : row.state,
      wasRead: row.fingerprint !== null,
      checkedAt: row.checkedAt,
      files: row.files,
      unread: row.unread,
      copies: copies.slice(0, MAX_COPIES).map((copy) => describeCopy(session, copy)),
      more: Math.max(0, copies.length - MAX_COPIES),
    });
  }
  const all = await countOf(store, ofOwnRows(sql`SELECT count(*) AS n FROM disposal WHERE $own`));
  return { disposals, more: all - disposals.length };
}

const nameOf = ({ inspection }: Session, path: string): string | null =>
  inspection === null ? toOneLine(basename(shownPath(path))).slice(0, 260) : null;

const describeCopy = (session: Session, { id, path, place, kind, destroyedAt }: CopyRow): LeftCopy => ({
  copyId: id,
  name: nameOf(session, path),
  folder: session.inspection === null ? toOneLine(dirname(shownPath(path))) : null,
  place,
  kind,
  isDestroyed: destroyedAt !== null,
});
