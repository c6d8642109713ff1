/** Text of files and people as one line that shows all that is in it: nothing invisible, nothing that turns its direction or breaks it. */

/**
 * What nobody sees and everything breaks on: controls; format characters, among them zero-width ones and direction marks and overrides;
 * variation selectors, blank letters and whatever else Unicode has ignored where it is shown; the blank of braille; lone surrogates, which a store of UTF-8 would change.
 */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Default_Ignorable_Code_Point}\u2800]/gu;

/** Any white space, line ends among it (but no zero-width one, which a pattern takes for white space), becomes one space; invisible characters go; trimmed. */
export const toOneLine = (text: string): string =>
  text
    .replace(/(?:[^\S\ufeff]|\u0085)+/g, ' ')
    .replace(INVISIBLE, '')
    .replace(/ {2,}/g, ' ')
    .trim();
