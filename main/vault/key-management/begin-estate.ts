/**
 * The first desk of an estate with several: by one line of SQL the mailbox gets the vault's number and the verifier of its keeper's password, by which this desk has
 * itself let in there. What the roster, the store and the keychain hold of it comes before the header, whose rename is the switch: killed before, it is begun again.
 */
import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { VisitSettings } from '../../../contract/carrier.ts';
import type { DesksView } from '../../../contract/key-management/views.ts';
import type { RouteReply, RouteRequest } from '../../../contract/routes.ts';
import { startOfOrder } from '../../files/spool/envelope.ts';
import { loginOf } from '../../files/spool/mailbox-login.ts';
import { removeSpool } from '../../files/spool/spool.ts';
import { scramVerifier } from '../../files/spool/scram-verifier.ts';
import { AppError } from '../app-error.ts';
import type { CarrierLine } from '../carrier-line.ts';
import { toBase64, toHex } from '../crypto/bytes.ts';
import type { VaultContext } from '../feature.ts';
import { keeperOf, newKeeper, readPlace } from '../joining/slip.ts';
import { bothOf, cosignedBy, withBoth } from '../key-change/dual-control.ts';
import { followRoster } from '../key-change/follow-roster.ts';
import { signerOf } from '../key-change/issue-keys.ts';
import { anchorHeader, changeHeader } from '../key-change/slot-change.ts';
import { LINKED_FORMAT, requireOneDesk } from '../keys/header.ts';
import { type RosterDesk, digestOfOpKey, liveDesks } from '../keys/roster-desks.ts';
import type { NewRosterEntry } from '../keys/roster.ts';
import { DESK_SIGNER, addCertificates, certifySigner } from '../keys/signers.ts';
import { drawOpKey, newLinkKeys, writeLinkKeys } from '../link/link-keys.ts';
import { beginLink } from '../link/own-place.ts';
import { done } from '../log/done.ts';
import { commit } from '../session/commit.ts';
import type { Session } from '../session/session.ts';
import { orNotFound } from '../store/rows.ts';
import type { AllVerified } from '../session/with-slots.ts';
import { LOOK_MS, PATIENCE_MS } from './admit-desk.ts';
import { appendByBoth, listDesks } from './desks.ts';

/** Errors: `needs-all-desks` (it has begun). */
export async function drawKeeper({ header, keys, roster }: Session): Promise<RouteReply<'keys.drawKeeper'>> {
  requireOneDesk(header);
  const keeper = newKeeper();
  const { hash } = startOfOrder(keys.vaultId);
  return {
    keeper,
    // The mailbox that it had before it was put back may be the one that it has again.
    sql: `${roster.desks.size > 0 ? `SELECT mailbox.clear_vault('${keys.vaultId}'); ` : ''}SELECT mailbox.add_vault('${keys.vaultId}', '${scramVerifier(keeper)}', '\\x${toHex(hash)}');`,
  };
}

/** Errors: `needs-all-desks`, `not-allowed` (a practice vault), `address-unreadable`, `keeper-refused`, `keychain-write-failed`; those of `withBoth`, `changeHeader` and `linkSession`. */
export async function beginEstate(
  { carrier, keychainWriter, linkSession, place }: VaultContext,
  session: Session,
  { address, name, keeper, pin, cosigner }: RouteRequest<'keys.beginEstate'>,
): Promise<DesksView> {
  requireOneDesk(session.header);
  if (place === 'practice') throw new AppError('not-allowed');
  const at = readPlace(address);
  if (at === null) throw new AppError('address-unreadable');
  await withBoth(session, pin, cosigner, async (present) => {
    const { vaultId } = session.keys;
    const { desk } = session.header;
    const password = randomBytes(32).toString('base64url');
    const by = { keeper: keeperOf(keeper), verifier: scramVerifier(password) };
    const serverPin = await visit(carrier, { vaultId, desk, mailbox: at, by });
    await keychainWriter.writeMailboxPassword(password);
    await removeSpool(session.effects.vaultDir);
    if (!session.roster.desks.has(desk)) {
      await enterAsFirst(session, present, name);
      await followRoster(session);
    }
    const desks = [...session.roster.desks.values()].map((one) => ({
      desk: one.desk,
      signKey: toBase64(one.signKey),
      receiveKey: toBase64(one.receiveKey),
    }));
    const mailbox = { ...at, login: loginOf(vaultId, desk), pins: [serverPin] };
    const { admin } = bothOf(present);
    const own = { staffId: DESK_SIGNER, signKey: ownKeyOf(session) } as const;
    await changeHeader(session, {
      format: LINKED_FORMAT,
      link: { mailbox, desks },
      signers: addCertificates(session.header.signers ?? [], [certifySigner(vaultId, own, signerOf(admin))]),
    });
    await anchorHeader(session);
    await linkSession(session);
  });
  return listDesks(carrier, session);
}

/** By which this desk will seal its store key to slots that are changed at others. Errors: those of `orNotFound`. */
const ownKeyOf = ({ roster, header }: Session): Uint8Array =>
  orNotFound(roster.desks.get(header.desk)).signKey;

/** The server's key. Errors: `keeper-refused` {trouble}. */
async function visit(carrier: CarrierLine, settings: VisitSettings): Promise<string> {
  carrier.visit(settings);
  const until = performance.now() + (carrier.patienceMs ?? PATIENCE_MS);
  while (carrier.state().since === 0 && performance.now() < until) await sleep(LOOK_MS);
  const { pin, trouble } = carrier.state();
  if (pin !== null) return pin;
  carrier.visit(null);
  throw new AppError('keeper-refused', { trouble: trouble ?? 'unreachable' });
}

/** Its keys and an op key, into roster and store. Where the vault was put back or recovered, the desks that kept it before have ended. */
const enterAsFirst = (session: Session, present: AllVerified, name: string): Promise<void> =>
  commit(session, async (tx) => {
    const { clock, deviceSecret, header, roster, keys } = session;
    const [{ vaultId }, { desk }, at] = [keys, header, clock.now()];
    const enter = (draft: NewRosterEntry): Promise<void> => appendByBoth(tx, session, present, draft);
    const own = newLinkKeys([]);
    const its = {
      name,
      signKey: toBase64(own.sign.publicKey),
      receiveKey: toBase64(own.receive.publicKey),
    };
    let opKey = drawOpKey(roster.opKeys.size + 1);
    const named = () => ({ opKey: { epoch: opKey.epoch, digest: digestOfOpKey(vaultId, opKey) } });
    const end = async (before: RosterDesk): Promise<void> => {
      await enter({ kind: 'desk-end', at, desk: before.desk, ...named() });
      opKey = drawOpKey(opKey.epoch + 1);
    };
    // One is live at any time, and never one more than may be.
    const [last, ...others] = liveDesks(roster.desks);
    for (const other of others) await end(other);
    await enter({ kind: 'desk', at, desk, minFormat: roster.minFormat, keys: its });
    if (last !== undefined) await end(last);
    await enter({ kind: 'op-key', at, ...named() });
    await beginLink(tx, vaultId);
    await writeLinkKeys(tx, { vaultId, deviceSecret }, { ...own, op: [opKey] });
    return [done('desk-begin', { desk }, cosignedBy(present))];
  });
