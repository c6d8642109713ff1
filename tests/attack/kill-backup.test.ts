/**
 * SIGKILL at random moments of a backup and of a restore. Afterwards every backup in the folder is whole and opens, exactly one store is in force with
 * all that belongs to it, what it took the place of is kept, and nothing else is left after the next start. The phase of each kill is recorded.
 */
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { BACKUP_PHASES } from '../../contract/backup.ts';
import type { FileId } from '../../contract/views.ts';
import { openBackup } from '../../main/vault/backup/open-backup.ts';
import { HEADER_FILE } from '../../main/vault/keys/header.ts';
import { parseSheet } from '../../main/vault/keys/recovery-sheet.ts';
import { ENGINE_NAMES } from '../../main/vault/store/store.ts';
import type { BackupDeskForTest } from '../support/backup-desk.ts';
import { openBackupDesk, readCurrentHeader, strangersIn } from '../support/backup-desk.ts';
import { writeWorkbook } from '../support/fixture-workbooks.ts';
import type { PhaseOf, Sign } from '../support/kill-in-phase.ts';
import { createPace, killInPhase } from '../support/kill-in-phase.ts';
import { createKillRecord, KILLS, killsTimeout, residentsOr } from '../support/kill-phases.ts';
import { draftOf } from '../support/people-drafts.ts';
import { proposedMapping } from '../support/proposed-mapping.ts';
import { makeTempDir } from '../support/temp-dir.ts';
import { PINS } from '../support/vault-harness.ts';

const PEOPLE = residentsOr(2_000);
const WORKBOOK = 'f'.repeat(32) as FileId;
const { count, record, tooFew, write } = createKillRecord();
afterAll(write);

const BACKUP = ['asked', ...BACKUP_PHASES, 'entered', 'acknowledged'] as const;
const RESTORE = ['asked', ...BACKUP_PHASES, 'switched', 'acknowledged'] as const;
const SIDES = ['side: before the switch', 'side: after the switch'] as const;

const stepIn = (sign: Sign): string | null =>
  sign.type === 'event' && sign.event === 'backup.progress'
    ? (sign.payload as { readonly phase: string }).phase
    : null;
/** It has its name when its entry is anchored. */
const backupPhases: PhaseOf = (sign, before) =>
  sign.type === 'write-anchor' && before !== 'asked' ? 'entered' : stepIn(sign);
const restorePhases: PhaseOf = (sign) =>
  sign.type === 'name' && sign.name === HEADER_FILE ? 'switched' : stepIn(sign);

describe.each(ENGINE_NAMES)('a kill on %s', (engine) => {
  /** The admin's desk with that many rows of residents, some of whom are one person. */
  async function openFull(): Promise<BackupDeskForTest & { readonly people: number }> {
    const test = await openBackupDesk({ engine, people: 1 });
    const { desk } = test;
    const workbook = join(makeTempDir(), 'owners.csv');
    await writeWorkbook(workbook, { residents: PEOPLE, format: 'csv-utf8' });
    await desk.switchTo('supervisor');
    desk.vault.offerFile(WORKBOOK, workbook);
    const supervisor = await desk.proofOf('supervisor');
    const { sheets } = await desk.call('import.open', { fileId: WORKBOOK });
    const { planId } = await desk.call('import.preview', {
      fileId: WORKBOOK,
      sheets: proposedMapping(sheets),
      supervisor,
    });
    const { created } = await desk.call('import.apply', {
      planId,
      answers: { rest: 'other', rows: [] },
      supervisor,
    });
    expect(created).toBeGreaterThan(0.99 * PEOPLE);
    await desk.switchTo('admin');
    return { ...test, people: created + 1 };
  }

  it(
    `of a backup leaves whole ones alone, in ${KILLS} kills`,
    { timeout: killsTimeout(PEOPLE) },
    async () => {
      const { desk, folder, sheet, people } = await openFull();
      const kind = `backup on ${engine}`;
      await desk.vault.close();
      const pace = createPace(BACKUP, 51);
      for (let kill = 0; kill < KILLS; kill++) {
        const { phase, value } = await killInPhase(
          desk,
          engine,
          { route: 'backup.make', phases: BACKUP, phaseOf: backupPhases, request: () => ({}) },
          pace,
          kill,
        );
        record(kind, phase);
        for (const name of readdirSync(folder).filter((one) => one.startsWith('RV-'))) {
          const opened = await openBackup(folder, name, { sheets: [parseSheet(sheet)] });
          expect(
            opened.facts.tables.find((table) => table.name === 'person')?.rows,
            `after a kill in ${phase}`,
          ).toBe(people);
          opened.dispose();
        }
        if (value !== null) expect(readdirSync(folder)).toContain(value.name);
        await desk.start();
        expect((await desk.unlock('admin')).alarms, `after a kill in ${phase}`).toEqual([]);
        expect(strangersIn(desk.vaultDir, await readCurrentHeader(desk))).toEqual([]);
        await desk.vault.close();
      }
      expect(tooFew(kind, BACKUP)).toEqual([]);
      // The next one takes away what the killed ones have left, and is whole.
      await desk.start();
      await desk.unlock('admin');
      const { name } = await desk.call('backup.make', {});
      expect(readdirSync(folder).filter((one) => one.startsWith('.partial-'))).toEqual([]);
      expect(await desk.codeOf('backup.test', { folderId: null, name, pin: PINS.admin })).toBe('ok');
      await desk.dispose();
    },
  );

  it(
    `of a restore leaves the one store in force or the other, in ${KILLS} kills`,
    { timeout: killsTimeout(PEOPLE) },
    async () => {
      const { desk, folder } = await openFull();
      const kind = `restore on ${engine}`;
      const supervisor = await desk.proofOf('supervisor');
      const { name } = await desk.call('backup.make', {});
      const order = { folderId: null, name, pin: PINS.admin, words: 'a kill is near' };
      const added = async (): Promise<void> => {
        await desk.start();
        await desk.unlock('supervisor');
        await desk.call('people.add', {
          person: draftOf(77, { rooms: [{ text: '98-7-6543', relation: 'owner' }] }),
          pin: PINS.supervisor,
        });
        await desk.vault.close();
      };
      await desk.vault.close();
      await added();
      const pace = createPace(RESTORE, 67);
      for (let kill = 0; kill < KILLS; kill++) {
        const before = await readCurrentHeader(desk);
        const { phase, acknowledged } = await killInPhase(
          desk,
          engine,
          { route: 'backup.restore', phases: RESTORE, phaseOf: restorePhases, request: () => order },
          pace,
          kill,
        );
        const header = await readCurrentHeader(desk);
        const isRestored = header.epoch > before.epoch;
        record(kind, phase);
        record(kind, SIDES[isRestored ? 1 : 0]);
        if (acknowledged || phase === 'switched') expect(isRestored, `after a kill in ${phase}`).toBe(true);
        if (phase === 'asked' || phase === 'copying' || phase === 'checking')
          expect(isRestored, `after a kill in ${phase}`).toBe(false);
        await desk.start();
        const { alarms } = await desk.call('session.unlock', supervisor);
        expect(alarms, `after a kill in ${phase}`).toEqual(isRestored ? ['restored'] : []);
        if (isRestored)
          await desk.call('session.acknowledge', { words: 'it was a test', pin: PINS.supervisor });
        const found = (await desk.call('people.search', { text: '98-7-6543' })).groups.length > 0;
        expect(found, `after a kill in ${phase}`).toBe(!isRestored);
        expect(await desk.call('log.verify', {})).toMatchObject({ ok: true });
        // What the switch left in its place goes once somebody has signed in to the new store.
        await desk.lock();
        await desk.vault.close();
        const kept = readdirSync(desk.vaultDir).filter((one) => one.startsWith('kept-'));
        expect(strangersIn(desk.vaultDir, header), `after a kill in ${phase}`).toEqual(kept);
        if (isRestored) {
          expect(existsSync(join(desk.vaultDir, kept.at(-1)!, before.storeFile))).toBe(true);
          // As somebody does who needs the room: a hundred of them would fill a disk.
          for (const one of kept) rmSync(join(desk.vaultDir, one), { recursive: true });
          await added();
        }
      }
      for (const side of SIDES) expect(count(kind, side), side).toBeGreaterThan(0);
      expect(tooFew(kind, [...RESTORE, ...SIDES])).toEqual([]);
      expect(readdirSync(folder)).toEqual([name]);
      await desk.dispose();
    },
  );
});
