/** Words for what documents and papers say of the company. */
import type { TextFact } from '../procedures/lists.ts';
import type { Words } from './wording.ts';

export const FACT_WORDS: Words<TextFact> = {
  company: ['公司全称', 'Legal name'],
  creditCode: ['统一社会信用代码', 'Unified social credit code'],
  address: ['注册地址', 'Registered address'],
  estates: ['服务的小区', 'Estates served'],
  signatory: ['签发人（总经理或项目经理）', 'Issuer of documents'],
  informationOfficer: ['个人信息保护负责人', 'Personal information officer'],
  informationPhone: ['个人信息保护负责人电话', "Personal information officer's phone"],
  networkOfficer: ['网络安全负责人', 'Network security officer'],
  networkPhone: ['网络安全负责人电话', "Network security officer's phone"],
  complaintPhone: ['请求和投诉受理电话', 'Phone for requests and complaints'],
  complaintMail: ['受理邮箱或邮寄地址', 'Mail for requests and complaints'],
  dutyPhone: ['24 小时值班电话', '24-hour duty phone'],
  police: ['属地派出所及电话', 'Local police and phone'],
  cyberspace: ['当地网信办及电话', 'Local cyberspace office and phone'],
  street: ['街道及电话', 'Street office and phone'],
  faces: ['人脸识别（门禁、考勤等）', 'Face recognition (doors, attendance)'],
  cameras: ['公共区域视频监控', 'Cameras in common areas'],
  processed: ['处理的信息、用途和依据', 'What is processed, for what, by what right'],
  separate: ['须单独同意的信息', 'What takes a separate consent'],
  incidentLevels: ['须按时限报告的事件级别', 'Levels of incidents to be reported within hours'],
  keptFor: ['搬离或合同终止后保存多久', 'Retention after moving out'],
  seal: ['印章名称', 'Seal used'],
  effectiveOn: ['施行日期', 'In force from'],
};
