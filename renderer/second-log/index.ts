/** The page of the second place for the log, with its words and those of its entries in the log. */
import { SECOND_LOG_ACTION_WORDS, type SecondPlaceState } from '../../contract/second-log/lists.ts';
import type { Words, WordTree } from '../../contract/vocabulary/wording.ts';
import { definePage } from '../pages/define-page.ts';
import { together } from '../pages/detail-words.ts';
import { secondLogAlert } from './second-log-alert.ts';
import { secondWarningStore } from './stores.ts';

const messages = {
  secondLog: {
    title: ['操作记录备份', 'Log copy'],
    lead: [
      '操作记录的末尾另存一份到移动硬盘或 U 盘。电脑里的档案库被换回旧的、或被改写，登录时会报警。盘平时插着，下班拔下来锁好。',
      'The end of the log is kept on a removable drive as well. Where the files of this computer are replaced by older ones or rewritten, the next sign-in raises an alarm. Keep the drive plugged in while you work and lock it away afterwards.',
    ],
    choose: ['选择存放位置', 'Choose the place'],
    change: ['更改', 'Change'],
    stop: ['停止另存', 'Stop'],
    write: ['现在就存', 'Write now'],
    form: {
      title: ['存到哪里', 'Where it is kept'],
      lead: [
        '请选移动硬盘或 U 盘上的文件夹。与档案库同一块硬盘，防不住整块硬盘被换。',
        "Choose a folder on a removable drive. A folder on the vault's own disk does not help where the whole disk is replaced.",
      ],
      pick: ['选文件夹…', 'Choose a folder…'],
      none: ['还没有选', 'None chosen yet'],
      entries: [
        '连操作记录的内容一起存（加密，只有恢复单能打开）',
        'Keep whole entries as well (sealed; only the recovery sheet opens them)',
      ],
    },
    stopForm: {
      title: ['停止另存？', 'Stop the second place?'],
      lead: [
        '已经存的留在盘上。以后登录不再对照。操作记录里会留一条。',
        'What was written stays on the drive. Sign-ins no longer compare it. The log keeps an entry.',
      ],
      yes: ['确定停止', 'Stop it'],
    },
    facts: {
      folder: ['位置', 'Place'],
      what: ['内容', 'Content'],
      written: ['最近一次', 'Last written'],
      behind: ['还没存的记录', 'Entries not written yet'],
      lines: ['已核对', 'Lines looked at'],
    },
    what: {
      heads: ['只存每次的末尾', 'Heads alone'],
      entries: ['末尾和记录内容', 'Heads and whole entries'],
    },
    never: ['还没有存过', 'Never'],
    age: ['{{time}}（{{days}} 天前）', '{{time}} ({{days}} d ago)'],
    today: ['{{time}}（今天）', '{{time}} (today)'],
    behind: ['{{number}} 条', '{{number}}'],
    lines: [
      '{{good}} 行对得上；读不出 {{unreadable}} 行，缺 {{missing}} 行',
      '{{good}} fit; {{unreadable}} cannot be read, {{missing}} are missing',
    ],
    states: {
      none: [
        '还没有选存放位置。请管理员选一个移动硬盘或 U 盘上的文件夹。',
        'No place is chosen yet. An admin chooses a folder on a removable drive.',
      ],
      good: [
        '对得上：盘上记的，操作记录里都有。',
        'It fits: the log has everything that the drive remembers.',
      ],
      away: [
        '盘没有插，或者文件不在了。插好后会自动续存；换了盘的，请管理员重新选。',
        'The drive is not plugged in, or its file is gone. It goes on by itself once it is back; for another drive an admin chooses the place again.',
      ],
      slow: [
        '盘没有及时回应，这次没有对照。过一会儿再看。',
        'The drive did not answer in time and was not compared. Look again later.',
      ],
      unusable: [
        '盘上的文件读不了，或者不是普通文件。请管理员检查这块盘。',
        'The file on the drive cannot be read, or is no plain file. An admin should look at this drive.',
      ],
      shortened: [
        '盘上少了已经存过的行，可能有人动过这块盘。操作记录里会留一条。',
        'Lines that were written are gone. Somebody may have changed the drive. The log gets an entry.',
      ],
      'no-key': [
        '档案库里没有这份另存的签名密钥，续存不了。请管理员重新选一次位置。',
        'The records have lost the key that signs these lines, so nothing more is written. An admin chooses the place again.',
      ],
      differs: [
        '盘上记的，操作记录里没有。程序就要锁定，登录后请主管处理。',
        'The drive remembers entries that the log does not have. The vault is about to lock; a supervisor sees to it at the next sign-in.',
      ],
    } satisfies Words<SecondPlaceState>,
    footer: ['操作记录备份已 3 天没存', 'Log copy: nothing for 3 days'],
    overdue: [
      '已经 3 天以上没有存了，请把盘插上。',
      'Nothing was written for more than 3 days. Plug in the drive.',
    ],
    sameDisk: [
      '这个位置与档案库在同一块硬盘上，防不住整块硬盘被换。请选移动硬盘或 U 盘。',
      "This place is on the vault's own disk and does not help where the whole disk is replaced. Choose a removable drive.",
    ],
    open: {
      title: [
        '用恢复单查看盘上有、操作记录里没有的内容',
        'With the recovery sheet: what the drive has and the log does not',
      ],
      show: ['查看', 'Show'],
      done: [
        '打开了 {{opened}} 条；其中操作记录里没有的 {{lost}} 条。',
        '{{opened}} entries opened; {{lost}} of them are not in the log.',
      ],
      more: ['只列出最新的 {{number}} 条。', 'The newest {{number}} are listed.'],
      columns: {
        seq: ['序号', 'No.'],
        time: ['时间', 'Time'],
        who: ['谁', 'Who'],
        action: ['做了什么', 'What'],
      },
    },
    steps: {
      stopped: ['停止', 'stopped'],
      differs: [
        '盘上第 {{line}} 行记的第 {{seq}} 条，这里对不上',
        'line {{line}} there is of an entry {{seq}} that is not this one',
      ],
      shortened: [
        '存到过第 {{had}} 行，盘上只到第 {{has}} 行',
        'written up to line {{had}}, and the drive ends at line {{has}}',
      ],
      opened: ['用恢复单打开 {{entries}} 条', '{{entries}} entries opened with the recovery sheet'],
    },
  },
  logActions: SECOND_LOG_ACTION_WORDS,
  log: { areas: { second: ['操作记录备份', 'second place of the log'] } },
} satisfies WordTree;

declare module '../messages/i18n.ts' {
  interface Brought {
    readonly secondLog: typeof messages;
  }
}

export const secondLogPage = definePage({
  name: 'second-log',
  area: 'oversight',
  place: 120,
  follows: {
    'second-log': () => secondWarningStore.getState().read(),
  },
  timely: ['second-log'],
  roles: ['supervisor', 'admin'],
  title: (t) => t('secondLog.title'),
  messages,
  alert: secondLogAlert,
  log: {
    'second-log-choice': ({ t }, { chosen }) =>
      chosen === null
        ? t('secondLog.steps.stopped')
        : together([chosen.folder, t(`secondLog.what.${chosen.entries ? 'entries' : 'heads'}`)]),
    'second-log': ({ t }, detail) => t(`secondLog.steps.${detail.step}`, { ...detail }),
  },
  load: () => import('./SecondLogPage.tsx').then(({ SecondLogPage }) => SecondLogPage),
});
