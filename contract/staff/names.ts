/** Names of the staff routes, without schemas, for the preload. */

/** Every staff route; `routes.ts` does not compile unless it defines each. */
export const STAFF_ROUTES = [
  'staff.changePin',
  'staff.checkPin',
  'staff.list',
  'staff.add',
  'staff.changeRole',
  'staff.reset',
  'staff.rename',
  'staff.remove',
  'staff.openSlot',
  'shift.read',
  'shift.handOver',
] as const;
