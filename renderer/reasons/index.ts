/** The page of reasons: what may be given as one, in which order, and which ask for a ticket. */
import { REASONS_ACTION_WORDS } from '../../contract/reasons/lists.ts';
import type { WordTree } from '../../contract/vocabulary/wording.ts';
import { definePage } from '../pages/define-page.ts';

export const messages = {
  reasonsPage: {
    title: ['查看事由', 'Reasons'],
    tab: ['事由', 'Reasons'],
    lead: ['已有的只能停用，不能改名或删除。', 'Reasons are retired, never renamed or deleted.'],
    readOnly: ['由管理员更改。', 'Only an admin can change these.'],
    columns: {
      reason: ['事由', 'Reason'],
      ticket: ['须编号', 'Ticket required'],
      used: ['使用中', 'In use'],
      order: ['顺序', 'Order'],
    },
    ticketOf: ['{{reason}}：须编号', '{{reason}}: ticket required'],
    usedOf: ['{{reason}}：使用中', '{{reason}}: in use'],
    up: ['上移', 'Move up'],
    down: ['下移', 'Move down'],
    chosen: ['{{time}} 由{{name}}设定：{{words}}', 'Chosen {{time}} by {{name}}: {{words}}'],
    usual: ['没有修改过，为预设值。', 'Never changed: defaults.'],
    add: ['添加事由', 'Add a reason'],
    zh: ['中文（最多 20 个字）', 'In Chinese (at most 20 characters)'],
    en: ['英文（可不填，不填则同中文）', 'In English (same as Chinese if empty)'],
    addIt: ['添加', 'Add'],
    full: ['自定事由已满 {{max}} 条。', 'At most {{max}} reasons can be added.'],
    saveLead: [
      '保存后生效。停用的不能再选；须编号的，没有编号不能显示。',
      "Takes effect when saved: retired reasons can't be chosen, and a required ticket has to be entered.",
    ],
    save: ['保存事由', 'Save reasons'],
    discard: ['取消修改', 'Discard'],
    inLog: [
      '使用中 {{used}} 条，其中须编号 {{ticket}} 条，停用 {{unused}} 条',
      '{{used}} in use, {{ticket}} of them with a ticket, {{unused}} retired',
    ],
  },
  logActions: REASONS_ACTION_WORDS,
  log: { areas: { reasons: ['查看事由', 'reasons'] } },
} satisfies WordTree;

export const reasonsPage = definePage({
  name: 'reasons',
  at: { tab: 'rules', place: 30 },
  roles: ['supervisor', 'admin'],
  title: (t) => t('reasonsPage.title'),
  called: ['原因 查看原因 用途', 'reason'],
  section: (t) => t('reasonsPage.tab'),
  messages,
  log: {
    reasons: ({ t }, { list }) =>
      t('reasonsPage.inLog', {
        used: list.filter(({ used }) => used).length,
        ticket: list.filter(({ used, ticket }) => used && ticket).length,
        unused: list.filter(({ used }) => !used).length,
      }),
  },
  load: () => import('./ReasonsPage.tsx').then(({ ReasonsPage }) => ReasonsPage),
});
