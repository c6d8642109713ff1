import type { AppUser } from './app-user.ts';
/** `locked` is a keyring that has been made and unlocked once, started anew without its password. */
export type KeyringState = 'unlocked' | 'locked' | 'no-service' | 'no-bus';
export interface Keyring {
    /** Everything that a program on this session sees of it: the bus, and folders that nothing else uses. */
    readonly env: Readonly<Record<string, string>>;
    /** Starts the service anew on the same bus and the same files. */
    change(state: 'unlocked' | 'locked' | 'no-service'): Promise<void>;
    stop(): Promise<void>;
}
export declare function startKeyring(state: KeyringState, user: AppUser | null): Promise<Keyring>;
