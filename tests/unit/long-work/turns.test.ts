import { setImmediate } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { createTurns } from '../../../main/vault/long-work/turns.ts';

/** A piece of work that says when it begins and ends when it is told to. */
function byHand(trace: string[], name: string) {
  let finish: () => void = () => undefined;
  const held = new Promise<void>((resolve) => {
    finish = resolve;
  });
  return {
    work: async () => {
      trace.push(`${name} begins`);
      await held;
      trace.push(`${name} ends`);
      return name;
    },
    finish: () => finish(),
  };
}

test('shared turns run together, an exclusive one alone, in the order in which they came', async () => {
  const turns = createTurns();
  const trace: string[] = [];
  const [a, b, c, d] = ['a', 'b', 'c', 'd'].map((name) => byHand(trace, name)) as [
    ReturnType<typeof byHand>,
    ReturnType<typeof byHand>,
    ReturnType<typeof byHand>,
    ReturnType<typeof byHand>,
  ];
  const all = [turns.share(a.work), turns.share(b.work), turns.take(c.work), turns.share(d.work)];
  await setImmediate();
  expect(trace).toEqual(['a begins', 'b begins']);
  b.finish();
  await setImmediate();
  expect(trace).toEqual(['a begins', 'b begins', 'b ends']);
  a.finish();
  await setImmediate();
  expect(trace.slice(3)).toEqual(['a ends', 'c begins']);
  c.finish();
  d.finish();
  expect(await Promise.all(all)).toEqual(['a', 'b', 'c', 'd']);
  expect(trace.slice(5)).toEqual(['c ends', 'd begins', 'd ends']);
});

test('what fails ends its turn like any other', async () => {
  const turns = createTurns();
  await expect(turns.share(() => Promise.reject(new Error('read')))).rejects.toThrow('read');
  await expect(turns.take(() => Promise.reject(new Error('write')))).rejects.toThrow('write');
  expect(await turns.take(async () => 1)).toBe(1);
  expect(await turns.share(async () => 2)).toBe(2);
});
