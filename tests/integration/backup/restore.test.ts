/** A restore on the computer itself: records go back, people do not, nothing is overwritten, and a supervisor has to acknowledge it. */
import type { LogDetail } from '../../../contract/log/entries.ts';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { chooseEngine } from '../../../main/vault/store/engine/choose-engine.ts';
import { openFacts, readManifest } from '../../../main/vault/backup-files/manifest.ts';
import { openBySheet } from '../../../main/vault/backup/backup-key.ts';
import { parseSheet } from '../../../main/vault/keys/recovery-sheet.ts';
import {
  BACKUP_FOLDER,
  type BackupDeskForTest,
  WHY,
  hashStore,
  headerBytes,
  makeOne,
  openBackupDesk,
  peopleFound,
  readCurrentHeader,
  strangersIn,
} from '../../support/backup-desk.ts';
import { HEADER_FILE, HEADER_FORMAT, parseHeader } from '../../../main/vault/keys/header.ts';
import { IDS_OF_A_DESK } from '../../../main/vault/store/ids.ts';
import { sql } from '../../../main/vault/store/sql.ts';
import { lenientEngine } from '../../support/any-schema.ts';
import { ENGINES } from '../../support/engines.ts';
import { type FakeClock, createFakeClock } from '../../support/fake-clock.ts';
import { draftOf, idNumberOf, phoneOf } from '../../support/people-drafts.ts';
import { answersTo, peopleFor, RECOVERY_PINS } from '../../support/recover.ts';
import { openSlot } from '../../support/open-slot.ts';
import { breakIn, readAllSealed } from '../../support/sealed-values.ts';
import { damageTable, flipBit, storeKeyOf } from '../../support/store-tools.ts';
import { PINS } from '../../support/vault-harness.ts';
import { revealOf, rotationOf } from '../../support/requests-of.ts';
import { words } from '../../support/words.ts';

/** Who holds what, which is today's whatever the backup says, and the log, which goes on. */
const ABOUT_PEOPLE = new Set<string>(
  words(
    'roster_entry key_slot tier_key tier_grant pending_change meta log_entry log_segment op_out',
    'local_state id_counter',
  ),
);

describe.each(ENGINES.map(({ name }) => name))('a restore on %s', (engine) => {
  let test: BackupDeskForTest;
  let clock: FakeClock;
  beforeEach(async () => {
    clock = createFakeClock();
    test = await openBackupDesk({ engine, clock });
  });

  const request = (name: string, pin: string = PINS.admin) => ({ folderId: null, name, pin });
  const restore = (name: string, pin: string = PINS.admin) =>
    test.desk.call('backup.restore', { ...request(name, pin), words: 'an import went wrong' });

  /** Two more residents after the backup, and a look at how it stands. */
  async function goOn(): Promise<void> {
    await test.desk.switchTo('supervisor');
    for (const n of [11, 12]) await test.desk.addPerson(draftOf(n));
    await test.desk.switchTo('admin');
  }
  async function acknowledge(): Promise<void> {
    const { desk } = test;
    await desk.lock();
    expect((await desk.unlock('supervisor')).alarms).toEqual(['restored']);
    await desk.call('session.acknowledge', { words: 'restored with the admin', pin: PINS.supervisor });
  }

  it('brings every record back as the backup has it, values and all', async () => {
    const { desk, folder, sheet } = test;
    const name = await makeOne(desk);
    await goOn();
    expect(await peopleFound(desk)).toBe(5);
    await restore(name);
    await acknowledge();
    expect(await peopleFound(desk)).toBe(3);
    const { groups } = await desk.call('people.search', { text: '3-2-1802' });
    const personId = groups[0]!.rows[0]!.personId;
    expect(await desk.call('people.reveal', revealOf(personId, 'phone', PINS.supervisor, WHY))).toMatchObject(
      { value: phoneOf(1) },
    );
    expect(
      await desk.call('people.reveal', revealOf(personId, 'idNumber', PINS.supervisor, WHY)),
    ).toMatchObject({ value: idNumberOf(1) });
    await desk.vault.close();
    const manifest = await readManifest(join(folder, name));
    const { tables } = openFacts(manifest, openBySheet(manifest, parseSheet(sheet)));
    const ofRecords = (all: readonly { readonly name: string }[]) =>
      all.filter(({ name: table }) => !ABOUT_PEOPLE.has(table));
    expect(ofRecords(tables).length).toBeGreaterThan(20);
    expect(ofRecords(await hashStore(desk, engine))).toEqual(ofRecords(tables));
    await desk.start();
    await desk.unlock('supervisor');
    await desk.addPerson(draftOf(20));
    expect(await peopleFound(desk)).toBe(4);
  });

  it('is another desk each time: no number that was given since the backup is given again', async () => {
    const { desk } = test;
    const name = await makeOne(desk);
    await goOn();
    for (const number of [1, 2]) {
      await restore(name);
      await acknowledge();
      const header = parseHeader(new Uint8Array(readFileSync(join(desk.vaultDir, HEADER_FILE))));
      expect(header).toMatchObject({ desk: number, minFormat: HEADER_FORMAT });
      const { personId } = await desk.addPerson(draftOf(13));
      expect(Math.floor(personId / IDS_OF_A_DESK)).toBe(number);
      expect((await desk.call('log.verify', {})).ok).toBe(true);
      await desk.switchTo('admin');
      expect(await desk.call('session.alarms', {})).toEqual({ alarms: [] });
    }
  });

  it('is behind a recovery of today whose backup is of before it: the desk is above all that the keychain remembers', async () => {
    const { desk, folder, sheet: typed } = test;
    const name = await makeOne(desk);
    for (const _ of [1, 2]) {
      await restore(name);
      await acknowledge();
      await desk.switchTo('admin');
    }
    await desk.vault.close();
    rmSync(desk.vaultDir, { recursive: true });
    await desk.start();
    desk.vault.offerFile(BACKUP_FOLDER, folder, 'folder');
    const view = await desk.call('recovery.stageBackup', { folderId: BACKUP_FOLDER, name, sheet: typed });
    const roles = ['receptionist', 'supervisor', 'admin'] as const;
    const sheet = await desk.call('recovery.prepare', { people: peopleFor(view, roles) });
    await desk.call('recovery.finish', { answers: answersTo(sheet) });
    expect((await readCurrentHeader(desk)).desk).toBe(3);
    const slotId = await desk.slotOf('supervisor');
    const pin = RECOVERY_PINS.supervisor;
    expect((await desk.call('session.unlock', { slotId, pin })).alarms).toEqual([]);
    const { personId } = await desk.addPerson(draftOf(13), pin);
    expect(Math.floor(personId / IDS_OF_A_DESK)).toBe(3);
    expect((await desk.call('log.verify', {})).ok).toBe(true);
  });

  it('says first what it would do, and changes nothing by that', async () => {
    const { desk } = test;
    const name = await makeOne(desk);
    expect(await desk.call('backup.look', request(name))).toMatchObject({
      age: 'older',
      entriesSince: 1,
      people: { present: 3, backup: 3 },
      sameKeys: true,
    });
    await goOn();
    const before = await headerBytes(desk.vaultDir);
    const look = await desk.call('backup.look', request(name));
    expect(look).toMatchObject({ age: 'older', people: { present: 5, backup: 3 } });
    expect(look.entriesSince).toBeGreaterThan(3);
    expect(await headerBytes(desk.vaultDir)).toEqual(before);
  });

  it('keeps the store and the header that it takes the place of, as they were, under a name of their own', async () => {
    const { desk } = test;
    const name = await makeOne(desk);
    await goOn();
    const [before, header] = [await headerBytes(desk.vaultDir), await readCurrentHeader(desk)];
    const slot = header.slots.find(({ role }) => role === 'admin')!;
    const { storeKey } = await openSlot({
      header,
      slot,
      deviceSecret: desk.keychain.deviceSecrets[header.deviceSecretId]!,
      pin: PINS.admin,
    });
    const { keptAs } = await restore(name);
    const after = await readCurrentHeader(desk);
    expect(after).toMatchObject({
      epoch: header.epoch + 1,
      generation: header.generation + 1,
      storeFile: 'store-0002.db',
    });
    expect(readFileSync(join(desk.vaultDir, keptAs, 'header.json'))).toEqual(before);
    expect(existsSync(join(desk.vaultDir, header.storeFile))).toBe(false);
    expect(strangersIn(desk.vaultDir, after)).toEqual([keptAs]);
    // It opens by the key that it had.
    const { chooseEngine } = await import('../../../main/vault/store/engine/choose-engine.ts');
    const kept = await chooseEngine(engine).open({
      path: join(desk.vaultDir, keptAs, header.storeFile),
      key: storeKey,
      create: false,
    });
    expect(await kept.get({ text: 'SELECT count(*) AS n FROM person', values: [] })).toEqual({ n: 5 });
    await kept.close();
    expect((await desk.call('vault.status', {})).people).toHaveLength(3);
    // Again: one more beside it.
    await acknowledge();
    await desk.switchTo('admin');
    await restore(name);
    expect(readdirSync(desk.vaultDir).filter((one) => one.startsWith('kept-'))).toHaveLength(2);
  });

  it('goes into the log that is restored, in a segment of its own, with where the log stood before', async () => {
    const { desk } = test;
    const name = await makeOne(desk);
    await goOn();
    const last = (await (
      await (await desk.switchTo('supervisor'), desk).call('log.list', { before: null, limit: 1 })
    ).entries[0])!.seq;
    await desk.switchTo('admin');
    await restore(name);
    await acknowledge();
    const { entries } = await desk.call('log.list', { before: null, limit: 10 });
    const restored = entries.find(({ action }) => action === 'backup-restore')!;
    expect(restored).toMatchObject({
      outcome: 'done',
      staffName: 'Admin One',
      reason: 'an import went wrong',
    });
    expect(restored.detail).toMatchObject({
      step: 'restored',
      name,
      before: { hash: expect.stringMatching(/^[0-9a-f]{16}$/) as unknown },
    });
    const { before } = restored.detail as Extract<LogDetail<'backup-restore'>, { step: 'restored' }>;
    expect(before.seq).toBeGreaterThan(last);
    expect(entries.map(({ action }) => action)).toEqual(
      expect.arrayContaining(['alarm', 'acknowledge', 'sign-in']),
    );
    expect(await desk.call('log.verify', {})).toMatchObject({ ok: true });
  });

  it('lets nobody but a supervisor in until it is acknowledged', async () => {
    const { desk } = test;
    const name = await makeOne(desk);
    await restore(name);
    // What this session had is no longer in force.
    expect(await desk.codeOf('people.search', { text: '3' })).not.toBe('ok');
    await desk.lock();
    for (const role of ['receptionist', 'admin'] as const)
      expect(await desk.codeOf('session.unlock', await desk.proofOf(role))).toBe('store-mismatch');
    await acknowledge();
    await desk.switchTo('receptionist');
    expect((await desk.call('session.alarms', {})).alarms).toEqual([]);
  });

  it('leaves people as they are today: a PIN that was changed since stays changed, its old one opens nothing', async () => {
    const { desk } = test;
    const name = await makeOne(desk);
    await desk.switchTo('receptionist');
    const pin = '804926';
    await desk.call('staff.changePin', { pin: PINS.receptionist, newPin: pin });
    await desk.switchTo('admin');
    await restore(name);
    await acknowledge();
    await desk.lock();
    const slotId = await desk.slotOf('receptionist');
    expect(await desk.codeOf('session.unlock', { slotId, pin: PINS.receptionist })).toBe('wrong-pin');
    expect(await desk.codeOf('session.unlock', { slotId, pin })).toBe('ok');
    const { groups } = await desk.call('people.search', { text: '3-2-1802' });
    expect(
      await desk.call('people.reveal', revealOf(groups[0]!.rows[0]!.personId, 'phone', pin, WHY)),
    ).toMatchObject({ value: phoneOf(1) });
  });

  it('by the sheet, where the admin has other keys by now, is signed by their PIN all the same', async () => {
    const { desk, sheet } = test;
    const name = await makeOne(desk);
    const pin = 'cedar-18-mill';
    await desk.call('staff.changePin', { pin: PINS.admin, newPin: pin });
    await desk.answers('backup-needs-sheet', 'backup.restore', { ...request(name, pin), words: 'just try' });
    await desk.answers('ok', 'backup.restore', { ...request(name, pin), sheet, words: 'by the sheet' });
    await acknowledge();
    expect(await peopleFound(desk)).toBe(3);
  });

  it('of a backup from before a rotation of store key and device secret takes the sheet, one made since the PIN alone', async () => {
    const { desk, sheet } = test;
    const before = await makeOne(desk);
    await desk.call('keys.rotateStoreKey', { pin: PINS.admin });
    await desk.call('keys.rotateDeviceSecret', { pin: PINS.admin });
    clock.advance(1_100);
    const since = await makeOne(desk);
    const { backups } = await desk.call('backup.read', { folderId: null });
    expect(Object.fromEntries(backups.map(({ name, opensBy }) => [name, opensBy]))).toEqual({
      [before]: 'sheet',
      [since]: 'pin',
    });
    expect(await desk.codeOf('backup.test', request(before))).toBe('backup-needs-sheet');
    expect(await desk.codeOf('backup.test', request(since))).toBe('ok');
    await goOn();
    await restore(since);
    await acknowledge();
    expect(await peopleFound(desk)).toBe(3);
    await desk.switchTo('admin');
    await desk.answers('ok', 'backup.restore', { ...request(before), sheet, words: 'the one of before' });
    await acknowledge();
    expect(await peopleFound(desk)).toBe(3);
  });

  async function rotateTierKeys(supervisorPin: string = PINS.supervisor): Promise<void> {
    await test.desk.call(
      'keys.rotateTierKeys',
      rotationOf(PINS.admin, { ...(await test.desk.proofOf('supervisor')), pin: supervisorPin }),
    );
  }
  /** Every value opens with the grants of today, and nothing is left that was sealed to a key of before. */
  async function expectSealedToday(
    before: ReadonlyMap<string, string>,
    supervisorPin: string = PINS.supervisor,
  ): Promise<void> {
    const { desk } = test;
    await desk.vault.close();
    expect(await readAllSealed(desk, engine, supervisorPin)).toEqual(before);
    const loot = await breakIn(desk, 'admin', { engine });
    try {
      for (const table of ['seal_batch', 'match_tag', 'tier_grant'])
        expect(
          await loot.store.all({ text: `SELECT DISTINCT epoch FROM ${table}`, values: [] }),
          table,
        ).toEqual([{ epoch: 2 }]);
    } finally {
      await loot.close();
      await desk.start();
    }
  }
  async function sealedNow(): Promise<ReadonlyMap<string, string>> {
    await test.desk.vault.close();
    const values = await readAllSealed(test.desk, engine);
    await test.desk.start();
    await test.desk.unlock('admin');
    return values;
  }

  it('of a backup from before a change of tier keys takes a supervisor, who seals its values anew', async () => {
    const { desk } = test;
    const values = await sealedNow();
    const name = await makeOne(desk);
    await rotateTierKeys();
    await goOn();
    expect(await desk.call('backup.look', request(name))).toMatchObject({ sameKeys: false });
    const before = await headerBytes(desk.vaultDir);
    await desk.answers('needs-supervisor', 'backup.restore', { ...request(name), words: 'nobody with me' });
    await desk.answers('needs-supervisor', 'backup.restore', {
      ...request(name),
      words: 'somebody else',
      supervisor: await desk.proofOf('receptionist'),
    });
    expect(await headerBytes(desk.vaultDir)).toEqual(before);
    await desk.call('backup.restore', {
      ...request(name),
      words: 'both of us',
      supervisor: await desk.proofOf('supervisor'),
    });
    await acknowledge();
    expect(await peopleFound(desk)).toBe(3);
    expect((await desk.logged('backup-restore', 20))[0]).toMatchObject({
      staffName: 'Admin One',
      cosignerName: 'Super One',
    });
    await desk.switchTo('receptionist');
    const { groups } = await desk.call('people.search', { text: '3-2-1802' });
    const personId = groups[0]!.rows[0]!.personId;
    expect(
      await desk.call('people.reveal', revealOf(personId, 'phone', PINS.receptionist, WHY)),
    ).toMatchObject({ value: phoneOf(1) });
    expect(
      (
        await desk.call('people.findById', {
          idNumber: idNumberOf(2),
          supervisor: await desk.proofOf('supervisor'),
        })
      ).rows,
    ).toHaveLength(1);
    await expectSealedToday(values);
  });

  it('takes the sheet of then where the supervisor has other keys by now', async () => {
    const { desk, sheet } = test;
    const values = await sealedNow();
    const name = await makeOne(desk);
    const pin = 'harbour-41-tin';
    await desk.switchTo('supervisor');
    await desk.call('staff.changePin', { pin: PINS.supervisor, newPin: pin });
    await desk.switchTo('admin');
    await rotateTierKeys(pin);
    const order = {
      ...request(name),
      words: 'both of us',
      supervisor: { slotId: await desk.slotOf('supervisor'), pin },
    };
    const before = await headerBytes(desk.vaultDir);
    expect(await desk.codeOf('backup.restore', order)).toBe('backup-older-keys');
    expect(await headerBytes(desk.vaultDir)).toEqual(before);
    expect(strangersIn(desk.vaultDir, await readCurrentHeader(desk))).toEqual([]);
    expect(await desk.codeOf('backup.restore', { ...order, sheet })).toBe('ok');
    await desk.lock();
    expect(await desk.codeOf('session.unlock', { slotId: await desk.slotOf('supervisor'), pin })).toBe('ok');
    await desk.call('session.acknowledge', { words: 'restored with the admin', pin });
    expect(await peopleFound(desk)).toBe(3);
    await expectSealedToday(values, pin);
  });

  it('that fails or is cancelled has changed nothing: the desk goes on, and the next one works', async () => {
    const { desk, folder } = test;
    const name = await makeOne(desk);
    const header = await readCurrentHeader(desk);
    flipBit(join(folder, name, 'store.db'), 20_000);
    await desk.answers('backup-damaged', 'backup.restore', { ...request(name), words: 'a damaged one' });
    flipBit(join(folder, name, 'store.db'), 20_000);
    // Before it has begun there is nothing to cancel.
    const begun = desk.hear('backup.progress');
    const cancelled = desk.codeOf('backup.restore', { ...request(name), words: 'not this one' });
    await begun;
    await desk.call('backup.cancel', {});
    expect(await cancelled).toBe('cancelled');
    expect(await readCurrentHeader(desk)).toEqual(header);
    expect(strangersIn(desk.vaultDir, header)).toEqual([]);
    await goOn();
    expect(await peopleFound(desk)).toBe(5);
    await restore(name);
    await acknowledge();
    expect(await peopleFound(desk)).toBe(3);
  });

  it('asks for words and the own PIN', async () => {
    const { desk } = test;
    const name = await makeOne(desk);
    expect(await desk.codeOf('backup.restore', { ...request(name), words: 'no' })).toBe('bad-request');
    await desk.answers('wrong-pin', 'backup.restore', {
      ...request(name, 'mango-65-rail'),
      words: 'a wrong PIN',
    });
  });
});

describe.each(ENGINES.map(({ name }) => name))('a store that does not open on %s', (engine) => {
  let test: BackupDeskForTest;
  let clock: FakeClock;
  beforeEach(async () => {
    clock = createFakeClock();
    test = await openBackupDesk({ engine, clock });
  });

  const order = async (name: string, pin: string = PINS.admin) => ({
    folderId: null,
    name,
    slotId: await test.desk.slotOf('admin'),
    pin,
    words: 'the disk gave way',
  });
  async function damage(how: (path: string) => unknown): Promise<void> {
    const { desk } = test;
    await desk.vault.close();
    await how(join(desk.vaultDir, 'store-0001.db'));
    await desk.start();
  }
  /** With the store key. */
  async function plantView(path: string): Promise<void> {
    const { vaultDir, keychain } = test.desk;
    const key = await storeKeyOf(vaultDir, keychain.deviceSecrets, 'receptionist', PINS.receptionist);
    const store = await lenientEngine(engine).open({ path, key, create: false });
    await store.runAlone(sql`CREATE VIEW planted AS SELECT 1`);
    await store.checkpoint();
    await store.close();
  }

  it.each([
    ['cut', 'store-damaged', (path: string) => writeFileSync(path, readFileSync(path).subarray(0, 10_000))],
    ['gone', 'store-missing', (path: string) => rmSync(path)],
    [
      'overwritten',
      'store-wrong-key',
      (path: string) => writeFileSync(path, Buffer.alloc(readFileSync(path).length, 7)),
    ],
    ['tampered with', 'store-tampered', (path: string) => plantView(path)],
  ] as const)(
    "because it is %s is repaired from the newest whole backup by an admin's PIN, and kept as it was",
    async (_how, code, how) => {
      const { desk, folder } = test;
      const whole = await makeOne(desk);
      clock.advance(1_100);
      flipBit(join(folder, await makeOne(desk), 'store.db'), 5_000);
      await damage(how);
      expect(await desk.codeOf('session.unlock', await desk.proofOf('receptionist'))).toBe(code);
      const damaged = existsSync(join(desk.vaultDir, 'store-0001.db'))
        ? readFileSync(join(desk.vaultDir, 'store-0001.db'))
        : null;
      expect(await desk.call('repair.find', { folderId: null })).toMatchObject({
        folder,
        backup: { name: whole },
      });
      expect(await desk.codeOf('repair.restore', await order(whole, 'mango-65-rail'))).toBe('wrong-pin');
      expect(
        await desk.codeOf('repair.restore', {
          ...(await order(whole, PINS.supervisor)),
          slotId: await desk.slotOf('supervisor'),
        }),
      ).not.toBe('ok');
      const { keptAs } = await desk.call('repair.restore', await order(whole));
      if (damaged !== null)
        expect(readFileSync(join(desk.vaultDir, keptAs, 'store-0001.db'))).toEqual(damaged);
      expect((await desk.unlock('supervisor')).alarms).toEqual(['restored']);
      await desk.call('session.acknowledge', { words: 'restored with the admin', pin: PINS.supervisor });
      expect(await peopleFound(desk)).toBe(3);
      const { entries } = await desk.call('log.list', { before: null, limit: 20 });
      expect(entries.find(({ action }) => action === 'backup-restore')).toMatchObject({
        staffName: 'Admin One',
        reason: 'the disk gave way',
      });
      expect(entries.find(({ action }) => action === 'sign-in-failed')).toBeDefined();
    },
  );

  it('is repaired a second time from the same backup, by the desks that the header remembers', async () => {
    const { desk } = test;
    const whole = await makeOne(desk);
    for (const [number, storeFile] of ['store-0001.db', 'store-0002.db'].entries()) {
      await desk.vault.close();
      rmSync(join(desk.vaultDir, storeFile));
      await desk.start();
      await desk.call('repair.restore', await order(whole));
      expect((await desk.unlock('supervisor')).alarms).toEqual(['restored']);
      await desk.call('session.acknowledge', { words: 'restored with the admin', pin: PINS.supervisor });
      const header = parseHeader(new Uint8Array(readFileSync(join(desk.vaultDir, HEADER_FILE))));
      expect(header).toMatchObject({ desk: number + 1, storeFile: `store-000${number + 2}.db` });
      expect(await peopleFound(desk)).toBe(3);
    }
  });

  it('but for its log is looked at read-only, and repaired from the lock screen in the same way', async () => {
    const { desk } = test;
    const whole = await makeOne(desk);
    await desk.vault.close();
    await damageTable(
      { vaultDir: desk.vaultDir, deviceSecrets: desk.keychain.deviceSecrets },
      chooseEngine(engine),
      PINS.admin,
      'log_entry',
    );
    const damaged = readFileSync(join(desk.vaultDir, 'store-0001.db'));
    await desk.start();
    await desk.unlock('supervisor');
    expect((await desk.call('vault.status', {})).readOnly).toBe(true);
    expect(await peopleFound(desk)).toBe(3);
    await desk.lock();
    const { keptAs } = await desk.call('repair.restore', await order(whole));
    expect(readFileSync(join(desk.vaultDir, keptAs, 'store-0001.db'))).toEqual(damaged);
    expect((await desk.unlock('supervisor')).alarms).toEqual(['restored']);
    expect((await desk.call('vault.status', {})).readOnly).toBe(false);
    await desk.call('session.acknowledge', { words: 'restored with the admin', pin: PINS.supervisor });
    expect(await peopleFound(desk)).toBe(3);
  });

  it('under an older header keeps the newer store that lies beside it as well', async () => {
    const { desk } = test;
    const name = await makeOne(desk);
    await desk.vault.close();
    const newer = join(desk.vaultDir, 'store-0002.db');
    writeFileSync(newer, readFileSync(join(desk.vaultDir, 'store-0001.db')));
    rmSync(join(desk.vaultDir, 'store-0001.db'));
    const bytes = readFileSync(newer);
    await desk.start();
    // As a rotation leaves it that somebody has turned back by the header alone.
    if (!existsSync(newer)) writeFileSync(newer, bytes);
    const { keptAs } = await desk.call('repair.restore', await order(name));
    expect(readFileSync(join(desk.vaultDir, keptAs, 'store-0002.db'))).toEqual(bytes);
    expect((await readCurrentHeader(desk)).storeFile).toBe('store-0003.db');
    await desk.vault.close();
    await desk.start();
    expect((await desk.unlock('supervisor')).alarms).toEqual(['restored']);
  });

  it('is not repaired by a PIN where people have changed since: nobody could say who they are now', async () => {
    const { desk } = test;
    const name = await makeOne(desk);
    await desk.switchTo('receptionist');
    await desk.call('staff.changePin', { pin: PINS.receptionist, newPin: '804926' });
    await damage((path) => rmSync(path));
    const before = await headerBytes(desk.vaultDir);
    expect(await desk.codeOf('repair.restore', await order(name))).toBe('backup-older-staff');
    expect(await headerBytes(desk.vaultDir)).toEqual(before);
  });

  it('is not asked after while somebody is signed in', async () => {
    const { desk } = test;
    const name = await makeOne(desk);
    expect(await desk.codeOf('repair.find', { folderId: null })).toBe('not-allowed');
    expect(await desk.codeOf('repair.restore', await order(name))).toBe('not-allowed');
  });
});
