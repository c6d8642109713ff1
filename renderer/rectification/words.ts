/** Words of what has to be put right. */
import type { EvidenceSide, RectificationStep } from '../../contract/rectification/lists.ts';
import type { Words, WordTree } from '../../contract/vocabulary/wording.ts';
import { SIDE_WORDS } from '../../contract/vocabulary/rectification.ts';

export const rectificationWords = {
  rectification: {
    title: ['整改台账', 'Rectification'],
    tab: ['整改', 'Rectification'],
    lead: [
      '巡查、自查、评估和检查发现的问题都在这里，跟踪至整改完成。',
      'Whatever a walk-round, a self-audit, an assessment or an inspection has found, until it is put right.',
    ],
    none: ['还没有要整改的事项。', 'Nothing has to be put right yet.'],
    noneShown: ['没有符合条件的事项。', 'No item matches.'],
    add: ['登记事项', 'Add an item'],
    addTitle: ['登记要整改的事项', 'What has to be put right'],
    addLead: ['不要写住户的姓名、电话、证件号码。', "Never a resident's name, phone or ID number."],
    changeTitle: ['更正 {{number}}', 'Correct {{number}}'],
    fields: {
      title: ['事项', 'Item'],
      words: ['存在的问题', 'What is wrong'],
      who: ['责任人', 'Who sees to it'],
      dueOn: ['整改期限', 'Due on'],
    },
    save: ['保存', 'Save'],
    columns: {
      title: ['事项', 'Item'],
      source: ['来源', 'Source'],
      who: ['责任人', 'Who'],
      due: ['期限', 'Due'],
    },
    filter: {
      label: ['筛选', 'Filter'],
      clear: ['全部显示', 'Show all'],
      state: ['状态', 'State'],
      source: ['来源', 'Source'],
      all: ['全部', 'All'],
      open: ['整改中', 'Open'],
      overdue: ['已超期', 'Overdue'],
      done: ['已整改', 'Done'],
    },
    due: {
      none: ['未定期限', 'No day set'],
      left: ['{{day}}，还有 {{count}} 天', '{{day}}, {{count}} day left', '{{day}}, {{count}} days left'],
      today: ['今天到期', 'Due today'],
      over: ['已超期 {{count}} 天', '{{count}} day overdue', '{{count}} days overdue'],
    },
    doneOn: ['{{day}} 已整改', 'Done on {{day}}'],
    open: ['{{number}} {{title}}，详情', '{{number}} {{title}}, details'],
    number: ['整改 {{number}}', 'Item {{number}}'],
    facts: {
      source: ['来源', 'Source'],
      notice: ['检查通知', 'Notice'],
      words: ['存在的问题', 'What is wrong'],
      who: ['责任人', 'Who sees to it'],
      due: ['期限', 'Due'],
      opened: ['登记', 'Opened'],
      done: ['整改措施', 'What was done'],
      by: ['{{time}}，{{name}}', '{{time}}, {{name}}'],
    },
    sides: SIDE_WORDS,
    attach: {
      before: ['附整改前', 'Attach before'],
      after: ['附整改后', 'Attach after'],
    } satisfies Words<EvidenceSide>,
    history: ['经过', 'History'],
    steps: {
      opened: ['登记', 'Opened'],
      changed: ['更正', 'Corrected'],
      evidence: ['附上材料', 'Evidence attached'],
      'evidence-removed': ['删除材料', 'Evidence removed'],
      done: ['整改完成', 'Put right'],
      reopened: ['重新整改', 'Reopened'],
    } satisfies Words<RectificationStep>,
    change: ['更正', 'Correct'],
    finish: ['整改完成', 'Put right'],
    finishTitle: ['{{number}} 已经改好', '{{number}} is put right'],
    finishLead: [
      '写明做了什么；最好先附上整改后的照片。',
      'Say what was done; best attach a picture of after first.',
    ],
    finishWords: ['整改措施（至少 4 个字）', 'What was done (at least 4 characters)'],
    doneDay: ['完成日期', 'Done on'],
    finishYes: ['确认完成', 'Confirm'],
    finished: ['已记为整改完成', 'Noted as put right'],
    reopen: ['重新整改', 'Reopen'],
    reopenTitle: ['{{number}} 还没有改好', '{{number}} is not right yet'],
    reopenLead: ['回到整改中，经过保留。', 'It is open again; its history stays.'],
    reopenWords: ['为什么（至少 4 个字）', 'Why (at least 4 characters)'],
    reopenYes: ['重新整改', 'Reopen'],
    badDay: ['没有这一天，或者还没到', 'No such day, or one to come'],
    notices: ['检查通知', 'Notices of authorities'],
    takeNotice: ['登记检查通知', 'Take in a notice'],
    noticeTitle: ['登记公安机关等的检查、整改通知', 'A notice of the police or another authority'],
    noticeLead: [
      '通知列出的每一项各成一条整改事项，按期限提醒，改好后一起回复。',
      'Each of its items becomes one of this list with its day; once they are done one letter answers it.',
    ],
    noticeFields: {
      number: ['文书编号', 'Number'],
      authority: ['发出机关', 'Authority'],
      receivedOn: ['收到日期', 'Received on'],
      dueOn: ['要求完成日期', 'Deadline'],
      items: ['要求整改的事项（每行一项）', 'What is asked for (one item a line)'],
    },
    noItems: [
      '至少写一项，每项不超过 {{most}} 个字',
      'At least one item, none longer than {{most}} characters',
    ],
    noticeYes: ['登记通知', 'Take it in'],
    noticeOf: ['{{authority}} · {{number}}', '{{authority}} · {{number}}'],
    noticeState: [
      '{{items}} 项中已整改 {{done}} 项，{{day}} 前回复',
      '{{done}} of {{items}} done, answer by {{day}}',
    ],
    noticeAnswered: [
      '{{items}} 项中已整改 {{done}} 项，{{time}} 已回复',
      '{{done}} of {{items}} done, answered {{time}}',
    ],
    answer: ['回复', 'Answer'],
    answerTitle: ['回复 {{number}}', 'Answer {{number}}'],
    answerLead: [
      '回复函逐项列出整改前后的情况。盖章后送达。',
      'The letter has each item before and after, in Chinese. It is sealed by hand and delivered.',
    ],
    answerOpen: [
      '还有 {{count}} 项没有改好，函里写为整改中。',
      '{{count}} item is still open; the letter says so.',
      '{{count}} items are still open; the letter says so.',
    ],
    pictures: [
      '把整改前后的照片放进函里（另存为 PDF 时）',
      'Put pictures of before and after into the letter (PDF)',
    ],
    answerSave: ['另存为 PDF', 'Save as PDF'],
    answerPrint: ['打印（不带照片）', 'Print (without pictures)'],
    bell: [
      '{{count}} 项整改已超期',
      '{{count}} item to put right is overdue',
      '{{count}} items to put right are overdue',
    ],
    bellNotices: [
      '{{count}} 份检查通知快到期，还没有回复',
      "{{count}} authority's notice is due and not answered",
      "{{count}} authorities' notices are due and not answered",
    ],
  },
} satisfies WordTree;

declare module '../messages/i18n.ts' {
  interface Brought {
    readonly rectification: typeof rectificationWords;
  }
}
