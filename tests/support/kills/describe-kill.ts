/** The test of each file that kills: aim, kill, look at what is left, until each phase of each change was hit on each engine. */
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import type { RouteName } from '../../../contract/route-names.ts';
import type { RouteReply } from '../../../contract/routes.ts';
import type { DeskPerson } from '../../../contract/sign-in/views.ts';
import type { EngineName } from '../../../main/vault/store/store.ts';
import type { ProgramVersion } from '../bundle-child.ts';
import type { VaultHarness } from '../vault-harness.ts';
import {
  type Asked,
  type By,
  type Killed,
  type PhaseOf,
  type Work,
  createPace,
  expectSide,
  killInPhase,
  proofAmong,
} from './kill-in-phase.ts';
import {
  KILL_ENGINES,
  type KillRecord,
  aimedAt,
  createAims,
  createKillRecord,
  killsTimeout,
} from './kill-plan.ts';
import { SIDES, sideOf } from './signs.ts';
import { copyVault } from './vault-copy.ts';

/** What is killed, by the request that makes it. */
interface Change<N extends RouteName = RouteName> {
  /** Of the program whose process is killed; what looks at it afterwards is the present one. */
  readonly version?: ProgramVersion;
  readonly route: N;
  /** In their order, between `asked` and `acknowledged`, which the reply begins. */
  readonly phases: readonly string[];
  /** It is acknowledged at once, and what is killed goes on behind the reply: no phase is `acknowledged`. */
  readonly goesOn?: boolean;
  /** Of one kill: it may count what it has seen. */
  readonly phaseOf: () => PhaseOf;
  /** The first phase in which the change is made; none where what is left may not say whether it is. */
  readonly behindSwitch?: string;
  /** All that `npm test` aims at, where each kill takes long. */
  readonly few?: readonly string[];
}

/** A vault that is killed again and again, on one engine. */
interface Scene<N extends RouteName, C extends string> {
  /** Closed before each kill, and by itself after each look. */
  readonly desk: VaultHarness;
  /** What the request takes, got ready by the very process that is killed. */
  readonly request: (asked: Asked, people: readonly DeskPerson[], change: C) => Promise<object> | object;
  /** Looks at what is left, of a closed vault; whether the change is made, where it has a switch. `what` begins messages. */
  readonly expectAfter: (
    what: string,
    killed: Killed<RouteReply<N>>,
    change: C,
  ) => Promise<boolean> | Promise<void>;
  /** As things stand; each where there is none. */
  readonly canBeMade?: (change: C) => boolean;
  readonly expectInTheEnd?: () => Promise<void>;
}

interface KillTest<N extends RouteName, C extends string> {
  readonly title: string;
  /** By the name that reports give each. Where no kill is left of those that can be made, the last of those is made whole. */
  readonly changes: Readonly<Record<C, Change<N>>>;
  readonly by: By;
  /** From many on the test may take longer. */
  readonly residents?: number;
  /** Each kill begins from the vault of `setUp`. */
  readonly putBack?: boolean;
  /** What the vault does each minute it does when the test turns the clock. */
  readonly minutesByHand?: boolean;
  /** `mostKills`: how many there are if each misses its phase as often as it may. */
  readonly setUp: (engine: EngineName, mostKills: number) => Promise<Scene<N, C>>;
}

/** A suite of one test for each engine on which is killed (kill-plan.ts). */
export function describeKill<N extends RouteName, C extends string>(
  suite: string,
  test: KillTest<N, C>,
): void {
  describe.each(KILL_ENGINES)(`${suite} on %s`, (engine) => {
    if (test.minutesByHand === true) {
      beforeAll(() => void vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] }));
      afterAll(() => void vi.useRealTimers());
    }
    it(test.title, { timeout: killsTimeout(test.residents) }, () => killAll(engine, test));
  });
}

async function killAll<N extends RouteName, C extends string>(
  engine: EngineName,
  { changes, by, putBack = false, setUp }: KillTest<N, C>,
): Promise<void> {
  const names = Object.keys(changes) as C[];
  const records = mapNames(names, (name) => createKillRecord(name, engine));
  const aims = createAims(mapNames(names, (name) => aimedPhases(changes[name])));
  const scene = await setUp(engine, aims.mostKills);
  const { desk, request, expectAfter, canBeMade = () => true, expectInTheEnd } = scene;
  onTestFinished(() => desk.dispose());
  await desk.vault.close();
  const copy = putBack ? await copyVault(desk) : undefined;
  const pace = createPace({ putBack });
  while (aims.left() > 0) {
    await copy?.bringBack();
    const aim = aims.next(canBeMade);
    const name = aim?.change ?? names.findLast(canBeMade)!;
    const { version = 'present', route, phaseOf, behindSwitch } = changes[name];
    const phases = allPhases(changes[name]);
    const work: Work<N> = {
      version,
      route,
      phases,
      phaseOf: phaseOf(),
      request: (asked, people) => request(asked, people, name),
    };
    if (aim === undefined) {
      await expectAfter(`after a whole ${name}`, await makeWhole(desk, work, by), name);
    } else {
      const killed = await killInPhase(desk, engine, work, aim, pace, by);
      const isMade = await expectAfter(`${name}, after a kill in "${killed.phase}"`, killed, name);
      records[name].record(killed.phase);
      if (behindSwitch !== undefined) {
        records[name].record(sideOf(isMade === true));
        expectSide({ phases, behindSwitch }, aim, killed, isMade === true);
      }
    }
    await desk.vault.close();
  }
  for (const name of names) expectAllHit(changes[name], records[name]);
  await expectInTheEnd?.();
}

const mapNames = <C extends string, T>(names: readonly C[], make: (name: C) => T): Record<C, T> =>
  Object.fromEntries(names.map((name) => [name, make(name)])) as Record<C, T>;

const allPhases = ({ phases, goesOn = false }: Change): readonly string[] => [
  'asked',
  ...phases,
  ...(goesOn ? [] : ['acknowledged']),
];

const aimedPhases = (change: Change): readonly string[] => {
  const all = allPhases(change);
  return aimedAt(all, change.few ?? all);
};

function expectAllHit(change: Change, { tooFew }: KillRecord): void {
  const sides = change.behindSwitch === undefined ? [] : SIDES;
  expect(tooFew([...aimedPhases(change), ...sides])).toEqual([]);
}

/** The change itself, in this process; the vault is closed before and afterwards. */
async function makeWhole<N extends RouteName>(
  desk: VaultHarness,
  { route, request }: Work<N>,
  by: By,
): Promise<Killed<RouteReply<N>>> {
  await desk.start();
  const people = await desk.people();
  if (by !== 'nobody') await desk.call('session.unlock', proofAmong(people, by));
  const asked: Asked = {
    call: (name, payload) => desk.call(name, payload as never),
    offerFile: (...file) => desk.vault.offerFile(...file),
  };
  const value = await desk.call(route, (await request(asked, people)) as never);
  await desk.vault.close();
  return { phase: 'acknowledged', acknowledged: true, value };
}
