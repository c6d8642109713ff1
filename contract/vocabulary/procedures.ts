/** Words of procedures that pages and papers share. */
import type { CompanyFact } from '../procedures/lists.ts';
import type { Words } from './wording.ts';

export const FACT_WORDS: Words<CompanyFact> = {
  company: ['公司名称', 'Company name'],
  address: ['公司地址', 'Company address'],
  signatory: ['签发人（总经理或项目经理）', 'Issuer of documents'],
  informationOfficer: ['个人信息保护负责人', 'Personal information officer'],
  informationPhone: ['个人信息保护负责人电话', "Personal information officer's phone"],
  networkOfficer: ['网络安全负责人', 'Network security officer'],
  networkPhone: ['网络安全负责人电话', "Network security officer's phone"],
  complaintPhone: ['投诉受理电话', 'Phone for complaints'],
  dutyPhone: ['24 小时值班电话', '24-hour duty phone'],
  police: ['属地派出所及电话', 'Local police and phone'],
  keptFor: ['搬离或合同终止后保存多久', 'Retention after moving out'],
  seal: ['使用的印章', 'Seal used'],
  effectiveOn: ['施行日期', 'In force from'],
};
