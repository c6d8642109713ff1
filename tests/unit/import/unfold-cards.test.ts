/** Sheets in which each household has a card of a few lines, as registration forms are printed. */
import { describe, expect, it } from 'vitest';
import { unfoldCards } from '../../../main/vault/import/unfold-cards.ts';
import { MARKS, type Sheet } from '../../../main/vault/import/workbook.ts';
import { phoneOf } from '../../support/people-drafts.ts';

/** Rows as text, cells parted by bars; a row without any is blank. */
const sheetOf = (lines: readonly string[]): Sheet => ({
  name: '卡片',
  rows: lines.map((line) => (line === '' ? [] : line.split('|'))),
  marks: [],
});

const unfolded = (lines: readonly string[]): readonly string[] =>
  unfoldCards(sheetOf(lines)).rows.map((row) => row.join('|'));

const CARDS = [
  '房号|1-1-101|业主|陈一',
  `电话|${phoneOf(1)}|车牌号|桂A12345`,
  '',
  '房号|1-1-102|业主|李二',
  `电话|${phoneOf(2)}|车牌号|`,
];

describe('a sheet of cards', () => {
  it('becomes a table with its labels as headings and a row for each card, in the last of its lines', () => {
    expect(unfolded(CARDS)).toEqual([
      '房号|业主|电话|车牌号',
      `1-1-101|陈一|${phoneOf(1)}|桂A12345`,
      '',
      '',
      `1-1-102|李二|${phoneOf(2)}|`,
    ]);
  });

  it('takes cards that stand beside one another for as many', () => {
    expect(
      unfolded([
        '房号|1-1-101|房号|1-1-102',
        '业主|陈一|业主|李二',
        `电话|${phoneOf(1)}|电话|${phoneOf(2)}`,
        '',
        '房号|1-1-201|房号|1-1-202',
        '业主|王三|业主|赵四',
        `电话|${phoneOf(3)}|电话|${phoneOf(4)}`,
      ]).filter((row) => row !== ''),
    ).toEqual([
      '房号|业主|电话',
      `1-1-102|李二|${phoneOf(2)}`,
      `1-1-101|陈一|${phoneOf(1)}`,
      `1-1-202|赵四|${phoneOf(4)}`,
      `1-1-201|王三|${phoneOf(3)}`,
    ]);
  });

  it('takes a label and its value in one cell, and one card alone', () => {
    expect(unfolded(['业主：陈一||联系电话：' + phoneOf(1), '房号：1-1-101'])).toEqual([
      '业主|联系电话|房号',
      `陈一|${phoneOf(1)}|1-1-101`,
    ]);
  });

  it('takes a word for a value where the same word is a label elsewhere', () => {
    const cards = [
      '房号|1-1-101|姓名|陈一',
      '与户主关系|业主|性别|男',
      '房号|1-1-102|姓名|李二',
      '与户主关系|业主|性别|女',
    ];
    expect(unfolded(cards)).toEqual([
      '房号|姓名|与户主关系|性别',
      '1-1-101|陈一|业主|男',
      '',
      '1-1-102|李二|业主|女',
    ]);
  });

  it('has a row below each card for whoever stands in its table of the family', () => {
    const cards = [1, 2].flatMap((n) => [
      '住户登记卡',
      `房号|1-1-10${n}|入住日期|2020-01-0${n}`,
      `业主姓名|陈${'一二'[n - 1]}|联系电话|${phoneOf(n)}`,
      '家庭成员|与业主关系|联系电话',
      `李${'三四'[n - 1]}|妻|${phoneOf(n + 2)}`,
      `陈${'五六'[n - 1]}|子`,
      '',
    ]);
    expect(unfolded(cards).filter((line) => line !== '')).toEqual([
      '房号|入住日期|业主姓名|联系电话|与业主关系',
      `1-1-101|2020-01-01|陈一|${phoneOf(1)}`,
      `||李三|${phoneOf(3)}|妻`,
      '||陈五||子',
      `1-1-102|2020-01-02|陈二|${phoneOf(2)}`,
      `||李四|${phoneOf(4)}|妻`,
      '||陈六||子',
    ]);
  });

  it('has the phone of each of its family in the column of phones', () => {
    const cards = [1, 2].flatMap((n) => [
      `房号|1-1-10${n}|业主|陈${'一二'[n - 1]}`,
      `电话|${phoneOf(n)}|车牌号|`,
      '家属姓名|与业主关系|家属电话',
      `李${'三四'[n - 1]}|妻|${phoneOf(n + 2)}`,
      '',
    ]);
    const [heads, , row] = unfolded(cards).filter((line) => line !== '');
    expect(heads).toBe('房号|业主|电话|车牌号|与业主关系');
    expect(row).toBe(`|李三|${phoneOf(3)}||妻`);
  });

  it('has the card above its family, though words of the form stand below it and a word for the table before its headings', () => {
    const cards = [1, 2].flatMap((n) => [
      `房号：1-1-10${n}||照片`,
      `业主姓名：陈${'一二'[n - 1]}|联系电话：${phoneOf(n)}`,
      '家庭成员|姓名|与业主关系',
      `|李${'三四'[n - 1]}|妻`,
      '本人承诺以上信息真实有效。|签名：',
      '',
    ]);
    expect(unfolded(cards).filter((line) => line !== '')).toEqual([
      '房号|照片|业主姓名|联系电话|签名:|与业主关系',
      `1-1-101||陈一|${phoneOf(1)}|`,
      '||李三|||妻',
      `1-1-102||陈二|${phoneOf(2)}|`,
      '||李四|||妻',
    ]);
  });

  it('keeps what a label has that no heading is, where every card has it', () => {
    expect(
      unfolded([
        '房号|1-1-101|业主|陈一',
        '电话||楼管员|周九',
        '房号|1-1-102|业主|李二',
        '电话||楼管员|周九',
      ])[0],
    ).toBe('房号|业主|电话|楼管员');
  });

  it('keeps a title that says where the homes are, and no title of every card', () => {
    const [first, ...others] = unfolded([
      '5栋',
      '住户登记卡',
      ...CARDS.slice(0, 2),
      '住户登记卡',
      ...CARDS.slice(3),
    ]);
    expect([first, others.includes('住户登记卡')]).toEqual(['5栋', false]);
  });

  it('keeps what a spreadsheet did to a number beside the number', () => {
    const sheet = { ...sheetOf(CARDS), marks: [undefined, Uint8Array.of(0, MARKS.cut), undefined] };
    expect([...unfoldCards(sheet).marks[1]!]).toEqual([0, 0, MARKS.cut, 0]);
  });

  it.each([
    ['a table', ['房号|业主|电话', `1-1-101|陈一|${phoneOf(1)}`, `1-1-102|李二|${phoneOf(2)}`]],
    ['a table with relations first', ['关系|姓名|房号', '业主|陈一|1-1-101', '租户|李二|1-1-102']],
    ['a table whose rows are by pairs of words', ['类别|姓名', '业主|陈一', '租户|李二', '房号|1-1-101']],
    ['instructions', ['房号|填写房间号', '姓名|填写真实姓名', '电话|11位手机号', '车牌号|选填']],
    [
      'cards with a table of the family within',
      [...CARDS.slice(0, 2), '姓名|关系|电话', `陈三|子女|${phoneOf(3)}`],
    ],
    ['cards with a line of words among them', [...CARDS.slice(0, 2), '养狗', ...CARDS.slice(3)]],
    ['cards with words that no label is before', [...CARDS, '以上信息由业主本人填写|签名']],
    ['cards without a room', ['业主|陈一', `电话|${phoneOf(1)}`, '车牌号|桂A12345', '业主|李二']],
  ])('leaves %s as it is', (_, lines) => {
    const sheet = sheetOf(lines);
    expect(unfoldCards(sheet)).toBe(sheet);
  });
});
