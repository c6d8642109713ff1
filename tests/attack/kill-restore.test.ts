/**
 * SIGKILL in a restore. Afterwards exactly one store is in force with all that belongs to it, what it took the place of is kept, and nothing else is left
 * after the next start.
 */
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { BACKUP_PHASES } from '../../contract/backup/lists.ts';
import { HEADER_FILE } from '../../main/vault/keys/header.ts';
import { readCurrentHeader, strangersIn } from '../support/backup-desk.ts';
import { openFullDesk } from '../support/kills/full-backup-desk.ts';
import { type PhaseOf, createPace, expectSide, killInPhase } from '../support/kills/kill-in-phase.ts';
import {
  createAims,
  createKillRecord,
  KILL_ENGINES,
  killsTimeout,
  residentsOr,
} from '../support/kills/kill-plan.ts';
import { isNamed, phaseIn, sideOf, SIDES } from '../support/kills/signs.ts';
import { draftOf } from '../support/people-drafts.ts';
import { PINS, type VaultHarness } from '../support/vault-harness.ts';

const ROWS = residentsOr(1_000);
const PHASES = ['asked', ...BACKUP_PHASES, 'switched', 'acknowledged'] as const;
const ADDED_ROOM = '98-7-6543';

const phaseOf: PhaseOf = (sign) =>
  isNamed(sign, HEADER_FILE) ? 'switched' : phaseIn(sign, 'backup.progress');

describe.each(KILL_ENGINES)('kill of a restore on %s', (engine) => {
  it('leaves the one store in force or the other', { timeout: killsTimeout(ROWS) }, async () => {
    const { desk, folder } = await openFullDesk(engine, ROWS);
    const supervisor = await desk.proofOf('supervisor');
    const { name } = await desk.call('backup.make', {});
    const order = { folderId: null, name, pin: PINS.admin, words: 'a kill is near' };
    await desk.vault.close();
    await addBehindBackup(desk);
    const killed = createKillRecord('restore', engine);
    const pace = createPace(67);
    const aims = createAims({ restore: PHASES });
    for (let aim = aims.next(); aim !== undefined; aim = aims.next()) {
      const before = await readCurrentHeader(desk);
      const work = { route: 'backup.restore', phases: PHASES, phaseOf, request: () => order } as const;
      const fell = await killInPhase(desk, engine, work, aim, pace);
      const header = await readCurrentHeader(desk);
      const isRestored = header.epoch > before.epoch;
      killed.record(fell.phase);
      killed.record(sideOf(isRestored));
      expectSide({ phases: PHASES, behindSwitch: 'switched' }, aim, fell, isRestored);
      const what = `after a kill in ${fell.phase}`;
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
      if (!isRestored) continue;
      expect(existsSync(join(desk.vaultDir, kept.at(-1)!, before.storeFile)), what).toBe(true);
      // As somebody does who needs the room: a hundred of them would fill a disk.
      for (const one of kept) rmSync(join(desk.vaultDir, one), { recursive: true });
      await addBehindBackup(desk);
    }
    expect(killed.tooFew([...PHASES, ...SIDES])).toEqual([]);
    expect(readdirSync(folder)).toEqual([name]);
    await desk.dispose();
  });
});

/** Somebody whom the backup does not know, by a room of their own. The vault is closed before and afterwards. */
async function addBehindBackup(desk: VaultHarness): Promise<void> {
  await desk.start();
  await desk.unlock('supervisor');
  await desk.call('people.add', {
    person: draftOf(77, { rooms: [{ text: ADDED_ROOM, relation: 'owner' }] }),
    pin: PINS.supervisor,
  });
  await desk.vault.close();
}
