/** How tests and checks went, added up. */
export interface Count {
  readonly passed: number;
  /** What failed, by name, so that the end of a long run says it. */
  readonly failed: readonly string[];
  readonly skipped: number;
}

export const NONE: Count = { passed: 0, failed: [], skipped: 0 };

export const addCounts = (one: Count, other: Count): Count => ({
  passed: one.passed + other.passed,
  failed: [...one.failed, ...other.failed],
  skipped: one.skipped + other.skipped,
});
