/** The page of alerts: what looks like a harvest, until a supervisor says why. */
import type { AlertKind } from '../../contract/limits/lists.ts';
import { featureWords } from '../messages/i18n.ts';
import { type AlertSource, definePage } from '../pages/define-page.ts';
import { alertsStore } from './stores.ts';

const zhCN = {
  alertsPage: {
    title: '预警',
    lead: '像是在成批查看资料的操作列在这里。请主管问清原因，写明后才会消失。',
    none: '没有待处理的预警。',
    count: '{{count}} 条预警待处理',
    count_other: '{{count}} 条预警待处理',
    several: '多名人员',
    explain: '写明原因',
    explainOf: '说明 {{name}} 的预警',
    words: '原因（至少 4 个字）',
    others: '与您本人有关，请另一位主管处理。',
    alone: '与您本人有关，没有别的主管，由您自己写明。',
    readOnly: '由主管处理。',
    seenBefore: '已处理',
    seenBy: '{{name}}：{{words}}',
    kinds: {
      quota: '到了限额',
      canary: '触动了哨兵档案，请通知管理员更换',
      paperLost: '纸质资料遗失',
      outside: '以紧急为由查看了负责范围外的房屋',
      burst: '一分钟内查看过多',
      inOrder: '按房号顺序连续查看 {{count}} 户',
      neighbours: '一天内相邻的 {{count}} 户被依次查看',
      manyRooms: '十分钟内查看了 {{count}} 户',
      atNight: '夜间查看了 {{count}} 次',
      wrongAnswers: '核对错误 {{count}} 次',
      lookedAtBy: '同一住户一天内被 {{count}} 人查看',
      numbersTried: '按号码查找 {{count}} 次，都没有打开档案',
      nothingDone: '打开后没有办理的档案，比其他人多 {{count}} 份',
      revealedByAll: '全柜台一天内查看明文 {{count}} 次',
      previewed: '导入预览认出 {{count}} 名住户，没有导入',
      ownRecord: '查看了自己的档案，是哪一份见当时的操作记录',
      ownHousehold: '一天内查看自家人的档案 {{count}} 次',
      ownNeighbours: '一天内查看隔壁邻居的档案 {{count}} 次',
      colleague: '查看了同事的档案，是哪一份见当时的操作记录',
    } satisfies Readonly<Record<AlertKind, string>>,
    names: {
      quota: '到了限额',
      canary: '触动哨兵档案',
      paperLost: '纸质资料遗失',
      outside: '紧急查看范围外房屋',
      burst: '一分钟内查看过多',
      inOrder: '按房号顺序查看',
      neighbours: '相邻房屋被查看',
      manyRooms: '十分钟内查看过多',
      atNight: '夜间查看',
      wrongAnswers: '核对错误过多',
      lookedAtBy: '多人查看同一住户',
      numbersTried: '按号码试查',
      nothingDone: '打开后没有办理',
      revealedByAll: '全柜台查看明文过多',
      previewed: '预览后没有导入',
      ownRecord: '查看自己的档案',
      ownHousehold: '查看自家人',
      ownNeighbours: '查看隔壁邻居',
      colleague: '查看同事的档案',
    } satisfies Readonly<Record<AlertKind, string>>,
    entry: '第 {{number}} 条预警',
  },
  logActions: { alert: '预警', 'alert-seen': '处理预警' },
  log: { areas: { alerts: '预警' } },
};

const messages = featureWords(zhCN, {
  alertsPage: {
    title: 'Alerts',
    lead: 'What looks as if records were taken in bulk. Each stays until a supervisor has asked and says why.',
    none: 'No alert is waiting.',
    count: '{{count}} alert to explain',
    count_other: '{{count}} alerts to explain',
    several: 'Several people',
    explain: 'Explain',
    explainOf: 'Explain the alert about {{name}}',
    words: 'Why (at least 4 characters)',
    others: 'It is about you: another supervisor explains it.',
    alone: 'It is about you. There is no other supervisor, so you explain it yourself.',
    readOnly: 'A supervisor explains it.',
    seenBefore: 'Explained',
    seenBy: '{{name}}: {{words}}',
    kinds: {
      quota: 'A limit was reached',
      canary: 'A canary record was touched: tell an admin to replace it',
      paperLost: 'A paper was reported lost',
      outside: 'A room outside the scope was opened in an emergency',
      burst: 'Too many views within a minute',
      inOrder: '{{count}} rooms viewed in the order of their numbers',
      neighbours: '{{count}} neighbouring rooms viewed within a day',
      manyRooms: '{{count}} rooms viewed within ten minutes',
      atNight: '{{count}} records viewed at night',
      wrongAnswers: '{{count}} wrong answers verified',
      lookedAtBy: 'One resident viewed by {{count}} of the staff within a day',
      numbersTried: '{{count}} searches by number with no record opened',
      nothingDone: '{{count}} more records than others opened with nothing done',
      revealedByAll: '{{count}} values revealed at the whole desk within a day',
      previewed: 'An import preview recognised {{count}} residents and was not imported',
      ownRecord: 'Viewed their own record; the log of that time says which',
      ownHousehold: 'Viewed records of their own household {{count}} times within a day',
      ownNeighbours: 'Viewed records of their next-door neighbours {{count}} times within a day',
      colleague: "Viewed a colleague's record; the log of that time says which",
    },
    names: {
      quota: 'limit reached',
      canary: 'canary record touched',
      paperLost: 'Paper lost',
      outside: 'room outside opened in an emergency',
      burst: 'too many views within a minute',
      inOrder: 'rooms viewed in order',
      neighbours: 'neighbouring rooms viewed',
      manyRooms: 'too many rooms within ten minutes',
      atNight: 'views at night',
      wrongAnswers: 'too many wrong answers',
      lookedAtBy: 'one resident viewed by many',
      numbersTried: 'numbers tried',
      nothingDone: 'opened with nothing done',
      revealedByAll: 'too many values revealed at the desk',
      previewed: 'previews not imported',
      ownRecord: 'own record viewed',
      ownHousehold: 'own household viewed',
      ownNeighbours: 'next-door neighbours viewed',
      colleague: "colleague's record viewed",
    },
    entry: 'alert {{number}}',
  },
  logActions: { alert: 'Alert', 'alert-seen': 'Alert explained' },
  log: { areas: { alerts: 'alerts' } },
});

declare module '../messages/i18n.ts' {
  interface Brought {
    readonly alerts: typeof zhCN;
  }
}

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

export const alertsPage = definePage({
  name: 'alerts',
  area: 'oversight',
  place: 60,
  mends: {
    'access-oversight': { by: 'both' },
  },
  follows: {
    alerts: async () => {
      if (alertsStore.getState().known) await alertsStore.getState().read();
    },
  },
  roles: ['supervisor', 'admin'],
  title: (t) => t('alertsPage.title'),
  messages,
  alert: alertsAlert,
  log: {
    alert: ({ t }, { kind, count }) => t(`alertsPage.kinds.${kind}`, { count }),
    'alert-seen': ({ t }, { entry }) => t('alertsPage.entry', { number: entry }),
  },
  load: () => import('./AlertsPage.tsx').then(({ AlertsPage }) => AlertsPage),
});
