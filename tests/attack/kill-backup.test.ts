/** SIGKILL while a backup is made. Afterwards every backup in the folder is whole and opens, and the vault is as it was. */
import { readdirSync } from 'node:fs';
import { expect } from 'vitest';
import { BACKUP_PHASES } from '../../contract/backup/lists.ts';
import { openBackup } from '../../main/vault/backup/open-backup.ts';
import { parseSheet } from '../../main/vault/keys/recovery-sheet.ts';
import { readCurrentHeader, strangersIn } from '../support/backup-desk.ts';
import { describeKill } from '../support/kills/describe-kill.ts';
import { openFullDesk } from '../support/kills/full-backup-desk.ts';
import type { PhaseOf } from '../support/kills/kill-in-phase.ts';
import { residentsOr } from '../support/kills/kill-plan.ts';
import { phaseIn } from '../support/kills/signs.ts';
import { PINS } from '../support/vault-harness.ts';

const ROWS = residentsOr(1_000);

/** It has its name when its entry is anchored; the sign-in before it may be anchored while it is copied. */
const phaseOf: PhaseOf = (sign, before) =>
  sign.type === 'write-anchor' && before === BACKUP_PHASES.at(-1)
    ? 'entered'
    : phaseIn(sign, 'backup.progress');

describeKill('kill of a backup', {
  title: 'leaves whole ones alone',
  changes: {
    backup: {
      route: 'backup.make',
      phases: [...BACKUP_PHASES, 'entered'],
      phaseOf: () => phaseOf,
    },
  },
  by: 'admin',
  residents: ROWS,
  async setUp(engine) {
    const { desk, folder, sheet, people } = await openFullDesk(engine, ROWS);
    return {
      desk,
      request: () => ({}),
      async expectAfter(what, { value }) {
        for (const name of readdirSync(folder).filter((one) => one.startsWith('RV-'))) {
          const opened = await openBackup(folder, name, { sheets: [parseSheet(sheet)] });
          expect(opened.facts.tables.find((table) => table.name === 'person')?.rows, what).toBe(people);
          opened.dispose();
        }
        if (value !== null) expect(readdirSync(folder)).toContain(value.name);
        await desk.start();
        expect((await desk.unlock('admin')).alarms, what).toEqual([]);
        expect(strangersIn(desk.vaultDir, await readCurrentHeader(desk)), what).toEqual([]);
      },
      // The next one takes away what the killed ones have left, and is whole.
      async expectInTheEnd() {
        await desk.start();
        await desk.unlock('admin');
        const { name } = await desk.call('backup.make', {});
        expect(readdirSync(folder).filter((one) => one.startsWith('.partial-'))).toEqual([]);
        expect(await desk.codeOf('backup.test', { folderId: null, name, pin: PINS.admin })).toBe('ok');
      },
    };
  },
});
