/** An inspection in a whole vault: what is still answered, and who begins and ends it. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { PersonId } from '../../../contract/ids.ts';
import { FEATURE_ENGINE_NAMES } from '../../support/engines.ts';
import { draftOf, phoneOf } from '../../support/people-drafts.ts';
import { PINS, type VaultHarness, createHarness } from '../../support/vault-harness.ts';
import { revealOf } from '../../support/requests-of.ts';

const WHO = '街道办，检查文书第 1 号';

describe.each(FEATURE_ENGINE_NAMES)('an inspection on %s', (engine) => {
  let desk: VaultHarness;
  let personId: PersonId;

  beforeEach(async () => {
    desk = await createHarness({ engine });
    personId = await desk.setUpWith(draftOf(5), 'supervisor');
  });

  const begin = (pin: string = PINS.supervisor) =>
    desk.codeOf('inspection.begin', { who: WHO, minutes: 30, shared: false, pin });
  const reveal = () => desk.codeOf('people.reveal', revealOf(personId, 'phone', PINS.supervisor));
  const actions = async (): Promise<readonly string[]> =>
    (await desk.call('log.list', { before: null, limit: 20 })).entries.map(({ action }) => action);

  it('shows masks and the log, and gives no value with the right PIN', async () => {
    expect(await reveal()).toBe('ok');
    expect(await begin()).toBe('ok');
    expect(await desk.codeOf('people.open', { personId })).toBe('ok');
    expect(JSON.stringify(await desk.call('people.open', { personId }))).not.toContain(phoneOf(5));
    expect(await desk.codeOf('log.verify', {})).toBe('ok');
    expect(await reveal()).toBe('in-inspection');
    await desk.answers('in-inspection', 'people.add', { person: draftOf(6), pin: PINS.supervisor });
    expect(await actions()).toEqual(expect.arrayContaining(['inspection', 'refused']));
  });

  it('ends with the PIN of the supervisor and with no other', async () => {
    await begin();
    expect(await desk.codeOf('inspection.end', { pin: PINS.receptionist })).toBe('wrong-pin');
    expect(await reveal()).toBe('in-inspection');
    expect(await desk.codeOf('inspection.end', { pin: PINS.supervisor })).toBe('ok');
    expect(await reveal()).toBe('ok');
    expect(await actions()).toEqual(expect.arrayContaining(['inspection-end']));
  });

  it('lets the window be recorded where the entry says so, and no longer than to its end', async () => {
    const told = () => desk.hostCalls.filter((call) => call.startsWith('screen-shared'));
    const share = { who: WHO, minutes: 30, shared: true } as const;
    expect(await desk.codeOf('inspection.begin', { ...share, pin: PINS.receptionist })).toBe('wrong-pin');
    expect(told()).toEqual([]);
    await desk.call('inspection.begin', { ...share, pin: PINS.supervisor });
    expect(told()).toEqual(['screen-shared true']);
    expect((await desk.logged('inspection', 5))[0]?.detail).toEqual({ minutes: 30, shared: true });
    await desk.call('inspection.end', { pin: PINS.supervisor });
    expect(told()).toEqual(['screen-shared true', 'screen-shared false']);
  });

  it('is begun by a supervisor alone, and only with an entry', async () => {
    expect(await begin(PINS.receptionist)).toBe('wrong-pin');
    desk.keychain.refusing = true;
    expect(await begin()).toBe('keychain-write-failed');
    desk.keychain.refusing = false;
    expect(await desk.call('inspection.read', {})).toEqual({ inspection: null });
    for (const role of ['receptionist', 'admin'] as const) {
      await desk.switchTo(role);
      expect(await begin(PINS[role])).toBe('not-allowed');
    }
  });

  it('has a page on paper with the PIN of the supervisor alone, in masks, once, and with an entry', async () => {
    const what = { of: 'record', personId } as const;
    expect(await desk.codeOf('inspection.print', { what, pin: PINS.supervisor })).toBe('not-found');
    expect(await desk.codeOf('accessHistory.print', { about: { by: 'person', personId } })).toBe('ok');
    await begin();
    expect(await desk.vault.paper('access-history')).toBeNull();
    expect(await desk.codeOf('inspection.print', { what, pin: PINS.receptionist })).toBe('wrong-pin');
    expect(await desk.vault.paper('inspection')).toBeNull();
    desk.keychain.refusing = true;
    await desk.answers('keychain-write-failed', 'inspection.print', { what, pin: PINS.supervisor });
    desk.keychain.refusing = false;
    expect(await desk.vault.paper('inspection')).toBeNull();
    expect(await desk.codeOf('inspection.print', { what, pin: PINS.supervisor })).toBe('ok');
    const paper = await desk.vault.paper('inspection');
    expect(paper).toMatchObject({ sheet: { who: WHO, page: { of: 'record', person: { personId } } } });
    expect(JSON.stringify(paper)).not.toContain(phoneOf(5));
    expect(JSON.stringify(paper)).not.toContain('张明亮');
    expect(await desk.vault.paper('inspection')).toBeNull();
    const question = { about: { by: 'person', personId } } as const;
    await desk.answers('ok', 'inspection.print', {
      what: { of: 'access-history', question },
      pin: PINS.supervisor,
    });
    expect(await desk.vault.paper('inspection')).toMatchObject({ sheet: { page: { of: 'access-history' } } });
    const number = { of: 'access-history', question: { about: { by: 'number' } } } as const;
    expect(await desk.codeOf('inspection.print', { what: number, pin: PINS.supervisor })).toBe('not-found');
    const { entries } = await desk.call('log.list', { before: null, limit: 20 });
    const printed = entries.filter(({ action }) => action === 'inspection-print');
    expect(printed.map(({ personId: whom, signed }) => [whom, signed])).toEqual([
      [null, true],
      [personId, true],
    ]);
    expect(entries.map(({ action }) => action)).toContain('access-history-print');
  });

  it('is over with a lock', async () => {
    await begin();
    await desk.switchTo('supervisor');
    expect(await desk.call('inspection.read', {})).toEqual({ inspection: null });
    expect(await reveal()).toBe('ok');
  });
});
