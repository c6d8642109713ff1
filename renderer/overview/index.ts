/** The page on which an admin lands. */
import { featureWords } from '../messages/i18n.ts';
import { definePage } from '../pages/define-page.ts';

const zhCN = {
  overview: {
    title: '概况',
    lead: '密钥、备份、人员、其他系统和合规材料的情况，以及需要办理的事项。',
    keys: {
      title: '密钥',
      go: '查看密钥',
      urgent: '须立即更换',
      over: '已过期',
      soon: '即将到期',
      later: '正常',
      overFact: '{{name}}已过期 {{days}} 天（{{date}}）。',
      leftFact: '{{name}}最先到期，还有 {{days}} 天（{{date}}）。',
    },
    backup: {
      title: '备份',
      go: '查看备份',
      never: '从未备份',
      overdue: '备份逾期',
      'same-disk': '与档案同盘',
      none: '尚未备份',
      fine: '正常',
      neverFact: '请选择备份盘，做第一次备份。',
      last: '上次备份：{{at}}。',
    },
    staff: {
      title: '人员',
      go: '查看人员',
      fine: '正常',
      oneAdmin: '仅一位管理员',
      fact: '可登录 {{people}} 人，其中管理员 {{admins}} 人。',
    },
    systems: {
      title: '其他系统',
      go: '查看登记',
      none: '尚未登记',
      due: '检查逾期',
      soon: '即将到期',
      fine: '正常',
      noneFact: '停车、门禁、缴费、监控等系统尚未登记。',
      dueFact: '待检查 {{number}} 个。',
      soonFact: '30 天内到期 {{number}} 个。',
      fineFact: '已登记 {{number}} 个，今年均已检查。',
    },
    evidence: {
      title: '合规',
      go: '查看迎检材料',
      there: '材料齐备',
      stale: '有材料需更新',
      missing: '缺少材料',
      fact: '有 {{there}} 项，需更新 {{stale}} 项，缺 {{missing}} 项。',
    },
  },
};

const messages = featureWords(zhCN, {
  overview: {
    title: 'Overview',
    lead: 'Keys, backups, staff, other systems and compliance at a glance, and what needs your attention.',
    keys: {
      title: 'Encryption keys',
      go: 'View keys',
      urgent: 'Rotate now',
      over: 'Overdue',
      soon: 'Due soon',
      later: 'In order',
      overFact: 'Due {{date}}: {{name}}. Days overdue: {{days}}.',
      leftFact: 'Next due {{date}}: {{name}}. Days left: {{days}}.',
    },
    backup: {
      title: 'Backups',
      go: 'View backups',
      never: 'Never backed up',
      overdue: 'Overdue',
      'same-disk': 'Same disk as the records',
      none: 'Not backed up yet',
      fine: 'In order',
      neverFact: 'Choose a backup drive and make the first backup.',
      last: 'Last backup: {{at}}.',
    },
    staff: {
      title: 'Staff',
      go: 'View staff',
      fine: 'In order',
      oneAdmin: 'Only one admin',
      fact: 'People who can sign in: {{people}}. Admins: {{admins}}.',
    },
    systems: {
      title: 'Other systems',
      go: 'View register',
      none: 'None registered',
      due: 'Check overdue',
      soon: 'Check due soon',
      fine: 'In order',
      noneFact: 'No parking, door, payment or camera system is registered yet.',
      dueFact: 'Checks overdue: {{number}}',
      soonFact: 'Due within 30 days: {{number}}',
      fineFact: 'Registered: {{number}}, all checked within the year',
    },
    evidence: {
      title: 'Compliance',
      go: 'View the inspection pack',
      there: 'All in place',
      stale: 'Some needs renewal',
      missing: 'Some is missing',
      fact: 'In place: {{there}}. To renew: {{stale}}. Missing: {{missing}}.',
    },
  },
});

declare module '../messages/i18n.ts' {
  interface Brought {
    readonly overview: typeof zhCN;
  }
}

export const overviewPage = definePage({
  name: 'overview',
  area: 'system',
  place: 10,
  roles: ['admin'],
  title: (t) => t('overview.title'),
  messages,
  load: () => import('./OverviewPage.tsx').then(({ OverviewPage }) => OverviewPage),
});
