/** Words of evidence that pages and papers share. */
import type { Duty, EvidenceState } from '../evidence/lists.ts';
import type { Words } from './wording.ts';

export const EVIDENCE_STATE_WORDS: Words<EvidenceState> = {
  there: ['有', 'In place'],
  stale: ['需更新', 'Needs renewal'],
  missing: ['缺', 'Missing'],
};

export const DUTY_WORDS: Words<Duty> = {
  'responsible-persons': ['负责人与任命', 'Responsible persons'],
  'management-system': ['管理制度', 'Management system'],
  'counter-procedures': ['操作规程', 'Operating procedures'],
  'incident-plan': ['应急预案', 'Incident plan'],
  undertakings: ['保密承诺', 'Confidentiality undertakings'],
  'resident-notices': ['告知文书', 'Notices to residents'],
  'sign-offs': ['制度签收', 'Sign-offs'],
  training: ['培训', 'Training'],
  inventory: ['个人信息清单', 'Inventory of personal information'],
  'number-of-people': ['个人信息数量', 'Number of people held'],
  'other-systems': ['其他系统与持有方', 'Other systems and holders'],
  'notice-and-consent': ['告知与同意', 'Notice and consent'],
  requests: ['个人请求', 'Requests of individuals'],
  retention: ['保存期限与删除', 'Retention and deletion'],
  'encryption-and-keys': ['加密与密钥', 'Encryption and keys'],
  'permission-matrix': ['权限与账号', 'Permissions and accounts'],
  policy: ['脱敏规则', 'Masking policy'],
  'access-oversight': ['访问监督', 'Oversight of access'],
  paper: ['纸质资料', 'Paper copies'],
  'walk-round': ['现场巡查', 'Walk-round'],
  disclosures: ['对外提供', 'Disclosures'],
  'leftover-files': ['遗留文件', 'Leftover files'],
  backups: ['备份与恢复演练', 'Backups and test restores'],
  'incident-drill': ['应急演练', 'Incident drill'],
  'impact-assessment': ['影响评估', 'Impact assessment'],
  'self-audit': ['合规自查', 'Self-audit'],
  'computer-checklist': ['电脑检查表', 'Computer checklist'],
  'computer-checks': ['电脑自动检查', 'Automatic computer checks'],
  rectification: ['整改台账', 'Rectification'],
};
