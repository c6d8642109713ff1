/** The pace of long work: others get their turn, and it ends when it is cancelled or over its time. */
import { setImmediate } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { NEVER_ABORTED } from '../../../main/vault/long-work/long-work.ts';
import { type ImportProgress, type Watcher, startPhase } from '../../../main/vault/long-work/progress.ts';

const watch = (more: Partial<Watcher> = {}) => {
  const told: ImportProgress[] = [];
  return {
    told,
    watcher: { onProgress: (one: ImportProgress) => told.push(one), signal: NEVER_ABORTED, ...more },
  };
};
/** Holds the thread, as a step that takes long does. */
const hold = (milliseconds: number): void => {
  for (const began = performance.now(); performance.now() - began < milliseconds;);
};

describe('a phase of long work', () => {
  it.each(['step', 'look'] as const)(
    'lets others run after thirty milliseconds of steps that take two each, by %s',
    async (next) => {
      const pace = startPhase(watch().watcher, 'checking', 100);
      const others = { turns: 0, areOver: false };
      const counting = (async () => {
        for (; !others.areOver; others.turns += 1) await setImmediate();
      })();
      for (let n = 0; n < 100; n += 1) {
        hold(2);
        await pace[next]();
      }
      others.areOver = true;
      await counting;
      expect(others.turns).toBeGreaterThanOrEqual(4);
    },
  );

  it('counts a step as progress, and a look as none', async () => {
    const { told, watcher } = watch();
    const pace = startPhase(watcher, 'checking', 64);
    for (let n = 0; n < 32; n += 1) await pace.look();
    for (let n = 0; n < 32; n += 1) await pace.step();
    hold(160);
    await pace.breathe();
    expect(told[0]?.done).toBe(0);
    expect(told.at(-1)?.done).toBe(32);
  });

  it.each(['step', 'look', 'breathe'] as const)(
    'ends with the error of its limit once that is over, at a %s',
    async (next) => {
      const limit = { endsAt: performance.now() + 50, error: 'workbook-too-slow' } as const;
      const pace = startPhase(watch({ limit }).watcher, 'checking', 1_000);
      const run = async (): Promise<void> => {
        for (let n = 0; n < 1_000; n += 1) {
          hold(1);
          await pace[next]();
        }
      };
      await expect(run()).rejects.toMatchObject({ code: 'workbook-too-slow' });
    },
  );

  it('ends as cancelled where it is that and over its time', () => {
    const limit = { endsAt: 0, error: 'workbook-too-slow' } as const;
    expect(() => startPhase(watch({ limit, signal: AbortSignal.abort() }).watcher, 'checking', 1)).toThrow(
      expect.objectContaining({ code: 'cancelled' }),
    );
  });
});
