/** Turns a sheet of cards, in which each household has a few lines of labels with what they are of beside them, into a table with a row for each card. */
import { normaliseText } from '../values/normalise.ts';
import { MAX_COLUMNS } from './limits.ts';
import { isRoomTarget } from './map-columns.ts';
import { isKeptNowhere, targetOfHeader } from './read-heading.ts';
import { looksLikeName } from './name-shapes.ts';
import { readLine } from './place-words.ts';
import type { Sheet } from './workbook.ts';

/** Longest label, and longest title between cards. */
const LONGEST_LABEL = 16;
const LONGEST_TITLE = 30;
/** Labels that are known, of those of a card. */
const LEAST_KNOWN = 3;
/** Rows in which a sheet that has no cards shows it: no other sheet is looked through. */
const SHOWS_WITHIN = 40;

/** A label, and what stands behind it. */
interface Pair {
  readonly label: string;
  readonly column: number;
  /** Of the cell; that of the label where the cell is blank or the same. */
  readonly valueColumn: number;
  readonly value: string;
}

/** Somebody else of the household, in a row of a table within the card, by its headings. */
type Member = readonly Pair[];

/** A title has no pairs, a row of pairs no title, a blank row neither. */
interface Line {
  readonly title: string;
  readonly pairs: readonly Pair[];
  /** The headings of such a table. */
  readonly isHeads?: true;
  readonly member?: Member;
}

interface Card {
  readonly first: number;
  last: number;
  readonly pairs: { readonly row: number; readonly pair: Pair }[];
  readonly members: { readonly row: number; readonly member: Member }[];
}

/** The sheet as it is where it is none of cards, or has anything that no label is before. */
export function unfoldCards(sheet: Sheet): Sheet {
  const lines = readLines(sheet.rows);
  if (lines === null) return sheet;
  const cards = cutCards(lines);
  return (cards === null ? null : tableOf(sheet, lines, cards)) ?? sheet;
}

function readLines(rows: Sheet['rows']): readonly Line[] | null {
  const isLabel = labelsOf(rows.slice(0, SHOWS_WITHIN));
  const lines: Line[] = [];
  let known = 0;
  let heads: ReadonlyMap<number, string> | null = null;
  for (const row of rows) {
    const own = known === 0 ? null : familyHeads(row);
    const member = own === null && heads !== null ? memberOf(row, heads, isLabel) : null;
    if (own !== null || member !== null) {
      heads = own ?? heads;
      lines.push({ title: '', pairs: [], ...(member === null ? { isHeads: true } : { member }) });
      continue;
    }
    heads = null;
    const title = titleOf(row);
    const pairs = title === '' ? pairsOf(row, isLabel) : [];
    if (pairs === null) return null;
    // A table begins with its headings.
    if (known === 0 && pairs.length > 0 && pairs.every(isHeadings)) return null;
    known += pairs.filter(({ label, value }) => value !== '' && isKnown(label)).length;
    lines.push({ title, pairs });
    if (lines.length === SHOWS_WITHIN && known < LEAST_KNOWN) return null;
  }
  return known < LEAST_KNOWN ? null : lines;
}

/** 家庭成员 | 与业主关系 | 身份证号: headings alone, by their columns; null for any other row. */
function familyHeads(row: readonly string[]): ReadonlyMap<number, string> | null {
  const heads = new Map([...row.entries()].filter(([, text]) => text !== ''));
  const [[group, word] = [0, '']] = heads;
  // 家庭成员 | 姓名 | 与业主关系: the word for the table stands before its headings.
  const isGrouped =
    targetOfHeader(word) === 'familyName' &&
    [...heads.values()].some((text) => targetOfHeader(text) === 'name');
  const texts = [...heads.values()].slice(isGrouped ? 1 : 0);
  if (isGrouped) heads.delete(group);
  return texts.length >= (isGrouped ? LEAST_KNOWN - 1 : LEAST_KNOWN) &&
    new Set(texts).size === texts.length &&
    texts.every(isKnown) &&
    targetOfHeader(texts[0] ?? '') === (isGrouped ? 'name' : 'familyName')
    ? heads
    : null;
}

/** A row below such headings: somebody under the first of them, and nothing beside them. */
function memberOf(
  row: readonly string[],
  heads: ReadonlyMap<number, string>,
  isLabel: IsLabel,
): Member | null {
  const [first = 0] = heads.keys();
  const cells = [...row.entries()].filter(
    ([column, text]) => text !== '' && !(column < first && targetOfHeader(text) === 'familyName'),
  );
  const isMember =
    looksLikeName(row[first] ?? '') &&
    !isLabel(row[first] ?? '', first) &&
    cells.every(([column]) => heads.has(column));
  return isMember
    ? cells.map(([column, value]) => ({ label: heads.get(column) ?? '', column, valueColumn: column, value }))
    : null;
}

const isKnown = (text: string): boolean =>
  text.length <= LONGEST_LABEL && (targetOfHeader(text) !== null || isKeptNowhere(text));

const isHeadings = ({ value }: Pair): boolean => value === '' || isKnown(value);

/** `isAlways`: in a column that has nothing but labels. */
type IsLabel = (text: string, column: number, isAlways?: boolean) => boolean;

/** Headings that are known, and words that come again and again where such headings stand: what each card says of itself. */
function labelsOf(rows: Sheet['rows']): IsLabel {
  const counts = countsOf(rows.flat());
  const mayBe = (text: string): boolean =>
    isKnown(text) || (text.length <= LONGEST_LABEL && !/\d/.test(text) && (counts.get(text) ?? 0) > 1);
  const lines = rows.filter((row) => titleOf(row) === '');
  const columns = Array.from({ length: Math.max(0, ...lines.map((row) => row.length)) }, (_, column) => {
    const texts = lines.map((row) => row[column] ?? '').filter((text) => text !== '');
    return texts.every(mayBe) && texts.some(isKnown);
  });
  return (text, column, isAlways = false) =>
    (isKnown(text) && (!isAlways || columns[column] === true)) || (columns[column] === true && mayBe(text));
}

/** Null where it holds something that no label is before. */
function pairsOf(row: readonly string[], isLabel: IsLabel): readonly Pair[] | null {
  // A merged cell has its text in each of its columns.
  const cells = row.flatMap((text, column) =>
    text === '' || (column > 1 && text === row[column - 1]) ? [] : [{ text, column }],
  );
  // By turns, a value may be a word that is a heading elsewhere.
  const isByTurns =
    cells.length % 2 === 0 &&
    cells.every(({ text, column }, at) =>
      at % 2 === 1 ? !isLabel(text, column, true) : isLabel(text, column),
    );
  const pairs: Pair[] = [];
  for (let at = 0, cell = cells[at]; cell !== undefined; cell = cells[(at += 1)]) {
    const { text, column } = cell;
    const own = inOneCell(text, column);
    if (own !== null) {
      pairs.push(own);
      continue;
    }
    if (isSentence(text)) continue;
    if (!isLabel(text, column)) return null;
    const next = cells[at + 1];
    const isValue =
      next !== undefined &&
      (isByTurns || !(isLabel(next.text, next.column) || inOneCell(next.text, next.column) !== null));
    pairs.push({
      label: text,
      column,
      valueColumn: isValue ? next.column : column,
      value: isValue ? next.text : '',
    });
    if (isValue) at += 1;
  }
  return pairs;
}

/** 本人承诺以上信息真实有效。 */
const isSentence = (text: string): boolean => /^\D{8,}[。！!]$/u.test(text) && !/[:：]/u.test(text);

/** 姓名：王伟 */
function inOneCell(text: string, column: number): Pair | null {
  const [, label = '', value = ''] = /^([^:：]{1,16})[:：]\s*(\S[\s\S]*)$/u.exec(text) ?? [];
  return value !== '' && isKnown(label) ? { label, column, valueColumn: column, value } : null;
}

/** Words over one card or over all of them; empty for any other row. */
function titleOf(row: readonly string[]): string {
  const texts = new Set(row.filter((cell) => cell !== ''));
  const [text = ''] = texts;
  const isTitle =
    texts.size === 1 &&
    text.length <= LONGEST_TITLE &&
    !/\d{7}/.test(text) &&
    !isKnown(text) &&
    inOneCell(text, 0) === null;
  return isTitle ? text : '';
}

/** A card begins wherever its first label comes again; beside one another they have columns of their own. Null where they are none. */
function cutCards(lines: readonly Line[]): readonly Card[] | null {
  const labels = countsOf(lines.flatMap(({ pairs }) => pairs.map(({ label }) => label)));
  const first = [...labels].find(([, count]) => count > 1)?.[0] ?? labels.keys().next().value;
  let open: { readonly column: number; readonly card: Card }[] = [];
  const cards: Card[] = [];
  for (const [row, { pairs, isHeads, member }] of lines.entries()) {
    const [only, ...besides] = open;
    if (isHeads === true || member !== undefined) {
      if (only === undefined || besides.length > 0) return null;
      if (member === undefined) only.card.last = row;
      else only.card.members.push({ row, member });
      continue;
    }
    const starts = pairs.filter(({ label }) => label === first);
    if (starts.length > 0) {
      open = starts.map(({ column }) => ({
        column,
        card: { first: row, last: row, pairs: [], members: [] },
      }));
      cards.push(...open.map(({ card }) => card));
    }
    for (const pair of pairs) {
      const own = open.findLast(({ column }) => column <= pair.column) ?? open[0];
      // What stands before the first of them is of none.
      if (own === undefined) return null;
      own.card.pairs.push({ row, pair });
      // Below the family stand words of the form; the card comes before them, whose room is its own.
      if (own.card.members.length === 0) own.card.last = row;
    }
  }
  const targets = [...labels.keys()].map(targetOfHeader);
  const isOfHomes = targets.includes('name') && targets.some(isRoomTarget);
  const isWhole = cards.every(({ pairs }) => pairs.length >= LEAST_KNOWN);
  return isOfHomes && isWhole && cards.filter(isOfSomebody).length * 2 > cards.length ? cards : null;
}

function countsOf(texts: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return counts;
}

/** Instructions have words where a card has a name and the number of a room. */
const isOfSomebody = ({ pairs }: Card): boolean =>
  pairs.some(({ pair }) => targetOfHeader(pair.label) === 'name' && looksLikeName(pair.value)) &&
  pairs.some(({ pair }) => isRoomTarget(targetOfHeader(pair.label)) && /\d/.test(pair.value));

/** The headings in the first row of the first card, and each card in its last row. Null where there is no room for that, or a line is neither. */
function tableOf(sheet: Sheet, lines: readonly Line[], cards: readonly Card[]): Sheet | null {
  const header = cards[0]?.first ?? 0;
  const last = cards.at(-1)?.last ?? 0;
  const titles = keptTitles(lines, header, last);
  if (titles === null) return null;
  const rows: (readonly string[])[] = sheet.rows.map((row, index) => (titles.has(index) ? row : []));
  const marks: (Uint8Array | undefined)[] = sheet.rows.map(() => undefined);
  const columns = new Map<string, number>();
  const heads: string[] = [];
  const taken = new Set([header]);
  for (const card of cards) {
    let at = card.last;
    // As many cards beside one another as they have lines.
    while (taken.has(at) && at > card.first) at -= 1;
    if (taken.has(at)) return null;
    taken.add(at);
    const put = (target: number, pairs: Card['pairs']): void => {
      const cells: string[] = [];
      const bits: number[] = [];
      const met = new Map<string, number>();
      for (const { row, pair } of pairs) {
        const label = normaliseText(pair.label);
        const times = (met.get(label) ?? 0) + 1;
        met.set(label, times);
        const column = columns.get(`${times} ${label}`) ?? columns.size;
        columns.set(`${times} ${label}`, column);
        heads[column] = label;
        while (cells.length <= column) cells.push('');
        cells[column] = pair.value;
        bits[column] = sheet.marks[row]?.[pair.valueColumn] ?? 0;
      }
      rows[target] = cells;
      if (bits.some((bit) => bit > 0))
        marks[target] = Uint8Array.from(cells, (_, column) => bits[column] ?? 0);
    };
    put(at, card.pairs);
    // Each has a row below, whose room is the card's.
    const name = card.pairs.find(({ pair }) => targetOfHeader(pair.label) === 'name')?.pair.label ?? '';
    for (const { row, member } of card.members)
      put(
        row,
        member.map((pair, first) => ({
          row,
          pair: { ...pair, label: first === 0 ? name : ownLabel(pair.label) },
        })),
      );
  }
  rows[header] = heads;
  return columns.size > MAX_COLUMNS ? null : { ...sheet, rows, marks };
}

/** In a row of their own 家属电话 is their phone. */
const ownLabel = (label: string): string => OWN_LABELS[targetOfHeader(label) ?? ''] ?? label;
const OWN_LABELS: Readonly<Record<string, string>> = { familyPhone: '电话', familyId: '身份证号' };

/** The rows of titles that say something: above and below all cards, and where homes are. One that comes again says nothing; null where another stands among the cards. */
function keptTitles(lines: readonly Line[], first: number, last: number): ReadonlySet<number> | null {
  const withoutNumber = (title: string): string => title.replaceAll(/\d+/g, '#');
  const counts = countsOf(lines.map(({ title }) => withoutNumber(title)));
  const kept = new Set<number>();
  for (const [row, { title }] of lines.entries()) {
    if (title === '') continue;
    const isRepeated = (counts.get(withoutNumber(title)) ?? 0) > 1;
    if (readLine(title) !== undefined || (!isRepeated && (row < first || row > last))) kept.add(row);
    else if (!isRepeated) return null;
  }
  return kept;
}
