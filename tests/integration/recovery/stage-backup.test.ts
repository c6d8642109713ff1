/** A backup drive and the paper, on a computer without a vault: what the screens ask for, how it ends where it is cancelled, killed or refused. */
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import {
  BACKUP_FOLDER,
  type BackupDeskForTest,
  WHY,
  makeOne,
  openBackupDesk,
  peopleFound,
} from '../../support/backup-desk.ts';
import { FEATURE_ENGINE_NAMES } from '../../support/engines.ts';
import { type FakeClock, createFakeClock } from '../../support/fake-clock.ts';
import { hashFolder } from '../../support/folder-hash.ts';
import { draftOf, idNumberOf } from '../../support/people-drafts.ts';
import { answersTo, peopleFor, RECOVERY_PINS, sheetText } from '../../support/recover.ts';
import { flipBit } from '../../support/store-tools.ts';
import { PINS } from '../../support/vault-harness.ts';
import { revealOf } from '../../support/requests-of.ts';

describe.each(FEATURE_ENGINE_NAMES)('a computer without a vault, on %s', (engine) => {
  let origin: BackupDeskForTest;
  let clock: FakeClock;
  beforeEach(async () => {
    clock = createFakeClock();
    origin = await openBackupDesk({ engine, clock });
  });

  /** What this computer has of any vault. */
  const remains = (): readonly string[] =>
    existsSync(origin.desk.vaultDir) ? readdirSync(origin.desk.vaultDir) : [];
  async function loseComputer(): Promise<void> {
    await origin.desk.loseComputer();
    origin.desk.vault.offerFile(BACKUP_FOLDER, origin.folder, 'folder');
  }
  const order = (name: string, sheet: string = origin.sheet) => ({ folderId: BACKUP_FOLDER, name, sheet });
  async function finish(view: Parameters<typeof peopleFor>[0]): Promise<void> {
    const { desk } = origin;
    const next = await desk.call('recovery.prepare', { people: peopleFor(view, ['admin', 'supervisor']) });
    await desk.call('recovery.finish', { answers: answersTo(next) });
  }
  async function expectWorks(): Promise<void> {
    const { desk } = origin;
    await desk.answers('ok', 'session.unlock', {
      slotId: await desk.slotOf('supervisor'),
      pin: RECOVERY_PINS.supervisor,
    });
    expect(await desk.call('session.alarms', {})).toEqual({ alarms: [] });
    expect(await peopleFound(desk)).toBe(3);
    const {
      groups: [group],
    } = await desk.call('people.search', { text: '3-2-1802' });
    const { value } = await desk.call(
      'people.reveal',
      revealOf(group!.rows[0]!.personId, 'idNumber', RECOVERY_PINS.supervisor, WHY),
    );
    expect(value).toBe(idNumberOf(1));
  }

  it('finds the backups of a folder, and recovers from the one that is chosen', async () => {
    const first = await makeOne(origin.desk);
    clock.advance(1_100);
    const second = await makeOne(origin.desk);
    await loseComputer();
    const { desk } = origin;
    expect(await desk.call('vault.status', {})).toMatchObject({ state: 'no-vault' });
    const { backups } = await desk.call('recovery.findBackups', { folderId: BACKUP_FOLDER });
    expect(backups.map(({ name, estateName }) => [name, estateName])).toEqual([
      [second, 'Test Estate'],
      [first, 'Test Estate'],
    ]);
    const before = hashFolder(origin.folder);
    const view = await desk.call('recovery.stageBackup', order(second));
    expect(view).toMatchObject({ estateName: 'Test Estate', knownHere: false });
    await finish(view);
    expect(await desk.call('vault.status', {})).toMatchObject({ state: 'locked' });
    await expectWorks();
    expect(hashFolder(origin.folder)).toBe(before);
  });

  it('has nothing of it left where the sheet is not its own, was not copied right, or the backup is damaged', async () => {
    const name = await makeOne(origin.desk);
    const next = await origin.desk.call('keys.beginSheet', {});
    await loseComputer();
    const { desk } = origin;
    await desk.answers('backup-wrong-sheet', 'recovery.stageBackup', order(name, sheetText(next.lines)));
    await desk.answers(
      'sheet-slip',
      'recovery.stageBackup',
      order(
        name,
        origin.sheet.replace(/[2-9A-H]/, (one) => (one === '2' ? '3' : '2')),
      ),
    );
    expect(await desk.codeOf('recovery.stageBackup', order('RV-20260101-000000'))).not.toBe('ok');
    flipBit(join(origin.folder, name, 'store.db'), 20_000);
    expect(await desk.codeOf('recovery.stageBackup', order(name))).toBe('backup-damaged');
    expect(remains()).toEqual([]);
    expect(await desk.call('vault.status', {})).toMatchObject({ state: 'no-vault' });
  });

  it('is without one again where the recovery is cancelled', async () => {
    const name = await makeOne(origin.desk);
    await loseComputer();
    const { desk } = origin;
    const view = await desk.call('recovery.stageBackup', order(name));
    await desk.call('recovery.prepare', { people: peopleFor(view, ['admin', 'supervisor']) });
    expect(remains().length).toBeGreaterThan(0);
    await desk.call('recovery.cancel', {});
    expect(remains()).toEqual([]);
    expect(desk.keychain.deviceSecrets).toEqual({});
    expect(await desk.call('vault.status', {})).toMatchObject({ state: 'no-vault' });
    await finish(await desk.call('recovery.stageBackup', order(name)));
    await expectWorks();
  });

  it('goes on by the sheet where it was killed before the recovery ended', async () => {
    const name = await makeOne(origin.desk);
    await loseComputer();
    const { desk } = origin;
    await desk.call('recovery.stageBackup', order(name));
    await desk.vault.close();
    await desk.start();
    expect(await desk.call('vault.status', {})).toMatchObject({
      state: 'refused',
      problem: 'keychain-item-missing',
    });
    expect(await desk.call('recovery.look', {})).toMatchObject({ bySheet: true });
    await finish(await desk.call('recovery.begin', { sheet: origin.sheet }));
    await expectWorks();
  });

  it('that had it, and whose keychain still knows it, goes on with its secret and says that the records are of before', async () => {
    const { desk } = origin;
    const name = await makeOne(desk);
    await desk.switchTo('supervisor');
    await desk.addPerson(draftOf(9));
    await desk.vault.close();
    rmSync(desk.vaultDir, { recursive: true });
    await desk.start();
    desk.vault.offerFile(BACKUP_FOLDER, origin.folder, 'folder');
    const [secret] = Object.keys(desk.keychain.deviceSecrets);
    const view = await desk.call('recovery.stageBackup', order(name));
    expect(view).toMatchObject({ knownHere: true });
    await finish(view);
    await expectWorks();
    expect(Object.keys(desk.keychain.deviceSecrets)).toEqual([secret]);
    expect((await desk.logged('alarm', 20)).map(({ detail }) => detail)).toContainEqual({
      alarm: 'head-differs',
    });
  });

  it("takes the sheet that has replaced the backup's where a backup made since leads to it", async () => {
    const { desk } = origin;
    const old = await makeOne(desk);
    const next = await desk.call('keys.beginSheet', {});
    await desk.call('keys.finishSheet', {
      answers: answersTo(next),
      pin: PINS.admin,
      cosigner: await desk.proofOf('supervisor'),
      oldSheet: origin.sheet,
    });
    clock.advance(1_100);
    await makeOne(desk);
    await loseComputer();
    await finish(await desk.call('recovery.stageBackup', order(old, sheetText(next.lines))));
    await expectWorks();
  });

  it('is asked for by nobody who has a vault', async () => {
    const { desk } = origin;
    const name = await makeOne(desk);
    const header = join(desk.vaultDir, 'header.json');
    const bytes = readFileSync(header);
    await desk.lock();
    desk.vault.offerFile(BACKUP_FOLDER, origin.folder, 'folder');
    expect(await desk.codeOf('recovery.findBackups', { folderId: BACKUP_FOLDER })).toBe('vault-exists');
    expect(await desk.codeOf('recovery.stageBackup', order(name))).toBe('vault-exists');
    expect(readFileSync(header)).toEqual(bytes);
    // Nor where the header alone is gone: what lies there is not written over.
    await desk.vault.close();
    writeFileSync(header, '{}');
    await desk.start();
    desk.vault.offerFile(BACKUP_FOLDER, origin.folder, 'folder');
    expect(await desk.codeOf('recovery.stageBackup', order(name))).toBe('vault-exists');
    expect(readFileSync(header, 'utf8')).toBe('{}');
  });
});
