/** Takes the main process out of reach of the other programs of the same user. */
import { createRequire } from 'node:module';

/**
 * Loads the native module `file`, which does it (`main/native/harden-process.c`): no core files, no debugger, no reading of memory. Returns whether
 * everything was done that the system offers; false also where the module is missing, and the application says so.
 */
export function hardenProcess(file: string): boolean {
  try {
    return createRequire(file)(file) === true;
  } catch {
    return false;
  }
}
