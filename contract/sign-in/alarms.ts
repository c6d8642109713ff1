/** What may differ between store, header and anchor at a sign-in: nothing is done until a supervisor has acknowledged it. Without a schema. */
export const ALARMS = [
  'restored',
  'head-differs',
  'older-store',
  'slot-differs',
  'epoch-differs',
  'roster-differs',
] as const;
export type Alarm = (typeof ALARMS)[number];
