/** One cell with several rooms. */
import { expect, it } from 'vitest';
import type { ColumnTarget } from '../../../contract/import/views.ts';
import type { RowReading } from '../../../main/vault/import/row-reading.ts';
import { splitRooms } from '../../../main/vault/import/split-rooms.ts';

const rowOf = (text: string): RowReading => ({
  cells: new Map<ColumnTarget, { text: string; column: number }[]>([
    ['roomText', [{ text, column: 0 }]],
    ['name', [{ text: '王伟', column: 1 }]],
    ['area', [{ text: '180', column: 2 }]],
  ]),
  sheet: { name: '业主', rows: [] } as unknown as RowReading['sheet'],
  index: 4,
  notes: new Set(),
  leftOver: [],
  flags: [],
  reason: null,
});
const roomsOf = (text: string) => splitRooms(rowOf(text)).map(({ cells }) => cells.get('roomText')![0]!.text);

it.each([
  ['1栋302、312', ['1栋302', '1栋312']],
  ['3-1-1801,1802,1803', ['3-1-1801', '3-1-1802', '3-1-1803']],
  ['1-1-301、2-1-302', ['1-1-301', '2-1-302']],
  ['101室和102室', ['101室', '102室']],
  ['1101/1102', ['1101', '1102']],
  ['1-1-501 1-1-502', ['1-1-501', '1-1-502']],
])('%s is a row for each of its rooms, with the people and without the area of them all', (text, rooms) => {
  expect(roomsOf(text)).toEqual(rooms);
  for (const { cells } of splitRooms(rowOf(text))) {
    expect(cells.get('name')).toEqual([{ text: '王伟', column: 1 }]);
    expect(cells.has('area')).toBe(false);
  }
});

it.each(['1栋302', '3栋 1801', '302、王伟', '1栋302-312', '和平里302', '王伟、302', '12、13'])(
  '%s stays one row as it is',
  (text) => {
    const row = rowOf(text);
    expect(splitRooms(row)).toEqual([row]);
  },
);
