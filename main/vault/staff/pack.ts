/** Accounts and permissions in an inspection pack: who can sign in, in which role, and in words what each of them may see and do. */
import { ROLES } from '../../../contract/fields.ts';
import { labelOfArea } from '../../../contract/scope/lists.ts';
import type { StaffMember } from '../../../contract/staff/views.ts';
import { minuteOf } from '../clock.ts';
import type { PackPart } from '../feature.ts';
import type { Block } from '../pdf/document.ts';
import type { Session } from '../session/session.ts';
import { DORMANT_DAYS, listStaff } from './list-staff.ts';
import { factList, table } from '../pdf/blocks.ts';
import { inChinese } from '../../../contract/vocabulary/wording.ts';
import { ROLE_WORDS } from '../../../contract/vocabulary/staff.ts';
import { PERMITTED, mayInWords, permissionWords } from './permission-words.ts';

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
      attachedAs: '账号',
      columns: { 姓名: 2, 角色: 1.4, 自何时起: 2.4, 最近登录: 2.4, 说明: 3.6 },
      rows: members.map((member) => [
        member.displayName,
        inChinese(ROLE_WORDS[member.role]),
        minuteOf(member.since),
        member.lastSignInAt === null ? '未登录过' : minuteOf(member.lastSignInAt),
        remarksOn(member).join('；'),
      ]),
    }),
    { kind: 'heading', level: 2, text: '谁能看什么' },
    {
      kind: 'list',
      items: ROLES.flatMap((role) => permissionWords(role, members.filter(canSignIn), session)),
    },
    {
      kind: 'table',
      caption: '谁能办什么（每次办理都记入操作记录）',
      columns: [
        { title: '事项', share: 5 },
        ...ROLES.map((role) => ({ title: inChinese(ROLE_WORDS[role]), share: 1.6 })),
      ],
      rows: PERMITTED.map(([words, route]) => [words, ...ROLES.map((role) => mayInWords(role, route))]),
    },
  ];
  return [{ duty: 'permission-matrix', blocks }];
}

const canSignIn = ({ slotId, suspended }: StaffMember): boolean => slotId !== null && !suspended;

function remarksOn(member: StaffMember): readonly string[] {
  const { slotId, suspended, closed, dormant, twoRoles, resident, scope } = member;
  return [
    ...(slotId === null || suspended ? ['已停用'] : []),
    ...(closed ? ['因输错 PIN 锁定'] : []),
    ...(dormant ? [`${DORMANT_DAYS} 天未登录`] : []),
    ...(twoRoles ? ['一人兼任两种角色'] : []),
    ...(resident === null ? [] : ['本小区住户']),
    ...(scope.length === 0 ? [] : [`只限${scope.map(labelOfArea).join('、')}`]),
  ];
}
