/** Words of computer checks that pages and papers share. */
import type { CheckAnswer, CheckedSystem, ComputerCheck, WhyUnknown } from '../computer-checks/lists.ts';
import type { Words } from './wording.ts';

export const SYSTEM_WORDS: Words<CheckedSystem> = {
  windows: ['Windows', 'Windows'],
  macos: ['macOS', 'macOS'],
  linux: ['Linux', 'Linux'],
  other: ['其他系统', 'Another system'],
};

export const CHECK_WORDS: Words<ComputerCheck> = {
  'disk-encryption': ['系统盘加密', 'System drive encrypted'],
  'sign-in': ['开机须输入密码', 'Password required at sign-in'],
  'screen-lock': ['无人操作时自动锁屏', 'Screen locks automatically'],
  'password-rules': ['系统密码规则', 'System password rules'],
  antivirus: ['杀毒软件', 'Antivirus'],
  firewall: ['防火墙', 'Firewall'],
  updates: ['系统更新', 'System updates'],
  'system-support': ['操作系统仍受支持', 'System still supported'],
  'program-support': ['本程序运行环境仍受支持', "This program's runtime still supported"],
};

export const ANSWER_WORDS: Words<CheckAnswer> = {
  yes: ['符合', 'OK'],
  no: ['不符合', 'Not OK'],
  unknown: ['无法得知', 'Unknown'],
};

export const WHY_UNKNOWN_WORDS: Words<WhyUnknown> = {
  'not-allowed': ['系统只告知管理员。', 'Only an administrator can see this.'],
  'no-answer': ['系统未应答。', 'The system did not answer.'],
  'not-understood': ['系统的应答无法识别。', "The system's answer was not understood."],
  'not-offered': ['系统不提供此项。', 'This system does not report it.'],
};
