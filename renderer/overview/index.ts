/** The page on which an admin lands. */
import type { WordTree } from '../../contract/vocabulary/wording.ts';
import { definePage } from '../pages/define-page.ts';

export const messages = {
  overview: {
    title: ['概况', 'Overview'],
    lead: [
      '密钥、备份、人员、其他系统和合规材料的情况，以及需要办理的事项。',
      'Keys, backups, staff, other systems and compliance at a glance, and what needs your attention.',
    ],
    keys: {
      title: ['密钥', 'Encryption keys'],
      go: ['查看密钥', 'View keys'],
      urgent: ['须立即更换', 'Rotate now'],
      over: ['已过期', 'Overdue'],
      soon: ['即将到期', 'Due soon'],
      later: ['正常', 'OK'],
      overFact: ['{{name}}逾期 {{days}} 天（{{date}}）。', 'Due {{date}}: {{name}}. Days overdue: {{days}}.'],
      leftFact: ['{{name}} {{days}} 天后到期（{{date}}）', '{{name}}: {{days}} days left ({{date}})'],
    },
    backup: {
      title: ['备份', 'Backups'],
      go: ['查看备份', 'View backups'],
      never: ['从未备份', 'Never backed up'],
      overdue: ['备份逾期', 'Overdue'],
      'same-disk': ['与档案同盘', 'Same disk as the records'],
      none: ['尚未备份', 'Not backed up yet'],
      fine: ['正常', 'OK'],
      neverFact: ['请选择备份盘，做第一次备份。', 'Choose a backup drive and make the first backup.'],
      last: ['上次备份：{{at}}。', 'Last backup: {{at}}.'],
    },
    staff: {
      go: ['查看人员', 'View staff'],
      fine: ['正常', 'OK'],
      oneAdmin: ['仅一位管理员', 'Only one admin'],
      fact: ['可登录 {{people}} 人，管理员 {{admins}} 人。', '{{people}} can sign in; admins: {{admins}}.'],
    },
    systems: {
      title: ['其他系统', 'Other systems'],
      go: ['查看登记', 'View register'],
      none: ['尚未登记', 'None registered'],
      due: ['检查逾期', 'Check overdue'],
      soon: ['即将到期', 'Check due soon'],
      fine: ['正常', 'OK'],
      noneFact: ['停车、门禁、缴费、监控等系统尚未登记。', 'No parking, door or camera system yet.'],
      dueFact: ['待检查 {{number}} 个。', 'Checks overdue: {{number}}'],
      soonFact: ['30 天内到期 {{number}} 个。', 'Due within 30 days: {{number}}'],
      fineFact: ['已登记 {{number}} 个，今年均已检查。', 'Registered: {{number}}, all checked this year'],
    },
    evidence: {
      title: ['合规', 'Compliance'],
      go: ['查看迎检材料', 'View pack'],
      there: ['材料齐备', 'All in place'],
      stale: ['有材料需更新', 'Some need renewal'],
      missing: ['缺少材料', 'Some missing'],
      fact: [
        '缺 {{missing}} 项 · 需更新 {{stale}} 项 · 已有 {{there}} 项',
        '{{missing}} missing · {{stale}} to renew · {{there}} ready',
      ],
    },
  },
} satisfies WordTree;

export const overviewPage = definePage({
  name: 'overview',
  at: { tab: 'overview', place: 10 },
  roles: ['admin'],
  title: (t) => t('overview.title'),
  called: ['首页 主页 状态', 'home, state'],
  messages,
  load: () => import('./OverviewPage.tsx').then(({ OverviewPage }) => OverviewPage),
});
