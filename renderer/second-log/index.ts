/** The page of the second place for the log, with its words and those of its entries in the log. */
import { SECOND_LOG_ACTION_WORDS, type SecondPlaceState } from '../../contract/second-log/lists.ts';
import type { Words, WordTree } from '../../contract/vocabulary/wording.ts';
import { definePage, type AlertSource } from '../pages/define-page.ts';
import { together } from '../pages/detail-words.ts';
import { secondWarningStore } from './stores.ts';

export const messages = {
  secondLog: {
    title: ['操作记录备份', 'Log copy'],
    lead: ['操作记录的末尾存到移动硬盘，下班锁好。', 'The end of the log on a drive to lock away.'],
    choose: ['选择存放位置', 'Choose location'],
    change: ['更改', 'Change'],
    stop: ['停止备份', 'Stop'],
    write: ['立即保存', 'Save now'],
    form: {
      title: ['存放位置', 'Location'],
      lead: [
        '请选择移动硬盘或 U 盘上的文件夹。与档案库在同一块硬盘上，不能防止整块硬盘被调换。',
        "Choose a folder on a removable drive. A folder on the vault's own disk does not help if the whole disk is replaced.",
      ],
      entries: [
        '同时保存记录内容（加密，只有恢复单能打开）',
        'Also save full entries (encrypted; only the recovery sheet opens them)',
      ],
    },
    stopForm: {
      title: ['停止备份操作记录？', 'Stop copying the log?'],
      lead: [
        '已保存的留在盘上，以后登录不再核对。停止会记入操作记录。',
        'What was saved stays on the drive, but sign-ins no longer check it. This is logged.',
      ],
      yes: ['停止备份', 'Stop copying'],
    },
    facts: {
      folder: ['位置', 'Location'],
      what: ['内容', 'Content'],
      written: ['最近一次', 'Last saved'],
      lines: ['已核对', 'Lines checked'],
    },
    what: { heads: ['仅末尾', 'Heads only'], entries: ['末尾校验码和记录全文', 'Heads and full entries'] },
    never: ['从未保存', 'Never'],
    age: ['{{time}}（{{days}} 天前）', '{{time}} (days ago: {{days}})'],
    today: ['{{time}}（今天）', '{{time}} (today)'],
    behind: ['尚有 {{number}} 条未保存', 'Entries not saved yet: {{number}}'],
    linesGood: ['{{good}} 行，全部一致', '{{good}}, all match'],
    lines: [
      '{{good}} 行一致，{{unreadable}} 行无法读取，缺 {{missing}} 行',
      '{{good}} match, {{unreadable}} unreadable, {{missing}} missing',
    ],
    states: {
      none: [
        '还没有选择存放位置。请管理员选择移动硬盘或 U 盘上的文件夹。',
        'No location chosen. An admin has to choose a folder on a removable drive.',
      ],
      good: ['核对一致：盘上的记录，操作记录里都有。', 'OK: the log has everything that is on the drive.'],
      away: [
        '盘没有插好，或文件已不在。插好后自动继续；如换了盘，请管理员重新选择。',
        'The drive is not plugged in, or its file is gone. It continues once the drive is back; for a new drive an admin has to choose the location again.',
      ],
      slow: ['盘没有及时响应，这次没有核对。请稍后再看。', 'The drive was slow: not checked this time.'],
      unusable: [
        '盘上的文件无法读取，或不是普通文件。请管理员检查这块盘。',
        "The file on the drive can't be read or is not a regular file. Ask an admin to check the drive.",
      ],
      shortened: [
        '盘上缺少已保存的行，可能有人改动过这块盘。已记入操作记录。',
        'Saved lines are missing. Somebody may have changed the drive. This is logged.',
      ],
      'no-key': [
        '档案库里没有这份备份的签名密钥，无法继续。请管理员重新选择位置。',
        'The signing key for this copy is missing, so nothing more is saved. An admin has to choose the location again.',
      ],
      differs: [
        '盘上的记录，操作记录里没有。即将锁定，登录后请主管处理。',
        'The drive has entries that the log does not. The vault is about to lock; a supervisor has to resolve it at the next sign-in.',
      ],
    } satisfies Words<SecondPlaceState>,
    footer: ['操作记录 3 天未备份', 'Log not copied for 3 days'],
    overdue: ['超过 3 天没有保存，请插好备份盘。', 'Nothing saved for more than 3 days. Plug in the drive.'],
    sameDisk: [
      '这个位置与档案库在同一块硬盘上，不能防止整块硬盘被调换。请选择移动硬盘或 U 盘。',
      "This location is on the vault's own disk and does not help if the whole disk is replaced. Choose a removable drive.",
    ],
    open: {
      heading: ['丢失的记录', 'Missing entries'],
      title: ['用恢复单查看丢失的记录', 'View missing entries with the recovery sheet'],
      show: ['查看', 'Show'],
      done: [
        '已打开 {{opened}} 条，其中操作记录里没有的 {{lost}} 条。',
        '{{opened}} entries opened; {{lost}} of them are not in the log.',
      ],
      more: ['只列出最新的 {{number}} 条。', 'The newest {{number}} are listed.'],
      columns: { who: ['谁', 'Who'] },
    },
    steps: {
      stopped: ['停止', 'stopped'],
      differs: ['盘上第 {{line}} 行的第 {{seq}} 条，与这里不一致', 'line {{line}}: another entry {{seq}}'],
      shortened: ['已保存到第 {{had}} 行，盘上只到第 {{has}} 行', 'saved {{had}} lines, drive has {{has}}'],
      opened: ['用恢复单打开 {{entries}} 条', '{{entries}} entries opened with the recovery sheet'],
    },
  },
  logActions: SECOND_LOG_ACTION_WORDS,
  log: { areas: { second: ['操作记录备份', 'log copy'] } },
} satisfies WordTree;

/** That the log's second place was not written for days: for everybody, since whoever is at the desk can plug it in. */
const secondLogAlert: AlertSource = {
  ask: () => secondWarningStore.getState().read(),
  subscribe: secondWarningStore.subscribe,
  alertOf: ({ t, role }) =>
    secondWarningStore.getState().overdue
      ? {
          id: 'second-warning',
          tone: 'amber',
          words: t('secondLog.footer'),
          hint: t('secondLog.overdue'),
          page: role === 'receptionist' ? null : 'second-log',
        }
      : null,
};

export const secondLogPage = definePage({
  name: 'second-log',
  at: { tab: 'log', place: 20, aside: true },
  follows: { 'second-log': () => secondWarningStore.getState().read() },
  timely: ['second-log'],
  roles: ['supervisor', 'admin'],
  title: (t) => t('secondLog.title'),
  called: ['日志备份 日志副本 第二份日志', 'second log, copy of the log'],
  messages,
  alert: secondLogAlert,
  log: {
    'second-log-choice': ({ t }, { chosen }) =>
      chosen === null
        ? t('secondLog.steps.stopped')
        : together([chosen.folder, t(`secondLog.what.${chosen.entries ? 'entries' : 'heads'}`)]),
    'second-log': ({ t }, detail) => t(`secondLog.steps.${detail.step}`, { ...detail }),
    'second-log-open': ({ t }, { entries }) => t('secondLog.steps.opened', { entries }),
  },
  load: () => import('./SecondLogPage.tsx').then(({ SecondLogPage }) => SecondLogPage),
});
