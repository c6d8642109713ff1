/**
 * A copy of the store in a folder of its own, on which a recovery is made: what lies in the vault's folder is not opened, let alone written,
 * before the new store is whole. The folder is nobody's vault and is removed at the next start.
 */
import { constants } from 'node:fs';
import { copyFile, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type AnchorState, NO_HEADER, NO_LOCKED_EVENTS, NO_PENDING, createAnchor } from '../anchor/anchor.ts';
import { AppError } from '../app-error.ts';
import { diskError } from '../files/disk-error.ts';
import type { Clock } from '../clock.ts';
import { bytesOfBase64, bytesOfHex, sameBytes } from '../crypto/bytes.ts';
import { settleSlotChange } from '../key-change/slot-change.ts';
import { digestForSheet, digestStoreForSheet, isAsSigned } from '../keys/for-sheet.ts';
import { LINKED_FORMAT, type Header } from '../keys/header.ts';
import { type OpenedRecovery, RECOVERY_SLOT_ID, isStoreKeySignedBy } from '../keys/slots.ts';
import { createLogSegment } from '../keys/log-segment.ts';
import { storeKeySigners } from '../keys/pins.ts';
import { RECOVERY, type Roster, readRosterEntries, verifyRoster } from '../keys/roster.ts';
import type { SessionKeys } from '../keys/session-keys.ts';
import { readTierRecords } from '../keys/tier-keys.ts';
import { readVaultMeta, verifyTierKeys } from '../keys/verify-store.ts';
import { type AuditLog, createAuditLog } from '../log/audit-log.ts';
import { NO_HASH } from '../log/chain.ts';
import { readChain } from '../log/chains.ts';
import type { Engine } from '../store/engine/engine.ts';
import { becomeDesk } from '../store/ids.ts';
import { openStore } from '../store/open-store.ts';
import type { Store } from '../store/store.ts';
import { nextDesk } from './next-desk.ts';
import type { Remembered } from './remembered.ts';
import { removeScratch, scratchFolder } from './scratch-folder.ts';

export interface ScratchPlace {
  readonly vaultDir: string;
  readonly engine: Engine;
  readonly clock: Clock;
}

/** The copy, opened and verified from the roots that the sheet pins. */
export interface Scratch {
  /** Where else something may be made that is to go away with it. */
  readonly folder: string;
  readonly store: Store;
  readonly log: AuditLog;
  /** As the anchor will be, so far in memory alone. */
  anchored(): AnchorState;
  /** The end of the log is not the anchored one, or nothing was anchored: it goes on in another segment, as it does under another desk. */
  readonly headDiffers: boolean;
  readonly roster: Roster;
  readonly keys: SessionKeys;
  /** What the sheet opens is what was signed for; it is not looked at before the sheet is typed where the keychain is lost. */
  readonly isForSheetAsSigned: boolean;
}

/**
 * As the desk that the computer becomes, it gives that one's numbers from here on. Errors, AppError: those of `openStore`, `disk-full`, `disk-error`; `store-mismatch` {part: 'vault' | 'roster' | 'tier-key' | 'slot' | 'sheet'} (the last: a
 * sheet that another one has replaced, in a header of before). Store and folder are gone when this returns or throws.
 */
export async function withScratch<T>(
  place: ScratchPlace,
  header: Header,
  sheet: OpenedRecovery,
  remembered: Remembered,
  work: (scratch: Scratch) => Promise<T>,
): Promise<T> {
  const folder = scratchFolder(place.vaultDir);
  try {
    const path = await copyStore(place.vaultDir, folder, header.storeFile);
    const store = await openStore({ path, key: sheet.storeKey, create: false, engine: place.engine });
    try {
      return await work(
        await verifyScratch(store, {
          folder,
          clock: place.clock,
          header,
          sheet,
          remembered,
        }),
      );
    } finally {
      await store.close();
    }
  } finally {
    await removeScratch(place.vaultDir).catch(() => undefined);
  }
}

/** With its WAL, in which the last that was written may be. */
async function copyStore(vaultDir: string, folder: string, storeFile: string): Promise<string> {
  try {
    await removeScratch(vaultDir);
    await mkdir(folder, { mode: 0o700 });
    for (const end of ['', '-wal']) {
      await copyFile(
        join(vaultDir, storeFile + end),
        join(folder, `before.db${end}`),
        constants.COPYFILE_FICLONE,
      ).catch((error: NodeJS.ErrnoException) => {
        if (error.code !== 'ENOENT') throw error;
        if (end === '') throw new AppError('store-missing');
      });
    }
    return join(folder, 'before.db');
  } catch (error) {
    throw diskError(error);
  }
}

async function verifyScratch(
  store: Store,
  {
    folder,
    clock,
    header,
    sheet,
    remembered,
  }: {
    readonly folder: string;
    readonly clock: Clock;
    readonly header: Header;
    readonly sheet: OpenedRecovery;
    readonly remembered: Remembered;
  },
): Promise<Scratch> {
  const { vaultId } = header;
  const { roots } = sheet.pins;
  if ((await readVaultMeta(store)).vaultId !== vaultId)
    throw new AppError('store-mismatch', { part: 'vault' });
  const before = remembered.anchored?.state ?? emptyAnchor(header);
  const anchor = createAnchor({ state: before, counter: 0 }, { write: async () => undefined });
  const log = createAuditLog({ anchor, clock });
  const headDiffers = before.log.segment === 0 || (await log.checkHead(store)) === 'differs';
  const chain = await readChain(store);
  const rosterBefore = verifyRoster(vaultId, await readRosterEntries(store), roots, chain);
  const segments = await digestStoreForSheet(vaultId, store);
  const desk = nextDesk(header, rosterBefore, remembered);
  if (desk !== null) await store.transaction((tx) => becomeDesk(tx, desk));
  if (headDiffers || desk !== null)
    await log.startSegment(store, createLogSegment(rosterBefore), 'recovered');
  await settleSlotChange({ header, store, log, roots, remembered: before.pending, bySheet: true });
  const roster = verifyRoster(vaultId, await readRosterEntries(store), roots, chain);
  requireReadable(roster, header);
  requireSheetInForce(roster, header, sheet);
  const found = { ...(await digestForSheet(header, store)), segments: segments.segments };
  const tierKeys = verifyTierKeys(await readTierRecords(store), sheet, roster);
  return {
    folder,
    store,
    log,
    anchored: () => anchor.state(),
    headDiffers,
    isForSheetAsSigned: isAsSigned(roster, found),
    roster,
    keys: { vaultId, roots, tierKeys },
  };
}

/** Of a vault of which this computer remembers nothing: no end of a log is right by it, so that another segment begins. */
const emptyAnchor = ({ vaultId, epoch, generation }: Header): AnchorState => ({
  vaultId: bytesOfHex(vaultId),
  epoch,
  headerGeneration: generation,
  header: NO_HEADER,
  comingHeader: NO_HEADER,
  rosterHead: { n: 0, hash: new Uint8Array(32) },
  log: { segment: 0, seq: 0, hash: NO_HASH, key: new Uint8Array(32) },
  limiter: new Uint8Array(),
  lockedEvents: NO_LOCKED_EVENTS,
  pending: NO_PENDING,
});

/**
 * What the sign-in behind the recovery will refuse is refused before anything is made. Errors: AppError `store-newer` (the signed roster needs a later format),
 * `store-mismatch` {part: 'desk'}.
 */
function requireReadable(roster: Roster, header: Header): void {
  if (roster.minFormat > LINKED_FORMAT) throw new AppError('store-newer', { version: roster.minFormat });
  if (header.desk > roster.lastDesk) throw new AppError('store-mismatch', { part: 'desk' });
}

/** The sheet that the roster knows, in a slot whose store key somebody in office has signed, above a roster that goes on from where the slot last saw it. */
function requireSheetInForce(
  roster: Roster,
  header: Header,
  { receive, generation, pins }: OpenedRecovery,
): void {
  const { recovery } = header;
  const known =
    sameBytes(roster.recoveryKey, receive.publicKey) &&
    sameBytes(roster.recoveryKey, bytesOfBase64(recovery.receiveKey)) &&
    roster.recoveryGeneration === generation;
  if (!known) throw new AppError('store-mismatch', { part: 'sheet' });
  if (roster.hashAt(pins.rosterHead.n) !== pins.rosterHead.hash)
    throw new AppError('store-mismatch', { part: 'roster' });
  if (!isStoreKeySignedBy(header, RECOVERY_SLOT_ID, recovery, storeKeySigners(roster, RECOVERY)))
    throw new AppError('store-mismatch', { part: 'slot' });
}
