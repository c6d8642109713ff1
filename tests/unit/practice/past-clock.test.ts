/** The clock of the past by which the practice vault gets its history. */
import { expect, it } from 'vitest';
import { createPastClock } from '../../../main/vault/practice/past-clock.ts';
import { createFakeClock } from '../../support/fake-clock.ts';

it('goes on from each moment that it is set to, and never back', () => {
  const real = createFakeClock();
  const past = createPastClock(1000, real);
  real.advance(500);
  expect(past.now()).toBe(1500);
  past.moveTo(5000);
  real.advance(20);
  expect(past.now()).toBe(5020);
  expect(() => past.moveTo(5019)).toThrow(RangeError);
  expect(past.monotonic()).toBe(real.monotonic());
});
