/** Staff who live here, in a whole vault: who says so, what is raised by their looks, and that the log tells where somebody lives to nobody. */
import { beforeAll, describe, expect, it } from 'vitest';
import type { PersonId, StaffId } from '../../../contract/ids.ts';
import { type AlertKind, NO_LIMITS, USUAL_LIMITS } from '../../../contract/limits/lists.ts';
import type { Role } from '../../../contract/fields.ts';
import { FEATURE_ENGINE_NAMES } from '../../support/engines.ts';
import { createFakeClock } from '../../support/fake-clock.ts';
import { draftOf } from '../../support/people-drafts.ts';
import { PINS, type VaultHarness, createHarness } from '../../support/vault-harness.ts';

const WORDS = '问过了，是误开';
const { ownRecord, ownHousehold, ownNeighbours, colleague } = USUAL_LIMITS.signs;

describe.each(FEATURE_ENGINE_NAMES)('staff who live here on %s', (engine) => {
  const clock = createFakeClock();
  let desk: VaultHarness;
  /** In the rooms 1802 to 1804, two in the second. */
  let people: readonly [PersonId, PersonId, PersonId, PersonId];

  beforeAll(async () => {
    desk = await createHarness({
      engine,
      clock,
      usualLimits: {
        ...NO_LIMITS,
        signs: { ...NO_LIMITS.signs, ownRecord, ownHousehold, ownNeighbours, colleague },
      },
    });
    const first = await desk.setUpWith(draftOf(1));
    const add = async (room: number, n: number) =>
      (await desk.addPerson(draftOf(room, draftIds(n)))).personId;
    people = [first, await add(2, 11), await add(2, 12), await add(3, 13)];
  });

  /** Another phone and number than those of the room. */
  const draftIds = (n: number) => ({ sealed: draftOf(n).sealed, plates: [] });
  const staffIdOf = async (role: Role): Promise<StaffId> => {
    const { members } = await desk.call('staff.list', {});
    return members.find((one) => one.role === role)!.staffId;
  };
  const link = async (role: Role, personId: PersonId | null, pin: string = PINS.admin) =>
    desk.codeOf('staff.link', { staffId: await staffIdOf(role), personId, pin });
  const raised = async (): Promise<readonly AlertKind[]> =>
    (await desk.call('alerts.list', {})).open.map(({ kind }) => kind);
  const open = (personId: PersonId) => desk.call('people.open', { personId });

  it('are linked to their record by an admin with the PIN, and by nobody else', async () => {
    await desk.switchTo('admin');
    expect(await link('receptionist', people[1], PINS.supervisor)).toBe('wrong-pin');
    expect(await link('receptionist', 999_999 as PersonId)).toBe('not-found');
    expect(await link('receptionist', people[1])).toBe('ok');
    expect(await link('receptionist', people[1])).toBe('bad-request');
    const { members } = await desk.call('staff.list', {});
    expect(members.map(({ role, resident }) => [role, resident?.roomLabel ?? null])).toEqual(
      expect.arrayContaining([
        ['receptionist', expect.stringContaining('1803')],
        ['supervisor', null],
      ]),
    );
    expect(JSON.stringify(members)).not.toContain('张明亮');
    for (const role of ['supervisor', 'receptionist'] as const) {
      await desk.switchTo(role);
      await desk.answers('not-allowed', 'staff.link', {
        staffId: members[0]!.staffId,
        personId: null,
        pin: PINS[role],
      });
    }
  });

  it('raise an alert by a look at their own record, at a colleague at once, and by several at their neighbours', async () => {
    await desk.switchTo('receptionist');
    await open(people[0]);
    await open(people[3]);
    await desk.switchTo('supervisor');
    expect(await raised()).toEqual([]);
    // The receptionist lives there: a colleague looks.
    await open(people[1]);
    expect(await raised()).toEqual(['colleague']);
    await desk.switchTo('receptionist');
    await open(people[1]);
    await desk.switchTo('supervisor');
    expect(await raised()).toEqual(['colleague', 'ownRecord']);
    const [first] = (await desk.call('alerts.list', {})).open;
    expect(first).toMatchObject({ personId: null, roomLabel: null, count: 1, reader: 'you-alone' });
    await desk.answers('ok', 'alerts.explain', {
      alertId: first!.alertId,
      words: WORDS,
      pin: PINS.supervisor,
    });
    expect(await raised()).toEqual(['ownRecord']);
  });

  it('are tried on limits that somebody is about to choose', async () => {
    const trial = await desk.call('limits.try', {
      limits: { ...NO_LIMITS, signs: { ...NO_LIMITS.signs, ownNeighbours: 2, colleague: 1 } },
    });
    expect(trial.alerts).toEqual(
      expect.arrayContaining([
        { kind: 'ownNeighbours', count: 1 },
        { kind: 'colleague', count: 1 },
      ]),
    );
  });

  it('stand in the log without the record that is theirs, and in no alert', async () => {
    await desk.switchTo('admin');
    const { entries } = await desk.call('log.list', { before: null, limit: 200 });
    const said = entries.filter(({ action }) => action === 'staff-link' || action === 'alert');
    expect(said.length).toBeGreaterThan(2);
    expect(said.map(({ personId }) => personId)).toEqual(said.map(() => null));
    for (const { detail } of said)
      expect(JSON.stringify(detail).match(/"record":"([0-9a-f]+)"|"room":(\d+)/)?.[2]).toBeUndefined();
  });

  it('are residents like any other once it is taken back', async () => {
    await desk.switchTo('admin');
    expect(await link('receptionist', null)).toBe('ok');
    expect((await desk.call('staff.list', {})).members.every(({ resident }) => resident === null)).toBe(true);
    clock.advance(25 * 60 * 60 * 1000);
    await desk.switchTo('receptionist');
    await open(people[1]);
    await desk.switchTo('supervisor');
    expect(await raised()).toEqual(['ownRecord']);
  });
});
