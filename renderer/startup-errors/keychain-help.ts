/** Help that restores the way to a keychain, by problem and system: steps in words, and the command line. Pure. */
import type { ErrorCode } from '../../contract/errors.ts';

export const SYSTEMS = ['linux', 'mac', 'windows'] as const;
export type System = (typeof SYSTEMS)[number];

export const systemOf = (userAgent: string): System =>
  /Windows/.test(userAgent) ? 'windows' : /Macintosh|Mac OS/.test(userAgent) ? 'mac' : 'linux';

export const KEYCHAIN_HELP = [
  'keychain-locked',
  'keychain-no-service',
  'keychain-no-bus',
  'keychain-item-missing',
  'keychain-other-user',
  'wrong-computer',
] as const satisfies readonly ErrorCode[];
export type KeychainHelp = (typeof KEYCHAIN_HELP)[number];

export const helpFor = (problem: ErrorCode | null): KeychainHelp | null =>
  KEYCHAIN_HELP.find((one) => one === problem) ?? null;

/** For whoever looks after the computer; where a system is not named, nothing on it is to be typed. */
const COMMANDS: Readonly<
  Partial<Record<KeychainHelp, Readonly<Partial<Record<System, readonly string[]>>>>>
> = {
  'keychain-locked': {
    linux: ['secret-tool search --unlock service "Resident Vault"', 'seahorse'],
    mac: ['security unlock-keychain ~/Library/Keychains/login.keychain-db'],
    windows: ['net start VaultSvc'],
  },
  'keychain-no-service': {
    linux: [
      'sudo apt install gnome-keyring libsecret-1-0 libsecret-tools',
      'sudo dnf install gnome-keyring libsecret',
    ],
    windows: ['net start VaultSvc'],
  },
  'keychain-no-bus': {
    linux: ['sudo apt install dbus-user-session libglib2.0-bin', 'systemctl --user start dbus.socket'],
  },
};

export const commandsFor = (help: KeychainHelp, system: System): readonly string[] =>
  COMMANDS[help]?.[system] ?? [];
