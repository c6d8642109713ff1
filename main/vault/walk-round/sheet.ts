/** The sheet that is taken along on a walk-round, and what a walk has found, as a document. Pure. */
import type { Walk } from '../../../contract/walk-round/routes.ts';
import { minuteOf } from '../clock.ts';
import { sourceBlock } from '../law/source-blocks.ts';
import type { Block, PdfDocument } from '../pdf/document.ts';
import type { WalkList } from './places.ts';
import { factList, table } from '../pdf/blocks.ts';
import { OUTCOME_WORDS } from '../../../contract/vocabulary/walk-round.ts';
import { inChinese } from '../../../contract/vocabulary/wording.ts';
import { type DocumentFacts, officialDocument } from '../company-facts/official-document.ts';

interface WalkSheetFacts extends DocumentFacts {
  /** A walk, or the list that an empty sheet is made of. */
  readonly of: Walk | WalkList;
}

/** In Chinese, as what the company keeps. */
export function walkSheet(facts: WalkSheetFacts): PdfDocument {
  const { of } = facts;
  const title = 'places' in of ? '个人信息巡查表' : '个人信息巡查记录';
  return officialDocument(facts, title, [
    { kind: 'heading', level: 1, text: title },
    ...('places' in of ? emptySheet(of) : foundOn(of)),
    sourceBlock(of.source),
    { kind: 'box', title: '巡查人签字', width: 200, height: 60 },
  ]);
}

const emptySheet = ({ places }: WalkList): readonly Block[] => [
  factList({ 巡查日期: '　', 巡查人: '　' }),
  table({
    columns: { 地点: 2, 看什么: 5, 结果: 2, 发现的问题: 4 },
    rows: places.map(({ title, look }) => [
      title,
      lookWords(look),
      Object.values(OUTCOME_WORDS)
        .map((words) => `□ ${words}`)
        .join('\n'),
      '',
    ]),
  }),
];

const lookWords = (look: readonly string[]): string => look.map((one) => `· ${one}`).join('\n');

const foundOn = ({ at, by, findings, results }: Walk): readonly Block[] => [
  factList({ 巡查时间: minuteOf(at), 巡查人: by, 发现的问题: String(findings) }),
  table({
    columns: { 地点: 2, 看什么: 4, 结果: 2, 发现的问题: 6, 整改编号: 2 },
    rows: results.map(({ title, look, outcome, words, rectificationId }) => [
      title,
      lookWords(look),
      inChinese(OUTCOME_WORDS[outcome]),
      words,
      rectificationId === null ? '' : String(rectificationId),
    ]),
  }),
];
