/** The log: what is done is recorded in the same transaction, and no value leaves before the anchor knows of it. */
import type { ErrorCode } from '../../../contract/errors.ts';
import { toOneLine } from '../../../contract/one-line.ts';
import type { LogCheck } from '../../../contract/log/check.ts';
import type { Anchor } from '../anchor/anchor.ts';
import { AppError } from '../app-error.ts';
import type { Clock } from '../clock.ts';
import { passId, takeId } from '../store/ids.ts';
import type { Sql } from '../store/sql.ts';
import { sql } from '../store/sql.ts';
import type { ReadableStore, Store, WritableStore } from '../store/store.ts';
import { createTurns } from '../long-work/turns.ts';
import type { LogContent, LogRow, NewLogEntry } from './canonical.ts';
import { encodeDetail } from './detail.ts';
import { hashEntry, NO_HASH, stepKey, tagEntry } from './chain.ts';
import type { LogHead } from './verify.ts';
import { continueHead, createLogVerifier } from './verify.ts';

export type { LogRow, NewLogEntry, UnsignedEntry } from './canonical.ts';

/** Rows read in one go by verify, so that other work gets its turn in between. */
const ROWS_AT_ONCE = 500;

export interface AuditLog {
  /**
   * Does the work, told the number that its first entry will have, and appends its entries in one transaction, then writes the anchor, then hands out the value.
   * Errors: what `work` throws, and nothing is recorded; `disk-full`, `store-damaged`, `rotating`; `log-unavailable` when the entries could not be
   * committed (nothing is done) or the anchor not be written (it is done and recorded, but the value stays here).
   */
  record<T>(
    store: Store,
    work: (
      tx: WritableStore,
      firstSeq: number,
    ) => Promise<{ readonly value: T; readonly entries: readonly NewLogEntry[] }>,
  ): Promise<T>;
  /** As `record`, where nothing is done but to tell a value: the entry is one statement. Errors: `disk-full`, `store-damaged`, `log-unavailable`. */
  recordTold<T>(store: Store, value: T, entry: NewLogEntry): Promise<T>;
  /**
   * Compares the end of the log with the anchor, in time that depends on new entries only. Entries that were committed
   * just before a kill carry right tags and are stepped over. Errors: those of the store and of Anchor.update.
   */
  checkHead(store: ReadableStore): Promise<'matches' | 'differs'>;
  /**
   * Goes on under a new key from whatever the store's last entry is: after a restore, a lost keychain or an acknowledged
   * alarm. Errors: `disk-full`, `store-damaged`, `log-unavailable`.
   */
  startSegment(
    store: Store,
    segment: {
      readonly firstKey: Uint8Array;
      readonly sheetGeneration: number;
      sealFor(segmentId: number): Uint8Array;
    },
    why: string,
  ): Promise<void>;
  /** Checks the whole log; `firstKeys` (segment → 32 bytes, from the recovery sheet) lets it check every tag as well. */
  verify(
    store: ReadableStore,
    onProgress?: (done: number, total: number) => void,
    firstKeys?: ReadonlyMap<number, Uint8Array>,
  ): Promise<LogCheck>;
  /** Newest first: `limit` rows with a number below `before`, or the last ones. */
  list(
    store: ReadableStore,
    page: { readonly before: number | null; readonly limit: number },
  ): Promise<readonly LogRow[]>;
}

export function createAuditLog({
  anchor,
  clock,
}: {
  readonly anchor: Anchor;
  readonly clock: Clock;
}): AuditLog {
  const turns = createTurns();

  let ownKey: Uint8Array | undefined;

  /** Forgets the key that was stepped from, unless it is the caller's: whoever reads this memory later tags no old entry. */
  const moveTo = (head: LogHead): Promise<void> => {
    const anchored = anchor.update((state) => ({ ...state, log: head }));
    ownKey?.fill(0);
    ownKey = head.key;
    return anchored;
  };

  /** One record after the other up to the commit, since each continues the head that the last one left. */
  const commit = <T>(
    store: Store,
    work: Parameters<AuditLog['record']>[1],
  ): Promise<{ value: T; anchored: Promise<void> }> =>
    turns.take(async () => {
      const { vaultId, log } = anchor.state();
      let ownFailure: unknown;
      let head: LogHead = log;
      try {
        const value = await store.transaction(async (tx) => {
          const done = await work(tx, log.seq + 1).catch((error: unknown) => {
            ownFailure = error;
            throw error;
          });
          head = await append(tx, { vaultId, head: log, entries: done.entries, time: clock.now() });
          return done.value as T;
        });
        return { value, anchored: head === log ? Promise.resolve() : moveTo(head) };
      } catch (error) {
        throw error === ownFailure ? error : whyNotRecorded(error);
      }
    });

  return {
    record: async <T>(store: Store, work: Parameters<AuditLog['record']>[1]): Promise<T> => {
      const { value, anchored } = await commit<T>(store, work);
      await knownTo(anchored);
      return value;
    },

    recordTold: async <T>(store: Store, value: T, entry: NewLogEntry): Promise<T> => {
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
        const headRow = await store.get<LogRow>(selectRows(`WHERE seq = ?`, log.seq));
        const newer = await store.all<LogRow>(selectRows(`WHERE seq > ? ORDER BY seq`, log.seq));
        const continued = continueHead(vaultId, log, headRow, newer);
        if (continued === undefined) return 'differs';
        if (continued.steps > 0) await moveTo(continued.head);
        return 'matches';
      }),

    startSegment: (store, { firstKey, sheetGeneration, sealFor }, why) =>
      turns.take(async () => {
        const { log } = anchor.state();
        const head = await store
          .transaction(async (tx): Promise<LogHead> => {
            const last = await tx.get<LogRow>(selectRows('ORDER BY seq DESC LIMIT 1'));
            // An older store that was put back has its counter behind what the anchor has seen.
            await passId(tx, 'log_segment', log.segment);
            const segment = await takeId(tx, 'log_segment');
            const seq = last?.seq ?? 0;
            await tx.run(sql`INSERT INTO log_segment (id, first_seq, sealed_first_key, started_at, why, sheet_generation)
          VALUES (${segment}, ${seq + 1}, ${sealFor(segment)}, ${clock.now()}, ${why}, ${sheetGeneration})`);
            return { segment, seq, hash: last?.hash ?? NO_HASH, key: firstKey };
          })
          .catch((error: unknown) => Promise.reject(whyNotRecorded(error)));
        await moveTo(head);
      }),

    verify: async (store, onProgress, firstKeys) => {
      const { vaultId, log } = anchor.state();
      const verifier = createLogVerifier({
        vaultId,
        head: { ...log, key: new Uint8Array(log.key) },
        firstKeys,
      });
      const total =
        (await store.get<{ readonly n: number }>(sql`SELECT count(*) AS n FROM log_entry`))?.n ?? 0;
      for await (const row of eachRow(store)) {
        const finding = verifier.next(row);
        const { checked } = verifier.progress();
        if (finding !== undefined) return report(verifier.progress(), finding);
        if (checked % ROWS_AT_ONCE === 0) onProgress?.(checked, total);
      }
      return report(verifier.progress(), verifier.end());
    },

    list: (store, { before, limit }) =>
      store.all<LogRow>(
        before === null
          ? selectRows('ORDER BY seq DESC LIMIT ?', limit)
          : selectRows('WHERE seq < ? ORDER BY seq DESC LIMIT ?', before, limit),
      ),
  };
}

/** No value leaves before the anchor has the entry. */
const knownTo = (anchored: Promise<void>): Promise<void> =>
  anchored.catch((error: unknown) => Promise.reject(new AppError('log-unavailable', {}, { cause: error })));

const KEPT_CODES: ReadonlySet<ErrorCode> = new Set(['disk-full', 'store-damaged', 'rotating']);

/** What people can do something about keeps its name. */
function whyNotRecorded(error: unknown): AppError {
  if (error instanceof AppError && KEPT_CODES.has(error.code)) return error;
  return new AppError('log-unavailable', {}, { cause: error });
}

const COLUMNS = `seq, segment_id AS segmentId, time, staff_id AS staffId, cosigner_id AS cosignerId, action, person_id AS personId,
  field, reason, ticket, outcome, detail, prev_hash AS prevHash, hash, tag`;

function selectRows(rest: string, ...values: readonly number[]): Sql {
  return { text: `SELECT ${COLUMNS} FROM log_entry ${rest}`, values };
}

async function* eachRow(store: ReadableStore): AsyncGenerator<LogRow> {
  let last = Number.MIN_SAFE_INTEGER;
  for (;;) {
    const rows = await store.all<LogRow>(
      selectRows('WHERE seq > ? ORDER BY seq LIMIT ?', last, ROWS_AT_ONCE),
    );
    const end = rows.at(-1);
    if (end === undefined) return;
    yield* rows;
    last = end.seq;
  }
}

/** An entry's words are one line that reads as it is: they make no second line, hide nothing, and do not turn the rest round. */
const lineOf = (words: string | null | undefined): string | null =>
  words === null || words === undefined ? null : toOneLine(words);

interface Linked {
  readonly row: LogRow;
  /** The head after it. */
  readonly head: LogHead;
}

/** The entry that goes on from a head. */
function link(vaultId: Uint8Array, head: LogHead, entry: NewLogEntry, time: number): Linked {
  const content: LogContent = {
    seq: head.seq + 1,
    segmentId: head.segment,
    time,
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
  const tag = tagEntry(vaultId, content, head.key);
  const hash = hashEntry(vaultId, content, tag);
  return {
    row: { ...content, hash, tag },
    head: { segment: head.segment, seq: content.seq, hash, key: stepKey(head.key) },
  };
}

/** The head after the entries; the same object when there are none. */
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
  return sql`INSERT INTO log_entry (seq, segment_id, time, staff_id, cosigner_id, action, person_id, field, reason, ticket, outcome, detail, prev_hash, hash, tag)
    VALUES (${row.seq}, ${row.segmentId}, ${row.time}, ${row.staffId}, ${row.cosignerId}, ${row.action}, ${row.personId}, ${row.field},
      ${row.reason}, ${row.ticket}, ${row.outcome}, ${row.detail}, ${row.prevHash}, ${row.hash}, ${row.tag})`;
}

function report(
  { checked, hash }: { readonly checked: number; readonly hash: Uint8Array },
  finding: { readonly problem: NonNullable<LogCheck['problem']>; readonly firstBad: number } | undefined,
): LogCheck {
  return {
    ok: finding === undefined,
    checked,
    // A number below 1 was never the log's own; the first is where it shows.
    firstBad: finding === undefined ? null : Math.max(1, finding.firstBad),
    problem: finding?.problem ?? null,
    headHash: Buffer.from(hash).toString('hex'),
  };
}
