/**
 * SIGKILL in a rotation of the tier keys. Afterwards one epoch counts, its grants open every value with what it held before, nothing is sealed to the
 * other, everybody gets in without an alarm, and the log says what became of the rotation.
 */
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { SEALED_TIERS } from '../../contract/fields.ts';
import type { AnchorState } from '../../main/vault/anchor/anchor.ts';
import type { EngineName } from '../../main/vault/store/store.ts';
import { fillSealed } from '../support/fill-sealed.ts';
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
import { anchoredIn, isCommit, phaseIn, sideOf, SIDES } from '../support/kills/signs.ts';
import { readAllSealed, tierEpochOf } from '../support/sealed-values.ts';
import { PINS, type VaultHarness, createHarness } from '../support/vault-harness.ts';

const RESIDENTS = residentsOr(300);
const PHASES = ['asked', 'resealing', 'committed', 'entering', 'anchoring', 'acknowledged'] as const;

describe.each(KILL_ENGINES)('kill of a rotation of the tier keys on %s', (engine) => {
  it('leaves all or nothing of it', { timeout: killsTimeout(RESIDENTS) }, async () => {
    const desk = await createHarness({ engine });
    await desk.setUp();
    await desk.vault.close();
    await fillSealed(desk, engine, RESIDENTS);
    const before = await plaintextOf(desk, engine);
    const killed = createKillRecord('tier keys', engine);
    const pace = createPace(61);
    const aims = createAims({ 'tier keys': PHASES });
    for (let aim = aims.next(); aim !== undefined; aim = aims.next()) {
      const epoch = await tierEpochOf(desk, engine);
      const fell = await killInPhase(
        desk,
        engine,
        {
          route: 'keys.rotateTierKeys',
          phases: PHASES,
          phaseOf: createPhaseReader(),
          request: (_child, people) => ({
            tiers: [...SEALED_TIERS],
            pin: PINS.admin,
            cosigner: proofAmong(people, 'supervisor'),
          }),
        },
        aim,
        pace,
      );
      const found = await tierEpochOf(desk, engine);
      const isMade = found === epoch + 1;
      killed.record(fell.phase);
      killed.record(sideOf(isMade));
      const what = `after a kill while ${fell.phase}`;
      expect([epoch, epoch + 1], what).toContain(found);
      expectSide({ phases: PHASES, behindSwitch: 'committed' }, aim, fell, isMade);
      await expectWhole(desk, isMade ? 'done' : 'interrupted', fell.phase === 'asked');
      expect(await plaintextOf(desk, engine), what).toBe(before);
    }
    expect(killed.tooFew([...PHASES, ...SIDES])).toEqual([]);
    await desk.dispose();
  });
});

/** A hash over all that a supervisor can read, by where it lies. */
async function plaintextOf(desk: VaultHarness, engine: EngineName): Promise<string> {
  const values = await readAllSealed(desk, engine);
  return `${values.size} ${createHash('sha256')
    .update(JSON.stringify([...values].sort(([a], [b]) => (a < b ? -1 : 1))))
    .digest('hex')}`;
}

/** All of it is one transaction, behind which the log's head is anchored, then header and roster. */
function createPhaseReader(): PhaseOf {
  let last: AnchorState | undefined;
  return (sign, before) => {
    if (isCommit(sign)) return before === 'resealing' ? 'committed' : null;
    const roster = last?.rosterHead.n;
    const state = anchoredIn(sign);
    if (state === undefined) return phaseIn(sign, 'keys.progress');
    last = state;
    if (before !== 'committed' && before !== 'entering') return null;
    return roster !== undefined && state.rosterHead.n > roster ? 'anchoring' : 'entering';
  };
}

/** Opens to everybody without an alarm; the log holds together and has what became of the rotation. */
async function expectWhole(
  desk: VaultHarness,
  end: 'done' | 'interrupted',
  maybeNotBegun: boolean,
): Promise<void> {
  await desk.start();
  expect((await desk.unlock('receptionist')).alarms).toEqual([]);
  await desk.lock();
  expect((await desk.unlock('supervisor')).alarms).toEqual([]);
  expect(await desk.call('log.verify', {})).toMatchObject({ ok: true });
  const [last] = (await desk.call('keys.list', {})).keys.find(({ key }) => key === 'tier-keys')!.history;
  if (!maybeNotBegun || last !== undefined) expect([end, maybeNotBegun ? 'done' : end]).toContain(last?.end);
  await desk.vault.close();
}
