/**
 * The tamper-evident log: an action and its entry are committed in one transaction, and no value is returned
 * before the anchor has the entry.
 */
import type { ErrorCode } from '../../../contract/errors.ts';
import { toOneLine } from '../../../contract/one-line.ts';
import type { LogCheck } from '../../../contract/log/check.ts';
import type { Anchor, AnchorState } from '../anchor/anchor.ts';
import { AppError, NOT_NOW } from '../app-error.ts';
import type { Clock } from '../clock.ts';
import { passId, takeId } from '../store/ids.ts';
import { type Sql, sql } from '../store/sql.ts';
import type { ReadableStore, Store, WritableStore } from '../store/store.ts';
import { createTurns } from '../long-work/turns.ts';
import type { LogContent, LogRow, NewLogEntry } from './canonical.ts';
import { encodeDetail } from './detail.ts';
import { hashEntry, NO_HASH, stepKey, tagEntry } from './chain.ts';
import {
  allChains,
  chainOf,
  ownChain,
  placeIn,
  readChain,
  readUnknownChains,
  readWhole,
  sizeOf,
  startOf,
} from './chains.ts';
import { createProofs } from './proofs.ts';
import { readLog, ROWS_AT_ONCE, selectRows } from './read-log.ts';
import { type SignerRoster, createSignatureChecker, signEntry } from './signatures.ts';
import {
  type LogFinding,
  type LogHead,
  type LogProgress,
  type LogVerifier,
  continueHead,
  createChainsVerifier,
} from './verify.ts';

export type { LogRow, NewLogEntry, EntryOf, SessionEntry } from './canonical.ts';
export { selectRows } from './read-log.ts';

/** Changes that are written to the store and the anchor together with a segment. */
interface SaidWithSegment {
  readonly entries: readonly NewLogEntry[];
  /** Applies the further changes of the anchor that hold from then on. */
  readonly anchored: (state: AnchorState) => AnchorState;
  /** What else is written in the transaction, behind the segment's row. */
  readonly within?: (tx: WritableStore) => Promise<void>;
}

/** Writes, continues and checks the log. */
export interface AuditLog {
  /**
   * Runs `work` and appends its entries in one transaction, then writes the anchor, then returns the value.
   * `firstSeq`: number of the first entry.
   * Errors: what `work` throws (nothing is recorded); `disk-full`, `store-damaged`, `rotating`;
   * `log-unavailable` where the entries could not be committed (nothing is done) or the anchor could not be
   * written (done and recorded, but the value is not returned). With many desks those of Store.transaction: `not-done` and `outcome-unknown` once
   * it is entered, the others before.
   */
  record<T>(
    store: Store,
    work: (
      tx: WritableStore,
      firstSeq: number,
    ) => Promise<{ readonly value: T; readonly entries: readonly NewLogEntry[] }>,
  ): Promise<T>;
  /**
   * As `record` for an action that only returns a value: the entry is one statement, without a transaction.
   * Errors: `disk-full`, `store-damaged`, `log-unavailable`.
   */
  recordDisclosure<T>(store: Store, value: T, entry: NewLogEntry): Promise<T>;
  /**
   * Compares the end of this desk's chain with the anchor, in time that depends on new entries only. Entries committed
   * just before a crash have valid tags and are accepted. Errors: those of the store and of Anchor.update.
   */
  checkHead(store: ReadableStore): Promise<'matches' | 'differs'>;
  /**
   * Continues this desk's chain under a new key from the store's last entry: after a restore, a lost keychain or an
   * acknowledged alarm. `why` is stored with the segment. What is said with it is in the same transaction and
   * the same update of the anchor: a segment that makes the log's end right again is never there without the
   * entries of why. Errors: `disk-full`, `store-damaged`, `log-unavailable`.
   */
  startSegment(
    store: Store,
    segment: {
      readonly firstKey: Uint8Array;
      readonly sheetGeneration: number;
      sealFor(segmentId: number): Uint8Array;
    },
    why: string,
    said?: SaidWithSegment,
  ): Promise<void>;
  /**
   * Checks the whole log: each desk's chain, and of each entry that somebody had to sign the signature, by the keys of
   * the roster. Tags and anchor are this desk's: the chain of another is held to its hashes. With `firstKeys` (segment
   * id → 32 bytes, opened by the recovery sheet) every tag of this desk's chain is checked too. A desk that `lastDesk`
   * does not reach has no chain; none but this one has where it is left out.
   */
  verify(
    store: ReadableStore,
    roster: SignerRoster & { readonly lastDesk?: number },
    options?: {
      readonly onProgress?: (done: number, total: number) => void;
      readonly firstKeys?: ReadonlyMap<number, Uint8Array>;
    },
  ): Promise<LogCheck>;
  /** At most `limit` rows of this desk's chain with a number below `before` (null: the last ones), newest first. */
  list(
    store: ReadableStore,
    page: { readonly before: number | null; readonly limit: number },
  ): Promise<readonly LogRow[]>;
}

/** The log of the vault whose head is in `anchor`; `clock` gives the time of entries. */
export function createAuditLog({
  anchor,
  clock,
}: {
  readonly anchor: Anchor;
  readonly clock: Clock;
}): AuditLog {
  const turns = createTurns();

  let ownKey: Uint8Array | undefined;

  /**
   * Zeroes the previous key, unless the caller owns it, so that nobody who reads this memory later can tag an
   * old entry.
   */
  const moveTo = (head: LogHead, change: SaidWithSegment['anchored'] = (state) => state): Promise<void> => {
    const anchored = anchor.update((state) => ({ ...change(state), log: head }));
    ownKey?.fill(0);
    ownKey = head.key;
    return anchored;
  };

  /** One record after another up to the commit, because each continues the head of the one before. */
  const commit = <T>(
    store: Store,
    work: Parameters<AuditLog['record']>[1],
  ): Promise<{ value: Promise<T>; anchored: Promise<void> }> =>
    turns.take(async () => {
      const { vaultId, log } = anchor.state();
      let ownFailure: unknown;
      let head: LogHead = log;
      const recorded = async (tx: WritableStore): Promise<T> => {
        const done = await work(tx, log.seq + 1).catch((error: unknown) => {
          ownFailure = error;
          throw error;
        });
        head = await append(tx, { vaultId, head: log, entries: done.entries, time: clock.now() });
        return done.value as T;
      };
      // Whoever waits for the decision of other desks keeps nobody from the log.
      let entered = (): void => undefined;
      const isEntered = new Promise<void>((resolve) => (entered = resolve));
      const value = store.transaction(recorded, entered).catch((error: unknown) => {
        throw error === ownFailure ? error : whyNotRecorded(error);
      });
      await Promise.race([value, isEntered]);
      value.catch(() => undefined);
      return { value, anchored: head === log ? Promise.resolve() : moveTo(head) };
    });

  return {
    record: async <T>(store: Store, work: Parameters<AuditLog['record']>[1]): Promise<T> => {
      const { value, anchored } = await commit<T>(store, work);
      await knownTo(anchored);
      return value;
    },

    recordDisclosure: async <T>(store: Store, value: T, entry: NewLogEntry): Promise<T> => {
      const { anchored } = await turns.take(async () => {
        const { vaultId, log } = anchor.state();
        const linked = link(vaultId, log, entry, clock.now());
        await store
          .runAlone(insertRow(linked.row))
          .catch((error: unknown) => Promise.reject(whyNotRecorded(error)));
        return { anchored: moveTo(linked.head) };
      });
      await knownTo(anchored);
      return value;
    },

    checkHead: (store) =>
      turns.take(async () => {
        const { vaultId, log } = anchor.state();
        // Of a store that goes on in another chain it is none.
        const headRow = await store.get<LogRow>(selectRows(ownChain, `WHERE seq = ?`, log.seq));
        const newer = await store.all<LogRow>(selectRows(ownChain, `WHERE seq > ? ORDER BY seq`, log.seq));
        const continued = continueHead(vaultId, log, headRow, newer);
        if (continued === undefined) return 'differs';
        if (continued.steps > 0) await moveTo(continued.head);
        return 'matches';
      }),

    startSegment: (store, { firstKey, sheetGeneration, sealFor }, why, said) =>
      turns.take(async () => {
        const { vaultId, log } = anchor.state();
        const head = await store
          .transaction(async (tx): Promise<LogHead> => {
            const last = await tx.get<LogRow>(selectRows(ownChain, 'ORDER BY seq DESC LIMIT 1'));
            // A restored older store has a counter behind the one in the anchor.
            await passId(tx, 'log_segment', log.segment);
            const segment = await takeId(tx, 'log_segment');
            const seq = last?.seq ?? startOf(await readChain(tx));
            await tx.run(
              allChains(sql`INSERT INTO $segments (id, first_seq, sealed_first_key, started_at, why, sheet_generation)
          VALUES (${segment}, ${seq + 1}, ${sealFor(segment)}, ${clock.now()}, ${why}, ${sheetGeneration})`),
            );
            await said?.within?.(tx);
            const begun = { segment, seq, hash: last?.hash ?? NO_HASH, key: firstKey };
            return append(tx, { vaultId, head: begun, entries: said?.entries ?? [], time: clock.now() });
          })
          .catch((error: unknown) => Promise.reject(whyNotRecorded(error)));
        await knownTo(moveTo(head, said?.anchored));
      }),

    verify: async (store, roster, { onProgress, firstKeys } = {}) => {
      const { vaultId, log } = anchor.state();
      const proofs = createProofs();
      const others = (await readWhole(store)).filter(({ upTo }) => chainOf(upTo) !== chainOf(log.seq));
      const total = placeIn(log.seq) + sizeOf(others);
      const verifier = createChainsVerifier({
        vaultId,
        head: { ...log, key: new Uint8Array(log.key) },
        signatures: createSignatureChecker(vaultId, roster),
        firstKeys,
        doubt: proofs.begin,
        unknown: await readUnknownChains(store, roster.lastDesk ?? 0),
      });
      for await (const rows of readLog(store)) {
        const finding = firstFinding(verifier, rows);
        const refuted = finding === undefined ? await proofs.ofEarlier() : await proofs.ofAll();
        if (refuted !== undefined) return report(refuted.before, refuted.finding);
        if (finding !== undefined) return report(verifier.progress(), finding);
        if (rows.length === ROWS_AT_ONCE) onProgress?.(verifier.progress().checked, total);
      }
      const refuted = await proofs.ofAll();
      if (refuted !== undefined) return report(refuted.before, refuted.finding);
      return report(verifier.progress(), verifier.end());
    },

    list: (store, { before, limit }) =>
      store.all<LogRow>(
        before === null
          ? selectRows(ownChain, 'ORDER BY seq DESC LIMIT ?', limit)
          : selectRows(ownChain, 'WHERE seq < ? ORDER BY seq DESC LIMIT ?', before, limit),
      ),
  };
}

/** No value is returned before the anchor has the entry. */
const knownTo = (anchored: Promise<void>): Promise<void> =>
  anchored.catch((error: unknown) => Promise.reject(new AppError('log-unavailable', {}, { cause: error })));

const KEPT_CODES: ReadonlySet<ErrorCode> = new Set([
  'disk-full',
  'store-damaged',
  'rotating',
  'needs-all-desks',
  ...NOT_NOW,
]);

/** Errors that people can act on keep their code. */
function whyNotRecorded(error: unknown): AppError {
  if (error instanceof AppError && KEPT_CODES.has(error.code)) return error;
  return new AppError('log-unavailable', {}, { cause: error });
}

/** Words of an entry as one visible line: no line breaks, invisible characters or direction overrides. */
const lineOf = (words: string | null | undefined): string | null =>
  words === null || words === undefined ? null : toOneLine(words);

interface Linked {
  readonly row: LogRow;
  /** The head after it. */
  readonly head: LogHead;
}

/** The entry that continues a head. */
function link(vaultId: Uint8Array, head: LogHead, entry: NewLogEntry, time: number): Linked {
  const content: LogContent = {
    seq: head.seq + 1,
    segmentId: head.segment,
    time: entry.prepared?.time ?? time,
    staffId: entry.staffId,
    cosignerId: entry.cosignerId ?? null,
    action: entry.action,
    personId: entry.personId ?? null,
    field: lineOf(entry.field),
    reason: lineOf(entry.reason),
    ticket: lineOf(entry.ticket),
    outcome: entry.outcome,
    detail: encodeDetail(entry.action, entry.detail ?? null),
    prevHash: head.hash,
  };
  const signed = { ...content, signature: signatureOf(vaultId, content, entry) };
  const tag = tagEntry(vaultId, signed, head.key);
  const hash = hashEntry(vaultId, signed, tag);
  return {
    row: { ...signed, hash, tag },
    head: { segment: head.segment, seq: content.seq, hash, key: stepKey(head.key) },
  };
}

/** Made now, or before, for an entry that had to wait for its place. Errors: those of `signEntry`. */
const signatureOf = (
  vaultId: Uint8Array,
  content: LogContent,
  { signedBy, prepared }: NewLogEntry,
): Uint8Array | null => prepared?.signature ?? signEntry(vaultId, content, signedBy ?? []);

/** The head after the entries; the same object if there are none. */
async function append(
  tx: WritableStore,
  from: {
    readonly vaultId: Uint8Array;
    readonly head: LogHead;
    readonly entries: readonly NewLogEntry[];
    readonly time: number;
  },
): Promise<LogHead> {
  let { head } = from;
  for (const entry of from.entries) {
    const linked = link(from.vaultId, head, entry, from.time);
    await tx.run(insertRow(linked.row));
    if (head !== from.head) head.key.fill(0);
    head = linked.head;
  }
  return head;
}

function insertRow(row: LogRow): Sql {
  return allChains(sql`INSERT INTO $log (seq, segment_id, time, staff_id, cosigner_id, action, person_id, field, reason, ticket, outcome, detail, prev_hash, hash, tag, signature)
    VALUES (${row.seq}, ${row.segmentId}, ${row.time}, ${row.staffId}, ${row.cosignerId}, ${row.action}, ${row.personId}, ${row.field},
      ${row.reason}, ${row.ticket}, ${row.outcome}, ${row.detail}, ${row.prevHash}, ${row.hash}, ${row.tag}, ${row.signature})`);
}

function firstFinding(verifier: LogVerifier, rows: readonly LogRow[]): LogFinding | undefined {
  for (const row of rows) {
    const finding = verifier.next(row);
    if (finding !== undefined) return finding;
  }
  return undefined;
}

function report({ checked, hash }: LogProgress, finding: LogFinding | undefined): LogCheck {
  return {
    ok: finding === undefined,
    checked,
    // Numbers below 1 are never written by the log; such a row is reported at entry 1.
    firstBad: finding === undefined ? null : Math.max(1, finding.firstBad),
    problem: finding?.problem ?? null,
    headHash: Buffer.from(hash).toString('hex'),
  };
}
