/** Words of incidents that pages and papers share. */
import type {
  Certainty,
  IncidentKind,
  IncidentOrigin,
  IncidentScope,
  IncidentStep,
} from '../incidents/lists.ts';
import type { Words } from './wording.ts';

export const INCIDENT_KIND_WORDS: Words<IncidentKind> = {
  leak: ['泄露', 'Leak'],
  tamper: ['篡改', 'Tampering'],
  loss: ['丢失', 'Loss'],
};

export const CERTAINTY_WORDS: Words<Certainty> = {
  happened: ['已发生', 'Happened'],
  possible: ['可能发生', 'Possible'],
};

export const ORIGIN_WORDS: Words<IncidentOrigin> = {
  own: ['自行发现', 'Found ourselves'],
  paper: ['纸质资料遗失', 'Paper lost'],
  file: ['对外提供的文件失控', 'Lost control of a file'],
  alert: ['系统警报', 'Alert'],
  complaint: ['住户投诉', 'A complaint'],
  authority: ['主管部门告知', 'Reported by an authority'],
};

export const SCOPE_WORDS: Words<IncidentScope> = {
  unknown: ['尚不清楚', 'Not known yet'],
  person: ['一位住户', 'One resident'],
  rooms: ['部分房屋的住户', 'Residents of some rooms'],
  paper: ['一份纸质资料上的住户', 'Residents on paper'],
  file: ['一份对外提供的文件中的住户', 'Residents in a file that was given'],
  alert: ['警报前一日被查看的住户', 'Residents viewed in the day before an alert'],
  everybody: ['全部住户', 'Everybody'],
};

export const STEP_WORDS: Words<IncidentStep> = {
  opened: ['立案', 'opened'],
  changed: ['更新情况', 'described'],
  counted: ['核定涉及人数', 'people counted'],
  'notice-authority': ['拟写报告', 'report edited'],
  'notice-people': ['拟写告知书', 'notice edited'],
  'given-authority': ['输出报告', 'report given out'],
  'given-people': ['输出告知书', 'notice given out'],
  'told-authority': ['已报告主管部门', 'reported'],
  'told-people': ['登记告知人数', 'people notified'],
  'not-told': ['决定不告知个人', 'no notice to people'],
  measure: ['列入整改', 'measure added'],
  'case-file': ['输出案卷', 'case file given out'],
  closed: ['结案', 'closed'],
};
