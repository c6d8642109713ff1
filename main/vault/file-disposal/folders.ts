/** Which folders a sweep looks into on each system. Pure. */
import type { SweepSurroundings } from '../../../contract/host.ts';
import type { RecentList, SweepRoot } from '../../../contract/sweep/scanner.ts';

/** Additions to the folders that are always swept. */
export interface SweepChoice {
  readonly picked: readonly string[];
  /** Removable and other drives, too. */
  readonly drives: boolean;
  /** A folder of which nothing but its own files is looked at, unless another holds it. */
  readonly source?: string;
}

const DINGTALK_FOLDERS = ['DingTalk', 'DingDing', 'DingTalkDownloads', 'DingTalk Files'] as const;

/** Folders of chat programs by their names, wherever they lie. */
export const CHAT_FOLDERS: Readonly<Record<string, SweepRoot['place']>> = {
  xwechat_files: 'wechat',
  'WeChat Files': 'wechat',
  WXWork: 'wecom',
  'Tencent Files': 'qq',
  ...Object.fromEntries(DINGTALK_FOLDERS.map((name) => [name, 'dingtalk' as const])),
};

/** Those of chat and office programs before the folders in which they lie, so that a file belongs to its program. */
export function sweepRoots(
  around: SweepSurroundings,
  { picked, drives, source }: SweepChoice,
): readonly SweepRoot[] {
  const join = (...parts: readonly string[]): string => parts.join(around.separator);
  const root = (place: SweepRoot['place'], folders: readonly (readonly string[])[]): readonly SweepRoot[] =>
    folders.map((parts) => ({ place, path: join(...parts) }));
  const { documents, home } = around;
  const chats = documents === null ? [] : [documents, ...(home === null ? [] : [home])];
  // A chat program is told to keep its files on the larger drive: at its root, or in a folder there.
  const elsewhere = around.drives.flatMap((drive) => [
    [drive.replace(/[\\/]$/, '')],
    [drive.replace(/[\\/]$/, ''), '*'],
  ]);
  return [
    ...root(
      'picked',
      picked.map((path) => [path]),
    ),
    ...chats.flatMap((folder) => [
      ...root('wechat', [
        [folder, 'xwechat_files', '*', 'msg', 'file'],
        [folder, 'WeChat Files', '*', 'FileStorage', 'File'],
      ]),
      ...root('wecom', [
        [folder, 'WXWork', '*', 'Cache', 'File'],
        [folder, 'WXWork', '*', 'WeDrive'],
      ]),
      ...root('qq', [[folder, 'Tencent Files']]),
      ...root(
        'dingtalk',
        DINGTALK_FOLDERS.map((name) => [folder, name]),
      ),
      ...root('wps-drive', [[folder, 'WPSDrive']]),
    ]),
    ...elsewhere.flatMap((folder) =>
      Object.entries(CHAT_FOLDERS).flatMap(([name, place]) => root(place, [[...folder, name]])),
    ),
    ...programRoots(around, root),
    ...root('desktop', listed(around.desktop)),
    ...root('downloads', listed(around.downloads)),
    ...root('documents', listed(documents)),
    ...(drives
      ? root(
          'drive',
          around.drives.map((path) => [path]),
        )
      : []),
    ...(source === undefined ? [] : [{ place: 'source', path: source, flat: true } as const]),
  ];
}

/**
 * Where the system and office programs list files that were used last. Their databases elsewhere, such as the registry of Windows, are not
 * read.
 */
export function recentLists({
  platform,
  home,
  appData,
  separator,
}: SweepSurroundings): readonly RecentList[] {
  const list = (how: RecentList['how'], ...parts: readonly string[]): RecentList => ({
    how,
    path: parts.join(separator),
  });
  if (platform === 'win32')
    return appData === null
      ? []
      : [
          list('shortcuts', appData, 'Microsoft', 'Windows', 'Recent'),
          list('shortcuts', appData, 'Microsoft', 'Office', 'Recent'),
          list('texts', appData, 'Microsoft', 'Windows', 'Recent', 'AutomaticDestinations'),
          list('texts', appData, 'Microsoft', 'Windows', 'Recent', 'CustomDestinations'),
          list('texts', appData, 'kingsoft', 'office6', 'recent'),
        ];
  if (home === null) return [];
  return platform === 'darwin'
    ? [
        list('texts', home, 'Library', 'Application Support', 'com.apple.sharedfilelist'),
        list(
          'texts',
          home,
          'Library',
          'Application Support',
          'com.apple.sharedfilelist',
          'com.apple.LSSharedFileList.ApplicationRecentDocuments',
        ),
      ]
    : [
        list('text', home, '.local', 'share', 'recently-used.xbel'),
        list('text', home, '.config', 'libreoffice', '4', 'user', 'registrymodifications.xcu'),
        list('text', home, '.config', 'Kingsoft', 'Office.conf'),
        list('shortcuts', home, '.local', 'share', 'RecentDocuments'),
      ];
}

const listed = (folder: string | null): readonly (readonly string[])[] => (folder === null ? [] : [[folder]]);

type RootsOf = (place: SweepRoot['place'], folders: readonly (readonly string[])[]) => readonly SweepRoot[];

/** Where programs keep copies of their own, and what was thrown away. */
function programRoots(
  { platform, home, appData, localAppData, drives, bins }: SweepSurroundings,
  root: RootsOf,
) {
  if (home === null) return [];
  switch (platform) {
    case 'win32':
      return [
        ...(appData === null
          ? []
          : root('office-backup', [
              [appData, 'kingsoft', 'office6', 'backup'],
              [appData, 'Microsoft', 'Excel'],
              [appData, 'Microsoft', 'Word'],
            ])),
        ...(localAppData === null
          ? []
          : root('office-backup', [
              [localAppData, 'Kingsoft', 'WPS Office', '*', 'office6', 'backup'],
              [localAppData, 'Microsoft', 'Office', 'UnsavedFiles'],
            ])),
        ...root(
          'bin',
          [home.slice(0, 3), ...drives].map((drive) => [drive.replace(/\\$/, ''), '$Recycle.Bin']),
        ),
      ];
    case 'darwin':
      return [
        ...root('wechat', [
          [
            home,
            'Library',
            'Containers',
            'com.tencent.xinWeChat',
            'Data',
            'Documents',
            'xwechat_files',
            '*',
            'msg',
            'file',
          ],
        ]),
        ...root('office-backup', [
          [
            home,
            'Library',
            'Containers',
            'com.kingsoft.wpsoffice.mac',
            'Data',
            '.kingsoft',
            'office6',
            'data',
            'backup',
          ],
          [
            home,
            'Library',
            'Containers',
            'com.microsoft.Excel',
            'Data',
            'Library',
            'Preferences',
            'AutoRecovery',
          ],
          [
            home,
            'Library',
            'Containers',
            'com.microsoft.Word',
            'Data',
            'Library',
            'Preferences',
            'AutoRecovery',
          ],
        ]),
        ...root('bin', [[home, '.Trash']]),
      ];
    default:
      return [
        ...root('office-backup', [
          [home, '.local', 'share', 'Kingsoft', 'office6', 'data', 'backup'],
          [home, '.config', 'libreoffice', '4', 'user', 'backup'],
        ]),
        ...root('bin', [[home, '.local', 'share', 'Trash', 'files'], ...bins.map((path) => [path])]),
      ];
  }
}
