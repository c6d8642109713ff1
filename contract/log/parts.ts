/** What details of several groups are made of. Every object is strict, every list bounded, every number whole. */
import { z } from 'zod';
import { ERROR_CODES } from '../errors.ts';

/** One schema for each action of a group: an action without one does not compile. */
export type DetailSchemas<A extends string> = Readonly<Record<A, z.ZodType>>;

/** An action whose entry says everything in its columns. */
export const noDetail = z.null();
export const countSchema = z.number().int().nonnegative();
/** Of a row, counted from one. */
export const numberSchema = z.number().int().positive();
/** Milliseconds since 1970. */
export const momentSchema = z.number().int().nonnegative();
/** The code of what ended something. */
export const codeSchema = z.enum(ERROR_CODES);
/** Of somebody of the staff, as they are called at the time. */
export const staffNameSchema = z.string().max(60);
