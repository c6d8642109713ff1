/**
 * SIGKILL in a restore. Afterwards exactly one store is in force with all that belongs to it, what it took the place of is kept, and nothing else is left
 * after the next start.
 */
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { BACKUP_PHASES } from '../../contract/backup/lists.ts';
import { HEADER_FILE } from '../../main/vault/keys/header.ts';
import { readCurrentHeader, strangersIn } from '../support/backup-desk.ts';
import { describeKill } from '../support/kills/describe-kill.ts';
import { openFullDesk } from '../support/kills/full-backup-desk.ts';
import type { PhaseOf } from '../support/kills/kill-in-phase.ts';
import { residentsOr } from '../support/kills/kill-plan.ts';
import { isNamed, phaseIn } from '../support/kills/signs.ts';
import { draftOf } from '../support/people-drafts.ts';
import { PINS, type VaultHarness } from '../support/vault-harness.ts';

const ROWS = residentsOr(1_000);
const ADDED_ROOM = '98-7-6543';

const phaseOf: PhaseOf = (sign) =>
  isNamed(sign, HEADER_FILE) ? 'switched' : phaseIn(sign, 'backup.progress');

describeKill('kill of a restore', {
  title: 'leaves the one store in force or the other',
  changes: {
    restore: {
      route: 'backup.restore',
      phases: [...BACKUP_PHASES, 'switched'],
      phaseOf: () => phaseOf,
      behindSwitch: 'switched',
    },
  },
  by: 'admin',
  residents: ROWS,
  async setUp(engine) {
    const { desk, folder } = await openFullDesk(engine, ROWS);
    const supervisor = await desk.proofOf('supervisor');
    const { name } = await desk.call('backup.make', {});
    await addBehindBackup(desk);
    let before = await readCurrentHeader(desk);
    return {
      desk,
      request: () => ({ folderId: null, name, pin: PINS.admin, words: 'a kill is near' }),
      async expectAfter(what) {
        const header = await readCurrentHeader(desk);
        const isRestored = header.epoch > before.epoch;
        await desk.start();
        const { alarms } = await desk.call('session.unlock', supervisor);
        expect(alarms, what).toEqual(isRestored ? ['restored'] : []);
        if (isRestored)
          await desk.call('session.acknowledge', { words: 'it was a test', pin: PINS.supervisor });
        const found = (await desk.call('people.search', { text: ADDED_ROOM })).groups.length > 0;
        expect(found, what).toBe(!isRestored);
        expect(await desk.call('log.verify', {}), what).toMatchObject({ ok: true });
        // What the switch left in its place goes once somebody has signed in to the new store.
        await desk.lock();
        await desk.vault.close();
        const kept = readdirSync(desk.vaultDir).filter((one) => one.startsWith('kept-'));
        expect(strangersIn(desk.vaultDir, header), what).toEqual(kept);
        if (isRestored) {
          expect(existsSync(join(desk.vaultDir, kept.at(-1)!, before.storeFile)), what).toBe(true);
          // As somebody does who needs the room: a hundred of them would fill a disk.
          for (const one of kept) rmSync(join(desk.vaultDir, one), { recursive: true });
          await addBehindBackup(desk);
        }
        before = await readCurrentHeader(desk);
        return isRestored;
      },
      expectInTheEnd: async () => expect(readdirSync(folder)).toEqual([name]),
    };
  },
});

/** Somebody whom the backup does not know, by a room of their own. The vault is closed afterwards. */
async function addBehindBackup(desk: VaultHarness): Promise<void> {
  await desk.vault.close();
  await desk.start();
  await desk.unlock('supervisor');
  await desk.call('people.add', {
    person: draftOf(77, { rooms: [{ text: ADDED_ROOM, relation: 'owner' }] }),
    pin: PINS.supervisor,
  });
  await desk.vault.close();
}
