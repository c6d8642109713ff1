/** A list of ten people and more leaves with the PIN of whoever answers for personal information, by every route that gives one. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { MIN_LIST } from '../../../contract/company/lists.ts';
import type { Role } from '../../../contract/fields.ts';
import type { PersonId, RoomId } from '../../../contract/ids.ts';
import type { RouteFacts } from '../../../contract/route.ts';
import { ROUTE_NAMES, type RouteName } from '../../../contract/route-names.ts';
import { ROUTES } from '../../../contract/routes.ts';
import { projectDir } from '../../../scripts/setup/paths.mjs';
import { FACTS } from '../../support/features/company.ts';
import { offerDisclosure, rosterOf } from '../../support/features/disclosures.ts';
import { HANDOVER_FILE, orderOf } from '../../support/features/estate-transfer.ts';
import { BLANK_ORDER } from '../../support/features/print.ts';
import { HOUR_MS, createFakeClock } from '../../support/fake-clock.ts';
import { draftOf } from '../../support/people-drafts.ts';
import { PINS, type VaultHarness, createHarness } from '../../support/vault-harness.ts';

type Given = (approver: object) => Promise<string>;

describe('a list that leaves', () => {
  const clock = createFakeClock();
  let desk: VaultHarness;
  let roomId: RoomId;
  const pin = PINS.supervisor;

  const addOne = async (n: number): Promise<PersonId> => {
    const { personId } = await desk.addPerson(draftOf(n));
    const { version } = await desk.call('people.open', { personId });
    await desk.addRecord({ personId, version }, { kind: 'occupancy', room: '9-1-101', relation: 'owner' });
    return personId;
  };
  /** The company names this one of the staff, or somebody who is none of them. */
  const name = async (role: Role | null): Promise<void> => {
    await desk.switchTo('admin');
    const one = (await desk.people()).find((person) => person.role === role);
    await desk.call('company.change', {
      facts: { ...FACTS, informationOfficer: one?.displayName ?? '不在名单上' },
      pin: PINS.admin,
    });
    await desk.switchTo('supervisor');
  };

  beforeAll(async () => {
    desk = await createHarness({ clock });
    await desk.setUpWith(draftOf(1), 'supervisor');
    for (let n = 2; n < MIN_LIST + 1; n += 1) await addOne(n);
    const { rooms } = await desk.call('rooms.find', { text: '9-1-101' });
    roomId = rooms[0]!.roomId;
  }, 120_000);

  /** By each route whose facts say that it gives a list: a new one is missing here. */
  const GIVING: Readonly<Partial<Record<RouteName, () => Promise<Given>>>> = {
    'disclosures.roster': async () => async (approver) => {
      offerDisclosure(desk, 'roster');
      const roster = { ...rosterOf(roomId, desk.dayAhead(30)), pin, other: await desk.proofOf('admin') };
      return desk.codeOf('disclosures.roster', { ...roster, ...approver });
    },
    'print.order': async () => async (approver) => {
      const supervisor = await desk.proofOf('supervisor');
      const what = { layout: 'roster', roomId, scope: 'unit' };
      const order = { ...BLANK_ORDER, what, custodian: supervisor.slotId, supervisor };
      return desk.codeOf('print.order', { ...order, ...approver });
    },
    'estateTransfer.make': async () => {
      const other = await desk.proofOf('admin');
      const { transfers } = await desk.call('estateTransfer.order', { ...orderOf(), pin, other });
      const transferId = transfers.find(({ state }) => state === 'ordered')!.transferId;
      clock.advance(25 * HOUR_MS);
      await desk.switchTo('supervisor');
      return async (approver) => {
        offerDisclosure(desk, 'estate-transfer');
        const make = { transferId, fileId: HANDOVER_FILE, dueOn: desk.dayAhead(30), pin, other };
        return desk.codeOf('estateTransfer.make', { ...make, ...approver });
      };
    },
  };
  const LISTING = ROUTE_NAMES.filter((route) => (ROUTES[route].facts as RouteFacts).sends === 'list');

  it('is given by routes that are tried here, and the number is that of the procedures', () => {
    expect(LISTING.toSorted()).toEqual(Object.keys(GIVING).toSorted());
    expect(MIN_LIST).toBe(10);
    const text = readFileSync(join(projectDir, 'assets/law/templates/data-procedures.md'), 'utf8');
    expect(text).toContain('十人以上）另须个人信息保护负责人同意');
  });

  it('of nine leaves as it did, and of ten with the officer alone', async () => {
    await name('receptionist');
    for (const route of ['disclosures.roster', 'print.order'] as const)
      expect(await (await GIVING[route]!())({}), route).toBe('ok');
    await addOne(MIN_LIST + 1);
    const officer = { approver: await desk.proofOf('receptionist') };
    for (const route of LISTING) {
      const give = await GIVING[route]!();
      expect(await give({}), route).toBe('needs-officer');
      expect(await give({ approver: { ...officer.approver, pin: PINS.supervisor } }), route).not.toBe('ok');
      expect(await give(officer), route).toBe('ok');
      expect((await desk.logged('list-approval', 99)).at(-1), route).toMatchObject({ signed: true });
    }
    const print = await GIVING['print.order']!();
    expect(await print({ approver: await desk.proofOf('admin') })).toBe('needs-officer');
  });

  it('takes an admin where none of the staff has the name', async () => {
    await name(null);
    const print = await GIVING['print.order']!();
    expect(await print({})).toBe('needs-officer');
    expect(await print({ approver: await desk.proofOf('admin') })).toBe('ok');
    expect(await (await GIVING['disclosures.roster']!())({})).toBe('ok');
  });
});
