/** Documents that the company gives out or keeps: in Chinese, on A4, with whose it is over each page and who made it below. */
import type { Company } from '../../../contract/company/lists.ts';
import type { PaperMark } from '../../../contract/paper.ts';
import type { Place } from '../../../contract/practice/lists.ts';
import { FACT_WORDS } from '../../../contract/vocabulary/procedures.ts';
import { inChinese } from '../../../contract/vocabulary/wording.ts';
import type { Block, PdfDocument } from '../pdf/document.ts';
import { pdfMarkOf } from '../session/pdf-mark.ts';
import type { Session } from '../session/session.ts';
import { paperMarkOf } from '../session/trace-mark.ts';
import { readCompany } from './read-company.ts';

/** Whose it is, place and time of making, as every such document has them. */
export interface DocumentFacts {
  readonly company: Company;
  /** A document of practice says so on each page. */
  readonly place: Place;
  /** Milliseconds since 1970. */
  readonly madeAt: number;
  readonly mark: PaperMark;
}

/** Of a document that is made now. */
export const documentFacts = async (session: Session, place: Place): Promise<DocumentFacts> => ({
  company: await readCompany(session.store),
  place,
  madeAt: session.clock.now(),
  mark: await paperMarkOf(session),
});

const PRACTICE = '演练用，不是正式文件';
/** Over each page of what is not final. */
export const DRAFT = '草稿';
const UNNAMED = '（公司全称未填写）';

/** The legal name, or that it was not stated. */
export const companyNameOf = ({ facts }: Company): string => (facts.company === '' ? UNNAMED : facts.company);

/** What the company has to state before a paper is final; null where nothing is left. */
export const missingWords = ({ missing }: Company): string | null =>
  missing.length === 0
    ? null
    : `${DRAFT}：缺少${missing.map((fact) => inChinese(FACT_WORDS[fact])).join('、')}。在“公司信息”中填写前，本件不是正式文件，不得盖章、送出。`;

/** Who the processor is and how to reach it, as PIPL, Article 17 asks for; what was not stated is left out. */
export const processorFacts = ({ facts }: Company): Readonly<Record<string, string | null>> => ({
  个人信息处理者: facts.company || UNNAMED,
  统一社会信用代码: facts.creditCode || null,
  注册地址: facts.address || null,
  服务小区: facts.estates || null,
  个人信息保护负责人: [facts.informationOfficer, facts.informationPhone].filter(Boolean).join('，') || null,
  联系方式: contactOf({ facts }) || null,
});

/** Phone and mail for requests of residents. */
export const contactOf = ({ facts }: Pick<Company, 'facts'>): string =>
  [facts.complaintPhone, facts.complaintMail].filter(Boolean).join('，');

/** Where the company's seal goes; a draft has no such place. `isDraft`: for another reason than what the company has not stated. */
export const sealBox = ({ company }: Pick<DocumentFacts, 'company'>, isDraft = false): Block => ({
  kind: 'box',
  title:
    isDraft || company.missing.length > 0
      ? `${DRAFT}，不得盖章`
      : `${company.facts.company}（盖${company.facts.seal}）`,
  width: 190,
  height: 110,
});

/** The document, with the title over each page and in the window of whoever reads it. `stamp`: before it on each page, of what is not valid yet or never will be. */
export function officialDocument(
  { company, place, madeAt, mark }: DocumentFacts,
  title: string,
  blocks: readonly Block[],
  stamp?: string,
): PdfDocument {
  const missing = missingWords(company);
  const stamps = [place === 'practice' ? PRACTICE : null, missing === null ? null : DRAFT, stamp];
  const name = companyNameOf(company);
  const over = [...new Set(stamps)].filter((one) => typeof one === 'string');
  return {
    title: `${title} · ${name}`,
    language: 'zh-CN',
    paper: 'a4',
    header: [...over, name, title].join(' · '),
    mark: pdfMarkOf(mark),
    madeAt,
    blocks: [
      ...(missing === null ? [] : [{ kind: 'paragraph', look: 'strong', text: missing } as const]),
      ...blocks,
    ],
  };
}
