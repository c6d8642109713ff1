/** Who may sign in at a desk that has long heard nothing of the others. */
import { describe, expect, it } from 'vitest';
import { NO_CARRIER } from '../../../main/vault/carrier-line.ts';
import { FEATURE_ENGINES } from '../../support/engines.ts';
import { DAY_MS, createFakeClock } from '../../support/fake-clock.ts';
import { createOrder, headerOf, linkAlone } from '../../support/linked-desks.ts';
import { createHarness } from '../../support/vault-harness.ts';

describe.each(FEATURE_ENGINES)('a desk off the line on $name', ({ name }) => {
  it('lets in nobody but supervisors behind seven days, and everybody once the others answer', async () => {
    const clock = createFakeClock();
    const vault = await createHarness({ engine: name, clock });
    await vault.setUp();
    await linkAlone(vault);
    const line = createOrder(vault, (await headerOf(vault)).vaultId);
    vault.carryBy(line);
    await vault.lock();
    // What was done on the line is in the order.
    await vault.unlock('admin');
    const states = () =>
      vault.events.filter(({ event }) => event === 'desks.state').map(({ payload }) => payload);
    const synced = (): Promise<void> =>
      expect.poll(() => states().at(-1), { timeout: 10_000 }).toMatchObject({ is: 'synced' });
    await synced();
    vault.carryBy(NO_CARRIER);
    const signIn = async (role: 'receptionist' | 'admin' | 'supervisor'): Promise<string> => {
      await vault.lock();
      return vault.codeOf('session.unlock', await vault.proofOf(role));
    };
    clock.advance(6 * DAY_MS);
    expect(await signIn('receptionist')).toBe('ok');
    // What is done off the line is no contact.
    clock.advance(2 * DAY_MS);
    for (const role of ['receptionist', 'admin'] as const)
      expect([role, await signIn(role)]).toEqual([role, 'long-away']);
    expect(await signIn('supervisor')).toBe('ok');
    vault.carryBy(line);
    expect(await signIn('receptionist')).toBe('ok');
    await synced();
    await vault.lock();
  });
});
