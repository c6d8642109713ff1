/** Ways to take records or numbers out of the desk beside the day's work, each as what it does from a moment on. */
import type { PersonId, StaffId } from '../../../contract/ids.ts';
import type { DeskAct } from '../../../main/vault/access-monitor/desk-act.ts';
import { HOUR, MINUTE, placeOf, RESIDENTS, SECOND } from './honest-days.ts';
import type { Random } from './random.ts';

/** What was done to get one more record. */
export type Taking = readonly DeskAct[];

export interface Harvest {
  readonly name: string;
  /** Before forty records; what is not is noticed the same day. */
  readonly isStoppedEarly: boolean;
  /** Nobody else is at the desk, on this day and before. */
  readonly isAlone?: true;
  /** Goes on until it is stopped, or the shift ends. */
  readonly takings: (from: number, by: readonly [StaffId, StaffId], random: Random) => readonly Taking[];
}

const SHIFT_MS = 7 * HOUR;
const ROOM = 3;

const anybody = (random: Random): PersonId => random.below(RESIDENTS) as PersonId;
const inOrder = (first: number, at: number): PersonId => (first + at * ROOM) as PersonId;

/** A record is looked for, opened, and its number revealed. */
const take = (time: number, staffId: StaffId, personId: PersonId): Taking => [
  { act: 'search', time, staffId, byNumber: false, found: true },
  { act: 'open', time: time + 4 * SECOND, staffId, personId, place: placeOf(personId) },
  { act: 'reveal', time: time + 9 * SECOND, staffId, personId },
];

/** A name is guessed on, which is right now and then. */
const tryName = (time: number, staffId: StaffId, random: Random): Taking => [
  { act: 'search', time, staffId, byNumber: false, found: random.chance(0.3) },
];

const every = (step: number, from: number, taking: (time: number, at: number) => Taking): readonly Taking[] =>
  Array.from({ length: Math.floor(SHIFT_MS / step) }, (_, at) => taking(from + at * step, at));

export const HARVESTS: readonly Harvest[] = [
  {
    name: 'slow, a number every ten minutes',
    isStoppedEarly: true,
    takings: (from, [one], random) => every(10 * MINUTE, from, (time) => take(time, one, anybody(random))),
  },
  {
    name: 'fast, a number every twelve seconds',
    isStoppedEarly: true,
    takings: (from, [one], random) => every(12 * SECOND, from, (time) => take(time, one, anybody(random))),
  },
  {
    name: 'by the order of the rooms, masks alone',
    isStoppedEarly: true,
    takings: (from, [one], random) => {
      const first = random.below(RESIDENTS / 2);
      return every(6 * MINUTE, from, (time, at) => take(time, one, inOrder(first, at)).slice(0, 2));
    },
  },
  {
    name: 'by the last four digits, one after another',
    isStoppedEarly: true,
    takings: (from, [one]) =>
      every(50 * SECOND, from, (time) => [
        { act: 'search', time, staffId: one, byNumber: true, found: false },
      ]),
  },
  {
    name: 'by previews of an import that is never written',
    isStoppedEarly: true,
    takings: (from, [one]) =>
      every(20 * MINUTE, from, (time) => [{ act: 'preview', time, staffId: one, recognised: 9 }]),
  },
  {
    name: 'by verifying guesses',
    isStoppedEarly: true,
    takings: (from, [one], random) =>
      every(4 * MINUTE, from, (time) => {
        const personId = anybody(random);
        return [
          ...take(time, one, personId).slice(0, 2),
          { act: 'verify', time: time + 20 * SECOND, staffId: one, personId, wrong: true },
          { act: 'verify', time: time + 40 * SECOND, staffId: one, personId, wrong: true },
        ];
      }),
  },
  {
    name: 'by two of the staff together, in turns through the rooms',
    isStoppedEarly: true,
    takings: (from, pair, random) => {
      const first = random.below(RESIDENTS / 2);
      return every(8 * MINUTE, from, (time, at) =>
        take(time, at % 2 === 0 ? pair[0] : pair[1], inOrder(first, at)),
      );
    },
  },
  {
    name: 'by two of the staff together, anybody',
    isStoppedEarly: false,
    takings: (from, pair, random) =>
      every(8 * MINUTE, from, (time, at) => take(time, at % 2 === 0 ? pair[0] : pair[1], anybody(random))),
  },
  {
    name: 'slow, masks alone, a record every six minutes',
    isStoppedEarly: false,
    takings: (from, [one], random) =>
      every(6 * MINUTE, from, (time) => take(time, one, anybody(random)).slice(0, 2)),
  },
  {
    name: 'alone at the desk, a number every fourteen minutes',
    isStoppedEarly: true,
    isAlone: true,
    takings: (from, [one], random) => every(14 * MINUTE, from, (time) => take(time, one, anybody(random))),
  },
  {
    name: 'alone at the desk, masks alone, a record every six minutes',
    isStoppedEarly: false,
    isAlone: true,
    takings: (from, [one], random) =>
      every(6 * MINUTE, from, (time) => take(time, one, anybody(random)).slice(0, 2)),
  },
  {
    name: 'alone at the desk, by names that are typed back and on',
    isStoppedEarly: false,
    isAlone: true,
    takings: (from, [one], random) => every(SECOND, from, (time) => tryName(time, one, random)),
  },
  {
    name: 'by names or plates that are tried by turns, one every two minutes',
    isStoppedEarly: false,
    takings: (from, [one], random) => every(2 * MINUTE, from, (time) => tryName(time, one, random)),
  },
];
