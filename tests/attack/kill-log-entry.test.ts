/** SIGKILL between what is committed and what is anchored of a log entry. Afterwards there is no alarm, the chain is whole, and what was answered has its entry. */
import { expect } from 'vitest';
import { describeKill } from '../support/kills/describe-kill.ts';
import type { PhaseOf } from '../support/kills/kill-in-phase.ts';
import { readLog } from '../support/kills/read-log.ts';
import { anchoredIn, isBegin, isCommit } from '../support/kills/signs.ts';
import { expectSound } from '../support/kills/sound-vault.ts';
import { createHarness } from '../support/vault-harness.ts';

/** Number of the entry before; what is anchored of the time before it is something else. */
let last = 0;
const isAnchor = (sign: Parameters<PhaseOf>[0]): boolean => (anchoredIn(sign)?.log.seq ?? 0) > last;

const phaseInTransaction: PhaseOf = (sign, before) => {
  if (isAnchor(sign)) return before === 'committed' ? 'anchoring' : null;
  if (isBegin(sign)) return 'in the transaction';
  return isCommit(sign) && before === 'in the transaction' ? 'committed' : null;
};
const phaseAlone: PhaseOf = (sign) => (isAnchor(sign) ? 'anchoring' : null);

describeKill('kill of a log entry', {
  title: 'raises no alarm and leaves the chain whole, with the entry of whatever was answered',
  changes: {
    // With what it is about in one transaction, as of a record that is opened.
    'log entry in a transaction': {
      route: 'log.list',
      phases: ['in the transaction', 'committed', 'anchoring'],
      phaseOf: () => phaseInTransaction,
      behindSwitch: 'committed',
    },
    // One statement, as of a value that is revealed: the phase before the anchor has it in its end.
    'log entry alone': {
      route: 'log.verify',
      phases: ['anchoring'],
      phaseOf: () => phaseAlone,
    },
  },
  by: 'supervisor',
  async setUp(engine) {
    const desk = await createHarness({ engine });
    await desk.setUp();
    let known = 0;
    return {
      desk,
      async request(asked, _, change) {
        const { entries } = await asked.call('log.list', { before: null, limit: 1 });
        last = entries[0]?.seq ?? 0;
        return change === 'log entry alone' ? {} : { before: null, limit: 1 };
      },
      async expectAfter(what, { phase, acknowledged }, change) {
        // Checks the log itself, which is an entry.
        await expectSound(desk, what);
        const entries = await readLog(desk);
        const counted = entries.filter(
          ({ action }) => action === 'log-read' || action === 'log-verify',
        ).length;
        const made = counted - known - 1;
        known = counted;
        // Reading the log, before and after, is an entry as well.
        expect([2, 3], what).toContain(made);
        const isMade = made === 3;
        if (acknowledged || (change === 'log entry alone' && phase !== 'asked'))
          expect(isMade, what).toBe(true);
        return isMade;
      },
    };
  },
});
