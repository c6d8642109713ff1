/** Who gives a desk a part in the estate, and takes it: in short, as `npm run desks -- keys` shows it whole. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { digestOfOpKey } from '../../../main/vault/keys/roster-desks.ts';
import { grantOpKey, openGrant } from '../../../main/vault/link/op-key-grants.ts';
import { sql } from '../../../main/vault/store/sql.ts';
import { drawOpKey, newLinkKeys, readLinkKeys, writeLinkKeys } from '../../../main/vault/link/link-keys.ts';
import { deskPair, endOne, tryEntries } from '../../desks/keys.ts';
import { type World, startWorld } from '../../desks/server-world.ts';
import { NO_POSTGRES } from '../../support/postgres.ts';
import { FEATURE_ENGINES } from '../../support/engines.ts';
import { headerOf } from '../../support/linked-desks.ts';
import { atRest, signIntoRoster } from '../../support/second-desk.ts';

/** Desk 0, but for its keys. */
const ROSTER_DESK = { desk: 0, name: '前台', signKey: new Uint8Array(32), isEnded: false };

interface Given {
  readonly epoch: number;
  readonly desk: number;
  readonly sealed: Uint8Array;
}

describe.skipIf(NO_POSTGRES !== null)('a desk that is ended', () => {
  let world: World;
  beforeAll(async () => {
    world = await startWorld();
  });
  afterAll(() => world?.stop());

  it('has no later effect and reads nothing later, whatever it has and the server lets it', async () => {
    const { sent, later, ...ended } = await endOne(world, 1);
    expect(ended).toEqual({ counted: 0, read: 0, wrong: [] });
    expect([sent > 0, later > 1]).toEqual([true, true]);
  });
});

describe.each(FEATURE_ENGINES)('keys of desks on $name', ({ name }) => {
  it('count as the roster has them, which takes an admin and a supervisor', async () => {
    const [one, other] = await deskPair(name);
    const { tried, wrong } = await tryEntries(one, other, name);
    expect(wrong).toEqual([]);
    expect(tried).toBeGreaterThan(30);
  });

  it('take no op key but the one of which the roster has the digest', async () => {
    const [one] = await deskPair(name);
    const { vaultId, deviceSecretId } = await headerOf(one.vault);
    const under = { vaultId, deviceSecret: one.vault.keychain.deviceSecrets[deviceSecretId]! };
    const [named, another] = [drawOpKey(2), drawOpKey(2)];
    const opKey = { epoch: 2, digest: digestOfOpKey(vaultId, named) };
    await signIntoRoster(one.vault, name, [{ kind: 'op-key', at: 0, opKey }]);
    const proof = await one.vault.proofOf('supervisor');
    for (const [key, epochs] of [
      [another, [1]],
      [named, [1, 2]],
    ] as const) {
      await atRest(one.vault, name, (store) =>
        store.transaction(async (tx) => {
          await tx.run(sql`DELETE FROM desk_grant`);
          await grantOpKey(tx, vaultId, key, [{ ...ROSTER_DESK, receiveKey: one.keys.receive.publicKey }]);
        }),
      );
      await one.vault.call('session.unlock', proof);
      await atRest(one.vault, name, async (store) => {
        const given = await store.get<Given>(sql`SELECT epoch, desk, sealed FROM desk_grant`);
        const opens = (changes: Partial<Given>): boolean =>
          openGrant(vaultId, one.keys.receive, { ...given!, ...changes }) !== null;
        expect([opens({}), opens({ epoch: 3 }), opens({ desk: 1 })]).toEqual([true, false, false]);
        const { op } = await readLinkKeys(store, under);
        expect(op.map(({ epoch }) => epoch)).toEqual(epochs);
      });
    }
  });

  it('let nobody in where the roster has others for this desk', async () => {
    const [one] = await deskPair(name);
    const { vaultId, deviceSecretId } = await headerOf(one.vault);
    const deviceSecret = one.vault.keychain.deviceSecrets[deviceSecretId]!;
    const others = { ...one.keys, sign: newLinkKeys([]).sign };
    await atRest(one.vault, name, (store) =>
      store.transaction((tx) => writeLinkKeys(tx, { vaultId, deviceSecret }, others)),
    );
    const proof = await one.vault.proofOf('supervisor');
    expect(await one.vault.codeOf('session.unlock', proof)).toBe('store-tampered');
  });
});
