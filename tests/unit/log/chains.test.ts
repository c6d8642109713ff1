/** Entries of several desks: which came behind which, and what is read of each chain. */
import { expect, it } from 'vitest';
import {
  behind,
  inOrder,
  inPieces,
  isLater,
  sizeOf,
  startOf,
  upToMarks,
  withMark,
  within,
} from '../../../main/vault/log/chains.ts';

const [here, there] = [startOf(0), startOf(5)];
const entry = (seq: number, time: number) => ({ seq, time });

it('puts entries of two desks between one another by their clocks, and changes the order of none', () => {
  const rows = [entry(1, 10), entry(2, 40), entry(3, 30), entry(there + 1, 20), entry(there + 2, 35)];
  expect(inOrder(rows).map(({ seq }) => seq)).toEqual([1, there + 1, there + 2, 2, 3]);
  const alone = rows.slice(0, 3);
  expect(inOrder(alone)).toBe(alone);
  expect(isLater(entry(3, 30), entry(2, 40))).toBe(true);
  expect(isLater(entry(there + 1, 20), entry(2, 40))).toBe(false);
});

it('reads each chain from its mark on, and one that nobody has read from its beginning', () => {
  const whole = [
    { after: here, upTo: 9 },
    { after: there, upTo: there + 4 },
  ];
  expect(behind(whole, [6])).toEqual([{ after: 6, upTo: 9 }, whole[1]]);
  expect(behind(whole, withMark(withMark([6], 9), there + 4))).toEqual([]);
  expect(upToMarks(whole, [6, there])).toEqual([{ after: here, upTo: 6 }]);
  expect(sizeOf(whole)).toBe(13);
  expect([...inPieces(whole, 5)].map(({ upTo }) => upTo)).toEqual([5, 9, there + 4]);
  expect(within(whole)).toEqual({
    text: '(seq BETWEEN ? AND ? OR seq BETWEEN ? AND ?)',
    values: [1, 9, there + 1, there + 4],
  });
  expect(within([]).text).toBe('FALSE');
});
