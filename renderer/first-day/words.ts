/** The words of the first day: two pages show them, so that neither brings them. */
import type { WordTree } from '../../contract/vocabulary/wording.ts';

export const firstDayWords = {
  firstDay: {
    title: ['启用清单', 'Getting started'],
    lead: [
      '还有 {{left}} 项。完成后自动打钩，全部完成后清单不再显示。',
      'Steps left: {{left}}. Each is ticked off when done; the list disappears after the last.',
    ],
    done: ['已完成', 'Done'],
    open: ['未完成', 'To do'],
    steps: {
      company: {
        what: ['填写公司信息', "State the company's facts"],
        go: ['去填写', 'Fill in'],
        hint: ['由管理员办理。', 'An admin does this.'],
      },
      ids: {
        what: ['决定是否保存证件号码', 'Decide whether to keep ID numbers'],
        go: ['去决定', 'Decide'],
        hint: ['由管理员办理。', 'An admin does this.'],
      },
      import: {
        what: ['导入住户表格', 'Import your list of residents'],
        go: ['去导入', 'Import'],
        hint: ['由前台或主管登录后，在“导入”里办理。', 'Receptionists and supervisors do this in "Import".'],
      },
      backup: {
        what: ['选择备份盘', 'Choose a backup drive'],
        go: ['去设置', 'Set up'],
        hint: ['由管理员办理。', 'An admin does this.'],
      },
      admin: {
        what: ['添加第二位管理员', 'Add a second admin'],
        go: ['去添加', 'Add'],
        hint: ['由管理员办理。', 'An admin does this.'],
      },
      practice: { what: ['用虚构的住户演练', 'Practise with invented residents'] },
    },
    putAway: ['不再显示', "Don't show again"],
    isPutAway: ['启用清单不再显示。', 'Getting started is hidden.'],
    nobody: ['还没有住户', 'No residents yet'],
    nobodyLead: ['导入表格，或添加第一位住户。', 'Import a spreadsheet, or add the first resident.'],
  },
  log: { areas: { firstDay: ['启用清单', 'getting started'] } },
} satisfies WordTree;
