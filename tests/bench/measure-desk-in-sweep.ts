/** The counter while leftover files are swept: keys to the list, and what the scanner takes in the application. */
import { chmodSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RunningApp } from '../../scripts/desktop/launch-app.ts';
import type { DeskDriver } from '../support/desk-driver.ts';
import { makeCorpus } from '../support/sweep-corpus/make-corpus.ts';
import { readKeys, typeText, watchKeys } from './keystrokes.ts';
import { familyOf, isVaultOrPage, mostMegabytes, priorityOf } from './processes.ts';
import { type Figure, figure } from './report.ts';
import { percentile } from './statistics.ts';

const SEED = 20_260_516;
/** More than are read while the texts are typed. */
const FILES = 6_000;
/** As `setPriority` of the scanner sets it. */
const LOWEST_PRIORITY = 19;

/**
 * A supervisor is at the lock screen before and after. `alone`: what a keystroke takes at p95 while nothing is swept, in ms. Errors: where the sweep is
 * over before the texts are typed.
 */
export async function measureDeskInSweep(
  app: RunningApp,
  desk: DeskDriver,
  residents: number,
  texts: readonly string[],
  alone: number,
): Promise<readonly Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'resident-vault-swept-'));
  try {
    await makeCorpus(folder, { files: FILES, seed: SEED, large: true });
    letEverybodyRead(folder);
    await desk.signIn('supervisor');
    await beginSweep(desk, folder);
    await watchKeys(desk.page, 'section:has([data-testid=result-scroller])');
    for (const text of texts) await typeText(desk.page, text);
    const { times } = await readKeys(desk.page);
    const scanner = scannerOf(app);
    if (scanner === undefined) throw new Error('the sweep was over before the texts were typed');
    const at = `at ${residents}, Electron, while files are swept`;
    const p95 = percentile(times, 0.95);
    return [
      figure(`keystroke to list painted, p95, ${at}`, p95, 'ms', { most: 33 }),
      figure(`keystroke to list painted against the same without a sweep, p95, ${at}`, p95 / alone, '×', {
        most: 1.25,
      }),
      figure(`most memory of the scanner (RSS), ${at}`, mostMegabytes(scanner), 'MB', { most: 200 }),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function beginSweep(desk: DeskDriver, folder: string): Promise<void> {
  await desk.atCounter();
  await desk.open('sweep');
  await desk.answerDialog(folder);
  await desk.page.getByTestId('sweep-add-folder').click();
  await desk.page.getByTestId('sweep-folder').waitFor();
  await desk.page.getByTestId('sweep-begin').click();
  await desk.page.getByTestId('sweep-pause').waitFor();
  await desk.open('counter');
  await desk.search('zs');
}

const scannerOf = (app: RunningApp): number | undefined =>
  familyOf(app.electron.process().pid ?? 0).find(
    (pid) => isVaultOrPage(pid) && priorityOf(pid) === LOWEST_PRIORITY,
  );

/** The application runs as another user. */
function letEverybodyRead(folder: string): void {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true }))
    chmodSync(join(entry.parentPath, entry.name), entry.isDirectory() ? 0o755 : 0o644);
}
