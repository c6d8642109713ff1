/** Backups of a bridge in memory: a few that lie there, and what making, trying out and restoring one answers. */
import type { RouteReply } from '../../contract/routes.ts';
import type { BackupView } from '../../contract/backup/views.ts';

const HOUR = 3_600_000;
const SHOWN = Date.UTC(2026, 2, 9, 4);

export interface FakeBackups {
  view: BackupView;
  choose(folder: string | null, on: boolean, hour: number): void;
  make(): RouteReply<'backup.make'>;
  test(name: string): RouteReply<'backup.test'>;
  readonly look: RouteReply<'backup.look'>;
}

export function inventBackups(): FakeBackups {
  const backups: FakeBackups = {
    view: {
      settings: { folder: null, on: true, hour: 12 },
      warning: 'never',
      folder: null,
      bytesNeeded: 23_400_000,
      made: null,
      failedAt: null,
      tested: null,
      backups: [],
      kept: [],
    },
    look: {
      createdAt: SHOWN - 30 * HOUR,
      age: 'older',
      entriesSince: 41,
      people: { present: 412, backup: 409 },
      bytesNeeded: 58_500_000,
      bytesFree: 91e9,
      sameKeys: true,
    },
    choose(folder, on, hour) {
      const path = folder ?? backups.view.settings.folder;
      backups.view = {
        ...backups.view,
        settings: { folder: path, on, hour },
        warning: null,
        folder: path === null ? null : { path, isThere: true, sameDisk: false, bytesFree: 61e9 },
      };
    },
    make() {
      const name = `RV-20260309-${String(120_000 + backups.view.backups.length)}`;
      const made = {
        name,
        state: 'ok',
        createdAt: SHOWN,
        bytes: 23_400_000,
        estateName: '云栖花园',
        opensBy: 'pin',
      } as const;
      backups.view = { ...backups.view, made: { at: SHOWN, name }, backups: [made, ...backups.view.backups] };
      return { name, bytes: 23_400_000, rows: 18_204, pruned: 0 };
    },
    test(name) {
      backups.view = { ...backups.view, tested: { at: SHOWN, name, ok: true } };
      return { rows: 18_204, tables: 34, createdAt: SHOWN };
    },
  };
  return backups;
}
