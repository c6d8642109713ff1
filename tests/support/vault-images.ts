/** Vaults that were set up once in a run and are copied wherever a test wants one: folder, keychain and recovery sheet, kept on disk. */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** What main keeps in the operating system's keychain, at one moment. */
export interface KeychainSnapshot {
  deviceSecrets: Record<string, Uint8Array>;
  anchors: (Uint8Array | undefined)[];
}

/** What set-up leaves besides a folder. */
export interface MadeVault {
  readonly keychain: KeychainSnapshot;
  /** The recovery sheet, line by line. */
  readonly lines: string[][];
}

/** One image in the hands of one test. */
export interface LentImage extends MadeVault {
  /** The vault's folder, to copy and never to open. */
  readonly folder: string;
  /** Its vault is gone; the image may serve the next test. */
  giveBack(): void;
}

interface Loan {
  readonly name: string;
  over: boolean;
}

let shelf: string | undefined;
let loans: Loan[] = [];

/** From now on vaults are copied from images, which are kept in `folder`. Without it every set-up is a real one. */
export function keepVaultImages(folder: string): void {
  shelf = folder;
}

/** The images whose vaults are gone may be lent again: called between two tests, so that no two vaults of one test are the same. */
export function endLoans(): void {
  loans = loans.filter(({ over }) => !over);
}

/**
 * A vault of this `kind`, a word for all that decides its content; undefined where vaults are not copied. Whoever asks while another
 * has the image gets a second one, with keys of its own. `make` sets one up in a folder and leaves it at rest.
 */
export async function lendVaultImage(
  kind: string,
  make: (folder: string) => Promise<MadeVault>,
): Promise<LentImage | undefined> {
  if (shelf === undefined) return undefined;
  let n = 0;
  while (loans.some(({ name }) => name === `${kind} ${n}`)) n++;
  const loan: Loan = { name: `${kind} ${n}`, over: false };
  loans.push(loan);
  const place = join(shelf, loan.name);
  if (!existsSync(place)) await putOnShelf(place, make);
  const made = JSON.parse(readFileSync(join(place, 'made.json'), 'utf8'), bytesOfHex) as MadeVault;
  return { ...made, folder: join(place, 'vault'), giveBack: () => void (loan.over = true) };
}

/** Whole or not at all; where another worker was faster, theirs stays. */
async function putOnShelf(place: string, make: (folder: string) => Promise<MadeVault>): Promise<void> {
  mkdirSync(dirname(place), { recursive: true });
  const unfinished = mkdtempSync(`${place}.new-`);
  const folder = join(unfinished, 'vault');
  mkdirSync(folder);
  const made = await make(folder);
  writeFileSync(join(unfinished, 'made.json'), JSON.stringify(made, hexOfBytes));
  try {
    renameSync(unfinished, place);
  } catch (error) {
    rmSync(unfinished, { recursive: true });
    if (!existsSync(place)) throw error;
  }
}

const hexOfBytes = (_: string, value: unknown): unknown =>
  value instanceof Uint8Array ? { hex: Buffer.from(value).toString('hex') } : value;
const bytesOfHex = (_: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && 'hex' in value
    ? new Uint8Array(Buffer.from(String(value.hex), 'hex'))
    : value;
