/**
 * State of the limiter: what it remembers of each slot, in 21 bytes, and how a try, a right PIN and a passing
 * day change it.
 */
import { assertNever } from '../../../contract/result.ts';
import type { SlotId } from '../../../contract/ids.ts';
import { fromHex, toHex } from '../crypto/bytes.ts';

/** A slot closes at this many failures within the window. */
export const MAX_FAILURES = 100;
/** Failures that a missing or invalid half counts as. */
const FAILURES_OF_MISSING_HALF = 10;
/** Failures in a row before waits begin. */
export const FREE_TRIES = 5;
const WAITS_SECONDS = [60, 300, 900, 1800, 5400, 14_400, 43_200] as const;
/**
 * Days in one bucket of the window. The window has the current bucket and the ten before it, so a failure
 * counts for 30 to 33 days.
 */
const DAYS_A_BUCKET = 3;
const BUCKETS = 11;

/** Failures of one slot. */
export interface SlotCount {
  /** Failures in a row since the last right PIN. */
  readonly consecutive: number;
  readonly waitSeconds: number;
  /** The slot stays closed until an admin and a supervisor open it, even when its failures have aged. */
  readonly closed: boolean;
  /** Today's single miss was forgiven, see `countRight`. */
  readonly letOff: boolean;
  /** Failures by bucket of three days, the current one first. */
  readonly buckets: readonly number[];
  /** Of its `MAX_FAILURES`, those that other desks of the estate have; they do not age. */
  readonly elsewhere: number;
}

/** Failures of all slots. */
export interface LimiterState {
  /** Day of the window, in days since 1970-01-01; never moves back. */
  readonly day: number;
  readonly slots: ReadonlyMap<SlotId, SlotCount>;
  /** Count of every slot without an entry of its own; set when a half was missing. */
  readonly others: SlotCount | null;
}

/** A slot without failures. */
export const NO_FAILURES: SlotCount = {
  consecutive: 0,
  waitSeconds: 0,
  closed: false,
  letOff: false,
  buckets: Array<number>(BUCKETS).fill(0),
  elsewhere: 0,
};
/** Weight of a missing half in every slot. */
const MISSING_HALF: SlotCount = {
  ...NO_FAILURES,
  consecutive: FAILURES_OF_MISSING_HALF,
  waitSeconds: waitAfter(FAILURES_OF_MISSING_HALF),
  buckets: NO_FAILURES.buckets.map((_, i) => (i === 0 ? FAILURES_OF_MISSING_HALF : 0)),
};

/**
 * Seconds to wait after `consecutive` failures in a row: none for the first five tries, finally twelve hours
 * each.
 */
export function waitAfter(consecutive: number): number {
  if (consecutive < FREE_TRIES) return 0;
  return WAITS_SECONDS[Math.min(consecutive - FREE_TRIES, WAITS_SECONDS.length - 1)] ?? 0;
}

/** All failures of a slot that still count. */
export const failuresInWindow = (count: SlotCount): number => count.buckets.reduce((sum, n) => sum + n, 0);
/** Tries that a slot has left at this desk. */
export const triesLeft = (count: SlotCount): number =>
  Math.max(0, MAX_FAILURES - count.elsewhere - failuresInWindow(count));
/** Whether a slot is closed, by its mark or because it has no try left here. */
export const isClosed = (count: SlotCount): boolean => count.closed || triesLeft(count) === 0;

/** Counts a try before it is made: it is a failure until the PIN has proved right. */
export function countTry(count: SlotCount): SlotCount {
  const consecutive = Math.min(count.consecutive + 1, MAX_FAILURES);
  return {
    ...count,
    consecutive,
    waitSeconds: waitAfter(consecutive),
    buckets: changeBucket(count.buckets, 0, 1),
  };
}

/**
 * Counts a right PIN: takes this try back from its `bucket` (0: the current one, 1: the one before …) and
 * ends the row of failures. Once a day a single miss (one wrong PIN, then the right one) is forgiven too: 80
 * PINs a day with 3 % typos make 72 failures in 30 days, which by chance alone would close one slot in a
 * thousand each month, and four times as many over 33 days. That allows at most 33 more guesses to somebody
 * who guesses once a day just before the owner's right PIN.
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

/**
 * Moves the window from one day to another (days since 1970-01-01). A slot that failures have closed stays closed; one that has no tries here opens once other
 * desks have given it some.
 */
export function passDays(count: SlotCount, fromDay: number, toDay: number): SlotCount {
  if (toDay <= fromDay) return count;
  const steps = Math.min(bucketOf(toDay) - bucketOf(fromDay), BUCKETS);
  const buckets = [...Array<number>(steps).fill(0), ...count.buckets].slice(0, BUCKETS);
  const isUsedUp = failuresInWindow(count) > 0 && triesLeft(count) === 0;
  return { ...count, closed: count.closed || isUsedUp, letOff: false, buckets };
}

/** The bucket that a day (since 1970-01-01) belongs to. */
export const bucketOf = (day: number): number => Math.floor(day / DAYS_A_BUCKET);

/** The larger of both in every number. */
export function mergeCounts(a: SlotCount, b: SlotCount): SlotCount {
  return {
    consecutive: Math.max(a.consecutive, b.consecutive),
    waitSeconds: Math.max(a.waitSeconds, b.waitSeconds),
    closed: a.closed || b.closed,
    letOff: a.letOff || b.letOff,
    buckets: a.buckets.map((n, i) => Math.max(n, b.buckets[i] ?? 0)),
    elsewhere: Math.max(a.elsewhere, b.elsewhere),
  };
}

/** The state on `day` (days since 1970-01-01); unchanged where that is not later. */
export function passDaysAll(state: LimiterState, day: number): LimiterState {
  if (day <= state.day) return state;
  return {
    day,
    slots: new Map([...state.slots].map(([id, count]) => [id, passDays(count, state.day, day)])),
    others: state.others === null ? null : passDays(state.others, state.day, day),
  };
}

/**
 * One of the two stored copies: `fresh` before anything was ever counted, `missing` also where it is invalid.
 */
export type LimiterHalf =
  | { readonly kind: 'read'; readonly state: LimiterState }
  | { readonly kind: 'fresh' }
  | { readonly kind: 'missing' };

/**
 * The larger of both halves in every number; a missing one counts as ten failures of every slot. `today`
 * (days since 1970-01-01) is used where neither half has a day.
 */
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

/** The count of one slot. */
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
  return buckets.map((n, i) => (i === bucket ? Math.min(Math.max(n + by, 0), MAX_FAILURES) : n));
}

// --- bytes: format, day (16 bits), then 21 bytes a slot

const FORMAT = 1;
const HEAD_BYTES = 3;
const ID_BYTES = 8;
/** Packed size of one slot. */
export const SLOT_BYTES = 21;
/** Most slots in the limiter, given by the room in the anchor; a vault has at most 50 people. */
export const MAX_SLOTS = 60;
const OTHERS_ID = '0000000000000000';
/**
 * Failures in a row and the eleven buckets are twelve numbers from 0 to 100, packed into one number below
 * 101^12 < 2^80.
 */
const BASE = BigInt(MAX_FAILURES + 1);
const NUMBERS = BUCKETS + 1;
const NUMBER_BYTES = 10;
const LET_OFF_BIT = 0x8000;
/** The wait is packed in steps of two seconds, rounded up; the largest value marks a closed slot. */
const WAIT_STEP_SECONDS = 2;
const CLOSED = 0x7fff;

/**
 * Packs the state: format byte, day (16 bits, big-endian), 21 bytes for each slot. A slot without failures is
 * left out, unless `others` would apply to it.
 */
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

/** The state of packed bytes; undefined for anything that is not complete entries of this format. */
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
    count.elsewhere === 0 &&
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
    Buffer.from([count.elsewhere]),
  ]);
}

function unpackSlot(bytes: Buffer): SlotCount | undefined {
  const flags = bytes.readUInt16BE(0);
  let packed = BigInt(`0x${toHex(bytes.subarray(2, 2 + NUMBER_BYTES))}`);
  const elsewhere = bytes.readUInt8(2 + NUMBER_BYTES);
  const numbers: number[] = [];
  for (let i = 0; i < NUMBERS; i++) {
    numbers.push(Number(packed % BASE));
    packed /= BASE;
  }
  const wait = flags & ~LET_OFF_BIT;
  const closed = wait === CLOSED;
  if (
    packed !== 0n ||
    elsewhere > MAX_FAILURES ||
    (!closed && wait * WAIT_STEP_SECONDS > waitAfter(MAX_FAILURES))
  )
    return undefined;
  const [consecutive = 0, ...buckets] = numbers;
  // A closed slot does not store its wait; opened again, it starts without one.
  return {
    consecutive,
    waitSeconds: closed ? 0 : wait * WAIT_STEP_SECONDS,
    closed,
    letOff: (flags & LET_OFF_BIT) !== 0,
    buckets,
    elsewhere,
  };
}
