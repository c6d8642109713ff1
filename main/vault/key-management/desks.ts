/** Desks of the estate: who keeps it, and the end of one. What it does is done at every desk, or at none. */
import type { DesksView } from '../../../contract/key-management/views.ts';
import type { RouteRequest } from '../../../contract/routes.ts';
import { spoolOf } from '../../files/spool/spool.ts';
import { AppError } from '../app-error.ts';
import type { CarrierLine } from '../carrier-line.ts';
import { bothOf, cosignedBy, withBoth } from '../key-change/dual-control.ts';
import { followRoster } from '../key-change/follow-roster.ts';
import { digestOfOpKey } from '../keys/roster-desks.ts';
import {
  type NewRosterEntry,
  type Signer,
  appendRosterEntries,
  headBehind,
  makeRosterEntry,
  readRosterEntries,
} from '../keys/roster.ts';
import { heardDesks } from '../link/desk-words.ts';
import { drawOpKey } from '../link/link-keys.ts';
import { grantOpKey } from '../link/op-key-grants.ts';
import { readStop } from '../link/own-place.ts';
import { done } from '../log/done.ts';
import { commit } from '../session/commit.ts';
import type { Session } from '../session/session.ts';
import type { AllVerified } from '../session/with-slots.ts';
import { sql } from '../store/sql.ts';
import type { WritableStore } from '../store/store.ts';

/** None where one desk keeps the vault. */
export async function listDesks(
  carrier: CarrierLine,
  { header, roster, store, clock, keys, effects }: Session,
): Promise<DesksView> {
  const { desks: said, last } = carrier.state();
  const heard = heardDesks(spoolOf(effects.vaultDir).words, keys.vaultId, roster.desks.values());
  const slip = await store.get<{ readonly name: string; readonly until: number }>(
    sql`SELECT name, until FROM desk_slip WHERE until > ${clock.now()}`,
  );
  return {
    own: header.desk,
    desks: (header.link === undefined ? [] : [...roster.desks.values()]).map(({ desk, name, isEnded }) => {
      const its = said.find((one) => one.desk === desk);
      const word = desk === header.desk ? undefined : heard.find((one) => one.desk === desk);
      const behind = its === undefined ? null : Math.max(0, last - its.acked);
      return { desk, name, isEnded, behind, heardAt: word?.heardAt ?? null };
    }),
    slip: slip ?? null,
  };
}

/**
 * Nothing of that desk counts any more, and the others go on under an op key that it has not; where the order has stopped at an op of that desk, it goes on. Errors: `not-found` (no such desk, the last one, an ended one without a `keeper`); those
 * of `withBoth`, and of coordinated work.
 */
export const endDesk = (
  session: Session,
  { desk, keeper, pin, cosigner }: RouteRequest<'keys.endDesk'>,
): Promise<void> =>
  withBoth(session, pin, cosigner, async (present) => {
    if (keeper !== undefined && session.roster.desks.get(desk)?.isEnded === true) return;
    await endAs(session, present, desk);
    await followRoster(session);
  });

const endAs = (session: Session, present: AllVerified, desk: number): Promise<void> =>
  commit(session, async (tx) => {
    const { roster, clock, keys, effects } = session;
    const left = [...roster.desks.values()].filter((one) => !one.isEnded && one.desk !== desk);
    const its = roster.desks.get(desk);
    if (its === undefined || its.isEnded || left.length === 0) throw new AppError('not-found');
    const opKey = drawOpKey(roster.opKeys.size + 1);
    const stop = await readStop(tx, spoolOf(effects.vaultDir));
    await appendByBoth(tx, session, present, {
      kind: 'desk-end',
      at: clock.now(),
      desk,
      opKey: { epoch: opKey.epoch, digest: digestOfOpKey(keys.vaultId, opKey) },
      ...(stop?.desk === desk ? { stoppedAt: { n: stop.n, hash: stop.hash } } : {}),
    });
    await grantOpKey(tx, keys.vaultId, opKey, left);
    return [done('desk-end', { desk }, cosignedBy(present))];
  });

/** Behind the roster as it is in the store, signed by admin and supervisor. */
export async function appendByBoth(
  tx: WritableStore,
  { keys, roster }: Session,
  present: AllVerified,
  draft: NewRosterEntry,
): Promise<void> {
  const head = headBehind(await readRosterEntries(tx), roster.head);
  await appendRosterEntries(tx, [makeRosterEntry(keys.vaultId, head, draft, signersOf(present))]);
}

/** Admin and supervisor, with the keys that their PINs have opened. */
function signersOf(present: AllVerified): readonly Signer[] {
  const { admin, supervisor } = bothOf(present);
  return [admin, supervisor].map(({ staffId, slot }) => ({
    id: staffId,
    privateKey: slot.sign.privateKey,
  }));
}
