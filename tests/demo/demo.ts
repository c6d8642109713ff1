/**
 * npm run demo -- --out DIR [--workbook FILE]: a desk day in the real application, on a generated estate or on a workbook of one's
 * own, which is compared with its truth where that lies beside it (docs/import-accuracy.md). Leaves a screenshot for each step and
 * result.json; ends with 1 if a step is not ok.
 */
import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { NEEDED_NODE_API } from '../../main/vault/store/engine/better-sqlite3.ts';
import { DemoDesk, type ImportOutcome } from './demo-desk.ts';
import { type RunningApp, launchApp } from '../support/electron-app.ts';
import { writeWorkbook } from '../support/fixture-workbooks.ts';
import { hasTruth } from '../support/import-accuracy/truth.ts';
import { runImportAccuracy } from '../support/import-accuracy/run-import-accuracy.ts';

interface Step {
  readonly name: string;
  readonly ok: boolean;
  readonly ms: number;
  readonly note: string;
}

const IDLE_SECONDS = 30;
const RESIDENTS = 400;

const { values } = parseArgs({ options: { out: { type: 'string' }, workbook: { type: 'string' } } });
if (values.out === undefined) {
  process.stderr.write('usage: npm run demo -- --out DIR [--workbook FILE]\n');
  process.exit(2);
}
const out = resolve(values.out);
const source = values.workbook === undefined ? undefined : resolve(values.workbook);
mkdirSync(out, { recursive: true });

const steps: Step[] = [];
let imported: ImportOutcome | null = null;

/** Runs a step, takes its picture, and goes on whatever became of it. */
async function take(desk: DemoDesk, name: string, work: () => Promise<string | void>): Promise<void> {
  const from = performance.now();
  const result = await work().then(
    (note) => ({ ok: true, note: note ?? '' }),
    (error: unknown) => ({ ok: false, note: firstLine(error) }),
  );
  steps.push({ name, ms: Math.round(performance.now() - from), ...result });
  await picture(desk, name);
  process.stdout.write(`${result.ok ? 'ok  ' : 'FAIL'} ${name} ${result.note}\n`);
}

async function picture(desk: DemoDesk, name: string): Promise<void> {
  const number = String(steps.length).padStart(2, '0');
  await desk.page.screenshot({ path: join(out, `${number}-${name}.png`) }).catch(() => undefined);
}

const firstLine = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? '';

/** In a place that the application's own user can read. */
function prepareWorkbook(): string {
  const folder = mkdtempSync(join(tmpdir(), 'resident-vault-demo-'));
  chmodSync(folder, 0o755);
  const path = join(folder, `owners${source === undefined ? '.xlsx' : extname(source)}`);
  if (source === undefined) writeWorkbook(path, { residents: RESIDENTS, format: 'xlsx' });
  else copyFileSync(source, path);
  chmodSync(path, 0o644);
  return path;
}

async function runDay(desk: DemoDesk, workbook: string): Promise<void> {
  await take(desk, 'set-up', async () => void (await desk.setUp('演示小区')));
  await desk.keepIdNumbers();
  await take(desk, 'sign-in-supervisor', () => desk.enter('supervisor'));
  await take(desk, 'import', async () => {
    imported = await desk.importCounting(workbook);
    return `${imported.created} created, ${imported.rejected.length} rejected`;
  });
  if (source !== undefined && hasTruth(source))
    await take(desk, 'compare-with-workbook', async () => {
      const code = await runImportAccuracy(dirname(source), basename(source));
      if (code !== 0) throw new Error('an import of it leaves something else than the workbook says');
    });
  await take(desk, 'switch-to-receptionist', () => desk.switchTo('receptionist'));
  await take(desk, 'lookup', () => desk.findSomebody());
  await take(
    desk,
    'verify',
    async () => `answered ${await desk.verify('phone', '14100000000', 'receptionist')}`,
  );
  await take(
    desk,
    'reveal',
    async () => `${(await desk.reveal('phone', 'receptionist')).length} characters shown`,
  );
  await take(desk, 'hide', () => desk.hide());
  await take(
    desk,
    'co-signed-reveal',
    async () =>
      `${(await desk.reveal('idNumber', 'receptionist', { cosign: true })).length} characters shown`,
  );
  await take(desk, 'lock-on-idle', () => desk.waitForIdleLock(IDLE_SECONDS));
  await take(desk, 'log-verified', async () => {
    await desk.enter('supervisor');
    return desk.verifyLog();
  });
}

async function describeRuntime(app: RunningApp): Promise<{ electron: string; engine: string }> {
  const versions = await app.electron.evaluate(() => ({
    electron: process.versions.electron ?? '',
    napi: process.versions['napi'] ?? '',
  }));
  // The same rule as choose-engine.ts, for the application's runtime instead of this one.
  return {
    electron: versions.electron,
    engine: Number(versions.napi) >= NEEDED_NODE_API ? 'better-sqlite3' : 'sqlcipher',
  };
}

const app = await launchApp({ idleSeconds: IDLE_SECONDS });
try {
  const runtime = await describeRuntime(app);
  await runDay(new DemoDesk(app), prepareWorkbook());
  writeFileSync(
    join(out, 'result.json'),
    `${JSON.stringify({ ...runtime, steps, import: imported }, null, 2)}\n`,
  );
} finally {
  await app.dispose();
}
process.exitCode = steps.every((step) => step.ok) ? 0 : 1;
