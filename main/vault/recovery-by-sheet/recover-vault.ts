/**
 * Puts what a recovery has made in the place of what lies in the vault's folder. The header's rename is the switch: killed before it, all is as it
 * was and the old sheet counts; killed after it, the new vault stands and the new sheet counts. What was there is kept beside it.
 */
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { rename, rm } from '../../files/move-and-remove.ts';
import type { Alarm } from '../../../contract/sign-in/alarms.ts';
import {
  type Anchor,
  type AnchorState,
  NO_HEADER,
  type StoredAnchor,
  createAnchor,
} from '../anchor/anchor.ts';
import { AppError } from '../app-error.ts';
import { diskError } from '../files/disk-error.ts';
import { freeBytes, sizeOf } from '../../files/disk-space.ts';
import { syncFolder } from '../../files/durable-files.ts';
import { removeSpool } from '../../files/spool/spool.ts';
import { archiveStore, settleArchived } from '../backup-files/archive-files.ts';
import { bytesOfHex } from '../crypto/bytes.ts';
import { zero } from '../crypto/zero.ts';
import { appendForSheet, digestForSheet } from '../keys/for-sheet.ts';
import { type Header, digestOfHeader, freeEpoch, isStoreFile, replaceHeader } from '../keys/header.ts';
import { MAX_GENERATION, nextNumber } from '../keys/numbers.ts';
import { deriveSheetKeys, disposeSheetKeys, parseSheet } from '../keys/recovery-sheet.ts';
import type { SessionKeys } from '../keys/session-keys.ts';
import { LIMITER_FILE } from '../keys/limiter.ts';
import { dropGrantsOf, insertGrant } from '../keys/grants.ts';
import { resealLogSegment } from '../keys/log-segment.ts';
import {
  RECOVERY,
  type Roster,
  appendRosterEntries,
  readRosterEntries,
  verifyRoster,
} from '../keys/roster.ts';
import { putSlotRows, recoveryRowOf, slotRowOf, writeVaultMeta } from '../keys/verify-store.ts';
import type { NewLogEntry } from '../log/audit-log.ts';
import { allChains, readChain } from '../log/chains.ts';
import { leaveEstate } from '../ops/leave-estate.ts';
import { removeStoreFiles } from '../store/engine/driver.ts';
import { sql } from '../store/sql.ts';
import type { WritableStore } from '../store/store.ts';
import { nextDesk } from './next-desk.ts';
import type { RecoveredKeys } from './regenerate-keys.ts';
import type { OpenedVault } from './open-by-sheet.ts';
import type { KnownVault, Remembered } from './remembered.ts';
import { type Scratch, type ScratchPlace, withScratch } from './scratch.ts';

export interface RecoveryWriter extends ScratchPlace {
  readonly keychainWriter: {
    writeDeviceSecret(secretId: string, bytes: Uint8Array): Promise<void>;
    writeAnchor(copy: 0 | 1, bytes: Uint8Array): Promise<void>;
  };
}

export interface Recovered {
  readonly header: Header;
  readonly deviceSecret: Uint8Array;
  readonly anchor: Anchor;
  /** Name of the folder, beside the store, in which what was there before lies. */
  readonly keptAs: string;
}

/** The copy that is worked on, and the new store beside it. */
const COPIES = 2.5;

/** The epoch, generation and, where it becomes another one, desk that come after whatever this folder and this computer have seen. */
export async function nextAfter(
  vaultDir: string,
  { header, roster }: Pick<OpenedVault, 'header' | 'roster'>,
  remembered: Remembered,
): Promise<{ readonly epoch: number; readonly generation: number; readonly desk: number | null }> {
  const there = (await readdir(vaultDir)).filter(isStoreFile);
  const { epoch = 0, headerGeneration = 0 } = remembered.anchored?.state ?? {};
  return {
    epoch: freeEpoch(Math.max(header.epoch, epoch), there),
    generation: nextNumber(Math.max(header.generation, headerGeneration), MAX_GENERATION),
    desk: nextDesk(header, roster, remembered),
  };
}

/**
 * Errors, AppError: `disk-full`, `disk-error`, `keychain-write-failed`, `changed-meanwhile` (the store is not the one that the sheet was shown),
 * `store-damaged`, those of `withScratch`. Nothing has changed then, but for what a keychain has that knew nothing of the vault.
 */
export async function recoverVault(
  opened: OpenedVault,
  made: RecoveredKeys,
  remembered: Remembered,
  writer: RecoveryWriter,
): Promise<Recovered> {
  const { vaultDir } = writer;
  await requireRoom(vaultDir, opened.header);
  return withScratch(writer, opened.header, opened.sheet, remembered, async (scratch) => {
    if (scratch.roster.head.hash !== opened.roster.head.hash) throw new AppError('changed-meanwhile');
    const { head } = await writeRows(scratch, opened, made, { remembered, at: writer.clock.now() });
    const laid = await layNewStore(writer, scratch, opened, made);
    const state = {
      ...scratch.anchored(),
      epoch: made.header.epoch,
      headerGeneration: made.header.generation,
      header: digestOfHeader(made.header),
      comingHeader: NO_HEADER,
      rosterHead: { n: head.n, hash: bytesOfHex(head.hash) },
    };
    if (remembered.known !== null) return switchOn(writer, opened, made, laid, remembered.known, state);
    return switchTo(
      writer,
      opened,
      made,
      laid,
      await introduce(writer, made, { counter: remembered.counter, state }),
    );
  });
}

async function requireRoom(vaultDir: string, { storeFile }: Header): Promise<void> {
  const sizes = await Promise.all(['', '-wal'].map((end) => sizeOf(join(vaultDir, storeFile + end))));
  if ((await freeBytes(vaultDir)) < COPIES * sizes.reduce((sum, size) => sum + size, 0))
    throw new AppError('disk-full');
}

/** All of it in one transaction of the copy, with the log's entries. */
async function writeRows(
  { store, log, headDiffers, isForSheetAsSigned, keys }: Scratch,
  opened: OpenedVault,
  made: RecoveredKeys,
  { remembered, at }: { readonly remembered: Remembered; readonly at: number },
): Promise<Roster> {
  const { header, rows } = made;
  const found = { headDiffers, isForSheetAsSigned };
  return log.record(store, async (tx) => {
    await appendRosterEntries(tx, rows.roster);
    await dropGrantsOf(tx, rows.dropGrantsOf);
    for (const { context, sealed } of rows.grants) await insertGrant(tx, context, sealed);
    await tx.run(sql`DELETE FROM key_slot`);
    await putSlotRows(tx, [
      ...header.slots.map((slot) => slotRowOf(header.vaultId, slot)),
      recoveryRowOf(header.vaultId, header.recovery),
    ]);
    await leaveEstate(tx);
    await resealSegments(tx, opened, made);
    await writeVaultMeta(tx, header);
    const roster = await signForNext(tx, made, keys, at);
    return { value: roster, entries: entriesOf(opened, made, remembered, found) };
  });
}

/** The new sheet's own word on what it opens, behind the entry that put it in force. */
async function signForNext(
  tx: WritableStore,
  { header, sheet: lines }: RecoveredKeys,
  { vaultId, roots }: SessionKeys,
  at: number,
): Promise<Roster> {
  const roster = verifyRoster(vaultId, await readRosterEntries(tx), roots, await readChain(tx));
  const secret = parseSheet(lines.flat().join(''));
  const keys = deriveSheetKeys(secret);
  try {
    const signers = [{ id: RECOVERY, privateKey: keys.sign.privateKey }] as const;
    return await appendForSheet(tx, { roster, roots }, await digestForSheet(header, tx), { at, signers });
  } finally {
    disposeSheetKeys(keys);
    zero(secret);
  }
}

/** Whoever holds the new paper can go on checking what was tagged before it. */
async function resealSegments(
  tx: WritableStore,
  { sheet, keys: { vaultId } }: OpenedVault,
  { header, recoveryKey }: RecoveredKeys,
): Promise<void> {
  const segments = await tx.all<{ readonly id: number; readonly sealed: Uint8Array }>(
    allChains(sql`SELECT id, sealed_first_key AS sealed FROM $segments`),
  );
  for (const { id, sealed } of segments) {
    const resealed = resealLogSegment(vaultId, id, sheet.receive, sealed, recoveryKey);
    if (resealed !== null)
      await tx.run(
        allChains(
          sql`UPDATE $segments SET sealed_first_key = ${resealed}, sheet_generation = ${header.recovery.generation} WHERE id = ${id}`,
        ),
      );
  }
}

/** Where a log that was anchored does not end as it should, that is said beside what was done about it. */
function entriesOf(
  { header }: OpenedVault,
  made: RecoveredKeys,
  { anchored, known }: Remembered,
  { headDiffers, isForSheetAsSigned }: Pick<Scratch, 'headDiffers' | 'isForSheetAsSigned'>,
): readonly NewLogEntry[] {
  const who = { staffId: made.admin, cosignerId: made.supervisor };
  const found: readonly (Alarm | false)[] = [
    anchored !== null && header.generation < anchored.state.headerGeneration && 'older-store',
    anchored !== null && headDiffers && 'head-differs',
    !isForSheetAsSigned && 'sheet-differs',
  ];
  return [
    ...found
      .filter((alarm): alarm is Alarm => alarm !== false)
      .map((alarm): NewLogEntry => ({ ...who, action: 'alarm', outcome: 'failed', detail: { alarm } })),
    {
      ...who,
      action: 'recovery',
      outcome: 'done',
      detail: {
        place: known === null ? 'anew' : 'here',
        sheet: made.header.recovery.generation,
        people: made.header.slots.length,
        closed: made.absent,
      },
    },
  ];
}

/** Under the new key, whole and checked; its path. */
async function layNewStore(
  { engine }: RecoveryWriter,
  { folder, store }: Scratch,
  opened: OpenedVault,
  { header, storeKey }: RecoveredKeys,
): Promise<string> {
  await store.checkpoint();
  const files = {
    from: { path: store.path, key: opened.sheet.storeKey },
    to: { path: join(folder, header.storeFile), key: storeKey },
  };
  await engine.copyAnew(files);
  await engine.compare(files);
  const laid = await engine.open({ ...files.to, create: false });
  try {
    const problems = await laid.integrityCheck();
    if (problems.length > 0) throw new AppError('store-damaged', { problems: problems.length });
    await laid.checkpoint();
  } finally {
    await laid.close();
  }
  return files.to.path;
}

/** A computer that could not open the vault learns its secrets before the switch: until then they open nothing. */
async function introduce(
  { keychainWriter }: RecoveryWriter,
  { header, deviceSecret }: RecoveredKeys,
  stored: StoredAnchor,
): Promise<Anchor> {
  await keychainWriter.writeDeviceSecret(header.deviceSecretId, deviceSecret).catch((error: unknown) => {
    throw error instanceof AppError ? error : new AppError('keychain-write-failed', {}, { cause: error });
  });
  const anchor = createAnchor(stored, { write: (copy, bytes) => keychainWriter.writeAnchor(copy, bytes) });
  // Both copies, so that neither is left from before. What was counted belongs to slots that are gone.
  for (const _copy of [0, 1]) await anchor.update((state) => ({ ...state, limiter: new Uint8Array() }));
  return anchor;
}

/** Where the computer knows the vault, its anchor follows behind the switch; a kill in between is made up for at the next sign-in. */
async function switchOn(
  writer: RecoveryWriter,
  opened: OpenedVault,
  made: RecoveredKeys,
  laid: string,
  { anchor }: KnownVault,
  state: AnchorState,
): Promise<Recovered> {
  // Where the keychain cannot be written, the next sign-in is told of a header that the anchor does not know; the recovery is not stopped by it.
  await anchor.update((now) => ({ ...now, comingHeader: state.header })).catch(() => undefined);
  const recovered = await switchTo(writer, opened, made, laid, anchor);
  const { epoch, headerGeneration, header, comingHeader, rosterHead, log } = state;
  // What was counted belongs to slots that are gone; where the folder was lost, half of it would let everybody wait for hours. The anchor first: its half alone counts as missing.
  await anchor
    .update((now) => ({
      ...now,
      epoch,
      headerGeneration,
      header,
      comingHeader,
      rosterHead,
      log,
      limiter: new Uint8Array(),
    }))
    .then(() => rm(join(writer.vaultDir, LIMITER_FILE), { force: true }))
    .catch(() => undefined);
  return recovered;
}

async function switchTo(
  { vaultDir, clock }: RecoveryWriter,
  { header: before }: OpenedVault,
  made: RecoveredKeys,
  laid: string,
  anchor: Anchor,
): Promise<Recovered> {
  const { header, deviceSecret } = made;
  const path = join(vaultDir, header.storeFile);
  // Where no start could read the header, one that was killed has left undecided what it set aside.
  await settleArchived(vaultDir, before).catch((error: unknown) => {
    throw diskError(error);
  });
  const archived = await archiveStore(vaultDir, before, stampOf(clock.now()));
  try {
    await rename(laid, path);
    await syncFolder(vaultDir);
    await replaceHeader(vaultDir, header);
  } catch (error) {
    await removeStoreFiles(path).catch(() => undefined);
    await archived.undo();
    throw diskError(error);
  }
  // It is done: what cannot be tidied now is at the next start.
  await removeSpool(vaultDir).catch(() => undefined);
  await archived.decide().catch(() => undefined);
  return { header, deviceSecret: deviceSecret.slice(), anchor, keptAs: archived.name };
}

/** 20260131-030000, in UTC. */
const stampOf = (ms: number): string =>
  new Date(ms).toISOString().replace(/[-:]/g, '').replace('T', '-').slice(0, 15);
