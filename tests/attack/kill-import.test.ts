/** SIGKILL while an import is written. Afterwards the vault opens without an alarm, and the import is there as a whole or not at all. */
import { describe, expect, it } from 'vitest';
import { type PhaseOf, createPace, expectSide, killInPhase } from '../support/kills/kill-in-phase.ts';
import {
  createAims,
  createKillRecord,
  KILL_ENGINES,
  killsTimeout,
  residentsOr,
} from '../support/kills/kill-plan.ts';
import { changePhase, phaseIn, sideOf, SIDES } from '../support/kills/signs.ts';
import { expectSound } from '../support/kills/sound-vault.ts';
import { copyVault } from '../support/kills/vault-copy.ts';
import { WORKBOOK, writeOwners } from '../support/kills/whole-import.ts';
import { proposedMapping } from '../support/proposed-mapping.ts';
import { type VaultHarness, createHarness } from '../support/vault-harness.ts';

const ROWS = residentsOr(1_000);
const PHASES = [
  'asked',
  'PIN counted',
  'writing',
  'finishing',
  'in the transaction',
  'committed',
  'anchoring',
  'acknowledged',
] as const;

const phaseOf: PhaseOf = (sign, before) => phaseIn(sign, 'import.progress') ?? changePhase(sign, before);

describe.each(KILL_ENGINES)('kill of an import on %s', (engine) => {
  it('leaves all or nothing of it', { timeout: killsTimeout(ROWS) }, async () => {
    const workbook = await writeOwners(ROWS);
    const desk = await createHarness({ engine });
    await desk.setUp();
    const supervisor = await desk.proofOf('supervisor');
    await desk.vault.close();
    const empty = await copyVault(desk);
    const killed = createKillRecord('import', engine);
    const pace = createPace(23);
    const aims = createAims({ import: PHASES });
    for (let aim = aims.next(); aim !== undefined; aim = aims.next()) {
      const kill = await killInPhase(
        desk,
        engine,
        {
          route: 'import.apply',
          phases: PHASES,
          phaseOf,
          request: async (child) => {
            child.offerFile(WORKBOOK, workbook);
            const { sheets } = await child.call('import.open', { fileId: WORKBOOK });
            const mapping = proposedMapping(sheets);
            const { planId } = await child.call('import.preview', {
              fileId: WORKBOOK,
              sheets: mapping,
              supervisor,
            });
            return { planId, answers: { rest: 'leave-out', rows: [] }, supervisor };
          },
        },
        aim,
        pace,
        'supervisor',
      );
      await expectSound(desk, `after a kill in ${kill.phase}`);
      const isWhole = await expectAllOrNothing(desk, `after a kill in ${kill.phase}`);
      await desk.vault.close();
      expectSide({ phases: PHASES, behindSwitch: 'committed' }, aim, kill, isWhole);
      killed.record(kill.phase);
      killed.record(sideOf(isWhole));
      // The next one has something to do again.
      if (isWhole) await empty.bringBack();
    }
    expect(killed.tooFew([...PHASES, ...SIDES])).toEqual([]);
    await desk.dispose();
  });
});

/** Whether it is there: by its entry in the log, the list of imports and the search. */
async function expectAllOrNothing(desk: VaultHarness, what: string): Promise<boolean> {
  const { entries } = await desk.call('log.list', { before: null, limit: 200 });
  const imports = entries.filter(({ action }) => action === 'import').length;
  const { runs } = await desk.call('import.list', { before: null });
  const found = (await desk.call('people.search', { text: '14' })).groups.length > 0;
  expect([0, 1], what).toContain(imports);
  expect(found, what).toBe(imports === 1);
  expect(runs.length, what).toBe(imports);
  return imports === 1;
}
