import { setImmediate } from 'node:timers/promises';
import { randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { PersonId, StaffId } from '../../../contract/ids.ts';
import { AppError } from '../../../main/vault/app-error.ts';
import { type LogRow, createAuditLog } from '../../../main/vault/log/audit-log.ts';
import { hashEntry, tagEntry } from '../../../main/vault/log/chain.ts';
import { sql } from '../../../main/vault/store/sql.ts';
import type { Store } from '../../../main/vault/store/store.ts';
import { ENGINES, FEATURE_ENGINES } from '../../support/engines.ts';
import {
  type LogDesk,
  SIGNER,
  SIGNERS,
  STAFF,
  entry,
  makeLogDesk,
  tamper,
  writeEntries,
} from '../../support/log-desk.ts';
import { anchorStateForTest, createMemoryAnchor, reopenAnchor } from '../../support/memory-anchor.ts';

const OTHER = 'a000000000000002' as StaffId;

const reveal = (desk: LogDesk, value: string): Promise<string> =>
  desk.log.record(desk.store, async () => ({
    value,
    entries: [entry({ action: 'reveal', signedBy: [SIGNER] })],
  }));
const lastSeq = async (desk: LogDesk): Promise<number> =>
  (await desk.store.get<{ n: number | null }>(sql`SELECT max(seq) AS n FROM log_entry`))?.n ?? 0;

/** The same log after the process was killed between its commit and its anchor write. */
async function killBeforeAnchor(desk: LogDesk, work: () => Promise<unknown>): Promise<void> {
  const copies = [...desk.keychain.copies];
  await work();
  desk.keychain.copies.splice(0, 2, ...copies);
  await desk.restart();
}

describe.each(FEATURE_ENGINES.map((engine) => [engine.name, engine] as const))('%s', (_, engine) => {
  describe('record', () => {
    test('does the work and appends in one transaction, in order, and says so in full', async () => {
      const desk = await makeLogDesk(engine);
      const value = await desk.log.record(desk.store, async (tx) => {
        await tx.run(sql`INSERT INTO meta (key, value) VALUES ('work', ${new Uint8Array([1])})`);
        return {
          value: 42,
          entries: [
            entry({
              action: 'handover',
              cosignerId: OTHER,
              personId: 7 as PersonId,
              field: 'phone',
              reason: 're\u202epair\u202c',
              ticket: '\u200bT-1\n',
              detail: { to: '细节\r\n\0\u2028ok' },
            }),
            entry({ action: 'verify', outcome: 'no-match', detail: { kind: 'phone' }, signedBy: [SIGNER] }),
          ],
        };
      });
      expect(value).toBe(42);
      const rows = await desk.log.list(desk.store, { before: null, limit: 10 });
      expect(rows.map((row) => row.seq)).toEqual([2, 1]);
      expect(rows[1]).toMatchObject({
        segmentId: 1,
        time: desk.clock.now(),
        staffId: STAFF,
        cosignerId: OTHER,
        action: 'handover',
        personId: 7,
        field: 'phone',
        reason: 'repair',
        ticket: 'T-1',
        // One line of visible text, so that an entry makes no second one and reads as it is.
        outcome: 'done',
        detail: '\u001e{"to":"细节 ok"}',
      });
      expect(await desk.store.get(sql`SELECT key FROM meta WHERE key = 'work'`)).toBeDefined();
      await desk.restart();
      expect(await desk.log.verify(desk.store, SIGNERS)).toMatchObject({ ok: true, checked: 2 });
      expect(await desk.log.checkHead(desk.store)).toBe('matches');
    });

    test('the value waits for the anchor', async () => {
      const desk = await makeLogDesk(engine);
      const release = desk.keychain.hold();
      let value: string | undefined;
      const revealing = reveal(desk, 'shown').then((shown) => {
        value = shown;
      });
      await desk.keychain.reached();
      await setImmediate();
      expect([await lastSeq(desk), value]).toEqual([1, undefined]);
      release();
      await revealing;
      expect(value).toBe('shown');
      expect(desk.keychain.read()?.state.log.seq).toBe(1);
    });

    test('no anchor, no value; the entry stands, the log goes on, and nothing alarms afterwards', async () => {
      const desk = await makeLogDesk(engine);
      desk.keychain.failing = 'torn';
      await expect(reveal(desk, 'shown')).rejects.toMatchObject({
        code: 'log-unavailable',
        cause: { code: 'keychain-write-failed' },
      });
      expect(await lastSeq(desk)).toBe(1);
      desk.keychain.failing = 'no';
      await writeEntries(desk, 2);
      await desk.restart();
      expect(await desk.log.checkHead(desk.store)).toBe('matches');
      expect(await desk.log.verify(desk.store, SIGNERS)).toMatchObject({ ok: true, checked: 3 });
    });

    test('work that throws leaves no entry and no step, and its error comes out', async () => {
      const desk = await makeLogDesk(engine);
      const mine = new AppError('changed-meanwhile');
      await expect(
        desk.log.record(desk.store, async (tx) => {
          await tx.run(sql`INSERT INTO meta (key, value) VALUES ('work', ${new Uint8Array([1])})`);
          throw mine;
        }),
      ).rejects.toBe(mine);
      expect(await lastSeq(desk)).toBe(0);
      expect(desk.anchor.state().log.seq).toBe(0);
      expect(await desk.store.get(sql`SELECT key FROM meta WHERE key = 'work'`)).toBeUndefined();
      await writeEntries(desk, 2);
      expect((await desk.log.verify(desk.store, SIGNERS)).ok).toBe(true);
    });

    test.each([
      [new AppError('disk-full'), 'disk-full'],
      [new AppError('disk-error'), 'log-unavailable'],
      [new Error('anything else'), 'log-unavailable'],
    ])('a commit that fails gives no value and moves nothing (%s)', async (failure, code) => {
      const desk = await makeLogDesk(engine);
      const failing: Store = {
        ...desk.store,
        transaction: (work) =>
          desk.store.transaction(async (tx) => {
            await work(tx);
            throw failure;
          }),
      };
      const { writes } = desk.keychain;
      await expect(
        desk.log.record(failing, async () => ({ value: 'shown', entries: [entry()] })),
      ).rejects.toMatchObject({ code });
      expect([desk.anchor.state().log.seq, desk.keychain.writes, await lastSeq(desk)]).toEqual([
        0,
        writes,
        0,
      ]);
      await writeEntries(desk, 1);
      expect((await desk.log.verify(desk.store, SIGNERS)).ok).toBe(true);
    });

    test('many at once make one chain', async () => {
      const desk = await makeLogDesk(engine);
      const values = await Promise.all(
        Array.from({ length: 60 }, (__, i) =>
          desk.log.record(desk.store, async (tx) => {
            await tx.get(sql`SELECT 1`);
            return { value: i, entries: [entry(), entry()] };
          }),
        ),
      );
      expect(values).toEqual(Array.from({ length: 60 }, (__, i) => i));
      expect(await desk.log.verify(desk.store, SIGNERS)).toMatchObject({ ok: true, checked: 120 });
      expect(desk.keychain.read()?.state.log.seq).toBe(120);
    });

    test('a verification in the middle of it all raises no alarm', async () => {
      const desk = await makeLogDesk(engine);
      await writeEntries(desk, 600);
      const [check] = await Promise.all([desk.log.verify(desk.store, SIGNERS), writeEntries(desk, 40)]);
      expect(check).toMatchObject({ ok: true, problem: null });
    });

    test('without entries there is nothing to anchor', async () => {
      const desk = await makeLogDesk(engine);
      const { writes } = desk.keychain;
      expect(await desk.log.record(desk.store, async () => ({ value: 'x', entries: [] }))).toBe('x');
      expect(desk.keychain.writes).toBe(writes);
    });

    test('the key moves one way: no key that the anchor ever held tags an older entry, and the first is left alone', async () => {
      const desk = await makeLogDesk(engine);
      const keys: Uint8Array[] = [];
      for (let i = 0; i < 5; i++) {
        await writeEntries(desk, 1);
        keys.push(desk.keychain.read()?.state.log.key ?? new Uint8Array());
      }
      const rows = (await desk.log.list(desk.store, { before: null, limit: 10 })).toReversed();
      const { vaultId } = desk.anchor.state();
      const tags = (key: Uint8Array, row: LogRow | undefined) =>
        row !== undefined && Buffer.from(tagEntry(vaultId, row, key)).equals(row.tag);
      keys.forEach((key, i) => {
        expect(rows.slice(0, i + 1).some((row) => tags(key, row))).toBe(false);
        if (i < 4) expect(tags(key, rows[i + 1])).toBe(true);
      });
      expect(tags(desk.firstKey, rows[0])).toBe(true);
    });
  });

  describe('checkHead', () => {
    test('a kill between commit and anchor is stepped over, again and again', async () => {
      const desk = await makeLogDesk(engine);
      for (let i = 0; i < 12; i++) {
        if (i % 3 > 0) await writeEntries(desk, 1);
        await killBeforeAnchor(desk, () =>
          desk.log.record(desk.store, async () => ({
            value: 1,
            entries: Array.from({ length: 1 + (i % 4) }, () => entry()),
          })),
        );
        expect(await desk.log.checkHead(desk.store), `kill ${i}`).toBe('matches');
        expect(desk.keychain.read()?.state.log.seq).toBe(await lastSeq(desk));
        expect((await desk.log.verify(desk.store, SIGNERS)).ok).toBe(true);
      }
    });

    test('also when several anchor writes were lost', async () => {
      const desk = await makeLogDesk(engine);
      await writeEntries(desk, 3);
      await killBeforeAnchor(desk, () => writeEntries(desk, 20));
      expect(await desk.log.checkHead(desk.store)).toBe('matches');
    });

    test.each<[string, (desk: LogDesk) => Promise<unknown>]>([
      ['the last entry is gone', (desk) => tamper(desk, [{ text: 'DELETE FROM log_entry WHERE seq = 10' }])],
      ['all are gone', (desk) => tamper(desk, [{ text: 'DELETE FROM log_entry' }])],
      [
        'the last entry reads otherwise',
        (desk) => tamper(desk, [{ text: `UPDATE log_entry SET outcome = 'refused' WHERE seq = 10` }]),
      ],
      [
        'the last hash is another',
        (desk) =>
          tamper(desk, [{ text: 'UPDATE log_entry SET hash = ? WHERE seq = 10', values: [randomBytes(32)] }]),
      ],
      ['an entry without a right tag is added', (desk) => addForged(desk, 'tag')],
      ['an entry with the tag of a guessed key and a wrong link is added', (desk) => addForged(desk, 'link')],
      ['an entry far ahead is added', (desk) => addForged(desk, 'gap')],
    ])('differs when %s', async (__, change) => {
      const desk = await makeLogDesk(engine);
      await writeEntries(desk, 10);
      expect(await desk.log.checkHead(desk.store)).toBe('matches');
      await change(desk);
      await desk.restart();
      expect(await desk.log.checkHead(desk.store)).toBe('differs');
      expect((await desk.log.verify(desk.store, SIGNERS)).ok).toBe(false);
    });

    test("differs for yesterday's store, and for one of another vault", async () => {
      const desk = await makeLogDesk(engine);
      await writeEntries(desk, 5);
      const putBack = await desk.keepStore();
      await writeEntries(desk, 5);
      await putBack();
      expect(await desk.log.checkHead(desk.store)).toBe('differs');
      expect(await desk.log.verify(desk.store, SIGNERS)).toMatchObject({
        ok: false,
        problem: 'truncated',
        firstBad: 6,
      });
      const { anchor } = createMemoryAnchor(
        anchorStateForTest({ log: { ...desk.anchor.state().log, seq: 5 } }),
      );
      expect(await createAuditLog({ anchor, clock: desk.clock }).checkHead(desk.store)).toBe('differs');
    });

    test('reads new entries only, however long the log is', async () => {
      const desk = await makeLogDesk(engine);
      await writeEntries(desk, 3);
      let rowsRead = 0;
      const counting: Store = {
        ...desk.store,
        get: async (query) => {
          rowsRead += 1;
          return desk.store.get(query);
        },
        all: async <Row>(query: Parameters<Store['all']>[0]) => {
          const rows = await desk.store.all<Row>(query);
          rowsRead += rows.length;
          return rows;
        },
      };
      await writeEntries(desk, 300);
      await desk.log.checkHead(counting);
      expect(rowsRead).toBe(1);
    });
  });

  test('triggers refuse to change, delete or replace an entry', async () => {
    const desk = await makeLogDesk(engine);
    await writeEntries(desk, 2);
    const attempts = [
      sql`UPDATE log_entry SET detail = 'x'`,
      sql`DELETE FROM log_entry WHERE seq = 1`,
      sql`INSERT OR REPLACE INTO log_entry SELECT * FROM log_entry WHERE seq = 1`,
    ];
    for (const attempt of attempts)
      await expect(desk.store.transaction((tx) => tx.run(attempt))).rejects.toThrow(/never/);
    expect((await desk.log.verify(desk.store, SIGNERS)).ok).toBe(true);
  });

  test('list pages backward', async () => {
    const desk = await makeLogDesk(engine);
    await writeEntries(desk, 7);
    const page = async (before: number | null) =>
      (await desk.log.list(desk.store, { before, limit: 3 })).map((row) => row.seq);
    expect([await page(null), await page(5), await page(2), await page(1)]).toEqual([
      [7, 6, 5],
      [4, 3, 2],
      [1],
      [],
    ]);
  });
});

type Forgery = 'tag' | 'link' | 'gap';

async function addForged(desk: LogDesk, kind: Forgery): Promise<void> {
  const { vaultId, log } = desk.anchor.state();
  const prevHash = kind === 'link' ? randomBytes(32) : log.hash;
  const content = {
    seq: log.seq + (kind === 'gap' ? 100 : 1),
    segmentId: 1,
    time: desk.clock.now(),
    staffId: STAFF,
    cosignerId: null,
    action: 'search' as const,
    personId: null,
    field: null,
    reason: null,
    ticket: null,
    outcome: 'done' as const,
    detail: null,
    prevHash,
    signature: null,
  };
  const tag = tagEntry(vaultId, content, kind === 'link' ? log.key : randomBytes(32));
  const hash = hashEntry(vaultId, content, tag);
  await tamper(desk, [
    {
      text: 'INSERT INTO log_entry (seq, segment_id, time, staff_id, action, outcome, prev_hash, hash, tag) VALUES (?, 1, ?, ?, ?, ?, ?, ?, ?)',
      values: [content.seq, content.time, STAFF, 'search', 'done', prevHash, hash, tag],
    },
  ]);
}

test('an anchor that could not be written is caught up with at the next unlock', async () => {
  const desk = await makeLogDesk(ENGINES[0] as (typeof ENGINES)[number]);
  await writeEntries(desk, 2);
  desk.keychain.failing = 'nothing-written';
  await expect(reveal(desk, 'shown')).rejects.toMatchObject({ code: 'log-unavailable' });
  desk.keychain.failing = 'no';
  expect(reopenAnchor(desk.keychain).state().log.seq).toBe(2);
  await desk.restart();
  expect(await desk.log.checkHead(desk.store)).toBe('matches');
  expect(reopenAnchor(desk.keychain).state().log.seq).toBe(3);
});
