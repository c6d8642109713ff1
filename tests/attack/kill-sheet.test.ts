/** SIGKILL while the recovery sheet is replaced. Afterwards one sheet opens all and the other nothing, everybody gets in without an alarm, and the log says what became of it. */
import { describe, expect, it } from 'vitest';
import { HEADER_FILE } from '../../main/vault/keys/header.ts';
import {
  type PhaseOf,
  createPace,
  expectSide,
  killInPhase,
  proofAmong,
} from '../support/kills/kill-in-phase.ts';
import {
  createAims,
  createKillRecord,
  KILL_ENGINES,
  killsTimeout,
  residentsOr,
} from '../support/kills/kill-plan.ts';
import { expectWhole, hashesOf, headerOf } from '../support/kills/rotated-vault.ts';
import { anchoredIn, isNamed, sideOf, SIDES } from '../support/kills/signs.ts';
import { fillSealed } from '../support/fill-sealed.ts';
import { openBySheet } from '../support/open-by-sheet.ts';
import { answersTo, sheetText } from '../support/recover.ts';
import { createHarness, PINS } from '../support/vault-harness.ts';

const RESIDENTS = residentsOr(200);
const PHASES = ['asked', 'begun', 'switched', 'anchoring', 'segment begun', 'acknowledged'] as const;
/** What another sheet is there to change. */
const SHEET_TABLES = ['roster_entry', 'key_slot', 'tier_grant', 'id_counter'] as const;

/** The log's head moves with the entry of the beginning and with the one behind the switch, the roster's at once behind that, then another segment begins. */
const sheetPhases = (): PhaseOf => {
  let seq: number | null = null;
  let [segment, roster] = [0, 0];
  return (sign, before) => {
    if (isNamed(sign, HEADER_FILE)) return before === 'begun' ? 'switched' : null;
    const state = anchoredIn(sign);
    if (state === undefined) return null;
    const moved = {
      log: seq !== null && state.log.seq > seq,
      segment: seq !== null && state.log.segment > segment,
      roster: seq !== null && state.rosterHead.n > roster,
    };
    ({ seq, segment } = state.log);
    roster = state.rosterHead.n;
    if (moved.segment) return 'segment begun';
    if (moved.log && before === 'asked') return 'begun';
    return moved.log || moved.roster ? 'anchoring' : null;
  };
};

describe.each(KILL_ENGINES)('kill of a new recovery sheet on %s', (engine) => {
  it('leaves one sheet that opens all', { timeout: killsTimeout(RESIDENTS) }, async () => {
    const desk = await createHarness({ engine });
    let inForce = sheetText(await desk.setUp());
    await desk.vault.close();
    const values = await fillSealed(desk, engine, RESIDENTS);
    const before = await hashesOf(desk, engine, SHEET_TABLES);
    const killed = createKillRecord('recovery sheet', engine);
    const pace = createPace(71);
    const aims = createAims({ 'recovery sheet': PHASES });
    for (let aim = aims.next(); aim !== undefined; aim = aims.next()) {
      let shown = '';
      const { generation } = (await headerOf(desk)).recovery;
      const fell = await killInPhase(
        desk,
        engine,
        {
          route: 'keys.finishSheet',
          phases: PHASES,
          phaseOf: sheetPhases(),
          request: async (child, people) => {
            const sheet = await child.call('keys.beginSheet', {});
            shown = sheetText(sheet.lines);
            return { answers: answersTo(sheet), pin: PINS.admin, cosigner: proofAmong(people, 'supervisor') };
          },
        },
        aim,
        pace,
      );
      const found = (await headerOf(desk)).recovery.generation;
      const isMade = found === generation + 1;
      killed.record(fell.phase);
      killed.record(sideOf(isMade));
      const what = `after a kill while ${fell.phase}`;
      expect([generation, generation + 1], what).toContain(found);
      expectSide({ phases: PHASES, behindSwitch: 'switched' }, aim, fell, isMade);
      await expectWhole(desk, 'recovery-sheet', { isMade, maybeNotBegun: fell.phase === 'asked' });
      const [stays, goes] = isMade ? [shown, inForce] : [inForce, shown];
      expect(await openBySheet(desk.vaultDir, engine, stays), what).toEqual({ values, segment: true });
      expect(await openBySheet(desk.vaultDir, engine, goes), what).toBe('sheet-mismatch');
      inForce = stays;
    }
    expect(await hashesOf(desk, engine, SHEET_TABLES)).toEqual(before);
    expect(killed.tooFew([...PHASES, ...SIDES])).toEqual([]);
    await desk.dispose();
  });
});
