/**
 * SIGKILL while somebody is shut out after a theft, as many in each phase. Afterwards they are shut out whole or not at all, for everybody who signs
 * in and without an alarm, with one entry in the log or none; and the ceremony goes on from where the roster says, to its end.
 */
import { expect } from 'vitest';
import { type Role, SEALED_TIERS } from '../../contract/fields.ts';
import type { PersonId, SlotId, StaffId } from '../../contract/ids.ts';
import type { TheftState } from '../../contract/key-management/lists.ts';
import { HEADER_FILE } from '../../main/vault/keys/header.ts';
import { sql } from '../../main/vault/store/sql.ts';
import type { EngineName } from '../../main/vault/store/store.ts';
import { readCurrentHeader } from '../support/backup-desk.ts';
import { describeKill } from '../support/kills/describe-kill.ts';
import { type PhaseOf, proofAmong } from '../support/kills/kill-in-phase.ts';
import { readLog } from '../support/kills/read-log.ts';
import { readStore } from '../support/kills/read-store.ts';
import { isNamed, watchAnchors } from '../support/kills/signs.ts';
import { draftOf, phoneOf } from '../support/people-drafts.ts';
import { NEWCOMER_PINS, type StaffDriver, driveStaff, sheetOf } from '../support/staff-desk.ts';
import { RENEWED_PINS } from '../support/theft-desk.ts';
import { PINS, type VaultHarness, createHarness } from '../support/vault-harness.ts';

const ROLES = ['receptionist', 'supervisor', 'admin'] as const;
const THERE = { receptionist: 'Desk One', supervisor: 'Super One' } as const;
/** With the admin go the words of theirs on the store keys of others. */
const AWAY = {
  receptionist: 'Desk Two',
  supervisor: 'Super Two',
  admin: 'Admin Two',
} as const satisfies Readonly<Record<Role, string>>;

/** While the header is written the change waits in the store. The log's head moves with the entry behind the switch, the roster's at once behind that. */
const createPhaseOf = (): PhaseOf => {
  const movedBy = watchAnchors();
  return (sign, before) => {
    if (isNamed(sign, `${HEADER_FILE}.new`)) return 'writing the header';
    if (isNamed(sign, HEADER_FILE)) return before === 'writing the header' ? 'switched' : null;
    const moved = movedBy(sign);
    if (moved?.roster === true) return 'anchored';
    return moved?.log === true ? 'entered' : null;
  };
};

interface Person {
  readonly staffId: StaffId;
  readonly slotId: SlotId;
}
interface Begun {
  readonly personId: PersonId;
  readonly people: Readonly<Record<string, Person>>;
}

describeKill('kill of shutting somebody out', {
  title: 'leaves them shut out whole or not at all, and the ceremony goes on',
  changes: {
    'shut out': {
      route: 'theft.shutOut',
      phases: ['writing the header', 'switched', 'entered', 'anchored'],
      phaseOf: createPhaseOf,
      behindSwitch: 'switched',
    },
  },
  by: 'admin',
  putBack: true,
  async setUp(engine) {
    const desk = await createHarness({ engine });
    const staff = driveStaff(desk);
    const begun = await beginWith(desk, staff);
    let kills = 0;
    /** Whose shutting out was followed by the rest of the ceremony. */
    const finished = new Set<Role>();
    const roleOf = (turn: number): (typeof ROLES)[number] => ROLES[Math.floor(turn) % ROLES.length]!;
    return {
      desk,
      request: (_, people) => ({
        staffId: begun.people[AWAY[roleOf(kills)]]!.staffId,
        pin: PINS.admin,
        cosigner: proofAmong(people, 'supervisor'),
      }),
      async expectAfter(after) {
        const role = roleOf(kills);
        const what = `${role}, ${after}`;
        const person = begun.people[AWAY[role]]!;
        const { slots } = await readCurrentHeader(desk);
        const isOut = slots.every(({ id }) => id !== person.slotId);
        await expectWhole(desk, roleOf(kills / ROLES.length), what);
        await expectState(desk, person, isOut, what);
        await expectAway(desk, engine, begun, role, isOut, what);
        if (isOut && !finished.has(role)) await finish(desk, staff, begun, what);
        if (isOut) finished.add(role);
        kills++;
        return isOut;
      },
    };
  },
});

/** Three who are there and three who are not; the ceremony is begun. */
async function beginWith(desk: VaultHarness, staff: StaffDriver): Promise<Begun> {
  const lines = await desk.setUp();
  await desk.unlock('supervisor');
  const { personId } = await desk.call('people.add', { person: draftOf(7), pin: PINS.supervisor });
  await desk.switchTo('admin');
  expect(await staff.add('admin', AWAY.admin, sheetOf(lines))).toBe('ok');
  await staff.unlocked(AWAY.admin, NEWCOMER_PINS.admin);
  for (const role of ['receptionist', 'supervisor'] as const) {
    await desk.call('staff.add', {
      name: AWAY[role],
      role,
      twoRoles: false,
      newPin: NEWCOMER_PINS[role],
      pin: NEWCOMER_PINS.admin,
      second: await desk.proofOf('supervisor'),
    });
  }
  await staff.unlocked('Admin One', PINS.admin);
  await desk.call('theft.begin', { pin: PINS.admin, cosigner: await desk.proofOf('supervisor') });
  const people = Object.fromEntries(
    (await staff.members()).map(({ displayName, staffId, slotId }) => [
      displayName,
      { staffId, slotId: slotId! },
    ]),
  );
  return { personId, people };
}

/** Everybody who is there comes in without an alarm, whoever is first; the log holds together. */
async function expectWhole(desk: VaultHarness, first: Role, what: string): Promise<void> {
  await desk.start();
  for (const role of [first, ...ROLES.filter((other) => other !== first)]) {
    await desk.lock();
    expect((await desk.unlock(role)).alarms, what).toEqual([]);
    if (role !== 'receptionist') expect(await desk.call('log.verify', {}), what).toMatchObject({ ok: true });
  }
}

const stateOf = async (desk: VaultHarness, { staffId }: Person): Promise<TheftState | undefined> =>
  (await desk.call('theft.read', {})).people.find((one) => one.staffId === staffId)?.state;

/** Roster, list of staff and log say the same as the header. */
async function expectState(desk: VaultHarness, person: Person, isOut: boolean, what: string): Promise<void> {
  await desk.switchTo('admin');
  expect(await stateOf(desk, person), what).toBe(isOut ? 'shut-out' : 'old');
  expect((await desk.call('theft.read', {})).left[0], what).toBe('people');
  const { members } = await desk.call('staff.list', {});
  expect(
    members.find(({ staffId }) => staffId === person.staffId),
    what,
  ).toMatchObject({ suspended: isOut, slotId: isOut ? null : person.slotId });
  const told = (await readLog(desk)).filter(({ action }) => action === 'staff-suspend');
  expect(told.length, what).toBe(isOut ? 1 : 0);
  expect(
    await desk.codeOf('theft.shutOut', {
      staffId: person.staffId,
      pin: 'not-this-one',
      cosigner: await desk.proofOf('supervisor'),
    }),
    what,
  ).toBe('wrong-pin-either');
}

/** Whoever was to be shut out has slot, row and grants as before, or none of them. */
async function expectAway(
  desk: VaultHarness,
  engine: EngineName,
  { personId, people }: Begun,
  role: Role,
  isOut: boolean,
  what: string,
): Promise<void> {
  const { staffId, slotId } = people[AWAY[role]]!;
  const pin = NEWCOMER_PINS[role];
  await desk.lock();
  expect(await desk.codeOf('session.unlock', { slotId, pin }), what).toBe(isOut ? 'unknown-slot' : 'ok');
  if (!isOut && role !== 'admin')
    expect(
      await desk.ask('people.reveal', {
        personId,
        field: 'phone',
        ordinal: 0,
        why: { reason: 'repair' },
        pin,
      }),
      what,
    ).toMatchObject({ ok: true, value: { value: phoneOf(7) } });
  await desk.vault.close();
  const rows = await readStore(desk, engine, (store) =>
    store.get(sql`SELECT
      (SELECT count(*) FROM key_slot WHERE staff_id = ${staffId}) AS slots, (SELECT count(*) FROM tier_grant WHERE staff_id = ${staffId}) AS grants, (SELECT count(*) FROM pending_change) AS waiting`),
  );
  const held = { receptionist: 1, supervisor: 2, admin: 0 }[role];
  expect(rows, what).toEqual({ slots: isOut ? 0 : 1, grants: isOut ? 0 : held, waiting: 0 });
  await desk.start();
}

/** All that is left, by those who are there. */
async function finish(
  desk: VaultHarness,
  staff: StaffDriver,
  { people }: Begun,
  what: string,
): Promise<void> {
  await desk.unlock('admin');
  const second = await desk.proofOf('supervisor');
  for (const name of Object.values(AWAY))
    if ((await stateOf(desk, people[name]!)) === 'old')
      await desk.call('theft.shutOut', { staffId: people[name]!.staffId, pin: PINS.admin, cosigner: second });
  for (const role of ['receptionist', 'supervisor'] as const)
    await desk.call('staff.reset', {
      staffId: people[THERE[role]]!.staffId,
      newPin: RENEWED_PINS[role],
      pin: PINS.admin,
      second,
    });
  await desk.call('staff.changePin', { pin: PINS.admin, newPin: RENEWED_PINS.admin });
  const pin = RENEWED_PINS.admin;
  await desk.call('keys.rotateTierKeys', {
    tiers: [...SEALED_TIERS],
    pin,
    cosigner: { ...second, pin: RENEWED_PINS.supervisor },
  });
  await desk.call('keys.rotateStoreKey', { pin });
  await desk.call('keys.rotateDeviceSecret', { pin });
  await desk.call('theft.end', {});
  const {
    theft: { history },
  } = await desk.call('keys.list', {});
  expect(history, what).toMatchObject([{ end: 'done', code: null }]);
  const told = (await readLog(desk)).find(({ action, field }) => action === 'rotation' && field === 'theft');
  expect(told?.detail, what).toEqual({ key: 'theft', end: 'made', renewed: 3, shutOut: 3 });
  for (const role of ['receptionist', 'supervisor'] as const)
    expect((await staff.unlocked(THERE[role], RENEWED_PINS[role])).alarms, what).toEqual([]);
}
