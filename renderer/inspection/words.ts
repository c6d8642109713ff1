/** The words of an inspection, on the screen and on paper. */
import { featureWords } from '../messages/i18n.ts';

const zhCN = {
  inspection: {
    title: '检查查看',
    lead: '有关部门来检查、厂家远程协助时，由主管打开，限时查看。这段时间只显示脱敏内容，不能查看明文，不能修改、导出；要打印一页，由主管输入 PIN 同意。到时间自动锁定。',
    who: '检查人、单位、文书编号（至少 4 个字）',
    minutes: '时长',
    minutesOf: '{{count}} 分钟',
    minutesOf_other: '{{count}} 分钟',
    share: '允许远程协助、录屏看到本窗口',
    isShared: '本窗口可被远程看到、截屏。',
    begin: '开始检查查看',
    now: '{{who}} 正在查看，到 {{time}} 为止。',
    end: '结束检查查看',
    banner: '检查查看：{{who}}，到 {{time}}。只显示脱敏内容。',
    toEnd: '打印、结束',
    print: '同意打印',
    printTitle: '打印给检查人',
    printLead: '只能打印刚才看过的一页，内容是脱敏的。打印会记入操作记录。',
    printNone: '要打印，先打开一份档案，或者在“谁看过”里查一次。',
    what: '哪一页',
    pages: { record: '档案：{{who}}', accessHistory: '谁看过：查过的内容' },
    printed: '已送去打印。',
    printedOf: { record: '档案', 'access-history': '谁看过' },
    paper: {
      title: '检查查看：打印件',
      for: '检查人：{{who}}',
      by: '{{name}}同意，{{time}} 打印。只含脱敏内容。',
      rooms: '房屋',
      none: '没有',
      signature: '主管签字',
    },
    ended: { pin: '主管结束', time: '到时锁定' },
  },
  logActions: { inspection: '检查查看', 'inspection-print': '检查打印', 'inspection-end': '检查查看结束' },
  log: { areas: { inspection: '检查查看' } },
};

export const inspectionWords = featureWords(zhCN, {
  inspection: {
    title: 'Inspection',
    lead: 'For an authority that comes to inspect, or somebody who helps from afar: a supervisor opens it for a set time. Only masks are shown meanwhile; nothing is revealed, changed or exported, and nothing is printed but a page that the supervisor lets with the PIN. When the time is over the vault locks.',
    who: 'Who inspects, from where, by which document (at least 4 characters)',
    minutes: 'For how long',
    minutesOf: '{{count}} minute',
    minutesOf_other: '{{count}} minutes',
    share: 'Let remote support and recordings see this window',
    isShared: 'This window can be seen from afar and recorded.',
    begin: 'Begin the inspection',
    now: '{{who}} is looking, until {{time}}.',
    end: 'End the inspection',
    banner: 'Inspection: {{who}}, until {{time}}. Only masks are shown.',
    toEnd: 'Print or end it',
    print: 'Let it be printed',
    printTitle: 'Print for the inspector',
    printLead: 'One page that was seen just now, in masks. The log keeps an entry of it.',
    printNone: 'To print, open a record first, or ask once who has seen what.',
    what: 'Which page',
    pages: { record: 'Record: {{who}}', accessHistory: 'Who saw: what was asked' },
    printed: 'It went to the printer.',
    printedOf: { record: 'a record', 'access-history': 'who saw' },
    paper: {
      title: 'Inspection: printed page',
      for: 'For: {{who}}',
      by: 'Let by {{name}}, printed {{time}}. Masks alone.',
      rooms: 'Rooms',
      none: 'none',
      signature: "Supervisor's signature",
    },
    ended: { pin: 'by a supervisor', time: 'its time was over' },
  },
  logActions: {
    inspection: 'Inspection',
    'inspection-print': 'Printed for an inspector',
    'inspection-end': 'Inspection ended',
  },
  log: { areas: { inspection: 'inspection' } },
});

declare module '../messages/i18n.ts' {
  interface Brought {
    readonly inspection: typeof zhCN;
  }
}
