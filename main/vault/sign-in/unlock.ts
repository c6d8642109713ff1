/** From a name and a PIN to an open store: count the try, open the slot, open the store, compare it with header and anchor. */

import type { IdChoice } from '../../../contract/id-numbers/lists.ts';
import type { LastLock } from '../../../contract/host.ts';
import type { Alarm } from '../../../contract/sign-in/alarms.ts';
import {
  type Anchor,
  type AnchorState,
  type LockedEvents,
  NO_HEADER,
  NO_LOCKED_EVENTS,
  NO_PENDING,
} from '../anchor/anchor.ts';
import { allChains, ownChain, readChain, readUnknownChains } from '../log/chains.ts';
import { readRosterEntries, verifyRoster } from '../keys/roster.ts';
import { countLocked } from '../session/locked-events.ts';
import { beginDay } from './begin-day.ts';
import { allEnded } from '../long-work/all-ended.ts';
import { AppError } from '../app-error.ts';
import type { Clock } from '../clock.ts';
import { sameBytes, toHex } from '../crypto/bytes.ts';
import { zero } from '../crypto/zero.ts';
import type { AcceptedSlot } from '../keys/accept.ts';
import { type Header, type StaffSlot, digestOfHeader } from '../keys/header.ts';
import type { Roots } from '../keys/recovery-sheet.ts';
import type { Attempt, Limiter } from '../keys/limiter.ts';
import { type OpenedSlot, openSlotStoreKey, samePins } from '../keys/slots.ts';
import { RESTORED } from '../keys/log-segment.ts';
import { pinsOf } from '../keys/pins.ts';
import { placeOf } from '../keys/practice-id.ts';
import { removeOrphans } from '../key-management/leftovers.ts';
import { findUnloggedRotations } from '../key-change/rotation-log.ts';
import { followSheet, sayJoined, sayRotated } from '../key-management/follow-sheet.ts';
import { anchorHeader, pinAnew, settleSlotChange } from '../key-change/slot-change.ts';
import { type VerifiedStore, verifyStore } from '../keys/verify-store.ts';
import type { Unentered } from '../backup/update-record.ts';
import type { AuditLog, NewLogEntry } from '../log/audit-log.ts';
import { type EntrySigners, signerOfSlot } from '../log/entry-signer.ts';
import type { KeptDrafts } from '../session/kept-drafts.ts';
import { heldMasks, holdMasks } from '../policy/held-masks.ts';
import { requireHolds } from '../erasure/holds.ts';
import { requireRestrictions } from '../retention-rules/on-request.ts';
import { requireRecalled } from '../retention-rules/returned.ts';
import { readPolicy } from '../policy/read-policy.ts';
import { readRoomPatterns } from '../search/read-room-patterns.ts';
import { compareAtSignIn } from '../second-log/compare.ts';
import { holdChoice } from '../second-log/held-choice.ts';
import { sql } from '../store/sql.ts';
import type { Store } from '../store/store.ts';
import { whyFailed } from '../store/why-failed.ts';
import { createTurns } from '../long-work/turns.ts';
import { type Outcome, openCounted } from '../session/open-counted.ts';
import type { SearchLog } from '../session/search-log.ts';
import { type ReasonList, USUAL_REASONS } from '../../../contract/reasons/lists.ts';
import { type Limits, USUAL_LIMITS } from '../../../contract/limits/lists.ts';
import { readChosenLimits } from '../session/limits.ts';
import { readChosenReasons } from '../session/reasons.ts';
import type { Policy } from '../../../contract/policy/lists.ts';
import type { RoomPatterns } from '../values/room-pattern.ts';
import { endsOfLastSession } from '../session/emergencies.ts';
import { lawFolder } from '../law/read-law.ts';
import {
  SESSION_HOURS,
  type Session,
  type SessionEffects,
  entryOf,
  turnReadOnly,
} from '../session/session.ts';
import { type Proof, requirePresentKeys, slotOf } from '../session/with-slots.ts';

interface UnlockDependencies {
  readonly header: Header;
  readonly deviceSecret: Uint8Array;
  readonly anchor: Anchor;
  readonly limiter: Limiter;
  readonly log: AuditLog;
  readonly clock: Clock;
  readonly searchLog: SearchLog;
  /** Of a vault whose admin has chosen none; `USUAL_LIMITS` where left out. */
  readonly usualLimits?: Limits;
  /** What holds of ID numbers while no admin has decided; nothing is kept where left out, but in practice. */
  readonly usualIdNumbers?: IdChoice;
  /** Where the data files of the law lie; the product's own where left out. */
  readonly lawFolder?: string;
  readonly lastLock: LastLock | null;
  /** Where some are kept over a lock. */
  readonly drafts?: Pick<KeptDrafts, 'open'>;
  readonly effects: SessionEffects;
  /** Opens the header's store file with the store key; the roots are those that the slot has pinned. */
  readonly openStore: (key: Uint8Array, roots: Roots) => Promise<Store>;
  /** What was done with the store before anybody came in; asked once it is open. */
  readonly unentered?: () => Unentered | null;
}

export interface Unlocked {
  readonly session: Session;
  /** Wrong tries on this slot since its last right PIN. */
  readonly wrongTries: number;
}

/**
 * Errors: `must-wait`, `slot-closed`, `unknown-slot`, `wrong-pin` {waitSeconds, freeTries}, `wrong-computer`, `header-forged`,
 * `store-missing`, `store-damaged`, `store-wrong-key`, `store-newer`, `store-tampered`, `store-mismatch` (also: an alarm, and no supervisor), `disk-full`, `log-unavailable`.
 * Whatever fails, nothing stays open.
 */
export async function unlock(dependencies: UnlockDependencies, proof: Proof): Promise<Unlocked> {
  const slot = slotOf(dependencies.header, proof);
  const {
    attempt,
    outcomes: [outcome],
  } = await openCounted(dependencies, [{ slot, pin: proof.pin }]);
  const opened = await openedOf(dependencies, attempt, outcome);
  const { wrongTries } = await attempt.succeeded();
  try {
    const store = await openStoreOf(dependencies, slot, opened);
    try {
      const header = await headerOfAllDesks(dependencies, opened, store);
      const { session, own } = await enter({ ...dependencies, header }, opened, store);
      await refreshPinsAndAnchor(session, own);
      dependencies.drafts?.open(session.header.vaultId, opened);
      return { session, wrongTries: wrongTries.get(proof.slotId) ?? 0 };
    } catch (error) {
      const told = await whyFailed(store, error);
      await store.close();
      throw told;
    }
  } finally {
    opened.dispose();
  }
}

/** What was changed at other desks meanwhile is in the header before anybody is held against it. Errors: those of `followKeys` and `requirePresentKeys`. */
async function headerOfAllDesks(
  { header, deviceSecret, anchor, limiter, effects }: UnlockDependencies,
  opened: OpenedSlot,
  store: Store,
): Promise<Header> {
  if (header.link === undefined) return header;
  const [entries, chain] = [await readRosterEntries(store), await readChain(store)];
  const roster = verifyRoster(header.vaultId, entries, opened.pins.roots, chain);
  const place = { header, roster, store, deviceSecret, anchor, limiter, effects };
  const followed = await effects.followKeys(place, opened);
  requirePresentKeys(followed, opened);
  return followed;
}

async function openStoreOf(
  { header, openStore }: UnlockDependencies,
  slot: StaffSlot,
  opened: OpenedSlot,
): Promise<Store> {
  const storeKey = openSlotStoreKey(header, slot, opened);
  try {
    return await openStore(storeKey, opened.pins.roots);
  } finally {
    zero(storeKey);
  }
}

/** A wrong PIN is counted for the log too, which is closed as long as nobody is signed in. */
async function openedOf(
  { anchor, clock }: UnlockDependencies,
  attempt: Attempt,
  outcome: Outcome | undefined,
): Promise<OpenedSlot> {
  if (outcome === undefined) throw new AppError('internal');
  if ('opened' in outcome) return outcome.opened;
  const { error } = outcome;
  if (!(error instanceof AppError) || error.code !== 'wrong-pin') throw error;
  await anchor.update((state) => countLocked(state, 'signInFailed', clock.now()));
  throw new AppError('wrong-pin', { ...(await attempt.failed()) });
}

/** Holds the store against the slot's pins, the header and the anchor; on a difference only a supervisor comes in. */
async function enter(
  dependencies: UnlockDependencies,
  opened: OpenedSlot,
  store: Store,
): Promise<{ readonly session: Session; readonly own: AcceptedSlot }> {
  const { header, deviceSecret, anchor, limiter, log, clock, searchLog, effects } = dependencies;
  const { verified, logAlarms, policy, limits, reasons, roomPatterns, damaged } = await readStore(
    dependencies,
    opened,
    store,
  );
  const secondAlarms = damaged
    ? []
    : await compareAtSignIn({ store, log, anchor, roster: verified.roster }, header);
  const alarms = [
    ...new Set([
      ...verified.alarms,
      ...compareWithAnchor(header, verified, anchor.state()),
      ...logAlarms,
      ...secondAlarms,
    ]),
  ];
  if (alarms.length > 0 && verified.member.role !== 'supervisor')
    throw new AppError('store-mismatch', { alarm: alarms.join(', ') });
  const since = clock.now();
  const { staffId, displayName, role } = verified.member;
  const session: Session = {
    signedIn: {
      staffId,
      slotId: opened.slotId,
      displayName,
      role,
      since,
      until: since + SESSION_HOURS * 3_600_000,
      switchedOn: [...policy.switchedOn],
    },
    header,
    deviceSecret,
    keys: verified.keys,
    roster: verified.roster,
    anchor,
    effects,
    store,
    log,
    limiter,
    clock,
    lawFolder: dependencies.lawFolder ?? lawFolder(),
    searchLog,
    alarms,
    readOnly: false,
    policy,
    limits: limits ?? dependencies.usualLimits ?? USUAL_LIMITS,
    usualIdNumbers:
      dependencies.usualIdNumbers ?? (placeOf(header.vaultId) === 'practice' ? 'consent' : null),
    inspection: null,
    reasons: reasons ?? USUAL_REASONS,
    roomPatterns,
    day: null,
    turns: createTurns(),
  };
  if (damaged || (alarms.length === 0 && !(await tryLogSignIn(dependencies, session, opened))))
    await turnReadOnly(session);
  return { session, own: verified.own };
}

/** False where the store is too damaged to take an entry: masks can still be looked at. */
async function tryLogSignIn(
  dependencies: UnlockDependencies,
  session: Session,
  opened: OpenedSlot,
): Promise<boolean> {
  const signedBy: EntrySigners = [signerOfSlot(opened, session.roster.head.n)];
  const unentered = dependencies.unentered?.() ?? null;
  try {
    await enterLog(session, [
      ...(await endsOfLastSession(session)),
      ...(await entriesBefore(session, unentered)),
      ...entriesOfArrival(dependencies, session, signedBy),
      ...(await rotationsUnentered(session, signedBy)),
    ]);
    await unentered?.entered();
    return true;
  } catch (error) {
    if (isDamage(error)) return false;
    throw error;
  }
}

/** What was kept before an update, as this person's: whoever comes in first has had it made, or finds it. Errors: those of the store. */
export async function entriesBefore(
  session: Session,
  unentered: Unentered | null,
): Promise<readonly NewLogEntry[]> {
  return ((await unentered?.entries(session.store)) ?? []).map((entry) => entryOf(session, entry));
}

const isDamage = (error: unknown): boolean => error instanceof AppError && error.code === 'store-damaged';

/** A rotation whose switch came before a kill and whose entry did not. The header is then ahead of the anchor, as it is of no usual arrival. */
async function rotationsUnentered(session: Session, signedBy: EntrySigners): Promise<readonly NewLogEntry[]> {
  const { store, header, anchor } = session;
  // Among several desks it waits for them, and is made up for once somebody is signed in.
  if (header.link !== undefined || header.generation === anchor.state().headerGeneration) return [];
  return (await findUnloggedRotations(session, store, header)).map((entry) =>
    entryOf(session, { ...entry, signedBy }),
  );
}

interface StoreReading {
  readonly verified: VerifiedStore<OpenedSlot>;
  readonly logAlarms: readonly Alarm[];
  readonly policy: Policy;
  readonly limits: Limits | null;
  readonly reasons: ReasonList | null;
  readonly roomPatterns: RoomPatterns;
  /** The end of the log cannot be read, so that nothing may be added to it. Whatever else cannot be read here keeps the store shut. */
  readonly damaged: boolean;
}

/** Reads and verifies the store. Called once the rest of a killed change is settled: until then header and store need not agree. */
async function readStore(
  { header, log, anchor }: UnlockDependencies,
  opened: OpenedSlot,
  store: Store,
): Promise<StoreReading> {
  const logAlarms = await readLogEnd({ header, log, anchor }, opened, store);
  const verified = await verifyStore({ header, opened, store });
  const unknown = logAlarms === null ? new Set() : await readUnknownChains(store, verified.roster.lastDesk);
  // Asked together: each answer waited for is a hop to the engine's thread and back.
  const [policy, chosen, reasons, roomPatterns] = await allEnded([
    readPolicy(verified, store, heldMasks(header)),
    readChosenLimits(verified, store),
    readChosenReasons(verified, store),
    readRoomPatterns(store),
    requireHolds(verified, store),
    requireRecalled(verified, store),
    requireRestrictions(verified, store),
  ]);
  return {
    verified,
    logAlarms: unknown.size === 0 ? (logAlarms ?? []) : ['head-differs'],
    policy,
    limits: chosen?.limits ?? null,
    reasons: reasons?.list ?? null,
    roomPatterns,
    damaged: logAlarms === null,
  };
}

/** Null where it is damaged; the connection has then been made anew. */
async function readLogEnd(
  { header, log, anchor }: Pick<UnlockDependencies, 'header' | 'log' | 'anchor'>,
  opened: OpenedSlot,
  store: Store,
): Promise<readonly Alarm[] | null> {
  try {
    await expectFirstEntry(store);
    const remembered = anchor.state().pending;
    await settleSlotChange({ header, store, log, roots: opened.pins.roots, remembered });
    return await compareLog(log, store);
  } catch (error) {
    if (!isDamage(error)) throw error;
    await store.readOnly();
    return null;
  }
}

/**
 * Each chain begins behind number 0. Every later number is taken, so that an entry which somebody with the store key adds, to be read as
 * a choice of an admin or a supervisor's acknowledgment, has one before it or one that the anchor does not know. Errors:
 * `store-tampered` {part: 'log'}.
 */
async function expectFirstEntry(store: Store): Promise<void> {
  if ((await store.get(allChains(sql`SELECT 1 FROM $log WHERE seq < 1 LIMIT 1`))) !== undefined)
    throw new AppError('store-tampered', { part: 'log' });
}

function compareWithAnchor(
  header: Header,
  verified: VerifiedStore<OpenedSlot>,
  anchored: AnchorState,
): readonly Alarm[] {
  const alarms: readonly (Alarm | false)[] = [
    toHex(anchored.vaultId) !== header.vaultId && 'head-differs',
    anchored.epoch !== header.epoch && !isSwitchedTo(header, anchored) && 'epoch-differs',
    header.generation < anchored.headerGeneration
      ? 'older-store'
      : !isWrittenHere(header, anchored) && 'header-differs',
    verified.roster.hashAt(anchored.rosterHead.n) !== toHex(anchored.rosterHead.hash) && 'roster-differs',
  ];
  return alarms.filter((alarm): alarm is Alarm => alarm !== false);
}

/** The header that the anchor knows, or the one that it was told would be written. */
function isWrittenHere(header: Header, { header: known, comingHeader }: AnchorState): boolean {
  const digest = digestOfHeader(header);
  return sameBytes(digest, known) || sameBytes(digest, comingHeader);
}

/** A header of the next epoch, for which an admin has signed, is a rotation that a kill kept from the anchor. */
const isSwitchedTo = (header: Header, anchored: AnchorState): boolean =>
  header.epoch === anchored.epoch + 1 && header.generation > anchored.headerGeneration;

async function compareLog(log: AuditLog, store: Store): Promise<readonly Alarm[]> {
  if ((await log.checkHead(store)) === 'matches') return [];
  const last = await store.get<{ readonly why: string }>(
    ownChain(sql`SELECT why FROM $segments ORDER BY id DESC LIMIT 1`),
  );
  // The store's own word, which only tells a supervisor what to ask: either way nobody else comes in.
  return [last?.why === RESTORED ? 'restored' : 'head-differs'];
}

/** Pins the verified state of the store in the own slot and anchors it; as a rule both have it already. */
async function refreshPinsAndAnchor(session: Session, own: AcceptedSlot): Promise<void> {
  if (session.alarms.length > 0 || session.readOnly) return;
  if (session.signedIn.role !== 'receptionist')
    await followSheet(session, { id: own.staffId, privateKey: own.sign.privateKey });
  if (session.signedIn.role === 'admin') await sayJoined(session, own);
  await sayRotated(session, own);
  const pins = pinsOf(session.roster, session.keys, own.staffId);
  if (!samePins(pins, own.pins)) await pinAnew(session, [own]);
  // Tried again at the next sign-in; until then none are made by the clock.
  // A kill, or a full disk, may have come between a choice and the header.
  await holdMasks(session, session.policy.masks).catch(() => undefined);
  await holdChoice(session);
  const { epoch, header, comingHeader, rosterHead, pending } = session.anchor.state();
  const isKnown =
    sameBytes(header, digestOfHeader(session.header)) &&
    sameBytes(comingHeader, NO_HEADER) &&
    rosterHead.n === session.roster.head.n &&
    sameBytes(pending, NO_PENDING);
  if (!isKnown) await anchorHeader(session);
  // The store of before is nobody's way back any more. What cannot be removed now is removed at the next start.
  if (epoch !== session.header.epoch)
    await removeOrphans(session.effects.vaultDir, session.header).catch(() => undefined);
}

/** The sign-in, and before it what happened since the last session: the lock that ended it and what was counted while locked. */
export function entriesOfArrival(
  { anchor, lastLock }: Pick<UnlockDependencies, 'anchor' | 'lastLock'>,
  session: Session,
  signedBy: EntrySigners,
): readonly NewLogEntry[] {
  const { staffId } = session.signedIn;
  const { signInFailed, refusedRoutes, sinceMs } = anchor.state().lockedEvents;
  return [
    ...(lastLock === null
      ? []
      : [
          {
            staffId,
            action: 'locked',
            outcome: 'done',
            detail: { why: lastLock.why, at: lastLock.at },
          } as const,
        ]),
    ...(signInFailed === 0
      ? []
      : [
          {
            staffId,
            action: 'sign-in-failed',
            outcome: 'failed',
            detail: { count: signInFailed, since: sinceMs },
          } as const,
        ]),
    ...(refusedRoutes === 0
      ? []
      : [
          {
            staffId,
            action: 'refused',
            outcome: 'refused',
            detail: { of: 'locked', count: refusedRoutes, since: sinceMs },
          } as const,
        ]),
    { staffId, action: 'sign-in', outcome: 'done', signedBy },
  ];
}

/** Commits the arrival, together with what its day brings, and sets the counts of the locked time back. */
async function enterLog(session: Session, entries: readonly NewLogEntry[]): Promise<void> {
  const counted = session.anchor.state().lockedEvents;
  await beginDay(session, entries);
  // The usual arrival has nothing to set back, and a write to the keychain takes some milliseconds.
  if (counted.signInFailed === 0 && counted.refusedRoutes === 0) return;
  await session.anchor.update((state) => withoutCounted(state, counted));
}

/** The anchor state once these counts are in the log; those of meanwhile stay. */
export const withoutCounted = (state: AnchorState, counted: LockedEvents): AnchorState => ({
  ...state,
  lockedEvents: state.lockedEvents === counted ? NO_LOCKED_EVENTS : state.lockedEvents,
});
