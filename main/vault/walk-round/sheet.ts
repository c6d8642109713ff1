/** The sheet that is taken along on a walk-round, and what a walk has found, as a document. Pure. */
import type { PaperMark } from '../../../contract/paper.ts';
import type { Place } from '../../../contract/practice/lists.ts';
import type { WalkOutcome } from '../../../contract/walk-round/lists.ts';
import type { Walk } from '../../../contract/walk-round/routes.ts';
import { minuteOf } from '../clock.ts';
import { sourceBlock } from '../law/source-blocks.ts';
import type { Block, PdfDocument } from '../pdf/document.ts';
import { pdfMarkOf } from '../session/pdf-mark.ts';
import type { WalkList } from './places.ts';

export interface WalkSheetFacts {
  readonly estateName: string;
  /** A sheet of practice says so on each page. */
  readonly place: Place;
  /** A walk, or the list that an empty sheet is made of. */
  readonly of: Walk | WalkList;
  readonly madeAt: number;
  readonly mark: PaperMark;
}

/** What is written of each outcome. */
export const OUTCOME_WORDS: Readonly<Record<WalkOutcome, string>> = {
  fine: '正常',
  finding: '有问题',
  absent: '没有这处',
};

/** In Chinese, as what the company keeps. */
export function walkSheet({ estateName, place, of, madeAt, mark }: WalkSheetFacts): PdfDocument {
  const title = 'places' in of ? '个人信息巡查表' : '个人信息巡查记录';
  return {
    title: `${title} · ${estateName}`,
    language: 'zh-CN',
    paper: 'a4',
    header: `${place === 'practice' ? '演练用，不是正式文件 · ' : ''}${estateName} · ${title}`,
    mark: pdfMarkOf(mark),
    madeAt,
    blocks: [
      { kind: 'heading', level: 1, text: title },
      ...('places' in of ? emptySheet(of) : foundOn(of)),
      sourceBlock(of.source),
      { kind: 'box', title: '巡查人签字', width: 200, height: 60 },
    ],
  };
}

const emptySheet = ({ places }: WalkList): readonly Block[] => [
  {
    kind: 'facts',
    rows: [
      { name: '巡查日期', value: '　' },
      { name: '巡查人', value: '　' },
    ],
  },
  {
    kind: 'table',
    columns: [
      { title: '地点', share: 2 },
      { title: '看什么', share: 5 },
      { title: '结果', share: 2 },
      { title: '发现的问题', share: 4 },
    ],
    rows: places.map(({ title, look }) => [
      title,
      lookWords(look),
      Object.values(OUTCOME_WORDS)
        .map((words) => `□ ${words}`)
        .join('\n'),
      '',
    ]),
  },
];

const lookWords = (look: readonly string[]): string => look.map((one) => `· ${one}`).join('\n');

const foundOn = ({ at, by, findings, results }: Walk): readonly Block[] => [
  {
    kind: 'facts',
    rows: [
      { name: '巡查时间', value: minuteOf(at) },
      { name: '巡查人', value: by },
      { name: '发现的问题', value: String(findings) },
    ],
  },
  {
    kind: 'table',
    columns: [
      { title: '地点', share: 2 },
      { title: '看什么', share: 4 },
      { title: '结果', share: 2 },
      { title: '发现的问题', share: 6 },
      { title: '整改编号', share: 2 },
    ],
    rows: results.map(({ title, look, outcome, words, rectificationId }) => [
      title,
      lookWords(look),
      OUTCOME_WORDS[outcome],
      words,
      rectificationId === null ? '' : String(rectificationId),
    ]),
  },
];
