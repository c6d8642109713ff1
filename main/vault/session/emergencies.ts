/**
 * Emergencies, as the log has them: who began each, what was opened in it, what ended it, and who has acknowledged it. Nothing else is gone
 * by: a restart changes nothing, and a row beside the log could be taken away, or be marked as acknowledged, by whoever has the store key.
 */
import type { PersonId, StaffId } from '../../../contract/ids.ts';
import { EMERGENCY_MS, type EmergencyEnd } from '../../../contract/tasks/lists.ts';
import type { Building } from '../../../contract/tasks/views.ts';
import type { LogRow, NewLogEntry } from '../log/audit-log.ts';
import { type Chains, allChains, endOfChain, ownChain } from '../log/chains.ts';
import { type Decision, type KnowsStaff, decisionRows, readDecisions } from '../log/decisions.ts';
import { sql } from '../store/sql.ts';
import type { ReadableStore } from '../store/store.ts';
import { type Session, entryOf } from './session.ts';
import { done } from '../log/done.ts';

/** Actions of emergencies, as their index names them. */
const EMERGENCY_ACTIONS = ['emergency-access', 'emergency-end', 'emergency-seen'] as const;

/** An entry about an emergency. */
export type EmergencyEntry = LogRow;
type Told = Decision<(typeof EMERGENCY_ACTIONS)[number]>;

/** Query of all that the log has of emergencies, exported for the test of its plan. */
export const EMERGENCY_ENTRIES = decisionRows(allChains, EMERGENCY_ACTIONS, 'ORDER BY seq');

/** One emergency. */
export interface Emergency {
  readonly first: EmergencyEntry;
  /** Where it is; null where its first entry does not say. */
  readonly building: Building | null;
  /** One for each field of each record, the first among them. */
  readonly entries: readonly EmergencyEntry[];
  /** End of the emergency according to its entry; null where it has none. */
  readonly ended: EmergencyEnd | null;
  readonly seen: EmergencyEntry | null;
}

type Growing = { -readonly [K in keyof Emergency]: Emergency[K] } & { readonly entries: EmergencyEntry[] };

/** Those of these chains, oldest first. Errors: those of `readDecisions`. */
export async function readEmergencies(
  staff: KnowsStaff,
  store: ReadableStore,
  chains: Chains,
): Promise<readonly Emergency[]> {
  const byFirst = new Map<number, Growing>();
  let last: Growing | undefined;
  for (const told of await readDecisions(staff, store, chains, ...EMERGENCY_ACTIONS)) {
    if (told.action === 'emergency-access') last = takeOpening(byFirst, last, told);
    else takeOutcome(byFirst, told);
  }
  return [...byFirst.values()];
}

/** The emergency that an opening belongs to, with it in it. What names one that is another's, is over or is not there begins its own. */
function takeOpening(
  byFirst: Map<number, Growing>,
  last: Growing | undefined,
  { row, detail }: Decision<'emergency-access'>,
): Growing {
  const named = detail !== null && 'first' in detail ? byFirst.get(detail.first) : undefined;
  const joined = named !== undefined && isOpenTo(named, row.staffId) ? named : undefined;
  const emergency = joined ?? (isOfOne(last?.entries.at(-1), row) ? last : undefined);
  emergency?.entries.push(row);
  if (emergency !== undefined) return emergency;
  const building = detail !== null && 'building' in detail ? detail : null;
  const begun = { first: row, building, entries: [row], ended: null, seen: null };
  byFirst.set(row.seq, begun);
  return begun;
}

const isOpenTo = ({ first, ended, seen }: Emergency, staffId: StaffId): boolean =>
  first.staffId === staffId && ended === null && seen === null;

/** The entries of one record are written at once, one behind the other. */
const isOfOne = (last: EmergencyEntry | undefined, next: EmergencyEntry): boolean =>
  last !== undefined &&
  next.seq === last.seq + 1 &&
  next.time === last.time &&
  next.staffId === last.staffId &&
  next.personId === last.personId;

/** An end or an acknowledgement; the first of each counts. */
function takeOutcome(
  byFirst: ReadonlyMap<number, Growing>,
  told: Exclude<Told, { readonly action: 'emergency-access' }>,
): void {
  const emergency = byFirst.get(told.detail.entry);
  if (emergency === undefined) return;
  if (told.action === 'emergency-end') emergency.ended ??= told.detail.why;
  else emergency.seen ??= told.row;
}

/** Residents whose records were opened in it. */
export const peopleOf = ({ entries }: Emergency): ReadonlySet<PersonId | null> =>
  new Set(entries.map(({ personId }) => personId));

/** How many residents' records were opened in it. */
export const recordsOf = (emergency: Emergency): number => peopleOf(emergency).size;

/** The first entry of that desk behind one that ends the session of it; found within that session, as a rule. */
const selectNextSession = (seq: number) =>
  allChains(sql`
  SELECT action FROM $log WHERE seq > ${seq} AND seq < ${endOfChain(seq)} AND action IN ('handover', 'locked', 'sign-in') ORDER BY seq LIMIT 1`);

/** End of an emergency, whether an entry says so yet or not; null while it is under way. `now` in milliseconds since 1970. */
export async function endOf(
  store: ReadableStore,
  { first, ended, seen }: Emergency,
  now: number,
): Promise<EmergencyEnd | null> {
  if (ended !== null) return ended;
  if (seen !== null) return 'acknowledged';
  const next = await store.get<{ readonly action: string }>(selectNextSession(first.seq));
  if (next !== undefined) return next.action === 'handover' ? 'handover' : 'lock';
  // By the latest entry as well: a clock that was set back gives no more time.
  const latest = await store.get<{ readonly time: number }>(
    allChains(
      sql`SELECT max(time) AS time FROM $log WHERE seq >= ${first.seq} AND seq < ${endOfChain(first.seq)}`,
    ),
  );
  if (latest === undefined || now < latest.time) return 'clock';
  return now - first.time >= EMERGENCY_MS ? 'time' : null;
}

/** The entry that ends it. */
export const endEntry = (session: Session, emergency: Emergency, why: EmergencyEnd): NewLogEntry =>
  entryOf(session, done('emergency-end', { entry: emergency.first.seq, records: recordsOf(emergency), why }));

/** Entries of the ends that came with a lock of this computer, for whoever signs in next. Errors: those of the store. */
export async function endsOfLastSession(session: Session): Promise<readonly NewLogEntry[]> {
  const left = (await readEmergencies(session, session.store, ownChain)).filter(
    ({ ended, seen }) => ended === null && seen === null,
  );
  return Promise.all(
    left.map(async (emergency) => {
      const why = await endOf(session.store, emergency, session.clock.now());
      return endEntry(session, emergency, why === null || why === 'clock' ? 'lock' : why);
    }),
  );
}
