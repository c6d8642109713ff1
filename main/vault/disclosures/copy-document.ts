/** A person's record as they get it: a document to read, and sheets for another program. Pure. */
import type { RequestAsker } from '../../../contract/requests/lists.ts';
import type { MaskedPerson, RecordView, RevealedField } from '../../../contract/people/views.ts';
import type { Block, Fact, PdfDocument } from '../pdf/document.ts';
import type { PersonRow } from '../people/read-person.ts';
import type { SheetOfText } from '../sealed-files/workbook.ts';
import { minuteOf } from '../clock.ts';
import { factList, paragraph, smallPrint } from '../pdf/blocks.ts';
import { ASKER_WORDS } from '../../../contract/vocabulary/subject-requests.ts';
import { inChinese, type Wording } from '../../../contract/vocabulary/wording.ts';
import {
  BASIS_WORDS,
  DETAIL_WORDS,
  FIELD_WORDS,
  ID_TYPE_WORDS,
  PURPOSE_WORDS,
  RECORD_KIND_WORDS,
  RELATION_WORDS,
  SEX_WORDS,
  SPACE_KIND_WORDS,
} from '../../../contract/vocabulary/records.ts';
import { wordIn } from '../pdf/words.ts';
import {
  companyNameOf,
  type DocumentFacts,
  officialDocument,
  processorFacts,
  sealBox,
} from '../company-facts/official-document.ts';

/** A record in clear: what is said of the person, then of each of their records. */
export interface ReadableRecord {
  readonly own: readonly Fact[];
  readonly records: readonly { readonly title: string; readonly facts: readonly Fact[] }[];
}

/** Content of a copy. */
interface CopyFacts extends DocumentFacts {
  readonly to: RequestAsker;
  readonly madeBy: string;
  readonly record: ReadableRecord;
}

/** The record of somebody with `fields` in the place of their masks. */
export function readableRecord(
  person: Pick<PersonRow, 'kind' | 'sex' | 'id_type' | 'pinyin'>,
  masked: Pick<MaskedPerson, 'records'>,
  fields: readonly RevealedField[],
): ReadableRecord {
  const ofRecords = new Set(
    masked.records.flatMap((record) => ('fields' in record ? record.fields.map(placeOf) : [])),
  );
  const factsOf = (places: ReadonlySet<string>): readonly Fact[] =>
    fields
      .filter((field) => places.has(placeOf(field)))
      .map(({ field, value }) => ({ name: inChinese(FIELD_WORDS[field]), value }));
  return {
    own: [
      ...factsOf(new Set(fields.map(placeOf).filter((place) => !ofRecords.has(place)))),
      ...(person.pinyin === null ? [] : [{ name: '姓名拼音', value: person.pinyin }]),
      ...(person.kind === 'company'
        ? []
        : [{ name: inChinese(FIELD_WORDS.sex), value: inChinese(SEX_WORDS[person.sex]) }]),
      ...(person.id_type === null
        ? []
        : [{ name: '证件类型', value: inChinese(ID_TYPE_WORDS[person.id_type]) }]),
    ],
    records: masked.records.map((record) => ({
      title: inChinese(RECORD_KIND_WORDS[record.kind]),
      facts: [
        ...openFactsOf(record),
        ...factsOf(new Set('fields' in record ? record.fields.map(placeOf) : [])),
      ],
    })),
  };
}

const placeOf = ({ field, ordinal }: { readonly field: string; readonly ordinal: number }): string =>
  `${field} ${ordinal}`;

/** Of parts of a record whose values are names of the contract. */
const VALUES: Readonly<Record<string, Readonly<Record<string, Wording>>>> = {
  relation: RELATION_WORDS,
  spaceKind: SPACE_KIND_WORDS,
  purpose: PURPOSE_WORDS,
  basis: BASIS_WORDS,
};

/** The open details of a record: whatever of it is a word, a number or a day. */
function openFactsOf(record: RecordView): readonly Fact[] {
  const room = 'room' in record ? [{ name: inChinese(DETAIL_WORDS.room), value: record.room.label }] : [];
  const details = Object.entries(record).flatMap(([name, value]): readonly Fact[] => {
    const isDetail =
      Object.hasOwn(DETAIL_WORDS, name) && (typeof value === 'string' || typeof value === 'number');
    if (!isDetail || value === '') return [];
    return [{ name: wordIn(DETAIL_WORDS, name), value: wordIn(VALUES[name] ?? {}, String(value)) }];
  });
  return [...room, ...details];
}

/** The copy to read. */
export function copyDocument(facts: CopyFacts): PdfDocument {
  const { company, to, madeAt, madeBy, record } = facts;
  return officialDocument(facts, '个人信息副本', [
    { kind: 'heading', level: 1, text: '个人信息副本' },
    paragraph(
      '依照《中华人民共和国个人信息保护法》第四十五条，提供本公司登记的您的个人信息。如有错误或不完整，您可以要求更正、补充；认为不应继续保存的，可以要求删除。',
    ),
    factList({
      ...processorFacts(company),
      交给: inChinese(ASKER_WORDS[to]),
      制作时间: minuteOf(madeAt),
      经办并核准: madeBy,
    }),
    { kind: 'heading', level: 2, text: '一、登记的信息' },
    { kind: 'facts', rows: record.own },
    ...(record.records.length === 0
      ? []
      : ([
          { kind: 'heading', level: 2, text: '二、房屋、车辆和其他记录' },
          ...record.records.flatMap(({ title, facts: rows }): readonly Block[] => [
            { kind: 'heading', level: 3, text: title },
            { kind: 'facts', rows },
          ]),
        ] as const)),
    smallPrint('前台的工作便签可能涉及他人，不在本副本内；需要查阅的，请当面提出。'),
    sealBox(facts),
  ]);
}

/** The same for another program: a line for each value. */
export const copySheets = ({
  company,
  record,
}: Pick<CopyFacts, 'company' | 'record'>): readonly SheetOfText[] => [
  {
    name: '个人信息',
    lines: [
      ['类别', '项目', '内容'],
      ['提供单位', '公司全称', companyNameOf(company)],
      ...record.own.map(({ name, value }) => ['登记信息', name, value]),
      ...record.records.flatMap(({ title, facts }) => facts.map(({ name, value }) => [title, name, value])),
    ],
    widths: [12, 16, 40],
  },
];
