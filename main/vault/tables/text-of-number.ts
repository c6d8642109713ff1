/** Text of a cell with a number, the same for every format of workbook; empty where it is not finite. */

/** Digits whole, as 13800000000 and not 1.38E+10. */
export const textOfNumber = (value: number): string =>
  Number.isFinite(value)
    ? Number.isInteger(value) && Math.abs(value) < 1e21
      ? String(value)
      : String(Number(value.toPrecision(12)))
    : '';
