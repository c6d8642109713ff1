/** Goes along the log entry by entry and names the first that does not fit: changed, missing, inserted, truncated. */
import { timingSafeEqual } from 'node:crypto';
import type { LogCheck } from '../../../contract/log/check.ts';
import type { LogRow } from './canonical.ts';
import { hashEntry, NO_HASH, stepKey, tagEntry } from './chain.ts';

export interface LogFinding {
  readonly problem: NonNullable<LogCheck['problem']>;
  readonly firstBad: number;
}

/** Where the anchor says the log ends, and the key of the entry after that. */
export interface LogHead {
  readonly segment: number;
  readonly seq: number;
  readonly hash: Uint8Array;
  readonly key: Uint8Array;
}

export interface LogVerifier {
  /** Takes every row in the order of `seq`. Says what is wrong with it or the one before; nothing is to be fed after that. */
  next(row: LogRow): LogFinding | undefined;
  /** After the last row. */
  end(): LogFinding | undefined;
  /** Rows found good, and the hash of the last. */
  progress(): { readonly checked: number; readonly hash: Uint8Array };
}

/**
 * Without `firstKeys` the hashes are checked up to the anchored head, and tags after it: enough to notice any change,
 * while a rewrite of everything after an entry is only known to differ. With the first key of a segment, as the
 * recovery sheet opens it, each tag of that segment is checked too, and the first rewritten entry is named.
 */
export function createLogVerifier(options: {
  readonly vaultId: Uint8Array;
  readonly head: LogHead;
  readonly firstKeys?: ReadonlyMap<number, Uint8Array> | undefined;
}): LogVerifier {
  const { vaultId, head, firstKeys } = options;
  let before: LogRow | undefined;
  let beforeThat: LogRow | undefined;
  let sheetKey: Uint8Array | undefined;
  let headKey = head.key;
  let checked = 0;

  const hashBefore = (): Uint8Array => before?.hash ?? NO_HASH;
  const found = (problem: LogFinding['problem'], firstBad: number): LogFinding => ({ problem, firstBad });

  const checkLink = (row: LogRow): LogFinding | undefined => {
    const expected = (before?.seq ?? 0) + 1;
    if (row.seq < expected) return found('inserted', row.seq);
    if (row.seq > expected) return found('missing', expected);
    const whole = same(row.hash, hashEntry(vaultId, row, row.tag));
    const linked = same(row.prevHash, hashBefore());
    if (whole && linked) return undefined;
    // What stands before it is vouched for by the anchor.
    if (row.seq > head.seq) return found('inserted', row.seq);
    // It hangs on the entry before the last one, so the last one was put in between.
    if (before !== undefined && same(row.prevHash, beforeThat?.hash ?? NO_HASH))
      return found('inserted', before.seq);
    // Whole in itself, but made after another entry than the one that now stands before it.
    if (whole && before !== undefined) return found('changed', before.seq);
    return found('changed', row.seq);
  };

  const checkTag = (row: LogRow): LogFinding | undefined => {
    if (row.segmentId !== before?.segmentId) sheetKey = firstKeys?.get(row.segmentId);
    if (sheetKey === undefined) return undefined;
    if (!same(row.tag, tagEntry(vaultId, row, sheetKey))) return found('changed', row.seq);
    sheetKey = stepKey(sheetKey);
    return undefined;
  };

  const checkHead = (row: LogRow): LogFinding | undefined => {
    if (row.seq < head.seq) return undefined;
    if (row.seq === head.seq) return same(row.hash, head.hash) ? undefined : found('anchor-differs', row.seq);
    if (row.segmentId !== head.segment || !same(row.tag, tagEntry(vaultId, row, headKey)))
      return found('inserted', row.seq);
    headKey = stepKey(headKey);
    return undefined;
  };

  return {
    next: (row) => {
      if (before !== undefined && row.segmentId < before.segmentId) return found('changed', row.seq);
      const finding = checkLink(row) ?? checkTag(row) ?? checkHead(row);
      if (finding !== undefined) return finding;
      beforeThat = before;
      before = row;
      checked += 1;
      return undefined;
    },
    end: () => ((before?.seq ?? 0) < head.seq ? found('truncated', (before?.seq ?? 0) + 1) : undefined),
    progress: () => ({ checked, hash: hashBefore() }),
  };
}

export interface Continuation {
  /** The head after the new rows. */
  readonly head: LogHead;
  readonly steps: number;
}

/**
 * Steps from the anchored head over rows that a kill left behind it; undefined when they do not continue it.
 * `headRow` is the row at `head.seq`, undefined when there is none.
 */
export function continueHead(
  vaultId: Uint8Array,
  head: LogHead,
  headRow: LogRow | undefined,
  newer: readonly LogRow[],
): Continuation | undefined {
  if (
    head.seq === 0
      ? headRow !== undefined
      : headRow === undefined ||
        !same(headRow.hash, head.hash) ||
        !same(hashEntry(vaultId, headRow, headRow.tag), head.hash)
  ) {
    return undefined;
  }
  let now = head;
  for (const row of newer) {
    const fits =
      row.seq === now.seq + 1 &&
      row.segmentId === now.segment &&
      same(row.prevHash, now.hash) &&
      same(row.hash, hashEntry(vaultId, row, row.tag)) &&
      same(row.tag, tagEntry(vaultId, row, now.key));
    if (!fits) return undefined;
    now = { segment: now.segment, seq: row.seq, hash: row.hash, key: stepKey(now.key) };
  }
  return { head: now, steps: newer.length };
}

function same(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && timingSafeEqual(a, b);
}
