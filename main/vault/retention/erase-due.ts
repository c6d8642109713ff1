/** A supervisor and an admin delete who and what is due, destroy the backups of before, and look again where a check was cut off. */
import { MAX_ERASED_AT_ONCE } from '../../../contract/retention/lists.ts';
import type { RetentionView } from '../../../contract/retention/routes.ts';
import type { RouteReply, RouteRequest } from '../../../contract/routes.ts';
import type { PersonId } from '../../../contract/ids.ts';
import { AppError } from '../app-error.ts';
import { dayOf } from '../clock.ts';
import { type GoingRecord, deleteRecords } from '../erasure/delete-records.ts';
import {
  type Erasure,
  type ErasureOrder,
  type ErasureWatcher,
  checkAgain,
  erasePeople,
} from '../erasure/erase-people.ts';
import { type IdRemoval, removeIdNumbers } from '../erasure/remove-id-numbers.ts';
import { findOlderBackups, searchStore } from '../erasure/residual-scan.ts';
import { readErasures } from '../erasure/read-erasures.ts';
import { createTraces } from '../erasure/erased-values.ts';
import { removeBackup } from '../backup-files/backup-files.ts';
import { cosignedBy, withBoth } from '../key-change/dual-control.ts';
import { cutoffsDue, PURPOSE_QUERIES } from '../retention-rules/purpose.ts';
import { readRules } from '../retention-rules/rules.ts';
import { type Session, logAlone } from '../session/session.ts';
import { readDuePeople, readReturnedPeople, recordsDue } from './read-due.ts';
import { readRetention } from './read-retention.ts';
import { returnedAmong } from './recall.ts';
import { orNotFound } from '../store/rows.ts';
import { done } from '../log/done.ts';
import { commitValue } from '../session/commit.ts';

/** Stand on the certificate. */
const BASIS = '《个人信息保护法》第四十七条：处理目的已实现或者保存期限已届满';
const AGAIN_BASIS = '《个人信息保护法》第四十七条：此前已删除，恢复备份后再次删除';
const RECORDS_AT_ONCE = 500;
/** People whose purpose is asked for in one statement. */
const ASKED_AT_ONCE = 100;

/** Errors: `not-found` where none of them is due or back, `on-hold`, `cancelled`, `not-allowed`, `needs-supervisor`, those of `withSlots` and `erasePeople`. */
export async function eraseDue(
  session: Session,
  { people, words, pin, other }: RouteRequest<'retention.erase'>,
  watcher: ErasureWatcher,
): Promise<Erasure> {
  return withBoth(session, pin, other, async (present) => {
    const order = await requireDue(session, people);
    return erasePeople(session, present, { ...order, reason: words }, watcher);
  });
}

type DueOrder = Pick<ErasureOrder, 'people' | 'cause' | 'basis'>;
const againOf = (people: readonly PersonId[]): DueOrder => ({ people, cause: 'restore', basis: AGAIN_BASIS });
const dueOf = (people: readonly PersonId[]): DueOrder => ({ people, cause: 'retention', basis: BASIS });

/** Nobody is deleted by this whose time is not over and who was not deleted before, whoever asks. Of some who are named, those of one kind: who is back first. */
async function requireDue(
  session: Session,
  people: RouteRequest<'retention.erase'>['people'],
): Promise<DueOrder> {
  if (people === 'returned') return againOf(await readReturnedPeople(session.store, MAX_ERASED_AT_ONCE));
  if (people !== 'due') {
    const returned = await returnedAmong(session, people);
    if (returned.size > 0) return againOf(people.filter((personId) => returned.has(personId)));
  }
  const chosen = orNotFound(await readRules(session, session.store));
  const today = dayOf(session.clock.now());
  if (people === 'due')
    return dueOf(await readDuePeople(session.store, chosen.rules, today, MAX_ERASED_AT_ONCE));
  const cutoffs = cutoffsDue(chosen.rules, today);
  const due = new Set<PersonId>();
  for (let at = 0; at < people.length; at += ASKED_AT_ONCE)
    for (const row of await session.store.all<{ readonly personId: PersonId }>(
      PURPOSE_QUERIES.among(cutoffs, people.slice(at, at + ASKED_AT_ONCE)),
    ))
      due.add(row.personId);
  return dueOf([...new Set(people)].filter((personId) => due.has(personId)));
}

/** Errors: those of `withBoth` and `removeIdNumbers`. */
export const eraseIds = (
  session: Session,
  { words, pin, other }: RouteRequest<'retention.eraseIds'>,
  watcher: ErasureWatcher,
): Promise<IdRemoval> =>
  withBoth(session, pin, other, (present) => removeIdNumbers(session, present, words, watcher));

/** All that are due of a kind. Errors: `not-found` where none is; `cancelled` once the batches before are gone; as `eraseDue`. */
export async function eraseRecords(
  session: Session,
  { entity, words, pin, other }: RouteRequest<'retention.eraseRecords'>,
  watcher: ErasureWatcher,
): Promise<number> {
  return withBoth(session, pin, other, async (present) => {
    const chosen = orNotFound(await readRules(session, session.store));
    const query = recordsDue(chosen.rules, entity, dayOf(session.clock.now()), RECORDS_AT_ONCE);
    const traces = createTraces();
    let count = 0;
    for (;;) {
      const gone = await commitValue(session, async (tx) => {
        const rows = await tx.all<GoingRecord>(query);
        await deleteRecords(tx, entity, rows, traces);
        const detail = { entity, count: rows.length };
        const entry = done('retention-records', detail, { reason: words, ...cosignedBy(present) });
        return { value: rows.length, entries: rows.length === 0 ? [] : [entry] };
      });
      count += gone;
      watcher.onDone(count, count + (gone < RECORDS_AT_ONCE ? 0 : RECORDS_AT_ONCE));
      if (gone < RECORDS_AT_ONCE || watcher.signal.aborted) break;
    }
    if (count === 0) throw new AppError('not-found');
    await searchStore(session.store, traces, watcher.onSearched);
    return count;
  });
}

/** Errors: `not-found` where nothing was deleted yet or no older backup is there, `backup-no-folder` where none is newer; as `eraseDue`. */
export async function destroyBackups(
  session: Session,
  { words, pin, other }: RouteRequest<'retention.destroyBackups'>,
): Promise<RouteReply<'retention.destroyBackups'>> {
  const count = await withBoth(session, pin, other, async (present) => {
    const [newest] = await readErasures(session.store, 1);
    if (newest === undefined) throw new AppError('not-found');
    const { folder, older, hasNewer } = await findOlderBackups(session, newest.doneAt);
    const going = older.filter(({ where, madeAt }) => where === 'backup' && madeAt !== null);
    if (folder === null || !hasNewer) throw new AppError('backup-no-folder');
    if (going.length === 0) throw new AppError('not-found');
    // The entry comes first: nothing goes without one.
    await logAlone(
      session,
      done(
        'backups-destroy',
        { count: going.length, left: older.length - going.length },
        { reason: words, ...cosignedBy(present) },
      ),
    );
    for (const { name } of going) await removeBackup(folder, session.header.vaultId, name);
    return going.length;
  });
  return { view: await readRetention(session), count };
}

/** Errors: those of `checkAgain`. */
export async function lookAgain(
  session: Session,
  { erasureId }: RouteRequest<'retention.check'>,
  watcher: ErasureWatcher,
): Promise<RetentionView> {
  await checkAgain(session, erasureId, watcher);
  return readRetention(session);
}
