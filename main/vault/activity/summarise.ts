/** From what was counted to what the overview shows, by the clock on the wall. Pure. */
import {
  MAX_BARS,
  MEASURES,
  type Measure,
  PICTURED,
  PICTURED_DAYS,
  type Pictured,
  WEEKS,
} from '../../../contract/activity/lists.ts';
import type { ActivityView } from '../../../contract/activity/routes.ts';
import { REASONS, type Reason } from '../../../contract/fields.ts';
import type { StaffId } from '../../../contract/ids.ts';
import { dayOf, startOfDay } from '../clock.ts';
import { type ActivityFact, QUARTER_MS } from './count-log.ts';

/** Days of the same weekday that today is compared with. */
const WEEKDAYS = 8;
/** Days that it is compared with where there are fewer. */
const DAYS = 28;

/** Milliseconds since 1970 at which the first of the counted weeks begins. */
export const startOfWeeks = (now: number): number => startOfDay(mondayOf(now), -7 * (WEEKS - 1));

/** Context of the summary from the log and the roster, besides the facts. */
interface ActivityAround {
  /** Milliseconds since 1970. */
  readonly now: number;
  /** Of the first entry of the log, milliseconds since 1970: days before it, and the part of a day after it, are compared with nothing. */
  readonly begun: number;
  readonly nameOf: (staffId: StaffId) => string;
}

/** Counts of one day of the counted weeks. */
interface DayTally {
  readonly whole: Record<Measure, number>;
  /** Until the time of the day that it is now. */
  readonly untilNow: Record<Measure, number>;
  /** Of those that the pictures by hour, person and reason are of. */
  readonly isPictured: boolean;
}

interface Tally {
  readonly days: Map<string, DayTally>;
  readonly hours: Record<Pictured, number[][]>;
  readonly people: Map<StaffId, number>;
  readonly reasons: Map<Reason, number>;
}

export function summarise(facts: readonly ActivityFact[], around: ActivityAround): ActivityView {
  const { now, begun, nameOf } = around;
  const tally = tallyOf(facts, now);
  const compared = chooseDays(now, begun);
  const people = mostFirst(tally.people, (one, other) => (one < other ? -1 : 1));
  const reasons = mostFirst(tally.reasons, (one, other) => REASONS.indexOf(one) - REASONS.indexOf(other));
  return {
    at: now,
    tiles: recordOf(MEASURES, (measure) => {
      const countOn = (day: string): number => tally.days.get(day)?.untilNow[measure] ?? 0;
      return { today: countOn(dayOf(now)), usual: medianOf((compared?.days ?? []).map(countOn)) };
    }),
    compared: compared === null ? null : { by: compared.by, days: compared.days.length },
    hours: tally.hours,
    people: people
      .slice(0, MAX_BARS)
      .map(([staffId, count]) => ({ staffId, staffName: nameOf(staffId), count })),
    peopleBeyond: people.slice(MAX_BARS).reduce((sum, [, count]) => sum + count, 0),
    reasons: reasons.map(([reason, count]) => ({ reason, count })),
    weeks: weeksOf(tally.days, now),
  };
}

/** Goes once over the facts, of which a million entries leave some hundred thousand. */
function tallyOf(facts: readonly ActivityFact[], now: number): Tally {
  const tally: Tally = {
    days: new Map(),
    hours: recordOf(PICTURED, () => Array.from({ length: 7 }, () => Array.from({ length: 24 }, () => 0))),
    people: new Map(),
    reasons: new Map(),
  };
  const placeOf = createPlaces(tally.days, now);
  const [first, until] = [startOfWeeks(now), timeOfDay(now)];
  for (const { quarter, measure, staffId, reason, count } of facts) {
    const begins = quarter * QUARTER_MS;
    if (begins < first || begins > now) continue;
    const { day, timeOfDay: at, weekday } = placeOf(quarter);
    day.whole[measure] += count;
    // Half a day is not less than a whole one.
    if (at <= until) day.untilNow[measure] += count;
    if (!day.isPictured) continue;
    const hours = measure === 'reveal' || measure === 'open' ? tally.hours[measure][weekday] : undefined;
    if (hours !== undefined) hours[Math.floor(at / 4)] = (hours[Math.floor(at / 4)] ?? 0) + count;
    if (staffId !== null) addTo(tally.people, staffId, count);
    if (reason !== null) addTo(tally.reasons, reason, count);
  }
  return tally;
}

const addTo = <Key>(sums: Map<Key, number>, key: Key, count: number): void =>
  void sums.set(key, (sums.get(key) ?? 0) + count);

interface Place {
  readonly day: DayTally;
  /** Quarters of an hour since midnight. */
  readonly timeOfDay: number;
  /** From Monday, 0. */
  readonly weekday: number;
}

/** Where quarters of an hour lie by the clock on the wall, each worked out once; their days are added to `days`. */
function createPlaces(days: Map<string, DayTally>, now: number): (quarter: number) => Place {
  const pictured = new Set(Array.from({ length: PICTURED_DAYS }, (_, back) => dayBefore(now, back)));
  const tallyOfDay = (day: string): DayTally => {
    const known = days.get(day);
    if (known !== undefined) return known;
    const none = (): Record<Measure, number> => recordOf(MEASURES, () => 0);
    const fresh = { whole: none(), untilNow: none(), isPictured: pictured.has(day) };
    days.set(day, fresh);
    return fresh;
  };
  const places = new Map<number, Place>();
  return (quarter) => {
    const known = places.get(quarter);
    if (known !== undefined) return known;
    const time = quarter * QUARTER_MS;
    const place = { day: tallyOfDay(dayOf(time)), timeOfDay: timeOfDay(time), weekday: weekdayOf(time) };
    places.set(quarter, place);
    return place;
  };
}

function timeOfDay(time: number): number {
  const date = new Date(time);
  return Math.floor((date.getHours() * 60 + date.getMinutes()) / 15);
}

const weekdayOf = (time: number): number => (new Date(time).getDay() + 6) % 7;
const mondayOf = (time: number): string => dayOf(startOfDay(dayOf(time), -weekdayOf(time)));
/** The day so many days before that of `now`. */
const dayBefore = (now: number, days: number): string => dayOf(startOfDay(dayOf(now), -days));

interface ComparedDays {
  readonly by: 'weekday' | 'days';
  readonly days: readonly string[];
}

/** Whole days of the vault alone; null where there is none. */
function chooseDays(now: number, begun: number): ComparedDays | null {
  const firstDay = dayOf(begun);
  const whole = (days: readonly number[]): readonly string[] =>
    days.map((back) => dayBefore(now, back)).filter((day) => day > firstDay);
  const weekdays = whole(Array.from({ length: WEEKDAYS }, (_, at) => 7 * (at + 1)));
  if (weekdays.length === WEEKDAYS) return { by: 'weekday', days: weekdays };
  const days = whole(Array.from({ length: DAYS }, (_, at) => at + 1));
  return days.length === 0 ? null : { by: 'days', days };
}

/** Null of nothing. */
function medianOf(counts: readonly number[]): number | null {
  const sorted = counts.toSorted((one, other) => one - other);
  const [low, high] = [
    sorted[Math.floor((sorted.length - 1) / 2)],
    sorted[Math.ceil((sorted.length - 1) / 2)],
  ];
  return low === undefined || high === undefined ? null : (low + high) / 2;
}

function weeksOf(days: ReadonlyMap<string, DayTally>, now: number): ActivityView['weeks'] {
  const monday = mondayOf(now);
  return Array.from({ length: WEEKS }, (_, at) => {
    const from = dayOf(startOfDay(monday, -7 * (WEEKS - 1 - at)));
    const ofWeek = Array.from({ length: 7 }, (_day, later) => days.get(dayOf(startOfDay(from, later))));
    return {
      from,
      ...recordOf(PICTURED, (one) => ofWeek.reduce((sum, day) => sum + (day?.whole[one] ?? 0), 0)),
    };
  });
}

/** Those with the same count in the order of `compare`. */
const mostFirst = <Key>(
  sums: ReadonlyMap<Key, number>,
  compare: (one: Key, other: Key) => number,
): readonly (readonly [Key, number])[] =>
  [...sums].toSorted(([one, a], [other, b]) => b - a || compare(one, other));

const recordOf = <Name extends string, Value>(
  names: readonly Name[],
  valueOf: (name: Name) => Value,
): Record<Name, Value> =>
  Object.fromEntries(names.map((name) => [name, valueOf(name)])) as Record<Name, Value>;
