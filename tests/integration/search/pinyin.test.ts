/** How a name is read, as somebody said: searched by, shown nowhere, gone with the name. */
import { beforeEach, describe, expect, test } from 'vitest';
import type { PersonId } from '../../../contract/ids.ts';
import type { MaskedPerson } from '../../../contract/people/views.ts';
import { FEATURE_ENGINES } from '../../support/engines.ts';
import { draftOf } from '../../support/people-drafts.ts';
import { PINS, type VaultHarness, createHarness } from '../../support/vault-harness.ts';

describe.each(FEATURE_ENGINES.map((engine) => [engine.name, engine] as const))('%s', (engine) => {
  let desk: VaultHarness;
  let personId: PersonId;
  beforeEach(async () => {
    desk = await createHarness({ engine });
    personId = await desk.setUpWith(draftOf(2345, { name: '覃朝乐', pinyin: 'Tán zhāo lè' }));
  });

  const found = async (text: string): Promise<readonly PersonId[]> =>
    (await desk.call('people.search', { text, only: 'name' })).groups.flatMap(({ rows }) =>
      rows.map((row) => row.personId),
    );
  const edit = async (changes: { name?: string; pinyin?: string | null }): Promise<MaskedPerson> => {
    const { version } = await desk.call('people.open', { personId });
    return desk.call('people.edit', { personId, version, changes });
  };

  test('the name is found as it is read and no other way, with its mark on what is shown', async () => {
    for (const typed of ['tan', 'tanzhaole', 'tzl', 'tzhaol', '覃zhaole', '覃朝乐', '覃朝l'])
      expect(await found(typed), typed).toEqual([personId]);
    for (const typed of ['qin', 'qinchaoyue', 'tancyue', 'qcl'])
      expect(await found(typed), typed).toEqual([]);
    const {
      groups: [group],
    } = await desk.call('people.search', { text: 'tanz', only: 'name' });
    expect(group!.rows[0]).toMatchObject({ nameMask: '覃**', matched: { name: [[0, 1]] } });
    const person = await desk.call('people.open', { personId });
    expect(person.hasPinyin).toBe(true);
    expect(JSON.stringify(person)).not.toContain('zhao');
    const { entries } = await desk.call('log.list', { before: null, limit: 50 });
    expect(entries.find(({ action }) => action === 'add')?.field).toBe(
      'name,pinyin,room,plate,phone,idNumber,remark',
    );
    expect(JSON.stringify(entries)).not.toContain('zhao');
  });

  test('it can be replaced, taken away, and goes with the name unless the new name brings one', async () => {
    await edit({ pinyin: 'qin chao yue' });
    expect([await found('qinchaoyue'), await found('tan')]).toEqual([[personId], []]);
    expect((await edit({ pinyin: null })).hasPinyin).toBe(false);
    expect([await found('qin'), await found('tan')]).toEqual([[personId], [personId]]);
    await edit({ pinyin: 'tan zhao le' });
    expect((await edit({ name: '覃朝阳' })).hasPinyin).toBe(false);
    expect([await found('qinchaoyang'), await found('tanzhaole')]).toEqual([[personId], []]);
    expect((await edit({ name: '曾参', pinyin: 'zeng shen' })).hasPinyin).toBe(true);
    expect([await found('zengshen'), await found('zengcan')]).toEqual([[personId], []]);
  });

  test('what is no reading of the name is refused by the name of the field', async () => {
    const { version } = await desk.call('people.open', { personId });
    for (const pinyin of ['tan', 'tan zhao le le', 'tanzhaole', '覃 朝 乐', 'tan zhao 1e']) {
      expect(await desk.ask('people.edit', { personId, version, changes: { pinyin } }), pinyin).toMatchObject(
        { ok: false, error: { code: 'invalid-value', details: { field: 'pinyin' } } },
      );
    }
    await desk.answers('invalid-value', 'people.add', {
      person: draftOf(2346, { pinyin: 'zhang' }),
      pin: PINS.supervisor,
    });
  });
});
