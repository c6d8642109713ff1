/** The page of the other systems that hold data of residents, with its words and those of its entries in the log. */
import type { Translate } from '../messages/translate.ts';
import {
  OTHER_SYSTEMS_ACTION_WORDS,
  missingClauses,
  type OtherSystemKind,
} from '../../contract/other-systems/lists.ts';
import type { OtherSystem, OtherSystemFacts } from '../../contract/other-systems/routes.ts';
import type { Words, WordTree } from '../../contract/vocabulary/wording.ts';
import { definePage } from '../pages/define-page.ts';
import { together } from '../pages/detail-words.ts';
import { CLAUSE_WORDS, PASSWORD_WORDS, SYSTEM_KIND_WORDS } from '../../contract/vocabulary/other-systems.ts';

export const messages = {
  otherSystems: {
    title: ['其他系统和存放处', 'Other systems and holders'],
    tab: ['其他系统', 'Other systems'],
    lead: ['存有业主资料的其他系统和场所，每年检查一次。', "Other places with residents' data."],
    empty: [
      '还没有登记。请逐个登记在用的系统、门岗名单、工作手机、工作群、访客登记本。',
      'Nothing registered yet. Add each system in use, guard post, work phone, chat group and visitor book.',
    ],
    emptyRead: ['还没有登记。请管理员登记。', 'Nothing registered yet. An admin adds them.'],
    add: ['登记一处', 'Add one'],
    addTitle: ['登记一处', 'Add a system or holder'],
    change: ['修改', 'Edit'],
    changeTitle: ['修改“{{name}}”', 'Edit "{{name}}"'],
    check: ['登记年度检查', 'Record check'],
    checkTitle: ['“{{name}}”今天已检查', '"{{name}}" was checked today'],
    checkLead: [
      '请检查：账号由谁使用，离职人员能否登录，密码是否已改。',
      'Check who uses the account, that nobody who left can sign in, and whether the password was changed.',
    ],
    checkHolderLead: [
      '请检查：谁能接触，离职人员是否带走，不用的名单和聊天记录是否清除。',
      'Check who can access it, that nobody who left took it, and that lists and chats no longer needed are gone.',
    ],
    checkSave: ['登记检查', 'Record the check'],
    agreement: ['核对委托协议', 'Check agreement'],
    agreementTitle: ['核对“{{name}}”的委托协议', 'Check the agreement on "{{name}}"'],
    agreementLead: [
      '依照《个人信息保护法》第二十一条，委托厂家处理业主资料应当约定下列各项。请对照协议逐项勾选，协议里没有的不勾。编号、到期日即合同编号、合同到期日。',
      'Article 21 of the Personal Information Protection Law asks for these where a vendor processes data for the company. Read the agreement and tick what is in it, nothing else. Its number and end are those of the contract.',
    ],
    agreementSave: ['登记核对结果', 'Record the check'],
    vendorDoes: ['厂家', 'The vendor'],
    processors: {
      yes: ['替公司处理业主资料', "processes residents' data for the company"],
      no: ['不接触业主资料', "has no access to residents' data"],
    },
    signedOn: ['协议日期', 'Date of the agreement'],
    clausesIn: ['协议中已有的条款', 'Clauses in the agreement'],
    clauses: CLAUSE_WORDS,
    clauseOpen: ['委托协议缺：{{clause}}', 'Not in the agreement: {{clause}}'],
    agreementUnread: ['委托协议未核对', 'Agreement not checked'],
    agreementWhole: [
      '委托协议 {{day}} 条款齐全，{{by}} {{on}} 核对',
      'Agreement of {{day}} complete, checked by {{by}} on {{on}}',
    ],
    noProcessor: [
      '厂家不接触业主资料，{{by}} {{on}} 核对',
      "Vendor has no access to residents' data, checked by {{by}} on {{on}}",
    ],
    remove: ['删除', 'Remove'],
    removeTitle: ['删除“{{name}}”？', 'Remove "{{name}}"?'],
    removeLead: [
      '停用并清除后再删除。删除会记入操作记录，不能找回。',
      "Remove it only when it is no longer used. Removal is logged and can't be undone.",
    ],
    removeYes: ['删除“{{name}}”', 'Remove "{{name}}"'],
    removed: ['已删除。', 'Removed.'],
    fields: {
      kind: ['类别', 'Kind'],
      name: ['名称', 'Name'],
      vendor: ['厂家', 'Vendor'],
      contract: ['合同编号', 'Contract number'],
      contractEnds: ['合同到期日', 'Contract ends'],
      holder: ['负责人', 'Responsible'],
      holds: ['所含资料', 'Data held'],
      password: ['密码情况', 'Password'],
    } satisfies Words<keyof OtherSystemFacts>,
    nameHint: ['例如：东门停车收费', 'For example: parking at the east gate'],
    nameHolderHint: ['例如：东门门岗名单', 'For example: list at the east gate'],
    holdsHint: [
      '填写种类，例如姓名、车牌，不要写具体内容。',
      'Types of data, such as names and plates; never the data itself.',
    ],
    keeping: ['保管方式', 'How it is kept'],
    holderHint: ['填写姓名或职务，不要写密码。', 'A name or job title, never the password.'],
    kinds: SYSTEM_KIND_WORDS,
    passwords: PASSWORD_WORDS,
    contractEnded: ['合同已到期（{{day}}）', 'The contract has ended ({{day}})'],
    kept: ['密码或保管', 'Password or keeping'],
    agreementOf: ['委托协议', 'Agreement'],
    agreementStates: {
      unread: ['未核对', 'Not checked'],
      missing: ['缺 {{count}} 项', '{{count}} clause missing', '{{count}} clauses missing'],
      whole: ['条款齐全', 'Complete'],
      none: ['不需要', 'Not needed'],
    },
    checkOf: ['年度检查', 'Yearly check'],
    checkStates: {
      never: ['未检查', 'Never checked'],
      overdue: ['逾期 {{days}} 天', 'Days overdue: {{days}}'],
      soon: ['剩 {{days}} 天', 'Days left: {{days}}'],
      fine: ['{{last}}', '{{last}}'],
    } satisfies Words<OtherSystem['check']['state']>,
    checks: {
      never: ['还没有检查过，请尽快检查。', 'Never checked. Check it soon.'],
      overdue: [
        '检查已逾期 {{days}} 天：上次 {{last}}，应在 {{next}} 前检查。',
        'Check overdue: last {{last}}, due by {{next}}, days overdue: {{days}}.',
      ],
      soon: [
        '检查即将到期：上次 {{last}}，{{next}} 到期，还有 {{days}} 天。',
        'Check due soon: last {{last}}, due {{next}}, days left: {{days}}.',
      ],
      fine: ['上次检查 {{last}}，下次 {{next}}。', 'Last checked {{last}}, next {{next}}.'],
    } satisfies Words<OtherSystem['check']['state']>,
  },
  logActions: OTHER_SYSTEMS_ACTION_WORDS,
  log: { areas: { systems: ['其他系统', 'other systems'] } },
} satisfies WordTree;

const named = (t: Translate, { kind, name }: { readonly kind: OtherSystemKind; readonly name: string }) => [
  t(`otherSystems.kinds.${kind}`),
  name,
];

export const otherSystemsPage = definePage({
  name: 'other-systems',
  at: { tab: 'registers', place: 30 },
  mends: { 'other-systems': { by: 'admin', isOpenToBoth: true } },
  roles: ['supervisor', 'admin'],
  title: (t) => t('otherSystems.title'),
  called: ['停车系统 门禁 监控 供应商 软件', 'parking system, door access, cameras, vendor'],
  section: (t) => t('otherSystems.tab'),
  messages,
  log: {
    'other-system-add': ({ t }, detail) =>
      together([...named(t, detail), t(`otherSystems.passwords.${detail.password}`)]),
    'other-system-change': ({ t }, detail) =>
      together([
        ...named(t, detail),
        ...detail.changed.map((fact) =>
          fact === 'password'
            ? t(`otherSystems.passwords.${detail.password}`)
            : t(`otherSystems.fields.${fact}`),
        ),
      ]),
    'other-system-check': ({ t }, detail) =>
      together([...named(t, detail), t(`otherSystems.passwords.${detail.password}`)]),
    'other-system-agreement': ({ t }, detail) =>
      together([
        ...named(t, detail),
        t(`otherSystems.processors.${detail.isProcessor ? 'yes' : 'no'}`),
        ...missingClauses(detail).map((one) =>
          t('otherSystems.clauseOpen', { clause: t(`otherSystems.clauses.${one}`) }),
        ),
      ]),
    'other-system-remove': ({ t }, detail) => together(named(t, detail)),
  },
  load: () => import('./OtherSystemsPage.tsx').then(({ OtherSystemsPage }) => OtherSystemsPage),
});
