/** A form of notice and consent for one person to sign, by room and mask: what is done with their data, and a tick of its own for each sensitive purpose. Pure. */
import type { FieldId, Purpose, Relation } from '../../../contract/fields.ts';
import type { Subject } from '../../../contract/inventory/lists.ts';
import { dayOf } from '../clock.ts';
import type { Block, PdfDocument } from '../pdf/document.ts';
import {
  type Grounds,
  type InventoryLaw,
  basisWords,
  inventorySourceBlock,
  purposeWords,
} from '../inventory/api.ts';
import { factList, paragraph, smallPrint, table } from '../pdf/blocks.ts';
import { ITEM_WORDS, SUBJECT_WORDS } from '../../../contract/vocabulary/inventory.ts';
import { inChinese } from '../../../contract/vocabulary/wording.ts';
import { type DocumentFacts, officialDocument, processorFacts } from '../company-facts/official-document.ts';

/** Content of a consent form. */
export interface FormFacts extends DocumentFacts {
  readonly noticeVersion: string;
  readonly nameMask: string;
  readonly rooms: readonly { readonly label: string; readonly relation: Relation }[];
  /** Those of the person: what is held of nobody like them stays out. */
  readonly lines: readonly Grounds[];
  readonly law: Pick<InventoryLaw, 'withdrawal' | 'separate' | 'version' | 'checked' | 'sources'>;
  readonly sensitive: readonly { readonly field: FieldId; readonly purpose: Purpose }[];
  /** A guardian is on record, who signs. */
  readonly byGuardian: boolean;
}

const TITLE = '个人信息处理告知与同意书';
const TICK = '□';

/** The document. A function of the facts alone. */
export function consentForm(facts: FormFacts): PdfDocument {
  return officialDocument(facts, TITLE, [
    ...whoAndWhat(facts),
    ...separately(facts),
    ...rightsAndSignature(facts),
  ]);
}

/** The relations of the person, and those whose data stands in their record. */
function subjectsOf({ rooms, byGuardian }: FormFacts): readonly Subject[] {
  const own = [...new Set<Subject>(rooms.map(({ relation }) => relation))];
  return [...own, 'emergency-contact', ...(byGuardian ? (['guardian'] as const) : [])];
}

function whoAndWhat(facts: FormFacts): readonly Block[] {
  const { company, noticeVersion, nameMask, rooms, lines } = facts;
  const subjects = subjectsOf(facts);
  const rows = lines.flatMap((line) => {
    const bases = line.bases.filter(({ subject }) => subjects.includes(subject));
    if (line.class === 'sensitive' || bases.length === 0) return [];
    return [
      [inChinese(ITEM_WORDS[line.item]), purposeWords(line.purposes), basisWords(bases), line.retention.zh],
    ];
  });
  return [
    { kind: 'heading', level: 1, text: TITLE },
    factList({
      ...processorFacts(company),
      告知书版本: noticeVersion,
      房屋:
        rooms.map(({ label, relation }) => `${label}（${inChinese(SUBJECT_WORDS[relation])}）`).join('、') ||
        '—',
      本人: nameMask,
    }),
    { kind: 'heading', level: 2, text: '一、我们处理您的哪些信息' },
    {
      kind: 'table',
      caption: '信息、用途、依据和保存期限',
      columns: ['信息', '用途', '依据', '保存期限'].map((title, at) => ({
        title,
        share: [3, 4, 3, 5][at] ?? 1,
      })),
      rows,
    },
    paragraph(`${TICK} 已阅读并知悉上述内容。　　${TICK} 需要同意的部分，本人同意。`),
  ];
}

/** A consent of its own for each purpose (PIPL, Article 29), and what becomes of a refusal. */
function separately({ sensitive, lines, law: { withdrawal, separate } }: FormFacts): readonly Block[] {
  if (sensitive.length === 0) return [];
  const purposes = [...new Set(sensitive.map(({ purpose }) => purpose))];
  return [
    { kind: 'heading', level: 2, text: '二、敏感个人信息（逐项单独同意）' },
    table({
      caption: '逐项勾选并签名',
      columns: { 信息: 2, 用途: 3, 保存期限: 3, 不同意时: 4, 同意: 1, 不同意: 2, 签名: 2 },
      rows: purposes.map((purpose) => {
        const fields = sensitive.filter((one) => one.purpose === purpose).map(({ field }) => field);
        return [
          fields.map((field) => inChinese(ITEM_WORDS[field])).join('、'),
          purposeWords([purpose]),
          lines
            .filter(({ item }) => fields.some((field) => field === item))
            .map(({ retention }) => retention.zh)
            .join('；'),
          withdrawal[purpose]?.text ?? '停止使用并删除。',
          TICK,
          TICK,
          '',
        ];
      }),
    }),
    ...purposes.flatMap((purpose) => {
      const why = separate[purpose];
      return why === undefined
        ? []
        : [smallPrint(`${purposeWords([purpose])}：处理的必要性是${why.need}；对您的影响是${why.harm}。`)];
    }),
    smallPrint('资料加密保存，凭 PIN 查看，每次查看都有记录。'),
  ];
}

function rightsAndSignature({ byGuardian, madeAt, law }: FormFacts): readonly Block[] {
  return [
    { kind: 'heading', level: 2, text: '您的权利' },
    paragraph(
      '您可以到物业前台查阅、复制、转移、更正、补充、删除您的信息，要求限制处理，了解谁看过，也可以随时撤回同意。撤回不影响此前的处理；不同意或撤回的，不影响办理不需要这些信息的服务。',
    ),
    ...(byGuardian
      ? [
          {
            kind: 'paragraph' as const,
            look: 'strong' as const,
            text: '本人不满十四周岁的，由父母或者其他监护人阅读并签名。',
          },
        ]
      : []),
    {
      kind: 'box',
      title: byGuardian ? '监护人签名、与本人关系、日期' : '本人签名、日期',
      width: 360,
      height: 70,
    },
    inventorySourceBlock(law),
    smallPrint(`打印日期 ${dayOf(madeAt)}。一式两份，各存一份。`),
  ];
}
