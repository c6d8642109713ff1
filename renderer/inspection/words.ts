/** The words of an inspection, on the screen and on paper. */
import { INSPECTION_ACTION_WORDS } from '../../contract/inspection/lists.ts';
import type { WordTree } from '../../contract/vocabulary/wording.ts';

export const inspectionWords = {
  inspection: {
    title: ['检查模式', 'Inspection'],
    lead: [
      '有关部门来检查、厂家远程协助时，由主管打开，限时查看。这段时间只显示脱敏内容，不能查看明文，不能修改、导出；要打印一页，由主管输入 PIN 同意。到时间自动锁定。',
      'For an authority that comes to inspect, or somebody who helps from afar: a supervisor opens it for a set time. Only masks are shown meanwhile; nothing is revealed, changed or exported, and nothing is printed but a page that the supervisor lets with the PIN. When the time is over the vault locks.',
    ],
    who: [
      '检查人、单位、文书编号（至少 4 个字）',
      'Who inspects, from where, by which document (at least 4 characters)',
    ],
    minutes: ['时长', 'For how long'],
    minutesOf: ['{{count}} 分钟', '{{count}} minute', '{{count}} minutes'],
    share: ['允许远程协助、录屏看到本窗口', 'Let remote support and recordings see this window'],
    isShared: ['本窗口可被远程看到、截屏。', 'This window can be seen from afar and recorded.'],
    begin: ['开始检查模式', 'Begin the inspection'],
    now: ['{{who}} 正在查看，到 {{time}} 为止。', '{{who}} is looking, until {{time}}.'],
    end: ['结束检查模式', 'End the inspection'],
    banner: [
      '检查模式：{{who}}，到 {{time}}。只显示脱敏内容。',
      'Inspection: {{who}}, until {{time}}. Only masks are shown.',
    ],
    toEnd: ['打印、结束', 'Print or end it'],
    print: ['同意打印', 'Let it be printed'],
    printTitle: ['打印给检查人', 'Print for the inspector'],
    printLead: [
      '只能打印刚才看过的一页，内容是脱敏的。打印会记入操作记录。',
      'One page that was seen just now, in masks. The log keeps an entry of it.',
    ],
    printNone: [
      '要打印，先打开一份档案，或者在“谁看过”里查一次。',
      'To print, open a record first, or ask once who has seen what.',
    ],
    what: ['哪一页', 'Which page'],
    pages: {
      record: ['档案：{{who}}', 'Record: {{who}}'],
      accessHistory: ['谁看过：查过的内容', 'Who saw: what was asked'],
    },
    printed: ['已送去打印。', 'It went to the printer.'],
    printedOf: { record: ['档案', 'a record'], 'access-history': ['谁看过', 'who saw'] },
    paper: {
      title: ['检查模式：打印件', 'Inspection: printed page'],
      for: ['检查人：{{who}}', 'For: {{who}}'],
      by: ['{{name}}同意，{{time}} 打印。只含脱敏内容。', 'Let by {{name}}, printed {{time}}. Masks alone.'],
      rooms: ['房屋', 'Rooms'],
      none: ['没有', 'none'],
      signature: ['主管签字', "Supervisor's signature"],
    },
    ended: { pin: ['主管结束', 'by a supervisor'], time: ['到时锁定', 'its time was over'] },
  },
  logActions: INSPECTION_ACTION_WORDS,
  log: { areas: { inspection: ['检查模式', 'inspection'] } },
} satisfies WordTree;

declare module '../messages/i18n.ts' {
  interface Brought {
    readonly inspection: typeof inspectionWords;
  }
}
