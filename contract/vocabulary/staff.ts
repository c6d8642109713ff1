/** Words of staff that pages and papers share. */
import type { Role } from '../fields.ts';
import type { ShiftCount } from '../staff/lists.ts';
import type { Words, WordTree } from './wording.ts';

export const ROLE_WORDS: Words<Role> = {
  receptionist: ['前台', 'Receptionist'],
  supervisor: ['主管', 'Supervisor'],
  admin: ['管理员', 'Admin'],
};

const SHIFT_COUNT_WORDS: Words<ShiftCount> = {
  searches: ['查找', 'Searches'],
  opened: ['打开档案和房屋', 'Opened'],
  verified: ['核实身份', 'Verified'],
  revealed: ['显示内容', 'Revealed'],
  emergencies: ['紧急查看', 'Emergencies'],
  changed: ['登记和修改', 'Changed'],
  wrongPins: ['PIN 输错', 'Wrong PINs'],
};

/** Parts of a shift's sheet. */
export const SHIFT_SHEET_WORDS = {
  counts: SHIFT_COUNT_WORDS,
  copies: ['没有收回的打印件', 'Prints still out'],
  reveals: ['显示过的内容', 'What was revealed'],
  noReveals: ['这一班没有显示过内容。', 'Nothing was revealed in this shift.'],
  columns: {
    seq: ['记录号', 'Entry'],
    at: ['时间', 'Time'],
    field: ['内容', 'What'],
    reason: ['事由', 'Reason'],
  },
  head: ['操作记录的末尾', 'The end of the log'],
} satisfies WordTree;
