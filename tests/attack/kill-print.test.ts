/** SIGKILL while a print is ordered. Afterwards its copy is in the register and its entry in the log, or neither is; no page has left without both. */
import { describe, expect, it } from 'vitest';
import { createPace, expectSide, killInPhase } from '../support/kills/kill-in-phase.ts';
import { createAims, createKillRecord, KILL_ENGINES, killsTimeout } from '../support/kills/kill-plan.ts';
import { CHANGE, CHANGE_PHASES, changePhase, sideOf, SIDES } from '../support/kills/signs.ts';
import { expectSound } from '../support/kills/sound-vault.ts';
import { BLANK_ORDER } from '../support/features/print.ts';
import { draftOf } from '../support/people-drafts.ts';
import { type VaultHarness, createHarness } from '../support/vault-harness.ts';

describe.each(KILL_ENGINES)('kill of a print on %s', (engine) => {
  it('leaves a copy in the register with its entry, or neither', { timeout: killsTimeout() }, async () => {
    const desk = await createHarness({ engine });
    const personId = await desk.setUpWith(draftOf(7), 'supervisor');
    const supervisor = await desk.proofOf('supervisor');
    await desk.vault.close();
    const killed = createKillRecord('print', engine);
    const pace = createPace(89);
    const aims = createAims({ print: CHANGE });
    const work = {
      route: 'print.order',
      phases: CHANGE,
      phaseOf: changePhase,
      request: () => ({
        ...BLANK_ORDER,
        what: { layout: 'record', personId, clear: [{ field: 'phone', ordinal: 0 }] },
        custodian: supervisor.slotId,
        supervisor,
      }),
    } as const;
    let known = 0;
    for (let aim = aims.next(); aim !== undefined; aim = aims.next()) {
      const kill = await killInPhase(desk, engine, work, aim, pace, 'supervisor');
      const what = `after a kill in ${kill.phase}`;
      await expectSound(desk, what);
      const { registered, entered } = await readPrints(desk);
      expect(registered, what).toEqual(entered);
      const isMade = registered.length > known;
      expect(registered.length - known, what).toBeLessThanOrEqual(1);
      expectSide(CHANGE_PHASES, aim, kill, isMade);
      killed.record(kill.phase);
      killed.record(sideOf(isMade));
      known = registered.length;
      await desk.vault.close();
    }
    expect(killed.tooFew([...CHANGE, ...SIDES])).toEqual([]);
    await desk.dispose();
  });
});

/** Numbers of the copies, as the register and as the entries of orders and of values in clear have them. */
async function readPrints(
  desk: VaultHarness,
): Promise<{ readonly registered: readonly number[]; readonly entered: readonly number[] }> {
  const { papers } = await desk.call('papers.list', {});
  const [ordered, clear]: [number[], number[]] = [[], []];
  let before = null as number | null;
  do {
    const { entries, next } = await desk.call('log.list', { before, limit: 200 });
    for (const { action, detail } of entries)
      if (action === 'print' || action === 'print-clear')
        (action === 'print' ? ordered : clear).push(...(detail as { papers: number[] }).papers);
    before = next;
  } while (before !== null);
  const sorted = (numbers: readonly number[]) => numbers.toSorted((one, other) => one - other);
  expect(sorted(clear)).toEqual(sorted(ordered));
  return { registered: sorted(papers.map(({ paperId }) => paperId)), entered: sorted(ordered) };
}
