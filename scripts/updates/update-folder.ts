/** Makes update folders (TUF 1.0): metadata that is signed with keys from outside the project, and the files of a release beside it. */
import { type KeyObject, createPublicKey, sign } from 'node:crypto';
import { copyFileSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { canonicalJson } from '../../main/files/canonical-json.ts';
import { type Json, storedAs } from '../../main/files/updates/metadata.ts';
import { FILES, METADATA } from '../../main/files/updates/verify-update.ts';
import { sha256Hex } from '../../main/vault/crypto/sha256.ts';

/** Metadata as it is signed. */
export interface Signed {
  readonly [name: string]: Json;
}

/** An Ed25519 key as metadata names it, by its id. */
function publicKeyOf(key: KeyObject): readonly [string, Json] {
  const { x = '' } = (key.type === 'private' ? createPublicKey(key) : key).export({ format: 'jwk' });
  const named = {
    keytype: 'ed25519',
    scheme: 'ed25519',
    keyval: { public: Buffer.from(x, 'base64url').toString('hex') },
  };
  return [sha256Hex(canonicalJson(named)), named];
}

/** Id of a key, as an admin sees it. */
export const keyIdOf = (key: KeyObject): string => publicKeyOf(key)[0];

const base = (type: string, version: number, expires: Date): Signed => ({
  _type: type,
  spec_version: '1.0.31',
  version,
  expires: `${expires.toISOString().slice(0, 19)}Z`,
});

export interface RootOptions {
  /** 1 of the first; each later one counts one more, and is signed by two keys of the one before as well. */
  readonly version: number;
  readonly expires: Date;
  /** Two of which sign each root. */
  readonly rootKeys: readonly KeyObject[];
  /** Any of which signs a release. */
  readonly releaseKeys: readonly KeyObject[];
}

/** A root, not yet signed. */
export function createRoot({ version, expires, rootKeys, releaseKeys }: RootOptions): Signed {
  const release = { keyids: releaseKeys.map(keyIdOf), threshold: 1 };
  return {
    ...base('root', version, expires),
    consistent_snapshot: false,
    keys: Object.fromEntries([...rootKeys, ...releaseKeys].map(publicKeyOf)),
    roles: {
      root: { keyids: rootKeys.map(keyIdOf), threshold: 2 },
      timestamp: release,
      snapshot: release,
      targets: release,
    },
  };
}

/** The file of signed metadata; signatures of `before` that are of other keys stay. */
export function signed(metadata: Signed, keys: readonly KeyObject[], before: readonly Json[] = []): string {
  const made = keys.map((key) => ({
    keyid: keyIdOf(key),
    sig: sign(null, Buffer.from(canonicalJson(metadata)), key).toString('hex'),
  }));
  const ids = new Set(made.map(({ keyid }) => keyid));
  const kept = before.filter((one) => !ids.has((one as { readonly keyid: string }).keyid));
  return canonicalJson({ signatures: [...kept, ...made], signed: metadata });
}

export interface FolderOptions {
  /** Of every file of the metadata that is signed for a release; higher than that of each release before. */
  readonly number: number;
  readonly expires: Date;
  readonly version: string;
  readonly releaseKey: KeyObject;
  /** Signed roots by their names, `<version>.root.json`. */
  readonly roots: Readonly<Record<string, string>>;
  /** Folder of the files for each system. */
  readonly systems: Readonly<Record<string, string>>;
}

/** Writes a new update folder. Errors: those of the file system. */
export function makeUpdateFolder(folder: string, options: FolderOptions): void {
  const { number, expires, version, releaseKey, roots, systems } = options;
  const targets: Record<string, Json> = {};
  for (const [system, from] of Object.entries(systems))
    for (const path of filesBelow(from)) {
      const place = `${system}/${path}`;
      const to = join(folder, FILES, storedAs(place));
      mkdirSync(dirname(to), { recursive: true });
      copyFileSync(join(from, path), to);
      targets[place] = {
        ...facts(readFileSync(to)),
        custom: { version, program: isProgram(join(from, path)) },
      };
    }
  const write = (name: string, text: string): string => {
    mkdirSync(join(folder, METADATA), { recursive: true });
    writeFileSync(join(folder, METADATA, name), text);
    return text;
  };
  const list = (type: string, more: Signed): string =>
    write(`${type}.json`, signed({ ...base(type, number, expires), ...more }, [releaseKey]));
  const naming = (name: string, text: string): Signed => ({
    meta: { [name]: { version: number, ...facts(Buffer.from(text)) } },
  });
  for (const [name, text] of Object.entries(roots)) write(name, text);
  const files = list('targets', { targets });
  list('timestamp', naming('snapshot.json', list('snapshot', naming('targets.json', files))));
}

const facts = (
  bytes: Uint8Array,
): { readonly length: number; readonly hashes: { readonly sha256: string } } => ({
  length: bytes.length,
  hashes: { sha256: sha256Hex(bytes) },
});

const isProgram = (path: string): boolean => (statSync(path).mode & 0o100) !== 0;

const filesBelow = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort();
