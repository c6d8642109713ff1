import { expect, it } from 'vitest';
import { maskLongDigits } from '../../../main/vault/values/long-digits.ts';

it.each([
  ['电话13800000000', '电话***********'],
  ['tel13800000000x', 'tel***********x'],
  ['138-0000-0000 张', '***-****-**** 张'],
  ['138 0000 0000', '*** **** ****'],
  ['(010) 6234 5678', '(***) **** ****'],
  ['6234-5678', '****-****'],
  ['6234567', '*******'],
  ['１３８００００００００', '***********'],
  ['11010118990101123X', '*****************X'],
  ['2026-11-29 13800000000', '2026-11-29 ***********'],
])('masks each digit of a long number: %s', (words, masked) => {
  expect(maskLongDigits(words)).toBe(masked);
});

it.each([
  '2026-11-29 20:41',
  '2026.11.29',
  '12-2-1801 2026/1/9',
  '112-12-1801',
  '调证〔2026〕58 号',
  'R-0012 E-0040',
  '共 240 人，62 页',
  '第四十五条',
])('leaves dates, rooms and short numbers: %s', (words) => {
  expect(maskLongDigits(words)).toBe(words);
});
