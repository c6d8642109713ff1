/** A print as a document: what it is, its content, and on every page who printed it, which copy it is, and when it is due. Pure. */
import type { PrintLayout, PrintPaper } from '../../../contract/print/lists.ts';
import { paperNumber } from '../../../contract/paper-register/lists.ts';
import type { Company } from '../../../contract/company/lists.ts';
import type { PaperMark } from '../../../contract/paper.ts';
import type { Place } from '../../../contract/practice/lists.ts';
import { minuteOf } from '../clock.ts';
import { companyNameOf } from '../company-facts/official-document.ts';
import type { Block, Fact, PdfDocument, PdfLanguage } from '../pdf/document.ts';
import { LAYOUTS } from './layouts.ts';
import { printWords } from './words.ts';

/** Content that all copies of an order share. */
export interface Print {
  readonly layout: PrintLayout;
  readonly language: PdfLanguage;
  readonly paper: PrintPaper;
  readonly company: Company;
  /** A print of practice says so on each page. */
  readonly place: Place;
  readonly mark: PaperMark;
  readonly copies: number;
  readonly dueOn: string;
  /** Why it was printed and who approved it; left out of what is posted. */
  readonly approval: { readonly purpose: string; readonly by: string } | null;
  readonly content: readonly Block[];
}

/** One copy, by its number among all and in the register; `paperId` null in a preview. */
export function printDocument(print: Print, copy: number, paperId: number | null): PdfDocument {
  const { layout, language, paper, company, place, mark, copies, dueOn, content, approval } = print;
  const { title, lead, seal, seam } = LAYOUTS[layout];
  const words = printWords(language);
  const isDraft = company.missing.length > 0;
  const facts: readonly Fact[] =
    approval === null
      ? []
      : [
          { name: words.purpose, value: approval.purpose },
          { name: words.approved, value: approval.by },
        ];
  return {
    title: title[language],
    language,
    paper,
    header: [
      ...(place === 'practice' ? [words.practice] : []),
      ...(isDraft ? [words.draft] : []),
      companyNameOf(company),
      title[language],
    ].join(' · '),
    mark: {
      line: `${words.line(copy, copies, dueOn)}\n${words.who(mark.name, mark.desk, minuteOf(mark.at))}`,
      code: mark.code ?? '',
      ...(paperId === null ? {} : { number: paperNumber(paperId) }),
    },
    ...(seam ? { seam: words.seam } : {}),
    madeAt: mark.at,
    blocks: [
      { kind: 'heading', level: 1, text: title[language] },
      ...(lead === null ? [] : [{ kind: 'paragraph', look: 'small', text: lead[language] } as const]),
      ...content,
      ...(facts.length === 0 ? [] : [{ kind: 'facts', rows: facts } as const]),
      ...(seal
        ? [
            {
              kind: 'box',
              title: isDraft ? words.noSeal : words.seal(company.facts.company, company.facts.seal),
              ...sealOn(paper),
            } as const,
          ]
        : []),
    ],
  };
}

/** A round seal is 40 mm wide; on parts of a sheet the box takes what the form leaves, and the seal goes over its edge. */
function sealOn(paper: PrintPaper): { readonly width: number; readonly height: number } {
  if (paper === 'continuous-241-half') return { width: 130, height: 76 };
  return paper === 'continuous-241-third' ? { width: 120, height: 60 } : { width: 150, height: 118 };
}
