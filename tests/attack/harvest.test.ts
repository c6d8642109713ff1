/** Taking names, plates and phones out of the desk in bulk, by what a receptionist may do: each way is stopped, or stands in the alerts on the first day. */
import { describe, expect, it } from 'vitest';
import type { PersonId } from '../../contract/ids.ts';
import { USUAL_LIMITS } from '../../contract/limits/lists.ts';
import { EMERGENCY_SUPERVISOR_RECORDS } from '../../contract/tasks/lists.ts';
import { MINUTE_MS, createFakeClock } from '../support/fake-clock.ts';
import { draftOf, phoneOf } from '../support/people-drafts.ts';
import { openScopeDesk } from '../support/scope-desk.ts';
import { PINS, type VaultHarness, openDesk } from '../support/vault-harness.ts';

const clock = createFakeClock();
let desk: VaultHarness;

/** A desk with the usual limits and people in these rooms, and a receptionist at it. */
async function begin(rooms: readonly string[], limits = USUAL_LIMITS): Promise<readonly PersonId[]> {
  desk = await openDesk('supervisor', { clock });
  const people = await addIn(rooms);
  await limitFromTomorrow(limits);
  return people;
}

/** What was added on the day before is no harvest. */
async function limitFromTomorrow(limits = USUAL_LIMITS): Promise<void> {
  await desk.switchTo('admin');
  await desk.call('limits.change', { limits, words: 'as of today', pin: PINS.admin });
  clock.advance(25 * 60 * MINUTE_MS);
  await desk.switchTo('receptionist');
}

async function addIn(rooms: readonly string[]): Promise<readonly PersonId[]> {
  const people: PersonId[] = [];
  for (const [n, text] of rooms.entries())
    people.push(
      (
        await desk.call('people.add', {
          person: draftOf(n, {
            rooms: text === '' ? [] : [{ text, relation: 'owner' }],
            plates: [],
            sealed: [{ field: 'phone', value: phoneOf(1357 + 17 * n) }],
          }),
          pin: PINS.supervisor,
        })
      ).personId,
    );
  return people;
}

const alerts = async (): Promise<readonly string[]> => {
  await desk.switchTo('supervisor');
  return (await desk.call('alerts.list', {})).open.map(({ kind }) => kind);
};

it('is noticed where names are tried by typing back and on, whose every turn is a search of its own', async () => {
  await begin(['3-1-0101']);
  const tried = [
    ...'伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华文玉红建春辉玲波飞鹏宇浩凯健俊帆雪亮超海洪林',
  ];
  for (const letter of tried)
    for (const text of ['张', `张${letter}`]) await desk.ask('people.search', { text });
  await desk.switchTo('supervisor');
  // The last one may not have settled yet.
  expect((await desk.logged('search', 200)).length).toBeGreaterThanOrEqual(tried.length - 1);
  expect(await alerts()).toEqual(['triedBeyond']);
});

it('is noticed where one person alone opens and reveals a number every fourteen minutes', async () => {
  const people = await begin(Array.from({ length: 6 }, (_, at) => `${at + 1}-1-0101`));
  for (let at = 0; at < 18; at++) await openAndReveal(people[at % people.length]!);
  expect(await alerts()).toEqual(['revealedBeyond']);
});

async function openAndReveal(personId: PersonId): Promise<void> {
  expect(await desk.codeOf('people.open', { personId })).toBe('ok');
  const request = { field: 'phone', ordinal: 0, why: { reason: 'repair' }, pin: PINS.receptionist } as const;
  expect(await desk.codeOf('people.reveal', { personId, ...request })).toBe('ok');
  clock.advance(14 * MINUTE_MS);
}

it('is noticed where it is a little of every day, though each lock ends the process that has counted', async () => {
  const signs = { ...USUAL_LIMITS.signs, revealedBeyondInMonth: 5 };
  const people = await begin(['1-1-0101', '2-1-0101', '3-1-0101'], { ...USUAL_LIMITS, signs });
  for (let day = 0; day < 3; day++) {
    if (day > 0) expect(await alerts()).toEqual([]);
    await desk.switchTo('receptionist');
    for (const personId of people) await openAndReveal(personId);
    clock.advance(26 * 60 * MINUTE_MS);
  }
  expect(await alerts()).toEqual(['revealedBeyondInMonth']);
});

describe('an emergency', () => {
  const breakGlass = (personId: PersonId, changes: object = {}) =>
    desk.codeOf('emergency.begin', {
      personId,
      words: '楼上漏水，业主不在',
      pin: PINS.receptionist,
      ...changes,
    });

  it('opens nobody of another building, or of none, without a supervisor', async () => {
    const [first, same, other, nowhere] = await begin(['3-1-0101', '3-2-0202', '5-1-0101', '']);
    expect([await breakGlass(first!), await breakGlass(same!)]).toEqual(['ok', 'ok']);
    for (const personId of [other!, nowhere!]) {
      expect(await breakGlass(personId)).toBe('needs-supervisor');
      expect(await breakGlass(personId, { cosigner: await desk.proofOf('admin') })).toBe('needs-supervisor');
      expect(await breakGlass(personId, { cosigner: await desk.proofOf('supervisor') })).toBe('ok');
    }
    // Opened with a supervisor before: it is shown again.
    expect(await breakGlass(other!)).toBe('ok');
    expect(await desk.call('emergency.own', {})).toMatchObject({
      running: { building: { estate: '', building: '3' }, records: 4 },
    });
  });

  it('is of the building that is named, in which the first of them lives', async () => {
    const [first, other] = await begin(['3-1-0101', '5-1-0101']);
    const { rooms } = await desk.call('rooms.find', { text: '5-1-0101' });
    expect(await breakGlass(first!, { roomId: rooms[0]!.roomId })).toBe('bad-request');
    expect(await breakGlass(other!, { roomId: rooms[0]!.roomId })).toBe('ok');
    expect(await breakGlass(first!)).toBe('needs-supervisor');
  });

  it('is told to supervisors from the fourth record on, and takes one from the thirtieth on, also where many come at once', async () => {
    const rooms = Array.from(
      { length: EMERGENCY_SUPERVISOR_RECORDS + 1 },
      (_, at) => `3-1-${String(101 + at).padStart(4, '0')}`,
    );
    const people = await begin(rooms);
    for (const personId of people.slice(0, 3)) expect(await breakGlass(personId)).toBe('ok');
    expect((await desk.call('emergency.own', {})).running?.records).toBe(3);
    for (const personId of people.slice(3, EMERGENCY_SUPERVISOR_RECORDS - 2))
      expect(await breakGlass(personId)).toBe('ok');
    const last = people.slice(EMERGENCY_SUPERVISOR_RECORDS - 2);
    const codes = await Promise.all(last.map((personId) => breakGlass(personId)));
    expect(codes.toSorted()).toEqual(['needs-supervisor', 'needs-supervisor', 'ok']);
    expect(await alerts()).toContain('emergency');
  });

  it('is told to nobody where it has three records', async () => {
    const people = await begin(['3-1-0101', '3-1-0201', '3-1-0301']);
    for (const personId of people) expect(await breakGlass(personId)).toBe('ok');
    expect(await alerts()).toEqual([]);
  });
});

it('is noticed where somebody with a scope asks for numbers in turn, and tells nothing of where anybody lives', async () => {
  const scoped = await openScopeDesk({ clock });
  desk = scoped.desk;
  await desk.switchTo('supervisor');
  const outside = await addIn(Array.from({ length: 14 }, (_, at) => `${5 + (at % 3)}-1-0${at + 101}`));
  await limitFromTomorrow();
  for (const personId of outside)
    expect(await desk.ask('people.open', { personId })).toMatchObject({
      ok: false,
      error: { code: 'outside-scope', details: { of: 'person', id: personId, desk: '' } },
    });
  expect(await alerts()).toEqual(['refusedOutside']);
});
