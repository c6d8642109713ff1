/** Words of files that leave the house. */
import {
  type CopyFormat,
  type DisclosureEnd,
  type DisclosureFormat,
  type DisclosureKind,
  DISCLOSURES_ACTION_WORDS,
  type DisclosureState,
} from '../../contract/disclosures/lists.ts';
import type { Words, WordTree } from '../../contract/vocabulary/wording.ts';
import { DISCLOSURE_KIND_WORDS } from '../../contract/vocabulary/disclosures.ts';
import { ASKER_WORDS } from '../../contract/vocabulary/subject-requests.ts';

/** A handover has a page of its own. */
type GivenHere = Exclude<DisclosureKind, 'estate-transfer'>;
export const disclosureWords = {
  disclosures: {
    title: ['个人信息导出', 'Exports of personal data'],
    tab: ['导出', 'Exports'],
    lead: [
      '对外提供的文件在此办理：加密、登记、到期收回。不提供批量导出。',
      'Files given to others are made here: encrypted, registered and recalled in time. There is no bulk export.',
    ],
    leadAdmin: [
      '名册须管理员和主管一起核准；本人副本和调取单由主管办理。',
      'Rosters need an admin and a supervisor; a supervisor makes personal copies and extracts.',
    ],
    none: ['还没有对外提供文件。', 'No files given out yet.'],
    kinds: DISCLOSURE_KIND_WORDS,
    give: {
      'own-copy': ['提供本人副本', 'Personal copy'],
      extract: ['提供机关调取', 'Extract for an authority'],
      roster: ['提供街道名册', 'Roster'],
    } satisfies Words<GivenHere>,
    to: ASKER_WORDS,
    formats: {
      pdf: ['PDF', 'PDF'],
      zip: ['加密压缩包', 'Encrypted archive'],
      xlsx: ['表格', 'Workbook'],
    } satisfies Words<DisclosureFormat>,
    copyFormats: {
      pdf: ['PDF，便于阅读', 'PDF, to read'],
      zip: ['PDF 和表格，可转交其他机构', 'PDF and workbook, to pass on'],
    } satisfies Words<CopyFormat>,
    states: {
      writing: ['是否写入不明', 'Unclear if written'],
      failed: ['写入失败', 'Not written'],
      given: ['已交出', 'Given'],
      recalled: ['已要求收回', 'Recalled'],
      ended: ['已办结', 'Ended'],
    } satisfies Words<DisclosureState>,
    ends: {
      deleted: ['对方已删除', 'Deleted by the recipient'],
      returned: ['已交还', 'Returned'],
    } satisfies Words<DisclosureEnd>,
    columns: {
      which: ['编号', 'Number'],
      about: ['信息主体', 'Whose data'],
      recipient: ['交给', 'Given to'],
      made: ['经办', 'Made by'],
      due: ['状态', 'Status'],
    },
    scopeOf: ['{{scope}}，{{count}} 人', '{{scope}}, {{count}} person', '{{scope}}, {{count}} people'],
    gone: ['档案已不在', 'record is gone'],
    facts: {
      kind: ['种类', 'Kind'],
      format: ['格式', 'Format'],
      officer: ['经办人', 'Officer'],
      document: ['文书编号', 'Document'],
      purpose: ['用途', 'Purpose'],
      made: ['交出', 'Given'],
      by: ['{{time}} {{name}}', '{{time}} {{name}}'],
      byBoth: ['{{time}} {{name}}、{{other}}', '{{time}} {{name}}, {{other}}'],
      due: ['删除期限', 'Delete by'],
      recalled: ['要求收回', 'Recalled'],
      ended: ['办结', 'Ended'],
      sha256: ['校验值（SHA-256）', 'Hash (SHA-256)'],
    },
    person: ['信息主体：{{mask}}', 'About {{mask}}'],
    noPerson: [
      '请先在柜台打开这位住户的档案，再回到这里。',
      "Open the resident's record at the counter first, then come back here.",
    ],
    toCounter: ['去柜台', 'Go to counter'],
    copyTitle: ['提供个人信息副本', 'Personal copy'],
    copyLead: [
      '《个人信息保护法》第四十五条：本人可以查阅、复制。包含登记的全部内容，不含办理记录。',
      'PIPL, Article 45: people may view and copy their data. It contains the full record, without counter notes.',
    ],
    copyFor: ['对应的请求', 'For which request'],
    copyAsked: ['{{number}} · {{asker}}，{{time}} 已核实身份', '{{number}} · {{asker}}, verified {{time}}'],
    copyUnasked: [
      '这位住户没有已核实身份的查阅、复制请求。请先在“个人请求”里登记，并为那件请求核实身份。',
      'This resident has no verified request to view or copy their data. Register one under "Requests of individuals" and verify identity for it.',
    ],
    toRequests: ['去个人请求', 'Go to requests'],
    extractLead: [
      '只提供文书写明的项目。请先查看文书和证件，核对编号。',
      'Only the fields named in the document. Check the document and badge first.',
    ],
    authority: ['调取单位', 'Authority'],
    document: ['文书编号', 'Document number'],
    purpose: ['用途（至少 4 个字）', 'Purpose (at least 4 characters)'],
    basisAndPurpose: [
      '依据的法律、行政法规和用途（至少 4 个字）',
      'Law or regulation it is asked by, and purpose (at least 4 characters)',
    ],
    dueOn: ['对方删除期限', 'Delete by'],
    dueHint: ['明天起一年以内', 'From tomorrow, within a year'],
    badDay: ['请填写明天起一年以内的日期', 'Enter a date from tomorrow, within a year'],
    fields: ['文书写明的项目', 'Fields named in the document'],
    rosterTitle: ['提供街道、社区名册', 'Roster for a street office'],
    rosterLead: [
      '对方书面写明所依据的法律、行政法规的才提供；没有写明的，先逐人取得单独同意。一次一个单元，最多 100 人，只有房号、姓名、电话；24 小时内最多 2 份。主管和管理员一起核准。',
      'Only where the office has stated in writing which law or regulation it asks by; otherwise each resident consents separately first. One unit at a time, at most 100 people, with room, name and phone only; at most two within 24 hours. A supervisor and an admin approve.',
    ],
    recipient: ['接收单位', 'Recipient'],
    room: ['单元里的任一房号', 'Any room of the unit'],
    roomHint: ['例如 3-2-1801，导出它所在的单元', 'For example 3-2-1801: exports its unit'],
    findRoom: ['查找', 'Find'],
    noRoom: ['没有这个房号', 'No such room'],
    chooseRoom: ['请先查找并选择房号', 'Find and choose a room first'],
    rosterOf: ['选定 {{label}} 所在的单元', 'The unit of {{label}}'],
    save: ['选择保存位置并导出', 'Choose a location and export'],
    saving: ['正在导出…', 'Exporting…'],
    given: {
      title: ['已导出 {{number}}：{{file}}', '{{number}} exported: {{file}}'],
      password: [
        '打开密码（只显示这一次，连同短横线一起输入）',
        'Password (shown this once; the dashes are part of it)',
      ],
      way: [
        '请当面抄给对方，或打电话告知。不要与文件一起发送，也不要写在文件名里。',
        'Give it on paper or by phone. Never send it with the file or put it in the file name.',
      ],
      opens: {
        pdf: ['用任何 PDF 阅读器打开。', 'Opens in any PDF reader.'],
        xlsx: ['用 WPS 表格、Excel 或 LibreOffice 打开。', 'Opens in WPS, Excel or LibreOffice.'],
        zip: [
          '用 7-Zip、Bandizip 或 WinRAR 打开；Windows 资源管理器打不开。',
          "Open it with 7-Zip, Bandizip or WinRAR; Windows Explorer can't.",
        ],
      } satisfies Words<DisclosureFormat>,
      lost: ['密码不保存。抄错只能重新导出。', 'The password is not stored; if miscopied, export again.'],
      done: ['已抄下，不再显示', 'Copied, hide it'],
    },
    recall: ['要求收回', 'Recall'],
    recallTitle: ['要求收回 {{number}}', 'Recall {{number}}'],
    recallLead: [
      '登记后可以打印通知，要求对方删除并盖章回执。',
      'You can then print a letter asking the recipient to delete it and confirm.',
    ],
    recallWhy: ['收回原因（至少 4 个字）', 'Reason (at least 4 characters)'],
    note: ['收回通知（PDF）', 'Recall letter (PDF)'],
    noted: ['收回通知已保存：{{file}}', 'Recall letter saved: {{file}}'],
    end: ['登记办结', 'Close'],
    endTitle: ['{{number}} 办结', 'Close {{number}}'],
    endLead: ['收到对方的回执或交还的文件后登记。', 'Once the recipient confirms or you have the file back.'],
    endHow: ['办结方式', 'How'],
    endWhat: ['登记依据（至少 4 个字）', 'Based on (at least 4 characters)'],
    more: ['更早的没有列出，请查看操作记录。', 'Older ones are in the log.'],
    bell: [
      '{{count}} 份交出的文件已过删除期限',
      '{{count}} file given out is past its deletion date',
      '{{count}} files given out are past their deletion date',
    ],
    log: {
      which: ['{{number}} {{kind}}', '{{number}} {{kind}}'],
      guardian: ['监护人姓名', "guardian's name"],
      people: ['{{count}} 人', '{{count}} person', '{{count}} people'],
      until: ['{{day}} 前删除', 'delete by {{day}}'],
    },
  },
  logActions: DISCLOSURES_ACTION_WORDS,
  log: { areas: { disclosures: ['对外提供', 'disclosures'] } },
} satisfies WordTree;
