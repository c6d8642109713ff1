/** Sheets of the desk's own work: what they say of a reason and a field, and that nothing that was typed comes onto them. */
import { expect, it } from 'vitest';
import type { ShiftSheet } from '../../../contract/staff/views.ts';
import { countBlocks, shiftBlocks } from '../../../main/vault/print/sheets.ts';

const SHIFT: ShiftSheet = {
  staffName: '前台甲',
  role: 'receptionist',
  since: Date.UTC(2026, 2, 10, 0),
  until: Date.UTC(2026, 2, 10, 8),
  counts: { searches: 4, opened: 3, verified: 2, revealed: 3, emergencies: 0, changed: 1, wrongPins: 0 },
  reveals: [],
  moreReveals: false,
  ownReasons: [{ id: 'own-1', words: { zh: '装宽带', en: 'Broadband' } }],
  openCopies: 2,
  head: { seq: 77, hash: 'abcd1234'.repeat(8) },
};
const reveal = (reason: string, field = 'phone') => ({
  seq: 9,
  at: SHIFT.until,
  field,
  reason,
  cosignerName: null,
});
const rowsOf = (blocks: ReturnType<typeof shiftBlocks>): readonly (readonly string[])[] =>
  blocks.flatMap((block) => (block.kind === 'table' ? block.rows : []));

it.each([
  ['parcel', '包裹', 'Parcel'],
  ['repair: 王小明家漏水', '报修投诉', 'Repair'],
  ['own-1', '装宽带', 'Broadband'],
  ['给王小明打印', '另有说明，见操作记录', 'Said in words, see the log'],
])('says of the reason %s what it is called, and never what was typed', (reason, zh, en) => {
  const sheet = { ...SHIFT, reveals: [reveal(reason)] };
  expect(rowsOf(shiftBlocks('zh-CN', sheet))[0]?.[3]).toBe(zh);
  expect(rowsOf(shiftBlocks('en', sheet))[0]?.[3]).toBe(en);
});

it('names the fields of one entry each, and whoever agreed', () => {
  const sheet = { ...SHIFT, reveals: [{ ...reveal('fees', 'phone,idNumber'), cosignerName: '主管乙' }] };
  expect(rowsOf(shiftBlocks('zh-CN', sheet))[0]?.slice(2)).toEqual(['电话、证件号', '收费 · 会签 主管乙']);
});

it('says that more was revealed than is listed', () => {
  const sheet = { ...SHIFT, reveals: [reveal('fees')], moreReveals: true };
  expect(JSON.stringify(shiftBlocks('zh-CN', sheet))).toContain('只列出最近 1 项');
  expect(JSON.stringify(shiftBlocks('zh-CN', SHIFT))).toContain('这一班没有显示过内容');
});

it('leaves room on a count sheet for a tick at each paper', () => {
  const row = { paperId: 12, title: '旧登记册', pages: null, place: '甲柜', custodian: '前台甲' };
  expect(rowsOf(countBlocks('zh-CN', [row]))).toEqual([['甲柜', 'P-0012', '旧登记册', '', '前台甲', '']]);
});
