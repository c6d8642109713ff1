/** The two vaults, the real one and that of practice, and what of them outlasts a lock. */
import type { LastLock } from '../contract/host.ts';
import type { LockReason } from '../contract/sign-in/lock-reasons.ts';
import type { SlotId } from '../contract/ids.ts';
import type { Place } from '../contract/practice/lists.ts';
import type { OsKeychain } from './keychain/os-keychain.ts';
import type { DeskBoardStore } from './shell/desk-board.ts';
import type { VaultHost } from './vault-host.ts';

/** One of the two vaults, each with a folder, keychain items, a lock screen and a last lock of its own. */
export interface OpenPlace {
  readonly name: Place;
  readonly keychain: OsKeychain;
  readonly deskBoard: DeskBoardStore;
  readonly vault: VaultHost;
  /** Kills its vault and the page, and starts over at the place where the application then is. */
  readonly lock: (why: LockReason) => void;
}

/** State that main keeps from one lock to the next. */
export interface AcrossLocks {
  /** Where the application is. */
  place: OpenPlace;
  /** Who takes over, from a handover until the next sign-in. */
  next: SlotId | null;
  /** The lock was asked for to repair damaged records, until the next sign-in. */
  repair: boolean;
  /** The last session ended with a change of keys that the next sign-in finishes. */
  unfinished: boolean;
  /** The practice vault is not there yet: the process that is started for it makes it. */
  making: boolean;
  /** Why and when each was locked last while somebody was signed in, for the log of each. */
  readonly lastLocks: Record<Place, LastLock | null>;
}
