/** Plans of a building, as they hang on the wall: rows are floors, columns are doors, cells say who lives there. */
import { describe, expect, it } from 'vitest';
import { guessColumns } from '../../../main/vault/import/map-columns.ts';
import { contentOf } from '../../../main/vault/import/column-content.ts';
import { unfoldPlan } from '../../../main/vault/import/unfold-plan.ts';
import type { Sheet } from '../../../main/vault/import/workbook.ts';
import { phoneOf } from '../../support/people-drafts.ts';

/** Rows as text, cells parted by bars; a row without any is blank. */
const sheetOf = (lines: readonly string[]): Sheet => ({
  name: '3栋',
  rows: lines.map((line) => (line === '' ? [] : line.split('|'))),
  marks: [],
});
const unfolded = (lines: readonly string[]): readonly string[] =>
  unfoldPlan(sheetOf(lines)).rows.map((row) => row.join('|'));

const PLAN = ['3栋分布图', '楼层|01室|02室', '3F|陈一|李二', '2F|王三|空置', '1F||赵四'];

describe('a plan of a building', () => {
  it('becomes a table with a column of rooms behind those of the names, which stay where they stood', () => {
    expect(unfolded(PLAN)).toEqual([
      '3栋分布图',
      '|姓名|姓名|房号|房号',
      '|陈一|李二|301|302',
      '|王三|空置|201|202',
      '||赵四||102',
    ]);
  });

  it('is as many tables as it has doors', () => {
    const sheet = unfoldPlan(sheetOf(PLAN));
    const rows = [2, 3, 4];
    const guesses = guessColumns(
      sheet.rows[1]!,
      sheet.rows[1]!.map((_, column) => contentOf(sheet, rows, column)),
    );
    expect(guesses.map(({ target }) => target)).toEqual([null, 'name', 'name', 'roomText', 'roomText']);
    expect(guesses.every(({ sure }) => sure)).toBe(true);
  });

  it('has units above its doors, floors in words, and phones in the cell or below the name', () => {
    const [first, , second] = [phoneOf(1), phoneOf(2), phoneOf(3)];
    expect(
      unfolded([
        '|1单元||2单元',
        '层|1|2|1',
        `三层|陈一|李二|周五 ${second}`,
        `|${first}`,
        '二层|王三|吴六|空置',
        '一层|钱七|赵四|孙八',
      ]).filter((row) => row !== ''),
    ).toEqual([
      '|姓名|姓名|姓名|房号|房号|房号',
      `|陈一\n${first}|李二|周五 ${second}|1单元301|1单元302|2单元301`,
      '|王三|吴六|空置|1单元201|1单元202|2单元201',
      '|钱七|赵四|孙八|1单元101|1单元102|2单元101',
    ]);
  });

  it('may have the number of the room in each cell, or in a row above the names', () => {
    const rooms = ['|姓名|姓名|房号|房号', '|陈一|李二|301|302', '|王三|空置|201|202', '|赵四|周五|101|102'];
    expect(
      unfolded(['楼层|01|02', '3F|301 陈一|302 李二', '2F|201 王三|空置', '1F|101 赵四|102 周五']),
    ).toEqual(rooms);
    expect(
      unfolded(['3层|301|302', '|陈一|李二', '2层|201|202', '|王三|', '1层|101|102', '|赵四|周五']).filter(
        (row) => row !== '',
      ),
    ).toEqual(rooms);
  });

  it.each([
    ['other words in it', ['楼层|01|02', '3F|大堂保洁已完成|待检修', '2F|水泵房|电梯故障', '1F|门厅|岗亭']],
    ['another room in a cell', ['楼层|01|02', '3F|302 陈一|302 李二', '2F|王三|周五', '1F|赵四|钱七']],
    ['numbers that are no floors', ['序号|01|02', '1|陈一|李二', '2|王三|周五', '3|赵四|钱七']],
  ])('is none with %s, and stays as it is', (_, lines) => {
    expect(unfolded(lines)).toEqual(lines);
  });
});
