/** A full disk: what could not be saved is told as that, and what was there is whole, can be looked up, and opens again. */
import { execFileSync } from 'node:child_process';
import { appendFileSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import type { FileId } from '../../../contract/ids.ts';
import { ENGINES_HERE } from '../../support/platform.ts';
import { writeWorkbook } from '../../support/fixture-workbooks.ts';
import { draftOf } from '../../support/people-drafts.ts';
import { proposedMapping } from '../../support/proposed-mapping.ts';
import { makeTempDir } from '../../support/temp-dir.ts';
import { PINS, type VaultHarness, createHarness } from '../../support/vault-harness.ts';
import { writtenBack } from '../../support/written-back.ts';
import { hashFolder } from './fault-desk.ts';

/** Why there is no small disk to fill, or null. */
function whyNoDisk(): string | null {
  if (process.platform !== 'linux' || process.getuid?.() !== 0)
    return 'mounting a small disk needs root on Linux';
  const dir = execFileSync('mktemp', ['-d'], { encoding: 'utf8' }).trim();
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', dir], { stdio: 'ignore' });
    execFileSync('umount', [dir]);
    return null;
  } catch {
    return 'this system mounts no tmpfs';
  } finally {
    rmSync(dir, { recursive: true });
  }
}
const noDisk = whyNoDisk();
const FILE = 'f'.repeat(32) as FileId;

describe.skipIf(noDisk !== null).each(ENGINES_HERE)(
  `a full disk, on %s${noDisk === null ? '' : ` (left out: ${noDisk})`}`,
  (engine) => {
    let disk: string;
    let desk: VaultHarness;

    beforeEach(async () => {
      disk = makeTempDir();
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=3m', 'tmpfs', disk]);
      onTestFinished(() => {
        execFileSync('umount', [disk]);
      });
      const vaultDir = join(disk, 'vault');
      mkdirSync(vaultDir);
      desk = await createHarness({ engine, vaultDir });
    });
    afterEach(async () => {
      await desk.vault.close().catch(() => undefined);
    });

    const ballast = (): string => join(disk, 'ballast');
    /** Fills the disk but for about so many bytes. */
    function fill(leave = 0): void {
      const reserve = join(disk, 'reserve');
      appendFileSync(reserve, Buffer.alloc(leave));
      for (let block = 64 * 1024; block >= 512; block /= 2) {
        try {
          for (;;) appendFileSync(ballast(), Buffer.alloc(block));
        } catch {
          // Full for blocks of this size.
        }
      }
      rmSync(reserve);
    }
    const makeRoom = (): void => rmSync(ballast());

    async function setUpWithPeople(): Promise<void> {
      await desk.setUp();
      await desk.unlock('supervisor');
      for (let n = 1; n <= 3; n++)
        await desk.call('people.add', { person: draftOf(n), pin: PINS.supervisor });
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
      await desk.lock();
      await desk.unlock('supervisor');
      expect(await found()).toBe(people);
      expect(await desk.call('session.alarms', {})).toEqual({ alarms: [] });
      expect(await desk.call('log.verify', {})).toMatchObject({ ok: true });
      await desk.call('people.add', { person: draftOf(90), pin: PINS.supervisor });
      expect(await found()).toBe(people + 1);
    }

    it('at set-up: no vault is made, nothing is left lying about, and the same sheet does once there is room', async () => {
      const sheet = await desk.call('setup.begin', {
        estateName: 'Test Estate',
        admin: { name: 'Admin One', pin: PINS.admin },
        supervisor: { name: 'Super One', pin: PINS.supervisor },
        receptionist: { name: 'Desk One', pin: PINS.receptionist },
        adminIsSupervisor: false,
      });
      const [first, second] = sheet.ask;
      const answers: [string, string] = [
        sheet.lines[first.line]![first.group]!,
        sheet.lines[second.line]![second.group]!,
      ];
      for (const leave of [0, 32 * 1024, 128 * 1024]) {
        fill(leave);
        expect(await desk.codeOf('setup.finish', { answers }), `${leave} bytes left`).toBe('disk-full');
        expect(hashFolder(desk.vaultDir)).toEqual({});
        expect((await desk.call('vault.status', {})).state).toBe('no-vault');
        makeRoom();
      }
      expect((await desk.call('setup.finish', { answers })).state).toBe('locked');
      await desk.unlock('supervisor');
    });

    it('at a new person: not saved, the others are found, and with room it is', async () => {
      await setUpWithPeople();
      for (const leave of [0, 8 * 1024, 20 * 1024]) {
        fill(leave);
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
        makeRoom();
        expect(await found()).toBe(before);
      }
      await expectWhole(await found());
    });

    it('at an import: nothing of it is kept', async () => {
      await setUpWithPeople();
      const workbook = join(makeTempDir(), 'owners.xlsx');
      writeWorkbook(workbook, { residents: 400, format: 'xlsx' });
      desk.vault.offerFile(FILE, workbook);
      const supervisor = await desk.proofOf('supervisor');
      const { sheets } = await desk.call('import.open', { fileId: FILE });
      const { planId } = await desk.call('import.preview', {
        fileId: FILE,
        sheets: proposedMapping(sheets),
        supervisor,
      });
      fill(64 * 1024);
      await desk.answers('disk-full', 'import.apply', {
        planId,
        answers: { rest: 'leave-out', rows: [] },
        supervisor,
      });
      expect(await found()).toBe(3);
      makeRoom();
      await expectWhole(3);
    });

    it('at a sign-in: no PIN is tried that cannot be counted, and with room it is', async () => {
      await setUpWithPeople();
      await desk.lock();
      fill();
      const before = hashFolder(desk.vaultDir, (name) => name === 'limiter.json.new');
      expect(await desk.codeOf('session.unlock', await desk.proofOf('receptionist'))).toBe('disk-full');
      expect(hashFolder(desk.vaultDir, (name) => name === 'limiter.json.new')).toEqual(before);
      makeRoom();
      expect(await desk.codeOf('session.unlock', await desk.proofOf('receptionist'))).toBe('ok');
    });
  },
);
