/** Resident ID numbers between other words, however they are written. */

/** Of 18 digits, whatever they say, with a space or a dash between their parts; of 15 with the day of a birth in them. */
const ID_AMID =
  /(?<!\d)[1-9]\d{5}(?:[ -]?\d{4}[ -]?\d{2}[ -]?\d{2}[ -]?\d{3}[\dXx]|\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3})(?!\d)/g;

/** Of full width, each as long as the one that it stands for. */
const WIDE = /[０-９Ｘｘ　－]/g;
const narrow = (sign: string): string =>
  sign === '　' ? ' ' : String.fromCharCode(sign.charCodeAt(0) - 0xfee0);

/** The same with three stars for each ID number within it; the text itself where it has none. */
export function starIdNumbers(text: string): string {
  const plain = text.replaceAll(WIDE, narrow);
  let made = '';
  let from = 0;
  for (const { index, 0: found } of plain.matchAll(ID_AMID)) {
    made += `${text.slice(from, index)}***`;
    from = index + found.length;
  }
  return from === 0 ? text : made + text.slice(from);
}
