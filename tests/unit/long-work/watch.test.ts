/** The watch over a thread: it counts while something is asked, and nothing else. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createWatch } from '../../../main/vault/long-work/watch.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('is over when it has run for its time in all, however often it stood still', () => {
  const over = vi.fn<() => void>();
  const watch = createWatch(100, over);
  for (let turn = 0; turn < 9; turn += 1) {
    watch.start();
    vi.advanceTimersByTime(10);
    watch.stop();
    vi.advanceTimersByTime(1_000);
  }
  expect(over).not.toHaveBeenCalled();
  watch.start();
  vi.advanceTimersByTime(9);
  expect(over).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(over).toHaveBeenCalledOnce();
});

it('is not over where it is stopped, also twice', () => {
  const over = vi.fn<() => void>();
  const watch = createWatch(100, over);
  watch.start();
  watch.stop();
  watch.stop();
  vi.advanceTimersByTime(1_000);
  expect(over).not.toHaveBeenCalled();
});
