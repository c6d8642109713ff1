/** Accounts and permissions in an inspection pack: who can sign in, in which role, and what each role can open. */
import {
  FIELDS,
  REVEALABLE_FIELD_IDS,
  ROLES,
  ROLE_TIERS,
  type Role,
  SEALED_TIERS,
  type SealedTier,
} from '../../../contract/fields.ts';
import type { StaffMember } from '../../../contract/staff/views.ts';
import { ROUTE_AREAS, ROUTE_NAMES, type RouteName } from '../../../contract/route-names.ts';
import { ROUTES, AREA_WORDS } from '../../../contract/routes.ts';
import { minuteOf } from '../clock.ts';
import type { PackPart } from '../feature.ts';
import type { Block } from '../pdf/document.ts';
import type { Session } from '../session/session.ts';
import { DORMANT_DAYS, listStaff } from './list-staff.ts';
import { factList, paragraph, table } from '../pdf/blocks.ts';
import { FIELD_WORDS } from '../../../contract/vocabulary/records.ts';
import { inChinese } from '../../../contract/vocabulary/wording.ts';
import { ROLE_WORDS } from '../../../contract/vocabulary/staff.ts';

/** Errors: those of the store. */
export async function accountPart(session: Session): Promise<readonly PackPart[]> {
  const { members } = await listStaff(session);
  const several = members.filter(({ twoRoles }) => twoRoles);
  const blocks: readonly Block[] = [
    factList({
      可登录账号: `${members.filter(canSignIn).length} 个`,
      停用账号: `${members.filter((member) => !canSignIn(member)).length} 个`,
      一人兼任两种角色:
        several.length === 0
          ? '无'
          : `有：${[...new Set(several.map(({ displayName }) => displayName))].join('、')}`,
    }),
    table({
      caption: '账号',
      columns: { 姓名: 2, 角色: 1.4, 自何时起: 2.4, 最近登录: 2.4, 说明: 2.4 },
      rows: members.map((member) => [
        member.displayName,
        inChinese(ROLE_WORDS[member.role]),
        minuteOf(member.since),
        member.lastSignInAt === null ? '未登录过' : minuteOf(member.lastSignInAt),
        remarksOn(member).join('；'),
      ]),
    }),
    { kind: 'heading', level: 2, text: '权限矩阵' },
    paragraph(
      '姓名、房号、车牌登录后可检索，屏幕上一律掩码显示。其余资料按级别加密，只有下列角色持有密钥；每次查看须输入 PIN 并写明原因。',
    ),
    {
      kind: 'table',
      caption: '谁能打开哪一级资料',
      columns: [
        { title: '级别', share: 1.6 },
        { title: '资料', share: 6 },
        ...ROLES.map((role) => ({ title: inChinese(ROLE_WORDS[role]), share: 1.2 })),
      ],
      rows: SEALED_TIERS.map((tier) => [
        TIER_WORDS[tier],
        REVEALABLE_FIELD_IDS.filter((field) => FIELDS[field].tier === tier)
          .map((field) => inChinese(FIELD_WORDS[field]))
          .join('、'),
        ...ROLES.map((role) => (ROLE_TIERS[role].includes(tier) ? '能' : '不能')),
      ]),
    },
    {
      kind: 'table',
      caption: '各角色能用的功能（能用的操作数／全部操作数）',
      columns: [
        { title: '功能', share: 2 },
        ...ROLES.map((role) => ({ title: inChinese(ROLE_WORDS[role]), share: 1.2, align: 'right' as const })),
      ],
      rows: routeMatrix(),
    },
  ];
  return [{ duty: 'permission-matrix', blocks }];
}

const TIER_WORDS: Readonly<Record<SealedTier, string>> = { contact: '联系级', identity: '身份级' };

const canSignIn = ({ slotId, suspended }: StaffMember): boolean => slotId !== null && !suspended;

function remarksOn(member: StaffMember): readonly string[] {
  const { slotId, suspended, closed, dormant, twoRoles, resident, scope } = member;
  return [
    ...(slotId === null || suspended ? ['已停用'] : []),
    ...(closed ? ['因输错 PIN 锁定'] : []),
    ...(dormant ? [`${DORMANT_DAYS} 天未登录`] : []),
    ...(twoRoles ? ['一人兼任两种角色'] : []),
    ...(resident === null ? [] : ['本小区住户']),
    ...(scope.length === 0 ? [] : [`限 ${scope.length} 个区域`]),
  ];
}

/** A row for each part of the program that asks for a role: how many of its routes each role may call. */
const routeMatrix = (): readonly (readonly string[])[] =>
  ROUTE_AREAS.flatMap((area) => {
    const accesses = ROUTE_NAMES.filter((name) => name.startsWith(`${area}.`)).flatMap(
      (name) => rolesOf(name) ?? [],
    );
    if (accesses.length === 0) return [];
    const countOf = (role: Role): number => accesses.filter((roles) => roles.includes(role)).length;
    return [[AREA_WORDS[area] ?? area, ...ROLES.map((role) => `${countOf(role)}／${accesses.length}`)]];
  });

/** Null of a route that answers whoever is signed in or not. */
function rolesOf(name: RouteName): readonly [readonly Role[]] | null {
  const { access } = ROUTES[name];
  return typeof access === 'string' ? null : [access];
}
