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
import { digestOfOpKey } from '../keys/roster-desks.ts';
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
export async function drawKeeper({ header, keys }: Session): Promise<RouteReply<'keys.drawKeeper'>> {
  requireOneDesk(header);
  const keeper = newKeeper();
  const { hash } = startOfOrder(keys.vaultId);
  return {
    keeper,
    sql: `SELECT mailbox.add_vault('${keys.vaultId}', '${scramVerifier(keeper)}', '\\x${toHex(hash)}');`,
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

/** Its keys and the first op key, into roster and store. */
const enterAsFirst = (session: Session, present: AllVerified, name: string): Promise<void> =>
  commit(session, async (tx) => {
    const { clock, deviceSecret, header, roster, keys } = session;
    const [{ vaultId }, { desk }, at] = [keys, header, clock.now()];
    const opKey = drawOpKey(1);
    const own = newLinkKeys([opKey]);
    const { minFormat } = roster;
    const { sign, receive } = own;
    await appendByBoth(tx, session, present, {
      kind: 'desk',
      at,
      desk,
      minFormat,
      keys: { name, signKey: toBase64(sign.publicKey), receiveKey: toBase64(receive.publicKey) },
    });
    await appendByBoth(tx, session, present, {
      kind: 'op-key',
      at,
      opKey: { epoch: opKey.epoch, digest: digestOfOpKey(vaultId, opKey) },
    });
    await beginLink(tx, vaultId);
    await writeLinkKeys(tx, { vaultId, deviceSecret }, own);
    return [done('desk-begin', { desk }, cosignedBy(present))];
  });
