/** What may not be posted: digits that may be a telephone or an ID number, however they are parted. */
import { expect, it } from 'vitest';
import { looksLikeNumber } from '../../../contract/print/lists.ts';
import { readPaperNumber } from '../../../contract/paper-register/lists.ts';
import { readTraceCode } from '../../../contract/trace/lists.ts';
import { finishArrears, isPlaceWrong, monthFrom, NO_ARREARS } from '../../../renderer/print/arrears-draft.ts';
import { encodeTrace } from '../../../main/vault/session/trace-code.ts';

it.each([
  '14127365084',
  '141 2736 5084',
  '141-2736-5084',
  '（0778）2739586',
  '１４１２７３６５０８４',
  '一四一二七三六五〇八四',
  '45270218931107004X',
])('takes %s for a number', (text) => expect(looksLikeNumber(`请电 ${text}。`)).toBe(true));

it.each(['', '请于 2026-04 前缴清', '服务时间 8:30 至 18:00', '共 12 户', '三号楼一层'])(
  'takes “%s” for none',
  (text) => expect(looksLikeNumber(text)).toBe(false),
);

it.each([
  ['2026-1', '2026-01'],
  ['2026年12月', '2026-12'],
  ['202603', '2026-03'],
  ['2026-13', null],
  ['一月', null],
] as const)('reads the month %s as %s', (text, month) => expect(monthFrom(text)).toBe(month));

it('sends a notice once each row is whole, a single month for both', () => {
  const row = { key: 0, room: ' 3-2-1801 ', from: '2026-1', until: '', amount: '1,284.50' };
  const draft = { ...NO_ARREARS, rows: [row], payBy: '2026-04-30' };
  expect(finishArrears(draft)).toEqual({
    layout: 'arrears',
    rows: [{ room: '3-2-1801', from: '2026-01', until: '2026-01', amount: 1284.5 }],
    payBy: '2026-04-30',
    words: '',
  });
  for (const wrong of [{ room: ' ' }, { from: '' }, { until: '2025-12' }, { amount: '-3' }] as const) {
    expect(finishArrears({ ...draft, rows: [{ ...row, ...wrong }] })).toBeNull();
    const [place] = Object.keys(wrong) as [keyof typeof wrong];
    expect(isPlaceWrong({ ...row, ...wrong }, place)).toBe(true);
    expect(isPlaceWrong(row, place)).toBe(false);
  }
  expect(finishArrears({ ...draft, words: '请电 14127365084' })).toBeNull();
});

it('reads both numbers out of the code of a page', () => {
  const code = encodeTrace(new Uint8Array(32).fill(7), { session: 42, minute: 29_000_000 });
  const printed = `${code.slice(0, 4)}-${code.slice(4, 8)}-${code.slice(8)} P-0012`;
  expect(readPaperNumber(printed)).toBe(12);
  expect(readTraceCode(printed)).toBe(code);
});
