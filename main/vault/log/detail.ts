/** The detail of an entry between its type and its text in the store: written by one encoder, read by one parser that trusts nothing. */
import { toOneLine } from '../../../contract/one-line.ts';
import type { LogAction } from '../../../contract/log/actions.ts';
import type { LogDetail, Unreadable } from '../../../contract/log/entries.ts';
import { LOG_DETAILS, UNREADABLE } from '../../../contract/log/entries.ts';
import { readOldDetail } from './old-detail.ts';

/**
 * U+001E, the record separator that leads a JSON text in RFC 7464. Every sentence of before was made one visible line, without control
 * characters: none of them can begin with it.
 */
const MARK = '\u001e';

/** The columns of an entry that its detail is read by. */
export interface StoredDetail<A extends LogAction = LogAction> {
  readonly action: A;
  readonly field: string | null;
  readonly outcome: string;
  readonly detail: string | null;
}

/**
 * The text of a detail, null for null: the mark, then JSON in one way only. Objects have their members in the order of UTF-16 code units and
 * none that is undefined; there is no space between tokens; numbers are safe integers without fraction or exponent; strings are NFC, one
 * visible line (contract/one-line.ts), and escaped as JSON.stringify does. It is text for encodeLogContent like any other, hashed as its UTF-8.
 * Errors: a ZodError where the detail is none of its action's, a TypeError for a number that is no safe integer.
 */
export function encodeDetail<A extends LogAction>(action: A, detail: LogDetail<A>): string | null {
  const canonical = canonicalOf(detail);
  LOG_DETAILS[action].parse(canonical);
  return canonical === null ? null : MARK + JSON.stringify(canonical);
}

/**
 * The detail of a row as the store has it; `unreadable` for whatever is none of its action's: an unknown member, a number or word out of
 * bounds, JSON that is not written in the one way. What lies there without the mark is a sentence of before.
 */
export function readDetail<A extends LogAction>(row: StoredDetail<A>): LogDetail<A> | Unreadable {
  if (!Object.hasOwn(LOG_DETAILS, row.action)) return UNREADABLE;
  const found =
    row.detail === null ? null : row.detail.startsWith(MARK) ? parse(row.detail) : readOldDetail(row);
  const checked = LOG_DETAILS[row.action].safeParse(found);
  return checked.success ? (checked.data as LogDetail<A>) : UNREADABLE;
}

/** Undefined, which no schema takes, where it is not what the encoder writes. */
function parse(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text.slice(MARK.length));
    // Null is a null in the store, and has no text.
    return value !== null && MARK + JSON.stringify(canonicalOf(value)) === text ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Made anew member by member, so that JSON.stringify has one way to write it. */
function canonicalOf(value: unknown): unknown {
  if (typeof value === 'string') return toOneLine(value.normalize('NFC'));
  if (typeof value === 'number' && !Number.isSafeInteger(value))
    throw new TypeError('a number in the log is a safe integer');
  if (Array.isArray(value)) return value.map(canonicalOf);
  if (typeof value !== 'object' || value === null) return value;
  const made: Record<string, unknown> = {};
  for (const key of Object.keys(value).sort()) {
    const member = (value as Readonly<Record<string, unknown>>)[key];
    if (member !== undefined) made[key] = canonicalOf(member);
  }
  return made;
}
