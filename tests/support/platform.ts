/** What a system has, for the tests that need it. */
import { ENGINE_NAMES, type EngineName } from '../../main/vault/store/store.ts';

export const IS_WINDOWS = process.platform === 'win32';

/** Only administrators may make a link on Windows, and wine shows one of the system below it as what it leads to. */
export const HAS_LINKS = !IS_WINDOWS;
/** Permissions of files in bits, pipes with names, signals that stop a process, disks that root may mount. */
export const HAS_UNIX_FILES = !IS_WINDOWS;

/** The reference implementation's own command line, which is in Linux' packages. */
export const HAS_SQLCIPHER_CLI = !IS_WINDOWS;

/** SQLCipher's own has no build for Windows. */
export const HAS_SQLCIPHER = !IS_WINDOWS;
export const ENGINES_HERE: readonly EngineName[] = ENGINE_NAMES.filter(
  (name) => HAS_SQLCIPHER || name !== 'sqlcipher',
);
