/** The page of reasons: what may be given as one, in which order, and which ask for a ticket. */
import { REASONS_ACTION_WORDS } from '../../contract/reasons/lists.ts';
import type { WordTree } from '../../contract/vocabulary/wording.ts';
import { definePage } from '../pages/define-page.ts';

const messages = {
  reasonsPage: {
    title: ['查看事由', 'Reasons'],
    tab: ['事由', 'Reasons'],
    lead: [
      '查看、核对、更换资料时可选的事由。已有的不能改名、不能删除，只能停用，以前的记录才看得懂。',
      'What may be given as a reason to reveal, verify or replace something. None is renamed or deleted, only put out of use, so that earlier entries of the log can still be read.',
    ],
    readOnly: ['由管理员更改。', 'An admin changes them.'],
    columns: {
      reason: ['事由', 'Reason'],
      ticket: ['要编号', 'Asks for a ticket'],
      used: ['使用中', 'In use'],
      order: ['顺序', 'Order'],
    },
    ticketOf: ['{{reason}}：要编号', '{{reason}}: asks for a ticket'],
    usedOf: ['{{reason}}：使用中', '{{reason}}: in use'],
    up: ['上移', 'Move up'],
    down: ['下移', 'Move down'],
    chosen: ['{{time}} 由{{name}}设定：{{words}}', 'Chosen {{time}} by {{name}}: {{words}}'],
    usual: ['还没有人改过，用的是预设。', 'Nobody has changed them yet: these are the defaults.'],
    add: ['添加事由', 'Add a reason'],
    zh: ['中文（最多 20 个字）', 'In Chinese (at most 20 characters)'],
    en: ['英文（可不填，不填则同中文）', 'In English (as the Chinese where it is left empty)'],
    addIt: ['添加', 'Add'],
    full: ['自定的事由已满 {{max}} 条。', 'No more than {{max}} reasons can be added.'],
    saveLead: [
      '从保存起生效。停用的，谁也不能再选；要编号的，没有编号就不能查看。',
      'They hold from the moment they are saved: nobody can give one that is out of use, and one that asks for a ticket opens nothing without it.',
    ],
    save: ['保存事由', 'Save reasons'],
    saving: ['正在保存…', 'Saving…'],
    discard: ['取消修改', 'Discard'],
    words: ['为什么改（至少 4 个字）', 'Why they change (at least 4 characters)'],
    inLog: [
      '使用中 {{used}} 条，其中要编号 {{ticket}} 条，停用 {{unused}} 条',
      '{{used}} in use, {{ticket}} of them ask for a ticket, {{unused}} out of use',
    ],
  },
  logActions: REASONS_ACTION_WORDS,
  log: { areas: { reasons: ['查看事由', 'reasons'] } },
} satisfies WordTree;

declare module '../messages/i18n.ts' {
  interface Brought {
    readonly reasons: typeof messages;
  }
}

export const reasonsPage = definePage({
  name: 'reasons',
  area: 'oversight',
  place: 100,
  roles: ['supervisor', 'admin'],
  title: (t) => t('reasonsPage.title'),
  tab: (t) => t('reasonsPage.tab'),
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
