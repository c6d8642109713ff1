/** Text as the face can show it. A character that it lacks stands there by its number: it is never left out, and never an empty box. */

/** The part of a face's interface that is needed here. */
interface Glyphs {
  readonly unitsPerEm: number;
  hasGlyphForCodePoint(codePoint: number): boolean;
  glyphForCodePoint(codePoint: number): { readonly advanceWidth: number };
}

export interface Measure {
  /** Width in points at one point of size. */
  widthOf(text: string): number;
  /** The text with every character that the face lacks as 〔U+20BB7〕, tabs as spaces and its line feeds kept. */
  readable(text: string): string;
}

/** They choose a form of the character before them, which the face has in one form. */
const VARIATION_SELECTOR = /[\uFE00-\uFE0F\u{E0100}-\u{E01EF}]/gu;
/** Characters that have no ink of their own but change how their neighbours are read, in either direction. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}]/u;

/** Measures in `glyphs`; remembers the width of each character that it has met. */
export function measureIn(glyphs: Glyphs): Measure {
  const widths = new Map<string, number>();
  const widthOfOne = (character: string): number => {
    const codePoint = character.codePointAt(0) ?? 0;
    const width = glyphs.glyphForCodePoint(codePoint).advanceWidth / glyphs.unitsPerEm;
    widths.set(character, width);
    return width;
  };
  const isShown = (character: string): boolean =>
    character === '\n' ||
    (!UNSEEN.test(character) && glyphs.hasGlyphForCodePoint(character.codePointAt(0) ?? 0));
  return {
    widthOf: (text) => {
      let width = 0;
      for (const character of text) width += widths.get(character) ?? widthOfOne(character);
      return width;
    },
    readable: (text) => {
      const plain = text.replaceAll('\r\n', '\n').replaceAll('\t', ' ').replaceAll(VARIATION_SELECTOR, '');
      let shown = '';
      for (const character of plain) shown += isShown(character) ? character : byNumber(character);
      return shown;
    },
  };
}

const byNumber = (character: string): string =>
  `〔U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}〕`;
