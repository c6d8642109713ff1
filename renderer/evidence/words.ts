/** The words of what can be shown: of the page, of the guided evening, and of the entries of packs. */
import type { FindingId, Point, StepId } from '../../contract/evidence/findings.ts';
import { type Duty, EVIDENCE_ACTION_WORDS, type EvidenceState } from '../../contract/evidence/lists.ts';
import type { Words, WordTree } from '../../contract/vocabulary/wording.ts';
import {
  DUTY_WORDS,
  EVIDENCE_STATE_WORDS,
  POINT_STATE_WORDS,
  POINT_WORDS,
} from '../../contract/vocabulary/evidence.ts';

export const evidenceWords = {
  evidence: {
    title: ['迎检材料', 'Inspection pack'],
    lead: [
      '检查时须提供的每一项材料：是否齐备、是否需更新。点开可看记录，按钮直接办理。',
      'Everything an inspector may ask for, and what is missing. Open an item for its history; the button takes you to it.',
    ],
    duties: DUTY_WORDS,
    states: EVIDENCE_STATE_WORDS,
    points: POINT_WORDS,
    pointStates: POINT_STATE_WORDS,
    pointsTitle: ['要点', 'Points'],
    groups: {
      there: ['齐备（{{number}}）', 'In place ({{number}})'],
      explained: ['已作说明（{{number}}）', 'Statement ({{number}})'],
      stale: ['需更新（{{number}}）', 'Needs renewal ({{number}})'],
      missing: ['缺（{{number}}）', 'Missing ({{number}})'],
    } satisfies Words<EvidenceState>,
    columns: {
      duty: ['材料', 'Item'],
      state: ['情况', 'State'],
      at: ['最近日期', 'Latest'],
      dueOn: ['应更新日期', 'Due'],
      count: ['数量', 'Count'],
      go: ['办理', 'Action'],
    },
    open: ['{{duty}}，{{state}}，查看经过', '{{duty}}, {{state}}: show history'],
    go: ['去办理', 'Fix'],
    look: ['去查看', 'View'],
    goTo: ['{{go}}：{{duty}}', '{{go}}: {{duty}}'],
    byAdmin: ['由管理员办理', 'An admin does this'],
    bySupervisor: ['由主管办理', 'A supervisor does this'],
    history: ['经过', 'History'],
    noHistory: ['操作记录里还没有这一项。', 'Nothing in the log yet.'],
    moreHistory: ['更早的请在操作记录中查看。', 'Earlier entries are in the log.'],
    entry: ['第 {{seq}} 条', 'Entry {{seq}}'],
    cosigned: ['{{name}}，会签：{{other}}', '{{name}}, co-signed by {{other}}'],
    bell: ['迎检材料有 {{number}} 项需更新', 'Inspection pack: {{number}} to renew'],
    make: ['生成迎检材料', 'Create pack'],
    makeTitle: ['生成迎检材料', 'Create the inspection pack'],
    makeLead: [
      '一份 PDF：封面、中英文摘要、目录、每一项材料和制度全文，缺少的写明。不含住户的姓名、电话和证件号。请先选择保存位置，再输入 PIN。',
      "One PDF in Chinese: cover, summaries in Chinese and English, contents, every item and the procedures in full; missing items are listed. It contains no resident's name, number or address. Choose where to save it, then enter your PIN.",
    ],
    makeOpen: [
      '缺 {{missing}} 项，需更新 {{stale}} 项，只有说明 {{explained}} 项。封面写明；缺或者需更新的，不算齐备，整改向导不打钩。',
      '{{missing}} missing, {{stale}} to renew, {{explained}} by statement alone. The cover says so; missing or outdated is not complete, and the guide does not tick it.',
    ],
    choosePlace: ['选择保存位置', 'Choose a location'],
    saveTo: ['将保存到 {{file}}。', 'Will be saved to {{file}}.'],
    pictures: [
      '附整改前后的照片（已确认照片上没有住户资料）',
      "Include before and after pictures (I have checked: none shows residents' data)",
    ],
    makeYes: ['生成', 'Create pack'],
    phases: {
      reading: ['正在收集材料…', 'Collecting…'],
      checking: ['正在逐条核对操作记录…', 'Checking every entry of the log…'],
      writing: ['正在生成 PDF…', 'Creating the PDF…'],
    },
    made: ['已生成 {{file}}，共 {{pages}} 页。', 'Created {{file}}, {{pages}} pages.'],
    madeOpen: [
      '这份材料尚未齐备，{{number}} 项未解决，封面已写明。',
      'It is not complete: {{number}} items are open, and its cover says so.',
    ],
    share: ['已齐备 {{done}} 项，共 {{total}} 项', '{{done}} of {{total}} ready'],
    nextInspection: ['下一步：检查模式', 'Next: inspection mode'],
    sha256: ['文件校验值（SHA-256）', 'File hash (SHA-256)'],
    packs: ['生成记录', 'Earlier packs'],
    noPacks: ['还没有生成过。', 'None created yet.'],
    morePacks: ['更早的请在操作记录中查看。', 'Earlier ones are in the log.'],
    packColumns: {
      at: ['时间', 'Time'],
      who: ['制作人', 'Made by'],
      pages: ['页数', 'Pages'],
      states: ['有／说明／需更新／缺', 'In place / statement / renew / missing'],
      hash: ['校验值', 'Hash'],
    },
    notWritten: ['写入失败', 'Not written'],
    log: {
      pack: [
        '{{pages}} 页，有 {{there}}、说明 {{explained}}、需更新 {{stale}}、缺 {{missing}}',
        '{{pages}} pages; in place {{there}}, statement {{explained}}, to renew {{stale}}, missing {{missing}}',
      ],
    },
  },
  evening: {
    title: ['整改向导', 'Guided rectification'],
    lead: [
      '从新电脑和表格到迎检材料，一个晚上完成。每步完成后自动打钩；材料缺失时重新打开。',
      'From a new computer to an inspection pack in one evening. Steps tick themselves, and reopen if something goes missing.',
    ],
    progress: ['检查指出的问题：已整改 {{done}} 项，共 {{all}} 项', 'Findings resolved: {{done}} of {{all}}'],
    findings: ['检查中指出的问题', 'What the inspection found'],
    findingNames: {
      'unmanaged-computer': ['业主资料存放在无人管理的电脑上', 'Owner records on an unmanaged computer'],
      booklet: ['打印的册子放在前台，任何人都能拿走', 'A booklet at the front desk that anyone could take'],
      'no-custodian': ['没有专人负责，任何人都能用', 'Nobody in charge; anyone could use it'],
      'no-procedures': ['没有管理制度和操作规程', 'No management system or procedures'],
      leak: ['资料外泄，业主接到骚扰电话', 'Data leaked; owners get cold calls'],
      'not-rectified': ['现场责令整改，须提交整改材料', 'Ordered to rectify, with proof'],
    } satisfies Words<FindingId>,
    steps: ['今晚的步骤', 'Steps for tonight'],
    stepNames: {
      company: ['写明公司是谁、谁负责', 'State who the company is and who is responsible'],
      import: ['导入业主表格', 'Import the list of owners'],
      dispose: ['擦除原来的表格', 'Erase the original spreadsheet'],
      paper: ['登记旧的册子和纸质资料，巡查现场', 'Register old booklets and paper, do a walk-round'],
      procedures: [
        '发布制度、规程和告知，任命负责人',
        'Publish procedures and notices, appoint the people responsible',
      ],
      systems: ['登记服务商和其他系统，检查密码和合同', 'Register vendors, other systems and contracts'],
      keeping: ['确认保存期限，备份并演练恢复', 'Confirm how long records are kept; back up and test it'],
      notice: ['启用告知并张贴', 'Put the notice in force and post it'],
      oversight: ['做一次抽查，报告一次', 'Make a spot check and a report'],
      assessment: ['填写影响评估', 'Fill in the impact assessment'],
      audit: ['填写合规自查', 'Fill in the self-audit'],
      'sign-offs': [
        '员工签收制度和保密承诺，答题合格',
        'Staff sign the procedures and the undertaking, and pass the quiz',
      ],
      sweep: ['检查电脑里的遗留文件', 'Scan the computer for leftover files'],
      computer: ['检查电脑，填写检查表', 'Check the computer and fill in its checklist'],
      leak: ['登记、处置外泄事件，演练一次', 'Register and work through the leak; hold a drill'],
      rectify: ['整改台账逐项完成', 'Resolve what is on the rectification list'],
      pack: ['生成各项齐备的迎检材料', 'Create a complete inspection pack'],
    } satisfies Words<StepId>,
    done: ['已完成', 'Done'],
    open: ['未完成', 'To do'],
    part: ['{{done}}／{{all}}', '{{done}} of {{all}}'],
    explained: ['说明', 'Statement'],
    stillOpen: ['未解决：{{points}}', 'Open: {{points}}'],
    matters: ['仍未解决和须说明的事项', 'Still open, or to be explained'],
    answers: ['责任人：{{name}}', 'Answers for it: {{name}}'],
    nobody: ['未任命', 'nobody appointed'],
    points: {
      company: ['公司信息', 'Company facts'],
      residents: ['业主资料', 'Residents recorded'],
      originals: ['原表格的擦除', 'Originals erased'],
      items: ['整改台账的各项', 'Items on the rectification list'],
      pack: ['各项齐备的迎检材料', 'A complete inspection pack'],
    } satisfies Words<Exclude<Point, Duty>>,
    all: ['检查中指出的问题都已整改。', 'All findings are resolved.'],
    allSettled: [
      '检查中指出的问题都已整改，或者有签名说明。',
      'All findings are resolved or explained by a signed statement.',
    ],
    others: ['其余材料在“迎检材料”里逐项办理。', 'Handle the other items under "Inspection pack".'],
    next: ['下一步：{{step}}', 'Next: {{step}}'],
    now: ['整改向导：{{step}}', 'Guide: {{step}}'],
    back: ['全部步骤', 'All steps'],
    byOthers: ['您能办的都已办完，其余由其他角色办理。', 'Yours are all done; others have steps left.'],
    waiting: ['待签名（{{count}}）', 'To be signed ({{count}})', 'To be signed ({{count}})'],
    waitingLead: [
      '以下各项您已看过并确认，输入一次 PIN 一并签名。锁屏后须重做。',
      'You have seen and confirmed each of these; one PIN signs them all. A lock discards them.',
    ],
    sign: ['一并签名', 'Sign all'],
    drop: ['撤下', 'Take out'],
    signed: ['已一并签名。', 'All signed.'],
  },
  logActions: EVIDENCE_ACTION_WORDS,
  log: { areas: { evidence: ['迎检材料', 'inspection pack'] } },
} satisfies WordTree;

declare module '../messages/i18n.ts' {
  interface Brought {
    readonly evidence: typeof evidenceWords;
  }
}
