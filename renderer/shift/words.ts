/** Words of shift. */
import { SHIFT_SHEET_WORDS } from '../../contract/vocabulary/staff.ts';
import type { WordTree } from '../../contract/vocabulary/wording.ts';

export const shiftWords = {
  shift: {
    title: ['交接班', 'Handover'],
    lead: [
      '本班办理情况如下。请接班人看过后再选择；画面随即锁定，由接班人输入自己的 PIN。',
      'What you did in this shift. Let the next person read it, then choose them; the screen locks at once and they enter their own PIN.',
    ],
    next: ['接班人', 'Who takes over'],
    confirm: [
      '交给{{name}}？画面立即锁定，由{{name}}输入自己的 PIN。',
      'Hand over to {{name}}? The screen locks at once and {{name}} enters their own PIN.',
    ],
    yes: ['交给{{name}}', 'Hand over to {{name}}'],
    nobody: ['没有可以接班的人。', 'Nobody else can take over.'],
    print: ['打印交接单', 'Print the shift sheet'],
    paper: ['交接班单', 'Shift sheet'],
    of: ['{{name}} · {{role}}', '{{name}} · {{role}}'],
    span: ['{{from}} 至 {{until}}', '{{from}} to {{until}}'],
    ...SHIFT_SHEET_WORDS,
    moreReveals: ['只列出最近 {{count}} 项，其余见操作记录。', 'The last {{count}}; the log has the others.'],
    headWhy: [
      '请打印，或把序号和校验码抄在交接本上：记录如被改动，以纸上为准。',
      'Print it, or copy the number and fingerprint into the shift book: if somebody changes the log, the paper proves it.',
    ],
    headSeq: ['第 {{seq}} 条', 'Entry {{seq}}'],
  },
} satisfies WordTree;
