import { expect, it } from 'vitest';
import { allEnded } from '../../../main/vault/long-work/all-ended.ts';

it('gives the values in their order', async () => {
  expect(await allEnded([Promise.resolve(1), Promise.resolve('two')])).toEqual([1, 'two']);
});

it('tells the first failure in their order, and only when nothing is going on any more', async () => {
  let ended = false;
  const slow = new Promise((resolve) => {
    setTimeout(() => {
      ended = true;
      resolve('done');
    }, 20);
  });
  await expect(
    allEnded([slow, Promise.reject(new Error('first')), Promise.reject(new Error('second'))]),
  ).rejects.toThrow('first');
  expect(ended).toBe(true);
});
