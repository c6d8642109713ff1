import { describe, expect, it } from 'vitest';
import type { Role } from '../../../contract/fields.ts';
import type { PinProblem } from '../../../contract/staff/lists.ts';
import { type PinContext, checkPin } from '../../../main/vault/keys/pin-rules.ts';
import { processorMs } from '../../support/processor-time.ts';
import { fc, forAllIn } from '../../support/for-all.ts';

const NOBODY: PinContext = { name: '何静' };
type Row = readonly [role: Role, pin: string, problem: PinProblem, context?: PinContext];

const REFUSED: readonly Row[] = [
  ['receptionist', '', 'too-short'],
  ['receptionist', '73046', 'too-short'],
  ['receptionist', '73o462', 'digits-only'],
  ['receptionist', '7304 62', 'digits-only'],
  ['supervisor', 'k7#pq2x', 'too-short'],
  ['admin', '七个字的口令呀', 'too-short'],
  ['receptionist', '123456', 'run'],
  ['receptionist', '654321', 'run'],
  ['receptionist', '456789', 'run'],
  ['receptionist', '890123', 'run'],
  ['receptionist', '123321', 'run'],
  ['receptionist', '123654', 'run'],
  ['receptionist', '112233', 'run'],
  ['receptionist', '1234567890', 'run'],
  ['receptionist', '１２３４５６', 'run'],
  ['supervisor', 'abcdefgh', 'run'],
  ['supervisor', 'hgfedcba', 'run'],
  ['supervisor', 'qwertyui', 'run'],
  ['supervisor', 'QWERTYUI', 'run'],
  ['supervisor', 'asdfghjkl', 'run'],
  ['supervisor', 'abcd1234', 'run'],
  ['supervisor', '1234qwer', 'run'],
  ['supervisor', '!@#$%^&*', 'run'],
  ['receptionist', '111111', 'repeat'],
  ['receptionist', '121212', 'repeat'],
  ['receptionist', '123123', 'repeat'],
  ['receptionist', '118118', 'repeat'],
  ['receptionist', '707070', 'repeat'],
  ['receptionist', '733733', 'repeat'],
  ['receptionist', '7777770', 'repeat'],
  ['supervisor', 'abcabcab', 'repeat'],
  ['supervisor', 'xk7pxk7p', 'repeat'],
  ['supervisor', '啊啊啊啊啊啊啊啊', 'repeat'],
  ['receptionist', '198873', 'looks-like-year'],
  ['receptionist', '731988', 'looks-like-year'],
  ['receptionist', '200846', 'looks-like-year'],
  ['supervisor', '19882016', 'looks-like-year'],
  ['receptionist', '880713', 'looks-like-birthday'],
  ['receptionist', '130788', 'looks-like-birthday'],
  ['receptionist', '19880713', 'looks-like-birthday'],
  ['receptionist', '13071988', 'looks-like-birthday'],
  ['receptionist', '07131988', 'looks-like-birthday'],
  ['receptionist', '198807139', 'looks-like-birthday'],
  ['supervisor', '19880713', 'looks-like-birthday'],
  ['supervisor', '2019-07-13', 'looks-like-birthday'],
  ['receptionist', '520131', 'too-common'],
  ['receptionist', '5201314', 'too-common'],
  ['receptionist', '888888', 'repeat'],
  ['receptionist', '147258', 'too-common'],
  ['receptionist', '7758521', 'too-common'],
  ['receptionist', '110120', 'too-common'],
  ['supervisor', 'woaini520', 'too-common'],
  ['supervisor', 'woaini1314', 'too-common'],
  ['supervisor', 'woainiwoaini', 'too-common'],
  ['supervisor', 'Password1', 'too-common'],
  ['admin', 'admin888', 'too-common'],
  ['admin', 'admin123456', 'too-common'],
  ['admin', 'P@ssw0rd', 'too-common'],
  ['admin', '1qaz2wsx', 'too-common'],
  ['admin', 'iloveyou!', 'too-common'],
  ['admin', '123password', 'too-common'],
  ['supervisor', 'hejing88', 'like-name'],
  ['supervisor', 'HeJing#2x', 'like-name'],
  ['supervisor', 'jinghe#2x', 'like-name'],
  ['supervisor', '何静的口令一二三', 'like-name'],
  ['supervisor', 'hj730462', 'like-name'],
  ['supervisor', '730462HJ', 'like-name'],
  ['supervisor', 'shanxiong7', 'like-name', { name: '单雄' }],
  ['supervisor', 'danxiong7', 'like-name', { name: '单雄' }],
  ['supervisor', 'ouyangnana7', 'like-name', { name: '欧阳娜娜' }],
  ['admin', 'morgan_smith', 'like-name', { name: 'Morgan Smith' }],
  ['admin', 'lvbushuo', 'like-name', { name: '吕布说' }],
  ['receptionist', '730462', 'same-as-other', { name: '何静', otherPins: ['730462'] }],
  ['receptionist', '７３０４６２', 'same-as-other', { name: '何静', otherPins: ['x', '730462'] }],
  ['receptionist', '410730', 'too-common', { name: '何静', phone: '141 0730 4629' }],
  ['supervisor', '14107304629', 'too-common', { name: '何静', phone: '14107304629' }],
];

const ACCEPTED: readonly (readonly [Role, string])[] = [
  ['receptionist', '730462'],
  ['receptionist', '728164'],
  ['receptionist', '491750'],
  ['receptionist', '90457316'],
  ['supervisor', 'tabby-37-kite'],
  ['supervisor', '竹影下的第三盏灯'],
  ['admin', 'mango-64-rail'],
  ['admin', 'k7#pq2xm'],
  ['supervisor', '73946150'],
];

describe('PIN rules', () => {
  it.each(REFUSED.map(([role, pin, problem, context = NOBODY]) => ({ role, pin, problem, context })))(
    '$role: $pin is $problem',
    ({ role, pin, problem, context }) => {
      expect(checkPin(role, pin, context)).toContain(problem);
    },
  );

  it.each(ACCEPTED)('%s: %j will do', (role, pin) => {
    expect(checkPin(role, pin, NOBODY)).toEqual([]);
  });

  it('lets through at least eight of ten random PINs of six digits', () => {
    let good = 0;
    for (let pin = 3; pin < 1_000_000; pin += 997)
      if (checkPin('receptionist', String(pin).padStart(6, '0'), NOBODY).length === 0) good++;
    expect(good / (1_000_000 / 997)).toBeGreaterThan(0.8);
  });

  it('judges any text in any name without an error', () => {
    forAllIn(
      500,
      fc.string({ unit: 'grapheme', maxLength: 64 }),
      fc.string({ unit: 'grapheme', maxLength: 30 }),
      fc.string({ maxLength: 20 }),
      (pin, name, phone) => {
        for (const role of ['receptionist', 'supervisor', 'admin'] as const)
          expect(Array.isArray(checkPin(role, pin, { name, phone }))).toBe(true);
      },
    );
  });

  it('answers at once for the longest PIN', () => {
    const started = processorMs();
    for (const pin of [
      '1234'.repeat(16),
      'abc'.repeat(21),
      '0'.repeat(64),
      `${'a'.repeat(63)}!`,
      '12'.repeat(32),
    ])
      checkPin('admin', pin, NOBODY);
    expect(processorMs() - started).toBeLessThan(500);
  });
});
