/** Words of other systems that pages and papers share. */
import type { AgreementClause, OtherSystemKind, PasswordState } from '../other-systems/lists.ts';
import type { Words } from './wording.ts';

export const SYSTEM_KIND_WORDS: Words<OtherSystemKind> = {
  parking: ['停车系统', 'Parking'],
  door: ['门禁系统', 'Doors'],
  payment: ['缴费系统', 'Payments'],
  video: ['监控系统', 'Cameras'],
  'property-software': ['物业软件', 'Property software'],
  other: ['其他系统', 'Other system'],
  'guard-post': ['门岗', 'Guard post'],
  phone: ['工作手机', 'Work phone'],
  chat: ['工作群', 'Chat group'],
  'visitor-book': ['访客登记本', 'Visitor book'],
};

export const PASSWORD_WORDS: Words<PasswordState> = {
  changed: ['已更改，专人保管', 'Changed, kept by one person'],
  default: ['仍是出厂密码', 'Factory password'],
  shared: ['多人共用', 'Shared by several people'],
  locked: ['专人保管，已上锁或加锁屏', 'Kept by one person, locked'],
  open: ['他人可接触', 'Within reach of others'],
  unknown: ['不清楚', 'Not known'],
};

export const CLAUSE_WORDS: Words<AgreementClause> = {
  purpose: ['处理目的', 'Purpose'],
  term: ['处理期限', 'Term'],
  way: ['处理方式', 'Way of processing'],
  kinds: ['个人信息种类', 'Kinds of personal information'],
  measures: ['保护措施', 'Protective measures'],
  duties: ['双方权利义务', 'Rights and duties of both'],
  supervision: ['对受托方的监督', 'Supervision of the processor'],
  return: ['终止后返还或删除', 'Return or deletion at the end'],
  'sub-processor': ['未经同意不得转委托', 'No sub-processor without consent'],
};
