/** A log that takes no entry, since the keychain, in which its end lies, takes nothing: whatever would show a value, open a record or say whether an answer is right is refused, and the masked search goes on. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { PersonId } from '../../../contract/ids.ts';
import type { RouteName } from '../../../contract/route-names.ts';
import type { RouteRequest } from '../../../contract/routes.ts';
import { FEATURE_ENGINE_NAMES } from '../../support/engines.ts';
import { draftOf, phoneOf } from '../../support/people-drafts.ts';
import { PINS, type VaultHarness, createHarness } from '../../support/vault-harness.ts';

const WHY = { reason: 'repair' } as const;
const WORDS = 'nobody writes this down';

describe.each(FEATURE_ENGINE_NAMES)('a log that takes no entry on %s', (engine) => {
  let desk: VaultHarness;
  let personId: PersonId;

  beforeEach(async () => {
    desk = await createHarness({ engine });
    personId = await desk.setUpWith(draftOf(5), 'receptionist');
  });

  /** The answers of a route with the log as it is, refusing, and as it was. */
  async function answers<R extends RouteName>(
    route: R,
    payload: RouteRequest<R>,
  ): Promise<readonly string[]> {
    const before = await desk.codeOf(route, payload);
    desk.keychain.refusing = true;
    const refused = await desk.codeOf(route, payload);
    desk.keychain.refusing = false;
    return [before, refused, await desk.codeOf(route, payload)];
  }

  const REFUSED = ['ok', 'log-unavailable', 'ok'];
  /** A PIN is counted in the keychain before it is tried. */
  const REFUSED_WITH_PIN = ['ok', 'keychain-write-failed', 'ok'];

  it('opens no record and no room', async () => {
    expect(await answers('people.open', { personId })).toEqual(REFUSED);
    const { roomId } = await desk.call('rooms.add', { text: '9-9-909' });
    expect(await answers('rooms.open', { roomId })).toEqual(REFUSED);
  });

  it('reveals no value', async () => {
    const reveal = { personId, field: 'phone', ordinal: 0, why: WHY, pin: PINS.receptionist } as const;
    expect(await answers('people.reveal', reveal)).toEqual(REFUSED_WITH_PIN);
  });

  it('lets nothing be copied that is shown, and tells main of none', async () => {
    const which = { personId, field: 'phone', ordinal: 0 } as const;
    await desk.call('people.reveal', { ...which, why: WHY, pin: PINS.receptionist });
    const told = () => desk.hostCalls.filter((call) => call === 'copied').length;
    desk.keychain.refusing = true;
    expect([await desk.codeOf('people.copy', which), told()]).toEqual(['log-unavailable', 0]);
    desk.keychain.refusing = false;
    expect([await desk.codeOf('people.copy', which), told()]).toEqual(['ok', 1]);
  });

  it('opens no full record', async () => {
    const supervisor = await desk.proofOf('supervisor');
    expect(await answers('people.openFull', { personId, why: WHY, supervisor })).toEqual(REFUSED_WITH_PIN);
  });

  it('says of no answer whether it is right', async () => {
    const verify = { personId, kind: 'phone', said: phoneOf(5), pin: PINS.receptionist } as const;
    expect(await answers('people.verify', verify)).toEqual(REFUSED_WITH_PIN);
  });

  it('lets nobody go on beyond a limit', async () => {
    const supervisor = await desk.proofOf('supervisor');
    expect(await answers('limits.override', { supervisor, words: WORDS })).toEqual(REFUSED_WITH_PIN);
  });

  it('still finds whoever is searched for, in masks', async () => {
    desk.keychain.refusing = true;
    const { groups } = await desk.call('people.search', { text: phoneOf(5).slice(-4) });
    expect(groups.flatMap(({ rows }) => rows).map((row) => row.personId)).toEqual([personId]);
    expect(JSON.stringify(groups)).not.toContain(phoneOf(5));
  });
});
