/** What every release so far has written is opened by this version: store and header, backup, log export and update folder (`npm run freeze`). */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { checkFolder } from '../../../main/files/updates/take-update.ts';
import { runVerify } from '../../../main/vault/log-export/run-verify.ts';
import { MIGRATIONS } from '../../../main/vault/store/migrations/index.ts';
import { schemaVersion } from '../../../main/vault/store/migrate.ts';
import { BACKUP_FOLDER, WHY } from '../../support/backup-desk.ts';
import { lenientEngine } from '../../support/any-schema.ts';
import { ENGINES } from '../../support/engines.ts';
import { HOUR_MS, createFakeClock } from '../../support/fake-clock.ts';
import { type FrozenRelease, LOG, frozenVersions, openFrozen } from '../../support/frozen-release.ts';
import { RECOVERY_PINS, answersTo, peopleFor } from '../../support/recover.ts';
import { testProgram } from '../../support/update-folder.ts';
import { MemoryKeychain, type VaultHarness, createHarness } from '../../support/vault-harness.ts';

afterEach(() => void vi.useRealTimers());

it.each(ENGINES.map(({ name }) => name))(
  'kept of a release: 0.1.0 is, with its schema, as %s reads it',
  async (name) => {
    expect(frozenVersions()).toContain('0.1.0');
    for (const version of frozenVersions()) {
      const { folder, stores } = openFrozen(version);
      for (const [path, key] of Object.entries(stores)) {
        const store = await lenientEngine(name).open({ path: join(folder, path), key, create: false });
        expect(MIGRATIONS.map(({ id }) => id)).toContain(await schemaVersion(store));
        expect(await store.integrityCheck()).toEqual([]);
        await store.close();
      }
    }
  },
);

describe.each(frozenVersions().flatMap((version) => ENGINES.map(({ name }) => [version, name] as const)))(
  'a vault of %s on %s',
  (version, engine) => {
    const sitDown = (release: FrozenRelease, elsewhere = false): Promise<VaultHarness> => {
      const keychain = new MemoryKeychain();
      if (!elsewhere) keychain.restore(release.keychain);
      const vaultDir = join(release.folder, elsewhere ? 'elsewhere' : 'vault');
      return createHarness({ engine, vaultDir, keychain, clock: createFakeClock(release.at + HOUR_MS) });
    };
    const phoneOf = (desk: VaultHarness, { person }: FrozenRelease, pin: string): Promise<string> =>
      desk.reveal(person.personId, 'phone', pin, WHY);
    const comeIn = async (desk: VaultHarness, release: FrozenRelease, role: 'admin' | 'supervisor') => {
      await desk.lock();
      const { alarms } = await desk.call('session.unlock', {
        slotId: await desk.slotOf(role),
        pin: release.pins[role],
      });
      return alarms;
    };

    it('opens, shows what was kept, has a whole log, and its backup is whole and comes back', async () => {
      const release = openFrozen(version);
      const desk = await sitDown(release);
      expect(await comeIn(desk, release, 'supervisor')).toEqual([]);
      expect(await phoneOf(desk, release, release.pins.supervisor)).toBe(release.person.phone);
      expect(await desk.call('log.verify', {})).toMatchObject({ ok: true });
      await comeIn(desk, release, 'admin');
      desk.vault.offerFile(BACKUP_FOLDER, join(release.folder, 'backups'), 'folder');
      const backup = { folderId: BACKUP_FOLDER, name: release.backup, pin: release.pins.admin };
      expect((await desk.call('backup.test', backup)).rows).toBeGreaterThan(100);
      await desk.call('backup.restore', { ...backup, words: 'an import went wrong' });
      expect(await comeIn(desk, release, 'supervisor')).toEqual(['restored']);
      await desk.call('session.acknowledge', { words: 'with the admin', pin: release.pins.supervisor });
      expect(await phoneOf(desk, release, release.pins.supervisor)).toBe(release.person.phone);
    });

    it('is recovered from its backup and the sheet on a computer that knows nothing of it', async () => {
      const release = openFrozen(version);
      const desk = await sitDown(release, true);
      desk.vault.offerFile(BACKUP_FOLDER, join(release.folder, 'backups'), 'folder');
      const { backup: name, sheet } = release;
      const view = await desk.call('recovery.stageBackup', { folderId: BACKUP_FOLDER, name, sheet });
      const next = await desk.call('recovery.prepare', { people: peopleFor(view, ['admin', 'supervisor']) });
      await desk.call('recovery.finish', { answers: answersTo(next) });
      await desk.call('session.unlock', {
        slotId: await desk.slotOf('supervisor'),
        pin: RECOVERY_PINS.supervisor,
      });
      expect(await phoneOf(desk, release, RECOVERY_PINS.supervisor)).toBe(release.person.phone);
    });
  },
);

describe.each(frozenVersions())('what %s has handed out', (version) => {
  const { folder, log, update, at } = openFrozen(version);

  it('is an exported log that is whole, to its last entry', async () => {
    const { code, out } = await runVerify([join(folder, LOG), '--root', log.root]);
    expect({ code, out }).toMatchObject({
      code: 0,
      out: expect.arrayContaining([`entries checked and good: ${log.count}`]),
    });
  });

  it('is an update folder that was good at its day, and is not once that is over', async () => {
    const files = join(folder, 'update');
    const program = testProgram({ root: readFileSync(join(folder, 'root.json')), system: update.system });
    vi.useFakeTimers({ toFake: ['Date'], now: at });
    expect(await checkFolder(files, program)).toMatchObject({ version: update.version });
    vi.setSystemTime(update.expires + HOUR_MS);
    await expect(checkFolder(files, program)).rejects.toMatchObject({ why: 'expired' });
  });
});
