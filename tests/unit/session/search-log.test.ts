/** Which searches the log counts as one: what is typed on, and nothing else, however fast it comes. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createSearchLog } from '../../../main/vault/session/search-log.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** How many searches are entered once these were made, `gap` milliseconds apart. */
async function entered(texts: readonly string[], gap: number): Promise<number> {
  let count = 0;
  const log = createSearchLog(() => void (count += 1));
  for (const text of texts) {
    await log.begin(text);
    await log.searched(text, [{ kind: 'name', count: 1, more: false }], []);
    await vi.advanceTimersByTimeAsync(gap);
  }
  await vi.advanceTimersByTimeAsync(1_000);
  return count;
}

it('is one search while it is typed further, or back', async () => {
  expect(await entered(['张', '张三', '张三丰', '张三', '张'], 150)).toBe(1);
  expect(await entered(['张', '张三', '张三丰', '张三', '张', '张三', '张三丰'], 150)).toBe(1);
});

it('is another one for each time that it is typed back and on by other letters', async () => {
  expect(await entered(['张', '张三', '张三丰', '张三', '张', '张四'], 150)).toBe(2);
  expect(await entered(['1', '13', '138', '13', '139'], 150)).toBe(2);
  expect(await entered(['张', '张三', '张', '张四', '张', '张五'], 0)).toBe(3);
});

it('are as many searches as there are texts that do not go on from each other, however fast they come', async () => {
  expect(await entered(['张', '王', '李', '赵'], 0)).toBe(4);
  expect(await entered(['张', '王', '李', '赵'], 5_000)).toBe(4);
});

it('are several where what looks like typing goes on for longer than anybody types', async () => {
  const texts = Array.from({ length: 60 }, (_, at) => (at % 2 === 0 ? '张' : `张${at}`));
  expect(await entered(texts, 500)).toBeGreaterThanOrEqual(3);
});

it('enters a search that was taken by the record that was opened from it no second time', async () => {
  let count = 0;
  const log = createSearchLog(() => void (count += 1));
  await log.searched('张', [], ['name']);
  expect(log.take()).toMatchObject({ detail: { of: 'nothing', sought: ['name'] } });
  expect(log.take()).toBeNull();
  await vi.advanceTimersByTimeAsync(2_000);
  expect(count).toBe(0);
});
