/** A restore of a backup of before does not undo what residents have asked for since: restrictions, withdrawals, refusals, and requests that are open. */
import { expect, it } from 'vitest';
import type { PersonId } from '../../../contract/ids.ts';
import { chooseEngine } from '../../../main/vault/store/engine/choose-engine.ts';
import { makeOne, openBackupDesk } from '../../support/backup-desk.ts';
import { createFakeClock } from '../../support/fake-clock.ts';
import { draftOfPlanted, PLANTED } from '../../support/planted-people.ts';
import { openStoreOf, vaultAtRest } from '../../support/store-tools.ts';
import { PINS } from '../../support/vault-harness.ts';

const pin = PINS.supervisor;
const WORDS = '本人要求暂停使用';

it('restrictions, withdrawals and open requests of since are in force after a restore; what was lifted stays lifted', async () => {
  const clock = createFakeClock();
  const { desk } = await openBackupDesk({ clock, people: 0 });
  await desk.switchTo('supervisor');
  const add = async (n: 0 | 1 | 2): Promise<PersonId> =>
    (await desk.addPerson(draftOfPlanted(PLANTED[n]!), pin)).personId;
  const [asks, withdraws, freed] = [await add(0), await add(1), await add(2)];
  const phoneOf = new Map([asks, withdraws, freed].map((id, n) => [id, PLANTED[n]!.sealed.phone[0]!.value]));
  await desk.call('consent.setVersion', { noticeVersion: '2026-1', pin });
  const tell = async (personId: PersonId, purpose: 'service' | 'parking'): Promise<void> => {
    const { version } = await desk.call('people.open', { personId });
    const how = { agreed: true, way: 'signed', consenter: 'self', pin } as const;
    await desk.call('consent.tell', { personId, version, purposes: [purpose], ...how });
  };
  await tell(withdraws, 'parking');
  await tell(asks, 'parking');
  const now = async (requestId: number) =>
    (await desk.call('requests.list', {})).requests.find((one) => one.requestId === requestId)!;
  const takeIn = async (personId: PersonId, what: 'restrict' | 'explain'): Promise<number> =>
    (await desk.call('requests.takeIn', { personId, what, fields: [], asker: 'self', way: 'counter' }))
      .requestId;
  const verify = async (personId: PersonId, requestId: number): Promise<void> => {
    const { version } = await now(requestId);
    const said = { kind: 'phone', said: phoneOf.get(personId)!, pin } as const;
    await desk.call('requests.verify', { requestId, version, personId, ...said });
  };
  const restrict = async (personId: PersonId): Promise<number> => {
    const requestId = await takeIn(personId, 'restrict');
    await verify(personId, requestId);
    const { version } = await now(requestId);
    await desk.call('requests.restrict', { requestId, version, words: WORDS, pin });
    return requestId;
  };
  const withdraw = async (personId: PersonId, purpose: 'service' | 'parking'): Promise<void> => {
    const { version } = await desk.call('people.open', { personId });
    const how = { on: new Date(clock.now()).toISOString().slice(0, 10), follows: 'other-basis' } as const;
    await desk.call('consent.withdraw', { personId, version, purposes: [purpose], ...how, pin });
  };
  const noticesOf = async (personId: PersonId) =>
    (await desk.call('people.open', { personId })).records
      .filter((record) => record.kind === 'notice')
      .map(({ purpose, withdrawnOn, consentedOn }) => [purpose, consentedOn !== null, withdrawnOn !== null]);

  const lifted = await restrict(freed);
  await desk.switchTo('admin');
  const name = await makeOne(desk);
  await desk.switchTo('supervisor');
  const { version } = await now(lifted);
  await desk.call('requests.lift', { requestId: lifted, version, words: '本人要求恢复使用', pin });
  // Withdrawn, refused without having been asked, and withdrawn and given again.
  await withdraw(withdraws, 'parking');
  await withdraw(withdraws, 'service');
  await withdraw(freed, 'parking');
  await tell(freed, 'parking');
  const notices = [await noticesOf(withdraws), await noticesOf(freed)];
  const restricted = await restrict(asks);
  const open = await takeIn(withdraws, 'explain');
  await verify(withdraws, open);

  await desk.switchTo('admin');
  await desk.call('backup.restore', { folderId: null, name, pin: PINS.admin, words: '导入出错' });
  await desk.lock();
  await desk.unlock('supervisor');
  await desk.call('session.acknowledge', { words: '与管理员一起恢复', pin });

  await desk.answers('restricted', 'people.open', { personId: asks });
  expect(await desk.codeOf('people.open', { personId: freed })).toBe('ok');
  expect(await now(restricted)).toMatchObject({ state: 'done', restricts: true });
  expect(await now(lifted)).toMatchObject({ state: 'done', restricts: false });
  expect([await noticesOf(withdraws), await noticesOf(freed)]).toEqual(notices);
  // The request that was open is, with the day on which it is due; who asks is verified anew, and it is done by that.
  expect(await now(open)).toMatchObject({ state: 'open', identity: null });
  const explained = async () => ({
    requestId: open,
    version: (await now(open)).version,
    ...({ how: 'done', act: 'explained', words: '已当面说明处理规则', pin } as const),
  });
  await desk.answers('identity-not-verified', 'requests.decide', await explained());
  await verify(withdraws, open);
  await desk.call('requests.decide', await explained());
  for (const action of ['request-restrict', 'request-lift', 'consent-withdraw'])
    expect((await desk.logged(action, 100))[0], action).toMatchObject({
      staffName: 'Admin One',
      signed: true,
    });
  expect((await desk.call('log.verify', {})).ok).toBe(true);

  // Signed entries of the restored log vouch for it: a row that goes is found out.
  await desk.lock();
  const store = await openStoreOf(vaultAtRest(desk), chooseEngine('auto'), PINS.admin);
  await store.runAlone({ text: 'UPDATE subject_request SET restricts = 0', values: [] });
  await store.close();
  await expect(desk.unlock('supervisor')).rejects.toThrow('store-tampered');
  await desk.dispose();
}, 120_000);
