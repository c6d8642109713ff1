import { describe, expect, test } from 'vitest';
import {
  type RoomParts,
  hasMarkWithin,
  isContradicted,
  parseRoom,
  roomFromParts,
  roomKeys,
  roomQueryKeys,
} from '../../../main/vault/values/room-text.ts';
import { fc, forAll, forAllIn } from '../../support/for-all.ts';

/** One room, as different people write it. */
const WRITINGS = [
  '3-2-1801|3栋2单元1801|3#2-1801|３－２－１８０１|3幢2单元1801室|3座2单元1801房|三栋二单元1801|3栋 2单元 1801号',
  '3 2 1801|3—2—1801|3/2/1801|03-02-1801|3-2单元1801|3栋2单元18层1801|3栋2门1801|第3栋第2单元1801室|3楼2单元1801|3.2.1801|3\u200b-2-\u202e1801',
].flatMap((some) => some.split('|'));

/** typed, canonical estate/building/unit/room, label */
const ROOMS: readonly (readonly [text: string, canonical: string, label: string])[] = [
  ...WRITINGS.map((text) => [text, '/3/2/1801', '3栋2单元1801'] as const),
  ['3号楼1801', '/3//1801', '3栋1801'],
  ['3#1801', '/3//1801', '3栋1801'],
  ['3#楼1801', '/3//1801', '3栋1801'],
  ['3-1801', '/3//1801', '3栋1801'],
  ['十二栋1801', '/12//1801', '12栋1801'],
  ['二十一栋101', '/21//101', '21栋101'],
  ['A-1-502', '/A/1/502', 'A栋1单元502'],
  ['a座1单元502', '/A/1/502', 'A栋1单元502'],
  ['A栋502', '/A//502', 'A栋502'],
  ['B1-012', '/B1//12', 'B1栋012'],
  ['2-1-1-1102', '2/1/1/1102', '2-1-1-1102'],
  ['2期3栋2单元1801', '2期/3/2/1801', '2期3栋2单元1801'],
  ['阳光花园3栋2单元1801', '阳光花园/3/2/1801', '阳光花园3栋2单元1801'],
  ['阳光花园二期3-2-1801', '阳光花园二期/3/2/1801', '阳光花园二期3栋2单元1801'],
  ['A区3栋1801', 'A区/3//1801', 'A区3栋1801'],
  ['商场M111', '/商场//M111', '商场M111'],
  ['商场m111', '/商场//M111', '商场M111'],
  ['别墅12号', '/别墅//12', '别墅12'],
  ['车位A-12', '/车位//A-12', '车位A-12'],
  ['东座1801', '/东//1801', '东栋1801'],
  ['3-2-1801-1', '/3/2/1801-1', '3栋2单元1801-1'],
  ['3-1801-1', '/3//1801-1', '3栋1801-1'],
  ['3-2-1801A', '/3/2/1801A', '3栋2单元1801A'],
  ['3-2-0801', '/3/2/801', '3栋2单元0801'],
  ['3栋商铺05', '/3//商铺05', '3栋商铺05'],
  ['1801', '///1801', '1801'],
  ['1801室', '///1801', '1801'],
  ['2单元1801', '//2/1801', '2单元1801'],
  // not understood: kept as written
  ['门卫室(旧)', '门卫室(旧)', '门卫室(旧)'],
  ['18楼', '18楼', '18楼'],
  ['1-2-3-4-5-6', '1-2-3-4-5-6', '1-2-3-4-5-6'],
  ['3栋', '3栋', '3栋'],
  // English words stand before the number; other words in Latin letters are not cut.
  ['Block A Unit 10A', '/A//10A', 'A栋10A'],
  ['Tower 3, Flat 1801', '/3//1801', '3栋1801'],
  ['Building 3 Unit 2 Room 1801', '/3/2/1801', '3栋2单元1801'],
  ['3棟2單元1801室', '/3/2/1801', '3栋2单元1801'],
  ['SOHO1201', 'SOHO1201', 'SOHO1201'],
  // One shop over several rooms; a unit has no three digits.
  ['B座2509-2511', '/B//2509-2511', 'B栋2509-2511'],
  ['B座2509至2511', '/B//2509-2511', 'B栋2509-2511'],
  ['3-2-2509-2511', '/3/2/2509-2511', '3栋2单元2509-2511'],
  ['128-301', '/128//301', '128栋301'],
  ['garden house', 'GARDENHOUSE', 'garden house'],
];

describe('a room as it is written', () => {
  test.each(ROOMS)('%s is %s, shown as %s', (text, canonical, label) =>
    expect(parseRoom(text)).toMatchObject({ canonical, label }),
  );
  test.each(ROOMS)('%s is found by itself', (text) => {
    const keys = roomKeys(parseRoom(text)!);
    expect(roomQueryKeys(text).some((query) => keys.some((key) => key.startsWith(query)))).toBe(true);
  });
  test.each(ROOMS)('%s is understood again from its label', (text, canonical) =>
    expect(parseRoom(parseRoom(text)!.label)!.canonical).toBe(canonical),
  );
  test.each(['', ' ', '\u200b', '--'])('%j is no room', (text) => expect(parseRoom(text)).toBeNull());

  test('no text is dropped, and different rooms never become one', () => {
    forAllIn(
      5000,
      fc.string({
        unit: fc.constantFrom(...'0123456789ABab-栋单元号楼室#商场东甲/ 层'),
        minLength: 1,
        maxLength: 14,
      }),
      (text) => {
        fc.pre(/[\p{L}\p{N}]/u.test(text));
        const room = parseRoom(text)!;
        expect(room).not.toBeNull();
        expect(room.room).not.toBe('');
        expect(room.label).not.toBe('');
        expect(roomKeys(room).length).toBeGreaterThan(0);
      },
    );
    const part = fc.integer({ min: 1, max: 40 });
    forAll(
      part,
      part,
      fc.integer({ min: 101, max: 3299 }),
      part,
      part,
      fc.integer({ min: 101, max: 3299 }),
      (a, b, c, d, e, f) => {
        fc.pre(a !== d || b !== e || c !== f);
        expect(parseRoom(`${a}-${b}-${c}`)!.canonical).not.toBe(parseRoom(`${d}栋${e}单元${f}`)!.canonical);
      },
    );
  });

  test('a label is never longer than its place', () => {
    expect(parseRoom('很'.repeat(500))!.label.length).toBeLessThanOrEqual(120);
    expect(parseRoom('𠮷'.repeat(300))!.label.length).toBeLessThanOrEqual(120);
    expect(parseRoom('很'.repeat(500))!.room).toBe('很'.repeat(500));
  });
});

test.each<[RoomParts, string | null]>([
  [{ building: '3栋', unit: '2单元', room: '1801室' }, '/3/2/1801'],
  [{ building: '3栋', room: '2单元1801' }, '/3/2/1801'],
  [{ building: '3栋', unit: '2', room: '2单元1801' }, '/3/2/1801'],
  [{ building: 'Block A', room: 'Unit 10A' }, '/A//10A'],
  [{ building: '3棟', unit: '2單元', room: '1801' }, '/3/2/1801'],
  [{ building: 'B座', room: '2509-2511' }, '/B//2509-2511'],
  [{ building: 3, unit: 2, room: 1801 }, '/3/2/1801'],
  [{ building: '3.0', unit: '2.0', room: '1801.0' }, '/3/2/1801'],
  [{ building: '３号楼', room: '１８０１' }, '/3//1801'],
  [{ building: '3楼', unit: null, room: '1801' }, '/3//1801'],
  [{ building: '三栋', unit: '一单元', room: '0801' }, '/3/1/801'],
  [{ building: '3', room: '2-1801' }, '/3/2/1801'],
  [{ building: '3', unit: '2', room: '3-2-1801' }, '/3/2/1801'],
  [{ room: '3-2-1801' }, '/3/2/1801'],
  [{ room: '3栋2单元1801' }, '/3/2/1801'],
  [{ building: '3栋2单元', room: '1801' }, '/3/2/1801'],
  [{ building: '商场', room: 'M111' }, '/商场//M111'],
  [{ estate: '阳光花园', building: 'A', unit: '1', room: '502' }, '阳光花园/A/1/502'],
  [{ building: '3', unit: '2', room: '1801-1' }, '/3/2/1801-1'],
  [{ building: 'a座', room: '502' }, '/A//502'],
  [{ building: '3', unit: '2', room: '' }, null],
  [{ building: '3', unit: '2' }, null],
  [{}, null],
])('from columns %j', (parts, canonical) => expect(roomFromParts(parts)?.canonical ?? null).toBe(canonical));

test.each([
  ['3栋', '3-'],
  ['3号楼', '3-'],
  ['3#', '3-'],
  ['3-', '3-'],
  ['3栋2', '3-2'],
  ['3栋2单元', '3-2-'],
  ['3栋2单元18', '3-2-18'],
  ['2单元18', 'u2-18'],
  ['A', 'a'],
  ['商场m', '商场m'],
  ['阳光花园3栋', '阳光花园3-'],
])('%s, half typed, looks for %s', (text, key) => expect(roomQueryKeys(text)[0]).toBe(key));

test.each([
  ['3栋', '2单元', '2单元1801', false],
  ['3栋', '2单元', '1单元1801', true],
  ['3栋', '', '5栋1801', true],
  ['3栋', '', '5-2-1801', true],
  ['03', '02', '3-2-1801', false],
  ['3', '', '2-1801', false],
  ['商铺', '', '5-2-1801', false],
])('columns %s %s beside the room %s are contradicted: %s', (building, unit, room, is) =>
  expect(isContradicted(building, unit, room)).toBe(is),
);

test('a part with the mark of another part within is told', () => {
  expect(hasMarkWithin(roomFromParts({ building: '1', unit: '2', room: '1单元101' })!)).toBe(true);
  expect(hasMarkWithin(parseRoom('3栋2单元1801')!)).toBe(false);
});
