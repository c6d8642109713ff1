/** The page of alerts: what looks like a harvest, until a supervisor says why. */
import type { AlertKind } from '../../contract/limits/lists.ts';
import type { Words, WordTree } from '../../contract/vocabulary/wording.ts';
import { type AlertSource, definePage } from '../pages/define-page.ts';
import { lossWords } from './loss-words.ts';
import { alertsStore, lossStore } from './stores.ts';
import { ALERT_WORDS } from '../../contract/vocabulary/oversight.ts';

export const messages = {
  alertsPage: {
    title: ['预警', 'Alerts'],
    lead: ['疑似批量查看，由主管核实原因并说明。', 'Looks like bulk viewing; supervisors explain.'],
    none: ['没有待处理的预警。', 'No open alerts.'],
    count: ['{{count}} 条预警待处理', '{{count}} open alert', '{{count}} open alerts'],
    several: ['多名人员', 'Several people'],
    explain: ['提交说明', 'Resolve'],
    explainOf: ['说明 {{name}} 的预警', 'Resolve the alert about {{name}}'],
    others: ['与您本人有关，请另一位主管处理。', 'About you: another supervisor has to resolve it.'],
    alone: [
      '与您本人有关，没有其他主管，由您本人说明。',
      'About you. There is no other supervisor, so you may resolve it yourself.',
    ],
    readOnly: ['由主管处理。', 'A supervisor resolves it.'],
    seenBefore: ['已处理', 'Resolved'],
    waits: ['待处理', 'Open'],
    ofLimit: ['{{number}}，达到 {{limit}} 即预警', '{{number}}; {{limit}} or more raises an alert'],
    nobody: ['不涉及单个住户', 'No single resident'],
    history: ['查看当时的经过', 'See what was viewed'],
    facts: {
      who: ['经办', 'Staff'],
      count: ['次数', 'Count'],
      about: ['涉及', 'About'],
      words: ['说明', 'Explanation'],
      by: ['处理', 'Resolved by'],
    },
    kinds: {
      quota: ['已达查看上限', 'A limit was reached'],
      canary: ['有人查看了哨兵档案，请管理员更换', 'A canary record was opened: ask an admin to replace it'],
      paperLost: ['纸质资料遗失', 'A paper was reported lost'],
      outside: ['以紧急为由查看了负责范围外的房屋', 'A room outside the scope was opened in an emergency'],
      emergency: ['一次紧急查看打开了 {{count}} 户以上', 'One emergency opened {{count}} or more records'],
      burst: ['一分钟内查看过多', 'Too many views within a minute'],
      inOrder: ['按房号顺序连续查看 {{count}} 户', '{{count}} rooms viewed in number order'],
      neighbours: ['一天内相邻的 {{count}} 户被依次查看', '{{count}} neighbouring rooms viewed within a day'],
      manyRooms: ['十分钟内查看了 {{count}} 户', '{{count}} rooms viewed within ten minutes'],
      atNight: ['夜间查看了 {{count}} 次', '{{count}} records viewed at night'],
      wrongAnswers: ['核实不一致 {{count}} 次', '{{count}} failed verifications'],
      lookedAtBy: ['同一住户一天内被 {{count}} 人查看', 'Resident viewed by {{count}} staff within a day'],
      numbersTried: ['按号码查找 {{count}} 次，都没有打开档案', '{{count}} searches by number, none opened'],
      nothingDone: [
        '打开后没有办理的档案，比其他人多 {{count}} 份',
        'Opened, nothing done: {{count}} over others',
      ],
      revealedByAll: ['全柜台一天内显示资料 {{count}} 次', '{{count}} values revealed by all within a day'],
      previewed: ['导入预览认出 {{count}} 名住户，没有导入', 'Preview of {{count}} residents, not imported'],
      ownRecord: ['查看了本人的档案，详见当时的操作记录', 'Viewed their own record; see the log for which'],
      ownHousehold: ['一天内查看自家人的档案 {{count}} 次', 'Own household viewed {{count}} times in a day'],
      ownNeighbours: [
        '一天内查看隔壁邻居的档案 {{count}} 次',
        'Viewed records of their next-door neighbours {{count}} times within a day',
      ],
      colleague: ['查看了同事的档案，详见当时的操作记录', "Viewed a colleague's record; see the log"],
      triedBeyond: [
        '一天内反复查找而没有打开档案，多出 {{count}} 次',
        'Repeated searches within a day without opening records: {{count}} more than expected',
      ],
      triedBeyondInMonth: [
        '一个月内反复查找而没有打开档案，多出 {{count}} 次',
        'Repeated searches within a month without opening records: {{count}} more than expected',
      ],
      triedInWeek: ['一周内查找 {{count}} 次，都没有打开档案', '{{count}} searches in a week, none opened'],
      triedInMonth: ['一个月内查找 {{count}} 次，都没有打开档案', '{{count}} searches a month, none opened'],
      openedInWeek: ['一周内查看了 {{count}} 次', '{{count}} records and rooms viewed within a week'],
      openedInMonth: ['一个月内查看了 {{count}} 次', '{{count}} records and rooms viewed within a month'],
      wrongInWeek: ['一周内核实不一致 {{count}} 次', '{{count}} failed verifications within a week'],
      wrongInMonth: ['一个月内核实不一致 {{count}} 次', '{{count}} failed verifications within a month'],
      revealedBeyond: [
        '一天内显示资料，比所开档案应有的多 {{count}} 次',
        '{{count}} more values revealed within a day than the opened records explain',
      ],
      revealedBeyondInMonth: [
        '一个月内显示资料，比所开档案应有的多 {{count}} 次',
        '{{count}} more values revealed within a month than the opened records explain',
      ],
      revealedInWeek: ['一周内显示资料 {{count}} 次', '{{count}} values revealed within a week'],
      revealedInMonth: ['一个月内显示资料 {{count}} 次', '{{count}} values revealed within a month'],
      revealedOfHundred: [
        '一个月内显示了 {{count}} 名住户的资料，占全部住户的很大一部分',
        'Values of {{count}} residents revealed within a month, a large share of all',
      ],
      refusedOutside: ['打开范围外的档案被拒绝 {{count}} 份', 'Refused outside their scope: {{count}}'],
    } satisfies Words<AlertKind>,
    names: ALERT_WORDS,
    entry: ['第 {{number}} 条预警', 'alert {{number}}'],
  },
  log: { areas: { alerts: ['预警', 'alerts'] } },
} satisfies WordTree;

const alertsAlert: AlertSource = {
  ask: async (role) => (role === 'receptionist' ? undefined : alertsStore.getState().read()),
  subscribe: alertsStore.subscribe,
  alertOf: ({ t }) => {
    const { length: count } = alertsStore.getState().open;
    return count === 0
      ? null
      : { id: 'alerts', tone: 'harm', words: t('alertsPage.count', { count }), page: 'alerts' };
  },
};

const lossAlert: AlertSource = {
  ask: () => lossStore.getState().read(),
  subscribe: lossStore.subscribe,
  alertOf: ({ t }) => {
    const count = lossStore.getState().register?.losses.length ?? 0;
    return count === 0
      ? null
      : { id: 'losses', tone: 'amber', words: t('losses.count', { count }), page: 'alerts' };
  },
};

export const alertsPage = definePage({
  name: 'alerts',
  at: { tab: 'pending', place: 10 },
  mends: { 'access-oversight': { by: 'both' } },
  follows: {
    alerts: async () => {
      if (alertsStore.getState().known) await alertsStore.getState().read();
    },
    losses: () => lossStore.getState().read(),
  },
  roles: ['supervisor', 'admin'],
  title: (t) => t('alertsPage.title'),
  called: ['报警 异常 警报 批量查看 待处理 未保留的改动', 'alarm, unusual, bulk views, changes not kept'],
  messages: { ...messages, ...lossWords, log: { areas: { ...messages.log.areas, ...lossWords.log.areas } } },
  alert: [alertsAlert, lossAlert],
  log: {
    alert: ({ t }, { kind, count }) => t(`alertsPage.kinds.${kind}`, { count }),
    'alert-seen': ({ t }, { entry }) => t('alertsPage.entry', { number: entry }),
    'loss-seen': ({ t }, { desk, n }) => `${t('log.keys.desk', { desk })} · ${n}`,
  },
  load: () => import('./AlertsPage.tsx').then(({ AlertsPage }) => AlertsPage),
});
