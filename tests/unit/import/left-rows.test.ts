/** Rows that may not be taken, as they are handed back. */
import { expect, it } from 'vitest';
import { ROOM_ADDRESS_PARTS } from '../../../contract/import/lists.ts';
import { keepRows, unpackKept } from '../../../main/vault/import/left-rows.ts';

it.each(ROOM_ADDRESS_PARTS)(
  'a member of a family has the room above with them, where %s says it',
  (target) => {
    const rows = [
      ['何处', '姓名'],
      ['2-1801', '甲'],
      ['', '乙'],
    ];
    const workbook = { fileName: 'a.xlsx', sheets: [{ name: 'A', rows, marks: [] }] };
    const mapping = {
      sheet: 'A',
      headerRow: 1,
      place: { estate: '', building: '', unit: '' },
      columns: [
        { index: 0, target },
        { index: 1, target: 'name' as const },
      ],
    };
    const [kept] = unpackKept(
      keepRows(workbook, [mapping], [{ sheet: 'A', row: 3, notes: ['room-carried'] }]),
    );
    expect([...kept!.rows]).toEqual([[3, ['2-1801', '乙']]]);
  },
);
