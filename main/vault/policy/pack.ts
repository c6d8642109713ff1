/** The masking policy in an inspection pack: what each mask hides, which optional fields are used, and every change. */
import {
  POLICY_SETTINGS,
  type PolicySetting,
  type SettingValue,
  USUAL_POLICY,
  valueOf,
} from '../../../contract/policy/lists.ts';
import { minuteOf } from '../clock.ts';
import { paragraph, table, tableOr } from '../pdf/blocks.ts';
import type { PackPart } from '../feature.ts';
import type { Block } from '../pdf/document.ts';
import { type Session, nameOfStaff } from '../session/session.ts';
import { lastChoices } from './read-policy.ts';

const SETTING_WORDS: Readonly<Record<PolicySetting, string>> = {
  'mask.name': '姓名',
  'mask.phone': '电话',
  'mask.email': '邮箱',
  'mask.wechat': '微信',
  'mask.address': '住址',
  'mask.contact-person': '联系人',
  'mask.id-number': '证件号',
  'mask.birthday': '生日',
  'mask.plate': '车牌',
  'mask.bank-card': '银行卡号',
  'field.bankCard': '登记银行卡号',
};

const VALUE_WORDS: Readonly<Record<SettingValue, string>> = {
  usual: '通常',
  hidden: '全部隐藏',
  'last-four': '只留首位和后四位',
  domain: '只留 @ 之后',
  province: '只留省份',
  on: '启用',
  off: '不启用',
};

/** Errors: those of the store. */
export async function policyPart(session: Session): Promise<readonly PackPart[]> {
  const choices = await lastChoices(session, session.store);
  const blocks: readonly Block[] = [
    paragraph('屏幕、列表和打印件上的资料一律按下列规则掩码显示。规则只能改严，改回时须主管输入 PIN。'),
    table({
      columns: { 资料: 2, 现行规则: 3, 与通常规则相比: 2 },
      rows: POLICY_SETTINGS.map((setting) => {
        const value = valueOf(session.policy, setting);
        return [
          SETTING_WORDS[setting],
          VALUE_WORDS[value],
          value === valueOf(USUAL_POLICY, setting) ? '相同' : '已更改',
        ];
      }),
    }),
    { kind: 'heading', level: 2, text: '更改记录' },
    tableOr(
      '启用以来没有更改过。',
      { 时间: 2.4, 资料: 1.8, 原规则: 2, 新规则: 2, 办理人: 2 },
      choices
        .toReversed()
        .map(({ at, setting, was, became, staffId, cosignerId }) => [
          minuteOf(at),
          SETTING_WORDS[setting],
          VALUE_WORDS[was],
          VALUE_WORDS[became],
          [
            nameOfStaff(session, staffId),
            ...(cosignerId === null ? [] : [`会签：${nameOfStaff(session, cosignerId)}`]),
          ].join('\n'),
        ]),
    ),
  ];
  return [{ duty: 'policy', blocks }];
}
