/** A full disk: what could not be saved is told as that, and what was there is whole, can be looked up, and opens again. */
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { ENGINES_HERE } from '../../support/platform.ts';
import { writeWorkbook } from '../../support/fixture-workbooks.ts';
import { hashFolder } from '../../support/folder-hash.ts';
import { draftOf, phoneOf } from '../../support/people-drafts.ts';
import { type SmallDisk, canMountDisks, mountSmallDisk } from '../../support/small-disk.ts';
import { makeTempDir } from '../../support/temp-dir.ts';
import { PINS, TEST_ESTATE, type VaultHarness, createHarness } from '../../support/vault-harness.ts';
import { editOf, revealOf } from '../../support/requests-of.ts';
import { writtenBack } from '../../support/written-back.ts';
import { previewFile } from '../../support/import-file.ts';

const STAGED = ['limiter.json.new'];

describe.skipIf(!canMountDisks()).each(ENGINES_HERE)('a full disk, on %s', (engine) => {
  let disk: SmallDisk;
  let desk: VaultHarness;

  beforeEach(async () => {
    const vaultDir = join(makeTempDir(), 'vault');
    disk = mountSmallDisk(vaultDir, 3 * 1024 * 1024);
    onTestFinished(() => disk.unmount());
    desk = await createHarness({ engine, vaultDir });
  });
  afterEach(() => desk.vault.close().catch(() => undefined));

  async function setUpWithPeople(): Promise<void> {
    await desk.setUpAs('supervisor');
    for (let n = 1; n <= 3; n++) await desk.addPerson(draftOf(n));
    await writtenBack(desk);
  }
  const found = async (): Promise<number> =>
    (await desk.call('people.search', { text: '3-2-' })).groups.reduce(
      (sum, group) => sum + group.rows.length,
      0,
    );
  /** With room again: everybody who was acknowledged, nobody else, a log that holds together, and the next edit goes through. */
  async function expectWhole(people: number): Promise<void> {
    expect(await found()).toBe(people);
    await desk.switchTo('supervisor');
    expect(await found()).toBe(people);
    expect(await desk.call('session.alarms', {})).toEqual({ alarms: [] });
    expect(await desk.call('log.verify', {})).toMatchObject({ ok: true });
    await desk.addPerson(draftOf(90));
    expect(await found()).toBe(people + 1);
  }

  it('at set-up: no vault is made, nothing is left lying about, and the same sheet does once there is room', async () => {
    const sheet = await desk.call('setup.begin', TEST_ESTATE);
    const [first, second] = sheet.ask;
    const answers: [string, string] = [
      sheet.lines[first.line]![first.group]!,
      sheet.lines[second.line]![second.group]!,
    ];
    for (const leave of [0, 32 * 1024, 128 * 1024]) {
      disk.leave(leave);
      expect(await desk.codeOf('setup.finish', { answers }), `${leave} bytes left`).toBe('disk-full');
      expect(hashFolder(desk.vaultDir, ['ballast'])).toBe('');
      expect((await desk.call('vault.status', {})).state).toBe('no-vault');
      disk.free();
    }
    expect((await desk.call('setup.finish', { answers })).state).toBe('locked');
    await desk.unlock('supervisor');
  });

  it('at a new person: not saved, the others are found, and with room it is', async () => {
    await setUpWithPeople();
    for (const leave of [0, 8 * 1024, 20 * 1024]) {
      disk.leave(leave);
      // Each edit takes some pages of what is left, so that the last of them meets the end wherever it lies.
      let code = 'ok';
      let added = 0;
      for (let n = 4; code === 'ok' && n < 30; n++) {
        code = await desk.codeOf('people.add', { person: draftOf(n), pin: PINS.supervisor });
        added += code === 'ok' ? 1 : 0;
      }
      expect(code, `${leave} bytes left`).toBe('disk-full');
      const before = await found();
      expect(before).toBeGreaterThanOrEqual(3 + added);
      disk.free();
      expect(await found()).toBe(before);
    }
    await expectWhole(await found());
  });

  it('at an edit: the value of before is what is shown', async () => {
    await setUpWithPeople();
    const { personId, version } = await desk.addPerson(draftOf(7));
    disk.fill();
    let code = 'ok';
    for (let n = 10; code === 'ok' && n < 40; n++)
      code = await desk.codeOf('people.add', { person: draftOf(n), pin: PINS.supervisor });
    const why = { reason: 'correction' } as const;
    await desk.answers(
      'disk-full',
      'people.edit',
      editOf(
        { personId, version },
        { sealed: [{ field: 'phone', ordinal: 0, value: phoneOf(999) }] },
        { pin: PINS.supervisor, why },
      ),
    );
    disk.free();
    await desk.switchTo('supervisor');
    const shown = await desk.call('people.reveal', revealOf(personId, 'phone', PINS.supervisor, why));
    expect(shown.value).toBe(phoneOf(7));
  });

  it('at an import: nothing of it is kept', async () => {
    await setUpWithPeople();
    const workbook = join(makeTempDir(), 'owners.xlsx');
    writeWorkbook(workbook, { residents: 400, format: 'xlsx' });
    const { requestOf } = await previewFile(desk, workbook);
    disk.leave(64 * 1024);
    await desk.answers('disk-full', 'import.apply', requestOf('leave-out'));
    expect(await found()).toBe(3);
    disk.free();
    await expectWhole(3);
  });

  it('at a sign-in: no PIN is tried that cannot be counted, and with room it is', async () => {
    await setUpWithPeople();
    await desk.lock();
    disk.fill();
    const before = hashFolder(desk.vaultDir, STAGED);
    expect(await desk.codeOf('session.unlock', await desk.proofOf('receptionist'))).toBe('disk-full');
    expect(hashFolder(desk.vaultDir, STAGED)).toBe(before);
    disk.free();
    expect(await desk.codeOf('session.unlock', await desk.proofOf('receptionist'))).toBe('ok');
  });
});
