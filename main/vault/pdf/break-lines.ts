/** Breaks a text into lines of a width, by the rules of Chinese typesetting: words and numbers stay whole, and no line begins with what closes or ends with what opens. */
import type { Measure } from './readable-text.ts';

/** Characters that no line begins with (GB/T 15834, JIS X 4051). */
const CLOSES = new Set('、。，．：；？！…—～·）》」』】〕〉”’％℃,.:;?!)]}%');
/** Characters that no line ends with. */
const OPENS = new Set('（《「『【〔〈“‘([{￥¥$');
/** A run of letters and figures is one piece, with what stands between them; everything else is a piece by itself. */
const PIECES =
  /[\p{Script=Latin}\p{Nd}\p{Script=Greek}\p{Script=Cyrillic}][\p{Script=Latin}\p{Nd}\p{Script=Greek}\p{Script=Cyrillic}\p{M}.,:/_@+*'’%-]*|\s+|[^]/gu;

/**
 * The lines of `text`, at least one. A line feed begins a new line; a piece that is wider than a line is broken anywhere.
 * `width` is in points, `size` the points of the text.
 */
export function breakLines(text: string, width: number, size: number, measure: Measure): readonly string[] {
  const most = width / size;
  return text.split('\n').flatMap((line) => breakOne(line, most, measure));
}

function breakOne(text: string, most: number, measure: Measure): readonly string[] {
  const lines: string[] = [];
  let line = '';
  let taken = 0;
  const next = (): void => {
    lines.push(line.trimEnd());
    line = '';
    taken = 0;
  };
  for (const piece of unbreakable(text)) {
    const needed = measure.widthOf(piece.trimEnd());
    if (taken + needed > most && line !== '') next();
    if (line === '' && lines.length > 0 && piece.trim() === '') continue;
    for (const part of needed > most ? piece : [piece]) {
      const width = measure.widthOf(part);
      if (taken + width > most && line !== '' && needed > most) next();
      line += part;
      taken += width;
    }
  }
  if (line !== '' || lines.length === 0) next();
  return lines;
}

/** Pieces with what may not be parted from them. */
function unbreakable(text: string): readonly string[] {
  const pieces: string[] = [];
  for (const piece of text.match(PIECES) ?? []) {
    const last = pieces.at(-1);
    const staysWithLast =
      last !== undefined &&
      ((CLOSES.has(piece) && last.trim() !== '') || (OPENS.has(last.at(-1) ?? '') && piece.trim() !== ''));
    if (staysWithLast) pieces[pieces.length - 1] = last + piece;
    else pieces.push(piece);
  }
  return pieces;
}
