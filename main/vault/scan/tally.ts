/**
 * Counts whom the texts of one file name, and makes the file's fingerprint. Numbers are held until the counts are
 * made and never leave: what comes out is counts, and a hash that only this vault's key makes.
 */
import { createHmac } from 'node:crypto';
import { MAX_SWEEP_COUNT } from '../../../contract/sweep/lists.ts';
import { type FoundNumbers, MIN_DIGITS, findNumbers } from './found-numbers.ts';
import { type NumberSet, createNumberSet } from './number-set.ts';

/** A text that was looked at, to be counted as often as it stands in a file. */
export interface LookedText {
  readonly hashes: readonly [number, number];
  /** Null where there is no number in it. */
  readonly found: FoundNumbers | null;
  readonly heading: Heading;
}

/** Kind of numbers in a column, according to the text above it; null where the text tells nothing. */
type Heading = 'phones' | 'others' | null;

/** Where in a file a text stands. `column` is undefined outside of tables; `row` counts from 0. */
export interface Place {
  readonly sheet: number;
  readonly row: number;
  readonly column: number | undefined;
}

/** Counts of a file. */
export interface Counts {
  /** Different valid ID numbers. */
  readonly ids: number;
  /** Different mobile phones. */
  readonly phones: number;
  /** How many people they are at least: whichever of the two is more. */
  readonly people: number;
  /** 16 bytes; null of a file without a text. The same texts have the same, in whichever order and format they stand. */
  readonly fingerprint: Uint8Array | null;
}

/** Counts one file. */
export interface Tally {
  look(text: string): LookedText;
  count(looked: LookedText, place: Place): void;
  /** Looks and counts the text of one cell. */
  add(text: string, place: Place): void;
  /** The same of a line or a paragraph, which may be a row of a table that was written as text. */
  addLine(text: string, row: number): void;
  finish(): Counts;
}

/** Rows in which the heading of a column is looked for. */
const HEADING_ROWS = 10;
const LONGEST_HEADING = 24;
/** More than any sheet has. */
const COLUMNS_OF_A_SHEET = 65_536;
const LONGEST_HEADING_LINE = 200;
const HEADING_OF_PHONES = /电话|手机|联系|号码|微信|phone|mobile|tel|contact/i;
const HEADING_OF_OTHERS =
  /订单|单号|流水|编号|条码|表号|户号|卡号|账号|帐号|合同|发票|金额|价格|面积|合计|序列|工号|时间|日期|order|serial|invoice|account|amount|price|barcode|sku|time|date/i;
/** From so many numbers of a length on, a share of valid ones that low is chance. */
const ENOUGH_LONG = 8;
const MIN_SHARE = 0.3;
/** Numbers that lie so close together were dealt out by a machine. */
const SERIES_GAP = 1_000;
const MIN_SERIES = 3;

/** Of a cell without a text, which is not counted. */
const NO_TEXT: LookedText = { hashes: [0, 0], found: null, heading: null };

interface Column {
  heading: Heading;
  readonly ids: NumberSet;
  readonly old: NumberSet;
  readonly phones: NumberSet;
  eleven: number;
  fifteen: number;
}

/** `key`: 32 bytes. `today`: milliseconds since 1970. */
export function createTally(key: Uint8Array, today: number): Tally {
  const hash = createTextHash(key);
  const columns = new Map<number, Column>();
  const lineHeadings: Heading[] = [];
  let [first, second, texts, held] = [0, 0, 0, 0];

  const columnAt = ({ sheet, column }: Place): Column => {
    const name = column === undefined ? -1 : sheet * COLUMNS_OF_A_SHEET + column;
    const known = columns.get(name);
    if (known !== undefined) return known;
    const made = newColumn();
    columns.set(name, made);
    return made;
  };
  /** Of what `hash` has taken last. */
  const sum = (): void => {
    first = (first + hash.first()) >>> 0;
    second = (second + hash.second()) >>> 0;
    texts += 1;
  };
  const take = (found: FoundNumbers, place: Place): void => {
    const column = columnAt(place);
    column.eleven += found.long.eleven;
    column.fifteen += found.long.fifteen;
    if (held >= MAX_SWEEP_COUNT) return;
    held += found.numbers.length;
    for (const { kind, key: number } of found.numbers) {
      if (kind === 'phone') column.phones.add(number);
      else (kind === 'id' ? column.ids : column.old).add(number);
    }
  };
  const head = (heading: Heading, place: Place): void => {
    if (heading === null || place.column === undefined || place.row >= HEADING_ROWS) return;
    const column = columnAt(place);
    if (column.heading !== 'phones') column.heading = heading;
  };
  const foundIn = (text: string): FoundNumbers | null =>
    hash.longest() < MIN_DIGITS || held >= MAX_SWEEP_COUNT ? null : numbersIn(text, today);

  return {
    look(text) {
      if (text === '') return NO_TEXT;
      hash.take(text);
      return {
        hashes: [hash.first(), hash.second()],
        found: foundIn(text),
        heading: hash.digits() === 0 ? headingOf(text) : null,
      };
    },
    count({ hashes, found, heading }, place) {
      if (hashes[0] === 0 && hashes[1] === 0) return;
      first = (first + hashes[0]) >>> 0;
      second = (second + hashes[1]) >>> 0;
      texts += 1;
      head(heading, place);
      if (found !== null) take(found, place);
    },
    add(text, place) {
      if (text === '') return;
      hash.take(text);
      sum();
      if (place.row < HEADING_ROWS && hash.digits() === 0) head(headingOf(text), place);
      const found = foundIn(text);
      if (found !== null) take(found, place);
    },
    addLine(text, row) {
      hash.take(text);
      sum();
      const found = foundIn(text);
      if (found !== null) {
        const numbers = found.numbers.filter(
          ({ kind, at }) => kind !== 'phone' || lineHeadings[fieldAt(text, at)] !== 'others',
        );
        take({ ...found, numbers }, { sheet: 0, row, column: undefined });
      } else if (row < HEADING_ROWS && text.length <= LONGEST_HEADING_LINE)
        keepLineHeadings(lineHeadings, text);
    },
    finish() {
      const ids = createNumberSet();
      const phones = createNumberSet();
      for (const column of columns.values()) takeColumn(column, ids, phones);
      return {
        ids: ids.size(),
        phones: phones.size(),
        people: Math.max(ids.size(), phones.size()),
        fingerprint: texts === 0 ? null : fingerprintOf(key, texts, first, second),
      };
    },
  };
}

const newColumn = (): Column => ({
  heading: null,
  ids: createNumberSet(),
  old: createNumberSet(),
  phones: createNumberSet(),
  eleven: 0,
  fifteen: 0,
});

function numbersIn(text: string, today: number): FoundNumbers | null {
  const found = findNumbers(text, today);
  return found.numbers.length + found.long.eleven + found.long.fifteen === 0 ? null : found;
}

const FIELD_ENDS = /[\s,，;；|、]+/;

/** In which of the fields of a line a character stands. */
const fieldAt = (text: string, at: number): number => text.slice(0, at).split(FIELD_ENDS).length - 1;

/** Keeps the headings of a line without numbers, for the fields below each. */
function keepLineHeadings(headings: Heading[], text: string): void {
  const fields = text.split(FIELD_ENDS);
  if (fields.length < 2 && headings.length > 0) return;
  for (const [at, field] of fields.entries()) if (headings[at] !== 'phones') headings[at] = headingOf(field);
}

function headingOf(text: string): Heading {
  if (text.length > LONGEST_HEADING) return null;
  if (HEADING_OF_PHONES.test(text)) return 'phones';
  return HEADING_OF_OTHERS.test(text) ? 'others' : null;
}

/** Adds the numbers of a column that belong to people: not those that its heading, its neighbours or its order show to be something else. */
function takeColumn(column: Column, ids: NumberSet, phones: NumberSet): void {
  column.ids.each(ids.add);
  if (!isChance(column.old.size(), column.fifteen)) column.old.each(ids.add);
  const isOfOthers =
    column.heading === 'others' || isChance(column.phones.size(), column.eleven) || isSeries(column.phones);
  if (!isOfOthers) column.phones.each(phones.add);
}

const isChance = (valid: number, all: number): boolean => all >= ENOUGH_LONG && valid < all * MIN_SHARE;

function isSeries(phones: NumberSet): boolean {
  if (phones.size() < MIN_SERIES) return false;
  let [least, most] = [Number.POSITIVE_INFINITY, 0];
  phones.each((phone) => {
    least = Math.min(least, phone);
    most = Math.max(most, phone);
  });
  return most - least < phones.size() * SERIES_GAP;
}

// --- fingerprints

/** Twice 32 bits of a text (after MurmurHash3) under a key, and what it has of digits: one walk over it. */
function createTextHash(key: Uint8Array) {
  const seeds = createHmac('sha256', key).update('sweep texts').digest();
  const [firstSeed, secondSeed] = [seeds.readInt32LE(0), seeds.readInt32LE(4)];
  let [first, second, digits, longest] = [0, 0, 0, 0];
  return {
    take(text: string): void {
      let [a, b, count, stretch, most] = [firstSeed, secondSeed, 0, 0, 0];
      for (let at = 0; at < text.length; at += 1) {
        const code = text.charCodeAt(at);
        a = Math.imul(a ^ code, 0x85ebca6b);
        a ^= a >>> 13;
        b = Math.imul(b ^ code, 0xc2b2ae35);
        b = (b << 13) | (b >>> 19);
        if ((code >= 48 && code <= 57) || (code >= 0xff10 && code <= 0xff19)) {
          count += 1;
          stretch += 1;
          if (stretch > most) most = stretch;
        } else if (code !== 0x20 && code !== 0x2d && code !== 0xff0d && code !== 0x58 && code !== 0x78)
          stretch = 0;
      }
      [first, second, digits, longest] = [mix(a ^ text.length), mix(b ^ text.length), count, most];
    },
    first: () => first,
    second: () => second,
    digits: () => digits,
    /** Digits with nothing but spaces and dashes between them, the most in one place. */
    longest: () => longest,
  };
}

function mix(hash: number): number {
  let mixed = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

function fingerprintOf(key: Uint8Array, texts: number, first: number, second: number): Uint8Array {
  const bytes = Buffer.alloc(16);
  bytes.writeUIntLE(texts, 0, 6);
  bytes.writeUInt32LE(first, 8);
  bytes.writeUInt32LE(second, 12);
  return Uint8Array.from(createHmac('sha256', key).update(bytes).digest().subarray(0, 16));
}
