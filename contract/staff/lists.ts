/** Closed lists and limits of staff, without schemas, for screens. */

/** Problems of a new PIN. */
export const PIN_PROBLEMS = [
  'too-short',
  'digits-only',
  'too-common',
  'run',
  'repeat',
  'looks-like-year',
  'looks-like-birthday',
  'like-name',
  'same-as-other',
  'same-as-before',
] as const;
export type PinProblem = (typeof PIN_PROBLEMS)[number];

/** Counts of a shift sheet, each made from log entries. */
export const SHIFT_COUNTS = [
  'searches',
  'opened',
  'verified',
  'revealed',
  'emergencies',
  'changed',
  'wrongPins',
] as const;
export type ShiftCount = (typeof SHIFT_COUNTS)[number];
/** Most reveals that a shift sheet lists. */
export const MAX_SHIFT_REVEALS = 60;

/** Most areas that a search among them lists. */
export const MAX_AREAS_LISTED = 60;

/** Most people who get keys during a recovery; others get theirs on the staff page. */
export const MAX_AT_RECOVERY = 12;

/** Its actions, as log and papers call them. */
export const STAFF_ACTION_WORDS = {
  'pin-change': ['修改 PIN', 'Changed their PIN'],
  'staff-add': ['添加人员', 'Staff member added'],
  'staff-role': ['调整角色', 'Role changed'],
  'staff-reset': ['重设 PIN', 'PIN reset'],
  'staff-name': ['修改姓名', 'Renamed'],
  'staff-link': ['登记人员住址', 'Staff home address recorded'],
  'staff-leave': ['离职', 'Removed from staff'],
  'staff-suspend': ['不在场，停用账号', 'Account disabled, absent'],
  'slot-open': ['恢复登录', 'Sign-in restored'],
} as const;
