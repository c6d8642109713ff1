/** A merge that is undone leaves every table as it was before it; what somebody edited since stays, unless that is not wanted. */
import fc from 'fast-check';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { OwnSealedFieldId, SealedFieldId } from '../../../contract/fields.ts';
import type { PersonDraft } from '../../../contract/people/requests.ts';
import type { MergeView } from '../../../contract/records/views.ts';
import type { MaskedPerson } from '../../../contract/people/views.ts';
import type { EngineName } from '../../../main/vault/store/store.ts';
import { FEATURE_ENGINE_NAMES } from '../../support/engines.ts';
import { type FakeClock, DAY_MS, createFakeClock } from '../../support/fake-clock.ts';
import { draftOf, idNumberOf, phoneOf } from '../../support/people-drafts.ts';
import { readTables, withStoreOf } from '../../support/store-text.ts';
import { PINS, type VaultHarness, openDesk } from '../../support/vault-harness.ts';
import { noteOf } from '../../support/requests-of.ts';
import { previewRows } from '../../support/import-file.ts';
import { words } from '../../support/words.ts';

const WHY = { reason: 'correction' } as const;
const proof = { pin: PINS.supervisor, why: WHY };
type Record_ = Parameters<typeof VaultHarness.prototype.call<'records.add'>>[1]['record'];

/** What every table says, but the log, what is sent of it and the counters, and of a sealed value all but how it is sealed: it is sealed anew in its old place. */
async function logicalRows(
  desk: VaultHarness,
  engine: EngineName,
): Promise<Readonly<Record<string, readonly string[]>>> {
  const tables = await withStoreOf(desk, engine, readTables);
  await desk.unlock('supervisor');
  const how = new Set(['batch_id', 'n', 'ciphertext']);
  return Object.fromEntries(
    [...tables]
      .filter(([name]) => !name.startsWith('log_') && !['seal_batch', 'id_counter', 'op_out'].includes(name))
      .map(([name, rows]) => [
        name,
        rows
          .map((row) =>
            JSON.stringify(
              Object.entries(row)
                .filter(([column]) => name !== 'sealed_value' || !how.has(column))
                .map(([column, value]) => [
                  column,
                  value instanceof Uint8Array ? Buffer.from(value).toString('hex') : value,
                ]),
            ),
          )
          .sort(),
      ]),
  );
}

/** All clear values of somebody, by field and place. */
async function clearValues(desk: VaultHarness, { personId }: MaskedPerson): Promise<readonly string[]> {
  const { fields } = await desk.call('people.openFull', {
    personId,
    why: { reason: 'repair' },
    supervisor: await desk.proofOf('supervisor'),
  });
  return fields.map(({ field, ordinal, value }) => `${field} ${ordinal} ${value}`).sort();
}

const again = (desk: VaultHarness, { personId }: MaskedPerson): Promise<MaskedPerson> =>
  desk.call('people.open', { personId });
async function addTo(desk: VaultHarness, person: MaskedPerson, record: Record_): Promise<MaskedPerson> {
  return desk.addRecord(
    { personId: person.personId, version: (await again(desk, person)).version },
    record,
    proof,
  );
}

async function merge(desk: VaultHarness, keep: MaskedPerson, goes: MaskedPerson): Promise<MaskedPerson> {
  const [{ version }, other] = [await again(desk, keep), await again(desk, goes)];
  return desk.merge({ personId: keep.personId, version }, other, proof);
}
const mergesOf = async (desk: VaultHarness, { personId }: MaskedPerson): Promise<readonly MergeView[]> =>
  (await desk.call('people.merges', { personId })).merges;
async function undo(desk: VaultHarness, keep: MaskedPerson, keepEdited = true): Promise<MaskedPerson> {
  const [{ mergeId } = { mergeId: 999 }] = await mergesOf(desk, keep);
  return (
    await desk.call('people.undoMerge', {
      personId: keep.personId,
      version: (await again(desk, keep)).version,
      mergeId,
      keepEdited,
      ...proof,
    })
  ).person;
}

// --- any two people

const PHONES = [phoneOf(1), phoneOf(2), phoneOf(3)];
const ROOMS = ['3-2-1801', '3-2-1802', '5-1-302'].flatMap((text) =>
  (['owner', 'tenant'] as const).map((relation) => ({ text, relation })),
);
const sealedOf = <F extends OwnSealedFieldId>(
  field: F,
  values: readonly string[],
): fc.Arbitrary<{ field: F; value: string }[]> =>
  fc.subarray([...values]).map((some) => some.map((value) => ({ field, value })));

const draftArbitrary: fc.Arbitrary<PersonDraft> = fc.record({
  kind: fc.constant('person' as const),
  name: fc.constantFrom('张明亮', '单于飞'),
  sex: fc.constantFrom('unknown' as const, 'male' as const, 'female' as const),
  idType: fc.constantFrom('resident-id' as const, null),
  rooms: fc.subarray(ROOMS),
  plates: fc.subarray(['桂M12345', '桂M67890', '桂MD12345']),
  sealed: fc
    .tuple(
      sealedOf('phone', PHONES),
      sealedOf('wechat', [phoneOf(4)]),
      sealedOf('remark', ['prefers mornings']),
      sealedOf('email', ['one@post.example', 'two@post.example']),
      fc
        .option(fc.constantFrom(idNumberOf(7), idNumberOf(8)))
        .map((value) => (value === null ? [] : [{ field: 'idNumber' as const, value }])),
    )
    .map((all) => all.flat()),
});

const RECORDS: readonly Record_[] = [
  { kind: 'pet', breed: '柯基', sealed: [{ field: 'petLicence', value: 'A-0042' }] },
  { kind: 'pet', breed: '橘猫' },
  { kind: 'lease', room: '5-1-302', until: '2030-12-31' },
  {
    kind: 'renovation',
    room: '3-2-1801',
    deposit: 2000.5,
    sealed: [{ field: 'foreman', value: `零工长 ${phoneOf(9)}` }],
  },
  { kind: 'notice', purpose: 'service', basis: 'contract' },
  { kind: 'vehicle', plate: '桂M55555', brand: '五菱' },
  { kind: 'space', code: 'B1-1', spaceKind: 'leased' },
];

/** What is done to somebody once they are there. */
interface About {
  readonly draft: PersonDraft;
  readonly records: readonly Record_[];
  readonly replaces: boolean;
  readonly confirms: boolean;
  readonly notes: boolean;
  readonly reading: boolean;
  readonly certificate: boolean;
}
const aboutArbitrary: fc.Arbitrary<About> = fc.record({
  draft: draftArbitrary,
  records: fc.subarray([...RECORDS], { maxLength: 4 }),
  replaces: fc.boolean(),
  confirms: fc.boolean(),
  notes: fc.boolean(),
  reading: fc.boolean(),
  certificate: fc.boolean(),
});

async function live(desk: VaultHarness, about: About): Promise<MaskedPerson> {
  let person = await desk.addPerson(about.draft);
  const { personId } = person;
  for (const record of about.records) person = await addTo(desk, person, record);
  const vehicle = person.records.find(({ kind }) => kind === 'vehicle');
  if (vehicle !== undefined)
    person = await addTo(desk, person, {
      kind: 'space',
      code: 'B1-2',
      spaceKind: 'owned',
      vehicle: vehicle.recordId,
    });
  const living = person.records.find(({ kind }) => kind === 'occupancy');
  if (living !== undefined && about.certificate) {
    person = await desk.call('records.edit', {
      personId,
      version: person.version,
      recordId: living.recordId,
      changes: {
        kind: 'occupancy',
        share: '1/2',
        sealed: [{ field: 'certificate', value: `No-${personId}` }],
      },
      proof,
    });
  }
  if (about.replaces && about.draft.sealed.some(({ field }) => field === 'email')) {
    person = await desk.edit(
      { personId, version: person.version },
      { sealed: [{ field: 'email', ordinal: 0, value: 'new@post.example' }] },
      proof,
    );
  }
  if (about.reading)
    person = await desk.edit(
      { personId, version: person.version },
      { pinyin: person.nameMask.startsWith('张') ? 'zhang ming xin' : 'shan yu fei' },
    );
  if (about.confirms)
    for (const { field, ordinal } of person.fields)
      person = await desk.call('people.confirm', { personId, version: person.version, field, ordinal });
  if (about.notes) await desk.call('notes.add', noteOf(personId, `for ${personId}`));
  return person;
}

describe.each(FEATURE_ENGINE_NAMES)('any two people on %s', (engine) => {
  let desk: VaultHarness;
  let clock: FakeClock;
  beforeAll(async () => {
    clock = createFakeClock();
    desk = await openDesk('supervisor', { engine, clock });
  });

  it('are apart again with all that they had, in every table, however they were alike; twice', async () => {
    await fc.assert(
      fc.asyncProperty(aboutArbitrary, aboutArbitrary, async (one, another) => {
        const keep = await live(desk, one);
        clock.advance(60_000);
        const goes = await live(desk, another);
        const values = [await clearValues(desk, keep), await clearValues(desk, goes)];
        const before = await logicalRows(desk, engine);
        // The second merge opens every value of both once more, each where the first undo has sealed it.
        for (let times = 0; times < 2; times++) {
          clock.advance(60_000);
          await merge(desk, keep, goes);
          clock.advance(60_000);
          await undo(desk, keep);
          expect(await logicalRows(desk, engine)).toEqual(before);
        }
        expect([await clearValues(desk, keep), await clearValues(desk, goes)]).toEqual(values);
        // They are not in the way of the next two.
        await merge(desk, keep, goes);
      }),
      { numRuns: Number(process.env['MERGES'] ?? 6), seed: 20_26 },
    );
  }, 600_000);
});

// --- what was edited since

describe.each(FEATURE_ENGINE_NAMES)('a merge that is undone on %s', (engine) => {
  let desk: VaultHarness;
  let clock: FakeClock;
  let one: MaskedPerson;
  let other: MaskedPerson;
  beforeEach(async () => {
    clock = createFakeClock();
    desk = await openDesk('supervisor', { engine, clock });
    one = await desk.addPerson(
      draftOf(1, { sex: 'unknown', sealed: [{ field: 'phone', value: phoneOf(1) }] }),
    );
    other = await desk.addPerson(
      draftOf(1, {
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
        ],
      }),
    );
    other = await addTo(desk, other, {
      kind: 'pet',
      breed: '柯基',
      sealed: [{ field: 'petLicence', value: 'A-0042' }],
    });
    clock.advance(60_000);
  });

  const found = async (text: string): Promise<readonly number[]> =>
    [
      ...new Set(
        (await desk.call('people.search', { text })).groups.flatMap(({ rows }) =>
          rows.map(({ personId }) => personId as number),
        ),
      ),
    ].toSorted((a, b) => a - b);
  const open = async ({ personId }: MaskedPerson, field: SealedFieldId, ordinal = 0): Promise<string> =>
    (
      await desk.call('people.reveal', {
        personId,
        field,
        ordinal,
        why: { reason: 'repair' },
        pin: PINS.supervisor,
      })
    ).value;
  const vehicleOf = (person: MaskedPerson, plateMask: string) =>
    person.records.find(
      (record) => record.kind === 'vehicle' && record.fields.some(({ mask }) => mask === plateMask),
    )!;
  const placeOf = (person: MaskedPerson, field: SealedFieldId, mask: string): number =>
    [...person.fields, ...person.records.flatMap((record) => ('fields' in record ? record.fields : []))].find(
      (one_) => one_.field === field && one_.mask === mask,
    )!.ordinal;

  /** A vehicle and a licence of the one that went, one of their phones, and the sex that came from them. */
  async function editAll(): Promise<MaskedPerson> {
    let merged = await merge(desk, one, other);
    const { personId } = merged;
    clock.advance(60_000);
    merged = await desk.call('records.edit', {
      personId,
      version: merged.version,
      recordId: vehicleOf(merged, '桂M***90').recordId,
      changes: { kind: 'vehicle', colour: '红' },
    });
    const pet = merged.records.find(({ kind }) => kind === 'pet')!;
    merged = await desk.call('records.edit', {
      personId,
      version: merged.version,
      recordId: pet.recordId,
      changes: { kind: 'pet', sealed: [{ field: 'petLicence', value: 'A-0043' }] },
      proof,
    });
    merged = await desk.edit(
      { personId, version: merged.version },
      {
        sex: 'female',
        sealed: [{ field: 'phone', ordinal: placeOf(merged, 'phone', '141****0002'), value: phoneOf(5) }],
      },
      proof,
    );
    return addTo(desk, merged, { kind: 'notice', purpose: 'fees', basis: 'contract' });
  }

  it('is listed with who did it and until when, hides what both had, and says what was edited since', async () => {
    expect(await mergesOf(desk, one)).toEqual([]);
    const at = clock.now();
    const merged = await merge(desk, one, other);
    expect(await mergesOf(desk, one)).toEqual([
      {
        mergeId: 1,
        at,
        until: at + 30 * DAY_MS,
        staffName: 'Super One',
        otherMask: '张**',
        edited: [],
        editedCount: 0,
      },
    ]);
    // The phone that both had is nobody's to put back.
    expect((await desk.call('people.replaced', { personId: merged.personId })).values).toEqual([]);
  });

  it('lists what was edited since, masked', async () => {
    await editAll();
    const [{ edited, editedCount } = { edited: [], editedCount: 0 }] = await mergesOf(desk, one);
    expect(editedCount).toBe(4);
    expect(edited.map(({ what, words }) => [what, words]).toSorted()).toEqual([
      ['person', ''],
      ['pet', '柯基'],
      ['phone', '141****0002'],
      ['vehicle', '桂M***90'],
    ]);
  });

  it('leaves what was edited since with the one who stayed', async () => {
    const merged = await editAll();
    const kept = await undo(desk, one);
    const back = await again(desk, other);
    expect(kept).toMatchObject({ version: merged.version + 1, sex: 'female' });
    expect(kept.records.map(({ kind }) => kind)).toEqual(words('occupancy vehicle vehicle pet notice'));
    expect(vehicleOf(kept, '桂M***90')).toMatchObject({ colour: '红' });
    expect([
      await open(kept, 'phone', 0),
      await open(kept, 'phone', placeOf(kept, 'phone', '141****0005')),
      await open(kept, 'petLicence', placeOf(kept, 'petLicence', '***')),
    ]).toEqual([phoneOf(1), phoneOf(5), 'A-0043']);
    expect(back).toMatchObject({ version: other.version, sex: 'male' });
    expect(back.records.map(({ kind }) => kind)).toEqual(['occupancy', 'occupancy', 'vehicle']);
    expect(await clearValues(desk, back)).toEqual([
      `idNumber 0 ${idNumberOf(7)}`,
      `name 0 张明亮`,
      `phone 0 ${phoneOf(1)}`,
      'plate 0 桂M12345',
    ]);
    expect([
      await found(phoneOf(1)),
      await found(phoneOf(5)),
      await found('桂M67890'),
      await found('5-1-302'),
    ]).toEqual([[one.personId, other.personId], [one.personId], [one.personId], [other.personId]]);
    expect(await mergesOf(desk, one)).toEqual([]);
  });

  it('takes it back too when that is wanted, and keeps what gives way for thirty days', async () => {
    const before = await clearValues(desk, other);
    await editAll();
    const kept = await undo(desk, one, false);
    const back = await again(desk, other);
    expect(await clearValues(desk, back)).toEqual(before);
    expect(back.records).toEqual((await again(desk, other)).records);
    expect(back.records.map(({ kind }) => kind)).toEqual(other.records.map(({ kind }) => kind));
    expect(vehicleOf(back, '桂M***90')).toMatchObject({ colour: null });
    expect(kept).toMatchObject({ sex: 'unknown' });
    expect(await clearValues(desk, kept)).toEqual([
      'name 0 张明亮',
      `phone 0 ${phoneOf(1)}`,
      'plate 0 桂M12345',
    ]);
    // What came since stays, and what was typed in the place of what went back is not lost.
    expect(kept.records.map(({ kind }) => kind)).toEqual(['occupancy', 'vehicle', 'notice']);
    expect(
      (await desk.call('people.replaced', { personId: kept.personId })).values
        .map(({ field }) => field)
        .toSorted(),
    ).toEqual(['petLicence', 'phone']);
    const byId = await desk.call('people.findById', {
      idNumber: idNumberOf(7),
      supervisor: await desk.proofOf('supervisor'),
    });
    expect(byId.rows.map(({ personId }) => personId)).toEqual([other.personId]);
  });

  it('brings back what was removed since only when that is wanted', async () => {
    const remove = async (): Promise<void> => {
      const merged = await merge(desk, one, other);
      await desk.call('records.remove', {
        personId: merged.personId,
        version: merged.version,
        kind: 'vehicle',
        recordId: vehicleOf(merged, '桂M***90').recordId,
        proof,
      });
    };
    await remove();
    expect((await mergesOf(desk, one))[0]!.edited).toEqual([{ what: 'vehicle', words: '桂M***90' }]);
    await undo(desk, one, false);
    expect(await found('桂M67890')).toEqual([other.personId]);
    await remove();
    await undo(desk, one, true);
    expect(await found('桂M67890')).toEqual([]);
  });

  it('is not edited by a day that passes, which ends what was set to end', async () => {
    other = await addTo(desk, other, { kind: 'lease', room: '5-1-302', until: '2026-01-10' });
    await merge(desk, one, other);
    clock.advance(7 * DAY_MS);
    await desk.switchTo('supervisor');
    expect((await mergesOf(desk, one))[0]!.editedCount).toBe(0);
    await undo(desk, one);
    expect((await again(desk, other)).records.find(({ kind }) => kind === 'lease')).toMatchObject({
      ended: true,
      until: '2026-01-10',
    });
  });

  it('is undone in its turn where whoever stayed was merged since', async () => {
    const before = await logicalRows(desk, engine);
    const third = await desk.addPerson(
      draftOf(40, { plates: [], sealed: [{ field: 'phone', value: phoneOf(2) }] }),
    );
    const withThird = await logicalRows(desk, engine);
    await merge(desk, one, other);
    await merge(desk, third, one);
    expect(await desk.codeOf('people.merges', { personId: one.personId })).toBe('not-found');
    await undo(desk, third);
    await undo(desk, one);
    const after = await logicalRows(desk, engine);
    expect(after).toEqual(withThird);
    expect(after['person']).toHaveLength(before['person']!.length + 1);
  });

  it('comes back with the journal of its import, which is then undone whole', async () => {
    const imported = async (rows: readonly (readonly string[])[]): Promise<number> => {
      const book = await previewRows(desk, [['房号', '业主名称', '手机号', '车牌号', '品牌'], ...rows]);
      const { importId } = await book.apply();
      await desk.call('import.cancel', {});
      return importId;
    };
    const before = await logicalRows(desk, engine);
    const importId = await imported([
      ['7-1-101', '覃某', phoneOf(31), '桂B12345', '五菱'],
      ['3-2-1802', '张明亮', phoneOf(2), '桂M67890', '大众'],
    ]);
    const [added] = await found(phoneOf(31));
    const newcomer = await desk.call('people.open', { personId: added as MaskedPerson['personId'] });
    await merge(desk, newcomer, other);
    await undo(desk, newcomer);
    expect(await desk.call('import.checkUndo', { importId })).toMatchObject({ edited: 0 });
    await desk.call('import.undo', {
      importId,
      keepEdited: true,
      supervisor: await desk.proofOf('supervisor'),
    });
    const after = await logicalRows(desk, engine);
    expect({ ...after, import_run: [] }).toEqual({ ...before, import_run: [] });
  });

  it('keeps nothing of somebody whom an undone import takes away meanwhile', async () => {
    const rows = [
      ['房号', '业主名称', '手机号'],
      ['7-1-101', '覃某', phoneOf(31)],
    ];
    const { importId } = await (await previewRows(desk, rows)).apply();
    const supervisor = await desk.proofOf('supervisor');
    const [added] = await found(phoneOf(31));
    await merge(desk, await desk.call('people.open', { personId: added as MaskedPerson['personId'] }), other);
    await desk.call('import.undo', { importId, keepEdited: false, supervisor });
    const after = await logicalRows(desk, engine);
    expect([after['merge_run'], after['merge_row']]).toEqual([[], []]);
  });

  it('is possible for thirty days, once, by a supervisor with PIN and the newest version; afterwards nothing is kept for it', async () => {
    const merged = await merge(desk, one, other);
    const request = {
      personId: merged.personId,
      version: merged.version,
      mergeId: 1,
      keepEdited: true,
      ...proof,
    };
    await desk.answers('changed-meanwhile', 'people.undoMerge', { ...request, version: merged.version + 1 });
    expect(await desk.codeOf('people.undoMerge', { ...request, mergeId: 2 })).toBe('not-found');
    expect(await desk.codeOf('people.undoMerge', { ...request, pin: 'not-the-pin' })).toBe('wrong-pin');
    await desk.switchTo('receptionist');
    expect(await desk.codeOf('people.undoMerge', { ...request, pin: PINS.receptionist })).toBe('not-allowed');
    expect(await desk.codeOf('people.merges', { personId: merged.personId })).toBe('not-allowed');
    await desk.switchTo('supervisor');
    await undo(desk, one);
    expect(await desk.codeOf('people.undoMerge', request)).toBe('not-found');
    await merge(desk, one, other);
    clock.advance(30 * DAY_MS + 60_000);
    expect(await desk.codeOf('people.undoMerge', { ...request, mergeId: 1 })).toBe('not-found');
    // The clock alone is not believed: the second sign-in finds an entry of that day.
    await desk.switchTo('supervisor');
    await desk.switchTo('supervisor');
    const after = await logicalRows(desk, engine);
    expect([after['merge_run'], after['merge_row']]).toEqual([[], []]);
    expect(after['sealed_value']!.filter((row) => row.includes('["replaced_at",1'))).toEqual([]);
  });

  it('is in the log of both, by the names of what went back and never by a value', async () => {
    await merge(desk, one, other);
    await undo(desk, one);
    const { entries } = await desk.call('log.list', { before: null, limit: 30 });
    const about = entries.filter(({ action }) => action === 'merge-undo');
    expect(about.map(({ personId, detail, reason }) => [personId, detail, reason])).toEqual([
      [other.personId, { side: 'away', other: one.personId }, 'correction'],
      [one.personId, { side: 'into', other: other.personId, kept: 0 }, 'correction'],
    ]);
    expect(about[0]?.field?.split(',').toSorted()).toEqual(
      words('idNumber occupancy pet petLicence phone vehicle'),
    );
    for (const planted of [phoneOf(1), phoneOf(2), idNumberOf(7), '张明亮', '桂M67890', 'A-0042'])
      expect(JSON.stringify(entries)).not.toContain(planted);
  });
});
