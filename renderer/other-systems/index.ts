/** The page of the other systems that hold data of residents, with its words and those of its entries in the log. */
import type { Translate } from '../messages/translate.ts';
import type { OtherSystemKind, PasswordState } from '../../contract/other-systems/lists.ts';
import type { OtherSystem, OtherSystemFacts } from '../../contract/other-systems/routes.ts';
import { featureWords } from '../messages/i18n.ts';
import { definePage } from '../pages/define-page.ts';
import { together } from '../pages/detail-words.ts';

type Words<K extends string> = Readonly<Record<K, string>>;

const zhCN = {
  otherSystems: {
    title: '其他系统和存放处',
    tab: '其他系统',
    lead: '停车、门禁、缴费、监控等系统，以及门岗、工作手机、工作群、访客登记本里也有业主资料。这里登记归谁管、怎么保管，每年核一次。这里不记密码。',
    empty: '还没有登记。在用的系统，以及门岗名单、工作手机、工作群、访客登记本，一个一个登记进来。',
    emptyRead: '还没有登记。请管理员登记。',
    add: '登记一处',
    addTitle: '登记一处',
    change: '修改',
    changeTitle: '修改“{{name}}”',
    save: '保存',
    check: '登记今年的检查',
    checkTitle: '“{{name}}”今天已检查',
    checkLead: '检查时看：账号还在不在该管的人手里，离职的人还能不能登录，密码改没改。',
    checkHolderLead: '检查时看：谁拿得到，离职的人带走了没有，不用的名单和聊天记录清了没有。',
    checkSave: '登记检查',
    remove: '删除',
    removeTitle: '删除“{{name}}”？',
    removeLead: '停用了、清掉了才删除。操作记录里会留一条，删除后找不回来。',
    removeYes: '删除“{{name}}”',
    removed: '已删除。',
    fields: {
      kind: '类别',
      name: '名称',
      vendor: '厂家',
      contract: '合同编号',
      contractEnds: '合同到期日',
      holder: '归谁管',
      holds: '有哪些资料',
      password: '密码情况',
    } satisfies Words<keyof OtherSystemFacts>,
    nameHint: '例如：东门停车收费',
    nameHolderHint: '例如：东门门岗名单',
    holdsHint: '写种类，例如姓名、车牌，不要写具体内容。',
    keeping: '怎么保管',
    holderHint: '写姓名或岗位，不要写密码。',
    kinds: {
      parking: '停车',
      door: '门禁',
      payment: '缴费',
      video: '监控',
      'property-software': '物业软件',
      other: '其他系统',
      'guard-post': '门岗',
      phone: '工作手机',
      chat: '工作群',
      'visitor-book': '访客登记本',
    } satisfies Words<OtherSystemKind>,
    passwords: {
      changed: '已改，专人保管',
      default: '还是出厂密码',
      shared: '几个人共用',
      locked: '专人保管，锁好或有锁屏',
      open: '别人拿得到',
      unknown: '不清楚',
    } satisfies Words<PasswordState>,
    contractEnded: '合同已到期（{{day}}）',
    checks: {
      never: '还没有检查过，请尽快检查。',
      overdue: '检查已过期 {{days}} 天：上次 {{last}}，应在 {{next}} 前检查。',
      soon: '该检查了：上次 {{last}}，{{next}} 到期，还有 {{days}} 天。',
      fine: '上次检查 {{last}}，下次 {{next}}。',
    } satisfies Words<OtherSystem['check']['state']>,
  },
  logActions: {
    'other-system-add': '登记其他系统',
    'other-system-change': '修改其他系统',
    'other-system-check': '检查其他系统',
    'other-system-remove': '删除其他系统',
  },
  log: { areas: { systems: '其他系统' } },
};

const messages = featureWords(zhCN, {
  otherSystems: {
    title: 'Other systems and holders',
    tab: 'Other systems',
    lead: 'Systems for parking, doors, payments and cameras hold data of residents too; so do guard posts, work phones, chat groups and visitor books. Kept here: who keeps each and how, checked once a year. No password is kept here.',
    empty:
      'Nothing is registered yet. Add each system in use, and each guard post, work phone, chat group and visitor book.',
    emptyRead: 'Nothing is registered yet. An admin adds them.',
    add: 'Add one',
    addTitle: 'Add a system or holder',
    change: 'Edit',
    changeTitle: 'Edit "{{name}}"',
    save: 'Save',
    check: "Record this year's check",
    checkTitle: '"{{name}}" was checked today',
    checkLead:
      'Check that the account is with the right person, that nobody who has left can sign in, and what is known of the password.',
    checkHolderLead:
      'Check who can reach it, that nobody who has left took it along, and that lists and chats no longer needed are gone.',
    checkSave: 'Record the check',
    remove: 'Remove',
    removeTitle: 'Remove "{{name}}"?',
    removeLead:
      'Remove it only when it is no longer used. The log keeps an entry; what is removed does not come back.',
    removeYes: 'Remove "{{name}}"',
    removed: 'Removed.',
    fields: {
      kind: 'Kind',
      name: 'Name',
      vendor: 'Vendor',
      contract: 'Contract number',
      contractEnds: 'Contract ends',
      holder: 'Kept by',
      holds: 'What is in it',
      password: 'Password',
    },
    nameHint: 'For example: parking at the east gate',
    nameHolderHint: 'For example: list at the east gate',
    holdsHint: 'Kinds, such as names and plates; never the data itself.',
    keeping: 'How it is kept',
    holderHint: 'A name or a post, never the password.',
    kinds: {
      parking: 'Parking',
      door: 'Doors',
      payment: 'Payments',
      video: 'Cameras',
      'property-software': 'Property software',
      other: 'Other system',
      'guard-post': 'Guard post',
      phone: 'Work phone',
      chat: 'Chat group',
      'visitor-book': 'Visitor book',
    },
    passwords: {
      changed: 'Changed, kept by one person',
      default: 'Still the factory password',
      shared: 'Shared by several people',
      locked: 'Kept by one person, locked',
      open: 'Within reach of others',
      unknown: 'Not known',
    },
    contractEnded: 'The contract has ended ({{day}})',
    checks: {
      never: 'Never checked. Check it soon.',
      overdue: 'The check is overdue by {{days}} d: last {{last}}, due by {{next}}.',
      soon: 'The check is due soon: last {{last}}, due {{next}}, {{days}} d left.',
      fine: 'Last checked {{last}}, next {{next}}.',
    },
  },
  logActions: {
    'other-system-add': 'Other system added',
    'other-system-change': 'Other system changed',
    'other-system-check': 'Other system checked',
    'other-system-remove': 'Other system removed',
  },
  log: { areas: { systems: 'other systems' } },
});

declare module '../messages/i18n.ts' {
  interface Brought {
    readonly otherSystems: typeof zhCN;
  }
}

const named = (t: Translate, { kind, name }: { readonly kind: OtherSystemKind; readonly name: string }) => [
  t(`otherSystems.kinds.${kind}`),
  name,
];

export const otherSystemsPage = definePage({
  name: 'other-systems',
  area: 'compliance',
  place: 140,
  mends: {
    'other-systems': { by: 'admin', isOpenToBoth: true },
  },
  roles: ['supervisor', 'admin'],
  title: (t) => t('otherSystems.title'),
  tab: (t) => t('otherSystems.tab'),
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
    'other-system-remove': ({ t }, detail) => together(named(t, detail)),
  },
  load: () => import('./OtherSystemsPage.tsx').then(({ OtherSystemsPage }) => OtherSystemsPage),
});
