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
import { definePage, type AlertSource } from '../pages/define-page.ts';
import { together } from '../pages/detail-words.ts';
import { EVERY } from './every.ts';
import { sweepDueStore, sweepStore } from './stores.ts';
import { disposalsStore } from './disposals-store.ts';
import type { Translate } from '../messages/translate.ts';

export const messages = {
  sweep: {
    title: ['遗留文件', 'Leftover files'],
    lead: ['含身份证号、手机号的文件，不显示内容。', 'Files with ID numbers or phones, not shown.'],
    begin: ['开始扫描', 'Start scan'],
    beginAgain: ['重新扫描', 'Scan again'],
    drives: ['含外接盘和其他盘', 'Include other drives'],
    addFolder: ['添加文件夹', 'Add a folder'],
    facts: {
      last: ['上次扫描', 'Last scan'],
      open: ['待处理', 'To review'],
      unread: ['未读完，待处理', 'Not fully read, to review'],
      next: ['下次扫描', 'Next scan'],
      every: ['自动扫描', 'Automatic'],
    },
    never: ['从未扫描', 'Never'],
    openFiles: ['{{number}} 个文件', '{{number}} files'],
    byHand: ['不自动扫描', 'Manual only'],
    afterFirst: ['首次手动扫描后', 'After the first manual scan'],
    afterThis: ['本次扫描完成后', 'After this one'],
    every: {
      off: ['不自动', 'Off'],
      daily: ['每天', 'Every day'],
      weekly: ['每周', 'Every week'],
      monthly: ['每 30 天', 'Every 30 days'],
    } satisfies Words<(typeof EVERY)[SweepDays]>,
    running: ['正在扫描', 'Scanning'],
    listing: ['正在列出文件…', 'Listing files…'],
    progress: ['{{done}} / {{total}} 个文件，已发现 {{found}} 个', '{{done}} of {{total}}, {{found}} found'],
    paused: ['扫描已暂停', 'Scan paused'],
    pausedHint: ['继续时从暂停处开始。', 'It continues where it stopped.'],
    pause: ['暂停', 'Pause'],
    resume: ['继续', 'Continue'],
    cancel: ['取消扫描', 'Cancel scan'],
    background: [
      '扫描在后台进行，不影响办理业务。锁定后暂停，下次登录继续。',
      'It runs in the background while you work. Locking pauses it; it continues after the next sign-in.',
    ],
    findings: ['留有 3 人以上号码的文件', 'Files with data of 3 or more people'],
    none: ['没有发现留有 3 人以上号码的文件。', 'No files with data of 3 or more people.'],
    first: [
      '从未扫描。扫描范围：桌面、文档、下载，微信、企业微信、WPS 的文件夹，办公软件的备份和回收站。',
      'Never scanned. It covers Desktop, Documents, Downloads, WeChat, WeCom and WPS folders, office backups and the recycle bin.',
    ],
    more: ['还有 {{number}} 个文件，处理这些后显示。', '{{number}} more appear once these are handled.'],
    hiddenName: ['（迎检时不显示）', '(not shown during an inspection)'],
    columns: {
      name: ['文件', 'File'],
      numbers: ['身份证 / 手机', 'IDs / phones'],
      place: ['位置', 'Place'],
      changed: ['修改时间', 'Changed'],
    },
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
      open: ['待处理', 'To review'],
      due: ['到期，待处理', 'Due again'],
      accepted: ['保留到 {{until}}', 'Kept until {{until}}'],
      imported: ['已导入，文件仍在', 'Imported; file still there'],
    },
    copies: ['另有 {{number}} 个内容相同的文件', '{{number}} more with the same content'],
    detail: {
      kind: ['种类', 'Kind'],
      first: ['首次发现', 'First found'],
      seen: ['最近一次看到', 'Last seen'],
      decided: ['处理', 'Decision'],
      decidedBy: ['{{time}} {{name}}', '{{time}} {{name}}'],
      unread: ['未读完', 'Not fully read'],
    },
    noCopies: ['没有别的文件', 'No other file'],
    actions: {
      import: ['导入', 'Import'],
      dispose: ['擦除文件', 'Erase'],
      accept: ['暂时保留', 'Keep for now'],
      show: ['打开文件夹', 'Show'],
    },
    acceptForm: {
      title: ['暂时保留“{{name}}”？', 'Keep "{{name}}" for now?'],
      lead: [
        '请写明保留原因和期限，最长 180 天。到期重新提醒。',
        'Give the reason and a date within 180 days. You are reminded on that day.',
      ],
      words: ['保留原因', 'Reason'],
      until: ['保留至', 'Keep until'],
      untilWrong: ['请填写明天起 180 天以内的日期', 'Enter a date from tomorrow, within 180 days'],
      yes: ['保留', 'Keep'],
    },
    disposeForm: {
      title: ['擦除“{{name}}”？', 'Erase "{{name}}"?'],
      lead: [
        '用随机数据覆盖后删除。机械硬盘上一般无法恢复；固态硬盘、U 盘和同步盘可能有残留，请开启磁盘加密。',
        "It is overwritten with random data and deleted. On a hard disk it usually can't be recovered. SSDs, USB sticks and synced folders may keep traces: turn on disk encryption.",
      ],
      copies: [
        '另有 {{number}} 个内容相同的文件，须逐个擦除。',
        '{{number}} more files have the same content. Erase each of them.',
      ],
      yes: ['擦除文件', 'Erase file'],
      done: ['已擦除。', 'Erased.'],
      doneCopies: ['已擦除。还有 {{number}} 个相同的。', 'Erased. Copies left: {{number}}'],
      doneNames: ['已擦除。文件的另一个名称仍在。', 'Erased. Another name of the file is left.'],
    },
    gone: {
      title: ['已擦除的文件', 'Erased files'],
      more: ['更早的 {{number}} 份见操作记录。', '{{number}} earlier ones are in the log.'],
      at: ['擦除时间', 'Erased'],
      by: ['经手人', 'By'],
      left: ['核查结果', 'What is left'],
      checked: ['核查时间', 'Checked'],
      files: ['比对过的文件', 'Files compared'],
      unread: ['无法读取的文件', 'Files not readable'],
      again: ['重新核查', 'Check again'],
      none: ['没有发现副本', 'No copy found'],
      noName: ['没有发现同名记录', 'Name not found'],
      some: ['还有 {{number}} 处', '{{number}} left'],
      progress: ['正在核查，{{done}} / {{total}}', 'Checking, {{done}} of {{total}}'],
      states: {
        waiting: ['等待核查', 'Check is due'],
        checking: ['正在核查…', 'Checking…'],
        'not-destroyed': ['擦除失败，文件仍在', 'Not erased; still there'],
      },
      kinds: {
        copy: ['内容相同的文件', 'Same content'],
        shortcut: ['快捷方式', 'Shortcut'],
        listed: [
          '文件名仍在这个列表里，请在该程序或系统里清除',
          'Its name is still in this list; clear it in that program or in the system',
        ],
      } satisfies Words<LeftKind>,
      notRead: [
        '当时无法读取文件内容，只能按文件名核查。',
        'The content could not be read, so only its name was looked for.',
      ],
      destroyed: ['已擦除', 'Erased'],
    },
    openUnread: ['{{number}} 个文件或文件夹', '{{number}} files and folders'],
    unread: ['未读完的文件和文件夹（{{number}}）', 'Files and folders not fully read ({{number}})'],
    unreadHint: [
      '请逐个查看：有密码的自行打开，损坏的删除；文件太多、层级太深的，把其中的文件夹单独添加后扫描。没有问题的写明原因暂时保留。全部处理后，这一项才算齐备。',
      'Check each: open password-protected ones yourself, delete damaged ones. For folders that are too large or too deep, add their subfolders and scan again. Keep for now, with a reason, what is fine. The item is complete once all are handled.',
    ],
    moreUnread: ['还有 {{number}} 个没有列在这里。', '{{number}} more are not listed here.'],
    settings: ['扫描设置', 'Settings'],
    folder: ['添加的文件夹：{{path}}', 'Added folder: {{path}}'],
    removeFolder: ['移除', 'Remove'],
    removeFolderOf: ['移除 {{path}}', 'Remove {{path}}'],
    trend: ['最近的扫描', 'Recent scans'],
    runs: {
      when: ['时间', 'When'],
      files: ['已扫描', 'Files'],
      found: ['发现文件', 'Found'],
      people: ['人数', 'People'],
      unread: ['未读完', 'Not read'],
      how: ['结果', 'Result'],
    },
    runStates: {
      running: ['进行中', 'Running'],
      paused: ['已暂停', 'Paused'],
      done: ['完成', 'Done'],
      cancelled: ['未完成', 'Not finished'],
    } satisfies Words<SweepState>,
    bell: {
      open: ['{{number}} 个遗留文件待处理', '{{number}} leftover files to review'],
      unread: ['扫描有 {{number}} 个文件或文件夹未读完', '{{number}} files and folders not fully scanned'],
      overdue: ['长时间未扫描遗留文件', 'No scan for leftover files in a long time'],
      left: ['已擦除的文件还有 {{number}} 个副本', 'Copies of erased files left: {{number}}'],
    },
    log: {
      begun: ['开始，{{how}}', 'started {{how}}'],
      byHand: ['手动', 'manual'],
      byClock: ['自动', 'automatic'],
      drives: ['含其他盘', 'other drives too'],
      paused: ['暂停', 'paused'],
      resumed: ['继续', 'continued'],
      done: ['完成', 'done'],
      cancelled: ['取消', 'cancelled'],
      failed: ['未完成', 'not finished'],
      counts: [
        '扫描 {{files}} 个文件（{{size}}），发现 {{found}} 个，共 {{people}} 人，{{unread}} 个未读完',
        '{{files}} files ({{size}}), {{found}} found with {{people}} people, {{unread}} not fully read',
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
      ofDisposal: ['第 {{disposal}} 次擦除', 'disposal {{disposal}}'],
    },
  },
  logActions: { ...FILE_DISPOSAL_ACTION_WORDS, ...SWEEP_ACTION_WORDS },
  log: { areas: { sweep: ['遗留文件', 'leftover files'], disposals: ['已擦除的文件', 'erased files'] } },
} satisfies WordTree;

/** That files with residents' numbers lie about, or that nobody has looked for long: for whoever sees to it. */
const sweepAlert: AlertSource = {
  ask: async (role) => (role === 'receptionist' ? undefined : sweepDueStore.getState().read()),
  subscribe: sweepDueStore.subscribe,
  alertOf: ({ t, role }) => {
    const { open, openUnread, overdueSince, left } = sweepDueStore.getState();
    if (role === 'receptionist' || (open + openUnread + left === 0 && overdueSince === null)) return null;
    return { id: 'sweep', tone: 'amber', words: wordsOf(t, open, openUnread, left), page: 'sweep' };
  },
};

export const sweepPage = definePage({
  name: 'sweep',
  at: { tab: 'cleanup', place: 10 },
  mends: { 'leftover-files': { by: 'both' }, originals: { by: 'both' } },
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
  called: ['微信文件 残留 删除文件 旧表格 扫描', 'old files, wechat files, scan'],
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

const wordsOf = (t: Translate, open: number, openUnread: number, left: number): string => {
  if (left > 0) return t('sweep.bell.left', { number: left });
  if (open > 0) return t('sweep.bell.open', { number: open });
  return openUnread > 0 ? t('sweep.bell.unread', { number: openUnread }) : t('sweep.bell.overdue');
};
