import { describe, expect, it } from 'vitest';
import type { ColumnTarget, RowNote } from '../../../contract/import/views.ts';
import { proposeTargets } from '../../../main/vault/import/map-columns.ts';
import { readSpaces, readVehicles } from '../../../main/vault/import/read-car.ts';
import { type RowReading, createRowReader } from '../../../main/vault/import/row-reading.ts';
import { phoneOf } from '../../support/people-drafts.ts';
import { cellsOf } from '../../support/fixture-workbooks.ts';

const PLATES = ['桂A12345', '桂A67890'];

function readingOf(cells: Partial<Record<ColumnTarget, string>>): RowReading {
  const entries = Object.entries(cells) as [ColumnTarget, string][];
  return createRowReader(
    { name: 'A', rows: [entries.map(([, text]) => text)], marks: [] },
    entries.map(([target], index) => ({ index, target })),
    { placeOf: () => ({ estate: '', building: '', unit: '' }), filledDown: new Set() },
  ).start(0);
}
const notesOf = (reading: RowReading): readonly RowNote[] => [...reading.notes].sort();

describe('the columns of a list of vehicles', () => {
  it('are known by the headers in use, and the common words among them only beside a plate or a space', () => {
    expect(
      proposeTargets(cellsOf('车牌号 业主 手机号 品牌 类型 颜色 停车场 车位 起租 截止 车位性质')),
    ).toEqual(
      cellsOf('plate name phone brand vehicleKind colour carPark spaceCode spaceFrom spaceUntil spaceKind'),
    );
    const [room, owner, ...others] = proposeTargets(cellsOf('房号 业主 类型 颜色 起租 截止'));
    expect([room, owner, ...new Set(others)]).toEqual(['roomText', 'name', null]);
    expect(proposeTargets(cellsOf('房号 业主 车位号 到期日期'))).toEqual(
      cellsOf('roomText name spaceCode spaceUntil'),
    );
  });
});

describe('vehicles', () => {
  it('have the details of their row, and none for a blank or a dash', () => {
    expect(
      readVehicles(readingOf({ brand: '一汽/大众', colour: '-', vehicleKind: '小型轿车' }), ['桂A12345']),
    ).toEqual([{ plate: '桂A12345', brand: '一汽/大众', colour: null, vehicleKind: '小型轿车' }]);
    expect(readVehicles(readingOf({}), ['桂A12345'])).toEqual([
      { plate: '桂A12345', brand: null, colour: null, vehicleKind: null },
    ]);
  });

  it('take one detail each where there are as many, else none, and it is said', () => {
    const each = readingOf({ brand: '五菱、丰田', colour: '白' });
    expect(readVehicles(each, PLATES)).toEqual([
      { plate: PLATES[0], brand: '五菱', colour: null, vehicleKind: null },
      { plate: PLATES[1], brand: '丰田', colour: null, vehicleKind: null },
    ]);
    expect(notesOf(each)).toEqual(['car-detail-unclear']);
    const none = readingOf({ brand: '五菱' });
    expect(readVehicles(none, [])).toEqual([]);
    expect(notesOf(none)).toEqual(['car-detail-unclear']);
  });

  it('keep no number of anybody in the open: it goes into the remark, which is sealed', () => {
    const reading = readingOf({ brand: phoneOf(1), colour: '很'.repeat(41) });
    expect(readVehicles(reading, ['桂A12345'])).toEqual([
      { plate: '桂A12345', brand: null, colour: null, vehicleKind: null },
    ]);
    expect(reading.leftOver).toEqual([phoneOf(1), '很'.repeat(41)]);
    expect(notesOf(reading)).toEqual(['car-detail-in-remark']);
  });
});

describe('spaces', () => {
  it('have their car park, kind, days and vehicle', () => {
    expect(
      readSpaces(
        readingOf({
          spaceCode: 'B1-021',
          carPark: '地下一层',
          spaceKind: '月租',
          spaceFrom: '2026/1/5',
          spaceUntil: '2027年1月4日',
        }),
        ['桂A12345'],
      ),
    ).toEqual([
      {
        code: 'B1-021',
        carPark: '地下一层',
        spaceKind: 'leased',
        from: '2026-01-05',
        until: '2027-01-04',
        plate: '桂A12345',
      },
    ]);
  });

  it.each([
    ['产权', 'owned'],
    ['已购', 'owned'],
    ['租赁', 'leased'],
    ['月卡', 'leased'],
    ['临停', 'temporary'],
    ['别的', null],
  ] as const)('are called %s for %s', (text, spaceKind) => {
    const reading = readingOf({ spaceCode: 'B1-021', spaceKind: text });
    expect(readSpaces(reading, [])).toMatchObject([{ spaceKind }]);
    expect(reading.notes.has('space-kind-assumed')).toBe(spaceKind === null);
  });

  it('may be several, each with the vehicle of its place, or that of the row', () => {
    expect(
      readSpaces(readingOf({ spaceCode: 'B1-1、B1-2' }), PLATES).map(({ code, plate }) => [code, plate]),
    ).toEqual([
      ['B1-1', PLATES[0]],
      ['B1-2', PLATES[1]],
    ]);
    expect(
      readSpaces(readingOf({ spaceCode: 'B1-1，B1-2，B1-1' }), [PLATES[0]!]).map(({ code, plate }) => [
        code,
        plate,
      ]),
    ).toEqual([
      ['B1-1', PLATES[0]],
      ['B1-2', PLATES[0]],
    ]);
    expect(readSpaces(readingOf({ spaceCode: 'B1-1' }), PLATES).map(({ plate }) => plate)).toEqual([null]);
  });

  it('take no day that is none, nor an end before the beginning, and say so', () => {
    for (const spaceUntil of ['长期', '2026-02-30', '2025-12-31']) {
      const reading = readingOf({ spaceCode: 'B1-1', spaceFrom: '2026-01-01', spaceUntil });
      expect(readSpaces(reading, [])).toMatchObject([{ from: '2026-01-01', until: null }]);
      expect(reading.notes.has('space-date-not-valid')).toBe(true);
    }
  });

  it('are not made of a car park or days without a number, and it is said', () => {
    const reading = readingOf({ carPark: '地下一层', spaceFrom: '2026-01-01' });
    expect(readSpaces(reading, ['桂A12345'])).toEqual([]);
    expect(notesOf(reading)).toEqual(['car-detail-unclear']);
  });
});
