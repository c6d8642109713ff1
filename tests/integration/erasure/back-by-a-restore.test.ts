/** People who were deleted and whom a restored backup has: restricted at once, left out of every list, and deleted again with one order. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import type { FileId, PersonId } from '../../../contract/ids.ts';
import { MISSING_KINDS } from '../../../contract/consent/lists.ts';
import { dayOf } from '../../../main/vault/clock.ts';
import { type BackupDeskForTest, makeOne, openBackupDesk } from '../../support/backup-desk.ts';
import { type FakeClock, createFakeClock } from '../../support/fake-clock.ts';
import { A_YEAR } from '../../support/features/retention.ts';
import { makeTempDir } from '../../support/temp-dir.ts';
import { draftOf } from '../../support/people-drafts.ts';
import { PINS } from '../../support/vault-harness.ts';
import { endOf, holdOf } from '../../support/requests-of.ts';

const WORDS = '按公司制度办理';
const SECOND_PLACE = 'a'.repeat(32) as FileId;

let test: BackupDeskForTest;
let clock: FakeClock;
/** Live in neighbouring rooms; the first is deleted after the backup. */
let gone: PersonId, held: PersonId;

beforeEach(async () => {
  clock = createFakeClock();
  test = await openBackupDesk({ clock, people: 2 });
  await test.desk.switchTo('supervisor');
  [gone, held] = [await personIn('3-2-1802'), await personIn('3-2-1803')];
  await test.desk.switchTo('admin');
}, 60_000);

const personIn = async (room: string): Promise<PersonId> =>
  (await test.desk.call('people.search', { text: room })).groups[0]!.rows[0]!.personId;
const both = async () => ({ pin: PINS.supervisor, other: await test.desk.proofOf('admin') });
const codeOfOpening = (personId: PersonId) => test.desk.codeOf('people.open', { personId });
const due = () => test.desk.call('retention.due', {});
const view = () => test.desk.call('retention.read', {});
const entriesOf = (action: string) => test.desk.logged(action, 100);

/** Signed in as a supervisor: the first is asked to be deleted and is; the other is held. */
async function deleteOne(): Promise<void> {
  const { desk } = test;
  await desk.switchTo('supervisor');
  await desk.call('retention.hold', holdOf(held, 'claim', '漏水索赔未结', PINS.supervisor));
  const { records, version } = await desk.call('people.open', { personId: gone });
  const home = records.find(({ kind }) => kind === 'occupancy')!;
  await desk.call(
    'records.end',
    endOf({ personId: gone, version }, 'occupancy', home.recordId, '2020-01-31'),
  );
  await desk.switchTo('admin');
  await desk.call('retention.setRules', { rules: A_YEAR, words: WORDS, pin: PINS.admin });
  await desk.switchTo('supervisor');
  const erased = await desk.call('retention.erase', { people: [gone], words: WORDS, ...(await both()) });
  expect(erased.people).toBe(1);
}

async function acknowledge(): Promise<void> {
  await test.desk.call('session.acknowledge', { words: '与管理员一起恢复', pin: PINS.supervisor });
}

/** As an admin restores it, with the store of today beside it. */
async function restore(name: string): Promise<void> {
  const { desk } = test;
  await desk.switchTo('admin');
  await desk.call('backup.restore', { folderId: null, name, pin: PINS.admin, words: '导入出错' });
  await desk.lock();
  expect((await desk.unlock('supervisor')).alarms).toEqual(['restored']);
  await acknowledge();
}

/** From the lock screen, where the store of today does not open. */
async function repair(name: string): Promise<void> {
  const { desk } = test;
  await desk.vault.close();
  const path = join(desk.vaultDir, 'store-0001.db');
  writeFileSync(path, readFileSync(path).subarray(0, 10_000));
  await desk.start();
  await desk.call('repair.restore', {
    folderId: null,
    name,
    slotId: await desk.slotOf('admin'),
    pin: PINS.admin,
    words: '硬盘坏了',
  });
  await desk.unlock('supervisor');
  await acknowledge();
}

describe('somebody who was deleted after a backup that is restored', () => {
  it('is restricted at once, though no times are confirmed in it, and told in the bell and in the log', async () => {
    const name = await makeOne(test.desk);
    await deleteOne();
    await restore(name);
    expect((await view()).rules.chosen).toBeNull();
    expect(await codeOfOpening(gone)).toBe('restricted');
    expect(await due()).toMatchObject({ people: 0, returned: 1, gap: false });
    const listed = await test.desk.call('retention.list', { of: 'returned', after: null });
    expect(listed).toMatchObject({ people: [{ personId: gone, held: false, recalled: false }], next: null });
    const [known] = await entriesOf('erasures-known');
    expect(known).toMatchObject({
      staffName: 'Admin One',
      signed: true,
      detail: { from: 'store', people: 1, there: 1 },
    });
    // The deletion, its certificate and the hold are those of the store of before.
    expect(await view()).toMatchObject({
      returned: 1,
      gap: null,
      erasures: [{ people: 1, check: { found: 0 } }],
      holds: [{ personId: held }],
    });
  });

  it('is in no list that names people, and in no file that goes out', async () => {
    const { desk } = test;
    await desk.switchTo('supervisor');
    await desk.call('consent.setVersion', { noticeVersion: '2026-1', pin: PINS.supervisor });
    const { rooms } = await desk.call('people.open', { personId: gone });
    const { personId: mate } = await desk.addPerson(
      draftOf(7, { rooms: [{ text: rooms[0]!.label, relation: 'family' }] }),
      PINS.supervisor,
    );
    const livesWith = async () =>
      (await desk.call('people.household', { personId: mate })).people.map(({ personId }) => personId);
    expect(await livesWith()).toEqual([gone]);
    const before = await desk.call('consent.summary', {});
    await desk.switchTo('admin');
    const name = await makeOne(desk);
    await deleteOne();
    await restore(name);
    const found = (await desk.call('people.search', { text: '3-2-' })).groups.flatMap(({ rows }) => rows);
    expect(found.map(({ personId }) => personId)).toEqual([mate, held]);
    expect(await livesWith()).toEqual([]);
    const { people, records } = await desk.call('rooms.open', { roomId: rooms[0]!.roomId });
    expect([...people, ...records].map(({ personId }) => personId)).not.toContain(gone);
    for (const kind of MISSING_KINDS) {
      const { rows } = await desk.call('consent.missing', { kind, after: null });
      expect(rows.map(({ personId }) => personId)).not.toContain(gone);
    }
    expect((await desk.call('consent.summary', {})).people).toBe(before.people - 1);
    const { rows } = await desk.call('consent.findChildren', { pin: PINS.supervisor });
    expect(rows.map(({ personId }) => personId)).not.toContain(gone);
    expect((await postEverywhere()).postings[0]?.people).toBe(2);
  });

  it('is deleted again by one order of two people, with a certificate of its own', async () => {
    const name = await makeOne(test.desk);
    await deleteOne();
    await restore(name);
    const reply = await test.desk.call('retention.erase', {
      people: 'returned',
      words: WORDS,
      ...(await both()),
    });
    expect(reply).toMatchObject({ people: 1, held: 0, view: { returned: 0, gap: null } });
    expect(reply.view.erasures[0]).toMatchObject({ cause: 'restore', people: 1, check: { found: 0 } });
    expect(await codeOfOpening(gone)).toBe('not-found');
    expect(await due()).toMatchObject({ returned: 0 });
    expect((await test.desk.call('log.verify', {})).ok).toBe(true);
    await test.desk.answers('not-found', 'retention.erase', {
      people: 'returned',
      words: WORDS,
      ...(await both()),
    });
  });

  it('stays where somebody holds them, restricted, and is in the bell no longer', async () => {
    const name = await makeOne(test.desk);
    await deleteOne();
    await restore(name);
    await test.desk.call('retention.hold', holdOf(gone, 'authority', '派出所要求保全', PINS.supervisor));
    expect(await due()).toMatchObject({ returned: 0 });
    expect((await view()).returned).toBe(1);
    expect(await codeOfOpening(gone)).toBe('restricted');
    await test.desk.answers('on-hold', 'retention.erase', {
      people: 'returned',
      words: WORDS,
      ...(await both()),
    });
  });

  const postEverywhere = async () => {
    const { estate } = (await test.desk.call('consent.areas', {})).areas[0]!;
    return test.desk.call('consent.post', {
      area: { estate, building: null, unit: null },
      on: dayOf(clock.now()),
      pin: PINS.supervisor,
    });
  };
});

describe('a repair of a store that does not open', () => {
  it('says that deletions may be missing and how many entries are, until certificates were gone through', async () => {
    const name = await makeOne(test.desk);
    await deleteOne();
    await repair(name);
    const { gap } = await view();
    expect(gap).toMatchObject({ why: 'restored' });
    // A sign-in, a hold, an end, the rules, the deletion and its check, at least.
    expect(gap!.lost).toBeGreaterThan(6);
    expect(await due()).toMatchObject({ returned: 0, gap: true });
    expect(await codeOfOpening(gone)).toBe('ok');
    const { there, view: after } = await test.desk.call('retention.recall', {
      people: [gone, 999_999 as PersonId],
      isAll: false,
      words: '证明 X-0001',
      pin: PINS.supervisor,
    });
    expect({ there, returned: after.returned, gap: after.gap?.why }).toEqual({
      there: 1,
      returned: 1,
      gap: 'restored',
    });
    expect(await codeOfOpening(gone)).toBe('restricted');
    const done = await test.desk.call('retention.recall', {
      people: [],
      isAll: true,
      words: '全部证明已核对',
      pin: PINS.supervisor,
    });
    expect(done.view.gap).toBeNull();
    const erased = await test.desk.call('retention.erase', {
      people: [gone],
      words: WORDS,
      ...(await both()),
    });
    expect(erased.view.erasures[0]).toMatchObject({ cause: 'restore', people: 1 });
    expect(await codeOfOpening(gone)).toBe('not-found');
  });

  it('lets two people take a number back that was copied wrongly, and nobody alone', async () => {
    const name = await makeOne(test.desk);
    await deleteOne();
    await repair(name);
    const entered = { people: [held], isAll: false, words: '证明 X-0001', pin: PINS.supervisor };
    await test.desk.call('retention.recall', entered);
    const request = { personId: held, words: '编号抄错一位' };
    await test.desk.answers('not-allowed', 'retention.endRecall', {
      ...request,
      pin: PINS.supervisor,
      other: await test.desk.proofOf('receptionist'),
    });
    expect(await codeOfOpening(held)).toBe('restricted');
    await test.desk.call('retention.endRecall', { ...request, ...(await both()) });
    expect(await codeOfOpening(held)).toBe('ok');
    await test.desk.answers('not-found', 'retention.endRecall', { ...request, ...(await both()) });
  });

  it('finds whom a deletion took in the second place of the log, where it has whole entries', async () => {
    const { desk, sheet } = test;
    desk.vault.offerFile(SECOND_PLACE, makeTempDir(), 'folder');
    await desk.call('second.choose', { folderId: SECOND_PLACE, entries: true, pin: PINS.admin });
    const name = await makeOne(desk);
    await deleteOne();
    await desk.call('second.write', {});
    await repair(name);
    expect(await codeOfOpening(gone)).toBe('ok');
    const { lost } = await desk.call('second.open', { sheet });
    expect(lost.map(({ action }) => action)).toContain('erase');
    expect(await codeOfOpening(gone)).toBe('restricted');
    expect(await due()).toMatchObject({ returned: 1, gap: true });
    // No certificate was copied: it is no number that anybody could have got wrong.
    await desk.answers('not-found', 'retention.endRecall', {
      personId: gone,
      words: '编号抄错',
      ...(await both()),
    });
  });
});
