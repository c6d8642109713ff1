/** A computer that has nothing but a folder of backups and the paper: what the backup holds is there again, table by table, whichever sheet it was made under. */
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type OpenedBackup, openBackup } from '../../../main/vault/backup/open-backup.ts';
import { readManifest } from '../../../main/vault/backup-files/manifest.ts';
import { unpackBackup } from '../../../main/vault/backup/restore.ts';
import { sheetsKnownTo } from '../../../main/vault/keys/old-sheets.ts';
import { openRecoverySlot } from '../../../main/vault/keys/slots.ts';
import { formatSheet, parseSheet } from '../../../main/vault/keys/recovery-sheet.ts';
import { chooseEngine } from '../../../main/vault/store/engine/choose-engine.ts';
import { sql } from '../../../main/vault/store/sql.ts';
import { tablesThatDiffer } from '../../../main/vault/store/table-hashes.ts';
import {
  type BackupDeskForTest,
  NOBODY_WATCHES,
  WHY,
  chooseFolder,
  hashStore,
  makeOne,
  openBackupDesk,
  strangersIn,
} from '../../support/backup-desk.ts';
import { createFakeClock } from '../../support/fake-clock.ts';
import { ENGINES } from '../../support/engines.ts';
import { fillSealed } from '../../support/fill-sealed.ts';
import { idNumberOf, phoneOf } from '../../support/people-drafts.ts';
import { answersTo, recover, RECOVERY_PINS, sheetText } from '../../support/recover.ts';
import { breakIn } from '../../support/sealed-values.ts';
import { makeTempDir } from '../../support/temp-dir.ts';
import { MemoryKeychain, PINS, type VaultHarness, createHarness } from '../../support/vault-harness.ts';
import { noteOf, revealOf } from '../../support/requests-of.ts';
import { words } from '../../support/words.ts';

/** What a recovery has to change of a store, and nothing else. */
const CHANGED = {
  roster_entry: 'people get other keys, and the next sheet is entered',
  key_slot: 'the slots of the keys of before are gone',
  tier_grant: 'the tier keys are granted to the keys that people have now',
  log_entry: 'the recovery is entered, and every sign-in after it',
  log_segment:
    'this computer knows no end of the log, so that another segment begins; the first keys of those before are sealed to the next sheet',
  meta: 'the store is of another epoch',
  local_state: 'this computer is the next desk',
  id_counter: 'whose numbers begin anew in its own range',
} as const;

describe.each(ENGINES.map(({ name }) => name))(
  'on a computer that has backups and the sheet alone, on %s',
  (engine) => {
    const clock = createFakeClock();
    let origin: BackupDeskForTest;
    const elsewhere: VaultHarness[] = [];

    beforeEach(async () => {
      origin = await openBackupDesk({ engine, clock });
      const { desk } = origin;
      await desk.vault.close();
      await fillSealed(desk, engine, 60);
      await desk.start();
      await desk.unlock('supervisor');
      const {
        groups: [group],
      } = await desk.call('people.search', { text: '3-2-1802' });
      await desk.call('notes.add', noteOf(group!.rows[0]!.personId, 'left with the neighbour'));
      await desk.switchTo('admin');
    });
    afterEach(async () => {
      for (const desk of elsewhere.splice(0)) await desk.dispose();
    });

    /** A folder and a keychain that are empty but for this backup, laid by a sheet of its time. */
    async function lay(backup: OpenedBackup, sheet: Uint8Array): Promise<VaultHarness> {
      const vaultDir = join(makeTempDir(), 'vault');
      const { roots } = openRecoverySlot(backup.manifest.parsedHeader, sheet).pins;
      await unpackBackup(backup, sheet, [roots], { vaultDir, engine: chooseEngine(engine) }, NOBODY_WATCHES);
      const desk = await createHarness({ engine, vaultDir, clock, keychain: new MemoryKeychain() });
      elsewhere.push(desk);
      return desk;
    }
    const openWith = (name: string, ...sheets: readonly Uint8Array[]): Promise<OpenedBackup> =>
      openBackup(origin.folder, name, { sheets });

    /** Another sheet at the computer of before; the one in force is typed in where it is to be sealed to it. */
    async function renewSheet(isOldTyped: boolean): Promise<string> {
      const { desk, sheet } = origin;
      const next = await desk.call('keys.beginSheet', {});
      await desk.call('keys.finishSheet', {
        answers: answersTo(next),
        pin: PINS.admin,
        cosigner: await desk.proofOf('supervisor'),
        ...(isOldTyped ? { oldSheet: sheet } : {}),
      });
      return sheetText(next.lines);
    }
    async function makeLater(): Promise<string> {
      clock.advance(60_000);
      return makeOne(origin.desk);
    }
    async function expectOpens(desk: VaultHarness): Promise<void> {
      await desk.answers('ok', 'session.unlock', {
        slotId: await desk.slotOf('supervisor'),
        pin: RECOVERY_PINS.supervisor,
      });
      expect(await desk.call('session.alarms', {})).toEqual({ alarms: [] });
      const {
        groups: [group],
      } = await desk.call('people.search', { text: '3-2-1802' });
      const personId = group!.rows[0]!.personId;
      for (const [field, value] of [
        ['phone', phoneOf(1)],
        ['idNumber', idNumberOf(1)],
        ['note', 'left with the neighbour'],
      ] as const) {
        expect(
          await desk.call('people.reveal', revealOf(personId, field, RECOVERY_PINS.supervisor, WHY)),
        ).toMatchObject({ value });
      }
      expect(await desk.call('log.verify', {})).toMatchObject({ ok: true });
    }

    it("every table is as the backup's manifest says, but for those that a recovery has to change", async () => {
      const name = await makeOne(origin.desk);
      const secret = parseSheet(origin.sheet);
      const backup = await openWith(name, secret);
      const desk = await lay(backup, secret);
      expect(await desk.call('vault.status', {})).toMatchObject({
        state: 'refused',
        problem: 'keychain-item-missing',
      });
      const { reply } = await recover(desk, formatSheet(secret));
      await expectOpens(desk);
      await desk.vault.close();
      const found = await hashStore(desk, engine, 'supervisor', RECOVERY_PINS.supervisor);
      expect([...tablesThatDiffer(backup.facts.tables, found)].sort()).toEqual(Object.keys(CHANGED).sort());
      for (const table of words('person occupancy sealed_value seal_batch match_tag counter_note tier_key'))
        expect(found.find((one) => one.name === table)?.rows, table).toBeGreaterThan(0);
      await expectGoesOnFrom(backup, desk);
      const header = await readHeaderOf(desk);
      expect(strangersIn(desk.vaultDir, header)).toEqual([reply.keptAs]);
      await desk.start();
    });
    const readHeaderOf = async (desk: VaultHarness) => await breakInto(desk, async ({ header }) => header);
    async function breakInto<T>(
      desk: VaultHarness,
      work: (loot: Awaited<ReturnType<typeof breakIn>>) => T | Promise<T>,
    ): Promise<T> {
      await using loot = await breakIn(desk, 'supervisor', { engine, pin: RECOVERY_PINS.supervisor });
      return await work(loot);
    }
    /** Of the roster and the log, which are longer by now, what the backup had is there as it was. */
    async function expectGoesOnFrom({ facts }: OpenedBackup, desk: VaultHarness): Promise<void> {
      await breakInto(desk, async ({ store }) => {
        const ends = await store.get<{ readonly roster: Uint8Array; readonly log: Uint8Array }>(sql`
        SELECT (SELECT hash FROM roster_entry WHERE n = ${facts.rosterHead.n}) AS roster, (SELECT hash FROM log_entry WHERE seq = ${facts.log.seq}) AS log`);
        expect({
          roster: Buffer.from(ends!.roster).toString('hex'),
          log: Buffer.from(ends!.log).toString('hex'),
        }).toEqual({ roster: facts.rosterHead.hash, log: facts.log.hash });
      });
    }

    it.each([true, false])(
      'an old backup opens with the sheet it was made under, and with the one that replaced it if that was chosen: %s',
      async (isChosen) => {
        const first = parseSheet(origin.sheet);
        const old = await makeOne(origin.desk);
        const second = parseSheet(await renewSheet(isChosen));
        const newest = await makeLater();

        await expect(openWith(newest, first)).rejects.toMatchObject({ code: 'backup-wrong-sheet' });
        await expect(openWith(old, second)).rejects.toMatchObject({ code: 'backup-wrong-sheet' });
        // The sheets before it stand, sealed, in the header of a backup that was made since.
        const known = sheetsKnownTo((await readManifest(join(origin.folder, newest))).parsedHeader, second);
        expect(known).toEqual(isChosen ? [second, first] : [second]);
        if (!isChosen)
          await expect(openWith(old, ...known)).rejects.toMatchObject({ code: 'backup-wrong-sheet' });

        for (const sheets of isChosen ? [[first], known] : [[first]]) {
          const desk = await lay(await openWith(old, ...sheets), sheets.at(-1)!);
          await recover(desk, formatSheet(sheets.at(-1)!));
          await expectOpens(desk);
        }
        const today = await lay(await openWith(newest, second), second);
        await recover(today, formatSheet(second));
        await expectOpens(today);
      },
    );

    it('the sheet that a recovery has made opens the backups of before, at the computer that was recovered', async () => {
      const secret = parseSheet(origin.sheet);
      const name = await makeOne(origin.desk);
      const desk = await lay(await openWith(name, secret), secret);
      const { sheet } = await recover(desk, formatSheet(secret));
      const admin = { slotId: await desk.slotOf('admin'), pin: RECOVERY_PINS.admin };
      expect(await desk.codeOf('session.unlock', admin)).toBe('ok');
      await chooseFolder(desk, origin.folder, undefined, admin.pin);
      const test = (typed: string) =>
        desk.codeOf('backup.test', { folderId: null, name, pin: admin.pin, sheet: typed });
      expect(await test(sheetText(sheet.lines))).toBe('ok');
      expect(await test(origin.sheet)).toBe('ok');
      await desk.answers('backup-needs-sheet', 'backup.test', { folderId: null, name, pin: admin.pin });
    });
  },
);
