/** Makes the practice vault: set up, filled and used for a little over a year, on a clock of the past, all of it through the vault's own routes. */
import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { KeychainItems, MakingProgress } from '../../../contract/host.ts';
import { PRACTICE_WORKBOOK } from '../../../contract/practice/lists.ts';
import { recreateFile } from '../../files/durable-files.ts';
import type { Clock } from '../clock.ts';
import { utf8 } from '../crypto/bytes.ts';
import type { KeychainWriter } from '../feature.ts';
import type { VaultDependencies } from '../vault.ts';
import { daysOf, exerciseOf } from './days.ts';
import { createPastClock } from './past-clock.ts';
import { openPracticeDesk } from './practice-desk.ts';
import { setUpPractice } from './set-up-practice.ts';

const DAY_MS = 86_400_000;

export interface MakingOrder extends Pick<VaultDependencies, 'vaultDir' | 'engine' | 'calibrate'> {
  readonly clock: Clock;
  readonly keychainWriter: KeychainWriter;
  /** Told before the first step and after each. */
  readonly tell: (progress: MakingProgress) => void;
}

/**
 * The folder must hold no vault. A process that is ended meanwhile leaves one without keychain items, which opens for
 * nobody. Errors: AppError `disk-full`, `disk-error`, `keychain-write-failed`, `vault-exists`.
 */
export async function makePracticeVault(order: MakingOrder): Promise<void> {
  const { vaultDir, engine, calibrate, clock, keychainWriter, tell } = order;
  const today = clock.now();
  const days = daysOf(today, vaultDir);
  const total = days.length + 2;
  const report = (done: number): void => tell({ done, total, failure: null });
  report(0);
  await mkdir(vaultDir, { recursive: true, mode: 0o700 });
  const past = createPastClock(today - (days[0]?.daysAgo ?? 0) * DAY_MS - DAY_MS, clock);
  const desk = await openPracticeDesk({
    vaultDir,
    engine,
    clock: past,
    ...(calibrate === undefined ? {} : { calibrate }),
  });
  try {
    await setUpPractice(desk);
    report(1);
    for (const [at, { daysAgo, hour, role, work }] of days.entries()) {
      past.moveTo(atHour(today - daysAgo * DAY_MS, hour));
      await desk.signIn(role);
      await work(desk);
      report(at + 2);
    }
  } finally {
    await desk.close();
  }
  await recreateFile(join(dirname(vaultDir), PRACTICE_WORKBOOK), utf8(exerciseOf(today)));
  await handOver(desk.keychainItems(), keychainWriter);
  report(total);
}

/** That hour of its day, by the clock on the wall. */
function atHour(moment: number, hour: number): number {
  const date = new Date(moment);
  return new Date(date.getFullYear(), date.getMonth(), date.getDate(), hour).getTime();
}

/** Device secrets first: an anchor without them opens nothing. Errors: `keychain-write-failed`. */
async function handOver(items: KeychainItems, keychain: KeychainWriter): Promise<void> {
  for (const [id, secret] of Object.entries(items.deviceSecrets))
    await keychain.writeDeviceSecret(id, secret);
  for (const [copy, anchor] of items.anchors.entries())
    await keychain.writeAnchor(copy === 0 ? 0 : 1, anchor);
}
