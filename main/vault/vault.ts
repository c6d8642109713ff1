/**
 * The vault: everything that touches keys or residents, as one object with its clock, folder and keychain handed in.
 * It runs in a process of its own (process.ts), which main kills to lock; tests run it in theirs.
 */
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { FileUse, KeychainReading, LastLock, VaultLockReason } from '../../contract/host.ts';
import type { Failure } from '../../contract/result.ts';
import type { ErrorCode } from '../../contract/errors.ts';
import type { VaultEventName } from '../../contract/route-names.ts';
import type { RouteReply, RouteRequest } from '../../contract/routes.ts';
import type { DeskBoard, DeskPerson, VaultStatus } from '../../contract/views.ts';
import type { Anchor, AnchorWriter } from './anchor/anchor.ts';
import { createAnchor, readAnchor } from './anchor/anchor.ts';
import { AppError } from './app-error.ts';
import { settleKeptAside } from './backup/keep-aside.ts';
import type { RepairGround } from './backup/repair.ts';
import { removeTrials } from './backup/trial-folder.ts';
import type { Clock } from './clock.ts';
import { removeLeftovers } from './custody/leftovers.ts';
import type { Argon2Params } from './crypto/kdf.ts';
import type { Header } from './keys/header.ts';
import { dropPreviousHeader, osUserHash, readHeader } from './keys/header.ts';
import type { Limiter } from './keys/limiter.ts';
import { createLimiter } from './keys/limiter.ts';
import type { PreparedVault } from './keys/create-vault.ts';
import { removeSetUpLeftovers, writeVault } from './keys/create-vault.ts';
import { createAuditLog } from './log/audit-log.ts';
import { usePreviousHeader } from './recovery/previous-header.ts';
import { rememberedOf } from './recovery/remembered.ts';
import { removeScratch } from './recovery/scratch-folder.ts';
import { isMendedByPrevious, lookForWays } from './recovery/ways.ts';
import type { Handlers, Router, Standing } from './router.ts';
import { createRouter } from './router.ts';
import { acknowledge } from './sign-in/acknowledge.ts';
import { followDay } from './sign-in/begin-day.ts';
import { countLocked } from './session/locked-events.ts';
import { getReadyAhead } from './sign-in/ready-ahead.ts';
import { createSearchLog } from './session/search-log.ts';
import type { Session } from './session/session.ts';
import { logAlone, turnReadOnly } from './session/session.ts';
import { unlock } from './sign-in/unlock.ts';
import type { EngineName } from './store/store.ts';
import { chooseEngine } from './store/engine/choose-engine.ts';
import { openStore } from './store/open-store.ts';

export interface KeychainWriter {
  /** Resolves when the keychain holds it. */
  writeAnchor(copy: 0 | 1, bytes: Uint8Array): Promise<void>;
  writeDeviceSecret(secretId: string, bytes: Uint8Array): Promise<void>;
  /** Resolves when the keychain no longer has it. */
  deleteDeviceSecret(secretId: string): Promise<void>;
}

export interface VaultDependencies {
  readonly vaultDir: string;
  readonly engine: 'auto' | EngineName;
  readonly keychain: KeychainReading;
  readonly keychainWriter: KeychainWriter;
  readonly lastLock: LastLock | null;
  readonly clock: Clock;
  /** Chooses what a PIN costs; measured on this computer unless a test has no time for it. */
  readonly calibrate?: () => Promise<Argon2Params>;
  readonly emit: (event: VaultEventName, payload: unknown) => void;
  /** Estate and people of this desk: what the lock screen shows. */
  readonly onDeskBoard: (board: DeskBoard | null) => void;
  readonly onSession: (unlocked: boolean) => void;
  readonly onLongWork: (running: boolean) => void;
  readonly lockMe: (why: VaultLockReason) => void;
}

export interface Vault {
  readonly handle: Router;
  /** A file that the user picked; the screen knows its id alone. */
  offerFile(fileId: string, path: string, use?: FileUse): void;
  /** Main refused something (a navigation, a permission, a foreign sender): an entry, or a count while locked. */
  noteRefusal(kind: string): Promise<void>;
  /** For tests: closes files and stops timers. In production the process is killed. */
  close(): Promise<void>;
}

/** What the folder and the keychain say before anybody has typed a PIN. */
type Ground =
  | { readonly kind: 'no-vault' }
  | { readonly kind: 'refused'; readonly problem: ErrorCode }
  | {
      readonly kind: 'vault';
      readonly header: Header;
      readonly deviceSecret: Uint8Array;
      readonly anchor: Anchor;
      readonly limiter: Limiter;
    };

/** How long before its end a session says so, in milliseconds. */
const EXPIRY_WARNING_MS = 5 * 60_000;
const TICK_MS = 60_000;
/** After the lock screen has asked what it needs and before anybody can have typed a PIN, in milliseconds. */
const READY_AHEAD_MS = 250;

/** Until what could not be entered is tried again, in milliseconds. */
const AGAIN_MS = 1000;
/** After a sign-in, in milliseconds: whoever signed in has been waiting for something else. */
const BACKUP_DELAY_MS = 20_000;

/** Long enough for the lock screen to be painted first. */
const DESK_DELAY_MS = 300;

export async function startVault(dependencies: VaultDependencies): Promise<Vault> {
  const { clock } = dependencies;
  let ground = await survey(dependencies);
  dependencies.onDeskBoard(boardOf(ground));
  let session: Session | null = null;
  const timers: ReturnType<typeof setTimeout>[] = [];
  const takeGround = (taken: Ground): void => {
    ground = taken;
    dependencies.onDeskBoard(boardOf(ground));
  };

  const setUp = lazily(async () =>
    (await import('./sign-in/set-up.ts')).createSetUp({
      clock,
      ...(dependencies.calibrate === undefined ? {} : { calibrate: dependencies.calibrate }),
      write: async (prepared) => takeGround(await layGround(dependencies, prepared)),
    }),
  );
  const recovery = lazily(async () =>
    (await import('./recovery/recovery-desk.ts')).createRecoveryDesk({
      vaultDir: dependencies.vaultDir,
      engine: chooseEngine(dependencies.engine),
      clock,
      keychainWriter: dependencies.keychainWriter,
      ...(dependencies.calibrate === undefined ? {} : { calibrate: dependencies.calibrate }),
      problem: () => problemOf(ground),
      remember: (header) =>
        rememberedOf(dependencies.keychain, ground.kind === 'vault' ? ground : null, header),
    }),
  );
  const desk = lazily(async () => (await import('./desk.ts')).createDesk(dependencies));
  /** Of a backup that lies in the folder for a recovery that has not ended. */
  let laid: Header | null = null;
  const takeBackLaid = async (): Promise<void> => {
    if (laid === null) return;
    await (await desk()).backups.takeBack(dependencies.vaultDir, laid);
    laid = null;
    takeGround(await survey(dependencies));
  };
  const signedIn = (): Session => {
    if (session === null) throw new AppError('locked');
    return session;
  };

  async function signIn(request: RouteRequest<'session.unlock'>): Promise<RouteReply<'session.unlock'>> {
    if (ground.kind !== 'vault') throw new AppError('no-vault');
    const { header, deviceSecret, anchor, limiter } = ground;
    const searchLog = createSearchLog(() => void logSettledSearch());
    const opened = await unlock(
      {
        header,
        deviceSecret,
        anchor,
        limiter,
        clock,
        searchLog,
        lastLock: dependencies.lastLock,
        log: createAuditLog({ anchor, clock }),
        premises: {
          vaultDir: dependencies.vaultDir,
          headerChanged: (changed) => {
            if (ground.kind === 'vault') ground = { ...ground, header: changed };
            dependencies.onDeskBoard(boardOf(ground));
          },
          lock: (why) => dependencies.lockMe(why),
        },
        openStore: (key) =>
          openStore({
            path: join(dependencies.vaultDir, header.storeFile),
            key,
            create: false,
            engine: chooseEngine(dependencies.engine),
          }),
      },
      request,
    );
    session = opened.session;
    // Nobody waits for it: one that stays is dropped by the next sign-in.
    if (!session.readOnly) void dropPreviousHeader(dependencies.vaultDir).catch(() => undefined);
    startSessionLimit(session);
    later(BACKUP_DELAY_MS, () => {
      if (session !== null && !session.readOnly) void followBackups(session);
    });
    dependencies.onSession(true);
    return { signedIn: session.signedIn, wrongTries: opened.wrongTries, alarms: [...session.alarms] };
  }

  function groundForRepair(): RepairGround {
    if (ground.kind !== 'vault') throw new AppError('no-vault');
    const { vaultDir, engine } = dependencies;
    return { ...ground, vaultDir, clock, engine: chooseEngine(engine) };
  }

  async function logSettledSearch(): Promise<void> {
    const entry = session?.searchLog.take() ?? null;
    if (entry !== null && session?.readOnly === false) await enterSearch(entry);
  }

  /** What was searched for while a key is rotated is entered when the store takes entries again. */
  async function enterSearch(entry: Parameters<typeof logAlone>[1]): Promise<void> {
    if (session === null) return;
    await logAlone(session, entry).catch((error: unknown) => {
      if (isRotating(error)) later(AGAIN_MS, () => void enterSearch(entry));
      else dependencies.lockMe('log-unavailable');
    });
  }

  /** The one that is due, or was missed while nobody was signed in. */
  async function followBackups(opened: Session): Promise<void> {
    const { backups } = await desk();
    if (session === opened) await backups.follow(opened);
  }

  function startSessionLimit(opened: Session): void {
    const left = opened.signedIn.until - opened.signedIn.since;
    later(left - EXPIRY_WARNING_MS, () =>
      dependencies.emit('session.expiring', { until: opened.signedIn.until }),
    );
    later(left, () => dependencies.lockMe('session-limit'));
  }

  function later(ms: number, work: () => void): void {
    const timer = setTimeout(work, ms);
    timer.unref();
    timers.push(timer);
  }

  // The desk is loaded while somebody types their PIN, so that neither the lock screen nor the sign-in waits for it.
  later(DESK_DELAY_MS, () => void desk());
  if (ground.kind === 'vault') later(READY_AHEAD_MS, () => void getReadyAhead(dependencies.engine));
  const ticking = setInterval(() => {
    if (ground.kind === 'vault') void ground.limiter.tick().catch(() => undefined);
    if (session !== null && !session.readOnly) void followDay(session);
    if (session !== null && !session.readOnly) void followBackups(session);
  }, TICK_MS);
  ticking.unref();

  const handlers: Handlers = {
    'vault.status': async () => describeStatus(ground, session),
    'setup.checkPin': async (request) => (await setUp()).describePin(request),
    'setup.begin': async (request) => (await setUp()).begin(request),
    'setup.finish': async (request) => {
      await (await setUp()).finish(request);
      return describeStatus(ground, session);
    },
    'setup.cancel': async () => {
      (await setUp()).cancel();
      return {};
    },
    'recovery.look': () => lookForWays(dependencies.vaultDir, dependencies.keychain, problemOf(ground)),
    'recovery.checkLine': async (request) => (await recovery()).checkLine(request),
    'recovery.begin': async (request) => (await recovery()).begin(request),
    'recovery.checkPin': async (request) => (await recovery()).checkPin(request),
    'recovery.prepare': async (request) => (await recovery()).prepare(request),
    'recovery.finish': async (request) => {
      const { keptAs, ...recovered } = await (await recovery()).finish(request);
      laid = null;
      takeGround(groundOf(dependencies, recovered.header, recovered.deviceSecret, recovered.anchor));
      return { status: describeStatus(ground, session), keptAs };
    },
    'recovery.cancel': async () => {
      (await desk()).backups.cancel();
      (await recovery()).cancel();
      await takeBackLaid();
      return {};
    },
    'recovery.findBackups': async (request) => (await desk()).backups.findForRecovery(request),
    'recovery.layBackup': async (request) => {
      const { header, sheet } = await (await desk()).backups.lay(dependencies.vaultDir, request);
      laid = header;
      takeGround(await survey(dependencies));
      try {
        return await (await recovery()).begin({ sheet });
      } catch (error) {
        await takeBackLaid();
        throw error;
      }
    },
    'recovery.usePreviousHeader': async () => {
      if (dependencies.keychain.state !== 'found' || !isMendedByPrevious(problemOf(ground)))
        throw new AppError('not-allowed');
      await usePreviousHeader(dependencies.vaultDir, dependencies.keychain.items.deviceSecrets, clock.now());
      takeGround(await survey(dependencies));
      return describeStatus(ground, session);
    },
    'session.unlock': signIn,
    'session.alarms': async () => ({ alarms: [...signedIn().alarms] }),
    'session.acknowledge': async (request) => {
      await acknowledge(signedIn(), dependencies.lastLock, request);
      return {};
    },
    'people.search': async (request) => (await desk()).searches.search(signedIn(), request),
    'people.searchNext': async (request) => (await desk()).searches.searchNext(signedIn(), request),
    'people.findById': async (request) => (await desk()).findById(signedIn(), request),
    'people.open': async (request) => (await desk()).openPerson(signedIn(), request.personId),
    'people.reveal': async (request) => (await desk()).reveal(signedIn(), request),
    'people.openFull': async (request) => (await desk()).openFull(signedIn(), request),
    'people.verify': async (request) => (await desk()).verify(signedIn(), request),
    'people.add': async (request) => (await desk()).addPerson(signedIn(), request),
    'people.edit': async (request) => (await desk()).editPerson(signedIn(), request),
    'people.confirm': async (request) => (await desk()).confirmField(signedIn(), request),
    'people.replaced': async (request) => (await desk()).listReplaced(signedIn(), request),
    'people.restore': async (request) => (await desk()).restoreValue(signedIn(), request),
    'people.merge': async (request) => (await desk()).mergePeople(signedIn(), request),
    'people.merges': async (request) => (await desk()).listMerges(signedIn(), request),
    'people.undoMerge': async (request) => (await desk()).undoMerge(signedIn(), request),

    'records.add': async (request) => (await desk()).addRecord(signedIn(), request),
    'records.edit': async (request) => (await desk()).editRecord(signedIn(), request),
    'records.end': async (request) => (await desk()).endRecord(signedIn(), request),
    'records.remove': async (request) => (await desk()).removeRecord(signedIn(), request),

    'rooms.find': async (request) => (await desk()).findRooms(signedIn(), request),
    'rooms.open': async (request) => (await desk()).openRoom(signedIn(), request),
    'rooms.add': async (request) => (await desk()).addRoom(signedIn(), request),
    'rooms.edit': async (request) => (await desk()).editRoom(signedIn(), request),
    'rooms.patterns': async () => (await desk()).listPatterns(signedIn()),
    'rooms.tryPatterns': async (request) => (await desk()).tryPatterns(signedIn(), request),
    'rooms.savePatterns': async (request) => (await desk()).savePatterns(signedIn(), request),

    'import.open': async (request) => (await desk()).imports.open(signedIn(), request),
    'import.preview': async (request) => (await desk()).imports.preview(signedIn(), request),
    'import.apply': async (request) => (await desk()).imports.apply(signedIn(), request),
    'import.cancel': async () => {
      (await desk()).imports.cancel();
      return {};
    },
    'import.sheet': async (request) => (await desk()).imports.sheet(signedIn(), request),
    'import.forgetLayout': async (request) => (await desk()).imports.forgetLayout(signedIn(), request),
    'import.saveRejects': async (request) => (await desk()).imports.saveRejects(signedIn(), request),
    'import.dispose': async (request) => (await desk()).imports.dispose(signedIn(), request),
    'import.list': async (request) => (await desk()).imports.list(signedIn(), request),
    'import.checkUndo': async (request) => (await desk()).imports.checkUndo(signedIn(), request),
    'import.undo': async (request) => (await desk()).imports.undo(signedIn(), request),
    'log.list': async (request) => (await desk()).listLog(signedIn(), request),
    'log.verify': async () => (await desk()).verifyLog(signedIn()),
    'tasks.checkRoom': async (request) => (await desk()).checkRoom(signedIn(), request),
    'notes.add': async (request) => (await desk()).addNote(signedIn(), request),
    'notes.list': async (request) => (await desk()).listNotes(signedIn(), request),
    'glass.break': async (request) => (await desk()).breakGlass(signedIn(), request),
    'glass.list': async () => (await desk()).listGlass(signedIn()),
    'glass.acknowledge': async (request) => {
      await (await desk()).acknowledgeGlass(signedIn(), request);
      return {};
    },
    'policy.read': async () => (await desk()).describePolicy(signedIn()),
    'policy.change': async (request) => (await desk()).policy.change(signedIn(), request),
    'policy.cancel': async () => {
      (await desk()).policy.cancel();
      return {};
    },
    'staff.changePin': async (request) => {
      await (await desk()).changePin(signedIn(), request);
      return {};
    },
    'staff.checkPin': async (request) => (await desk()).staff.checkPin(request),
    'staff.list': async () => (await desk()).staff.list(signedIn()),
    'staff.add': async (request) => (await desk()).staff.add(signedIn(), request),
    'staff.changeRole': async (request) => (await desk()).staff.changeRole(signedIn(), request),
    'staff.reset': async (request) => (await desk()).staff.reset(signedIn(), request),
    'staff.rename': async (request) => (await desk()).staff.rename(signedIn(), request),
    'staff.remove': async (request) => (await desk()).staff.remove(signedIn(), request),
    'shift.read': async () => (await desk()).readShift(signedIn()),
    'shift.handOver': async (request) => {
      await (await desk()).handOver(signedIn(), request);
      return {};
    },
    'staff.openSlot': async (request) => (await desk()).staff.openSlot(signedIn(), request),
    'keys.due': async () => (await desk()).listDue(signedIn()),
    'keys.list': async () => (await desk()).keys.list(signedIn()),
    'keys.checkStoreKey': async () => (await desk()).keys.checkStoreKey(signedIn()),
    'keys.rotateStoreKey': async (request) => (await desk()).keys.rotateStoreKey(signedIn(), request),
    'keys.rotateDeviceSecret': async (request) => (await desk()).keys.rotateDeviceSecret(signedIn(), request),
    'keys.rotateTierKeys': async (request) => (await desk()).keys.rotateTierKeys(signedIn(), request),
    'keys.beginSheet': async () => (await desk()).keys.beginSheet(signedIn()),
    'keys.finishSheet': async (request) => (await desk()).keys.finishSheet(signedIn(), request),
    'keys.cancel': async () => {
      (await desk()).keys.cancel();
      return {};
    },
    'theft.read': async () => (await desk()).theft.read(signedIn()),
    'theft.begin': async (request) => (await desk()).theft.begin(signedIn(), request),
    'theft.shutOut': async (request) => (await desk()).theft.shutOut(signedIn(), request),
    'theft.end': async () => (await desk()).theft.end(signedIn()),
    'backup.warning': async () => (await desk()).backups.warning(signedIn()),
    'backup.read': async (request) => (await desk()).backups.read(signedIn(), request),
    'backup.choose': async (request) => (await desk()).backups.choose(signedIn(), request),
    'backup.make': async () => (await desk()).backups.make(signedIn()),
    'backup.test': async (request) => (await desk()).backups.test(signedIn(), request),
    'backup.look': async (request) => (await desk()).backups.look(signedIn(), request),
    'backup.restore': async (request) => (await desk()).backups.restore(signedIn(), request),
    'backup.cancel': async () => {
      (await desk()).backups.cancel();
      return {};
    },
    'repair.find': async (request) => (await desk()).backups.findForRepair(groundForRepair(), request),
    'repair.restore': async (request) => {
      const { header, createdAt, keptAs } = await (await desk()).backups.repair(groundForRepair(), request);
      if (ground.kind === 'vault') ground = { ...ground, header };
      dependencies.onDeskBoard(boardOf(ground));
      return { createdAt, keptAs };
    },
  };

  const router = createRouter({
    handlers,
    standing: () => standingOf(ground, session),
    onRefused: (route, failure) => noteRefusal(ground, session, clock, `${route}: ${failure.code}`),
  });
  /** What is found damaged is not written to any more, whoever has found it. */
  const handle: Router = async (route, payload) => {
    const result = await router(route, payload);
    if (!result.ok && isDamagedFile(result.error) && session !== null) {
      const isNew = !session.readOnly;
      await turnReadOnly(session).catch(() => undefined);
      if (isNew) dependencies.emit('session.readOnly', {});
    }
    return result;
  };

  return {
    handle,
    offerFile: (fileId, path, use = 'read') =>
      void desk().then(({ imports, backups }) =>
        use === 'folder' ? backups.offerFolder(fileId, path) : imports.offerFile(fileId, path, use),
      ),
    noteRefusal: (kind) => noteRefusal(ground, session, clock, `shell: ${kind}`).catch(() => undefined),
    async close() {
      clearInterval(ticking);
      for (const timer of timers) clearTimeout(timer);
      session?.searchLog.take();
      await session?.store.close();
      session = null;
      if (ground.kind === 'vault') await Promise.all([ground.limiter.drain(), ground.anchor.drain()]);
    },
  };
}

/** Loads what is not needed for the lock screen when it is first asked for, and once. */
function lazily<T>(load: () => Promise<T>): () => Promise<T> {
  let loading: Promise<T> | undefined;
  return () => (loading ??= load());
}

/** Reads header and anchor with what the keychain gave. Makes nothing, whatever is missing. */
async function survey(dependencies: VaultDependencies): Promise<Ground> {
  const { keychain, vaultDir } = dependencies;
  try {
    if (keychain.state !== 'found' && keychain.state !== 'item-missing')
      return { kind: 'refused', problem: `keychain-${keychain.state}` };
    const items = keychain.state === 'found' ? keychain.items : { deviceSecrets: {}, anchors: [] };
    if (await folderExists(vaultDir))
      await Promise.all([removeSetUpLeftovers(vaultDir), removeScratch(vaultDir)]);
    const header = await readHeader({
      vaultDir,
      deviceSecrets: items.deviceSecrets,
      osUserHash: osUserHash(),
    });
    if (header === null) return { kind: 'no-vault' };
    // What cannot be seen to now is seen to at the next start.
    await settleKeptAside(vaultDir, header)
      .then(() => removeTrials(vaultDir))
      .catch(() => undefined);
    const anchored = readAnchor(items.anchors);
    if (anchored === undefined) return { kind: 'refused', problem: 'keychain-item-missing' };
    const deviceSecret = items.deviceSecrets[header.deviceSecretId];
    if (deviceSecret === undefined) return { kind: 'refused', problem: 'wrong-computer' };
    await removeLeftovers({
      vaultDir,
      header,
      anchored: anchored.state,
      deviceSecrets: items.deviceSecrets,
      deleteDeviceSecret: (id) => dependencies.keychainWriter.deleteDeviceSecret(id),
    }).catch(() => undefined);
    return groundOf(dependencies, header, deviceSecret, createAnchor(anchored, anchorWriter(dependencies)));
  } catch (error) {
    if (error instanceof AppError) return { kind: 'refused', problem: error.code };
    return { kind: 'refused', problem: 'disk-error' };
  }
}

const folderExists = (folder: string): Promise<boolean> =>
  stat(folder).then(
    (found) => found.isDirectory(),
    () => false,
  );

const anchorWriter = ({ keychainWriter }: VaultDependencies): AnchorWriter => ({
  write: (copy, bytes) => keychainWriter.writeAnchor(copy, bytes),
});

function groundOf(
  dependencies: VaultDependencies,
  header: Header,
  deviceSecret: Uint8Array,
  anchor: Anchor,
): Ground {
  const limiter = createLimiter({
    anchor,
    vaultDir: dependencies.vaultDir,
    deviceSecret,
    clock: dependencies.clock,
  });
  return { kind: 'vault', header, deviceSecret, anchor, limiter };
}

/** Writes a new vault: keychain, store, anchor, and the header last, whose rename makes it one. */
async function layGround(dependencies: VaultDependencies, prepared: PreparedVault): Promise<Ground> {
  const { vaultDir, clock, keychainWriter, engine } = dependencies;
  const written = await writeVault(prepared, {
    vaultDir,
    clock,
    keychainWriter,
    openStore: (path, key) => openStore({ path, key, create: true, engine: chooseEngine(engine) }),
  });
  return groundOf(dependencies, written.header, written.deviceSecret, written.anchor);
}

const problemOf = (ground: Ground): ErrorCode | null => (ground.kind === 'refused' ? ground.problem : null);

/** A value that its key does not open is somebody's doing and that value's alone: whoever could write one would otherwise stop the desk. */
const isDamagedFile = ({ code, details }: Failure): boolean =>
  code === 'store-damaged' && details['part'] !== 'value';

function standingOf(ground: Ground, session: Session | null): Standing {
  if (session !== null)
    return {
      state: 'unlocked',
      role: session.signedIn.role,
      acknowledged: session.alarms.length === 0,
      readOnly: session.readOnly,
    };
  return { state: ground.kind === 'vault' ? 'locked' : ground.kind };
}

function boardOf(ground: Ground): DeskBoard | null {
  if (ground.kind !== 'vault') return null;
  const { header, limiter } = ground;
  return {
    estateName: header.estateName,
    people: header.slots.map((slot): DeskPerson => ({
      slotId: slot.id,
      displayName: slot.displayName,
      role: slot.role,
      ...limiter.status(slot.id),
    })),
  };
}

function describeStatus(ground: Ground, session: Session | null): VaultStatus {
  const board = boardOf(ground);
  if (board === null) {
    return {
      state: ground.kind === 'no-vault' ? 'no-vault' : 'refused',
      problem: ground.kind === 'refused' ? ground.problem : null,
      estateName: null,
      people: [],
      signedIn: null,
      readOnly: false,
    };
  }
  return {
    state: session === null ? 'locked' : 'unlocked',
    problem: null,
    ...board,
    signedIn: session?.signedIn ?? null,
    readOnly: session?.readOnly ?? false,
  };
}

const isRotating = (error: unknown): boolean => error instanceof AppError && error.code === 'rotating';

/** A refused request is an entry at once, or while locked or rotating a count that the next unlock enters. */
async function noteRefusal(
  ground: Ground,
  session: Session | null,
  clock: Clock,
  what: string,
): Promise<void> {
  if (session !== null && session.alarms.length === 0 && !session.readOnly) {
    await logAlone(session, { action: 'refused', outcome: 'refused', detail: what }).catch(
      (error: unknown) => {
        if (!isRotating(error)) throw error;
        return session.anchor.update((state) => countLocked(state, 'refusedRoutes', clock.now()));
      },
    );
  } else if (ground.kind === 'vault') {
    await ground.anchor.update((state) => countLocked(state, 'refusedRoutes', clock.now()));
  }
}
