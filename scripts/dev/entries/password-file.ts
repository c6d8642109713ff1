/** The keychain of the practice vault: a file beside it, so that practising leaves nothing in the keychain of the person who develops. */
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import type { PasswordStore } from '../../../main/keychain/os-keychain.ts';

type Passwords = Readonly<Record<string, string>>;

const read = (file: string): Passwords =>
  existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Passwords) : {};

/** Replaces the file in one step: a run that is killed leaves the one or the other. */
export function writePasswordFile(file: string, passwords: Passwords): void {
  writeFileSync(`${file}.new`, JSON.stringify(passwords), { mode: 0o600 });
  renameSync(`${file}.new`, file);
}

/** Returns a store with keytar's functions over that file; the service is always ours. */
export function openPasswordFile(file: string): PasswordStore {
  return {
    getPassword: async (_service, account) => read(file)[account] ?? null,
    findCredentials: async () =>
      Object.entries(read(file)).map(([account, password]) => ({ account, password })),
    setPassword: async (_service, account, password) =>
      writePasswordFile(file, { ...read(file), [account]: password }),
    deletePassword: async (_service, account) => {
      const { [account]: gone, ...left } = read(file);
      writePasswordFile(file, left);
      return gone !== undefined;
    },
  };
}
