/** The answer to a notice as a document: what was asked for, what was done, and what it looked like before and after. A function of the facts alone. */
import { dayOf } from '../clock.ts';
import type { Block, PdfDocument } from '../pdf/document.ts';
import { factList, paragraph, table } from '../pdf/blocks.ts';
import { type ShownEvidence, evidenceBlocks } from './shown-evidence.ts';
import {
  type DocumentFacts,
  officialDocument,
  processorFacts,
  sealBox,
} from '../company-facts/official-document.ts';

/** An item of the notice with its evidence. */
export interface LetterItem {
  readonly title: string;
  readonly words: string;
  readonly state: 'open' | 'done';
  readonly dueOn: string | null;
  readonly doneOn: string | null;
  readonly doneWords: string;
  readonly evidence: readonly ShownEvidence[];
}

/** Content of a letter. */
interface LetterFacts extends DocumentFacts {
  readonly number: string;
  readonly authority: string;
  readonly receivedOn: string;
  readonly dueOn: string;
  readonly items: readonly LetterItem[];
  readonly madeBy: string;
}

/** The letter. */
export function answerLetter(facts: LetterFacts): PdfDocument {
  const { company, number, authority, items, madeAt } = facts;
  const isWhole = items.every(({ state }) => state === 'done');
  return officialDocument(facts, '整改情况回复', [
    { kind: 'heading', level: 1, text: '整改情况回复' },
    paragraph(`${authority}：`),
    paragraph(
      `贵单位${facts.receivedOn}送达的《${number}》收悉。我单位按照要求逐项整改，${
        isWhole ? '所列事项已全部整改完毕' : '尚未完成的事项列明了完成期限'
      }，现将情况回复如下。`,
    ),
    { kind: 'heading', level: 2, text: '一、整改情况一览' },
    table({
      columns: { 序号: 1, 要求整改的事项: 5, 情况: 2, 日期: 2 },
      rows: items.map(({ title, state, doneOn, dueOn }, index) => [
        String(index + 1),
        title,
        state === 'done' ? '已整改' : '整改中',
        state === 'done' ? (doneOn ?? '') : dueOn === null ? '' : `限期 ${dueOn}`,
      ]),
    }),
    { kind: 'heading', level: 2, text: '二、逐项说明' },
    ...items.flatMap((item, index) => itemBlocks(item, index + 1)),
    paragraph('以上情况属实，请予核查。'),
    factList({ ...processorFacts(company), 经办人: facts.madeBy, 日期: dayOf(madeAt) }),
    sealBox(facts),
  ]);
}

function itemBlocks(item: LetterItem, number: number): readonly Block[] {
  return [
    { kind: 'heading', level: 3, text: `${number}. ${item.title}` },
    ...(item.words === '' ? [] : [paragraph(`存在的问题：${item.words}`)]),
    paragraph(
      item.state === 'done'
        ? `整改措施：${item.doneWords}（${item.doneOn ?? ''} 完成）`
        : `正在整改${item.dueOn === null ? '' : `，${item.dueOn} 前完成`}。`,
    ),
    ...evidenceBlocks(item.evidence),
  ];
}
