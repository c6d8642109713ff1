/** SIGKILL between what is committed and what is anchored of a log entry. Afterwards there is no alarm, the chain is whole, and what was answered has its entry. */
import { describe, expect, it } from 'vitest';
import {
  type PhaseOf,
  type Work,
  createPace,
  expectSide,
  killInPhase,
} from '../support/kills/kill-in-phase.ts';
import { createAims, createKillRecord, KILL_ENGINES, killsTimeout } from '../support/kills/kill-plan.ts';
import { anchoredIn, isBegin, isCommit } from '../support/kills/signs.ts';
import { expectSound } from '../support/kills/sound-vault.ts';
import { type VaultHarness, createHarness } from '../support/vault-harness.ts';

/** An entry with what it is about in one transaction, as of a record that is opened. */
const IN_TRANSACTION = ['asked', 'in the transaction', 'committed', 'anchoring', 'acknowledged'] as const;
/** An entry alone, which is one statement, as of a value that is revealed: the phase before the anchor has it in its end. */
const ALONE = ['asked', 'anchoring', 'acknowledged'] as const;

const WAYS = {
  'in a transaction': { route: 'log.list', action: 'log-read', phases: IN_TRANSACTION },
  alone: { route: 'log.verify', action: 'log-verify', phases: ALONE },
} as const;
type Way = keyof typeof WAYS;

/** `last`: number of the entry before; what is anchored of the time before it is something else. */
const phaseOf =
  (isAlone: boolean, last: () => number): PhaseOf =>
  (sign, before) => {
    const seq = anchoredIn(sign)?.log.seq ?? 0;
    if (sign.type === 'write-anchor')
      return seq > last() && (isAlone || before === 'committed') ? 'anchoring' : null;
    if (isAlone) return null;
    if (isBegin(sign)) return 'in the transaction';
    return isCommit(sign) && before === 'in the transaction' ? 'committed' : null;
  };

describe.each(KILL_ENGINES)('kill of a log entry on %s', (engine) => {
  it(
    'raises no alarm and leaves the chain whole, with the entry of whatever was answered',
    { timeout: killsTimeout() },
    async () => {
      const desk = await createHarness({ engine });
      await desk.setUp();
      await desk.vault.close();
      const killed = createKillRecord('log entry', engine);
      const pace = createPace(83);
      const aims = createAims<Way>({ 'in a transaction': IN_TRANSACTION, alone: ALONE });
      let known = 0;
      for (let aim = aims.next(); aim !== undefined; aim = aims.next()) {
        const way = WAYS[aim.change];
        const isAlone = aim.change === 'alone';
        let last = 0;
        const request: Work<'log.list' | 'log.verify'>['request'] = async (child) => {
          last = (await child.call('log.list', { before: null, limit: 1 })).entries[0]?.seq ?? 0;
          return isAlone ? {} : { before: null, limit: 1 };
        };
        const work = {
          route: way.route,
          phases: way.phases,
          phaseOf: phaseOf(isAlone, () => last),
          request,
        } as const;
        const kill = await killInPhase(desk, engine, work, aim, pace, 'supervisor');
        const what = `${aim.change}, after a kill in ${kill.phase}`;
        // Checks the log itself, which is an entry.
        await expectSound(desk, what);
        const { read, checked } = await countEntries(desk);
        const made = read + checked - known - 1;
        // Reading the log, before and after, is an entry as well.
        expect([2, 3], what).toContain(made);
        const isMade = made === 3;
        if (kill.acknowledged) expect(isMade, what).toBe(true);
        if (!isAlone) expectSide({ phases: IN_TRANSACTION, behindSwitch: 'committed' }, aim, kill, isMade);
        else if (kill.phase !== 'asked') expect(isMade, what).toBe(true);
        known = read + checked;
        await desk.vault.close();
        killed.record(`${aim.change}: ${kill.phase}`);
      }
      const phases = Object.entries(WAYS).flatMap(([name, way]) =>
        way.phases.map((one) => `${name}: ${one}`),
      );
      expect(killed.tooFew(phases)).toEqual([]);
      await desk.dispose();
    },
  );
});

/** How often the log was read and checked, this reading included. */
async function countEntries(
  desk: VaultHarness,
): Promise<{ readonly read: number; readonly checked: number }> {
  let [read, checked, before] = [0, 0, null as number | null];
  do {
    const { entries, next } = await desk.call('log.list', { before, limit: 200 });
    read += entries.filter(({ action }) => action === 'log-read').length;
    checked += entries.filter(({ action }) => action === 'log-verify').length;
    before = next;
  } while (before !== null);
  return { read, checked };
}
