/** Words of handing an estate over. */
import {
  ESTATE_TRANSFER_ACTION_WORDS,
  type TransferRecipient,
  type TransferState,
} from '../../contract/estate-transfer/lists.ts';
import type { Words, WordTree } from '../../contract/vocabulary/wording.ts';
import { TRANSFER_FIELD_WORDS } from '../../contract/vocabulary/disclosures.ts';

/** Words of handing an estate over in both languages. */

export const estateTransferWords = {
  estateTransfer: {
    title: ['项目移交', 'Estate transfer'],
    lead: ['把必要的资料交给接收方，再彻底删除。', 'Give the successor what is needed, then delete it.'],
    note: [
      '依据《民法典》关于物业服务合同的规定（系统未收录其原文）。条目按公开资料整理，使用前请与公布的原文核对。',
      'By the rules of the Civil Code on contracts of property service, whose text the system does not hold. Compiled from public sources: compare with the published text before use.',
    ],
    order: ['发起移交', 'Order a transfer'],
    orderLead: [
      '主管和管理员一起核准。24 小时后才能导出文件，在此之前任何人都能终止移交，并提醒所有人。',
      'A supervisor and an admin approve. The file can be made 24 hours later; until then anyone can stop it, and everyone is alerted.',
    ],
    none: ['还没有移交。', 'No transfers yet.'],
    whole: ['全部小区', 'All estates'],
    scope: ['范围', 'What'],
    scopeOf: ['{{estate}}，{{count}} 人', '{{estate}}, {{count}} person', '{{estate}}, {{count}} people'],
    to: ['移交给', 'To'],
    recipients: {
      committee: ['业主委员会', "The owners' committee"],
      owners: ['自行管理的业主', 'Owners who manage themselves'],
      named: ['业主指定的人', 'Person named by the owners'],
    } satisfies Words<TransferRecipient>,
    recipient: ['接收方名称', 'Name of the recipient'],
    officer: ['接收方经办人', "Recipient's contact person"],
    document: ['文书编号（如业主大会决定）', "Document number (such as the owners' resolution)"],
    missing: ['至少 2 个字', 'At least 2 characters'],
    fields: ['除房号、关系、姓名外还移交的内容', 'Besides room, relation and name'],
    fieldNames: TRANSFER_FIELD_WORDS,
    idWarning: [
      '证件号一般不需要移交，确有依据才勾选。',
      'ID numbers are usually not needed. Select them only if there is a legal basis.',
    ],
    why: ['移交的依据和理由（至少 4 个字）', 'Basis and reason (at least 4 characters)'],
    states: {
      ordered: ['等待中', 'Waiting'],
      stopped: ['已终止', 'Stopped'],
      writing: ['是否写入不明', 'Unclear if written'],
      failed: ['写入失败', 'Not written'],
      given: ['已交出，待对方确认', 'Given, not yet confirmed'],
      confirmed: ['对方已确认', 'Confirmed by the recipient'],
      erased: ['已删除', 'Deleted here'],
    } satisfies Words<TransferState>,
    title1: ['{{number}} · {{scope}}', '{{number}} · {{scope}}'],
    facts: {
      state: ['状态', 'State'],
      to: ['接收方', 'Recipient'],
      document: ['文书编号', 'Document'],
      fields: ['内容', 'Contents'],
      people: ['人数', 'People'],
      ordered: ['发起', 'Ordered'],
      from: ['可以导出', 'File available'],
      given: ['交出', 'Given'],
      confirmed: ['对方确认', 'Confirmed'],
      stopped: ['终止移交', 'Stopped'],
    },
    both: ['{{time}} {{name}}、{{other}}', '{{time}} {{name}}, {{other}}'],
    by: ['{{time}} {{name}}', '{{time}} {{name}}'],
    window: ['{{from}} 到 {{until}}', '{{from}} to {{until}}'],
    always: ['房号、关系、姓名', 'rooms, relations, names'],
    stop: ['终止移交', 'Stop the transfer'],
    stopTitle: ['终止移交 {{number}}', 'Stop transfer {{number}}'],
    stopLead: [
      '终止后不能导出。再次移交须重新发起，并等待 24 小时。',
      'No file can be made afterwards. A new order waits another 24 hours.',
    ],
    stopWhy: ['终止原因（至少 4 个字）', 'Reason (at least 4 characters)'],
    make: ['导出文件', 'Make the file'],
    makeTitle: ['导出 {{number}} 的文件', 'Make the file of {{number}}'],
    makeLead: [
      '一份加密表格，密码只显示一次。请与文件分开告知对方。',
      'One encrypted workbook; its password is shown once. Give it separately from the file.',
    ],
    dueOn: ['对方销毁其他副本的期限', 'Other copies to be destroyed by'],
    dueBad: ['请填写明天起一年以内的日期', 'Enter a date from tomorrow, within a year'],
    making: ['正在导出…', 'Making the file…'],
    confirm: ['登记对方确认', 'Record the confirmation'],
    confirmTitle: ['{{number}}：对方已确认', '{{number}}: confirmed by the recipient'],
    confirmLead: [
      '对方用密码打开文件、核对无误并盖章后登记。之后才能在这里删除。',
      'After they have opened and checked the file and stamped the receipt. Only then can it be deleted here.',
    ],
    confirmWhat: ['登记依据（至少 4 个字）', 'Based on (at least 4 characters)'],
    erase: ['删除本机资料', 'Delete here'],
    eraseTitle: [
      '删除 {{number}} 的 {{count}} 人',
      'Delete {{count}} person of {{number}}',
      'Delete {{count}} people of {{number}}',
    ],
    eraseLead: [
      '移交范围内的人全部彻底删除，不能找回；暂缓删除的和仍住在其他小区的保留。完成后在“保存期限”里打印证明。',
      'Everyone in it is deleted for good, except people on hold or living in another estate too. The certificate is under "Retention".',
    ],
    eraseWhy: ['说明（至少 4 个字）', 'Details (at least 4 characters)'],
    erased: [
      '已彻底删除 {{count}} 人。请在“保存期限”里打印证明。',
      '{{count}} person deleted for good. The certificate is under "Retention".',
      '{{count}} people deleted for good. The certificate is under "Retention".',
    ],
    toCertificate: ['去打印证明', 'Go to certificate'],
    progress: ['已处理 {{done}} / {{total}}', '{{done}} of {{total}} done'],
    cancel: ['停止', 'Stop'],
    bell: ['有人发起了项目移交，{{time}} 前可以终止', 'Estate transfer ordered; stop it until {{time}}'],
    bellHint: [
      '如果不是公司的决定，请立即告诉主管或管理员。',
      "If this was not your company's decision, tell a supervisor or an admin at once.",
    ],
    given: {
      title: ['已导出 {{number}}：{{file}}', '{{number}} made: {{file}}'],
      password: [
        '打开密码（只显示这一次，连同短横线一起输入）',
        'Password (shown this once; the dashes are part of it)',
      ],
      way: [
        '请当面抄给对方，或打电话告知，不要与文件一起发送。用 WPS 表格、Excel 或 LibreOffice 打开。',
        'Give it on paper or by phone, never with the file. It opens in WPS, Excel or LibreOffice.',
      ],
      done: ['已抄下，不再显示', 'Copied, hide it'],
    },
    log: { people: ['{{count}} 人', '{{count}} person', '{{count}} people'] },
  },
  logActions: ESTATE_TRANSFER_ACTION_WORDS,
  log: { areas: { estateTransfer: ['项目移交', 'estate transfer'] } },
} satisfies WordTree;
