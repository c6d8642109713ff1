/**
 * `npm run update-folder -- STEP`: makes update folders, with keys that lie outside the project.
 *   key FILE                                                   a new private key (PKCS8), under the pass phrase of RESIDENT_VAULT_KEY_PHRASE where that is set
 *   root VERSION DAY FILE --root KEY… --release KEY…           the root that this version of keys makes, unsigned
 *   sign FILE --key KEY                                        adds a signature to it: twice, where two root keys lie
 *   folder FOLDER NUMBER DAY VERSION --key KEY --with ROOT… --system NAME=DIR…
 * DAY is when it expires. A root that is not the first is signed by two keys of the one before as well.
 */
import { type KeyObject, createPrivateKey, createPublicKey, generateKeyPairSync } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { basename, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { projectDir } from './setup/paths.mjs';
import { SetupError, say } from './setup/say.mjs';
import { type Signed, createRoot, keyIdOf, makeUpdateFolder, signed } from './updates/update-folder.ts';

const phrase = process.env['RESIDENT_VAULT_KEY_PHRASE'];

/** Errors: SetupError for a place in the project, where a key would one day be committed. */
function outside(path: string): string {
  const full = resolve(path);
  if (!relative(projectDir, full).startsWith('..')) throw new SetupError(`${path} lies in the project`);
  return full;
}

function readKey(path: string): KeyObject {
  const text = readFileSync(outside(path), 'utf8');
  if (text.includes('PUBLIC')) return createPublicKey(text);
  return createPrivateKey({ key: text, ...(phrase === undefined ? {} : { passphrase: phrase }) });
}

function writeKey(path: string): void {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const sealed = phrase === undefined ? {} : { cipher: 'aes-256-cbc', passphrase: phrase };
  const options = { flag: 'wx', mode: 0o600 };
  writeFileSync(outside(path), privateKey.export({ type: 'pkcs8', format: 'pem', ...sealed }), options);
  writeFileSync(`${outside(path)}.pub`, publicKey.export({ type: 'spki', format: 'pem' }), options);
  say(`${path}: ${keyIdOf(publicKey)}`);
}

function addSignature(path: string, keys: readonly string[]): void {
  const before = JSON.parse(readFileSync(path, 'utf8')) as { signed: Signed; signatures: Signed[] };
  writeFileSync(path, signed(before.signed, keys.map(readKey), before.signatures));
}

const dayOf = (text: string | undefined): Date => {
  const day = new Date(`${text ?? ''}T00:00:00Z`);
  if (Number.isNaN(day.getTime())) throw new SetupError(`${text ?? 'nothing'} is no day (YYYY-MM-DD)`);
  return day;
};

const many = { type: 'string', multiple: true, default: [] as string[] } as const;
const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { root: many, release: many, key: many, with: many, system: many },
});
const [step, first = '', second = '', third = '', version = ''] = positionals;
if (step === 'key') writeKey(first);
else if (step === 'sign') addSignature(first, values.key);
else if (step === 'root') {
  const [rootKeys, releaseKeys] = [values.root.map(readKey), values.release.map(readKey)];
  if (rootKeys.length < 3)
    throw new SetupError('a root has three keys, two of which lie apart from any network');
  writeFileSync(
    third,
    signed(createRoot({ version: Number(first), expires: dayOf(second), rootKeys, releaseKeys }), []),
  );
} else if (step === 'folder') {
  const [releaseKey] = values.key.map(readKey);
  if (releaseKey === undefined) throw new SetupError('a release is signed with --key');
  makeUpdateFolder(first, {
    number: Number(second),
    expires: dayOf(third),
    version,
    releaseKey,
    roots: Object.fromEntries(values.with.map((path) => [basename(path), readFileSync(path, 'utf8')])),
    systems: Object.fromEntries(values.system.map((one) => one.split('=', 2) as [string, string])),
  });
} else throw new SetupError('key, root, sign or folder');
