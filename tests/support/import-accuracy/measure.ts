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
import { readTruth } from './truth.ts';

/** Beside a workbook, by its whole name. */
const TRUTH = '.truth.json';

/** Workbooks in a folder that have a truth, by name. */
export const listWorkbooks = async (folder: string): Promise<readonly string[]> =>
  (await readdir(folder))
    .filter((name) => name.endsWith(TRUTH))
    .map((name) => name.slice(0, -TRUTH.length))
    .sort();

/** A vault that was set up once; each workbook gets a copy. */
export class VaultPress {
  readonly #folder: string;
  readonly #keychain: ReturnType<MemoryKeychain['snapshot']>;

  private constructor(folder: string, keychain: ReturnType<MemoryKeychain['snapshot']>) {
    this.#folder = folder;
    this.#keychain = keychain;
  }

  static async make(): Promise<VaultPress> {
    const desk = await createHarness({ engine: 'sqlcipher' });
    await desk.setUp();
    await desk.vault.close();
    return new VaultPress(desk.vaultDir, desk.keychain.snapshot());
  }

  /** With a supervisor signed in. */
  async open(): Promise<VaultHarness> {
    const vaultDir = await mkdtemp(join(tmpdir(), 'resident-vault-'));
    await cp(this.#folder, vaultDir, { recursive: true });
    const keychain = new MemoryKeychain();
    keychain.restore(this.#keychain);
    const desk = await createHarness({ engine: 'sqlcipher', vaultDir, keychain });
    await desk.unlock('supervisor');
    return desk;
  }

  async dispose(): Promise<void> {
    await rm(this.#folder, { recursive: true, force: true });
  }
}

/** One workbook, through the routes of the import. */
export async function measureWorkbook(press: VaultPress, folder: string, file: string): Promise<Measured> {
  const began = performance.now();
  const truth = readTruth(join(folder, `${file}${TRUTH}`));
  const desk = await press.open();
  try {
    const told = await importWorkbook(desk, join(folder, file), truth);
    const stored = await readVault(vaultAtRest(desk), PINS.supervisor);
    const comparison = compare(truth, stored, told);
    return { file, told, comparison, seconds: (performance.now() - began) / 1000 };
  } finally {
    await desk.dispose();
  }
}
