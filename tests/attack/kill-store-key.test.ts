/** SIGKILL in a rotation of the store key. Afterwards exactly one epoch opens, to everybody, without an alarm; all rows are there; the log holds together and says what became of the rotation; nothing is left over. */
import { describe, expect, it } from 'vitest';
import { HEADER_FILE } from '../../main/vault/keys/header.ts';
import { type PhaseOf, createPace, expectSide, killInPhase } from '../support/kills/kill-in-phase.ts';
import {
  createAims,
  createKillRecord,
  KILL_ENGINES,
  killsTimeout,
  residentsOr,
} from '../support/kills/kill-plan.ts';
import { expectWhole, filledDesk, hashesOf, headerOf } from '../support/kills/rotated-vault.ts';
import { anchoredIn, isNamed, phaseIn, sideOf, SIDES } from '../support/kills/signs.ts';
import { PINS } from '../support/vault-harness.ts';

const RESIDENTS = residentsOr(1_000);
const PHASES = [
  'asked',
  'copying',
  'comparing',
  'checking',
  'switching',
  'switched',
  'entered',
  'anchoring',
  'acknowledged',
] as const;

/** The log's head moves on with the entry that follows the switch; the epoch with the anchor. */
const storeKeyPhases = (epoch: number): PhaseOf => {
  let seqAtSwitch = 0;
  let lastSeq = 0;
  return (sign, before) => {
    const step = phaseIn(sign, 'keys.progress');
    if (step !== null) {
      seqAtSwitch = lastSeq;
      return step;
    }
    if (isNamed(sign, HEADER_FILE)) return before === 'switching' ? 'switched' : null;
    const state = anchoredIn(sign);
    if (state === undefined) return null;
    lastSeq = state.log.seq;
    if (state.epoch === epoch + 1) return 'anchoring';
    return before === 'switched' && lastSeq > seqAtSwitch ? 'entered' : null;
  };
};

describe.each(KILL_ENGINES)('kill of a rotation of the store key on %s', (engine) => {
  it('leaves one epoch that opens, and every row', { timeout: killsTimeout(RESIDENTS) }, async () => {
    const desk = await filledDesk(engine, RESIDENTS);
    const before = await hashesOf(desk, engine);
    const killed = createKillRecord('store key', engine);
    const pace = createPace(53);
    const aims = createAims({ 'store key': PHASES });
    for (let kill = 0, aim = aims.next(); aim !== undefined; kill++, aim = aims.next()) {
      const { epoch } = await headerOf(desk);
      const work = {
        route: 'keys.rotateStoreKey',
        phases: PHASES,
        phaseOf: storeKeyPhases(epoch),
        request: () => ({ pin: PINS.admin }),
      } as const;
      const fell = await killInPhase(desk, engine, work, aim, pace);
      const found = (await headerOf(desk)).epoch;
      const isMade = found === epoch + 1;
      killed.record(fell.phase);
      killed.record(sideOf(isMade));
      const what = `after a kill while ${fell.phase}`;
      expect([epoch, epoch + 1], what).toContain(found);
      expectSide({ phases: PHASES, behindSwitch: 'switched' }, aim, fell, isMade);
      await expectWhole(desk, 'store-key', { isMade, maybeNotBegun: fell.phase === 'asked' });
      // A file that did not change hands has not been written to either; it is looked at now and then all the same.
      if (isMade || kill % 10 === 0) expect(await hashesOf(desk, engine), what).toEqual(before);
    }
    expect(killed.tooFew([...PHASES, ...SIDES])).toEqual([]);
    await desk.dispose();
  });
});
