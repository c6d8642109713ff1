/** The page of the other systems that hold data of residents, with its words and those of its entries in the log. */
import type { Translate } from '../messages/translate.ts';
import { OTHER_SYSTEMS_ACTION_WORDS, type OtherSystemKind } from '../../contract/other-systems/lists.ts';
import type { OtherSystem, OtherSystemFacts } from '../../contract/other-systems/routes.ts';
import type { Words, WordTree } from '../../contract/vocabulary/wording.ts';
import { definePage } from '../pages/define-page.ts';
import { together } from '../pages/detail-words.ts';
import { PASSWORD_WORDS, SYSTEM_KIND_WORDS } from '../../contract/vocabulary/other-systems.ts';

const messages = {
  otherSystems: {
    title: ['其他系统和存放处', 'Other systems and holders'],
    tab: ['其他系统', 'Other systems'],
    lead: [
      '停车、门禁、缴费、监控等系统，以及门岗、工作手机、工作群、访客登记本里也有业主资料。这里登记归谁管、怎么保管，每年核一次。这里不记密码。',
      'Systems for parking, doors, payments and cameras hold data of residents too; so do guard posts, work phones, chat groups and visitor books. Kept here: who keeps each and how, checked once a year. No password is kept here.',
    ],
    empty: [
      '还没有登记。在用的系统，以及门岗名单、工作手机、工作群、访客登记本，一个一个登记进来。',
      'Nothing is registered yet. Add each system in use, and each guard post, work phone, chat group and visitor book.',
    ],
    emptyRead: ['还没有登记。请管理员登记。', 'Nothing is registered yet. An admin adds them.'],
    add: ['登记一处', 'Add one'],
    addTitle: ['登记一处', 'Add a system or holder'],
    change: ['修改', 'Edit'],
    changeTitle: ['修改“{{name}}”', 'Edit "{{name}}"'],
    save: ['保存', 'Save'],
    check: ['登记今年的检查', "Record this year's check"],
    checkTitle: ['“{{name}}”今天已检查', '"{{name}}" was checked today'],
    checkLead: [
      '检查时看：账号还在不在该管的人手里，离职的人还能不能登录，密码改没改。',
      'Check that the account is with the right person, that nobody who has left can sign in, and what is known of the password.',
    ],
    checkHolderLead: [
      '检查时看：谁拿得到，离职的人带走了没有，不用的名单和聊天记录清了没有。',
      'Check who can reach it, that nobody who has left took it along, and that lists and chats no longer needed are gone.',
    ],
    checkSave: ['登记检查', 'Record the check'],
    remove: ['删除', 'Remove'],
    removeTitle: ['删除“{{name}}”？', 'Remove "{{name}}"?'],
    removeLead: [
      '停用了、清掉了才删除。操作记录里会留一条，删除后找不回来。',
      'Remove it only when it is no longer used. The log keeps an entry; what is removed does not come back.',
    ],
    removeYes: ['删除“{{name}}”', 'Remove "{{name}}"'],
    removed: ['已删除。', 'Removed.'],
    fields: {
      kind: ['类别', 'Kind'],
      name: ['名称', 'Name'],
      vendor: ['厂家', 'Vendor'],
      contract: ['合同编号', 'Contract number'],
      contractEnds: ['合同到期日', 'Contract ends'],
      holder: ['归谁管', 'Kept by'],
      holds: ['有哪些资料', 'What is in it'],
      password: ['密码情况', 'Password'],
    } satisfies Words<keyof OtherSystemFacts>,
    nameHint: ['例如：东门停车收费', 'For example: parking at the east gate'],
    nameHolderHint: ['例如：东门门岗名单', 'For example: list at the east gate'],
    holdsHint: [
      '写种类，例如姓名、车牌，不要写具体内容。',
      'Kinds, such as names and plates; never the data itself.',
    ],
    keeping: ['怎么保管', 'How it is kept'],
    holderHint: ['写姓名或岗位，不要写密码。', 'A name or a post, never the password.'],
    kinds: SYSTEM_KIND_WORDS,
    passwords: PASSWORD_WORDS,
    contractEnded: ['合同已到期（{{day}}）', 'The contract has ended ({{day}})'],
    checks: {
      never: ['还没有检查过，请尽快检查。', 'Never checked. Check it soon.'],
      overdue: [
        '检查已过期 {{days}} 天：上次 {{last}}，应在 {{next}} 前检查。',
        'The check is overdue by {{days}} d: last {{last}}, due by {{next}}.',
      ],
      soon: [
        '该检查了：上次 {{last}}，{{next}} 到期，还有 {{days}} 天。',
        'The check is due soon: last {{last}}, due {{next}}, {{days}} d left.',
      ],
      fine: ['上次检查 {{last}}，下次 {{next}}。', 'Last checked {{last}}, next {{next}}.'],
    } satisfies Words<OtherSystem['check']['state']>,
  },
  logActions: OTHER_SYSTEMS_ACTION_WORDS,
  log: { areas: { systems: ['其他系统', 'other systems'] } },
} satisfies WordTree;

declare module '../messages/i18n.ts' {
  interface Brought {
    readonly otherSystems: typeof messages;
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
