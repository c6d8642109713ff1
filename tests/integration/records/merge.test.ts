/** Two records of one person become one: everything moves, what both have is had once, and every sealed value opens in its new place. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { SealedFieldId } from '../../../contract/fields.ts';
import type { MaskedPerson } from '../../../contract/people/views.ts';
import { FEATURE_ENGINE_NAMES } from '../../support/engines.ts';
import { draftOf, idNumberOf, phoneOf } from '../../support/people-drafts.ts';
import { PINS, type VaultHarness, openDesk } from '../../support/vault-harness.ts';
import { noteOf } from '../../support/requests-of.ts';
import { words } from '../../support/words.ts';

const WHY = { reason: 'correction' } as const;

describe.each(FEATURE_ENGINE_NAMES)('merging on %s', (engine) => {
  let desk: VaultHarness;
  let one: MaskedPerson;
  let other: MaskedPerson;

  beforeEach(async () => {
    desk = await openDesk('supervisor', { engine });
    one = await add({
      sex: 'unknown',
      sealed: [
        { field: 'phone', value: phoneOf(1) },
        { field: 'remark', value: 'prefers mornings' },
      ],
    });
    other = await add({
      sex: 'male',
      plates: ['桂M12345', '桂M67890'],
      rooms: [
        { text: '3-2-1802', relation: 'owner' },
        { text: '5-1-302', relation: 'tenant' },
      ],
      sealed: [
        { field: 'phone', value: phoneOf(1) },
        { field: 'phone', value: phoneOf(2) },
        { field: 'idNumber', value: idNumberOf(7) },
        { field: 'remark', value: 'prefers evenings' },
        { field: 'email', value: 'somebody@post.example' },
      ],
    });
  });

  const proof = { pin: PINS.supervisor, why: WHY };
  const add = (changes: object): Promise<MaskedPerson> => desk.addPerson(draftOf(1, changes));
  const requestOf = (changes: object = {}) => ({
    personId: one.personId,
    version: one.version,
    other: { personId: other.personId, version: other.version },
    idsMayDiffer: false,
    pin: PINS.supervisor,
    why: WHY,
    ...changes,
  });
  const merge = (changes: object = {}): Promise<MaskedPerson> =>
    desk.call('people.merge', requestOf(changes));
  const addTo = async (
    person: MaskedPerson,
    record: Parameters<typeof desk.call<'records.add'>>[1]['record'],
  ): Promise<MaskedPerson> =>
    desk.call('records.add', { personId: person.personId, version: person.version, record, proof });
  const open = async (field: SealedFieldId, ordinal = 0): Promise<string> =>
    (
      await desk.call('people.reveal', {
        personId: one.personId,
        field,
        ordinal,
        why: { reason: 'repair' },
        pin: PINS.supervisor,
      })
    ).value;
  const found = async (text: string): Promise<readonly number[]> => [
    ...new Set(
      (await desk.call('people.search', { text })).groups.flatMap(({ rows }) =>
        rows.map(({ personId }) => personId as number),
      ),
    ),
  ];

  it('has what either had, once, and what found no place is kept for thirty days', async () => {
    const merged = await merge();
    expect(merged).toMatchObject({ personId: one.personId, version: one.version + 1, sex: 'male' });
    expect(merged.rooms.map(({ label, relation }) => [label, relation])).toEqual([
      ['3栋2单元1802', 'owner'],
      ['5栋1单元302', 'tenant'],
    ]);
    expect(merged.fields.map(({ field, ordinal, mask }) => [field, ordinal, mask])).toEqual([
      ['name', 0, '张**'],
      ['phone', 0, '141****0001'],
      ['phone', 1, '141****0002'],
      ['email', 0, 's***@post.example'],
      ['remark', 0, '***'],
      ['idNumber', 0, expect.stringMatching(/^4\*{16}.$/)],
      ['plate', 0, '桂M***45'],
      ['plate', 1, '桂M***90'],
    ]);
    expect([
      await open('phone', 0),
      await open('phone', 1),
      await open('email'),
      await open('idNumber'),
      await open('remark'),
    ]).toEqual([phoneOf(1), phoneOf(2), 'somebody@post.example', idNumberOf(7), 'prefers mornings']);
    const { values } = await desk.call('people.replaced', { personId: one.personId });
    expect(values.map(({ field }) => field)).toEqual(['remark']);
    await desk.call('people.restore', {
      personId: one.personId,
      version: merged.version,
      valueId: values[0]!.valueId,
      pin: PINS.supervisor,
      why: WHY,
    });
    expect(await open('remark')).toBe('prefers evenings');
  });

  it('is found by all that either was found by, and the other is no more', async () => {
    await merge();
    for (const text of ['张明亮', 'zml', '5-1-302', phoneOf(1), phoneOf(2), 'm678', '桂M12345'])
      expect([text, await found(text)]).toEqual([text, [one.personId]]);
    expect(await desk.codeOf('people.open', { personId: other.personId })).toBe('not-found');
    const byId = await desk.call('people.findById', {
      idNumber: idNumberOf(7),
      supervisor: await desk.proofOf('supervisor'),
    });
    expect(byId.rows.map(({ personId }) => personId)).toEqual([one.personId]);
  });

  it('leaves the number of the other to nobody else: what the log says of it stays said of them', async () => {
    await merge();
    expect((await add({ name: '李清', sealed: [] })).personId).toBeGreaterThan(other.personId);
  });

  it('moves every record with its sealed values, those of either apart', async () => {
    one = await addTo(one, {
      kind: 'pet',
      breed: '柯基',
      sealed: [{ field: 'petLicence', value: 'A-0042' }],
    });
    other = await addTo(other, {
      kind: 'pet',
      breed: '橘猫',
      sealed: [{ field: 'petLicence', value: 'B-0043' }],
    });
    other = await addTo(other, {
      kind: 'renovation',
      room: '5-1-302',
      deposit: 2000,
      sealed: [{ field: 'foreman', value: `零工长 ${phoneOf(9)}` }],
    });
    other = await addTo(other, { kind: 'lease', room: '5-1-302', until: '2030-12-31' });
    other = await addTo(other, {
      kind: 'space',
      code: 'B1-1',
      spaceKind: 'leased',
      vehicle: other.records.find(({ kind }) => kind === 'vehicle')!.recordId,
    });
    other = await addTo(other, { kind: 'notice', purpose: 'service', basis: 'contract' });
    await desk.call('notes.add', noteOf(other.personId, 'left at the desk'));
    await desk.call('notes.add', noteOf(one.personId, 'came himself'));
    const merged = await merge();
    expect(merged.records.map(({ kind }) => kind)).toEqual(
      words('occupancy occupancy lease vehicle vehicle space renovation pet pet notice'),
    );
    // The space stands by the vehicle that both had.
    const ours = one.records.find(({ kind }) => kind === 'vehicle')!.recordId;
    expect(merged.records.find(({ kind }) => kind === 'space')).toMatchObject({
      vehicle: ours,
      plateMask: '桂M***45',
    });
    const places = merged.records
      .flatMap((record) => ('fields' in record ? record.fields.filter(({ field }) => field !== 'plate') : []))
      .map(({ field, ordinal }) => [field, ordinal] as const);
    expect(places).toEqual([
      ['foreman', 0],
      ['petLicence', 0],
      ['petLicence', 1],
    ]);
    expect([await open('petLicence', 0), await open('petLicence', 1), await open('foreman', 0)]).toEqual([
      'A-0042',
      'B-0043',
      `零工长 ${phoneOf(9)}`,
    ]);
    const { notes } = await desk.call('notes.list', { personId: one.personId, before: null });
    expect(notes.map(({ ordinal }) => ordinal).toSorted()).toEqual([0, 1]);
    expect([await open('note' as SealedFieldId, 0), await open('note' as SealedFieldId, 1)]).toEqual([
      'came himself',
      'left at the desk',
    ]);
  });

  it('joins the same occupancy, with the certificate that either had', async () => {
    const living = other.records.find(
      (record) => record.kind === 'occupancy' && record.relation === 'owner',
    )!;
    other = await desk.call('records.edit', {
      personId: other.personId,
      version: other.version,
      recordId: living.recordId,
      changes: {
        kind: 'occupancy',
        share: '1/2',
        from: '2019-03-01',
        sealed: [{ field: 'certificate', value: 'No-0001234' }],
      },
      proof,
    });
    const merged = await merge();
    expect(merged.records.filter(({ kind }) => kind === 'occupancy')).toMatchObject([
      { share: '1/2', from: '2019-03-01', fields: [{ field: 'certificate', ordinal: 0 }] },
      { fields: [] },
    ]);
    expect(await open('certificate')).toBe('No-0001234');
  });

  it('keeps what was replaced before for the rest of its thirty days, and what was confirmed', async () => {
    other = await desk.edit(
      other,
      { sealed: [{ field: 'email', ordinal: 0, value: 'other@post.example' }] },
      proof,
    );
    other = await desk.call('people.confirm', {
      personId: other.personId,
      version: other.version,
      field: 'phone',
      ordinal: 1,
    });
    const merged = await merge();
    expect(
      merged.fields.find(({ field, ordinal }) => field === 'phone' && ordinal === 1)?.verifiedAt,
    ).not.toBeNull();
    const { values } = await desk.call('people.replaced', { personId: one.personId });
    const email = values.find(({ field }) => field === 'email')!;
    await desk.call('people.restore', {
      personId: one.personId,
      version: merged.version,
      valueId: email.valueId,
      pin: PINS.supervisor,
      why: WHY,
    });
    expect(await open('email')).toBe('somebody@post.example');
  });

  it('is read as the other said that the same name is read', async () => {
    other = await desk.edit(other, { pinyin: 'zhang ming xin' });
    await merge();
    expect(await found('zhangmingxin')).toEqual([one.personId]);
  });

  it('refuses two ID numbers unless they are said to be of one person; the second is then kept', async () => {
    one = await desk.edit(one, { sealed: [{ field: 'idNumber', ordinal: 0, value: idNumberOf(8) }] }, proof);
    expect(await desk.codeOf('people.merge', requestOf())).toBe('ids-differ');
    expect((await desk.call('people.open', { personId: other.personId })).version).toBe(other.version);
    await merge({ idsMayDiffer: true });
    expect(await open('idNumber')).toBe(idNumberOf(8));
    expect(
      (await desk.call('people.replaced', { personId: one.personId })).values.map(({ field }) => field),
    ).toEqual(expect.arrayContaining(['idNumber']));
    expect(
      (
        await desk.call('people.findById', {
          idNumber: idNumberOf(7),
          supervisor: await desk.proofOf('supervisor'),
        })
      ).rows,
    ).toEqual([]);
  });

  it('changes nothing where a version is old, a PIN wrong, the two are one, or somebody else asks', async () => {
    await desk.answers('changed-meanwhile', 'people.merge', requestOf({ version: one.version + 1 }));
    await desk.answers(
      'changed-meanwhile',
      'people.merge',
      requestOf({ other: { personId: other.personId, version: other.version + 1 } }),
    );
    await desk.answers(
      'bad-request',
      'people.merge',
      requestOf({ other: { personId: one.personId, version: one.version } }),
    );
    await desk.answers('not-found', 'people.merge', requestOf({ other: { personId: 9999, version: 1 } }));
    expect(await desk.codeOf('people.merge', requestOf({ pin: 'not-the-pin' }))).toBe('wrong-pin');
    const company = await add({
      kind: 'company',
      name: '无名物业服务有限公司',
      idType: null,
      plates: [],
      sealed: [],
    });
    await desk.answers(
      'bad-request',
      'people.merge',
      requestOf({ other: { personId: company.personId, version: company.version } }),
    );
    await desk.switchTo('receptionist');
    expect(await desk.codeOf('people.merge', requestOf())).toBe('not-allowed');
    expect([
      (await desk.call('people.open', { personId: one.personId })).version,
      (await desk.call('people.open', { personId: other.personId })).version,
    ]).toEqual([one.version, other.version]);
  });

  it('is in the log of both, by the names of what moved and never by a value', async () => {
    await merge();
    const { entries } = await desk.call('log.list', { before: null, limit: 30 });
    const about = entries.filter(({ action }) => action === 'merge');
    expect(about.map(({ personId, detail }) => [personId, detail])).toEqual([
      [other.personId, { side: 'away', other: one.personId }],
      [
        one.personId,
        { side: 'into', other: other.personId, journal: expect.stringMatching(/^[0-9a-f]{64}$/) },
      ],
    ]);
    expect(about[0]?.field?.split(',').toSorted()).toEqual(
      words('email idNumber occupancy phone remark vehicle'),
    );
    for (const planted of [phoneOf(1), phoneOf(2), idNumberOf(7), 'somebody@', '张明亮', '桂M67890'])
      expect(JSON.stringify(entries)).not.toContain(planted);
  });
});
