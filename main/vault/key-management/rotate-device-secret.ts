/**
 * A new device secret: a second keychain item, the outer wraps of all slots made anew under it, and the header that names it is the switch.
 * Both items are there until the new header has been read back, so that a kill at any moment leaves one that opens.
 */
import { randomBytes } from 'node:crypto';
import { AppError } from '../app-error.ts';
import { toHex } from '../crypto/bytes.ts';
import { zero } from '../crypto/zero.ts';
import {
  type Header,
  bodyOf,
  dropPreviousHeader,
  osUserHash,
  readHeader,
  replaceHeader,
  sealHeader,
} from '../keys/header.ts';
import { openStretched, rewrapSlot, stretchPin } from '../keys/slots.ts';
import { requireOwners } from '../keys/verify-store.ts';
import { copyLinkKeys } from '../link/link-keys.ts';
import { type Session, logAlone } from '../session/session.ts';
import { type Proof, type VerifiedStaff, slotOf, withSlots } from '../session/with-slots.ts';
import { MAX_GENERATION, nextNumber } from '../keys/numbers.ts';
import { anchorHeader, behindSwitch, putHeader, requireRoom } from '../key-change/slot-change.ts';
import { begun, done, ended, itemOf } from '../key-change/rotation-log.ts';

export interface DeviceSecretKeeper {
  writeDeviceSecret(secretId: string, bytes: Uint8Array): Promise<void>;
  deleteDeviceSecret(secretId: string): Promise<void>;
}

const SECRET_BYTES = 32;

/**
 * With the admin's PIN; nobody else's is needed, since only the outer wraps change. Errors: those of `withSlots`, `not-allowed` (no admin's slot),
 * `store-mismatch` {part: 'slot'} (a slot that the roster does not know), `keychain-write-failed`, `disk-full`, `disk-error`; nothing has changed then. Behind the switch `change-unfinished`.
 */
export async function rotateDeviceSecret(
  session: Session,
  keychainWriter: DeviceSecretKeeper,
  pin: string,
): Promise<void> {
  const proof = { slotId: session.signedIn.slotId, pin };
  await withSlots(session, [proof], async ([own]) => {
    if (own.member.role !== 'admin') throw new AppError('not-allowed');
    await requireRoom(session.effects.vaultDir);
    await renew(session, keychainWriter, proof, own);
  });
}

async function renew(
  session: Session,
  keychainWriter: DeviceSecretKeeper,
  proof: Proof,
  own: VerifiedStaff,
): Promise<void> {
  const { headerChanged } = session.effects;
  const { deviceSecretId: oldId } = session.header;
  const secret = new Uint8Array(randomBytes(SECRET_BYTES));
  const header = rewrap(session, toHex(randomBytes(16)), secret);
  await logAlone(session, begun({ key: 'device-secret', item: itemOf(header.deviceSecretId) }, [own]));
  let durable: boolean;
  try {
    await expectToOpen(header, secret, proof);
    await layLinkKeys(session, secret);
    await keychainWriter.writeDeviceSecret(header.deviceSecretId, secret).catch((error: unknown) => {
      throw new AppError('keychain-write-failed', {}, { cause: error });
    });
    ({ durable } = await putHeader(session, header, undefined, replaceHeader));
  } catch (error) {
    await keychainWriter.deleteDeviceSecret(header.deviceSecretId).catch(() => undefined);
    zero(secret);
    await logAlone(session, { ...ended('device-secret', error), signedBy: [own] }).catch(() => undefined);
    throw error;
  }
  session.header = header;
  session.deviceSecret = secret;
  headerChanged(header);
  await settle(session, keychainWriter, own, oldId, durable);
}

function rewrap(
  { header, roster, deviceSecret }: Session,
  deviceSecretId: string,
  secret: Uint8Array,
): Header {
  requireOwners(roster, header.slots);
  const slots = header.slots.map((slot) => rewrapSlot(header.vaultId, slot, deviceSecret, secret));
  return sealHeader(
    { ...bodyOf(header), generation: nextNumber(header.generation, MAX_GENERATION), deviceSecretId, slots },
    secret,
  );
}

/** Among several desks the keys of this one lie under both secrets until the next sign-in: whichever the header names, they open. None is granted meanwhile, since it waits for nobody else. */
async function layLinkKeys({ header: { link, vaultId }, store, deviceSecret }: Session, secret: Uint8Array) {
  if (link === undefined) return;
  await store.transaction((tx) =>
    copyLinkKeys(tx, { vaultId, deviceSecret }, { vaultId, deviceSecret: secret }),
  );
}

/** The admin's own slot, under the new secret and the PIN that was just right. */
async function expectToOpen(header: Header, secret: Uint8Array, proof: Proof): Promise<void> {
  openStretched(
    header,
    await stretchPin({ header, slot: slotOf(header, proof), deviceSecret: secret, pin: proof.pin }),
  ).dispose();
}

/** After the switch. The old item goes last, when all that needs the new one has been read back. Errors: those of behindSwitch. */
async function settle(
  session: Session,
  keychainWriter: DeviceSecretKeeper,
  own: VerifiedStaff,
  oldId: string,
  durable: boolean,
): Promise<void> {
  const {
    header,
    deviceSecret,
    limiter,
    effects: { vaultDir },
  } = session;
  await behindSwitch(session, async () => {
    await limiter.changeSecret(deviceSecret);
    await logAlone(session, {
      ...done({
        key: 'device-secret',
        end: 'made',
        item: itemOf(header.deviceSecretId),
        slots: header.slots.length,
      }),
      signedBy: [own],
    });
    await anchorHeader(session);
    const there = await readHeader({
      vaultDir,
      deviceSecrets: { [header.deviceSecretId]: deviceSecret },
      osUserHash: osUserHash(),
    });
    if (!durable || there?.mac !== header.mac) throw new AppError('disk-error');
  });
  await keychainWriter.deleteDeviceSecret(oldId).catch(() => undefined);
  await dropPreviousHeader(vaultDir).catch(() => undefined);
}
