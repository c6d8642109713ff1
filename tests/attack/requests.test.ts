/** Somebody tries to be answered without being verified for what they ask: by rows written into the store, and by a desk that is not theirs. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RequestView } from '../../contract/requests/routes.ts';
import type { RouteRequest } from '../../contract/routes.ts';
import { lenientEngine } from '../support/any-schema.ts';
import { copyOf, offerDisclosure } from '../support/features/disclosures.ts';
import { phoneOf } from '../support/people-drafts.ts';
import { type ScopeDesk, numberOf, openScopeDesk } from '../support/scope-desk.ts';
import { openStoreOf } from '../support/store-tools.ts';
import { PINS } from '../support/vault-harness.ts';
import { type Sql, sql } from '../../main/vault/store/sql.ts';

describe('a request of an individual', () => {
  let at: ScopeDesk;
  beforeAll(async () => {
    at = await openScopeDesk();
    await at.desk.switchTo('supervisor');
  }, 120_000);
  afterAll(() => at?.desk.dispose());

  const takeIn = async (
    who: 'own' | 'hidden',
    changes: Partial<RouteRequest<'requests.takeIn'>> = {},
  ): Promise<RequestView> => {
    const { register, requestId } = await at.desk.call('requests.takeIn', {
      personId: at.people[who],
      what: 'explain',
      fields: [],
      asker: 'self',
      way: 'phone',
      ...changes,
    });
    return register.requests.find((one) => one.requestId === requestId)!;
  };
  const verify = (request: RequestView, who: 'own' | 'hidden') =>
    at.desk.call('requests.verify', {
      requestId: request.requestId,
      version: request.version,
      personId: at.people[who],
      kind: 'phone',
      said: phoneOf(7000 + numberOf(who)),
      pin: PINS.supervisor,
    });
  /** Behind the application's back. */
  const rewrite = async (query: Sql): Promise<void> => {
    await at.desk.lock();
    const { vaultDir, keychain } = at.desk;
    const store = await openStoreOf(
      { vaultDir, deviceSecrets: keychain.deviceSecrets },
      lenientEngine('sqlcipher'),
      PINS.admin,
    );
    await store.runAlone(query);
    await store.checkpoint();
    await store.close();
    await at.desk.unlock('supervisor');
  };
  const outcomeOf = async ({ requestId }: RequestView): Promise<string> => {
    const { requests } = await at.desk.call('requests.list', {});
    const { version } = requests.find((one) => one.requestId === requestId)!;
    return at.desk.codeOf('requests.decide', {
      requestId,
      version,
      how: 'done',
      act: 'explained',
      words: '已说明收集的目的和期限',
      pin: PINS.supervisor,
    });
  };

  it.each([
    [
      'the answer of another request',
      'own',
      (of: number) => sql`identity_seq = (SELECT identity_seq FROM subject_request WHERE id = ${of})`,
    ],
    [
      'the answer of somebody else',
      'hidden',
      (of: number) => sql`identity_seq = (SELECT identity_seq FROM subject_request WHERE id = ${of})`,
    ],
    [
      'an answer at the counter',
      'own',
      () =>
        sql`taken_seq = 0, identity_seq = (SELECT MAX(seq) FROM log_entry WHERE action = 'verify' AND detail NOT LIKE '%request%')`,
    ],
    ['an entry that is no answer', 'own', () => sql`identity_seq = (SELECT MAX(seq) FROM log_entry)`],
  ] as const)('is done for nobody by a row that names %s', async (_, who, planted) => {
    const verified = await takeIn('own');
    expect((await verify(verified, 'own')).match).toBe(true);
    await at.desk.call('people.verify', {
      personId: at.people.own,
      kind: 'phone',
      said: phoneOf(7000 + numberOf('own')),
      pin: PINS.supervisor,
    });
    const request = await takeIn(who);
    const { text, values } = planted(verified.requestId);
    await rewrite({
      text: `UPDATE subject_request SET ${text} WHERE id = ?`,
      values: [...values, request.requestId],
    });
    expect(await outcomeOf(request)).toBe('identity-not-verified');
    expect(await outcomeOf(verified)).toBe('ok');
  });

  it.each([
    [
      'turns nobody who acts for somebody into the person themself',
      { asker: 'agent', what: 'copy' },
      sql`asker = 'self'`,
    ],
    ['makes no copy of what was asked to be explained', { what: 'explain' }, sql`what = 'copy'`],
  ] as const)('by a row of the store %s', async (_, changes, planted) => {
    const request = await takeIn('own', changes);
    expect((await verify(request, 'own')).match).toBe(true);
    await rewrite({
      text: `UPDATE subject_request SET ${planted.text} WHERE id = ?`,
      values: [request.requestId],
    });
    offerDisclosure(at.desk, 'own-copy');
    const seen = { requestId: request.requestId, version: 2 };
    const copy = { ...copyOf(at.people.own, seen), pin: PINS.supervisor };
    expect(await at.desk.codeOf('disclosures.ownCopy', copy)).toBe('identity-not-verified');
  });

  it('is verified with nobody who is not whom it is about', async () => {
    const { requestId, version } = await takeIn('own');
    await at.desk.answers('not-found', 'requests.verify', {
      requestId,
      version,
      personId: at.people.hidden,
      kind: 'phone',
      said: phoneOf(7000 + numberOf('hidden')),
      pin: PINS.supervisor,
    });
  });

  it('shows a limited receptionist nothing of a request about somebody outside', async () => {
    const [own, hidden] = [await takeIn('own'), await takeIn('hidden')];
    await at.desk.switchTo('receptionist');
    const { requests } = await at.desk.call('requests.list', {});
    const ids = requests.map(({ requestId }) => requestId);
    expect(ids).toContain(own.requestId);
    expect(ids).not.toContain(hidden.requestId);
    expect(new Set(requests.map(({ personId }) => personId))).toEqual(new Set([at.people.own]));
  });
});
