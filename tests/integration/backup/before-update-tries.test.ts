/** A newer version that does not come to its end with a store, or meets an alarm: one backup of it, entered once. */
import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { HEADER_FILE, UPDATE_RECORD_FILE } from '../../../main/vault/keys/header.ts';
import type { EngineName } from '../../../main/vault/store/store.ts';
import { backupsIn, keptIn, makeOne, openBackupDesk } from '../../support/backup-desk.ts';
import { createFakeClock } from '../../support/fake-clock.ts';
import { FEATURE_ENGINE_NAMES } from '../../support/engines.ts';
import { backToPresentVersion, openAgainIn } from '../../support/next-version.ts';
import { putOlderFolderBack } from '../../support/older-folder.ts';
import { draftOf } from '../../support/people-drafts.ts';
import { PINS, type VaultHarness, createHarness } from '../../support/vault-harness.ts';

backToPresentVersion();

const recordOf = ({ vaultDir }: VaultHarness): string => join(vaultDir, UPDATE_RECORD_FILE);

/** At another moment each time, so that two backups cannot be of one name. */
async function tryIn(
  newer: VaultHarness,
  clock: ReturnType<typeof createFakeClock>,
  role: 'admin' | 'receptionist' = 'receptionist',
): Promise<void> {
  clock.advance(60_000);
  expect(await newer.codeOf('session.unlock', await newer.proofOf(role))).toBe('internal');
}

/** A desk with a folder for backups, and a version that has failed with its store once. */
async function triedOnce(engine: EngineName) {
  const clock = createFakeClock();
  const { desk, folder } = await openBackupDesk({ engine, clock });
  const failing = await openAgainIn('failing', desk);
  await tryIn(failing, clock);
  return { clock, folder, failing };
}

const enteredBefore = async (desk: VaultHarness): Promise<readonly unknown[]> =>
  (await desk.logged('backup', 50))
    .map(({ detail }) => detail as { readonly why: string; readonly name?: string; readonly kept?: string })
    .filter(({ why }) => why.startsWith('before-update'))
    .map(({ why, name, kept }) => [why, name ?? kept]);

describe.each(FEATURE_ENGINE_NAMES)('a version that fails with a store on %s', (engine) => {
  it('makes one backup, whoever tries however often, and enters once that it served again', async () => {
    const { clock, folder, failing } = await triedOnce(engine);
    const [name] = backupsIn(folder);
    await tryIn(failing, clock, 'admin');
    const again = await openAgainIn('failing', failing);
    again.events.length = 0;
    await tryIn(again, clock);
    expect(again.events.some(({ event }) => event === 'backup.progress')).toBe(true);
    expect(backupsIn(folder)).toEqual([name]);
    const newer = await openAgainIn('next', again);
    await newer.unlock('receptionist');
    await newer.switchTo('admin');
    expect(backupsIn(folder)).toEqual([name]);
    expect(await enteredBefore(newer)).toEqual([['before-update-again', name]]);
    expect(existsSync(recordOf(newer))).toBe(false);
    await newer.letGo();
  });

  it('makes one copy beside the store where no folder was chosen', async () => {
    const clock = createFakeClock();
    const desk = await createHarness({ engine, clock });
    await desk.setUpAs('admin');
    const failing = await openAgainIn('failing', desk);
    await tryIn(failing, clock);
    const [name] = keptIn(desk.vaultDir);
    await tryIn(failing, clock);
    expect(keptIn(desk.vaultDir)).toEqual([name]);
    writeFileSync(join(desk.vaultDir, name!, HEADER_FILE), '{}');
    await tryIn(failing, clock);
    const [, other] = keptIn(desk.vaultDir);
    expect(keptIn(desk.vaultDir)).toEqual([name, other]);
    const newer = await openAgainIn('next', failing);
    await newer.unlock('admin');
    expect(keptIn(desk.vaultDir)).toEqual([name, other]);
    expect(await enteredBefore(newer)).toEqual([
      ['before-update-again', other],
      ['before-update-again', name],
    ]);
    await newer.letGo();
  });

  it.each([
    ['is gone', (path: string) => rmSync(path, { recursive: true })],
    [
      'has a changed byte',
      (path: string) => {
        const bytes = readFileSync(join(path, 'store.db'));
        bytes[4096]! ^= 1;
        writeFileSync(join(path, 'store.db'), bytes);
      },
    ],
    [
      'was exchanged for another whole one',
      (path: string, other: string) => {
        rmSync(path, { recursive: true });
        cpSync(other, path, { recursive: true });
      },
    ],
    [
      'is known by a record that somebody has changed',
      (_path: string, _other: string, record: string) => {
        const bytes = readFileSync(record);
        bytes[40]! ^= 1;
        writeFileSync(record, bytes);
      },
    ],
  ] as const)('makes another one where the first %s', async (_, spoil) => {
    const clock = createFakeClock();
    const { desk, folder } = await openBackupDesk({ engine, clock });
    const other = await makeOne(desk);
    const failing = await openAgainIn('failing', desk);
    await tryIn(failing, clock);
    const first = backupsIn(folder).at(-1)!;
    spoil(join(folder, first), join(folder, other), recordOf(failing));
    await tryIn(failing, clock);
    const second = backupsIn(folder).at(-1)!;
    expect([other, first]).not.toContain(second);
    await tryIn(failing, clock);
    expect(backupsIn(folder).at(-1)).toBe(second);
    await failing.letGo();
  });

  it('makes another one where the version before has worked since, which enters the first', async () => {
    const { clock, folder, failing } = await triedOnce(engine);
    const record = readFileSync(recordOf(failing));
    const older = await openAgainIn('present', failing);
    await older.unlock('supervisor');
    await older.addPerson(draftOf(9));
    // As a kill would leave it, or somebody who wants nothing to be kept.
    writeFileSync(recordOf(older), record);
    const again = await openAgainIn('failing', older);
    await tryIn(again, clock);
    const [first, second] = backupsIn(folder);
    expect(second).toBeDefined();
    const newer = await openAgainIn('next', again);
    await newer.unlock('admin');
    expect(backupsIn(folder)).toEqual([first, second]);
    expect(await enteredBefore(newer)).toEqual([
      ['before-update-again', second],
      ['before-update', first],
    ]);
    await newer.letGo();
  });
});

describe.each(FEATURE_ENGINE_NAMES)('what was kept before an update on %s', (engine) => {
  it('is entered with the acknowledgment where there is an alarm, also after a lock', async () => {
    const clock = createFakeClock();
    const { desk, folder } = await openBackupDesk({ engine, clock });
    await desk.vault.close();
    await putOlderFolderBack(desk);
    const newer = await openAgainIn('next', desk);
    expect(await newer.codeOf('session.unlock', await newer.proofOf('receptionist'))).toBe('store-mismatch');
    const [name] = backupsIn(folder);
    expect((await newer.unlock('supervisor')).alarms).not.toEqual([]);
    await newer.lock();
    expect((await newer.unlock('supervisor')).alarms).not.toEqual([]);
    await newer.call('session.acknowledge', { words: 'put back on purpose', pin: PINS.supervisor });
    expect(await enteredBefore(newer)).toEqual([['before-update', name]]);
    await newer.lock();
    await newer.unlock('admin');
    expect(await enteredBefore(newer)).toEqual([['before-update', name]]);
    expect(backupsIn(folder)).toEqual([name]);
    await newer.letGo();
  });

  it('is not entered again where a kill has left its record behind the entry', async () => {
    const { folder, failing } = await triedOnce(engine);
    const record = readFileSync(recordOf(failing));
    const newer = await openAgainIn('next', failing);
    await newer.unlock('receptionist');
    writeFileSync(recordOf(newer), record);
    await newer.lock();
    await newer.unlock('admin');
    expect(await enteredBefore(newer)).toHaveLength(1);
    expect(existsSync(recordOf(newer))).toBe(false);
    expect(backupsIn(folder)).toHaveLength(1);
    await newer.letGo();
  });
});
