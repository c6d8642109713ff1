/** Decisions on a file that a sweep has found: left for a time, disposed of, given to an import, or looked at where it lies. */
import { randomBytes } from 'node:crypto';
import { basename } from 'node:path';
import type { FileId } from '../../../contract/ids.ts';
import { toOneLine } from '../../../contract/one-line.ts';
import type { RouteReply, RouteRequest } from '../../../contract/routes.ts';
import { MAX_ACCEPTED_DAYS } from '../../../contract/sweep/lists.ts';
import type { SweepView } from '../../../contract/sweep/routes.ts';
import { shownPath } from '../../files/raw-names.ts';
import { AppError } from '../app-error.ts';
import { dayOf, startOfDay } from '../clock.ts';
import type { PickedFiles } from '../files/picked-files.ts';
import { disposeSource } from '../file-disposal/dispose-source.ts';
import type { Scanners } from '../scanner-line.ts';
import type { Session } from '../session/session.ts';
import { sql } from '../store/sql.ts';
import { checkDay } from '../values/days.ts';
import { readSweep } from './read-sweep.ts';
import { countCopies, requireFile } from './sweep-store.ts';
import { withOwnPin } from '../session/with-own-pin.ts';
import { commitAndRead, commitValue } from '../session/commit.ts';
import { done } from '../log/done.ts';

/** Errors: `not-found`, `invalid-value` {field: until} for a day that is no later one or too far away, those of `withSlots`. */
export async function acceptFile(
  session: Session,
  { findingId, words, until, pin }: RouteRequest<'sweep.accept'>,
): Promise<SweepView> {
  checkDay('until', until);
  const today = dayOf(session.clock.now());
  if (until <= today || until > dayOf(startOfDay(today, MAX_ACCEPTED_DAYS)))
    throw new AppError('invalid-value', { field: 'until' });
  return withOwnPin(session, pin, (present) =>
    commitAndRead(session, readSweep, async (tx) => {
      const { id, people } = await requireFile(tx, findingId);
      await tx.run(sql`
        UPDATE sweep_file SET decision = 'accepted', decided_at = ${session.clock.now()}, decided_by = ${session.signedIn.staffId},
          words = ${words}, until = ${until} WHERE id = ${id}`);
      return [done('sweep-accept', { finding: id, people, until }, { signedBy: present })];
    }),
  );
}

/**
 * The entry comes first, so that nothing is removed of which the log does not know. Errors: `not-found`, `file-changed`,
 * `file-not-removed`, those of `withSlots`.
 */
export async function disposeOf(
  session: Session,
  scanners: Scanners,
  { findingId, pin }: RouteRequest<'sweep.dispose'>,
): Promise<RouteReply<'sweep.dispose'>> {
  return withOwnPin(session, pin, async (present) => {
    const row = await requireFile(session.store, findingId);
    const copies = await countCopies(session.store, row);
    const { id, people, path, device, inode, size, changed } = row;
    const { otherNames, disposalId } = await disposeSource(session, scanners, {
      of: 'sweep',
      path,
      mark: { device, inode, size, changed },
      fingerprint: row.fingerprint,
      entry: done('sweep-dispose', { finding: id, people, bytes: size, copies }, { signedBy: present }),
    });
    return { otherNames, copies, disposalId, view: await readSweep(session) };
  });
}

/** Errors: `not-found`. */
export async function offerToImport(
  session: Session,
  pickedFiles: PickedFiles,
  { findingId }: RouteRequest<'sweep.import'>,
): Promise<RouteReply<'sweep.import'>> {
  const fileId = randomBytes(16).toString('hex') as FileId;
  const path = await commitValue(session, async (tx) => {
    const row = await requireFile(tx, findingId);
    await tx.run(sql`
      UPDATE sweep_file SET decision = 'imported', decided_at = ${session.clock.now()}, decided_by = ${session.signedIn.staffId}
      WHERE id = ${row.id} AND decision IS NULL`);
    return { value: row.path, entries: [done('sweep-import', { finding: row.id, people: row.people })] };
  });
  pickedFiles.add(fileId, path, 'workbook');
  return { fileId, fileName: toOneLine(basename(shownPath(path))).slice(0, 260) };
}
