/** One request of an admin's in a vault process that is killed in the midst of it: each phase in its turn is the one that the kill is meant for. */
import { watch } from 'node:fs';
import type { Result } from '../../contract/result.ts';
import type { RouteName } from '../../contract/route-names.ts';
import type { RouteReply } from '../../contract/routes.ts';
import type { DeskPerson } from '../../contract/views.ts';
import { HEADER_FILE } from '../../main/vault/header/header.ts';
import type { EngineName } from '../../main/vault/store/store.ts';
import { ChildVault } from './child-vault.ts';
import { createSpread, sleep } from './kill-phases.ts';
import type { FromChild } from './vault-child.ts';
import type { VaultHarness } from './vault-harness.ts';
import { PINS } from './vault-harness.ts';

/** What is seen of the work: what its process says, that a new header is being written, and the header's rename, which is the switch of most ceremonies. */
export type Sign = FromChild | { readonly type: 'new-header' | 'header' };

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

export const createPace = (phases: readonly string[], seed: number): Pace => ({ spread: createSpread(seed), usual: new Map(phases.map((phase) => [phase, FIRST_GUESS_MS])) });

export interface Killed<T> {
  /** Which it fell into: the one that was heard of last. */
  readonly phase: string;
  readonly acknowledged: boolean;
  /** Null where none came before the kill, or a failure. */
  readonly value: T | null;
}

/** The vault must be closed. `kill` counts from 0. */
export async function killInPhase<N extends RouteName>(desk: VaultHarness, engine: EngineName, { route, phases, phaseOf, request }: Work<N>, pace: Pace, kill: number): Promise<Killed<RouteReply<N>>> {
  const target = phases[kill % phases.length] ?? 'asked';
  let phase = '';
  let since = 0;
  let reached: () => void = () => undefined;
  const atTarget = new Promise<void>((resolve) => { reached = resolve; });
  const enter = (next: string): void => {
    if (next === phase) return;
    if (phase !== '') pace.usual.set(phase, ((pace.usual.get(phase) ?? FIRST_GUESS_MS) + performance.now() - since) / 2);
    phase = next;
    since = performance.now();
    // A phase that was passed over is not waited for.
    if (phase === target || phase === 'acknowledged') reached();
  };
  const see = (sign: Sign): void => {
    const next = phase === '' ? null : sign.type === 'reply' ? 'acknowledged' : phaseOf(sign, phase);
    if (next !== null) enter(next);
  };
  const child = await ChildVault.start({ vaultDir: desk.vaultDir, keychain: desk.keychain, engine, onMessage: see });
  const watcher = watch(desk.vaultDir, (_change, name) => {
    if (name === HEADER_FILE) see({ type: 'header' });
    if (name === `${HEADER_FILE}.new`) see({ type: 'new-header' });
  });
  const { people } = await child.call('vault.status', {});
  await child.call('session.unlock', proofAmong(people, 'admin'));
  const payload = await request(child, people);
  enter('asked');
  let result: Result<RouteReply<N>> | null = null;
  void child.ask(route, payload).then((reply) => { result = reply; });
  await atTarget;
  const wait = pace.spread(pace.usual.get(target) ?? 0);
  if (wait >= 1) await sleep(wait);
  const fell = phase;
  await child.kill();
  watcher.close();
  const reply = result as Result<RouteReply<N>> | null;
  return { phase: fell, acknowledged: reply?.ok === true, value: reply?.ok === true ? reply.value : null };
}

/** Of a role, with the PIN of set-up. */
export const proofAmong = (people: readonly DeskPerson[], role: 'admin' | 'supervisor'): { readonly slotId: DeskPerson['slotId']; readonly pin: string } =>
  ({ slotId: people.find((one) => one.role === role)!.slotId, pin: PINS[role] });
