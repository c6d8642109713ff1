/** SIGKILL while an import is undone. Afterwards the vault opens without an alarm, and the import is there as a whole or undone as a whole. */
import { expect } from 'vitest';
import { describeKill } from '../support/kills/describe-kill.ts';
import type { PhaseOf } from '../support/kills/kill-in-phase.ts';
import { residentsOr } from '../support/kills/kill-plan.ts';
import { changePhase, isCommit } from '../support/kills/signs.ts';
import { expectSound } from '../support/kills/sound-vault.ts';
import { importWhole, writeOwners } from '../support/kills/whole-import.ts';
import { openDesk } from '../support/vault-harness.ts';

const ROWS = residentsOr(1_000);

const phaseOf: PhaseOf = (sign, before) => {
  if (before === 'in the transaction' && sign.type === 'sql' && !isCommit(sign)) return 'writing';
  return changePhase(sign, before === 'writing' ? 'in the transaction' : before);
};

describeKill('kill of an undo', {
  title: 'leaves all or nothing of it',
  changes: {
    undo: {
      route: 'import.undo',
      phases: ['PIN counted', 'in the transaction', 'writing', 'committed', 'anchoring'],
      phaseOf: () => phaseOf,
      behindSwitch: 'committed',
    },
  },
  by: 'supervisor',
  residents: ROWS,
  putBack: true,
  async setUp(engine) {
    const desk = await openDesk('supervisor', { engine });
    const { importId, created } = await importWhole(desk, await writeOwners(ROWS));
    const supervisor = await desk.proofOf('supervisor');
    return {
      desk,
      request: () => ({ importId, keepEdited: true, supervisor }),
      async expectAfter(what) {
        await expectSound(desk, what);
        const { runs } = await desk.call('import.list', { before: null });
        const isUndone = runs[0]?.undoneAt !== null;
        const found = (await desk.call('people.search', { text: '14' })).groups.length > 0;
        expect(found, what).toBe(!isUndone);
        if (!isUndone)
          expect(await desk.call('import.checkUndo', { importId }), what).toMatchObject({
            created,
            edited: 0,
          });
        return isUndone;
      },
    };
  },
});
