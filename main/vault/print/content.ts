/** What stands on a print between its title and its seal: blocks made of rows that were read. Pure. */
import type { PersonKind, Relation, RevealableFieldId } from '../../../contract/fields.ts';
import type { BlankLayout, PrintPaper } from '../../../contract/print/lists.ts';
import type { Block, PdfLanguage } from '../pdf/document.ts';
import { BLANK_LINES } from './layouts.ts';
import { printWords } from './words.ts';

/** A value of a resident: its mask, or what it is where that was approved. */
export interface ShownField {
  readonly field: RevealableFieldId | 'sex';
  readonly text: string;
  readonly isClear: boolean;
}

/** A resident as a print shows them. */
export interface ShownRecord {
  readonly kind: PersonKind;
  readonly rooms: readonly { readonly label: string; readonly relation: Relation }[];
  readonly fields: readonly ShownField[];
}

export function recordBlocks(language: PdfLanguage, { kind, rooms, fields }: ShownRecord): readonly Block[] {
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
      ],
    },
  ];
}

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
          room,
          from === until ? from : `${from} – ${until}`,
          money(amount),
        ]),
        [words.total, '', money(rows.reduce((sum, { amount }) => sum + amount, 0))],
      ],
    },
    { kind: 'paragraph', look: 'strong', text: `${words.payBy}：${payBy}` },
    ...(below === '' ? [] : [{ kind: 'paragraph', text: below } as const]),
  ];
}

/** Papers on which there is room to write on two lines each. */
const ROOMY: ReadonlySet<PrintPaper> = new Set(['a4', 'continuous-241']);

/** What is filled in by hand: its name, and room to write. */
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
