/** Words of verify. */
import type { VerifyKind } from '../../contract/people/verify-kinds.ts';
import type { Words, WordTree } from '../../contract/vocabulary/wording.ts';
import { registerMessages } from '../messages/i18n.ts';

export const words = {
  verify: {
    title: ['核实来访人身份', 'Verify the visitor'],
    lead: [
      '按来访人所报内容输入。系统只回答是否一致，不显示档案。',
      'Enter what the visitor says. You only see whether it matches; the record stays hidden.',
    ],
    kind: ['核对内容', 'Check by'],
    said: ['来访人所报内容', "Visitor's answer"],
    saidHints: {
      phone: ['完整号码', 'The full number'],
      'phone-hidden': ['屏幕上以星号隐藏的几位', 'The hidden digits'],
      name: ['全名，须完全一致', 'The exact full name'],
      'id-number': ['完整证件号，须主管的 PIN', "The full ID number; supervisor's PIN required"],
    } satisfies Words<VerifyKind>,
    check: ['核对', 'Check'],
    by: ['经办', 'By'],
    match: ['{{what}}一致', '{{what}}: match'],
    noMatch: ['{{what}}不一致', '{{what}}: no match'],
    triesLeft: ['还可以核对 {{count}} 次', '{{count}} try left', '{{count}} tries left'],
    closed: ['已三次不一致，暂时不能再核实这份档案。', 'Three did not match: closed for now.'],
    opensAt: ['{{time}} 后可再核实。', 'You can verify again at {{time}}.'],
    another: ['再核对一项', 'Check another'],
    noteMismatch: ['登记身份不符', 'Record no match'],
    reason: ['事由：{{reason}}。', 'Reason: {{reason}}.'],
  },
} satisfies WordTree;

registerMessages(words);
