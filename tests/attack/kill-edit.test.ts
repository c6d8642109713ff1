/** SIGKILL while a resident is added. Afterwards the vault opens without an alarm, every acknowledged resident is there, and the one who was being added is there whole or not at all. */
import { describe, expect, it } from 'vitest';
import { createPace, expectSide, killInPhase } from '../support/kills/kill-in-phase.ts';
import { createAims, createKillRecord, KILL_ENGINES, killsTimeout } from '../support/kills/kill-plan.ts';
import { CHANGE, CHANGE_PHASES, changePhase, sideOf, SIDES } from '../support/kills/signs.ts';
import { expectSound } from '../support/kills/sound-vault.ts';
import { draftOf, phoneOf } from '../support/people-drafts.ts';
import { PINS, type VaultHarness, createHarness } from '../support/vault-harness.ts';

/** Of those who are added, by the end of their phones; smaller ones look like placeholders. */
const FIRST = 2_301;

describe.each(KILL_ENGINES)('kill of an edit on %s', (engine) => {
  it(
    'loses no acknowledged resident, and leaves the other whole or not there',
    { timeout: killsTimeout() },
    async () => {
      const desk = await createHarness({ engine });
      await desk.setUp();
      await desk.vault.close();
      const killed = createKillRecord('edit', engine);
      const pace = createPace(11);
      const aims = createAims({ edit: CHANGE });
      const acknowledged: number[] = [];
      for (let n = FIRST, aim = aims.next(); aim !== undefined; n += 2, aim = aims.next()) {
        const kill = await killInPhase(
          desk,
          engine,
          {
            route: 'people.add',
            phases: CHANGE,
            phaseOf: changePhase,
            request: async (child) => {
              await child.call('people.add', { person: draftOf(n), pin: PINS.supervisor });
              acknowledged.push(n);
              return { person: draftOf(n + 1), pin: PINS.supervisor };
            },
          },
          aim,
          pace,
          'supervisor',
        );
        await expectSound(desk, `after a kill in ${kill.phase}`);
        const isThere = await isFound(desk, n + 1);
        expectSide(CHANGE_PHASES, aim, kill, isThere);
        if (isThere) acknowledged.push(n + 1);
        expect(await isFound(desk, n), `after a kill in ${kill.phase}`).toBe(true);
        await desk.vault.close();
        killed.record(kill.phase);
        killed.record(sideOf(isThere));
      }
      await expectSound(desk, 'in the end');
      for (const n of acknowledged) expect(await isFound(desk, n), phoneOf(n)).toBe(true);
      expect(killed.tooFew([...CHANGE, ...SIDES])).toEqual([]);
      await desk.dispose();
    },
  );
});

const isFound = async (desk: VaultHarness, n: number): Promise<boolean> =>
  (await desk.call('people.search', { text: phoneOf(n) })).groups.flatMap(({ rows }) => rows).length > 0;
