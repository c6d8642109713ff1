/** SIGKILL while the recovery sheet is replaced. Afterwards one sheet opens all and the other nothing, everybody gets in without an alarm, and the log says what became of it. */
import { expect } from 'vitest';
import { HEADER_FILE } from '../../main/vault/keys/header.ts';
import { fillSealed } from '../support/fill-sealed.ts';
import { readCurrentHeader } from '../support/backup-desk.ts';
import { describeKill } from '../support/kills/describe-kill.ts';
import { type PhaseOf, proofAmong } from '../support/kills/kill-in-phase.ts';
import { residentsOr } from '../support/kills/kill-plan.ts';
import { expectWhole, hashesOf } from '../support/kills/rotated-vault.ts';
import { isNamed, watchAnchors } from '../support/kills/signs.ts';
import { openBySheet } from '../support/open-by-sheet.ts';
import { answersTo, sheetText } from '../support/recover.ts';
import { createHarness, PINS } from '../support/vault-harness.ts';

const RESIDENTS = residentsOr(200);
/** What another sheet is there to change. */
const SHEET_TABLES = ['roster_entry', 'key_slot', 'tier_grant', 'id_counter'] as const;

/** The log's head moves with the entry of the beginning and with the one behind the switch, the roster's at once behind that, then another segment begins. */
const createPhaseOf = (): PhaseOf => {
  const movedBy = watchAnchors();
  return (sign, before) => {
    if (isNamed(sign, HEADER_FILE)) return before === 'begun' ? 'switched' : null;
    const moved = movedBy(sign);
    if (moved === null) return null;
    if (moved.segment) return 'segment begun';
    if (moved.log && before === 'asked') return 'begun';
    return moved.log || moved.roster ? 'anchoring' : null;
  };
};

describeKill('kill of a new recovery sheet', {
  title: 'leaves one sheet that opens all',
  changes: {
    'recovery sheet': {
      route: 'keys.finishSheet',
      phases: ['begun', 'switched', 'anchoring', 'segment begun'],
      phaseOf: createPhaseOf,
      behindSwitch: 'switched',
    },
  },
  by: 'admin',
  residents: RESIDENTS,
  async setUp(engine) {
    const desk = await createHarness({ engine });
    let [inForce, shown] = [sheetText(await desk.setUp()), ''];
    await desk.vault.close();
    const values = await fillSealed(desk, engine, RESIDENTS);
    const before = await hashesOf(desk, engine, SHEET_TABLES);
    let { generation } = (await readCurrentHeader(desk)).recovery;
    return {
      desk,
      async request(asked, people) {
        const sheet = await asked.call('keys.beginSheet', {});
        shown = sheetText(sheet.lines);
        return { answers: answersTo(sheet), pin: PINS.admin, cosigner: proofAmong(people, 'supervisor') };
      },
      async expectAfter(what, { phase }) {
        const found = (await readCurrentHeader(desk)).recovery.generation;
        expect([generation, generation + 1], what).toContain(found);
        const isMade = found > generation;
        generation = found;
        await expectWhole(desk, 'recovery-sheet', { isMade, maybeNotBegun: phase === 'asked' });
        const [stays, goes] = isMade ? [shown, inForce] : [inForce, shown];
        expect(await openBySheet(desk.vaultDir, engine, stays), what).toEqual({ values, segment: true });
        expect(await openBySheet(desk.vaultDir, engine, goes), what).toBe('sheet-mismatch');
        inForce = stays;
        return isMade;
      },
      expectInTheEnd: async () => expect(await hashesOf(desk, engine, SHEET_TABLES)).toEqual(before),
    };
  },
});
