/** Long work: alone of its kind, cancelled by its signal, told of while it runs, and a reason not to lock. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { AppError } from '../../../main/vault/app-error.ts';
import { createLongWork, shareHold } from '../../../main/vault/long-work/long-work.ts';
import { REPORT_EVERY } from '../../../main/vault/long-work/progress.ts';

const watched = () => {
  const told: string[] = [];
  const held: boolean[] = [];
  const work = createLongWork<string>({
    onProgress: (progress) => told.push(progress),
    hold: (running) => held.push(running),
  });
  return { told, held, work };
};
/** Work that goes on until it is told to end. */
const untilEnded = () => {
  let end: () => void = () => undefined;
  const ended = new Promise<void>((resolve) => (end = resolve));
  return { ended, end };
};

describe('long work', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('refuses a second piece of its kind while one runs, and takes it once that has ended', async () => {
    const { work } = watched();
    const first = untilEnded();
    const running = work.run(() => first.ended);
    expect(work.isRunning()).toBe(true);
    await expect(work.run(async () => 'second')).rejects.toMatchObject({ code: 'busy' });
    first.end();
    await running;
    expect(await work.run(async () => 'second')).toBe('second');
  });

  it('aborts the signal of what runs when it is cancelled, and of nothing that comes after', async () => {
    const { work } = watched();
    await expect(
      work.run(async ({ signal }) => {
        work.cancel();
        if (signal.aborted) throw new AppError('cancelled');
      }),
    ).rejects.toMatchObject({ code: 'cancelled' });
    work.cancel();
    expect(await work.run(async ({ signal }) => signal.aborted)).toBe(false);
  });

  it('holds off the lock from its first moment to its end, however it ends', async () => {
    const { work, held } = watched();
    await work.run(async () => expect(held).toEqual([true]));
    expect(held).toEqual([true, false]);
    await expect(work.run(() => Promise.reject(new AppError('disk-full')))).rejects.toThrow('disk-full');
    expect(held).toEqual([true, false, true, false]);
    expect(work.isRunning()).toBe(false);
  });

  it('holds nothing off where nobody has asked for it', async () => {
    const { work, held } = watched();
    await work.run(async () => expect(held).toEqual([]), { unattended: true });
    expect(held).toEqual([]);
  });

  it('tells the first word at once, repeats the last while nothing new is said, and falls silent at its end', async () => {
    const { work, told } = watched();
    const one = untilEnded();
    const running = work.run(
      async ({ tell }) => {
        await vi.advanceTimersByTimeAsync(2 * REPORT_EVERY);
        tell('half');
        await vi.advanceTimersByTimeAsync(2 * REPORT_EVERY);
        await one.ended;
      },
      { first: 'first' },
    );
    expect(told).toEqual(['first']);
    await vi.advanceTimersByTimeAsync(0);
    one.end();
    await running;
    expect(new Set(told)).toEqual(new Set(['first', 'half']));
    expect(told.filter((word) => word === 'first').length).toBeGreaterThan(1);
    expect(told.filter((word) => word === 'half').length).toBeGreaterThan(1);
    const said = told.length;
    await vi.advanceTimersByTimeAsync(10 * REPORT_EVERY);
    expect(told).toHaveLength(said);
  });
});

describe('a shared hold', () => {
  it('begins with the first piece of work and ends with the last', () => {
    const held: boolean[] = [];
    const hold = shareHold((running) => held.push(running));
    hold(true);
    hold(true);
    hold(false);
    expect(held).toEqual([true]);
    hold(false);
    expect(held).toEqual([true, false]);
  });
});
