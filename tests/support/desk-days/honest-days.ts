/**
 * The days of an honest, busy desk: 500 visitors a day, six of the staff in three shifts, frequent visitors, slips of the tongue, emergencies, an import. What
 * it does is made of a seed, and nobody in it is anybody.
 */
import type { PersonId, RoomId, StaffId } from '../../../contract/ids.ts';
import type { DeskAct, Place, Tie } from '../../../main/vault/access-monitor/desk-act.ts';
import { tieOf } from '../../../main/vault/access-monitor/links.ts';
import { type Random, createRandom } from './random.ts';

export const SECOND = 1_000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

const VISITORS_A_DAY = 500;
const BLOCKS = 40;
const ROOMS_A_BLOCK = 100;
const RESIDENTS_A_ROOM = 3;
export const RESIDENTS = BLOCKS * ROOMS_A_BLOCK * RESIDENTS_A_ROOM;
/** Of a hundred residents so many come once a day, and the others hardly ever. */
const FREQUENT = 40;

/** A Monday, by the clock on the wall. */
export const FIRST_DAY = new Date(2026, 0, 5).getTime();

export const STAFF: readonly StaffId[] = [1, 2, 3, 4, 5, 6].map((n) => `staff-${n}` as StaffId);

/** Where each of them lives: in a block of their own, at its tenth room. */
export const HOMES: readonly PersonId[] = STAFF.map(
  (_, at) => ((at * ROOMS_A_BLOCK + 10) * RESIDENTS_A_ROOM) as PersonId,
);
/** Next door to each of them lives somebody who comes as often as the most frequent visitors. */
const NEXT_DOOR: readonly PersonId[] = HOMES.map((home) => (home + RESIDENTS_A_ROOM + 1) as PersonId);

/** Who is there from when until when, in hours of the day. */
const SHIFTS = [
  { from: 7, until: 15, size: 3 },
  { from: 15, until: 23, size: 2 },
  { from: 23, until: 31, size: 1 },
] as const;

/** How many of a hundred visitors come in each hour of the day. */
const BY_HOUR = [
  0.2, 0.1, 0.1, 0.1, 0.1, 0.2, 0.6, 4, 9, 9.5, 8, 6, 4, 4.5, 6, 7, 7.5, 9, 8.5, 7, 4.5, 2.5, 1, 0.6,
] as const;

export const placeOf = (personId: PersonId): Place => {
  const room = Math.floor((personId as number) / RESIDENTS_A_ROOM);
  return {
    roomId: (room + 1) as RoomId,
    block: `block-${Math.floor(room / ROOMS_A_BLOCK)}`,
    rank: room % ROOMS_A_BLOCK,
  };
};

/** What ties one of the staff to somebody, since all of them live here. */
export function tieTo(staffId: StaffId, personId: PersonId): Tie | null {
  const neighbours = STAFF.map((one, at) => {
    const theirs = HOMES[at] ?? (0 as PersonId);
    return { staffId: one, personId: theirs, home: placeOf(theirs) };
  });
  return tieOf(neighbours, staffId, personId, placeOf(personId));
}

/** On that day, counted from the first, at that hour; the shifts go round. */
export function onDuty(day: number, hour: number): readonly StaffId[] {
  const shift = SHIFTS.findIndex(({ from, until }) => hour >= from && hour < until);
  const [index, turn] = shift === -1 ? [2, day - 1] : [shift, day];
  const first = [0, 3, 5][index] ?? 0;
  return Array.from({ length: SHIFTS[index]?.size ?? 1 }, (_, at) => {
    const one = STAFF[(first + at + turn * 2 + STAFF.length * 1_000) % STAFF.length];
    if (one === undefined) throw new Error('nobody is there');
    return one;
  });
}

/** A desk, how much is done there, and by whom. */
export interface HonestDesk {
  readonly residents: number;
  /** How many visitors come on a day, counted from the first, give or take a sixth. */
  readonly visitors: (day: number) => number;
  readonly onDuty: (day: number, hour: number) => readonly StaffId[];
  /** The register of a new building is read in on such a day. */
  readonly isImported: (day: number) => boolean;
  /** Water comes through a ceiling on such a day. */
  readonly isEmergency: (day: number) => boolean;
}

/** A Sunday is half as busy. */
export const BUSY_DESK: HonestDesk = {
  residents: RESIDENTS,
  visitors: (day) => VISITORS_A_DAY * (day % 7 === 6 ? 0.6 : 1),
  onDuty,
  isImported: (day) => day % 15 === 7,
  isEmergency: (day) => day % 5 === 2,
};

/** What an honest desk does on these days, in the order of time. */
export function honestDays(days: number, seed: number, desk: HonestDesk = BUSY_DESK): readonly DeskAct[] {
  const random = createRandom(seed);
  const frequent = [
    ...NEXT_DOOR,
    ...Array.from({ length: FREQUENT }, () => random.below(desk.residents) as PersonId).slice(
      NEXT_DOOR.length,
    ),
  ].filter((personId) => personId < desk.residents);
  const acts: DeskAct[] = [];
  for (let day = 0; day < days; day++) {
    // No day is as another.
    const visitors = desk.visitors(day) * (0.85 + 0.3 * random.next());
    for (let visitor = 0; visitor < visitors; visitor++) acts.push(...visit(random, day, frequent, desk));
    if (desk.isEmergency(day)) acts.push(...emergency(random, day, desk));
    if (desk.isImported(day)) acts.push(...imported(day));
  }
  // Nobody at an honest desk opens a colleague's record, or their own: a supervisor at another desk does.
  return acts
    .filter((act) => !('personId' in act) || act.personId === null || !HOMES.includes(act.personId))
    .map(withTie)
    .toSorted((one, other) => one.time - other.time);
}

const withTie = (act: DeskAct): DeskAct =>
  (act.act === 'open' || act.act === 'verify' || act.act === 'reveal') && act.personId !== null
    ? { ...act, tie: tieTo(act.staffId, act.personId) }
    : act;

function hourOf(random: Random): number {
  let left = random.next() * BY_HOUR.reduce((sum, share) => sum + share, 0);
  return BY_HOUR.findIndex((share) => (left -= share) < 0);
}

const pick = <T>(random: Random, from: readonly T[]): T => {
  const one = from[random.below(from.length)];
  if (one === undefined) throw new Error('nothing to choose from');
  return one;
};

/** Somebody comes to the desk and wants something. */
function visit(
  random: Random,
  day: number,
  frequent: readonly PersonId[],
  desk: HonestDesk,
): readonly DeskAct[] {
  const hour = Math.max(0, hourOf(random));
  const staffId = pick(random, desk.onDuty(day, hour));
  let time = FIRST_DAY + day * DAY + hour * HOUR + random.below(HOUR);
  const personId = random.chance(0.04) ? pick(random, frequent) : (random.below(desk.residents) as PersonId);
  const acts: DeskAct[] = [];
  const later = (least: number, most: number): number => (time += least + random.below(most - least));
  const open = (whom: PersonId): void => {
    acts.push({
      act: 'open',
      time: later(3 * SECOND, 12 * SECOND),
      staffId,
      personId: whom,
      place: placeOf(whom),
    });
  };
  const isNobody = random.chance(0.06);
  const search = (byNumber: boolean, found: boolean): void =>
    void acts.push({ act: 'search', time, staffId, byNumber, found });
  // A key was hit beside another: typed back and on, which is another search.
  if (random.chance(0.15)) {
    search(false, random.chance(0.5));
    later(SECOND, 3 * SECOND);
  }
  // The name was misspelt, or there are three of them.
  const isAgain = random.chance(0.3);
  search(random.chance(0.25), isAgain ? random.chance(0.5) : !isNobody);
  if (isAgain) {
    later(4 * SECOND, 15 * SECOND);
    search(random.chance(0.1), !isNobody);
  }
  // Nobody of that name lives here.
  if (isNobody) return acts;
  open(personId);
  // The wife has the car.
  if (random.chance(0.12)) open((personId ^ 1) as PersonId);
  if (random.chance(0.55)) {
    if (random.chance(0.08))
      acts.push({ act: 'verify', time: later(20 * SECOND, 60 * SECOND), staffId, personId, wrong: true });
    acts.push({
      act: 'verify',
      time: later(20 * SECOND, 60 * SECOND),
      staffId,
      personId,
      wrong: random.chance(0.02),
    });
  }
  if (random.chance(0.1))
    acts.push({ act: 'reveal', time: later(20 * SECOND, 90 * SECOND), staffId, personId });
  if (random.chance(0.3))
    acts.push({ act: 'work', time: later(30 * SECOND, 120 * SECOND), staffId, personId });
  return acts;
}

/** Water comes through a ceiling: the rooms below and beside are called. */
function emergency(random: Random, day: number, desk: HonestDesk): readonly DeskAct[] {
  const hour = random.below(24);
  const staffId = pick(random, desk.onDuty(day, hour));
  const first = random.below(desk.residents - 3 * RESIDENTS_A_ROOM);
  let time = FIRST_DAY + day * DAY + hour * HOUR + random.below(HOUR);
  return [0, 1, 2].flatMap((room): DeskAct[] => {
    const personId = (first + room * RESIDENTS_A_ROOM) as PersonId;
    time += 40 * SECOND;
    return [
      { act: 'search', time: time - 10 * SECOND, staffId, byNumber: false, found: true },
      { act: 'open', time, staffId, personId, place: placeOf(personId) },
      { act: 'reveal', time: time + 15 * SECOND, staffId, personId },
    ];
  });
}

/** The register of a new building is read in; its columns were right the second time. */
function imported(day: number): readonly DeskAct[] {
  const [staffId] = onDuty(day, 10);
  if (staffId === undefined) throw new Error('nobody is there');
  const time = FIRST_DAY + day * DAY + 10 * HOUR;
  return [
    { act: 'preview', time, staffId, recognised: 420 },
    { act: 'preview', time: time + 4 * MINUTE, staffId, recognised: 431 },
    { act: 'import', time: time + 9 * MINUTE, staffId },
  ];
}
