/** Words of evidence that pages and papers share. */
import type { EveningFacts } from '../evidence/findings.ts';
import type { Duty, EvidenceState } from '../evidence/lists.ts';
import type { MatterId } from '../evidence/matters.ts';
import type { PointOf, PointState } from '../evidence/points.ts';
import type { IdChoice } from '../id-numbers/lists.ts';
import { CHECK_WORDS } from './computer-checks.ts';
import type { Wording, Words } from './wording.ts';

export const EVIDENCE_STATE_WORDS: Words<EvidenceState> = {
  there: ['有', 'In place'],
  explained: ['说明', 'Statement'],
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
  'spot-check': ['月度抽查', 'Monthly spot check'],
  'quarterly-report': ['季度报告', 'Quarterly report'],
  paper: ['纸质资料', 'Paper copies'],
  'walk-round': ['现场巡查', 'Walk-round'],
  disclosures: ['对外提供', 'Disclosures'],
  'leftover-files': ['遗留文件', 'Leftover files'],
  backups: ['备份与恢复演练', 'Backups and test restores'],
  incidents: ['安全事件处置', 'Incidents'],
  'incident-drill': ['应急演练', 'Incident drill'],
  'impact-assessment': ['影响评估', 'Impact assessment'],
  'self-audit': ['合规自查', 'Self-audit'],
  'computer-checklist': ['电脑检查表', 'Computer checklist'],
  'computer-checks': ['电脑自动检查', 'Automatic computer checks'],
  rectification: ['整改台账', 'Rectification'],
};

export const POINT_STATE_WORDS: Words<PointState> = {
  there: ['符合', 'OK'],
  explained: ['说明', 'Statement'],
  unknown: ['无法得知', 'Unknown'],
  stale: ['未解决', 'Open'],
  missing: ['缺', 'Missing'],
};

/** Of a matter, whether it is settled. */
export const MATTER_STATE_WORDS: Words<PointState> = {
  there: ['已解决', 'Settled'],
  explained: ['说明', 'Statement'],
  unknown: ['无法得知', 'Unknown'],
  stale: ['未解决', 'Open'],
  missing: ['未解决', 'Open'],
};

const RECORDS: Wording = ['已有业主资料', 'Residents are recorded'];
const PUT_RIGHT: Wording = ['发现的问题已整改', 'What it found is resolved'];

/** Each point of each duty, as pages and papers call it. */
export const POINT_WORDS: { readonly [D in Duty]: Words<PointOf<D>> } = {
  'responsible-persons': {
    'information-officer': ['已任命个人信息保护负责人', 'Information officer appointed'],
    'network-officer': ['已任命网络安全负责人', 'Network security officer appointed'],
  },
  'management-system': { 'in-force': ['管理制度已生效', 'Management system in force'] },
  'counter-procedures': {
    'data-procedures': ['数据操作规程已生效', 'Data procedures in force'],
    'counter-procedures': ['前台操作规程已生效', 'Counter procedures in force'],
  },
  'incident-plan': { 'in-force': ['应急预案已生效', 'Incident plan in force'] },
  undertakings: { 'signed-by-all': ['全员已签署', 'Signed by everybody'] },
  'resident-notices': {
    'resident-notice': ['告知书已生效', 'Notice in force'],
    'posted-notice': ['张贴告知已生效', 'Posted notice in force'],
  },
  'sign-offs': { 'signed-by-all': ['全员已签收', 'Signed by everybody'] },
  training: { 'passed-by-all': ['全员答题合格', 'Passed by everybody'] },
  inventory: { records: RECORDS, purposes: ['每一项有目的和依据', 'Every field has purpose and basis'] },
  'number-of-people': { records: RECORDS, 'below-limits': ['未接近法定人数', 'Below the limits of the law'] },
  'other-systems': {
    registered: ['已登记', 'Registered'],
    checked: ['按期检查', 'Checked in time'],
    passwords: ['密码和保管可靠', 'Passwords and keeping are safe'],
    contracts: ['服务商有合同或协议，且未到期', 'A contract or agreement in force with each vendor'],
  },
  'notice-and-consent': {
    notice: ['告知书已启用', 'Notice activated'],
    told: ['全部业主已告知', 'Everybody was told'],
    consents: ['须取得的同意已取得', 'Every consent asked for was given or refused'],
    guardians: ['监护人已同意', 'Guardians have consented'],
    children: ['已查找未满十四周岁的人，均有监护人', 'Under 14s were looked for, and all have a guardian'],
  },
  requests: {
    records: RECORDS,
    ways: ['告知书写明提出方式', 'The notice says how to ask'],
    answered: ['没有逾期', 'None is overdue'],
  },
  retention: {
    rules: ['保存期限已确认', 'Times of keeping are confirmed'],
    deleted: ['到期的已删除', 'What is due is deleted'],
    'looked-at': ['删除已核查', 'Deletions were checked'],
  },
  'encryption-and-keys': {
    records: RECORDS,
    'key-ages': ['密钥未到更换期限', 'No key is due'],
    leavers: ['离职人员用过的密钥已更换', 'Keys of leavers are changed'],
    theft: ['没有未完成的全部更换', 'No unfinished change after a theft'],
  },
  'permission-matrix': { records: RECORDS, accounts: ['没有长期不用的账号', 'No account is dormant'] },
  policy: { records: RECORDS },
  'access-oversight': { records: RECORDS, alerts: ['异常提醒已说明', 'Alerts are explained'] },
  'spot-check': { made: ['按月抽查并签名', 'Made every month and signed'] },
  'quarterly-report': { made: ['按季报告并签名', 'Made every quarter and signed'] },
  paper: {
    registered: ['已登记', 'Registered'],
    returned: ['按期归还', 'Returned in time'],
    found: ['没有遗失', 'None is lost'],
    counted: ['一年内清点过', 'Counted within a year'],
  },
  'walk-round': { made: ['按期巡查', 'Made in time'], 'put-right': PUT_RIGHT },
  disclosures: { records: RECORDS, deleted: ['到期的接收方已删除', 'Recipients deleted theirs in time'] },
  'leftover-files': {
    swept: ['按期检查', 'Scanned in time'],
    'dealt-with': ['查到的文件已处理', 'Files found are dealt with'],
  },
  backups: { made: ['按期备份', 'Made in time'], tested: ['恢复演练成功', 'Restored on trial'] },
  incidents: {
    opened: ['已登记', 'Registered'],
    described: ['情况写明', 'Described'],
    reported: ['已报告主管部门', 'Reported to the authority'],
    'people-told': ['已告知个人，或写明不告知的理由', 'People told, or why not'],
    closed: ['已结案', 'Closed'],
  },
  'incident-drill': { 'worked-through': ['按期演练，每一步做完', 'Every step was gone through, in time'] },
  'impact-assessment': { finished: ['已完成', 'Finished'], 'put-right': PUT_RIGHT },
  'self-audit': { finished: ['已完成', 'Finished'], 'put-right': PUT_RIGHT },
  'computer-checklist': {
    finished: ['已完成', 'Finished'],
    'put-right': PUT_RIGHT,
    agrees: ['与自动检查结果一致', 'It agrees with the automatic checks'],
  },
  'computer-checks': CHECK_WORDS,
  rectification: {
    looked: ['已查找问题', 'Somebody has looked'],
    'in-time': ['没有逾期', 'None is overdue'],
  },
};

export const MATTER_WORDS: Words<MatterId> = {
  'computer-entry': ['开机密码、杀毒软件', 'Password at start, antivirus'],
  'id-numbers': ['证件号码和须单独同意的资料', 'ID numbers and other data that needs separate consent'],
  complaints: ['投诉的立案、报告和告知', 'Complaints: incident opened, reported, people told'],
  vendors: ['服务商的合同和委托处理', 'Agreements with vendors'],
  'papers-name': ['文书上的处理者', 'The processor named on papers'],
  procedures: ['制度全文', 'Procedures in full'],
  'past-leak': ['以前的查看和外传', 'Earlier viewing and leaks'],
  phones: ['手机、微信里的副本', 'Copies on phones and in chats'],
};

const ID_WORDS: Words<IdChoice | 'undecided'> = {
  consent: ['单独同意后保存', 'kept with separate consent'],
  none: ['不保存', 'not kept'],
  undecided: ['尚未决定', 'undecided'],
};

/** What is said of a matter besides its points; null where these say it all. */
export function sayMatter(id: MatterId, { idNumbers, isCompanyStated }: EveningFacts): Wording | null {
  if (id === 'id-numbers') {
    const { choice, holders, without } = idNumbers;
    const [zh, en] = ID_WORDS[choice ?? 'undecided'];
    return [
      `证件号码：${zh}，持有 ${holders} 人，其中不应保存 ${without} 人`,
      `ID numbers: ${en}; held of ${holders} people, of ${without} without a right to`,
    ];
  }
  if (id === 'papers-name')
    return isCompanyStated
      ? ['以公司全称为处理者', 'The legal name of the company']
      : ['公司信息未填全，文书不能定稿', 'Company facts are missing: no paper is final'];
  return MATTERS_SAID[id] ?? null;
}

const MATTERS_SAID: Partial<Words<MatterId>> = {
  procedures: ['现行文本全文见附录', 'The texts in force are printed in the pack'],
  'past-leak': [
    '操作记录开始以前谁看过、传给谁，没有记录可查',
    'No access history before the log began, and nothing shows what was passed on',
  ],
  phones: [
    '系统看不到个人手机和聊天工具，以承诺和巡查为据',
    'No program sees private phones and chats; undertakings and walk-rounds stand for it',
  ],
};

/** A point of a duty, as pages and papers call it. */
export const pointWords = (duty: Duty, point: PointOf): Wording =>
  (POINT_WORDS[duty] as Readonly<Record<string, Wording>>)[point] ?? [point, point];
