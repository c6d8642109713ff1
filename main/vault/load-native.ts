/**
 * Loads native modules on first use, so that an engine which this runtime cannot load does not crash the
 * process.
 */
import { createRequire } from 'node:module';

/** The bundle is CommonJS and has `__filename`; tests run as ES modules and have `import.meta.url`. */
const requireHere = createRequire(typeof __filename === 'string' ? __filename : import.meta.url);

/** The exports of a native module. Errors: those of the loader; callers turn them into `engine-missing`. */
export function loadNative(name: string): unknown {
  return requireHere(name);
}

/** Node-API version of this runtime: 10 from Node 22.14, 9 in Electron 33. */
export function nodeApiVersion(): number {
  return Number(process.versions['napi'] ?? 0);
}
