/** What a tally keeps of a text that stands in many cells. */
import type { FoundNumbers } from './found-numbers.ts';

/** A text that was looked at, to be counted as often as it stands in a file. */
export interface LookedText {
  readonly hashes: readonly [number, number];
  /** Null where there is no number in it. */
  readonly found: FoundNumbers | null;
  readonly heading: Heading | null;
  /** It is nothing but its number. */
  readonly isLone: boolean;
  /** Its digits, where it may be a part of an ID that goes on in the next cell; null of any other. */
  readonly piece: string | null;
  /** It holds more digits than a heading does. */
  readonly isNumber: boolean;
}

/**
 * What stands in a column, by the text above it. `code`: numbers of something, and the text is their name and no title; `account`: the same, and it does
 * not say of what, or of somebody; `others`: something that is nobody's; `plain`: anything, in a row of headings.
 */
export type Heading = 'phones' | 'code' | 'account' | 'others' | 'plain';
