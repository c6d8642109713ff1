/** What a release has written, kept in `tests/frozen/<version>/` for every later version to open: invented people, and keys that open nothing else. */
import { cpSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, brotliDecompressSync } from 'node:zlib';
import type { PersonId } from '../../contract/ids.ts';
import type { Role } from '../../contract/fields.ts';
import { packStores, unpackStores } from './frozen-store.ts';
import { makeTempDir } from './temp-dir.ts';
import type { KeychainSnapshot } from './vault-images.ts';

const FROZEN = join(import.meta.dirname, '..', 'frozen');
/** Of `folder`: exported, compressed here. */
export const LOG = 'log.jsonl';
const LOG_KEPT = 'log.br';
const STORES = 'stores.br';
const FACTS = 'facts.json';

/** What is known of it beside the files. */
interface FrozenFacts {
  /** Milliseconds since 1970 at which it was left. */
  readonly at: number;
  readonly keychain: KeychainSnapshot;
  readonly pins: Readonly<Record<Role, string>>;
  /** The recovery sheet as somebody types it. */
  readonly sheet: string;
  /** Somebody who is on record, and a phone of theirs. */
  readonly person: { readonly personId: PersonId; readonly phone: string };
  /** Name of the backup. */
  readonly backup: string;
  /** Fingerprint of the roots, and how many entries the exported log has. */
  readonly log: { readonly root: string; readonly count: number };
  readonly update: { readonly version: string; readonly system: string; readonly expires: number };
  /** Paths of stores, and their keys. */
  readonly stores: Readonly<Record<string, Uint8Array>>;
}

export interface FrozenRelease extends FrozenFacts {
  /** With `vault/`, `backups/`, `log.jsonl`, `update/` and `root.json` in it, as the release wrote them. */
  readonly folder: string;
}

export const frozenVersions = (): readonly string[] =>
  readdirSync(FROZEN, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);

/** Moves the stores of `folder` into one file, and keeps it as that version, in the place of what was there. */
export function keepFrozen(version: string, { folder, ...facts }: FrozenRelease): void {
  const to = join(FROZEN, version);
  rmSync(to, { recursive: true, force: true });
  mkdirSync(to, { recursive: true });
  const stores = Object.entries(facts.stores).map(([path, key]) => ({
    file: readFileSync(join(folder, path)),
    key,
  }));
  writeFileSync(join(to, STORES), packStores(stores));
  writeFileSync(join(to, LOG_KEPT), brotliCompressSync(readFileSync(join(folder, LOG))));
  for (const path of [LOG, ...Object.keys(facts.stores)]) rmSync(join(folder, path));
  cpSync(folder, to, { recursive: true });
  writeFileSync(join(to, FACTS), `${JSON.stringify(facts, encodeBytes, 2)}\n`);
}

/** A copy of what that version has written. */
export function openFrozen(version: string): FrozenRelease {
  const [from, folder] = [join(FROZEN, version), makeTempDir()];
  const facts = JSON.parse(readFileSync(join(from, FACTS), 'utf8'), decodeBytes) as FrozenFacts;
  cpSync(from, folder, { recursive: true });
  writeFileSync(join(folder, LOG), brotliDecompressSync(readFileSync(join(from, LOG_KEPT))));
  const files = unpackStores(readFileSync(join(from, STORES)), Object.values(facts.stores));
  for (const [at, path] of Object.keys(facts.stores).entries()) writeFileSync(join(folder, path), files[at]!);
  return { folder, ...facts };
}

const encodeBytes = (_: string, value: unknown): unknown =>
  value instanceof Uint8Array ? { base64: Buffer.from(value).toString('base64') } : value;
const decodeBytes = (_: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && 'base64' in value
    ? new Uint8Array(Buffer.from(String(value.base64), 'base64'))
    : value;
