/** What is to be made sure of with the holder stays with the value until somebody has: an ID number widened from 15 digits, a card whose check digit does not fit. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { OwnSealedFieldId, SealedFieldId } from '../../../contract/fields.ts';
import type { PersonId } from '../../../contract/ids.ts';
import type { MaskedPerson } from '../../../contract/people/views.ts';
import { FEATURE_ENGINE_NAMES } from '../../support/engines.ts';
import { PINS, type VaultHarness, openDesk } from '../../support/vault-harness.ts';
import { revealOf } from '../../support/requests-of.ts';
import type { proposedMapping } from '../../support/proposed-mapping.ts';
import { previewRows } from '../../support/import-file.ts';

const OLD_ID = '450102000101001';

describe.each(FEATURE_ENGINE_NAMES)('%s', (engine) => {
  let desk: VaultHarness;
  beforeEach(async () => {
    desk = await openDesk('admin', { engine });
    await desk.call('policy.change', {
      masks: {},
      switchedOn: ['bankCard'],
      words: '代扣物业费',
      pin: PINS.admin,
    });
    await desk.switchTo('supervisor');
  });

  const add = (...sealed: { field: OwnSealedFieldId; value: string }[]): Promise<MaskedPerson> =>
    desk.addPerson({
      kind: 'person',
      name: '张三',
      sex: 'male',
      idType: null,
      rooms: [],
      plates: [],
      sealed,
    });
  const noteOf = (person: MaskedPerson, field: SealedFieldId) =>
    person.fields.find((one) => one.field === field)!.note;

  it('of an old ID number, until it is confirmed or replaced', async () => {
    const person = await add({ field: 'idNumber', value: OLD_ID });
    expect(person.fields.find(({ field }) => field === 'idNumber')).toMatchObject({
      mask: '4****************9',
      valid: true,
      note: 'old-id',
      verifiedAt: null,
    });
    const { personId } = person;
    expect(
      await desk.call(
        'people.reveal',
        revealOf(personId, 'idNumber', PINS.supervisor, { reason: 'correction' }),
      ),
    ).toMatchObject({ value: '450102190001010019' });
    const confirmed = await desk.call('people.confirm', {
      personId,
      version: person.version,
      field: 'idNumber',
      ordinal: 0,
    });
    expect(confirmed.fields.find(({ field }) => field === 'idNumber')!.verifiedAt).not.toBeNull();
    const replaced = await desk.edit(
      { personId, version: confirmed.version },
      { sealed: [{ field: 'idNumber', ordinal: 0, value: '450102189001010010' }] },
      { pin: PINS.supervisor, why: { reason: 'correction' } },
    );
    expect(noteOf(replaced, 'idNumber')).toBeNull();
  });

  it('of a card, whose number is taken all the same', async () => {
    expect(noteOf(await add({ field: 'bankCard', value: '6222 0212 3456 7890' }), 'bankCard')).toBe(
      'card-check-digit',
    );
    expect(noteOf(await add({ field: 'bankCard', value: '6222 0212 3456 7894' }), 'bankCard')).toBeNull();
  });

  it('of rows of a workbook, said in the preview and kept with the value', async () => {
    const { plan, sheets, apply } = await previewRows(desk, [
      ['房号', '业主名称', '身份证号', '银行卡号'],
      ['3-2-1801', '李四', OLD_ID, '6222021234567890'],
      ['3-2-1802', '王五', '450102189001010010', '6222021234567894'],
    ]);
    expect(sheets[0]!.columns.map(({ target }) => target)).toContain('bankCard');
    expect(
      plan.rows.map(({ notes }) => notes.filter((note) => note === 'old-id' || note === 'card-check-digit')),
    ).toEqual([['old-id', 'card-check-digit'], []]);
    await apply();
    const notes = async (text: string) => {
      const id: PersonId = (await desk.call('people.search', { text })).groups[0]!.rows[0]!.personId;
      const person = await desk.call('people.open', { personId: id });
      return [noteOf(person, 'idNumber'), noteOf(person, 'bankCard')];
    };
    expect(await notes('3-2-1801')).toEqual(['old-id', 'card-check-digit']);
    expect(await notes('3-2-1802')).toEqual([null, null]);
  });

  it('nothing of a column of cards is read while cards are turned off', async () => {
    await desk.switchTo('admin');
    await desk.call('policy.change', { masks: {}, switchedOn: [], words: '不再代扣', pin: PINS.admin });
    await desk.switchTo('supervisor');
    const columns = [
      { index: 0, target: 'roomText' as const },
      { index: 1, target: 'name' as const },
      { index: 2, target: 'bankCard' as const },
    ];
    const rows = [
      ['房号', '业主名称', '银行卡号'],
      ['3-2-1801', '李四', '6222021234567894'],
    ];
    const choose: typeof proposedMapping = ([sheet]) => [
      { sheet: sheet!.name, headerRow: 1, place: sheet!.place, columns },
    ];
    const { sheets, apply } = await previewRows(desk, rows, { choose });
    expect(sheets[0]!.columns.map(({ target }) => target)).toEqual(['roomText', 'name', null]);
    await apply();
    const { groups } = await desk.call('people.search', { text: '3-2-1801' });
    expect(
      (await desk.call('people.open', { personId: groups[0]!.rows[0]!.personId })).fields.map(
        ({ field }) => field,
      ),
    ).not.toContain('bankCard');
  });
});
