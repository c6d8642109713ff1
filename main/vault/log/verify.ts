/** Checks the log entry by entry and names the first bad one: changed, missing, inserted or truncated. */
import { timingSafeEqual } from 'node:crypto';
import type { LogCheck } from '../../../contract/log/check.ts';
import type { LogRow } from './canonical.ts';
import type { SignatureChecker, SignatureClaim } from './signatures.ts';
import { chainOf, placeIn, startOf } from './chains.ts';
import { hasOwnHash, NO_HASH, stepKey, tagEntry } from './chain.ts';

/** Problem of the log, and the number of the first bad entry. */
export interface LogFinding {
  readonly problem: NonNullable<LogCheck['problem']>;
  readonly firstBad: number;
}

/** End of the log according to the anchor, and the key of the next entry. `hash` and `key`: 32 bytes. */
export interface LogHead {
  readonly segment: number;
  readonly seq: number;
  readonly hash: Uint8Array;
  readonly key: Uint8Array;
}

/** A check under way. */
export interface LogVerifier {
  /**
   * Takes every row in order of `seq`. Returns what is wrong with it or the row before; no row may follow a
   * finding.
   */
  next(row: LogRow): LogFinding | undefined;
  /** Call after the last row: finds a truncated log. */
  end(): LogFinding | undefined;
  progress(): LogProgress;
}

/** Number of good rows, and the hash of the last one (32 bytes). */
export interface LogProgress {
  readonly checked: number;
  readonly hash: Uint8Array;
}

/** A row that is good if its signatures are. */
export interface LogDoubt {
  readonly claims: readonly SignatureClaim[];
  /** Finding that holds unless the signatures do, and how far the log was good before. */
  readonly finding: LogFinding;
  readonly before: LogProgress;
}

interface VerifierOptions {
  readonly vaultId: Uint8Array;
  readonly head: LogHead;
  readonly signatures: SignatureChecker;
  readonly firstKeys?: ReadonlyMap<number, Uint8Array> | undefined;
  readonly doubt?: ((doubt: LogDoubt) => void) | undefined;
}

/**
 * A verifier for one pass over the log of every desk. The chain of `head` is held to it, as by `createLogVerifier`; any other to its hashes and signatures
 * alone, since its tags and its anchor are another desk's. Rows of chains in `unknown` are inserted.
 */
export function createChainsVerifier(
  options: VerifierOptions & { readonly unknown: ReadonlySet<number> },
): LogVerifier {
  const { head, doubt, unknown } = options;
  const ownNumber = chainOf(head.seq);
  let checkedBefore = 0;
  const verifierOf = (of: LogHead, firstKeys?: VerifierOptions['firstKeys']): LogVerifier =>
    createLogVerifier({
      ...options,
      head: of,
      firstKeys,
      doubt:
        doubt &&
        ((one) =>
          doubt({
            ...one,
            before: { checked: checkedBefore + one.before.checked, hash: own.progress().hash },
          })),
    });
  const own = verifierOf(head, options.firstKeys);
  let [current, number] = [own, ownNumber];
  return {
    next: (row) => {
      // A number below 1 is in no chain, and inserted in any.
      const chain = Math.max(0, chainOf(row.seq));
      if (unknown.has(chain)) return { problem: 'inserted', firstBad: row.seq };
      if (chain !== number) {
        checkedBefore += current.progress().checked;
        // The end of another's is not known here: all of its numbers may be there.
        current = chain === ownNumber ? own : verifierOf({ ...head, seq: startOf(chain + 1) - 1 });
        number = chain;
      }
      return current.next(row);
    },
    end: () => own.end(),
    progress: () => ({
      checked: checkedBefore + current.progress().checked,
      hash: own.progress().hash,
    }),
  };
}

/**
 * A verifier for one pass over one desk's chain. Without `firstKeys` (segment id → 32 bytes) it checks hashes up to
 * the anchored head and tags after it: any change is noticed, but of a log rewritten from some entry on only
 * that it differs. With the first key of a segment, as the recovery sheet opens it, every tag of that segment
 * is checked and the first rewritten entry is named. Signatures are verified row by row, or, with `doubt`, by
 * whoever is given them: what is said of a row, and of all rows after it, holds if its signatures do.
 */
export function createLogVerifier(options: VerifierOptions): LogVerifier {
  const { vaultId, head, signatures, firstKeys, doubt } = options;
  const start = startOf(chainOf(head.seq));
  let before: LogRow | undefined;
  let beforeThat: LogRow | undefined;
  let sheetKey: Uint8Array | undefined;
  let headKey = head.key;
  let checked = 0;

  const hashBefore = (): Uint8Array => before?.hash ?? NO_HASH;
  const found = (problem: LogFinding['problem'], firstBad: number): LogFinding => ({ problem, firstBad });

  const checkLink = (row: LogRow): LogFinding | undefined => {
    const expected = (before?.seq ?? start) + 1;
    if (row.seq < expected) return found('inserted', row.seq);
    if (row.seq > expected) return found('missing', expected);
    const whole = hasOwnHash(vaultId, row);
    if (whole && same(row.prevHash, hashBefore())) return undefined;
    // The anchor confirms the entry before it.
    if (row.seq > head.seq) return found('inserted', row.seq);
    // It continues the entry before the last one, so the last one was inserted.
    if (before !== undefined && same(row.prevHash, beforeThat?.hash ?? NO_HASH))
      return found('inserted', before.seq);
    // Intact itself, but written after another entry than the present one before it.
    if (whole && before !== undefined) return found('changed', before.seq);
    return found('changed', row.seq);
  };

  const checkTag = (row: LogRow): LogFinding | undefined => {
    if (row.segmentId !== before?.segmentId) sheetKey = firstKeys?.get(row.segmentId);
    if (sheetKey === undefined) return undefined;
    if (!sameTag(row.tag, tagEntry(vaultId, row, sheetKey))) return found('changed', row.seq);
    sheetKey = stepKey(sheetKey);
    return undefined;
  };

  const checkHead = (row: LogRow): LogFinding | undefined => {
    if (row.seq < head.seq) return undefined;
    if (row.seq === head.seq) return same(row.hash, head.hash) ? undefined : found('anchor-differs', row.seq);
    if (row.segmentId !== head.segment || !sameTag(row.tag, tagEntry(vaultId, row, headKey)))
      return found('inserted', row.seq);
    headKey = stepKey(headKey);
    return undefined;
  };

  const progress = (): LogProgress => ({ checked, hash: hashBefore() });

  const checkSignatures = (row: LogRow): LogFinding | undefined => {
    if (doubt === undefined || row.signature === null)
      return signatures.next(row) ? undefined : found('not-signed', row.seq);
    const before = progress();
    const claims = signatures.claimsOf(row);
    if (claims === null) return found('not-signed', row.seq);
    doubt({ claims, finding: found('not-signed', row.seq), before });
    return undefined;
  };

  return {
    next: (row) => {
      if (before !== undefined && row.segmentId < before.segmentId) return found('changed', row.seq);
      const finding = checkLink(row) ?? checkTag(row) ?? checkHead(row) ?? checkSignatures(row);
      if (finding !== undefined) return finding;
      beforeThat = before;
      before = row;
      checked += 1;
      return undefined;
    },
    end: () =>
      (before?.seq ?? start) < head.seq ? found('truncated', (before?.seq ?? start) + 1) : undefined,
    progress,
  };
}

/** The result of `continueHead`. */
export interface Continuation {
  /** The head after the new rows; `steps` counts them. */
  readonly head: LogHead;
  readonly steps: number;
}

/**
 * Continues the anchored head over rows that a crash left after it; undefined if they do not continue it.
 * `headRow`: the row at `head.seq`, undefined if there is none; `newer`: the rows after it, in order.
 */
export function continueHead(
  vaultId: Uint8Array,
  head: LogHead,
  headRow: LogRow | undefined,
  newer: readonly LogRow[],
): Continuation | undefined {
  if (
    placeIn(head.seq) === 0
      ? headRow !== undefined
      : headRow === undefined || !same(headRow.hash, head.hash) || !hasOwnHash(vaultId, headRow)
  ) {
    return undefined;
  }
  let now = head;
  for (const row of newer) {
    const fits =
      row.seq === now.seq + 1 &&
      row.segmentId === now.segment &&
      same(row.prevHash, now.hash) &&
      hasOwnHash(vaultId, row) &&
      sameTag(row.tag, tagEntry(vaultId, row, now.key));
    if (!fits) return undefined;
    now = { segment: now.segment, seq: row.seq, hash: row.hash, key: stepKey(now.key) };
  }
  return { head: now, steps: newer.length };
}

/** Of hashes, which are no secret: whoever could measure how long it takes reads them. */
const same = (a: Uint8Array, b: Uint8Array): boolean =>
  // A tampered store may hold anything in place of bytes.
  a instanceof Uint8Array && b instanceof Uint8Array && Buffer.compare(a, b) === 0;

/** Of tags, in the same time whatever they are: the right one is known to nobody without the key. */
const sameTag = (a: Uint8Array, b: Uint8Array): boolean => a.length === b.length && timingSafeEqual(a, b);
