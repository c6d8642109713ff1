/** Encodes the detail of a log entry as text and parses it back without trusting the store. */
import { toOneLine } from '../../../contract/one-line.ts';
import {
  ACTIONS,
  type LogAction,
  type LogDetail,
  type ShownAction,
  UNREADABLE,
  type Unreadable,
} from '../../../contract/log/entries.ts';

/** U+001E, the record separator that precedes a JSON text in RFC 7464. */
const MARK = '\u001e';

/** The columns of an entry that are needed to read its detail. */
interface StoredDetail<A extends LogAction = LogAction> {
  readonly action: A;
  readonly field: string | null;
  readonly outcome: string;
  readonly detail: string | null;
}

/**
 * The text of a detail, null for null: the mark, then canonical JSON. Members are sorted by UTF-16 code
 * units, without undefined ones; there is no space between tokens; numbers are safe integers without fraction
 * or exponent; strings are NFC, one visible line (contract/one-line.ts), escaped as by JSON.stringify. The
 * log hashes it as UTF-8.
 * Errors: ZodError where the detail does not match its action's schema, TypeError for a number that is not a
 * safe integer.
 */
export function encodeDetail<A extends LogAction>(action: A, detail: LogDetail<A>): string | null {
  const canonical = canonicalOf(detail);
  ACTIONS[action].detail.parse(canonical);
  return canonical === null ? null : MARK + JSON.stringify(canonical);
}

/**
 * The detail of a stored row, of an action by which nothing is decided; what decides is read by `decisions.ts`. `unreadable` where it does not match its
 * action's schema or is not canonical JSON behind the mark.
 */
export const readDetail = <A extends ShownAction>(row: StoredDetail<A>): LogDetail<A> | Unreadable =>
  readAnyDetail(row);

/** As `readDetail`, of any action, for what shows the log and goes by none of it: who may call it is in the layer rules. */
export function readAnyDetail<A extends LogAction>(row: StoredDetail<A>): LogDetail<A> | Unreadable {
  if (!Object.hasOwn(ACTIONS, row.action)) return UNREADABLE;
  const found = row.detail === null ? null : parse(row.detail);
  const checked = ACTIONS[row.action].detail.safeParse(found);
  return checked.success ? (checked.data as LogDetail<A>) : UNREADABLE;
}

/** Undefined, which no schema accepts, where the text is not what the encoder writes. Errors: TypeError where it is no text, which no row of ours has. */
function parse(text: string): unknown {
  if (typeof text !== 'string') throw new TypeError('the detail of an entry is no text');
  try {
    const value: unknown = JSON.parse(text.slice(MARK.length));
    // A null detail is stored as NULL and has no text.
    return value !== null && MARK + JSON.stringify(canonicalOf(value)) === text ? value : undefined;
  } catch {
    return undefined;
  }
}

/** A copy with sorted members, so that JSON.stringify has one way to write it. */
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
