/** The words of an inspection, on the screen and on paper. */
import { INSPECTION_ACTION_WORDS } from '../../contract/inspection/lists.ts';
import type { WordTree } from '../../contract/vocabulary/wording.ts';

export const inspectionWords = {
  inspection: {
    title: ['检查模式', 'Inspection mode'],
    lead: ['只显示脱敏内容，到时自动锁定。', 'Masked data only; the vault locks when time is up.'],
    who: ['检查人、单位、文书编号（至少 4 个字）', 'Inspector, authority, document (at least 4 characters)'],
    minutes: ['时长', 'Duration'],
    minutesOf: ['{{count}} 分钟', '{{count}} minute', '{{count}} minutes'],
    share: ['允许远程协助、录屏看到本窗口', 'Let remote support and recordings see this window'],
    isShared: ['本窗口可被远程看到、截屏。', 'This window can be viewed remotely and recorded.'],
    begin: ['开始检查模式', 'Start inspection mode'],
    none: ['没有检查正在进行。', 'No inspection is under way.'],
    facts: {
      who: ['检查人', 'Inspector'],
      until: ['到时锁定', 'Locks at'],
      seen: ['可以打印', 'May be printed'],
    },
    end: ['结束检查模式', 'End inspection mode'],
    banner: [
      '检查模式：{{who}}，至 {{time}}。只显示脱敏内容。',
      'Inspection mode: {{who}}, until {{time}}. Masked data only.',
    ],
    toEnd: ['打印、结束', 'Print or end'],
    print: ['同意打印', 'Allow printing'],
    printTitle: ['打印给检查人', 'Print for the inspector'],
    printLead: [
      '只能打印刚才查看的一页，内容脱敏。打印会记入操作记录。',
      'Only the page just viewed, masked. Printing is logged.',
    ],
    printNone: ['先打开档案或查询“谁看过”，再打印。', 'Open a record or query "Access history" first.'],
    what: ['打印内容', 'Page'],
    pages: {
      record: ['档案：{{who}}', 'Record: {{who}}'],
      accessHistory: ['谁看过：查询结果', 'Access history: query results'],
    },
    printedOf: { record: ['档案', 'a record'], 'access-history': ['谁看过', 'access history'] },
    paper: {
      title: ['检查模式：打印件', 'Inspection: printed page'],
      for: ['检查人：{{who}}', 'For: {{who}}'],
      by: ['{{name}}同意，{{time}} 打印。只含脱敏内容。', 'Approved by {{name}}, {{time}}. Masked only.'],
      rooms: ['房屋', 'Rooms'],
      none: ['没有', 'none'],
      signature: ['主管签字', "Supervisor's signature"],
    },
    ended: { pin: ['主管结束', 'by a supervisor'], time: ['到时锁定', 'time was up'] },
  },
  logActions: INSPECTION_ACTION_WORDS,
  log: { areas: { inspection: ['检查模式', 'inspection'] } },
} satisfies WordTree;
