/** Words of disclosures that pages and papers share. */
import type { DisclosureKind } from '../disclosures/lists.ts';
import type { TransferField } from '../estate-transfer/lists.ts';
import type { Words } from './wording.ts';

export const DISCLOSURE_KIND_WORDS: Words<DisclosureKind> = {
  'own-copy': ['个人信息副本', 'Personal copy'],
  extract: ['调取单', 'Extract'],
  roster: ['名册', 'Roster'],
  'estate-transfer': ['项目移交', 'Estate transfer'],
};

export const TRANSFER_FIELD_WORDS: Words<TransferField> = {
  phone: ['联系电话', 'Phones'],
  plate: ['车辆', 'Vehicles'],
  space: ['车位', 'Parking spaces'],
  emergency: ['紧急联系人', 'Emergency contacts'],
  email: ['电子邮箱', 'E-mail'],
  wechat: ['微信', 'WeChat'],
  address: ['通讯地址', 'Addresses'],
  idNumber: ['证件号码', 'ID numbers'],
};
