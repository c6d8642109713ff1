/** What of the first day is done, in a real vault: each fact follows from what is there, and every role may ask. */
import { beforeEach, expect, it } from 'vitest';
import { ROLES } from '../../../contract/fields.ts';
import type { Second } from '../../../contract/staff/requests.ts';
import { chooseFolder } from '../../support/backup-desk.ts';
import { draftOf } from '../../support/people-drafts.ts';
import { driveStaff, sheetOf } from '../../support/staff-desk.ts';
import { makeTempDir } from '../../support/temp-dir.ts';
import { type VaultHarness, createHarness } from '../../support/vault-harness.ts';

let desk: VaultHarness;
let sheet: Second;
beforeEach(async () => {
  desk = await createHarness();
  sheet = sheetOf(await desk.setUp());
});

const NEW = { hasResidents: false, hasBackupFolder: false, admins: 1, hasPack: false };
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

it('a resident, a folder for backups and a second admin each change one fact', async () => {
  await desk.unlock('supervisor');
  await desk.addPerson(draftOf(1));
  expect(await read()).toEqual({ ...NEW, hasResidents: true });
  await desk.switchTo('admin');
  await chooseFolder(desk, makeTempDir());
  expect(await read()).toEqual({ hasResidents: true, hasBackupFolder: true, admins: 1, hasPack: false });
  expect(await driveStaff(desk).add('admin', '管理乙', sheet)).toBe('ok');
  expect(await read()).toEqual({ hasResidents: true, hasBackupFolder: true, admins: 2, hasPack: false });
});

it('an admin who leaves does not count', async () => {
  await desk.unlock('admin');
  expect(await driveStaff(desk).add('admin', '管理乙', sheet)).toBe('ok');
  expect(await driveStaff(desk).remove('管理乙', sheet)).toBe('ok');
  expect((await read()).admins).toBe(1);
});

it('reading it makes no entry in the log', async () => {
  await desk.unlock('admin');
  const entries = async () => (await desk.call('log.list', { before: null, limit: 50 })).entries.length;
  const before = await entries();
  await read();
  // Reading the log is an entry of its own.
  expect(await entries()).toBe(before + 1);
});
