/** Blocks as features write them: facts by their names, tables by their columns. */
import { expect, it } from 'vitest';
import { factList, paragraph, right, table, tableOr } from '../../../main/vault/pdf/blocks.ts';

it('a fact without a value is left out, the others stay in their order', () => {
  expect(factList({ 乙: '1', 甲: null, 丙: '' })).toEqual({
    kind: 'facts',
    rows: [
      { name: '乙', value: '1' },
      { name: '丙', value: '' },
    ],
  });
});

it('a table has its columns in the order in which they are written, numbers to the right', () => {
  const columns = { 种类: 3, 次数: right(1) };
  const made = {
    kind: 'table',
    columns: [
      { title: '种类', share: 3 },
      { title: '次数', share: 1, align: 'right' },
    ],
    rows: [['a', '1']],
  };
  expect(table({ columns, rows: [['a', '1']] })).toEqual(made);
  expect(table({ caption: '名', columns, rows: [] })).toMatchObject({ caption: '名', rows: [] });
  expect(tableOr('没有', columns, [['a', '1']])).toEqual(made);
  expect(tableOr('没有', columns, [])).toEqual(paragraph('没有'));
});
