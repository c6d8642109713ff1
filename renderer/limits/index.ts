/** The page of limits: how much the desk may do before a supervisor has to agree, and what raises an alert. */
import { LIMITS_ACTION_WORDS, type Preset, type Sign, type Span } from '../../contract/limits/lists.ts';
import type { Words, WordTree } from '../../contract/vocabulary/wording.ts';
import { definePage } from '../pages/define-page.ts';
import { COUNTED_WORDS } from '../../contract/vocabulary/oversight.ts';

export const messages = {
  limitsPage: {
    title: ['限额', 'Limits'],
    lead: ['达到上限须主管当场同意。0 表示不限。', 'Beyond these a supervisor approves. 0: no limit.'],
    readOnly: ['由管理员更改。', 'Only an admin can change these.'],
    quotas: ['{{role}}每人的次数', '{{role}}: how often, per person'],
    inShort: ['{{role}}：一小时 {{hour}}，一天 {{day}}', '{{role}}: {{hour}}/h, {{day}}/day'],
    columns: { counted: ['操作', 'What'], sign: ['情况', 'Situation'], number: ['限额', 'Limit'] },
    counted: COUNTED_WORDS,
    preset: {
      loose: ['宽松', 'Loose'],
      standard: ['标准', 'Standard'],
      strict: ['严格', 'Strict'],
      own: ['自定', 'Custom'],
    } satisfies Words<Preset | 'own'>,
    numbers: ['逐项次数', 'Each number'],
    spans: {
      hour: ['一小时', 'An hour'],
      shift: ['一个班', 'A shift'],
      day: ['一天', 'A day'],
    } satisfies Words<Span>,
    signsTitle: ['预警', 'Alerts'],
    signs: {
      burst: ['一分钟内查看这么多，等一分钟', 'This many views within a minute cause a one-minute wait'],
      inOrder: ['一人按房号顺序连续查看这么多户', 'This many rooms viewed by one person in number order'],
      neighbours: ['一天内相邻的这么多户被查看（不论谁）', 'Neighbouring rooms viewed in a day, by anyone'],
      manyRooms: ['一人十分钟内查看这么多户', 'This many rooms viewed by one person within ten minutes'],
      atNight: ['一人一夜查看这么多次', 'This many views by one person in a night'],
      wrongAnswers: ['一人一天核实不一致这么多次', 'This many failed verifications by a person in a day'],
      lookedAtBy: ['同一住户一天内被这么多人查看', 'One resident viewed by this many staff within a day'],
      numbersTried: ['一小时内按号码查找这么多次，没有打开档案', 'Number searches in an hour, none opened'],
      nothingDone: [
        '一人一天打开后没有办理的，比别人多这么多份',
        'This many more records than others opened by one person with nothing done',
      ],
      revealedByAll: ['全柜台一天显示资料这么多次', 'This many values revealed at the counter in a day'],
      previewed: [
        '一天内导入预览识别出这么多名住户，没有导入',
        'This many residents recognised within a day in import previews that were not imported',
      ],
      ownRecord: [
        '住在本小区的人员一天查看自己的档案这么多次',
        'This many views within a day of their own record by staff who live here',
      ],
      ownHousehold: [
        '住在本小区的人员一天查看自家人这么多次',
        'This many views within a day of their own household by staff who live here',
      ],
      ownNeighbours: [
        '住在本小区的人员一天查看隔壁邻居这么多次',
        'This many views within a day of next-door neighbours by staff who live here',
      ],
      colleague: ['一天查看同事的档案这么多次', "This many views within a day of a colleague's record"],
      triedBeyond: [
        '一人一天查找后没有打开档案的，比打开数的五分之四多这么多次',
        'This many searches by one person within a day with no record opened, beyond four for every five opened',
      ],
      triedBeyondInMonth: [
        '一人一个月查找后没有打开档案的，比打开数的五分之四多这么多次',
        'This many searches by one person within a month with no record opened, beyond four for every five opened',
      ],
      triedInWeek: ['一人一周查找后没有打开档案这么多次', 'Searches by one person in a week, none opened'],
      triedInMonth: [
        '一人一个月查找后没有打开档案这么多次；住户少的小区，每名住户 10 次',
        'This many searches by one person within a month with no record opened; in a small estate ten per resident',
      ],
      openedInWeek: ['一人一周查看这么多次', 'This many views by one person within a week'],
      openedInMonth: ['一人一个月查看这么多次', 'This many views by one person within a month'],
      wrongInWeek: ['一人一周核实不一致这么多次', 'This many failed verifications by a person in a week'],
      wrongInMonth: ['一人一个月核实不一致这么多次', 'This many failed verifications by a person in a month'],
      revealedBeyond: [
        '一人一天显示资料，比打开数的三分之一多这么多次',
        'This many values revealed by one person within a day, beyond one for every three records opened',
      ],
      revealedBeyondInMonth: [
        '一人一个月显示资料，比打开数的三分之一多这么多次',
        'This many values revealed by one person within a month, beyond one for every three records opened',
      ],
      revealedInWeek: ['一人一周显示资料这么多次', 'This many values revealed by a person in a week'],
      revealedInMonth: ['一人一个月显示资料这么多次', 'This many values revealed by a person in a month'],
      revealedOfHundred: [
        '一人一个月显示过资料的住户，占全部住户的百分之这么多',
        'This percentage of residents with a value revealed by one person within a month',
      ],
      refusedOutside: [
        '一人一天打开负责范围外的档案被拒绝这么多份',
        'This many refused records outside their scope by one person within a day',
      ],
    } satisfies Words<Sign>,
    night: ['夜间：{{from}}:00 至 {{until}}:00', 'Night: {{from}}:00 to {{until}}:00'],
    chosen: ['{{time}} 由{{name}}设定：{{words}}', 'Chosen {{time}} by {{name}}: {{words}}'],
    usual: ['没有修改过，为预设值。', 'Never changed: defaults.'],
    trial: ['按最近 30 天试算', 'Try on the last 30 days'],
    trying: ['正在试算…', 'Trying…'],
    tried: [
      '最近 {{count}} 天：须主管同意 {{stopped}} 次，须等待 {{waited}} 次。',
      'Last {{count}} day: {{stopped}} supervisor approvals, {{waited}} waits.',
      'Last {{count}} days: {{stopped}} supervisor approvals, {{waited}} waits.',
    ],
    raised: ['{{kind}} {{count}} 次', '{{kind}}: {{count}} time', '{{kind}}: {{count}} times'],
    raisedAll: ['预警：{{what}}', 'Alerts · {{what}}'],
    raisedNone: ['没有预警。', 'No alert.'],
    save: ['保存限额', 'Save limits'],
    discard: ['取消修改', 'Discard'],
    looser: ['比现在放宽，须主管同意。', 'Looser: a supervisor has to approve.'],
    tighter: ['比现在收紧，只须管理员的 PIN。', 'Stricter: admin PIN only.'],
    inLog: [
      '前台一天打开 {{open}} 次、显示 {{reveal}} 次，等',
      'receptionist per day: {{open}} opened, {{reveal}} revealed, and more',
    ],
    override: {
      title: ['请主管同意继续', 'Supervisor approval'],
      lead: [
        '主管同意后，一小时内可以继续，并记入操作记录。',
        'Once a supervisor approves you can continue for an hour. This is logged.',
      ],
      yes: ['同意继续一小时', 'Approve for an hour'],
    },
  },
  logActions: LIMITS_ACTION_WORDS,
  log: { areas: { limits: ['限额', 'limits'] } },
} satisfies WordTree;

export const limitsPage = definePage({
  name: 'limits',
  at: { tab: 'rules', place: 20 },
  roles: ['supervisor', 'admin'],
  title: (t) => t('limitsPage.title'),
  called: ['次数 上限 限制 额度', 'quota, how often, thresholds'],
  messages,
  log: {
    limits: ({ t }, { limits: { quotas } }) =>
      t('limitsPage.inLog', { open: quotas.receptionist.open.day, reveal: quotas.receptionist.reveal.day }),
    'limit-override': () => '',
  },
  load: () => import('./LimitsPage.tsx').then(({ LimitsPage }) => LimitsPage),
});
