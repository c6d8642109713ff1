/**
 * Differences between store, header and anchor found at a sign-in, without schemas, for screens. Nothing else
 * is answered until a supervisor has acknowledged them.
 */
export const ALARMS = [
  'restored',
  'head-differs',
  'older-store',
  'slot-differs',
  'epoch-differs',
  'roster-differs',
  'sheet-differs',
  'header-differs',
  'second-log-differs',
] as const;
export type Alarm = (typeof ALARMS)[number];
