/** One request in a vault process that is killed in the midst of it, in the phase that the kill is aimed at. */
import { join } from 'node:path';
import { expect, inject } from 'vitest';
import type { Result } from '../../../contract/result.ts';
import type { RouteName } from '../../../contract/route-names.ts';
import type { RouteReply } from '../../../contract/routes.ts';
import type { DeskPerson } from '../../../contract/sign-in/views.ts';
import type { EngineName } from '../../../main/vault/store/store.ts';
import { PINS, type VaultHarness } from '../vault-harness.ts';
import type { ProgramVersion } from '../bundle-child.ts';
import { ChildVault, type Sign, type Verdict } from '../child-vault.ts';
import { forgiveTries } from './forgive-tries.ts';
import type { Aim } from './kill-plan.ts';

/**
 * The phase that a sign begins, given the one before it; null where it begins none. Asked from the request on; for names and statements twice, before
 * the step and behind it, so that what it answers for them hangs on nothing else.
 */
export type PhaseOf = (sign: Sign, before: string) => string | null;

export interface Work<N extends RouteName> {
  /** Of the program whose process is killed. */
  readonly version: ProgramVersion;
  readonly route: N;
  readonly phases: readonly string[];
  readonly phaseOf: PhaseOf;
  /** What the request takes, got ready by the very process that is killed. */
  readonly request: (asked: Asked, people: readonly DeskPerson[]) => Promise<object> | object;
}

/** A vault that a request is got ready with. */
export type Asked = Pick<ChildVault, 'call' | 'offerFile'>;

/** Who asks, with the PIN of set-up; nobody is at the lock screen. */
export type By = 'admin' | 'supervisor' | 'nobody';

/** How long each phase takes of late where it runs to its end, in milliseconds, so that kills fall all over it. */
export interface Pace {
  readonly spread: (most: number) => number;
  readonly usual: Map<string, number>;
  /** How many there were; null where the vault is put back before each kill, with what was counted in it. */
  kills: number | null;
}

const FIRST_GUESS_MS = 5;
/** Each leaves at most two tries counted, of the hundred that close a slot. */
const KILLS_UNTIL_FORGIVEN = 40;

/** `putBack`: the vault is put back before each kill. */
export const createPace = ({ putBack }: { readonly putBack: boolean }): Pace => ({
  spread: createSpread(),
  usual: new Map(),
  kills: putBack ? null : 0,
});

/** Evenly over [0, most), from a fixed start, so that a run can be repeated. */
function createSpread(): Pace['spread'] {
  let state = 61;
  return (most) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return (state / 2_147_483_648) * most;
  };
}

export interface Killed<T> {
  /** Which it fell into. */
  readonly phase: string;
  readonly acknowledged: boolean;
  /** Null where none came before the kill. */
  readonly value: T | null;
}

/**
 * Begins the request in a process that is killed. One that missed the phase that it was aimed at is a kill all the same, and is aimed again. Errors: where
 * it was refused, or missed too often.
 */
export async function killInPhase<N extends RouteName>(
  desk: VaultHarness,
  engine: EngineName,
  { version, route, request, ...work }: Work<N>,
  aim: Aim,
  pace: Pace,
  by: By,
): Promise<Killed<RouteReply<N>>> {
  if (pace.kills !== null && ++pace.kills % KILLS_UNTIL_FORGIVEN === 0) await forgiveTries(desk);
  const { vaultDir, keychain } = desk;
  const watch = watchPhases(work, aim, pace);
  const env = quickStart();
  const child = await ChildVault.start({ vaultDir, keychain, engine, version, env, onSign: watch.see });
  let reply: Result<RouteReply<N>> | null = null;
  try {
    const { people } = await child.call('vault.status', {});
    if (by !== 'nobody') await child.call('session.unlock', proofAmong(people, by));
    const payload = await request(child, people);
    watch.asked();
    void child.ask(route, payload).then((result) => {
      reply = result;
      watch.replied();
    });
    await watch.moment;
  } finally {
    await child.kill();
  }
  const result = reply as Result<RouteReply<N>> | null;
  if (result?.ok === false) throw new Error(`${route} was refused: ${result.error.code}`);
  const phase = watch.phase();
  if (aim.where !== 'anywhere' && phase !== aim.phase) aim.missed(phase);
  return { phase, acknowledged: result !== null, value: result?.value ?? null };
}

/** Where the run has a folder, a child reads what was compiled and computed for PINs before: what a kill leaves does not hang on either. */
function quickStart(): Readonly<Record<string, string>> {
  const folder = inject('runFolder') as string | undefined;
  if (folder === undefined) return {};
  return { RV_KNOWN_PINS: join(folder, 'argon2'), NODE_COMPILE_CACHE: join(folder, 'tmp', 'compiled') };
}

interface PhaseWatch {
  readonly see: (sign: Sign) => Verdict;
  readonly asked: () => void;
  readonly replied: () => void;
  /** Resolves when it is to be killed: from then on the phase stays what it is, and the vault gets no further. */
  readonly moment: Promise<void>;
  readonly phase: () => string;
}

function watchPhases(
  { phases, phaseOf }: Pick<Work<RouteName>, 'phases' | 'phaseOf'>,
  aim: Aim,
  pace: Pace,
): PhaseWatch {
  let phase = '';
  let since = 0;
  let isOver = false;
  let resolveMoment: () => void = () => undefined;
  const moment = new Promise<void>((resolve) => {
    resolveMoment = resolve;
  });
  const end = (): void => {
    isOver = true;
    resolveMoment();
  };
  const usual = (name: string): number => pace.usual.get(name) ?? FIRST_GUESS_MS;
  const endWithin = (most: number): void => void setTimeout(end, pace.spread(most));
  const measure = (): void => {
    if (phase !== '') pace.usual.set(phase, (usual(phase) + performance.now() - since) / 2);
  };
  const enter = (next: string): void => {
    measure();
    phase = next;
    since = performance.now();
    if (aim.where === 'anywhere') return next === 'acknowledged' ? endWithin(FIRST_GUESS_MS) : undefined;
    if (phase === aim.phase) return aim.where === 'within' ? endWithin(usual(phase)) : end();
    if (phases.indexOf(phase) > phases.indexOf(aim.phase)) end();
  };
  const see = (sign: Sign): Verdict => {
    if (phase === '') return 'go';
    const next = sign.type === 'replying' ? 'acknowledged' : phaseOf(sign, phase);
    // A phase that is over does not come again; where work goes on behind the reply, that is no phase.
    const isWithin = next === null || phases.indexOf(next) <= phases.indexOf(phase);
    // What comes between the moment and the kill is not made where it would begin another phase than the one that is recorded.
    if (isOver) return isWithin && isKeychainWrite(sign) ? 'stop-behind' : 'stop';
    if (isWithin) return 'go';
    // Stopped before it is left, however short it is.
    if (aim.where !== 'anywhere' && phase === aim.phase) {
      measure();
      end();
      return 'stop';
    }
    // The reply itself begins the last one.
    if (sign.type === 'replying' || ('done' in sign && !sign.done)) return 'go';
    enter(next);
    return isOver ? 'stop-behind' : 'go';
  };
  return {
    see,
    moment,
    phase: () => phase,
    asked: () => {
      if (aim.where === 'anywhere') endWithin(phases.reduce((sum, name) => sum + usual(name), 0));
      enter('asked');
    },
    replied: () => {
      if (!isOver && phases.includes('acknowledged')) enter('acknowledged');
    },
  };
}

const isKeychainWrite = (sign: Sign): boolean => 'id' in sign;

/**
 * A change is made from the phase on that its switch begins. Before that one it is not, unless the kill fell just anywhere: then the switch may
 * have been made and not been heard of.
 */
export function expectSide(
  { phases, behindSwitch }: { readonly phases: readonly string[]; readonly behindSwitch: string },
  { where }: Aim,
  { phase }: Killed<unknown>,
  isMade: boolean,
): void {
  const isBehind = phases.indexOf(phase) >= phases.indexOf(behindSwitch);
  if (isBehind || where !== 'anywhere') expect(isMade, `after a kill in ${phase}`).toBe(isBehind);
}

/** Of a role, with the PIN of set-up. */
export const proofAmong = (
  people: readonly DeskPerson[],
  role: 'admin' | 'supervisor',
): { readonly slotId: DeskPerson['slotId']; readonly pin: string } => ({
  slotId: people.find((one) => one.role === role)!.slotId,
  pin: PINS[role],
});
