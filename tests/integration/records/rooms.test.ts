/** Rooms, and who lives in them now and did before. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { RoomId } from '../../../contract/ids.ts';
import type { RoomView } from '../../../contract/records/views.ts';
import type { MaskedPerson } from '../../../contract/people/views.ts';
import { FEATURE_ENGINE_NAMES } from '../../support/engines.ts';
import { type FakeClock, DAY_MS, createFakeClock } from '../../support/fake-clock.ts';
import { draftOf, phoneOf } from '../../support/people-drafts.ts';
import { PINS, type VaultHarness, openDesk } from '../../support/vault-harness.ts';
import { endOf, recordOf } from '../../support/requests-of.ts';

describe.each(FEATURE_ENGINE_NAMES)('rooms on %s', (engine) => {
  let desk: VaultHarness;
  let clock: FakeClock;

  beforeEach(async () => {
    clock = createFakeClock(new Date(2026, 4, 10, 9).getTime());
    desk = await openDesk('receptionist', { engine, clock });
  });

  const add = (n: number, changes = {}): Promise<MaskedPerson> =>
    desk.addPerson(
      draftOf(n, { sealed: [{ field: 'phone', value: phoneOf(n) }], plates: [], ...changes }),
      PINS.receptionist,
    );
  const roomOf = async (text: string): Promise<RoomId> =>
    (await desk.call('rooms.find', { text })).rooms[0]!.roomId;
  const openRoom = async (text: string): Promise<RoomView> =>
    desk.call('rooms.open', { roomId: await roomOf(text) });
  const living = (room: RoomView): readonly unknown[] =>
    room.people.map(({ nameMask, relation, ended }) => [nameMask, relation, ended]);

  it('are found as people write them, and say whether somebody lives there', async () => {
    await add(1);
    await desk.call('rooms.add', { text: '3栋2单元1801' });
    for (const text of ['3-2-180', '3栋2单元18', '3#2-180']) {
      const { rooms } = await desk.call('rooms.find', { text });
      expect(
        rooms.map(({ label, livedIn }) => [label, livedIn]),
        text,
      ).toEqual([
        ['3栋2单元1801', false],
        ['3栋2单元1802', true],
      ]);
    }
    expect(await desk.call('rooms.find', { text: '  ' })).toEqual({ rooms: [], more: false });
    expect((await desk.call('rooms.add', { text: '3号楼2-1802' })).roomId).toBe(await roomOf('3-2-1802'));
  });

  it('are listed by unit in the order of their numbers, with nothing of who lives there', async () => {
    await add(1);
    for (const text of ['3栋2单元1001', '3栋2单元101', '12栋301', '3栋10单元101'])
      await desk.call('rooms.add', { text });
    const { units, rooms } = await desk.call('rooms.browse', { unit: null });
    expect(rooms).toEqual([]);
    expect(units.map(({ building, unit, rooms: count }) => [building, unit, count])).toEqual([
      ['3', '2', 3],
      ['3', '10', 1],
      ['12', '', 1],
    ]);
    const { rooms: _, ...unit } = units[0]!;
    const listed = await desk.call('rooms.browse', { unit });
    expect(listed.rooms.map(({ room }) => room)).toEqual(['101', '1001', '1802']);
    expect(Object.keys(listed.rooms[0]!).toSorted()).toEqual(['label', 'room', 'roomId']);
  });

  it('show a page of people by their masks, and no clear name or number', async () => {
    await add(1);
    const room = await openRoom('3-2-1802');
    expect(room).toMatchObject({
      label: '3栋2单元1802',
      version: 0,
      status: null,
      statusText: null,
      morePeople: false,
      records: [],
    });
    expect(room.people).toEqual([
      expect.objectContaining({
        nameMask: '张**',
        phoneMask: '141****0001',
        relation: 'owner',
        from: null,
        until: null,
        ended: false,
      }),
    ]);
    expect(JSON.stringify(room)).not.toMatch(/张明亮|14100000001/);
  });

  it('take their facts without a PIN, from the version they were made from, with the names in the log', async () => {
    const { roomId, version } = await desk.call('rooms.add', { text: '3-2-1801' });
    const changes = {
      status: 'renovating',
      area: 98.5,
      innerArea: 80,
      sharedArea: 18.5,
      totalFloors: 28,
      lift: true,
      floor: '18',
      layout: '三室两厅',
      usage: '住宅',
      deliveredOn: '2021-06-30',
    } as const;
    const edited = await desk.call('rooms.edit', { roomId, version, changes });
    expect(edited).toMatchObject({ ...changes, version: version + 1, statusText: null });
    expect(
      await desk.call('rooms.edit', { roomId, version: version + 1, changes: { lift: null, status: null } }),
    ).toMatchObject({ lift: null, status: null, area: 98.5 });
    await desk.answers('changed-meanwhile', 'rooms.edit', { roomId, version, changes: { floor: '1' } });
    await desk.answers('not-found', 'rooms.edit', { roomId: roomId + 1, version, changes: { floor: '1' } });
    expect(
      await desk.ask('rooms.edit', { roomId, version: version + 2, changes: { deliveredOn: '2021-02-30' } }),
    ).toMatchObject({ error: { code: 'invalid-value', details: { field: 'deliveredOn' } } });
    await desk.switchTo('supervisor');
    const { entries } = await desk.call('log.list', { before: null, limit: 30 });
    expect(
      entries.find((entry) => entry.action === 'edit' && entry.field?.includes('area') === true),
    ).toMatchObject({
      field: 'floor,totalFloors,lift,layout,area,innerArea,sharedArea,usage,status,deliveredOn',
      detail: { of: 'room', room: roomId },
    });
    expect(JSON.stringify(entries)).not.toContain('三室两厅');
  });

  it('keep who lived there: an occupancy that ends stays, after those of today', async () => {
    const { personId, version, records } = await add(1);
    await add(2, { name: '李清', rooms: [{ text: '3-2-1802', relation: 'tenant' }] });
    const occupancy = records[0]!;
    const ended = await desk.call(
      'records.end',
      endOf({ personId, version }, 'occupancy', occupancy.recordId, '2026-05-01'),
    );
    expect(ended.rooms).toEqual([]);
    expect(ended.records).toMatchObject([{ kind: 'occupancy', ended: true, until: '2026-05-01' }]);
    expect(living(await openRoom('3-2-1802'))).toEqual([
      ['李*', 'tenant', false],
      ['张**', 'owner', true],
    ]);
    const { groups } = await desk.call('people.search', { text: '3-2-1802' });
    expect(groups[0]?.rows.map(({ nameMask, former }) => [nameMask, former])).toEqual([
      ['李*', false],
      ['张**', true],
    ]);
  });

  it('name the others who live there now beside a record, by masks', async () => {
    const { personId } = await add(1);
    const other = await add(2, { name: '李清', rooms: [{ text: '3-2-1802', relation: 'tenant' }] });
    const gone = await add(3, { name: '王远', rooms: [{ text: '3-2-1802', relation: 'family' }] });
    const { recordId } = gone.records[0]!;
    await desk.call('records.end', endOf(gone, 'occupancy', recordId, '2026-05-01'));
    await add(4, { name: '赵近', rooms: [{ text: '3-2-1803', relation: 'owner' }] });
    const household = await desk.call('people.household', { personId });
    expect(household).toEqual({
      people: [{ personId: other.personId, nameMask: '李*', relation: 'tenant', roomLabel: '3栋2单元1802' }],
      more: false,
    });
    await desk.answers('not-found', 'people.household', { personId: 999_999 as typeof personId });
  });

  it('are listed as one counts them: 101 before 1001', async () => {
    for (const [n, room] of ['1001', '101', '201', '1002', '102'].entries())
      await add(n + 1, { rooms: [{ text: `3-2-${room}`, relation: 'owner' }] });
    const { groups } = await desk.call('people.search', { text: '3-2-' });
    expect(groups[0]?.rows.map(({ roomLabel }) => roomLabel)).toEqual(
      ['101', '102', '201', '1001', '1002'].map((room) => `3栋2单元${room}`),
    );
  });

  it('let the same person come back, and leave again', async () => {
    let person = await add(1);
    const end = async (): Promise<void> => {
      const going = person.records.find((record) => record.kind === 'occupancy' && !record.ended)!;
      person = await desk.call('records.end', endOf(person, 'occupancy', going.recordId, '2026-05-10'));
    };
    await end();
    person = await desk.addRecord(person, {
      kind: 'occupancy',
      room: '3-2-1802',
      relation: 'owner',
      from: '2026-05-10',
    });
    await desk.answers(
      'already-there',
      'records.add',
      recordOf(person, { kind: 'occupancy', room: '3栋2单元1802', relation: 'owner' }),
    );
    clock.advance(1);
    await end();
    expect(person.records.map((record) => record.kind === 'occupancy' && record.ended)).toEqual([true, true]);
    person = await desk.edit(person, { rooms: [{ text: '3-2-1802', relation: 'owner' }] });
    expect(person.records.map((record) => record.kind === 'occupancy' && record.ended)).toEqual([
      false,
      true,
      true,
    ]);
  });

  it('an end that lies ahead comes by itself, at the first sign-in of that day', async () => {
    const { personId, version, records } = await add(1);
    const planned = await desk.call(
      'records.end',
      endOf({ personId, version }, 'occupancy', records[0]!.recordId, '2026-05-12'),
    );
    expect(planned.rooms).toHaveLength(1);
    clock.advance(DAY_MS);
    await desk.switchTo('receptionist');
    expect((await desk.call('people.open', { personId })).rooms).toHaveLength(1);
    clock.advance(DAY_MS);
    await desk.switchTo('receptionist');
    expect((await desk.call('people.open', { personId })).rooms).toEqual([]);
  });

  it('the list of rooms in the form ends what is not in it, and changes a relation in its place', async () => {
    const { personId, version } = await add(1, {
      rooms: [
        { text: '3-2-1801', relation: 'owner' },
        { text: '3-2-1802', relation: 'owner' },
      ],
    });
    const edited = await desk.edit(
      { personId, version },
      { rooms: [{ text: '3栋2单元1802', relation: 'co-owner' }] },
    );
    expect(edited.records).toMatchObject([
      { room: { label: '3栋2单元1802' }, relation: 'co-owner', ended: false },
      { room: { label: '3栋2单元1801' }, relation: 'owner', ended: true, until: '2026-05-10' },
    ]);
  });

  it('are opened only with an entry in the log', async () => {
    const roomId = (await desk.call('rooms.add', { text: '3-2-1801' })).roomId;
    expect(await desk.codeOf('rooms.open', { roomId: roomId + 1 })).toBe('not-found');
    await desk.call('rooms.open', { roomId });
    desk.keychain.refusing = true;
    expect(await desk.codeOf('rooms.open', { roomId })).toBe('log-unavailable');
    desk.keychain.refusing = false;
    await desk.switchTo('supervisor');
    expect((await desk.logged('open-room', 30)).length).toBeGreaterThan(0);
  });
});
