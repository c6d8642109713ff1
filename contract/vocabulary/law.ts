/** Words of law that pages and papers share. */
import type { Grade } from '../forms/lists.ts';
import type { Words } from './wording.ts';

export const GRADE_WORDS: Words<Grade> = {
  P: ['法律原文', 'text of the law'],
  F: ['据称照录官方表格的工具', 'a tool that says it reproduces the official form'],
  S: ['公开摘要或摘录', 'a published summary or excerpt'],
  I: ['按法律条文推定', 'inferred from the law'],
  M: ['未核实', 'not verified'],
};
