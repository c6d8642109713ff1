/** A document on paper: its text, who published it, who has signed it, room for the seal. Pure. */
import type { Origin, ProcedureBlock, Run } from '../../../contract/procedures/views.ts';
import { SOURCE_BEGINS, comparedWords, gradeInWords } from '../law/source-blocks.ts';
import type { Block } from '../pdf/document.ts';
import { factList, table } from '../pdf/blocks.ts';
import { FACT_WORDS } from '../../../contract/vocabulary/procedures.ts';
import { inChinese } from '../../../contract/vocabulary/wording.ts';

/** Where the template of a document comes from; nothing of one that has none. */
export const originBlocks = (origin: Origin | null): readonly Block[] =>
  origin === null
    ? []
    : [
        {
          kind: 'paragraph',
          look: 'small',
          text: `${SOURCE_BEGINS}${origin.source}。模板版本 ${origin.version}，可靠程度 ${gradeInWords(origin.grade)}。${comparedWords(
            { grade: origin.grade, checked: origin.checked ?? false },
          )}`,
        },
      ];

/** The words of a line. */
const plainText = (runs: readonly Run[]): string =>
  runs.map((run) => ('gap' in run ? `＿＿＿＿（${inChinese(FACT_WORDS[run.gap])}）` : run.text)).join('');

/** The text of a document. A line that is strong as a whole is so on paper; a strong word within one is not. */
export const textBlocks = (blocks: readonly ProcedureBlock[]): readonly Block[] =>
  blocks.map((block): Block => {
    switch (block.kind) {
      case 'heading':
        return { kind: 'heading', level: block.level === 1 ? 2 : 3, text: plainText(block.runs) };
      case 'paragraph':
        return {
          kind: 'paragraph',
          text: plainText(block.runs),
          ...(block.runs.every((run) => 'text' in run && run.strong === true) ? { look: 'strong' } : {}),
        };
      case 'list':
        return { kind: 'list', numbered: block.numbered, items: block.items.map(plainText) };
    }
  });

/** When and by whom it was published, in words; null of a draft. */
interface PublishedWords {
  readonly number: number;
  readonly at: string;
  readonly by: string;
  readonly sha256: string;
}

/** Whether somebody has signed it; `at` null where they have not. */
export interface SignatureWords {
  readonly name: string;
  readonly at: string | null;
}

/** Content of a procedure on paper. */
interface ProcedureSheet {
  readonly title: string;
  readonly blocks: readonly ProcedureBlock[];
  readonly origin: Origin | null;
  readonly published: PublishedWords | null;
  /** Null where nobody signs it. */
  readonly signatures: readonly SignatureWords[] | null;
}

/** All blocks of a document on paper. */
export function procedureBlocks(sheet: ProcedureSheet): readonly Block[] {
  const { title, blocks, origin, published, signatures } = sheet;
  return [
    { kind: 'heading', level: 1, text: published === null ? `${title}（草稿）` : title },
    ...(published === null ? DRAFT_BLOCKS : []),
    ...textBlocks(blocks),
    // What is published the company has compared and made its own; screens and the pack still say where it began.
    ...(published === null ? originBlocks(origin) : publishedBlocks(published, signatures)),
  ];
}

const DRAFT_BLOCKS: readonly Block[] = [
  { kind: 'paragraph', look: 'strong', text: '草稿，尚未发布，不作为正式制度使用。' },
];

function publishedBlocks(
  { number, at, by, sha256 }: PublishedWords,
  signatures: readonly SignatureWords[] | null,
): readonly Block[] {
  return [
    { kind: 'box', title: '盖章', width: 160, height: 110 },
    factList({ 版本: `第 ${number} 版`, 发布: `${at}，${by}（以本人 PIN 确认）`, 文本校验码: sha256 }),
    ...(signatures === null ? [] : signatureBlocks(signatures)),
  ];
}

const signatureBlocks = (signatures: readonly SignatureWords[]): readonly Block[] => [
  { kind: 'heading', level: 2, text: '签阅记录' },
  table({
    columns: { 姓名: 2, '签阅时间（以本人 PIN 签名）': 3, 手写签名: 3 },
    rows: signatures.map(({ name, at }) => [name, at ?? '未签', '']),
  }),
];
