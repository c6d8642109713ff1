/** Names of the duties in both languages, for the screen and for the inspection pack that the vault makes. Without schemas, so that pages can read it. */
import type { Duty } from './lists.ts';

interface DutyName {
  readonly zh: string;
  readonly en: string;
}

/** By duty. */
export const DUTY_NAMES: Readonly<Record<Duty, DutyName>> = {
  'responsible-persons': { zh: '负责人与任命', en: 'Responsible persons' },
  'management-system': { zh: '管理制度', en: 'Management system' },
  'counter-procedures': { zh: '操作规程', en: 'Operating procedures' },
  'incident-plan': { zh: '应急预案', en: 'Incident plan' },
  undertakings: { zh: '保密承诺', en: 'Confidentiality undertakings' },
  'resident-notices': { zh: '告知文书', en: 'Notices to residents' },
  'sign-offs': { zh: '制度签收', en: 'Sign-offs' },
  training: { zh: '培训', en: 'Training' },
  inventory: { zh: '个人信息清单', en: 'Inventory of personal information' },
  'number-of-people': { zh: '个人信息数量', en: 'Number of people held' },
  'other-systems': { zh: '其他系统与持有方', en: 'Other systems and holders' },
  'notice-and-consent': { zh: '告知与同意', en: 'Notice and consent' },
  requests: { zh: '个人请求', en: 'Requests of individuals' },
  retention: { zh: '保存期限与删除', en: 'Retention and deletion' },
  'encryption-and-keys': { zh: '加密与密钥', en: 'Encryption and keys' },
  'permission-matrix': { zh: '权限与账号', en: 'Permissions and accounts' },
  policy: { zh: '脱敏规则', en: 'Masking policy' },
  'access-oversight': { zh: '访问监督', en: 'Oversight of access' },
  paper: { zh: '纸质资料', en: 'Paper copies' },
  'walk-round': { zh: '现场巡查', en: 'Walk-round' },
  disclosures: { zh: '对外提供', en: 'Disclosures' },
  'leftover-files': { zh: '遗留文件', en: 'Leftover files' },
  backups: { zh: '备份与恢复演练', en: 'Backups and test restores' },
  'incident-drill': { zh: '应急演练', en: 'Incident drill' },
  'impact-assessment': { zh: '影响评估', en: 'Impact assessment' },
  'self-audit': { zh: '合规自查', en: 'Self-audit' },
  'computer-checklist': { zh: '电脑检查表', en: 'Computer checklist' },
  'computer-checks': { zh: '电脑自动检查', en: 'Automatic computer checks' },
  rectification: { zh: '整改台账', en: 'Rectification' },
};
