/** Installs what the lockfile names, with no package's own scripts, and builds by name the few natives that have to be built. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cacheDir, modulesDir, projectDir } from './paths.mjs';
import { run, tail } from './run-command.mjs';
import { say, sayLoudly, SetupError } from './say.mjs';

const NPM = 'npm';
/** Flags for every call: no scripts but those we name, no advertising, no audit round trip. */
const QUIET = ['--no-fund', '--no-audit', '--loglevel=error'];

const markerFile = join(cacheDir, 'setup', 'installed-lockfile');

function lockfileHash() {
  return createHash('sha256')
    .update(readFileSync(join(projectDir, 'package-lock.json')))
    .digest('hex');
}

function isInstalled() {
  if (!existsSync(join(modulesDir, '.package-lock.json'))) return false;
  try {
    return readFileSync(markerFile, 'utf8') === lockfileHash();
  } catch {
    return false;
  }
}

/** True when the tree that lies there is the lockfile's, though set-up has not marked it. */
async function matchesLockfile() {
  if (!existsSync(join(modulesDir, '.package-lock.json'))) return false;
  const { code } = await run(NPM, ['ls', '--all', ...QUIET], { cwd: projectDir });
  return code === 0;
}

export async function ensureNpmPackages() {
  if (isInstalled()) return;
  if (!(await matchesLockfile())) {
    say('npm ci (package scripts off)');
    const { code, output } = await run(NPM, ['ci', '--ignore-scripts', ...QUIET], { cwd: projectDir });
    if (code !== 0) throw new SetupError(`npm ci failed:\n${tail(output)}`);
  }
  mkdirSync(join(cacheDir, 'setup'), { recursive: true });
  writeFileSync(markerFile, lockfileHash());
}

/** @typedef {{ readonly name: string, readonly made: string, readonly optional: boolean, readonly note: string }} Native */

/** @type {readonly Native[]} */
const NATIVES = [
  {
    name: 'node',
    made: process.platform === 'win32' ? 'node/bin/node.exe' : 'node/bin/node',
    optional: false,
    note: 'Node 24',
  },
  {
    name: '@journeyapps/sqlcipher',
    made: '@journeyapps/sqlcipher/build/Release/node_sqlite3.node',
    optional: true,
    note: 'about a minute',
  },
];

/** Builds each native module that is not there yet. Throws SetupError where one that is needed cannot be built. */
export async function ensureNatives() {
  for (const native of NATIVES) {
    if (existsSync(join(modulesDir, native.made))) continue;
    if (native.optional && process.platform === 'win32') continue;
    if (native.optional && !existsSync(join(modulesDir, native.name))) {
      sayLoudly([`${native.name} is not installed: the second engine is not available here.`]);
      continue;
    }
    say(`building ${native.name} (${native.note})`);
    const { code, output } = await run(NPM, ['rebuild', '--ignore-scripts=false', native.name, ...QUIET], {
      cwd: projectDir,
    });
    if (code === 0 && existsSync(join(modulesDir, native.made))) continue;
    if (!native.optional) throw new SetupError(`${native.name} could not be built:\n${tail(output)}`);
    sayLoudly([
      `${native.name} could not be built: the second engine is not available here.`,
      'On Debian it needs: apt-get install -y build-essential python3 libssl-dev',
    ]);
    process.stderr.write(`${tail(output)}\n`);
  }
}
