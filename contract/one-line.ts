/**
 * Normalises text from files and people to one line without invisible characters, direction overrides or line
 * breaks.
 */

/**
 * Invisible characters: controls; format characters, including zero-width characters, direction marks and
 * overrides; default-ignorable code points such as variation selectors (Unicode Standard, 5.21); the braille
 * blank U+2800; lone surrogates, which UTF-8 cannot represent.
 */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Default_Ignorable_Code_Point}\u2800]/gu;

/**
 * The text with each run of white space, line ends included, as one space, invisible characters removed, and
 * trimmed. U+FEFF counts as invisible, not as white space.
 */
export const toOneLine = (text: string): string =>
  text
    .replace(/(?:[^\S\ufeff]|\u0085)+/g, ' ')
    .replace(INVISIBLE, '')
    .replace(/ {2,}/g, ' ')
    .trim();
