/**
 * SIGKILL at random moments of a rotation of the tier keys, as many in each phase. Afterwards one epoch counts, its grants open every value with
 * what it held before, nothing is sealed to the other, everybody gets in without an alarm, and the log says what became of the rotation.
 */
import { createHash } from 'node:crypto';
import { afterAll, describe, expect, it } from 'vitest';
import { SEALED_TIERS } from '../../contract/fields.ts';
import type { AnchorState } from '../../main/vault/anchor/anchor.ts';
import { decodeAnchor } from '../../main/vault/anchor/anchor-codec.ts';
import type { EngineName } from '../../main/vault/store/store.ts';
import { ENGINE_NAMES } from '../../main/vault/store/store.ts';
import { fillSealed } from '../support/fill-sealed.ts';
import type { PhaseOf } from '../support/kill-in-phase.ts';
import { createPace, killInPhase, proofAmong } from '../support/kill-in-phase.ts';
import { createKillRecord, KILLS, killsTimeout, residentsOr } from '../support/kill-phases.ts';
import { readAllSealed, tierEpochOf } from '../support/sealed-values.ts';
import type { VaultHarness } from '../support/vault-harness.ts';
import { createHarness, PINS } from '../support/vault-harness.ts';

const RESIDENTS = residentsOr(400);
const PHASES = ['asked', 'resealing', 'committed', 'anchoring', 'acknowledged'] as const;
const killed = createKillRecord();
afterAll(killed.write);

describe.each(ENGINE_NAMES)('kill of a rotation of the tier keys on %s', (engine) => {
  it(`leaves all or nothing of it in ${KILLS} kills`, { timeout: killsTimeout(RESIDENTS) }, async () => {
    const kind = `tier keys on ${engine}`;
    const desk = await createHarness({ engine });
    await desk.setUp();
    await desk.vault.close();
    await fillSealed(desk, engine, RESIDENTS);
    const before = await plaintextOf(desk, engine);
    const pace = createPace(PHASES, 61);
    for (let kill = 0; kill < KILLS; kill++) {
      const epoch = await tierEpochOf(desk, engine);
      const { phase, acknowledged } = await killInPhase(
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
        pace,
        kill,
      );
      const found = await tierEpochOf(desk, engine);
      killed.record(kind, phase);
      killed.record(kind, found === epoch ? 'side: before the commit' : 'side: after the commit');
      expect([epoch, epoch + 1], `after a kill while ${phase}`).toContain(found);
      if (acknowledged || phase === 'committed' || phase === 'anchoring')
        expect(found, `after a kill while ${phase}`).toBe(epoch + 1);
      if (phase === 'asked') expect(found).toBe(epoch);
      await expectWhole(desk, found === epoch ? 'interrupted' : 'done', phase === 'asked');
      expect(await plaintextOf(desk, engine), `after a kill while ${phase}`).toBe(before);
    }
    expect(killed.tooFew(kind, [...PHASES, 'side: before the commit', 'side: after the commit'])).toEqual([]);
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

/** The log's head moves on with the entry that is committed with the rotation, the roster's head when header and roster are anchored; the limiter writes the anchor too. */
function createPhaseReader(): PhaseOf {
  let last: AnchorState | undefined;
  let before: AnchorState | undefined;
  return (message) => {
    if (message.type === 'event' && message.event === 'keys.progress') {
      before ??= last;
      return 'resealing';
    }
    if (message.type !== 'write-anchor') return null;
    last = decodeAnchor(message.bytes)?.state ?? last;
    if (before === undefined || last === undefined) return null;
    if (last.rosterHead.n > before.rosterHead.n) return 'anchoring';
    return last.log.seq > before.log.seq ? 'committed' : null;
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
