/** What this desk does: an op of it in the transaction that has done it, and out by the spool. */
import { HEAD_BYTES, SALT_BYTES, readHead } from '../../files/spool/envelope.ts';
import type { Spool } from '../../files/spool/spool.ts';
import { AppError } from '../app-error.ts';
import type { CarrierLine } from '../carrier-line.ts';
import { sameBytes } from '../crypto/bytes.ts';
import { createTurns } from '../long-work/turns.ts';
import { applyOp } from '../ops/apply-op.ts';
import { lookAt } from '../ops/apply-in-order.ts';
import type { Captured } from '../ops/capture.ts';
import { type Lost, lossText } from '../ops/losses.ts';
import { type OpContent, packContent } from '../ops/op-content.ts';
import { openOp, sealOp } from '../ops/op-envelope.ts';
import type { SharedTable } from '../ops/shared-tables.ts';
import { sql } from '../store/sql.ts';
import type { Store, WritableStore } from '../store/store.ts';
import type { EstateRoster } from './estate-roster.ts';
import { entriesIn, isAllowed, isOwn, kindOfOp } from './judge-op.ts';
import { type LinkKeys, type OpKey, opKeyAt } from './link-keys.ts';
import { RULES, packOp } from './op-plaintext.ts';
import { readTaken } from './own-place.ts';
import { entriesOf } from './rows-of-op.ts';

/** Most bytes that lie in the spool to be sent: the rest follows as it goes. */
const OUT_BYTES = 64 * 2 ** 20;
const FRONT_BYTES = HEAD_BYTES + SALT_BYTES;

interface Author {
  readonly vaultId: string;
  readonly desk: number;
  readonly keys: LinkKeys;
  readonly estate: EstateRoster;
  readonly schema: number;
  readonly tables: readonly SharedTable[];
  readonly now: number;
}

/** Errors: `internal` where an op may not do so much, which no desk would count; those of `lookAt`. */
export async function keepOp(tx: WritableStore, author: Author, { content, undo }: Captured): Promise<void> {
  const back = withoutOwn(undo);
  const pending = textOf(await lookAt(tx, author.tables, content));
  const n = await putOut(tx, author, content);
  await tx.run(
    sql`UPDATE op_out SET undo = ${back.length === 0 ? null : packContent(back)}, pending = ${pending} WHERE n = ${n}`,
  );
}

/** Takes back what was done but its entries, and hands out the op that says it: its place decides. Returns its number. Errors: `internal` as `keepOp`. */
export async function handOut(
  tx: WritableStore,
  author: Author,
  { content, local }: Captured,
  back: () => Promise<void>,
): Promise<number> {
  const counters = await tx.all<{ readonly name: string; readonly last: number }>(
    sql`SELECT table_name AS name, last FROM id_counter`,
  );
  await back();
  // Numbers that were given out are not given out again, whatever becomes of it.
  for (const { name, last } of counters)
    await tx.run(sql`UPDATE id_counter SET last = ${last} WHERE table_name = ${name}`);
  const n = await putOut(tx, author, content);
  await applyOp(tx, author.tables, entriesIn(content));
  for (const { seq } of entriesOf(content))
    await tx.run(sql`INSERT INTO undone_entry (seq, decided) VALUES (${Number(seq)}, 0)`);
  if (local.length > 0) await tx.run(sql`UPDATE op_out SET local = ${packContent(local)} WHERE n = ${n}`);
  return n;
}

/** Seals an op and puts it where it waits. Returns its number. Errors: `internal` as `keepOp`. */
async function putOut(tx: WritableStore, author: Author, content: OpContent): Promise<number> {
  const { vaultId, desk, keys, estate, schema, now } = author;
  const kind = kindOfOp(content);
  if (!(await isAllowed(tx, { vaultId, desk }, { kind, content })) || !(await estate.takes(tx, content)))
    throw new AppError('internal', { what: 'op' });
  const opKey = newestOf(keys.op);
  const given = await tx.get<{ readonly n: number }>(
    sql`UPDATE link SET given = given + 1 RETURNING given AS n`,
  );
  const head = await tx.get<{ readonly n: number; readonly hash: string }>(
    sql`SELECT n, lower(hex(hash)) AS hash FROM roster_entry ORDER BY n DESC LIMIT 1`,
  );
  if (given === undefined || head === undefined) throw new AppError('store-tampered', { part: 'link' });
  const plaintext = packOp({
    kind,
    schema,
    rules: RULES,
    rosterHead: head,
    base: await readTaken(tx),
    time: now,
    content,
  });
  const envelope = sealOp(vaultId, { desk, n: given.n, epoch: opKey.epoch, step: opKey.step }, plaintext, {
    opKey: opKey.key,
    privateKey: keys.sign.privateKey,
  });
  await tx.run(sql`INSERT INTO op_out (n, envelope) VALUES (${given.n}, ${envelope})`);
  return given.n;
}

const newestOf = (keys: readonly OpKey[]): OpKey => {
  const newest = keys.toSorted((one, other) => other.epoch - one.epoch)[0];
  if (newest === undefined) throw new AppError('store-tampered', { part: 'link' });
  return newest;
};

/** Seals under the newest op key what waits under an older one, as the same ops: a desk that has been ended meanwhile has that. In the caller's transaction. */
export async function sealAnew(
  tx: WritableStore,
  { vaultId, desk, keys }: Pick<Author, 'vaultId' | 'desk' | 'keys'>,
): Promise<void> {
  const { epoch, step, key } = newestOf(keys.op);
  for (const { n } of await tx.all<{ readonly n: number }>(sql`SELECT n FROM op_out ORDER BY n`)) {
    const row = await tx.get<{ readonly envelope: Uint8Array }>(
      sql`SELECT envelope FROM op_out WHERE n = ${n}`,
    );
    const head = row === undefined ? null : readHead(row.envelope);
    const before = head === null || head.epoch >= epoch ? null : opKeyAt(keys, vaultId, head);
    const plaintext = row === undefined || before === null ? null : openOp(vaultId, row.envelope, before);
    if (plaintext === null) continue;
    const anew = sealOp(vaultId, { desk, n, epoch, step }, plaintext, {
      opKey: key,
      privateKey: keys.sign.privateKey,
    });
    await tx.run(sql`UPDATE op_out SET envelope = ${anew} WHERE n = ${n}`);
  }
}

export const textOf = (losses: readonly Lost[]): string | null =>
  losses.length === 0 ? null : lossText(losses);

/** Entries and rows that no other desk changes are never taken back. */
const withoutOwn = (content: OpContent): OpContent => content.filter(({ table }) => !isOwn(table));

/** No two envelopes of an op begin alike: each has its own salt. */
const isLaid = (there: Uint8Array | null, bytes: number, front: Uint8Array): boolean =>
  there?.length === bytes && sameBytes(there.subarray(0, FRONT_BYTES), front);

/** Lays what waits into the spool, as far as there is room, and never rejects: what is not there is laid the next time. */
export function createOutgoing(store: Store, spool: Spool, carrier: CarrierLine): { lay(): Promise<void> } {
  const turns = createTurns();
  async function lay(): Promise<void> {
    const rows = await store.all<{
      readonly n: number;
      readonly bytes: number;
      readonly front: Uint8Array;
    }>(
      sql`SELECT n, length(envelope) AS bytes, substr(envelope, 1, ${FRONT_BYTES}) AS front FROM op_out ORDER BY n`,
    );
    const there = new Set(await spool.list('out'));
    for (const n of there) if (!rows.some((row) => row.n === n)) await spool.remove('out', n);
    let room = OUT_BYTES;
    let isNew = false;
    for (const { n, bytes, front } of rows) {
      room -= bytes;
      if (room < 0 && n !== rows[0]?.n) break;
      if (there.has(n) && isLaid(spool.readOut(n), bytes, front)) continue;
      const row = await store.get<{ readonly envelope: Uint8Array }>(
        sql`SELECT envelope FROM op_out WHERE n = ${n}`,
      );
      if (row !== undefined) await spool.putOut(n, row.envelope);
      isNew = true;
    }
    if (isNew) carrier.wake();
  }
  return { lay: () => turns.take(lay).catch(() => undefined) };
}
