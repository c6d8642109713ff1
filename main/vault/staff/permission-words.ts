/** Who may see and do what, in words for an inspector: from the tiers of the roles, the limits of this company and the facts of the routes. */
import {
  FIELDS,
  REVEALABLE_FIELD_IDS,
  ROLE_TIERS,
  type Role,
  type SealedTier,
} from '../../../contract/fields.ts';
import { LIMITED_ROLES, SPANS, type Span } from '../../../contract/limits/lists.ts';
import type { RouteName } from '../../../contract/route-names.ts';
import { ROUTES } from '../../../contract/routes.ts';
import type { StaffMember } from '../../../contract/staff/views.ts';
import { FIELD_WORDS } from '../../../contract/vocabulary/records.ts';
import { ROLE_WORDS } from '../../../contract/vocabulary/staff.ts';
import { inChinese } from '../../../contract/vocabulary/wording.ts';
import type { Session } from '../session/session.ts';

const fieldsOf = (tier: SealedTier): string =>
  REVEALABLE_FIELD_IDS.filter((field) => FIELDS[field].tier === tier)
    .map((field) => inChinese(FIELD_WORDS[field]))
    .join('、');

/** By the tiers that a role has keys of, and by nothing that a screen decides. */
function seesWords(role: Role): string {
  const tiers = ROLE_TIERS[role];
  if (tiers.length === 0) return '没有资料密钥，任何人的资料都只能看到掩码';
  const own = `输入本人 PIN 并写明原因后，可看${tiers.map(fieldsOf).join('、')}`;
  return tiers.includes('identity') ? own : `${own}；${fieldsOf('identity')}须主管当场输入 PIN 才能看`;
}

const SPAN_WORDS: Readonly<Record<Span, string>> = { hour: '每小时', shift: '每班', day: '每天' };

/** Sentences on a role: who has it and what they may see, and how much of that; no quota of a role that has none. */
export function permissionWords(
  role: Role,
  members: readonly StaffMember[],
  { limits: { quotas } }: Pick<Session, 'limits'>,
): readonly string[] {
  const title = inChinese(ROLE_WORDS[role]);
  const names = members.filter((one) => one.role === role).map(({ displayName }) => displayName);
  const who = names.length === 0 ? '目前无人' : names.join('、');
  const sees = `${title}（${who}）：可查找住户，屏幕上一律是掩码；${seesWords(role)}。`;
  const limited = LIMITED_ROLES.find((one) => one === role);
  if (limited === undefined) return [sees];
  const spans = SPANS.filter((span) => quotas[limited].reveal[span] > 0).map(
    (span) => `${SPAN_WORDS[span]}不超过 ${quotas[limited].reveal[span]} 项`,
  );
  return [
    sees,
    spans.length === 0
      ? `${title}看明文不设次数上限，每次都有记录。`
      : `${title}看明文${spans.join('、')}，超过须主管会签。`,
  ];
}

/** What an inspector asks about, each by the route that does it. */
export const PERMITTED: readonly (readonly [words: string, route: RouteName])[] = [
  ['查找住户（掩码）', 'people.search'],
  ['登记、修改住户资料', 'people.edit'],
  ['从表格导入', 'import.apply'],
  ['打印登记表、名单（编号件）', 'print.order'],
  ['给本人个人信息副本', 'disclosures.ownCopy'],
  ['依法向机关提供（调取）', 'disclosures.extract'],
  ['对外提供名册', 'disclosures.roster'],
  ['项目移交', 'estateTransfer.make'],
  ['删除到期资料', 'retention.erase'],
  ['查看操作记录', 'log.list'],
  ['处理异常访问预警', 'alerts.explain'],
  ['更改掩码规则', 'policy.change'],
  ['更改查看上限', 'limits.change'],
  ['增加、停用人员', 'staff.add'],
  ['更改保存期限', 'retention.setRules'],
  ['恢复备份', 'backup.restore'],
  ['开启检查模式', 'inspection.begin'],
  ['生成迎检材料', 'evidence.makePack'],
];

/** Whether a role may, and whose PIN it takes. */
export function mayInWords(role: Role, route: RouteName): string {
  const { access, facts } = ROUTES[route];
  if (typeof access === 'string' || !(access as readonly Role[]).includes(role)) return '不能';
  return { none: '能', own: '能，输 PIN', second: '能，须他人 PIN', both: '能，必要时会签' }[facts.proof];
}
