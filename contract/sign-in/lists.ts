/** Words of the log for the actions of this folder. Without schemas, so that pages can read them. */

/** Its actions, as log and papers call them. */
export const SIGN_IN_ACTION_WORDS = {
  'set-up': ['创建档案柜', 'Set up'],
  'sign-in': ['登录', 'Signed in'],
  'sign-in-failed': ['登录失败', 'Sign-in failed'],
  locked: ['锁定', 'Locked'],
  'pin-failed': ['PIN 有误', 'Wrong PIN'],
  refused: ['被拒绝', 'Refused'],
  alarm: ['警报', 'Alarm'],
  acknowledge: ['确认警报', 'Alarm acknowledged'],
  'new-day': ['到期处理', 'Ended on its date'],
  handover: ['交班', 'Shift handed over'],
  'not-done': ['改动未生效', 'Change not made'],
} as const;
