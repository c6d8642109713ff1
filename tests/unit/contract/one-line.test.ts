import { expect, test } from 'vitest';
import { toOneLine } from '../../../contract/one-line.ts';
import { ROUTES } from '../../../contract/routes.ts';
import { fc, forAllIn } from '../../support/for-all.ts';

test.each([
  ['', ''],
  ['  张三 \t 李四\n', '张三 李四'],
  ['a\r\nb\u2028c\u2029d\u0085e\u000bf', 'a b c d e f'],
  ['a\u202ecod.exe\u202c', 'acod.exe'],
  ['\u200f\u2067x\u2069\u061c', 'x'],
  ['张\u200b\u200c\u200d\u2060\ufeff三', '张三'],
  ['\u3164\u115f\u1160\uffa0\u2800\u034f\u17b4', ''],
  ['\u0000\u0007\u001b[31m', '[31m'],
  ['葛\u{e0100}\ufe0f\u{e0041}', '葛'],
  ['a\ud800b\udfffc', 'abc'],
  ['𠮷😀', '𠮷😀'],
  ['a \u0000 b', 'a b'],
  ['\u00ad-\u00a0-\u3000-', '- - -'],
])('%j is %j as one line', (text, line) => {
  expect(toOneLine(text)).toBe(line);
});

test('of any text: nothing invisible, no line end, no lone surrogate, no space too many, and once is enough', () => {
  forAllIn(
    2000,
    fc.string({ unit: 'binary' }),
    fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)) }),
    (a, b) => {
      const line = toOneLine(a + b);
      expect(line).not.toMatch(
        /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]|^ | $| {2}/u,
      );
      expect(Buffer.from(line, 'utf8').toString('utf8')).toBe(line);
      expect(toOneLine(line)).toBe(line);
    },
  );
});

test('words that somebody types are one line before they are measured: invisible ones are no words', () => {
  const { request } = ROUTES['session.acknowledge'];
  expect(request.parse({ words: ' put\u202e back\non purpose ', pin: 'x' }).words).toBe(
    'put back on purpose',
  );
  expect(request.safeParse({ words: '\u200b\u200b\u200b\u200b', pin: 'x' }).success).toBe(false);
  const staff = { name: '\u202e甲\n乙', pin: 'x' };
  const setup = ROUTES['setup.begin'].request.parse({
    estateName: '测试\u2028花园',
    admin: staff,
    supervisor: staff,
    receptionist: staff,
    adminIsSupervisor: false,
  });
  expect([setup.estateName, setup.admin.name]).toEqual(['测试 花园', '甲 乙']);
});
