/** Returns the letters by which spreadsheets name a column (from 0): A to Z, then AA. */
export const letterOf = (column: number): string =>
  `${column < 26 ? '' : letterOf(Math.floor(column / 26) - 1)}${String.fromCodePoint(65 + (column % 26))}`;
