/** A backup: made while the desk goes on, checked, listed, opened by those who may, and by nobody else. */
import { cpSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { openByAdmin, openBySheet } from '../../../main/vault/backup/backup-key.ts';
import { listBackups, newestWhole } from '../../../main/vault/backup-files/list-backups.ts';
import { makeBackup } from '../../../main/vault/backup/make-backup.ts';
import { openFacts, readManifest } from '../../../main/vault/backup-files/manifest.ts';
import { unpackBackup } from '../../../main/vault/backup/restore.ts';
import { openBackup } from '../../../main/vault/backup/open-backup.ts';
import { AppError } from '../../../main/vault/app-error.ts';
import { openFrom } from '../../../main/vault/crypto/hpke.ts';
import { bytesOfBase64 } from '../../../main/vault/crypto/bytes.ts';
import { bind } from '../../../main/vault/crypto/bind.ts';
import { openRecoverySlot } from '../../../main/vault/keys/slots.ts';
import { createSheetSecret, parseSheet } from '../../../main/vault/keys/recovery-sheet.ts';
import { systemClock } from '../../../main/vault/clock.ts';
import type { Session } from '../../../main/vault/session/session.ts';
import { chooseEngine } from '../../../main/vault/store/engine/choose-engine.ts';
import type { Engine } from '../../../main/vault/store/engine/engine.ts';
import { hashTables } from '../../../main/vault/store/table-hashes.ts';
import type { FileId } from '../../../contract/ids.ts';
import {
  type BackupDeskForTest,
  NOBODY_WATCHES,
  chooseFolder,
  hashStore,
  makeOne,
  openBackupDesk,
  readCurrentHeader,
  strangersIn,
} from '../../support/backup-desk.ts';
import { ENGINES } from '../../support/engines.ts';
import { type FakeClock, createFakeClock } from '../../support/fake-clock.ts';
import { searchFiles } from '../../support/file-search.ts';
import { openSlot } from '../../support/open-slot.ts';
import { draftOf, phoneOf } from '../../support/people-drafts.ts';
import { vaultAtRest, flipBit, openStoreOf } from '../../support/store-tools.ts';
import { makeTempDir } from '../../support/temp-dir.ts';
import { PINS } from '../../support/vault-harness.ts';
import { words } from '../../support/words.ts';

const codeOf = async (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'ok',
    (error: unknown) => (error instanceof AppError ? error.code : `a crash: ${String(error)}`),
  );

describe.each(ENGINES.map(({ name }) => name))('a backup on %s', (engine) => {
  let test: BackupDeskForTest;
  let clock: FakeClock;
  beforeEach(async () => {
    clock = createFakeClock();
    test = await openBackupDesk({ engine, clock });
  });

  it('holds every table as the store had it, and is listed as whole', async () => {
    const { desk, folder, sheet } = test;
    const name = await makeOne(desk);
    expect(readdirSync(folder)).toEqual([name]);
    expect(readdirSync(join(folder, name)).sort()).toEqual(['backup.json', 'store.db']);
    const manifest = await readManifest(join(folder, name));
    const { tables } = openFacts(manifest, openBySheet(manifest, parseSheet(sheet)));
    expect((await desk.call('backup.read', { folderId: null })).backups).toEqual([
      {
        name,
        state: 'ok',
        createdAt: manifest.createdAt,
        bytes: manifest.store.bytes,
        estateName: 'Test Estate',
        opensBy: 'pin',
      },
    ]);
    await desk.vault.close();
    const log = (all: readonly { readonly name: string }[]) =>
      all.filter((table) => !/^(log_|op_out$)/.test(table.name));
    // Its own entry came after it.
    expect(log(tables)).toEqual(log(await hashStore(desk, engine)));
  });

  it('that does not come out whole is called damaged itself, not the store that it was made of, and is not kept', async () => {
    const { desk, folder } = test;
    await desk.vault.close();
    const real = chooseEngine(engine);
    const store = await openStoreOf(vaultAtRest(desk), real, PINS.admin);
    const spoiling: Engine = { ...real, open: async (file) => (flipBit(file.path, 20_000), real.open(file)) };
    try {
      const session = {
        clock: systemClock,
        header: await readCurrentHeader(desk),
        store,
      } as unknown as Session;
      expect(await codeOf(makeBackup(session, folder, spoiling, NOBODY_WATCHES))).toBe('backup-damaged');
      expect(readdirSync(folder)).toEqual([]);
    } finally {
      await store.close();
    }
    await desk.start();
  });

  it('that is due is made by itself behind a sign-in, of one moment, while residents are added all the time', async () => {
    const { desk, folder, sheet } = test;
    await chooseFolder(desk, folder, { on: true, hour: new Date().getHours() });
    await desk.lock();
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    try {
      await desk.unlock('supervisor');
      vi.advanceTimersByTime(60_000);
    } finally {
      vi.useRealTimers();
    }
    let added = 3;
    while (!readdirSync(folder).some((name) => name.startsWith('RV-')))
      await desk.addPerson(draftOf(++added));
    expect(added).toBeGreaterThan(3);
    const opened = await openBackup(
      folder,
      readdirSync(folder).find((name) => name.startsWith('RV-'))!,
      { sheets: [parseSheet(sheet)] },
    );
    const rowsOf = (table: string): number =>
      opened.facts.tables.find(({ name }) => name === table)?.rows ?? 0;
    expect(rowsOf('person')).toBeLessThanOrEqual(added);
    // Whoever is in it is in it with all that belongs to them, and with the log's entry.
    expect(rowsOf('sealed_value')).toBe(3 * rowsOf('person'));
    expect(rowsOf('occupancy')).toBe(rowsOf('person'));
    await vi.waitFor(async () => {
      expect((await desk.logged('backup', 50))[0]).toMatchObject({
        outcome: 'done',
        staffName: 'Super One',
        detail: { why: 'scheduled' },
      });
    });
  });

  it('opens to the sheet anywhere and to an admin on this computer, and off it to no admin', async () => {
    const { desk, folder, sheet } = test;
    const manifest = await readManifest(join(folder, await makeOne(desk)));
    const header = await readCurrentHeader(desk);
    const secret = desk.keychain.deviceSecrets[header.deviceSecretId]!;
    const slot = header.slots.find(({ role }) => role === 'admin')!;
    const admin = await openSlot({ header, slot, deviceSecret: secret, pin: PINS.admin });
    const bySheet = openBySheet(manifest, parseSheet(sheet));
    expect(openByAdmin(manifest, admin, { id: header.deviceSecretId, secret })).toEqual(bySheet);
    expect(openFacts(manifest, bySheet).tables.length).toBeGreaterThan(20);

    // Elsewhere: the admin's private keys are known, the device secret is not.
    expect(() => openByAdmin(manifest, admin, { id: '0'.repeat(32), secret: new Uint8Array(32) })).toThrow(
      'backup-needs-sheet',
    );
    expect(() =>
      openByAdmin(manifest, admin, { id: header.deviceSecretId, secret: new Uint8Array(32) }),
    ).toThrow('backup-damaged');
    const info = bind('backup-key', manifest.vaultId, manifest.backupId, admin.staffId, admin.generation);
    for (const sealed of [
      manifest.keyFor.sheet.sealed,
      ...manifest.keyFor.admins.map(({ wrapped }) => wrapped),
    ].map(bytesOfBase64)) {
      for (let at = 0; at < sealed.length - 81 + 1; at++)
        expect(openFrom(admin.receive, info, new Uint8Array(), sealed.subarray(at))).toBeNull();
    }
    // A supervisor and a receptionist have no part in it, here or anywhere.
    for (const [role, pin] of [
      ['supervisor', PINS.supervisor],
      ['receptionist', PINS.receptionist],
    ] as const) {
      const opened = await openSlot({
        header,
        slot: header.slots.find((one) => one.role === role)!,
        deviceSecret: secret,
        pin,
      });
      expect(() => openByAdmin(manifest, opened, { id: header.deviceSecretId, secret })).toThrow(
        'backup-needs-sheet',
      );
    }
    expect(() => openBySheet(manifest, createSheetSecret())).toThrow('backup-wrong-sheet');
  });

  it('holds nothing planted in clear, in no file of it', async () => {
    const { desk, folder } = test;
    await makeOne(desk);
    expect(
      searchFiles([folder], [phoneOf(1), draftOf(1).name, 'sealed_value', 'person', PINS.admin]),
    ).toEqual([]);
  });

  it('that is being made can be cancelled: nothing is left of it, and the log says so', async () => {
    const { desk, folder } = test;
    const making = desk.codeOf('backup.make', {});
    await desk.call('backup.cancel', {});
    expect(await making).toBe('cancelled');
    expect(readdirSync(folder)).toEqual([]);
    expect((await desk.logged('backup', 5))[0]).toMatchObject({
      outcome: 'failed',
      detail: { end: 'failed', code: 'cancelled', why: 'by-hand' },
    });
  });

  it('is in the log with its name and what was let go', async () => {
    const { desk } = test;
    const name = await makeOne(desk);
    expect((await desk.logged('backup', 5))[0]).toMatchObject({
      outcome: 'done',
      staffName: 'Admin One',
      detail: { end: 'made', name, pruned: 0 },
    });
    expect((await desk.call('backup.read', { folderId: null })).made).toMatchObject({ name });
  });

  it('is laid into an empty folder by its sheet, with the same tables and the header as it was', async () => {
    const { desk, folder, sheet } = test;
    const name = await makeOne(desk);
    const elsewhere = makeTempDir();
    const secret = parseSheet(sheet);
    const opened = await openBackup(folder, name, { sheets: [secret] });
    const known = [openRecoverySlot(opened.manifest.parsedHeader, secret).pins.roots];
    const { header } = await unpackBackup(
      opened,
      secret,
      known,
      { vaultDir: elsewhere, engine: chooseEngine(engine) },
      NOBODY_WATCHES,
    );
    expect(header).toEqual(await readCurrentHeader(desk));
    expect(strangersIn(elsewhere, header)).toEqual([]);
    const recovery = openRecoverySlot(header, secret);
    const store = await chooseEngine(engine).open({
      path: join(elsewhere, header.storeFile),
      key: recovery.storeKey,
      create: false,
    });
    expect(await hashTables(store)).toEqual(opened.facts.tables);
    await store.close();
    // Never over anything.
    expect(
      await codeOf(
        unpackBackup(
          opened,
          secret,
          known,
          { vaultDir: elsewhere, engine: chooseEngine(engine) },
          NOBODY_WATCHES,
        ),
      ),
    ).toBe('vault-exists');
    expect(await codeOf(openBackup(folder, name, { sheets: [createSheetSecret()] }))).toBe(
      'backup-wrong-sheet',
    );
  });

  it('is tried out whole, with a record of how it went', async () => {
    const { desk, folder } = test;
    const name = await makeOne(desk);
    expect(await desk.call('backup.test', { folderId: null, name, pin: PINS.admin })).toMatchObject({
      tables: expect.any(Number) as unknown,
    });
    expect((await desk.call('backup.read', { folderId: null })).tested).toMatchObject({ name, ok: true });
    flipBit(join(folder, name, 'store.db'), 9_000);
    await desk.answers('backup-damaged', 'backup.test', { folderId: null, name, pin: PINS.admin });
    expect((await desk.call('backup.read', { folderId: null })).tested).toMatchObject({ name, ok: false });
    expect(strangersIn(desk.vaultDir, await readCurrentHeader(desk))).toEqual([]);
  });

  it('that was made before a change of PIN takes the sheet, and says so before a PIN is asked for', async () => {
    const { desk, sheet } = test;
    const name = await makeOne(desk);
    const pin = 'cedar-18-mill';
    await desk.call('staff.changePin', { pin: PINS.admin, newPin: pin });
    expect((await desk.call('backup.read', { folderId: null })).backups[0]).toMatchObject({
      name,
      opensBy: 'sheet',
    });
    expect(await desk.codeOf('backup.test', { folderId: null, name, pin })).toBe('backup-needs-sheet');
    expect(await desk.codeOf('backup.test', { folderId: null, name, pin, sheet })).toBe('ok');
    await desk.answers('sheet-mismatch', 'backup.test', {
      folderId: null,
      name,
      pin,
      sheet: sheet.replace(/^./, (first) => (first === 'A' ? 'B' : 'A')),
    });
  });

  it('needs an admin: nobody else is answered', async () => {
    const { desk } = test;
    const name = await makeOne(desk);
    for (const role of ['supervisor', 'receptionist'] as const) {
      await desk.switchTo(role);
      for (const route of words(
        'backup.read backup.make backup.test backup.look backup.restore backup.choose backup.cancel',
      )) {
        expect(
          await desk.codeOf(route, {
            folderId: null,
            name,
            pin: PINS[role],
            words: 'let me',
            on: true,
            hour: 1,
          }),
          `${route} as ${role}`,
        ).toBe('not-allowed');
      }
      expect(await desk.codeOf('backup.warning', {})).toBe('ok');
    }
  });
});

describe('what lies in a folder', () => {
  let test: BackupDeskForTest;
  let clock: FakeClock;
  beforeEach(async () => {
    clock = createFakeClock();
    test = await openBackupDesk({ clock });
  });

  it('is told apart: whole, damaged, of another vault, of a newer version, no backup at all', async () => {
    const { desk, folder } = test;
    const name = await makeOne(desk);
    const other = await openBackupDesk({ folder });
    const foreign = await makeOne(other.desk);
    await other.desk.dispose();
    const copy = (as: string): string => {
      cpSync(join(folder, name), join(folder, as), { recursive: true });
      return join(folder, as);
    };
    writeFileSync(
      join(copy('RV-20200101-000001'), 'store.db'),
      readFileSync(join(folder, name, 'store.db')).subarray(0, 40_960),
    );
    flipBit(join(copy('RV-20200101-000002'), 'backup.json'), 400);
    rmSync(join(copy('RV-20200101-000003'), 'store.db'));
    rmSync(join(copy('RV-20200101-000004'), 'backup.json'));
    mkdirSync(join(folder, 'RV-20200101-000005'));
    mkdirSync(join(folder, 'holiday pictures'));
    writeFileSync(join(folder, 'RV-notes.txt'), 'nothing');
    const { backups } = await desk.call('backup.read', { folderId: null });
    expect(Object.fromEntries(backups.map((backup) => [backup.name, backup.state]))).toEqual({
      [name]: 'ok',
      [foreign]: 'other-vault',
      ...Object.fromEntries(['1', '2', '3', '4', '5'].map((n) => [`RV-20200101-00000${n}`, 'damaged'])),
    });
    await desk.answers('backup-needs-sheet', 'backup.look', {
      folderId: null,
      name: foreign,
      pin: PINS.admin,
    });
    await desk.answers('backup-damaged', 'backup.look', {
      folderId: null,
      name: 'RV-20200101-000002',
      pin: PINS.admin,
    });
    await desk.answers('backup-damaged', 'backup.look', {
      folderId: null,
      name: 'RV-20190101-000002',
      pin: PINS.admin,
    });
  });

  it('and is damaged is noticed: two hundred flipped bits, and cuts, none taken for a wrong sheet', async () => {
    const { desk, folder, sheet } = test;
    const name = await makeOne(desk);
    const whole = {
      manifest: readFileSync(join(folder, name, 'backup.json')),
      store: readFileSync(join(folder, name, 'store.db')),
    };
    const put = (file: 'manifest' | 'store', bytes: Buffer): void =>
      writeFileSync(join(folder, name, file === 'manifest' ? 'backup.json' : 'store.db'), bytes);
    const { vaultId, parsedHeader } = await readManifest(join(folder, name));
    const { roots } = openRecoverySlot(parsedHeader, parseSheet(sheet)).pins;
    const noticed: string[] = [];
    const look = async (): Promise<void> => {
      const { checkBackup } = await import('../../../main/vault/backup/check-backup.ts');
      const opened = openBackup(folder, name, { sheets: [parseSheet(sheet)] });
      const place = { vaultDir: desk.vaultDir, engine: chooseEngine('auto'), clock, roots };
      noticed.push(await codeOf(opened.then((backup) => checkBackup(backup, place, NOBODY_WATCHES))));
      expect(await newestWhole(folder, vaultId)).toBeNull();
    };
    for (let n = 0; n < 200; n++) {
      const file = n % 4 === 0 ? 'manifest' : 'store';
      const bytes = Buffer.from(whole[file]);
      bytes[(n * 7919) % bytes.length]! ^= 1 << (n % 8);
      put(file, bytes);
      await look();
      put(file, whole[file]);
    }
    for (const file of ['manifest', 'store'] as const) {
      for (const share of [0, 0.01, 0.5, 0.999]) {
        put(file, whole[file].subarray(0, Math.floor(whole[file].length * share)));
        await look();
        put(file, whole[file]);
      }
    }
    expect(new Set(noticed)).toEqual(new Set(['backup-damaged']));
    expect(noticed).toHaveLength(208);
    expect((await newestWhole(folder, vaultId))?.name).toBe(name);
  });

  it('with a store that was exchanged for another one is damaged, whole as that is', async () => {
    const { desk, folder } = test;
    const first = await makeOne(desk);
    clock.advance(1_100);
    const second = await makeOne(desk);
    renameSync(join(folder, first, 'store.db'), join(folder, second, 'store.db'));
    await desk.answers('backup-damaged', 'backup.test', { folderId: null, name: second, pin: PINS.admin });
  });

  it("of a killed backup is taken away by the next, and nobody else's", async () => {
    const { desk, folder } = test;
    const { vaultId } = await readCurrentHeader(desk);
    const own = `.partial-${vaultId.slice(0, 12)}-RV-20200101-000000`;
    for (const name of [own, '.partial-ffffffffffff-RV-20200101-000000']) mkdirSync(join(folder, name));
    const name = await makeOne(desk);
    expect(readdirSync(folder).sort()).toEqual(['.partial-ffffffffffff-RV-20200101-000000', name]);
  });

  it('is looked for in a folder that was picked, and nowhere that was not', async () => {
    const { desk, folder } = test;
    const name = await makeOne(desk);
    const other = makeTempDir();
    await chooseFolder(desk, other);
    expect((await desk.call('backup.read', { folderId: null })).backups).toEqual([]);
    desk.vault.offerFile('c'.repeat(32), folder, 'folder');
    expect(
      (await desk.call('backup.read', { folderId: 'c'.repeat(32) as FileId })).backups.map(
        (backup) => backup.name,
      ),
    ).toEqual([name]);
    expect(await desk.codeOf('backup.read', { folderId: 'd'.repeat(32) })).toBe('not-found');
    expect(await listBackups(other, null)).toEqual([]);
  });

  it('that is not there is told as that', async () => {
    const { desk, folder } = test;
    rmSync(folder, { recursive: true });
    expect(await desk.codeOf('backup.make', {})).toBe('backup-no-folder');
    expect((await desk.call('backup.read', { folderId: null })).folder).toMatchObject({
      isThere: false,
      sameDisk: null,
    });
    expect((await desk.call('backup.read', { folderId: null })).failedAt).not.toBeNull();
  });
});
