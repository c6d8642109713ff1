/** The list of reasons in a whole vault: who changes it, what is refused by it, and what entries of before still say. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { ReasonId } from '../../../contract/fields.ts';
import type { PersonId } from '../../../contract/ids.ts';
import { type ReasonList, USUAL_REASONS } from '../../../contract/reasons/lists.ts';
import { decisionRows } from '../../../main/vault/log/decisions.ts';
import { allChains } from '../../../main/vault/log/chains.ts';
import { withOwn, withReason } from '../../../renderer/reasons/reasons-store.ts';
import { ENGINES, FEATURE_ENGINE_NAMES } from '../../support/engines.ts';
import { explain } from '../../support/explain.ts';
import { newStore } from '../../support/new-store.ts';
import { draftOf, phoneOf } from '../../support/people-drafts.ts';
import { PINS, type VaultHarness, createHarness } from '../../support/vault-harness.ts';
import { revealOf } from '../../support/requests-of.ts';

const WORDS = '试一试事由';
const OWN = 'own-1';

describe.each(FEATURE_ENGINE_NAMES)('reasons on %s', (engine) => {
  let desk: VaultHarness;
  let personId: PersonId;

  beforeEach(async () => {
    desk = await createHarness({ engine });
    personId = await desk.setUpWith(draftOf(7), 'admin');
  });

  const change = (list: ReasonList, changes: object = {}) =>
    desk.codeOf('reasons.change', { list, words: WORDS, pin: PINS.admin, ...changes });
  const reveal = (reason: ReasonId, changes: object = {}) =>
    desk.codeOf('people.reveal', revealOf(personId, 'phone', PINS.receptionist, { reason, ...changes }));
  const verify = (reason: ReasonId, changes: object = {}) =>
    desk.codeOf('people.verify', {
      personId,
      kind: 'phone',
      said: phoneOf(7),
      pin: PINS.receptionist,
      reason,
      ...changes,
    });
  const withFire = withOwn(USUAL_REASONS, { zh: '消防检查', en: 'Fire inspection' });
  const logged = async () => (await desk.call('log.list', { before: null, limit: 60 })).entries;

  it('are the usual ones until an admin changes them, with the PIN, as an entry that holds the whole list', async () => {
    expect(await desk.call('reasons.read', {})).toMatchObject({ list: USUAL_REASONS, chosen: null });
    expect(await change(withFire, { pin: 'not the PIN' })).toBe('wrong-pin');
    expect(await change(withFire)).toBe('ok');
    expect(await desk.call('reasons.read', {})).toMatchObject({
      list: withFire,
      chosen: { staffName: 'Admin One', words: WORDS },
    });
    expect((await logged()).find(({ action }) => action === 'reasons')).toMatchObject({
      staffName: 'Admin One',
      signed: true,
      detail: { list: withFire },
    });
    expect((await desk.call('log.verify', {})).ok).toBe(true);
  });

  it('are changed by nobody else', async () => {
    for (const role of ['receptionist', 'supervisor'] as const) {
      await desk.switchTo(role);
      expect(await change(withFire, { pin: PINS[role] })).toBe('not-allowed');
      expect((await desk.call('reasons.read', {})).list).toEqual(USUAL_REASONS);
    }
  });

  it('are neither deleted nor renamed, nor what the program needs put out of use, whatever the form allows', async () => {
    await change(withFire);
    const renamed = withFire.map((one) =>
      one.id === OWN ? { ...one, words: { zh: '别的', en: 'Other' } } : one,
    );
    for (const list of [
      USUAL_REASONS,
      renamed,
      [],
      withFire,
      withReason(withFire, 'authority', { ticket: false }),
      withReason(withFire, 'other', { used: false }),
      [...withFire, { id: OWN, words: { zh: '一', en: 'One' }, used: true, ticket: false }],
      [...withFire, { id: 'own-2', words: { zh: '两\n行', en: 'Two' }, used: true, ticket: false }] as const,
    ])
      expect(await change(list as ReasonList)).toBe('bad-request');
    expect((await desk.call('reasons.read', {})).list).toEqual(withFire);
  });

  it('are accepted once they are added, after a restart as well, and refused before', async () => {
    await desk.switchTo('receptionist');
    expect(await reveal(OWN)).toBe('reason-out-of-use');
    expect(await reveal('own-0')).toBe('bad-request');
    expect(await reveal('no reason' as ReasonId)).toBe('bad-request');
    await desk.switchTo('admin');
    await change(withFire);
    await desk.switchTo('receptionist');
    expect(await reveal(OWN)).toBe('ok');
    expect(await verify(OWN)).toBe('ok');
  });

  it('are refused once they are out of use: of a reveal, a verification and a full record, before any PIN is tried', async () => {
    await change(withReason(withReason(withFire, OWN, { used: false }), 'repair', { used: false }));
    await desk.switchTo('receptionist');
    for (const reason of [OWN, 'repair'] as const) {
      expect(await reveal(reason)).toBe('reason-out-of-use');
      expect(await verify(reason, { pin: '918273' })).toBe('reason-out-of-use');
      await desk.answers('reason-out-of-use', 'people.openFull', {
        personId,
        why: { reason },
        supervisor: await desk.proofOf('supervisor'),
      });
    }
    await desk.switchTo('supervisor');
    const told = (await logged()).filter(({ action }) =>
      ['reveal', 'verify', 'open-full', 'pin-failed'].includes(action),
    );
    expect(told).toEqual([]);
  });

  it('are refused without the ticket that they ask for, and enter it', async () => {
    await change(withReason(withReason(withFire, OWN, { ticket: true }), 'repair', { ticket: true }));
    await desk.switchTo('receptionist');
    for (const reason of [OWN, 'repair', 'authority'] as const) {
      expect(await reveal(reason)).toBe('invalid-value');
      expect(await reveal(reason, { ticket: '  ' })).toBe('invalid-value');
      expect(await verify(reason)).toBe('invalid-value');
      expect(await reveal(reason, { ticket: 'GD-17' })).toBe('ok');
      expect(await verify(reason, { ticket: 'GD-18' })).toBe('ok');
    }
    await desk.switchTo('supervisor');
    expect(
      (await logged())
        .filter(({ action }) => action === 'verify' || action === 'reveal')
        .map(({ action, reason, ticket }) => `${action} ${reason} ${ticket}`),
    ).toEqual([
      'verify authority GD-18',
      'reveal authority GD-17',
      'verify repair GD-18',
      'reveal repair GD-17',
      `verify ${OWN} GD-18`,
      `reveal ${OWN} GD-17`,
    ]);
  });

  it('leave entries of before readable, on the sheet of a shift too, once they are out of use', async () => {
    await change(withFire);
    await desk.switchTo('receptionist');
    await reveal(OWN);
    await desk.switchTo('admin');
    await change(withReason(withFire, OWN, { used: false }));
    await desk.switchTo('receptionist');
    const { reveals, ownReasons } = await desk.call('shift.read', {});
    expect(reveals.map(({ reason }) => reason)).toEqual([OWN]);
    expect(ownReasons).toEqual([{ id: OWN, words: { zh: '消防检查', en: 'Fire inspection' } }]);
  });

  it('hold no emergency up', async () => {
    await change(withReason(USUAL_REASONS, 'repair', { ticket: true }));
    await desk.switchTo('receptionist');
    await desk.answers('ok', 'emergency.begin', { personId, words: '楼下漏水', pin: PINS.receptionist });
  });
});

it.each(ENGINES.map((engine) => [engine.name, engine] as const))(
  '%s finds the list in force by its index',
  async (_, engine) => {
    const store = await newStore(engine);
    expect(
      (await explain(store, decisionRows(allChains, ['reasons'], 'ORDER BY seq DESC LIMIT 1'))).join(),
    ).toMatch(/USING INDEX log_entry_reasons/);
    await store.close();
  },
);
