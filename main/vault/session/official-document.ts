/** Documents that the company gives out or keeps: in Chinese, on A4, with whose it is over each page and who made it below. */
import type { PaperMark } from '../../../contract/paper.ts';
import type { Place } from '../../../contract/practice/lists.ts';
import type { Block, PdfDocument } from '../pdf/document.ts';
import { pdfMarkOf } from './pdf-mark.ts';
import type { Session } from './session.ts';
import { paperMarkOf } from './trace-mark.ts';

/** Place and time of making, as every such document has them. */
export interface DocumentFacts {
  readonly estateName: string;
  /** A document of practice says so on each page. */
  readonly place: Place;
  /** Milliseconds since 1970. */
  readonly madeAt: number;
  readonly mark: PaperMark;
}

/** Of a document that is made now. */
export const documentFacts = async (session: Session, place: Place): Promise<DocumentFacts> => ({
  estateName: session.header.estateName,
  place,
  madeAt: session.clock.now(),
  mark: await paperMarkOf(session),
});

const PRACTICE = '演练用，不是正式文件';

/** The document, with the title over each page and in the window of whoever reads it. `stamp`: before it on each page, of what is not valid yet or never will be. */
export const officialDocument = (
  { estateName, place, madeAt, mark }: DocumentFacts,
  title: string,
  blocks: readonly Block[],
  stamp?: string,
): PdfDocument => ({
  title: `${title} · ${estateName}`,
  language: 'zh-CN',
  paper: 'a4',
  header: [
    ...(place === 'practice' ? [PRACTICE] : []),
    ...(stamp === undefined ? [] : [stamp]),
    estateName,
    title,
  ].join(' · '),
  mark: pdfMarkOf(mark),
  madeAt,
  blocks,
});
