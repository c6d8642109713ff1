/** Numbers within free words that may be somebody's: a phone, an ID number, a card. */

const DATE = String.raw`(?:19|20)\d{2}(?:-\d{1,2}-|/\d{1,2}/|\.\d{1,2}\.)\d{1,2}(?!\d)`;
/** A calendar date, or digits with up to two signs between them. */
const FOUND = new RegExp(
  String.raw`(?<date>${DATE})|\p{Nd}(?:[\s\p{Pd}.·()（）]{0,2}(?!${DATE})\p{Nd}){6,}`,
  'gu',
);

/** So many digits without a sign between them, or altogether. A room of four parts, as 12-2-1801, has fewer. */
const IN_ONE = 7;
const ALTOGETHER = 10;
/** So many where each part has three: a telephone number of eight digits that is written in two. */
const IN_PARTS = 8;

/** Words with each digit of a long number as a star; a date stays. */
export const maskLongDigits = (words: string): string =>
  words.replaceAll(FOUND, (found, ...rest) => {
    const { date } = rest.at(-1) as { readonly date?: string };
    return date === undefined && isLong(found) ? found.replaceAll(/\p{Nd}/gu, '*') : found;
  });

function isLong(digits: string): boolean {
  const parts = digits.match(/\p{Nd}+/gu) ?? [];
  const lengths = parts.map((part) => [...part].length);
  const total = lengths.reduce((sum, length) => sum + length, 0);
  return (
    total >= ALTOGETHER ||
    lengths.some((length) => length >= IN_ONE) ||
    (total >= IN_PARTS && lengths.every((length) => length >= 3))
  );
}

/** The same, but for what is said in so many words: the company's own numbers stay. */
export const maskLongDigitsBut = (words: string, kept: readonly string[]): string => {
  const [first, ...others] = kept.filter((one) => one !== '');
  return first === undefined
    ? maskLongDigits(words)
    : words
        .split(first)
        .map((part) => maskLongDigitsBut(part, others))
        .join(first);
};
