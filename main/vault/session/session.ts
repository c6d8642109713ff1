/** What an unlocked session holds: the open store, public keys and a name. No private key, no PIN, no "PIN was right". */
import type { ErrorCode } from '../../../contract/errors.ts';
import type { Alarm } from '../../../contract/sign-in/alarms.ts';
import type { Policy } from '../../../contract/policy/lists.ts';
import type { StaffId } from '../../../contract/ids.ts';
import type { SignedIn } from '../../../contract/sign-in/views.ts';
import type { Anchor } from '../anchor/anchor.ts';
import type { Clock } from '../clock.ts';
import type { Header } from '../keys/header.ts';
import type { Limiter } from '../keys/limiter.ts';
import type { Roster } from '../keys/roster.ts';
import type { SessionKeys } from '../keys/session-keys.ts';
import type { AuditLog, NewLogEntry, UnsignedEntry } from '../log/audit-log.ts';
import type { RoomPatterns } from '../values/room-pattern.ts';
import type { SearchLog } from './search-log.ts';
import type { Store } from '../store/store.ts';
import type { Turns } from '../long-work/turns.ts';

/** What stands outside a session and changes with its keys. */
export interface Premises {
  readonly vaultDir: string;
  /** The lock screen and the next sign-in go by it from now on. */
  readonly headerChanged: (header: Header) => void;
  /** The vault does not go on: main kills it, and the next sign-in finishes or drops what was begun. `change-unfinished` is told on the lock screen. */
  readonly lock: (why: ErrorCode) => void;
}

export interface Session {
  readonly signedIn: SignedIn;
  /** Header, device secret, keys, roster and store change with a ceremony, as a whole: whoever needs one takes it from here when it is needed. */
  header: Header;
  /** Opens the outer wrap of a slot; useless without the PIN that opens the inner one. */
  deviceSecret: Uint8Array;
  keys: SessionKeys;
  roster: Roster;
  store: Store;
  readonly anchor: Anchor;
  readonly premises: Premises;
  readonly log: AuditLog;
  readonly limiter: Limiter;
  readonly clock: Clock;
  readonly searchLog: SearchLog;
  /** Set at unlock, emptied when a supervisor acknowledges them. */
  alarms: readonly Alarm[];
  /** The store was found damaged: nothing is written to it, so that nothing is given that would need an entry. Never taken back; the next sign-in looks again. */
  readOnly: boolean;
  /** As an admin has chosen it; every mask that is made goes by it. */
  policy: Policy;
  /** How the estate writes its rooms; replaced as a whole when an admin changes them. */
  roomPatterns: RoomPatterns;
  /** The last day whose ends and thirty days have been seen to; null until the sign-in is in the log. */
  day: string | null;
  /** Requests with a PIN run one after another, so that a count that one reads cannot be overtaken by the next. */
  readonly turns: Turns;
}

/** SESSION_HOURS after the sign-in the vault locks, whatever happens. */
export const SESSION_HOURS = 12;

/** An entry of the person who is signed in. */
export function entryOf(session: Session, entry: UnsignedEntry): NewLogEntry {
  return { staffId: session.signedIn.staffId, ...entry };
}

/** The name of somebody of the staff; their id where the roster no longer knows them. */
export const nameOfStaff = (session: Session, staffId: StaffId): string =>
  session.roster.members.get(staffId)?.displayName ?? session.roster.removed.get(staffId) ?? staffId;

/** Commits an entry that records nothing but itself. */
export const logAlone = (session: Session, entry: UnsignedEntry): Promise<void> =>
  session.log.recordTold(session.store, undefined, entryOf(session, entry));

/**
 * Hands out what shows nothing but masks, once its entries are in the log. A damaged store takes none, and masks are told without; whatever
 * is more than a mask goes by AuditLog.record alone. Errors: those of AuditLog.record.
 */
export const tellMasked = async <T>(
  session: Session,
  masked: T,
  entries: readonly NewLogEntry[],
): Promise<T> =>
  session.readOnly ? masked : session.log.record(session.store, async () => ({ value: masked, entries }));

/** From now on nothing is written to the store, by whomever; called again wherever another damaged page is met. Errors: those of Store.readOnly. */
export async function turnReadOnly(session: Session): Promise<void> {
  session.readOnly = true;
  await session.store.readOnly();
}
