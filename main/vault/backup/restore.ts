/**
 * Puts a backup in the place of the present store, on this computer (`restoreHere`), or into an empty folder (`unpackBackup`). What people hold
 * stays as it is today: who may sign in, with which keys, to which tier keys values are sealed. Nobody who has left comes back with an older store, and
 * residents who were deleted since are restricted in it until they are deleted again; ID numbers that were removed since are removed at once, and requests,
 * restrictions and withdrawals of since are in force.
 */
import { randomBytes } from 'node:crypto';
import { mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { rm } from '../../files/move-and-remove.ts';
import type { BackupAge } from '../../../contract/backup/lists.ts';
import { SEALED_TIERS, type SealedTier } from '../../../contract/fields.ts';
import { type Anchor, NO_HEADER, createAnchor } from '../anchor/anchor.ts';
import { AppError } from '../app-error.ts';
import { diskError } from '../files/disk-error.ts';
import { freeBytes } from '../../files/disk-space.ts';
import { recreateFile, syncFolder } from '../../files/durable-files.ts';
import { removeSpool } from '../../files/spool/spool.ts';
import type { Clock } from '../clock.ts';
import { bytesOfBase64, bytesOfHex, toHex, utf8 } from '../crypto/bytes.ts';
import { zero } from '../crypto/zero.ts';
import type { TierChanges } from '../key-management/reseal-part.ts';
import {
  HEADER_FILE,
  type Header,
  type RecoverySlot,
  SET_UP_MARKER,
  digestOfHeader,
  freeEpoch,
  isStoreFile,
  parseHeader,
  sealHeader,
  storeFileOf,
  writeHeader,
  withoutLink,
} from '../keys/header.ts';
import {
  type OpenedSlot,
  type Pins,
  RECOVERY_SLOT_ID,
  openRecoverySlot,
  sealStoreKey,
} from '../keys/slots.ts';
import { createLogSegment, RESTORED } from '../keys/log-segment.ts';
import { acceptSlot } from '../keys/accept.ts';
import { carryForSheet, digestForSheet, signForSheet } from '../keys/for-sheet.ts';
import { MAX_GENERATION, nextNumber } from '../keys/numbers.ts';
import { type Roots, sameRoots } from '../keys/recovery-sheet.ts';
import { readTierRecords } from '../keys/tier-keys.ts';
import {
  type ForSheet,
  type Roster,
  type RosterEntry,
  type Signer,
  appendRosterEntries,
  makeRosterEntry,
  openEntry,
  readRosterEntries,
  quietEntriesOf,
  takeNextDesk,
  verifyRoster,
} from '../keys/roster.ts';
import { ownerOfSlot, verifyTierKeys, writeVaultMeta } from '../keys/verify-store.ts';
import { type NewLogEntry, createAuditLog } from '../log/audit-log.ts';
import { allChains, chainOf, readChain, readMarks } from '../log/chains.ts';
import { type EntrySigners, signerOfSlot } from '../log/entry-signer.ts';
import { leaveEstate } from '../ops/leave-estate.ts';
import type { Engine, KeyedFile } from '../store/engine/engine.ts';
import { type CarriedOver, carryErasuresOver, readErasuresKnown } from '../erasure/carry-over.ts';
import { carryRequestsOver, numberTakenIn, readRequestsKnown } from '../requests/carry-over.ts';
import { type WholeRow, putRows, readRows } from '../store/copy-rows.ts';
import { becomeDesk } from '../store/ids.ts';
import { openStore } from '../store/open-store.ts';
import { sql } from '../store/sql.ts';
import type { ReadableStore, Store, WritableStore } from '../store/store.ts';
import { backupNameOf, copyStoreFile } from '../backup-files/backup-files.ts';
import { archiveStore } from '../backup-files/archive-files.ts';
import { type BackupWatcher, watchRows } from './make-backup.ts';
import { BACKUP_STORE_FILE, type ManifestFacts } from '../backup-files/manifest.ts';
import type { OpenedBackup } from './open-backup.ts';
import { type TodaysTiers, resealRestored, tiersChanged, withTierChanges } from './reseal-restored.ts';
import { expectFacts } from './store-facts.ts';
import { withTrialFolder } from './trial-folder.ts';

/** The vault as it stands before any store of it is open. */
interface RestoreTarget {
  readonly vaultDir: string;
  readonly engine: Engine;
  readonly clock: Clock;
  readonly anchor: Anchor;
  readonly header: Header;
  readonly deviceSecret: Uint8Array;
}

/** Today's store, where it opens. */
interface PresentStore {
  readonly store: Store;
  readonly roster: Roster;
}

interface RestoreOrder {
  readonly backup: OpenedBackup;
  /** An admin, who has just typed their PIN: signs the store key for everybody. */
  readonly admin: OpenedSlot;
  /** Why, in words. */
  readonly words: string;
  /** Needed where the backup's values are sealed to earlier keys than today's. */
  readonly tiers?: TodaysTiers | undefined;
}

export interface Restored {
  readonly header: Header;
  /** Name of the folder, beside the store, in which what was there before lies. */
  readonly keptAs: string;
}

/** Who people are and what they hold; all the rest of a store comes from the backup. */
const KEY_TABLES = ['roster_entry', 'key_slot', 'tier_key', 'tier_grant'] as const;
/** The backup's store beside the new one, each perhaps as large as the other, and a journal. */
const COPIES = 2.5;

/** Bytes that a restore writes to the vault's disk, at most. */
export const bytesToRestore = ({ manifest }: OpenedBackup): number =>
  Math.ceil(manifest.store.bytes * COPIES);

/**
 * The header's rename is the switch: before it nothing has changed, and a kill leaves the present store in force; after it the restored one is.
 * The anchor goes on at the log's present end, so that the next sign-in takes a supervisor who acknowledges the older store.
 * Errors, AppError: `backup-other-vault`, `backup-damaged`, `backup-older-staff` (there is no present store to take today's people from, and they
 * have changed since), `backup-older-keys` {tier} (its values are sealed to an earlier key, which nobody present opens), `backup-newer`, `not-allowed` (no admin in today's
 * roster), `store-mismatch`, `disk-full`, `disk-error`, `cancelled`. Nothing has changed then.
 */
export async function restoreHere(
  target: RestoreTarget,
  present: PresentStore | null,
  order: RestoreOrder,
  watcher: BackupWatcher,
): Promise<Restored> {
  const { vaultDir, header } = target;
  if (order.backup.manifest.vaultId !== header.vaultId) throw new AppError('backup-other-vault');
  if ((await freeBytes(vaultDir)) < bytesToRestore(order.backup)) throw new AppError('disk-full');
  const next = await nextAfter(target);
  const laid = join(vaultDir, storeFileOf(next.epoch));
  const key = new Uint8Array(randomBytes(32));
  try {
    await present?.store.freeze();
    await present?.store.checkpoint();
    const recovery = sealForSheet(header, next.epoch, key, signerOf(order.admin));
    const to = { path: laid, key, epoch: next.epoch, recovery };
    const roster = await layStore(target, present, order, to, watcher);
    if (watcher.signal.aborted) throw new AppError('cancelled');
    return await switchTo(
      target,
      present,
      roster,
      sealForToday(target, roster, next, { key, recovery }, signerOf(order.admin)),
      next.others,
    );
  } catch (error) {
    present?.store.thaw();
    await removeLaid(laid);
    throw diskError(error);
  } finally {
    zero(key);
  }
}

interface Next {
  readonly epoch: number;
  readonly generation: number;
  /** Stores that lie here and are of no header that is known: newer ones, where an older header was put back. */
  readonly others: readonly string[];
}

/** After whatever this folder and this computer have seen, so that no file is in the way, whosever it is. */
async function nextAfter({ vaultDir, header, anchor }: RestoreTarget): Promise<Next> {
  const stores = (await readdir(vaultDir)).filter(isStoreFile);
  const { epoch, headerGeneration } = anchor.state();
  return {
    epoch: freeEpoch(Math.max(header.epoch, epoch), stores),
    generation: nextNumber(Math.max(header.generation, headerGeneration), MAX_GENERATION),
    others: stores.filter((name) => name !== header.storeFile),
  };
}

const signerOf = (admin: OpenedSlot): Signer => ({ id: admin.staffId, privateKey: admin.sign.privateKey });

/**
 * The restored store as a file of its own, whole and checked, under the name of an epoch that is in no header yet. It is of the next desk: what was
 * numbered since the backup is not numbered again. Returns the roster in force in it.
 */
async function layStore(
  target: RestoreTarget,
  present: PresentStore | null,
  { backup, admin, words, tiers }: RestoreOrder,
  to: KeyedFile & { readonly epoch: number; readonly recovery: RecoverySlot },
  watcher: BackupWatcher,
): Promise<RosterHere> {
  const {
    engine,
    header: { vaultId },
    clock,
  } = target;
  const then = await unpackStore(target, backup, admin.pins.roots, to, watcher);
  const store = await openStore({ path: to.path, key: to.key, create: false, engine });
  try {
    const today = await rosterInForce(store, target.header, admin.pins, present, target.anchor);
    await requireAdmin(store, present, today, admin);
    const here = takeDesk(vaultId, today, admin, clock.now());
    const { roster } = here;
    const before = await digestBefore(store, present, target.header, { backup: then, today: roster });
    watcher.onProgress('writing', 0, 1);
    const identity = { vaultId, epoch: to.epoch, by: { at: clock.now(), staffId: admin.staffId } };
    const { carried, asked } = await withChanges(
      store,
      { vaultId, roster, admin },
      backup.facts,
      tiers,
      (changes) =>
        takeToday(store, present, here, identity, (tx) => resealRestored(tx, vaultId, changes, watcher)),
    );
    const sign = (slot: Pick<OpenedSlot, 'staffId' | 'sign'>) => signerOfSlot(slot, roster.head.n);
    const signedBy: EntrySigners =
      tiers === undefined ? [sign(admin)] : [sign(admin), sign(tiers.supervisor)];
    const by = { staffId: admin.staffId, cosignerId: tiers?.supervisor.staffId ?? null, signedBy };
    const signForIt = async (tx: WritableStore): Promise<RosterEntry | null> => {
      const after = await digestForSheet({ ...target.header, recovery: to.recovery }, tx);
      const word = { at: clock.now(), signers: [signerOf(admin)] };
      const entry = signForSheet(roster, carryForSheet(roster, before, after), word);
      if (entry !== null) await appendRosterEntries(tx, [entry]);
      return entry;
    };
    const word = await goOnWithLog(store, { anchor: target.anchor, clock, roster, signForIt }, [
      {
        action: 'backup-restore',
        outcome: 'done',
        reason: words,
        detail: { step: 'restored', name: backup.name, before: logBefore(target.anchor) },
        ...by,
      },
      // Without it the next session is told that deletions may be missing.
      ...(carried === null
        ? []
        : [
            {
              action: 'erasures-known',
              outcome: 'done',
              detail: { from: 'store', people: carried.people, there: carried.there },
              ...by,
            } as const,
            ...carried.said.map((one) => ({ ...one, ...by })),
          ]),
      ...asked.map((one) => ({ ...one, ...by })),
    ]);
    if (carried?.hasDropped === true) await store.rewrite();
    await store.checkpoint();
    const problems = await store.integrityCheck();
    if (problems.length > 0) throw new AppError('store-damaged', { problems: problems.length });
    return word === null ? here : withEntry(here, word, admin.pins.roots);
  } finally {
    await store.close();
  }
}

/** Errors: those of `acceptSlot`; AppError `not-allowed` (who is no admin in the roster that is to be in force). */
async function requireAdmin(
  store: ReadableStore,
  present: PresentStore | null,
  { roster, roots }: RosterToday,
  admin: OpenedSlot,
): Promise<void> {
  const tierKeys = verifyTierKeys(await readTierRecords(present?.store ?? store), admin, roster);
  const { member } = acceptSlot(admin, { keys: { roots, tierKeys }, roster }, 'told');
  if (member.role !== 'admin') throw new AppError('not-allowed');
}

/**
 * What the sheet opens before the restore: the header's part, the grants that go over into the restored store, and the backup's own segments, which its own
 * roster signed for.
 */
async function digestBefore(
  store: ReadableStore,
  present: PresentStore | null,
  header: Header,
  { backup, today }: { readonly backup: Roster; readonly today: Roster },
): Promise<Partial<ForSheet>> {
  const { segments } = await digestForSheet(header, store);
  const found = await digestForSheet(header, present?.store ?? store);
  const isAsThen = segments === backup.forSheet?.segments;
  return { ...found, segments: isAsThen && today.forSheet !== null ? today.forSheet.segments : segments };
}

function withEntry(here: RosterHere, entry: RosterEntry, roots: Roots): RosterHere {
  const entries = [...here.entries, entry];
  return {
    roster: verifyRoster(here.roster.vaultId, entries, roots, here.roster.chain),
    entries,
    added: [...here.added, entry],
  };
}

/**
 * Copied off its drive first, checked byte by byte, then written anew under the new key and held against the manifest row by row. Whoever can write to
 * the drive can make a store there: nothing but its roster is read before the roots have signed for it. Returns that roster.
 */
async function unpackStore(
  { vaultDir, engine }: Pick<RestoreTarget, 'vaultDir' | 'engine'>,
  backup: OpenedBackup,
  roots: Roots,
  { path, key }: KeyedFile,
  watcher: BackupWatcher,
): Promise<Roster> {
  const total = backup.manifest.store.bytes * 2;
  const { signal } = watcher;
  const roster = await withTrialFolder(vaultDir, async (folder) => {
    const from = { path: join(folder, BACKUP_STORE_FILE), key: backup.key };
    await copyStoreFile(backup.folder, backup.manifest, from.path, {
      signal,
      onBytes: (done) => watcher.onProgress('copying', done, total),
    });
    const signed = await rosterOf(engine, from, backup.manifest.vaultId, roots);
    await engine.copyAnew({
      from,
      to: { path, key },
      signal,
      onProgress: (done) => watcher.onProgress('copying', Math.min(total, total / 2 + done), total),
    });
    return signed;
  });
  const store = await engine.open({ path, key, create: false });
  try {
    await expectFacts(store, backup.manifest.vaultId, backup.facts, watchRows(watcher));
  } finally {
    await store.close();
  }
  return roster;
}

/** Today's, where there is a present store and the backup's goes over into it; else the backup's own, where nothing has changed since: a kill may have kept from the anchor what the admin's slot pins. */
async function rosterInForce(
  store: ReadableStore,
  { vaultId, quietEntries = [] }: Header,
  { roots, rosterHead }: Pins,
  present: PresentStore | null,
  anchor: Anchor,
): Promise<RosterToday> {
  const known = await readRosterEntries(store);
  // Desks that were taken since the backup, and words on what the sheet opens, are no change of staff; the header has kept them.
  const since =
    present === null
      ? quietEntries
          .flatMap((entry) => openEntry(vaultId, entry) ?? [])
          .filter(({ n }) => n > (known.at(-1)?.n ?? 0))
      : [];
  const then = verifyRoster(vaultId, [...known, ...since], roots, await readChain(store));
  if (present === null) {
    const { n, hash } = anchor.state().rosterHead;
    if (then.head.n !== n || then.head.hash !== toHex(hash) || then.hashAt(rosterHead.n) !== rosterHead.hash)
      throw new AppError('backup-older-staff');
    return { roster: then, entries: [...known, ...since], added: since, roots };
  }
  if (present.roster.hashAt(then.head.n) !== then.head.hash)
    throw new AppError('store-mismatch', { part: 'roster' });
  return { roster: present.roster, entries: await readRosterEntries(present.store), added: [], roots };
}

interface RosterToday {
  readonly roster: Roster;
  /** The chain that it was verified from. */
  readonly entries: readonly RosterEntry[];
  /** Those of it that the restored store, or the present one that it takes its people from, has not. */
  readonly added: readonly RosterEntry[];
  readonly roots: Roots;
}

/** The roster with the restored store's own desk. */
interface RosterHere {
  readonly roster: Roster;
  /** The chain that it was verified from. */
  readonly entries: readonly RosterEntry[];
  /** To be written into the restored store, the last for its desk. */
  readonly added: readonly RosterEntry[];
}

function takeDesk(
  vaultId: string,
  { roster, entries, added, roots }: RosterToday,
  admin: OpenedSlot,
  at: number,
): RosterHere {
  const entry = makeRosterEntry(vaultId, roster.head, takeNextDesk(roster, { at }), [signerOf(admin)]);
  const all = [...entries, entry];
  return { roster: verifyRoster(vaultId, all, roots, roster.chain), entries: all, added: [...added, entry] };
}

/** Without a supervisor the keys of then have to be those of today. Errors: those of `withTierChanges`. */
async function withChanges<T>(
  store: ReadableStore,
  {
    vaultId,
    roster,
    admin,
  }: { readonly vaultId: string; readonly roster: Roster; readonly admin: OpenedSlot },
  { tierEpochs }: ManifestFacts,
  tiers: TodaysTiers | undefined,
  work: (changes: TierChanges) => Promise<T>,
): Promise<T> {
  if (tiers !== undefined) return withTierChanges(store, vaultId, tierEpochs, tiers, work);
  const today = Object.fromEntries(
    SEALED_TIERS.map((tier) => [tier, roster.tierKeys.get(tier) ?? admin.pins.tierKeys[tier]]),
  ) as unknown as Record<SealedTier, { readonly epoch: number }>;
  const [changed] = tiersChanged(tierEpochs, today);
  if (changed !== undefined) throw new AppError('backup-older-keys', { tier: changed });
  return work(new Map());
}

interface Identity {
  readonly vaultId: string;
  readonly epoch: number;
}

/**
 * In the place of what the backup says of people and keys; with what is sealed, if that takes other keys, and with the deletions and requests that the
 * present store knows, in one transaction. Null, and none, where there is no present store, or it is damaged and does not say them.
 */
async function takeToday(
  store: Store,
  present: PresentStore | null,
  { roster, added }: RosterHere,
  { by, ...identity }: Identity & { readonly by: Parameters<typeof carryErasuresOver>[3] },
  reseal: (tx: WritableStore) => Promise<void>,
): Promise<{
  readonly carried: CarriedOver | null;
  readonly asked: Awaited<ReturnType<typeof carryRequestsOver>>;
}> {
  const rows =
    present === null ? null : await Promise.all(KEY_TABLES.map((table) => readRows(present.store, table)));
  const erasures = present === null ? null : await readErasuresKnown({ roster }, present.store);
  const requests = present === null ? null : await readRequestsKnown({ roster }, present.store);
  return store.transaction(async (tx) => {
    if (rows !== null)
      for (const [index, table] of KEY_TABLES.entries()) await replaceRows(tx, table, rows[index] ?? []);
    await appendRosterEntries(tx, added);
    await becomeDesk(tx, roster.lastDesk);
    await tx.run(sql`DELETE FROM pending_change`);
    await leaveEstate(tx);
    await writeVaultMeta(tx, identity);
    await reseal(tx);
    return {
      carried: erasures === null ? null : await carryErasuresOver({ roster }, tx, erasures, by),
      asked: requests === null ? [] : await carryRequestsOver({ roster }, tx, requests),
    };
  });
}

async function replaceRows(
  tx: WritableStore,
  table: (typeof KEY_TABLES)[number],
  rows: readonly WholeRow[],
): Promise<void> {
  await tx.run({ text: `DELETE FROM ${table}`, values: [] });
  await putRows(tx, table, rows);
}

/** The restored log ends where the backup did; what follows is a segment of its own, whose first key only the sheet has. */
async function goOnWithLog(
  store: Store,
  {
    anchor,
    clock,
    roster,
    signForIt,
  }: {
    readonly anchor: Anchor;
    readonly clock: Clock;
    readonly roster: Roster;
    readonly signForIt: (tx: WritableStore) => Promise<RosterEntry | null>;
  },
  entries: readonly NewLogEntry[],
): Promise<RosterEntry | null> {
  const log = createAuditLog({
    anchor: createAnchor({ state: anchor.state(), counter: 0 }, { write: async () => undefined }),
    clock,
  });
  let word: RosterEntry | null = null;
  await log.startSegment(store, createLogSegment(roster), RESTORED, {
    entries: [],
    anchored: (state) => state,
    within: async (tx) => void (word = await signForIt(tx)),
  });
  await log.record(store, async (tx, seq) => {
    await numberTakenIn(tx, seq, entries);
    return { value: undefined, entries };
  });
  return word;
}

/** Where the log stood that is no longer in force: with the store that is kept, it can be held against this. */
function logBefore(anchor: Anchor): { readonly seq: number; readonly hash: string } {
  const { seq, hash } = anchor.state().log;
  return { seq, hash: toHex(hash).slice(0, 16) };
}

const sealAs = (
  { vaultId }: Header,
  epoch: number,
  key: Uint8Array,
  signer: Signer,
  id: string,
  slot: Pick<RecoverySlot, 'receiveKey' | 'signKey' | 'generation'>,
): ReturnType<typeof sealStoreKey> =>
  sealStoreKey(
    vaultId,
    epoch,
    {
      id,
      generation: slot.generation,
      receiveKey: bytesOfBase64(slot.receiveKey),
      signKey: bytesOfBase64(slot.signKey),
    },
    key,
    signer,
  );

/** The recovery slot with the store key of the restored store. */
const sealForSheet = (header: Header, epoch: number, key: Uint8Array, signer: Signer): RecoverySlot => ({
  ...header.recovery,
  ...sealAs(header, epoch, key, signer, RECOVERY_SLOT_ID, header.recovery),
});

/** Sealed and signed for those who are in today's header and roster, and for the sheet. */
function sealForToday(
  { header, deviceSecret }: RestoreTarget,
  { roster, entries }: RosterHere,
  { epoch, generation }: Next,
  { key, recovery }: { readonly key: Uint8Array; readonly recovery: RecoverySlot },
  signer: Signer,
): Header {
  const { mac: _mac, ...body } = header;
  if (toHex(roster.recoveryKey) !== toHex(bytesOfBase64(body.recovery.receiveKey)))
    throw new AppError('store-mismatch', { part: 'roster' });
  return sealHeader(
    {
      ...withoutLink(body),
      epoch,
      generation,
      storeFile: storeFileOf(epoch),
      slots: body.slots
        .filter((slot) => ownerOfSlot(roster, slot) !== undefined)
        .map((slot) => ({ ...slot, ...sealAs(header, epoch, key, signer, slot.id, slot) })),
      recovery,
      desk: roster.lastDesk,
      minFormat: roster.minFormat,
      quietEntries: quietEntriesOf(entries),
      // The log is another one, and the next sign-in holds what that chose.
      secondChoice: 0,
    },
    deviceSecret,
  );
}

async function switchTo(
  target: RestoreTarget,
  present: PresentStore | null,
  { roster: { head } }: RosterHere,
  next: Header,
  others: readonly string[],
): Promise<Restored> {
  const { vaultDir, header, anchor, clock } = target;
  const archived = await archiveStore(
    vaultDir,
    header,
    backupNameOf(clock.now()).slice('RV-'.length),
    others,
  );
  try {
    await syncFolder(vaultDir);
    await anchor.update((state) => ({ ...state, comingHeader: digestOfHeader(next) }));
    await writeHeader(vaultDir, next);
  } catch (error) {
    if (!(await isInForce(vaultDir, next))) {
      await archived.undo();
      throw error;
    }
  }
  // It is done: what fails from here on the next start and the next sign-in see to.
  await Promise.allSettled([
    present?.store.close(),
    removeSpool(vaultDir),
    anchor.update((state) => ({
      ...state,
      epoch: next.epoch,
      headerGeneration: next.generation,
      header: digestOfHeader(next),
      comingHeader: NO_HEADER,
      rosterHead: { n: head.n, hash: bytesOfHex(head.hash) },
    })),
  ]);
  await archived.decide().catch(() => undefined);
  return { header: next, keptAs: archived.name };
}

/** Whether `next` is the header in force although an error was thrown: the sync after its rename may have failed. */
const isInForce = (vaultDir: string, next: Header): Promise<boolean> =>
  readFile(join(vaultDir, HEADER_FILE)).then(
    (bytes) => parseHeader(new Uint8Array(bytes)).mac === next.mac,
    () => false,
  );

async function removeLaid(path: string): Promise<void> {
  await Promise.all(
    ['', '-wal', '-shm', '-journal'].map((end) =>
      rm(`${path}${end}`, { force: true }).catch(() => undefined),
    ),
  );
}

/** Which of the two has seen more. `newer` is the backup's own word; whether it goes on from the present log is seen as it is restored. */
export async function compareAges(
  store: ReadableStore,
  { log }: ManifestFacts,
): Promise<{ readonly age: BackupAge; readonly entriesSince: number }> {
  const last = (await readMarks(store)).find((mark) => chainOf(mark) === chainOf(log.seq)) ?? 0;
  if (log.seq > last) return { age: 'newer', entriesSince: 0 };
  const same = await store.get<{ readonly hash: Uint8Array }>(
    allChains(sql`SELECT hash FROM $log WHERE seq = ${log.seq}`),
  );
  const entriesSince = last - log.seq;
  if (same === undefined || toHex(same.hash) !== log.hash) return { age: 'apart', entriesSince };
  return { age: entriesSince === 0 ? 'same' : 'older', entriesSince };
}

/** A vault as its backup has it, in a folder of its own. */
export interface UnpackedVault {
  /** As it was, its MAC under the device secret of the computer that made the backup. */
  readonly header: Header;
  readonly roster: Roster;
  readonly tierEpochs: Readonly<Record<SealedTier, number>>;
}

/**
 * Lays a backup that its sheet has opened into an empty folder: store under the key that its header seals, the header last, as it was. What is
 * then to be made anew (device secret, PINs, store key, sheet) is for whoever goes on with it. A kill leaves what `removeSetUpLeftovers` takes away.
 * Errors, AppError: `backup-other-vault` (its roots are not `known`; nothing of its store was read), `vault-exists`, `sheet-mismatch`, `header-forged`, `store-mismatch` (the roots that the sheet knows have not signed it),
 * `backup-damaged`, `backup-newer`, `disk-full`, `disk-error`, `cancelled`.
 */
export async function unpackBackup(
  backup: OpenedBackup,
  sheetSecret: Uint8Array,
  /** Those that the sheet which was typed has pinned: whoever can write to the drive can make a backup that leads to another root of trust. */
  known: readonly Roots[],
  place: { readonly vaultDir: string; readonly engine: Engine },
  watcher: BackupWatcher,
): Promise<UnpackedVault> {
  const { vaultDir } = place;
  const header = backup.manifest.parsedHeader;
  const recovery = openRecoverySlot(header, sheetSecret);
  try {
    if (!known.some((roots) => sameRoots(roots, recovery.pins.roots)))
      throw new AppError('backup-other-vault');
    await requireEmpty(vaultDir);
    if ((await freeBytes(vaultDir)) < bytesToRestore(backup)) throw new AppError('disk-full');
    await recreateFile(join(vaultDir, SET_UP_MARKER), utf8(header.storeFile));
    const path = join(vaultDir, header.storeFile);
    const file = { path, key: recovery.storeKey };
    const roster = await unpackStore(place, backup, recovery.pins.roots, file, watcher);
    await syncFolder(vaultDir);
    await writeHeader(vaultDir, header);
    await rm(join(vaultDir, SET_UP_MARKER), { force: true });
    return { header, roster, tierEpochs: backup.facts.tierEpochs };
  } catch (error) {
    if (!(error instanceof AppError && KEPT_AS_IT_IS.has(error.code))) await emptyAgain(vaultDir, header);
    throw diskError(error);
  } finally {
    recovery.dispose();
  }
}

/** Nothing was laid when these are thrown. */
const KEPT_AS_IT_IS: ReadonlySet<string> = new Set(['vault-exists', 'backup-other-vault']);

async function requireEmpty(vaultDir: string): Promise<void> {
  await mkdir(vaultDir, { recursive: true, mode: 0o700 });
  if ((await readdir(vaultDir)).some((name) => name === HEADER_FILE || isStoreFile(name)))
    throw new AppError('vault-exists');
}

async function rosterOf(engine: Engine, file: KeyedFile, vaultId: string, roots: Roots): Promise<Roster> {
  const store = await engine.open({ ...file, create: false });
  try {
    return verifyRoster(vaultId, await readRosterEntries(store), roots, await readChain(store));
  } finally {
    await store.close();
  }
}

/** Takes away what `unpackBackup` has laid, where nobody goes on with it; killed in the middle, the next start does. Errors: `disk-error`, `disk-full`. */
export async function takeBackUnpacked(vaultDir: string, header: Header): Promise<void> {
  try {
    await recreateFile(join(vaultDir, SET_UP_MARKER), utf8(header.storeFile));
    await emptyAgain(vaultDir, header);
  } catch (error) {
    throw diskError(error);
  }
}

async function emptyAgain(vaultDir: string, header: Header): Promise<void> {
  await rm(join(vaultDir, HEADER_FILE), { force: true });
  await removeLaid(join(vaultDir, header.storeFile));
  await rm(join(vaultDir, SET_UP_MARKER), { force: true });
}
