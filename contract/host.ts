/** What main and the vault process say to one another over the parent port. No PIN, no resident's field, no store key. */
import type { ErrorCode } from './errors.ts';
import type { ShellRefusal } from './shell/refusals.ts';
import type { DeskBoard } from './sign-in/views.ts';

/** What the keychain said when asked for the device secret and anchor; one of the six outcomes (the sixth, another OS user, the header tells). */
export type KeychainReading =
  | { readonly state: 'found'; readonly items: KeychainItems }
  | { readonly state: 'item-missing' }
  | { readonly state: 'locked' }
  | { readonly state: 'no-service' }
  | { readonly state: 'no-bus' };

export interface KeychainItems {
  /** device-secret id → 32 bytes */
  readonly deviceSecrets: Readonly<Record<string, Uint8Array>>;
  /** The two alternating anchor copies, either of which may be missing. */
  readonly anchors: readonly Uint8Array[];
}

export const LOCK_REASONS = [
  'key',
  'handover',
  'idle',
  'hidden',
  'os-lock',
  'suspend',
  'user-switch',
  'shutdown',
  'session-limit',
  'vault-request',
  'renderer-gone',
  'long-work-over',
  'change-unfinished',
] as const;
export type LockReason = (typeof LOCK_REASONS)[number];

export interface LastLock {
  readonly why: LockReason;
  readonly at: number;
}

/** `folder`: one in which backups lie or are to lie. */
export type FileUse = 'read' | 'write' | 'folder';

export type HostToVault =
  | {
      readonly type: 'start';
      readonly vaultDir: string;
      readonly keychain: KeychainReading;
      readonly engine: 'auto' | 'better-sqlite3' | 'sqlcipher';
      /** Why and when the vault process before this one was killed; entered in the log at the next unlock. */
      readonly lastLock: LastLock | null;
    }
  /** A file that the user picked in main's dialog, to read it or to write it. The renderer only ever holds its id. */
  | { readonly type: 'file'; readonly fileId: string; readonly path: string; readonly use: FileUse }
  /** Main refused something a page asked of it: by kind, for the log. */
  | { readonly type: 'refused'; readonly kind: ShellRefusal }
  /** Comes with a MessagePort. */
  | { readonly type: 'port' }
  | { readonly type: 'keychain-written'; readonly id: number; readonly ok: boolean };

export type VaultToHost =
  | { readonly type: 'ready' }
  | { readonly type: 'write-anchor'; readonly id: number; readonly copy: 0 | 1; readonly bytes: Uint8Array }
  | {
      readonly type: 'write-device-secret';
      readonly id: number;
      readonly secretId: string;
      readonly bytes: Uint8Array;
    }
  /** Of a device secret that no header names any more. */
  | { readonly type: 'delete-device-secret'; readonly id: number; readonly secretId: string }
  /** What the next lock screen shows at once; null where there is none to show. */
  | { readonly type: 'desk-board'; readonly board: DeskBoard | null }
  | { readonly type: 'session'; readonly unlocked: boolean }
  /** Long work holds off the idle lock for at most 30 minutes. */
  | { readonly type: 'long-work'; readonly running: boolean }
  /** The session limit is over, or the vault refuses to go on: lock now. */
  | { readonly type: 'lock-me'; readonly why: VaultLockReason };

/** What the vault asks to be locked for: of errors only the one that the lock screen explains is a reason of its own. */
export type VaultLockReason = 'session-limit' | ErrorCode;
