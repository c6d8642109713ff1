/** Ends of numbers that come from outside or stand in a signed entry: what nobody bounds is an order to whoever reads it. */
import { z } from 'zod';

/** Highest count, number of a row or of an entry: 48 bits, as far as ids go. */
export const MAX_COUNT = 2 ** 48 - 1;
/** The last millisecond of the year 9999, counted from 1970. */
export const MAX_TIME = 253_402_300_799_999;

/** A count, 0 or more. */
export const countSchema = z.number().int().nonnegative().max(MAX_COUNT);
/** A desk by its number; the first is 0. */
export const deskSchema = z
  .number()
  .int()
  .nonnegative()
  .max(2 ** 16 - 1);
/** A number counted from 1: of a row, an epoch, an entry. */
export const numberSchema = z.number().int().positive().max(MAX_COUNT);
