/** The page of leftover files, with its words and those of its entries in the log. */
import type { LeftKind } from '../../contract/file-disposal/lists.ts';
import type {
  SweepDays,
  SweepKind,
  SweepPlace,
  SweepState,
  UnreadReason,
} from '../../contract/sweep/lists.ts';
import { formatBytes } from '../messages/format.ts';
import { featureWords } from '../messages/i18n.ts';
import { definePage } from '../pages/define-page.ts';
import { together } from '../pages/detail-words.ts';
import { EVERY } from './every.ts';
import { sweepAlert } from './sweep-alert.ts';
import { sweepDueStore, sweepStore } from './stores.ts';
import { disposalsStore } from './disposals-store.ts';

type Words<K extends string> = Readonly<Record<K, string>>;

const zhCN = {
  sweep: {
    title: '遗留文件',
    lead: '找出电脑里还留着身份证号、手机号的表格和文档。只数有几个人，不读出内容。',
    begin: '开始扫描',
    beginAgain: '再扫一次',
    drives: '这次也扫外接盘和其他盘',
    addFolder: '添加文件夹',
    facts: {
      last: '上次扫描',
      open: '待处理',
      next: '下次扫描',
      every: '自动扫描',
    },
    never: '还没有扫过',
    openFiles: '{{number}} 个文件',
    byHand: '不自动扫描',
    afterFirst: '第一次手动扫过以后',
    afterThis: '这一次扫完以后',
    every: { off: '不自动', daily: '每天', weekly: '每周', monthly: '每 30 天' } satisfies Words<
      (typeof EVERY)[SweepDays]
    >,
    running: '正在扫描',
    listing: '正在列出文件…',
    progress: '{{done}} / {{total}} 个文件，已发现 {{found}} 个',
    paused: '扫描已暂停',
    pausedHint: '继续时从停下的地方接着扫。',
    pause: '暂停',
    resume: '继续',
    cancel: '取消扫描',
    background: '扫描在后台进行，不影响办理业务。锁屏后停下，下次登录接着扫。',
    findings: '留有 3 人以上号码的文件',
    none: '没有发现留有 3 人以上号码的文件。',
    first: '还没有扫过。会看桌面、文档、下载，微信、企业微信、WPS 的文件夹，办公软件的备份和回收站。',
    more: '还有 {{number}} 个文件，处理完这些再看。',
    hiddenName: '（迎检时不显示）',
    columns: {
      name: '文件',
      people: '人数',
      numbers: '身份证 / 手机',
      place: '位置',
      changed: '修改时间',
      state: '状态',
    },
    open: '{{name}}，打开',
    places: {
      desktop: '桌面',
      documents: '文档',
      downloads: '下载',
      wechat: '微信',
      wecom: '企业微信',
      'wps-drive': 'WPS 云盘',
      'office-backup': '办公软件备份',
      bin: '回收站',
      picked: '添加的文件夹',
      drive: '外接盘和其他盘',
      source: '原文件所在文件夹',
      recent: '最近打开的列表',
    } satisfies Words<SweepPlace>,
    kinds: {
      workbook: '表格',
      document: '文档',
      text: '文本',
      pdf: 'PDF',
      archive: '压缩包',
      other: '其他',
    } satisfies Words<SweepKind>,
    unreadReasons: {
      locked: '有密码，没有读',
      'too-large': '太大，没有读完',
      'too-slow': '读得太久，没有读完',
      nested: '压缩包里还有压缩包，没有读',
      damaged: '已损坏，没有读完',
      'no-access': '没有权限读',
      changed: '扫描时正在被修改',
    } satisfies Words<UnreadReason>,
    states: {
      open: '待处理',
      due: '到期，待处理',
      accepted: '保留到 {{until}}',
      imported: '已拿去导入，文件还在',
    },
    copies: '另有 {{number}} 个内容相同的文件',
    detail: {
      folder: '文件夹',
      kind: '种类',
      size: '大小',
      first: '首次发现',
      seen: '最近一次看到',
      copies: '内容相同的文件',
      decided: '处理',
      decidedBy: '{{time}} {{name}}',
      unread: '没有读完',
    },
    noCopies: '没有别的文件',
    actions: { import: '导入', dispose: '销毁文件', accept: '暂时保留', show: '打开所在文件夹' },
    acceptForm: {
      title: '暂时保留“{{name}}”？',
      lead: '写明为什么要留，留到哪天，最长 180 天。到期会重新提醒。',
      words: '为什么要留',
      until: '留到',
      untilWrong: '请填明天以后、180 天以内的日期',
      yes: '保留',
    },
    disposeForm: {
      title: '销毁“{{name}}”？',
      lead: '先用随机数据覆盖，再改名、清空、删除。普通硬盘上一般无法恢复；固态硬盘、U 盘和同步盘可能还有残留，要防恢复请开启磁盘加密。',
      copies: '另有 {{number}} 个内容相同的文件，要一个一个销毁。',
      yes: '销毁文件',
      done: '已销毁。',
      doneCopies: '已销毁。还有 {{number}} 个相同的。',
      doneNames: '已销毁。它的另一个名字还在。',
    },
    gone: {
      title: '已销毁的文件',
      lead: '销毁后会查一遍：扫描的文件夹、原文件所在文件夹、办公软件备份、回收站里有没有内容相同的文件，最近打开的列表里还有没有它的名字。',
      at: '销毁时间',
      by: '经手人',
      left: '核查结果',
      checked: '核查时间',
      files: '比对过的文件',
      unread: '没能读的文件',
      again: '重新核查',
      none: '没有发现副本',
      noName: '没有发现同名记录',
      some: '还有 {{number}} 处',
      progress: '正在核查，{{done}} / {{total}}',
      states: {
        waiting: '等待核查',
        checking: '正在核查…',
        'not-destroyed': '没有销毁成功，文件还在',
      },
      kinds: {
        copy: '内容相同的文件',
        shortcut: '快捷方式',
        listed: '名字还在这个列表里，请在该程序或系统里清除',
      } satisfies Words<LeftKind>,
      notRead: '这个文件的内容当时没能读出来，只能按名字核查。',
      destroyed: '已销毁',
    },
    unread: '没有读完的文件（{{number}}）',
    unreadHint: '请打开看一看：有密码的自己打开看，损坏的删掉。',
    settings: '扫描设置',
    folder: '添加的文件夹：{{path}}',
    removeFolder: '移除',
    removeFolderOf: '移除 {{path}}',
    trend: '最近几次扫描',
    runs: { when: '时间', files: '看过', found: '发现文件', people: '人数', unread: '没读完', how: '结果' },
    runStates: {
      running: '进行中',
      paused: '已暂停',
      done: '完成',
      cancelled: '未完成',
    } satisfies Words<SweepState>,
    bell: {
      open: '{{number}} 个遗留文件待处理',
      overdue: '很久没有扫描遗留文件了',
      left: '已销毁的文件还有 {{number}} 个副本',
    },
    log: {
      begun: '开始，{{how}}',
      byHand: '手动',
      byClock: '自动',
      drives: '含其他盘',
      paused: '暂停',
      resumed: '继续',
      done: '完成',
      cancelled: '取消',
      failed: '没有完成',
      counts: '看过 {{files}} 个文件（{{size}}），发现 {{found}} 个，共 {{people}} 人，{{unread}} 个没读完',
      schedule: '自动扫描：{{every}}',
      'folder-added': '添加文件夹 {{folder}}',
      'folder-removed': '移除文件夹 {{folder}}',
      finding: '文件 {{finding}}，{{people}} 人',
      until: '保留到 {{until}}',
      copies: '另有 {{copies}} 个相同的',
      checked: '比对 {{files}} 个文件，内容相同 {{copies}} 个，列表中 {{names}} 处',
      ofDisposal: '第 {{disposal}} 次销毁',
    },
  },
  logActions: {
    sweep: '扫描遗留文件',
    'sweep-settings': '扫描设置',
    'sweep-accept': '暂时保留遗留文件',
    'sweep-dispose': '销毁遗留文件',
    'sweep-import': '导入遗留文件',
    'disposal-check': '核查已销毁的文件',
    'disposal-copy': '销毁副本',
    'disposal-broken': '销毁中断',
  },
  log: { areas: { sweep: '遗留文件', disposals: '已销毁的文件' } },
};

const messages = featureWords(zhCN, {
  sweep: {
    title: 'Leftover files',
    lead: 'Finds workbooks and documents on this computer that still hold ID numbers and phones. It counts people and reads nothing out.',
    begin: 'Start a sweep',
    beginAgain: 'Sweep again',
    drives: 'Include removable and other drives this time',
    addFolder: 'Add a folder',
    facts: { last: 'Last sweep', open: 'To deal with', next: 'Next sweep', every: 'Automatic' },
    never: 'Never',
    openFiles: '{{number}} files',
    byHand: 'Only by hand',
    afterFirst: 'After the first one by hand',
    afterThis: 'After this one',
    every: { off: 'Off', daily: 'Every day', weekly: 'Every week', monthly: 'Every 30 days' },
    running: 'Sweeping',
    listing: 'Listing files…',
    progress: '{{done}} of {{total}} files, {{found}} found',
    paused: 'The sweep is paused',
    pausedHint: 'It goes on where it stopped.',
    pause: 'Pause',
    resume: 'Continue',
    cancel: 'Cancel the sweep',
    background:
      'It runs in the background and does not slow down the desk. A lock stops it; it goes on after the next sign-in.',
    findings: 'Files with the numbers of 3 people or more',
    none: 'No file holds the numbers of 3 people or more.',
    first:
      'Nothing was swept yet. It looks into Desktop, Documents, Downloads, the folders of WeChat, WeCom and WPS, backups of office programs, and the recycle bin.',
    more: '{{number}} more files are listed once these are dealt with.',
    hiddenName: '(not shown during an inspection)',
    columns: {
      name: 'File',
      people: 'People',
      numbers: 'IDs / phones',
      place: 'Place',
      changed: 'Changed',
      state: 'State',
    },
    open: '{{name}}, open',
    places: {
      desktop: 'Desktop',
      documents: 'Documents',
      downloads: 'Downloads',
      wechat: 'WeChat',
      wecom: 'WeCom',
      'wps-drive': 'WPS drive',
      'office-backup': 'Office backups',
      bin: 'Recycle bin',
      picked: 'Added folder',
      drive: 'Other drive',
      source: 'Folder of the file',
      recent: 'Recent lists',
    },
    kinds: {
      workbook: 'Workbook',
      document: 'Document',
      text: 'Text',
      pdf: 'PDF',
      archive: 'Archive',
      other: 'Other',
    },
    unreadReasons: {
      locked: 'Has a password; not read',
      'too-large': 'Too large; not read to the end',
      'too-slow': 'Took too long; not read to the end',
      nested: 'Holds another archive; not read',
      damaged: 'Damaged; not read to the end',
      'no-access': 'No permission to read',
      changed: 'Was being changed meanwhile',
    },
    states: {
      open: 'To deal with',
      due: 'Due again',
      accepted: 'Kept until {{until}}',
      imported: 'Given to an import; still there',
    },
    copies: '{{number}} more with the same content',
    detail: {
      folder: 'Folder',
      kind: 'Kind',
      size: 'Size',
      first: 'First found',
      seen: 'Last seen',
      copies: 'Same content',
      decided: 'Decision',
      decidedBy: '{{time}} {{name}}',
      unread: 'Not read to the end',
    },
    noCopies: 'No other file',
    actions: {
      import: 'Import',
      dispose: 'Destroy',
      accept: 'Keep for now',
      show: 'Show',
    },
    acceptForm: {
      title: 'Keep "{{name}}" for now?',
      lead: 'Say why it has to stay and until when, 180 days at most. It comes back on that day.',
      words: 'Why it has to stay',
      until: 'Keep until',
      untilWrong: 'A day after today, within 180 days',
      yes: 'Keep it',
    },
    disposeForm: {
      title: 'Destroy "{{name}}"?',
      lead: 'It is overwritten with random data, renamed, emptied and deleted. On a hard disk it cannot usually be restored. SSDs, USB sticks and synchronised folders may keep traces: turn on disk encryption against that.',
      copies: '{{number}} more files have the same content. Destroy each of them.',
      yes: 'Destroy the file',
      done: 'Destroyed.',
      doneCopies: 'Destroyed. Copies left: {{number}}',
      doneNames: 'Destroyed. Another name is left.',
    },
    gone: {
      title: 'Destroyed files',
      lead: 'After a file is destroyed, its content is looked for in the swept folders, its own folder, backups of office programs and the recycle bin, and its name in recent lists.',
      at: 'Destroyed',
      by: 'By',
      left: 'What is left',
      checked: 'Checked',
      files: 'Files compared',
      unread: 'Files not readable',
      again: 'Check again',
      none: 'No copy found',
      noName: 'Name not found',
      some: '{{number}} left',
      progress: 'Checking, {{done}} of {{total}}',
      states: {
        waiting: 'Check is due',
        checking: 'Checking…',
        'not-destroyed': 'Not destroyed; still there',
      },
      kinds: {
        copy: 'Same content',
        shortcut: 'Shortcut',
        listed: 'Its name is still in this list; clear it in that program or in the system',
      },
      notRead: 'The content of this file could not be read, so that it was looked for by its name alone.',
      destroyed: 'Destroyed',
    },
    unread: 'Files not read to the end ({{number}})',
    unreadHint: 'Look at them: open those with a password yourself, delete those that are damaged.',
    settings: 'Settings',
    folder: 'Added folder: {{path}}',
    removeFolder: 'Remove',
    removeFolderOf: 'Remove {{path}}',
    trend: 'Recent sweeps',
    runs: {
      when: 'When',
      files: 'Files',
      found: 'Found',
      people: 'People',
      unread: 'Not read',
      how: 'Result',
    },
    runStates: { running: 'Running', paused: 'Paused', done: 'Done', cancelled: 'Not finished' },
    bell: {
      open: '{{number}} leftover files to deal with',
      overdue: 'Leftover files have not been looked for in a long time',
      left: '{{number}} copies of destroyed files are left',
    },
    log: {
      begun: 'begun {{how}}',
      byHand: 'by hand',
      byClock: 'by the clock',
      drives: 'other drives too',
      paused: 'paused',
      resumed: 'continued',
      done: 'done',
      cancelled: 'cancelled',
      failed: 'not finished',
      counts:
        '{{files}} files ({{size}}), {{found}} found with {{people}} people, {{unread}} not read to the end',
      schedule: 'automatic: {{every}}',
      'folder-added': 'folder {{folder}} added',
      'folder-removed': 'folder {{folder}} removed',
      finding: 'file {{finding}}, {{people}} people',
      until: 'kept until {{until}}',
      copies: '{{copies}} more the same',
      checked: '{{files}} files compared, {{copies}} with the same content, {{names}} by name',
      ofDisposal: 'disposal {{disposal}}',
    },
  },
  logActions: {
    sweep: 'Sweep for leftover files',
    'sweep-settings': 'Sweep settings',
    'sweep-accept': 'Leftover file kept',
    'sweep-dispose': 'Leftover file destroyed',
    'sweep-import': 'Leftover file imported',
    'disposal-check': 'Copies of a destroyed file looked for',
    'disposal-copy': 'Copy destroyed',
    'disposal-broken': 'Destruction interrupted',
  },
  log: { areas: { sweep: 'leftover files', disposals: 'destroyed files' } },
});

declare module '../messages/i18n.ts' {
  interface Brought {
    readonly sweep: typeof zhCN;
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
