/** SIGKILL while a file is destroyed. Afterwards its disposal is told with its entry or not at all, and what is told as destroyed is gone. */
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { rosterRows } from '../support/features/sweep.ts';
import { type PhaseOf, createPace, killInPhase } from '../support/kills/kill-in-phase.ts';
import {
  aimedAt,
  createAims,
  createKillRecord,
  KILL_ENGINES,
  killsTimeout,
} from '../support/kills/kill-plan.ts';
import { isBegin, isCommit } from '../support/kills/signs.ts';
import { expectSound } from '../support/kills/sound-vault.ts';
import { scannersHere } from '../support/scanners-here.ts';
import { PINS, type VaultHarness, createHarness } from '../support/vault-harness.ts';

const DISPOSAL = [
  'asked',
  'PIN counted',
  'entering',
  'entered',
  'anchoring',
  'destroying',
  'destroyed',
  'acknowledged',
] as const;
const AIMED = aimedAt(DISPOSAL, ['anchoring', 'destroying']);

/** Two transactions: its entry before anything is done, and what became of it. The PIN may still be anchored when the first has begun. */
const disposalPhase: PhaseOf = (sign, before) => {
  const isBefore = (phase: (typeof DISPOSAL)[number]): boolean =>
    DISPOSAL.indexOf(before as 'asked') < DISPOSAL.indexOf(phase);
  if (sign.type === 'write-anchor') return isBefore('entered') ? 'PIN counted' : 'anchoring';
  if (isBegin(sign)) return isBefore('entered') ? 'entering' : 'destroying';
  if (isCommit(sign)) return isBefore('entered') ? 'entered' : 'destroyed';
  return null;
};

beforeAll(() => void vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] }));
afterAll(() => void vi.useRealTimers());

describe.each(KILL_ENGINES)('kill of a disposal on %s', (engine) => {
  it('leaves each file there, or destroyed and told', { timeout: killsTimeout() }, async () => {
    const documents = mkdtempSync(join(tmpdir(), 'resident-vault-test-'));
    const desk = await createHarness({ engine, scanners: scannersHere({ documents }) });
    await desk.setUp();
    await desk.unlock('supervisor');
    const killed = createKillRecord('disposal', engine);
    const aims = createAims({ disposal: AIMED });
    const paths = Array.from({ length: aims.mostKills }, (_, at) => join(documents, `名册${at}.csv`));
    for (const [at, path] of paths.entries())
      writeFileSync(
        path,
        rosterRows(4, at + 1)
          .map((row) => row.join(','))
          .join('\n'),
      );
    const findings = await sweep(desk);
    await desk.vault.close();
    const pace = createPace(83);
    for (let at = 0, aim = aims.next(); aim !== undefined; at += 1, aim = aims.next()) {
      const path = paths[at]!;
      const work = {
        route: 'sweep.dispose',
        phases: DISPOSAL,
        phaseOf: disposalPhase,
        request: () => ({ findingId: findings.get(`名册${at}.csv`), pin: PINS.supervisor }),
      } as const;
      const kill = await killInPhase(desk, engine, work, aim, pace, 'supervisor');
      const what = `after a kill in ${kill.phase}`;
      await expectSound(desk, what);
      // What a stop has left half done is settled within a minute.
      vi.advanceTimersByTime(60_000);
      await expect.poll(() => isTrue(desk, path), { timeout: 10_000, message: what }).toBe(true);
      expect(await told(desk), what).toEqual(await entered(desk));
      killed.record(kill.phase);
      await desk.vault.close();
    }
    expect(killed.tooFew(AIMED)).toEqual([]);
    await desk.dispose();
    rmSync(documents, { recursive: true });
  });
});

/** The numbers of what a sweep has found, by the names of files. */
async function sweep(desk: VaultHarness): Promise<ReadonlyMap<string | null, number>> {
  await desk.call('sweep.begin', { drives: false });
  await expect
    .poll(async () => (await desk.call('sweep.read', {})).sweeps[0]?.state, { timeout: 60_000 })
    .toBe('done');
  const { findings } = await desk.call('sweep.read', {});
  return new Map(findings.map(({ name, findingId }) => [name, findingId]));
}

/** Whether what is told of a file is so: it is gone exactly where it is told as destroyed. */
async function isTrue(desk: VaultHarness, path: string): Promise<boolean> {
  const { disposals } = await desk.call('disposals.list', {});
  const of = disposals.find(({ name }) => name !== null && path.endsWith(name));
  if (of === undefined) return existsSync(path);
  return existsSync(path) === (of.state === 'not-destroyed');
}

const told = async (desk: VaultHarness): Promise<number> =>
  (await desk.call('disposals.list', {})).disposals.length;

/** How many disposals the log tells of as begun, of which the newest fifty are listed. */
async function entered(desk: VaultHarness): Promise<number> {
  let [count, before] = [0, null as number | null];
  do {
    const { entries, next } = await desk.call('log.list', { before, limit: 200 });
    count += entries.filter(({ action, outcome }) => action === 'sweep-dispose' && outcome === 'done').length;
    before = next;
  } while (before !== null);
  return Math.min(count, 50);
}
