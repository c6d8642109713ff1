/** Practice and the real vault, tried to be mixed: by copying folders with and without their keychain items, by PINs, sheets and backups. */
import { writeFileSync } from 'node:fs';
import { cp, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { ROLES, type Role } from '../../contract/fields.ts';
import type { FileId } from '../../contract/ids.ts';
import { PLACES, PRACTICE_PINS, type Place } from '../../contract/practice/lists.ts';
import { placeOf } from '../../main/vault/keys/practice-id.ts';
import { checkCharacter } from '../../main/vault/values/id-number.ts';
import { readManifest } from '../../main/vault/backup-files/manifest.ts';
import { BOOKLET, PIXEL } from '../support/features/paper-register.ts';
import { draftOf, idNumberOf, phoneOf } from '../support/people-drafts.ts';
import { sheetText } from '../support/recover.ts';
import { previewOf } from '../support/requests-of.ts';
import { testUpdate } from '../support/update-folder.ts';
import { makeTempDir } from '../support/temp-dir.ts';
import {
  type HarnessOptions,
  MemoryKeychain,
  PINS,
  type VaultHarness,
  createHarness,
} from '../support/vault-harness.ts';
import { writeSheets } from '../support/fixture-workbooks.ts';

const FOLDER = 'b2'.repeat(16) as FileId;
const OTHER: Readonly<Record<Place, Place>> = { real: 'practice', practice: 'real' };

const desks: VaultHarness[] = [];
afterEach(async () => {
  for (const desk of desks.splice(0)) await desk.dispose();
});

async function openAt(place: Place, options: HarnessOptions = {}): Promise<VaultHarness> {
  const desk = await createHarness({ ...options, place });
  desks.push(desk);
  return desk;
}

interface Laid {
  readonly desk: VaultHarness;
  readonly sheet: string;
}

/** Set up there, with residents of neither kind. */
async function setUpAt(place: Place): Promise<Laid> {
  const desk = await openAt(place);
  const lines = await desk.setUpForReal();
  return { desk, sheet: sheetText(lines) };
}

/** The folder of one vault in the place of another, with these items in its keychain. */
async function copyTo(place: Place, from: VaultHarness, keychain: MemoryKeychain): Promise<VaultHarness> {
  const vaultDir = join(makeTempDir(), 'vault');
  await from.vault.close();
  await cp(from.vaultDir, vaultDir, { recursive: true });
  return openAt(place, { vaultDir, keychain });
}

const withItemsOf = ({ keychain }: VaultHarness): MemoryKeychain => {
  const copy = new MemoryKeychain();
  copy.restore(keychain.snapshot());
  return copy;
};

describe.each(PLACES)('a vault that was made as %s', (place) => {
  const other = OTHER[place];

  it('is refused in the place of the other with the items of that one, and nobody signs in', async () => {
    const [{ desk: here }, { desk: there }] = [await setUpAt(place), await setUpAt(other)];
    const mixed = await copyTo(other, here, withItemsOf(there));
    expect(await mixed.call('vault.status', {})).toMatchObject({
      state: 'refused',
      problem: 'wrong-computer',
    });
  });

  it('is refused there with its own items too, and opens in its own place', async () => {
    const { desk } = await setUpAt(place);
    const mixed = await copyTo(other, desk, withItemsOf(desk));
    expect(await mixed.call('vault.status', {})).toMatchObject({
      state: 'refused',
      problem: 'practice-mixed',
      people: [],
    });
    const own = await copyTo(place, desk, withItemsOf(desk));
    expect(await own.call('vault.status', {})).toMatchObject({ state: 'locked' });
    await own.unlock('supervisor');
  });

  it('is not recovered there by its sheet, whose folder stays as it was', async () => {
    const { desk, sheet } = await setUpAt(place);
    const moved = await copyTo(other, desk, new MemoryKeychain());
    const before = await readdir(moved.vaultDir);
    expect(await moved.codeOf('recovery.begin', { sheet })).toBe('practice-mixed');
    expect(await readdir(moved.vaultDir)).toEqual(before);
    // With its own place it is nothing but a folder on another computer.
    const own = await copyTo(place, desk, new MemoryKeychain());
    expect(await own.codeOf('recovery.begin', { sheet })).toBe('ok');
  });

  it('is not laid there from its backup, which says what it is; the folder stays empty', async () => {
    const { desk, sheet } = await setUpAt(place);
    const folder = makeTempDir();
    const name = await backUp(desk, folder);
    expect(placeOf((await readManifest(join(folder, name))).vaultId)).toBe(place);
    for (const [here, code] of [
      [other, 'practice-mixed'],
      [place, 'ok'],
    ] as const) {
      const empty = await openAt(here);
      empty.vault.offerFile(FOLDER, folder, 'folder');
      expect(await empty.codeOf('recovery.stageBackup', { folderId: FOLDER, name, sheet })).toBe(code);
      if (here === other) expect(await readdir(empty.vaultDir)).toEqual([]);
    }
  });

  it('is not put in the place of a vault of the other kind that is open', async () => {
    const [{ desk, sheet }, { desk: open }] = [await setUpAt(place), await setUpAt(other)];
    const folder = makeTempDir();
    const name = await backUp(desk, folder);
    await open.unlock('admin');
    open.vault.offerFile(FOLDER, folder, 'folder');
    const order = { folderId: FOLDER, name, pin: PINS.admin, sheet };
    await open.answers('backup-other-vault', 'backup.restore', { ...order, words: 'to see what happens' });
    await open.switchTo('supervisor');
    expect((await open.call('session.alarms', {})).alarms).toEqual([]);
  });
});

async function backUp(desk: VaultHarness, folder: string): Promise<string> {
  await desk.unlock('admin');
  desk.vault.offerFile(FOLDER, folder, 'folder');
  await desk.call('backup.choose', { folderId: FOLDER, on: false, hour: 3, pin: PINS.admin });
  return (await desk.call('backup.make', {})).name;
}

describe('the PINs of practice', () => {
  const setUpWith = (pins: Readonly<Record<Role, string>>) => ({
    estateName: 'Test Estate',
    admin: { name: 'Admin One', pin: pins.admin },
    supervisor: { name: 'Super One', pin: pins.supervisor },
    receptionist: { name: 'Desk One', pin: pins.receptionist },
    adminIsSupervisor: false,
  });

  it.each(ROLES)('set up no real vault, as that of a %s', async (role) => {
    const desk = await openAt('real');
    const request = setUpWith({ ...PINS, [role]: PRACTICE_PINS[role] });
    expect(await desk.codeOf('setup.begin', request)).toBe('pin-too-weak');
  });

  it('become no PIN of a real vault later, and open none', async () => {
    const { desk } = await setUpAt('real');
    for (const role of ROLES) {
      await desk.answers('wrong-pin', 'session.unlock', {
        slotId: await desk.slotOf(role),
        pin: PRACTICE_PINS[role],
      });
      await desk.unlock(role);
      await desk.answers('pin-too-weak', 'staff.changePin', { pin: PINS[role], newPin: PRACTICE_PINS[role] });
      await desk.lock();
    }
  });
});

describe('a practice vault, whose PINs are on its screen', () => {
  const idOf1900 = `45010219000101999${checkCharacter('45010219000101999')}`;
  const signedIn = async (): Promise<VaultHarness> => {
    const { desk } = await setUpAt('practice');
    await desk.unlock('supervisor');
    return desk;
  };

  it('takes nobody by a number that may be real', async () => {
    const desk = await signedIn();
    const add = (field: 'phone' | 'idNumber' | 'remark', value: string) =>
      desk.codeOf('people.add', { person: draftOf(1, { sealed: [{ field, value }] }), pin: PINS.supervisor });
    // Just outside of what practice takes, and still nobody's.
    expect(await add('phone', '14023571468')).toBe('practice-invented');
    expect(await add('idNumber', idOf1900)).toBe('practice-invented');
    expect(await add('remark', '改打 140 2357 1468')).toBe('practice-invented');
    expect(await add('phone', phoneOf(7))).toBe('ok');
  });

  it('takes no workbook with such a number, and leaves nothing of it', async () => {
    const desk = await signedIn();
    const path = join(makeTempDir(), 'estate.xlsx');
    const rows = [
      ['房号', '姓名', '手机号', '身份证号'],
      ['3-2-1801', '张柒', phoneOf(1), idNumberOf(1)],
      ['3-2-1802', '张玖', '14023571468', ''],
    ];
    writeSheets(path, [{ name: 'Sheet1', rows }], 'xlsx');
    desk.vault.offerFile(FOLDER, path);
    const { sheets } = await desk.call('import.open', { fileId: FOLDER });
    const preview = previewOf(FOLDER, sheets, await desk.proofOf('supervisor'));
    await desk.answers('practice-invented', 'import.preview', preview);
    expect((await desk.call('people.search', { text: '3-2-1801' })).groups).toEqual([]);
  });

  it('takes no photo and no file, in which somebody may be, and leaves nothing of it', async () => {
    const desk = await signedIn();
    const path = join(makeTempDir(), 'desk.png');
    writeFileSync(path, PIXEL);
    const { slotId: custodian } = await desk.proofOf('supervisor');
    const { papers } = await desk.call('papers.takeIn', { paper: { ...BOOKLET, custodian } });
    const { paperId, version } = papers[0]!;
    desk.vault.offerFile(FOLDER, path, 'attachment');
    await desk.answers('practice-no-files', 'papers.attach', {
      paperId,
      version,
      fileId: FOLDER,
      showsOn: '2026-01-02',
    });
    expect((await desk.call('papers.list', {})).papers[0]!.photos).toEqual([]);
  });

  it('takes no update of the program, since anybody has the PINs of its admin', async () => {
    const desk = await signedIn();
    await desk.switchTo('admin');
    desk.vault.offerFile(FOLDER, testUpdate(), 'folder');
    const { offer } = await desk.call('updates.look', { folderId: FOLDER });
    await desk.answers('practice-no-files', 'updates.take', { folderId: FOLDER, offer, pin: PINS.admin });
    expect((await desk.call('updates.read', {})).taken).toBeNull();
  });
});
