/** Several desks beside one: what it costs a desk that others keep the estate as well, how soon they have what it does, and what the mailbox takes, all by turns in one run. */
import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { openMailbox } from '../../main/carrier/mailbox-client.ts';
import { startOfOrder } from '../../main/files/spool/envelope.ts';
import { NOT_APPLYING } from '../../main/vault/store/schema/feature-schema.ts';
import { openStore } from '../../main/vault/store/open-store.ts';
import { sql } from '../../main/vault/store/sql.ts';
import type { Store } from '../../main/vault/store/store.ts';
import { type Estate, type World, opOf, startWorld } from '../desks/server-world.ts';
import { ENGINES } from '../support/engines.ts';
import { insertEstate } from '../support/generate-people.ts';
import { previewRows } from '../support/import-file.ts';
import { type LinkedDesk, linkDesks, settleDesks } from '../support/linked-desks.ts';
import { draftOf, phoneOf } from '../support/people-drafts.ts';
import { revealOf } from '../support/requests-of.ts';
import { makeTempDir } from '../support/temp-dir.ts';
import { PINS, type VaultHarness, createHarness } from '../support/vault-harness.ts';
import { timeBeyondArgon2id } from './argon-clock.ts';
import { type Figure, type KeepFigures, figure } from './report.ts';
import { median, percentile } from './statistics.ts';
import { benchHouseholds } from './typed-texts.ts';
import { join } from 'node:path';

interface DesksRuns {
  readonly reveals: number;
  readonly imports: number;
  /** Rows of each import. */
  readonly rows: number;
  readonly seen: number;
  /** Of each of eight desks, in each turn. */
  readonly appends: number;
  readonly turns: number;
  /** People of the stores that are written with and without what several desks need. */
  readonly people: number;
}

export const FULL_DESKS: DesksRuns = {
  reveals: 60,
  imports: 5,
  rows: 5_000,
  seen: 60,
  appends: 60,
  turns: 5,
  people: 5_000,
};
export const QUICK_DESKS: DesksRuns = {
  reveals: 12,
  imports: 2,
  rows: 300,
  seen: 6,
  appends: 15,
  turns: 3,
  people: 1_000,
};

/** One desk alone, and two that share an estate, with a supervisor at each. */
interface Beside {
  readonly alone: VaultHarness;
  readonly desks: readonly [LinkedDesk, LinkedDesk];
}

/** `keep` is given the figures as they come. */
export async function measureDesks(runs: DesksRuns, keep: KeepFigures): Promise<void> {
  const world = await startWorld();
  try {
    keep(await measureAppends(world, runs));
    for (const { name: engine } of ENGINES) {
      keep(await measureOne(engine, runs));
      const alone = await createHarness({ engine });
      await alone.setUp();
      const beside: Beside = { alone, desks: await twoDesks(world, engine) };
      for (const vault of [alone, ...beside.desks.map((desk) => desk.vault)])
        await vault.unlock('supervisor');
      keep(await measureReveals(beside, engine, runs.reveals));
      keep(await measureImports(beside, engine, runs));
      keep([await measureSeen(beside.desks, engine, runs.seen)]);
      await alone.vault.close();
      for (const { vault, carrier } of beside.desks) {
        await carrier.stop();
        await vault.vault.close();
      }
    }
  } finally {
    await world.stop();
  }
}

async function twoDesks(world: World, engine: Store['engine']): Promise<Beside['desks']> {
  let estate: Estate | undefined;
  const desks = await linkDesks(
    [0, 1],
    async (desk, vaultId) => {
      estate ??= await world.addEstate(Buffer.from(startOfOrder(vaultId).hash));
      const { address } = await estate.addDesk(desk);
      return { address, open: () => openMailbox(address) };
    },
    { engine },
  );
  return desks as unknown as Beside['desks'];
}

/** A PIN is stretched in both alike: without that the op alone is seen. */
async function measureReveals(
  { alone, desks: [one] }: Beside,
  engine: string,
  times: number,
): Promise<readonly Figure[]> {
  const taken = { alone: timesOf(), linked: timesOf() };
  const people = new Map<VaultHarness, number>();
  for (let at = 0; at < times; at += 1)
    for (const [vault, its] of [
      [alone, taken.alone],
      [one.vault, taken.linked],
    ] as const) {
      if (!people.has(vault)) people.set(vault, (await vault.addPerson(draftOf(1))).personId);
      const request = revealOf(people.get(vault) as never, 'phone', PINS.supervisor);
      const { whole, argon } = await timeBeyondArgon2id(() => vault.call('people.reveal', request));
      its.whole.push(whole);
      its.beyond.push(whole - argon);
    }
  return [
    figure(
      `several desks: a reveal against one desk's, ${engine}`,
      median(taken.linked.whole) / median(taken.alone.whole),
      '×',
      { most: 1.15 },
    ),
    figure(
      `several desks: a reveal beyond Argon2id, ${engine}`,
      median(taken.linked.beyond),
      'ms',
      undefined,
      { floor: median(taken.alone.beyond) },
    ),
  ];
}

const timesOf = (): { readonly whole: number[]; readonly beyond: number[] } => ({ whole: [], beyond: [] });

async function measureImports(
  { alone, desks: [one, other] }: Beside,
  engine: string,
  { imports, rows }: DesksRuns,
): Promise<readonly Figure[]> {
  const taken = { alone: [] as number[], linked: [] as number[], applied: [] as number[] };
  await settleDesks([one, other]);
  // All other desks wait for an import, which its place decides.
  void one.carrier.run();
  for (let turn = 0; turn < imports; turn += 1) {
    const write = async (vault: VaultHarness): Promise<number> => {
      const { apply } = await previewRows(vault, rowsOf(turn, rows));
      const { whole, argon } = await timeBeyondArgon2id(() => apply());
      return whole - argon;
    };
    taken.alone.push(await write(alone));
    taken.linked.push(await write(one.vault));
    // Its vault is told at the end of the look.
    const { got } = await other.carrier.look();
    const began = performance.now();
    while ((other.spool.readTaken()?.place ?? 0) < got) await sleep(2);
    taken.applied.push(performance.now() - began);
    await settleDesks([one, other]);
  }
  const of = `an import of ${rows} rows`;
  const floor = median(taken.alone);
  return [
    figure(`several desks: ${of} against one desk's, ${engine}`, median(taken.linked) / floor, '×', {
      most: 1.4,
    }),
    figure(
      `several desks: ${of} applied elsewhere against its writing, ${engine}`,
      median(taken.applied) / median(taken.linked),
      '×',
      { most: 1.5 },
    ),
    figure(`several desks: ${of}, ${engine}`, median(taken.linked), 'ms', undefined, { floor }),
  ];
}

/** A household of three in each room. */
const rowsOf = (turn: number, rows: number): readonly (readonly string[])[] => [
  ['房号', '业主名称', '手机号'],
  ...Array.from({ length: rows }, (_, at) => {
    const n = turn * rows + at;
    const room = Math.floor(n / 3);
    return [
      `${1 + Math.floor(room / 400)}-${1 + (Math.floor(room / 100) % 4)}-${101 + (room % 100)}`,
      `王${String.fromCodePoint(0x4e00 + (n % 2_000))}${String.fromCodePoint(0x5e00 + Math.floor(n / 2_000))}`,
      phoneOf(n),
    ];
  }),
];

/** From the answer at one desk until the other shows it, with carriers that rest as they do in the product. */
async function measureSeen([one, other]: Beside['desks'], engine: string, times: number): Promise<Figure> {
  void other.carrier.run();
  const taken: number[] = [];
  for (let at = 0; at < times; at += 1) {
    await sleep(Math.random() * 2_000);
    const { personId } = await one.vault.addPerson(draftOf(5_000 + at));
    const began = performance.now();
    while ((await other.vault.codeOf('people.open', { personId })) !== 'ok')
      await other.vault.hear('changed');
    taken.push((performance.now() - began) / 1_000);
  }
  return figure(`several desks: seen elsewhere, p95, ${engine}`, percentile(taken, 0.95), 's', { most: 5 });
}

const DESKS = 8;
const OP_BYTES = 2_048;

/** Ops of eight desks at once, beside one client that inserts as many rows of that size and nothing else, each committed. */
async function measureAppends(world: World, { appends, turns }: DesksRuns): Promise<readonly Figure[]> {
  const estate = await world.addEstate();
  const desks = await Promise.all(Array.from({ length: DESKS }, (_, at) => estate.addDesk(at + 1)));
  const bare = await world.postgres.as('superuser');
  await bare.query('CREATE TABLE public.bare (id bigint PRIMARY KEY, bytes bytea NOT NULL)');
  const text = randomBytes(OP_BYTES / 2).toString('hex');
  const rates = { desks: [] as number[], bare: [] as number[] };
  let given = 0;
  const rateOf = async (work: () => Promise<unknown>): Promise<number> => {
    const began = performance.now();
    await work();
    return (1_000 * DESKS * appends) / (performance.now() - began);
  };
  for (let turn = 0; turn < turns; turn += 1) {
    rates.bare.push(
      await rateOf(async () => {
        for (let at = 0; at < DESKS * appends; at += 1)
          await bare.query('INSERT INTO public.bare VALUES ($1, $2)', [(given += 1), Buffer.from(text)]);
      }),
    );
    rates.desks.push(
      await rateOf(() =>
        Promise.all(
          desks.map(async ({ box }) => {
            for (let n = turn * appends + 1; n <= (turn + 1) * appends; n += 1)
              await box.append(opOf(n, text), estate.start, null);
          }),
        ),
      ),
    );
  }
  await bare.end();
  return [
    figure(
      `mailbox: ops of ${DESKS} desks at once against one client's bare inserts`,
      median(rates.desks) / median(rates.bare),
      '×',
      { least: 0.7 },
    ),
    figure(`mailbox: a bare insert and nothing else`, 1_000 / median(rates.bare), 'ms'),
  ];
}

/**
 * A vault of one desk captures nothing; what is left of several desks in it are the conditions by which its triggers rest while ops are applied. The same changes
 * to a store with them and to one of which the triggers have none: each committed alone, as at a desk, and all at once, where nothing but triggers is seen.
 */
async function measureOne(engine: Store['engine'], { people, turns }: DesksRuns): Promise<readonly Figure[]> {
  const stores: readonly [Store, Store] = [await filled(engine, people), await filled(engine, people)];
  await withoutConditions(stores[1]);
  const one = [[] as number[], [] as number[]] as const;
  const all = [[] as number[], [] as number[]] as const;
  for (let turn = 0; turn < 20 * turns; turn += 1)
    // Whoever is first has the disk to itself every other time.
    for (const at of turn % 2 === 0 ? ([0, 1] as const) : ([1, 0] as const)) {
      one[at].push(await timeChange(stores[at], turn, turn + 1));
      if (turn % 10 === 0) all[at].push(await timeChange(stores[at], turn, null));
    }
  for (const store of stores) await store.close();
  const against = `against a store that knows no others, ${engine}`;
  return [
    figure(`one desk: a change ${against}`, median(one[0]) / median(one[1]), '×', { most: 1.05 }),
    figure(
      `one desk: triggers of ${people} people and their rooms ${against}`,
      median(all[0]) / median(all[1]),
      '×',
    ),
  ];
}

async function filled(name: Store['engine'], people: number): Promise<Store> {
  const engine = ENGINES.find((one) => one.name === name)!;
  const store = await openStore({
    path: join(makeTempDir(), 'one.db'),
    key: randomBytes(32),
    create: true,
    engine,
  });
  await insertEstate(store, benchHouseholds(people));
  return store;
}

/** Of one person and one room, or of all. Milliseconds. */
async function timeChange(store: Store, turn: number, id: number | null): Promise<number> {
  const began = performance.now();
  await store.transaction(async (tx) => {
    await tx.run(sql`UPDATE person SET pinyin = ${String(turn)} WHERE ${id} IS NULL OR id = ${id}`);
    await tx.run(sql`UPDATE person SET name = name || ${turn % 10} WHERE ${id} IS NULL OR id = ${id}`);
    await tx.run(sql`UPDATE room SET floor = ${String(turn)} WHERE ${id} IS NULL OR id = ${id}`);
  });
  return performance.now() - began;
}

async function withoutConditions(store: Store): Promise<void> {
  const triggers = await store.all<{ readonly name: string; readonly text: string }>(
    sql`SELECT name, sql AS text FROM sqlite_schema WHERE type = 'trigger'`,
  );
  const resting = triggers.filter(({ text }) => text.includes(NOT_APPLYING));
  if (resting.length === 0) throw new Error('no trigger rests while ops are applied');
  await store.transaction(async (tx) => {
    for (const { name, text } of resting) {
      await tx.run({ text: `DROP TRIGGER ${name}`, values: [] });
      await tx.run({ text: text.replace(NOT_APPLYING, '1'), values: [] });
    }
  });
}
