/** What all desks wait for, over a real mailbox: it counts at every desk or at none, whatever is cut in the midst of it. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { startWorld, type World } from '../../desks/server-world.ts';
import {
  change,
  cutOnceSent,
  killsAtEachStep,
  orderedLater,
  twoDesks,
  twoHolds,
} from '../../desks/coordinated.ts';
import { FEATURE_ENGINES } from '../../support/engines.ts';
import { FACTS } from '../../support/features/company.ts';
import { differing, orderAt, settleDesks } from '../../support/linked-desks.ts';
import { draftOf } from '../../support/people-drafts.ts';
import { NO_POSTGRES } from '../../support/postgres.ts';
import { PINS } from '../../support/vault-harness.ts';

describe.skipIf(NO_POSTGRES !== null)('coordinated work', () => {
  let world: World;
  beforeAll(async () => {
    world = await startWorld();
  });
  afterAll(() => world?.stop());

  describe.each(FEATURE_ENGINES)('on $name', ({ name }) => {
    it('is done at every desk once it is answered', async () => {
      const { one, other, desks } = await twoDesks(world, name);
      const { facts } = await one.vault.call('company.change', { facts: FACTS, pin: PINS.admin });
      expect(facts).toEqual(FACTS);
      await settleDesks(desks);
      expect(await other.vault.call('company.read', {})).toMatchObject({ facts: FACTS });
      expect(await differing(desks, name)).toEqual([]);
      expect(new Set((await orderAt(one, name)).verdicts)).toEqual(new Set(['counted']));
    });
  });

  it('is refused off the line and while another desk is at it, and free work goes on', async () => {
    const { one, other, lines } = await twoDesks(world, 'auto', 3_000);
    lines[0].isCut = true;
    expect(await change(one, 1)).toBe('desks-offline');
    await one.vault.switchTo('supervisor');
    await one.vault.addPerson(draftOf(1));
    lines[0].mend();
    const held = await other.mailbox.open();
    await held.hold('take', null);
    await one.vault.switchTo('admin');
    expect(await one.vault.ask('company.change', { facts: FACTS, pin: PINS.admin })).toMatchObject({
      error: { code: 'desks-busy', details: { desk: 1 } },
    });
    await held.close();
  });

  it('is refused where it changes keys of everybody, and the desk goes on', async () => {
    const { one, desks } = await twoDesks(world, 'auto');
    await one.vault.answers('needs-all-desks', 'keys.rotateStoreKey', { pin: PINS.admin });
    expect(await change(one, 1)).toBe('ok');
    await one.vault.switchTo('admin');
    await settleDesks(desks);
  });

  it('is whole everywhere or nowhere, at whichever step the desk is killed', async () => {
    const { wrong, everywhere, nowhere } = await killsAtEachStep(await twoDesks(world, 'auto'), 1);
    expect(wrong).toEqual([]);
    expect({ everywhere, nowhere }).toEqual({ everywhere: 4, nowhere: 3 });
  });

  it('is unknown where the answer is lost, and decided alike afterwards', async () => {
    const two = await twoDesks(world, 'auto', 4_000);
    expect(await cutOnceSent(two, true, 1)).toEqual([]);
    expect(await cutOnceSent(two, false, 11)).toEqual([]);
  });

  it('leaves no row of what does not count, whatever the mailbox says', async () => {
    // However long both take on a busy machine: neither gives up before the other is there.
    expect(await twoHolds(await twoDesks(world, 'auto', 60_000), 1)).toEqual([]);
    expect(await orderedLater(await twoDesks(world, 'auto', 4_000), 11)).toEqual([]);
  });
});
