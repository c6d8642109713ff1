/** Words of what has to be put right. */
import type { EvidenceSide, RectificationStep } from '../../contract/rectification/lists.ts';
import type { Words, WordTree } from '../../contract/vocabulary/wording.ts';
import { SIDE_WORDS } from '../../contract/vocabulary/rectification.ts';

export const rectificationWords = {
  rectification: {
    title: ['整改台账', 'Rectification'],
    tab: ['整改', 'Rectification'],
    lead: [
      '巡查、自查、评估和检查发现的问题，跟踪至整改完成。',
      'Findings from walk-rounds, self-audits, assessments and inspections, tracked until resolved.',
    ],
    none: ['没有须整改的事项。', 'Nothing to resolve.'],
    noneShown: ['没有符合条件的事项。', 'No item matches.'],
    add: ['登记事项', 'Add an item'],
    addTitle: ['登记整改事项', 'Add an item'],
    addLead: ['不要写住户的姓名、电话、证件号码。', "Never a resident's name, phone or ID number."],
    changeTitle: ['更正 {{number}}', 'Correct {{number}}'],
    fields: {
      title: ['事项', 'Item'],
      words: ['存在的问题', 'Problem'],
      who: ['责任人', 'Responsible'],
      dueOn: ['整改期限', 'Due on'],
    },
    columns: { who: ['责任人', 'Who'], due: ['期限', 'Due'] },
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
    doneOn: ['{{day}} 已整改', 'Done on {{day}}'],
    open: ['{{number}} {{title}}，详情', '{{number}} {{title}}, details'],
    number: ['整改 {{number}}', 'Item {{number}}'],
    facts: {
      notice: ['检查通知', 'Notice'],
      done: ['整改措施', 'What was done'],
      by: ['{{time}}，{{name}}', '{{time}}, {{name}}'],
    },
    sides: SIDE_WORDS,
    attach: {
      before: ['添加整改前照片', 'Attach before'],
      after: ['添加整改后照片', 'Attach after'],
    } satisfies Words<EvidenceSide>,
    history: ['经过', 'History'],
    steps: {
      opened: ['登记', 'Opened'],
      changed: ['更正', 'Corrected'],
      evidence: ['添加材料', 'Evidence attached'],
      'evidence-removed': ['删除材料', 'Evidence removed'],
      done: ['整改完成', 'Resolve'],
      reopened: ['重新整改', 'Reopened'],
    } satisfies Words<RectificationStep>,
    change: ['更正', 'Correct'],
    finishTitle: ['{{number}} 整改完成', 'Resolve {{number}}'],
    finishLead: [
      '请写明整改措施，建议先添加整改后的照片。',
      'Say what was done; ideally attach a picture of the result first.',
    ],
    finishWords: ['整改措施（至少 4 个字）', 'What was done (at least 4 characters)'],
    doneDay: ['完成日期', 'Done on'],
    finishYes: ['确认完成', 'Confirm'],
    finished: ['已登记整改完成', 'Marked as resolved'],
    reopen: ['重新整改', 'Reopen'],
    reopenTitle: ['{{number}} 重新整改', 'Reopen {{number}}'],
    reopenLead: ['回到整改中，经过保留。', 'The item reopens; its history stays.'],
    badDay: ['日期无效或晚于今天', 'Invalid date, or later than today'],
    notices: ['检查通知', 'Notices of authorities'],
    takeNotice: ['登记检查通知', 'Register a notice'],
    noticeTitle: ['登记公安机关等的检查、整改通知', 'Register a notice from the police or another authority'],
    noticeLead: [
      '通知的每一项各列为一条整改事项，按期限提醒，完成后一并回复。',
      'Each item of the notice becomes an item here with its due date; one letter answers the notice when all are done.',
    ],
    noticeFields: {
      number: ['文书编号', 'Number'],
      authority: ['发出机关', 'Authority'],
      receivedOn: ['收到日期', 'Received on'],
      dueOn: ['要求完成日期', 'Deadline'],
      items: ['要求整改的事项（每行一项）', 'Required actions (one per line)'],
    },
    noItems: ['至少填写一项，每项不超过 {{most}} 个字', 'At least one item, up to {{most}} characters each'],
    noticeYes: ['登记通知', 'Register notice'],
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
      'The letter, in Chinese, lists each item before and after. Stamp and deliver it.',
    ],
    answerOpen: [
      '还有 {{count}} 项未完成，回复函写为整改中。',
      '{{count}} item is still open; the letter says so.',
      '{{count}} items are still open; the letter says so.',
    ],
    pictures: ['回复函附整改前后的照片（存为 PDF 时）', 'Include before and after pictures (PDF only)'],
    answerPrint: ['打印（不带照片）', 'Print (without pictures)'],
    bell: [
      '{{count}} 项整改已超期',
      '{{count}} rectification item overdue',
      '{{count}} rectification items overdue',
    ],
    bellNotices: [
      '{{count}} 份检查通知即将到期，尚未回复',
      '{{count}} notice due soon and not answered',
      '{{count}} notices due soon and not answered',
    ],
  },
} satisfies WordTree;

declare module '../messages/i18n.ts' {
  interface Brought {
    readonly rectification: typeof rectificationWords;
  }
}
