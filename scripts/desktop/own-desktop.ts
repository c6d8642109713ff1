/** Where there is no Linux: the screen and the keychain of whoever is signed in, as a person would have them. */
import type { Display } from './display.ts';
import type { Keyring } from './keyring.ts';

const onlyOnLinux = (): never => {
  throw new Error('only a session that was made for a test can do this, and only Linux has one');
};

export const OWN_SCREEN: Display = {
  env: {},
  screenshot: onlyOnLinux,
  stop: async () => undefined,
};

/** Keychain of the signed-in user; a vault in a fresh profile has a name of its own for its items, so that they meet no others. */
export const OWN_KEYCHAIN: Keyring = {
  env: {},
  change: async () => onlyOnLinux(),
  hold: onlyOnLinux,
  stop: async () => undefined,
};

/** That of whoever is signed in, without which other systems start no program. */
export const ownEnvironment = (): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
