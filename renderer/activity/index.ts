/** The overview of the work at the desk: how much is done, when, by whom and what for. Counts alone. */
import type { Measure } from '../../contract/activity/lists.ts';
import { featureWords } from '../messages/i18n.ts';
import { definePage } from '../pages/define-page.ts';
import { activityStore } from './stores.ts';

const zhCN = {
  activity: {
    title: '监督概况',
    tab: '概况',
    lead: '今天柜台做了多少，和平常比怎么样；明文是什么时候、由谁、为什么查看的。只有次数，没有住户。',
    again: '重新统计',
    counting: '正在统计操作记录：{{counted}} / {{of}}',
    until: '今天到 {{time}} 为止。',
    basis: {
      weekday: '平常：最近 {{days}} 个{{weekday}}到这个时刻的中位数。',
      days: '平常：最近 {{days}} 天到这个时刻的中位数。',
      none: '还没有可比较的日子，明天起显示平常的次数。',
    },
    tiles: {
      signIn: '登录',
      search: '查找',
      open: '打开档案、房屋',
      verify: '核对',
      reveal: '查看明文',
      denied: '被拒绝、失败的尝试',
      limit: '到了限额',
    } satisfies Readonly<Record<Measure, string>>,
    usual: '平常 {{usual}}',
    above: '高于平常',
    alertsOpen: '待处理的预警',
    alertsNone: '没有待处理的',
    alertsSome: '等主管写明原因',
    alertsGo: '查看预警',
    of: '统计',
    table: '表格',
    tableOf: '表格：{{title}}',
    drawing: '图形',
    drawingOf: '图形：{{title}}',
    hours: '最近 28 天按星期和时段：{{what}}',
    people: '最近 28 天按人员：查看明文',
    reasons: '最近 28 天按原因：查看明文',
    weeks: '最近 12 周：{{what}}',
    picture: '{{title}}。共 {{total}} 次，最多 {{most}} 次。逐项数字在表格里。',
    none: '最近 28 天没有。',
    noneWeeks: '最近 12 周没有。',
    beyond: '其余人员',
    columns: { hour: '时段', person: '人员', reason: '原因', week: '周一', count: '次数' },
    stronger: '颜色越浓，次数越多。',
    unfinished: '本周还没结束。',
    what: '查看明文含完整档案、资料摘录和紧急查看；一次打开多项算一次。',
  },
  log: { areas: { activity: '概况' } },
};

const messages = featureWords(zhCN, {
  activity: {
    title: 'Oversight overview',
    tab: 'Overview',
    lead: 'How much the desk has done today against the usual, and when, by whom and why values were revealed. Counts only, no resident.',
    again: 'Count again',
    counting: 'Counting the log: {{counted}} of {{of}}',
    until: 'Today until {{time}}.',
    basis: {
      weekday: 'Usual: the median of the last {{days}} days that were a {{weekday}}, until this time of day.',
      days: 'Usual: the median of the last {{days}} days, until this time of day.',
      none: 'There is no day to compare with yet: the usual is shown from tomorrow on.',
    },
    tiles: {
      signIn: 'Sign-ins',
      search: 'Searches',
      open: 'Records and rooms opened',
      verify: 'Answers verified',
      reveal: 'Reveals',
      denied: 'Refused or failed attempts',
      limit: 'Limits reached',
    },
    usual: 'Usual: {{usual}}',
    above: 'Above the usual',
    alertsOpen: 'Alerts to explain',
    alertsNone: 'None is waiting',
    alertsSome: 'Waiting for a supervisor',
    alertsGo: 'View alerts',
    of: 'Show',
    table: 'Table',
    tableOf: 'Table: {{title}}',
    drawing: 'Chart',
    drawingOf: 'Chart: {{title}}',
    hours: 'Last 28 days by weekday and hour: {{what}}',
    people: 'Last 28 days by person: Reveals',
    reasons: 'Last 28 days by reason: Reveals',
    weeks: 'Last 12 weeks: {{what}}',
    picture: '{{title}}. Total {{total}}, highest {{most}}. Every figure is in the table.',
    none: 'None in the last 28 days.',
    noneWeeks: 'None in the last 12 weeks.',
    beyond: 'Everybody else',
    columns: { hour: 'Hour', person: 'Person', reason: 'Reason', week: 'Monday', count: 'Count' },
    stronger: 'The stronger the colour, the more.',
    unfinished: 'This week is not over yet.',
    what: 'Reveals include full records, extracts and emergencies; several values opened at once count once.',
  },
  log: { areas: { activity: 'overview' } },
});

declare module '../messages/i18n.ts' {
  interface Brought {
    readonly activity: typeof zhCN;
  }
}

export const activityPage = definePage({
  name: 'activity',
  area: 'oversight',
  place: 10,
  roles: ['supervisor', 'admin'],
  title: (t) => t('activity.title'),
  tab: (t) => t('activity.tab'),
  messages,
  left: () => activityStore.getState().stop(),
  load: () => import('./ActivityPage.tsx').then(({ ActivityPage }) => ActivityPage),
});
