/** Words of oversight that pages and papers share. */
import type { Measure } from '../activity/lists.ts';
import type { AlertKind, Counted } from '../limits/lists.ts';
import type { LogCheck } from '../log/check.ts';
import type { Words } from './wording.ts';

export const MEASURE_WORDS: Words<Measure> = {
  signIn: ['登录', 'Sign-ins'],
  search: ['查找', 'Searches'],
  open: ['打开档案、房屋', 'Records and rooms opened'],
  verify: ['核实身份', 'Verifications'],
  reveal: ['显示资料', 'Reveals'],
  denied: ['被拒绝、失败的尝试', 'Refused or failed attempts'],
  limit: ['已达查看上限', 'Limits reached'],
};

export const ALERT_WORDS: Words<AlertKind> = {
  quota: ['已达查看上限', 'limit reached'],
  canary: ['查看哨兵档案', 'canary record opened'],
  paperLost: ['纸质资料遗失', 'Paper lost'],
  outside: ['紧急查看范围外房屋', 'room outside opened in an emergency'],
  emergency: ['一次紧急查看过多', 'many records in one emergency'],
  burst: ['一分钟内查看过多', 'too many views within a minute'],
  inOrder: ['按房号顺序查看', 'rooms viewed in order'],
  neighbours: ['相邻房屋被查看', 'neighbouring rooms viewed'],
  manyRooms: ['十分钟内查看过多', 'too many rooms within ten minutes'],
  atNight: ['夜间查看', 'views at night'],
  wrongAnswers: ['核实不一致过多', 'too many wrong answers'],
  lookedAtBy: ['多人查看同一住户', 'one resident viewed by many'],
  numbersTried: ['反复按号码查找', 'numbers tried'],
  nothingDone: ['打开后没有办理', 'opened with nothing done'],
  revealedByAll: ['全柜台显示资料过多', 'too many values revealed at the desk'],
  previewed: ['预览后没有导入', 'previews not imported'],
  ownRecord: ['查看自己的档案', 'own record viewed'],
  ownHousehold: ['查看自家人的档案', 'own household viewed'],
  ownNeighbours: ['查看邻居的档案', 'next-door neighbours viewed'],
  colleague: ['查看同事的档案', "colleague's record viewed"],
  triedBeyond: ['反复查找没有打开', 'repeated searches with nothing opened'],
  triedBeyondInMonth: ['一个月反复查找没有打开', 'repeated searches within a month'],
  triedInWeek: ['一周查找过多', 'too many searches within a week'],
  triedInMonth: ['一个月查找过多', 'too many searches within a month'],
  openedInWeek: ['一周查看过多', 'too many views within a week'],
  openedInMonth: ['一个月查看过多', 'too many views within a month'],
  wrongInWeek: ['一周核实不一致过多', 'too many wrong answers within a week'],
  wrongInMonth: ['一个月核实不一致过多', 'too many wrong answers within a month'],
  revealedBeyond: ['显示资料多于办理', 'more values revealed than work explains'],
  revealedBeyondInMonth: ['一个月显示资料多于办理', 'more values revealed in a month than work explains'],
  revealedInWeek: ['一周显示资料过多', 'too many values revealed within a week'],
  revealedInMonth: ['一个月显示资料过多', 'too many values revealed within a month'],
  revealedOfHundred: ['显示了大部分住户的资料', 'values revealed of many of the residents'],
  refusedOutside: ['反复查找范围外档案', 'repeated searches outside scope'],
};

export const COUNTED_WORDS: Words<Counted> = {
  search: ['查找', 'Searches'],
  open: ['打开档案、房屋', 'Records and rooms opened'],
  verify: ['核实身份', 'Verifications'],
  reveal: ['显示资料', 'Values revealed'],
};

/** Reasons why the first bad entry of a log does not hold. */
export const LOG_PROBLEM_WORDS: Words<NonNullable<LogCheck['problem']>> = {
  changed: ['有一条被改动', 'an entry was changed'],
  missing: ['缺少一条', 'an entry is missing'],
  inserted: ['被插入一条', 'an entry was inserted'],
  truncated: ['末尾被截断', 'the end was cut off'],
  'anchor-differs': ['末尾与本机记录的不一致', 'the end differs from what this computer remembers'],
  'not-signed': ['有一条缺少本人签名', 'an entry is not signed by the person it names'],
};
