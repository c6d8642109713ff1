import { expect, it } from 'vitest';
import { toRanges } from '../../../main/vault/log/id-ranges.ts';

it('writes ids that follow one another as their first and last, in order, each once', () => {
  expect(toRanges([7, 3, 1, 2, 9, 8, 2])).toEqual([
    [1, 3],
    [7, 9],
  ]);
  expect(toRanges([5])).toEqual([[5, 5]]);
  expect(toRanges([])).toEqual([]);
});
