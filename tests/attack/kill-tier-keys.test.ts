/**
 * SIGKILL in a rotation of the tier keys. Afterwards one epoch counts, its grants open every value with what it held before, nothing is sealed to the
 * other, everybody gets in without an alarm, and the log says what became of the rotation.
 */
import { createHash } from 'node:crypto';
import { expect } from 'vitest';
import { SEALED_TIERS } from '../../contract/fields.ts';
import { fillSealed } from '../support/fill-sealed.ts';
import { describeKill } from '../support/kills/describe-kill.ts';
import { type PhaseOf, proofAmong } from '../support/kills/kill-in-phase.ts';
import { residentsOr } from '../support/kills/kill-plan.ts';
import { expectRotationTold } from '../support/kills/rotated-vault.ts';
import { isCommit, phaseIn, watchAnchors } from '../support/kills/signs.ts';
import { readAllSealed, tierEpochOf } from '../support/sealed-values.ts';
import { createHarness, PINS } from '../support/vault-harness.ts';

const RESIDENTS = residentsOr(300);

/** All of it is one transaction, behind which the log's head is anchored, then header and roster. */
const createPhaseOf = (): PhaseOf => {
  const movedBy = watchAnchors();
  return (sign, before) => {
    if (isCommit(sign)) return before === 'resealing' ? 'committed' : null;
    const moved = movedBy(sign);
    if (moved === null) return phaseIn(sign, 'keys.progress');
    if (before !== 'committed' && before !== 'entering') return null;
    return moved.roster ? 'anchoring' : 'entering';
  };
};

describeKill('kill of a rotation of the tier keys', {
  title: 'leaves all or nothing of it',
  changes: {
    'tier keys': {
      route: 'keys.rotateTierKeys',
      phases: ['resealing', 'committed', 'entering', 'anchoring'],
      phaseOf: createPhaseOf,
      behindSwitch: 'committed',
    },
  },
  by: 'admin',
  residents: RESIDENTS,
  async setUp(engine) {
    const desk = await createHarness({ engine });
    await desk.setUp();
    await desk.vault.close();
    await fillSealed(desk, engine, RESIDENTS);
    /** A hash over all that a supervisor can read, by where it lies. */
    const hashPlaintext = async (): Promise<string> => {
      const values = [...(await readAllSealed(desk, engine))].sort(([one], [other]) =>
        one < other ? -1 : 1,
      );
      return `${values.length} ${createHash('sha256').update(JSON.stringify(values)).digest('hex')}`;
    };
    const before = await hashPlaintext();
    let epoch = await tierEpochOf(desk, engine);
    return {
      desk,
      request: (_, people) => ({
        tiers: [...SEALED_TIERS],
        pin: PINS.admin,
        cosigner: proofAmong(people, 'supervisor'),
      }),
      async expectAfter(what, { phase }) {
        const found = await tierEpochOf(desk, engine);
        expect([epoch, epoch + 1], what).toContain(found);
        const isMade = found > epoch;
        epoch = found;
        await expectRotationTold(desk, 'tier-keys', { isMade, maybeNotBegun: phase === 'asked' });
        await desk.vault.close();
        expect(await hashPlaintext(), what).toBe(before);
        return isMade;
      },
    };
  },
});
