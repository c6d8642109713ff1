/**
 * The unlocked session: open store, public keys and the signed-in member. It holds no private key, no PIN and
 * no record that a PIN was right.
 */
import type { IdChoice } from '../../../contract/id-numbers/lists.ts';
import type { ErrorCode } from '../../../contract/errors.ts';
import type { Alarm } from '../../../contract/sign-in/alarms.ts';
import type { Inspection } from '../../../contract/inspection/routes.ts';
import type { Limits } from '../../../contract/limits/lists.ts';
import type { ReasonList } from '../../../contract/reasons/lists.ts';
import type { Policy } from '../../../contract/policy/lists.ts';
import type { StaffId } from '../../../contract/ids.ts';
import type { SignedIn } from '../../../contract/sign-in/views.ts';
import type { Anchor } from '../anchor/anchor.ts';
import type { Clock } from '../clock.ts';
import type { Header } from '../keys/header.ts';
import type { Limiter } from '../keys/limiter.ts';
import type { Roster } from '../keys/roster.ts';
import type { SessionKeys } from '../keys/session-keys.ts';
import type { OpenedSlot } from '../keys/slots.ts';
import type { LogAction } from '../../../contract/log/entries.ts';
import type { AuditLog, EntryOf, NewLogEntry } from '../log/audit-log.ts';
import type { RoomPatterns } from '../values/room-pattern.ts';
import type { SearchLog } from './search-log.ts';
import type { Store } from '../store/store.ts';
import type { Turns } from '../long-work/turns.ts';

/** Effects of a session outside it, on state that changes with its keys. */
export interface SessionEffects {
  readonly vaultDir: string;
  /** Makes lock screen and next sign-in use the new header. */
  readonly headerChanged: (header: Header) => void;
  /** The header in force once it has followed keys that were changed at any desk; as it was where there is one. `by`: any slot that a PIN has opened. Errors: those of `followSlots`. */
  readonly followKeys: (place: KeysPlace, by: OpenedSlot) => Promise<Header>;
  /** Where there are several desks: goes by roster and tier keys as the store has them. Whether there was anything to follow. Errors: those of `followRoster`. */
  readonly followRoster: (session: Session) => Promise<boolean>;
  /**
   * Asks main to end the vault process; the next sign-in finishes or drops what was begun. The lock screen
   * explains `change-unfinished`.
   */
  readonly lock: (why: ErrorCode) => void;
}

/** What the header is held against, and where the next one is put; the roster is verified from the roots that a PIN has opened. */
export type KeysPlace = Pick<
  Session,
  'header' | 'roster' | 'store' | 'deviceSecret' | 'anchor' | 'limiter' | 'effects'
>;

/** The state of an unlocked session. */
export interface Session {
  readonly signedIn: SignedIn;
  /**
   * Header, device secret, keys, roster and store change together in a key ceremony: read them from the
   * session when needed, do not keep copies.
   */
  header: Header;
  /** Opens the outer layer of a slot (32 bytes); useless without the PIN for the inner one. */
  deviceSecret: Uint8Array;
  keys: SessionKeys;
  roster: Roster;
  store: Store;
  readonly anchor: Anchor;
  readonly effects: SessionEffects;
  readonly log: AuditLog;
  readonly limiter: Limiter;
  readonly clock: Clock;
  /** Where the data files of the law lie. */
  readonly lawFolder: string;
  readonly searchLog: SearchLog;
  /** Alarms found at unlock; emptied when a supervisor acknowledges them. */
  alarms: readonly Alarm[];
  /**
   * The store was found damaged: nothing is written, so nothing is returned that needs an entry. Never reset;
   * the next sign-in checks again.
   */
  readOnly: boolean;
  /** The policy in force, for every mask that is made. */
  policy: Policy;
  /** How much anybody may do at the desk before a supervisor has to agree; replaced as a whole when an admin changes them. */
  limits: Limits;
  /** Decided of ID numbers where the log says nothing: null but in practice, whose people are invented. */
  readonly usualIdNumbers: IdChoice | null;
  /** Somebody inspects: the router lets nothing through but what shows masks alone. Null where nobody does; a lock ends it. */
  inspection: Inspection | null;
  /** Every reason that may be given; replaced as a whole when an admin changes the list. */
  reasons: ReasonList;
  /** The estate's room patterns; replaced as a whole when an admin changes them. */
  roomPatterns: RoomPatterns;
  /**
   * The last day (`YYYY-MM-DD`) for which ended records and expired values were processed; null until the
   * sign-in is logged.
   */
  day: string | null;
  /** Requests with a PIN run one after another, so that the counts that one reads cannot change under it. */
  readonly turns: Turns;
}

/** Hours after the sign-in at which the vault locks in any case. */
export const SESSION_HOURS = 12;

/** A log entry by the signed-in member. */
export function entryOf<A extends LogAction>(session: Session, entry: EntryOf<A>): NewLogEntry {
  return { staffId: session.signedIn.staffId, ...entry } as unknown as NewLogEntry;
}

/** Name of a present or former member; their id where the roster does not have them. */
export const nameOfStaff = (session: Session, staffId: StaffId): string =>
  session.roster.members.get(staffId)?.displayName ?? session.roster.removed.get(staffId) ?? staffId;

/** Commits an entry that belongs to no change. Errors: those of AuditLog.recordDisclosure. */
export const logAlone = <A extends LogAction>(session: Session, entry: EntryOf<A>): Promise<void> =>
  session.log.recordDisclosure(session.store, undefined, entryOf(session, entry));

/**
 * Returns a masked view once its entries are in the log. A damaged store accepts no entries, and masks are
 * returned without; anything more than a mask must use AuditLog.record. Errors: those of AuditLog.record.
 */
export const tellMasked = async <T>(
  session: Session,
  masked: T,
  entries: readonly NewLogEntry[],
): Promise<T> =>
  session.readOnly ? masked : session.log.record(session.store, async () => ({ value: masked, entries }));

/**
 * Stops all writing to the store; call it again when another damaged page is met. Errors: those of
 * Store.readOnly.
 */
export async function turnReadOnly(session: Session): Promise<void> {
  session.readOnly = true;
  await session.store.readOnly();
}
