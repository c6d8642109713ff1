/** The words of the first day: two pages show them, so that neither brings them. */
import { featureWords } from '../messages/i18n.ts';

const zhCN = {
  firstDay: {
    title: '启用清单',
    lead: '还有 {{left}} 项。办完一项自动打钩，全部办完后清单不再出现。',
    done: '已完成',
    open: '未完成',
    steps: {
      import: { what: '导入住户表格', go: '去导入', hint: '由前台或主管登录后，在“档案 › 导入”办理。' },
      backup: { what: '选择备份盘', go: '去设置', hint: '由管理员办理。' },
      admin: { what: '添加第二位管理员', go: '去添加', hint: '由管理员办理。' },
      evening: { what: '按整改向导备齐迎检材料', go: '打开向导', hint: '由主管和管理员办理。' },
      practice: { what: '用编造的住户演练一遍' },
    },
    putAway: '不再显示',
    isPutAway: '启用清单不再显示。',
    nobody: '还没有住户',
    nobodyLead: '导入表格，或添加第一位住户。',
    import: '导入表格',
    add: '添加住户',
  },
  log: { areas: { firstDay: '启用清单' } },
};

export const firstDayWords = featureWords(zhCN, {
  firstDay: {
    title: 'Getting started',
    lead: 'Steps left: {{left}}. Each is ticked off when it is done; the list disappears after the last.',
    done: 'Done',
    open: 'To do',
    steps: {
      import: {
        what: 'Import your list of residents',
        go: 'Import',
        hint: 'A receptionist or supervisor does this under Records › Imports.',
      },
      backup: { what: 'Choose a backup drive', go: 'Set up', hint: 'An admin does this.' },
      admin: { what: 'Add a second admin', go: 'Add', hint: 'An admin does this.' },
      evening: {
        what: 'Get ready for an inspection, step by step',
        go: 'Open the guide',
        hint: 'Supervisors and admins do this.',
      },
      practice: { what: 'Practise with invented residents' },
    },
    putAway: "Don't show again",
    isPutAway: 'Getting started is hidden.',
    nobody: 'No residents yet',
    nobodyLead: 'Import a spreadsheet, or add the first resident.',
    import: 'Import a spreadsheet',
    add: 'Add a resident',
  },
  log: { areas: { firstDay: 'getting started' } },
});

declare module '../messages/i18n.ts' {
  interface Brought {
    readonly firstDay: typeof zhCN;
  }
}
