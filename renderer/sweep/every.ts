/** The words of each number of days between two sweeps. */
import type { SweepDays } from '../../contract/sweep/lists.ts';

export const EVERY = { 0: 'off', 1: 'daily', 7: 'weekly', 30: 'monthly' } as const satisfies Readonly<
  Record<SweepDays, string>
>;
