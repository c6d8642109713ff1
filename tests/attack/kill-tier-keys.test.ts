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
import { ChildVault } from '../support/child-vault.ts';
import { fillSealed } from '../support/fill-sealed.ts';
import { createKillRecord, createSpread, KILLS, killsTimeout, residentsOr, sleep } from '../support/kill-phases.ts';
import { readAllSealed, tierEpochOf } from '../support/sealed-values.ts';
import type { FromChild } from '../support/vault-child.ts';
import type { VaultHarness } from '../support/vault-harness.ts';
import { createHarness, PINS } from '../support/vault-harness.ts';

const RESIDENTS = residentsOr(400);
const PHASES = ['asked', 'resealing', 'committed', 'anchoring', 'acknowledged'] as const;
type Phase = (typeof PHASES)[number];
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
    const spread = createSpread(61);
    const longest = new Map<Phase, number>(PHASES.map((phase) => [phase, 5]));
    for (let kill = 0; kill < KILLS; kill++) {
      const epoch = await tierEpochOf(desk, engine);
      const { phase, acknowledged } = await rotateAndKill(desk, engine, PHASES[kill % PHASES.length]!, longest, spread);
      const found = await tierEpochOf(desk, engine);
      killed.record(kind, phase);
      killed.record(kind, found === epoch ? 'side: before the commit' : 'side: after the commit');
      expect([epoch, epoch + 1], `after a kill while ${phase}`).toContain(found);
      if (acknowledged || phase === 'committed' || phase === 'anchoring') expect(found, `after a kill while ${phase}`).toBe(epoch + 1);
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
  return `${values.size} ${createHash('sha256').update(JSON.stringify([...values].sort(([a], [b]) => (a < b ? -1 : 1)))).digest('hex')}`;
}

/** The log's head moves on with the entry that is committed with the rotation, the roster's head when header and roster are anchored; the limiter writes the anchor too. */
function createPhaseReader(): (message: FromChild) => Phase | null {
  let last: AnchorState | undefined;
  let before: AnchorState | undefined;
  return (message) => {
    if (message.type === 'reply') return 'acknowledged';
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

/** Each phase in its turn is the one that the kill is meant for; which one it fell into is what was heard last before it. */
async function rotateAndKill(desk: VaultHarness, engine: EngineName, target: Phase, longest: Map<Phase, number>, spread: (most: number) => number): Promise<{ readonly phase: Phase; readonly acknowledged: boolean }> {
  let phase: Phase | null = null;
  let since = 0;
  let reached: () => void = () => undefined;
  const enter = (next: Phase): void => {
    if (phase !== null) longest.set(phase, Math.max(longest.get(phase) ?? 0, performance.now() - since));
    phase = next;
    since = performance.now();
    if (next === target) reached();
  };
  const phaseAfter = createPhaseReader();
  const child = await ChildVault.start({ vaultDir: desk.vaultDir, keychain: desk.keychain, engine, onMessage: (message) => {
    const next = phaseAfter(message);
    if (next !== null && phase !== null && next !== phase) enter(next);
  } });
  const { people } = await child.call('vault.status', {});
  const proofOf = (role: 'admin' | 'supervisor') => ({ slotId: people.find((one) => one.role === role)!.slotId, pin: PINS[role] });
  await child.call('session.unlock', proofOf('admin'));
  const atTarget = new Promise<void>((resolve) => { reached = resolve; });
  enter('asked');
  let acknowledged = false;
  void child.ask('keys.rotateTierKeys', { tiers: [...SEALED_TIERS], pin: PINS.admin, cosigner: proofOf('supervisor') }).then((result) => { acknowledged = result.ok; });
  await atTarget;
  const wait = spread(longest.get(target) ?? 0);
  if (wait >= 1) await sleep(wait);
  const fell = phase as Phase | null;
  await child.kill();
  return { phase: fell ?? 'asked', acknowledged };
}

/** Opens to everybody without an alarm; the log holds together and has what became of the rotation. */
async function expectWhole(desk: VaultHarness, end: 'done' | 'interrupted', maybeNotBegun: boolean): Promise<void> {
  await desk.start();
  expect((await desk.unlock('receptionist')).alarms).toEqual([]);
  await desk.lock();
  expect((await desk.unlock('supervisor')).alarms).toEqual([]);
  expect(await desk.call('log.verify', {})).toMatchObject({ ok: true });
  const [last] = (await desk.call('keys.list', {})).keys.find(({ key }) => key === 'tier-keys')!.history;
  if (!maybeNotBegun || last !== undefined) expect([end, maybeNotBegun ? 'done' : end]).toContain(last?.end);
  await desk.vault.close();
}
