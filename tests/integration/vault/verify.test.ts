import { beforeEach, describe, expect, it } from 'vitest';
import type { VerifyKind } from '../../../contract/people/verify-kinds.ts';
import type { PersonId } from '../../../contract/ids.ts';
import { draftOf, idNumberOf, phoneOf } from '../../support/people-drafts.ts';
import { MINUTE_MS, createFakeClock } from '../../support/fake-clock.ts';
import { PINS, type VaultHarness, createHarness } from '../../support/vault-harness.ts';

describe('verify without revealing', () => {
  const clock = createFakeClock(1_800_000_000_000);
  let desk: VaultHarness;
  let personId: PersonId;

  beforeEach(async () => {
    desk = await createHarness({ clock });
    personId = await desk.setUpWith(draftOf(1234), 'receptionist');
  });

  const ask = (kind: VerifyKind, said: string, more: object = {}) =>
    desk.ask('people.verify', { personId, kind, said, pin: PINS.receptionist, ...more });

  it.each([
    ['phone', phoneOf(1234), true],
    ['phone', phoneOf(1235), false],
    ['phone', '141 0000 1234', true],
    ['phone-hidden', '0000', true],
    ['phone-hidden', '0001', false],
    ['name', '张明亮', true],
    ['name', '张明', false],
  ] as const)('%s %s is %s', async (kind, said, match) => {
    expect(await ask(kind, said)).toMatchObject({ ok: true, value: { match } });
  });

  it('says on the record when it was verified that day, by more than a name and with no wrong answer since, and when it opens again', async () => {
    const told = async () => {
      const { verifiedAt, verifyOpensAt, verifyTriesLeft } = await desk.call('people.open', { personId });
      return [verifiedAt, verifyOpensAt, verifyTriesLeft];
    };
    await ask('name', '张明亮');
    expect(await told()).toEqual([null, null, 3]);
    await ask('phone', phoneOf(1234));
    const at = clock.now();
    expect(await told()).toEqual([at, null, 3]);
    for (let wrong = 0; wrong < 3; wrong++) await ask('phone', phoneOf(1));
    expect(await told()).toEqual([null, clock.now() + 15 * MINUTE_MS, 0]);
    clock.advance(24 * 60 * MINUTE_MS);
    expect(await told()).toEqual([null, null, 3]);
  });

  it('never answers for characters that the mask shows', async () => {
    for (const said of ['1234', '141', '14112', '00']) {
      const result = await ask('phone-hidden', said);
      if (said === '1234') expect(result).toMatchObject({ ok: true, value: { match: false } });
      else expect(result).toMatchObject({ ok: false, error: { code: 'verify-shown-characters' } });
    }
  });

  it("takes a supervisor's PIN for an ID number", async () => {
    expect(await ask('id-number', idNumberOf(1234))).toMatchObject({
      ok: false,
      error: { code: 'needs-supervisor' },
    });
    const cosigner = await desk.proofOf('supervisor');
    expect(await ask('id-number', idNumberOf(1234).toLowerCase(), { cosigner })).toMatchObject({
      ok: true,
      value: { match: true },
    });
    expect(await ask('id-number', idNumberOf(1), { cosigner })).toMatchObject({
      ok: true,
      value: { match: false },
    });
  });

  it('closes the record for fifteen minutes after three wrong answers, for everybody, also after a lock', async () => {
    for (const left of [2, 1, 0])
      expect(await ask('phone', phoneOf(1))).toMatchObject({
        ok: true,
        value: { match: false, triesLeft: left },
      });
    expect(await ask('phone', phoneOf(1234))).toMatchObject({ ok: false, error: { code: 'verify-closed' } });
    await desk.switchTo('receptionist');
    expect(await ask('name', '张明亮')).toMatchObject({ ok: false, error: { code: 'verify-closed' } });
    clock.advance(14 * MINUTE_MS);
    expect(await ask('name', '张明亮')).toMatchObject({ ok: false, error: { code: 'verify-closed' } });
    clock.advance(MINUTE_MS + 1);
    expect(await ask('name', '张明亮')).toMatchObject({ ok: true, value: { match: true } });
  });

  it('asks for a co-signature after ten wrong answers in a day on one resident', async () => {
    for (let wrong = 0; wrong < 10; wrong++) {
      if (wrong > 0 && wrong % 3 === 0) clock.advance(16 * MINUTE_MS);
      expect(await ask('phone', phoneOf(2))).toMatchObject({ ok: true, value: { match: false } });
    }
    clock.advance(16 * MINUTE_MS);
    expect(await ask('phone', phoneOf(1234))).toMatchObject({
      ok: false,
      error: { code: 'needs-supervisor' },
    });
    expect(await ask('phone', phoneOf(1234), { cosigner: await desk.proofOf('supervisor') })).toMatchObject({
      ok: true,
      value: { match: true },
    });
    clock.advance(24 * 60 * MINUTE_MS);
    expect(await ask('phone', phoneOf(1234))).toMatchObject({ ok: true, value: { match: true } });
  });

  it('logs what was asked and the answer, never what was said', async () => {
    await ask('phone', phoneOf(1));
    await desk.switchTo('supervisor');
    const { entries } = await desk.call('log.list', { before: null, limit: 10 });
    expect(entries.find((entry) => entry.action === 'verify')).toMatchObject({
      personId,
      field: 'phone',
      outcome: 'no-match',
      detail: { kind: 'phone' },
    });
    expect(JSON.stringify(entries)).not.toContain(phoneOf(1));
  });
});
