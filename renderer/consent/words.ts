/** The words of notice and consent in both languages. */
import { CONSENT_ACTION_WORDS, type MissingKind } from '../../contract/consent/lists.ts';
import type { Withdrawal } from '../../contract/fields.ts';
import type { Words, WordTree } from '../../contract/vocabulary/wording.ts';

export const consentWords = {
  consent: {
    title: ['告知与同意', 'Notice and consent'],
    lead: [
      '谁还没告知，谁还没同意。前台在住户档案里登记，张贴告知由主管按楼栋登记。',
      'Who has not been told, and who has not consented. The front desk enters it in the record; a supervisor enters what was posted, building by building.',
    ],
    notice: ['现行告知书', 'Notice in force'],
    noNotice: [
      '还没有启用告知书。先启用一个版本，才能登记告知和同意。',
      'No notice is in force. Put a version in force before anybody can be told.',
    ],
    since: ['{{day}} 起，由 {{name}} 启用', 'since {{day}}, by {{name}}'],
    people: ['在住人数', 'People living here'],
    told: ['已告知', 'Told'],
    setVersion: ['启用新版告知书', 'Put a new version in force'],
    setVersionLead: [
      '从现在起，所有人都要按这个版本重新告知。已经取得的同意继续有效。',
      'From now on everybody is to be told by this version. Consents that were given stay valid.',
    ],
    published: ['已发布的告知书', 'Notices that are published'],
    versionField: ['版本', 'Version'],
    versionHint: ['写告知书上印的版本，例如：2026-1', 'As printed on the notice, for example 2026-1'],
    versionSave: ['启用', 'Put in force'],
    versionSet: ['已启用。', 'In force.'],
    post: ['登记张贴', 'Enter a posting'],
    postTitle: ['登记张贴告知', 'Enter a posted notice'],
    postLead: [
      '给住在这里的每个人登记“已张贴告知”。张贴不等于同意，需要同意的另行取得。',
      'Enters for everybody who lives there that the notice was posted. A posting is no consent.',
    ],
    areaField: ['张贴范围', 'Posted in'],
    wholeEstate: ['全部', 'Everywhere'],
    unitField: ['单元（可不填）', 'Unit (optional)'],
    dayField: ['张贴日期', 'Posted on'],
    postSave: ['登记', 'Enter'],
    posted: ['已登记，告知 {{count}} 人。', 'Entered for {{count}} people.'],
    postings: ['张贴记录', 'Postings'],
    posting: [
      '{{day}} · {{area}} · 版本 {{version}} · {{count}} 人 · {{name}}',
      '{{day}} · {{area}} · version {{version}} · {{count}} people · {{name}}',
    ],
    takeDown: ['撤回', 'Take back'],
    takeDownTitle: ['撤回这次张贴登记？', 'Take this posting back?'],
    takeDownLead: [
      '登记错了才撤回。这次登记的 {{count}} 人变回未告知。',
      'Only if it was entered by mistake. Its {{count}} people count as not told again.',
    ],
    takenDown: ['已撤回。', 'Taken back.'],
    find: ['查找未满14周岁', 'Look for under fourteen'],
    findTitle: ['查找未满14周岁、没有登记监护人的人', 'Look for people under fourteen without a guardian'],
    findLead: [
      '系统用主管的 PIN 打开出生日期和证件号码，只算年龄，不显示。',
      "A supervisor's PIN opens birthdays and ID numbers. Ages are worked out and nothing is shown.",
    ],
    findYes: ['查找', 'Look'],
    found: [
      '找到 {{count}} 人未满14周岁、没有登记监护人。请在档案里登记监护人。',
      '{{count}} people are under fourteen without a guardian. Enter the guardian in the record.',
    ],
    foundNone: ['没有找到。', 'Nobody was found.'],
    lastLook: ['上次查找 {{time}}，找到 {{count}} 人', 'last look {{time}}, {{count}} found'],
    neverLooked: ['还没有查找过', 'never looked'],
    guardians: ['未满14周岁无监护人', 'Under fourteen, no guardian'],
    list: ['待办名单', 'Work list'],
    kinds: {
      notice: ['未告知', 'Not told'],
      consent: ['未同意', 'No consent'],
      sensitive: ['敏感信息未单独同意', 'Sensitive, no consent'],
      guardian: ['监护人未同意', "No guardian's consent"],
    } satisfies Words<MissingKind>,
    kindLeads: {
      notice: ['没有按现行版本告知过的人。', 'People who were not told by the version in force.'],
      consent: [
        '租客、家属等不是物业合同一方的人，还没有取得同意。拒绝过的不再列出。',
        'Tenants, family and others who are no party to the contract and have not consented. Who refused is not listed.',
      ],
      sensitive: [
        '登记了证件号码等敏感信息，还没有单独同意。拒绝过的不再列出。',
        'An ID number or other sensitive data is held without a consent of its own. Who refused is not listed.',
      ],
      guardian: ['登记了监护人，监护人还没有同意。', 'A guardian is recorded who has not consented.'],
    } satisfies Words<MissingKind>,
    kindCount: ['{{kind}} {{count}}', '{{kind}} {{count}}'],
    none: ['没有要办的。', 'Nothing to do.'],
    more: ['再显示 50 人', 'Show 50 more'],
    columns: { room: ['房号', 'Room'], name: ['姓名', 'Name'], relation: ['关系', 'Relation'] },
    open: ['打开 {{room}} {{name}} 的档案', 'Open the record of {{room}} {{name}}'],
    noRoom: ['没有房间', 'No room'],
    strip: {
      title: ['告知与同意', 'Notice and consent'],
      told: ['已告知', 'Told'],
      notTold: ['未告知', 'Not told'],
      agreed: ['同意齐全', 'All consents given'],
      missing: ['待同意：{{purposes}}', 'Consent missing: {{purposes}}'],
      withdrawn: ['已撤回：{{purposes}}', 'Withdrawn: {{purposes}}'],
      guardian: ['告知和同意都找监护人。', 'The guardian is told and consents.'],
      noVersion: [
        '还没有启用告知书，请主管先启用。',
        'No notice is in force. A supervisor has to put one in force.',
      ],
      tell: ['已告知', 'Told'],
      agree: ['已同意', 'Consented'],
      withdraw: ['撤回同意', 'Withdraw consent'],
      formOf: ['同意书', 'Consent form'],
      general: ['一般同意', 'General consent'],
    },
    tellTitle: ['登记：已告知', 'Enter: told'],
    tellLead: ['按告知书 {{version}} 告知，今天登记。', 'Told today by notice {{version}}.'],
    agreeTitle: ['登记：已同意', 'Enter: consented'],
    agreeLead: [
      '按告知书 {{version}} 告知并同意。敏感信息逐项单独同意，只勾选对方明确同意的。',
      'Told by notice {{version}} and consented. Sensitive data takes a consent of its own: tick only what was clearly agreed to.',
    ],
    agreedTo: ['同意的用途', 'Consented to'],
    choose: ['请至少选一项。', 'Choose at least one.'],
    way: ['方式', 'How'],
    consenter: ['谁', 'Who'],
    register: ['登记', 'Enter'],
    registered: ['已登记。', 'Entered.'],
    withdrawTitle: ['登记：撤回同意', 'Enter: consent withdrawn'],
    withdrawLead: [
      '撤回不影响此前的处理，也不能因此拒绝提供不需要这些资料的服务。',
      'What was done before stays lawful. Services that do not need the data must not be refused.',
    ],
    withdrawDay: ['撤回日期', 'Withdrawn on'],
    follows: ['后续处理', 'What follows'],
    followLeads: {
      delete: ['请在档案里删除这些资料。', 'Delete the data in the record.'],
      restrict: [
        '只保存，不再使用；保存期满后删除。',
        'It is kept, used no more, and deleted once its time is over.',
      ],
      'other-basis': [
        '另有依据的部分继续处理，请在清单里写明依据。',
        'What has another basis goes on; write that basis into the inventory.',
      ],
    } satisfies Words<Withdrawal>,
    withdrawn: ['已登记撤回。', 'The withdrawal is entered.'],
    log: {
      version: ['版本 {{version}}', 'version {{version}}'],
      agreed: ['已同意', 'consented'],
      told: ['已告知', 'told'],
      people: ['{{count}} 人', '{{count}} people'],
      pages: ['{{count}} 页', '{{count}} page', '{{count}} pages'],
      records: ['{{count}} 条', '{{count}} record', '{{count}} records'],
      children: ['看了 {{looked}} 人，找到 {{found}} 人', '{{looked}} looked at, {{found}} found'],
    },
  },
  logActions: CONSENT_ACTION_WORDS,
  log: { areas: { consent: ['告知与同意', 'notice and consent'] } },
} satisfies WordTree;

declare module '../messages/i18n.ts' {
  interface Brought {
    readonly consent: typeof consentWords;
  }
}
