/**
 * A receptionist's client without checks plants keys in the store, or puts back what somebody had before; then an honest supervisor and admin
 * rotate the tier keys, and the store key after them. It opens no identity value, before or after, and no contact value without a PIN that counts.
 */
import { beforeEach, describe, expect, it } from 'vitest';
import { SEALED_TIERS, type SealedTier } from '../../contract/fields.ts';
import { grantTier, insertGrant } from '../../main/vault/keys/grants.ts';
import { createSealBatch, insertBatch } from '../../main/vault/keys/seal.ts';
import {
  type TierPrivate,
  type TrustedTierKey,
  createTierPrivate,
  insertTierRecord,
  makeTierRecord,
} from '../../main/vault/keys/tier-keys.ts';
import { sql } from '../../main/vault/store/sql.ts';
import { ENGINE_NAMES } from '../../main/vault/store/store.ts';
import { draftOf, idNumberOf, phoneOf } from '../support/people-drafts.ts';
import { type BrokenIn, breakIn, openAllWith, openGrants, readGrants } from '../support/sealed-values.ts';
import { PINS, type VaultHarness, openDesk } from '../support/vault-harness.ts';

const PEOPLE = [1, 2, 3];
const NEW_PIN = 'otter-52-lamp';

describe.each(ENGINE_NAMES)('keys planted before both rotations on %s', (engine) => {
  let desk: VaultHarness;
  beforeEach(async () => {
    desk = await openDesk('supervisor', { engine });
    for (const n of PEOPLE) await desk.addPerson(draftOf(n));
    await desk.vault.close();
  });

  async function as<T>(
    role: 'receptionist' | 'supervisor',
    work: (loot: BrokenIn) => Promise<T>,
  ): Promise<T> {
    await using loot = await breakIn(desk, role, { engine });
    return await work(loot);
  }
  /** By honest people with the application as it is. */
  async function rotateBoth(supervisorPin = PINS.supervisor): Promise<void> {
    await desk.start();
    await desk.unlock('admin');
    const cosigner = { slotId: await desk.slotOf('supervisor'), pin: supervisorPin };
    await desk.call('keys.rotateTierKeys', { tiers: [...SEALED_TIERS], pin: PINS.admin, cosigner });
    await desk.call('keys.rotateStoreKey', { pin: PINS.admin });
    await desk.vault.close();
  }
  const identityOf = (opened: ReadonlyMap<string, string>): readonly string[] =>
    [...opened.values()].filter((value) => PEOPLE.some((n) => value === idNumberOf(n)));
  /** Everything that the receptionist's keys, and any other that the attacker has, open of the store as it is now. */
  const lootNow = (more: readonly TierPrivate[] = []): Promise<ReadonlyMap<string, string>> =>
    as('receptionist', async (loot) =>
      openAllWith(loot.header.vaultId, loot.store, [
        ...openGrants(loot, await readGrants(loot.store)),
        ...more,
      ]),
    );

  it("the attempt itself works: a supervisor's keys open every value in the same way", async () => {
    expect(
      identityOf(
        await as('supervisor', async (loot) =>
          openAllWith(loot.header.vaultId, loot.store, openGrants(loot, await readGrants(loot.store))),
        ),
      ),
    ).toHaveLength(PEOPLE.length);
  });

  it('grants, tier keys and batches of their own making gain nothing', async () => {
    const own: TierPrivate[] = [];
    await as('receptionist', ({ header, slot, store }) =>
      store.transaction(async (tx) => {
        const { vaultId } = header;
        const signer = { id: slot.staffId, privateKey: slot.sign.privateKey };
        for (const tier of SEALED_TIERS)
          for (const epoch of [2, 3]) {
            const key = createTierPrivate(vaultId, tier, epoch);
            own.push(key);
            await insertTierRecord(tx, makeTierRecord(vaultId, key, { rosterN: 1, createdAt: 1 }, [signer]));
            for (const generation of [1, 2]) {
              const context = { vaultId, tier, epoch, staffId: slot.staffId, generation } as const;
              await insertGrant(tx, context, grantTier(key, slot.receive.publicKey, context));
            }
            const batch = createSealBatch({ ...key, vaultId } as unknown as TrustedTierKey & {
              vaultId: string;
            });
            await insertBatch(tx, batch);
          }
      }),
    );
    await rotateBoth();
    expect(identityOf(await lootNow(own))).toEqual([]);
    await as('supervisor', async (loot) => {
      expect(await loot.store.all(sql`SELECT DISTINCT epoch FROM tier_grant`)).toEqual([{ epoch: 2 }]);
      expect(
        (await openAllWith(loot.header.vaultId, loot.store, openGrants(loot, await readGrants(loot.store))))
          .size,
      ).toBe(3 * PEOPLE.length);
      expect((await openAllWith(loot.header.vaultId, loot.store, own)).size).toBe(0);
    });
  });

  it('identity values that are called contact values, and batches of them, are not sealed to the contact key', async () => {
    await as('receptionist', ({ store }) =>
      store.transaction(async (tx) => {
        await tx.run(sql`UPDATE sealed_value SET tier = 'contact' WHERE tier = 'identity' AND person_id = 1`);
        await tx.run(
          sql`UPDATE seal_batch SET tier = 'contact' WHERE id IN (SELECT batch_id FROM sealed_value WHERE tier = 'identity' AND person_id = 2)`,
        );
        await tx.run(sql`UPDATE sealed_value SET tier = 'contact' WHERE tier = 'identity' AND person_id = 2`);
        await tx.run(
          sql`UPDATE sealed_value SET batch_id = (SELECT batch_id FROM sealed_value WHERE tier = 'contact' LIMIT 1) WHERE tier = 'identity' AND person_id = 3`,
        );
      }),
    );
    await rotateBoth();
    expect(identityOf(await lootNow())).toEqual([]);
  });

  it('a contact grant that calls itself one of identity makes nobody a holder', async () => {
    const before = await as('receptionist', async ({ store }) =>
      store.all(sql`SELECT staff_id FROM tier_grant WHERE tier = 'identity' ORDER BY staff_id`),
    );
    await as('receptionist', ({ slot, store }) =>
      store.transaction(async (tx) => {
        await tx.run(sql`UPDATE tier_grant SET tier = 'identity' WHERE staff_id = ${slot.staffId}`);
      }),
    );
    await rotateBoth();
    expect(identityOf(await lootNow())).toEqual([]);
    expect(
      await as('receptionist', async ({ store }) =>
        store.all(sql`SELECT staff_id FROM tier_grant WHERE tier = 'identity' ORDER BY staff_id`),
      ),
    ).toEqual(before);
  });

  it("a supervisor's slot, grants and keys of before open nothing of the current store, put back as they were", async () => {
    const old = await as('supervisor', async (loot) => {
      const grants = await readGrants(loot.store);
      return {
        grants,
        header: loot.header,
        keys: openGrants(loot, grants),
        receive: {
          publicKey: loot.slot.receive.publicKey.slice(),
          privateKey: loot.slot.receive.privateKey.slice(),
        },
      };
    });
    await desk.start();
    await desk.unlock('supervisor');
    await desk.call('staff.changePin', { pin: PINS.supervisor, newPin: NEW_PIN });
    await desk.vault.close();
    // Their grants of the generation before, put back by somebody who can write the store.
    await as('receptionist', ({ store }) =>
      store.transaction(async (tx) => {
        for (const { tier, epoch, staff_id: staffId, generation, sealed } of old.grants) {
          await tx.run(
            sql`INSERT OR IGNORE INTO tier_grant (tier, epoch, staff_id, generation, sealed) VALUES (${tier as SealedTier}, ${epoch}, ${staffId}, ${generation}, ${sealed})`,
          );
        }
      }),
    );
    await rotateBoth(NEW_PIN);
    await as('receptionist', async (loot) => {
      const now = await readGrants(loot.store);
      const mine = { header: loot.header, slot: { ...loot.slot, receive: old.receive } };
      expect(
        openGrants(mine, [
          ...now,
          ...old.grants.map((grant) => ({ ...grant, epoch: 2 })),
          ...now.map((grant) => ({ ...grant, generation: 1 })),
        ]),
      ).toEqual([]);
      expect((await openAllWith(loot.header.vaultId, loot.store, old.keys)).size).toBe(0);
      const slot = loot.header.slots.find(({ role }) => role === 'supervisor')!;
      expect([
        slot.generation,
        slot.sealedStoreKey === old.header.slots.find(({ role }) => role === 'supervisor')!.sealedStoreKey,
      ]).toEqual([2, false]);
    });
  });

  it('and the receptionist goes on to open what a receptionist opens', async () => {
    await rotateBoth();
    expect(
      [...(await lootNow()).values()].filter((value) => PEOPLE.some((n) => value === phoneOf(n))),
    ).toHaveLength(PEOPLE.length);
  });
});
