/**
 * Room patterns of an estate, such as `T{栋}-{房}`. A text is read along a pattern once, from first to last
 * character, without regular expressions or backtracking, so that no pattern can be slow.
 */
import {
  LONGEST_PATTERN,
  type PatternProblem,
  ROOM_PLACES,
  type RoomPlace,
} from '../../../contract/search/room-patterns.ts';
import { normaliseDashes, normaliseText } from './normalise.ts';

type Piece =
  | { readonly literal: string }
  /**
   * `width`: number of digits; null: a number with its letters, of any length. `letters`: whether letters may
   * belong to it.
   */
  | { readonly place: RoomPlace; readonly width: number | null; readonly letters: boolean };

/** A compiled pattern; `text` is its normal form. */
export interface RoomPattern {
  readonly text: string;
  readonly pieces: readonly Piece[];
}

/** The patterns of an estate; the first that matches is used. */
export type RoomPatterns = readonly RoomPattern[];
/** An estate without patterns. */
export const NO_PATTERNS: RoomPatterns = [];

/** A compiled pattern, or what is wrong with it. */
export type PatternCheck = { readonly pattern: RoomPattern } | { readonly problem: PatternProblem };

/** Compiles a typed pattern. Never throws. */
export function compilePattern(typed: string): PatternCheck {
  const text = normaliseDashes(normaliseText(typed))
    .toUpperCase()
    .replace(/(?<=[A-Z0-9}]) (?=[A-Z0-9{])/g, '-')
    .replace(/ /g, '')
    .replace(/[_/\\]/g, '-');
  if (text.length > LONGEST_PATTERN) return { problem: 'too-long' };
  const split = splitPieces(text);
  if ('problem' in split) return split;
  const pieces = split.pieces.map((piece, at) => withLetters(piece, split.pieces[at + 1]));
  const places = pieces.flatMap((piece) => ('place' in piece ? [piece.place] : []));
  if (new Set(places).size !== places.length) return { problem: 'repeated-place' };
  if (!places.includes('房')) return { problem: 'no-room' };
  if (!places.includes('栋')) return { problem: 'no-building' };
  if (pieces.some((piece, at) => runsOn(piece, pieces[at + 1]))) return { problem: 'touching-places' };
  return { pattern: { text, pieces } };
}

const isPlace = (text: string): text is RoomPlace => (ROOM_PLACES as readonly string[]).includes(text);

function splitPieces(
  text: string,
): { readonly pieces: readonly Piece[] } | { readonly problem: PatternProblem } {
  const pieces: Piece[] = [];
  for (let at = 0; at < text.length;) {
    const open = text.indexOf('{', at);
    const until = open < 0 ? text.length : open;
    const literal = text.slice(at, until);
    if (literal.includes('}')) return { problem: 'unclosed' };
    if (literal !== '') pieces.push({ literal });
    if (open < 0) break;
    const close = text.indexOf('}', open);
    if (close < 0) return { problem: 'unclosed' };
    const inside = text.slice(open + 1, close);
    const digit = /\d$/.test(inside);
    const place = digit ? inside.slice(0, -1) : inside;
    if (!isPlace(place) || inside.endsWith('0'))
      return { problem: inside.includes('{') ? 'unclosed' : 'unknown-place' };
    pieces.push({ place, width: digit ? Number(inside.slice(-1)) : null, letters: true });
    at = close + 1;
  }
  return { pieces };
}

/** A letter that is next in the pattern does not belong to the number before it. */
const withLetters = (piece: Piece, next: Piece | undefined): Piece =>
  'place' in piece
    ? {
        ...piece,
        letters:
          piece.width === null && !(next !== undefined && 'literal' in next && isLetter(next.literal[0])),
      }
    : piece;

/** Whether a number without fixed width would take characters of the next piece. */
const runsOn = (piece: Piece, next: Piece | undefined): boolean =>
  'place' in piece &&
  piece.width === null &&
  next !== undefined &&
  ('place' in next || isDigit(next.literal[0]));

const isLetter = (character: string | undefined): boolean =>
  character !== undefined && character >= 'A' && character <= 'Z';
const isDigit = (character: string | undefined): boolean =>
  character !== undefined && character >= '0' && character <= '9';

const SAMPLES: Readonly<Record<RoomPlace, readonly [string, string]>> = {
  期: ['2', '1'],
  区: ['1', '3'],
  栋: ['3', '12'],
  单元: ['2', '1'],
  层: ['18', '5'],
  房: ['1801', '502'],
};

/**
 * Two sample rooms written by the pattern, to test whether they are read back unchanged and whether another
 * notation reads them.
 */
export function samplesOf({
  pieces,
}: RoomPattern): readonly { readonly text: string; readonly places: ReadonlyMap<RoomPlace, string> }[] {
  return [0, 1].map((which) => {
    const places = new Map<RoomPlace, string>();
    const text = pieces
      .map((piece) => {
        if ('literal' in piece) return piece.literal;
        const value = SAMPLES[piece.place][which] ?? '';
        const fitted = piece.width === null ? value : value.padStart(piece.width, '0').slice(-piece.width);
        places.set(piece.place, fitted.replace(/^0+(?=\d)/, ''));
        return fitted;
      })
      .join('');
    return { text, places };
  });
}

/** Value of each place of a pattern in a text. */
export interface PatternReading {
  readonly places: ReadonlyMap<RoomPlace, string>;
  /** The text ends before the pattern does. */
  readonly cut: boolean;
  /** The place within which the text may end, so that more of it may follow. */
  readonly open: RoomPlace | null;
}

/** The characters of a text by index: a string or array, or in tests an object that counts reads. */
interface Characters {
  readonly length: number;
  readonly [at: number]: string;
}

/** Most letters before a number; `MAX_DIGITS`: most digits of one without a fixed width. */
const MAX_LETTERS = 2;
const MAX_DIGITS = 6;

/**
 * Reads a text along a pattern; null where it does not match. `text`: half-width, upper case, without spaces.
 */
export function readAlong(pattern: RoomPattern, text: Characters): PatternReading | null {
  const places = new Map<RoomPlace, string>();
  let at = 0;
  let open: RoomPlace | null = null;
  for (const [index, piece] of pattern.pieces.entries()) {
    if (at === text.length) return index === 0 ? null : { places, cut: true, open };
    if ('literal' in piece) {
      for (const character of piece.literal) {
        if (at === text.length) return { places, cut: true, open: null };
        if (text[at] !== character) return null;
        at++;
      }
      open = null;
    } else {
      const end = endOfPlace(piece, text, at);
      if (end === at) return null;
      let value = '';
      for (let i = at; i < end; i++) value += text[i];
      places.set(piece.place, value);
      at = end;
      open = piece.place;
      if (piece.width !== null && value.length < piece.width)
        return at === text.length ? { places, cut: true, open } : null;
    }
  }
  return at === text.length ? { places, cut: false, open } : null;
}

/**
 * The end of a place: letters, digits and a letter, or a fixed number of digits; also letters alone, as in
 * A座.
 */
function endOfPlace(
  { width, letters }: Extract<Piece, { readonly place: RoomPlace }>,
  text: Characters,
  from: number,
): number {
  let at = from;
  if (letters) while (at < from + MAX_LETTERS && at < text.length && isLetter(text[at])) at++;
  const digits = at;
  while (at < digits + (width ?? MAX_DIGITS) && at < text.length && isDigit(text[at])) at++;
  if (letters && at > digits && at < text.length && isLetter(text[at])) at++;
  return at;
}
