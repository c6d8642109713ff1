/** SIGKILL of a newer version as it meets the store of the one before. Either that one still opens the store, or there is a whole backup that it opens. */
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { BACKUP_PHASES } from '../../contract/backup/lists.ts';
import { openBackup } from '../../main/vault/backup/open-backup.ts';
import { parseSheet } from '../../main/vault/keys/recovery-sheet.ts';
import { openBackupDesk } from '../support/backup-desk.ts';
import { describeKill } from '../support/kills/describe-kill.ts';
import { type PhaseOf, proofAmong } from '../support/kills/kill-in-phase.ts';
import { isBegin, isCommit, phaseIn } from '../support/kills/signs.ts';

/** The migration is the first transaction behind the backup. */
const phaseOf: PhaseOf = (sign, before) => {
  if (isBegin(sign) && before === BACKUP_PHASES.at(-1)) return 'migrating';
  if (isCommit(sign) && before === 'migrating') return 'migrated';
  return phaseIn(sign, 'backup.progress');
};

describeKill('kill of an update', {
  title: 'leaves a store or a backup that the version before opens',
  changes: {
    update: {
      version: 'next',
      route: 'session.unlock',
      phases: [...BACKUP_PHASES, 'migrating', 'migrated'],
      phaseOf: () => phaseOf,
      behindSwitch: 'migrated',
    },
  },
  by: 'nobody',
  putBack: true,
  async setUp(engine) {
    const { desk, folder, sheet } = await openBackupDesk({ engine });
    return {
      desk,
      request: (_, people) => proofAmong(people, 'admin'),
      async expectAfter(what) {
        const whole = readdirSync(folder).filter((one) => one.startsWith('RV-'));
        for (const name of whole) {
          const opened = await openBackup(folder, name, { sheets: [parseSheet(sheet)] });
          expect(opened.facts.tables.find((table) => table.name === 'person')?.rows, what).toBe(3);
          opened.dispose();
        }
        await desk.start();
        const code = await desk.codeOf('session.unlock', await desk.proofOf('admin'));
        const isMade = code === 'store-newer';
        if (!isMade) expect(code, what).toBe('ok');
        else expect(whole.length, what).toBe(1);
        for (const one of readdirSync(folder)) rmSync(join(folder, one), { recursive: true });
        return isMade;
      },
    };
  },
});
