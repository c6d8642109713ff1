/** Words of reasons that pages and papers share. */
import type { Reason } from '../fields.ts';
import type { Words } from './wording.ts';

export const REASON_WORDS: Words<Reason> = {
  repair: ['报修投诉', 'Repair'],
  fees: ['收费', 'Fees'],
  handover: ['交房', 'Home delivery'],
  renovation: ['装修', 'Renovation'],
  parking: ['停车', 'Parking'],
  transfer: ['过户租住', 'Transfer, lease'],
  'moving-out': ['搬出放行', 'Moving out'],
  'door-card': ['门卡钥匙', 'Door card, keys'],
  parcel: ['包裹', 'Parcel'],
  visitor: ['访客', 'Visitor'],
  'blocking-car': ['挪车', 'Blocking car'],
  emergency: ['紧急', 'Emergency'],
  authority: ['公安街道', 'Police, street office'],
  'subject-request': ['本人申请', 'Own request'],
  correction: ['更正', 'Correction'],
  other: ['其他', 'Other'],
};
