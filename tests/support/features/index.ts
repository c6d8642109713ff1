/** What a feature brings to the tests that go over all of them: a visit to each of its routes, the answers of the fake bridge, the way to its screens. */
import type { Result } from '../../../contract/result.ts';
import * as firstDay from './first-day.ts';
import * as otherSystems from './other-systems.ts';
import * as secondLog from './second-log.ts';

export const FEATURE_VISITS = { ...otherSystems.visits, ...secondLog.visits, ...firstDay.visits };

export const FEATURE_FLOWS = [firstDay.flow, otherSystems.flow, secondLog.flow] as const;

/** Answers as the fake bridge does: told to whoever listens, and after its latency. */
export type After = <T>(route: string, request: unknown, answer: () => Result<T>) => Promise<Result<T>>;

export const fakeFeatures = (after: After) => ({
  ...otherSystems.fake(after),
  ...secondLog.fake(after),
  ...firstDay.fake(after),
});
