/** Search, unlock and reveal inside the vault, in this Node, on each engine that loads here, with the people in a real vault's store. */
import { timeBeyondArgon2id } from './argon-clock.ts';
import { execFile } from 'node:child_process';
import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { openStore } from '../../main/vault/store/open-store.ts';
import { chooseEngine } from '../../main/vault/store/engine/choose-engine.ts';
import { ENGINES } from '../support/engines.ts';
import { insertEstate } from '../support/generate-people.ts';
import { draftOf } from '../support/people-drafts.ts';
import { PINS, type VaultHarness, createHarness } from '../support/vault-harness.ts';
import { fillStore } from './fill-store.ts';
import { measurePack } from './measure-pack.ts';
import { measureRotation } from './measure-rotation.ts';
import { openPlainStore } from './plain-store.ts';
import { type Figure, type KeepFigures, figure } from './report.ts';
import { median, percentile } from './statistics.ts';
import { type SearchTimes, timeOneQuery, timeSearches } from './time-searches.ts';
import { benchHouseholds, namesAmong, typedTexts } from './typed-texts.ts';
import { revealOf } from '../support/requests-of.ts';

export interface StoreRuns {
  readonly texts: number;
  readonly rounds: number;
}

/** Stores for a process that cannot make them itself. */
export interface MadeStores {
  readonly encrypted: string;
  readonly keyHex: string;
  readonly plain: string;
}

/** Search at this size, judged: `where` names engine and process. */
export function searchFigures(
  where: string,
  residents: number,
  inside: readonly number[],
  plain: SearchTimes,
): readonly Figure[] {
  const at = `at ${residents}, ${where}`;
  return [
    figure(`search inside the vault, p50, ${at}`, percentile(inside, 0.5), 'ms', undefined, {
      floor: percentile(plain.all, 0.5),
    }),
    figure(
      `search inside the vault, p95, ${at}`,
      percentile(inside, 0.95),
      'ms',
      { most: 1 },
      { floor: percentile(plain.all, 0.95) },
    ),
    figure(
      `search against plain SQLite, p95, ${at}`,
      percentile(inside, 0.95) / percentile(plain.all, 0.95),
      '×',
      { most: 2 },
    ),
    figure(`floor: one indexed query without cipher, p50, ${at}`, percentile(plain.oneQuery, 0.5), 'ms'),
  ];
}

/** In a process of its own, as a vault has one: behind all the rest of the bench it took a third longer, which neither searches nor sign-ins nor another rotation before it did. */
async function tierKeyFigures(
  folder: string,
  engine: string,
  residents: number,
  rounds: number,
): Promise<readonly Figure[]> {
  const file = fileURLToPath(new URL('tier-keys-process.ts', import.meta.url));
  const { stdout } = await promisify(execFile)(process.execPath, [
    '--disable-warning=ExperimentalWarning',
    file,
    folder,
    engine,
    String(residents),
    String(rounds),
  ]);
  return JSON.parse(stdout) as readonly Figure[];
}

async function timeRoutes(
  harness: VaultHarness,
  rounds: number,
): Promise<{ unlock: number[]; reveal: number[]; search: number[] }> {
  const beyond = { unlock: [] as number[], reveal: [] as number[], search: [] as number[] };
  const proof = await harness.proofOf('receptionist');
  await harness.unlock('receptionist');
  const added = await harness.call('people.add', {
    person: draftOf(1),
    pin: PINS.receptionist,
    cosigner: await harness.proofOf('supervisor'),
  });
  for (let round = 0; round < rounds; round++) {
    await harness.lock();
    const unlocked = await timeBeyondArgon2id(() => harness.call('session.unlock', proof));
    beyond.unlock.push(unlocked.whole - unlocked.argon);
    const reveal = await timeBeyondArgon2id(() =>
      harness.call('people.reveal', revealOf(added.personId, 'phone', PINS.receptionist)),
    );
    beyond.reveal.push(reveal.whole - reveal.argon);
    for (const text of ['zs', '1801', '1234', '张'])
      beyond.search.push((await timeBeyondArgon2id(() => harness.call('people.search', { text }))).whole);
  }
  return beyond;
}

/** `keep` is given the figures as they come. `use` gets the stores while they are there: on SQLCipher itself, which every runtime can load. */
export async function measureStore(
  residents: number,
  runs: StoreRuns,
  keep: KeepFigures,
  use: (stores: MadeStores) => Promise<void>,
): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'rv-bench-'));
  try {
    const plainPath = join(folder, 'plain.db');
    const plainStore = await openPlainStore(plainPath);
    await insertEstate(plainStore, benchHouseholds(residents));
    await plainStore.checkpoint();
    const texts = typedTexts(residents, runs.texts);
    const names = namesAmong(texts);
    let made: MadeStores | null = null;
    for (const { name: engine } of ENGINES) {
      const harness = await createHarness({ engine, vaultDir: join(folder, engine) });
      await harness.setUp();
      await harness.vault.close();
      const { deviceSecrets } = harness.keychain;
      const { path, key } = await fillStore(
        { vaultDir: harness.vaultDir, deviceSecrets, role: 'admin', pin: PINS.admin, engine },
        residents,
      );
      const store = await openStore({ path, key, create: false, engine: chooseEngine(engine) });
      // One after the other and back, so that what else the machine does falls on both.
      const rounds = { inside: [] as number[], all: [] as number[], oneQuery: [] as number[] };
      for (let round = 0; round < 3; round++) {
        rounds.inside.push(...(await timeSearches(store, texts)));
        rounds.all.push(...(await timeSearches(plainStore, texts)));
        rounds.oneQuery.push(...(await timeOneQuery(plainStore, names)));
      }
      await store.close();
      keep(searchFigures(`${engine}, Node`, residents, rounds.inside, rounds));
      const encrypted = join(folder, 'encrypted.db');
      await copyFile(path, encrypted);
      made = { encrypted, keyHex: Buffer.from(key).toString('hex'), plain: plainPath };
      await harness.start();
      const routes = await timeRoutes(harness, runs.rounds);
      await harness.lock();
      keep(await measurePack(harness, `${engine}, Node`, residents, Math.min(3, runs.rounds)));
      await harness.vault.close();
      const at = `at ${residents}, ${engine}, Node, keychain in memory`;
      keep([
        figure(`search route with its reply checked, p50, ${at}`, percentile(routes.search, 0.5), 'ms'),
        figure(`unlock beyond Argon2id, ${at}`, median(routes.unlock), 'ms', { most: 30 }),
        figure(`reveal beyond Argon2id, ${at}`, median(routes.reveal), 'ms', { most: 10 }),
      ]);
      const rotations = Math.min(3, runs.rounds);
      keep(await measureRotation(harness, chooseEngine(engine), residents, rotations));
      keep(await tierKeyFigures(join(folder, `${engine}-sealed`), engine, residents, rotations));
    }
    await plainStore.close();
    if (made !== null) await use(made);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
