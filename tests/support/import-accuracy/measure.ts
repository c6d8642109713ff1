/** Takes each workbook of a folder into a vault of its own and compares what is in it with what the workbook says. */
import { cp, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { vaultAtRest } from '../store-tools.ts';
import { MemoryKeychain, PINS, type VaultHarness, createHarness } from '../vault-harness.ts';
import { importWorkbook } from './answer.ts';
import { compare } from './compare.ts';
import { readVault } from './read-vault.ts';
import type { Measured } from './report.ts';
import { type Truth, TRUTH_NAME, joinTruths, readTruth } from './truth.ts';

/** Workbooks in a folder that have a truth, by name. */
export const listWorkbooks = async (folder: string): Promise<readonly string[]> =>
  (await readdir(folder))
    .filter((name) => TRUTH_NAME.test(name))
    .map((name) => name.replace(TRUTH_NAME, ''))
    .sort();

/** A vault that was set up once; each workbook gets a copy. */
export interface VaultPress {
  /** With a supervisor signed in. */
  open(): Promise<VaultHarness>;
  dispose(): Promise<void>;
}

export async function makePress(): Promise<VaultPress> {
  const first = await createHarness({ engine: 'sqlcipher' });
  await first.setUp();
  await first.vault.close();
  const items = first.keychain.snapshot();
  return {
    async open() {
      const vaultDir = await mkdtemp(join(tmpdir(), 'resident-vault-'));
      await cp(first.vaultDir, vaultDir, { recursive: true });
      const keychain = new MemoryKeychain();
      keychain.restore(items);
      const desk = await createHarness({ engine: 'sqlcipher', vaultDir, keychain });
      await desk.unlock('supervisor');
      return desk;
    },
    dispose: () => rm(first.vaultDir, { recursive: true, force: true }),
  };
}

/** One workbook, through the routes of the import; after the one that comes before it, where there is one. */
export async function measureWorkbook(press: VaultPress, folder: string, file: string): Promise<Measured> {
  const read = (name: string): Truth => readTruth(join(folder, name));
  const truth = read(file);
  const earlier = truth.after === undefined ? undefined : read(truth.after);
  const desk = await press.open();
  try {
    if (earlier !== undefined) await importWorkbook(desk, join(folder, earlier.file), earlier);
    const told = await importWorkbook(desk, join(folder, file), truth);
    const stored = await readVault(vaultAtRest(desk), PINS.supervisor);
    const all = earlier === undefined ? truth : joinTruths(earlier, truth);
    return { file, told, comparison: compare(all, stored, told) };
  } finally {
    await desk.dispose();
  }
}
