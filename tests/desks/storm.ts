/**
 * `npm run desks -- storm [DESKS] [ACTS]`: whole vaults that work at random over one mailbox while their carriers are killed, their connections cut and they
 * themselves locked. Holds where everything that was answered is everywhere in the end, once, and all shared rows are equal.
 */
import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { HostToCarrier } from '../../contract/carrier.ts';
import type { PersonId } from '../../contract/ids.ts';
import { openMailbox } from '../../main/carrier/mailbox-client.ts';
import { startOfOrder } from '../../main/files/spool/envelope.ts';
import { toolNode } from '../../scripts/setup/node-version.mjs';
import {
  type LinkedDesk,
  differing,
  headerOf,
  linkDesks,
  orderAt,
  settleDesks,
} from '../support/linked-desks.ts';
import { draftOf } from '../support/people-drafts.ts';
import { NO_POSTGRES } from '../support/postgres.ts';
import { type Estate, type World, startWorld } from './server-world.ts';

/** What a storm came to. */
export interface Storm {
  readonly acts: number;
  readonly places: number;
  readonly kills: number;
  readonly cuts: number;
  readonly locks: number;
  /** Answered, and not at every desk. */
  readonly lost: number;
  /** Ops that have more places than one, or none that counts. */
  readonly uncounted: number;
  readonly differing: readonly string[];
  /** From the last fault until all is everywhere. */
  readonly seconds: number;
}

/** Prints the figures. Whether it held. */
export async function runStorm([desks = '5', acts = '300']: readonly string[]): Promise<boolean> {
  if (NO_POSTGRES !== null) throw new Error(NO_POSTGRES);
  const world = await startWorld();
  try {
    const storm = await storms(world, Number(desks), Number(acts));
    process.stdout.write(
      `${desks} desks, ${storm.acts} acts, ${storm.places} ops; ${storm.kills} carriers killed, ${storm.cuts} connections cut, ${storm.locks} vaults locked: ` +
        `${storm.lost} answered lost, ${storm.uncounted} ops not counted once, ${storm.differing.length} tables differ, equal ${storm.seconds.toFixed(1)} s after the last fault\n`,
    );
    return holds(storm);
  } finally {
    await world.stop();
  }
}

const holds = ({ lost, uncounted, differing: tables, seconds }: Storm): boolean =>
  lost + uncounted + tables.length === 0 && seconds <= 10;

/** `count` desks do `acts` things in all, with a fault after every few. */
export async function storms(world: World, count: number, acts: number): Promise<Storm> {
  let estate: Estate | undefined;
  const desks = await linkDesks(
    Array.from({ length: count }, (_, at) => at),
    async (desk, vaultId) => {
      estate ??= await world.addEstate(Buffer.from(startOfOrder(vaultId).hash));
      const { address } = await estate.addDesk(desk);
      return { address, open: () => openMailbox(address) };
    },
  );
  const carriers = new Map<LinkedDesk, ChildProcess>();
  for (const desk of desks) {
    await desk.vault.unlock('supervisor');
    carriers.set(desk, await startCarrierOf(desk));
  }
  const added: PersonId[] = [];
  const faults = { kills: 0, cuts: 0, locks: 0 };
  const cause = async (desk: LinkedDesk, which: number): Promise<void> => {
    if (which % 3 === 0) {
      carriers.get(desk)?.kill('SIGKILL');
      carriers.set(desk, await startCarrierOf(desk));
      faults.kills += 1;
    } else if (which % 3 === 1) {
      const { login } = desk.mailbox.address;
      await world.admin('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = $1', [login]);
      faults.cuts += 1;
    } else {
      await desk.vault.switchTo('supervisor');
      faults.locks += 1;
    }
  };
  for (let act = 0; act < acts; act += 1) {
    const desk = desks[Math.floor(Math.random() * count)]!;
    const { personId } = await desk.vault.addPerson(draftOf(act + 1));
    added.push(personId);
    if (act % 4 === 3) await cause(desks[Math.floor(Math.random() * count)]!, act >> 2);
  }
  const lastFault = performance.now();
  await settleDesks(desks, 60_000);
  const seconds = (performance.now() - lastFault) / 1000;
  const lost = new Set<PersonId>();
  for (const { vault } of desks)
    for (const personId of added)
      if ((await vault.codeOf('people.open', { personId })) !== 'ok') lost.add(personId);
  for (const child of carriers.values()) child.kill('SIGKILL');
  await settleDesks(desks, 60_000);
  const { verdicts } = await orderAt(desks[0]!, 'auto');
  return {
    acts,
    places: verdicts.length,
    ...faults,
    lost: lost.size,
    uncounted: verdicts.filter((verdict) => verdict !== 'counted').length,
    differing: await differing(desks, 'auto'),
    seconds,
  };
}

/** In a process of its own, as main starts it; it ends with this one. */
export async function startCarrierOf({ vault, mailbox }: LinkedDesk): Promise<ChildProcess> {
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
    restMs: 100,
  } satisfies HostToCarrier);
  await sleep(0);
  return child;
}
