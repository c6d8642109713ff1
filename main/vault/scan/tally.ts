/**
 * Counts whom the texts of one file name, and makes the file's fingerprint. Numbers are held until the counts are
 * made and never leave: what comes out is counts, and a hash that only this vault's key makes.
 */
import { createHmac } from 'node:crypto';
import { MAX_SWEEP_COUNT } from '../../../contract/sweep/lists.ts';
import { createHeadings } from '../tables/headings.ts';
import type { Place, TextSink } from '../tables/text-sink.ts';
import { type FoundNumber, type FoundNumbers, MIN_DIGITS, findNumbers } from './found-numbers.ts';
import { createJoinedCells, pieceOf } from './joined-cells.ts';
import { createKeptTexts } from './kept-texts.ts';
import type { Heading, LookedText } from './looked-text.ts';
import { type NumberSet, createNumberSet } from './number-set.ts';

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

/** Counts one file, whose texts it is handed. */
export interface Tally extends TextSink {
  finish(): Counts;
}

const LONGEST_HEADING = 24;
/** Digits of a heading: 电话2, 2026年. */
const MOST_HEADING_DIGITS = 4;
/** A number alone in its cell, with what it is wrapped in or set apart by. */
const LONGEST_LONE = 20;
/** More than any sheet has. */
const COLUMNS_OF_A_TABLE = 65_536;
const LONGEST_HEADING_LINE = 200;
const TOP_LINES = 40;
/** What a heading says beside its name: （必填）, a star, a line end. */
const ASIDE = /[（(][^（()）]*[)）]|[*＊\s:：]/g;
const HEADING_OF_PHONES =
  /电话|手机|联系|联络|微信|移动号|短号|主叫|被叫|对方号|本机|phone|mobile|tel|contact/i;
/** Somebody's number is a phone, unless it is said to be another. */
const NUMBER_OF_SOMEBODY =
  /(?:业主|住户|租户|客户|户主|房东|租客|用户|会员|员工|人)号码$|(?:本人|家里|家庭|家长|家属|亲属|配偶|爱人|父亲|母亲|子女|儿子|女儿|监护人|机主|紧急|备用|常用|主用|绑定|预留|来电|去电|拨打|短信|通知)号码?$/;
/** Not a number of something: what people sign in with and are paid by, and who they are. */
const NO_CODE = /账号$|帐号$|账户$|用户名$|身份证|证件|证号|^号码$/;
const CODE =
  /(?:号|编码|代码|条码|号码|QQ|(?:^|[^a-z])(?:id|sn|s\/n|no\.?|code|imei|serial|barcode|sku)(?:number)?)$/i;
/** Of nothing that is said, or of somebody: what people sign in with stands there as often as what a machine has dealt out. */
const ACCOUNT =
  /^(?:业主|住户|租户|客户|户主|房东|租客|用户|会员|人员|员工|个人|成员|系统)?(?:编号|编码|代码|代号|户号|号|识别码)$|^(?:owner|resident|tenant|customer|client|member|user|account)?[\s_-]*(?:id|no\.?|number|code)$/i;
const AMOUNT = /(?:金额|单价|价格|余额|合计|总额|预算|决算|累计|全年|产值|成本|收入|支出)(?:数|额)?$/;
/** Last characters of such a name. */
const ENDS_OF_CODES = '号码价格额计算年值本入出数）)*＊：:. QqIiLlEeUuDdNnOoRr';
const HEADING_OF_OTHERS =
  /订单|单号|流水|编号|编码|条码|表号|户号|卡号|合同|发票|金额|价格|面积|合计|余额|序列|工号|运单|时间|日期|order|serial|invoice|amount|price|barcode|sku|time|date/i;
const CODE_OF_SOMETHING = /发票|收据|票据|凭证|单|合同|设备|车牌|卡|表|柜|档案|钥匙/;
const HEADING_OF_ANYTHING =
  /姓名|名称|业主|住户|租户|户主|租客|人员|房号|房屋|房间|楼栋|单元|序号|备注|性别|车牌|地址|状态|账号|帐号|账户|身份证|证件|读数|数量|单价|倍率|上次|本次|name|room|address|account|remark/i;
/** From so many numbers of a length on, a share of valid ones that low is chance. */
const ENOUGH_LONG = 8;
const MIN_SHARE = 0.3;
/** So many numbers of eleven digits in a column that begin as no phone does, and so large a share of them, are amounts: those of phones alone are left by chance. */
const MIN_LOW = 3;
const LOW_SHARE = 0.2;
/** Numbers that lie so close together were dealt out by a machine. */
const SERIES_GAP = 1_000;
const MIN_SERIES = 3;
/** Of a column of accounts, so much is phones where people sign in with theirs. */
const MOST_OF_ACCOUNTS = 0.9;
/** Digits of a phone behind those of its carrier and its town: numbers that differ in these alone are of one list. */
const TOWN = 10_000;
const MIN_TOWNS = 0.5;
/** Of phones one in thirty begins like a day of 2013 to 2019, of the numbers of a system that begins them with the day all do. */
const MOST_DAYS = 0.5;

interface Column {
  readonly ids: NumberSet;
  readonly old: NumberSet;
  readonly cut: NumberSet;
  readonly phones: NumberSet;
  /** How often one of `phones`, and of `old`, stands there: a few people are named in every month of a ledger. */
  timesPhone: number;
  timesOld: number;
  eleven: number;
  fifteen: number;
  low: number;
  /** Phones under the heading of an account; how many cells have one, and how many another number. */
  readonly accounts: NumberSet;
  withPhone: number;
  withOther: number;
}

/** What a number of phones' form is taken for. */
type TakenFor = 'phone' | 'account' | 'other';

/** `key`: 32 bytes. `today`: milliseconds since 1970. */
export function createTally(key: Uint8Array, today: number): Tally {
  const hash = createTextHash(key);
  const columns = new Map<number, Column>();
  const joinedCells = createJoinedCells();
  let headings = newHeadings();
  let lineHeadings: readonly (Heading | null)[] = [];
  let [first, second, texts, held, tables] = [0, 0, 0, 0, 0];
  // The row that was ruled out last: most cells stand in one, and are asked nothing more.
  let [ruledTable, ruledRow] = [-1, -1];
  /** The cell before, for a table whose headings stand to the left. */
  let leftPlace: Place | undefined;
  let leftText: string | null = null;
  let leftKind: Heading | null = null;

  const columnOf = (name: number): Column => {
    const known = columns.get(name);
    if (known !== undefined) return known;
    const made = newColumn();
    columns.set(name, made);
    return made;
  };
  /** Of what was hashed last. */
  const sum = (one: number, other: number): void => {
    first = (first + one) >>> 0;
    second = (second + other) >>> 0;
    texts += 1;
  };
  const take = (found: FoundNumbers, name: number, takenFor: (number: FoundNumber) => TakenFor): void => {
    const column = columnOf(name);
    column.eleven += found.long.eleven;
    column.fifteen += found.long.fifteen;
    column.low += found.long.low;
    if (held >= MAX_SWEEP_COUNT) return;
    held += found.numbers.length;
    for (const number of found.numbers) addNumber(column, number, takenFor(number));
  };
  /** `text`: null where its kind is known already. */
  const takeHeading = (place: Place, isNumber: boolean, text: string | null, kind: Heading | null): void => {
    if (place.row !== ruledRow || place.table !== ruledTable) {
      if (isNumber) {
        headings.rule(place);
        ruledRow = place.row;
        ruledTable = place.table;
      } else headings.take(place, text, kind);
    }
    leftPlace = place;
    leftText = isNumber ? null : text;
    leftKind = isNumber ? null : kind;
  };
  const takeFound = (place: Place, found: FoundNumbers, isAlone: boolean): void => {
    const kind = isAlone ? takenUnder(headings.of(place), labelOf(place)) : 'phone';
    take(found, columnAt(place), () => kind);
  };
  /** A part of an ID, and whether one ends with it. */
  const takePiece = (piece: string | null, place: Place): void => {
    const joined = joinedCells.take(piece, place);
    const found = joined === null || held >= MAX_SWEEP_COUNT ? null : numbersIn(joined, today);
    if (found !== null) take(found, columnAt(place), () => 'other');
  };
  /** Numbers that are no phones tell of what kind those are which look like some. */
  const takeOther = (place: Place, isNumber: boolean): void => {
    if (isNumber && headings.of(place) === 'account') columnOf(columnAt(place)).withOther += 1;
  };
  /** Kind of the cell to the left, where it names what stands beside it. */
  const labelOf = ({ table, row }: Place): Heading | null =>
    leftPlace?.row !== row || leftPlace.table !== table
      ? null
      : leftText === null
        ? leftKind
        : codeNameOf(leftText);
  const foundIn = (text: string): FoundNumbers | null =>
    hash.longest() < MIN_DIGITS || held >= MAX_SWEEP_COUNT ? null : numbersIn(text, today);
  const look = (text: string): LookedText => {
    hash.take(text);
    const isNumber = hash.digits() > MOST_HEADING_DIGITS;
    return {
      hashes: [hash.first(), hash.second()],
      found: foundIn(text),
      heading: isNumber ? null : headingOf(text),
      isLone: isLone(text),
      piece: pieceOf(text),
      isNumber,
    };
  };

  return {
    nextTable: () => (tables += 1) - 1,
    shareTexts() {
      const kept = createKeptTexts();
      return {
        push: (text) => kept.push(text === '' ? null : look(text)),
        put(index, place) {
          const looked = kept.at(index);
          if (looked === undefined) return;
          sum(looked.hashes[0], looked.hashes[1]);
          if (looked.found !== null) takeFound(place, looked.found, looked.isLone);
          else takeOther(place, looked.isNumber);
          takePiece(looked.piece, place);
          takeHeading(place, looked.isNumber, null, looked.heading);
        },
      };
    },
    cell(text, place) {
      if (text === '') return;
      hash.take(text);
      sum(hash.first(), hash.second());
      const isNumber = hash.digits() > MOST_HEADING_DIGITS;
      const found = foundIn(text);
      if (found !== null) takeFound(place, found, isLone(text));
      else takeOther(place, isNumber);
      takePiece(pieceOf(text), place);
      takeHeading(place, isNumber, text, null);
    },
    line(text, row) {
      if (text === '') return;
      hash.take(text);
      sum(hash.first(), hash.second());
      const found = foundIn(text);
      if (found === null) {
        if (hash.digits() <= MOST_HEADING_DIGITS) lineHeadings = headingsOfLine(text, row) ?? lineHeadings;
        return;
      }
      take(found, OF_LINES, takenInLine(text, lineHeadings));
    },
    startAnew() {
      columns.clear();
      headings = newHeadings();
      lineHeadings = [];
      [first, second, texts, held, tables] = [0, 0, 0, 0, 0];
      leftPlace = undefined;
      [ruledTable, ruledRow] = [-1, -1];
    },
    finish() {
      const ids = createNumberSet();
      const phones = createNumberSet();
      for (const [name, column] of columns) takeColumn(column, name !== OF_LINES, ids, phones);
      return {
        ids: ids.size(),
        phones: phones.size(),
        people: Math.max(ids.size(), phones.size()),
        fingerprint: texts === 0 ? null : fingerprintOf(key, texts, first, second),
      };
    },
  };
}

/** Name of the column in which all lines are counted. */
const OF_LINES = -1;

const newHeadings = () => createHeadings<Heading>({ kindOf: headingOf, plain: 'plain', headsAlone: isCode });

const isCode = (heading: Heading | null): boolean => heading === 'code' || heading === 'account';

const columnAt = ({ table, column }: Place): number => table * COLUMNS_OF_A_TABLE + column;

function isLone(text: string): boolean {
  if (text.length > LONGEST_LONE) return false;
  for (let at = 0; at < text.length; at += 1) if (isOfWord(text.charCodeAt(at))) return false;
  return true;
}

/** Letters, and characters of Chinese but its marks and wide digits. */
const isOfWord = (code: number): boolean =>
  (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a) || (code >= 0x3041 && code <= 0xd7ff);

/** As `headingOf` says, of what is mostly somebody's name. */
const codeNameOf = (text: string): Heading | null =>
  ENDS_OF_CODES.includes(text.charAt(text.length - 1)) ? headingOf(text) : null;

const isOther = (heading: Heading | null | undefined): boolean =>
  heading === 'code' || heading === 'account' || heading === 'others';

/** `label`: kind of the cell to its left. */
function takenUnder(heading: Heading | null | undefined, label: Heading | null): TakenFor {
  if (heading === 'code' || heading === 'others' || label === 'code') return 'other';
  return heading === 'account' || label === 'account' ? 'account' : 'phone';
}

function addNumber(column: Column, { kind, key }: FoundNumber, takenFor: TakenFor): void {
  if (kind === 'phone') takePhone(column, key, takenFor);
  else if (kind === 'id') column.ids.add(key);
  else if (kind === 'old') {
    column.old.add(key);
    column.timesOld += 1;
  } else if (takenFor === 'phone') column.cut.add(key);
}

function takePhone(column: Column, phone: number, takenFor: TakenFor): void {
  if (takenFor === 'phone') {
    column.phones.add(phone);
    column.timesPhone += 1;
  }
  if (takenFor !== 'account') return;
  column.accounts.add(phone);
  column.withPhone += 1;
}

const newColumn = (): Column => ({
  ids: createNumberSet(),
  old: createNumberSet(),
  cut: createNumberSet(),
  phones: createNumberSet(),
  timesPhone: 0,
  timesOld: 0,
  eleven: 0,
  fifteen: 0,
  low: 0,
  accounts: createNumberSet(),
  withPhone: 0,
  withOther: 0,
});

function numbersIn(text: string, today: number): FoundNumbers | null {
  const found = findNumbers(text, today);
  return found.numbers.length + found.long.eleven + found.long.fifteen === 0 ? null : found;
}

const FIELD_ENDS = /[\s,，;；|、]+/;

/** In which of the fields of a line a character stands. */
const fieldAt = (text: string, at: number): number => text.slice(0, at).split(FIELD_ENDS).length - 1;

/** What the numbers of a line are taken for by the headings of its fields. */
function takenInLine(text: string, headings: readonly (Heading | null)[]): (number: FoundNumber) => TakenFor {
  const fields = headings.some(isOther) ? text.split(FIELD_ENDS) : [];
  // A field with a space in it makes a line longer: with phones among the headings, only one that fits is told by them.
  const isLonger = fields.length > headings.length && !headings.includes('phones');
  if (fields.length !== headings.length && !isLonger) return () => 'phone';
  return ({ at }) => {
    const field = fieldAt(text, at);
    return isLone(fields[field] ?? '') ? takenUnder(headings[field], null) : 'phone';
  };
}

/** Kinds of the fields of a line, where it is one of headings for what follows. */
function headingsOfLine(text: string, row: number): readonly (Heading | null)[] | undefined {
  if (text.length > LONGEST_HEADING_LINE) return undefined;
  const kinds = text.split(FIELD_ENDS).map(headingOf);
  const known = kinds.filter((kind) => kind !== null).length;
  if (kinds.length === 1) return kinds.some(isCode) ? kinds : undefined;
  return known > 1 || (known === 1 && row < TOP_LINES) ? kinds : undefined;
}

function headingOf(text: string): Heading | null {
  if (text.length > LONGEST_HEADING) return null;
  if (HEADING_OF_PHONES.test(text)) return 'phones';
  const name = text.replaceAll(ASIDE, '');
  if (NO_CODE.test(name)) return 'plain';
  if (NUMBER_OF_SOMEBODY.test(name)) return 'phones';
  if (name.endsWith('号码')) return CODE_OF_SOMETHING.test(name) ? 'code' : 'phones';
  if (ACCOUNT.test(name)) return 'account';
  if (CODE.test(name) || AMOUNT.test(name)) return 'code';
  if (HEADING_OF_OTHERS.test(name)) return 'others';
  return HEADING_OF_ANYTHING.test(name) ? 'plain' : null;
}

/** Adds the numbers of a column that belong to people: not those that its heading, its neighbours or its order show to be something else. */
function takeColumn(column: Column, isOfTable: boolean, ids: NumberSet, phones: NumberSet): void {
  column.ids.each(ids.add);
  if (!isChance(column.timesOld, column.fifteen)) column.old.each(ids.add);
  if (column.cut.size() >= MIN_SERIES) column.cut.each(ids.add);
  const isOfOthers =
    isChance(column.timesPhone, column.eleven) ||
    isSeries(column.phones) ||
    (isOfTable && areAmounts(column.low, column.phones.size()));
  if (!isOfOthers) column.phones.each(phones.add);
  if (arePhones(column)) column.accounts.each(phones.add);
}

/** Whether what stands under the heading of an account is what people sign in with: nearly all of it phones, of many towns, and none dealt out by day. */
function arePhones({ accounts, withPhone, withOther, eleven }: Column): boolean {
  const size = accounts.size();
  if (size < MIN_SERIES || isSeries(accounts)) return false;
  if (withPhone < MOST_OF_ACCOUNTS * Math.max(eleven, withPhone + withOther)) return false;
  const towns = new Set<number>();
  let days = 0;
  accounts.each((phone) => {
    towns.add(Math.floor(phone / TOWN));
    if (beginsWithDay(phone)) days += 1;
  });
  return towns.size >= MIN_TOWNS * size && days <= MOST_DAYS * size;
}

/** As 17050400123 begins with 4 May 2017. */
function beginsWithDay(phone: number): boolean {
  const month = Math.floor(phone / 10_000_000) % 100;
  const day = Math.floor(phone / 100_000) % 100;
  return month >= 1 && month <= 12 && day >= 1 && day <= 31;
}

const areAmounts = (low: number, phones: number): boolean =>
  low >= MIN_LOW && low > (low + phones) * LOW_SHARE;

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
        } else if (stretch > 0 && !isBetweenDigits(code)) stretch = 0;
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

/** Marks within a number, and the X at the end of one. */
const isBetweenDigits = (code: number): boolean =>
  code === 0x0a ||
  code === 0x20 ||
  code === 0x29 ||
  code === 0x2d ||
  code === 0x2e ||
  code === 0x58 ||
  code === 0x78
    ? true
    : code > 0x7f &&
      (code === 0xff09 ||
        code === 0xff0d ||
        code === 0xa0 ||
        code === 0x3000 ||
        code === 0xb7 ||
        (code >= 0x2010 && code <= 0x2013));

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
