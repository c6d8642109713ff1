/** Sheets of the desk's own work: a shift that is handed over, and the paper that is to be counted. They name no resident. Pure. */
import type { Reason, RevealableFieldId } from '../../../contract/fields.ts';
import { paperNumber } from '../../../contract/paper-register/lists.ts';
import { SHIFT_COUNTS } from '../../../contract/staff/lists.ts';
import type { ShiftSheet } from '../../../contract/staff/views.ts';
import { minuteOf } from '../clock.ts';
import { fact, paragraph, tableOr } from '../pdf/blocks.ts';
import type { Block, PdfLanguage } from '../pdf/document.ts';
import { printWords } from './words.ts';

/** The shift: what was done, which values were shown and why, the end of the log, and room for two signatures. */
export function shiftBlocks(language: PdfLanguage, sheet: ShiftSheet): readonly Block[] {
  const words = printWords(language);
  const { shift } = words;
  const { staffName, role, since, until, counts, reveals, moreReveals, openCopies, head } = sheet;
  return [
    {
      kind: 'facts',
      rows: [
        fact(shift.of, `${staffName} · ${shift.roles[role]}`),
        fact(shift.span, `${minuteOf(since)} – ${minuteOf(until)}`),
        ...SHIFT_COUNTS.map((count) => fact(shift.counts[count], String(counts[count]))),
        fact(shift.copies, String(openCopies)),
      ],
    },
    { kind: 'heading', level: 2, text: shift.reveals },
    tableOr(
      shift.noReveals,
      {
        [shift.columns.seq]: 1.5,
        [shift.columns.at]: 3,
        [shift.columns.field]: 3,
        [shift.columns.reason]: 4,
      },
      reveals.map(({ seq, at, field, reason, cosignerName }) => [
        String(seq),
        minuteOf(at),
        fieldsIn(language, field),
        [
          reasonIn(language, sheet, reason),
          ...(cosignerName === null ? [] : [words.cosigned(cosignerName)]),
        ].join(' · '),
      ]),
    ),
    ...(moreReveals ? [paragraph(words.moreReveals(reveals.length))] : []),
    {
      kind: 'facts',
      rows: [
        fact(shift.head, `${words.entry(head.seq)}\n${head.hash.replaceAll(/.{4}(?!$)/g, '$& ')}`),
        fact(shift.signedFrom, '\n'),
        fact(shift.signedTo, '\n'),
      ],
    },
  ];
}

/** As the log names them, by commas; what is no field stays as it is. */
const fieldsIn = (language: PdfLanguage, names: string): string => {
  const { fields, listed } = printWords(language);
  return names
    .split(',')
    .map((name) => fields[name.trim() as RevealableFieldId] ?? name.trim())
    .join(listed);
};

/** The reason's own words; what somebody has typed may name a resident, so it stays in the log. */
function reasonIn(language: PdfLanguage, { ownReasons }: ShiftSheet, reason: string): string {
  const { reasons, typed } = printWords(language);
  const [id = ''] = reason.split(':');
  const own = ownReasons.find((one) => one.id === id)?.words;
  if (own !== undefined) return language === 'en' ? own.en : own.zh;
  return Object.hasOwn(reasons, id) ? reasons[id as Reason] : typed;
}

/** A paper on the sheet of a count. */
interface CountRow {
  readonly paperId: number;
  readonly title: string;
  readonly pages: number | null;
  readonly place: string;
  /** By name. */
  readonly custodian: string;
}

/** Each with room for a tick, and room for two signatures below. */
export function countBlocks(language: PdfLanguage, papers: readonly CountRow[]): readonly Block[] {
  const { count } = printWords(language);
  return [
    {
      kind: 'table',
      columns: [
        { title: count.columns.place, share: 3 },
        { title: count.columns.number, share: 1.8 },
        { title: count.columns.title, share: 4 },
        { title: count.columns.pages, share: 1.4, align: 'right' },
        { title: count.columns.custodian, share: 2 },
        { title: count.columns.there, share: 1.6 },
      ],
      rows: papers.map(({ paperId, title, pages, place, custodian }) => [
        place,
        paperNumber(paperId),
        title,
        pages === null ? '' : String(pages),
        custodian,
        '',
      ]),
    },
    {
      kind: 'facts',
      rows: [
        fact(count.papers, String(papers.length)),
        fact(count.counted, '\n'),
        fact(count.witness, '\n'),
        fact(count.day, '\n'),
      ],
    },
  ];
}
