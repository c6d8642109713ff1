/** Words of the company's facts: on their page, in documents that wait for them, and on papers. */
import { COMPANY_ACTION_WORDS, type USES } from '../../contract/company/lists.ts';
import { FACT_WORDS } from '../../contract/vocabulary/procedures.ts';
import type { Words, WordTree } from '../../contract/vocabulary/wording.ts';

export const companyWords = {
  company: {
    title: ['公司信息', 'Company facts'],
    lead: ['填写一次，用于所有文件、单据和制度。', 'Stated once for every paper.'],
    readOnly: ['由管理员填写。', 'An admin fills them in.'],
    change: ['填写', 'Fill in'],
    formTitle: ['填写公司信息', 'Company facts'],
    formLead: [
      '与营业执照一致。保存后自动填入制度草稿，并记入操作记录。',
      'As on the business licence. Drafts of procedures are filled in at once, and the change is logged.',
    ],
    saved: ['公司信息已保存。', 'Company facts saved.'],
    missing: [
      '还缺：{{facts}}。补齐前，所有文件都是草稿，不得盖章、送出。',
      'Missing: {{facts}}. Until then every paper is a draft, not to be sealed or sent.',
    ],
    uses: { used: ['使用', 'In use'], unused: ['不使用', 'Not in use'] } satisfies Words<
      (typeof USES)[number]
    >,
    unstated: ['未填写', 'Not stated'],
    unnamed: ['（公司全称未填写）', '(legal name missing)'],
    badCode: [
      '统一社会信用代码应为 18 位，请对照营业执照核对。',
      'The code has 18 characters; compare it with the business licence.',
    ],
    factNames: FACT_WORDS,
    hints: {
      company: ['与营业执照一致', 'As on the business licence, in Chinese'],
      creditCode: ['营业执照上的 18 位代码', '18 characters, on the business licence'],
      estates: ['多个小区用顿号隔开', 'Several are told apart by commas'],
      complaintMail: ['住户书面请求寄到哪里', 'Where residents send written requests'],
      seal: ['例如：公章', 'In Chinese, for example: 公章'],
      police: ['写名称和值班电话', 'Name and phone on duty'],
      cyberspace: ['县、市网信办，写名称和电话', 'County or city office, name and phone'],
      street: ['写名称和电话', 'Name and phone'],
    },
  },
  logActions: COMPANY_ACTION_WORDS,
  log: { areas: { company: ['公司信息', 'company facts'] } },
} satisfies WordTree;
