/** Disks that are full, slow to be there, or the very disk that the vault lies on: told as what they are, and nothing is lost by it. */
import { mkdirSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openBackup } from '../../../main/vault/backup/open-backup.ts';
import { parseSheet } from '../../../main/vault/keys/recovery-sheet.ts';
import { ENGINES_HERE } from '../../support/platform.ts';
import { chooseFolder, makeOne, openBackupDesk, peopleFound } from '../../support/backup-desk.ts';
import { HOUR_MS, createFakeClock } from '../../support/fake-clock.ts';
import { canMountDisks, mountSmallDisk } from '../../support/small-disk.ts';
import { makeTempDir } from '../../support/temp-dir.ts';
import type { VaultHarness } from '../../support/vault-harness.ts';

const noDisks = canMountDisks() ? null : 'mounting a small disk needs root on Linux';
let desk: VaultHarness | undefined;

describe.skipIf(noDisks !== null).each(ENGINES_HERE)(
  `on a small disk, on %s${noDisks === null ? '' : ` (left out: ${noDisks})`}`,
  (engine) => {
    function mount(bytes: number): string {
      const folder = makeTempDir();
      const disk = mountSmallDisk(folder, bytes);
      onTestFinished(() => disk.unmount());
      return folder;
    }

    it('a backup is whole or not there, at ten sizes', async () => {
      const test = await openBackupDesk({ engine, people: 12 });
      desk = test.desk;
      const store = statSync(join(desk.vaultDir, 'store-0001.db')).size;
      // A manifest's block and the folder's own, some pages, most of it, and then enough.
      const sizes = [0.02, 0.1, 0.3, 0.5, 0.7, 0.9, 1, 1.05, 1.3, 4].map((share) =>
        Math.max(8_192, Math.ceil(store * share)),
      );
      const outcomes: string[] = [];
      for (const size of sizes) {
        const folder = mount(size + (size > store * 2 ? 4_000_000 : 0));
        await chooseFolder(desk, folder);
        const outcome = await desk.codeOf('backup.make', {});
        outcomes.push(outcome);
        expect(readdirSync(folder).filter((name) => !name.startsWith('RV-'))).toEqual([]);
        for (const name of readdirSync(folder))
          await openBackup(folder, name, { sheets: [parseSheet(test.sheet)] });
        expect(readdirSync(folder)).toHaveLength(outcome === 'ok' ? 1 : 0);
      }
      expect(new Set(outcomes)).toEqual(new Set(['disk-full', 'ok']));
      expect(outcomes.at(-1)).toBe('ok');
      expect(await peopleFound(desk)).toBe(12);
    });
  },
);

describe('what every screen says of backups', () => {
  const warning = async (): Promise<string | null> => (await desk!.call('backup.warning', {})).warning;

  it('is nothing on the first day, then that there is none, then nothing again, then that it is overdue', async () => {
    const clock = createFakeClock();
    ({ desk } = await openBackupDesk({
      clock,
      people: 1,
      folder: noDisks === null ? mountOther() : makeTempDir(),
    }));
    expect(await warning()).toBeNull();
    clock.advance(37 * HOUR_MS);
    await desk.switchTo('receptionist');
    expect(await warning()).toBe('never');
    await desk.switchTo('admin');
    await makeOne(desk);
    expect(await warning()).toBe(noDisks === null ? null : 'same-disk');
    clock.advance(35 * HOUR_MS);
    await desk.switchTo('supervisor');
    expect(await warning()).toBe(noDisks === null ? null : 'same-disk');
    clock.advance(2 * HOUR_MS);
    await desk.switchTo('supervisor');
    expect(await warning()).toBe('overdue');
  });

  it('is that it lies on the same disk as the vault, once there is one', async () => {
    const folder = makeTempDir();
    ({ desk } = await openBackupDesk({ people: 1, folder }));
    expect(await warning()).toBeNull();
    await makeOne(desk);
    expect(await warning()).toBe('same-disk');
    expect((await desk.call('backup.read', { folderId: null })).folder).toMatchObject({
      sameDisk: true,
      path: folder,
    });
  });
});

function mountOther(): string {
  const folder = makeTempDir();
  const disk = mountSmallDisk(folder, 32_000_000);
  onTestFinished(() => disk.unmount());
  return folder;
}

describe('retention', () => {
  it("lets go of what is old enough when the next is made, and of nothing that is not this vault's or not whole", async () => {
    const clock = createFakeClock(new Date(2026, 2, 1, 12).getTime());
    const test = await openBackupDesk({ clock, people: 1 });
    desk = test.desk;
    mkdirSync(join(test.folder, 'RV-20200101-000000'));
    for (let day = 0; day < 12; day++) {
      await makeOne(desk);
      clock.advance(24 * HOUR_MS);
      // A session ends after twelve hours, so that another begins.
      await desk.switchTo('admin');
    }
    const left = readdirSync(test.folder).sort();
    expect(left).toContain('RV-20200101-000000');
    expect(left.slice(1).map((name) => name.slice(0, 11))).toEqual([
      // The last of February's… of the first week of March, then seven days.
      'RV-20260301',
      'RV-20260306',
      'RV-20260307',
      'RV-20260308',
      'RV-20260309',
      'RV-20260310',
      'RV-20260311',
      'RV-20260312',
    ]);
    const { entries } = await desk.call('log.list', { before: null, limit: 40 });
    expect(
      entries.flatMap(({ detail }) =>
        detail !== null && detail !== 'unreadable' && 'pruned' in detail && detail.pruned === 1
          ? [detail]
          : [],
      ).length,
    ).toBeGreaterThan(2);
  });
});
