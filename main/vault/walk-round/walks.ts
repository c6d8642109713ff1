/** Walk-rounds as they stand: places, what each walk has found, when the next is due. */
import type { StaffId } from '../../../contract/ids.ts';
import {
  MAX_WALKS,
  WALK_MONTHS,
  type WalkMonths,
  type WalkOutcome,
} from '../../../contract/walk-round/lists.ts';
import type { Walk, WalkDue, WalkPlace, Walks } from '../../../contract/walk-round/routes.ts';
import { dayOf } from '../clock.ts';
import { type Session, nameOfStaff } from '../session/session.ts';
import { sql } from '../store/sql.ts';
import type { ReadableStore } from '../store/store.ts';
import { daysBetween } from '../values/days.ts';
import { readLooks, readPlaces } from './places.ts';
import { requireRow } from '../store/rows.ts';

interface WalkRow {
  readonly walkId: number;
  readonly at: number;
  readonly by: StaffId;
  /** Of the list that was gone through. */
  readonly edition: string;
}

interface ResultRow {
  readonly ref: string;
  readonly title: string;
  readonly titleEn: string;
  readonly outcome: WalkOutcome;
  readonly words: string;
  readonly rectificationId: number | null;
}

/** The newest first. */
const readRows = (store: ReadableStore, most: number): Promise<WalkRow[]> =>
  store.all<WalkRow>(
    sql`SELECT id AS walkId, at, by, edition FROM walk_round ORDER BY id DESC LIMIT ${most}`,
  );

/** Errors: those of the store, `law-unreadable` {file}. */
export async function readWalks(session: Session, store: ReadableStore = session.store): Promise<Walks> {
  const { places, source } = await readPlaces(session, store);
  return { places: [...places], source, ...(await readMade(session, store)) };
}

/** Walks made, which need no list of places. Errors: those of the store. */
export async function readMade(
  session: Session,
  store: ReadableStore = session.store,
): Promise<Omit<Walks, 'places' | 'source'>> {
  const rows = await readRows(store, MAX_WALKS);
  const walks: Walk[] = [];
  for (const row of rows) walks.push(await describeWalk(session, store, row));
  const everyMonths = await readMonths(store);
  return { everyMonths, due: dueOf(rows[0], everyMonths, dayOf(session.clock.now())), walks };
}

/** Errors: those of the store. */
export async function readDue(session: Session): Promise<WalkDue> {
  const [last] = await readRows(session.store, 1);
  return dueOf(last, await readMonths(session.store), dayOf(session.clock.now()));
}

/** One walk. Errors: `not-found`. */
export async function requireWalk(session: Session, walkId: number): Promise<Walk> {
  const row = await requireRow<WalkRow>(
    session.store,
    sql`SELECT id AS walkId, at, by, edition FROM walk_round WHERE id = ${walkId}`,
  );
  return describeWalk(session, session.store, row);
}

async function describeWalk(
  session: Session,
  store: ReadableStore,
  { walkId, at, by, edition }: WalkRow,
): Promise<Walk> {
  const results = await store.all<ResultRow>(sql`
    SELECT ref, title, title_en AS titleEn, outcome, words, rectification_id AS rectificationId
    FROM walk_result WHERE walk_id = ${walkId} ORDER BY ordinal`);
  const { source, looks } = await readLooks(store, edition);
  return {
    walkId,
    at,
    by: nameOfStaff(session, by),
    findings: results.filter(({ outcome }) => outcome === 'finding').length,
    source,
    results: results.map((result) => ({ ...result, ...lookedAt(looks.get(result.ref)) })),
  };
}

const lookedAt = (looks: Pick<WalkPlace, 'look' | 'lookEn'> | undefined) => ({
  look: [...(looks?.look ?? [])],
  lookEn: [...(looks?.lookEn ?? [])],
});

/** A row that somebody has written by hand says no other number. */
async function readMonths(store: ReadableStore): Promise<WalkMonths> {
  const row = await store.get<{ readonly months: number }>(
    sql`SELECT every_months AS months FROM walk_setting WHERE id = 1`,
  );
  return WALK_MONTHS.find((one) => one === row?.months) ?? 3;
}

function dueOf(last: WalkRow | undefined, months: WalkMonths, today: string): WalkDue {
  if (last === undefined) return { dueOn: null, daysLeft: null };
  const dueOn = monthsAfter(dayOf(last.at), months);
  return { dueOn, daysLeft: daysBetween(today, dueOn) };
}

/** The same day so many months later; the last of that month where it has no such day. */
export function monthsAfter(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0));
  const of = new Date(Date.UTC(year, month - 1 + months, Math.min(date, last.getUTCDate())));
  return of.toISOString().slice(0, 10);
}
