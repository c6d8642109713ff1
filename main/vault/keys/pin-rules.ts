/** Rejects PINs that are easy to guess. */
import { assertNever } from '../../../contract/result.ts';
import type { Role } from '../../../contract/fields.ts';
import { PRACTICE_PINS, type Place } from '../../../contract/practice/lists.ts';
import type { PinProblem } from '../../../contract/staff/lists.ts';
import { normalisePin } from '../crypto/kdf.ts';
import { splitName } from '../values/name.ts';

/** Data that a PIN is compared with. */
export interface PinContext {
  /** The owner's name, as the roster will have it. */
  readonly name: string;
  /** PINs of others at the same desk, where known. */
  readonly otherPins?: readonly string[];
  /** The owner's previous PIN, where known. */
  readonly before?: string;
  /** The owner's own phone. */
  readonly phone?: string;
  /** Where the PIN is used; default `real`. The practice vault alone takes the PINs that its lock screen shows. */
  readonly place?: Place;
}

/** Fewest digits of a receptionist's PIN. */
const MIN_DIGITS = 6;
/** Fewest characters (code points) of the PIN of a supervisor or admin. */
const MIN_CHARACTERS = 8;

/**
 * Everything that is wrong with a PIN; empty if it is acceptable. It is checked in NFKC, as it is used, and
 * case-insensitively.
 */
export function checkPin(role: Role, pin: string, context: PinContext): readonly PinProblem[] {
  const plain = normalisePin(pin);
  const text = plain.toLowerCase();
  const date = text.replace(/[-/. 年月日]/g, '');
  const problems: readonly (PinProblem | false)[] = [
    ...checkForm(role, plain),
    (isCommon(text, context.phone) || (context.place !== 'practice' && isPractice(text))) && 'too-common',
    isRun(text) && 'run',
    isRepeat(text) && 'repeat',
    looksLikeYear(date) && 'looks-like-year',
    looksLikeBirthday(date) && 'looks-like-birthday',
    isLikeName(text, context.name) && 'like-name',
    (context.otherPins ?? []).some((other) => normalisePin(other) === plain) && 'same-as-other',
    context.before !== undefined && normalisePin(context.before) === plain && 'same-as-before',
  ];
  return problems.filter((problem): problem is PinProblem => problem !== false);
}

/** Problems of a PIN, as the reply of a route, for hints while it is typed. */
export const describePin = ({
  role,
  pin,
  name,
}: {
  readonly role: Role;
  readonly pin: string;
  readonly name: string;
}): { problems: PinProblem[] } => ({ problems: [...checkPin(role, pin, { name })] });

function checkForm(role: Role, pin: string): readonly (PinProblem | false)[] {
  switch (role) {
    case 'receptionist':
      return [pin.length < MIN_DIGITS && 'too-short', !/^[0-9]*$/.test(pin) && 'digits-only'];
    case 'supervisor':
    case 'admin':
      return [[...pin].length < MIN_CHARACTERS && 'too-short'];
    default:
      return assertNever(role);
  }
}

/**
 * Most frequent entries of leaked password lists, Chinese and others, without those that other rules catch.
 */
const COMMON = new Set([
  '520131',
  '5201314',
  '1314520',
  '1314521',
  '520520',
  '5211314',
  '7758521',
  '7758258',
  '7758520',
  '1314920',
  '3344520',
  '5845201',
  '584520',
  '201314',
  '110120',
  '110119',
  '119120',
  '100200',
  '100861',
  '10086',
  '168168',
  '518518',
  '888168',
  '168888',
  '666888',
  '888666',
  '147258',
  '258369',
  '159357',
  '357159',
  '147852',
  '258456',
  '147369',
  '369258',
  '159753',
  '753159',
  '741852',
  '852456',
  '789456',
  '456123',
  '159951',
  '951753',
  '142536',
  '963852',
  '147896',
  '123698',
  '1236987',
  '147258369',
  '741852963',
  '123789',
  '987321',
  '112358',
  '314159',
  '3141592',
  '31415926',
  '271828',
  '246810',
  '135790',
  '13579246',
  '102030',
  '121314',
  '111222',
  '112211',
  '131420',
  '131452',
  '123520',
  '520123',
  '102938',
  '696969',
  '007007',
  '100000',
  '000001',
  '500500',
  '123000',
  '000123',
  '1q2w3e4r',
  '1qaz2wsx',
  'q1w2e3r4',
  '1q2w3e4r5t',
  'zaq12wsx',
  'qazwsxedc',
  'qazwsx',
  '1qazxsw2',
  'a1b2c3d4',
  'abc12345',
  'aa123456',
  'a12345678',
  'qq123456',
  'abcd1234',
]);

/** Words that stay weak with digits and signs before or after them. */
const COMMON_WORDS = [
  'woaini',
  'woaiwojia',
  'wobuzhidao',
  'nihao',
  'mima',
  'mimamima',
  'wodemima',
  'zhongguo',
  'beijing',
  'shanghai',
  'guangxi',
  'nanning',
  'liuzhou',
  'guilin',
  'wuye',
  'wuyegongsi',
  'guanjia',
  'yezhu',
  'kefu',
  'qiantai',
  'caonima',
  'laopo',
  'laogong',
  'baobei',
  'baobao',
  'fuck',
  'asdf',
  'asdfgh',
  'zxcv',
  'zxcvbn',
  'password',
  'passwort',
  'passw0rd',
  'p@ssword',
  'p@ssw0rd',
  'pass',
  'admin',
  'administrator',
  'root',
  'guest',
  'user',
  'test',
  'demo',
  'login',
  'secret',
  'changeme',
  'welcome',
  'iloveyou',
  'loveyou',
  'love',
  'sunshine',
  'princess',
  'dragon',
  'monkey',
  'football',
  'superman',
  'letmein',
  'master',
  'hello',
  'helloworld',
  'computer',
  'internet',
  'windows',
  'qwer',
  'qwert',
  'qwerty',
  'qwertyuiop',
  'abc',
  'abcd',
  'supervisor',
  'manager',
  'property',
  'resident',
  'vault',
  'zhuguan',
  'guanliyuan',
];
const WORDS = new Set(COMMON_WORDS);

/** Whether every practice lock screen shows it. */
const isPractice = (text: string): boolean => Object.values(PRACTICE_PINS).includes(text);

function isCommon(text: string, phone: string | undefined): boolean {
  if (COMMON.has(text)) return true;
  const digits = phone?.replace(/\D/g, '') ?? '';
  if (/^\d+$/.test(text) && text.length >= MIN_DIGITS && digits.includes(text)) return true;
  if (digits.length >= MIN_CHARACTERS && text.includes(digits)) return true;
  const halves =
    text.length % 2 === 0 && text.slice(0, text.length / 2) === text.slice(text.length / 2)
      ? text.slice(text.length / 2)
      : text;
  const core = /^[^a-z]*([a-z@].*?)[^a-z]*$/.exec(halves)?.[1] ?? '';
  return WORDS.has(core) && surroundIsWeak(halves.replace(core, ''));
}

/**
 * Whether the characters around a common word add little: a few signs, or digits that are weak themselves.
 */
function surroundIsWeak(rest: string): boolean {
  const digits = rest.replace(/\D/g, '');
  return (
    rest.length <= 4 ||
    COMMON.has(digits) ||
    isRun(digits) ||
    isRepeat(digits) ||
    looksLikeYear(digits) ||
    looksLikeBirthday(digits)
  );
}

const ROWS = [
  '0123456789',
  '1234567890',
  'abcdefghijklmnopqrstuvwxyz',
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  '!@#$%^&*()',
];
const TRACKS = ROWS.flatMap((row) => [row, [...row].reverse().join('')]).map((row) => row + row);

/**
 * Whether the text consists of one to three runs of the alphabet, the digits or a keyboard row, up or down,
 * each character once or doubled.
 */
function isRun(text: string): boolean {
  return text.length >= 4 && (splitsIntoRuns(text, 3) || splitsIntoRuns(text.replace(/(.)\1+/gu, '$1'), 1));
}

/** Whether the text splits into at most `stretches` runs of three characters or more. */
function splitsIntoRuns(text: string, stretches: number): boolean {
  if (text.length < 3 || stretches === 0) return text === '';
  for (let length = text.length; length >= 3; length--) {
    const piece = text.slice(0, length);
    if (TRACKS.some((track) => track.includes(piece)) && splitsIntoRuns(text.slice(length), stretches - 1))
      return true;
  }
  return false;
}

/**
 * Whether the text has at most two different characters, or repeats a piece of up to half its length (121212,
 * 123123, abcabcab).
 */
function isRepeat(text: string): boolean {
  if (text.length < 4) return false;
  if (new Set(text).size <= 2) return true;
  for (let period = 1; period <= text.length / 2; period++) {
    if ([...text].every((character, index) => character === text[index % period])) return true;
  }
  return false;
}

/**
 * Whether it is a year of the last or this century with one or two digits before or after it, or two years.
 */
function looksLikeYear(text: string): boolean {
  if (!/^\d{4,8}$/.test(text)) return false;
  const isYear = (part: string): boolean => /^(?:19[3-9]\d|20[0-3]\d)$/.test(part);
  if (text.length <= 6) return isYear(text.slice(0, 4)) || isYear(text.slice(-4));
  return text.length === 8 && isYear(text.slice(0, 4)) && isYear(text.slice(4));
}

/**
 * Whether it is a date: YYMMDD, DDMMYY, YYYYMMDD, DDMMYYYY or MMDDYYYY, the long ones with one or two more
 * digits at an end.
 */
function looksLikeBirthday(text: string): boolean {
  if (!/^\d{6,10}$/.test(text)) return false;
  const number = (part: string): number => Number(part);
  const plausible = (month: string, day: string): boolean =>
    number(month) >= 1 && number(month) <= 12 && number(day) >= 1 && number(day) <= 31;
  if (text.length === 6) {
    return plausible(text.slice(2, 4), text.slice(4)) || plausible(text.slice(2, 4), text.slice(0, 2));
  }
  const century = (year: string): boolean => /^(?:19|20)\d\d$/.test(year);
  return [text.slice(0, 8), text.slice(-8)].some(
    (date) =>
      date.length === 8 &&
      ((century(date.slice(0, 4)) && plausible(date.slice(4, 6), date.slice(6))) ||
        (century(date.slice(4)) &&
          (plausible(date.slice(2, 4), date.slice(0, 2)) || plausible(date.slice(0, 2), date.slice(2, 4))))),
  );
}

/**
 * Whether the PIN contains the name in characters, pinyin or Latin letters, or is its initials with digits; in any reading of each character, and with
 * the surname at the end.
 */
function isLikeName(text: string, name: string): boolean {
  const letters = text.replace(/[^\p{L}]/gu, '');
  const bare = name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}]/gu, '');
  if (letters === '' || bare === '') return false;
  if (text.includes(bare) || letters.includes(bare)) return true;
  const units = splitName(bare);
  const [surname, ...given] = units;
  const full = units.map((unit) => unit.full);
  const swapped = [...given, ...(surname === undefined ? [] : [surname])].map((unit) => unit.full);
  const initials = units.map((unit) => unit.short);
  return (
    contains(letters, full, MIN_NAME_LETTERS) ||
    contains(letters, swapped, MIN_NAME_LETTERS) ||
    (letters.length >= MIN_GIVEN_NAME_LETTERS && endsOf(letters, 0, full.slice(1)).has(letters.length)) ||
    endsOf(letters, 0, initials).has(letters.length)
  );
}

/** Letters of a whole name, and of a given name alone, from which on a PIN is said to be like it. */
const MIN_NAME_LETTERS = 3;
const MIN_GIVEN_NAME_LETTERS = 5;

/** Whether the pieces stand somewhere in `text` one after another, each in one of its forms, and take `least` letters together. */
const contains = (text: string, pieces: readonly (readonly string[])[], least: number): boolean =>
  [...text].some((_letter, from) => [...endsOf(text, from, pieces)].some((end) => end - from >= least));

/** Where the pieces may end that begin at `from`; the letter itself where there are no pieces. */
function endsOf(text: string, from: number, pieces: readonly (readonly string[])[]): ReadonlySet<number> {
  let ends = new Set([from]);
  for (const forms of pieces)
    ends = new Set(
      [...ends].flatMap((at) =>
        forms.filter((form) => text.startsWith(form, at)).map((form) => at + form.length),
      ),
    );
  return ends;
}
