/** What of the first day is done, in a real vault: each fact follows from what is there, and every role may ask. */
import { beforeEach, expect, it } from 'vitest';
import { homeOf } from '../../../renderer/desk/home.ts';
import { ROLES, type Role } from '../../../contract/fields.ts';
import type { Second } from '../../../contract/staff/requests.ts';
import { chooseFolder } from '../../support/backup-desk.ts';
import { draftOf } from '../../support/people-drafts.ts';
import { driveStaff, sheetOf } from '../../support/staff-desk.ts';
import { exportOf, pickExport } from '../../support/features/log-export.ts';
import { GATE } from '../../support/features/other-systems.ts';
import { BOOKLET } from '../../support/features/paper-register.ts';
import { NOTICED } from '../../support/features/rectification.ts';
import { offeredOf, PAGES, pageOf } from '../../support/page-registry.ts';
import { makeTempDir } from '../../support/temp-dir.ts';
import { FACTS } from '../../support/features/company.ts';
import { PINS, type VaultHarness, createHarness } from '../../support/vault-harness.ts';

let desk: VaultHarness;
let sheet: Second;
beforeEach(async () => {
  desk = await createHarness();
  sheet = sheetOf(await desk.setUp());
});

const NEW = {
  hasResidents: false,
  hasCompany: false,
  hasBackupFolder: false,
  admins: 1,
  idNumbersDecided: true,
  company: { isSmall: true, filled: [] },
};
const read = () => desk.call('firstDay.read', {});

it.each(ROLES)(
  'a %s is told that a new vault has no resident, no backup folder and one admin',
  async (role) => {
    await desk.unlock(role);
    expect(await read()).toEqual(NEW);
  },
);

it('nobody is told while the vault is locked', async () => {
  expect(await desk.codeOf('firstDay.read', {})).toBe('locked');
});

it('a resident, a folder for backups, facts of the company and a second admin each change one fact', async () => {
  await desk.unlock('supervisor');
  await desk.addPerson(draftOf(1));
  expect(await read()).toEqual({ ...NEW, hasResidents: true });
  await desk.switchTo('admin');
  await chooseFolder(desk, makeTempDir());
  const both = { ...NEW, hasResidents: true, hasBackupFolder: true };
  expect(await read()).toEqual(both);
  await desk.call('company.change', { facts: FACTS, pin: PINS.admin });
  expect(await read()).toEqual({ ...both, hasCompany: true });
  expect(await driveStaff(desk).add('admin', '管理乙', sheet)).toBe('ok');
  expect(await read()).toEqual({ ...both, hasCompany: true, admins: 2 });
});

it('an admin who leaves does not count', async () => {
  await desk.unlock('admin');
  expect(await driveStaff(desk).add('admin', '管理乙', sheet)).toBe('ok');
  expect(await driveStaff(desk).remove('管理乙', sheet)).toBe('ok');
  expect((await read()).admins).toBe(1);
});

it('a company of three has no register with an entry; the act that makes the first one brings its tab', async () => {
  await desk.unlock('supervisor');
  const tabs = async (role: Role): Promise<readonly string[]> =>
    offeredOf(PAGES, role, (await read()).company, pageOf(homeOf(role))).flatMap((area) =>
      area.tabs.map(({ tab }) => tab),
    );
  const counts = async () => Promise.all(ROLES.map(async (role) => (await tabs(role)).length));
  const filled = async () => (await read()).company.filled;
  expect([await counts(), await filled()]).toEqual([[4, 11, 10], []]);
  const { slotId: custodian } = await desk.proofOf('receptionist');
  await desk.call('papers.takeIn', { paper: { ...BOOKLET, custodian } });
  expect([await counts(), await filled()]).toEqual([
    [5, 12, 11],
    ['papers', 'todo'],
  ]);
  await desk.call('rectification.add', { item: NOTICED });
  await desk.call('consent.setVersion', { noticeVersion: '2026-1', pin: PINS.supervisor });
  pickExport(desk, 'csv');
  const proof = { pin: PINS.supervisor, approver: await desk.proofOf('admin') };
  await desk.call('exports.write', { ...exportOf('csv'), ...proof });
  await desk.switchTo('admin');
  await desk.call('systems.add', { system: GATE });
  expect([await counts(), await filled()]).toEqual([
    [5, 16, 15],
    ['papers', 'outgoing', 'consent', 'rectification', 'registers', 'todo'],
  ]);
});

it('a company is small with five of the staff at most', async () => {
  await desk.unlock('admin');
  const isSmall = async () => (await read()).company.isSmall;
  for (const name of ['管理乙', '管理丙'])
    expect(await driveStaff(desk).add('admin', name, sheet)).toBe('ok');
  expect(await isSmall()).toBe(true);
  expect(await driveStaff(desk).add('admin', '管理丁', sheet)).toBe('ok');
  expect(await isSmall()).toBe(false);
});

it('a company is small with one estate at most', async () => {
  await desk.unlock('supervisor');
  const smallWith = async (key: number, estate: string): Promise<boolean> => {
    await desk.addPerson({ ...draftOf(key), rooms: [{ text: `${estate}3-2-${key}01`, relation: 'owner' }] });
    return (await read()).company.isSmall;
  };
  expect([await smallWith(1, '东苑'), await smallWith(2, '东苑'), await smallWith(3, '西苑')]).toEqual([
    true,
    true,
    false,
  ]);
});

it('reading it makes no entry in the log', async () => {
  await desk.unlock('admin');
  const entries = async () => (await desk.call('log.list', { before: null, limit: 50 })).entries.length;
  const before = await entries();
  await read();
  // Reading the log is an entry of its own.
  expect(await entries()).toBe(before + 1);
});
