/** The residents that a desk test asks after: invented, impossible, and unlike anybody else in the workbook that brings them. */
import { type FixtureSheet, ROOM_AND_OWNER, estateSheet, writeSheets } from './fixture-workbooks.ts';
import { idNumberOf } from './people-drafts.ts';

export interface Resident {
  readonly name: string;
  readonly building: string;
  readonly unit: string;
  readonly room: string;
  readonly phone: string;
  readonly idNumber: string;
  readonly plate: string;
}

/** Phones of a block that is not assigned; no two of these share four last digits, no other resident has their names. */
export const RESIDENTS = {
  asked: {
    name: '邢婉蓉',
    building: '29',
    unit: '2',
    room: '1803',
    phone: '14127365084',
    idNumber: idNumberOf(417),
    plate: '桂M7K39P',
  },
  other: {
    name: '欧阳砚秋',
    building: '28',
    unit: '1',
    room: '0602',
    phone: '14136582719',
    idNumber: idNumberOf(538),
    plate: '桂MD62917',
  },
} as const satisfies Readonly<Record<string, Resident>>;

/** The layout of a room and its owner per row, with plates: the residents above, then a generated estate. */
function residentsSheet(residents: number, seed = 11): FixtureSheet {
  const {
    name,
    rows: [title = [], , ...rows],
  } = estateSheet({ residents, seed, format: 'xlsx' });
  const own = Object.values(RESIDENTS).map((one) => [
    one.building,
    one.unit,
    one.room,
    Number(one.room.slice(0, 2)),
    '住宅',
    '三室两厅',
    98.5,
    '已入住',
    one.name,
    '女',
    Number(one.phone),
    one.idNumber,
    '业主',
    one.plate,
  ]);
  return { name, rows: [title, [...ROOM_AND_OWNER, '车牌号'], ...own, ...rows.map((row) => [...row, null])] };
}

export function writeResidents(path: string, residents: number): void {
  writeSheets(path, [residentsSheet(residents)], 'xlsx');
}
