/** What is typed or scanned finds a paper. */
import { expect, it } from 'vitest';
import { isSought } from '../../../renderer/paper-register/is-sought.ts';

const PAPER = {
  paperId: 12,
  title: 'Old booklet 4',
  place: '档案柜',
  foundAt: '岗亭',
  custodian: { name: '前台甲', slotId: null },
};

it.each(['', ' ', 'P-0012', 'p12', '纸12', 'Ｐ－００１２', '12', 'old BOOK', '档案', '岗亭', '前台'])(
  'finds a paper by "%s"',
  (typed) => expect(isSought(PAPER, typed)).toBe(true),
);

it.each(['P-0013', '1', '112', '0', '--12', '-12x', '没有'])('does not find it by "%s"', (typed) =>
  expect(isSought(PAPER, typed)).toBe(false),
);

it('finds it by a number in its title as well', () => expect(isSought(PAPER, '4')).toBe(true));
