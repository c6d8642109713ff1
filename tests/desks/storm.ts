/**
 * `npm run desks -- storm [DESKS] [ACTS] [FAULTS]`: whole vaults that work at random over one mailbox, by clocks of which some are a year behind or ahead, while carriers and vaults are
 * killed, connections cut, vaults locked and the server ended as by a power cut, by turns. Holds where everything that was answered is everywhere in the end, once, and all shared rows are equal.
 */
import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { HostToCarrier } from '../../contract/carrier.ts';
import type { PersonId } from '../../contract/ids.ts';
import { openMailbox } from '../../main/carrier/mailbox-client.ts';
import { type Clock, systemClock } from '../../main/vault/clock.ts';
import { startOfOrder } from '../../main/files/spool/envelope.ts';
import { toolNode } from '../../scripts/setup/node-version.mjs';
import { ChildVault } from '../support/child-vault.ts';
import {
  type LinkedDesk,
  differing,
  headerOf,
  linkDesks,
  orderAt,
  peopleAt,
  settleDesks,
} from '../support/linked-desks.ts';
import { rememberPins } from '../support/memoised-argon2.ts';
import { draftOf } from '../support/people-drafts.ts';
import { NO_POSTGRES } from '../support/postgres.ts';
import { makeTempDir } from '../support/temp-dir.ts';
import { type Estate, type World, startWorld } from './server-world.ts';

/** What a storm came to. */
export interface Storm {
  readonly acts: number;
  /** For all acts and faults. */
  readonly minutes: number;
  readonly places: number;
  readonly kills: number;
  readonly cuts: number;
  readonly locks: number;
  readonly vaultKills: number;
  readonly serverKills: number;
  /** Answered, and not at every desk. */
  readonly lost: number;
  /** Ops that have more places than one, or none that counts. */
  readonly uncounted: number;
  readonly differing: readonly string[];
  /** From the last fault until all is everywhere. */
  readonly seconds: number;
}

/** Prints the figures. Whether it held. */
export async function runStorm([desks = '5', acts = '300', faults]: readonly string[]): Promise<boolean> {
  if (NO_POSTGRES !== null) throw new Error(NO_POSTGRES);
  // Of desks is to be seen what they do together, not for how long a PIN keeps each of them.
  rememberPins(makeTempDir());
  const world = await startWorld();
  try {
    const storm = await storms(
      world,
      Number(desks),
      Number(acts),
      Number(faults ?? Math.floor(Number(acts) / 4)),
    );
    process.stdout.write(
      `${desks} desks, ${storm.acts} acts in ${storm.minutes.toFixed(1)} min, ${storm.places} ops; ${storm.kills} carriers, ${storm.vaultKills} vaults and ${storm.serverKills} times the server killed, ${storm.cuts} connections cut, ${storm.locks} vaults locked: ` +
        `${storm.lost} answered lost, ${storm.uncounted} ops not counted once, ${storm.differing.length} tables differ, equal ${storm.seconds.toFixed(1)} s after the last fault\n`,
    );
    return holds(storm);
  } finally {
    await world.stop();
  }
}

const holds = ({ lost, uncounted, differing: tables, seconds }: Storm): boolean =>
  lost + uncounted + tables.length === 0 && seconds <= 10;

/** `count` desks do `acts` things in all, with `all` faults at even distances, the last one behind the last act. */
export async function storms(world: World, count: number, acts: number, all: number): Promise<Storm> {
  let estate: Estate | undefined;
  const desks = await linkDesks(
    Array.from({ length: count }, (_, at) => at),
    async (desk, vaultId) => {
      estate ??= await world.addEstate(Buffer.from(startOfOrder(vaultId).hash));
      const { address } = await estate.addDesk(desk);
      return { address, open: () => openMailbox(address) };
    },
    { clockOf: clockApart },
  );
  // All of them look at one processor's time.
  const restMs = 20 * count;
  const carriers = new Map<LinkedDesk, ChildProcess>();
  for (const desk of desks) {
    await desk.vault.unlock('supervisor');
    carriers.set(desk, await startCarrierOf(desk, restMs));
  }
  const added: PersonId[] = [];
  const faults = { kills: 0, cuts: 0, locks: 0, vaultKills: 0, serverKills: 0 };
  const kinds: Readonly<Record<keyof typeof faults, (desk: LinkedDesk) => Promise<unknown>>> = {
    async kills(desk) {
      carriers.get(desk)?.kill('SIGKILL');
      carriers.set(desk, await startCarrierOf(desk, restMs));
    },
    cuts: ({ mailbox: { address } }) =>
      world.admin('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = $1', [
        address.login,
      ]),
    locks: ({ vault }) => vault.switchTo('supervisor'),
    async vaultKills(desk) {
      added.push(...(await killAtWork(desk, acts + 3 * faults.vaultKills)));
    },
    serverKills: () => world.crash(),
  };
  const cause = async (desk: LinkedDesk, which: number): Promise<void> => {
    const names = Object.keys(kinds) as (keyof typeof faults)[];
    const kind = names[which % names.length]!;
    await kinds[kind](desk);
    faults[kind] += 1;
  };
  const began = performance.now();
  for (let act = 0; act < acts; act += 1) {
    const desk = desks[Math.floor(Math.random() * count)]!;
    const { personId } = await desk.vault.addPerson(draftOf(act + 1));
    added.push(personId);
    const due = Math.floor(((act + 1) * all) / acts);
    if (due > Math.floor((act * all) / acts)) await cause(desks[Math.floor(Math.random() * count)]!, due - 1);
  }
  const lastFault = performance.now();
  await settleDesks(desks, 60_000);
  const seconds = (performance.now() - lastFault) / 1000;
  for (const child of carriers.values()) child.kill('SIGKILL');
  const lost = new Set<PersonId>();
  for (const desk of desks) {
    const there = await peopleAt(desk, 'auto');
    for (const personId of added) if (!there.has(personId)) lost.add(personId);
  }
  const { verdicts } = await orderAt(desks[0]!, 'auto');
  return {
    acts,
    minutes: (lastFault - began) / 60_000,
    places: verdicts.length,
    ...faults,
    lost: lost.size,
    uncounted: verdicts.filter((verdict) => verdict !== 'counted').length,
    differing: await differing(desks, 'auto'),
    seconds,
  };
}

/** A year behind, right, or a year ahead. */
const clockApart = (desk: number): Clock => ({
  now: () => systemClock.now() + ((desk % 3) - 1) * 365 * 86_400_000,
  monotonic: () => systemClock.monotonic(),
});

/** Work that is under way at once when the vault is killed. */
const AT_ONCE = 3;
const MOST_KILL_MS = 400;

/** A vault in a process of its own is killed while it adds people. Returns those of whom it had said that they are there. */
async function killAtWork({ vault }: LinkedDesk, first: number): Promise<readonly PersonId[]> {
  const proof = await vault.proofOf('supervisor');
  await vault.vault.close();
  const child = await ChildVault.start({
    vaultDir: vault.vaultDir,
    keychain: vault.keychain,
    engine: 'better-sqlite3',
  });
  await child.call('session.unlock', proof);
  const answered: PersonId[] = [];
  for (let n = 1; n <= AT_ONCE; n += 1)
    void child.ask('people.add', { person: draftOf(first + n), pin: proof.pin }).then((result) => {
      if (result.ok) answered.push(result.value.personId);
    });
  await sleep(Math.random() * MOST_KILL_MS);
  await child.kill();
  await vault.start();
  await vault.unlock('supervisor');
  return answered;
}

/** In a process of its own, as main starts it; it ends with this one. */
export async function startCarrierOf({ vault, mailbox }: LinkedDesk, restMs = 100): Promise<ChildProcess> {
  const child = fork(join(import.meta.dirname, '../support/carrier-child.ts'), {
    execPath: toolNode(),
    execArgv: ['--disable-warning=ExperimentalWarning'],
  });
  const { link, desk, vaultId } = await headerOf(vault);
  child.send({
    type: 'start',
    vaultDir: vault.vaultDir,
    settings: { vaultId, desk, mailbox: link!.mailbox, publicKeys: link!.desks },
    password: mailbox.address.password,
    restMs,
  } satisfies HostToCarrier);
  await sleep(0);
  return child;
}
