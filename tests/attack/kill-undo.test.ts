/** SIGKILL while an import is undone. Afterwards the vault opens without an alarm, and the import is there as a whole or undone as a whole. */
import { describe, expect, it } from 'vitest';
import { type PhaseOf, createPace, expectSide, killInPhase } from '../support/kills/kill-in-phase.ts';
import {
  createAims,
  createKillRecord,
  KILL_ENGINES,
  killsTimeout,
  residentsOr,
} from '../support/kills/kill-plan.ts';
import { changePhase, isCommit, sideOf, SIDES } from '../support/kills/signs.ts';
import { expectSound } from '../support/kills/sound-vault.ts';
import { copyVault } from '../support/kills/vault-copy.ts';
import { importWhole, writeOwners } from '../support/kills/whole-import.ts';
import { createHarness } from '../support/vault-harness.ts';

const ROWS = residentsOr(1_000);
const PHASES = [
  'asked',
  'PIN counted',
  'in the transaction',
  'writing',
  'committed',
  'anchoring',
  'acknowledged',
] as const;

const phaseOf: PhaseOf = (sign, before) => {
  if (before === 'in the transaction' && sign.type === 'sql' && !isCommit(sign)) return 'writing';
  return changePhase(sign, before === 'writing' ? 'in the transaction' : before);
};

describe.each(KILL_ENGINES)('kill of an undo on %s', (engine) => {
  it('leaves all or nothing of it', { timeout: killsTimeout(ROWS) }, async () => {
    const workbook = await writeOwners(ROWS);
    const desk = await createHarness({ engine });
    await desk.setUp();
    await desk.unlock('supervisor');
    const { importId, created } = await importWhole(desk, workbook);
    const supervisor = await desk.proofOf('supervisor');
    await desk.vault.close();
    const imported = await copyVault(desk);
    const killed = createKillRecord('undo', engine);
    const pace = createPace(37);
    const aims = createAims({ undo: PHASES });
    for (let aim = aims.next(); aim !== undefined; aim = aims.next()) {
      const kill = await killInPhase(
        desk,
        engine,
        {
          route: 'import.undo',
          phases: PHASES,
          phaseOf,
          request: () => ({ importId, keepEdited: true, supervisor }),
        },
        aim,
        pace,
        'supervisor',
      );
      const what = `after a kill in ${kill.phase}`;
      await expectSound(desk, what);
      const { runs } = await desk.call('import.list', { before: null });
      const isUndone = runs[0]?.undoneAt !== null;
      const found = (await desk.call('people.search', { text: '14' })).groups.length > 0;
      expect(found, what).toBe(!isUndone);
      expectSide({ phases: PHASES, behindSwitch: 'committed' }, aim, kill, isUndone);
      if (!isUndone)
        expect(await desk.call('import.checkUndo', { importId }), what).toMatchObject({ created, edited: 0 });
      await desk.vault.close();
      killed.record(kill.phase);
      killed.record(sideOf(isUndone));
      if (isUndone) await imported.bringBack();
    }
    expect(killed.tooFew([...PHASES, ...SIDES])).toEqual([]);
    await desk.dispose();
  });
});
