/** Lets a desk into the estate: a slip that an admin makes, the word of whoever has it, and the yes of admin and supervisor, who have seen its twelve characters. */
import { randomInt } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Errand } from '../../../contract/carrier.ts';
import type { DesksView } from '../../../contract/key-management/views.ts';
import type { RouteReply, RouteRequest } from '../../../contract/routes.ts';
import { joinsOf } from '../../files/spool/joins.ts';
import { AppError } from '../app-error.ts';
import type { CarrierLine } from '../carrier-line.ts';
import { bytesOfBase64 } from '../crypto/bytes.ts';
import type { VaultContext } from '../feature.ts';
import { type Word, codeOf, isCode, offerOf, openPost, sealPost } from '../joining/posts.ts';
import { SLIP_MS, keeperOf, newSlipSecret, secretsOfSlip, textOfSlip } from '../joining/slip.ts';
import { laySnapshot } from '../joining/snapshot.ts';
import { cosignedBy, withBoth } from '../key-change/dual-control.ts';
import { followRoster } from '../key-change/follow-roster.ts';
import { readLinkKeys } from '../link/link-keys.ts';
import { grantOpKey } from '../link/op-key-grants.ts';
import { done } from '../log/done.ts';
import type { Roster } from '../keys/roster.ts';
import { hasKeys } from '../keys/roster-desks.ts';
import { commit } from '../session/commit.ts';
import type { Session } from '../session/session.ts';
import { givingReserve, shareTries } from '../session/share-tries.ts';
import { withAdmin } from '../session/with-own-pin.ts';
import type { AllVerified } from '../session/with-slots.ts';
import { sql } from '../store/sql.ts';
import { appendByBoth, endDesk, listDesks } from './desks.ts';

/** How long the mailbox is waited for, and between two looks, in milliseconds. */
export const PATIENCE_MS = 20_000;
export const LOOK_MS = 200;
/** How long a desk that was let in may take until its vault stands; later it is let in again. */
const STANDS_MS = 3_600_000;

interface DeskSlip {
  readonly desk: number;
  readonly name: string;
  readonly secret: string;
  readonly until: number;
}

export function createAdmission({ carrier, engine }: Pick<VaultContext, 'carrier' | 'engine'>) {
  let isWaiting = false;

  /** Errors: `desks-offline` (a vault of one desk), `keeper-refused`; those of `withAdmin`. */
  async function invite(
    session: Session,
    { name, keeper, pin }: RouteRequest<'keys.inviteDesk'>,
  ): Promise<RouteReply<'keys.inviteDesk'>> {
    const { keys, header, clock, effects, roster } = session;
    const mailbox = header.link?.mailbox;
    if (mailbox === undefined) throw new AppError('desks-offline');
    const slip = { vaultId: keys.vaultId, desk: roster.lastDesk + 1, secret: newSlipSecret() };
    const until = clock.now() + SLIP_MS;
    const secrets = secretsOfSlip(slip);
    await withAdmin(session, pin, async (present) => {
      const joins = joinsOf(effects.vaultDir);
      await joins.end(slip.desk);
      const by = { password: secrets.password };
      await atMailbox(carrier, { password: keeper, desk: slip.desk, joins: true, by });
      await commit(session, async (tx) => {
        await tx.run(
          sql`INSERT OR REPLACE INTO desk_slip (id, desk, name, secret, until) VALUES (1, ${slip.desk}, ${name}, ${slip.secret}, ${until})`,
        );
        return [done('desk-slip', { desk: slip.desk }, cosignedBy(present))];
      });
      const offer = offerOf(header.estateName, keys.roots);
      await joins.put(slip.desk, 'offer', sealPost('offer', slip, secrets.key, offer));
      carrier.wake();
    });
    return { ...textOfSlip({ ...slip, ...mailbox }), until };
  }

  /** Errors: `slip-over`, `desk-not-in`, `desk-code`, `keeper-refused`; those of `withBoth`, of coordinated work and of `laySnapshot`. */
  async function admit(
    session: Session,
    { code, keeper, pin, cosigner }: RouteRequest<'keys.admitDesk'>,
  ): Promise<DesksView> {
    const slip = await readSlipOf(session);
    const joining = { vaultId: session.keys.vaultId, desk: slip.desk };
    const { key } = secretsOfSlip({ ...joining, secret: slip.secret });
    const joins = joinsOf(session.effects.vaultDir);
    const read = (): Word | null => openPost('word', joining, key, joins.read(slip.desk, 'word'));
    const word = read();
    if (word === null) throw new AppError('desk-not-in');
    if (!isCode(codeOf(joining, key, word), code)) throw new AppError('desk-code');
    const errand = { password: keeper, desk: slip.desk, by: { verifier: word.verifier } };
    await withBoth(session, pin, cosigner, async (present) => {
      if (!isAdmitted(session.roster, slip, word)) {
        await admitAs(session, present, slip, word);
        await followRoster(session);
      }
      // From here on the slip opens nothing at the mailbox: it has the desk's own password.
      await atMailbox(carrier, { ...errand, joins: true });
      await laySnapshot(session, joins, engine(), slip.desk);
      carrier.wake();
    });
    // Of the admin's own tries this desk may have few by now; it asks at the next sign-in as well.
    await session.turns.take(() => shareTries(session, true)).catch(() => undefined);
    const isThere = (): boolean => {
      const now = read();
      return now?.isDone === true && now.signKey === word.signKey;
    };
    if (!isWaiting) void makeLive(session, { ...errand, joins: false }, isThere).catch(() => undefined);
    return listDesks(carrier, session);
  }

  /** Once its vault stands the mailbox takes its ops, and the slip is used up. */
  async function makeLive(
    session: Session,
    errand: Omit<Errand, 'id'>,
    isThere: () => boolean,
  ): Promise<void> {
    isWaiting = true;
    try {
      const until = performance.now() + STANDS_MS;
      while (!isThere()) {
        if (performance.now() > until) return;
        await sleep(LOOK_MS, undefined, { ref: false });
      }
      await atMailbox(carrier, errand);
      await joinsOf(session.effects.vaultDir).end(errand.desk);
      await session.store.runAlone(sql`DELETE FROM desk_slip WHERE desk = ${errand.desk}`);
    } finally {
      isWaiting = false;
    }
  }

  /** Errors: those of `endDesk`, `keeper-refused`; it has ended then, and the mailbox alone is to be asked again. */
  async function end(session: Session, request: RouteRequest<'keys.endDesk'>): Promise<DesksView> {
    const { desk, keeper } = request;
    await endDesk(session, request);
    if (keeper !== undefined) await atMailbox(carrier, { password: keeper, desk, joins: false, by: 'end' });
    return listDesks(carrier, session);
  }

  return { invite, admit, end };
}

/** Errors: `slip-over`. */
async function readSlipOf({ store, clock, roster }: Session): Promise<DeskSlip> {
  const slip = await store.get<DeskSlip>(sql`SELECT desk, name, secret, until FROM desk_slip`);
  const isOver =
    slip === undefined || slip.until < clock.now() || roster.desks.get(slip.desk)?.isEnded === true;
  if (isOver) throw new AppError('slip-over');
  return slip;
}

/** Errors: `slip-over`: of that number there is another desk. */
function isAdmitted({ desks, lastDesk }: Roster, { desk }: DeskSlip, word: Word): boolean {
  const its = desks.get(desk);
  if (its === undefined && lastDesk < desk) return false;
  const [signKey, receiveKey] = [bytesOfBase64(word.signKey), bytesOfBase64(word.receiveKey)];
  if (its === undefined || !hasKeys(its, { signKey, receiveKey })) throw new AppError('slip-over');
  return true;
}

/** Its keys into the roster, every op key sealed to it, since ops under an older one may still come, and some of the tries of everybody's PIN. */
const admitAs = (
  session: Session,
  present: AllVerified,
  { desk, name }: DeskSlip,
  { signKey, receiveKey }: Word,
): Promise<void> =>
  givingReserve(session, desk, (give) =>
    commit(session, async (tx) => {
      const { roster, clock, keys, deviceSecret } = session;
      const { vaultId } = keys;
      await appendByBoth(tx, session, present, {
        kind: 'desk',
        at: clock.now(),
        desk,
        minFormat: roster.minFormat,
        keys: { name, signKey, receiveKey },
      });
      const { op } = await readLinkKeys(tx, { vaultId, deviceSecret });
      for (const opKey of op)
        await grantOpKey(tx, vaultId, opKey, [{ desk, receiveKey: bytesOfBase64(receiveKey) }]);
      await give(tx);
      return [done('desk-admit', { desk }, cosignedBy(present))];
    }),
  );

/** Errors: `keeper-refused`. */
async function atMailbox(carrier: CarrierLine, asked: Omit<Errand, 'id'>): Promise<void> {
  const id = randomInt(2 ** 47);
  carrier.send({ ...asked, password: keeperOf(asked.password), id });
  const until = performance.now() + (carrier.patienceMs ?? PATIENCE_MS);
  for (;;) {
    const { errand } = carrier.state();
    if (errand?.id === id && errand.trouble === null) return;
    if (errand?.id === id || performance.now() > until)
      throw new AppError('keeper-refused', { trouble: errand?.trouble ?? 'unreachable' });
    await sleep(LOOK_MS);
  }
}
