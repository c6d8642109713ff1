/**
 * A bridge that answers what the vault answered when the walk over the routes was recorded, for tests of screens and for looking at them in a plain
 * browser. It knows who is signed in and judges PINs; a request changes nothing else, so that a test says itself what answers differently afterwards.
 */
import type { Bridge } from '../../contract/bridge.ts';
import type { ErrorCode } from '../../contract/errors.ts';
import type { VaultEvent } from '../../contract/events.ts';
import type { Role } from '../../contract/fields.ts';
import type { FileId } from '../../contract/ids.ts';
import { type Result, fail, ok } from '../../contract/result.ts';
import {
  ROUTE_NAMES,
  type RouteName,
  type ShellEventName,
  type VaultEventName,
} from '../../contract/route-names.ts';
import { ROUTES, type RouteReply, type RouteRequest } from '../../contract/routes.ts';
import type { PickedFor, Settings, ShellEvent, ShellReply } from '../../contract/shell/routes.ts';
import { USUAL_SETTINGS } from '../../contract/shell/settings.ts';
import type { Alarm } from '../../contract/sign-in/alarms.ts';
import type { SignedIn, VaultStatus } from '../../contract/sign-in/views.ts';
import { PINS } from './pins.ts';
import type { Recording } from './recordings.ts';

export interface BridgeOptions {
  readonly state?: VaultStatus['state'];
  readonly problem?: ErrorCode;
  readonly settings?: Partial<Settings>;
  /** Signed in from the start, where the state is unlocked. */
  readonly role?: Role;
  readonly alarms?: readonly Alarm[];
  /** Milliseconds that each answer takes. */
  readonly latency?: number;
  readonly forRealData?: boolean;
  /** The practice vault is open. */
  readonly practice?: ShellReply<'appInfo'>['practice'];
  /** Told of every route that is asked, in order. */
  readonly onAsk?: (route: string, request: unknown) => void;
}

/** Lets a test speak for main or the vault. */
export type Says = <N extends ShellEventName | VaultEventName>(
  name: N,
  event: N extends ShellEventName ? ShellEvent<N> : N extends VaultEventName ? VaultEvent<N> : never,
) => void;

export interface RecordedBridge extends Omit<Bridge, 'vault'> {
  readonly vault: AnsweringVault;
  readonly say: Says;
}

const SESSION_MS = 43_200_000;
const PICKED_NAMES: Readonly<Record<PickedFor['use'], string>> = {
  workbook: '业主台账 2025.xlsx',
  rejects: '未导入的行.xlsx',
  folder: '备份盘',
  'sweep-folder': '旧电脑',
  attachment: '整改后.jpg',
  'log-export': '操作记录.jsonl',
  pdf: '泄露追查材料.pdf',
  disclosure: 'own-copy.pdf',
};

/** Of what was recorded of `route`: the answer to this very request of this role, or else the one with most in it, to this role before any other. */
export function replyTo<N extends RouteName>(
  recordings: readonly Recording[],
  route: N,
  role: Role | null,
  request: object = {},
): RouteReply<N> {
  const ofRoute = recordings.filter((one) => one.route === route);
  const ofRole = ofRoute.filter((one) => one.role === role);
  const asked = ofRole.length > 0 ? ofRole : ofRoute;
  const found =
    asked.findLast((one) => isAsked(one.request, request)) ??
    asked.toSorted((one, other) => sizeOf(other) - sizeOf(one))[0];
  if (found === undefined) throw new Error(`nothing is recorded of ${route}`);
  return structuredClone(found.reply) as RouteReply<N>;
}

const sizeOf = ({ reply }: Recording): number => JSON.stringify(reply).length;
const isAsked = (recorded: Recording['request'], request: object): boolean =>
  Object.entries(recorded).every(
    ([name, value]) => JSON.stringify(value) === JSON.stringify((request as Record<string, unknown>)[name]),
  );

/** Makes a bridge; what it knows lives as long as the page. */
export function createRecordedBridge(
  recordings: readonly Recording[],
  options: BridgeOptions = {},
): RecordedBridge {
  const { people, estateName } = replyTo(recordings, 'vault.status', null);
  const roleOf = (slotId: string): Role | undefined => people.find((one) => one.slotId === slotId)?.role;
  const signIn = (role: Role): SignedIn => {
    const { slotId } = people.find((one) => one.role === role)!;
    const { signedIn: recorded } = replyTo(recordings, 'session.unlock', null, { slotId });
    return { ...recorded, since: Date.now(), until: Date.now() + SESSION_MS };
  };
  let state = options.state ?? 'locked';
  let signedIn = state === 'unlocked' ? signIn(options.role ?? 'receptionist') : null;
  let alarms: Alarm[] = [...(options.alarms ?? [])];
  let wrongTries = 0;
  let settings: Settings = { ...USUAL_SETTINGS, ...options.settings };

  const listeners = new Map<string, Set<(event: never) => void>>();
  const say: Says = (name, event) =>
    listeners.get(name)?.forEach((listener) => (listener as (event: unknown) => void)(event));
  const startIdle = (): void => say('idleDeadline', { at: Date.now() + settings.idleSeconds * 1000 });

  const status = (): VaultStatus => ({
    state,
    problem: state === 'refused' ? (options.problem ?? 'keychain-locked') : null,
    estateName: state === 'no-vault' ? null : estateName,
    people: state === 'no-vault' ? [] : people,
    signedIn,
    readOnly: false,
  });
  const lockedNow = (): VaultStatus => {
    state = 'locked';
    return status();
  };
  /** Every proof that a request carries is right: the own PIN, and those of others with their slots. */
  function judge(request: object): Result<never> | null {
    if (signedIn === null) return null;
    const { role } = signedIn;
    const own = 'pin' in request ? [request.pin === PINS[role]] : [];
    const proofs = Object.values(request).filter(isProof);
    const others = proofs.map(
      ({ slotId, pin }) => pin === PINS[slotId === undefined ? role : (roleOf(slotId) ?? role)],
    );
    if (own.every(Boolean) && others.every(Boolean)) return null;
    return own.length + others.length > 1
      ? fail('wrong-pin-either')
      : fail('wrong-pin', { freeTries: 4, waitSeconds: 0 });
  }
  /** What depends on who is signed in, and what leaves the lock screen behind. */
  const own: { readonly [N in RouteName]?: (request: never) => Result<RouteReply<N>> } = {
    'vault.status': () => ok(status()),
    'setup.finish': () => ok(lockedNow()),
    'recovery.usePreviousHeader': () => ok(lockedNow()),
    'recovery.finish': () => {
      const reply = replyTo(recordings, 'recovery.finish', null);
      return ok({ ...reply, status: lockedNow() });
    },
    'session.unlock': ({ slotId, pin }: { readonly slotId: string; readonly pin: string }) => {
      const role = roleOf(slotId);
      if (role === undefined) return fail('unknown-slot');
      if (pin !== PINS[role]) {
        wrongTries += 1;
        return fail('wrong-pin', { freeTries: 5 - wrongTries, waitSeconds: 0 });
      }
      const told = wrongTries;
      [state, signedIn, wrongTries] = ['unlocked', signIn(role), 0];
      startIdle();
      return ok({ signedIn, wrongTries: told, alarms });
    },
    'session.alarms': () => ok({ alarms }),
    'session.acknowledge': () => {
      alarms = [];
      return ok({});
    },
  };
  const after = async <T>(route: string, request: unknown, answer: () => T): Promise<T> => {
    options.onAsk?.(route, request);
    await new Promise((resolve) => void setTimeout(resolve, options.latency ?? 0));
    return answer();
  };
  const ask = (route: RouteName) => (request: object) =>
    after(route, request, () => {
      const answer = own[route] as ((asked: object) => Result<unknown>) | undefined;
      return (
        (route === 'session.unlock' ? null : judge(request)) ??
        answer?.(request) ??
        ok(replyTo(recordings, route, signedIn?.role ?? null, request))
      );
    });

  const done = () => ok({});
  const shell: { readonly [N in keyof Bridge['shell']]: (request: never) => Result<unknown> } = {
    lock: () => {
      [state, signedIn] = ['locked', null];
      say('idleDeadline', { at: null });
      return ok({});
    },
    pickFile: ({ use }: PickedFor) =>
      ok({ file: { fileId: 'c5'.repeat(16) as FileId, fileName: PICKED_NAMES[use] } }),
    readSettings: () => ok(settings),
    writeSettings: (request: Partial<Settings>) => {
      const changed = Object.entries(request).filter(([, value]) => value !== undefined);
      settings = { ...settings, ...Object.fromEntries(changed) };
      return ok(settings);
    },
    printSheet: () => ok({ done: true }),
    saveSheet: () => ok({ fileName: 'recovery-sheet.pdf' }),
    copyValue: () => ok({ copied: true }),
    restartVault: done,
    appInfo: () =>
      ok({
        version: '0.1.0',
        electron: '45.4.1',
        forRealData: options.forRealData ?? true,
        runtimeDays: 12,
        osLockWatched: true,
        memoryGuarded: true,
        desk: null,
        next: null,
        repair: false,
        unfinished: false,
        lastUpdate: null,
        practice: options.practice ?? null,
      }),
    enterPractice: done,
    leavePractice: done,
    discardPractice: done,
    keepTour: done,
  };

  const on = (name: string) => (listener: (event: never) => void) => {
    const heard = listeners.get(name) ?? new Set();
    listeners.set(name, heard.add(listener));
    if (name === 'idleDeadline' && signedIn !== null) startIdle();
    return () => void heard.delete(listener);
  };
  const everyEvent = new Proxy({}, { get: (_, name) => on(String(name)) });
  return {
    vault: Object.fromEntries(ROUTE_NAMES.map((route) => [route, ask(route)])) as unknown as AnsweringVault,
    shell: Object.fromEntries(
      Object.entries(shell).map(([name, answer]) => [
        name,
        // What is copied is nobody's to note.
        (request: { readonly text?: string }) =>
          after(name, name === 'copyValue' ? { length: request.text?.length } : request, () =>
            answer(request as never),
          ),
      ]),
    ) as unknown as Bridge['shell'],
    onVault: everyEvent as Bridge['onVault'],
    onShell: everyEvent as Bridge['onShell'],
    say,
  };
}

interface Proof {
  readonly slotId?: string;
  readonly pin: string;
}
const isProof = (value: unknown): value is Proof =>
  typeof value === 'object' && value !== null && 'pin' in value && typeof value.pin === 'string';

/** Routes that a test may have answered otherwise: what is put into it is asked from then on. */
export type AnsweringVault = { -readonly [N in keyof Bridge['vault']]: Bridge['vault'][N] };

/** Has `route` answer what `change` makes of its answer; a refusal stays one. */
export function changeReply<N extends RouteName>(
  vault: AnsweringVault,
  route: N,
  change: (reply: RouteReply<N>, request: RouteRequest<N>) => RouteReply<N>,
): void {
  const before = vault[route] as (request: RouteRequest<N>) => Promise<Result<RouteReply<N>>>;
  const changed = async (request: RouteRequest<N>): Promise<Result<RouteReply<N>>> => {
    const reply = await before(request);
    return reply.ok ? ok(change(reply.value, request)) : reply;
  };
  Object.assign(vault, { [route]: changed });
}

/** The routes of a bridge, each of which says what it has changed, as the vault does. What is put into the bridge later is asked from then on. */
export function tellChanges({
  vault,
  say,
}: {
  readonly vault: Bridge['vault'];
  readonly say: Says;
}): Bridge['vault'] {
  const telling = (name: RouteName) => async (request: never) => {
    const reply = await vault[name](request);
    const { changes } = ROUTES[name].facts;
    if (reply.ok && changes !== undefined) say('changed', { topics: changes });
    return reply;
  };
  return Object.fromEntries(ROUTE_NAMES.map((name) => [name, telling(name)])) as unknown as Bridge['vault'];
}
