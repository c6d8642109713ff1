/** Tries of PINs over several desks: a hundred in all, which follow whoever signs in. `npm run desks -- keys` guesses over five. */
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { spoolOf } from '../../../main/files/spool/spool.ts';
import { readAnchor } from '../../../main/vault/anchor/anchor.ts';
import type { CarrierLine } from '../../../main/vault/carrier-line.ts';
import { unpackLimiter } from '../../../main/vault/keys/limiter-state.ts';
import { guessOverDesks } from '../../desks/guesses.ts';
import { type World, startWorld } from '../../desks/server-world.ts';
import { postKeys } from '../../support/joining-desk.ts';
import { createOrder, headerOf, linkAlone } from '../../support/linked-desks.ts';
import { NO_POSTGRES } from '../../support/postgres.ts';
import { PINS, type VaultHarness, createHarness } from '../../support/vault-harness.ts';

/** What the anchor says each slot's tries at other desks are. */
function triesElsewhere({ keychain }: VaultHarness): readonly number[] {
  const known = readAnchor(keychain.anchors.filter((copy) => copy !== undefined))!;
  const { slots } = unpackLimiter(known.state.limiter)!;
  return [...slots.values()].map(({ elsewhere }) => elsewhere);
}

describe('a desk that has let another in', () => {
  it('takes back none of the tries that it gave before the others have decided', async () => {
    const vault = await createHarness({ engine: 'better-sqlite3' });
    await vault.setUp();
    await linkAlone(vault);
    const order = createOrder(vault, (await headerOf(vault)).vaultId);
    let isCut = false;
    const line: CarrierLine = {
      ...order,
      patienceMs: 2_000,
      wake: () => (isCut ? undefined : order.wake()),
    };
    vault.carryBy(line);
    await vault.switchTo('admin');
    const keeper = '0'.repeat(20);
    const slip = await vault.call('keys.inviteDesk', { name: '门岗', keeper, pin: PINS.admin });
    const code = await postKeys(vault.vaultDir, slip);
    const cosigner = await vault.proofOf('supervisor');
    const admit = (): Promise<string> =>
      vault.codeOf('keys.admitDesk', { code, keeper, pin: PINS.admin, cosigner });
    // What was done before has its place.
    await expect.poll(() => spoolOf(vault.vaultDir).list('out')).toEqual([]);
    isCut = true;
    expect(await admit()).toBe('outcome-unknown');
    const given = triesElsewhere(vault);
    expect(given.length > 0 && given.every((tries) => tries > 0)).toBe(true);
    expect(await admit()).toBe('desks-offline');
    for (const role of ['supervisor', 'admin'] as const) {
      await vault.switchTo(role);
      await sleep(500);
      expect(triesElsewhere(vault)).toEqual(given);
    }
  });
});

describe.skipIf(NO_POSTGRES !== null)("guesses at somebody's PIN over two desks", () => {
  let world: World;
  beforeEach(async () => {
    world = await startWorld();
  });
  afterEach(() => world?.stop());

  it('are a hundred in all, also where tries go to and fro between them', async () => {
    const { guesses, gave, asked } = await guessOverDesks(world, 'better-sqlite3', 2, true);
    expect(guesses).toBe(100);
    expect([gave > 1, asked > 1]).toEqual([true, true]);
  });
});
