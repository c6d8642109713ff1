/**
 * Watches the desk: what each person has done lately, whether the next thing is within the limits, and what looks like a harvest. It keeps a day, and counts of a
 * month; goes by what it is told alone and knows no store, so that the log of a month runs through it to show what other limits would have stopped.
 */
import type { PersonId, RoomId, StaffId } from '../../../contract/ids.ts';
import {
  type AlertKind,
  type Counted,
  type LimitedRole,
  type Limits,
  SPANS,
  type Sign,
  type Span,
} from '../../../contract/limits/lists.ts';
import type { DeskAct, Place, Tie } from './desk-act.ts';
import { type DayCounts, MONTH_DAYS, WEEK_DAYS, createDayCounts } from './long-counts.ts';

/** Subject of a record: a person, or a room with everybody in it. */
export type RecordOf = { readonly personId: PersonId } | { readonly roomId: RoomId };

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** A burst makes wait for so long from its last act. */
const BURST_WAIT_MS = 60 * SECOND;
/** A supervisor who lets somebody go on does so for so long. */
export const LIFTED_MS = HOUR;
/** Within so long after it was opened something is done with a record, or nothing was. */
const FOLLOW_UP_MS = 15 * MINUTE;
/** An import that is going to be written is written by then. */
const WRITTEN_MS = HOUR;
/** Rooms this near in the order of numbers are neighbours: one in between may be empty. */
const NEAR = 2;
/** Alerts that look over more than a day, by how many days: they are not raised again within these. */
const DAYS_OF: { readonly [K in AlertKind]?: number } = {
  triedInWeek: WEEK_DAYS,
  openedInWeek: WEEK_DAYS,
  wrongInWeek: WEEK_DAYS,
  revealedInWeek: WEEK_DAYS,
  triedInMonth: MONTH_DAYS,
  triedBeyondInMonth: MONTH_DAYS,
  revealedBeyondInMonth: MONTH_DAYS,
  openedInMonth: MONTH_DAYS,
  wrongInMonth: MONTH_DAYS,
  revealedInMonth: MONTH_DAYS,
  revealedOfHundred: MONTH_DAYS,
};
/** What is counted over a week and a month, and its signs. */
const LONG_SIGNS = {
  tried: ['triedInWeek', 'triedInMonth'],
  opened: ['openedInWeek', 'openedInMonth'],
  wrong: ['wrongInWeek', 'wrongInMonth'],
  revealed: ['revealedInWeek', 'revealedInMonth'],
} as const satisfies Readonly<Record<string, readonly [Sign, Sign]>>;
type LongCounted = keyof typeof LONG_SIGNS;
const LONG_COUNTED = Object.keys(LONG_SIGNS) as readonly LongCounted[];
/** A small estate, in which a limit for all estates is reached late or never. */
const FEW_RESIDENTS = 20;
/** Of fewer residents, whoever serves them has seen them all. */
const FEWEST_RESIDENTS = 8;
/** Residents of whom an honest desk of a small estate reveals a value in a month, at most. */
const MOST_OF_FEW = 10;
/** Tries within a month for each resident, at which a small estate is noticed before its limit is reached: by letters a name takes some thirty. */
const TRIED_FOR_EACH = 10;

/** Somebody who has done nothing for so long begins a new shift. */
const SHIFT_GAP_MS = 4 * HOUR;

/** Verdict on the next act: it may go on, has to wait, or takes a supervisor. */
export type Verdict =
  | { readonly may: 'go' }
  | { readonly may: 'wait'; readonly until: number }
  | {
      readonly may: 'with-supervisor';
      readonly counted: Counted;
      readonly span: Span;
      readonly limit: number;
    };

/** Something that a supervisor is to explain. */
export interface Raised {
  readonly kind: AlertKind;
  /** Distinguishes it from another of its kind: a member of staff, a resident, a block. */
  readonly about: string;
  readonly time: number;
  /** Whoever did it; null where it was several together. */
  readonly staffId: StaffId | null;
  readonly personId: PersonId | null;
  /** One of the rooms, where it is about rooms. */
  readonly roomId: RoomId | null;
  readonly count: number;
}
type RaisedFacts = Pick<Raised, 'time' | 'staffId' | 'count'> & Partial<Pick<Raised, 'personId' | 'roomId'>>;

/** Something that was let pass and is not in the log yet. */
export interface Held {
  readonly counted: Counted;
  readonly time: number;
}

export interface Watch {
  /** Whether somebody in this role may do one more of these now. `held`: what they were let do and nothing says yet that it was done. */
  judge(staffId: StaffId, role: LimitedRole, counted: Counted, now: number, held?: readonly Held[]): Verdict;
  /** Whether somebody opened the record lately, so that showing it again tells them nothing more. */
  hasOpened(staffId: StaffId, record: RecordOf, now: number): boolean;
  /** Takes in what was done, in the order of time. Returns what it raises; each kind once a day for the same staff, resident or block. */
  observe(act: DeskAct): readonly Raised[];
  /** Takes in what was done before the day that it began with, for what it counts over a week and a month. In the order of time. */
  takePast(act: DeskAct): void;
  /** All of the past was taken in, and so many residents are on record; returns what that raises. Until then nothing is raised over a week or a month. */
  endPast(residents: number, now: number): readonly Raised[];
  /** Somebody was told to ask a supervisor. */
  stopped(staffId: StaffId, now: number): readonly Raised[];
}

/** Somebody who lives here has looked at somebody they are tied to. */
interface Look {
  /** Of the last that was done in it. */
  time: number;
  readonly tie: Tie;
  readonly whom: string;
}

interface Opened {
  readonly time: number;
  readonly staffId: StaffId;
  readonly personId: PersonId | null;
  readonly place: Place | null;
  isFollowed: boolean;
}

/** What was done last in a stretch of the log that is taken in in the order of time. */
interface Stream {
  /** The last search, as long as a record that is opened may have been found by it. */
  search: { readonly time: number; readonly byNumber: boolean } | null;
  /** When a record was opened or changed last, by `RecordOf`. */
  readonly shownAt: Map<string, number>;
}

/** Acts of one person within the last day. */
interface Desk {
  shiftBegan: number;
  lastAct: number;
  readonly times: { readonly [C in Counted]: number[] };
  readonly opened: Opened[];
  readonly looks: Look[];
  readonly wrong: number[];
  /** Searches that found nobody, or from which no record was opened; those by number once more. */
  readonly tried: number[];
  readonly numbers: number[];
  /** Of what is taken in as it is done, and of the past, which may come behind it. */
  readonly present: Stream;
  readonly past: Stream;
  /** Records of other desks that were refused, and when last. */
  readonly refused: Map<string, number>;
  readonly long: { readonly [C in LongCounted]: DayCounts };
  /** Residents of whom a value was revealed, and when last. */
  readonly revealedOf: Map<PersonId, number>;
  /** The rooms that were opened one after another, each a neighbour of the one before. */
  run: Place[];
  liftedUntil: number;
}

/** Everything that is remembered, up to a day back. */
interface Memory {
  readonly limits: Limits;
  readonly desks: Map<StaffId, Desk>;
  /** When an alert was raised last, by `<kind> <about>`. */
  readonly raisedAt: Map<string, number>;
  /** When a room was opened last, by block and rank. */
  readonly blocks: Map<string, Map<number, number>>;
  /** Who looked at a resident, and when last. */
  readonly visitors: Map<PersonId, Map<StaffId, number>>;
  readonly revealed: number[];
  previews: { readonly time: number; readonly staffId: StaffId; readonly recognised: number }[];
  /** How many residents are on record; null until the past is known. */
  residents: number | null;
}

const GO: Verdict = { may: 'go' };

/** `residents`: how many there are, where nothing of the past is still to be taken in; null where it is (`endPast`). */
export function createWatch(limits: Limits, residents: number | null): Watch {
  const memory: Memory = {
    limits,
    desks: new Map(),
    raisedAt: new Map(),
    blocks: new Map(),
    visitors: new Map(),
    revealed: [],
    previews: [],
    residents,
  };
  return {
    judge: (staffId, role, counted, now, held = []) =>
      judge(limits, deskOf(memory, staffId), role, counted, now, held),
    hasOpened: (staffId, record, now) => isOpenedLately(deskOf(memory, staffId), record, now),
    stopped: (staffId, now) => raise(memory, 'quota', staffId, { time: now, staffId, count: 1 }),
    observe(act) {
      const desk = deskOf(memory, act.staffId);
      if (act.time - desk.lastAct > SHIFT_GAP_MS) desk.shiftBegan = act.time;
      desk.lastAct = act.time;
      forget(desk, act.time - DAY);
      if (act.act === 'search' || act.act === 'open' || act.act === 'verify' || act.act === 'reveal')
        desk.times[act.act].push(act.time);
      return [
        ...watchPreviews(memory, act.time),
        ...watchTie(memory, desk, act),
        ...watchAct(memory, desk, act),
        ...watchLong(memory, desk, act),
      ];
    },
    takePast(act) {
      const desk = deskOf(memory, act.staffId);
      countLong(desk, desk.past, act);
      if (act.act !== 'alert') return;
      const key = `${act.kind} ${act.about}`;
      memory.raisedAt.set(key, Math.max(act.time, memory.raisedAt.get(key) ?? -Infinity));
    },
    endPast(count, now) {
      memory.residents = count;
      return [...memory.desks].flatMap(([staffId, desk]) =>
        LONG_COUNTED.flatMap((counted) => raiseLong(memory, desk, staffId, now, counted)),
      );
    },
  };
}

function deskOf({ desks }: Memory, staffId: StaffId): Desk {
  const known = desks.get(staffId);
  if (known !== undefined) return known;
  const desk: Desk = {
    shiftBegan: -Infinity,
    lastAct: -Infinity,
    times: { search: [], open: [], verify: [], reveal: [] },
    opened: [],
    looks: [],
    wrong: [],
    tried: [],
    numbers: [],
    present: { search: null, shownAt: new Map() },
    past: { search: null, shownAt: new Map() },
    refused: new Map(),
    long: {
      tried: createDayCounts(),
      opened: createDayCounts(),
      wrong: createDayCounts(),
      revealed: createDayCounts(),
    },
    revealedOf: new Map(),
    run: [],
    liftedUntil: -Infinity,
  };
  desks.set(staffId, desk);
  return desk;
}

function judge(
  { quotas, signs }: Limits,
  desk: Desk,
  role: LimitedRole,
  counted: Counted,
  now: number,
  held: readonly Held[],
): Verdict {
  const lately = (['open', 'verify', 'reveal'] as const)
    .flatMap((one) => [...desk.times[one], ...timesOf(held, one)])
    .filter((time) => time > now - MINUTE);
  if (signs.burst > 0 && counted !== 'search' && lately.length >= signs.burst) {
    const until = Math.max(...lately) + BURST_WAIT_MS;
    if (until > now) return { may: 'wait', until };
  }
  if (now < desk.liftedUntil) return GO;
  const alsoHeld = timesOf(held, counted).length;
  for (const span of SPANS) {
    const limit = quotas[role][counted][span];
    if (limit > 0 && countSince(desk.times[counted], startOfSpan(desk, span, now)) + alsoHeld >= limit)
      return { may: 'with-supervisor', counted, span, limit };
  }
  // Which rooms are held is not known yet: each may be the next of the run.
  return counted === 'open' && signs.inOrder > 0 && desk.run.length + alsoHeld >= signs.inOrder
    ? { may: 'with-supervisor', counted, span: 'shift', limit: signs.inOrder }
    : GO;
}

/** Unless the same was raised within the last day, or as long as it looks back. */
function raise({ raisedAt }: Memory, kind: AlertKind, about: string, facts: RaisedFacts): readonly Raised[] {
  const key = `${kind} ${about}`;
  if (facts.time - (raisedAt.get(key) ?? -Infinity) < (DAYS_OF[kind] ?? 1) * DAY) return [];
  raisedAt.set(key, facts.time);
  return [{ kind, about, personId: null, roomId: null, ...facts }];
}

/** Raises a sign whose count reaches the limit that is set for it. */
function raiseSign(memory: Memory, sign: Sign, about: string, facts: RaisedFacts): readonly Raised[] {
  const limit = memory.limits.signs[sign];
  return limit > 0 && facts.count >= limit ? raise(memory, sign, about, facts) : [];
}

function watchAct(memory: Memory, desk: Desk, act: DeskAct): readonly Raised[] {
  const { time, staffId } = act;
  switch (act.act) {
    case 'search':
      return watchSearch(memory, desk, act);
    case 'open':
      return watchOpened(memory, desk, act);
    case 'verify':
      follow(desk, act.personId, time);
      if (!act.wrong) return [];
      desk.wrong.push(time);
      return raiseSign(memory, 'wrongAnswers', staffId, {
        time,
        staffId,
        count: countSince(desk.wrong, time - DAY),
      });
    case 'reveal':
      follow(desk, act.personId, time);
      memory.revealed.push(time);
      forgetUntil(memory.revealed, time - DAY);
      return [
        ...raiseSign(memory, 'revealedByAll', '', { time, staffId: null, count: memory.revealed.length }),
        ...raiseSign(memory, 'revealedBeyond', staffId, {
          time,
          staffId,
          count: countRevealedBeyond(desk.times.reveal.length, desk.times.open.length),
        }),
      ];
    case 'work':
      follow(desk, act.personId, time);
      return [];
    case 'changed': {
      const { personId, place } = act;
      if (personId !== null) follow(desk, personId, time);
      const record = personId !== null ? { personId } : place === null ? null : { roomId: place.roomId };
      if (record === null || isOpenedLately(desk, record, time)) return [];
      desk.times.open.push(time);
      return watchOpened(memory, desk, { ...act, act: 'open' });
    }
    case 'linked':
      desk.times.open.push(time);
      return [];
    case 'preview':
      memory.previews.push({ time, staffId, recognised: act.recognised });
      return [];
    case 'import':
      // What was written was not only looked at, nor what its columns were put right by.
      memory.previews = memory.previews.filter(
        (one) => one.staffId !== staffId || time - one.time > WRITTEN_MS,
      );
      return [];
    case 'lift':
      desk.liftedUntil = time + LIFTED_MS;
      desk.run = [];
      return [];
    case 'refused': {
      desk.refused.set(act.whom, time);
      const count = [...desk.refused.values()].filter((at) => at > time - DAY).length;
      return raiseSign(memory, 'refusedOutside', staffId, { time, staffId, count });
    }
    case 'alert':
      memory.raisedAt.set(`${act.kind} ${act.about}`, time);
      return [];
    case 'begin':
      return [];
  }
}

function watchSearch(
  memory: Memory,
  desk: Desk,
  { time, staffId, byNumber }: DeskAct & { readonly act: 'search' },
): readonly Raised[] {
  desk.tried.push(time);
  if (byNumber) desk.numbers.push(time);
  const numbers = countSince(desk.numbers, time - HOUR);
  return [
    ...(byNumber ? raiseSign(memory, 'numbersTried', staffId, { time, staffId, count: numbers }) : []),
    ...raiseSign(memory, 'triedBeyond', staffId, {
      time,
      staffId,
      count: countTriedBeyond(desk.tried.length, desk.times.open.length),
    }),
  ];
}

function watchLong(memory: Memory, desk: Desk, act: DeskAct): readonly Raised[] {
  const counted = countLong(desk, desk.present, act);
  return counted === null ? [] : raiseLong(memory, desk, act.staffId, act.time, counted);
}

/** Counts what is counted over a month; returns what the act was, or null where it is none of it. */
function countLong(desk: Desk, stream: Stream, act: DeskAct): LongCounted | null {
  const { time } = act;
  switch (act.act) {
    case 'search':
      desk.long.tried.add(time);
      stream.search = act.found ? { time, byNumber: act.byNumber } : null;
      return 'tried';
    case 'open':
    case 'changed': {
      const record = act.personId === null ? `room ${act.place?.roomId}` : `person ${act.personId}`;
      const last = stream.shownAt.get(record) ?? -Infinity;
      stream.shownAt.set(record, time);
      if (act.act === 'changed' && time - last <= FOLLOW_UP_MS) return null;
      if (stream.search !== null) desk.long.tried.add(stream.search.time, -1);
      stream.search = null;
      desk.long.opened.add(time);
      return 'opened';
    }
    case 'verify':
      if (act.wrong) desk.long.wrong.add(time);
      return act.wrong ? 'wrong' : null;
    case 'reveal':
      desk.long.revealed.add(time);
      desk.revealedOf.set(act.personId, Math.max(time, desk.revealedOf.get(act.personId) ?? -Infinity));
      return 'revealed';
    default:
      return null;
  }
}

/** What one person has done of this over a week and a month. */
function raiseLong(
  memory: Memory,
  desk: Desk,
  staffId: StaffId,
  time: number,
  counted: LongCounted,
): readonly Raised[] {
  const { residents } = memory;
  if (residents === null) return [];
  const own = (sign: Sign, count: number): readonly Raised[] =>
    raiseSign(memory, sign, staffId, { time, staffId, count });
  const [week, month] = LONG_SIGNS[counted];
  const inMonth = desk.long[counted].within(MONTH_DAYS, time);
  const inWeek = desk.long[counted].within(WEEK_DAYS, time);
  const isManyHere =
    counted === 'tried' &&
    inMonth >= TRIED_FOR_EACH * Math.max(residents, FEW_RESIDENTS) &&
    memory.limits.signs[month] > 0;
  const raised = [
    ...own(week, inWeek),
    ...(isManyHere ? raise(memory, month, staffId, { time, staffId, count: inMonth }) : own(month, inMonth)),
  ];
  if (counted !== 'tried' && counted !== 'revealed') return raised;
  const opened = desk.long.opened.within(MONTH_DAYS, time);
  return counted === 'tried'
    ? [...raised, ...own('triedBeyondInMonth', countTriedBeyond(inMonth, opened))]
    : [
        ...raised,
        ...own('revealedBeyondInMonth', countRevealedBeyond(inMonth, opened)),
        ...raiseShare(memory, desk, residents, { time, staffId }),
      ];
}

/** At so many residents with a value revealed a share is noticed, whatever it is: in a small estate at two of three, or at all of ten. Never below eight. */
function leastOfShare(residents: number): number {
  if (residents < FEWEST_RESIDENTS) return Infinity;
  return Math.min(residents, FEW_RESIDENTS, Math.max(MOST_OF_FEW, Math.ceil((residents * 2) / 3)));
}

/** Of how many of the residents somebody has revealed a value, where they are as large a share as the limit says. */
function raiseShare(
  memory: Memory,
  { revealedOf }: Desk,
  residents: number,
  { time, staffId }: { readonly time: number; readonly staffId: StaffId },
): readonly Raised[] {
  const share = memory.limits.signs.revealedOfHundred;
  const most = Math.max(leastOfShare(residents), (residents * share) / 100);
  if (share === 0 || revealedOf.size < most) return [];
  for (const [personId, at] of revealedOf) if (at <= time - MONTH_DAYS * DAY) revealedOf.delete(personId);
  const count = revealedOf.size;
  return count >= most ? raise(memory, 'revealedOfHundred', staffId, { time, staffId, count }) : [];
}

const countTriedBeyond = (tried: number, opened: number): number =>
  Math.floor(tried - TRIED_TO_ONE_OPENED * opened);
const countRevealedBeyond = (revealed: number, opened: number): number =>
  Math.floor(revealed - opened / OPENED_TO_ONE_REVEALED);

function watchOpened(memory: Memory, desk: Desk, act: DeskAct & { readonly act: 'open' }): readonly Raised[] {
  const { limits, desks, blocks } = memory;
  const { time, staffId, personId, place } = act;
  // What the last search has found was opened.
  if (desk.present.search !== null) desk.tried.pop();
  if (desk.present.search?.byNumber === true) desk.numbers.pop();
  desk.opened.push({ time, staffId, personId, place, isFollowed: false });
  const own = (sign: Sign, count: number): readonly Raised[] =>
    raiseSign(memory, sign, staffId, { time, staffId, count });
  const countByNight = (): number =>
    desk.opened.filter((one) => one.time > time - 8 * HOUR && isNight(limits, one.time)).length;
  const raised = [
    ...own('manyRooms', countRooms(desk.opened, time - 10 * MINUTE)),
    ...(isNight(limits, time) ? own('atNight', countByNight()) : []),
    ...own('nothingDone', countBeyond(desk, desks, time)),
    ...own('inOrder', continueRun(desk, place)),
  ];
  if (place !== null) {
    const count = coverRoom(blocks, place, time);
    const facts = { time, staffId: null, roomId: place.roomId, count };
    raised.push(...raiseSign(memory, 'neighbours', place.block, facts));
  }
  return personId === null ? raised : [...raised, ...watchVisitors(memory, personId, staffId, time)];
}

/** Counts the staff who opened the record of one resident within a day. */
function watchVisitors(
  memory: Memory,
  personId: PersonId,
  staffId: StaffId,
  time: number,
): readonly Raised[] {
  const by = memory.visitors.get(personId) ?? new Map<StaffId, number>();
  memory.visitors.set(personId, by.set(staffId, time));
  const count = [...by.values()].filter((at) => at > time - DAY).length;
  return raiseSign(memory, 'lookedAtBy', String(personId), { time, staffId: null, personId, count });
}

/**
 * Counts looks at somebody to whom the member of staff is tied. Whoever reads the log works out the tie; the
 * alert does not say to whom, since the log tells nobody where somebody lives.
 */
function watchTie(memory: Memory, desk: Desk, act: DeskAct): readonly Raised[] {
  if ((act.act !== 'open' && act.act !== 'verify' && act.act !== 'reveal') || !act.tie) return [];
  const { time, staffId, tie } = act;
  const room = act.act === 'open' ? act.place?.roomId : undefined;
  const whom = act.personId === null ? `room ${room ?? ''}` : String(act.personId);
  const last = desk.looks.findLast((look) => look.tie === tie && look.whom === whom);
  if (last !== undefined && time - last.time <= FOLLOW_UP_MS) last.time = time;
  else desk.looks.push({ time, tie, whom });
  const count = desk.looks.filter((look) => look.tie === tie && look.time > time - DAY).length;
  return raiseSign(memory, tie, staffId, { time, staffId, count });
}

/** A preview counts once the time has passed in which an import that is going to be written is written. */
function watchPreviews(memory: Memory, time: number): readonly Raised[] {
  memory.previews = memory.previews.filter((one) => one.time > time - DAY);
  return [...new Set(memory.previews.map(({ staffId }) => staffId))].flatMap((staffId) => {
    const unwritten = memory.previews.filter(
      (one) => one.staffId === staffId && time - one.time > WRITTEN_MS,
    );
    const count = unwritten.reduce((sum, { recognised }) => sum + recognised, 0);
    return raiseSign(memory, 'previewed', staffId, { time, staffId, count });
  });
}

const startOfSpan = (desk: Desk, span: Span, now: number): number =>
  span === 'hour' ? now - HOUR : span === 'day' ? now - DAY : Math.max(desk.shiftBegan, now - DAY) - 1;

const timesOf = (held: readonly Held[], counted: Counted): readonly number[] =>
  held.flatMap((one) => (one.counted === counted ? [one.time] : []));

/** Times are in order, the newest last. */
function countSince(times: readonly number[], since: number): number {
  let count = 0;
  for (let at = times.length - 1; at >= 0 && (times[at] ?? 0) > since; at--) count++;
  return count;
}

function forget(desk: Desk, before: number): void {
  for (const times of [...Object.values(desk.times), desk.wrong, desk.tried, desk.numbers])
    forgetUntil(times, before);
  while (desk.opened.length > 0 && (desk.opened[0]?.time ?? 0) <= before) desk.opened.shift();
  while (desk.looks.length > 0 && (desk.looks[0]?.time ?? 0) <= before) desk.looks.shift();
}

function forgetUntil(times: number[], before: number): void {
  while (times.length > 0 && (times[0] ?? 0) <= before) times.shift();
}

const isOpenedLately = ({ opened }: Desk, record: RecordOf, now: number): boolean =>
  opened.some(
    ({ time, personId, place }) =>
      now - time <= FOLLOW_UP_MS &&
      ('personId' in record
        ? personId === record.personId
        : personId === null && place?.roomId === record.roomId),
  );

/** Something was done with the record that was opened last. */
function follow({ opened }: Desk, personId: PersonId, time: number): void {
  const last = opened.findLast((one) => one.personId === personId);
  if (last !== undefined && time - last.time <= FOLLOW_UP_MS) last.isFollowed = true;
}

/** Of ten records so many are opened with nothing done afterwards at a usual desk, which counts as so many records of others: somebody who is alone is compared with that. */
const USUAL_SHARE = 0.4;
const USUAL_OPENED = 60;
/** At a usual desk so many searches end without a record for every one that is opened, at most. */
const TRIED_TO_ONE_OPENED = 0.8;
/** At a usual desk a value is revealed of one in so many records at most. */
const OPENED_TO_ONE_REVEALED = 3;

/**
 * Records with which nothing was done in time, beyond the share that the others' work of the same day explains; those opened just now may still be followed
 * up. Every desk has visitors who ask for nothing that is entered, at one more than at another.
 */
function countBeyond(desk: Desk, desks: ReadonlyMap<StaffId, Desk>, now: number): number {
  const own = sumUnfollowed(desk.opened, now);
  const all = [...desks.values()].map(({ opened }) => sumUnfollowed(opened, now));
  const others = all.reduce((sum, one) => sum + one.opened, 0) - own.opened;
  const unfollowed = all.reduce((sum, one) => sum + one.unfollowed, 0) - own.unfollowed;
  const share = (USUAL_SHARE * USUAL_OPENED + unfollowed) / (USUAL_OPENED + others);
  return Math.floor(own.unfollowed - share * own.opened);
}

function sumUnfollowed(
  opened: readonly Opened[],
  now: number,
): { readonly opened: number; readonly unfollowed: number } {
  const settled = opened.filter(({ time }) => now - time > FOLLOW_UP_MS && now - time < DAY);
  return { opened: settled.length, unfollowed: settled.filter(({ isFollowed }) => !isFollowed).length };
}

const countRooms = (opened: readonly Opened[], since: number): number =>
  new Set(
    opened.flatMap(({ time, place }) =>
      time > since && place !== null ? [`${place.block} ${place.rank}`] : [],
    ),
  ).size;

/** How many rooms the run has that this room ends: it goes on while each is a neighbour of the one before, in either direction. Two by turns are two. */
function continueRun(desk: Desk, place: Place | null): number {
  const last = desk.run.at(-1);
  if (place === null) desk.run = [];
  else if (last?.block === place.block && Math.abs(last.rank - place.rank) <= NEAR)
    desk.run = [...desk.run.filter(({ rank }) => rank !== place.rank), place];
  else desk.run = [place];
  return desk.run.length;
}

/** How many neighbouring rooms around this one were opened within a day, this one included. */
function coverRoom(blocks: Map<string, Map<number, number>>, { block, rank }: Place, time: number): number {
  const opened = blocks.get(block) ?? new Map<number, number>();
  blocks.set(block, opened.set(rank, time));
  const isOpened = (at: number): boolean => (opened.get(at) ?? -Infinity) > time - DAY;
  let length = 1;
  for (const step of [-1, 1]) for (let at = rank + step; isOpened(at); at += step) length++;
  return length;
}

function isNight({ night: { from, until } }: Limits, time: number): boolean {
  const hour = new Date(time).getHours();
  if (from === until) return false;
  return from < until ? hour >= from && hour < until : hour >= from || hour < until;
}
