/** How tests and checks went, added up. */
export interface Count {
  readonly passed: number;
  /** Names of failed tests and checks, for the end of a long run. */
  readonly failed: readonly string[];
  /** Names of those that this machine cannot run. */
  readonly skipped: readonly string[];
}

export const NONE: Count = { passed: 0, failed: [], skipped: [] };

export const addCounts = (one: Count, other: Count): Count => ({
  passed: one.passed + other.passed,
  failed: [...one.failed, ...other.failed],
  skipped: [...one.skipped, ...other.skipped],
});
