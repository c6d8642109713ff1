/** SIGKILL while an alarm is acknowledged. The next session has the alarm, or the log says what it was and who acknowledged it, with which words. */
import { describe, expect, it } from 'vitest';
import { createPace, killInPhase } from '../support/kills/kill-in-phase.ts';
import { createAims, createKillRecord, KILL_ENGINES, killsTimeout } from '../support/kills/kill-plan.ts';
import { CHANGE, changePhase, sideOf, SIDES } from '../support/kills/signs.ts';
import { copyVault } from '../support/kills/vault-copy.ts';
import { putOlderFolderBack } from '../support/older-folder.ts';
import { createHarness, PINS } from '../support/vault-harness.ts';

describe.each(KILL_ENGINES)('kill of an acknowledgment on %s', (engine) => {
  it('leaves the alarm or its entries, and never neither', { timeout: killsTimeout() }, async () => {
    const desk = await createHarness({ engine });
    await desk.setUp();
    await desk.unlock('supervisor');
    await desk.vault.close();
    await putOlderFolderBack(desk);
    const copy = await copyVault(desk);
    const killed = createKillRecord('acknowledgment', engine);
    const pace = createPace(61, { putBack: true });
    const aims = createAims({ acknowledge: CHANGE });
    for (let aim = aims.next(), nth = 1; aim !== undefined; aim = aims.next(), nth++) {
      await copy.bringBack();
      const words = `put back on purpose, ${nth}`;
      const request = () => ({ words, pin: PINS.supervisor });
      const work = { route: 'session.acknowledge', phases: CHANGE, phaseOf: changePhase, request } as const;
      const kill = await killInPhase(desk, engine, work, aim, pace, 'supervisor');
      await desk.start();
      const { alarms } = await desk.unlock('supervisor');
      const isAcknowledged = alarms.length === 0;
      if (!isAcknowledged) await desk.call('session.acknowledge', request());
      const { entries } = await desk.call('log.list', { before: null, limit: 50 });
      const what = `after a kill in ${kill.phase}`;
      // The newest first: the words stand behind what they are about.
      const at = entries.findIndex(({ action, reason }) => action === 'acknowledge' && reason === words);
      expect([entries[at]?.action, entries[at + 1]?.action], what).toEqual(['acknowledge', 'alarm']);
      expect((await desk.call('log.verify', {})).ok, what).toBe(true);
      await desk.vault.close();
      killed.record(kill.phase);
      killed.record(sideOf(isAcknowledged));
    }
    expect(killed.tooFew([...CHANGE, ...SIDES])).toEqual([]);
    await desk.dispose();
  });
});
