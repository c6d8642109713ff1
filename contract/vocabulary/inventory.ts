/** Words of inventory that pages and papers share. */
import type { Tier } from '../fields.ts';
import type { InventoryItemId, LimitState, Subject } from '../inventory/lists.ts';
import type { Words } from './wording.ts';
import { FIELD_WORDS, RELATION_WORDS } from './records.ts';

export const LIMIT_STATE_WORDS: Words<LimitState> = {
  below: ['未达到', 'Below'],
  near: ['接近', 'Near'],
  reached: ['已达到', 'Reached'],
};

export const TIER_WORDS: Words<Tier> = {
  open: ['登录可见', 'Shown once signed in'],
  masked: ['脱敏，凭 PIN 查看', 'Masked, PIN to view'],
  contact: ['加密，联系方式', 'Encrypted, contact'],
  identity: ['加密，身份信息', 'Encrypted, identity'],
};

/** A line of the inventory: a field, or what of a record is no field. */
export const ITEM_WORDS: Words<InventoryItemId> = {
  ...FIELD_WORDS,
  'record-occupancy': ['房屋关系、产权份额和起止日期', 'Relation to the room, share of title, dates'],
  'record-lease': ['租赁起止日期', 'Dates of a lease'],
  'record-vehicle': ['车辆品牌、颜色、车型', 'Brand, colour and type of a vehicle'],
  'record-space': ['车位', 'Parking space'],
  'record-renovation': ['装修起止日期和押金', 'Dates and deposit of a renovation'],
  'record-pet': ['宠物品种和免疫日期', 'Breed and vaccination of a pet'],
  'record-notice': ['告知与同意记录', 'Notice and consent'],
  room: ['房屋资料', 'Facts of the room'],
  idType: ['证件种类', 'Kind of ID paper'],
  agent: ['代理人姓名和授权文件', 'Agent and their authority'],
  officer: ['经办人、负责人姓名', 'Officers of recipients and of the company'],
  attachment: ['附件（照片、扫描件）', 'Attachments (pictures, scans)'],
};

export const SUBJECT_WORDS: Words<Subject> = {
  ...RELATION_WORDS,
  'emergency-contact': ['紧急联系人', 'Emergency contact'],
  guardian: ['监护人', 'Guardian'],
  contractor: ['施工方', 'Contractor'],
  agent: ['代理人', 'Agent'],
  officer: ['经办人、负责人', 'Officer'],
};
