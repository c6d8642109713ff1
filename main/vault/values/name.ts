/** Names: their normal form, their masks, and how they may be typed. */
import { normaliseDots, normaliseText } from './normalise.ts';
import { lookUpReadings } from './readings.ts';
import { compoundsFrom, SURNAME_READINGS, surnameOf } from './surnames.ts';

/** Longest name, in code points. */
const LONGEST_NAME = 50;

const HAN = /^[\p{Script=Han}\p{Co}]$/u;
const isHan = (character: string): boolean => HAN.test(character);

/**
 * The normal form of a name: U+00B7 for every kind of middle dot, no spaces between Han characters, single
 * spaces elsewhere.
 */
export function normaliseName(text: string): string {
  const dotted = normaliseText(normaliseDots(text)).replace(/(?<=\p{Script=Han})\.(?=\p{Script=Han})/gu, '·');
  return normaliseDots(dotted).replace(/(?<=[\p{Script=Han}\p{Co}]) (?=[\p{Script=Han}\p{Co}])/gu, '');
}

/**
 * Letters of any script, Han characters of every extension and of the private use area, separated by · ' - .
 * and single spaces.
 */
const PERSON_NAME = /^[\p{L}\p{Co}〇][\p{M}]*(?:[ .'’·-]{0,2}[\p{L}\p{M}\p{Co}〇])*\.?$/u;

/** Whether a name in normal form is valid for a human being. */
export const isPersonName = (name: string): boolean =>
  [...name].length <= LONGEST_NAME && PERSON_NAME.test(name);
/** Whether a name in normal form is valid for a company: it needs a letter or digit. */
export const isCompanyName = (name: string): boolean =>
  [...name].length <= LONGEST_NAME && /[\p{L}\p{N}]/u.test(name);

/** A part of a mask: visible characters of the value from code point `at`, or stars (`at` null). */
export interface MaskPart {
  readonly text: string;
  readonly at: number | null;
}

/**
 * The mask of a valid person's name: 张* · 张** · 欧阳** · 买**·吐** · J*** S***. A name of one character shows
 * nothing.
 */
export function maskPersonName(name: string): readonly MaskPart[] {
  const characters = [...name];
  if (characters.length === 1) return [stars(1)];
  if (name.includes('·') || !isHan(characters[0] ?? '')) return maskSegments(characters);
  if (characters.length === 2) return [shown(characters, 0, 1), stars(1)];
  return [shown(characters, 0, [...surnameOf(name)].length), stars(2)];
}

const stars = (count: number): MaskPart => ({ text: '*'.repeat(count), at: null });
const shown = (characters: readonly string[], from: number, until: number): MaskPart => ({
  text: characters.slice(from, until).join(''),
  at: from,
});

/**
 * Each segment as its first character and a fixed number of stars; a segment of one character as stars only.
 */
function maskSegments(characters: readonly string[]): readonly MaskPart[] {
  const parts: MaskPart[] = [];
  let start = 0;
  for (let i = 0; i <= characters.length; i++) {
    const separates = characters[i] === '·' || characters[i] === ' ';
    if (i < characters.length && !separates) continue;
    const count = isHan(characters[start] ?? '') ? 2 : 3;
    if (i - start > 1) parts.push(shown(characters, start, start + 1));
    parts.push(stars(count));
    if (separates) parts.push(shown(characters, i, i + 1));
    start = i + 1;
  }
  return parts;
}

/** The text of a mask. */
export const partsToText = (parts: readonly MaskPart[]): string => parts.map((part) => part.text).join('');

// --- how a name may be typed

/** A piece of a name that is typed in full or by its initials: a character, a compound surname, a Latin word. */
export interface NameUnit {
  /** Code points of the name that it covers, separators before it included. */
  readonly length: number;
  /** Full readings, the usual one first: `zhang`; `lv lu lyu`; `ouyang`. */
  readonly full: readonly string[];
  /** Forms of the unit among initials: `z`; `oy o`. */
  readonly short: readonly string[];
  /** A compound surname of which the first characters are written and the rest typed: `欧yang 欧y`. */
  readonly begun?: readonly string[];
  /** A word of a script with letters, not a Han character. */
  readonly isWord: boolean;
}

/** Most readings of a character, so that archaic ones do not fill the index. */
const MAX_READINGS = 2;

/**
 * The units of a name in normal form. `readings` (one for each Han character, as entered) replace those of
 * the dictionary.
 */
export function splitName(name: string, readings?: readonly string[]): readonly NameUnit[] {
  const characters = [...name];
  const surname = surnameOf(name);
  const surnameLength = [...surname].length;
  const units: NameUnit[] = [];
  let before = 0;
  let i = 0;
  let spelled = 0;
  while (i < characters.length) {
    const character = characters[i] ?? '';
    if (!isTyped(character)) {
      before++;
      i++;
    } else if (i === 0 && surnameLength > 1 && readings === undefined) {
      units.push(compoundUnit(surname, surnameLength));
      i = surnameLength;
    } else if (isHan(character)) {
      const given = readings?.[spelled++];
      const full =
        given !== undefined ? spellings(given) : i === 0 ? surnameReadings(character) : readingsOf(character);
      units.push({ length: before + 1, full, short: initials(full), isWord: false });
      before = 0;
      i++;
    } else {
      let end = i + 1;
      while (isTyped(characters[end] ?? '') && !isHan(characters[end] ?? '')) end++;
      const text = characters.slice(i, end).join('');
      const word = foldLatin(text);
      units.push({
        length: before + end - i,
        full: unique([word, foldPinyin(text)]),
        short: [[...word][0] ?? word],
        isWord: true,
      });
      before = 0;
      i = end;
    }
  }
  return units;
}

/** The readings in an entered pinyin, one for each Han character; undefined where there is none. */
export function readingsFrom(pinyin: string | null | undefined): readonly string[] | undefined {
  return pinyin === null || pinyin === undefined || pinyin === '' ? undefined : pinyin.split(' ');
}

const SYLLABLE = /^[a-z]{1,6}$/;

/**
 * An entered pinyin as it is stored: letters without tones, one syllable for each Han character of `name`,
 * separated by spaces; null where it does not fit.
 */
export function normalisePinyin(name: string, text: string): string | null {
  const syllables = normaliseText(text)
    .split(/[\s'’·,-]+/)
    .map(foldPinyin)
    .filter((syllable) => syllable !== '');
  const characters = [...name].filter(isHan);
  if (
    syllables.length === 0 ||
    syllables.length !== characters.length ||
    !syllables.every((syllable) => SYLLABLE.test(syllable))
  )
    return null;
  return syllables.join(' ');
}

/** Whether a character of a name has to be typed: separators do not. */
export const isTyped = (character: string): boolean => /^[\p{L}\p{N}\p{M}\p{Co}]$/u.test(character);

const compoundUnits = new Map<string, NameUnit>();

function compoundUnit(surname: string, length: number): NameUnit {
  const known = compoundUnits.get(surname);
  if (known !== undefined) return known;
  const characters = [...surname];
  const each = characters.map((character) => readingsOf(character)[0] ?? character);
  const full = SURNAME_READINGS.get(surname) ?? [each.join('')];
  const short = unique([
    each.map(initialOf).join(''),
    ...initialsOfSurname(surname, full),
    ...full.slice(0, 1).map(initialOf),
  ]);
  const unit = {
    length,
    full,
    short,
    begun: characters.slice(1).flatMap((_, index) => begunForms(characters, index + 1)),
    isWord: false,
  };
  compoundUnits.set(surname, unit);
  return unit;
}

/** The first `written` characters with the rest in every reading, then by initials. */
function begunForms(characters: readonly string[], written: number): readonly string[] {
  const spell = (formsOf: (full: readonly string[]) => readonly string[]): readonly string[] =>
    characters
      .slice(written)
      .reduce<readonly string[]>(
        (made, character) => made.flatMap((form) => formsOf(readingsOf(character)).map((end) => form + end)),
        [characters.slice(0, written).join('')],
      );
  return unique([...spell((full) => full), ...spell(initials)]);
}

/**
 * A compound surname that a typed text begins, and the text after it: 欧y and 欧yang begin 欧阳, 欧yf continues
 * with f.
 */
export interface BegunSurname {
  readonly surname: string;
  readonly rest: string;
}

/**
 * Compound surnames that begin with the Han characters `han` and continue, or may continue, with `pinyin`.
 */
export function begunSurnames(han: string, pinyin: string): readonly BegunSurname[] {
  if (han === '' || pinyin === '') return [];
  const typed = han + pinyin;
  return compoundsFrom(han).flatMap((surname): readonly BegunSurname[] => {
    const forms = begunForms([...surname], [...han].length);
    if (forms.some((form) => form.startsWith(typed))) return [{ surname, rest: '' }];
    return unique(forms.filter((form) => typed.startsWith(form)).map((form) => typed.slice(form.length))).map(
      (rest) => ({ surname, rest }),
    );
  });
}

/** 万俟 is read moqi: mq beside ws. */
function initialsOfSurname(surname: string, full: readonly string[]): readonly string[] {
  const [, second = '', third] = surname;
  if (third !== undefined) return [];
  return full.flatMap((reading) =>
    lookUpReadings(second)
      .filter((tail) => reading.endsWith(tail))
      .map((tail) => initialOf(reading) + initialOf(tail)),
  );
}

const surnames = new Map<string, readonly string[]>();

function surnameReadings(character: string): readonly string[] {
  const known = surnames.get(character);
  if (known !== undefined) return known;
  const full = unique(
    [...(SURNAME_READINGS.get(character) ?? []), ...readingsOf(character)].flatMap(spellings),
  );
  surnames.set(character, full);
  return full;
}

const characterReadings = new Map<string, readonly string[]>();

/**
 * The readings of a character in common use, each in every way it is typed; the character itself where it has
 * none.
 */
function readingsOf(character: string): readonly string[] {
  const known = characterReadings.get(character);
  if (known !== undefined) return known;
  const read = lookUpReadings(character);
  const full =
    read.length === 0 ? [foldPinyin(character)] : unique(read.slice(0, MAX_READINGS).flatMap(spellings));
  characterReadings.set(character, full);
  return full;
}

/**
 * Spellings of a reading: lü is typed lv, lu or lyu (GB/T 28039 writes LYU), lüe is typed lve, lue or lyue.
 */
function spellings(reading: string): readonly string[] {
  const folded = foldPinyin(reading);
  const umlaut = /^([ln])v(e?)$/.exec(folded);
  return umlaut === null ? [folded] : [folded, `${umlaut[1]}u${umlaut[2]}`, `${umlaut[1]}yu${umlaut[2]}`];
}

const initials = (full: readonly string[]): readonly string[] => unique(full.map(initialOf));

const initialOf = (reading: string): string => [...reading][0] ?? '';

function unique<T>(values: readonly T[]): readonly T[] {
  return values.length < 2 ? values : [...new Set(values)];
}

/** Pinyin as it is typed: lower case, without tones, lü and nü with v. */
function foldPinyin(text: string): string {
  if (/^[a-z]*$/.test(text)) return text;
  return foldLatin(
    text
      .toLowerCase()
      .normalize('NFC')
      .replace(/(?<=[ln])[üǖǘǚǜ]/g, 'v'),
  );
}

/** Lower case, without accents, apostrophes and spaces, with styled letters as plain ones (NFKD). */
function foldLatin(text: string): string {
  const lower = text.toLowerCase();
  return /^[a-z]*$/.test(lower)
    ? lower
    : lower
        .normalize('NFKD')
        .toLowerCase()
        .replace(/[\p{M}\s'’.-]/gu, '')
        .normalize('NFC');
}

/** A query for a name in the form of the index: `Zhāng S` → `zhangs`, `买买提·吐` → `买买提吐`. */
export const foldQuery = (text: string): string => foldPinyin(text).replace(/[·\s'’.-]/g, '');

/** The part of a name that a typed text matches: code points from `from` up to, not including, `until`. */
export interface NameMatch {
  readonly from: number;
  readonly until: number;
  /** All of the name, no reading cut short or left to its initial. */
  readonly whole: boolean;
  /** In some character by a reading that is not its usual one. */
  readonly rare: boolean;
}

const rareForms = new WeakMap<readonly string[], ReadonlySet<string>>();

/**
 * Forms that are typed only for an uncommon reading: `jie` and `j` of 解, whose common reading comes first.
 */
function rareFormsOf({ full }: NameUnit): ReadonlySet<string> {
  const known = rareForms.get(full);
  if (known !== undefined) return known;
  const usual = spellings(full[0] ?? '');
  const allowed = new Set([...usual, ...initials(usual)]);
  const others = full.filter((form) => !usual.includes(form));
  const rare = new Set([...others, ...initials(others)].filter((form) => !allowed.has(form)));
  rareForms.set(full, rare);
  return rare;
}

/**
 * Matches a typed text (see `foldQuery`) at the beginning of a name or of one of its later words, with
 * characters, readings and initials mixed. `pinyin`: the entered pinyin, if any. Null where the name cannot
 * be typed so.
 */
export function matchName(name: string, typed: string, pinyin: string | null = null): NameMatch | null {
  const units = splitName(name, readingsFrom(pinyin));
  let start = 0;
  for (const [index, unit] of units.entries()) {
    if (index === 0 || unit.isWord) {
      const match = matchUnits([...name], units, index, start, typed);
      if (match !== null)
        return { from: start, until: match.until, whole: match.whole && index === 0, rare: match.rare };
    }
    start += unit.length;
  }
  return null;
}

type UnitsMatch = Omit<NameMatch, 'from'>;

/** Prefers a longer match, then a whole one to a partial one, then common readings to rare ones. */
const isBetter = (match: UnitsMatch, best: UnitsMatch | null): boolean =>
  best === null ||
  match.until > best.until ||
  (match.until === best.until && (match.whole === best.whole ? best.rare && !match.rare : match.whole));

function matchUnits(
  characters: readonly string[],
  units: readonly NameUnit[],
  first: number,
  start: number,
  typed: string,
): UnitsMatch | null {
  let best: UnitsMatch | null = null;
  const isPinyin = /^[a-z]*$/.test(typed);
  // The same rest at the same unit has the same result; without this, an ambiguous name would take exponential time.
  const seen = new Set<number>();
  const walk = (n: number, at: number, rest: string, full: boolean, rare: boolean): void => {
    if (rest === '') {
      const match = { until: at, whole: full && n === units.length, rare };
      if (isBetter(match, best)) best = match;
      return;
    }
    const unit = units[n];
    const state = (n * 1000 + rest.length) * 4 + (full ? 1 : 0) + (rare ? 2 : 0);
    if (unit === undefined || seen.has(state)) return;
    seen.add(state);
    const next = at + unit.length;
    const take = (form: string, isFull: boolean, isRare: boolean): void => {
      if (rest.startsWith(form)) walk(n + 1, next, rest.slice(form.length), isFull, isRare);
      else if (form.startsWith(rest)) walk(n + 1, next, '', false, isRare);
    };
    if (!isPinyin) take(foldQuery(characters.slice(at, next).join('')), full, rare);
    const others = rareFormsOf(unit);
    for (const form of unit.full) take(form, full, rare || others.has(form));
    for (const form of unit.short) take(form, full && unit.full.includes(form), rare || others.has(form));
    if (!isPinyin) for (const form of unit.begun ?? []) take(form, false, rare);
  };
  walk(first, start, typed, true, false);
  return best;
}
