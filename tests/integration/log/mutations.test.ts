/** A log in a real store, changed in every way that somebody with its key could: each is noticed. */
import { randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { LogRow } from '../../../main/vault/log/audit-log.ts';
import type { WritableStore } from '../../../main/vault/store/store.ts';
import { FEATURE_ENGINES } from '../../support/engines.ts';
import { type LogDesk, SIGNERS, makeLogDesk, writeEntries } from '../../support/log-desk.ts';
import { at, MUTATIONS, randomOf, reSeal } from '../../support/log-mutations.ts';

const ENTRIES = 60;
const ROUNDS = 30;

const keysOf = (desk: LogDesk) => {
  const { vaultId, log } = desk.anchor.state();
  return { vaultId, key: log.key };
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
        const expected = mutate(changed, randomOf(round * 7919 + name.length), keysOf(desk));
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
          desk.anchor.state().vaultId,
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
