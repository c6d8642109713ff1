/**
 * SIGKILL at random moments of a backup and of a restore. Afterwards every backup in the folder is whole and opens, exactly one store is in force with
 * all that belongs to it, what it took the place of is kept, and nothing else is left after the next start. The phase of each kill is recorded.
 */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { FileId } from '../../contract/views.ts';
import { openBackup } from '../../main/vault/backup/open-backup.ts';
import { parseSheet } from '../../main/vault/keys/recovery-sheet.ts';
import { ENGINE_NAMES } from '../../main/vault/store/store.ts';
import type { BackupDeskForTest } from '../support/backup-desk.ts';
import { openBackupDesk, readCurrentHeader, strangersIn } from '../support/backup-desk.ts';
import { ChildVault } from '../support/child-vault.ts';
import { writeWorkbook } from '../support/fixture-workbooks.ts';
import { createKillRecord, createSpread, KILLS, killsTimeout, residentsOr, sleep } from '../support/kill-phases.ts';
import { draftOf } from '../support/people-drafts.ts';
import { proposedMapping } from '../support/proposed-mapping.ts';
import { makeTempDir } from '../support/temp-dir.ts';
import { PINS } from '../support/vault-harness.ts';

const PEOPLE = residentsOr(2_000);
const WORKBOOK = 'f'.repeat(32) as FileId;
const { record, write } = createKillRecord();
afterAll(write);

/** Its first word is the beginning of the work: what a PIN takes before it, and a try that is cut off, are the limiter's. */
function createFirstWord(): { readonly said: Promise<number>; readonly say: () => void } {
  let say = (): void => undefined;
  const said = new Promise<number>((resolve) => { say = () => resolve(performance.now()); });
  return { said, say: () => say() };
}

describe.each(ENGINE_NAMES)('a kill on %s', (engine) => {
  /** The admin's desk with that many residents, closed. */
  async function openFull(): Promise<BackupDeskForTest> {
    const test = await openBackupDesk({ engine, people: 1 });
    const { desk } = test;
    const workbook = join(makeTempDir(), 'owners.csv');
    await writeWorkbook(workbook, { residents: PEOPLE, format: 'csv-utf8' });
    await desk.switchTo('supervisor');
    desk.vault.offerFile(WORKBOOK, workbook);
    const supervisor = await desk.proofOf('supervisor');
    const { sheets } = await desk.call('import.open', { fileId: WORKBOOK });
    const { planId } = await desk.call('import.preview', { fileId: WORKBOOK, sheets: proposedMapping(sheets), supervisor });
    await desk.call('import.apply', { planId, answers: { rest: 'other', rows: [] }, supervisor });
    await desk.switchTo('admin');
    return test;
  }

  it(`of a backup leaves whole ones alone, in ${KILLS} kills`, { timeout: killsTimeout(PEOPLE) }, async () => {
    const { desk, folder, sheet } = await openFull();
    const admin = await desk.proofOf('admin');
    let takes = 0;
    await desk.vault.close();
    const spread = createSpread(51);
    for (let kill = 0; kill < KILLS; kill++) {
      let phase = 'asked';
      const first = createFirstWord();
      const child = await ChildVault.start({ vaultDir: desk.vaultDir, keychain: desk.keychain, engine, onMessage: (message) => {
        if (message.type === 'event' && message.event === 'backup.progress') {
          phase = (message.payload as { phase: string }).phase;
          first.say();
        }
        if (message.type === 'write-anchor' && phase !== 'asked') phase = 'named, entry being anchored';
      } });
      await child.call('session.unlock', admin);
      let acknowledged: string | null = null;
      const asked = child.ask('backup.make', {}).then((result) => {
        acknowledged = result.ok ? result.value.name : null;
        phase = 'acknowledged';
      });
      const began = await first.said;
      // The first goes through, to learn how long it takes.
      if (takes === 0) {
        await asked;
        takes = performance.now() - began;
      } else await sleep(spread(takes * 1.15));
      record(`backup on ${engine}`, phase);
      await child.kill();
      for (const name of readdirSync(folder).filter((one) => one.startsWith('RV-'))) {
        const opened = await openBackup(folder, name, { sheets: [parseSheet(sheet)] });
        expect(opened.facts.tables.find((table) => table.name === 'person')?.rows, `after a kill in ${phase}`).toBe(PEOPLE + 1);
        opened.dispose();
      }
      if (acknowledged !== null) expect(readdirSync(folder)).toContain(acknowledged);
      await desk.start();
      expect((await desk.unlock('admin')).alarms, `after a kill in ${phase}`).toEqual([]);
      expect(strangersIn(desk.vaultDir, await readCurrentHeader(desk))).toEqual([]);
      await desk.vault.close();
    }
    // The next one takes away what the killed ones have left, and is whole.
    await desk.start();
    await desk.unlock('admin');
    const { name } = await desk.call('backup.make', {});
    expect(readdirSync(folder).filter((one) => one.startsWith('.partial-'))).toEqual([]);
    expect(await desk.codeOf('backup.test', { folderId: null, name, pin: PINS.admin })).toBe('ok');
    await desk.dispose();
  });

  it(`of a restore leaves the one store in force or the other, in ${KILLS} kills`, { timeout: killsTimeout(PEOPLE) }, async () => {
    const { desk, folder } = await openFull();
    const [admin, supervisor] = [await desk.proofOf('admin'), await desk.proofOf('supervisor')];
    const { name } = await desk.call('backup.make', {});
    const order = { folderId: null, name, pin: PINS.admin, words: 'a kill is near' };
    const added = async (): Promise<void> => {
      await desk.start();
      await desk.unlock('supervisor');
      await desk.call('people.add', { person: draftOf(77, { rooms: [{ text: '98-7-6543', relation: 'owner' }] }), pin: PINS.supervisor });
      await desk.vault.close();
    };
    await desk.vault.close();
    await added();
    let takes = 0;
    let [restored, stayed] = [0, 0];
    const spread = createSpread(67);
    for (let kill = 0; kill < KILLS; kill++) {
      const before = await readCurrentHeader(desk);
      let phase = 'asked';
      const first = createFirstWord();
      const child = await ChildVault.start({ vaultDir: desk.vaultDir, keychain: desk.keychain, engine, onMessage: (message) => {
        if (message.type !== 'event' || message.event !== 'backup.progress') return;
        phase = (message.payload as { phase: string }).phase;
        first.say();
      } });
      await child.call('session.unlock', admin);
      let acknowledged = false;
      const asked = child.ask('backup.restore', order).then((result) => {
        acknowledged = result.ok;
        phase = 'acknowledged';
      });
      const began = await first.said;
      if (takes === 0) {
        await asked;
        takes = performance.now() - began;
      } else await sleep(spread(takes * 1.15));
      await child.kill();
      const header = await readCurrentHeader(desk);
      const isRestored = header.epoch > before.epoch;
      record(`restore on ${engine}`, `${phase}, ${isRestored ? 'behind' : 'before'} the switch`);
      if (acknowledged) expect(isRestored).toBe(true);
      await desk.start();
      const { alarms } = await desk.call('session.unlock', supervisor);
      expect(alarms, `after a kill in ${phase}`).toEqual(isRestored ? ['restored'] : []);
      if (isRestored) await desk.call('session.acknowledge', { words: 'it was a test', pin: PINS.supervisor });
      const found = (await desk.call('people.search', { text: '98-7-6543' })).groups.length > 0;
      expect(found, `after a kill in ${phase}`).toBe(!isRestored);
      expect(await desk.call('log.verify', {})).toMatchObject({ ok: true });
      // What the switch left in its place goes once somebody has signed in to the new store.
      await desk.lock();
      await desk.vault.close();
      const kept = readdirSync(desk.vaultDir).filter((one) => one.startsWith('kept-'));
      expect(strangersIn(desk.vaultDir, header), `after a kill in ${phase}`).toEqual(kept);
      if (isRestored) {
        restored++;
        expect(existsSync(join(desk.vaultDir, kept.at(-1)!, before.storeFile))).toBe(true);
        await added();
      } else stayed++;
    }
    expect(restored).toBeGreaterThan(1);
    expect(stayed).toBeGreaterThan(0);
    expect(readdirSync(folder)).toEqual([name]);
    await desk.dispose();
  });
});
