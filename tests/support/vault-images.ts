/** Vaults set up once per test run and copied for each test: folder, keychain and recovery sheet, cached on disk. */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What the operating system's keychain holds at one moment. */
export interface KeychainSnapshot {
  deviceSecrets: Record<string, Uint8Array>;
  anchors: (Uint8Array | undefined)[];
}

/** What a set-up leaves besides the vault folder. */
export interface SetUpResult {
  readonly keychain: KeychainSnapshot;
  /** The recovery sheet, line by line. */
  readonly lines: string[][];
}

export interface AcquiredImage extends SetUpResult {
  /** The vault folder: to be copied, never to be opened. */
  readonly folder: string;
  /** The vault that was copied from this image is gone; a later test may use the image again. */
  release(): void;
}

interface Use {
  readonly name: string;
  released: boolean;
}

let cacheFolder: string | undefined;
let uses: Use[] = [];

/**
 * Caches images in `folder`, which exists, from now on; vaults of a file before this one have none any more. Until then `acquireVaultImage` returns
 * undefined, and every set-up is a real one.
 */
export function enableVaultImages(folder: string): void {
  cacheFolder = folder;
  uses = [];
}

/** Makes released images available again. Called between tests, so that no two vaults of one test share their keys, and by a walk that is done with each before the next. */
export function freeReleasedImages(): void {
  uses = uses.filter(({ released }) => !released);
}

/**
 * Returns an image that no other vault of this test uses, or undefined where images are not enabled. `key` names everything that
 * decides the content of the vault. `setUp` creates a vault in a folder and closes it; called when no image for `key` is free.
 */
export async function acquireVaultImage(
  key: string,
  setUp: (folder: string) => Promise<SetUpResult>,
): Promise<AcquiredImage | undefined> {
  if (cacheFolder === undefined) return undefined;
  let n = 0;
  while (uses.some(({ name }) => name === `${key} ${n}`)) n++;
  const use: Use = { name: `${key} ${n}`, released: false };
  uses.push(use);
  const place = join(cacheFolder, use.name);
  if (!existsSync(place)) await createImage(place, setUp);
  return {
    ...readResult(join(place, 'result.json')),
    folder: join(place, 'vault'),
    release: () => void (use.released = true),
  };
}

/** Atomic: where another worker created the image first, theirs is kept. */
async function createImage(place: string, setUp: (folder: string) => Promise<SetUpResult>): Promise<void> {
  const unfinished = mkdtempSync(`${place}.new-`);
  const folder = join(unfinished, 'vault');
  mkdirSync(folder);
  const result = await setUp(folder);
  writeFileSync(join(unfinished, 'result.json'), JSON.stringify(result, encodeBytes));
  try {
    renameSync(unfinished, place);
  } catch (error) {
    rmSync(unfinished, { recursive: true });
    if (!existsSync(place)) throw error;
  }
}

function readResult(file: string): SetUpResult {
  const { keychain, lines } = JSON.parse(readFileSync(file, 'utf8'), decodeBytes) as SetUpResult;
  // An anchor copy that was never written is null in JSON.
  const anchors = keychain.anchors.map((copy) => copy ?? undefined);
  return { keychain: { ...keychain, anchors }, lines };
}

const encodeBytes = (_: string, value: unknown): unknown =>
  value instanceof Uint8Array ? { hex: Buffer.from(value).toString('hex') } : value;
const decodeBytes = (_: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && 'hex' in value
    ? new Uint8Array(Buffer.from(String(value.hex), 'hex'))
    : value;
