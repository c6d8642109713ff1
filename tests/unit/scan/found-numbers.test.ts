/** What counts as somebody's number in a text, and what is merely as long. */
import { describe, expect, it } from 'vitest';
import { findNumbers } from '../../../main/vault/scan/found-numbers.ts';
import { checkCharacter } from '../../../main/vault/values/id-number.ts';

const TODAY = Date.UTC(2026, 4, 16);
const PHONE = '14112345671';
const FIRST17 = '45010218930501123';
const ID = FIRST17 + checkCharacter(FIRST17);
const OLD = '450102930501123';
const kindsIn = (text: string): readonly string[] => findNumbers(text, TODAY).numbers.map(({ kind }) => kind);

describe('a phone', () => {
  it.each([
    PHONE,
    `电话：${PHONE}`,
    `张三${PHONE}李四`,
    `+86 ${PHONE}`,
    `86-${PHONE}`,
    `0086${PHONE}`,
    `0${PHONE}`,
    '141-1234-5671',
    '141 1234 5671',
    '1411-234-5671',
    '１４１１２３４５６７１',
    `3-2-501-${PHONE}`,
    `tel${PHONE}`,
    `${PHONE}@139.com`,
    `(${PHONE})`,
    `订单联系电话${PHONE}`,
    `收款账号：${PHONE}`,
    `工号 王小明 ${PHONE}`,
    `${PHONE}.0`,
    '141.1234.5671',
    '141-12345671',
    '141\u00a01234\u00a05671',
    '141  1234  5671',
    '（141）1234-5671',
    `\u202d${PHONE}\u202c`,
    `3.${PHONE} 某某`,
  ])('is found in %s', (text) => {
    expect(kindsIn(text)).toEqual(['phone']);
  });

  it.each([
    `4${PHONE}`,
    `${PHONE}1`,
    `SN${PHONE}`,
    `${PHONE}abc`,
    `0.${PHONE}`,
    `${PHONE}.50`,
    `¥${PHONE}`,
    `${PHONE}元`,
    `订单号：${PHONE}`,
    `发票号码：${PHONE}`,
    `订单编号为${PHONE}`,
    `"order_no":"${PHONE}"`,
    `3.${PHONE}`,
    '141 12345671',
    '141-1234.5671',
    `流水 ${PHONE}`,
    `20260516-${PHONE}`,
    'DD2026-14112345671',
    '12112345671',
    '13800000000',
    '13800138000',
    '1716000000123',
    '2026-05-16 12:30:00',
  ])('is not found in %s', (text) => {
    expect(kindsIn(text)).toEqual([]);
  });

  it('is found with each of several, whatever stands between them', () => {
    for (const between of [' ', '，', ',', '、', '/', '\n', '；'])
      expect(kindsIn([PHONE, '14187654329', '14198765437'].join(between))).toHaveLength(3);
  });
});

describe('an ID number', () => {
  it.each([
    ID,
    ID.toLowerCase(),
    `身份证号${ID}，`,
    `${ID.slice(0, 6)} ${ID.slice(6, 14)} ${ID.slice(14)}`,
    `${ID.slice(0, 6)}-${ID.slice(6, 14)}-${ID.slice(14)}`,
    `${ID.slice(0, 6)} ${ID.slice(6, 10)} ${ID.slice(10, 14)} ${ID.slice(14)}`,
  ])('is found in %s', (text) => {
    expect(kindsIn(text)).toEqual(['id']);
  });

  it('is found with an X at its end, also where its digits are set apart', () => {
    const first17 = ['000', '001', '002', '003', '004', '005', '006', '007', '008', '009', '010', '011']
      .map((order) => `45010218930501${order}`)
      .find((one) => checkCharacter(one) === 'X')!;
    expect(kindsIn(`${first17}X`)).toEqual(['id']);
    expect(kindsIn(`${first17}x。`)).toEqual(['id']);
    expect(kindsIn(`${first17.slice(0, 6)} ${first17.slice(6, 14)} ${first17.slice(14)}X`)).toEqual(['id']);
  });

  it.each([
    ['a wrong check digit', FIRST17 + (checkCharacter(FIRST17) === '1' ? '2' : '1')],
    ['a region that there is not', `99${ID.slice(2)}`],
    ['a day that there is not', ID.replace('0501', '0231')],
    ['more digits than it has', `${ID}0`],
    ['a letter after it', `${ID}a`],
  ])('is not found with %s', (_, text) => {
    expect(kindsIn(text)).toEqual([]);
  });

  it('of fifteen digits is the same person as the one of eighteen', () => {
    const [old] = findNumbers(OLD, TODAY).numbers;
    const first17 = `${OLD.slice(0, 6)}19${OLD.slice(6)}`;
    const [widened] = findNumbers(first17 + checkCharacter(first17), TODAY).numbers;
    expect(old).toMatchObject({ kind: 'old', key: widened!.key });
  });
});

it('finds an ID with each digit apart or beside a phone, a phone over lines of a cell, and none in the address of a file', () => {
  expect(kindsIn(`证号 ${[...ID].join(' ')}，`)).toEqual(['id']);
  expect(kindsIn(`${[...ID].join(' ')} 1`)).toEqual([]);
  expect([`${PHONE}${ID}`, `${ID}${PHONE}`].map(kindsIn)).toEqual([['id'], ['id']]);
  expect(kindsIn(`12${PHONE.slice(2)}${ID}`)).toEqual([]);
  expect(kindsIn('141\n1234\n5671')).toEqual(['phone']);
  expect(kindsIn(`GET /v1/${PHONE}.js`)).toEqual([]);
  expect(kindsIn(`某${PHONE}.jpg`)).toEqual(['phone']);
});

it('tells people apart by their numbers, and counts what is as long', () => {
  const { numbers, long } = findNumbers(`${PHONE} 14187654329 12345678901 ${OLD}`, TODAY);
  expect(new Set(numbers.map(({ key }) => key)).size).toBe(3);
  expect(long).toEqual({ eleven: 3, fifteen: 1, low: 1 });
});
