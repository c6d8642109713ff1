/** Times and words of inspections. Without schemas, so that pages can read it. */

/** For how long an inspector may look, in minutes. */
export const INSPECTION_MINUTES = [30, 60, 120] as const;
/** Minutes that an inspection may last. */
export type InspectionMinutes = (typeof INSPECTION_MINUTES)[number];

/** Its actions, as log and papers call them. */
export const INSPECTION_ACTION_WORDS = {
  inspection: ['检查模式', 'Inspection'],
  'inspection-print': ['检查打印', 'Printed for an inspector'],
  'inspection-end': ['检查模式结束', 'Inspection ended'],
} as const;
