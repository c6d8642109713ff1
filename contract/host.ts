/** Messages between main and the vault process over the parent port. None carries a PIN, a resident's field or the store key. */
import type { CarrierSettings, Errand, VisitSettings } from './carrier.ts';
import type { ErrorCode } from './errors.ts';
import type { PersonId, SlotId } from './ids.ts';
import type { PaperKind } from './paper.ts';
import type { Place } from './practice/lists.ts';
import type { ShellRefusal } from './shell/refusals.ts';
import type { PickedFor } from './shell/routes.ts';
import type { LockReason } from './sign-in/lock-reasons.ts';
import type { DeskBoard } from './sign-in/views.ts';

/** Outcome of reading device secret and anchor from the keychain. The sixth outcome, another OS user, is recognised by the header. */
export type KeychainReading =
  | { readonly state: 'found'; readonly items: KeychainItems }
  | { readonly state: 'item-missing' }
  | { readonly state: 'locked' }
  | { readonly state: 'no-service' }
  | { readonly state: 'no-bus' };

/** Items of a vault in the keychain. */
export interface KeychainItems {
  /** Device secrets by their id, 32 bytes each. */
  readonly deviceSecrets: Readonly<Record<string, Uint8Array>>;
  /** The copies of the anchor, written alternately; either may be missing. */
  readonly anchors: readonly Uint8Array[];
}

/** Why the vault process was last ended, and when (`at`: milliseconds since 1970). */
export interface LastLock {
  readonly why: LockReason;
  readonly at: number;
}

/** What somebody had typed and not sent, sealed to their own key: main holds it over a lock and cannot open it. `at`: milliseconds since 1970. */
export interface SealedDraft {
  readonly id: string;
  readonly slotId: SlotId;
  /** Whom it is about. */
  readonly personId: PersonId | null;
  readonly at: number;
  readonly sealed: Uint8Array;
}

/** Use of a picked path; the vault takes it for nothing else. */
export type FileUse = PickedFor['use'];

/** Folders of the user as main knows them, for a sweep; null where the system has none. In practice all are null but the last two. */
export interface SweepSurroundings {
  readonly platform: string;
  /** Between the parts of a path. */
  readonly separator: string;
  readonly home: string | null;
  readonly desktop: string | null;
  readonly documents: string | null;
  readonly downloads: string | null;
  /** `%APPDATA%` and `%LOCALAPPDATA%`. */
  readonly appData: string | null;
  readonly localAppData: string | null;
  /** Removable drives, and others than that of the system. */
  readonly drives: readonly string[];
  /** Recycle bins on other disks than the user's own, where the system has them by user. */
  readonly bins: readonly string[];
  /** The application's own folders, which are never swept. */
  readonly leftOut: readonly string[];
}

/** How far a practice vault is made, in steps; `failure`: why it could not be. */
export interface MakingProgress {
  readonly done: number;
  readonly total: number;
  readonly failure: ErrorCode | null;
}

/** Messages from main to the vault process. */
export type HostToVault =
  | {
      readonly type: 'start';
      readonly vaultDir: string;
      readonly place: Place;
      /** The practice vault is not there yet: make it in this process, and open nothing. */
      readonly make: boolean;
      readonly keychain: KeychainReading;
      readonly engine: 'auto' | 'better-sqlite3' | 'sqlcipher';
      /** Why and when the previous vault process was ended; written to the log at the next unlock. */
      readonly lastLock: LastLock | null;
      /** As the vault process before has told them last. */
      readonly drafts: readonly SealedDraft[];
    }
  /** A file that the user picked in main's dialog. The renderer gets only its id. */
  | { readonly type: 'file'; readonly fileId: string; readonly path: string; readonly use: FileUse }
  /** Main refused a request of the page; the kind alone goes into the log. */
  | { readonly type: 'refused'; readonly kind: ShellRefusal }
  /** Transfers the MessagePort of the preload. */
  | { readonly type: 'port' }
  /** Transfers the MessagePort of a page that is printed: it gets one paper of this kind and no route. */
  | { readonly type: 'paper'; readonly paper: PaperKind }
  | { readonly type: 'keychain-written'; readonly id: number; readonly ok: boolean }
  /** A scanner of files was started: transfers its port, over which main hears nothing. */
  | { readonly type: 'scanner'; readonly around: SweepSurroundings }
  /** It has ended, by itself or because it took too much memory. */
  | { readonly type: 'scanner-ended'; readonly grown: boolean }
  /** Readings of a check of the computer; `unknown` until the vault has parsed them. */
  | { readonly type: 'computer-readings'; readonly id: number; readonly readings: unknown }
  /** How the carrier stands; `unknown` until the vault has parsed it. */
  | { readonly type: 'carrier'; readonly state: unknown };

/** Messages from the vault process to main. `id` is repeated in the answer `keychain-written`. */
export type VaultToHost =
  /** The first one. `hardened`: whether other programs of the same user are kept out of the memory of the process. */
  | { readonly type: 'ready'; readonly hardened: boolean }
  | { readonly type: 'write-anchor'; readonly id: number; readonly copy: 0 | 1; readonly bytes: Uint8Array }
  | {
      readonly type: 'write-device-secret';
      readonly id: number;
      readonly secretId: string;
      readonly bytes: Uint8Array;
    }
  /** Of this desk's login at the mailbox of several. */
  | { readonly type: 'write-mailbox-password'; readonly id: number; readonly password: string }
  /** Deletes a device secret that no header names any more. */
  | { readonly type: 'delete-device-secret'; readonly id: number; readonly secretId: string }
  /** Board of the next lock screen, shown before its vault process answers; null where there is nothing to show. */
  | { readonly type: 'desk-board'; readonly board: DeskBoard | null }
  | { readonly type: 'session'; readonly unlocked: boolean }
  /** Every draft that is to be there for the next vault process, in the place of those told before. */
  | { readonly type: 'drafts'; readonly drafts: readonly SealedDraft[] }
  /** While long work runs, main covers the screen at the idle time and defers the lock for at most 30 minutes. */
  | { readonly type: 'long-work'; readonly running: boolean }
  /** A value that is shown is about to be copied, and is in the log: main takes it out of the clipboard again. */
  | { readonly type: 'copied' }
  /** Nothing but masks is shown until the lock or the next such message: the window may be recorded meanwhile, for whoever helps from afar. */
  | { readonly type: 'screen-shared'; readonly shared: boolean }
  /** How far the practice vault is made; once `done` is `total` it is complete, and this process has had its keys. */
  | { readonly type: 'practice-making'; readonly progress: MakingProgress }
  /** Start a scanner of files, or end the one there is. */
  | { readonly type: 'scanner'; readonly wanted: boolean }
  /** Show a file in its folder: one that a sweep has found. */
  | { readonly type: 'show-file'; readonly path: string }
  /** Look at the computer: what its system tells of how it is kept. */
  | { readonly type: 'check-computer'; readonly id: number }
  /** Where the mailbox of several desks is; null where there is one desk again. With one desk it is never said. */
  | { readonly type: 'link'; readonly settings: CarrierSettings | VisitSettings | null }
  /** There is something to send to other desks; or they are to wait for so long, 0 for no longer. */
  | { readonly type: 'carrier-wake'; readonly holdMs?: number }
  /** What the mailbox's keeper alone may have done there; how it went, the carrier's state tells. */
  | { readonly type: 'carrier-errand'; readonly errand: Errand }
  /** The session limit is reached, or the vault refuses to continue: lock now. */
  | { readonly type: 'lock-me'; readonly why: VaultLockReason };

/** Why the vault asks to be locked: the session limit, or the error after which it does not continue. */
export type VaultLockReason = 'session-limit' | ErrorCode;
