/** The table of a run, and whether it keeps the bounds of an import. */
import { type Comparison, type Judged, OUTCOMES, type Outcome } from './compare.ts';
import type { Told } from './answer.ts';

export interface Measured {
  readonly file: string;
  readonly told: Told;
  readonly comparison: Comparison;
}

/** What an import must keep, over all and in each workbook. */
const BOUNDS = { right: 0.97, rightEach: 0.9, needless: 0.01, questions: 20, questionsMedian: 10 } as const;

const tally = (values: readonly Judged[]): Readonly<Record<Outcome, number>> =>
  Object.fromEntries(
    OUTCOMES.map((outcome) => [outcome, values.filter((one) => one.outcome === outcome).length]),
  ) as Readonly<Record<Outcome, number>>;

/** Of those that somebody can read. */
function rightShare(values: readonly Judged[]): number {
  const readable = values.filter(({ value }) => value.accepted.length > 0);
  return readable.length === 0
    ? 1
    : readable.filter(({ outcome }) => outcome === 'right').length / readable.length;
}

const percent = (share: number): string => `${(100 * share).toFixed(1)}`;

/** Everything that is over a bound, one line each; none where all is kept. */
export function faultsOf(runs: readonly Measured[]): readonly string[] {
  const all = runs.flatMap(({ comparison }) => comparison.values);
  const { wrong, lost } = tally(all);
  const right = all.filter(({ outcome }) => outcome === 'right');
  const needless = right.filter((one) => one.needless).length / Math.max(1, right.length);
  const questions = runs.map(({ told }) => told.questions).sort((a, b) => a - b);
  const mixed = runs.flatMap(({ comparison: { people, rooms } }) =>
    [people, rooms].flatMap((one) => [...one.merged, ...one.split, ...one.invented, ...one.lost]),
  );
  const under = runs.filter(({ comparison }) => rightShare(comparison.values) < BOUNDS.rightEach);
  const over = (isOver: boolean, line: string): readonly string[] => (isOver ? [line] : []);
  return [
    ...over(wrong > 0, `${wrong} values wrong in silence`),
    ...over(lost > 0, `${lost} values lost in silence`),
    ...over(mixed.length > 0, `${mixed.length} people or rooms merged, split, invented or lost in silence`),
    ...over(rightShare(all) < BOUNDS.right, `${percent(rightShare(all))} % right without an answer`),
    ...over(
      under.length > 0,
      `less than ${percent(BOUNDS.rightEach)} % right without an answer in ${under.length} workbooks`,
    ),
    ...over(needless > BOUNDS.needless, `${percent(needless)} % of right values flagged`),
    ...over((questions.at(-1) ?? 0) > BOUNDS.questions, `${questions.at(-1)} questions of one workbook`),
    ...over(
      (questions[Math.floor(questions.length / 2)] ?? 0) > BOUNDS.questionsMedian,
      `${questions[Math.floor(questions.length / 2)]} questions at the median`,
    ),
  ];
}

const HEADS = ['workbook', 'right%', ...OUTCOMES, 'needless', 'asked?', 'people m/s/i/l', 'rooms m/i/l'];

/** As wide as a terminal shows it: a Chinese character takes two columns. */
const widthOf = (text: string): number => text.length + (text.match(/[\u2E80-\uFFEF]/gu)?.length ?? 0);
const padded = (text: string, width: number): string => text + ' '.repeat(Math.max(0, width - widthOf(text)));

function table(rows: readonly (readonly string[])[]): string {
  const widths = rows[0]!.map((_, at) => Math.max(...rows.map((row) => widthOf(row[at] ?? ''))));
  return rows
    .map((row) =>
      row
        .map((cell, at) => padded(cell, widths[at]!))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

function rowOf({ file, told, comparison: { values, people, rooms } }: Measured): readonly string[] {
  const sums = tally(values);
  return [
    file,
    percent(rightShare(values)),
    ...OUTCOMES.map((outcome) => String(sums[outcome])),
    String(values.filter((one) => one.needless).length),
    told.refused ?? String(told.questions),
    [people.merged, people.split, people.invented, people.lost].map(({ length }) => length).join('/'),
    [rooms.merged, rooms.invented, rooms.lost].map(({ length }) => length).join('/'),
  ];
}

/** A line for each workbook, for each field and for all. */
export function describeRuns(runs: readonly Measured[]): string {
  const all = runs.flatMap(({ comparison }) => comparison.values);
  const fields = [...new Set(all.map(({ value }) => value.field))].sort();
  const fieldRow = (name: string, values: readonly Judged[]): readonly string[] => [
    name,
    percent(rightShare(values)),
    ...OUTCOMES.map((outcome) => String(tally(values)[outcome])),
  ];
  return [
    table([HEADS, ...runs.map(rowOf)]),
    table([
      ['field', 'right%', ...OUTCOMES],
      ...fields.map((field) =>
        fieldRow(
          field,
          all.filter(({ value }) => value.field === field),
        ),
      ),
      fieldRow('all', all),
    ]),
  ].join('\n\n');
}

/** Each value and each person or room that is not as it should be, for whoever mends the importer. */
export const describeFaults = ({ file, comparison: { values, people, rooms } }: Measured): string =>
  [
    ...values
      .filter(({ outcome, needless }) => outcome !== 'right' || needless)
      .map(
        ({ value, outcome, needless }) =>
          `${needless ? 'needless' : outcome} ${value.sheet}!${value.cell} ${value.of} ${value.field} ${JSON.stringify(value.accepted)}`,
      ),
    ...Object.entries({ people, rooms }).flatMap(([of, mixed]) =>
      Object.entries(mixed).flatMap(([kind, ids]) =>
        (ids as readonly string[]).map((id) => `${of} ${kind} ${id}`),
      ),
    ),
  ]
    .map((line) => `${file}: ${line}`)
    .join('\n');
