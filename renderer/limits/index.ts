/** The page of limits: how much the desk may do before a supervisor has to agree, and what raises an alert. */
import type { Counted, LimitedRole, Sign, Span } from '../../contract/limits/lists.ts';
import { featureWords } from '../messages/i18n.ts';
import { definePage } from '../pages/define-page.ts';

const zhCN = {
  limitsPage: {
    title: '限额',
    lead: '每人查找、打开、核对、查看明文的次数。到了限额要主管当场同意；像是成批查看的，列进预警。0 表示不限。',
    readOnly: '由管理员更改。',
    quotas: '每人的次数',
    columns: { counted: '操作', role: '岗位', sign: '情况', number: '限额' },
    of: { receptionist: '前台', supervisor: '主管' } satisfies Readonly<Record<LimitedRole, string>>,
    counted: {
      search: '查找',
      open: '打开档案、房屋',
      verify: '核对',
      reveal: '查看明文',
    } satisfies Readonly<Record<Counted, string>>,
    spans: { hour: '一小时', shift: '一个班', day: '一天' } satisfies Readonly<Record<Span, string>>,
    signsTitle: '预警',
    signs: {
      burst: '一分钟内查看这么多，等一分钟',
      inOrder: '一人按房号顺序连续查看这么多户',
      neighbours: '一天内相邻的这么多户被查看（不论谁）',
      manyRooms: '一人十分钟内查看这么多户',
      atNight: '一人一夜查看这么多次',
      wrongAnswers: '一人一天核对错误这么多次',
      lookedAtBy: '同一住户一天内被这么多人查看',
      numbersTried: '一小时内按号码查找这么多次，没有打开档案',
      nothingDone: '一人一天打开后没有办理的，比别人多这么多份',
      revealedByAll: '全柜台一天查看明文这么多次',
      previewed: '一天内导入预览认出这么多名住户，没有导入',
      ownRecord: '住在本小区的人员一天查看自己的档案这么多次',
      ownHousehold: '住在本小区的人员一天查看自家人这么多次',
      ownNeighbours: '住在本小区的人员一天查看隔壁邻居这么多次',
      colleague: '一天查看同事的档案这么多次',
    } satisfies Readonly<Record<Sign, string>>,
    night: '夜间：{{from}}:00 至 {{until}}:00',
    chosen: '{{time}} 由{{name}}设定：{{words}}',
    usual: '还没有人改过，用的是预设。',
    trial: '按最近 30 天试算',
    trying: '正在试算…',
    tried: '最近 {{days}} 天：要主管同意 {{stopped}} 次，要等 {{waited}} 次。',
    raised: '{{kind}}：{{count}} 次',
    raisedNone: '没有预警。',
    save: '保存限额',
    discard: '不改了',
    saving: '正在保存…',
    words: '为什么改（至少 4 个字）',
    looser: '比现在放宽了，要主管同意。',
    tighter: '比现在收紧了，管理员的 PIN 就够。',
    inLog: '前台一天打开 {{open}} 次、查看明文 {{reveal}} 次，等',
    override: {
      title: '请主管同意继续',
      lead: '主管同意后，一小时内可以继续。操作记录里会留一条。',
      words: '原因（至少 4 个字）',
      yes: '同意继续一小时',
    },
  },
  logActions: { limits: '更改限额', 'limit-override': '同意超过限额' },
  log: { areas: { limits: '限额' } },
};

const messages = featureWords(zhCN, {
  limitsPage: {
    title: 'Limits',
    lead: 'How often each person may search, open, verify and reveal. At a limit a supervisor has to agree on the spot; what looks like taking records in bulk becomes an alert. 0 is no limit.',
    readOnly: 'An admin changes them.',
    quotas: 'How often, per person',
    columns: { counted: 'What', role: 'Role', sign: 'What happens', number: 'Limit' },
    of: { receptionist: 'Receptionist', supervisor: 'Supervisor' },
    counted: {
      search: 'Searches',
      open: 'Records and rooms opened',
      verify: 'Answers verified',
      reveal: 'Values revealed',
    },
    spans: { hour: 'An hour', shift: 'A shift', day: 'A day' },
    signsTitle: 'Alerts',
    signs: {
      burst: 'So many views within a minute make them wait a minute',
      inOrder: 'So many rooms viewed by one person in the order of their numbers',
      neighbours: 'So many neighbouring rooms viewed within a day, by whoever',
      manyRooms: 'So many rooms viewed by one person within ten minutes',
      atNight: 'So many views by one person in a night',
      wrongAnswers: 'So many wrong answers verified by one person within a day',
      lookedAtBy: 'One resident viewed by so many of the staff within a day',
      numbersTried: 'So many searches by number within an hour with no record opened',
      nothingDone: 'So many more records than others opened by one person with nothing done',
      revealedByAll: 'So many values revealed at the whole desk within a day',
      previewed: 'So many residents recognised within a day by import previews that are not imported',
      ownRecord: 'So many views within a day by staff who live here of their own record',
      ownHousehold: 'So many views within a day by staff who live here of their own household',
      ownNeighbours: 'So many views within a day by staff who live here of the rooms next to theirs',
      colleague: "So many views within a day of a colleague's record",
    },
    night: 'Night: {{from}}:00 to {{until}}:00',
    chosen: 'Chosen {{time}} by {{name}}: {{words}}',
    usual: 'Nobody has changed them yet: these are the defaults.',
    trial: 'Try on the last 30 days',
    trying: 'Trying…',
    tried:
      'In the last {{days}} days: a supervisor would have been asked {{stopped}} times, a wait called for {{waited}} times.',
    raised: '{{kind}}: {{count}} times',
    raisedNone: 'No alert.',
    save: 'Save limits',
    discard: 'Discard',
    saving: 'Saving…',
    words: 'Why they change (at least 4 characters)',
    looser: 'More than now is allowed: a supervisor has to agree.',
    tighter: "Less than now is allowed: the admin's PIN is enough.",
    inLog: 'a day of a receptionist: {{open}} opened, {{reveal}} revealed, and more',
    override: {
      title: 'A supervisor has to agree',
      lead: 'Once a supervisor agrees you can go on for an hour. The log keeps an entry.',
      words: 'Why (at least 4 characters)',
      yes: 'Agree for an hour',
    },
  },
  logActions: { limits: 'Limits changed', 'limit-override': 'Limit lifted' },
  log: { areas: { limits: 'limits' } },
});

declare module '../messages/i18n.ts' {
  interface Brought {
    readonly limits: typeof zhCN;
  }
}

export const limitsPage = definePage({
  name: 'limits',
  area: 'oversight',
  place: 80,
  roles: ['supervisor', 'admin'],
  title: (t) => t('limitsPage.title'),
  messages,
  log: {
    limits: ({ t }, { limits: { quotas } }) =>
      t('limitsPage.inLog', { open: quotas.receptionist.open.day, reveal: quotas.receptionist.reveal.day }),
    'limit-override': () => '',
  },
  load: () => import('./LimitsPage.tsx').then(({ LimitsPage }) => LimitsPage),
});
