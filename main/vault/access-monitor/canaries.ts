/**
 * Canary records: whoever touches one has no business with it, since it is of nobody. Which there are is read from the log, where each is sealed under a key
 * of the store; every session opens it, because every session has to notice.
 */
import { MAX_CANARIES } from '../../../contract/canaries/lists.ts';
import type { PersonId, StaffId } from '../../../contract/ids.ts';
import type { LogAction } from '../../../contract/log/entries.ts';
import { dayOf } from '../clock.ts';
import { type Marks, type Stretch, allChains, behind, readWhole, withMark, within } from '../log/chains.ts';
import { type KnowsStaff, decisionRows, readDecisions } from '../log/decisions.ts';
import { type Session, logAlone } from '../session/session.ts';
import { type Sql, sql } from '../store/sql.ts';
import type { ReadableStore } from '../store/store.ts';
import { openRecord } from './sealed-record.ts';
import { done } from '../log/done.ts';

/** A canary record that an admin has made and not ended. */
export interface Canary {
  /** Number of the entry that made it. */
  readonly entry: number;
  /** Milliseconds since 1970. */
  readonly madeAt: number;
  readonly madeBy: StaffId;
  /** Null where the key of the store does not open it. */
  readonly personId: PersonId | null;
}

/** Somebody has touched one. */
export interface Touch {
  readonly canary: number;
  readonly staffId: StaffId;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** Alerts and their explanations, as their index names them. */
export const ALERT_ACTIONS = ['alert', 'alert-seen'] as const;

/** Actions that are entered about a record although nobody has looked at it. */
const NO_TOUCHES = (
  [
    'log-read',
    'access-history',
    'access-history-number',
    'access-history-print',
    'access-history-answer',
    'alert',
    'alert-seen',
  ] satisfies readonly LogAction[]
)
  .map((action) => `'${action}'`)
  .join(', ');

/** Queries of canary records, exported for the test of their plans. */
export const CANARY_QUERIES = {
  entries: decisionRows(allChains, ['canary'], 'ORDER BY seq'),
  alerts: decisionRows(allChains, ALERT_ACTIONS, 'ORDER BY seq'),
  /** Query of actions on these records in these stretches. Reading the log about one, asking who saw it, or raising an alert is no touch. */
  touches: (personIds: readonly PersonId[], stretches: readonly Stretch[]): Sql => {
    const { text, values } = within(stretches);
    return allChains({
      text: `SELECT seq, time, staff_id AS staffId, person_id AS personId FROM $log
      WHERE person_id IN (${personIds.map(() => '?').join(', ')}) AND ${text} AND action NOT IN (${NO_TOUCHES}) ORDER BY seq`,
      values: [...personIds, ...values],
    });
  },
} as const;

/** Oldest first. Errors: those of `readDecisions`. */
export async function readCanaries(
  { roster, keys }: Pick<Session, 'roster' | 'keys'>,
  store: ReadableStore,
): Promise<readonly Canary[]> {
  const told = await readDecisions({ roster }, store, allChains, 'canary');
  if (told.length === 0) return [];
  const kept = await store.get<{ readonly key: Uint8Array }>(sql`SELECT key FROM canary_key WHERE id = 1`);
  const canaries = new Map<number, Canary>();
  for (const { row, detail } of told) {
    if (detail.change === 'ended') canaries.delete(detail.entry);
    else
      canaries.set(row.seq, {
        entry: row.seq,
        madeAt: row.time,
        madeBy: row.staffId,
        personId: openRecord(kept?.key ?? null, 'canary', keys.vaultId, detail.record),
      });
  }
  return [...canaries.values()].slice(0, MAX_CANARIES);
}

interface TouchRow {
  readonly seq: number;
  readonly time: number;
  readonly staffId: StaffId;
  readonly personId: PersonId;
}

/**
 * Enters an alert for each canary record that somebody has touched behind the marks, as the log says. Returns the marks with the last such entries put on.
 * It goes by the records and not by the day, so that none is lost where nobody signs in for a week. Errors: those of the log.
 */
export async function enterTouches(session: Session, marks: Marks): Promise<Marks> {
  const byPerson = await readByPerson(session);
  if (byPerson.size === 0) return marks;
  const fresh = behind(await readWhole(session.store), marks);
  const rows = await session.store.all<TouchRow>(CANARY_QUERIES.touches([...byPerson.keys()], fresh));
  await enterAlerts(
    session,
    rows.flatMap(({ personId, staffId, time }) => touchesOf(byPerson.get(personId), staffId, time)),
  );
  return rows.reduce((known, { seq }) => withMark(known, seq), marks);
}

/** Enters an alert for each of these records, that whoever is signed in has touched now. Errors: those of the log. */
export async function enterRecognised(session: Session, personIds: readonly PersonId[]): Promise<void> {
  if (personIds.length === 0) return;
  const byPerson = await readByPerson(session);
  const { staffId } = session.signedIn;
  const now = session.clock.now();
  await enterAlerts(
    session,
    personIds.flatMap((personId) => touchesOf(byPerson.get(personId), staffId, now)),
  );
}

const touchesOf = (canary: number | undefined, staffId: StaffId, at: number): readonly Touch[] =>
  canary === undefined ? [] : [{ canary, staffId, at }];

/** The entry that made the canary record, by the number of its person. */
async function readByPerson(session: Session): Promise<ReadonlyMap<PersonId, number>> {
  const canaries = await readCanaries(session, session.store);
  return new Map(
    canaries.flatMap(({ personId, entry }) => (personId === null ? [] : [[personId, entry] as const])),
  );
}

/** One for each record, member of staff and day. */
async function enterAlerts(session: Session, touches: readonly Touch[]): Promise<void> {
  if (touches.length === 0) return;
  const raised = new Set((await readTouches(session, session.store)).map(keyOf));
  for (const touch of touches) {
    if (raised.has(keyOf(touch))) continue;
    raised.add(keyOf(touch));
    await logAlone(
      session,
      done('alert', {
        kind: 'canary',
        count: 1,
        staff: touch.staffId,
        room: null,
        canary: touch.canary,
        at: touch.at,
      }),
    );
  }
}

const keyOf = ({ canary, staffId, at }: Touch): string => `${canary} ${staffId} ${dayOf(at)}`;

/** Every touch that was raised, oldest first. */
export async function readTouches(staff: KnowsStaff, store: ReadableStore): Promise<readonly Touch[]> {
  return (await readDecisions(staff, store, allChains, ...ALERT_ACTIONS)).flatMap(({ action, row, detail }) =>
    action !== 'alert' || detail.kind !== 'canary' || detail.staff === null || detail.canary === undefined
      ? []
      : [{ canary: detail.canary, staffId: detail.staff, at: detail.at ?? row.time }],
  );
}
