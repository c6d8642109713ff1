/**
 * The vault: everything that touches keys or residents, as one object with its clock, folder and keychain handed in.
 * It runs in a process of its own (process.ts), which main kills to lock; tests run it in theirs.
 */
import type { CarrierSettings } from '../../contract/carrier.ts';
import type { IdChoice } from '../../contract/id-numbers/lists.ts';
import type {
  FileUse,
  KeychainReading,
  LastLock,
  SealedDraft,
  VaultLockReason,
} from '../../contract/host.ts';
import type { Paper, PaperKind, PaperMark } from '../../contract/paper.ts';
import type { Limits } from '../../contract/limits/lists.ts';
import type { Place } from '../../contract/practice/lists.ts';
import type { Failure } from '../../contract/result.ts';
import type { ShellRefusal } from '../../contract/shell/refusals.ts';
import type { VaultEventName } from '../../contract/route-names.ts';
import type { DeskBoard } from '../../contract/sign-in/views.ts';
import { NO_PROGRAM, type RunningProgram } from '../files/updates/running-program.ts';
import { type CarrierLine, NO_CARRIER } from './carrier-line.ts';
import type { Clock } from './clock.ts';
import { type ComputerLine, NO_COMPUTER } from './computer-line.ts';
import { type UserActivity, createUserActivity, yieldToUser } from './user-activity.ts';
import { createKeptDrafts } from './session/kept-drafts.ts';
import type { Argon2Params } from './crypto/kdf.ts';
import type { KeychainWriter, VaultContext } from './feature.ts';
import { createPickedFiles } from './files/picked-files.ts';
import { shareHold } from './long-work/long-work.ts';
import { NO_SCANNERS, type Scanners, inTurns } from './scanner-line.ts';
import { type Router, createRouter } from './router.ts';
import { callerState } from './session/caller-state.ts';
import { noteRefusal } from './session/refusals.ts';
import { type Session, turnReadOnly } from './session/session.ts';
import { type VaultState, type VaultStateHolder, boardOf, carrierSettingsOf } from './session/vault-state.ts';
import { followDay } from './sign-in/begin-day.ts';
import { type FollowedLink, followLink } from './sign-in/follow-link.ts';
import { createSignInHandlers, isSignInRoute } from './sign-in/index.ts';
import { readVaultState } from './sign-in/read-vault-state.ts';
import { prewarm } from './sign-in/prewarm.ts';
import { chooseEngine } from './store/engine/choose-engine.ts';
import type { TrainingGate } from './training/gate.ts';
import { USUAL_TRAINING_RULE } from '../../contract/training/lists.ts';
import type { EngineName } from './store/store.ts';
import { whyFailed } from './store/why-failed.ts';

export interface VaultDependencies {
  readonly vaultDir: string;
  /** Default `real`. */
  readonly place?: Place;
  readonly engine: 'auto' | EngineName;
  readonly keychain: KeychainReading;
  readonly keychainWriter: KeychainWriter;
  readonly lastLock: LastLock | null;
  /** Of the vault process before; none unless main has kept them. */
  readonly drafts?: readonly SealedDraft[];
  readonly clock: Clock;
  /** Chooses what a PIN costs; measured on this computer unless a test has no time for it. */
  readonly calibrate?: () => Promise<Argon2Params>;
  /** Of a vault whose admin has chosen none; the product's own unless a test does more than a desk. */
  readonly usualLimits?: Limits;
  /** Days of grace without a passed quiz while no admin has chosen; the product's own unless a test is about something else, for which null is none. */
  readonly usualGraceDays?: number | null;
  /** What holds of ID numbers while no admin has decided; nothing is kept unless a test is about something else. */
  readonly usualIdNumbers?: IdChoice;
  /** Of data files of the law; the product's own unless a test replaces them. */
  readonly lawFolder?: string;
  /** None unless main starts them. */
  readonly scanners?: Scanners;
  /** Nothing tells of the computer unless main does. */
  readonly computer?: ComputerLine;
  /** None unless main starts one, where there are several desks. */
  readonly carrier?: CarrierLine;
  /** One that takes no updates unless the process says which it is. */
  readonly program?: () => RunningProgram;
  readonly emit: (event: VaultEventName, payload: unknown) => void;
  /** Estate and people of this desk: what the lock screen shows. */
  readonly onDeskBoard: (board: DeskBoard | null) => void;
  /** Where the mailbox of several desks is; null where there is one desk. Known before anybody is signed in. */
  readonly onLink?: (settings: CarrierSettings | null) => void;
  readonly onDrafts?: (drafts: readonly SealedDraft[]) => void;
  readonly onSession: (unlocked: boolean) => void;
  readonly onLongWork: (running: boolean) => void;
  readonly onCopied: () => void;
  readonly onShared: (shared: boolean) => void;
  readonly lockMe: (why: VaultLockReason) => void;
}

export interface Vault {
  readonly handle: Router;
  /** A file that the user picked; the screen knows its id alone. */
  offerFile(fileId: string, path: string, use?: FileUse): void;
  /** The paper that may be printed now: a sheet of a ceremony that is under way, a shift that was read. Null where there is none. */
  paper(kind: PaperKind): Promise<Paper | null>;
  /** The mark of whatever is printed now; null where nobody is signed in. Errors: as `markOf`. */
  paperMark(): Promise<PaperMark | null>;
  /** Main refused something (a navigation, a permission, a foreign sender): an entry, or a count while locked. */
  noteRefusal(kind: ShellRefusal): Promise<void>;
  /** For tests: closes files and stops timers. In production the process is killed. */
  close(): Promise<void>;
}

/** How long before its end a session says so, in milliseconds. */
const EXPIRY_WARNING_MS = 5 * 60_000;
const TICK_MS = 60_000;
/** After the lock screen has asked what it needs and before anybody can have typed a PIN, in milliseconds. */
const PREWARM_MS = 250;
/** Long enough for the lock screen to be painted first, in milliseconds. */
const FEATURES_DELAY_MS = 300;
/** After a sign-in, in milliseconds: whoever signed in has been waiting for something else. */
const CLOCK_DELAY_MS = 20_000;

export async function startVault(dependencies: VaultDependencies): Promise<Vault> {
  const { clock, lockMe } = dependencies;
  const userActivity = createUserActivity();
  const context = createContext(dependencies, userActivity, linkSession);
  const { state } = context;
  const timers = createTimers();
  let session: Session | null = null;
  let following: FollowedLink | null = null;
  await state.reread();

  const features = lazily(async () => (await import('./create-features.ts')).createFeatures(context));
  const signInHandlers = createSignInHandlers(context, {
    current: () => session,
    lock: lockMe,
    begin: (opened, link) => {
      session = opened;
      if (link !== null) following = followLink(context, opened, link);
      limitSession(opened);
      timers.after(CLOCK_DELAY_MS, followClock);
      void features().then(({ signedIn }) => signedIn(opened));
      dependencies.onSession(true);
    },
  });

  async function linkSession(opened: Session): Promise<void> {
    const { openLink } = await import('./link/desk-link.ts');
    const { header, keys, store } = opened;
    const deviceSecret = (): Uint8Array => opened.deviceSecret;
    const link = await openLink({ ...context, header, roots: keys.roots, deviceSecret, store });
    opened.store = link.store;
    following = followLink(context, opened, link);
  }

  function limitSession({ signedIn: { since, until } }: Session): void {
    timers.after(until - since - EXPIRY_WARNING_MS, () => context.emit('session.expiring', { until }));
    timers.after(until - since, () => lockMe('session-limit'));
  }

  /** Does all work that is due, or was missed while nobody was signed in. */
  function followClock(): void {
    const opened = session;
    if (opened === null || opened.readOnly) return;
    void features().then(({ followClock: follow }) => (session === opened ? follow(opened) : undefined));
  }

  function tick(): void {
    const current = state.current();
    context.drafts.dropWhere(() => false);
    if (current.kind === 'vault') void current.limiter.tick().catch(() => undefined);
    if (session !== null && !session.readOnly) void followDay(session);
    followClock();
  }

  timers.after(FEATURES_DELAY_MS, () => void features());
  if (state.current().kind === 'vault') timers.after(PREWARM_MS, () => void prewarm(dependencies.engine));
  timers.every(TICK_MS, tick);

  const { usualGraceDays = USUAL_TRAINING_RULE.graceDays } = dependencies;
  // Nobody is trained for practice, which has nobody's data.
  const graceDays = dependencies.place === 'practice' ? null : usualGraceDays;
  let gate: Promise<TrainingGate> | null = null;
  const requireTrained: TrainingGate = async (...asked) => {
    gate ??= import('./training/gate.ts').then(({ createTrainingGate }) => createTrainingGate(graceDays));
    await (
      await gate
    )(...asked);
  };
  const router = createRouter({
    handlerOf: async (name) =>
      isSignInRoute(name) ? signInHandlers[name] : (await features()).handlers[name],
    leads: async () => (await features()).leads,
    requireTrained,
    session: () => session,
    coordinate: (work, endsDesk) => (following === null ? work() : following.coordinate(work, endsDesk)),
    callerState: () => callerState(state.current(), session),
    whyFailed: async (error) => (session === null ? error : whyFailed(session.store, error)),
    onChanged: (topics) => context.emit('changed', { topics }),
    onRefused: (route, failure) =>
      noteRefusal(state.current(), session, clock, { of: 'route', route, code: failure.code }),
  });
  /** Routes a request; after a damaged file was found, by whomever, the session turns read-only. */
  const handle: Router = async (route, payload) => {
    userActivity.note(route);
    const result = await router(route, payload);
    if (!result.ok && isDamagedFile(result.error) && session !== null) {
      const isNew = !session.readOnly;
      await turnReadOnly(session).catch(() => undefined);
      if (isNew) context.emit('session.readOnly', {});
    }
    return result;
  };

  return {
    handle,
    offerFile: (fileId, path, use = 'workbook') => context.pickedFiles.add(fileId, path, use),
    paperMark: async () =>
      session === null ? null : (await import('./session/trace-mark.ts')).paperMarkOf(session),
    // What was laid ready before is not an inspector's.
    paper: async (kind) =>
      (session?.inspection ?? null) !== null && kind !== 'inspection' ? null : (await features()).paper(kind),
    noteRefusal: (kind) =>
      noteRefusal(state.current(), session, clock, { of: 'shell', what: kind }).catch(() => undefined),
    async close() {
      timers.clear();
      await following?.stop();
      session?.searchLog.take();
      await session?.store.close();
      session = null;
      const last = state.current();
      if (last.kind === 'vault') await Promise.all([last.limiter.drain(), last.anchor.drain()]);
    },
  };
}

function createContext(
  dependencies: VaultDependencies,
  userActivity: UserActivity,
  linkSession: VaultContext['linkSession'],
): VaultContext {
  const {
    vaultDir,
    engine,
    clock,
    keychain,
    keychainWriter,
    lastLock,
    calibrate,
    usualLimits,
    usualIdNumbers,
    lawFolder,
    emit,
  } = dependencies;
  const place = dependencies.place ?? 'real';
  const surroundings = { vaultDir, place, clock, keychain, keychainWriter };
  return {
    ...surroundings,
    lastLock,
    drafts: createKeptDrafts(dependencies.drafts ?? [], clock, (drafts) => dependencies.onDrafts?.(drafts)),
    engine: () => chooseEngine(engine),
    ...(calibrate === undefined ? {} : { calibrate }),
    ...(usualLimits === undefined ? {} : { usualLimits }),
    ...(usualIdNumbers === undefined ? {} : { usualIdNumbers }),
    ...(lawFolder === undefined ? {} : { lawFolder }),
    emit,
    holdIdleLock: shareHold(dependencies.onLongWork),
    tellCopied: dependencies.onCopied,
    tellShared: dependencies.onShared,
    pickedFiles: createPickedFiles(),
    computer: dependencies.computer ?? NO_COMPUTER,
    carrier: dependencies.carrier ?? NO_CARRIER,
    linkSession,
    program: dependencies.program ?? (() => NO_PROGRAM),
    scanners: yieldToUser(inTurns(dependencies.scanners ?? NO_SCANNERS), userActivity),
    state: holdState(
      () => readVaultState(surroundings),
      (state) => {
        dependencies.onDeskBoard(boardOf(state));
        dependencies.onLink?.(carrierSettingsOf(state));
      },
    ),
  };
}

function holdState(read: () => Promise<VaultState>, onState: (state: VaultState) => void): VaultStateHolder {
  let state: VaultState = { kind: 'no-vault' };
  const replace = (next: VaultState): void => {
    state = next;
    onState(state);
  };
  return { current: () => state, replace, reread: async () => replace(await read()) };
}

/** A value that its key does not open is somebody's doing and that value's alone: whoever could write one would otherwise stop the desk. */
const isDamagedFile = ({ code, details }: Failure): boolean =>
  code === 'store-damaged' && details['part'] !== 'value';

/** Loads what is not needed for the lock screen when it is first asked for, and once. */
function lazily<T>(load: () => Promise<T>): () => Promise<T> {
  let loading: Promise<T> | undefined;
  return () => (loading ??= load());
}

/** None of them keeps the process alive. Times in milliseconds. */
function createTimers() {
  const timers: NodeJS.Timeout[] = [];
  return {
    after: (ms: number, work: () => void): void => void timers.push(setTimeout(work, ms).unref()),
    every: (ms: number, work: () => void): void => void timers.push(setInterval(work, ms).unref()),
    clear: (): void => timers.forEach((timer) => clearInterval(timer)),
  };
}
