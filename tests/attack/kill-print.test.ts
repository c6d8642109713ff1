/** SIGKILL while a print is ordered. Afterwards its copy is in the register and its entry in the log, or neither is; no page has left without both. */
import { expect } from 'vitest';
import { BLANK_ORDER } from '../support/features/print.ts';
import { describeKill } from '../support/kills/describe-kill.ts';
import { readLog } from '../support/kills/read-log.ts';
import { ONE_TRANSACTION } from '../support/kills/signs.ts';
import { expectSound } from '../support/kills/sound-vault.ts';
import { draftOf } from '../support/people-drafts.ts';
import { createHarness } from '../support/vault-harness.ts';

describeKill('kill of a print', {
  title: 'leaves a copy in the register with its entry, or neither',
  changes: { print: { route: 'print.order', ...ONE_TRANSACTION } },
  by: 'supervisor',
  async setUp(engine) {
    const desk = await createHarness({ engine });
    const personId = await desk.setUpWith(draftOf(7), 'supervisor');
    const supervisor = await desk.proofOf('supervisor');
    let known = 0;
    return {
      desk,
      request: () => ({
        ...BLANK_ORDER,
        what: { layout: 'record', personId, clear: [{ field: 'phone', ordinal: 0 }] },
        custodian: supervisor.slotId,
        supervisor,
      }),
      async expectAfter(what) {
        await expectSound(desk, what);
        const { papers } = await desk.call('papers.list', {});
        const registered = sorted(papers.map(({ paperId }) => paperId));
        const log = await readLog(desk);
        for (const printed of ['print', 'print-clear'])
          expect(
            sorted(
              log.flatMap(({ action, detail }) =>
                action === printed ? (detail as { papers: number[] }).papers : [],
              ),
            ),
            what,
          ).toEqual(registered);
        const isMade = registered.length > known;
        expect(registered.length - known, what).toBeLessThanOrEqual(1);
        known = registered.length;
        return isMade;
      },
    };
  },
});

const sorted = (numbers: readonly number[]): readonly number[] =>
  numbers.toSorted((one, other) => one - other);
