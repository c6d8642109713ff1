/**
 * Schemas shared by the details of several groups. Every object is strict, every list bounded, every number
 * an integer with a range.
 */
import { z } from 'zod';
import { ERROR_CODES } from '../errors.ts';
import { personIdSchema } from '../ids.ts';
import { MAX_TIME } from '../numbers.ts';

/** Detail of an action whose entry says everything in its columns. */
export const noDetail = z.null();
/** Milliseconds since 1970. */
export const momentSchema = z.number().int().nonnegative().max(MAX_TIME);
/** Code of the error that ended the action. */
export const codeSchema = z.enum(ERROR_CODES);
/** Any number of residents: first and last id of each run, ascending. */
export const personRangesSchema = z.array(z.tuple([personIdSchema, personIdSchema])).max(100_000);
/** SHA-256 in lower-case hexadecimal of what was kept for an undo. */
export const journalSchema = z.string().regex(/^[0-9a-f]{64}$/);
/** Number of a record, sealed under a key of the store, in lower-case hexadecimal. */
export const sealedRecordSchema = z.string().regex(/^[0-9a-f]{88}$/);
/** Tables that a new resident, their home and what they have are written to. */
export const NEW_RECORD = {
  lease: '+',
  occupancy: '+',
  person: '+~',
  pet: '+',
  renovation: '+',
  room: '+',
  seal_batch: '+',
  sealed_value: '+',
  space: '+',
  vehicle: '+',
} as const;
/** Display name of a member of staff at that time. */
export const staffNameSchema = z.string().max(60);
