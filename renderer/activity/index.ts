/** The overview of the work at the desk: how much is done, when, by whom and what for. Counts alone. */
import { ACTIVITY_ACTION_WORDS, type LookedAt, type Supervision } from '../../contract/activity/lists.ts';
import type { Words, WordTree } from '../../contract/vocabulary/wording.ts';
import { definePage, type AlertSource } from '../pages/define-page.ts';
import { activityStore, supervisionStore } from './stores.ts';
import { MEASURE_WORDS } from '../../contract/vocabulary/oversight.ts';

export const messages = {
  activity: {
    title: ['监督概况', 'Oversight overview'],
    tab: ['概况', 'Overview'],
    lead: ['业务量与平常相比如何。只有次数，不含住户。', 'Compared with usual. Counts only.'],
    again: ['重新统计', 'Refresh'],
    supervision: {
      title: ['负责人监督', "Manager's checks"],
      names: ACTIVITY_ACTION_WORDS,
      never: ['还没有做过。', 'Never made.'],
      last: ['最近 {{time}}，{{name}}；下次不晚于 {{due}}。', 'Last {{time}}, {{name}}; next by {{due}}.'],
      do: {
        'spot-check': ['登记抽查', 'Record a spot check'],
        'quarterly-report': ['登记报告', 'Record a report'],
      } satisfies Words<Supervision>,
      spotLead: [
        '请先在操作记录、打印和导出登记、纸质登记簿中逐项抽查。上次抽查以来：{{counts}}。',
        'First look at the log, the registers of prints and exports, and the register of paper. Since the last spot check: {{counts}}.',
      ],
      and: ['、', ', '],
      looked: {
        views: ['查看 {{count}} 次', '{{count}} view', '{{count}} views'],
        refusals: ['拒绝 {{count}} 次', '{{count}} refusal', '{{count}} refusals'],
        alerts: ['预警 {{count}} 条', '{{count}} alert', '{{count}} alerts'],
        prints: ['打印 {{count}} 次', '{{count}} print', '{{count}} prints'],
        exports: ['导出 {{count}} 次', '{{count}} export', '{{count}} exports'],
        papers: ['纸质资料 {{count}} 份', '{{count}} paper', '{{count}} papers'],
      } satisfies Words<LookedAt>,
      problems: ['发现异常（项）', 'Problems found'],
      spotWords: ['抽查了什么，结果如何', 'What you looked at and found'],
      reportLead: [
        '向单位负责人书面报告本季度的查看、打印、导出、预警、请求和整改情况后登记。',
        'Record it once the written report of the quarter was handed to whoever leads the company.',
      ],
      reportWords: ['报告给谁，主要内容', 'To whom, and the main points'],
      sign: ['签名登记', 'Sign and record'],
      bell: {
        'spot-check': ['本月抽查已逾期', 'The monthly spot check is overdue'],
        'quarterly-report': ['季度报告已逾期', 'The quarterly report is overdue'],
      } satisfies Words<Supervision>,
      log: {
        check: ['自 {{since}}，异常 {{problems}} 项', 'since {{since}}, {{problems}} problems'],
        report: ['自 {{since}}，抽查 {{checks}} 次', 'since {{since}}, {{checks}} spot checks'],
      },
    },
    counting: ['正在统计操作记录：{{counted}} / {{of}}', 'Counting the log: {{counted}} of {{of}}'],
    until: ['今天截至 {{time}}。', 'Today until {{time}}.'],
    basis: {
      weekday: [
        '平常：最近 {{days}} 个{{weekday}}到这个时刻的中位数。',
        'Usual: the median of the last {{days}} {{weekday}}s up to this time of day.',
      ],
      days: ['平常：最近 {{days}} 天到这个时刻的中位数。', 'Usual: median of {{days}} days up to this time.'],
      none: ['还没有可比较的日子，明天起显示平常的次数。', 'Nothing to compare with until tomorrow.'],
    },
    tiles: MEASURE_WORDS,
    usual: ['平常 {{usual}}', 'Usual: {{usual}}'],
    above: ['高于平常', 'Above usual'],
    of: ['统计', 'Show'],
    table: ['表格', 'Table'],
    tableOf: ['表格：{{title}}', 'Table: {{title}}'],
    drawing: ['图形', 'Chart'],
    drawingOf: ['图形：{{title}}', 'Chart: {{title}}'],
    hours: ['最近 28 天按星期和时段：{{what}}', 'Last 28 days by weekday and hour: {{what}}'],
    people: ['最近 28 天按人员：显示次数', 'Last 28 days by person: reveals'],
    reasons: ['最近 28 天按原因：显示次数', 'Last 28 days by reason: reveals'],
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
    stronger: ['颜色越浓，次数越多。', 'Stronger colour means more.'],
    unfinished: ['本周尚未结束。', 'This week is not over yet.'],
    what: [
      '显示次数含完整档案、资料摘录和紧急查看；一次显示多项计一次。',
      'Reveals include full records, extracts and emergencies; several values revealed together count once.',
    ],
  },
  logActions: ACTIVITY_ACTION_WORDS,
  log: { areas: { activity: ['概况', 'overview'] } },
} satisfies WordTree;

/** That a spot check or a report is overdue, in the bell of whoever sees to it. */
const supervisionAlert: AlertSource = {
  ask: async (role) => (role === 'receptionist' ? undefined : supervisionStore.getState().read()),
  subscribe: supervisionStore.subscribe,
  alertOf: ({ t, role }) => {
    const { view } = supervisionStore.getState();
    if (role === 'receptionist' || view === null) return null;
    const isOver = ({ daysLeft }: typeof view.report): boolean => daysLeft !== null && daysLeft < 0;
    const what = isOver(view.spotCheck) ? 'spot-check' : isOver(view.report) ? 'quarterly-report' : null;
    return what === null
      ? null
      : { id: 'supervision', tone: 'amber', words: t(`activity.supervision.bell.${what}`), page: 'activity' };
  },
};

export const activityPage = definePage({
  name: 'activity',
  at: { tab: 'pending', place: 30 },
  roles: ['supervisor', 'admin'],
  title: (t) => t('activity.title'),
  called: ['统计 今天 报表 次数统计 工作量', 'statistics, today, workload'],
  section: (t) => t('activity.tab'),
  messages,
  mends: { 'spot-check': { by: 'both' }, 'quarterly-report': { by: 'both' } },
  alert: supervisionAlert,
  log: {
    'spot-check': ({ t }, detail) => t('activity.supervision.log.check', detail),
    'quarterly-report': ({ t }, detail) => t('activity.supervision.log.report', detail),
  },
  left: () => activityStore.getState().stop(),
  load: () => import('./ActivityPage.tsx').then(({ ActivityPage }) => ActivityPage),
});
