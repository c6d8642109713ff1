/**
 * When the search box turns to `type=password`, whose text the main process never sees: on a first key that is a digit
 * or `#`; a letter or an input method turns it back (docs/keys.md, Memory). Pure.
 */

export type BoxMode = 'text' | 'number';

interface KeyFacts {
  /** KeyboardEvent.key */
  readonly key: string;
  /** The key goes to an input method. */
  readonly composing: boolean;
  /** Ctrl, Alt or Meta is held: a command, not a character. */
  readonly command: boolean;
  /** The key will be the first character of the box. */
  readonly first: boolean;
  /** Seventeen digits stand in the box: an X is the last of an ID number. */
  readonly endsId?: boolean;
}

const STARTS_NUMBER = /^[0-9#]$/;
const STAYS_NUMBER = /^[0-9#\-./ ]$/;

export function modeAfterKey(mode: BoxMode, facts: KeyFacts): BoxMode {
  if (facts.composing || facts.key === 'Process') return 'text';
  if (facts.command || [...facts.key].length !== 1) return mode;
  if (facts.first) return STARTS_NUMBER.test(facts.key) ? 'number' : 'text';
  if (facts.endsId === true && /^[xX]$/.test(facts.key)) return mode;
  return mode === 'number' && !STAYS_NUMBER.test(facts.key) ? 'text' : mode;
}

/** A paste decides like the keys that it stands for. */
export function modeAfterPaste(mode: BoxMode, pasted: string, first: boolean): BoxMode {
  const characters = [...pasted.trim()];
  if (characters.length === 0) return mode;
  const numeric =
    characters.every((character) => STAYS_NUMBER.test(character)) || ENDS_ID.test(pasted.trim());
  if (first) return numeric && STARTS_NUMBER.test(characters[0] ?? '') ? 'number' : 'text';
  return numeric ? mode : 'text';
}

const ENDS_ID = /^(?:\d[- ]?){17}[xX]$/;
const IS_NUMBER = /^[0-9#][0-9#\-./ ]*$/;

/**
 * An emptied box waits for a first key again, with the input method at hand. A text of which only a number is left,
 * as when the letter was a slip and is deleted, is a number again; not in the middle of a composition, which that would end.
 */
export function modeAfterInput(mode: BoxMode, value: string, composing: boolean): BoxMode {
  if (value === '') return 'text';
  return !composing && (IS_NUMBER.test(value) || ENDS_ID.test(value)) ? 'number' : mode;
}

/** As long as an ID number, whole or nearly: what it is asks for a supervisor instead of a search. */
export const looksLikeId = (text: string): boolean =>
  /^[1-9](?:\d{14,17}|\d{16}[xX])$/.test(text.replace(/[- ]/g, ''));
export const isWholeId = (text: string): boolean =>
  /^[1-9](?:\d{14}|\d{16}[\dxX])$/.test(text.replace(/[- ]/g, ''));
/** The last character of an ID number may be an X, which is no reason to leave number mode. */
export const endsId = (before: string): boolean => /^(?:\d[- ]?){17}$/.test(before);
