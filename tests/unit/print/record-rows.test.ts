/** A record on paper has what a resident leases, drives, parks, builds and keeps, in masks. */
import { describe, expect, it } from 'vitest';
import type { RoomId } from '../../../contract/ids.ts';
import type { RecordView } from '../../../contract/people/views.ts';
import { recordBlocks } from '../../../main/vault/print/content.ts';

const room = { roomId: 1 as RoomId, label: '3栋2单元1801' };
const of = (recordId: number) => ({ recordId });
const span = { from: '2026-01-01', until: '2026-12-31' };
const masked = (field: 'contractor' | 'petLicence' | 'plate', mask: string) =>
  ({
    field,
    ordinal: 0,
    tier: 'contact',
    mask,
    valid: true,
    access: 'own-pin',
    verifiedAt: null,
    note: null,
  }) as const;

const RECORDS: readonly RecordView[] = [
  { kind: 'lease', ...of(1), room, ...span },
  {
    kind: 'vehicle',
    ...of(2),
    brand: '比亚迪',
    colour: '白',
    vehicleKind: '轿车',
    fields: [masked('plate', '桂M***45')],
  },
  {
    kind: 'space',
    ...of(3),
    code: 'B2-118',
    carPark: '地下二层',
    spaceKind: 'leased',
    vehicle: null,
    plateMask: '桂M***45',
    ...span,
  },
  { kind: 'renovation', ...of(4), room, deposit: 2000, ...span, fields: [masked('contractor', '张**')] },
  {
    kind: 'pet',
    ...of(5),
    breed: '柴犬',
    vaccinatedOn: '2026-03-01',
    fields: [masked('petLicence', '1**9')],
  },
  { kind: 'occupancy', ...of(6), room, relation: 'owner', share: null, ...span, fields: [] },
] as unknown as readonly RecordView[];

const rowsOf = (records: readonly RecordView[], language: 'zh-CN' | 'en' = 'zh-CN') => {
  const [facts] = recordBlocks(language, { kind: 'person', rooms: [], fields: [], records });
  return facts?.kind === 'facts' ? facts.rows.slice(2) : [];
};

describe('the records of a resident on a print', () => {
  it('are one line each, with their masks', () => {
    expect(rowsOf(RECORDS).map(({ name, value }) => [name, value])).toEqual([
      ['租赁', '3栋2单元1801 · 2026-01-01 – 2026-12-31'],
      ['车辆', '比亚迪 · 白 · 轿车'],
      ['车位', '地下二层 · B2-118 · 桂M***45 · 2026-01-01 – 2026-12-31'],
      ['装修', '3栋2单元1801 · 2026-01-01 – 2026-12-31 · 押金 2000 元 · 装修单位 张**'],
      ['宠物', '柴犬 · 2026-03-01 接种 · 养犬证号 1**9'],
    ]);
    expect(rowsOf(RECORDS, 'en').map(({ name }) => name)).toEqual([
      'Lease',
      'Vehicle',
      'Parking space',
      'Renovation',
      'Pet',
    ]);
  });

  it('are so many and no more, so that a print keeps its bounds', () => {
    const pet = RECORDS[4]!;
    expect(rowsOf(Array.from({ length: 200 }, () => pet))).toHaveLength(30);
  });
});
