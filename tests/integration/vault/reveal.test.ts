import { beforeEach, describe, expect, it } from 'vitest';
import type { PersonId } from '../../../contract/ids.ts';
import { FEATURE_ENGINE_NAMES } from '../../support/engines.ts';
import { draftOf, idNumberOf, phoneOf } from '../../support/people-drafts.ts';
import { PINS, type VaultHarness, createHarness } from '../../support/vault-harness.ts';
import { WHY, revealOf } from '../../support/requests-of.ts';

describe.each(FEATURE_ENGINE_NAMES)('reveal on %s', (engine) => {
  let desk: VaultHarness;
  let personId: PersonId;

  beforeEach(async () => {
    desk = await createHarness({ engine });
    personId = await desk.setUpWith(draftOf(7), 'receptionist');
  });

  const revealPhone = (changes: object = {}) =>
    desk.ask('people.reveal', {
      personId,
      field: 'phone',
      ordinal: 0,
      why: WHY,
      pin: PINS.receptionist,
      ...changes,
    });

  it('opens one contact field with the own PIN and leaves one entry', async () => {
    const result = await revealPhone({ why: { reason: 'repair', ticket: 'T-9' } });
    expect(result).toMatchObject({ ok: true, value: { field: 'phone', value: phoneOf(7), seconds: 20 } });
    await desk.switchTo('supervisor');
    expect(await desk.logged('reveal', 20)).toMatchObject([
      {
        staffName: 'Desk One',
        cosignerName: null,
        personId,
        field: 'phone',
        reason: 'repair',
        ticket: 'T-9',
        outcome: 'done',
      },
    ]);
  });

  it('refuses an identity field to a receptionist and logs that', async () => {
    const ask = { personId, field: 'idNumber', ordinal: 0, why: WHY, pin: PINS.receptionist };
    expect(await desk.codeOf('people.reveal', ask)).toBe('needs-supervisor');
    await desk.switchTo('supervisor');
    const { entries } = await desk.call('log.list', { before: null, limit: 20 });
    expect(entries).toContainEqual(
      expect.objectContaining({
        action: 'refused',
        detail: { of: 'route', route: 'people.reveal', code: 'needs-supervisor' },
      }),
    );
  });

  it('opens an identity field with a supervisor at the desk, both named in the log', async () => {
    const cosigner = await desk.proofOf('supervisor');
    const value = await desk.call(
      'people.reveal',
      revealOf(personId, 'idNumber', PINS.receptionist, WHY, cosigner),
    );
    expect(value.value).toBe(idNumberOf(7));
    await desk.switchTo('supervisor');
    expect((await desk.logged('reveal', 20))[0]).toMatchObject({
      staffName: 'Desk One',
      cosignerName: 'Super One',
      field: 'idNumber',
    });
  });

  it('does not take an admin, a second receptionist PIN or oneself for a supervisor', async () => {
    const ask = { personId, field: 'idNumber', ordinal: 0, why: WHY, pin: PINS.receptionist };
    await desk.answers('needs-supervisor', 'people.reveal', {
      ...ask,
      cosigner: await desk.proofOf('admin'),
    });
    await desk.answers('same-person', 'people.reveal', {
      ...ask,
      cosigner: await desk.proofOf('receptionist'),
    });
  });

  it('does not say which of two PINs was wrong', async () => {
    const cosigner = await desk.proofOf('supervisor');
    expect((await revealPhone({ pin: '000001', cosigner })).ok).toBe(false);
    await desk.answers(
      'wrong-pin-either',
      'people.reveal',
      revealOf(personId, 'phone', '910273', WHY, cosigner),
    );
    await desk.answers(
      'wrong-pin-either',
      'people.reveal',
      revealOf(personId, 'phone', PINS.receptionist, WHY, { ...cosigner, pin: 'not-this-one' }),
    );
  });

  it('enters a wrong PIN in the log before it says so', async () => {
    await desk.answers('wrong-pin', 'people.reveal', revealOf(personId, 'phone', '910273', WHY));
    await desk.switchTo('supervisor');
    expect((await desk.logged('pin-failed', 20))[0]).toMatchObject({
      staffName: 'Desk One',
      outcome: 'failed',
    });
  });

  it('gives no value where the anchor cannot be written', async () => {
    desk.keychain.refusing = true;
    const result = await revealPhone();
    expect(result.ok).toBe(false);
    expect(JSON.stringify(result)).not.toContain(phoneOf(7));
    desk.keychain.refusing = false;
    expect((await revealPhone()).ok).toBe(true);
  });

  it('asks for words where the reason is "other"', async () => {
    await desk.answers(
      'invalid-value',
      'people.reveal',
      revealOf(personId, 'phone', PINS.receptionist, { reason: 'other' }),
    );
    await desk.answers(
      'invalid-value',
      'people.reveal',
      revealOf(personId, 'phone', PINS.receptionist, { reason: 'other', words: '\u200b\u202e\u3164' }),
    );
    expect((await revealPhone({ why: { reason: 'other', words: 'lost parcel' } })).ok).toBe(true);
  });

  it('opens names and plates with a PIN by rule', async () => {
    expect(await desk.reveal(personId, 'name', PINS.receptionist, WHY)).toBe('张明亮');
    expect(await desk.reveal(personId, 'plate', PINS.receptionist, WHY)).toBe('桂M12345');
  });

  it("opens the full record with a supervisor's PIN, one entry for each field", async () => {
    const { fields } = await desk.call('people.openFull', {
      personId,
      why: WHY,
      supervisor: await desk.proofOf('supervisor'),
    });
    expect(Object.fromEntries(fields.map((field) => [field.field, field.value]))).toEqual({
      name: '张明亮',
      plate: '桂M12345',
      phone: phoneOf(7),
      idNumber: idNumberOf(7),
      remark: 'prefers mornings',
    });
    expect(fields.every((field) => field.seconds === 60)).toBe(true);
    await desk.answers('needs-supervisor', 'people.openFull', {
      personId,
      why: WHY,
      supervisor: await desk.proofOf('receptionist'),
    });
    await desk.switchTo('supervisor');
    expect((await desk.logged('open-full', 40)).map((entry) => entry.field).sort()).toEqual([
      'idNumber',
      'name',
      'phone',
      'plate',
      'remark',
    ]);
  });

  it("opens for an authority what its document asks for and nothing else, with a supervisor's PIN, one entry for each field", async () => {
    const ask = async (changes: object = {}) => ({
      personId,
      why: { reason: 'authority', ticket: '桂公调 2026-17' },
      supervisor: await desk.proofOf('supervisor'),
      extract: { authority: '某派出所', purpose: '核实居住', fields: ['name', 'phone'] },
      ...changes,
    });
    const codes = [];
    for (const changes of [
      { extract: undefined },
      { why: { reason: 'repair' } },
      { extract: { authority: '某派出所', purpose: '核实居住', fields: [] } },
      { extract: { authority: '', purpose: '核实居住', fields: ['name'] } },
      { why: { reason: 'authority' } },
      { supervisor: await desk.proofOf('receptionist') },
      { extract: { authority: '某派出所', purpose: '核实居住', fields: ['petLicence'] } },
    ])
      codes.push(await desk.codeOf('people.openFull', await ask(changes)));
    expect(codes).toEqual([
      'bad-request',
      'bad-request',
      'bad-request',
      'bad-request',
      'invalid-value',
      'needs-supervisor',
      'nothing-sealed',
    ]);
    const reply = await desk.ask('people.openFull', await ask());
    expect(reply).toMatchObject({
      ok: true,
      value: {
        fields: [
          { field: 'name', value: '张明亮', seconds: 60 },
          { field: 'phone', value: phoneOf(7), seconds: 60 },
        ],
      },
    });
    for (const unasked of [idNumberOf(7), '桂M12345', 'prefers mornings'])
      expect(JSON.stringify(reply)).not.toContain(unasked);
    await desk.switchTo('supervisor');
    const { entries } = await desk.call('log.list', { before: null, limit: 40 });
    expect(
      entries
        .filter((entry) => entry.action === 'extract')
        .map(({ field, reason, ticket, staffName, cosignerName }) => [
          field,
          reason,
          ticket,
          staffName,
          cosignerName,
        ]),
    ).toEqual(
      ['phone', 'name'].map((field) => [
        field,
        'authority: 某派出所; 核实居住',
        '桂公调 2026-17',
        'Desk One',
        'Super One',
      ]),
    );
    expect(entries.some((entry) => entry.action === 'open-full')).toBe(false);
  });
});
