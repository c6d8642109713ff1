/** What somebody with the store key, and with the key that the keychain holds now, can do to a log; each says what has to be found. */
import { randomBytes } from 'node:crypto';
import type { LogCheck } from '../../contract/log/check.ts';
import type { LogRow } from '../../main/vault/log/audit-log.ts';
import { hashEntry, stepKey, tagEntry } from '../../main/vault/log/chain.ts';

/** What of the computer's keys the mutator has. */
interface MutatorKeys {
  readonly vaultId: Uint8Array;
  /** Of the next entry. */
  readonly key: Uint8Array;
}

/** mulberry32: a mutation that slips through can be tried again. */
export function randomOf(seed: number): (below: number) => number {
  let a = seed;
  return (below) => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % below;
  };
}

interface Mutation {
  readonly firstBad: number;
  readonly problem: LogCheck['problem'];
}
/** The signature of a deed tells at once what the chain tells by the entry behind it. */
const unlessSigned = (row: LogRow, problem: Mutation['problem']): Mutation['problem'] =>
  row.signature === null ? problem : 'not-signed';
type Mutate = (rows: LogRow[], pick: (below: number) => number, keys: MutatorKeys) => Mutation;

/** The row with changes, whole in itself: its hash fits, and its tag where `key` is that of its place. */
export const reSeal = (
  vaultId: Uint8Array,
  row: LogRow,
  changes: Partial<LogRow>,
  key: Uint8Array = randomBytes(32),
): LogRow => {
  const content = { ...row, ...changes };
  const tag = tagEntry(vaultId, content, key);
  return { ...content, tag, hash: hashEntry(vaultId, content, tag) };
};
export const at = (rows: readonly LogRow[], i: number): LogRow => {
  const row = rows[i];
  if (row === undefined) throw new RangeError('no such row');
  return row;
};

export const MUTATIONS: Readonly<Record<string, Mutate>> = {
  'a field is edited': (rows, pick) => {
    const i = pick(rows.length);
    const row = at(rows, i);
    const edits: readonly Partial<LogRow>[] = [
      { time: row.time + 1 },
      { staffId: 'a0000000000000ff' as never },
      { cosignerId: 'a0000000000000ff' as never },
      { action: 'locked' },
      { personId: 5 as never },
      { field: 'phone' },
      { reason: 'fees' },
      { ticket: '' },
      { outcome: 'refused' },
      { detail: row.detail === null ? '' : null },
      { detail: `${row.detail} ` },
      { hash: randomBytes(32) },
      { prevHash: randomBytes(32) },
      { tag: randomBytes(32) },
      { tag: new Uint8Array() },
      { signature: row.signature === null ? new Uint8Array(1) : null },
      { signature: randomBytes(70) },
    ];
    rows[i] = { ...row, ...at(edits as never, pick(edits.length)) };
    return { firstBad: row.seq, problem: 'changed' };
  },
  'an entry is dropped': (rows, pick) => {
    const [gone] = rows.splice(pick(rows.length - 1), 1);
    return { firstBad: gone?.seq ?? 0, problem: 'missing' };
  },
  'an entry is dropped and the rest renumbered': (rows, pick) => {
    const i = pick(rows.length - 1);
    rows.splice(i, 1);
    for (let n = i; n < rows.length; n++) rows[n] = { ...at(rows, n), seq: n + 1 };
    return { firstBad: i + 1, problem: 'changed' };
  },
  'an entry is put in between, whole in itself': (rows, pick, { vaultId }) => {
    const i = 1 + pick(rows.length - 2);
    const before = at(rows, i - 1);
    rows.splice(
      i,
      0,
      reSeal(vaultId, at(rows, i), { seq: i + 1, prevHash: before.hash, detail: 'never happened' }),
    );
    for (let n = i + 1; n < rows.length; n++) rows[n] = { ...at(rows, n), seq: n + 1 };
    return { firstBad: i + 1, problem: unlessSigned(at(rows, i), 'inserted') };
  },
  'an entry is copied to the end': (rows, pick) => {
    rows.push({ ...at(rows, pick(rows.length)), seq: rows.length + 1 });
    return { firstBad: rows.length, problem: 'inserted' };
  },
  'an entry is made up at the end': (rows, _, { vaultId }) => {
    const last = at(rows, rows.length - 1);
    rows.push(reSeal(vaultId, last, { seq: last.seq + 1, prevHash: last.hash }));
    return { firstBad: last.seq + 1, problem: 'inserted' };
  },
  'two entries change places': (rows, pick) => {
    const i = pick(rows.length - 1);
    const j = i + 1 + pick(rows.length - i - 1);
    const [a, b] = [at(rows, i), at(rows, j)];
    rows[i] = { ...b, seq: a.seq };
    rows[j] = { ...a, seq: b.seq };
    return { firstBad: a.seq, problem: 'changed' };
  },
  'the end is cut off': (rows, pick) => {
    rows.splice(pick(rows.length));
    return { firstBad: rows.length + 1, problem: 'truncated' };
  },
  'an entry is rewritten, whole in itself': (rows, pick, { vaultId }) => {
    const i = pick(rows.length - 1);
    rows[i] = reSeal(vaultId, at(rows, i), { detail: 'rewritten' });
    return { firstBad: i + 1, problem: unlessSigned(at(rows, i), 'changed') };
  },
  'everything from an entry on is rewritten, with the key that the anchor holds now': (rows, pick, keys) => {
    const first = pick(rows.length);
    let { key } = keys;
    for (let i = first; i < rows.length; i++) {
      rows[i] = reSeal(
        keys.vaultId,
        at(rows, i),
        i === first ? { detail: 'rewritten' } : { prevHash: at(rows, i - 1).hash },
        key,
      );
      key = stepKey(key);
    }
    const signed = rows.slice(first).find(({ signature }) => signature !== null);
    return signed === undefined
      ? { firstBad: rows.length, problem: 'anchor-differs' }
      : { firstBad: signed.seq, problem: 'not-signed' };
  },
  'an entry moves to another segment': (rows, pick) => {
    const i = pick(rows.length);
    rows[i] = { ...at(rows, i), segmentId: 2 };
    return { firstBad: i + 1, problem: 'changed' };
  },
  'an entry is put before the first': (rows) => {
    rows.unshift({ ...at(rows, 0), seq: 0 });
    return { firstBad: 1, problem: 'inserted' };
  },
};
