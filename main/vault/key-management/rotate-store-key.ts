/**
 * A new store key: everything is written into a new file under it, and the header that names that file is the switch.
 * Killed anywhere, exactly one epoch opens: before the rename the old file, which nothing has written to since it was copied, after it the new one.
 */
import { randomBytes } from 'node:crypto';
import { statfs, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { ROOM_FOR_ROTATION, type RotationPhase } from '../../../contract/key-management/lists.ts';
import type { VaultEvent } from '../../../contract/events.ts';
import type { RouteReply } from '../../../contract/routes.ts';
import { AppError } from '../app-error.ts';
import { diskError } from '../files/disk-error.ts';
import { bytesOfBase64, sameBytes } from '../crypto/bytes.ts';
import { zero } from '../crypto/zero.ts';
import {
  type Header,
  type HeaderBody,
  type RecoverySlot,
  type StaffSlot,
  bodyOf,
  dropPreviousHeader,
  replaceHeader,
  sealHeader,
  storeFileOf,
  requireOneDesk,
} from '../keys/header.ts';
import { openSlotStoreKey, RECOVERY_SLOT_ID, sealStoreKey } from '../keys/slots.ts';
import { NEVER_ABORTED, type RunningWork } from '../long-work/long-work.ts';
import { startPhase } from '../long-work/progress.ts';
import { type Roster, type Signer, quietEntriesOf, readRosterEntries } from '../keys/roster.ts';
import { appendForSheet, carryForSheet, digestHeaderForSheet } from '../keys/for-sheet.ts';
import { MAX_EPOCH, MAX_GENERATION, nextNumber } from '../keys/numbers.ts';
import { requireOwners, writeVaultMeta } from '../keys/verify-store.ts';
import { type Session, logAlone } from '../session/session.ts';
import { type VerifiedStaff, slotOf, withSlots } from '../session/with-slots.ts';
import { startPageCheck } from '../store/engine/check-in-worker.ts';
import { removeStoreFiles } from '../store/engine/driver.ts';
import type { ComparedTables, Engine, KeyedFile } from '../store/engine/engine.ts';
import { openStore } from '../store/open-store.ts';
import type { Store } from '../store/store.ts';
import { signerOf } from '../key-change/issue-keys.ts';
import { anchorHeader, behindSwitch, putHeader } from '../key-change/slot-change.ts';
import { begun, done, ended, rosterOf } from '../key-change/rotation-log.ts';

/** A rotation as it runs: it may be cancelled until its switch. */
export type RotationWork = RunningWork<VaultEvent<'keys.progress'>>;

interface StoreKeyTools extends RotationWork {
  readonly engine: Engine;
}

const WHOLE = 1000;
/** Of the whole, in thousandths, as measured at 100,000 residents: what the bar and the estimate go by. */
const SHARES: Readonly<
  Record<Exclude<RotationPhase, 'resealing' | 'switching'>, readonly [from: number, to: number]>
> = { copying: [0, 290], comparing: [290, 870], checking: [870, 1000] };
/** Of a store in all steps together: the first estimate, until its own pace shows. */
const BYTES_A_SECOND = 25e6;

/** Disk space that a rotation needs and has, before it is begun. Errors: `disk-error`. */
export async function checkStoreKey(session: Session): Promise<RouteReply<'keys.checkStoreKey'>> {
  const { path } = session.store;
  try {
    const [main, wal, disk] = await Promise.all([
      stat(path),
      stat(`${path}-wal`).catch(() => null),
      statfs(dirname(path)),
    ]);
    const storeBytes = main.size + (wal?.size ?? 0);
    const neededBytes = Math.ceil(storeBytes * ROOM_FOR_ROTATION);
    const freeBytes = disk.bavail * disk.bsize;
    return { storeBytes, neededBytes, freeBytes, enough: freeBytes >= neededBytes };
  } catch (error) {
    throw diskError(error);
  }
}

/**
 * With the admin's PIN. Writes are refused from the copy to the switch, reads go on. Errors: those of `withSlots`, `not-allowed` (no admin's slot),
 * `disk-full` (also before anything is begun), `disk-error`, `cancelled`, `store-damaged` (what was written is not what was read), `store-mismatch` {part: 'slot'}
 * (a slot that the roster does not know); nothing has changed then. Behind the switch `change-unfinished`.
 */
export async function rotateStoreKey(
  session: Session,
  tools: StoreKeyTools,
  pin: string,
): Promise<ComparedTables> {
  requireOneDesk(session.header);
  const proof = { slotId: session.signedIn.slotId, pin };
  return await withSlots(session, [proof], async ([own]) => {
    if (own.member.role !== 'admin') throw new AppError('not-allowed');
    if (!(await checkStoreKey(session)).enough) throw new AppError('disk-full');
    await logAlone(
      session,
      begun(
        {
          key: 'store-key',
          epoch: session.header.epoch + 1,
          roster: rosterOf(session.roster.head),
        },
        [own],
      ),
    );
    const keys = {
      old: openSlotStoreKey(session.header, slotOf(session.header, proof), own.slot),
      new: new Uint8Array(randomBytes(32)),
    };
    try {
      return await renew(session, tools, own, keys);
    } finally {
      zero(keys.old, keys.new);
    }
  });
}

interface Keys {
  readonly old: Uint8Array;
  readonly new: Uint8Array;
}
interface NewStore {
  readonly store: Store;
  readonly compared: ComparedTables;
}

async function renew(
  session: Session,
  tools: StoreKeyTools,
  own: VerifiedStaff,
  keys: Keys,
): Promise<ComparedTables> {
  const before = session.store;
  const { vaultDir, headerChanged } = session.effects;
  const path = join(vaultDir, storeFileOf(session.header.epoch + 1));
  let made: NewStore | null = null;
  let header: Header;
  let roster: Roster;
  let durable: boolean;
  try {
    await before.freeze();
    made = await makeNewStore(session, tools, path, keys);
    const sealed = nextHeader(session, keys.new, signerOf(own));
    ({ header, roster } = await signForIt(session, made.store, sealed, signerOf(own)));
    if (tools.signal.aborted) throw new AppError('cancelled');
    tools.tell({ key: 'store-key', phase: 'switching', done: 1, total: 1, secondsLeft: 0 });
    ({ durable } = await putHeader(session, header, undefined, replaceHeader));
  } catch (error) {
    await made?.store.close();
    await removeStoreFiles(path).catch(() => undefined);
    before.thaw();
    await logAlone(session, { ...ended('store-key', error), signedBy: [own] }).catch(() => undefined);
    throw error;
  }
  session.header = header;
  session.roster = roster;
  session.store = made.store;
  headerChanged(header);
  await settle(session, own, before, made.compared, durable);
  return made.compared;
}

/** The admin's word on what the sheet opens under the new key, in the new file; the header takes it for a repair. */
async function signForIt(
  { header, keys: { vaultId, roots }, roster, clock, deviceSecret }: Session,
  store: Store,
  sealed: HeaderBody,
  signer: Signer,
): Promise<{ readonly header: Header; readonly roster: Roster }> {
  const changed = carryForSheet(
    roster,
    digestHeaderForSheet(header),
    digestHeaderForSheet({ ...sealed, vaultId }),
  );
  const by = { at: clock.now(), signers: [signer] };
  const after = await store.transaction((tx) => appendForSheet(tx, { roster, roots }, changed, by));
  await store.checkpoint();
  const quietEntries = quietEntriesOf(await readRosterEntries(store));
  return { header: sealHeader({ ...sealed, quietEntries }, deviceSecret), roster: after };
}

/** The new file, copied, compared and checked, and open. What failed is left for the caller to remove. */
async function makeNewStore(
  session: Session,
  tools: StoreKeyTools,
  path: string,
  keys: Keys,
): Promise<NewStore> {
  const {
    store: before,
    header: { vaultId, epoch },
  } = session;
  const files = { from: { path: before.path, key: keys.old }, to: { path, key: keys.new } };
  await before.checkpoint();
  const tell = startTelling(tools, (await stat(before.path)).size);
  await removeStoreFiles(path);
  await tools.engine.copyUnderKey({ ...files, signal: tools.signal });
  const compared = await compareWhole(tools, files, tell);
  const store = await openStore({ path, key: keys.new, create: false, engine: tools.engine });
  try {
    await store.transaction((tx) => writeVaultMeta(tx, { vaultId, epoch: epoch + 1 }));
    await store.checkpoint();
    return { store, compared };
  } catch (error) {
    await store.close();
    throw error;
  }
}

/** Row by row, and meanwhile every page of the old file: of its indexes and free pages no comparison would tell that one is damaged. */
async function compareWhole(
  { engine, signal }: StoreKeyTools,
  files: { readonly from: KeyedFile; readonly to: KeyedFile },
  tell: ReturnType<typeof startTelling>,
): Promise<ComparedTables> {
  const check = startPageCheck(files.from);
  try {
    const compared = await engine.compare({
      ...files,
      signal,
      onProgress: (done, total) => (done < total ? tell('comparing', done / total) : tell('checking', 0)),
    });
    await check.expectWhole();
    return compared;
  } catch (error) {
    // A damaged page leaves SQLCipher's copy half under the key of before, which looks like another key.
    await check.expectWhole();
    throw error;
  } finally {
    await check.end();
  }
}

/** Progress over all steps, so that one estimate holds for the whole; each step is told of at once. */
function startTelling(
  { tell: report }: RotationWork,
  bytes: number,
): (phase: keyof typeof SHARES, share: number) => void {
  let phase: keyof typeof SHARES = 'copying';
  let left = Math.ceil(bytes / BYTES_A_SECOND);
  const tell = (done: number, secondsLeft: number | null): void =>
    report({ key: 'store-key', phase, done, total: WHOLE, secondsLeft: (left = secondsLeft ?? left) });
  const pace = startPhase(
    { onProgress: ({ done, secondsLeft }) => tell(done, secondsLeft), signal: NEVER_ABORTED },
    'writing',
    WHOLE,
  );
  return (now, share) => {
    const [from, to] = SHARES[now];
    const done = Math.floor(from + (to - from) * share);
    if (now === phase) return pace.tick(done);
    phase = now;
    tell(done, left);
  };
}

/** The store key sealed and signed for everybody in the header, each of whom the roster has to know by the same keys. */
function nextHeader(session: Session, storeKey: Uint8Array, signer: Signer): HeaderBody {
  const { header, roster } = session;
  const epoch = nextNumber(header.epoch, MAX_EPOCH);
  const sealFor = (id: string, slot: StaffSlot | RecoverySlot): ReturnType<typeof sealStoreKey> => {
    const owner = {
      id,
      receiveKey: bytesOfBase64(slot.receiveKey),
      signKey: bytesOfBase64(slot.signKey),
      generation: slot.generation,
    };
    return sealStoreKey(header.vaultId, epoch, owner, storeKey, signer);
  };
  requireOwners(roster, header.slots);
  if (
    roster.recoveryGeneration !== header.recovery.generation ||
    !sameBytes(roster.recoveryKey, bytesOfBase64(header.recovery.receiveKey))
  )
    throw new AppError('store-mismatch', { part: 'slot' });
  return {
    ...bodyOf(header),
    epoch,
    generation: nextNumber(header.generation, MAX_GENERATION),
    storeFile: storeFileOf(epoch),
    slots: header.slots.map((slot) => ({ ...slot, ...sealFor(slot.id, slot) })),
    recovery: { ...header.recovery, ...sealFor(RECOVERY_SLOT_ID, header.recovery) },
  };
}

/** After the switch: entry, anchor, and the old file gone. Errors: those of behindSwitch; the next sign-in goes by the header. */
async function settle(
  session: Session,
  own: VerifiedStaff,
  before: Store,
  { tables, rows }: ComparedTables,
  durable: boolean,
): Promise<void> {
  const {
    effects: { vaultDir },
    header: { epoch },
  } = session;
  try {
    await behindSwitch(session, async () => {
      await logAlone(session, {
        ...done({ key: 'store-key', end: 'made', epoch, tables, rows }),
        signedBy: [own],
      });
      await anchorHeader(session);
      if (!durable) throw new AppError('disk-error');
    });
  } finally {
    await before.close();
  }
  await removeStoreFiles(before.path).catch(() => undefined);
  await dropPreviousHeader(vaultDir).catch(() => undefined);
}
