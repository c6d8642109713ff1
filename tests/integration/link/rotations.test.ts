/** Keys that are changed among several desks, over a real mailbox: nothing is unreadable afterwards, wherever it was written meanwhile. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PersonId } from '../../../contract/ids.ts';
import { countOf } from '../../../main/vault/store/rows.ts';
import { sql } from '../../../main/vault/store/sql.ts';
import { twoDesks } from '../../desks/coordinated.ts';
import { type World, startWorld } from '../../desks/server-world.ts';
import { FEATURE_ENGINES } from '../../support/engines.ts';
import { KilledKeychain } from '../../support/killed-keychain.ts';
import {
  type LinkedDesk,
  createOrder,
  differing,
  headerOf,
  linkAlone,
  settleDesks,
} from '../../support/linked-desks.ts';
import { draftOf, idNumberOf, phoneOf } from '../../support/people-drafts.ts';
import { NO_POSTGRES } from '../../support/postgres.ts';
import { WHY, noteOf, rotationOf } from '../../support/requests-of.ts';
import { breakIn } from '../../support/sealed-values.ts';
import { atRest } from '../../support/second-desk.ts';
import { PINS, type VaultHarness, createHarness } from '../../support/vault-harness.ts';

describe.skipIf(NO_POSTGRES !== null)('keys of the tiers, changed at one of two desks,', () => {
  let world: World;
  beforeAll(async () => {
    world = await startWorld();
  });
  afterAll(() => world?.stop());

  const rotate = async ({ vault }: LinkedDesk): Promise<string> =>
    vault.codeOf('keys.rotateTierKeys', rotationOf(PINS.admin, await vault.proofOf('supervisor')));
  async function phoneAt({ vault }: LinkedDesk, personId: PersonId): Promise<string> {
    const { fields } = await vault.call('people.open', { personId });
    const { ordinal } = fields.find(({ field }) => field === 'phone')!;
    const request = { personId, field: 'phone', ordinal, why: WHY, pin: PINS.receptionist } as const;
    return (await vault.call('people.reveal', request)).value;
  }
  /** Epochs of its batches and tags, and how many values that were replaced are still found by their tags. */
  async function sealedAt({ vault }: LinkedDesk) {
    await vault.vault.close();
    await using loot = await breakIn(vault, 'supervisor', {});
    const rows = await loot.store.all<{ readonly epoch: number }>(
      sql`SELECT epoch FROM seal_batch UNION SELECT epoch FROM match_tag ORDER BY epoch`,
    );
    const found = await countOf(
      loot.store,
      sql`SELECT count(*) AS n FROM match_tag t JOIN sealed_value v ON v.id = t.value_id WHERE v.replaced_at IS NOT NULL`,
    );
    await loot.close();
    await vault.start();
    return { epochs: rows.map(({ epoch }) => epoch), found };
  }

  /** Who has the numbers of these people, or had them, and whom their whole ID numbers lead to. */
  async function tracedAt({ vault }: LinkedDesk) {
    const supervisor = await vault.proofOf('supervisor');
    await vault.switchTo('supervisor');
    const traced = [];
    for (const n of [1, 2, 3, 4]) {
      const { whom } = await vault.call('accessHistory.number', { number: phoneOf(n), supervisor });
      const { rows } = await vault.call('people.findById', { idNumber: idNumberOf(n), supervisor });
      traced.push([whom.people.length, whom.former.length, rows.length]);
    }
    return traced;
  }
  const TRACED = [
    [1, 0, 1],
    [0, 1, 1],
    [1, 0, 1],
    [1, 0, 0],
  ];

  it.each(FEATURE_ENGINES)(
    'open what both had, and what the other sealed to the keys of before, on $name',
    async ({ name }) => {
      const { one, other, desks, lines } = await twoDesks(world, name);
      await one.vault.switchTo('supervisor');
      const [kept, edited] = [await one.vault.addPerson(draftOf(1)), await one.vault.addPerson(draftOf(2))];
      await one.vault.switchTo('admin');
      await settleDesks(desks);
      // Off the line, the other goes on under the keys that it knows.
      lines[1].isCut = true;
      expect(await rotate(one)).toBe('ok');
      await other.vault.switchTo('supervisor');
      const late = await other.vault.addPerson(draftOf(3));
      const { version } = await other.vault.call('people.open', { personId: edited.personId });
      await other.vault.call('people.edit', {
        personId: edited.personId,
        version,
        changes: { sealed: [{ field: 'phone', ordinal: 0, value: phoneOf(4) }] },
        proof: { pin: PINS.supervisor, why: WHY },
      });
      await other.vault.call('notes.add', noteOf(kept.personId, '包裹已取'));
      lines[1].mend();
      await settleDesks(desks);
      for (const desk of desks) {
        await desk.vault.switchTo('receptionist');
        expect(await desk.vault.call('session.alarms', {})).toEqual({ alarms: [] });
        expect(await phoneAt(desk, kept.personId)).toBe(phoneOf(1));
        expect(await phoneAt(desk, edited.personId)).toBe(phoneOf(4));
        expect(await phoneAt(desk, late.personId)).toBe(phoneOf(3));
      }
      await settleDesks(desks);
      expect(await differing(desks, name)).toEqual([]);
      expect(await tracedAt(one)).toEqual(TRACED);
      expect(await sealedAt(one)).toEqual({ epochs: [1, 2], found: 0 });
      // The next one seals anew what came late.
      for (const { vault } of desks) await vault.unlock('admin');
      expect(await rotate(other)).toBe('ok');
      await settleDesks(desks);
      await one.vault.switchTo('receptionist');
      expect(await phoneAt(one, late.personId)).toBe(phoneOf(3));
      expect(await one.vault.call('session.alarms', {})).toEqual({ alarms: [] });
      expect(await tracedAt(one)).toEqual(TRACED);
      expect(await sealedAt(one)).toEqual({ epochs: [3], found: 0 });
    },
  );

  it('are those of whoever is at work elsewhere as they arrive', async () => {
    const { one, other, desks } = await twoDesks(world, 'auto');
    await one.vault.switchTo('supervisor');
    const { personId } = await one.vault.addPerson(draftOf(1));
    await one.vault.switchTo('admin');
    await other.vault.switchTo('receptionist');
    await settleDesks(desks);
    expect(await rotate(one)).toBe('ok');
    await settleDesks(desks);
    await expect.poll(() => phoneAt(other, personId).catch(String)).toBe(phoneOf(1));
  });
});

describe.skipIf(NO_POSTGRES !== null).each(FEATURE_ENGINES)(
  'the device secret of one of two desks on $name',
  ({ name }) => {
    let world: World;
    beforeAll(async () => {
      world = await startWorld();
    });
    afterAll(() => world?.stop());

    /** What a change at each leaves at both. */
    async function expectInStep({ one, other, desks }: Awaited<ReturnType<typeof twoDesks>>, n: number) {
      for (const [at, { vault }] of [one, other].entries()) {
        await vault.switchTo('supervisor');
        await vault.addPerson(draftOf(n + at));
      }
      await settleDesks(desks);
      expect(await differing(desks, name)).toEqual([]);
    }

    it('is changed there, and both go on, also behind a sign-in and under another op key', async () => {
      const two = await twoDesks(world, name);
      const { one, other, desks } = two;
      const before = (await headerOf(one.vault)).deviceSecretId;
      await one.vault.call('keys.rotateDeviceSecret', { pin: PINS.admin });
      expect((await headerOf(one.vault)).deviceSecretId).not.toBe(before);
      expect(Object.keys(one.vault.keychain.deviceSecrets)).not.toContain(before);
      await expectInStep(two, 1);
      for (const { vault } of desks) {
        await vault.switchTo('admin');
        expect(await vault.call('session.alarms', {})).toEqual({ alarms: [] });
      }
      // Of either desk its own: the other's is as old as it was.
      const isRotated = async ({ vault }: LinkedDesk) =>
        (await vault.call('keys.list', {})).keys.find(({ key }) => key === 'device-secret')!.rotated;
      expect([await isRotated(one), await isRotated(other)]).toEqual([true, false]);
    });

    it('opens by either where it is killed before the switch or behind it, and the log has what was done', async () => {
      const keychain = new KilledKeychain();
      const vault = await createHarness({ engine: name, keychain });
      await vault.setUp();
      await linkAlone(vault, name);
      const { vaultId, deviceSecretId: before } = await headerOf(vault);
      await vault.unlock('admin');
      keychain.watch(vault.vaultDir);
      await vault.call('keys.rotateDeviceSecret', { pin: PINS.admin });
      await vault.letGo();
      const ends: string[] = [];
      for (const left of keychain.left()) {
        const again = await createHarness({ engine: name, ...left });
        again.carryBy(createOrder(again, vaultId));
        await again.start();
        await again.unlock('admin');
        expect(await again.call('session.alarms', {})).toEqual({ alarms: [] });
        const isSwitched = (await headerOf(again)).deviceSecretId !== before;
        const [last] = (await again.call('keys.list', {})).keys.find(
          ({ key }) => key === 'device-secret',
        )!.history;
        ends.push(`${isSwitched} ${last?.end ?? 'none'}`);
        await again.switchTo('supervisor');
        await again.addPerson(draftOf(1));
        expect(await rowsUnder(again)).toBe(1);
        await again.letGo();
      }
      expect([...new Set(ends)]).toEqual(['false none', 'false interrupted', 'true done']);
    });

    /** Under how many device secrets its keys lie. */
    async function rowsUnder(vault: VaultHarness): Promise<number> {
      let n = 0;
      await atRest(vault, name, async (store) => {
        n = await countOf(store, sql`SELECT count(DISTINCT under) AS n FROM link_key`);
      });
      return n;
    }
  },
);
