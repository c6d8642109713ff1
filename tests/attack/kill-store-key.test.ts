/** SIGKILL in a rotation of the store key. Afterwards exactly one epoch opens, to everybody, without an alarm; all rows are there; the log holds together and says what became of the rotation; nothing is left over. */
import { expect } from 'vitest';
import { HEADER_FILE } from '../../main/vault/keys/header.ts';
import { readCurrentHeader } from '../support/backup-desk.ts';
import { describeKill } from '../support/kills/describe-kill.ts';
import type { PhaseOf } from '../support/kills/kill-in-phase.ts';
import { residentsOr } from '../support/kills/kill-plan.ts';
import { expectWhole, filledDesk, hashesOf } from '../support/kills/rotated-vault.ts';
import { isNamed, phaseIn, watchAnchors } from '../support/kills/signs.ts';
import { PINS } from '../support/vault-harness.ts';

const RESIDENTS = residentsOr(1_000);

/** The log's head moves on with the entry that follows the switch; the epoch with the anchor. */
const createPhaseOf = (): PhaseOf => {
  const movedBy = watchAnchors();
  return (sign, before) => {
    if (isNamed(sign, HEADER_FILE)) return before === 'switching' ? 'switched' : null;
    const moved = movedBy(sign);
    if (moved?.epoch === true) return 'anchoring';
    if (moved?.log === true && before === 'switched') return 'entered';
    return phaseIn(sign, 'keys.progress');
  };
};

describeKill('kill of a rotation of the store key', {
  title: 'leaves one epoch that opens, and every row',
  changes: {
    'store key': {
      route: 'keys.rotateStoreKey',
      phases: ['copying', 'comparing', 'checking', 'switching', 'switched', 'entered', 'anchoring'],
      phaseOf: createPhaseOf,
      behindSwitch: 'switched',
    },
  },
  by: 'admin',
  residents: RESIDENTS,
  async setUp(engine) {
    const desk = await filledDesk(engine, RESIDENTS);
    // A rotation that is made adds to the roster what the sheet opens from then on.
    const rowsOf = () => hashesOf(desk, engine, ['roster_entry']);
    const before = await rowsOf();
    let [kills, { epoch }] = [0, await readCurrentHeader(desk)];
    return {
      desk,
      request: () => ({ pin: PINS.admin }),
      async expectAfter(what, { phase }) {
        const { epoch: found } = await readCurrentHeader(desk);
        expect([epoch, epoch + 1], what).toContain(found);
        const isMade = found > epoch;
        epoch = found;
        await expectWhole(desk, 'store-key', { isMade, maybeNotBegun: phase === 'asked' });
        // A file that did not change hands has not been written to either; it is looked at now and then all the same.
        if (isMade || kills++ % 10 === 0) expect(await rowsOf(), what).toEqual(before);
        return isMade;
      },
    };
  },
});
