/** The inventory on its own paper and in an inspection pack, in Chinese: every line, the number of people with its limits, and where the words come from. No value of anybody's. Pure. */
import type { InventoryLine, InventoryView } from '../../../contract/inventory/routes.ts';
import type { Block } from '../pdf/document.ts';
import { inventorySourceBlock } from './source-block.ts';
import { factList, right, smallPrint, table } from '../pdf/blocks.ts';
import { SOURCE_BEGINS, gradeInWords } from '../law/source-blocks.ts';
import { ROLE_WORDS } from '../../../contract/vocabulary/staff.ts';
import { inChinese } from '../../../contract/vocabulary/wording.ts';
import { ITEM_WORDS, LIMIT_STATE_WORDS, TIER_WORDS } from '../../../contract/vocabulary/inventory.ts';
import { roundInChinese } from '../values/han-numbers.ts';
import { maskLongDigits } from '../values/long-digits.ts';
import { basisWords, purposeWords } from './processed-words.ts';

const classWords = ({ class: its, ground }: InventoryLine): string =>
  its === 'general' ? '一般' : ground === 'choice' ? '按敏感管理（自定）' : '敏感';

/** The whole table. */
export function inventoryBlocks({ lines, access, law }: InventoryView): readonly Block[] {
  return [
    {
      kind: 'table',
      caption: '个人信息清单',
      attachedAs: '个人信息清单',
      columns: ['字段', '分类', '用途', '依据', '保存期限', '查看', '数量'].map((title, at) => ({
        title,
        share: [3, 2, 3, 5, 4, 2, 2][at] ?? 1,
        ...(title === '数量' ? { align: 'right' as const } : {}),
      })),
      rows: lines
        .filter(({ taken, count }) => taken || count > 0)
        .map((line) => [
          line.taken ? inChinese(ITEM_WORDS[line.item]) : `${inChinese(ITEM_WORDS[line.item])}（不再登记）`,
          classWords(line),
          purposeWords(line.purposes),
          basisWords(line.bases),
          maskLongDigits(line.retention.zh),
          inChinese(TIER_WORDS[line.tier]),
          String(line.count),
        ]),
    },
    table({
      caption: '谁能查看',
      columns: { 保护: 3, 角色: 3, 现有人员: 5 },
      rows: access.map(({ tier, roles, names }) => [
        inChinese(TIER_WORDS[tier]),
        roles.map((role) => inChinese(ROLE_WORDS[role])).join('、'),
        names.join('、'),
      ]),
    }),
    inventorySourceBlock(law),
  ];
}

/** The number of people, and the limits of the regimes. */
export function peopleBlocks({ people, limits, law }: InventoryView): readonly Block[] {
  return [
    factList({ 处理个人信息的人数: `${people.held} 人`, 另有单位: `${people.companies} 个` }),
    table({
      caption: '人数界线',
      columns: { 界线: 3, 人数: right(2), 现状: 1, 含义: 6 },
      rows: limits.map(({ title, people: at, state, means }) => [
        title,
        roundInChinese(at).trim(),
        inChinese(LIMIT_STATE_WORDS[state]),
        means,
      ]),
    }),
    smallPrint(
      `${SOURCE_BEGINS}人数界线：${limits
        .map(({ title, source, grade }) => `${title}，${source}，可靠程度 ${gradeInWords(grade)}`)
        .join('；')}。`,
    ),
    inventorySourceBlock(law),
  ];
}
