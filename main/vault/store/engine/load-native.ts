/** Loads native modules on first use, so that an engine that this runtime cannot load never gets the chance to end the process. */
import { createRequire } from 'node:module';

/** The bundle is CommonJS and knows its own file name; the tests run as ESM and know their address. */
const requireHere = createRequire(typeof __filename === 'string' ? __filename : import.meta.url);

/** The module's exports. Errors: whatever the loader throws; callers turn it into `engine-missing`. */
export function loadNative(name: string): unknown {
  return requireHere(name);
}

/** Node-API version of this runtime: 10 from Node 22.14, 8 in Electron 25. */
export function nodeApiVersion(): number {
  return Number(process.versions['napi'] ?? 0);
}
