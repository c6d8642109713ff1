/** SIGKILL while a sweep runs, at each of its steps. Afterwards it goes on where it was: each file is counted once, and found once. */
import { expect, onTestFinished, vi } from 'vitest';
import type { Sign } from '../support/child-vault.ts';
import { describeKill } from '../support/kills/describe-kill.ts';
import type { PhaseOf } from '../support/kills/kill-in-phase.ts';
import { isBegin, isCommit } from '../support/kills/signs.ts';
import { expectSound } from '../support/kills/sound-vault.ts';
import { layRosters, sweepToItsEnd } from '../support/kills/swept-folder.ts';
import { scannersHere } from '../support/scanners-here.ts';
import { createHarness } from '../support/vault-harness.ts';

/** Files; a batch is a hundred of them, so that there are two. */
const FILES = 130;
const DOCUMENTS = 'RV_SWEPT_DOCUMENTS';

/** What the vault does of a sweep once it was begun, step by step. */
const isProgress = (sign: Sign): boolean => sign.type === 'event' && sign.event === 'sweep.progress';
const isAnchor = (sign: Sign): boolean => sign.type === 'write-anchor';
const STEPS: ReadonlyMap<string, (sign: Sign) => boolean> = new Map([
  ['listed', isProgress],
  ['first batch begun', isBegin],
  ['first batch kept', isCommit],
  ['last batch begun', isBegin],
  ['last batch kept', isCommit],
  ['ending', isBegin],
  ['ended', isCommit],
  ['anchoring', isAnchor],
]);
const PHASES = [...STEPS.keys()];

const phaseOf: PhaseOf = (sign, before) => {
  const next = PHASES[PHASES.indexOf(before) + 1];
  return next !== undefined && STEPS.get(next)!(sign) ? next : null;
};

describeKill('kill of a sweep', {
  title: 'loses no file and counts none twice',
  changes: {
    sweep: {
      route: 'sweep.begin',
      phases: PHASES,
      phaseOf: () => phaseOf,
      few: ['last batch begun'],
      goesOn: true,
    },
  },
  by: 'supervisor',
  minutesByHand: true,
  async setUp(engine) {
    const { documents } = layRosters(FILES);
    process.env[DOCUMENTS] = documents;
    onTestFinished(() => void delete process.env[DOCUMENTS]);
    const desk = await createHarness({ engine, scanners: scannersHere({ documents }) });
    await desk.setUp();
    let last: number | undefined;
    return {
      desk,
      request: () => ({ drives: false }),
      async expectAfter(what) {
        await expectSound(desk, what);
        const { sweeps } = await desk.call('sweep.read', {});
        // A kill in "asked" may have come before the beginning.
        if (sweeps[0]?.begunAt === last) await desk.call('sweep.begin', { drives: false });
        // Goes on by the clock where it was stopped.
        vi.advanceTimersByTime(60_000);
        const view = await sweepToItsEnd(desk);
        last = view.sweeps[0]!.begunAt;
        expect(view.sweeps[0], what).toMatchObject({ state: 'done', files: FILES, found: FILES, unread: 0 });
        expect(new Set(view.findings.map(({ name }) => name)).size, what).toBe(FILES);
        expect(view.findings, what).toHaveLength(FILES);
      },
    };
  },
});
