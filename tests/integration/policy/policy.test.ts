/** The policy as an admin changes it: what is hidden is hidden in the store too, what is to show again takes a supervisor, and all of it is history. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { PersonDraft } from '../../../contract/people/requests.ts';
import type { RouteRequest } from '../../../contract/routes.ts';
import type { PersonId } from '../../../contract/ids.ts';
import type { PolicyView } from '../../../contract/policy/views.ts';
import { chooseEngine } from '../../../main/vault/store/engine/choose-engine.ts';
import { sql } from '../../../main/vault/store/sql.ts';
import { FEATURE_ENGINE_NAMES } from '../../support/engines.ts';
import { readTables, withStoreOf } from '../../support/store-text.ts';
import { openStoreOf, vaultAtRest } from '../../support/store-tools.ts';
import { PINS, type VaultHarness, createHarness } from '../../support/vault-harness.ts';
import { revealOf, verifyOf } from '../../support/requests-of.ts';
import { words } from '../../support/words.ts';

const PERSON: PersonDraft = {
  kind: 'person',
  name: '张小明',
  sex: 'male',
  idType: 'resident-id',
  rooms: [{ text: '3-2-1801', relation: 'owner' }],
  plates: ['桂M12345'],
  sealed: [
    { field: 'phone', value: '14112341234' },
    { field: 'phone', value: '0778-2123456' },
    { field: 'wechat', value: '14155551234' },
    { field: 'emergency', value: '李四 14112349999' },
    { field: 'email', value: 'zhangsan@qq.com' },
    { field: 'address', value: '广西河池市新建路1号' },
    { field: 'idNumber', value: '450102189001010010' },
    { field: 'birthday', value: '1890-01-01' },
  ],
};
const WORDS = '柜台屏幕朝外';

describe.each(FEATURE_ENGINE_NAMES)('%s', (engine) => {
  let desk: VaultHarness;
  let personId: PersonId;
  beforeEach(async () => {
    desk = await createHarness({ engine });
    personId = await desk.setUpWith(PERSON);
  });

  const change = async (
    masks: RouteRequest<'policy.change'>['masks'],
    rest: Partial<RouteRequest<'policy.change'>> = {},
  ): Promise<PolicyView> => {
    await desk.switchTo('admin');
    return desk.call('policy.change', { masks, words: WORDS, pin: PINS.admin, ...rest });
  };
  const loosen = async (masks: RouteRequest<'policy.change'>['masks']): Promise<PolicyView> =>
    change(masks, { supervisor: await desk.proofOf('supervisor') });
  /** What the receptionist sees, by field, after signing in anew. */
  const masksOf = async (): Promise<Record<string, readonly string[]>> => {
    await desk.switchTo('receptionist');
    const { fields } = await desk.call('people.open', { personId });
    return Object.fromEntries(
      [...new Set(fields.map(({ field }) => field))].map((field) => [
        field,
        fields.filter((one) => one.field === field).map(({ mask }) => mask),
      ]),
    );
  };
  const foundBy = async (text: string) =>
    (await desk.call('people.search', { text })).groups.flatMap(({ kind, rows }) =>
      rows.map((row) => ({ ...row, kind })),
    );

  it('hides more at once and after the next sign-in: in the record, in lists and in the store', async () => {
    const view = await change({
      phone: 'last-four',
      name: 'hidden',
      plate: 'province',
      address: 'province',
      'id-number': 'hidden',
      birthday: 'hidden',
      email: 'domain',
    });
    expect(view.masks).toMatchObject({ phone: 'last-four', name: 'hidden', wechat: 'usual' });
    const shown = {
      name: ['**'],
      plate: ['桂******'],
      phone: ['1******1234', '0***-****456'],
      wechat: ['1******1234'],
      emergency: ['** 1******9999'],
      email: ['***@qq.com'],
      address: ['广西***'],
      idNumber: ['***'],
      birthday: ['***'],
    };
    expect(await masksOf()).toMatchObject(shown);
    for (const [text, kind] of [
      ['zxm', 'name'],
      ['1234', 'phone'],
      ['14112341234', 'phone'],
      ['141****1234', 'phone'],
      ['1******1234', 'phone'],
      ['07782123456', 'phone'],
      ['m12345', 'plate'],
      ['1801', 'room'],
    ] as const) {
      const row = (await foundBy(text)).find((one) => one.kind === kind);
      expect(row, text).toMatchObject({
        personId,
        nameMask: '**',
        phoneMask: expect.stringMatching(/^(1\*{6}1234|0\*{3}-\*{4}456)$/) as string,
        plateMask: '桂******',
      });
      expect(row!.matched.name).toEqual([]);
      expect(row!.matched.plate).toEqual([]);
    }
    expect(
      (await desk.call('people.verify', verifyOf(personId, 'phone-hidden', '411234', PINS.receptionist)))
        .match,
    ).toBe(true);
    expect(
      (await desk.call('people.verify', verifyOf(personId, 'phone-hidden', '411235', PINS.receptionist)))
        .match,
    ).toBe(false);
    await desk.answers(
      'verify-shown-characters',
      'people.verify',
      verifyOf(personId, 'phone-hidden', '1123', PINS.receptionist),
    );
  });

  /** Ids and signatures: four digits of a value turn up in them now and then. */
  const CHANCE = /\b[0-9a-f]{16,}\b|[A-Za-z0-9+/]{40,}={0,2}/g;

  it('leaves nothing of what it hides in any row of the store, names and plates apart, which a session reads', async () => {
    const hiddenNow = words('141* 412341234 0778 2123 2340010 4501 1890 广西 河池 z*** qq.com 4123');
    const textOf = (): Promise<string> =>
      withStoreOf(desk, engine, async (store) =>
        [...(await readTables(store)).values()]
          .flat()
          .flatMap((row) => Object.values(row).filter((value) => typeof value === 'string'))
          .join('\n')
          .replaceAll(CHANCE, ''),
      );
    const before = await textOf();
    expect(['141*', '0778', '1890', '广西', 'qq.com'].filter((part) => !before.includes(part))).toEqual([]);
    await change({
      phone: 'last-four',
      address: 'hidden',
      'id-number': 'hidden',
      birthday: 'hidden',
      email: 'hidden',
    });
    const after = await textOf();
    expect(hiddenNow.filter((part) => after.includes(part))).toEqual([]);
  });

  it('masks by it whatever is added, edited and imported afterwards, and finds a hidden phone by nothing', async () => {
    await change({ phone: 'hidden', wechat: 'hidden' });
    await desk.switchTo('supervisor');
    const added = await desk.addPerson({ ...PERSON, name: '李小红' });
    expect(
      added.fields.filter(({ field }) => field === 'phone' || field === 'wechat').map(({ mask }) => mask),
    ).toEqual(['***', '***', '***']);
    const edited = await desk.edit(
      { personId, version: 1 },
      { sealed: [{ field: 'phone', ordinal: 0, value: '14112347766' }] },
      { pin: PINS.supervisor, why: { reason: 'correction' } },
    );
    expect(edited.fields.find(({ field }) => field === 'phone')!.mask).toBe('***');
    for (const text of words('1234 7766 456 14112341234 14112347766 141****1234 1******1234 ***')) {
      expect(
        (await foundBy(text)).filter(({ kind }) => kind === 'phone'),
        text,
      ).toEqual([]);
    }
    expect(
      await desk.call('people.verify', verifyOf(personId, 'phone', '14112347766', PINS.supervisor)),
    ).toMatchObject({ match: true });
    await desk.answers(
      'verify-nothing-to-compare',
      'people.verify',
      verifyOf(personId, 'phone-hidden', '1234', PINS.supervisor),
    );
  });

  it("shows as much as before only with a supervisor's PIN, from the values, those replaced meanwhile included", async () => {
    const before = await masksOf();
    await change({ phone: 'hidden', 'id-number': 'hidden', name: 'hidden', address: 'hidden' });
    await desk.switchTo('supervisor');
    await desk.edit(
      { personId, version: 1 },
      { sealed: [{ field: 'phone', ordinal: 1, value: '0778-2999888' }] },
      { pin: PINS.supervisor, why: { reason: 'correction' } },
    );
    const back = { phone: 'usual', 'id-number': 'usual', name: 'usual', address: 'usual' } as const;
    await desk.switchTo('admin');
    const request = { masks: back, words: WORDS, pin: PINS.admin };
    expect(await desk.codeOf('policy.change', request)).toBe('needs-supervisor');
    await desk.answers('needs-supervisor', 'policy.change', {
      ...request,
      supervisor: await desk.proofOf('receptionist'),
    });
    await desk.answers('wrong-pin-either', 'policy.change', {
      ...request,
      supervisor: { ...(await desk.proofOf('supervisor')), pin: 'not-the-pin' },
    });
    expect(await masksOf()).toMatchObject({ name: ['**'], phone: ['***', '***'], idNumber: ['***'] });
    const view = await loosen(back);
    expect(view.history[0]).toMatchObject({ cosignerName: 'Super One', staffName: 'Admin One' });
    expect(await masksOf()).toEqual({ ...before, phone: ['141****1234', '0778-****888'] });
    expect((await foundBy('14112341234')).some(({ kind }) => kind === 'phone')).toBe(true);
    expect((await foundBy('888')).filter(({ kind }) => kind === 'phone')).toHaveLength(1);
    expect((await foundBy('456')).filter(({ kind }) => kind === 'phone')).toEqual([]);
  });

  it('goes from hidden to a part with the values too, and to hidden from there without', async () => {
    await change({ phone: 'hidden' });
    await desk.switchTo('admin');
    await desk.answers('needs-supervisor', 'policy.change', {
      masks: { phone: 'last-four' },
      words: WORDS,
      pin: PINS.admin,
    });
    await loosen({ phone: 'last-four' });
    expect(await masksOf()).toMatchObject({
      phone: ['1******1234', '0***-****456'],
      emergency: ['李* 1******9999'],
    });
    await change({ phone: 'hidden' });
    expect(await masksOf()).toMatchObject({ phone: ['***', '***'], emergency: ['李*'] });
  });

  it('keeps who chose what, when, why and how many masks followed, in its history and in the log, and no value', async () => {
    await change({ phone: 'last-four', address: 'province' });
    const { history, choices } = await loosen({ address: 'usual' });
    expect(
      history.map(({ setting, was, became, remasked, words, staffName, cosignerName }) => [
        setting,
        was,
        became,
        remasked,
        words,
        staffName,
        cosignerName,
      ]),
    ).toEqual([
      ['mask.address', 'province', 'usual', 1, WORDS, 'Admin One', 'Super One'],
      ['mask.address', 'usual', 'province', 5, WORDS, 'Admin One', null],
      ['mask.phone', 'usual', 'last-four', 5, WORDS, 'Admin One', null],
    ]);
    expect(choices.find(({ mask }) => mask === 'phone')!.levels.map(({ level }) => level)).toEqual([
      'usual',
      'last-four',
      'hidden',
    ]);
    await desk.switchTo('supervisor');
    expect(
      (await desk.logged('policy', 50)).map(({ field, reason, detail, cosignerName }) => [
        field,
        reason,
        detail,
        cosignerName,
      ]),
    ).toEqual([
      ['mask.address', WORDS, { was: 'province', became: 'usual', remasked: 1, choice: 196608 }, 'Super One'],
      ['mask.address', WORDS, { was: 'usual', became: 'province', remasked: 5, choice: 131072 }, null],
      ['mask.phone', WORDS, { was: 'usual', became: 'last-four', remasked: 5, choice: 65536 }, null],
    ]);
    expect(await desk.call('policy.read', {})).toMatchObject({
      masks: { phone: 'last-four', address: 'usual' },
      history: { length: 3 },
    });
  });

  it('counts how many people here look the same by their masked names, companies apart, whatever the mask is now', async () => {
    await desk.switchTo('supervisor');
    for (const name of ['张小红', '张大海', '张三', '欧阳锋'])
      await desk.addPerson({ ...PERSON, name, plates: [], sealed: [] });
    await desk.addPerson({
      ...PERSON,
      kind: 'company',
      name: '河池市兴旺物业有限公司',
      sex: 'unknown',
      idType: null,
      plates: [],
      sealed: [],
    });
    expect((await desk.call('policy.read', {})).alike).toEqual({ least: 1, most: 3 });
    expect((await change({ name: 'hidden' })).alike).toEqual({ least: 1, most: 3 });
  });

  it("is for an admin's PIN, and for a change", async () => {
    await desk.switchTo('admin');
    await desk.answers('bad-request', 'policy.change', { masks: {}, words: WORDS, pin: PINS.admin });
    await desk.answers('bad-request', 'policy.change', {
      masks: { phone: 'usual' },
      words: WORDS,
      pin: PINS.admin,
    });
    await desk.answers('bad-request', 'policy.change', {
      masks: { phone: 'province' },
      words: WORDS,
      pin: PINS.admin,
    });
    await desk.answers('wrong-pin', 'policy.change', {
      masks: { phone: 'hidden' },
      words: WORDS,
      pin: 'not-the-pin',
    });
    expect(await desk.call('policy.read', {})).toMatchObject({
      masks: { phone: 'usual' },
      history: { length: 0 },
    });
    for (const role of ['receptionist', 'supervisor'] as const) {
      await desk.switchTo(role);
      await desk.answers('not-allowed', 'policy.change', {
        masks: { phone: 'hidden' },
        words: WORDS,
        pin: PINS[role],
      });
    }
  });

  it('takes bank cards only while they are turned on; those kept before stay, masked', async () => {
    const card = { field: 'bankCard' as const, value: '6222 0212 3456 7890' };
    await desk.switchTo('supervisor');
    const request = { person: { ...PERSON, name: '王小刚', sealed: [card] }, pin: PINS.supervisor };
    expect(await desk.codeOf('people.add', request)).toBe('field-off');
    expect((await change({}, { switchedOn: ['bankCard'] })).switchedOn).toEqual(['bankCard']);
    await desk.lock();
    expect((await desk.unlock('supervisor')).signedIn.switchedOn).toEqual(['bankCard']);
    const kept = await desk.call('people.add', request);
    expect(kept.fields.find(({ field }) => field === 'bankCard')).toMatchObject({
      mask: '**** 7890',
      valid: true,
    });
    await change({}, { switchedOn: [] });
    await desk.switchTo('supervisor');
    expect(await desk.codeOf('people.add', request)).toBe('field-off');
    expect(
      (await desk.call('people.open', { personId: kept.personId })).fields.find(
        ({ field }) => field === 'bankCard',
      )!.mask,
    ).toBe('**** 7890');
    expect(
      await desk.call(
        'people.reveal',
        revealOf(kept.personId, 'bankCard', PINS.supervisor, { reason: 'fees' }),
      ),
    ).toMatchObject({ value: '6222021234567890' });
    await desk.edit(
      { personId: kept.personId, version: 1 },
      { sealed: [{ field: 'bankCard', ordinal: 0, value: null }] },
      { pin: PINS.supervisor, why: { reason: 'correction' } },
    );
  });

  /** Replaced values, which are masked anew like any other. */
  const addMany = async (count: number): Promise<void> => {
    await desk.lock();
    await using store = await openStoreOf(vaultAtRest(desk), chooseEngine(engine), PINS.admin);
    await store.transaction(async (tx) => {
      await tx.run(sql`INSERT INTO sealed_value (person_id, field, ordinal, tier, batch_id, n, ciphertext, mask, valid, created_at, replaced_at)
        WITH RECURSIVE up (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM up WHERE n < ${count})
        SELECT person_id, field, 100 + up.n, tier, batch_id, v.n, ciphertext, mask, valid, created_at, 1 FROM sealed_value v, up WHERE v.field = 'phone' AND v.ordinal = 0`);
    });
  };

  it('can be cancelled at any word of how far it is: nothing has changed then, in the store, in the session, in the log', async () => {
    await addMany(5000);
    await desk.switchTo('admin');
    const before = await desk.call('policy.read', {});
    const begun = desk.hear('policy.progress');
    const asked = desk.codeOf('policy.change', {
      masks: { phone: 'last-four' },
      words: WORDS,
      pin: PINS.admin,
    });
    await begun;
    await desk.call('policy.cancel', {});
    expect(await asked).toBe('cancelled');
    expect(desk.hostCalls.filter((call) => call.startsWith('long-work')).slice(-2)).toEqual([
      'long-work true',
      'long-work false',
    ]);
    expect(await desk.call('policy.read', {})).toEqual(before);
    expect(await masksOf()).toMatchObject({
      phone: expect.arrayContaining(['141****1234', '0778-****456']) as string[],
    });
    await desk.switchTo('supervisor');
    expect(await desk.logged('policy', 50)).toEqual([]);
    expect((await foundBy('14112341234')).find(({ kind }) => kind === 'phone')).toMatchObject({
      phoneMask: '141****1234',
    });
    // A cancel that comes when nothing is changed ends nothing later.
    await desk.switchTo('admin');
    await desk.call('policy.cancel', {});
    await change({ phone: 'last-four' });
    expect((await masksOf())['phone']!.every((mask) => !mask.startsWith('141'))).toBe(true);
  });

  it('says how far it is, and holds off the idle lock meanwhile', async () => {
    desk.hostCalls.length = 0;
    await change({ phone: 'hidden' });
    expect(desk.events.filter(({ event }) => event === 'policy.progress').length).toBeGreaterThan(0);
    expect(
      desk.events
        .filter(({ event }) => event === 'policy.progress')
        .every(
          ({ payload }) =>
            (payload as { done: number; total: number }).done <= (payload as { total: number }).total,
        ),
    ).toBe(true);
    expect(desk.hostCalls.filter((call) => call.startsWith('long-work'))).toEqual([
      'long-work true',
      'long-work false',
    ]);
  });
});
