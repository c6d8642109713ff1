import { randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { LogCheck } from '../../../contract/log/check.ts';
import type { LogRow } from '../../../main/vault/log/audit-log.ts';
import { hashEntry, stepKey, tagEntry } from '../../../main/vault/log/chain.ts';
import type { WritableStore } from '../../../main/vault/store/store.ts';
import { FEATURE_ENGINES } from '../../support/engines.ts';
import { SIGNERS, makeLogDesk, writeEntries } from '../../support/log-desk.ts';
import type { LogDesk } from '../../support/log-desk.ts';

const ENTRIES = 60;
const ROUNDS = 30;

/** mulberry32: a mutation that slips through can be tried again. */
function randomOf(seed: number): (below: number) => number {
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
type Mutate = (rows: LogRow[], pick: (below: number) => number, desk: LogDesk) => Mutation;

const reSeal = (
  desk: LogDesk,
  row: LogRow,
  changes: Partial<LogRow>,
  key: Uint8Array = randomBytes(32),
): LogRow => {
  const { vaultId } = desk.anchor.state();
  const content = { ...row, ...changes };
  const tag = tagEntry(vaultId, content, key);
  return { ...content, tag, hash: hashEntry(vaultId, content, tag) };
};
const at = (rows: readonly LogRow[], i: number): LogRow => {
  const row = rows[i];
  if (row === undefined) throw new RangeError('no such row');
  return row;
};

/** Each changes the rows as somebody with the store key could, and says what has to be found. */
const MUTATIONS: Readonly<Record<string, Mutate>> = {
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
  'an entry is put in between, whole in itself': (rows, pick, desk) => {
    const i = 1 + pick(rows.length - 2);
    const before = at(rows, i - 1);
    rows.splice(
      i,
      0,
      reSeal(desk, at(rows, i), { seq: i + 1, prevHash: before.hash, detail: 'never happened' }),
    );
    for (let n = i + 1; n < rows.length; n++) rows[n] = { ...at(rows, n), seq: n + 1 };
    return { firstBad: i + 1, problem: unlessSigned(at(rows, i), 'inserted') };
  },
  'an entry is copied to the end': (rows, pick) => {
    rows.push({ ...at(rows, pick(rows.length)), seq: rows.length + 1 });
    return { firstBad: rows.length, problem: 'inserted' };
  },
  'an entry is made up at the end': (rows, _, desk) => {
    const last = at(rows, rows.length - 1);
    rows.push(reSeal(desk, last, { seq: last.seq + 1, prevHash: last.hash }));
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
  'an entry is rewritten, whole in itself': (rows, pick, desk) => {
    const i = pick(rows.length - 1);
    rows[i] = reSeal(desk, at(rows, i), { detail: 'rewritten' });
    return { firstBad: i + 1, problem: unlessSigned(at(rows, i), 'changed') };
  },
  'everything from an entry on is rewritten, with the key that the anchor holds now': (rows, pick, desk) => {
    const first = pick(rows.length);
    let { key } = desk.anchor.state().log;
    for (let i = first; i < rows.length; i++) {
      rows[i] = reSeal(
        desk,
        at(rows, i),
        i === first ? { detail: 'rewritten' } : { prevHash: at(rows, i - 1).hash },
        key,
      );
      key = stepKey(key);
    }
    const signed = rows.slice(first).find(({ signature }) => signature !== null);
    return signed === undefined
      ? { firstBad: ENTRIES, problem: 'anchor-differs' }
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

async function writeRows(tx: WritableStore, rows: readonly LogRow[]): Promise<void> {
  for (const name of ['log_entry_no_update', 'log_entry_no_delete'])
    await tx.run({ text: `DROP TRIGGER ${name}`, values: [] });
  await tx.run({ text: 'DELETE FROM log_entry', values: [] });
  await tx.run({
    text: `INSERT INTO log_segment (id, first_seq, sealed_first_key, started_at, why) VALUES (2, 1000, x'', 0, 'x')`,
    values: [],
  });
  await tx.runMany(
    `INSERT INTO log_entry (seq, segment_id, time, staff_id, cosigner_id, action, person_id, field, reason, ticket, outcome, detail, prev_hash, hash, tag, signature)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    rows.map((row) => [
      row.seq,
      row.segmentId,
      row.time,
      row.staffId,
      row.cosignerId,
      row.action,
      row.personId,
      row.field,
      row.reason,
      row.ticket,
      row.outcome,
      row.detail,
      row.prevHash,
      row.hash,
      row.tag,
      row.signature,
    ]),
  );
}

/** Looks at the log as if it held these rows, and leaves the store as it was. */
async function lookAt<T>(
  desk: LogDesk,
  rows: readonly LogRow[],
  look: (tx: WritableStore) => Promise<T>,
): Promise<T> {
  let seen: { readonly value: T } | undefined;
  const undo = new Error('undo');
  await desk.store
    .transaction(async (tx) => {
      await writeRows(tx, rows);
      seen = { value: await look(tx) };
      throw undo;
    })
    .catch((error: unknown) => {
      if (error !== undo) throw error;
    });
  if (seen === undefined) throw new Error('not looked at');
  return seen.value;
}

describe.each(FEATURE_ENGINES.map((engine) => [engine.name, engine] as const))('%s', (_, engine) => {
  test(`${Object.keys(MUTATIONS).length * ROUNDS} mutations of ${ENTRIES} entries: each is noticed, and its first bad entry named`, async () => {
    const desk = await makeLogDesk(engine);
    await writeEntries(desk, ENTRIES);
    const rows = (await desk.log.list(desk.store, { before: null, limit: ENTRIES })).toReversed();
    expect(await lookAt(desk, rows, (tx) => desk.log.verify(tx, SIGNERS))).toMatchObject({
      ok: true,
      checked: ENTRIES,
    });
    const missed: string[] = [];
    for (const [name, mutate] of Object.entries(MUTATIONS)) {
      for (let round = 0; round < ROUNDS; round++) {
        const changed = [...rows];
        const expected = mutate(changed, randomOf(round * 7919 + name.length), desk);
        const { ok, firstBad, problem } = await lookAt(desk, changed, (tx) => desk.log.verify(tx, SIGNERS));
        if (ok || firstBad !== expected.firstBad || problem !== expected.problem)
          missed.push(
            `${name}, round ${round}: ${problem} at ${firstBad}, not ${expected.problem} at ${expected.firstBad}`,
          );
      }
    }
    expect(missed).toEqual([]);
  });

  test('with the first key of the segment, the first rewritten entry is named, and a right log passes', async () => {
    const desk = await makeLogDesk(engine);
    await writeEntries(desk, ENTRIES);
    const rows = (await desk.log.list(desk.store, { before: null, limit: ENTRIES })).toReversed();
    const firstKeys = new Map([[1, desk.firstKey]]);
    expect(await desk.log.verify(desk.store, SIGNERS, { firstKeys })).toMatchObject({
      ok: true,
      checked: ENTRIES,
    });
    for (const first of [0, 17, ENTRIES - 1]) {
      const changed = [...rows];
      for (let i = first; i < changed.length; i++)
        changed[i] = reSeal(
          desk,
          at(changed, i),
          i === first ? { detail: 'rewritten' } : { prevHash: at(changed, i - 1).hash },
        );
      expect(await lookAt(desk, changed, (tx) => desk.log.verify(tx, SIGNERS, { firstKeys }))).toMatchObject({
        ok: false,
        firstBad: first + 1,
        problem: 'changed',
      });
    }
    expect(
      await desk.log.verify(desk.store, SIGNERS, { firstKeys: new Map([[1, randomBytes(32)]]) }),
    ).toMatchObject({
      ok: false,
      firstBad: 1,
      problem: 'changed',
    });
  });

  test('verify tells how far it is and which hash the paper has to show', async () => {
    const desk = await makeLogDesk(engine);
    await writeEntries(desk, 1001);
    const told: (readonly [number, number])[] = [];
    const { headHash, checked } = await desk.log.verify(desk.store, SIGNERS, {
      onProgress: (done, total) => told.push([done, total]),
    });
    expect(told).toEqual([
      [500, 1001],
      [1000, 1001],
    ]);
    expect([checked, headHash]).toEqual([1001, Buffer.from(desk.anchor.state().log.hash).toString('hex')]);
  });
});
