/** Words of procedures that pages and papers share. */
import type { CompanyFact } from '../procedures/lists.ts';
import type { Words } from './wording.ts';

export const FACT_WORDS: Words<CompanyFact> = {
  company: ['公司名称', 'Name of the company'],
  address: ['公司地址', 'Address of the company'],
  signatory: ['签发人（总经理或项目经理）', 'Who issues documents'],
  informationOfficer: ['个人信息保护负责人', 'Person responsible for personal information'],
  informationPhone: ['个人信息保护负责人电话', 'Phone of that person'],
  networkOfficer: ['网络安全负责人', 'Person responsible for network security'],
  networkPhone: ['网络安全负责人电话', 'Phone of that person (network)'],
  complaintPhone: ['投诉受理电话', 'Phone for complaints'],
  dutyPhone: ['24 小时值班电话', 'Phone on duty around the clock'],
  police: ['属地派出所及电话', 'Local police and phone'],
  keptFor: ['搬离或合同终止后保存多久', 'How long data is kept after moving out'],
  seal: ['盖什么章', 'Which seal'],
  effectiveOn: ['施行日期', 'In force from'],
};
