/** The page of reasons: what may be given as one, in which order, and which ask for a ticket. */
import { featureWords } from '../messages/i18n.ts';
import { definePage } from '../pages/define-page.ts';

const zhCN = {
  reasonsPage: {
    title: '查看事由',
    tab: '事由',
    lead: '查看、核对、更换资料时可选的事由。已有的不能改名、不能删除，只能停用，以前的记录才看得懂。',
    readOnly: '由管理员更改。',
    columns: { reason: '事由', ticket: '要编号', used: '使用中', order: '顺序' },
    ticketOf: '{{reason}}：要编号',
    usedOf: '{{reason}}：使用中',
    up: '上移',
    down: '下移',
    chosen: '{{time}} 由{{name}}设定：{{words}}',
    usual: '还没有人改过，用的是预设。',
    add: '添加事由',
    zh: '中文（最多 20 个字）',
    en: '英文（可不填，不填则同中文）',
    addIt: '添加',
    full: '自定的事由已满 {{max}} 条。',
    saveLead: '从保存起生效。停用的，谁也不能再选；要编号的，没有编号就不能查看。',
    save: '保存事由',
    saving: '正在保存…',
    discard: '不改了',
    words: '为什么改（至少 4 个字）',
    inLog: '使用中 {{used}} 条，其中要编号 {{ticket}} 条，停用 {{unused}} 条',
  },
  logActions: { reasons: '更改事由' },
  log: { areas: { reasons: '事由' } },
};

const messages = featureWords(zhCN, {
  reasonsPage: {
    title: 'Reasons',
    tab: 'Reasons',
    lead: 'What may be given as a reason to reveal, verify or replace something. None is renamed or deleted, only put out of use, so that earlier entries of the log can still be read.',
    readOnly: 'An admin changes them.',
    columns: { reason: 'Reason', ticket: 'Asks for a ticket', used: 'In use', order: 'Order' },
    ticketOf: '{{reason}}: asks for a ticket',
    usedOf: '{{reason}}: in use',
    up: 'Move up',
    down: 'Move down',
    chosen: 'Chosen {{time}} by {{name}}: {{words}}',
    usual: 'Nobody has changed them yet: these are the defaults.',
    add: 'Add a reason',
    zh: 'In Chinese (at most 20 characters)',
    en: 'In English (as the Chinese where it is left empty)',
    addIt: 'Add',
    full: 'No more than {{max}} reasons can be added.',
    saveLead:
      'They hold from the moment they are saved: nobody can give one that is out of use, and one that asks for a ticket opens nothing without it.',
    save: 'Save reasons',
    saving: 'Saving…',
    discard: 'Discard',
    words: 'Why they change (at least 4 characters)',
    inLog: '{{used}} in use, {{ticket}} of them ask for a ticket, {{unused}} out of use',
  },
  logActions: { reasons: 'Reasons changed' },
  log: { areas: { reasons: 'reasons' } },
});

declare module '../messages/i18n.ts' {
  interface Brought {
    readonly reasons: typeof zhCN;
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
