/** A whole ID number finds its owner by the tag that a supervisor's PIN makes; nothing else does. */
import { beforeEach, describe, expect, test } from 'vitest';
import type { PersonId } from '../../../contract/ids.ts';
import { checkCharacter } from '../../../main/vault/values/id-number.ts';
import { FEATURE_ENGINES } from '../../support/engines.ts';
import { draftOf, idNumberOf, phoneOf } from '../../support/people-drafts.ts';
import { PINS, type VaultHarness, createHarness } from '../../support/vault-harness.ts';

describe.each(FEATURE_ENGINES.map((engine) => [engine.name, engine] as const))('%s', (name) => {
  let desk: VaultHarness;
  let personId: PersonId;
  beforeEach(async () => {
    desk = await createHarness({ engine: name });
    personId = await desk.setUpWith(draftOf(2345), 'receptionist');
  });

  const find = async (idNumber: string, pin: string = PINS.supervisor) =>
    desk.ask('people.findById', { idNumber, supervisor: { slotId: await desk.slotOf('supervisor'), pin } });
  const lastLog = async () => {
    await desk.switchTo('supervisor');
    return (await desk.call('log.list', { before: null, limit: 30 })).entries.filter(
      ({ action }) => !['sign-in', 'locked', 'log-read', 'search'].includes(action),
    );
  };

  test('a receptionist finds the owner with a supervisor beside them, masked, and the log says how many and not what', async () => {
    const found = await find(idNumberOf(2345));
    expect(found).toMatchObject({
      ok: true,
      value: {
        rows: [{ personId, nameMask: '张**', matched: { name: [], phone: [], room: [], plate: [] } }],
      },
    });
    expect(JSON.stringify(found)).not.toContain(idNumberOf(2345));
    const [entry] = await lastLog();
    expect(entry).toMatchObject({
      action: 'search-id',
      detail: { found: 1 },
      staffName: 'Desk One',
      cosignerName: 'Super One',
      personId: null,
      outcome: 'done',
    });
    expect(JSON.stringify(entry)).not.toContain(idNumberOf(2345).slice(2, 12));
  });

  test('spaces, dashes, full width and a small x are no other number', async () => {
    const { version } = await desk.call('people.open', { personId });
    const body = '45010218930101002';
    const withX = Array.from(
      { length: 200 },
      (_, n) => `${body.slice(0, 14)}${String(n).padStart(3, '0')}`,
    ).find((first17) => checkCharacter(first17) === 'X')!;
    await desk.edit(
      { personId, version },
      { sealed: [{ field: 'idNumber', ordinal: 0, value: `${withX}X` }] },
      {
        pin: PINS.receptionist,
        why: { reason: 'correction', words: 'as on the card' },
        cosigner: await desk.proofOf('supervisor'),
      },
    );
    const spaced = `${withX.slice(0, 6)} ${withX.slice(6, 14)}-${withX.slice(14)}x`;
    const wide = [...`${withX}X`]
      .map((character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0))
      .join('');
    for (const typed of [`${withX}X`, spaced, wide])
      expect(await find(typed), typed).toMatchObject({ ok: true, value: { rows: [{ personId }] } });
    // The number from before is replaced: its tag is gone.
    expect(await find(idNumberOf(2345))).toMatchObject({ ok: true, value: { rows: [] } });
  });

  test('an old number of fifteen digits finds the same person as its longer form', async () => {
    const old = '450102010101123';
    await desk.switchTo('supervisor');
    await desk.addPerson(
      draftOf(2346, {
        sealed: [
          { field: 'phone', value: phoneOf(2346) },
          { field: 'idNumber', value: old },
        ],
      }),
    );
    const first17 = `${old.slice(0, 6)}19${old.slice(6)}`;
    const [short, long] = [await find(old), await find(first17 + checkCharacter(first17))];
    expect(short).toMatchObject({
      ok: true,
      value: { rows: [{ phoneMask: expect.stringMatching(/2346$/) as string }] },
    });
    expect(long).toEqual(short);
  });

  test('no part of a number finds anything, nor does another number', async () => {
    const whole = idNumberOf(2345);
    for (const part of [
      whole.slice(0, 17),
      whole.slice(1),
      `${whole}1`,
      whole.slice(0, 16),
      `${whole.slice(0, 14)}____`,
      `%${whole.slice(1, 17)}`,
    ]) {
      expect(await find(part), part).toMatchObject({
        ok: false,
        error: { code: 'invalid-value', details: { field: 'idNumber' } },
      });
    }
    expect(await find(whole.slice(0, 15))).toMatchObject({ ok: true, value: { rows: [] } });
    expect(await find(idNumberOf(2347))).toMatchObject({ ok: true, value: { rows: [] } });
    expect((await lastLog())[0]).toMatchObject({ action: 'search-id', detail: { found: 0 } });
    // A phone has a tag as well, of another tier and field.
    await desk.switchTo('receptionist');
    expect((await desk.call('people.search', { text: whole })).groups).toEqual([]);
  });

  test("nothing is told without a supervisor's PIN", async () => {
    expect(await find(idNumberOf(2345), 'not-the-one-77')).toMatchObject({
      ok: false,
      error: { code: 'wrong-pin' },
    });
    await desk.answers('needs-supervisor', 'people.findById', {
      idNumber: idNumberOf(2345),
      supervisor: await desk.proofOf('receptionist'),
    });
    await desk.switchTo('admin');
    await desk.answers('not-allowed', 'people.findById', {
      idNumber: idNumberOf(2345),
      supervisor: await desk.proofOf('supervisor'),
    });
    expect((await lastLog()).map(({ action }) => action)).not.toContain('search-id');
  });
});
