/** The words of notice and consent in both languages. */
import { CONSENT_ACTION_WORDS, type MissingKind } from '../../contract/consent/lists.ts';
import type { Withdrawal } from '../../contract/fields.ts';
import type { Words, WordTree } from '../../contract/vocabulary/wording.ts';

export const consentWords = {
  consent: {
    title: ['告知与同意', 'Notice and consent'],
    lead: [
      '未告知和未同意的住户。前台在住户档案里登记，张贴告知由主管按楼栋登记。',
      'Who has not been notified or has not consented. Receptionists record it with the resident, supervisors posted notices.',
    ],
    notice: ['现行告知书', 'Current notice'],
    noNotice: [
      '还没有启用告知书。请先启用一个版本，再登记告知和同意。',
      'No current notice. Activate a version before recording notices or consent.',
    ],
    since: ['{{day}} 起，由 {{name}} 启用', 'since {{day}}, by {{name}}'],
    people: ['在住人数', 'People living here'],
    told: ['已告知', 'Notified'],
    setVersion: ['启用新版告知书', 'Activate a new version'],
    setVersionLead: [
      '从现在起，所有人须按这个版本重新告知。已取得的同意继续有效。',
      'From now on everyone has to be notified with this version. Existing consent stays valid.',
    ],
    published: ['已发布的告知书', 'Published notices'],
    versionField: ['版本', 'Version'],
    postedEverywhere: [
      '今天已在全部小区张贴，并查找未满14周岁的住户',
      'Posted everywhere today; look for residents under fourteen as well',
    ],
    versionHint: ['填写告知书上印的版本，例如：2026-1', 'As printed on the notice, for example 2026-1'],
    versionSave: ['启用', 'Activate'],
    versionSet: ['已启用。', 'Activated.'],
    post: ['登记张贴', 'Record a posting'],
    postTitle: ['登记张贴告知', 'Record a posted notice'],
    postLead: [
      '为此处每位住户登记“张贴告知”。张贴不等于同意，须同意的另行取得。',
      'Records for everyone living there that the notice was posted. Posting is not consent.',
    ],
    areaField: ['张贴范围', 'Posted in'],
    wholeEstate: ['全部', 'Everywhere'],
    unitField: ['单元（可不填）', 'Unit (optional)'],
    dayField: ['张贴日期', 'Posted on'],
    postSave: ['登记', 'Record'],
    posted: ['已登记，告知 {{count}} 人。', 'Recorded for {{count}} people.'],
    postings: ['张贴记录', 'Postings'],
    posting: [
      '{{day}} · {{area}} · 版本 {{version}} · {{count}} 人 · {{name}}',
      '{{day}} · {{area}} · version {{version}} · {{count}} people · {{name}}',
    ],
    takeDown: ['撤回', 'Undo'],
    takeDownTitle: ['撤回这次张贴登记？', 'Undo this posting?'],
    takeDownLead: [
      '仅用于误登记。这次登记的 {{count}} 人恢复为未告知。',
      'Only if recorded by mistake. Its {{count}} people count as not notified again.',
    ],
    takenDown: ['已撤回。', 'Undone.'],
    find: ['查找未满 14 周岁', 'Find under 14s'],
    findTitle: ['查找未满 14 周岁且未登记监护人的住户', 'Find residents under 14 without a guardian'],
    findLead: [
      '凭主管的 PIN 读取出生日期和证件号，只计算年龄，不显示。',
      "A supervisor's PIN reads birthdays and ID numbers to work out ages; nothing is shown.",
    ],
    found: [
      '找到 {{count}} 人未满 14 周岁且未登记监护人。请在档案里登记监护人。',
      'Under 14 without a guardian: {{count}}. Add the guardian in their record.',
    ],
    foundNone: ['没有找到。', 'Nobody was found.'],
    lastLook: ['上次查找 {{time}}，找到 {{count}} 人', 'last check {{time}}, {{count}} found'],
    neverLooked: ['还没有查找', 'never checked'],
    guardians: ['未满 14 周岁无监护人', 'Under 14, no guardian'],
    list: ['待办名单', 'To do'],
    toIds: ['证件号码：公司的决定与名单', 'ID numbers: decision and list'],
    kinds: {
      notice: ['未告知', 'Not notified'],
      consent: ['未同意', 'No consent'],
      sensitive: ['敏感信息未单独同意', 'Sensitive data, no consent'],
      guardian: ['监护人未同意', "No guardian's consent"],
    } satisfies Words<MissingKind>,
    kindLeads: {
      notice: ['未按现行版本告知的住户。', 'Not yet notified with the current version.'],
      consent: [
        '租客、家属等非物业合同一方的人，尚未取得同意。已拒绝的不再列出。',
        'Tenants, family and others not party to the contract who have not consented. Those who refused are not listed.',
      ],
      sensitive: [
        '登记了证件号等敏感信息，尚未取得单独同意。已拒绝的不再列出。',
        'An ID number or other sensitive data is stored without separate consent. Those who refused are not listed.',
      ],
      guardian: ['已登记监护人，监护人尚未同意。', 'The guardian on record has not consented.'],
    } satisfies Words<MissingKind>,
    kindCount: ['{{kind}} {{count}}', '{{kind}} {{count}}'],
    none: ['没有待办。', 'Nothing to do.'],
    more: ['再显示 50 人', 'Show 50 more'],
    columns: { room: ['房号', 'Room'], name: ['姓名', 'Name'], relation: ['关系', 'Relation'] },
    open: ['打开 {{room}} {{name}} 的档案', 'Open the record of {{room}} {{name}}'],
    noRoom: ['没有房间', 'No room'],
    strip: {
      agreed: ['同意齐全', 'All consents given'],
      missing: ['待同意：{{purposes}}', 'Consent missing: {{purposes}}'],
      withdrawn: ['已撤回：{{purposes}}', 'Withdrawn: {{purposes}}'],
      guardian: ['告知和同意由监护人办理。', 'Notices and consent go to the guardian.'],
      noVersion: ['还没有启用告知书，请主管先启用。', 'No current notice. A supervisor has to activate one.'],
      tell: ['登记告知', 'Record notice'],
      agree: ['登记同意', 'Record consent'],
      formOf: ['同意书', 'Consent form'],
      general: ['一般同意', 'General consent'],
    },
    tellLead: ['按告知书 {{version}} 告知，今天登记。', 'Notified today with notice {{version}}.'],
    agreeLead: [
      '按告知书 {{version}} 告知并同意。敏感信息须逐项单独同意，只勾选对方明确同意的。',
      'Notified with notice {{version}} and consented. Sensitive data needs separate consent: tick only what was clearly agreed to.',
    ],
    agreedTo: ['同意的用途', 'Consented to'],
    choose: ['请至少选择一项。', 'Choose at least one.'],
    way: ['方式', 'How'],
    consenter: ['谁', 'Who'],
    registered: ['已登记。', 'Recorded.'],
    withdrawTitle: ['登记撤回同意', 'Record withdrawal'],
    withdrawLead: [
      '撤回不影响此前的处理，也不能因此拒绝提供不需要这些资料的服务。',
      "Earlier processing stays lawful. Services that don't need the data must not be refused.",
    ],
    follows: ['后续处理', 'Next step'],
    followLeads: {
      delete: ['请在档案里删除这些资料。', 'Delete the data in the record.'],
      restrict: [
        '整份档案即时限制：只保存，不再显示和使用，可在“个人请求”里解除；保存期满后删除。',
        'The whole record is restricted at once: stored, no longer shown or used, until that is lifted under "Requests of individuals"; deleted at the end of its retention.',
      ],
      'other-basis': [
        '另有依据的部分继续处理，请在信息清单里写明依据。',
        'Data with another basis stays in use; record that basis in the inventory.',
      ],
    } satisfies Words<Withdrawal>,
    withdrawn: ['已登记撤回。', 'Withdrawal recorded.'],
    withdrawnRestricted: ['已登记撤回，档案已限制处理。', 'Withdrawal recorded; the record is restricted.'],
    log: {
      version: ['版本 {{version}}', 'version {{version}}'],
      agreed: ['已同意', 'consented'],
      told: ['已告知', 'notified'],
      people: ['{{count}} 人', '{{count}} people'],
      pages: ['{{count}} 页', '{{count}} page', '{{count}} pages'],
      records: ['{{count}} 条', '{{count}} record', '{{count}} records'],
      children: ['查找 {{looked}} 人，找到 {{found}} 人', '{{looked}} checked, {{found}} found'],
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
