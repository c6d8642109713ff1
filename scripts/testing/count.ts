/** How tests and checks went, added up. */
export interface Count {
  readonly passed: number;
  /** What failed, by name, so that the end of a long run says it. */
  readonly failed: readonly string[];
  /** What this machine cannot run, by name. */
  readonly skipped: readonly string[];
}

export const NONE: Count = { passed: 0, failed: [], skipped: [] };

export const addCounts = (one: Count, other: Count): Count => ({
  passed: one.passed + other.passed,
  failed: [...one.failed, ...other.failed],
  skipped: [...one.skipped, ...other.skipped],
});
