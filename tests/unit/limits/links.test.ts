/** What ties somebody who lives here to whom they look at, and which link was in force when. */
import { expect, it } from 'vitest';
import type { PersonId, RoomId, StaffId } from '../../../contract/ids.ts';
import { completeLimits, LATER_SIGNS, USUAL_LIMITS } from '../../../contract/limits/lists.ts';
import { loggedLimitsSchema } from '../../../contract/limits/schemas.ts';
import type { Place } from '../../../main/vault/access-monitor/desk-act.ts';
import { linksBefore, tieOf } from '../../../main/vault/access-monitor/links.ts';

const room = (rank: number, block: string = 'a'): Place => ({ roomId: (rank + 1) as RoomId, block, rank });
const [me, colleague, away] = ['me', 'colleague', 'away'] as readonly string[] as readonly [
  StaffId,
  StaffId,
  StaffId,
];
const NEIGHBOURS = [
  { staffId: me, personId: 1 as PersonId, home: room(4) },
  { staffId: colleague, personId: 2 as PersonId, home: room(9) },
];

it.each([
  ['themselves, wherever they live', me, 1, room(7), 'ownRecord'],
  ['somebody of their room', me, 11, room(4), 'ownHousehold'],
  ['somebody beside', me, 12, room(5), 'ownNeighbours'],
  ['somebody on the other side', me, 13, room(3), 'ownNeighbours'],
  ['somebody two rooms away', me, 14, room(6), null],
  ['somebody of the same number elsewhere', me, 15, room(4, 'b'), null],
  ['a colleague', me, 2, room(9), 'colleague'],
  ["a colleague's household", me, 16, room(9), null],
  ['their own room', me, null, room(4), 'ownHousehold'],
  ["a colleague's room", me, null, room(9), 'colleague'],
  ['somebody in no room', me, 17, null, null],
  ['a colleague, by one who lives elsewhere', away, 2, room(9), 'colleague'],
  ['a neighbour of a colleague', away, 18, room(10), null],
] as const)('of %s', (_, staffId, personId, place, expected) => {
  expect(tieOf(NEIGHBOURS, staffId, personId as PersonId | null, place)).toBe(expected);
});

it('goes by what was said before an entry, and not by what was said later', () => {
  const links = [
    { seq: 3, time: 3, staffId: me, personId: 1 as PersonId },
    { seq: 6, time: 6, staffId: me, personId: 2 as PersonId },
    { seq: 9, time: 9, staffId: me, personId: null },
  ];
  const before = (seq: number) => linksBefore(links, { seq, time: seq }).get(me);
  expect([3, 4, 7, 10].map(before)).toEqual([undefined, 1, 2, undefined]);
});

it('reads limits that an earlier version has kept, with the usual of what it did not watch', () => {
  const signs = Object.fromEntries(
    Object.entries(USUAL_LIMITS.signs).filter(([sign]) => !LATER_SIGNS.some((later) => later === sign)),
  );
  const kept = loggedLimitsSchema.parse({ ...USUAL_LIMITS, signs: { ...signs, burst: 3 } });
  expect(completeLimits(kept)).toEqual({ ...USUAL_LIMITS, signs: { ...USUAL_LIMITS.signs, burst: 3 } });
});
