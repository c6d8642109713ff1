/**
 * SIGKILL while somebody is shut out after a theft, as many in each phase. Afterwards they are shut out whole or not at all, for everybody who signs
 * in and without an alarm, with one entry in the log or none; and the ceremony goes on from where the roster says, to its end.
 */
import { describe, expect, it } from 'vitest';
import { type Role, SEALED_TIERS } from '../../contract/fields.ts';
import type { TheftState } from '../../contract/key-management/lists.ts';
import type { PersonId, SlotId, StaffId } from '../../contract/ids.ts';
import { HEADER_FILE } from '../../main/vault/keys/header.ts';
import { sql } from '../../main/vault/store/sql.ts';
import type { EngineName } from '../../main/vault/store/store.ts';
import { readCurrentHeader } from '../support/backup-desk.ts';
import {
  type PhaseOf,
  createPace,
  expectSide,
  killInPhase,
  proofAmong,
} from '../support/kills/kill-in-phase.ts';
import { createAims, createKillRecord, KILL_ENGINES, killsTimeout } from '../support/kills/kill-plan.ts';
import { anchoredIn, isNamed, sideOf, SIDES } from '../support/kills/signs.ts';
import { type VaultCopy, copyVault } from '../support/kills/vault-copy.ts';
import { draftOf, phoneOf } from '../support/people-drafts.ts';
import { breakIn } from '../support/sealed-values.ts';
import { NEWCOMER_PINS, type StaffDriver, driveStaff, sheetOf } from '../support/staff-desk.ts';
import { RENEWED_PINS } from '../support/theft-desk.ts';
import { PINS, type VaultHarness, createHarness } from '../support/vault-harness.ts';

const PHASES = ['asked', 'writing the header', 'switched', 'entered', 'anchored', 'acknowledged'] as const;
const ROLES = ['receptionist', 'supervisor', 'admin'] as const;
/** With the admin go the words of theirs on the store keys of others. */
const AWAY = {
  receptionist: 'Desk Two',
  supervisor: 'Super Two',
  admin: 'Admin Two',
} as const satisfies Readonly<Record<Role, string>>;

/** While the header is written the change waits in the store. The log's head moves with the entry behind the switch, the roster's at once behind that. */
const shutOutPhases = (): PhaseOf => {
  let seq: number | null = null;
  let roster = 0;
  return (sign, before) => {
    if (isNamed(sign, `${HEADER_FILE}.new`)) return 'writing the header';
    if (isNamed(sign, HEADER_FILE)) return before === 'writing the header' ? 'switched' : null;
    const state = anchoredIn(sign);
    if (state === undefined) return null;
    const moved = {
      log: seq !== null && state.log.seq > seq,
      roster: seq !== null && state.rosterHead.n > roster,
    };
    ({ seq } = state.log);
    roster = state.rosterHead.n;
    if (moved.roster) return 'anchored';
    return moved.log ? 'entered' : null;
  };
};

interface Person {
  readonly staffId: StaffId;
  readonly slotId: SlotId;
}
interface Begun {
  readonly personId: PersonId;
  readonly people: Readonly<Record<string, Person>>;
  readonly copy: VaultCopy;
}

describe.each(KILL_ENGINES)('kill of shutting somebody out on %s', (engine) => {
  it(
    'leaves them shut out whole or not at all, and the ceremony goes on',
    { timeout: killsTimeout() },
    async () => {
      const desk = await createHarness({ engine });
      const staff = driveStaff(desk);
      const begun = await beginWith(desk, staff);
      const killed = createKillRecord('shut out', engine);
      const pace = createPace(61);
      const aims = createAims({ 'shut out': PHASES });
      for (let kill = 0, aim = aims.next(); aim !== undefined; kill++, aim = aims.next()) {
        await begun.copy.bringBack();
        const role = ROLES[kill % ROLES.length]!;
        const { staffId, slotId } = begun.people[AWAY[role]]!;
        const request = (_child: unknown, people: Parameters<typeof proofAmong>[0]) => ({
          staffId,
          pin: PINS.admin,
          cosigner: proofAmong(people, 'supervisor'),
        });
        const work = { route: 'theft.shutOut', phases: PHASES, phaseOf: shutOutPhases(), request } as const;
        const fell = await killInPhase(desk, engine, work, aim, pace);
        const isOut = !(await readCurrentHeader(desk)).slots.some(({ id }) => id === slotId);
        killed.record(fell.phase);
        killed.record(sideOf(isOut));
        expectSide({ phases: PHASES, behindSwitch: 'switched' }, aim, fell, isOut);
        const what = `${role}, after a kill while ${fell.phase}`;
        await expectWhole(desk, ROLES[Math.floor(kill / ROLES.length) % ROLES.length]!, what);
        await expectState(desk, begun.people[AWAY[role]]!, isOut, what);
        await expectAway(desk, engine, begun, role, isOut, what);
        if (aims.left() < ROLES.length) await finish(desk, staff, begun, what);
        await desk.vault.close();
      }
      expect(killed.tooFew([...PHASES, ...SIDES])).toEqual([]);
      await desk.dispose();
    },
  );
});

/** Three who are there and three who are not; the ceremony is begun and the vault closed. Each kill begins from here. */
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
  await desk.vault.close();
  return { personId, people, copy: await copyVault(desk) };
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
  const { entries } = await desk.call('log.list', { before: null, limit: 200 });
  expect(entries.filter(({ action }) => action === 'staff-suspend').length, what).toBe(isOut ? 1 : 0);
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
  const { store, close } = await breakIn(desk, 'admin', { engine });
  const rows = await store.get<{
    readonly slots: number;
    readonly grants: number;
    readonly waiting: number;
  }>(sql`SELECT
    (SELECT count(*) FROM key_slot WHERE staff_id = ${staffId}) AS slots, (SELECT count(*) FROM tier_grant WHERE staff_id = ${staffId}) AS grants, (SELECT count(*) FROM pending_change) AS waiting`);
  await close();
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
  await desk.call('staff.reset', {
    staffId: people['Desk One']!.staffId,
    newPin: RENEWED_PINS.receptionist,
    pin: PINS.admin,
    second,
  });
  await desk.call('staff.reset', {
    staffId: people['Super One']!.staffId,
    newPin: RENEWED_PINS.supervisor,
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
  const { entries } = await desk.call('log.list', { before: null, limit: 20 });
  expect(
    entries.find(({ action, field }) => action === 'rotation' && field === 'theft')?.detail,
    what,
  ).toEqual({ key: 'theft', end: 'made', renewed: 3, shutOut: 3 });
  for (const [name, role] of [
    ['Desk One', 'receptionist'],
    ['Super One', 'supervisor'],
  ] as const)
    expect((await staff.unlocked(name, RENEWED_PINS[role])).alarms, what).toEqual([]);
}
