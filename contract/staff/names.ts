/** The names of the routes of staff, for the preload, which has no use for schemas. */

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
