/** Finds what must not be readable yet: any piece of a planted value that its mask does not show, however it is spelled or parted. */
import { readTraceCode } from '../../contract/trace/lists.ts';
import type { Planted, PlantedPerson } from './planted-people.ts';

/** A piece that only somebody who has seen the value could write. */
export interface Secret {
  /** Whose and which, for the one who reads a failure. */
  readonly what: string;
  readonly value: string;
  readonly pieces: readonly string[];
}

/** Characters of a piece: two of a name, so that one given name is enough; more of digits, which also occur by chance. */
interface Lengths {
  readonly han: number;
  readonly letters: number;
}
const OF_NAMES: Lengths = { han: 2, letters: 5 };
const OF_PLATES: Lengths = { han: 9, letters: 4 };
const OF_OTHERS: Lengths = { han: 3, letters: 6 };
/** Of a whole estate's numbers, among which six digits in a row are some other number sooner or later. */
const OF_MANY: Lengths = { han: 3, letters: 8 };

/** Random ids and hashes, which hold any six digits now and then; in SQL as bytes, too. */
const RANDOM = /(?<![\p{L}\p{N}])(?:\\+x)?(?=\d*[a-f])[0-9a-f]{16,}(?![\p{L}\p{N}])/gu;

/** Fingerprints and ends of the log in groups of four, of which one may be the digits of a plate. No card and no number has a letter in it. */
const GROUPED = /(?<![\p{L}\p{N}])(?=[\d ]*[a-f])(?:[0-9a-f]{4} ){3,}[0-9a-f]{4}(?![\p{L}\p{N}])/gu;

/** The mark of a window, whose random code holds four characters of a plate now and then. No phone and no card has a letter in it. */
const MARK = /(?<![\p{L}\p{N}])(?=[\d-]*[A-Z])(?:[0-9A-Z]{4}-){2}[0-9A-Z]{4}(?![\p{L}\p{N}])/gu;

/** Nothing of a code whose last character is right for the others; whatever else looks like one stays. */
const unlessMark = (found: string): string => (readTraceCode(found) === null ? found : '*');

/** A moment as the log writes it, a clock as screens show it, and the time in the name of a backup: pieces of a plate, a card or an ID number turn up in them by chance. */
const MOMENT =
  /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z|(?<!\d)[0-2]\d:[0-5]\d(?::[0-5]\d)?(?!\d)|(?<!\d)20\d{6}-[0-2]\d[0-5]\d[0-5]\d(?!\d)/g;

/** One spelling of all: NFKC, lower case, nothing but letters, digits and the stars of a mask. */
const fold = (text: string): string =>
  text
    .replace(MOMENT, '*')
    .replace(RANDOM, '*')
    .replace(GROUPED, '*')
    .replace(MARK, unlessMark)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\p{Co}*]/gu, '');

/** Every run of Han characters and every run of letters and digits, cut into all its pieces, without those that the mask shows. */
function piecesOf({ value, shown }: Planted, lengths: Lengths): readonly string[] {
  const visible = fold(shown);
  const runs = fold(value).match(/\p{Script=Han}+|[^\p{Script=Han}]+/gu) ?? [];
  return runs
    .flatMap((run) => {
      const characters = [...run];
      const most = /\p{Script=Han}/u.test(run) ? lengths.han : lengths.letters;
      const length = Math.min(most, characters.length);
      return characters
        .slice(0, characters.length - length + 1)
        .map((_, at) => characters.slice(at, at + length).join(''));
    })
    .filter((piece) => [...piece].length > 1 && !visible.includes(piece));
}

const secretOf = (what: string, planted: Planted, lengths: Lengths): Secret => ({
  what,
  value: planted.value,
  pieces: piecesOf(planted, lengths),
});

/** One of very many. */
export const secretOfMany = (what: string, planted: Planted): Secret => secretOf(what, planted, OF_MANY);

export const secretsOf = (people: readonly PlantedPerson[]): readonly Secret[] => secretsIn(people);

/** In pieces so long that none is met by chance among the bytes of a whole store. */
export const wholeSecretsOf = (people: readonly PlantedPerson[]): readonly Secret[] =>
  secretsIn(people, OF_MANY);

/** Masks of theirs that say whose they are to whoever knows them. */
export const masksOf = (people: readonly PlantedPerson[]): readonly Secret[] =>
  people.flatMap(({ name, plates, sealed }) =>
    [name, ...plates, ...Object.values(sealed).flat()]
      .filter(({ shown }) => /[^*]/.test(shown))
      .map(({ shown }) => ({ what: `mask of ${name.shown}`, value: shown, pieces: [fold(shown)] })),
  );

function secretsIn(people: readonly PlantedPerson[], all?: Lengths): readonly Secret[] {
  return people.flatMap(({ name, pinyin, plates, sealed, room: { building, room } }) => {
    const secret = (field: string, planted: Planted, lengths: Lengths): Secret =>
      secretOf(`${field} of ${name.shown} (${building}-${room})`, planted, all ?? lengths);
    return [
      secret('name', name, OF_NAMES),
      ...(pinyin.value === '' ? [] : [secret('pinyin', pinyin, OF_OTHERS)]),
      ...plates.map((plate) => secret('plate', plate, OF_PLATES)),
      ...Object.entries(sealed).flatMap(([field, values]) =>
        values.map((planted) => secret(field, planted, OF_OTHERS)),
      ),
    ];
  });
}

/** Digits of a piece that a size in bytes has by chance now and then: of a plate, which nobody writes as a number. */
const BY_CHANCE = 4;

/** Every text that a value holds: strings at any depth, `numbers` too, and the names of keys; short ones in a row together as well. */
function textsOf(value: unknown, numbers: boolean): readonly string[] {
  const textsIn = (inner: unknown): readonly string[] => textsOf(inner, numbers);
  if (typeof value === 'string') return [value];
  // A length on a page has a fraction, and nobody's number has.
  if (typeof value === 'number')
    return !numbers || isTime(value) || !Number.isInteger(value) ? [] : [String(value)];
  if (typeof value === 'bigint') return [String(value)];
  if (value instanceof Uint8Array)
    return [Buffer.from(value).toString('utf8'), Buffer.from(value).toString('utf16le')];
  if (value instanceof Error) return [value.message, value.stack ?? '', ...textsIn(value.cause)];
  if (Array.isArray(value))
    return [...value.flatMap(textsIn), ...(value.every(isShort) ? [value.join('')] : [])];
  if (typeof value === 'object' && value !== null)
    return Object.entries(value).flatMap(([key, inner]) => [key, ...textsIn(inner)]);
  return [];
}

/** Milliseconds since 1970 of this century: no phone has thirteen digits, and no ID number is one of these. */
const isTime = (value: number): boolean => value > Date.UTC(2020) && value < Date.UTC(2100);

const isShort = (value: unknown): boolean => typeof value === 'string' && value.length < 8;

/** What can be read in `held` and may not be, one line each; `opened`: values that were asked for, with a PIN, just now. */
export function findClear(
  secrets: readonly Secret[],
  held: unknown,
  opened: readonly string[] = [],
): readonly string[] {
  const [text, words] = [true, false].map((numbers) => textsOf(held, numbers).map(fold).join('\n'));
  const asked = opened.map(fold);
  return secrets.flatMap(({ what, pieces }) => {
    const found = pieces.find(
      (piece) =>
        (piece.length > BY_CHANCE ? text : words)!.includes(piece) &&
        !asked.some((value) => value.includes(piece)),
    );
    return found === undefined ? [] : [`${what}: ${found}`];
  });
}
