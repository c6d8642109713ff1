/** Results by room: every row once, nobody out of order within a room, and one line for a room. */
import { describe, expect, it } from 'vitest';
import { ok } from '../../../contract/result.ts';
import type { MaskedPersonRow, SearchReply } from '../../../contract/search/views.ts';
import { SEARCH_KINDS } from '../../../contract/search/lists.ts';
import { groupByRoom, linesOf } from '../../../renderer/counter/by-room.ts';
import {
  type SearchItem,
  createSearchStore,
  isPerson,
  layOut,
} from '../../../renderer/counter/search-store.ts';
import { foundRow } from '../../support/found-row.ts';
import { fc, forAll } from '../../support/for-all.ts';

const row = (id: number, roomLabel: string | null): MaskedPersonRow =>
  foundRow(id, roomLabel, roomLabel === null ? [] : [[0, 1]]);
const rooms = fc.constantFrom('1栋 101', '1栋 102', '2栋 101', null);
/** Rows with ids from 1, as the vault gives them. */
const rows = fc
  .array(rooms, { maxLength: 50 })
  .map((labels) => labels.map((label, at) => row(at + 1, label)));
const replies = fc.record({ room: rows, name: rows, phone: rows, plate: rows }).map((found): SearchReply => ({
  groups: SEARCH_KINDS.map((kind) => ({ kind, rows: found[kind], more: false })),
  next: null,
}));

const idsOf = (items: readonly SearchItem[], kind?: string): readonly number[] =>
  items.flatMap((item) =>
    isPerson(item) && (kind === undefined || item.kind === kind) ? [item.row.personId] : [],
  );
const sorted = (ids: readonly number[]): readonly number[] => ids.toSorted((a, b) => a - b);
/** Each row with the room that the line over it names, or its own line. */
const livedIn = (items: readonly SearchItem[]): readonly (readonly [string | null, string | null])[] => {
  let label: string | null = null;
  return items.flatMap((item) => {
    if (item.type === 'room') ({ label } = item);
    if (item.type === 'alone') label = item.row.roomLabel;
    return isPerson(item) ? [[item.row.roomLabel, label] as const] : [];
  });
};
const shape = (items: readonly SearchItem[]): readonly (string | number | null)[] =>
  items.map((item) => {
    if (item.type === 'alone') return `${item.row.roomLabel} ${item.row.personId}`;
    return isPerson(item) ? item.row.personId : item.type === 'room' ? item.label : item.kind;
  });

describe('people grouped by room', () => {
  it('stand under a line of the room, as long as it is, where its number leaves them no place beside it', () => {
    const shapeOf = (label: string) =>
      shape(layOut({ groups: [{ kind: 'room', rows: [row(1, label)], more: false }], next: null }));
    expect(shapeOf('29栋2单元1803')).toEqual(['room', '29栋2单元1803 1']);
    const long = '临江新城二期东区29栋2单元1803';
    expect(shapeOf(long)).toEqual(['room', long, 1]);
    expect([linesOf(long), linesOf(long.repeat(3)), linesOf(null)]).toEqual([1, 3, 1]);
  });

  it('keep every row once, their order within a room, and the place of the first of each room', () => {
    forAll(rows, (given) => {
      const groups = groupByRoom(given);
      expect(sorted(groups.flatMap((group) => group.rows.map((one) => one.personId)))).toEqual(
        given.map((one) => one.personId),
      );
      expect(groups.map(({ label }) => label)).toEqual([...new Set(given.map((one) => one.roomLabel))]);
      for (const { label, rows: people } of groups)
        expect(people).toEqual(given.filter((one) => one.roomLabel === label));
    });
  });
});

describe('an answer laid out', () => {
  it('lists every row of a kind once, at positions from 0 without a gap, under the line of its own room', () => {
    forAll(replies, (reply) => {
      const items = layOut(reply);
      expect(items.flatMap((item) => (isPerson(item) ? [item.position] : []))).toEqual(
        idsOf(items).map((_, at) => at),
      );
      for (const { kind, rows: given } of reply.groups)
        expect(sorted(idsOf(items, kind))).toEqual(given.map((one) => one.personId));
      for (const [own, line] of livedIn(items)) expect(line).toBe(own);
    });
  });

  it('names a room once for each kind, in the line of whoever is alone in it, and marks its match', () => {
    const items = layOut({
      groups: [
        { kind: 'room', rows: [row(1, 'A'), row(2, 'B'), row(3, 'A')], more: false },
        { kind: 'name', rows: [row(4, null), row(1, 'A')], more: false },
      ],
      next: null,
    });
    expect(shape(items)).toEqual(['room', 'A', 1, 3, 'B 2', 'name', 'null 4', 'A 1']);
    expect(items[1]).toMatchObject({ matched: [[0, 1]], first: 0 });
  });

  it('goes on behind what is listed, and names a room again only where another stood between', async () => {
    const page = (next: number | null, ...found: MaskedPersonRow[]) =>
      ok({ groups: [{ kind: 'room', rows: found, more: next !== null }], next } satisfies SearchReply);
    const store = createSearchStore(
      async () => page(1, row(1, 'A'), row(2, 'B')),
      async ({ next }) => (next === 1 ? page(2, row(3, 'B'), row(4, 'A')) : page(null, row(5, 'C'))),
    );
    await store.getState().search('1', 'room');
    await store.getState().showNext();
    expect(shape(store.getState().items)).toEqual(['room', 'A 1', 'B', 2, 3, 'A 4']);
    await store.getState().showNext();
    expect(shape(store.getState().items)).toEqual(['room', 'A 1', 'B', 2, 3, 'A 4', 'C 5']);
    const { items } = store.getState();
    expect(items.flatMap((item) => (isPerson(item) ? [item.position] : []))).toEqual([0, 1, 2, 3, 4]);
    expect(items.find(({ type }) => type === 'room')).toMatchObject({ first: 1 });
  });
});
