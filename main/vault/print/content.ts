/** Content of a print between its title and its seal: blocks made of rows that were read. Pure. */
import type { PersonKind, Relation, RevealableFieldId } from '../../../contract/fields.ts';
import type { BlankLayout, PrintPaper } from '../../../contract/print/lists.ts';
import { assertNever } from '../../../contract/result.ts';
import type { RecordView } from '../../../contract/people/views.ts';
import type { Block, Fact, PdfLanguage } from '../pdf/document.ts';
import { BLANK_LINES } from './layouts.ts';
import { printWords } from './words.ts';
import { paragraph } from '../pdf/blocks.ts';

/** A value of a resident: its mask, or what it is where that was approved. */
interface ShownField {
  readonly field: RevealableFieldId | 'sex';
  readonly text: string;
  readonly isClear: boolean;
}

/** A resident as a print shows them. */
interface ShownRecord {
  readonly kind: PersonKind;
  readonly rooms: readonly { readonly label: string; readonly relation: Relation }[];
  readonly fields: readonly ShownField[];
  /** Leases, vehicles, spaces, renovations and pets, in masks. */
  readonly records: readonly RecordView[];
}

/** Records of a person that a print has room for. */
const MAX_RECORDS = 30;

export function recordBlocks(
  language: PdfLanguage,
  { kind, rooms, fields, records }: ShownRecord,
): readonly Block[] {
  const words = printWords(language);
  const where = rooms.map(({ label, relation }) => `${label}（${words.relations[relation]}）`).join('\n');
  return [
    {
      kind: 'facts',
      rows: [
        { name: words.rooms, value: where === '' ? words.none : where },
        { name: words.kind, value: words.kinds[kind] },
        ...fields.map(({ field, text, isClear }) => ({
          name: isClear ? `${words.fields[field]}（${words.clear}）` : words.fields[field],
          value: text,
        })),
        ...records.flatMap((record) => recordRow(language, record)).slice(0, MAX_RECORDS),
      ],
    },
  ];
}

/** Occupancies are the rooms, and what was told and agreed to is a list of its own. */
function recordRow(language: PdfLanguage, record: RecordView): readonly Fact[] {
  if (record.kind === 'occupancy' || record.kind === 'notice') return [];
  const words = printWords(language);
  const masks =
    'fields' in record
      ? record.fields
          .filter(({ field }) => field !== 'plate')
          .map(({ field, mask }) => `${words.fields[field]} ${mask}`)
      : [];
  const parts = [...detailsOf(language, record), ...masks].filter((part) => part !== null && part !== '');
  return [{ name: words.records[record.kind], value: parts.length === 0 ? words.none : parts.join(' · ') }];
}

function detailsOf(
  language: PdfLanguage,
  record: Exclude<RecordView, { readonly kind: 'occupancy' | 'notice' }>,
): readonly (string | null)[] {
  const words = printWords(language);
  switch (record.kind) {
    case 'lease':
      return [record.room.label, spanOf(record)];
    case 'vehicle':
      return [record.brand, record.colour, record.vehicleKind];
    case 'space':
      return [record.carPark, record.code, record.plateMask, spanOf(record)];
    case 'renovation':
      return [
        record.room.label,
        spanOf(record),
        record.deposit === null ? null : words.deposit(record.deposit),
      ];
    case 'pet':
      return [record.breed, record.vaccinatedOn === null ? null : words.vaccinated(record.vaccinatedOn)];
    default:
      return assertNever(record);
  }
}

const spanOf = ({ from, until }: { readonly from: string | null; readonly until: string | null }): string =>
  from === null && until === null ? '' : `${from ?? ''} – ${until ?? ''}`;

/** A resident of a roster, by their masks. */
export interface RosterRow {
  readonly room: string;
  readonly nameMask: string;
  readonly relation: Relation;
  readonly phoneMask: string;
}

export function rosterBlocks(language: PdfLanguage, rows: readonly RosterRow[]): readonly Block[] {
  const words = printWords(language);
  return [
    {
      kind: 'table',
      columns: [
        { title: words.rooms, share: 3 },
        { title: words.fields.name, share: 3 },
        { title: words.relation, share: 2 },
        { title: words.fields.phone, share: 3 },
      ],
      rows: rows.map(({ room, nameMask, relation, phoneMask }) => [
        room,
        nameMask,
        words.relations[relation],
        phoneMask,
      ]),
    },
  ];
}

/** A line of a notice; months as `2026-01`. */
export interface ArrearsLine {
  readonly room: string;
  readonly from: string;
  readonly until: string;
  readonly amount: number;
}

/** A room as it may be posted: without the last two figures of its number, all of it where there are no more. */
const postedRoom = (label: string): string => {
  const figures = [...label.matchAll(/\d+/gu)].at(-1);
  if (figures === undefined) return label;
  const [digits] = figures;
  const end = figures.index + digits.length;
  const hidden = Math.min(2, digits.length);
  return label.slice(0, end - hidden) + '*'.repeat(hidden) + label.slice(end);
};

export function arrearsBlocks(
  language: PdfLanguage,
  {
    rows,
    payBy,
    words: below,
  }: { readonly rows: readonly ArrearsLine[]; readonly payBy: string; readonly words: string },
): readonly Block[] {
  const words = printWords(language);
  const money = (amount: number): string => amount.toFixed(2);
  return [
    {
      kind: 'table',
      columns: [
        { title: words.rooms, share: 4 },
        { title: words.period, share: 4 },
        { title: words.amount, share: 3, align: 'right' },
      ],
      rows: [
        ...rows.map(({ room, from, until, amount }) => [
          postedRoom(room),
          from === until ? from : `${from} – ${until}`,
          money(amount),
        ]),
        [words.total, '', money(rows.reduce((sum, { amount }) => sum + amount, 0))],
      ],
    },
    { kind: 'paragraph', look: 'strong', text: `${words.payBy}：${payBy}` },
    paragraph(words.posted),
    ...(below === '' ? [] : [paragraph(below)]),
  ];
}

/** Papers on which there is room to write on two lines each. */
const ROOMY: ReadonlySet<PrintPaper> = new Set(['a4', 'continuous-241']);

/** Lines to be filled in by hand: a name each, and room to write. */
export const blankBlocks = (
  language: PdfLanguage,
  layout: BlankLayout,
  paper: PrintPaper,
): readonly Block[] => [
  {
    kind: 'facts',
    rows: BLANK_LINES[layout].map((line) => ({
      name: line[language],
      value: ROOMY.has(paper) ? '\n' : '',
    })),
  },
];
