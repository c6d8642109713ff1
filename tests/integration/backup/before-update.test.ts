/** A newer version of the program meets the store of the one before it: what that one can open is kept first. */
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { BACKUP_PHASES } from '../../../contract/backup/lists.ts';
import { readManifest } from '../../../main/vault/backup-files/manifest.ts';
import { HEADER_FILE } from '../../../main/vault/keys/header.ts';
import {
  backupsIn,
  chooseFolder,
  keptIn,
  openBackupDesk,
  peopleFound,
  readCurrentHeader,
  WHY,
} from '../../support/backup-desk.ts';
import { createFakeClock } from '../../support/fake-clock.ts';
import { FEATURE_ENGINE_NAMES } from '../../support/engines.ts';
import { backToPresentVersion, openAgainIn } from '../../support/next-version.ts';
import { draftOf } from '../../support/people-drafts.ts';
import { canMountDisks, mountSmallDisk } from '../../support/small-disk.ts';
import { makeTempDir } from '../../support/temp-dir.ts';
import { PINS, createHarness } from '../../support/vault-harness.ts';

backToPresentVersion();

describe.each(FEATURE_ENGINE_NAMES)('a store of the version before on %s', (engine) => {
  it('is backed up in the chosen folder before it is changed, once, and by whoever comes in', async () => {
    const options = { engine, clock: createFakeClock() };
    const { desk, folder } = await openBackupDesk(options);
    const newer = await openAgainIn('next', desk);
    await newer.unlock('receptionist');
    const [name] = backupsIn(folder);
    expect(backupsIn(folder)).toEqual([name]);
    const told = newer.events.filter(({ event }) => event === 'backup.progress');
    expect(new Set(told.map(({ payload }) => (payload as { phase: string }).phase))).toEqual(
      new Set(BACKUP_PHASES),
    );
    expect(await readManifest(join(folder, name!))).toMatchObject({ schema: 10 });
    await newer.lock();
    await newer.unlock('admin');
    expect(backupsIn(folder)).toEqual([name]);
    expect(keptIn(newer.vaultDir)).toEqual([]);
    expect(await newer.logged('backup', 50)).toMatchObject([
      { staffName: 'Desk One', outcome: 'done', detail: { end: 'made', why: 'before-update', name } },
    ]);
    await newer.letGo();
  });

  it('is what the version before goes back to, also when the newer one has made backups of its own, and nothing else is', async () => {
    const options = { engine, clock: createFakeClock() };
    const { desk, folder } = await openBackupDesk(options);
    const newer = await openAgainIn('next', desk);
    await newer.unlock('supervisor');
    await newer.addPerson(draftOf(9));
    await newer.switchTo('admin');
    options.clock.advance(60_000);
    const later = (await newer.call('backup.make', {})).name;
    const older = await openAgainIn('present', newer);
    expect(await older.codeOf('session.unlock', await older.proofOf('admin'))).toBe('store-newer');
    const { backup } = await older.call('repair.find', { folderId: null });
    expect(backupsIn(folder)).toEqual([backup!.name, later]);
    const order = { folderId: null, words: WHY.reason, ...(await older.proofOf('admin')) };
    expect(await older.codeOf('repair.restore', { ...order, name: later })).toBe('backup-newer');
    await older.call('repair.restore', { ...order, name: backup!.name });
    expect((await older.unlock('supervisor')).alarms).toEqual(['restored']);
    await older.call('session.acknowledge', { words: 'back to before', pin: PINS.supervisor });
    expect(await peopleFound(older)).toBe(3);
    await older.letGo();
  });

  it.each([
    ['no folder was chosen', false],
    ['its drive is away', true],
  ] as const)('is copied beside itself, as it is, where %s, and the log says why', async (_, isChosen) => {
    const options = { engine, clock: createFakeClock() };
    const desk = await createHarness(options);
    await desk.setUpAs('admin');
    const folder = makeTempDir();
    if (isChosen) await chooseFolder(desk, folder);
    rmSync(folder, { recursive: true });
    const { storeFile } = await readCurrentHeader(desk);
    await desk.vault.close();
    const store = readFileSync(join(desk.vaultDir, storeFile));
    const newer = await openAgainIn('next', desk);
    await newer.unlock('admin');
    const [name] = keptIn(newer.vaultDir);
    expect(readFileSync(join(newer.vaultDir, name!, storeFile)).equals(store)).toBe(true);
    expect(existsSync(join(newer.vaultDir, name!, HEADER_FILE))).toBe(true);
    expect((await newer.call('backup.read', { folderId: null })).kept).toEqual([name]);
    expect(await newer.logged('backup', 50)).toMatchObject([
      { outcome: 'failed', detail: { code: 'backup-no-folder', why: 'before-update', kept: name } },
    ]);
    await newer.letGo();
  });

  it.skipIf(!canMountDisks())('stays as it was, and shut, where nothing can be kept of it', async () => {
    const options = { engine, clock: createFakeClock() };
    const vaultDir = makeTempDir();
    const disk = mountSmallDisk(vaultDir, 64 * 1024 * 1024);
    try {
      const { desk, folder } = await openBackupDesk({ ...options, vaultDir });
      await desk.vault.close();
      rmSync(folder, { recursive: true });
      disk.leave(256 * 1024);
      const newer = await openAgainIn('next', desk);
      expect(await newer.codeOf('session.unlock', await newer.proofOf('admin'))).toBe('disk-full');
      expect(keptIn(vaultDir)).toEqual([]);
      disk.free();
      const older = await openAgainIn('present', newer);
      expect(await older.codeOf('session.unlock', await older.proofOf('admin'))).toBe('ok');
      await older.letGo();
    } finally {
      disk.unmount();
    }
  });
});
