/** The first desk of an estate with several begins, with a real store and a real mailbox. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type World, startWorld } from '../../desks/server-world.ts';
import { FEATURE_ENGINES } from '../../support/engines.ts';
import { KilledKeychain } from '../../support/killed-keychain.ts';
import { createLine, headerOf } from '../../support/linked-desks.ts';
import { draftOf } from '../../support/people-drafts.ts';
import { DATABASE, NO_POSTGRES } from '../../support/postgres.ts';
import { PINS, createHarness } from '../../support/vault-harness.ts';

describe.skipIf(NO_POSTGRES !== null).each(FEATURE_ENGINES)('a first desk on $name', ({ name }) => {
  let world: World;
  beforeEach(async () => {
    world = await startWorld();
  });
  afterEach(() => world?.stop());

  it('takes no slip in practice, where a vault has one desk', async () => {
    const practice = await createHarness({ engine: name, place: 'practice' });
    const slip = { address: `host:1/mailbox/rv_${'0'.repeat(32)}_1`, secret: '0'.repeat(20) };
    expect(await practice.codeOf('join.begin', slip)).toBe('not-allowed');
  });

  it('is let in by the keeper’s password, knows the server’s key from then on, and keeps what is done as ops at once', async () => {
    const { line } = createLine();
    const vault = await createHarness({ engine: name, carrier: line });
    await vault.setUp();
    await vault.unlock('admin');
    const headerFile = join(vault.vaultDir, 'header.json');
    const before = readFileSync(headerFile, 'utf8');
    const { keeper, sql } = await vault.call('keys.drawKeeper', {});
    const asked = {
      address: `127.0.0.1:${world.postgres.port}/${DATABASE}`,
      name: '前台',
      keeper: keeper.toLowerCase().replaceAll('-', ' '),
      pin: PINS.admin,
      cosigner: await vault.proofOf('supervisor'),
    };
    // Nobody has run the line.
    expect(await vault.codeOf('keys.beginEstate', asked)).toBe('keeper-refused');
    const installer = await world.postgres.as('installer');
    await installer.query(sql);
    await installer.end();
    for (const [wrong, told] of [
      [{ keeper: '0'.repeat(28) }, 'keeper-refused'],
      [{ address: 'no address' }, 'address-unreadable'],
      [{ address: '127.0.0.1:1/mailbox' }, 'keeper-refused'],
      [{ pin: PINS.supervisor }, 'wrong-pin-either'],
      [{ cosigner: await vault.proofOf('receptionist') }, 'needs-supervisor'],
    ] as const)
      expect([told, await vault.codeOf('keys.beginEstate', { ...asked, ...wrong })]).toEqual([told, told]);
    expect(readFileSync(headerFile, 'utf8')).toBe(before);
    expect((await vault.call('keys.desks', {})).desks).toEqual([]);
    const { own, desks } = await vault.call('keys.beginEstate', asked);
    expect([own, desks]).toEqual([
      0,
      [{ desk: 0, name: '前台', isEnded: false, behind: null, heardAt: null }],
    ]);
    const { link } = await headerOf(vault);
    expect(link?.mailbox.pins).toEqual([world.postgres.key.pin]);
    expect(vault.keychain.mailboxPassword).toMatch(/^[\w-]{43}$/);
    expect(await vault.codeOf('keys.drawKeeper', {})).toBe('needs-all-desks');
    await vault.switchTo('supervisor');
    expect(await vault.call('session.alarms', {})).toEqual({ alarms: [] });
    await vault.addPerson(draftOf(1));
    expect(await vault.logged('desk-begin', 50)).toHaveLength(1);
  });

  it('that is killed at any write to the keychain as it begins is one that has not begun, which begins again, or one that has', async () => {
    const { line } = createLine();
    const keychain = new KilledKeychain();
    const vault = await createHarness({ engine: name, carrier: line, keychain });
    await vault.setUp();
    await vault.unlock('admin');
    const { keeper, sql } = await vault.call('keys.drawKeeper', {});
    const installer = await world.postgres.as('installer');
    await installer.query(sql);
    await installer.end();
    const cosigner = await vault.proofOf('supervisor');
    const address = `127.0.0.1:${world.postgres.port}/${DATABASE}`;
    const asked = { address, name: '前台', keeper, pin: PINS.admin, cosigner };
    keychain.watch(vault.vaultDir);
    await vault.call('keys.beginEstate', asked);
    await vault.letGo();
    const hasBegun: boolean[] = [];
    for (const left of keychain.left()) {
      const again = await createHarness({ engine: name, carrier: createLine().line, ...left });
      await again.unlock('admin');
      expect(await again.call('session.alarms', {})).toEqual({ alarms: [] });
      hasBegun.push((await headerOf(again)).link !== undefined);
      if (!hasBegun.at(-1)) await again.call('keys.beginEstate', asked);
      expect(await again.codeOf('keys.drawKeeper', {})).toBe('needs-all-desks');
      await again.switchTo('supervisor');
      expect(await again.call('session.alarms', {})).toEqual({ alarms: [] });
      await again.addPerson(draftOf(1));
      expect((await again.call('keys.desks', {})).desks).toMatchObject([{ desk: 0, name: '前台' }]);
      await again.letGo();
    }
    expect(new Set(hasBegun)).toEqual(new Set([false, true]));
  });
});
