/** SIGKILL while an import is written. Afterwards the vault opens without an alarm, and the import is there as a whole or not at all. */
import { previewOf } from '../support/requests-of.ts';
import { expect } from 'vitest';
import { describeKill } from '../support/kills/describe-kill.ts';
import type { PhaseOf } from '../support/kills/kill-in-phase.ts';
import { residentsOr } from '../support/kills/kill-plan.ts';
import { readLog } from '../support/kills/read-log.ts';
import { changePhase, phaseIn } from '../support/kills/signs.ts';
import { expectSound } from '../support/kills/sound-vault.ts';
import { WORKBOOK, writeOwners } from '../support/kills/whole-import.ts';
import { createHarness } from '../support/vault-harness.ts';

const ROWS = residentsOr(1_000);

const phaseOf: PhaseOf = (sign, before) => phaseIn(sign, 'import.progress') ?? changePhase(sign, before);

describeKill('kill of an import', {
  title: 'leaves all or nothing of it',
  changes: {
    import: {
      route: 'import.apply',
      phases: ['PIN counted', 'writing', 'finishing', 'in the transaction', 'committed', 'anchoring'],
      phaseOf: () => phaseOf,
      behindSwitch: 'committed',
    },
  },
  by: 'supervisor',
  residents: ROWS,
  putBack: true,
  async setUp(engine) {
    const workbook = await writeOwners(ROWS);
    const desk = await createHarness({ engine });
    await desk.setUp();
    const supervisor = await desk.proofOf('supervisor');
    return {
      desk,
      async request(asked) {
        asked.offerFile(WORKBOOK, workbook);
        const { sheets } = await asked.call('import.open', { fileId: WORKBOOK });
        const { planId } = await asked.call('import.preview', previewOf(WORKBOOK, sheets, supervisor));
        return { planId, answers: { rest: 'leave-out', kinds: [], despite: [], rows: [] }, supervisor };
      },
      // By its entry in the log, the list of imports and the search.
      async expectAfter(what) {
        await expectSound(desk, what);
        const imports = (await readLog(desk)).filter(({ action }) => action === 'import').length;
        const { runs } = await desk.call('import.list', { before: null });
        const found = (await desk.call('people.search', { text: '14' })).groups.length > 0;
        expect([0, 1], what).toContain(imports);
        expect(found, what).toBe(imports === 1);
        expect(runs.length, what).toBe(imports);
        return imports === 1;
      },
    };
  },
});
