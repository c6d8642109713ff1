/** Items that a notice asks for, one a line, without the numbers that lists have at their beginning. Pure. */

const NUMBER = /^\s*[（(]?(?:\d{1,2}|[一二三四五六七八九十]{1,3})[）)、.．]\s*/u;

export const itemsIn = (text: string): readonly string[] =>
  text
    .split('\n')
    .map((line) => line.replace(NUMBER, '').trim())
    .filter((line) => line !== '');
