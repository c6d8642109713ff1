/** Section of an inspection pack on training, in Chinese. Pure. */
import type { TrainingLedger, TrainingResult } from '../../../contract/training/routes.ts';
import { minuteOf } from '../clock.ts';
import type { LawSource } from '../../../contract/forms/schemas.ts';
import { sourceBlock } from '../law/source-blocks.ts';
import type { Block } from '../pdf/document.ts';
import { paragraph, table } from '../pdf/blocks.ts';
import { ROLE_WORDS } from '../../../contract/vocabulary/staff.ts';
import { inChinese } from '../../../contract/vocabulary/wording.ts';
import { QUIZ_KIND_WORDS, TRAINING_STATE_WORDS } from '../../../contract/vocabulary/training.ts';

const scoreOf = ({ right, total, passed }: TrainingResult): string =>
  `${right}/${total}，${passed ? '通过' : '未通过'}`;

/** How it stands with everybody, and the results one by one. `sources`: of the questions that were answered. */
export function packBlocks(
  { rule, members, results }: TrainingLedger,
  sources: readonly LawSource[],
): readonly Block[] {
  return [
    paragraph(
      `每名员工单独答题，答对 ${rule.pass}% 以上为通过，每 ${rule.months} 个月一次；制度更新后，对更新的内容补考。题目取自公司已发布的制度和本系统的使用规则，成绩由本人输入 PIN 签名确认。`,
    ),
    table({
      caption: '人员培训情况',
      columns: { 姓名: 3, 岗位: 2, 状态: 3, 有效期至: 3, 最近一次: 3, '演练（自述）': 2 },
      rows: members.map(({ name, role, standing, last, practised, toPractise }) => [
        name,
        inChinese(ROLE_WORDS[role]),
        inChinese(TRAINING_STATE_WORDS[standing.state]),
        standing.on ?? '',
        last === null ? '' : scoreOf(last),
        toPractise === 0 ? '不适用' : `${practised}/${toPractise}`,
      ]),
    }),
    ...(results.length === 0
      ? []
      : [
          table({
            caption: '答题记录',
            columns: { 时间: 4, 姓名: 3, 范围: 2, 成绩: 3 },
            rows: results.map((result) => [
              minuteOf(result.at),
              result.name,
              inChinese(QUIZ_KIND_WORDS[result.kind]),
              scoreOf(result),
            ]),
          }),
        ]),
    ...sources.map((source) => sourceBlock(source)),
  ];
}
