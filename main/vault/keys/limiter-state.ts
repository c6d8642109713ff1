/** What the limiter remembers of each slot, in 20 bytes, and how a try, a right PIN and a passing day change it. */
import { assertNever } from '../../../contract/result.ts';
import type { SlotId } from '../../../contract/ids.ts';
import { fromHex, toHex } from '../crypto/bytes.ts';

/** A slot closes at this many failures within the window. */
export const MOST_FAILURES = 100;
/** What a missing or invalid half counts as. */
export const FAILURES_OF_MISSING_HALF = 10;
export const FREE_TRIES = 5;
const WAITS_SECONDS = [60, 300, 900, 1800, 5400, 14_400, 43_200] as const;
/**
 * The window: the current three days and the ten times three before them, so a failure counts for 30 to 33 days and
 * never for less than 30.
 */
export const DAYS_A_BUCKET = 3;
const BUCKETS = 11;

export interface SlotCount {
  /** Failures since the last right PIN. */
  readonly consecutive: number;
  readonly waitSeconds: number;
  /** Stays until an admin and a supervisor open it, also when the failures have aged. */
  readonly closed: boolean;
  /** Today's lone miss has been let off, see `countRight`. */
  readonly letOff: boolean;
  /** Failures by three days, the current ones first. */
  readonly buckets: readonly number[];
}

export interface LimiterState {
  /** Day of the window, in days since 1970-01-01; never moves back. */
  readonly day: number;
  readonly slots: ReadonlyMap<SlotId, SlotCount>;
  /** Stands for every slot without an entry of its own: set when a half was missing. */
  readonly others: SlotCount | null;
}

export const NO_FAILURES: SlotCount = {
  consecutive: 0,
  waitSeconds: 0,
  closed: false,
  letOff: false,
  buckets: Array<number>(BUCKETS).fill(0),
};
export const MISSING_HALF: SlotCount = {
  ...NO_FAILURES,
  consecutive: FAILURES_OF_MISSING_HALF,
  waitSeconds: waitAfter(FAILURES_OF_MISSING_HALF),
  buckets: NO_FAILURES.buckets.map((_, i) => (i === 0 ? FAILURES_OF_MISSING_HALF : 0)),
};

/** Seconds to wait after so many failures in a row: none for the first five tries, in the end twelve hours each. */
export function waitAfter(consecutive: number): number {
  if (consecutive < FREE_TRIES) return 0;
  return WAITS_SECONDS[Math.min(consecutive - FREE_TRIES, WAITS_SECONDS.length - 1)] ?? 0;
}

export const failuresInWindow = (count: SlotCount): number => count.buckets.reduce((sum, n) => sum + n, 0);
export const isClosed = (count: SlotCount): boolean =>
  count.closed || failuresInWindow(count) >= MOST_FAILURES;

/** A try that is about to be made: a failure until the PIN has proved right. */
export function countTry(count: SlotCount): SlotCount {
  const consecutive = Math.min(count.consecutive + 1, MOST_FAILURES);
  return {
    ...count,
    consecutive,
    waitSeconds: waitAfter(consecutive),
    buckets: changeBucket(count.buckets, 0, 1),
  };
}

/**
 * The PIN was right: `bucket` (how many buckets ago it was counted) loses this try, and nothing is in a row any more.
 * Once a day a lone miss, one wrong PIN and then the right one, is let off as well: 80 PINs a day with 3 % typos make 72
 * failures in 30 days, which by chance alone would close one slot in a thousand each month, and four times as many
 * over 33 days. It costs at most 33 guesses more, to somebody who guesses once a day just before the owner's right PIN.
 */
export function countRight(count: SlotCount, bucket: number): SlotCount {
  const wrongBefore = Math.max(count.consecutive - 1, 0);
  const letsOff = wrongBefore === 1 && !count.letOff && (count.buckets[0] ?? 0) > (bucket === 0 ? 1 : 0);
  const own = changeBucket(count.buckets, bucket, -1);
  return {
    ...count,
    consecutive: 0,
    waitSeconds: 0,
    letOff: count.letOff || letsOff,
    buckets: letsOff ? changeBucket(own, 0, -1) : own,
  };
}

/** A slot that is closed when its failures would age stays closed. */
export function passDays(count: SlotCount, fromDay: number, toDay: number): SlotCount {
  if (toDay <= fromDay) return count;
  const steps = Math.min(bucketOf(toDay) - bucketOf(fromDay), BUCKETS);
  const buckets = [...Array<number>(steps).fill(0), ...count.buckets].slice(0, BUCKETS);
  return { ...count, closed: isClosed(count), letOff: false, buckets };
}

export const bucketOf = (day: number): number => Math.floor(day / DAYS_A_BUCKET);

/** The larger of both in everything. */
export function mergeCounts(a: SlotCount, b: SlotCount): SlotCount {
  return {
    consecutive: Math.max(a.consecutive, b.consecutive),
    waitSeconds: Math.max(a.waitSeconds, b.waitSeconds),
    closed: a.closed || b.closed,
    letOff: a.letOff || b.letOff,
    buckets: a.buckets.map((n, i) => Math.max(n, b.buckets[i] ?? 0)),
  };
}

export function passDaysAll(state: LimiterState, day: number): LimiterState {
  if (day <= state.day) return state;
  return {
    day,
    slots: new Map([...state.slots].map(([id, count]) => [id, passDays(count, state.day, day)])),
    others: state.others === null ? null : passDays(state.others, state.day, day),
  };
}

/** A half: `fresh` before anything was ever counted, `missing` also when it is there and not valid. */
export type LimiterHalf =
  | { readonly kind: 'read'; readonly state: LimiterState }
  | { readonly kind: 'fresh' }
  | { readonly kind: 'missing' };

/** The larger of both halves, a missing one counting as ten failures of everybody. `today` is used where neither half knows a day. */
export function mergeHalves(anchor: LimiterHalf, file: LimiterHalf, today: number): LimiterState {
  const known = [anchor, file].flatMap((half) => (half.kind === 'read' ? [half.state.day] : []));
  const day = known.length === 0 ? today : Math.max(...known);
  const a = stateOf(anchor, day);
  const b = stateOf(file, day);
  const ids = new Set([...a.slots.keys(), ...b.slots.keys()]);
  const slots = new Map([...ids].map((id) => [id, mergeCounts(countOf(a, id), countOf(b, id))] as const));
  return {
    day,
    slots,
    others:
      a.others === null && b.others === null
        ? null
        : mergeCounts(a.others ?? NO_FAILURES, b.others ?? NO_FAILURES),
  };
}

export function countOf(state: LimiterState, id: SlotId): SlotCount {
  return state.slots.get(id) ?? state.others ?? NO_FAILURES;
}

function stateOf(half: LimiterHalf, day: number): LimiterState {
  switch (half.kind) {
    case 'read':
      return passDaysAll(half.state, day);
    case 'fresh':
      return { day, slots: new Map(), others: null };
    case 'missing':
      return { day, slots: new Map(), others: MISSING_HALF };
    default:
      return assertNever(half);
  }
}

function changeBucket(buckets: readonly number[], bucket: number, by: number): readonly number[] {
  return buckets.map((n, i) => (i === bucket ? Math.min(Math.max(n + by, 0), MOST_FAILURES) : n));
}

// --- bytes: format, day (16 bits), then 20 bytes a slot

const FORMAT = 1;
const HEAD_BYTES = 3;
const ID_BYTES = 8;
export const SLOT_BYTES = 20;
/** Room in the anchor besides everything else; a vault has 50 people. */
export const MOST_SLOTS = 64;
const OTHERS_ID = '0000000000000000';
/** Twelve numbers from 0 to 100, the failures in a row and the eleven buckets, are one of 101^12 < 2^80. */
const BASE = BigInt(MOST_FAILURES + 1);
const NUMBERS = BUCKETS + 1;
const NUMBER_BYTES = 10;
const LET_OFF_BIT = 0x8000;
/** The wait in steps of two seconds, rounded up; the largest value says that the slot is closed. */
const WAIT_STEP_SECONDS = 2;
const CLOSED = 0x7fff;

/** A slot without anything to remember takes no room, unless its zeros have to hold against `others`. */
export function packLimiter(state: LimiterState): Uint8Array {
  const entries: (readonly [string, SlotCount])[] = [...state.slots].filter(
    ([, count]) => state.others !== null || !isClean(count),
  );
  if (state.others !== null) entries.push([OTHERS_ID, state.others]);
  const head = Buffer.alloc(HEAD_BYTES);
  head.writeUInt8(FORMAT, 0);
  head.writeUInt16BE(state.day, 1);
  return new Uint8Array(Buffer.concat([head, ...entries.map(([id, count]) => packSlot(id, count))]));
}

/** undefined for anything but whole entries of this format. */
export function unpackLimiter(bytes: Uint8Array): LimiterState | undefined {
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (whole.length < HEAD_BYTES || whole[0] !== FORMAT || (whole.length - HEAD_BYTES) % SLOT_BYTES !== 0)
    return undefined;
  const slots = new Map<SlotId, SlotCount>();
  let others: SlotCount | null = null;
  for (let at = HEAD_BYTES; at < whole.length; at += SLOT_BYTES) {
    const id = toHex(whole.subarray(at, at + ID_BYTES));
    const count = unpackSlot(whole.subarray(at + ID_BYTES, at + SLOT_BYTES));
    if (count === undefined) return undefined;
    if (id === OTHERS_ID) others = count;
    else slots.set(id as SlotId, count);
  }
  return { day: whole.readUInt16BE(1), slots, others };
}

function isClean(count: SlotCount): boolean {
  return (
    count.consecutive === 0 &&
    count.waitSeconds === 0 &&
    !count.closed &&
    !count.letOff &&
    failuresInWindow(count) === 0
  );
}

function packSlot(id: string, count: SlotCount): Uint8Array {
  const wait = count.closed ? CLOSED : Math.ceil(count.waitSeconds / WAIT_STEP_SECONDS);
  const flags = Buffer.alloc(2);
  flags.writeUInt16BE(wait | (count.letOff ? LET_OFF_BIT : 0));
  const packed = [count.consecutive, ...count.buckets].reduceRight((sum, n) => sum * BASE + BigInt(n), 0n);
  return Buffer.concat([
    fromHex(id) ?? new Uint8Array(ID_BYTES),
    flags,
    Buffer.from(packed.toString(16).padStart(2 * NUMBER_BYTES, '0'), 'hex'),
  ]);
}

function unpackSlot(bytes: Buffer): SlotCount | undefined {
  const flags = bytes.readUInt16BE(0);
  let packed = BigInt(`0x${toHex(bytes.subarray(2))}`);
  const numbers: number[] = [];
  for (let i = 0; i < NUMBERS; i++) {
    numbers.push(Number(packed % BASE));
    packed /= BASE;
  }
  const wait = flags & ~LET_OFF_BIT;
  const closed = wait === CLOSED;
  if (packed !== 0n || (!closed && wait * WAIT_STEP_SECONDS > waitAfter(MOST_FAILURES))) return undefined;
  const [consecutive = 0, ...buckets] = numbers;
  // A closed slot has no room for its wait; opened again, it starts from nothing.
  return {
    consecutive,
    waitSeconds: closed ? 0 : wait * WAIT_STEP_SECONDS,
    closed,
    letOff: (flags & LET_OFF_BIT) !== 0,
    buckets,
  };
}
