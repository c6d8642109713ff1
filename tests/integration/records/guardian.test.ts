/** A resident under fourteen has a guardian: asked for as the age is typed, sealed, told to a supervisor alone, followed through merges. */
import { beforeEach, describe, expect, it } from 'vitest';
import { linkTo } from '../../../contract/people/guardian.ts';
import type { PersonDraft } from '../../../contract/people/requests.ts';
import type { PersonId } from '../../../contract/ids.ts';
import type { MaskedPerson } from '../../../contract/people/views.ts';
import { FEATURE_ENGINE_NAMES } from '../../support/engines.ts';
import { createFakeClock } from '../../support/fake-clock.ts';
import { draftOf } from '../../support/people-drafts.ts';
import { PINS, type VaultHarness, openDesk } from '../../support/vault-harness.ts';
import { editOf, revealOf } from '../../support/requests-of.ts';
import { previewRows } from '../../support/import-file.ts';

const WHY = { reason: 'correction' } as const;
const proof = { pin: PINS.supervisor, why: WHY };
/** The clock stands in January 2026. */
const CHILD = '2017-06-01';

describe.each(FEATURE_ENGINE_NAMES)('a guardian on %s', (engine) => {
  let desk: VaultHarness;
  let parent: MaskedPerson;
  beforeEach(async () => {
    desk = await openDesk('supervisor', { engine, clock: createFakeClock() });
    parent = await desk.addPerson(draftOf(1));
  });

  const childDraft = (sealed: PersonDraft['sealed']): PersonDraft =>
    draftOf(1, {
      name: '张小苗',
      idType: null,
      plates: [],
      rooms: [{ text: '3-2-1802', relation: 'family' }],
      sealed,
    });
  const add = (sealed: PersonDraft['sealed']): Promise<MaskedPerson> => desk.addPerson(childDraft(sealed));
  const linked = (personId: PersonId = parent.personId) => ({
    field: 'guardian' as const,
    value: linkTo(personId),
  });
  const reveal = (person: MaskedPerson) =>
    desk.call(
      'people.reveal',
      revealOf(person.personId, 'guardian', PINS.supervisor, { reason: 'handover' }),
    );

  it('is asked for as a birthday under fourteen is typed, and for nobody older', async () => {
    const refused = await desk.ask('people.add', {
      person: childDraft([{ field: 'birthday', value: CHILD }]),
      pin: PINS.supervisor,
    });
    expect(refused).toMatchObject({ ok: false, error: { code: 'guardian-needed' } });
    const older = await add([{ field: 'birthday', value: '2011-06-01' }]);
    const edit = {
      personId: older.personId,
      version: older.version,
      changes: { sealed: [{ field: 'birthday', ordinal: 0, value: CHILD }] },
      proof,
    };
    expect(await desk.codeOf('people.edit', edit)).toBe('guardian-needed');
    const edited = await desk.call('people.edit', {
      ...edit,
      changes: {
        sealed: [...edit.changes.sealed, { field: 'guardian', ordinal: 0, value: '覃某 14100000031' }],
      },
    } as Parameters<typeof desk.call<'people.edit'>>[1]);
    // One who has a guardian keeps them unless they are taken away in the same breath.
    const again = { personId: edited.personId, version: edited.version, proof };
    await desk.answers('guardian-needed', 'people.edit', {
      ...again,
      changes: {
        sealed: [
          { field: 'birthday', ordinal: 0, value: '2018-06-01' },
          { field: 'guardian', ordinal: 0, value: null },
        ],
      },
    });
    await desk.answers('ok', 'people.edit', {
      ...again,
      changes: { sealed: [{ field: 'birthday', ordinal: 0, value: '2018-06-01' }] },
    });
  });

  it('is somebody in the records, whose mask says nothing, or words', async () => {
    const child = await add([{ field: 'birthday', value: CHILD }, linked()]);
    expect(child.fields.find(({ field }) => field === 'guardian')).toMatchObject({
      tier: 'identity',
      mask: '***',
      valid: true,
    });
    const other = await add([
      { field: 'birthday', value: CHILD },
      { field: 'guardian', value: '覃某 14100000031' },
    ]);
    expect(other.fields.find(({ field }) => field === 'guardian')).toMatchObject({ mask: '覃* 141****0031' });
  });

  it('is told with name and room, with the record behind it, and a log entry for each of the two', async () => {
    const child = await add([{ field: 'birthday', value: CHILD }, linked()]);
    expect(await reveal(child)).toEqual({
      field: 'guardian',
      ordinal: 0,
      value: '张明亮 · 3栋2单元1802',
      seconds: 20,
      linked: parent.personId,
    });
    const full = await desk.call('people.openFull', {
      personId: child.personId,
      why: { reason: 'handover' },
      supervisor: await desk.proofOf('supervisor'),
    });
    expect(full.fields.find(({ field }) => field === 'guardian')).toMatchObject({
      value: '张明亮 · 3栋2单元1802',
      linked: parent.personId,
    });
    const { entries } = await desk.call('log.list', { before: null, limit: 20 });
    for (const action of ['reveal', 'open-full'] as const) {
      const about = entries
        .filter((entry) => entry.action === action)
        .map(({ personId, field, detail }) => [personId, field, detail]);
      expect(about).toEqual(
        expect.arrayContaining([
          [child.personId, 'guardian', null],
          [parent.personId, 'name', { of: 'guardian', ward: child.personId }],
        ]),
      );
    }
    expect(JSON.stringify(entries)).not.toContain('张明亮');
  });

  it("takes a supervisor: a receptionist's PIN alone opens no link", async () => {
    const child = await add([{ field: 'birthday', value: CHILD }, linked()]);
    await desk.switchTo('receptionist');
    await desk.answers(
      'needs-supervisor',
      'people.reveal',
      revealOf(child.personId, 'guardian', PINS.receptionist, { reason: 'handover' }),
    );
  });

  it('is a person who is there, and not oneself', async () => {
    const company = await desk.addPerson(
      draftOf(2, { kind: 'company', name: '无名物业服务有限公司', idType: null, plates: [], sealed: [] }),
    );
    for (const personId of [999 as PersonId, company.personId]) {
      expect(
        await desk.ask('people.add', { person: childDraft([linked(personId)]), pin: PINS.supervisor }),
      ).toMatchObject({ ok: false, error: { code: 'invalid-value', details: { field: 'guardian' } } });
    }
    const child = await add([{ field: 'birthday', value: CHILD }, linked()]);
    await desk.answers(
      'invalid-value',
      'people.edit',
      editOf(child, { sealed: [{ field: 'guardian', ordinal: 0, value: linkTo(child.personId) }] }, proof),
    );
  });

  it('is followed to whoever the guardian was merged into, and back when that is undone', async () => {
    const child = await add([{ field: 'birthday', value: CHILD }, linked()]);
    const twin = await desk.addPerson(
      draftOf(5, { rooms: [{ text: '9-1-101', relation: 'owner' }], sealed: [] }),
    );
    const merged = await desk.merge(twin, parent, proof, false);
    expect(await reveal(child)).toMatchObject({ value: '张明亮 · 3栋2单元1802', linked: twin.personId });
    const { merges } = await desk.call('people.merges', { personId: twin.personId });
    await desk.call('people.undoMerge', {
      personId: twin.personId,
      version: merged.version,
      mergeId: merges[0]!.mergeId,
      keepEdited: true,
      ...proof,
    });
    expect(await reveal(child)).toMatchObject({ value: '张明亮 · 3栋2单元1802', linked: parent.personId });
  });

  it('comes from a workbook in words; where it is missing the preview says so, and a text like a link is a text', async () => {
    const { plan, apply } = await previewRows(desk, [
      ['房号', '业主名称', '出生日期', '监护人'],
      ['7-1-101', '覃一', CHILD, '覃某 14100000031'],
      ['7-1-102', '覃二', CHILD, null],
      ['7-1-103', '覃三', CHILD, `person:${parent.personId}`],
      ['7-1-104', '覃四', '1990-01-01', null],
    ]);
    expect(plan.rows.map(({ notes }) => notes.includes('guardian-needed'))).toEqual([
      false,
      true,
      true,
      false,
    ]);
    await apply();
    const supervisor = await desk.proofOf('supervisor');
    const guardianOf = async (text: string) => {
      const { personId } = (await desk.call('people.search', { text })).groups[0]!.rows[0]!;
      return (
        await desk.call('people.openFull', { personId, why: { reason: 'handover' }, supervisor })
      ).fields
        .filter(({ field }) => field === 'guardian' || field === 'remark')
        .map(({ field, value }) => [field, value]);
    };
    expect(await guardianOf('7-1-101')).toEqual([['guardian', '覃某 14100000031']]);
    expect(await guardianOf('7-1-103')).toEqual([['remark', `person:${parent.personId}`]]);
  });

  it('leaves nothing of whom it leads to in what a session reads', async () => {
    const child = await add([{ field: 'birthday', value: CHILD }, linked()]);
    expect(JSON.stringify(await desk.call('people.open', { personId: child.personId }))).not.toContain(
      linkTo(parent.personId),
    );
  });
});
