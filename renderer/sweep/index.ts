/** The page of leftover files, with its words and those of its entries in the log. */
import { FILE_DISPOSAL_ACTION_WORDS, type LeftKind } from '../../contract/file-disposal/lists.ts';
import {
  SWEEP_ACTION_WORDS,
  type SweepDays,
  type SweepKind,
  type SweepState,
} from '../../contract/sweep/lists.ts';
import { formatBytes } from '../messages/format.ts';
import { SWEEP_PLACE_WORDS, UNREAD_WORDS } from '../../contract/vocabulary/sweep.ts';
import type { Words, WordTree } from '../../contract/vocabulary/wording.ts';
import { definePage } from '../pages/define-page.ts';
import { together } from '../pages/detail-words.ts';
import { EVERY } from './every.ts';
import { sweepAlert } from './sweep-alert.ts';
import { sweepDueStore, sweepStore } from './stores.ts';
import { disposalsStore } from './disposals-store.ts';

const messages = {
  sweep: {
    title: ['遗留文件', 'Leftover files'],
    lead: [
      '找出电脑里还留着身份证号、手机号的表格和文档。只数有几个人，不读出内容。',
      'Finds workbooks and documents on this computer that still hold ID numbers and phones. It counts people and reads nothing out.',
    ],
    begin: ['开始扫描', 'Start a sweep'],
    beginAgain: ['再扫一次', 'Sweep again'],
    drives: ['这次也扫外接盘和其他盘', 'Include removable and other drives this time'],
    addFolder: ['添加文件夹', 'Add a folder'],
    facts: {
      last: ['上次扫描', 'Last sweep'],
      open: ['待处理', 'To deal with'],
      unread: ['没有读完，待处理', 'Not read to the end, to deal with'],
      next: ['下次扫描', 'Next sweep'],
      every: ['自动扫描', 'Automatic'],
    },
    never: ['还没有扫过', 'Never'],
    openFiles: ['{{number}} 个文件', '{{number}} files'],
    byHand: ['不自动扫描', 'Only by hand'],
    afterFirst: ['第一次手动扫过以后', 'After the first one by hand'],
    afterThis: ['这一次扫完以后', 'After this one'],
    every: {
      off: ['不自动', 'Off'],
      daily: ['每天', 'Every day'],
      weekly: ['每周', 'Every week'],
      monthly: ['每 30 天', 'Every 30 days'],
    } satisfies Words<(typeof EVERY)[SweepDays]>,
    running: ['正在扫描', 'Sweeping'],
    listing: ['正在列出文件…', 'Listing files…'],
    progress: [
      '{{done}} / {{total}} 个文件，已发现 {{found}} 个',
      '{{done}} of {{total}} files, {{found}} found',
    ],
    paused: ['扫描已暂停', 'The sweep is paused'],
    pausedHint: ['继续时从停下的地方接着扫。', 'It goes on where it stopped.'],
    pause: ['暂停', 'Pause'],
    resume: ['继续', 'Continue'],
    cancel: ['取消扫描', 'Cancel the sweep'],
    background: [
      '扫描在后台进行，不影响办理业务。锁屏后停下，下次登录接着扫。',
      'It runs in the background and does not slow down the desk. A lock stops it; it goes on after the next sign-in.',
    ],
    findings: ['留有 3 人以上号码的文件', 'Files with the numbers of 3 people or more'],
    none: ['没有发现留有 3 人以上号码的文件。', 'No file holds the numbers of 3 people or more.'],
    first: [
      '还没有扫过。会看桌面、文档、下载，微信、企业微信、WPS 的文件夹，办公软件的备份和回收站。',
      'Nothing was swept yet. It looks into Desktop, Documents, Downloads, the folders of WeChat, WeCom and WPS, backups of office programs, and the recycle bin.',
    ],
    more: [
      '还有 {{number}} 个文件，处理完这些再看。',
      '{{number}} more files are listed once these are dealt with.',
    ],
    hiddenName: ['（迎检时不显示）', '(not shown during an inspection)'],
    columns: {
      name: ['文件', 'File'],
      people: ['人数', 'People'],
      numbers: ['身份证 / 手机', 'IDs / phones'],
      place: ['位置', 'Place'],
      changed: ['修改时间', 'Changed'],
      state: ['状态', 'State'],
    },
    open: ['{{name}}，打开', '{{name}}, open'],
    places: SWEEP_PLACE_WORDS,
    kinds: {
      workbook: ['表格', 'Workbook'],
      document: ['文档', 'Document'],
      text: ['文本', 'Text'],
      pdf: ['PDF', 'PDF'],
      archive: ['压缩包', 'Archive'],
      other: ['其他', 'Other'],
      folder: ['文件夹', 'Folder'],
    } satisfies Words<SweepKind>,
    unreadReasons: UNREAD_WORDS,
    states: {
      open: ['待处理', 'To deal with'],
      due: ['到期，待处理', 'Due again'],
      accepted: ['保留到 {{until}}', 'Kept until {{until}}'],
      imported: ['已拿去导入，文件还在', 'Given to an import; still there'],
    },
    copies: ['另有 {{number}} 个内容相同的文件', '{{number}} more with the same content'],
    detail: {
      folder: ['文件夹', 'Folder'],
      kind: ['种类', 'Kind'],
      size: ['大小', 'Size'],
      first: ['首次发现', 'First found'],
      seen: ['最近一次看到', 'Last seen'],
      copies: ['内容相同的文件', 'Same content'],
      decided: ['处理', 'Decision'],
      decidedBy: ['{{time}} {{name}}', '{{time}} {{name}}'],
      unread: ['没有读完', 'Not read to the end'],
    },
    noCopies: ['没有别的文件', 'No other file'],
    actions: {
      import: ['导入', 'Import'],
      dispose: ['销毁文件', 'Destroy'],
      accept: ['暂时保留', 'Keep for now'],
      show: ['打开所在文件夹', 'Show'],
    },
    acceptForm: {
      title: ['暂时保留“{{name}}”？', 'Keep "{{name}}" for now?'],
      lead: [
        '写明为什么要留，留到哪天，最长 180 天。到期会重新提醒。',
        'Say why it has to stay and until when, 180 days at most. It comes back on that day.',
      ],
      words: ['为什么要留', 'Why it has to stay'],
      until: ['留到', 'Keep until'],
      untilWrong: ['请填明天以后、180 天以内的日期', 'A day after today, within 180 days'],
      yes: ['保留', 'Keep it'],
    },
    disposeForm: {
      title: ['销毁“{{name}}”？', 'Destroy "{{name}}"?'],
      lead: [
        '先移到一边，再用随机数据覆盖、清空、删除。普通硬盘上一般无法恢复；固态硬盘、U 盘和同步盘可能还有残留，要防恢复请开启磁盘加密。',
        'It is moved aside, overwritten with random data, emptied and deleted. On a hard disk it cannot usually be restored. SSDs, USB sticks and synchronised folders may keep traces: turn on disk encryption against that.',
      ],
      copies: [
        '另有 {{number}} 个内容相同的文件，要一个一个销毁。',
        '{{number}} more files have the same content. Destroy each of them.',
      ],
      yes: ['销毁文件', 'Destroy the file'],
      done: ['已销毁。', 'Destroyed.'],
      doneCopies: ['已销毁。还有 {{number}} 个相同的。', 'Destroyed. Copies left: {{number}}'],
      doneNames: ['已销毁。它的另一个名字还在。', 'Destroyed. Another name is left.'],
    },
    gone: {
      title: ['已销毁的文件', 'Destroyed files'],
      more: ['更早的还有 {{number}} 份，见操作记录。', '{{number}} earlier ones stand in the log.'],
      lead: [
        '销毁后会查一遍：扫描的文件夹、原文件所在文件夹、办公软件备份、回收站里有没有内容相同的文件，最近打开的列表里还有没有它的名字。',
        'After a file is destroyed, its content is looked for in the swept folders, its own folder, backups of office programs and the recycle bin, and its name in recent lists.',
      ],
      at: ['销毁时间', 'Destroyed'],
      by: ['经手人', 'By'],
      left: ['核查结果', 'What is left'],
      checked: ['核查时间', 'Checked'],
      files: ['比对过的文件', 'Files compared'],
      unread: ['没能读的文件', 'Files not readable'],
      again: ['重新核查', 'Check again'],
      none: ['没有发现副本', 'No copy found'],
      noName: ['没有发现同名记录', 'Name not found'],
      some: ['还有 {{number}} 处', '{{number}} left'],
      progress: ['正在核查，{{done}} / {{total}}', 'Checking, {{done}} of {{total}}'],
      states: {
        waiting: ['等待核查', 'Check is due'],
        checking: ['正在核查…', 'Checking…'],
        'not-destroyed': ['没有销毁成功，文件还在', 'Not destroyed; still there'],
      },
      kinds: {
        copy: ['内容相同的文件', 'Same content'],
        shortcut: ['快捷方式', 'Shortcut'],
        listed: [
          '名字还在这个列表里，请在该程序或系统里清除',
          'Its name is still in this list; clear it in that program or in the system',
        ],
      } satisfies Words<LeftKind>,
      notRead: [
        '这个文件的内容当时没能读出来，只能按名字核查。',
        'The content of this file could not be read, so that it was looked for by its name alone.',
      ],
      destroyed: ['已销毁', 'Destroyed'],
    },
    openUnread: ['{{number}} 个文件或文件夹', '{{number}} files and folders'],
    unread: ['没有读完的文件和文件夹（{{number}}）', 'Files and folders not read to the end ({{number}})'],
    unreadHint: [
      '请打开看一看：有密码的自己打开看，损坏的删掉；文件太多、套得太深的文件夹，把里面的文件夹单独添加进来扫。看过没有问题的，写明原因暂时保留。都处理完，这一项才算备齐。',
      'Look at them: open those with a password yourself, delete those that are damaged. Of a folder with too many or too deep contents, add the folders in it and sweep again. Keep for now, with the reason, what you have found in order. The duty is met only once all are dealt with.',
    ],
    moreUnread: ['还有 {{number}} 个没有列在这里。', '{{number}} more are not listed here.'],
    settings: ['扫描设置', 'Settings'],
    folder: ['添加的文件夹：{{path}}', 'Added folder: {{path}}'],
    removeFolder: ['移除', 'Remove'],
    removeFolderOf: ['移除 {{path}}', 'Remove {{path}}'],
    trend: ['最近几次扫描', 'Recent sweeps'],
    runs: {
      when: ['时间', 'When'],
      files: ['看过', 'Files'],
      found: ['发现文件', 'Found'],
      people: ['人数', 'People'],
      unread: ['没读完', 'Not read'],
      how: ['结果', 'Result'],
    },
    runStates: {
      running: ['进行中', 'Running'],
      paused: ['已暂停', 'Paused'],
      done: ['完成', 'Done'],
      cancelled: ['未完成', 'Not finished'],
    } satisfies Words<SweepState>,
    bell: {
      open: ['{{number}} 个遗留文件待处理', '{{number}} leftover files to deal with'],
      unread: [
        '扫描有 {{number}} 个文件或文件夹没有读完',
        '{{number}} files and folders were not swept to the end',
      ],
      overdue: ['很久没有扫描遗留文件了', 'Leftover files have not been looked for in a long time'],
      left: ['已销毁的文件还有 {{number}} 个副本', '{{number}} copies of destroyed files are left'],
    },
    log: {
      begun: ['开始，{{how}}', 'begun {{how}}'],
      byHand: ['手动', 'by hand'],
      byClock: ['自动', 'by the clock'],
      drives: ['含其他盘', 'other drives too'],
      paused: ['暂停', 'paused'],
      resumed: ['继续', 'continued'],
      done: ['完成', 'done'],
      cancelled: ['取消', 'cancelled'],
      failed: ['没有完成', 'not finished'],
      counts: [
        '看过 {{files}} 个文件（{{size}}），发现 {{found}} 个，共 {{people}} 人，{{unread}} 个没读完',
        '{{files}} files ({{size}}), {{found}} found with {{people}} people, {{unread}} not read to the end',
      ],
      schedule: ['自动扫描：{{every}}', 'automatic: {{every}}'],
      'folder-added': ['添加文件夹 {{folder}}', 'folder {{folder}} added'],
      'folder-removed': ['移除文件夹 {{folder}}', 'folder {{folder}} removed'],
      finding: ['文件 {{finding}}，{{people}} 人', 'file {{finding}}, {{people}} people'],
      until: ['保留到 {{until}}', 'kept until {{until}}'],
      copies: ['另有 {{copies}} 个相同的', '{{copies}} more the same'],
      checked: [
        '比对 {{files}} 个文件，内容相同 {{copies}} 个，列表中 {{names}} 处',
        '{{files}} files compared, {{copies}} with the same content, {{names}} by name',
      ],
      ofDisposal: ['第 {{disposal}} 次销毁', 'disposal {{disposal}}'],
    },
  },
  logActions: {
    ...FILE_DISPOSAL_ACTION_WORDS,
    ...SWEEP_ACTION_WORDS,
  },
  log: { areas: { sweep: ['遗留文件', 'leftover files'], disposals: ['已销毁的文件', 'destroyed files'] } },
} satisfies WordTree;

declare module '../messages/i18n.ts' {
  interface Brought {
    readonly sweep: typeof messages;
  }
}

export const sweepPage = definePage({
  name: 'sweep',
  area: 'paper',
  place: 40,
  mends: {
    'leftover-files': { by: 'both' },
    originals: { by: 'both' },
  },
  follows: {
    sweep: async () => {
      await sweepDueStore.getState().read();
      if (sweepStore.getState().view !== null) await sweepStore.getState().read();
    },
    disposals: async () => {
      await sweepDueStore.getState().read();
      if (disposalsStore.getState().known !== null) await disposalsStore.getState().read();
    },
  },
  roles: ['supervisor', 'admin'],
  title: (t) => t('sweep.title'),
  messages,
  alert: sweepAlert,
  log: {
    sweep: ({ t }, detail) => {
      switch (detail.step) {
        case 'begun':
          return together([
            t('sweep.log.begun', { how: t(`sweep.log.${detail.byHand ? 'byHand' : 'byClock'}`) }),
            ...(detail.drives ? [t('sweep.log.drives')] : []),
          ]);
        case 'done':
        case 'cancelled': {
          const { files, bytes, found, people, unread } = detail;
          const counts = { files, found, people, unread, size: formatBytes(bytes) };
          return together([t(`sweep.log.${detail.step}`), t('sweep.log.counts', counts)]);
        }
        default:
          return t(`sweep.log.${detail.step}`);
      }
    },
    'sweep-settings': ({ t }, detail) =>
      detail.change === 'schedule'
        ? t('sweep.log.schedule', { every: t(`sweep.every.${EVERY[detail.everyDays]}`) })
        : t(`sweep.log.${detail.change}`, { folder: detail.folder }),
    'sweep-accept': ({ t }, { finding, people, until }) =>
      together([t('sweep.log.finding', { finding, people }), t('sweep.log.until', { until })]),
    'sweep-dispose': ({ t }, { finding, people, copies }) =>
      together([
        t('sweep.log.finding', { finding, people }),
        ...(copies === 0 ? [] : [t('sweep.log.copies', { copies })]),
      ]),
    'sweep-import': ({ t }, detail) => t('sweep.log.finding', { ...detail }),
    'disposal-check': ({ t }, { disposal, files, copies, names }) =>
      together([t('sweep.log.ofDisposal', { disposal }), t('sweep.log.checked', { files, copies, names })]),
    'disposal-copy': ({ t }, { disposal, place, bytes }) =>
      together([t('sweep.log.ofDisposal', { disposal }), t(`sweep.places.${place}`), formatBytes(bytes)]),
    'disposal-broken': ({ t }, detail) => t('sweep.log.ofDisposal', { ...detail }),
  },
  load: () => import('./SweepPage.tsx').then(({ SweepPage }) => SweepPage),
});
