/** What the frame of practice shows, by where its vault stands. */
import { expect, it } from 'vitest';
import { practiceViewOf } from '../../../renderer/practice/practice-view.ts';

const AT_DESK = { making: false, ending: false, locked: false };

it.each([
  ['how far the vault is, whatever else', 'making', { making: true, ending: true, locked: true }],
  ['the dialog that ends it, locked or not', 'end', { ...AT_DESK, ending: true, locked: true }],
  ['the PINs, while it is locked', 'lock', { ...AT_DESK, locked: true }],
  ['the bar alone, at the desk', 'desk', AT_DESK],
] as const)('practice shows %s', (_, view, facts) => {
  expect(practiceViewOf(facts)).toBe(view);
});
