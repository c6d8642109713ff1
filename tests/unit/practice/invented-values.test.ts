/** What practice takes: numbers of nobody. */
import { describe, expect, it } from 'vitest';
import { mayBeReal } from '../../../main/vault/values/invented.ts';

describe('a value in practice', () => {
  it.each([
    ['phone', '14112345678'],
    ['contractorPhone', '14100000000'],
    ['idNumber', '450102189301011234'],
    ['idNumber', '45010218930101123X'],
    ['emergency', '张柒 14112345678'],
    ['remark', '门铃坏了，请先打电话。'],
    ['note', '1893-05-01 来过，3 栋 2 单元 1801'],
    ['birthday', '1893-05-01'],
    ['address', '广西壮族自治区无名市虚构路 0 号'],
  ] as const)('is taken where nobody has it: %s %s', (field, value) =>
    expect(mayBeReal(field, value)).toBe(false),
  );

  it.each([
    ['phone', '14012345678'],
    ['phone', '0778-2000000'],
    ['contractorPhone', '+85200000000'],
    ['idNumber', '450102190001011234'],
    ['idNumber', 'E00000000'],
    ['emergency', '张柒 140 1234 5678'],
    ['remark', '改打 140-1234-5678'],
    ['note', '身份证 450102190001011234'],
    ['wechat', '14012345678'],
    ['bankCard', '4000000000000000'],
  ] as const)('is refused where it may be somebody’s: %s %s', (field, value) =>
    expect(mayBeReal(field, value)).toBe(true),
  );
});
