/** Words that several documents of the vault use. What stands on a paper is the vault's: a page that was taken over cannot call a field another. */
import type { Reason, RevealableFieldId, Role } from '../../../contract/fields.ts';

/** The word of the page for what the log names, with the log's own name beside it, so that a word can mislead nobody; the name alone where there is none. */
export const wordBeside = (words: Readonly<Record<string, string>>, name: string): string => {
  const word = wordOr(words, name);
  return word === name ? name : `${word}（${name}）`;
};

/** The word, or the name where there is none. */
export const wordOr = (words: Readonly<Record<string, string>>, name: string): string =>
  (Object.hasOwn(words, name) ? words[name] : undefined) ?? name;

/** Fields in Chinese. */
export const FIELD_WORDS: Readonly<Record<RevealableFieldId | 'sex', string>> = {
  name: '姓名',
  sex: '性别',
  phone: '电话',
  email: '邮箱',
  wechat: '微信',
  address: '地址',
  emergency: '紧急联系人',
  remark: '备注',
  idNumber: '证件号',
  birthday: '生日',
  bankCard: '银行卡号',
  plate: '车牌',
  note: '办理记录',
  guardian: '监护人',
  certificate: '产权证号',
  contractor: '装修单位',
  contractorPhone: '装修电话',
  foreman: '工长',
  petLicence: '犬证号',
};

/** Roles in Chinese. */
export const ROLE_WORDS: Readonly<Record<Role, string>> = {
  receptionist: '前台',
  supervisor: '主管',
  admin: '管理员',
};

/** Reasons of the program's own in Chinese. */
export const REASON_WORDS: Readonly<Record<Reason, string>> = {
  repair: '报修投诉',
  fees: '收费',
  handover: '交房',
  renovation: '装修',
  parking: '停车',
  transfer: '过户租住',
  'moving-out': '搬出放行',
  'door-card': '门卡钥匙',
  parcel: '包裹',
  visitor: '访客',
  'blocking-car': '挪车',
  emergency: '紧急',
  authority: '公安街道',
  'subject-request': '本人申请',
  correction: '更正',
  other: '其他',
};
