/** Makes two records of what was merged into one, with a supervisor's PIN: both are as they were before; what was edited since stays, unless that is not wanted. */
import {
  FIELDS,
  type PersonKind,
  RECORD_KINDS,
  SEALED_TIERS,
  type SealedFieldId,
} from '../../../contract/fields.ts';
import type { RouteReply, RouteRequest } from '../../../contract/routes.ts';
import type { PersonId } from '../../../contract/ids.ts';
import type { MergeView } from '../../../contract/records/views.ts';
import { bumpVersion, readBack } from '../people/change-person.ts';
import { maskValue } from '../values/mask.ts';
import { withTiers } from '../session/open-values.ts';
import { readPersonRow } from '../people/read-person.ts';
import { indexPerson, indexPlate, unindexPerson } from '../search/search-index.ts';
import { type TierKeys, retireValues } from '../people/sealed-changes.ts';
import { tightenMask } from '../values/tighten-mask.ts';
import type { Session } from '../session/session.ts';
import { describeWhy } from '../session/access-reason.ts';
import { requireSupervisor } from '../session/with-slots.ts';
import { REFRESH_LIST_COLUMNS } from '../store/list-columns.ts';
import { KEPT_MS } from '../store/replaced-values.ts';
import { sql } from '../store/sql.ts';
import type { ReadableStore, WritableStore } from '../store/store.ts';
import { journalTampered } from '../store/journal-digest.ts';
import type { Kept } from '../store/kept-rows.ts';
import {
  type KeptRow,
  MOVED_TABLES,
  type MergeRun,
  digestMerge,
  forgetMerge,
  readKeptDigest,
  readKeptList,
  readKeptRows,
  readMerges,
  readOtherPlaces,
} from './merge-journal.ts';
import { createSealer, openOwn, ownRows, rebind } from './merge-values.ts';
import { type UnmergePlan, planUnmerge } from './plan-unmerge.ts';
import { RECORD_TABLES } from '../people/record-tables.ts';
import { withOwnPin } from '../session/with-own-pin.ts';
import { commit } from '../session/commit.ts';
import { AppError } from '../app-error.ts';

/** Edited rows that are listed. */
const MAX_LISTED = 100;

/** Merges into this record within thirty days, each with the rows that an undo would leave. Errors: `not-found`, those of `readKeptDigest`. */
export async function listMerges(
  session: Session,
  { personId }: RouteRequest<'people.merges'>,
): Promise<RouteReply<'people.merges'>> {
  const { store, clock, roster } = session;
  await readPersonRow(store, personId);
  const merges: MergeView[] = [];
  for (const run of await readMerges(store, personId, clock.now())) {
    if ((await digestMerge(store, run.id)) !== (await readKeptDigest(session, store, run)))
      throw journalTampered();
    const rows = await readKeptRows(store, run.id);
    const other = rows.find(({ what, rowId }) => what === 'person' && rowId === run.otherId)?.before;
    const { edited } = planUnmerge(rows, run.otherId, await readOtherPlaces(store, run), true);
    const described: MergeView['edited'] = [];
    for (const row of edited.slice(0, MAX_LISTED)) described.push(await describeRow(session, row));
    merges.push({
      mergeId: run.id,
      at: run.at,
      until: run.at + KEPT_MS,
      staffName: roster.members.get(run.staffId)?.displayName ?? run.staffId,
      otherMask: maskValue(session.policy.masks, 'name', String(other?.['name'] ?? ''), {
        kind: other?.['kind'] as PersonKind,
      }).mask,
      edited: described,
      editedCount: edited.length,
    });
  }
  return { merges };
}

async function describeRow(
  { store, policy: { masks } }: Session,
  { what, rowId, before, now }: KeptRow,
): Promise<MergeView['edited'][number]> {
  if (what === 'sealed_value') {
    const field = before['field'] as SealedFieldId;
    const row = await store.get<{ readonly mask: string }>(
      sql`SELECT mask FROM sealed_value WHERE id = ${rowId}`,
    );
    return { what: field, words: row === undefined ? '' : tightenMask(masks, FIELDS[field].mask, row.mask) };
  }
  const row = now ?? before;
  const kind =
    RECORD_KINDS.find((one) => RECORD_TABLES[one].name === what) ?? (what === 'person' ? 'person' : 'note');
  if (what === 'vehicle') return { what: kind, words: maskValue(masks, 'plate', String(row['plate'])).mask };
  if (typeof row['room_id'] === 'number')
    return {
      what: kind,
      words:
        (
          await store.get<{ readonly label: string }>(
            sql`SELECT label FROM room WHERE id = ${row['room_id']}`,
          )
        )?.label ?? '',
    };
  return { what: kind, words: String(row['code'] ?? row['breed'] ?? '') };
}

/**
 * Errors: `not-found` (also after thirty days), `changed-meanwhile`, `needs-supervisor`, `store-damaged`, `store-tampered` (what was kept is
 * not what the log says), those of `withSlots`; nothing is changed then.
 */
export async function undoMerge(
  session: Session,
  { personId, version, mergeId, keepEdited, pin, why }: RouteRequest<'people.undoMerge'>,
): Promise<RouteReply<'people.undoMerge'>> {
  const described = describeWhy(session, why);
  const run = (await readMerges(session.store, personId, session.clock.now())).find(
    ({ id }) => id === mergeId,
  );
  if (run === undefined) throw new AppError('not-found');
  const kept = await readKeptDigest(session, session.store, run);
  await withOwnPin(session, pin, (present) =>
    withTiers(session, requireSupervisor(present), SEALED_TIERS, (keys) =>
      commit(session, async (tx) => {
        if ((await digestMerge(tx, mergeId)) !== kept) throw journalTampered();
        const rows = await readKeptRows(tx, mergeId);
        const plan = planUnmerge(rows, run.otherId, await readOtherPlaces(tx, run), keepEdited);
        await bumpVersion(tx, session, personId, version);
        const fields = await takeApart(tx, session, keys, run, rows, plan);
        const entry = {
          action: 'merge-undo',
          outcome: 'done',
          field: fields.join(','),
          signedBy: present,
          ...described,
        } as const;
        const left = keepEdited ? plan.edited.length : 0;
        return [
          {
            ...entry,
            personId,
            detail: { side: 'into', other: run.otherId, kept: left },
          },
          {
            ...entry,
            personId: run.otherId,
            detail: { side: 'away', other: personId },
          },
        ];
      }),
    ),
  );
  return { person: await readBack(session, personId), otherId: run.otherId };
}

/** Returns the kinds of records and the fields that went back, by their names. */
async function takeApart(
  tx: WritableStore,
  session: Session,
  keys: TierKeys,
  run: MergeRun,
  rows: readonly KeptRow[],
  plan: UnmergePlan,
): Promise<readonly string[]> {
  const { personId, otherId } = run;
  await putBack(
    tx,
    rows.filter(({ what, rowId }) => what === 'person' && rowId === otherId),
  );
  for (const table of MOVED_TABLES)
    await putBack(
      tx,
      plan.records.filter(({ what }) => what === table),
    );
  await retireValues(
    tx,
    session,
    personId,
    plan.retired.map((place) => ({ ...place, checked: null })),
  );
  await returnValues(tx, session, keys, run, plan.values);
  for (const { row, columns } of plan.own) await putColumns(tx, row, columns);
  await putBackVersion(tx, rows, personId);
  await returnConfirmed(tx, run, rows, plan);
  await returnImports(tx, run);
  // A space names a vehicle of its own person.
  await tx.run(sql`UPDATE space SET vehicle_id = NULL WHERE person_id IN (${personId}, ${otherId}) AND vehicle_id IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM vehicle WHERE id = space.vehicle_id AND person_id = space.person_id)`);
  for (const id of [personId, otherId]) {
    await unindexPerson(tx, id);
    await indexPerson(tx, id, await readPersonRow(tx, id));
    await tx.run({ text: REFRESH_LIST_COLUMNS, values: [id] });
  }
  await forgetMerge(tx, run);
  return [
    ...new Set([
      ...plan.records.map(({ what }) => (what === 'counter_note' ? 'note' : what)),
      ...plan.values.map(({ before }) => String(before['field'])),
    ]),
  ];
}

/** Rows that are there as they were before; rows that are no more come back under their numbers. A room that is gone by now takes nobody back. */
async function putBack(tx: WritableStore, rows: readonly KeptRow[]): Promise<void> {
  for (const row of rows) {
    const columns = Object.keys(row.before);
    if (!(await hasItsRoom(tx, row))) continue;
    if (row.now !== null) {
      await putColumns(tx, row, columns);
      continue;
    }
    await tx.run({
      text: `INSERT INTO ${row.what} (id, ${columns.join(', ')}) VALUES (?, ${columns.map(() => '?').join(', ')})`,
      values: [row.rowId, ...columns.map((column) => row.before[column] ?? null)],
    });
    if (row.what === 'vehicle')
      await indexPlate(tx, {
        id: row.rowId,
        personId: Number(row.before['person_id']),
        plate: String(row.before['plate']),
      });
  }
}

async function hasItsRoom(tx: ReadableStore, { before }: KeptRow): Promise<boolean> {
  const room = before['room_id'] ?? null;
  return room === null || (await tx.get(sql`SELECT 1 FROM room WHERE id = ${room}`)) !== undefined;
}

async function putColumns(
  tx: WritableStore,
  { what, rowId, before }: KeptRow,
  columns: readonly string[],
): Promise<void> {
  if (columns.length === 0) return;
  await tx.run({
    text: `UPDATE ${what} SET ${columns.map((column) => `${column} = ?`).join(', ')} WHERE id = ?`,
    values: [...columns.map((column) => before[column] ?? null), rowId],
  });
}

/** Whoever stayed and was not changed since counts as they did before. */
async function putBackVersion(
  tx: WritableStore,
  rows: readonly KeptRow[],
  personId: PersonId,
): Promise<void> {
  const row = rows.find(({ what, rowId }) => what === 'person' && rowId === personId);
  if (row !== undefined && row.now?.['version'] === row.after?.['version'])
    await putColumns(tx, row, ['version', 'updated_at']);
}

/** Each opens where it stands, and is sealed to whoever had it, in the place where it was. */
async function returnValues(
  tx: WritableStore,
  session: Session,
  keys: TierKeys,
  { personId, otherId }: MergeRun,
  values: readonly KeptRow[],
): Promise<void> {
  const seal = createSealer(tx, session);
  const stored = new Map((await ownRows(tx, personId)).map((row) => [row.id, row]));
  for (const { rowId, before } of values) {
    const row = stored.get(rowId);
    if (row === undefined) continue;
    const opened = openOwn(session, keys, personId, { ...row, tagged: Number(before['tagged']) });
    await rebind(
      tx,
      session,
      keys,
      opened,
      {
        personId: otherId,
        ordinal: Number(before['ordinal']),
        replacedAt: before['replaced_at'] as number | null,
      },
      await seal(row.tier),
    );
  }
}

/** Gives back the confirmations of values that are given back; those of values that stay, stay. */
async function returnConfirmed(
  tx: WritableStore,
  { id, personId, otherId }: MergeRun,
  rows: readonly KeptRow[],
  plan: UnmergePlan,
): Promise<void> {
  const own = await readKeptList(tx, id, 'confirmed_field', personId);
  const isOwn = (field: unknown, ordinal: unknown): boolean =>
    own.some((one) => one['field'] === field && one['ordinal'] === ordinal);
  for (const { after } of plan.values) {
    if (after === null || after['replaced_at'] !== null || isOwn(after['field'], after['ordinal'])) continue;
    await tx.run(
      sql`DELETE FROM confirmed_field WHERE person_id = ${personId} AND field = ${after['field'] ?? null} AND ordinal = ${after['ordinal'] ?? null}`,
    );
  }
  const staying = rows.filter(
    (row) =>
      row.before['person_id'] === otherId &&
      (row.what === 'sealed_value'
        ? !plan.values.includes(row)
        : row.what === 'vehicle' && !plan.records.includes(row)),
  );
  const stays = ({ field, ordinal }: Kept): boolean =>
    staying.some(
      ({ what, before }) =>
        (what === 'vehicle' ? 'plate' : before['field']) === field && before['ordinal'] === ordinal,
    );
  await insertAll(
    tx,
    'confirmed_field',
    (await readKeptList(tx, id, 'confirmed_field', otherId)).filter((row) => !stays(row)),
  );
}

/** By which an import that is not undone yet is undone of them too. */
async function returnImports(tx: WritableStore, { id, otherId }: MergeRun): Promise<void> {
  const undone = new Set(
    (await tx.all<{ readonly id: number }>(sql`SELECT id FROM import_run WHERE undone_at IS NOT NULL`)).map(
      (run) => run.id,
    ),
  );
  for (const table of ['import_person', 'import_record'] as const) {
    await insertAll(
      tx,
      table,
      (await readKeptList(tx, id, table, otherId)).filter((row) => !undone.has(Number(row['import_id']))),
    );
  }
}

async function insertAll(tx: WritableStore, table: string, rows: readonly Kept[]): Promise<void> {
  for (const row of rows) {
    const columns = Object.keys(row);
    await tx.run({
      text: `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
      values: columns.map((column) => row[column] ?? null),
    });
  }
}
