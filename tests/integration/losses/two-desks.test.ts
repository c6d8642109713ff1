/** Two whole vaults and a real mailbox: what one desk's change has lost is listed at both, masked, until a supervisor at either has seen it. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openMailbox } from '../../../main/carrier/mailbox-client.ts';
import { startOfOrder } from '../../../main/files/spool/envelope.ts';
import type { PersonId } from '../../../contract/ids.ts';
import { type Estate, type World, startWorld } from '../../desks/server-world.ts';
import { FEATURE_ENGINES } from '../../support/engines.ts';
import { type LinkedDesk, differing, linkDesks, settleDesks } from '../../support/linked-desks.ts';
import { A_YEAR } from '../../support/features/retention.ts';
import { draftOf, phoneOf } from '../../support/people-drafts.ts';
import { NO_POSTGRES } from '../../support/postgres.ts';
import { WHY, endOf } from '../../support/requests-of.ts';
import { PINS } from '../../support/vault-harness.ts';

describe.skipIf(NO_POSTGRES !== null).each(FEATURE_ENGINES)('of two desks on $name', ({ name: engine }) => {
  let world: World;
  let desks: readonly LinkedDesk[];
  let one: LinkedDesk;
  let other: LinkedDesk;
  beforeAll(async () => {
    world = await startWorld();
    let estate: Estate | undefined;
    desks = await linkDesks(
      [0, 1],
      async (desk, vault) => {
        estate ??= await world.addEstate(Buffer.from(startOfOrder(vault).hash));
        const { address } = await estate.addDesk(desk);
        return { address, open: () => openMailbox(address) };
      },
      { engine },
    );
    [one, other] = desks as [LinkedDesk, LinkedDesk];
    for (const { vault } of desks) await vault.unlock('supervisor');
  });
  afterAll(() => world?.stop());

  const list = ({ vault }: LinkedDesk) => vault.call('losses.list', {});
  /** As the desk has them now. */
  async function replacePhone({ vault }: LinkedDesk, personId: PersonId, value: string): Promise<void> {
    const person = await vault.call('people.open', { personId });
    const changes = { sealed: [{ field: 'phone' as const, ordinal: 0, value }] };
    await vault.edit(person, changes, { pin: PINS.supervisor, why: WHY });
  }

  /** Work that waits for the mailbox. */
  async function carried(work: Promise<unknown>): Promise<void> {
    const state = { isDone: false };
    const ended = work.finally(() => void (state.isDone = true));
    while (!state.isDone) await one.carrier.look();
    await ended;
  }

  it('a phone that another had replaced first is listed at both in its mask, and at neither once it was seen at one', async () => {
    const { personId } = await one.vault.addPerson(draftOf(1));
    await settleDesks(desks);
    await replacePhone(one, personId, phoneOf(11));
    await replacePhone(other, personId, phoneOf(12));
    await settleDesks([one]);
    await settleDesks(desks);
    const [{ fields, nameMask, rooms }, lists] = [
      await one.vault.call('people.open', { personId }),
      await Promise.all(desks.map(list)),
    ];
    expect(fields.find(({ field }) => field === 'phone')!.mask).toBe('141****0011');
    for (const { losses, more } of lists) {
      expect(more).toBe(false);
      expect(losses).toEqual([
        {
          desk: 1,
          n: expect.any(Number),
          part: 0,
          at: expect.any(Number),
          deskName: '第 1 台',
          why: 'replaced',
          kind: 'phone',
          personId,
          personMask: nameMask,
          room: { roomId: rooms[0]!.roomId, label: rooms[0]!.label },
          mask: '141****0012',
        },
      ]);
      expect(JSON.stringify(losses)).not.toContain(phoneOf(12));
    }
    const { desk, n } = lists[0]!.losses[0]!;
    const key = { desk, n, pin: PINS.supervisor };
    expect(await other.vault.codeOf('losses.seen', { ...key, pin: PINS.admin })).toBe('wrong-pin');
    await other.vault.call('losses.seen', key);
    expect(await other.vault.codeOf('losses.seen', key)).toBe('not-found');
    expect(await list(one)).toEqual(lists[0]);
    await settleDesks(desks);
    expect(await Promise.all(desks.map(list))).toEqual(desks.map(() => ({ losses: [], more: false })));
    await settleDesks(desks);
    expect(await differing(desks, engine)).toEqual([]);
    for (const { vault } of desks) await vault.unlock('supervisor');
  });

  it('a change of somebody who was deleted first is listed without whose it is and without content', async () => {
    const { personId } = await one.vault.addPerson(draftOf(2));
    const { records, version } = await one.vault.call('people.open', { personId });
    const home = records.find(({ kind }) => kind === 'occupancy')!;
    await one.vault.call(
      'records.end',
      endOf({ personId, version }, 'occupancy', home.recordId, '2020-01-31'),
    );
    await settleDesks(desks);
    await replacePhone(other, personId, phoneOf(22));
    await one.vault.switchTo('admin');
    await carried(
      one.vault.call('retention.setRules', { rules: A_YEAR, words: '试行一年', pin: PINS.admin }),
    );
    await one.vault.switchTo('supervisor');
    const [pin, by] = [PINS.supervisor, await one.vault.proofOf('admin')];
    await carried(
      one.vault.call('retention.erase', { people: [personId], words: '期满删除', pin, other: by }),
    );
    await settleDesks(desks);
    for (const desk of desks) {
      const { losses } = await list(desk);
      expect(new Set(losses.map(({ kind, why }) => `${kind} ${why}`))).toEqual(new Set(['people gone']));
      for (const loss of losses)
        expect(loss).toMatchObject({ personId: null, personMask: null, room: null, mask: null });
    }
  });

  it('nothing is listed to anybody but a supervisor', async () => {
    await other.vault.switchTo('receptionist');
    expect(await other.vault.codeOf('losses.list', {})).toBe('not-allowed');
    await other.vault.switchTo('admin');
    expect(await other.vault.codeOf('losses.seen', { desk: 1, n: 1, pin: PINS.admin })).toBe('not-allowed');
  });
});
