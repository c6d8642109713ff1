/** The product in real Electron with its residents imported through its own routes, each figure beside the bare application's. */
import {
  chmodSync,
  chownSync,
  copyFileSync,
  existsSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { type ElectronApplication, type Page, _electron } from 'playwright-core';
import { type RunningApp, isAlive, launchApp } from '../../scripts/desktop/launch-app.ts';
import { startDisplay } from '../../scripts/desktop/display.ts';
import { MAX_ROWS } from '../../main/vault/import/limits.ts';
import type { Bridge } from '../../contract/bridge.ts';
import type { SlotId } from '../../contract/ids.ts';
import type { DeskPerson } from '../../contract/sign-in/views.ts';
import { DESK_STAFF, DeskDriver } from '../support/desk-driver.ts';
import { writeWorkbook } from '../support/fixture-workbooks.ts';
import { fillSealed } from '../support/fill-sealed.ts';
import { openSessionKeychain } from '../support/session-keychain.ts';
import { STORE_FILE } from '../support/store-tools.ts';
import type { SearchAnswer, SearchJob } from './bare/search-job.ts';
import { readKeys, typeText, watchKeys } from './keystrokes.ts';
import { measureDeskInSweep } from './measure-desk-in-sweep.ts';
import { type MadeStores, searchFigures } from './measure-store.ts';
import { familyMegabytes, familyOf, isVaultOrPage, waitUntilGone, watchMemory } from './processes.ts';
import { type Figure, type KeepFigures, figure } from './report.ts';
import type { BenchStage } from './stage-bench.ts';
import { type UndrivenApp, startUndriven } from '../support/undriven-app.ts';
import { paintOf, SETTLE_MS, sleep, timeStart } from './start-electron.ts';
import { median, percentile } from './statistics.ts';
import { benchHouseholds, namesAmong, TYPED_BY_HAND, typedTexts } from './typed-texts.ts';

export interface DeskRuns {
  /** Unlock, reveal, lock. */
  readonly rounds: number;
  readonly starts: number;
  /** Texts that are typed key by key. */
  readonly typed: number;
  /** Texts that the utility process is asked. */
  readonly texts: number;
}

interface WithBridge {
  readonly residentVault: Bridge;
}
interface Proof {
  readonly slotId: SlotId;
  readonly pin: string;
}

/** After the last change of a window, until its memory is read. */
const MEMORY_SETTLE_MS = 4_000;
/** After Argon2id has ended, until its memory is given back. */
const SETTLED_NS = 50_000_000n;

/** Enough for a median. */
const KEYCHAIN_WRITES = 25;

/** Measured once for these numbers of people and kept in docs/quality; not part of this run. */
const PEERS: Readonly<Record<number, string>> = {
  1000: 'KeePassXC 2.7: 105–121 ms',
  100_000: 'KeePassXC 2.7: 322–643 ms',
};

/** Search in Electron's utility process, on a store that this Node has made. */
export async function measureUtilityProcess(
  stage: BenchStage,
  residents: number,
  stores: MadeStores,
  runs: DeskRuns,
): Promise<readonly Figure[]> {
  const { user } = stage.bare;
  const take = (from: string, name: string): string => {
    const path = join(stage.exchange, name);
    copyFileSync(from, path);
    if (user !== null) chownSync(path, user.uid, user.gid);
    return path;
  };
  const texts = typedTexts(residents, runs.texts);
  const answer = join(stage.exchange, 'answer.json');
  const job: SearchJob = {
    encrypted: take(stores.encrypted, 'encrypted.db'),
    plain: take(stores.plain, 'plain.db'),
    keyHex: stores.keyHex,
    texts,
    names: namesAmong(texts),
    answer,
  };
  const jobFile = join(stage.exchange, 'job.json');
  writeFileSync(jobFile, JSON.stringify(job), { mode: 0o600 });
  if (user !== null) chownSync(jobFile, user.uid, user.gid);
  const display = await startDisplay(user);
  const child = spawn(
    stage.bare.executable,
    ['--bare=job', `--job=${jobFile}`, `--user-data-dir=${join(stage.exchange, 'job-data')}`],
    { env: { ...display.env, HOME: stage.exchange, PATH: process.env['PATH'] ?? '' }, stdio: 'ignore' },
  );
  await once(child, 'exit');
  await display.stop();
  if (!existsSync(answer)) throw new Error('the utility process gave no answer');
  const found = JSON.parse(readFileSync(answer, 'utf8')) as SearchAnswer | { readonly error: string };
  if ('error' in found) throw new Error(found.error);
  return searchFigures(`${found.engine}, Electron utility process`, residents, found.inside, found);
}

/** `keep` is given the figures as they come, so that a run that fails has those of before. */
export async function measureDesk(
  stage: BenchStage,
  residents: number,
  runs: DeskRuns,
  keep: KeepFigures,
): Promise<void> {
  await withDesk(stage, async (app, desk) => {
    if (residents <= MAX_ROWS) keep(await measureImport(stage, desk, residents));
    await app.quit();
    if (residents > MAX_ROWS) await fillDesk(app, residents);
    await app.restart();
    await desk.enter('receptionist');
    await desk.search('zs');
    await sleep(MEMORY_SETTLE_MS);
    const unlockedMB = familyMegabytes(mainPid(app));
    const keys = await measureKeys(stage, desk.page, residents, runs);
    keep(keys.figures);
    await restart(app);
    keep(await measureDeskInSweep(app, desk, residents, TYPED_BY_HAND.slice(0, runs.typed), keys.p95));
    await app.quit();
    keep(await measureRoutes(stage, app, residents, runs));
    keep(await measureStart(stage, app, residents, runs));
    keep(await measureMemory(stage, unlockedMB, residents));
  });
}

/** An import and nothing else. */
export const measureImportAlone = (stage: BenchStage, residents: number): Promise<readonly Figure[]> =>
  withDesk(stage, (_, desk) => measureImport(stage, desk, residents));

/** Set up, then started anew, so that neither set-up's trials of Argon2id nor the import count in what comes after them. */
async function withDesk<T>(
  stage: BenchStage,
  work: (app: RunningApp, desk: DeskDriver) => Promise<T>,
): Promise<T> {
  const app = await launchApp({ staged: stage.app, idleSeconds: 600, language: 'zh-CN' });
  try {
    const desk = new DeskDriver(app);
    await desk.setUp('Bench Estate');
    await desk.allowHaste();
    await restart(app);
    return await work(app, desk);
  } finally {
    await app.dispose();
  }
}

/** As an import would have, sealed and all, on the engine that every runtime reads. The store stays its owner's. */
async function fillDesk(app: RunningApp, residents: number): Promise<void> {
  const vaultDir = join(app.userDataDir, 'vault');
  const desk = { vaultDir, keychain: { deviceSecrets: openSessionKeychain(app).deviceSecrets() } };
  const { uid, gid } = statSync(join(vaultDir, STORE_FILE));
  await fillSealed(desk, 'sqlcipher', benchHouseholds(residents), DESK_STAFF.supervisor.pin);
  chownSync(join(vaultDir, STORE_FILE), uid, gid);
}

async function restart(app: RunningApp): Promise<void> {
  await app.quit();
  await app.restart();
}

const mainPid = (app: RunningApp): number => app.electron.process().pid ?? 0;

async function launchBare(
  stage: BenchStage,
  mode: 'window' | 'list',
): Promise<{ electron: ElectronApplication; page: Page; close(): Promise<void> }> {
  const display = await startDisplay(stage.bare.user);
  const electron = await _electron.launch({
    executablePath: stage.bare.executable,
    chromiumSandbox: true,
    cwd: stage.exchange,
    args: [`--bare=${mode}`, `--user-data-dir=${join(stage.exchange, `${mode}-data`)}`],
    env: { ...display.env, HOME: stage.exchange, LANG: 'C.UTF-8', PATH: process.env['PATH'] ?? '' },
  });
  const child = electron.process();
  const page = await electron.firstWindow();
  return {
    electron,
    page,
    async close() {
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
      await display.stop();
    },
  };
}

// --- one thing after another

async function measureKeys(
  stage: BenchStage,
  page: Page,
  residents: number,
  runs: DeskRuns,
): Promise<{ readonly figures: readonly Figure[]; readonly p95: number }> {
  const bare = await launchBare(stage, 'list');
  try {
    await bare.page.locator('body[data-ready=true]').waitFor();
    await watchKeys(page, 'section:has([data-testid=result-scroller])');
    await watchKeys(bare.page, '[data-testid=bare-list]');
    // By turns, so that what else the machine does falls on both.
    for (const text of TYPED_BY_HAND.slice(0, runs.typed)) {
      await typeText(page, text);
      await typeText(bare.page, text);
    }
    const [ours, floor] = [await readKeys(page), await readKeys(bare.page)];
    // A key that leaves the list as it was (nobody found, and nobody again) has no paint to wait for.
    if (ours.times.length < ours.missed)
      throw new Error(`the list changed at ${ours.times.length} keys and not at ${ours.missed}`);
    const at = `at ${residents}, Electron`;
    const p95 = percentile(ours.times, 0.95);
    const floor95 = percentile(floor.times, 0.95);
    const figures = [
      figure(`keystroke to list painted, p50, ${at}`, percentile(ours.times, 0.5), 'ms', undefined, {
        floor: percentile(floor.times, 0.5),
        peer: PEERS[residents],
      }),
      figure(`keystroke to list painted, p95, ${at}`, p95, 'ms', { most: 33 }, { floor: floor95 }),
      figure(`keystroke to list painted against a bare list, p95, ${at}`, p95 / floor95, '×', { most: 1.25 }),
    ];
    return { figures, p95 };
  } finally {
    await bare.close();
  }
}

interface Stretched {
  readonly from: bigint;
  readonly to: bigint;
}

/** When each Argon2id of the application began and ended, by the kernel's monotonic clock in ns. */
function argonTimes(stage: BenchStage): readonly Stretched[] {
  if (!existsSync(stage.argonLog)) return [];
  return readFileSync(stage.argonLog, 'utf8')
    .trim()
    .split('\n')
    .map((line) => {
      const [from = '0', to = '0'] = line.split(' ');
      return { from: BigInt(from), to: BigInt(to) };
    });
}

const argonMs = (stage: BenchStage): readonly number[] =>
  argonTimes(stage).map(({ from, to }) => Number(to - from) / 1e6);

/** Milliseconds of a piece of work in the page, without those that Argon2id took in it. */
async function beyondArgon2id(stage: BenchStage, work: () => Promise<number>): Promise<number> {
  const before = argonMs(stage).length;
  const whole = await work();
  // The clock's line is written after the hash, while the route goes on.
  while (argonMs(stage).length === before) await sleep(5);
  return argonMs(stage)
    .slice(before)
    .reduce((rest, ms) => rest - ms, whole);
}

/** Without a driver in the application's way: one that looks at each new page takes some ten milliseconds from its first. */
async function measureRoutes(
  stage: BenchStage,
  app: RunningApp,
  residents: number,
  runs: DeskRuns,
): Promise<readonly Figure[]> {
  const times = {
    unlock: [] as number[],
    reveal: [] as number[],
    dead: [] as number[],
    painted: [] as number[],
  };
  const undriven = await startUndriven({
    executable: stage.app.executable,
    args: [`--user-data-dir=${app.userDataDir}`],
    env: app.env,
  });
  try {
    for (let round = 0; round < runs.rounds; round++) {
      // Nobody has typed a PIN earlier than this.
      await sleep(SETTLE_MS);
      const proof = await undriven.ask(proofOf, { role: 'receptionist', pins: PINS } as const);
      times.unlock.push(await beyondArgon2id(stage, () => undriven.ask(timeUnlock, proof)));
      for (let once = 0; once < 2; once++)
        times.reveal.push(await beyondArgon2id(stage, () => undriven.ask(timeReveal, proof.pin)));
      const { dead, painted } = await timeLock(undriven);
      times.dead.push(dead);
      times.painted.push(painted);
    }
  } finally {
    await undriven.end();
  }
  const keychain = median(openSessionKeychain(app).timeWrites('anchor/0', KEYCHAIN_WRITES));
  const at = `at ${residents}, Electron, OS keychain`;
  return [
    figure(`unlock beyond Argon2id, ${at}`, median(times.unlock), 'ms', { most: 30 }),
    // No value is shown before the keychain has the log's head.
    figure(`reveal beyond Argon2id, ${at}`, median(times.reveal), 'ms', { most: 10 }, { floor: keychain }),
    figure(`floor: one write of the OS keychain, ${at}`, keychain, 'ms'),
    figure(`Argon2id of a slot, ${at}`, median(argonMs(stage)), 'ms'),
    figure(`lock to vault and old page dead, ${at}`, median(times.dead), 'ms', { most: 25 }),
    figure(`lock to lock screen painted, ${at}`, median(times.painted), 'ms', { most: 150 }),
  ];
}

const PINS = {
  admin: DESK_STAFF.admin.pin,
  supervisor: DESK_STAFF.supervisor.pin,
  receptionist: DESK_STAFF.receptionist.pin,
} as const;

interface Asked {
  readonly role: DeskPerson['role'];
  readonly pins: Readonly<Record<DeskPerson['role'], string>>;
}

// --- what runs in the page, and so refers to nothing outside itself

async function proofOf({ role, pins }: Asked): Promise<Proof> {
  const status = await (window as unknown as WithBridge).residentVault.vault['vault.status']({});
  const slotId = status.ok ? status.value.people.find((person) => person.role === role)?.slotId : undefined;
  if (slotId === undefined) throw new Error(`nobody is ${role}`);
  return { slotId, pin: pins[role] };
}

async function timeUnlock(proof: Proof): Promise<number> {
  const started = performance.now();
  const reply = await (window as unknown as WithBridge).residentVault.vault['session.unlock'](proof);
  if (!reply.ok) throw new Error(reply.error.code);
  return performance.now() - started;
}

/** The first phone of somebody with a common initial. */
async function timeReveal(pin: string): Promise<number> {
  const { vault } = (window as unknown as WithBridge).residentVault;
  const found = await vault['people.search']({ text: 'z' });
  const personId = found.ok
    ? found.value.groups.flatMap(({ rows }) => rows).find(({ phoneMask }) => phoneMask !== null)?.personId
    : undefined;
  if (personId === undefined) throw new Error('nobody was found');
  const started = performance.now();
  const reply = await vault['people.reveal']({
    personId,
    field: 'phone',
    ordinal: 0,
    why: { reason: 'repair' },
    pin,
  });
  if (!reply.ok) throw new Error(reply.error.code);
  return performance.now() - started;
}

/** Asks for the lock, as the key does, a moment later; says when that is, in milliseconds since 1970. */
function lockIn(ms: number): number {
  setTimeout(() => void (window as unknown as WithBridge).residentVault.shell.lock({}), ms);
  return performance.timeOrigin + performance.now() + ms;
}

// --- locks

/** From the moment at which the page asks for it. */
async function timeLock(undriven: UndrivenApp): Promise<{ dead: number; painted: number }> {
  const holders = familyOf(undriven.pid).filter(isVaultOrPage);
  const began = await undriven.ask(lockIn, 60);
  const gone = waitUntilGone(holders, 3_000);
  const dead =
    performance.timeOrigin + performance.now() - Number(process.hrtime.bigint() - gone) / 1e6 - began;
  await sleep(SETTLE_MS);
  const painted = await undriven.read<number>(paintOf('[data-testid=screen-lock]'));
  return { dead, painted: painted - began };
}

async function measureStart(
  stage: BenchStage,
  app: RunningApp,
  residents: number,
  runs: DeskRuns,
): Promise<readonly Figure[]> {
  const ours = {
    executable: stage.app.executable,
    args: [`--user-data-dir=${app.userDataDir}`],
    env: app.env,
  };
  const bare = {
    executable: stage.bare.executable,
    args: ['--bare=window', `--user-data-dir=${join(stage.exchange, 'start-data')}`],
    env: app.env,
  };
  const times = { ours: [] as number[], bare: [] as number[] };
  // The first of each reads its files from the disk and is not counted.
  for (let start = 0; start <= runs.starts; start++) {
    const [floor, our] = [await timeStart(bare, 'h1'), await timeStart(ours, '[data-testid=screen-lock]')];
    if (start === 0) continue;
    times.bare.push(floor);
    times.ours.push(our);
  }
  return [
    figure(`start to lock screen painted, at ${residents}, Electron`, median(times.ours), 'ms', undefined, {
      floor: median(times.bare),
    }),
    figure(
      `start against a bare window, at ${residents}, Electron`,
      median(times.ours) / median(times.bare),
      '×',
      { most: 1.3 },
    ),
  ];
}

async function measureMemory(
  stage: BenchStage,
  unlockedMB: number,
  residents: number,
): Promise<readonly Figure[]> {
  const bare = await launchBare(stage, 'window');
  await sleep(MEMORY_SETTLE_MS);
  const bareMB = familyMegabytes(bare.electron.process().pid ?? 0);
  await bare.close();
  return [
    figure(`memory unlocked (PSS), at ${residents}, Electron`, unlockedMB, 'MB', undefined, {
      floor: bareMB,
    }),
    figure(`memory over a bare window (PSS), at ${residents}, Electron`, unlockedMB - bareMB, 'MB', {
      most: 70,
    }),
  ];
}

async function measureImport(
  stage: BenchStage,
  desk: DeskDriver,
  residents: number,
): Promise<readonly Figure[]> {
  const workbook = join(stage.exchange, 'residents.xlsx');
  writeWorkbook(workbook, { residents, format: 'xlsx' });
  chmodSync(workbook, 0o644);
  await desk.enter('receptionist');
  await desk.answerDialog(workbook);
  const { vault } = await desk.app.processIds();
  const memory = watchMemory(vault);
  const run = await timeImport(
    desk.page,
    await desk.page.evaluate(proofOf, { role: 'supervisor', pins: PINS } as const),
  );
  const samples = memory.stop();
  const stretched = argonTimes(stage);
  const isStretching = (at: bigint): boolean =>
    stretched.some(({ from, to }) => at >= from && at <= to + SETTLED_NS);
  const mostOf = (which: boolean): number =>
    Math.max(0, ...samples.filter(({ at }) => isStretching(at) === which).map(({ megabytes }) => megabytes));
  if (!isAlive(vault)) throw new Error('the vault ended');
  if (run.created < residents * 0.95)
    throw new Error(`only ${run.created} of ${residents} rows were imported`);
  const at = `of ${residents} rows, Electron`;
  return [
    figure(`import ${at}, opened to written`, run.whole / 1000, 's', { most: 20 }),
    ...Object.entries(run.steps).map(([step, ms]) => figure(`import ${at}, ${step}`, ms / 1000, 's')),
    figure(`import ${at}, most memory of the vault process (RSS)`, mostOf(false), 'MB', { most: 600 }),
    figure(`import ${at}, the same while Argon2id has its own`, mostOf(true), 'MB'),
    figure(`import ${at}, longest time without a frame`, run.frozen, 'ms', { most: 100 }),
    figure(`import ${at}, longest time without a word of progress`, run.silent, 'ms', { most: 250 }),
  ];
}

interface ImportRun {
  readonly whole: number;
  readonly created: number;
  readonly frozen: number;
  readonly silent: number;
  readonly steps: Readonly<Record<string, number>>;
}

/** As the screens do it, without the time that people take for it; two PINs are in it. */
function timeImport(page: Page, supervisor: Proof): Promise<ImportRun> {
  return page.evaluate(async (proof) => {
    const { vault, shell, onVault } = (window as unknown as WithBridge).residentVault;
    const picked = await shell.pickFile({ use: 'workbook' });
    if (!picked.ok || picked.value.file === null) throw new Error('no workbook was picked');
    const { fileId } = picked.value.file;
    const started = performance.now();
    const last = { frame: started, word: started };
    let [frozen, silent, running] = [0, 0, true];
    const onFrame = (): void => {
      const now = performance.now();
      frozen = Math.max(frozen, now - last.frame);
      last.frame = now;
      if (running) requestAnimationFrame(onFrame);
    };
    requestAnimationFrame(onFrame);
    const onWord = (): void => {
      const now = performance.now();
      silent = Math.max(silent, now - last.word);
      last.word = now;
    };
    const stop = onVault['import.progress'](onWord);
    const opened = await vault['import.open']({ fileId });
    if (!opened.ok) throw new Error(`open: ${opened.error.code}`);
    const [reading, previewing] = [performance.now(), performance.now()];
    const sheets = opened.value.sheets.flatMap(({ name, headerRow, place, columns }) =>
      headerRow === null
        ? []
        : [
            {
              sheet: name,
              headerRow,
              place,
              columns: columns.flatMap(({ index, target }) => (target === null ? [] : [{ index, target }])),
            },
          ],
    );
    const plan = await vault['import.preview']({ fileId, sheets, takesIdNumbers: true, supervisor: proof });
    if (!plan.ok) throw new Error(`preview: ${plan.error.code}`);
    const applying = performance.now();
    const done = await vault['import.apply']({
      planId: plan.value.planId,
      answers: { rest: 'leave-out', kinds: [], despite: [], rows: [] },
      supervisor: proof,
    });
    if (!done.ok) throw new Error(`apply: ${done.error.code}`);
    const ended = performance.now();
    onWord();
    running = false;
    stop();
    return {
      whole: ended - started,
      created: done.value.created,
      frozen,
      silent,
      steps: {
        'reading the file': reading - started,
        'checking it, with a PIN': applying - previewing,
        'writing it, with a PIN': ended - applying,
      },
    };
  }, supervisor);
}
