/** One request in a vault process that is killed in the midst of it: each phase in its turn is the one that the kill is meant for. */
import type { Result } from '../../contract/result.ts';
import type { RouteName } from '../../contract/route-names.ts';
import type { RouteReply } from '../../contract/routes.ts';
import type { DeskPerson } from '../../contract/views.ts';
import type { EngineName } from '../../main/vault/store/store.ts';
import { ChildVault } from './child-vault.ts';
import { createSpread, sleep } from './kill-phases.ts';
import type { FromChild } from './vault-child.ts';
import type { VaultHarness } from './vault-harness.ts';
import { PINS } from './vault-harness.ts';
import { watchNames } from './watch-names.ts';

/** What is seen of the work: what its process says, and the names that change in the vault's folder; that of the header is the switch of most ceremonies. */
export type Sign = FromChild | { readonly type: 'name'; readonly name: string };

/** The phase that a sign begins, given the one before it; null where it begins none. It is asked from the request on. */
export type PhaseOf = (sign: Sign, before: string) => string | null;

export interface Work<N extends RouteName> {
  readonly route: N;
  /** The first is `asked`, the last `acknowledged`, which the reply begins. */
  readonly phases: readonly string[];
  readonly phaseOf: PhaseOf;
  /** What the request takes, got ready by the very process that is killed. */
  readonly request: (child: ChildVault, people: readonly DeskPerson[]) => Promise<object> | object;
}

/** How long each phase takes of late where it runs to its end, in milliseconds, so that kills fall all over it; the longest ever would have most of them come too late. */
export interface Pace {
  readonly spread: (most: number) => number;
  readonly usual: Map<string, number>;
}

const FIRST_GUESS_MS = 5;

export const createPace = (phases: readonly string[], seed: number): Pace => ({
  spread: createSpread(seed),
  usual: new Map(phases.map((phase) => [phase, FIRST_GUESS_MS])),
});

export interface Killed<T> {
  /** Which it fell into: the one that was heard of last. */
  readonly phase: string;
  readonly acknowledged: boolean;
  /** Null where none came before the kill, or a failure. */
  readonly value: T | null;
}

/** What was killed, as it lies on a disk and in a keychain; nothing else may have it open. */
export type Victim = Pick<VaultHarness, 'vaultDir' | 'keychain'>;

/** An admin's request, with the PIN of set-up. `kill` counts from 0. */
export async function killInPhase<N extends RouteName>(
  desk: Victim,
  engine: EngineName,
  work: Work<N>,
  pace: Pace,
  kill: number,
): Promise<Killed<RouteReply<N>>> {
  const request: Work<N>['request'] = async (child, people) => {
    await child.call('session.unlock', proofAmong(people, 'admin'));
    return work.request(child, people);
  };
  return killSignedOut(desk, engine, { ...work, request }, pace, kill);
}

/** A request that nobody is signed in for. `kill` counts from 0. */
export async function killSignedOut<N extends RouteName>(
  desk: Victim,
  engine: EngineName,
  { route, phases, phaseOf, request }: Work<N>,
  pace: Pace,
  kill: number,
): Promise<Killed<RouteReply<N>>> {
  const target = phases[kill % phases.length] ?? 'asked';
  let phase = '';
  let since = 0;
  let reached: () => void = () => undefined;
  const atTarget = new Promise<void>((resolve) => {
    reached = resolve;
  });
  const enter = (next: string): void => {
    if (next === phase) return;
    if (phase !== '')
      pace.usual.set(phase, ((pace.usual.get(phase) ?? FIRST_GUESS_MS) + performance.now() - since) / 2);
    phase = next;
    since = performance.now();
    // A phase that was passed over is not waited for.
    if (phase === target || phase === 'acknowledged') reached();
  };
  const see = (sign: Sign): void => {
    const next = phase === '' ? null : sign.type === 'reply' ? 'acknowledged' : phaseOf(sign, phase);
    if (next !== null) enter(next);
  };
  const child = await ChildVault.start({
    vaultDir: desk.vaultDir,
    keychain: desk.keychain,
    engine,
    onMessage: see,
  });
  const stopWatching = watchNames(desk.vaultDir, (name) => see({ type: 'name', name }));
  const { people } = await child.call('vault.status', {});
  const payload = await request(child, people);
  enter('asked');
  let result: Result<RouteReply<N>> | null = null;
  void child.ask(route, payload).then((reply) => {
    result = reply;
  });
  await atTarget;
  const wait = pace.spread(pace.usual.get(target) ?? 0);
  if (wait >= 1) await sleep(wait);
  const fell = phase;
  await child.kill();
  stopWatching();
  const reply = result as Result<RouteReply<N>> | null;
  return { phase: fell, acknowledged: reply?.ok === true, value: reply?.ok === true ? reply.value : null };
}

/** Of a role, with the PIN of set-up. */
export const proofAmong = (
  people: readonly DeskPerson[],
  role: 'admin' | 'supervisor',
): { readonly slotId: DeskPerson['slotId']; readonly pin: string } => ({
  slotId: people.find((one) => one.role === role)!.slotId,
  pin: PINS[role],
});
