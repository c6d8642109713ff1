import { beforeEach, describe, expect, it } from 'vitest';
import { FEATURE_ENGINE_NAMES } from '../../support/engines.ts';
import { draftOf, idNumberOf, phoneOf } from '../../support/people-drafts.ts';
import { PINS, type VaultHarness, openDesk } from '../../support/vault-harness.ts';
import { revealOf } from '../../support/requests-of.ts';

describe.each(FEATURE_ENGINE_NAMES)('add and edit on %s', (engine) => {
  let desk: VaultHarness;

  beforeEach(async () => {
    desk = await openDesk('receptionist', { engine });
  });

  const add = async (n = 1, changes = {}) =>
    desk.call('people.add', {
      person: draftOf(n, changes),
      pin: PINS.receptionist,
      cosigner: await desk.proofOf('supervisor'),
    });
  const find = async (text: string): Promise<number> =>
    (await desk.call('people.search', { text })).groups.flatMap((group) => group.rows).length;

  it('adds a person whom every kind of search finds, masked', async () => {
    const person = await add(1);
    expect(person.nameMask).toBe('张**');
    expect(person.fields.map((field) => [field.field, field.mask, field.access])).toEqual([
      ['name', '张**', 'own-pin'],
      ['phone', '141****0001', 'own-pin'],
      ['remark', '***', 'own-pin'],
      ['idNumber', expect.stringMatching(/^4\*{16}.$/), 'co-sign'],
      ['plate', '桂M***45', 'own-pin'],
    ]);
    for (const text of [
      '张明亮',
      'zml',
      'zhangming',
      '3-2-1802',
      '3栋2单元1802',
      '0001',
      phoneOf(1),
      '桂M12345',
      'm123',
    ])
      expect([text, await find(text)]).toEqual([text, expect.any(Number)]);
    for (const text of ['张明亮', 'zml', '3-2-1802', '0001', phoneOf(1), 'm123'])
      expect(await find(text), text).toBeGreaterThan(0);
    expect(await find('李')).toBe(0);
  });

  it('takes an identity field only with a supervisor at the desk', async () => {
    await desk.answers('needs-supervisor', 'people.add', { person: draftOf(1), pin: PINS.receptionist });
    const withoutId = draftOf(1, { sealed: [{ field: 'phone', value: phoneOf(1) }] });
    expect(await desk.codeOf('people.add', { person: withoutId, pin: PINS.receptionist })).toBe('ok');
  });

  it.each([
    ['phone', '29384', 'invalid-value'],
    ['phone', '18999999999', 'placeholder-value'],
    ['idNumber', idNumberOf(1).replace(/.$/, (last) => (last === '1' ? '2' : '1')), 'invalid-value'],
    ['idNumber', '111111111111111111', 'placeholder-value'],
    ['email', 'not an address', 'invalid-value'],
    ['birthday', '2190-01-01', 'invalid-value'],
  ] as const)('refuses %s %s as %s and stores nothing', async (field, value, code) => {
    const request = {
      person: draftOf(1, { sealed: [{ field, value }] }),
      pin: PINS.receptionist,
      cosigner: await desk.proofOf('supervisor'),
    };
    expect(await desk.codeOf('people.add', request)).toBe(code);
    expect(await find('张')).toBe(0);
  });

  it('edits open fields without a PIN and finds the person under the new name alone', async () => {
    const { personId, version } = await add(1);
    const edited = await desk.edit(
      { personId, version },
      { name: '李清', sex: 'male', rooms: [{ text: '5-1-302', relation: 'tenant' }] },
    );
    expect(edited).toMatchObject({
      version: version + 1,
      nameMask: '李*',
      sex: 'male',
      rooms: [{ label: '5栋1单元302', relation: 'tenant' }],
    });
    expect([await find('张明亮'), await find('zml'), await find('lq'), await find('5-1-302')]).toEqual([
      0, 0, 1, 1,
    ]);
    const [before, now] = await Promise.all(
      ['3-2-1802', '5-1-302'].map(
        async (text) => (await desk.call('people.search', { text })).groups[0]?.rows[0],
      ),
    );
    expect([before, now]).toMatchObject([
      { former: true, relation: 'owner', roomLabel: '3栋2单元1802' },
      { former: false, relation: 'tenant', roomLabel: '5栋1单元302' },
    ]);
  });

  it('replaces a sealed value only with PIN and reason; the old phone is no longer found', async () => {
    const { personId, version } = await add(1);
    const changes = { sealed: [{ field: 'phone', ordinal: 0, value: phoneOf(2222) }] } as const;
    expect(await desk.codeOf('people.edit', { personId, version, changes })).toBe('bad-request');
    const proof = { pin: PINS.receptionist, why: { reason: 'correction' } } as const;
    const edited = await desk.edit({ personId, version }, { sealed: [...changes.sealed] }, proof);
    expect(edited.fields.find((field) => field.field === 'phone')?.mask).toBe('141****2222');
    expect([await find(phoneOf(1)), await find(phoneOf(2222))]).toEqual([0, 1]);
    const shown = await desk.call('people.reveal', revealOf(personId, 'phone', PINS.receptionist));
    expect(shown.value).toBe(phoneOf(2222));
  });

  it('finds a WeChat id that is a phone number as the phone it is, and no other one', async () => {
    await add(1, { sealed: [{ field: 'wechat', value: phoneOf(4321) }] });
    await add(2, { name: '李清', sealed: [{ field: 'wechat', value: 'garden_4321' }] });
    expect([await find(phoneOf(4321)), await find('4321')]).toEqual([1, 1]);
  });

  it('refuses an edit made from an older version', async () => {
    const { personId, version } = await add(1);
    await desk.call('people.edit', { personId, version, changes: { sex: 'male' } });
    await desk.answers('changed-meanwhile', 'people.edit', {
      personId,
      version,
      changes: { sex: 'unknown' },
    });
  });

  it('logs field names and never a value', async () => {
    const { personId, version } = await add(1);
    await desk.edit(
      { personId, version },
      { name: '李清', sealed: [{ field: 'phone', ordinal: 0, value: phoneOf(3) }] },
      { pin: PINS.receptionist, why: { reason: 'correction' } },
    );
    await desk.switchTo('supervisor');
    const { entries } = await desk.call('log.list', { before: null, limit: 30 });
    expect(entries.find((entry) => entry.action === 'edit')).toMatchObject({
      field: 'name,phone',
      reason: 'correction',
    });
    expect(entries.find((entry) => entry.action === 'add')).toMatchObject({
      field: 'name,room,plate,phone,idNumber,remark',
      cosignerName: 'Super One',
    });
    for (const planted of ['李清', '张明亮', phoneOf(1), phoneOf(3), idNumberOf(1), '桂M12345'])
      expect(JSON.stringify(entries)).not.toContain(planted);
  });
});
