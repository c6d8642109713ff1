/** For how long an inspector may look. Without schemas, so that pages can read it. */
export const INSPECTION_MINUTES = [30, 60, 120] as const;
/** Minutes that an inspection may last. */
export type InspectionMinutes = (typeof INSPECTION_MINUTES)[number];
