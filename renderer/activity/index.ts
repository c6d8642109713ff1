/** The overview of the work at the desk: how much is done, when, by whom and what for. Counts alone. */
import type { WordTree } from '../../contract/vocabulary/wording.ts';
import { definePage } from '../pages/define-page.ts';
import { activityStore } from './stores.ts';
import { MEASURE_WORDS } from '../../contract/vocabulary/oversight.ts';

const messages = {
  activity: {
    title: ['监督概况', 'Oversight overview'],
    tab: ['概况', 'Overview'],
    lead: [
      '今天柜台做了多少，和平常比怎么样；明文是什么时候、由谁、为什么查看的。只有次数，没有住户。',
      'How much the desk has done today against the usual, and when, by whom and why values were revealed. Counts only, no resident.',
    ],
    again: ['重新统计', 'Count again'],
    counting: ['正在统计操作记录：{{counted}} / {{of}}', 'Counting the log: {{counted}} of {{of}}'],
    until: ['今天到 {{time}} 为止。', 'Today until {{time}}.'],
    basis: {
      weekday: [
        '平常：最近 {{days}} 个{{weekday}}到这个时刻的中位数。',
        'Usual: the median of the last {{days}} days that were a {{weekday}}, until this time of day.',
      ],
      days: [
        '平常：最近 {{days}} 天到这个时刻的中位数。',
        'Usual: the median of the last {{days}} days, until this time of day.',
      ],
      none: [
        '还没有可比较的日子，明天起显示平常的次数。',
        'There is no day to compare with yet: the usual is shown from tomorrow on.',
      ],
    },
    tiles: MEASURE_WORDS,
    usual: ['平常 {{usual}}', 'Usual: {{usual}}'],
    above: ['高于平常', 'Above the usual'],
    alertsOpen: ['待处理的预警', 'Alerts to explain'],
    alertsNone: ['没有待处理的', 'None is waiting'],
    alertsSome: ['等主管写明原因', 'Waiting for a supervisor'],
    alertsGo: ['查看预警', 'View alerts'],
    of: ['统计', 'Show'],
    table: ['表格', 'Table'],
    tableOf: ['表格：{{title}}', 'Table: {{title}}'],
    drawing: ['图形', 'Chart'],
    drawingOf: ['图形：{{title}}', 'Chart: {{title}}'],
    hours: ['最近 28 天按星期和时段：{{what}}', 'Last 28 days by weekday and hour: {{what}}'],
    people: ['最近 28 天按人员：查看明文', 'Last 28 days by person: Reveals'],
    reasons: ['最近 28 天按原因：查看明文', 'Last 28 days by reason: Reveals'],
    weeks: ['最近 12 周：{{what}}', 'Last 12 weeks: {{what}}'],
    picture: [
      '{{title}}。共 {{total}} 次，最多 {{most}} 次。逐项数字在表格里。',
      '{{title}}. Total {{total}}, highest {{most}}. Every figure is in the table.',
    ],
    none: ['最近 28 天没有。', 'None in the last 28 days.'],
    noneWeeks: ['最近 12 周没有。', 'None in the last 12 weeks.'],
    beyond: ['其余人员', 'Everybody else'],
    columns: {
      hour: ['时段', 'Hour'],
      person: ['人员', 'Person'],
      reason: ['原因', 'Reason'],
      week: ['周一', 'Monday'],
      count: ['次数', 'Count'],
    },
    stronger: ['颜色越浓，次数越多。', 'The stronger the colour, the more.'],
    unfinished: ['本周还没结束。', 'This week is not over yet.'],
    what: [
      '查看明文含完整档案、资料摘录和紧急查看；一次打开多项算一次。',
      'Reveals include full records, extracts and emergencies; several values opened at once count once.',
    ],
  },
  log: { areas: { activity: ['概况', 'overview'] } },
} satisfies WordTree;

declare module '../messages/i18n.ts' {
  interface Brought {
    readonly activity: typeof messages;
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
