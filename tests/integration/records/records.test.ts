/** What people have beside their own fields: each kind added, changed, ended and removed, with what it takes and what the log says. */
import { beforeEach, describe, expect, it } from 'vitest';
import { RECORD_KINDS, type RecordKind } from '../../../contract/fields.ts';
import type { NewRecord, RecordChanges } from '../../../contract/records/requests.ts';
import type { MaskedPerson, RecordView } from '../../../contract/people/views.ts';
import { FEATURE_ENGINE_NAMES } from '../../support/engines.ts';
import { type FakeClock, createFakeClock } from '../../support/fake-clock.ts';
import { draftOf, phoneOf } from '../../support/people-drafts.ts';
import { PINS, type VaultHarness, openDesk } from '../../support/vault-harness.ts';
import { recordOf } from '../../support/requests-of.ts';

interface Case {
  readonly record: NewRecord;
  readonly added: Partial<RecordView>;
  readonly changes: RecordChanges;
  readonly changed: Record<string, unknown>;
  /** Field names of the two entries. */
  readonly logged: readonly [string, string];
}

const CASES: Readonly<Record<RecordKind, Case>> = {
  occupancy: {
    record: {
      kind: 'occupancy',
      room: '5-1-302',
      relation: 'co-owner',
      share: '1/2',
      from: '2020-02-29',
      sealed: [{ field: 'certificate', value: '桂(2020)无名市不动产权第0001234号' }],
    },
    added: {
      kind: 'occupancy',
      relation: 'co-owner',
      share: '1/2',
      from: '2020-02-29',
      until: null,
      ended: false,
    },
    changes: { kind: 'occupancy', relation: 'owner', share: '100%' },
    changed: { relation: 'owner', share: '100%', from: '2020-02-29' },
    logged: ['occupancy,room,relation,share,from,certificate', 'occupancy,relation,share'],
  },
  lease: {
    record: { kind: 'lease', room: '5-1-302', from: '2026-01-01', until: '2026-12-31' },
    added: { kind: 'lease', from: '2026-01-01', until: '2026-12-31', ended: false },
    changes: { kind: 'lease', until: '2027-12-31' },
    changed: { until: '2027-12-31', ended: false },
    logged: ['lease,room,from,until', 'lease,until'],
  },
  vehicle: {
    record: { kind: 'vehicle', plate: '桂md 12345', brand: '某牌', colour: '白' },
    added: { kind: 'vehicle', brand: '某牌', colour: '白', vehicleKind: null },
    changes: { kind: 'vehicle', colour: null, vehicleKind: '小型车' },
    changed: { brand: '某牌', colour: null, vehicleKind: '小型车' },
    logged: ['vehicle,plate,brand,colour', 'vehicle,colour,vehicleKind'],
  },
  space: {
    record: { kind: 'space', code: 'B1-117', carPark: '地下一层', spaceKind: 'leased', from: '2026-01-01' },
    added: {
      kind: 'space',
      code: 'B1-117',
      carPark: '地下一层',
      spaceKind: 'leased',
      vehicle: null,
      plateMask: null,
      ended: false,
    },
    changes: { kind: 'space', spaceKind: 'owned', from: null },
    changed: { spaceKind: 'owned', from: null, code: 'B1-117' },
    logged: ['space,from,carPark,code,spaceKind', 'space,from,spaceKind'],
  },
  renovation: {
    record: {
      kind: 'renovation',
      room: '3-2-1802',
      deposit: 3000.5,
      from: '2026-03-01',
      sealed: [
        { field: 'contractor', value: '无名装饰工程有限公司' },
        { field: 'contractorPhone', value: phoneOf(771) },
        { field: 'foreman', value: `零工长 ${phoneOf(772)}` },
      ],
    },
    added: { kind: 'renovation', deposit: 3000.5, from: '2026-03-01', until: null, ended: false },
    changes: {
      kind: 'renovation',
      deposit: null,
      sealed: [
        { field: 'foreman', value: null },
        { field: 'contractorPhone', value: phoneOf(773) },
      ],
    },
    changed: { deposit: null },
    logged: [
      'renovation,room,from,deposit,contractor,contractorPhone,foreman',
      'renovation,deposit,foreman,contractorPhone',
    ],
  },
  pet: {
    record: {
      kind: 'pet',
      breed: '柯基',
      vaccinatedOn: '2026-04-01',
      sealed: [{ field: 'petLicence', value: 'A-0042' }],
    },
    added: { kind: 'pet', breed: '柯基', vaccinatedOn: '2026-04-01' },
    changes: { kind: 'pet', breed: '柴犬' },
    changed: { breed: '柴犬', vaccinatedOn: '2026-04-01' },
    logged: ['pet,breed,vaccinatedOn,petLicence', 'pet,breed'],
  },
  notice: {
    record: {
      kind: 'notice',
      purpose: 'parking',
      basis: 'consent',
      noticeVersion: '2026-1',
      givenOn: '2026-02-01',
      consentedOn: '2026-02-01',
    },
    added: {
      kind: 'notice',
      purpose: 'parking',
      basis: 'consent',
      noticeVersion: '2026-1',
      givenOn: '2026-02-01',
      consentedOn: '2026-02-01',
      withdrawnOn: null,
      way: null,
      consenter: null,
      follows: null,
    },
    changes: { kind: 'notice', noticeVersion: '2026-2' },
    changed: { noticeVersion: '2026-2', withdrawnOn: null },
    logged: ['notice,purpose,basis,noticeVersion,givenOn,consentedOn', 'notice,noticeVersion'],
  },
};

const WHY = { reason: 'correction' } as const;
/** What nobody may read in a reply or in the log. */
const PLANTED = [
  '无名市',
  '无名装饰',
  '零工长',
  phoneOf(771),
  phoneOf(772),
  phoneOf(773),
  'A-0042',
  '桂MD12345',
];

describe.each(FEATURE_ENGINE_NAMES)('records on %s', (engine) => {
  let desk: VaultHarness;
  let clock: FakeClock;
  let person: MaskedPerson;

  beforeEach(async () => {
    clock = createFakeClock(new Date(2026, 4, 10, 9).getTime());
    desk = await openDesk('receptionist', { engine, clock });
    person = await desk.addPerson(
      draftOf(1, { sealed: [{ field: 'phone', value: phoneOf(1) }], plates: [] }),
      PINS.receptionist,
    );
  });

  const proof = async () => ({
    pin: PINS.receptionist,
    why: WHY,
    cosigner: await desk.proofOf('supervisor'),
  });
  const key = () => ({ personId: person.personId, version: person.version });
  const add = async (record: NewRecord): Promise<RecordView> => {
    person = await desk.call('records.add', {
      ...key(),
      record,
      ...('sealed' in record && record.sealed !== undefined ? { proof: await proof() } : {}),
    });
    return lastOf(record.kind);
  };
  const lastOf = (kind: RecordKind): RecordView =>
    person.records
      .filter((record) => record.kind === kind)
      .toSorted((a, b) => a.recordId - b.recordId)
      .at(-1)!;
  const entries = async () => {
    await desk.switchTo('supervisor');
    return (await desk.call('log.list', { before: null, limit: 60 })).entries;
  };

  it.each(RECORD_KINDS)(
    '%s: added, changed and removed, field names in the log and no value',
    async (kind) => {
      const { record, added, changes, changed, logged } = CASES[kind];
      const made = await add(record);
      expect(made).toMatchObject(added);
      person = await desk.call('records.edit', {
        ...key(),
        recordId: made.recordId,
        changes,
        ...('sealed' in changes ? { proof: await proof() } : {}),
      });
      expect(lastOf(kind)).toMatchObject({ recordId: made.recordId, ...changed });
      const before = person.records.length;
      const shown = JSON.stringify(person);
      person = await desk.call('records.remove', {
        ...key(),
        kind,
        recordId: made.recordId,
        proof: await proof(),
      });
      expect(person.records).toHaveLength(before - 1);
      const log = await entries();
      expect(log.find((entry) => entry.action === 'add' && entry.field === logged[0])).toMatchObject({
        personId: person.personId,
        detail: { of: 'record', kind, record: made.recordId },
      });
      expect(log.find((entry) => entry.action === 'edit')).toMatchObject({
        field: logged[1],
        detail: { of: 'record', kind, record: made.recordId },
      });
      expect(log.find((entry) => entry.action === 'remove')?.detail).toEqual({
        of: 'record',
        kind,
        record: made.recordId,
      });
      for (const planted of PLANTED) expect(shown + JSON.stringify(log)).not.toContain(planted);
    },
  );

  it.each(['occupancy', 'lease', 'space', 'renovation'] as const)(
    '%s: ends and is kept, after what goes on',
    async (kind) => {
      const first = await add(CASES[kind].record);
      await add(
        kind === 'occupancy'
          ? { kind, room: '7-1-101', relation: 'tenant' }
          : ({ ...CASES[kind].record, ...(kind === 'renovation' ? { sealed: [] } : {}) } as NewRecord),
      );
      person = await desk.call('records.end', { ...key(), kind, recordId: first.recordId, on: '2026-05-10' });
      const all = person.records.filter((record) => record.kind === kind);
      expect(all.at(-1)).toMatchObject({ recordId: first.recordId, until: '2026-05-10', ended: true });
      expect(all.slice(0, -1).every((record) => !('ended' in record) || !record.ended)).toBe(true);
    },
  );

  it('a consent is withdrawn and stays to be seen', async () => {
    const { recordId } = await add(CASES.notice.record);
    person = await desk.call('records.end', { ...key(), kind: 'notice', recordId, on: '2026-05-10' });
    expect(lastOf('notice')).toMatchObject({ consentedOn: '2026-02-01', withdrawnOn: '2026-05-10' });
    expect((await entries()).find((entry) => entry.action === 'end')).toMatchObject({
      field: 'notice,withdrawnOn',
    });
  });

  it('sealed values of a record take PIN and reason, identity ones a supervisor, and are read back only by a reveal', async () => {
    const { record } = CASES.renovation;
    expect(await desk.codeOf('records.add', { ...key(), record })).toBe('bad-request');
    await desk.answers('needs-supervisor', 'records.add', {
      ...key(),
      record: CASES.pet.record,
      proof: { pin: PINS.receptionist, why: WHY },
    });
    person = await desk.call('records.add', {
      ...key(),
      record,
      proof: { pin: PINS.receptionist, why: WHY },
    });
    const made = lastOf('renovation');
    expect('fields' in made && made.fields.map(({ field, mask, access }) => [field, mask, access])).toEqual([
      ['contractor', '无**', 'own-pin'],
      ['contractorPhone', '141****0771', 'own-pin'],
      ['foreman', '零** 141****0772', 'own-pin'],
    ]);
    const pet = await add(CASES.pet.record);
    expect('fields' in pet && pet.fields).toMatchObject([
      { field: 'petLicence', ordinal: 0, mask: '***', access: 'co-sign', tier: 'identity' },
    ]);
    const reveal = {
      personId: person.personId,
      ordinal: 0,
      why: { reason: 'renovation' },
      pin: PINS.receptionist,
    } as const;
    expect((await desk.call('people.reveal', { ...reveal, field: 'foreman' })).value).toBe(
      `零工长 ${phoneOf(772)}`,
    );
    expect(await desk.codeOf('people.reveal', { ...reveal, field: 'petLicence' })).toBe('needs-supervisor');
    expect(
      (
        await desk.call('people.reveal', {
          ...reveal,
          field: 'petLicence',
          cosigner: await desk.proofOf('supervisor'),
        })
      ).value,
    ).toBe('A-0042');
    const full = await desk.call('people.openFull', {
      personId: person.personId,
      why: { reason: 'handover' },
      supervisor: await desk.proofOf('supervisor'),
    });
    expect(full.fields.map(({ field }) => field)).toEqual(
      expect.arrayContaining(['contractor', 'contractorPhone', 'foreman', 'petLicence', 'phone']),
    );
    // A contractor's phone is not the resident's: nobody is found by it.
    expect((await desk.call('people.search', { text: phoneOf(771) })).groups).toEqual([]);
  });

  it('two of a kind keep their sealed values apart, and what one has had is never given to another', async () => {
    const first = await add(CASES.pet.record);
    const second = await add({
      kind: 'pet',
      breed: '橘猫',
      sealed: [{ field: 'petLicence', value: 'B-0043' }],
    });
    person = await desk.call('records.edit', {
      ...key(),
      recordId: first.recordId,
      changes: { kind: 'pet', sealed: [{ field: 'petLicence', value: null }] },
      proof: await proof(),
    });
    const third = await add({
      kind: 'pet',
      breed: '边牧',
      sealed: [{ field: 'petLicence', value: 'C-0044' }],
    });
    const ordinals = [second, third].map((record) => 'fields' in record && record.fields[0]?.ordinal);
    expect(ordinals).toEqual([1, 2]);
    const reveal = {
      personId: person.personId,
      field: 'petLicence',
      why: { reason: 'repair' },
      pin: PINS.receptionist,
      cosigner: await desk.proofOf('supervisor'),
    } as const;
    expect([
      (await desk.call('people.reveal', { ...reveal, ordinal: 1 })).value,
      (await desk.call('people.reveal', { ...reveal, ordinal: 2 })).value,
    ]).toEqual(['B-0043', 'C-0044']);
  });

  it('a vehicle is found by its plate, its space names it, and both are gone from search when it is removed', async () => {
    const vehicle = await add(CASES.vehicle.record);
    const space = await add({ kind: 'space', code: 'B1-1', spaceKind: 'owned', vehicle: vehicle.recordId });
    expect(space).toMatchObject({ vehicle: vehicle.recordId, plateMask: '桂MD***45' });
    expect((await desk.call('people.search', { text: 'md123' })).groups).toHaveLength(1);
    await desk.answers('already-there', 'records.add', { ...key(), record: CASES.vehicle.record });
    person = await desk.call('records.remove', { ...key(), kind: 'vehicle', recordId: vehicle.recordId });
    expect(lastOf('space')).toMatchObject({ vehicle: null, plateMask: null });
    expect((await desk.call('people.search', { text: 'md123' })).groups).toEqual([]);
  });

  it('a room shows its lease, its renovation, and the spaces of those who live there', async () => {
    for (const record of [
      { ...CASES.lease.record, room: '3-2-1802' } as NewRecord,
      CASES.space.record,
      CASES.renovation.record,
    ])
      await add(record);
    const { rooms } = await desk.call('rooms.find', { text: '3-2-1802' });
    const room = await desk.call('rooms.open', { roomId: rooms[0]!.roomId });
    expect(room.records.map(({ nameMask, record }) => [nameMask, record.kind])).toEqual([
      ['张**', 'lease'],
      ['张**', 'space'],
      ['张**', 'renovation'],
    ]);
    for (const planted of PLANTED) expect(JSON.stringify(room)).not.toContain(planted);
  });

  it.each([
    [{ kind: 'lease', room: '3-2-1', from: '2026-02-30' }, 'from'],
    [{ kind: 'lease', room: '3-2-1', from: '2026-05-01', until: '2026-04-30' }, 'until'],
    [{ kind: 'occupancy', room: '3-2-1', relation: 'co-owner', share: '3/2' }, 'share'],
    [{ kind: 'occupancy', room: '3-2-1', relation: 'co-owner', share: 'half' }, 'share'],
    [{ kind: 'vehicle', plate: 'no plate' }, 'plate'],
    [{ kind: 'pet', breed: '柯基', sealed: [{ field: 'petLicence', value: '无证' }] }, 'petLicence'],
    [
      { kind: 'renovation', room: '3-2-1', sealed: [{ field: 'contractorPhone', value: '29384' }] },
      'contractorPhone',
    ],
  ] as const)('refuses %j, naming %s, and changes nothing', async (record, field) => {
    const result = await desk.ask('records.add', { ...key(), record, proof: await proof() });
    expect(result).toMatchObject({ ok: false, error: { code: 'invalid-value', details: { field } } });
    expect((await desk.call('people.open', { personId: person.personId })).version).toBe(person.version);
  });

  it('keeps words as one visible line, and money to the cent', async () => {
    expect(await add({ kind: 'pet', breed: ' 柯\u202e基\u200b\n犬 ' })).toMatchObject({ breed: '柯基 犬' });
    await desk.answers('bad-request', 'records.add', {
      ...key(),
      record: { kind: 'pet', breed: '\u200b\u202e' },
    });
    await desk.answers('bad-request', 'records.add', {
      ...key(),
      record: { kind: 'renovation', room: '3-2-1', deposit: 0.125 },
    });
    expect(await add({ kind: 'renovation', room: '3-2-1', deposit: 1234.56 })).toMatchObject({
      deposit: 1234.56,
    });
  });

  it('refuses a field of another kind, a record of somebody else, and an older version', async () => {
    await desk.answers('bad-request', 'records.add', {
      ...key(),
      record: { kind: 'pet', breed: '柯基', sealed: [{ field: 'idNumber', value: 'x1' }] },
      proof: await proof(),
    });
    await desk.answers('bad-request', 'people.edit', {
      ...key(),
      changes: { sealed: [{ field: 'petLicence', ordinal: 0, value: 'A-0042' }] },
      proof: await proof(),
    });
    const pet = await add({ kind: 'pet', breed: '柯基' });
    const other = await desk.addPerson(
      draftOf(2, { name: '李清', plates: [], sealed: [] }),
      PINS.receptionist,
    );
    const theirs = { personId: other.personId, version: other.version, recordId: pet.recordId };
    await desk.answers('not-found', 'records.edit', { ...theirs, changes: { kind: 'pet', breed: '柴犬' } });
    expect(await desk.codeOf('records.remove', { ...theirs, kind: 'pet' })).toBe('not-found');
    await desk.answers(
      'not-found',
      'records.add',
      recordOf(other, { kind: 'space', code: 'B1', spaceKind: 'owned', vehicle: 99 }),
    );
    await desk.answers('changed-meanwhile', 'records.edit', {
      ...key(),
      version: person.version - 1,
      recordId: pet.recordId,
      changes: { kind: 'pet', breed: '柴犬' },
    });
  });

  it('takes the proof for removing what has sealed values, and they go for good', async () => {
    const { recordId } = await add(CASES.pet.record);
    expect(await desk.codeOf('records.remove', { ...key(), kind: 'pet', recordId })).toBe('bad-request');
    await desk.answers('needs-supervisor', 'records.remove', {
      ...key(),
      kind: 'pet',
      recordId,
      proof: { pin: PINS.receptionist, why: WHY },
    });
    person = await desk.call('records.remove', { ...key(), kind: 'pet', recordId, proof: await proof() });
    await desk.switchTo('supervisor');
    expect((await desk.call('people.replaced', { personId: person.personId })).values).toEqual([]);
  });

  it('says when a field was last confirmed, until it changes', async () => {
    const at = clock.now();
    person = await desk.call('people.confirm', { ...key(), field: 'phone', ordinal: 0 });
    const verifiedAt = () => person.fields.find(({ field }) => field === 'phone')?.verifiedAt;
    expect(verifiedAt()).toBe(at);
    expect(await desk.codeOf('people.confirm', { ...key(), field: 'phone', ordinal: 1 })).toBe('not-found');
    await desk.answers('changed-meanwhile', 'people.confirm', {
      ...key(),
      version: 1,
      field: 'phone',
      ordinal: 0,
    });
    person = await desk.call('people.edit', {
      ...key(),
      changes: { sealed: [{ field: 'phone', ordinal: 0, value: phoneOf(9) }] },
      proof: { pin: PINS.receptionist, why: WHY },
    });
    expect(verifiedAt()).toBeNull();
    expect((await entries()).find((entry) => entry.action === 'confirm')).toMatchObject({
      field: 'phone',
      personId: person.personId,
    });
  });
});
