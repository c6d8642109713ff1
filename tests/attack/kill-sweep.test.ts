/** SIGKILL while a sweep runs, at each of its steps. Afterwards it goes on where it was: each file is counted once, and found once. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { SweepView } from '../../contract/sweep/routes.ts';
import type { EngineName } from '../../main/vault/store/store.ts';
import { ChildVault, type Sign } from '../support/child-vault.ts';
import { rosterRows } from '../support/features/sweep.ts';
import { forgiveTries } from '../support/kills/forgive-tries.ts';
import { proofAmong } from '../support/kills/kill-in-phase.ts';
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
import { type VaultHarness, createHarness } from '../support/vault-harness.ts';

/** Files; a batch is a hundred of them, so that there are two. */
const FILES = 130;
/** What the vault does of a sweep once it was begun, step by step. */
const SWEEP = [
  'listed',
  'first batch begun',
  'first batch kept',
  'last batch begun',
  'last batch kept',
  'ending',
  'ended',
  'anchoring',
] as const;
const AIMED = aimedAt(SWEEP, ['last batch begun']);

const documents = mkdtempSync(join(tmpdir(), 'resident-vault-test-'));

beforeAll(() => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  for (let at = 0; at < FILES; at += 1)
    writeFileSync(
      join(documents, `名册${1_000 + at}.csv`),
      rosterRows(4, at + 1)
        .map((row) => row.join(','))
        .join('\n'),
    );
  process.env['RV_SWEPT_DOCUMENTS'] = documents;
});
afterAll(() => {
  vi.useRealTimers();
  delete process.env['RV_SWEPT_DOCUMENTS'];
  rmSync(documents, { recursive: true });
});

describe.each(KILL_ENGINES)('kill of a sweep on %s', (engine) => {
  it('loses no file and counts none twice', { timeout: killsTimeout() }, async () => {
    const desk = await createHarness({ engine, scanners: scannersHere({ documents }) });
    await desk.setUp();
    await desk.vault.close();
    const killed = createKillRecord('sweep', engine);
    const aims = createAims({ sweep: AIMED });
    for (let kills = 1, aim = aims.next(); aim !== undefined; kills += 1, aim = aims.next()) {
      if (kills % 40 === 0) await forgiveTries(desk);
      const step = SWEEP.indexOf(aim.phase as (typeof SWEEP)[number]);
      const reached = await killAtStep(desk, engine, step);
      const what = `after a kill at ${SWEEP[reached]}`;
      await expectSound(desk, what);
      const view = await toItsEnd(desk);
      expect(view.sweeps[0], what).toMatchObject({ state: 'done', files: FILES, found: FILES, unread: 0 });
      expect(new Set(view.findings.map(({ name }) => name)).size, what).toBe(FILES);
      expect(view.findings, what).toHaveLength(FILES);
      killed.record(SWEEP[reached]!);
      await desk.vault.close();
    }
    expect(killed.tooFew(AIMED)).toEqual([]);
    await desk.dispose();
  });
});

/** Begins a sweep and kills the vault with the step of that number; the step that was reached. */
async function killAtStep(desk: VaultHarness, engine: EngineName, step: number): Promise<number> {
  let reach: () => void = () => undefined;
  const moment = new Promise<void>((resolve) => (reach = resolve));
  let reached = -1;
  const see = (sign: Sign): 'go' | 'stop' => {
    if (reached >= step) return 'stop';
    if (('done' in sign && sign.done) || !isStep(sign, reached + 1)) return 'go';
    reached += 1;
    if (reached < step) return 'go';
    reach();
    return 'stop';
  };
  const child = await ChildVault.start({
    vaultDir: desk.vaultDir,
    keychain: desk.keychain,
    engine,
    onSign: see,
  });
  try {
    const { people } = await child.call('vault.status', {});
    await child.call('session.unlock', proofAmong(people, 'supervisor'));
    await child.call('sweep.begin', { drives: false });
    await moment;
  } finally {
    await child.kill();
  }
  return reached;
}

/** Whether a sign is the step of that number. */
function isStep(sign: Sign, step: number): boolean {
  switch (SWEEP[step]) {
    case 'listed':
      return sign.type === 'event' && sign.event === 'sweep.progress';
    case 'first batch begun':
    case 'last batch begun':
    case 'ending':
      return isBegin(sign);
    case 'anchoring':
      return sign.type === 'write-anchor';
    default:
      return isCommit(sign);
  }
}

/** Goes on by the clock where it was stopped. */
async function toItsEnd(desk: VaultHarness): Promise<SweepView> {
  vi.advanceTimersByTime(60_000);
  await expect
    .poll(async () => (await desk.call('sweep.read', {})).sweeps[0]?.state, { timeout: 30_000 })
    .toBe('done');
  return desk.call('sweep.read', {});
}
