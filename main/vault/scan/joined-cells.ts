/** Joins what stands in neighbouring cells of a row: an ID of which each cell has a part, or one digit, as forms have it. */
import type { Place } from '../tables/text-sink.ts';

/** Takes the cells of a table in their order. */
export interface JoinedCells {
  /** `piece`: as `pieceOf` says. Returns the number that ends in this cell, if it may be one. */
  take(piece: string | null, place: Place): string | null;
}

const LONGEST_PIECE = 14;
const ID_DIGITS = 18;
/** Digits of the parts: region, birthday, order, as forms and wizards that cut a column leave them. */
const PARTS: ReadonlySet<string> = new Set([
  '6,8,4',
  '6,8,3,1',
  '6,4,4,4',
  '6,4,2,2,4',
  '14,4',
  '6,12',
  Array.from({ length: ID_DIGITS }, () => 1).join(','),
]);

/** The digits of a cell that may be a part of an ID; null of any other. */
export function pieceOf(text: string): string | null {
  if (text.length > LONGEST_PIECE) return null;
  const first = text.charCodeAt(0);
  // Most cells are none: told without a look at the rest.
  if ((first < 48 || first > 57) && first !== 0x58 && first !== 0x78) return null;
  return /^\d*[\dXx]$/.test(text) ? text : null;
}

export function createJoinedCells(): JoinedCells {
  let [table, row] = [-1, -1];
  let pieces: string[] = [];
  return {
    take(piece, place) {
      if (piece === null) {
        if (pieces.length > 0) pieces = [];
        return null;
      }
      if (place.row !== row || place.table !== table) {
        pieces = [];
        ({ table, row } = place);
      }
      pieces.push(piece);
      if (pieces.length > ID_DIGITS) pieces.shift();
      return pieces.length === 1 ? null : joinedOf(pieces);
    },
  };
}

/** The last of them that make up an ID. */
function joinedOf(pieces: readonly string[]): string | null {
  let length = 0;
  for (let from = pieces.length - 1; from >= 0; from -= 1) {
    length += pieces[from]?.length ?? 0;
    if (length > ID_DIGITS) return null;
    if (length < ID_DIGITS) continue;
    const parts = pieces.slice(from);
    return PARTS.has(parts.map((part) => part.length).join(',')) ? parts.join('') : null;
  }
  return null;
}
