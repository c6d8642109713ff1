/** An estate of several desks that is put back from a backup, or recovered by its sheet: one desk keeps it then, and begins another with it. */
import { existsSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SPOOL_FOLDER, spoolOf } from '../../../main/files/spool/spool.ts';
import { type World, startWorld } from '../../desks/server-world.ts';
import { chooseFolder } from '../../support/backup-desk.ts';
import { FEATURE_ENGINES } from '../../support/engines.ts';
import { createLine, differing, headerOf, settleDesks } from '../../support/linked-desks.ts';
import { joinedPair } from '../../support/joined-pair.ts';
import { carriedDesk, joinBySlip, makeSlip, runCarrier } from '../../support/joining-desk.ts';
import { draftOf, phoneOf } from '../../support/people-drafts.ts';
import { DATABASE, NO_POSTGRES } from '../../support/postgres.ts';
import { RECOVERY_PINS, recover } from '../../support/recover.ts';
import { WHY } from '../../support/requests-of.ts';
import { makeTempDir } from '../../support/temp-dir.ts';
import { MemoryKeychain, PINS, type VaultHarness, createHarness } from '../../support/vault-harness.ts';

describe.skipIf(NO_POSTGRES !== null).each(FEATURE_ENGINES)('an estate of two desks on $name', ({ name }) => {
  let world: World;
  beforeEach(async () => {
    world = await startWorld();
  });
  afterEach(() => world?.stop());

  /** Somebody who was added at each desk; the second is the last to have done something. */
  async function estate() {
    const { old: one, fresh: other, desks, personId } = await joinedPair(world, name);
    await other.vault.switchTo('supervisor');
    await other.vault.addPerson(draftOf(2));
    await settleDesks(desks);
    return { one, other, desks, personId };
  }

  /** Signed in as a supervisor: it has both people, one desk keeps it, and an estate begins with it in which it is the only desk. Returns the keeper's password. */
  async function expectAlone(desk: VaultHarness, pins: typeof PINS): Promise<string> {
    const header = await headerOf(desk);
    expect([header.link, existsSync(join(desk.vaultDir, SPOOL_FOLDER))]).toEqual([undefined, false]);
    for (const n of [1, 2])
      expect((await desk.call('people.search', { text: draftOf(n).name })).groups).toHaveLength(1);
    await desk.addPerson(draftOf(3), pins.supervisor);
    expect((await desk.call('log.verify', {})).ok).toBe(true);
    await desk.lock();
    await desk.call('session.unlock', { slotId: await desk.slotOf('admin'), pin: pins.admin });
    expect(await desk.call('session.alarms', {})).toEqual({ alarms: [] });
    expect((await desk.call('keys.desks', {})).desks).toEqual([]);
    const drawn = await desk.call('keys.drawKeeper', {});
    const installer = await world.postgres.as('installer');
    await installer.query(drawn.sql);
    await installer.end();
    const { own, desks } = await desk.call('keys.beginEstate', {
      address: `127.0.0.1:${world.postgres.port}/${DATABASE}`,
      name: '新前台',
      keeper: drawn.keeper,
      pin: pins.admin,
      cosigner: { slotId: await desk.slotOf('supervisor'), pin: pins.supervisor },
    });
    expect(own).toBe(header.desk);
    expect(desks.filter(({ isEnded }) => !isEnded)).toMatchObject([{ desk: own, name: '新前台' }]);
    await desk.lock();
    await desk.call('session.unlock', { slotId: await desk.slotOf('supervisor'), pin: pins.supervisor });
    expect(await desk.call('session.alarms', {})).toEqual({ alarms: [] });
    await desk.addPerson(draftOf(4), pins.supervisor);
    expect(await spoolOf(desk.vaultDir).list('out')).not.toEqual([]);
    return drawn.keeper;
  }

  it.each(['this computer', 'another computer'])('is recovered by its sheet on %s', async (where) => {
    const { one, other, personId } = await estate();
    await Promise.all([one, other].map(({ carrier }) => carrier.stop()));
    const [{ vault }, keychain] =
      where === 'this computer' ? [one, one.vault.keychain] : [other, new MemoryKeychain()];
    await vault.letGo();
    const vaultDir = join(makeTempDir(), 'vault');
    await cp(vault.vaultDir, vaultDir, { recursive: true });
    const desk = await createHarness({ engine: name, vaultDir, keychain, carrier: createLine().line });
    await recover(desk, one.sheet);
    await desk.call('session.unlock', {
      slotId: await desk.slotOf('supervisor'),
      pin: RECOVERY_PINS.supervisor,
    });
    expect(await desk.call('session.alarms', {})).toEqual({ alarms: [] });
    const request = {
      personId,
      field: 'phone',
      ordinal: 0,
      why: WHY,
      pin: RECOVERY_PINS.supervisor,
    } as const;
    expect((await desk.call('people.reveal', request)).value).toBe(phoneOf(1));
    await expectAlone(desk, RECOVERY_PINS);
  });

  it('is put back at one of them from a backup that was made there', async () => {
    const { one, other } = await estate();
    const desk = one.vault;
    await desk.switchTo('admin');
    const folder = makeTempDir();
    await chooseFolder(desk, folder);
    const { name: backup } = await desk.call('backup.make', {});
    await Promise.all([one, other].map(({ carrier }) => carrier.stop()));
    await desk.call('backup.restore', { folderId: null, name: backup, words: WHY.reason, pin: PINS.admin });
    await desk.lock();
    expect((await desk.unlock('supervisor')).alarms).toEqual(['restored']);
    await desk.call('session.acknowledge', { words: 'put back on purpose', pin: PINS.supervisor });
    const keeper = await expectAlone(desk, PINS);
    // The desks of before come in no more, and their computers join as any other does.
    await expect(other.mailbox.open()).rejects.toThrow();
    const line = createLine();
    desk.carryBy(line.line);
    const password = desk.keychain.mailboxPassword!;
    const first = await carriedDesk(desk, { line, password, engine: name });
    runCarrier(first);
    await desk.unlock('admin');
    const fresh = await joinBySlip(await makeSlip(first, keeper), { engine: name });
    await settleDesks([first, fresh]);
    await fresh.vault.switchTo('supervisor');
    const added = await fresh.vault.addPerson(draftOf(5));
    await settleDesks([first, fresh]);
    expect(await differing([first, fresh], name)).toEqual([]);
    await desk.switchTo('supervisor');
    expect((await desk.call('people.open', { personId: added.personId })).fields).not.toEqual([]);
  });
});
