/** A receptionist who is limited to a building: what they find and open, what a supervisor agrees to, and who may change it. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Scope } from '../../../contract/scope/lists.ts';
import { MINUTE_MS, createFakeClock } from '../../support/fake-clock.ts';
import { FEATURE_ENGINE_NAMES } from '../../support/engines.ts';
import { idNumberOf, phoneOf } from '../../support/people-drafts.ts';
import { BUILDING_3, type ScopeDesk, type Who, numberOf, openScopeDesk } from '../../support/scope-desk.ts';
import { PINS } from '../../support/vault-harness.ts';
import { editOf, newcomerOf } from '../../support/requests-of.ts';

const WORDS = 'a test of scopes';

describe.each(FEATURE_ENGINE_NAMES)('a receptionist of building 3 on %s', (engine) => {
  const clock = createFakeClock();
  let at: ScopeDesk;
  beforeAll(async () => {
    at = await openScopeDesk({ engine, clock });
  });
  afterAll(() => at.desk.dispose());

  const found = async (text: string): Promise<readonly string[]> => {
    const { groups } = await at.desk.call('people.search', { text });
    const names = Object.fromEntries(Object.entries(at.people).map(([who, id]) => [id, who]));
    return groups.flatMap(({ rows }) => rows.map(({ personId }) => names[personId]!)).sort();
  };
  const open = (who: Who) => at.desk.ask('people.open', { personId: at.people[who] });
  const agree = async (about: object, proof?: object) =>
    at.desk.codeOf('scope.open', {
      about,
      words: WORDS,
      ...(proof ?? { supervisor: await at.desk.proofOf('supervisor') }),
    });
  const again = async (): Promise<void> => at.desk.switchTo('receptionist');

  it('finds by name whoever lives there, lived there last, or lives nowhere', async () => {
    for (const text of ['覃', 'q', 'qin'])
      expect([text, await found(text)]).toEqual([text, ['both', 'formerOwn', 'nowhere', 'own']]);
  });

  it('finds nobody else by name, phone, plate or room', async () => {
    const n = numberOf('outside');
    for (const text of [
      '慕容',
      '慕容澹台',
      'mrtt',
      '慕容t',
      phoneOf(7000 + n),
      String(7000 + n),
      `桂M7${1000 + n}`,
    ])
      expect([text, await at.desk.call('people.search', { text })]).toEqual([
        text,
        { groups: [], next: null },
      ]);
    expect(await found('桂M7')).toEqual(['both', 'formerOwn', 'nowhere', 'own']);
    expect(await found('5-1-0902')).toEqual([]);
  });

  it('is told of a room outside which it is and whose, and nothing of who lives there', async () => {
    const { groups, elsewhere } = await at.desk.call('people.search', { text: '5栋1单元0902' });
    expect(groups).toEqual([]);
    expect(elsewhere).toEqual([{ roomId: at.room, label: '5栋1单元0902', desk: '5栋' }]);
    const { rooms } = await at.desk.call('rooms.find', { text: '5-1-0902' });
    expect(rooms).toEqual([{ roomId: at.room, label: '5栋1单元0902', status: null, livedIn: null }]);
    const { units } = await at.desk.call('rooms.browse', { unit: null });
    expect(units.map(({ building }) => building)).not.toContain('5');
    const outside = { estate: '', building: '5', unit: '1' };
    expect((await at.desk.call('rooms.browse', { unit: outside })).rooms).toEqual([]);
    // Not until the room is typed as a whole.
    expect((await at.desk.call('rooms.find', { text: '5-1-09' })).rooms).toEqual([]);
    expect((await at.desk.call('people.search', { text: '5-1-09' })).elsewhere).toBeUndefined();
  });

  it('finds nobody outside by a whole ID number, with a supervisor beside them', async () => {
    const byId = async (who: Who) =>
      (
        await at.desk.call('people.findById', {
          idNumber: idNumberOf(numberOf(who)),
          supervisor: await at.desk.proofOf('supervisor'),
        })
      ).rows.length;
    expect([await byId('own'), await byId('outside')]).toEqual([1, 0]);
  });

  it('opens whoever is within, and is told of the others that they are not theirs, and not where they live', async () => {
    for (const who of ['own', 'both', 'nowhere', 'formerOwn'] as const)
      expect([who, (await open(who)).ok]).toEqual([who, true]);
    for (const who of ['outside', 'hidden', 'formerOutside', 'moved'] as const)
      expect([who, await open(who)]).toMatchObject([
        who,
        {
          ok: false,
          error: { code: 'outside-scope', details: { of: 'person', id: at.people[who], desk: '' } },
        },
      ]);
  });

  it('sees in a room of theirs nobody who has moved to another building', async () => {
    const { rooms } = await at.desk.call('rooms.find', { text: '3-2-0202' });
    expect((await at.desk.call('rooms.open', { roomId: rooms[0]!.roomId })).people).toEqual([]);
    expect((await at.desk.call('rooms.open', { roomId: at.ownRoom })).people).toHaveLength(1);
  });

  it('is told of a visitor’s room within whether somebody lives there, and of none outside', async () => {
    expect(await at.desk.call('tasks.checkRoom', { text: '1801' })).toMatchObject({ answer: 'there' });
    expect(await at.desk.ask('tasks.checkRoom', { text: '5-1-0902' })).toMatchObject({
      error: { code: 'outside-scope', details: { of: 'room', id: at.room } },
    });
    expect(await at.desk.call('tasks.checkRoom', { text: '5-1-0999' })).toMatchObject({ answer: 'unknown' });
  });

  it('adds and moves nobody into a room outside, on record or not', async () => {
    const { version } = await at.desk.call('people.open', { personId: at.people.own });
    const edit = (text: string) =>
      at.desk.codeOf(
        'people.edit',
        editOf({ personId: at.people.own, version }, { rooms: [{ text, relation: 'owner' }] }),
      );
    expect([await edit('5-1-0902'), await edit('9-1-0101')]).toEqual(['outside-scope', 'outside-scope']);
    expect(await at.desk.codeOf('rooms.add', { text: '9-1-0101' })).toBe('outside-scope');
    const both = await at.desk.call('people.open', { personId: at.people.both });
    // A room outside that somebody within has already stays in the form that is saved.
    await at.desk.answers(
      'ok',
      'people.edit',
      editOf(
        { personId: at.people.both, version: both.version },
        { rooms: both.rooms.map(({ label, relation }) => ({ text: label, relation })) },
      ),
    );
  });

  it('opens a record outside for a quarter of an hour once a supervisor has agreed, and no other', async () => {
    const about = { of: 'person', personId: at.people.outside };
    expect(
      await agree(about, { supervisor: { slotId: await at.desk.slotOf('supervisor'), pin: 'no' } }),
    ).toBe('wrong-pin');
    expect(await agree(about, { supervisor: await at.desk.proofOf('admin') })).toBe('needs-supervisor');
    expect(await agree(about, { emergency: PINS.receptionist })).toBe('bad-request');
    expect((await open('outside')).ok).toBe(false);
    expect(await agree(about)).toBe('ok');
    expect((await open('outside')).ok).toBe(true);
    expect((await open('hidden')).ok).toBe(false);
    expect((await at.desk.call('scope.read', {})).opened).toMatchObject([{ about }]);
    clock.advance(15 * MINUTE_MS);
    expect((await open('outside')).ok).toBe(false);
    expect((await at.desk.call('scope.read', {})).opened).toEqual([]);
  });

  it('opens a room outside with who lives there now, until the lock', async () => {
    expect(await at.desk.codeOf('rooms.open', { roomId: at.room })).toBe('outside-scope');
    expect(await agree({ of: 'room', roomId: at.room })).toBe('ok');
    expect((await at.desk.call('rooms.open', { roomId: at.room })).people).toMatchObject([
      { personId: at.people.outside },
    ]);
    expect([(await open('outside')).ok, (await open('hidden')).ok]).toEqual([true, false]);
    expect(await at.desk.call('tasks.checkRoom', { text: '5-1-0902' })).toMatchObject({ answer: 'there' });
    // By name they are still nobody's to find.
    expect(await found('覃明')).toEqual([]);
    await again();
    expect([(await open('outside')).ok, await at.desk.codeOf('rooms.open', { roomId: at.room })]).toEqual([
      false,
      'outside-scope',
    ]);
  });

  it('opens a room in an emergency by the own PIN, and raises an alert', async () => {
    const about = { of: 'room', roomId: at.room };
    expect(await agree(about, { emergency: 'no' })).toBe('wrong-pin');
    expect(await agree(about, { emergency: PINS.receptionist })).toBe('ok');
    expect((await at.desk.call('rooms.open', { roomId: at.room })).people).toHaveLength(1);
    await at.desk.switchTo('supervisor');
    expect((await at.desk.call('alerts.list', {})).open).toMatchObject([
      { kind: 'outside', roomLabel: '5栋1单元0902', reader: 'you' },
    ]);
    await again();
  });

  it('breaks the glass over a record outside, as over any', async () => {
    await at.desk.answers('ok', 'emergency.begin', {
      personId: at.people.hidden,
      words: '楼上漏水急找业主',
      pin: PINS.receptionist,
    });
  });

  it('leaves in the log what was agreed to, what was refused, and what was changed', async () => {
    await at.desk.switchTo('supervisor');
    const { entries } = await at.desk.call('log.list', { before: null, limit: 200 });
    const of = (action: string) => entries.filter((one) => one.action === action);
    expect(of('scope-open').map(({ detail, cosignerName }) => [detail, cosignerName])).toEqual([
      [{ room: at.room, by: 'emergency' }, null],
      [{ room: at.room, by: 'supervisor' }, 'Super One'],
      [{ room: null, by: 'supervisor' }, 'Super One'],
    ]);
    expect(of('scope-refused')).toContainEqual(
      expect.objectContaining({
        personId: at.people.hidden,
        outcome: 'refused',
        detail: { room: null, route: 'people.open' },
      }),
    );
    expect(of('scope-refused')).toContainEqual(
      expect.objectContaining({ detail: { room: at.room, route: 'rooms.open' } }),
    );
    expect(of('staff-scope')).toMatchObject([{ detail: { name: 'Desk One', was: [], becomes: BUILDING_3 } }]);
    const check = await at.desk.call('log.verify', {});
    expect(check).toMatchObject({ ok: true });
    await again();
  });

  it('is an admin’s to change, with a supervisor where it is more than before, and of a receptionist only', async () => {
    await at.desk.switchTo('admin');
    const { members } = await at.desk.call('staff.list', {});
    const idOf = (role: string) => members.find((one) => one.role === role)!.staffId;
    const change = async (scope: Scope, more: object = {}, staffId = idOf('receptionist')) =>
      at.desk.codeOf('staff.changeScope', { staffId, scope, words: WORDS, pin: PINS.admin, ...more });
    const supervisor = await at.desk.proofOf('supervisor');
    const unit: Scope = [{ estate: '', building: '3', unit: '2' }];
    expect(await change(BUILDING_3)).toBe('bad-request');
    expect(await change(unit)).toBe('ok');
    expect([await change(BUILDING_3), await change([])]).toEqual(['needs-supervisor', 'needs-supervisor']);
    expect(await change([], { supervisor: await at.desk.proofOf('receptionist') })).toBe('needs-supervisor');
    expect(await change(BUILDING_3, {}, idOf('supervisor'))).toBe('not-found');
    await again();
    expect(await found('覃')).toEqual(['formerOwn', 'nowhere', 'own']);
    await at.desk.switchTo('admin');
    expect(await change(BUILDING_3, { supervisor })).toBe('ok');
    expect((await at.desk.call('staff.list', {})).members.map(({ scope }) => scope)).toContainEqual(
      BUILDING_3,
    );
    await again();
    expect(await at.desk.call('scope.read', {})).toEqual({ scope: BUILDING_3, opened: [] });
  });

  it('is told whose desk a room is, where another is limited to it', async () => {
    await at.desk.switchTo('admin');
    const supervisor = await at.desk.proofOf('supervisor');
    const { members } = await at.desk.call(
      'staff.add',
      newcomerOf('Desk Two', 'receptionist', '860241', { pin: PINS.admin, second: supervisor }),
    );
    await at.desk.call('staff.changeScope', {
      staffId: members.find(({ displayName }) => displayName === 'Desk Two')!.staffId,
      scope: [
        { estate: '', building: '5', unit: '1' },
        { estate: '', building: '5', unit: null },
      ],
      words: WORDS,
      pin: PINS.admin,
    });
    await again();
    const desks = async (text: string) =>
      (await at.desk.call('people.search', { text })).elsewhere?.map(({ desk }) => desk);
    expect([await desks('5-1-0902'), await desks('5-2-0201')]).toEqual([['5栋'], ['5栋']]);
    expect(await at.desk.ask('rooms.open', { roomId: at.room })).toMatchObject({
      error: { details: { desk: '5栋' } },
    });
  });

  it('is kept with a new PIN', async () => {
    await at.desk.call('staff.changePin', { pin: PINS.receptionist, newPin: '590372' });
    expect((await at.desk.call('scope.read', {})).scope).toEqual(BUILDING_3);
    await at.desk.call('staff.changePin', { pin: '590372', newPin: PINS.receptionist });
    expect(await found('慕容')).toEqual([]);
  });
});

describe('areas to choose from', () => {
  let at: ScopeDesk;
  beforeAll(async () => {
    at = await openScopeDesk({}, []);
    await at.desk.switchTo('admin');
  });
  afterAll(() => at.desk.dispose());

  it('are the estates, buildings and units of the rooms on record, found by their label', async () => {
    const all = await at.desk.call('staff.areas', { text: '' });
    expect(all.areas.map(({ area, rooms }) => [area.building, area.unit, rooms])).toEqual([
      [null, null, 9],
      ['3', null, 4],
      ['5', null, 5],
      ['3', '1', 1],
      ['3', '2', 3],
      ['5', '1', 2],
      ['5', '2', 3],
    ]);
    const some = await at.desk.call('staff.areas', { text: '5栋1' });
    expect(some.areas.map(({ area }) => area)).toEqual([{ estate: '', building: '5', unit: '1' }]);
  });
});
