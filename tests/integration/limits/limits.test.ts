/** Limits in a whole vault: what is stopped, what a supervisor allows, what is raised and stays raised, and who may change any of it. */
import { describe, expect, it } from 'vitest';
import type { PersonId } from '../../../contract/ids.ts';
import { FEATURE_ENGINE_NAMES } from '../../support/engines.ts';
import { type Limits, NO_LIMITS } from '../../../contract/limits/lists.ts';
import { draftOf, phoneOf } from '../../support/people-drafts.ts';
import { PINS, type VaultHarness, createHarness } from '../../support/vault-harness.ts';
import { WHY, verifyOf } from '../../support/requests-of.ts';

const WORDS = '试一试限额';

const quota = (counted: 'search' | 'open' | 'verify' | 'reveal', hour: number): Limits => ({
  ...NO_LIMITS,
  quotas: {
    ...NO_LIMITS.quotas,
    receptionist: { ...NO_LIMITS.quotas.receptionist, [counted]: { hour, shift: 0, day: 0 } },
  },
});

describe.each(FEATURE_ENGINE_NAMES)('limits on %s', (engine) => {
  let desk: VaultHarness;
  let personId: PersonId;
  const begin = async (usualLimits: Limits): Promise<void> => {
    desk = await createHarness({ engine, usualLimits });
    personId = await desk.setUpWith(draftOf(5), 'receptionist');
  };

  const openRecord = () => desk.codeOf('people.open', { personId });
  const reveal = (changes: object = {}) =>
    desk.codeOf('people.reveal', {
      personId,
      field: 'phone',
      ordinal: 0,
      why: WHY,
      pin: PINS.receptionist,
      ...changes,
    });
  const alerts = async () => {
    await desk.switchTo('supervisor');
    return (await desk.call('alerts.list', {})).open;
  };

  it('open no further record once as many were opened as are allowed, and raise it', async () => {
    await begin(quota('open', 2));
    expect([await openRecord(), await openRecord(), await openRecord()]).toEqual([
      'ok',
      'ok',
      'limit-reached',
    ]);
    expect((await alerts()).map(({ kind }) => kind)).toEqual(['quota']);
  });

  it('let exactly as many pass of fifty that come at the same time, whichever they are, and give back what failed', async () => {
    const { receptionist } = quota('open', 7).quotas;
    const hour = (count: number) => ({ hour: count, shift: 0, day: 0 });
    await begin({
      ...NO_LIMITS,
      quotas: {
        ...NO_LIMITS.quotas,
        receptionist: { ...receptionist, verify: hour(5), reveal: hour(3), search: hour(4) },
      },
    });
    const fifty = async (ask: (at: number) => Promise<string>) => {
      const codes = await Promise.all(Array.from({ length: 50 }, (_, at) => ask(at)));
      expect(new Set(codes)).toEqual(new Set(['ok', 'limit-reached']));
      return codes.filter((code) => code === 'ok').length;
    };
    // None of these is done, so that none counts.
    const nobody = await Promise.all(
      Array.from({ length: 50 }, () => desk.codeOf('people.open', { personId: 999_999 as PersonId })),
    );
    expect(new Set(nobody)).toEqual(new Set(['not-found']));
    expect(await fifty(openRecord)).toBe(7);
    const verify = () =>
      desk.codeOf('people.verify', { personId, kind: 'phone', said: phoneOf(5), pin: PINS.receptionist });
    expect(await fifty(verify)).toBe(5);
    expect(await fifty(() => reveal())).toBe(3);
    expect(await fifty((at) => desk.codeOf('people.search', { text: `房${at}号` }))).toBe(4);
    expect((await alerts()).map(({ kind }) => kind)).toEqual(['quota']);
  });

  it('give no value beyond them but with a supervisor who signs with their PIN', async () => {
    await begin(quota('reveal', 1));
    expect([await reveal(), await reveal()]).toEqual(['ok', 'limit-reached']);
    expect(await reveal({ cosigner: await desk.proofOf('supervisor') })).toBe('ok');
  });

  it('are the same after a lock, which ends the process that has counted', async () => {
    await begin(quota('open', 1));
    expect(await openRecord()).toBe('ok');
    await desk.switchTo('supervisor');
    await desk.switchTo('receptionist');
    expect(await openRecord()).toBe('limit-reached');
  });

  it('are lifted for an hour by a supervisor, and by nobody else', async () => {
    await begin(quota('open', 1));
    await openRecord();
    const lift = async (role: 'receptionist' | 'admin' | 'supervisor') =>
      desk.codeOf('limits.override', { supervisor: await desk.proofOf(role), words: WORDS });
    expect(await lift('receptionist')).toBe('needs-supervisor');
    expect(await lift('admin')).toBe('needs-supervisor');
    expect(await openRecord()).toBe('limit-reached');
    expect(await lift('supervisor')).toBe('ok');
    expect(await openRecord()).toBe('ok');
  });

  it('are chosen by an admin, with a supervisor where more is allowed than before, and hold after a restart', async () => {
    await begin(quota('open', 5));
    await desk.switchTo('admin');
    const change = async (limits: Limits, proofs: object = {}) =>
      desk.codeOf('limits.change', { limits, words: WORDS, pin: PINS.admin, ...proofs });
    expect(await change(quota('open', 1))).toBe('ok');
    expect(await change(quota('open', 9))).toBe('needs-supervisor');
    expect(await change(NO_LIMITS)).toBe('needs-supervisor');
    expect(await change(quota('open', 2), { supervisor: await desk.proofOf('supervisor') })).toBe('ok');
    await desk.switchTo('supervisor');
    await desk.answers('not-allowed', 'limits.change', {
      limits: NO_LIMITS,
      words: WORDS,
      pin: PINS.supervisor,
    });
    await desk.switchTo('receptionist');
    expect([await openRecord(), await openRecord(), await openRecord()]).toEqual([
      'ok',
      'ok',
      'limit-reached',
    ]);
  });

  it('leave an alert in the list until a supervisor says why, once, with their PIN', async () => {
    await begin(quota('open', 1));
    await openRecord();
    await openRecord();
    const [alert] = await alerts();
    const explain = (pin: string) =>
      desk.codeOf('alerts.explain', { alertId: alert!.alertId, words: WORDS, pin });
    expect(await explain('not the PIN')).toBe('wrong-pin');
    expect(await explain(PINS.supervisor)).toBe('ok');
    expect(await explain(PINS.supervisor)).toBe('not-found');
    const { open, seen } = await desk.call('alerts.list', {});
    expect(open).toEqual([]);
    expect(seen.map(({ seen: by }) => by?.words)).toEqual([WORDS]);
  });

  it('raise nothing twice, whoever signs in afterwards', async () => {
    await begin({ ...NO_LIMITS, signs: { ...NO_LIMITS.signs, wrongAnswers: 2 } });
    for (let tries = 0; tries < 2; tries++)
      await desk.call('people.verify', verifyOf(personId, 'phone', phoneOf(88), PINS.receptionist));
    expect(await alerts()).toHaveLength(1);
    await desk.switchTo('receptionist');
    expect(await alerts()).toHaveLength(1);
  });

  it('name nobody and no value in what they raise', async () => {
    await begin(quota('open', 1));
    await openRecord();
    await openRecord();
    const entries = (
      await (async () => {
        await desk.switchTo('supervisor');
        return desk.call('log.list', { before: null, limit: 50 });
      })()
    ).entries;
    const text = JSON.stringify(entries.filter(({ action }) => action === 'alert'));
    expect(text).toContain('quota');
    expect(text).not.toContain(phoneOf(5));
  });
});
