/** Finds a Node that can run the tools: the system's when it is new enough, else the one that npm brought. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { modulesDir } from './paths.mjs';
import { SetupError } from './say.mjs';

/** 22.14 is the first with Node-API 10, which the first engine needs; it also strips types. */
const OLDEST = /** @type {const} */ ([22, 14]);

/** @param {string} version */
export function isNewEnough(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1]);
}

/** Absolute path of the Node that runs every task; the pinned one first, so that all machines run the same. */
export function toolNode() {
  const pinned = join(modulesDir, 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  if (existsSync(pinned)) return pinned;
  if (isNewEnough(process.versions.node)) return process.execPath;
  throw new SetupError(
    `Node ${process.versions.node} is too old for the tools and the npm package "node" is not built. Run: npm rebuild node`,
  );
}
