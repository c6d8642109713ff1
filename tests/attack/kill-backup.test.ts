/** SIGKILL while a backup is made. Afterwards every backup in the folder is whole and opens, and the vault is as it was. */
import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { BACKUP_PHASES } from '../../contract/backup/lists.ts';
import { openBackup } from '../../main/vault/backup/open-backup.ts';
import { parseSheet } from '../../main/vault/keys/recovery-sheet.ts';
import { readCurrentHeader, strangersIn } from '../support/backup-desk.ts';
import { openFullDesk } from '../support/kills/full-backup-desk.ts';
import { type PhaseOf, createPace, killInPhase } from '../support/kills/kill-in-phase.ts';
import {
  createAims,
  createKillRecord,
  KILL_ENGINES,
  killsTimeout,
  residentsOr,
} from '../support/kills/kill-plan.ts';
import { phaseIn } from '../support/kills/signs.ts';
import { PINS } from '../support/vault-harness.ts';

const ROWS = residentsOr(1_000);
const PHASES = ['asked', ...BACKUP_PHASES, 'entered', 'acknowledged'] as const;

/** It has its name when its entry is anchored; the sign-in before it may be anchored while it is copied. */
const phaseOf: PhaseOf = (sign, before) =>
  sign.type === 'write-anchor' && before === BACKUP_PHASES.at(-1)
    ? 'entered'
    : phaseIn(sign, 'backup.progress');

describe.each(KILL_ENGINES)('kill of a backup on %s', (engine) => {
  it('leaves whole ones alone', { timeout: killsTimeout(ROWS) }, async () => {
    const { desk, folder, sheet, people } = await openFullDesk(engine, ROWS);
    await desk.vault.close();
    const killed = createKillRecord('backup', engine);
    const pace = createPace(51);
    const aims = createAims({ backup: PHASES });
    for (let aim = aims.next(); aim !== undefined; aim = aims.next()) {
      const work = { route: 'backup.make', phases: PHASES, phaseOf, request: () => ({}) } as const;
      const { phase, value } = await killInPhase(desk, engine, work, aim, pace);
      killed.record(phase);
      const what = `after a kill in ${phase}`;
      for (const name of readdirSync(folder).filter((one) => one.startsWith('RV-'))) {
        const opened = await openBackup(folder, name, { sheets: [parseSheet(sheet)] });
        expect(opened.facts.tables.find((table) => table.name === 'person')?.rows, what).toBe(people);
        opened.dispose();
      }
      if (value !== null) expect(readdirSync(folder)).toContain(value.name);
      await desk.start();
      expect((await desk.unlock('admin')).alarms, what).toEqual([]);
      expect(strangersIn(desk.vaultDir, await readCurrentHeader(desk)), what).toEqual([]);
      await desk.vault.close();
    }
    expect(killed.tooFew(PHASES)).toEqual([]);
    // The next one takes away what the killed ones have left, and is whole.
    await desk.start();
    await desk.unlock('admin');
    const { name } = await desk.call('backup.make', {});
    expect(readdirSync(folder).filter((one) => one.startsWith('.partial-'))).toEqual([]);
    expect(await desk.codeOf('backup.test', { folderId: null, name, pin: PINS.admin })).toBe('ok');
    await desk.dispose();
  });
});
