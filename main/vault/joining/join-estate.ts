/**
 * A computer without a vault becomes a desk of an estate: posts its keys, shows the twelve characters, and once admin and supervisor have let it in makes its vault of
 * the snapshot. Everybody signs in with the PIN that they have. Its keys live in memory until then: a restart takes another post under the same slip.
 */
import { randomBytes } from 'node:crypto';
import { hashPieces } from '../../files/hash-pieces.ts';
import { rm } from '../../files/move-and-remove.ts';
import { piecesOf } from '../../files/plain-file.ts';
import { joinsOf } from '../../files/spool/joins.ts';
import { scramVerifier } from '../../files/spool/scram-verifier.ts';
import { type Anchor, createAnchor } from '../anchor/anchor.ts';
import { loginOf } from '../../files/spool/mailbox-login.ts';
import { AppError } from '../app-error.ts';
import { NO_CARRIER } from '../carrier-line.ts';
import type { Clock } from '../clock.ts';
import { bytesOfBase64, bytesOfHex, sameBytes, toBase64, toHex } from '../crypto/bytes.ts';
import { zero } from '../crypto/zero.ts';
import { type AcceptedSlot, acceptSlot } from '../keys/accept.ts';
import { firstAnchorState, layWhole, makeReady } from '../keys/create-vault.ts';
import {
  type Header,
  type HeaderLink,
  LINKED_FORMAT,
  type StaffSlot,
  bodyOf,
  osUserHash,
  sealHeader,
} from '../keys/header.ts';
import { createLimiter } from '../keys/limiter.ts';
import { createLogSegment } from '../keys/log-segment.ts';
import { type Roots, fingerprintRoots, sameRoots } from '../keys/recovery-sheet.ts';
import { hasKeys, liveDesks } from '../keys/roster-desks.ts';
import { type Roster, quietEntriesOf, readRosterEntries, verifyRoster } from '../keys/roster.ts';
import { DESK_SIGNER, addCertificates, certifySigner } from '../keys/signers.ts';
import { RECOVERY_SLOT_ID, openStretched, sealStoreKey, stretchPin, wrapOuter } from '../keys/slots.ts';
import { readTierRecords } from '../keys/tier-keys.ts';
import {
  putSlotRows,
  readVaultMeta,
  recoveryRowOf,
  requireOwners,
  slotRowOf,
  verifyTierKeys,
  writeVaultMeta,
} from '../keys/verify-store.ts';
import { openLink } from '../link/desk-link.ts';
import { type LinkKeys, newLinkKeys, writeLinkKeys } from '../link/link-keys.ts';
import { beginLink } from '../link/own-place.ts';
import { createAuditLog } from '../log/audit-log.ts';
import { NO_HASH } from '../log/chain.ts';
import type { Engine } from '../store/engine/engine.ts';
import { becomeDesk } from '../store/ids.ts';
import { openStore } from '../store/open-store.ts';
import { sql } from '../store/sql.ts';
import type { Store } from '../store/store.ts';
import { followShares } from '../session/share-tries.ts';
import type { Proof } from '../session/with-slots.ts';
import { codeOf, openPost, rootsOf, sealPost } from './posts.ts';
import { type Slip, secretsOfSlip } from './slip.ts';
import { keyOfSnapshot, openHead } from './snapshot.ts';

export interface JoinPlace {
  readonly vaultDir: string;
  readonly engine: Engine;
  readonly clock: Clock;
  readonly keychainWriter: {
    writeDeviceSecret(secretId: string, bytes: Uint8Array): Promise<void>;
    writeAnchor(copy: 0 | 1, bytes: Uint8Array): Promise<void>;
    writeMailboxPassword(password: string): Promise<void>;
  };
}

/** What the new screen shows. */
export interface JoinView {
  readonly estateName: string;
  /** To be compared with the recovery sheet. */
  readonly fingerprint: string;
  /** To be typed at the desk where the slip was made. */
  readonly code: string;
  /** Admins, one of whom finishes it with their PIN; none until the estate has let this desk in. */
  readonly admins: readonly Pick<StaffSlot, 'id' | 'displayName'>[];
}

export interface Join {
  /** Of its login at the mailbox: that of the slip until the estate has let it in, then its own. */
  readonly passwords: readonly [first: string, own: string];
  /** Null until the estate has answered. */
  view(): JoinView | null;
  /**
   * Errors: `desk-not-in` (no snapshot), `unknown-slot`, `wrong-pin`, `slip-over` (after five wrong ones), `store-damaged` (not the snapshot that was given), `store-mismatch` {part}
   * (another estate than the sheet's, or it has not this desk), those of the file system and the keychain. Nothing is left then.
   */
  finish(proof: Proof): Promise<LaidVault>;
}

/** The vault that stands here now. */
interface LaidVault {
  readonly header: Header;
  readonly deviceSecret: Uint8Array;
  readonly anchor: Anchor;
}

/** Wrong PINs at a desk that no limiter knows yet. */
const MAX_WRONG = 5;

/** Posts this desk's keys. Errors: those of the file system, `vault-exists`. */
export async function beginJoin(place: JoinPlace, slip: Slip): Promise<Join> {
  await makeReady(place.vaultDir);
  const joins = joinsOf(place.vaultDir);
  await joins.end(slip.desk);
  const secrets = secretsOfSlip(slip);
  const keys = newLinkKeys([]);
  const password = randomBytes(32).toString('base64url');
  const word = {
    signKey: toBase64(keys.sign.publicKey),
    receiveKey: toBase64(keys.receive.publicKey),
    verifier: scramVerifier(password),
  };
  const sealWord = (isDone: boolean) => sealPost('word', slip, secrets.key, { ...word, isDone });
  const done = sealWord(true);
  await joins.put(slip.desk, 'word', sealWord(false));
  const offered = () => openPost('offer', slip, secrets.key, joins.read(slip.desk, 'offer'));
  const given = () => {
    const bytes = joins.read(slip.desk, 'head');
    return bytes === null ? null : openHead(slip, keys.receive, bytes);
  };
  let tries = 0;
  return {
    passwords: [secrets.password, password],
    view() {
      const offer = offered();
      if (offer === null) return null;
      return {
        estateName: offer.estateName,
        fingerprint: fingerprintRoots(rootsOf(offer)),
        code: codeOf(slip, secrets.key, word),
        admins: (given()?.header.slots ?? [])
          .filter(({ role }) => role === 'admin')
          .map(({ id, displayName }) => ({ id, displayName })),
      };
    },
    async finish(proof) {
      const [offer, head] = [offered(), given()];
      if (offer === null || head === null) throw new AppError('desk-not-in');
      if (tries >= MAX_WRONG) throw new AppError('slip-over');
      // Before it is tried: of several at once each is one.
      tries += 1;
      let laid: LaidVault;
      try {
        laid = await makeVault(place, { slip, keys, password, done, roots: rootsOf(offer), head }, proof);
      } catch (error) {
        if (!(error instanceof AppError && error.code === 'wrong-pin')) tries -= 1;
        throw error;
      }
      await joins.put(slip.desk, 'word', done);
      return laid;
    },
  };
}

interface Joined {
  readonly slip: Slip;
  readonly keys: LinkKeys;
  readonly password: string;
  /** The post that its vault stands. */
  readonly done: Uint8Array;
  /** As the sheet has their fingerprint. */
  readonly roots: Roots;
  readonly head: NonNullable<ReturnType<typeof openHead>>;
}

async function makeVault(place: JoinPlace, joined: Joined, proof: Proof): Promise<LaidVault> {
  const { head, roots, slip } = joined;
  const { header: from } = head;
  const deviceSecret = new Uint8Array(randomBytes(32));
  const storeKey = new Uint8Array(randomBytes(32));
  if (from.vaultId !== slip.vaultId) throw new AppError('store-mismatch', { part: 'vault' });
  const slots = from.slots.map((slot) =>
    wrapOuter(slip.vaultId, slot, bytesOfBase64(slot.wrapped), deviceSecret),
  );
  const slot = slots.find(({ id }) => id === proof.slotId);
  if (slot === undefined) throw new AppError('unknown-slot');
  const opened = openStretched(from, await stretchPin({ header: from, slot, deviceSecret, pin: proof.pin }));
  try {
    if (!sameRoots(opened.pins.roots, roots)) throw new AppError('store-mismatch', { part: 'roots' });
    return await withSnapshot(place, joined, async (store, path) => {
      const { roster, own, quietEntries } = await verifySnapshot(store, joined, opened);
      requireOwners(roster, slots);
      const header = headerOf(joined, { roster, own, slots, storeKey, deviceSecret }, quietEntries);
      const anchor = await layVault(place, joined, { header, deviceSecret, storeKey, roster, store, path });
      return { header, deviceSecret: deviceSecret.slice(), anchor };
    });
  } finally {
    opened.dispose();
    zero(storeKey, deviceSecret);
  }
}

/** Opens the copy that was given, whole and as it was given, and removes it in the end. */
async function withSnapshot<T>(
  { vaultDir, engine }: JoinPlace,
  { slip, head }: Joined,
  work: (store: Store, path: string) => Promise<T>,
): Promise<T> {
  const path = joinsOf(vaultDir).snapshotOf(slip.desk);
  if ((await hashPieces(piecesOf(path))) !== head.file.sha256)
    throw new AppError('store-damaged', { what: 'snapshot' });
  // What a try before has changed in it would be another file.
  const tried = `${path}.tried`;
  await rm(tried, { force: true });
  const key = keyOfSnapshot(head);
  await engine.copyAnew({ from: { path, key }, to: { path: tried, key } });
  const store = await openStore({ path: tried, key, create: false, engine });
  try {
    return await work(store, tried);
  } finally {
    await store.close();
    await rm(tried, { force: true });
    zero(key);
  }
}

/**
 * From the roots that the PIN has opened down: the roster, which has this desk with these keys, whoever gives it, and an admin. Errors: `store-mismatch` {part}.
 */
async function verifySnapshot(
  store: Store,
  { slip: { vaultId, desk }, keys, head, roots }: Joined,
  opened: ReturnType<typeof openStretched>,
): Promise<{
  readonly roster: Roster;
  readonly own: AcceptedSlot;
  readonly quietEntries: Header['quietEntries'];
}> {
  if ((await readVaultMeta(store)).vaultId !== vaultId)
    throw new AppError('store-mismatch', { part: 'vault' });
  const entries = await readRosterEntries(store);
  const roster = verifyRoster(vaultId, entries, roots, desk);
  const [own, giver] = [roster.desks.get(desk), roster.desks.get(head.from)];
  const isOurs =
    own?.isEnded === false &&
    hasKeys(own, { signKey: keys.sign.publicKey, receiveKey: keys.receive.publicKey });
  if (!isOurs || giver === undefined || giver.isEnded || !head.isFrom(giver.signKey))
    throw new AppError('store-mismatch', { part: 'desk' });
  const tierKeys = verifyTierKeys(await readTierRecords(store), opened, roster);
  const { slot, member } = acceptSlot(opened, { keys: { roots, tierKeys }, roster });
  if (member.role !== 'admin') throw new AppError('not-allowed');
  return { roster, own: slot, quietEntries: quietEntriesOf(entries) };
}

/** Every slot with this desk's store key, for which the admin signs. */
function headerOf(
  { slip, keys, head: { header: from } }: Joined,
  made: {
    readonly roster: Roster;
    readonly own: AcceptedSlot;
    readonly slots: readonly StaffSlot[];
    readonly storeKey: Uint8Array;
    readonly deviceSecret: Uint8Array;
  },
  quietEntries: Header['quietEntries'],
): Header {
  const { roster, own, storeKey } = made;
  const signer = { id: own.staffId, privateKey: own.sign.privateKey };
  const sealFor = (id: string, slot: Pick<StaffSlot, 'receiveKey' | 'signKey' | 'generation'>) =>
    sealStoreKey(
      slip.vaultId,
      from.epoch,
      {
        id,
        generation: slot.generation,
        receiveKey: bytesOfBase64(slot.receiveKey),
        signKey: bytesOfBase64(slot.signKey),
      },
      storeKey,
      signer,
    );
  const mailbox = from.link?.mailbox;
  if (mailbox === undefined || !sameBytes(roster.recoveryKey, bytesOfBase64(from.recovery.receiveKey)))
    throw new AppError('store-mismatch', { part: 'sheet' });
  const link: HeaderLink = {
    mailbox: { ...mailbox, login: loginOf(slip.vaultId, slip.desk) },
    desks: liveDesks(roster.desks).map(({ desk, signKey, receiveKey }) => ({
      desk,
      signKey: toBase64(signKey),
      receiveKey: toBase64(receiveKey),
    })),
  };
  const { secondChoice: _, ...body } = bodyOf(from);
  const ownKey = { staffId: DESK_SIGNER, signKey: keys.sign.publicKey } as const;
  return sealHeader(
    {
      ...body,
      format: LINKED_FORMAT,
      desk: slip.desk,
      minFormat: roster.minFormat,
      generation: 1,
      deviceSecretId: toHex(randomBytes(16)),
      osUser: osUserHash(),
      slots: made.slots.map((slot) => ({ ...slot, ...sealFor(slot.id, slot) })),
      recovery: { ...from.recovery, ...sealFor(RECOVERY_SLOT_ID, from.recovery) },
      ...(quietEntries === undefined ? {} : { quietEntries }),
      signers: addCertificates(
        (body.signers ?? []).filter((one) => one.signer !== DESK_SIGNER),
        [certifySigner(slip.vaultId, ownKey, signer)],
      ),
      backups: null,
      link,
    },
    made.deviceSecret,
  );
}

/** Keychain, store under its own key, the beginning of its log, and last the header. */
async function layVault(
  { vaultDir, engine, clock, keychainWriter }: JoinPlace,
  { slip, keys, roots, password, done, head }: Joined,
  made: {
    readonly header: Header;
    readonly deviceSecret: Uint8Array;
    readonly storeKey: Uint8Array;
    readonly roster: Roster;
    readonly store: Store;
    readonly path: string;
  },
): Promise<Anchor> {
  const { header, deviceSecret, storeKey, roster, store } = made;
  const { vaultId, desk } = slip;
  await store.transaction(async (tx) => {
    await becomeDesk(tx, desk);
    await tx.run(sql`UPDATE local_state SET chain = ${desk}`);
    await beginLink(tx, vaultId, { place: head.place, hash: bytesOfHex(head.hash) });
    await writeLinkKeys(tx, { vaultId, deviceSecret }, keys);
    await putSlotRows(tx, [
      ...header.slots.map((slot) => slotRowOf(vaultId, slot)),
      recoveryRowOf(vaultId, header.recovery),
    ]);
    await writeVaultMeta(tx, header);
  });
  await store.checkpoint();
  await keychainWriter.writeDeviceSecret(header.deviceSecretId, deviceSecret.slice());
  await keychainWriter.writeMailboxPassword(password);
  const log = { segment: 0, seq: 0, hash: NO_HASH, key: new Uint8Array(32) };
  const anchor = createAnchor(
    { state: firstAnchorState({ header, rosterHead: roster.head, log }), counter: 0 },
    { write: (copy, bytes) => keychainWriter.writeAnchor(copy, bytes) },
  );
  await joinsOf(vaultDir).put(desk, 'done', done);
  await layWhole(vaultDir, header, async (path) => {
    await engine.copyAnew({
      from: { path: made.path, key: keyOfSnapshot(head) },
      to: { path, key: storeKey },
    });
    const laid = await openStore({ path, key: storeKey, create: false, engine });
    try {
      // Its log begins by an op of its own, as all that it does from here on.
      const link = await openLink({
        vaultDir,
        header,
        roots,
        deviceSecret: () => deviceSecret,
        store: laid,
        clock,
        carrier: NO_CARRIER,
      });
      await createAuditLog({ anchor, clock }).startSegment(link.store, createLogSegment(roster), 'joined');
      await link.drain();
      await laid.checkpoint();
    } finally {
      await laid.close();
    }
    // Of each one's tries it has what it was given; wrong ones at the slip are counted above.
    const limiter = createLimiter({ anchor, vaultDir, deviceSecret, clock });
    await followShares({ store, limiter }, desk, header.slots);
    await anchor.update((state) => state);
  });
  return anchor;
}
