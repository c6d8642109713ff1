/** What a feature brings to the tests that go over all of them: a visit to each of its routes, the answers of the fake bridge, the way to its screens. */
import type { Result } from '../../../contract/result.ts';

export const FEATURE_VISITS = {};

export const FEATURE_FLOWS = [] as const;

/** Answers as the fake bridge does: told to whoever listens, and after its latency. */
export type After = <T>(route: string, request: unknown, answer: () => Result<T>) => Promise<Result<T>>;

export const fakeFeatures = (_after: After) => ({});
