/** The net under the rules of the import: whichever of them passes a cell over, the cell is told of. */
import { describe, expect, it } from 'vitest';
import { proposeTargets } from '../../../main/vault/import/map-columns.ts';
import { type RowDraft, createRowParser } from '../../../main/vault/import/parse-rows.ts';
import { createRowReader } from '../../../main/vault/import/row-reading.ts';
import { flagUntaken } from '../../../main/vault/import/untaken-cells.ts';
import { cellsOf } from '../../support/fixture-workbooks.ts';
import { idNumberOf, phoneOf } from '../../support/people-drafts.ts';

const HEADER = cellsOf(
  '房号 业主名称 性别 手机号 身份证号 车牌号 品牌 车位 备注 微信 楼层 户型 面积 入住日期 共有人 租户姓名 租户电话',
);
const ROW = cellsOf(
  `3-2-1801 张明亮 男 ${phoneOf(1)} ${idNumberOf(1)} 桂A12345 五菱 B0117 老人12345 weixin1 18 三房 90 2020-05-01 王小红 李国强 ${phoneOf(2)}`,
);
const columns = proposeTargets(HEADER).flatMap((target, index) =>
  target === null ? [] : [{ index, target }],
);
const sheet = { name: 'A', rows: [HEADER, ROW], marks: [] };
const CONTEXT = { placeOf: () => ({ estate: '', building: '', unit: '' }), filledDown: new Set<never>() };
const drafts = createRowParser(sheet, columns, { today: Date.UTC(2026, 0, 5) })(1).map(
  (one) => (one as { readonly draft: RowDraft }).draft,
);

/** Headings of the cells that are told of where the drafts are changed like that. */
function toldOf(change: (draft: RowDraft) => RowDraft | null): readonly string[] {
  const reading = createRowReader(sheet, columns, CONTEXT).start(1);
  const changed = drafts.flatMap((draft) => {
    const one = change(draft);
    return one === null ? [] : [{ draft: one }];
  });
  return flagUntaken(reading, changed).flatMap((one) =>
    'draft' in one ? one.draft.flags.map(({ column, why }) => `${HEADER[column!]} ${why}`) : [],
  );
}

const without =
  (field: string) =>
  (draft: RowDraft): RowDraft => ({ ...draft, values: draft.values.filter((one) => one.field !== field) });
const withFact =
  (fact: 'floor' | 'layout' | 'area') =>
  (draft: RowDraft): RowDraft => ({ ...draft, room: { ...draft.room!, [fact]: null } });

describe('a row of which every cell was taken', () => {
  it('has no flag', () => {
    expect(columns).toHaveLength(HEADER.length);
    expect(drafts.map(({ name }) => name)).toEqual(['张明亮', '王小红', '李国强']);
    expect(toldOf((draft) => draft)).toEqual([]);
  });
});

describe('a cell that a rule passes over is told of', () => {
  it.each<readonly [string, (draft: RowDraft) => RowDraft | null, readonly string[]]>([
    ['the room', (draft) => ({ ...draft, room: null }), ['房号', '楼层', '户型', '面积']],
    [
      'the building alone',
      (draft) => ({ ...draft, room: { ...draft.room!, canonical: '//2/1801', label: '2单元1801' } }),
      ['房号'],
    ],
    ['the name', (draft) => ({ ...draft, name: draft.name.replace('张明亮', '') }), ['业主名称']],
    ['the sex', (draft) => ({ ...draft, sex: 'unknown' }), ['性别']],
    ['phones', without('phone'), ['手机号', '租户电话']],
    ['the ID number', without('idNumber'), ['身份证号']],
    [
      'the plate',
      (draft) => ({
        ...draft,
        vehicles: [],
        spaces: draft.spaces.map((space) => ({ ...space, plate: null })),
      }),
      ['车牌号', '品牌'],
    ],
    ['the space', (draft) => ({ ...draft, spaces: [] }), ['车位']],
    ['the remark', without('remark'), ['备注']],
    ['the floor', withFact('floor'), ['楼层']],
    ['the layout', withFact('layout'), ['户型']],
    ['the area', withFact('area'), ['面积']],
    ['the day of moving in', (draft) => ({ ...draft, from: null }), ['入住日期']],
    ['a co-owner', (draft) => (draft.name === '王小红' ? null : draft), ['共有人']],
    ['a tenant', (draft) => (draft.name === '李国强' ? null : draft), ['租户姓名', '租户电话']],
  ])('%s', (_, change, headings) => {
    expect([...toldOf(change)].toSorted()).toEqual(headings.map((one) => `${one} not-taken`).toSorted());
  });
});
