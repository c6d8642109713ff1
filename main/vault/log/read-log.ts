/**
 * Reads the log for a check of all of it. To make an object of each row and a value of each column takes an engine two to ten times as long as to read
 * them, so that many rows come as three values, made in SQL: what they say as JSON, and their bytes one after another.
 */
import { setImmediate } from 'node:timers/promises';
import { AppError } from '../app-error.ts';
import { type Sql, type SqlValue, sql } from '../store/sql.ts';
import type { ReadableStore } from '../store/store.ts';
import type { LogRow } from './canonical.ts';
import { LINK_BYTES } from './chain.ts';
import { type Chains, allChains } from './chains.ts';

/** Most rows that are read at once, so that other work runs in between. */
export const ROWS_AT_ONCE = 500;

const COLUMNS = `seq, segment_id AS segmentId, time, staff_id AS staffId, cosigner_id AS cosignerId, action, person_id AS personId,
  field, reason, ticket, outcome, detail, prev_hash AS prevHash, hash, tag, signature`;

/** Selects whole rows of the log; `rest` follows the table's name and takes `values`. */
export const selectRows = (chains: Chains, rest: string, ...values: readonly SqlValue[]): Sql =>
  chains({ text: `SELECT ${COLUMNS} FROM $log ${rest}`, values });

/**
 * All rows of every chain in order of `seq`, at most `ROWS_AT_ONCE` at once. The span that should follow is read while these are unpacked and checked; where it does
 * not follow them, it is read anew. Errors: those of the store.
 */
export async function* readLog(store: ReadableStore): AsyncGenerator<readonly LogRow[]> {
  let last = BEFORE_ALL;
  let ahead = readAhead(store, last);
  try {
    for (;;) {
      const { packed } = ahead.last === last ? ahead : readAhead(store, last);
      const read = await packed;
      ahead = readAhead(store, last + ROWS_AT_ONCE);
      // Its statement is under way before this thread is busy; and an engine may answer without leaving it, while others wait.
      await setImmediate();
      const rows = await rowsOf(store, last, read);
      const end = rows.at(-1);
      if (end === undefined) return;
      yield rows;
      last = end.seq;
    }
  } finally {
    await Promise.allSettled([ahead.packed]);
  }
}

/** Less than any 64-bit integer. */
const BEFORE_ALL = -(2 ** 64);

/** The rows after `last`, being read. */
interface Span {
  readonly last: number;
  readonly packed: Promise<Packed | null>;
}

function readAhead(store: ReadableStore, last: number): Span {
  const packed = readPacked(store, last);
  // It is heard of when it is waited for.
  packed.catch(() => undefined);
  return { last, packed };
}

/** Rows with greater numbers than `last`: those that were read with them, others where a gap follows, row by row where one is not what the log writes. */
async function rowsOf(store: ReadableStore, last: number, read: Packed | null): Promise<readonly LogRow[]> {
  if (last === BEFORE_ALL) return readBeyondGap(store, last);
  const rows = await rowsOfSpan(store, last, read);
  return rows.length > 0 ? rows : readBeyondGap(store, last);
}

async function readBeyondGap(store: ReadableStore, last: number): Promise<readonly LogRow[]> {
  const next = await store.get<{ readonly seq: number | null }>(
    allChains(sql`SELECT min(seq) AS seq FROM $log WHERE seq > ${last}`),
  );
  if (next === undefined || next.seq === null) return [];
  if (!Number.isSafeInteger(next.seq)) return readRows(store, last);
  return rowsOfSpan(store, next.seq - 1, await readPacked(store, next.seq - 1));
}

const rowsOfSpan = async (
  store: ReadableStore,
  last: number,
  read: Packed | null,
): Promise<readonly LogRow[]> => (read === null ? null : unpack(read)) ?? readRows(store, last);

const readRows = (store: ReadableStore, last: number): Promise<readonly LogRow[]> =>
  store.all<LogRow>(selectRows(allChains, 'WHERE seq > ? ORDER BY seq LIMIT ?', last, ROWS_AT_ONCE));

/** Columns that hold a text, and those that hold 32 bytes. */
const TEXTS = [
  'staff_id',
  'cosigner_id',
  'action',
  'field',
  'reason',
  'ticket',
  'outcome',
  'detail',
] as const;
const LINKS = ['prev_hash', 'hash', 'tag'] as const;

/**
 * Conditions on values that the log never writes and JSON does not tell apart: bytes for a text (some bytes it takes for JSON of its own), a number that is no
 * integer (it rounds), and of bytes another kind or length. SQLite puts numbers before texts and texts before bytes.
 */
const IS_STRANGE = [
  ...TEXTS.map((column) => `${column} >= x''`),
  ...['segment_id', 'time'].map((column) => `typeof(${column}) <> 'integer'`),
  `person_id IS NOT NULL AND typeof(person_id) <> 'integer'`,
  ...LINKS.map((column) => `octet_length(${column}) IS NOT ${LINK_BYTES} OR ${column} < x''`),
  `signature < x''`,
].join(' OR ');

const PACKED = `SELECT count(CASE WHEN ${IS_STRANGE} THEN 1 END) AS strange,
  json_group_array(json_array(seq, segment_id, time, staff_id, cosigner_id, action, person_id, field, reason, ticket, outcome, detail, octet_length(signature))) AS said,
  CAST(group_concat(${LINKS.join(' || ')}, '') AS BLOB) AS links, CAST(group_concat(signature, '') AS BLOB) AS signatures
  FROM $log WHERE seq > ? AND seq <= ?`;

/** Many rows as one. */
interface Packed {
  readonly strange: number;
  readonly said: string;
  /** Null where there is nothing to put together. */
  readonly links: Uint8Array | null;
  readonly signatures: Uint8Array | null;
}

/** The rows with the numbers that follow `last`; null where one is so long that the engine does not put it together with others. Errors: those of the store. */
async function readPacked(store: ReadableStore, last: number): Promise<Packed | null> {
  if (!Number.isSafeInteger(last) || !Number.isSafeInteger(last + ROWS_AT_ONCE)) return null;
  const packed = await store
    .get<Packed>(allChains({ text: PACKED, values: [last, last + ROWS_AT_ONCE] }))
    .catch((error: unknown) => {
      if (error instanceof AppError) throw error;
      return undefined;
    });
  return packed ?? null;
}

type Said = readonly [
  seq: number,
  segmentId: number,
  time: number,
  staffId: LogRow['staffId'],
  cosignerId: LogRow['cosignerId'],
  action: LogRow['action'],
  personId: LogRow['personId'],
  field: string | null,
  reason: string | null,
  ticket: string | null,
  outcome: LogRow['outcome'],
  detail: string | null,
  signatureBytes: number | null,
];

/** Null where a row is not what the log writes. */
function unpack({ strange, said, links, signatures }: Packed): readonly LogRow[] | null {
  // Where bytes were no UTF-8, each engine may make another text of them.
  if (strange > 0 || said.includes('\ufffd')) return null;
  const takeLink = takeFrom(links ?? NOTHING);
  const takeSignature = takeFrom(signatures ?? NOTHING);
  const rows: LogRow[] = [];
  let before = Number.NEGATIVE_INFINITY;
  for (const one of JSON.parse(said) as readonly Said[]) {
    if (!isUsual(one) || one[0] <= before) return null;
    before = one[0];
    rows.push({
      seq: one[0],
      segmentId: one[1],
      time: one[2],
      staffId: one[3],
      cosignerId: one[4],
      action: one[5],
      personId: one[6],
      field: one[7],
      reason: one[8],
      ticket: one[9],
      outcome: one[10],
      detail: one[11],
      prevHash: takeLink(LINK_BYTES),
      hash: takeLink(LINK_BYTES),
      tag: takeLink(LINK_BYTES),
      signature: one[12] === null ? null : takeSignature(one[12]),
    });
  }
  return rows;
}

const NOTHING = new Uint8Array();

/** Views of the next bytes, one after another. */
function takeFrom(bytes: Uint8Array): (length: number) => Uint8Array {
  let at = bytes.byteOffset;
  return (length) => {
    const taken = new Uint8Array(bytes.buffer, at, length);
    at += length;
    return taken;
  };
}

/** Whether each number and text is what the log writes. */
function isUsual(said: Said): boolean {
  const [
    seq,
    segmentId,
    time,
    staffId,
    cosignerId,
    action,
    personId,
    field,
    reason,
    ticket,
    outcome,
    detail,
  ] = said;
  return (
    Number.isSafeInteger(seq) &&
    Number.isSafeInteger(segmentId) &&
    Number.isSafeInteger(time) &&
    (personId === null || Number.isSafeInteger(personId)) &&
    isText(staffId) &&
    isText(action) &&
    isText(outcome) &&
    isTextOrNone(cosignerId) &&
    isTextOrNone(field) &&
    isTextOrNone(reason) &&
    isTextOrNone(ticket) &&
    isTextOrNone(detail)
  );
}

const isText = (value: unknown): boolean => typeof value === 'string';
const isTextOrNone = (value: unknown): boolean => value === null || typeof value === 'string';
