/**
 * Numbers that are signed, sealed or under a MAC, each with its range. A number without one is an order to whoever reads it: a format of a million shuts the vault
 * for good, a generation of 2⁵³ has no next one. No schema of the vault makes a number elsewhere but those of its own files of rules
 * (tests/unit/keys/signed-numbers.test.ts).
 */
import { z } from 'zod';
import { MAX_COUNT, MAX_TIME } from '../../../contract/numbers.ts';

/** Highest epoch of the store key, of which its file's name has nine digits at most. */
export const MAX_EPOCH = 999_999_999;
/** Highest generation of a header or of keys; the anchor has 32 bits for it. */
export const MAX_GENERATION = 4_000_000_000;
/** Highest number of an entry of the roster; the anchor and the signatures of the log have 32 bits for it. */
const MAX_ROSTER_N = 4_000_000_000;
/** Highest format of the header that any program will have. */
const MAX_FORMAT = 1000;
/** Most bytes of a backup's store: a pebibyte, above every file system that SQLite runs on. */
const MAX_STORE_BYTES = 2 ** 50;

const from = (least: number, most: number) => z.number().int().min(least).max(most);

/** Epoch of the store key or of a tier key. */
export const epochSchema = from(1, MAX_EPOCH);
/** Generation of a header, of keys or of a sheet. */
export const generationSchema = from(1, MAX_GENERATION);
/** Number of an entry of the roster. */
export const rosterNumberSchema = from(1, MAX_ROSTER_N);
/** Format of the header that a program must support. */
export const formatSchema = from(1, MAX_FORMAT);
/** Milliseconds since 1970. */
export const timeSchema = from(0, MAX_TIME);
/** Counted from 1: lines, entries of the log. The anchor has 48 bits for it. */
export const countedSchema = from(1, MAX_COUNT);
/** Segment of the log; the anchor has 32 bits for it. */
export const segmentSchema = from(1, 2 ** 32 - 1);
/** Number of a log entry; 0 before the first. */
export const seqSchema = from(0, MAX_COUNT);
/** Rows of a table. */
export const rowsSchema = from(0, MAX_COUNT);
/** Bytes of a backup's store. */
export const storeBytesSchema = from(1, MAX_STORE_BYTES);
/** Schema version of a store (`PRAGMA user_version`, 31 bits). */
export const storeVersionSchema = from(0, 2 ** 31 - 1);
/** Each parameter of Argon2id; which of them may be used together `argon2ParamsAllowed` says. */
export const argon2NumberSchema = from(1, 2 ** 22);
/** Any other number of which the highest is known. */
export const numberUpTo = (least: number, most: number) => from(least, most);

/** The number after `last`; behind the highest it begins anew, so that none that somebody has written or signed is the last. */
export const nextNumber = (last: number, most: number): number => (last < most ? last + 1 : 1);
