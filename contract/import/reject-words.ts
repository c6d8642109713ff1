/** Why a row was not taken, in both languages: on the page, and in the workbook of those rows, which the vault writes in no words but these. */
import type { Words } from '../vocabulary/wording.ts';
import type { RejectReason } from './lists.ts';

/** Words of each reason, Chinese first. */
export const REJECT_WORDS = {
  'no-name': ['没有姓名', 'No name'],
  'no-room': ['没有房号', 'No room'],
  'room-not-understood': ['房号无法识别', 'Room not recognised'],
  'name-too-long': ['姓名太长', 'Name too long'],
  'name-not-valid': ['姓名不像姓名', 'Not a name'],
  'phone-not-valid': ['电话有误', 'Invalid phone'],
  'id-not-valid': ['证件号有误', 'Invalid ID number'],
  'value-too-long': ['内容太长', 'Text too long'],
  'repeated-row': ['与前面一行重复', 'Repeats an earlier row'],
  'not-a-row': ['不是住户资料，没有导入', 'Does not look like a resident; not imported'],
  'co-owners-unclear': ['几个业主写在一格，电话或证件号分不清是谁的', 'Several owners in one cell'],
  'owner-not-found': ['找不到这位业主', 'Owner not found'],
  'left-out': ['待确认是谁', 'Identity not confirmed'],
  'became-unclear': ['预览后档案有变化，无法确定是谁', 'Records changed since the preview: who is it?'],
  'pinyin-not-valid': ['姓名读音有误，每个汉字一个拼音', 'Invalid pinyin: one syllable per character'],
} as const satisfies Words<RejectReason>;
