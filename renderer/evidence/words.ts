/** The words of what can be shown: of the page, of the guided evening, and of the entries of packs. */
import type { FindingId, StepId } from '../../contract/evidence/findings.ts';
import { EVIDENCE_ACTION_WORDS, type EvidenceState } from '../../contract/evidence/lists.ts';
import type { Words, WordTree } from '../../contract/vocabulary/wording.ts';
import { DUTY_WORDS, EVIDENCE_STATE_WORDS } from '../../contract/vocabulary/evidence.ts';

export const evidenceWords = {
  evidence: {
    title: ['迎检材料', 'Inspection pack'],
    lead: [
      '检查时要拿得出来的每一项：有没有、该不该更新、缺什么。点开可看经过，按钮直接去办理。',
      'Everything an inspector may ask for: what is in place, what needs renewal, what is missing. Open an item for its history; its button takes you there.',
    ],
    duties: DUTY_WORDS,
    states: EVIDENCE_STATE_WORDS,
    groups: {
      there: ['齐备（{{number}}）', 'In place ({{number}})'],
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
    noHistory: ['操作记录里还没有这一项。', 'The log has nothing of this yet.'],
    moreHistory: ['更早的请在操作记录中查看。', 'Earlier entries are in the log.'],
    entry: ['第 {{seq}} 条', 'Entry {{seq}}'],
    cosigned: ['{{name}}，会签：{{other}}', '{{name}}, co-signed by {{other}}'],
    bell: ['迎检材料有 {{number}} 项需更新', 'Inspection pack: {{number}} to renew'],
    make: ['生成迎检材料', 'Make the pack'],
    makeTitle: ['生成迎检材料', 'Make the inspection pack'],
    makeLead: [
      '一份 PDF：封面、英文摘要、目录和每一项的材料，缺的写明缺。里面没有住户的姓名、电话和证件号。先选保存位置，再输入 PIN。',
      'One PDF in Chinese: cover, summary in English, contents and every item; what is missing is named as missing. No name, number or address of a resident is in it. You choose where to save it first, then enter your PIN.',
    ],
    makeMissing: ['目前缺 {{number}} 项，会在材料中写明。', 'Missing now: {{number}}. The pack says so.'],
    choosePlace: ['选择保存位置', 'Choose where to save'],
    saveTo: ['将保存到 {{file}}。', 'Goes to {{file}}.'],
    makeYes: ['生成', 'Make the pack'],
    phases: {
      reading: ['正在收集材料…', 'Collecting…'],
      checking: ['正在逐条核对操作记录…', 'Checking every entry of the log…'],
      writing: ['正在生成 PDF…', 'Making the PDF…'],
    },
    made: ['已生成 {{file}}，共 {{pages}} 页。', 'Made {{file}}, {{pages}} pages.'],
    sha256: ['文件校验值（SHA-256）', 'Hash of the file (SHA-256)'],
    packs: ['以前生成的', 'Packs so far'],
    noPacks: ['还没有生成过。', 'None has been made yet.'],
    morePacks: ['更早的请在操作记录中查看。', 'Earlier ones are in the log.'],
    packColumns: {
      at: ['时间', 'Time'],
      who: ['制作人', 'Made by'],
      pages: ['页数', 'Pages'],
      states: ['有／需更新／缺', 'In place / renew / missing'],
      hash: ['校验值', 'Hash'],
    },
    notWritten: ['没有写成', 'Not written'],
    log: {
      pack: [
        '{{pages}} 页，有 {{there}}、需更新 {{stale}}、缺 {{missing}}',
        '{{pages}} pages; in place {{there}}, to renew {{stale}}, missing {{missing}}',
      ],
    },
  },
  evening: {
    title: ['整改向导', 'Guided rectification'],
    lead: [
      '从一台新电脑、一张表格到一份迎检材料，一个晚上办完。每办完一步自动打钩；材料不在了，步骤会重新打开。',
      'From a new computer and one spreadsheet to an inspection pack, in one evening. Each step ticks itself when it is done, and opens again if that changes.',
    ],
    progress: [
      '检查中指出的问题：已整改 {{done}} 项，共 {{all}} 项',
      'Findings put right: {{done}} of {{all}}',
    ],
    findings: ['检查中指出的问题', 'What the inspection found'],
    findingNames: {
      'unmanaged-computer': ['业主资料放在无人管理的电脑上', 'Owner records on a computer nobody managed'],
      booklet: ['打印的册子放在前台，谁都能拿', 'A printed booklet at the front desk that anyone could take'],
      'no-custodian': ['没有专人负责，谁都能用', 'Nobody in charge: anyone could use it'],
      'no-procedures': ['没有管理制度和操作规程', 'No management system and no procedures'],
      leak: ['资料外泄，业主接到骚扰电话', 'A leak: owners get cold calls'],
      'not-rectified': ['现场责令整改，要有整改材料', 'Ordered to put it right, with proof'],
    } satisfies Words<FindingId>,
    steps: ['今晚的步骤', 'Steps for tonight'],
    stepNames: {
      import: ['导入业主表格', 'Import the list of owners'],
      dispose: ['处理原来的表格', 'Dispose of the original spreadsheet'],
      paper: ['登记旧的册子和纸质资料，巡查现场', 'Register old booklets and paper, walk round'],
      procedures: [
        '发布制度、规程和告知，任命负责人',
        'Publish procedures and notices, appoint the people responsible',
      ],
      'sign-offs': [
        '员工签收制度和保密承诺',
        'Staff sign the procedures and the confidentiality undertaking',
      ],
      sweep: ['检查电脑里的遗留文件', 'Sweep the computer for leftover files'],
      pack: ['生成没有缺项的迎检材料', 'Make an inspection pack with nothing missing'],
    } satisfies Words<StepId>,
    done: ['已完成', 'Done'],
    open: ['未完成', 'To do'],
    part: ['{{done}}／{{all}}', '{{done}} of {{all}}'],
    next: ['下一步', 'Next'],
    go: ['去办理', 'Go'],
    all: ['检查中指出的问题都已整改。', 'Everything that was found is put right.'],
    others: [
      '其余材料在“迎检材料”页逐项办理。',
      'The other items are seen to one by one on the page of the inspection pack.',
    ],
    toEvidence: ['查看迎检材料', 'Inspection pack'],
  },
  logActions: EVIDENCE_ACTION_WORDS,
  log: { areas: { evidence: ['迎检材料', 'inspection pack'] } },
} satisfies WordTree;

declare module '../messages/i18n.ts' {
  interface Brought {
    readonly evidence: typeof evidenceWords;
  }
}
