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
      '交给外面的文件都在此办理：加密、登记、到期收回。没有批量导出。',
      'Whatever is given to somebody outside leaves from here: encrypted, registered, called back in time. There is no bulk export.',
    ],
    leadAdmin: [
      '名册要管理员和主管一起核准；本人副本和调取单由主管办理。',
      "A roster takes an admin and a supervisor; personal copies and extracts are a supervisor's.",
    ],
    none: ['还没有文件交出去。', 'Nothing has been given out yet.'],
    kinds: DISCLOSURE_KIND_WORDS,
    give: {
      'own-copy': ['给本人副本', 'Personal copy'],
      extract: ['给机关调取单', 'Extract for an authority'],
      roster: ['给街道名册', 'Roster'],
    } satisfies Words<GivenHere>,
    to: ASKER_WORDS,
    formats: {
      pdf: ['PDF', 'PDF'],
      zip: ['加密压缩包', 'Encrypted archive'],
      xlsx: ['表格', 'Workbook'],
    } satisfies Words<DisclosureFormat>,
    copyFormats: {
      pdf: ['PDF，便于阅读', 'PDF, to read'],
      zip: ['PDF 加表格，可转给别的机构', 'PDF and workbook, to hand on'],
    } satisfies Words<CopyFormat>,
    states: {
      writing: ['是否写出不明', 'Unknown whether written'],
      failed: ['没有写成', 'Not written'],
      given: ['已交出', 'Given'],
      recalled: ['已要求收回', 'Recalled'],
      ended: ['已了结', 'Ended'],
    } satisfies Words<DisclosureState>,
    ends: {
      deleted: ['对方已删除', 'Deleted by the recipient'],
      returned: ['已交还', 'Given back'],
    } satisfies Words<DisclosureEnd>,
    columns: {
      which: ['编号', 'Number'],
      about: ['谁的信息', 'Whose data'],
      recipient: ['交给', 'Given to'],
      made: ['经办', 'Made by'],
      due: ['删除期限', 'Delete by'],
    },
    scopeOf: ['{{scope}}，{{count}} 人', '{{scope}}, {{count}} person', '{{scope}}, {{count}} people'],
    gone: ['档案已不在', 'record is gone'],
    due: {
      left: ['{{day}}，还有 {{days}} 天', '{{day}}, {{days}} d left'],
      today: ['今天到期', 'Due today'],
      over: ['已超期 {{days}} 天', '{{days}} d overdue'],
    },
    open: ['{{number}} · {{kind}}，详情', '{{number}} · {{kind}}, details'],
    facts: {
      kind: ['种类', 'Kind'],
      format: ['格式', 'Format'],
      about: ['谁的信息', 'Whose data'],
      recipient: ['交给', 'Given to'],
      officer: ['经办人', 'Officer'],
      document: ['文书编号', 'Document'],
      purpose: ['用途', 'Purpose'],
      made: ['交出', 'Given'],
      by: ['{{time}} {{name}}', '{{time}} {{name}}'],
      byBoth: ['{{time}} {{name}}、{{other}}', '{{time}} {{name}}, {{other}}'],
      due: ['删除期限', 'Delete by'],
      recalled: ['要求收回', 'Recalled'],
      ended: ['了结', 'Ended'],
      sha256: ['校验值（SHA-256）', 'Hash (SHA-256)'],
    },
    person: ['给谁的信息：{{mask}}', 'About {{mask}}'],
    noPerson: [
      '先在柜台打开这位住户的档案，再回到这里。',
      "Open the resident's record at the counter first, then come back here.",
    ],
    toCounter: ['去柜台查找', 'To the counter'],
    copyTitle: ['给本人一份个人信息副本', 'Personal copy'],
    copyLead: [
      '个人信息保护法第四十五条：本人可以查阅、复制。包含登记的全部内容，不含前台便签。',
      "PIPL, Article 45: people may see and copy what is kept of them. All of the record is in it, without the desk's notes.",
    ],
    copyFor: ['凭哪件请求', 'By which request'],
    copyAsked: ['{{number}} · {{asker}}，{{time}} 已核对身份', '{{number}} · {{asker}}, verified {{time}}'],
    papersSeen: ['已看代办人的证件和凭证', 'Papers of whoever acts for them were seen'],
    copyUnasked: [
      '这位住户没有已核对身份的查阅、复制请求。先在“个人请求”里登记，并就那件请求核对身份。',
      'There is no request of this resident to see or copy their data for which who asks was verified. Register one under Requests and verify who asks for it.',
    ],
    toRequests: ['去个人请求', 'To the requests'],
    copyFormat: ['格式', 'Format'],
    extractTitle: ['给机关的调取单', 'Extract for an authority'],
    extractLead: [
      '只给文书写明的项目。先看文书和证件，核对编号。',
      'Only the fields that the document names. Look at document and badge first.',
    ],
    authority: ['调取单位', 'Authority'],
    officer: ['经办人', 'Officer'],
    document: ['文书编号', 'Document number'],
    purpose: ['用途（至少 4 个字）', 'Purpose (at least 4 characters)'],
    dueOn: ['对方删除期限', 'To be deleted by'],
    dueHint: ['明天起一年以内', 'From tomorrow, within a year'],
    badDay: ['请填明天起一年以内的日期', 'Give a day from tomorrow on, within a year'],
    fields: ['文书写明的项目', 'Fields that the document names'],
    rosterTitle: ['给街道、社区的名册', 'Roster for a street office'],
    rosterLead: [
      '一次一个单元，最多 100 人，只有房号、姓名、电话；24 小时内最多 2 份。主管和管理员一起核准。',
      'One unit at a time, 100 people at most, with room, name and phone alone; two within 24 hours. A supervisor and an admin agree.',
    ],
    recipient: ['接收单位', 'Recipient'],
    room: ['单元里的任一房号', 'Any room of the unit'],
    roomHint: ['例如 3-2-1801，导出它所在的单元', 'As 3-2-1801: the unit that it is in'],
    findRoom: ['查找', 'Find'],
    noRoom: ['没有这个房号', 'There is no such room'],
    chooseRoom: ['请先查找并选定房号', 'Find a room and choose it first'],
    rosterOf: ['选定 {{label}} 所在的单元', 'The unit of {{label}}'],
    save: ['选择保存位置并导出', 'Choose where to save, and export'],
    saving: ['正在导出…', 'Exporting…'],
    given: {
      title: ['已导出 {{number}}：{{file}}', '{{number}} exported: {{file}}'],
      password: [
        '打开密码（只显示这一次，连同短横线一起输入）',
        'Password (shown this once; the dashes are part of it)',
      ],
      way: [
        '请当面抄给对方，或打电话告知。不要和文件一起发，也不要写在文件名里。',
        'Hand it over on paper or by phone. Never send it with the file or put it in its name.',
      ],
      opens: {
        pdf: ['用任何 PDF 阅读器打开。', 'Any PDF reader opens it.'],
        xlsx: ['用 WPS 表格、Excel 或 LibreOffice 打开。', 'WPS, Excel or LibreOffice open it.'],
        zip: [
          '用 7-Zip、Bandizip 或 WinRAR 打开；Windows 资源管理器打不开。',
          '7-Zip, Bandizip or WinRAR open it; the Explorer of Windows does not.',
        ],
      } satisfies Words<DisclosureFormat>,
      lost: [
        '密码没有保存。抄错了只能重新导出。',
        'The password is not kept. Export again if it was copied wrong.',
      ],
      done: ['已抄下，不再显示', 'Copied down, hide it'],
    },
    recall: ['要求收回', 'Recall'],
    recallTitle: ['要求收回 {{number}}', 'Recall {{number}}'],
    recallLead: [
      '登记后可以打印通知，让对方删除并盖章回执。',
      'Afterwards you can print a letter that asks the recipient to delete it and confirm.',
    ],
    recallWhy: ['为什么收回（至少 4 个字）', 'Why (at least 4 characters)'],
    note: ['收回通知（PDF）', 'Recall letter (PDF)'],
    noted: ['收回通知已保存：{{file}}', 'Recall letter saved: {{file}}'],
    end: ['登记了结', 'Record the end'],
    endTitle: ['{{number}} 已了结', '{{number}} has ended'],
    endLead: [
      '收到对方的回执或交还的文件后登记。',
      "Once you have the recipient's confirmation or the file itself.",
    ],
    endHow: ['怎么了结', 'How'],
    endWhat: ['凭什么登记（至少 4 个字）', 'By what (at least 4 characters)'],
    more: ['更早的没有列出，请查操作记录。', 'Older ones are not listed: see the log.'],
    bell: [
      '{{count}} 份交出的文件已过删除期限',
      '{{count}} file given out is past its day',
      '{{count}} files given out are past their day',
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

declare module '../messages/i18n.ts' {
  interface Brought {
    readonly disclosures: typeof disclosureWords;
  }
}
