/** A filled form as a document, in the columns of the official one: a draft says on each page that it is one. A function of the facts alone. */
import type { Company } from '../../../contract/company/lists.ts';
import type { Grade } from '../../../contract/forms/lists.ts';
import type { FormFill } from '../../../contract/forms/routes.ts';
import { dayOf } from '../clock.ts';
import { gradeInWords, sourceBlock } from '../law/source-blocks.ts';
import type { Block, PdfDocument, Table } from '../pdf/document.ts';
import { optionOf } from './form-rules.ts';
import { paragraph, smallPrint, table } from '../pdf/blocks.ts';
import { GRADE_WORDS } from '../../../contract/vocabulary/law.ts';
import { inChinese } from '../../../contract/vocabulary/wording.ts';
import { companyNameOf, type DocumentFacts, officialDocument } from '../company-facts/official-document.ts';

/** Content of a form. */
interface FormFacts extends DocumentFacts {
  readonly fill: FormFill;
}

/** The document. */
export function formDocument(facts: FormFacts): PdfDocument {
  const { company, fill } = facts;
  const { content, state } = fill;
  return officialDocument(
    facts,
    content.name,
    [
      { kind: 'heading', level: 1, text: state === 'draft' ? `${content.name}（草稿）` : content.name },
      { kind: 'facts', rows: factsOf(company, fill) },
      ...sourceBlocks(fill),
      ...answerTables(fill, true),
      ...remarkBlocks(fill),
      ...evidenceBlocks(fill),
      ...signatureBlocks(fill),
    ],
    state === 'draft' ? '草稿' : undefined,
  );
}

const factsOf = (company: Company, { content, subject, finished, savedAt, dueOn }: FormFill) => [
  { name: '公司全称', value: companyNameOf(company) },
  ...(content.subject === null ? [] : [{ name: content.subject.text, value: subject }]),
  ...(finished === null
    ? [{ name: '状态', value: `草稿，保存于 ${dayOf(savedAt)}` }]
    : [
        { name: '完成', value: `${dayOf(finished.at)}，${finished.by}（以本人 PIN 签署）` },
        { name: '下次到期', value: dueOn ?? '' },
        { name: '内容校验（SHA-256）', value: finished.sha256 },
      ]),
];

/** Source, version and grade, on paper as on the screen. */
export const sourceBlocks = ({ content: { source, nameGrade } }: FormFill): readonly Block[] => [
  sourceBlock(source, `，表名 ${gradeInWords(nameGrade)}`),
];

/** A table for each group of items, in the order of the form; `graded`: with the grade of each, which the form itself explains below. */
export function answerTables(fill: FormFill, graded: boolean): readonly Block[] {
  const { content, answers } = fill;
  const groups = [...new Set(content.items.map(({ group }) => group))];
  const columns: Table['columns'] = [
    { title: '序号', share: 1 },
    { title: content.columns.item, share: 5 },
    { title: content.columns.result, share: 2 },
    { title: content.columns.words, share: 4 },
    ...(graded ? [{ title: '依据', share: 1 }] : []),
  ];
  return groups.map((group): Block => ({
    kind: 'table',
    ...(group === undefined ? {} : { caption: group }),
    columns,
    rows: content.items.flatMap((item, index) => {
      if (item.group !== group) return [];
      const answer = answers.find((one) => one.item === item.id);
      return [
        [
          String(index + 1),
          item.points.length === 0 ? item.title : `${item.title}（${item.points.join('；')}）`,
          optionOf(content, item, answer?.choice)?.text ?? '',
          answer?.words ?? '',
          ...(graded ? [item.grade] : []),
        ],
      ];
    }),
  }));
}

function remarkBlocks({ content, remark }: FormFill): readonly Block[] {
  const grades = [...new Set(content.items.map(({ grade }) => grade))].toSorted();
  return [
    { kind: 'facts', rows: [{ name: content.remark, value: remark }] },
    {
      kind: 'paragraph',
      look: 'small',
      text: `依据一栏：${grades.map((grade) => `${grade} ${inChinese(GRADE_WORDS[grade])}`).join('，')}。`,
    },
  ];
}

function evidenceBlocks({ content, answers }: FormFill): readonly Block[] {
  const rows = content.items.flatMap((item, index) =>
    (answers.find((one) => one.item === item.id)?.evidence ?? []).map(
      ({ name, showsOn, addedAt, sha256 }) => [String(index + 1), name, showsOn, dayOf(addedAt), sha256],
    ),
  );
  if (rows.length === 0) return [];
  return [
    table({
      caption: '证明材料（加密保存，可当面调阅）',
      columns: { 序号: 1, 名称: 3, 反映日期: 2, 附上日期: 2, 'SHA-256': 5 },
      rows,
    }),
  ];
}

function signatureBlocks({ content }: FormFill): readonly Block[] {
  const { declaration } = content;
  return [
    ...(declaration === null ? [] : [paragraph(declaration.text), ...gradeNote(declaration.grade)]),
    ...content.signatures.map((title): Block => ({ kind: 'box', title, width: 170, height: 40 })),
  ];
}

const gradeNote = (grade: Grade): readonly Block[] =>
  grade === 'P' ? [] : [smallPrint(`声明文字依据：${grade} ${inChinese(GRADE_WORDS[grade])}。`)];
