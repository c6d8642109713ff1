/** A store written out under another key while it is in use: what comes out is one moment of it. */
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type { Store } from '../../../main/vault/store/store.ts';
import { sql } from '../../../main/vault/store/sql.ts';
import { hashTables, tablesThatDiffer } from '../../../main/vault/store/table-hashes.ts';
import { openStore } from '../../../main/vault/store/open-store.ts';
import { LENIENT_ENGINES } from '../../support/any-schema.ts';
import { makeTempDir } from '../../support/temp-dir.ts';
import { signalOf } from '../../support/signal-of.ts';

describe.each(LENIENT_ENGINES.map((engine) => [engine.name, engine] as const))(
  'an export on %s',
  (_name, engine) => {
    const openNew = (dir: string): Promise<Store> =>
      openStore({ path: join(dir, 'store.db'), key: randomBytes(32), create: true, engine });

    it('is one moment of a store that is written to all the time, and leaves it as it was', async () => {
      const dir = makeTempDir();
      const key = randomBytes(32);
      const store = await openStore({ path: join(dir, 'store.db'), key, create: true, engine });
      await store.transaction(async (tx) => {
        await tx.runMany(
          'INSERT INTO meta (key, value) VALUES (?, ?)',
          Array.from({ length: 20_000 }, (_, n) => [`filler ${n}`, randomBytes(200)] as const),
        );
        await tx.run(sql`INSERT INTO room (room, label, canonical) VALUES ('0', '0', '0')`);
      });
      const going = new AbortController();
      let moved = 0;
      // Both in one transaction, so that they say the same at every moment.
      const writing = (async () => {
        while (!going.signal.aborted) {
          moved++;
          const text = String(moved);
          await store.transaction(async (tx) => {
            await tx.run(sql`UPDATE room SET label = ${text}`);
            await tx.run(
              sql`INSERT INTO meta (key, value) VALUES ('moved', ${randomBytes(moved % 50)}) ON CONFLICT (key) DO UPDATE SET value = excluded.value`,
            );
            await tx.run(sql`UPDATE room SET canonical = ${text}`);
          });
          // An engine without a thread of its own would let nothing else in.
          await setImmediate();
        }
      })();
      const seen: number[] = [];
      for (let n = 0; n < 5; n++) {
        const to = { path: join(dir, `export-${n}.db`), key: randomBytes(32) };
        await store.exportTo({ to });
        const copy = await engine.open({ ...to, create: false });
        const room = await copy.get<{ readonly label: string; readonly canonical: string }>(
          sql`SELECT label, canonical FROM room`,
        );
        expect(room?.label).toBe(room?.canonical);
        expect(await copy.integrityCheck()).toEqual([]);
        seen.push(Number(room?.label));
        await copy.close();
      }
      going.abort();
      await writing;
      expect(seen).toEqual([...seen].sort((a, b) => a - b));
      expect(moved).toBeGreaterThan(5);
      expect(await store.integrityCheck()).toEqual([]);
      await store.close();
    });

    it("holds every table as it is, and a row that differs shows in its table's hash alone", async () => {
      const dir = makeTempDir();
      const store = await openNew(dir);
      await store.transaction(async (tx) => {
        await tx.runMany(
          'INSERT INTO meta (key, value) VALUES (?, ?)',
          Array.from({ length: 2_500 }, (_, n) => [`key ${n % 7} ${n}`, randomBytes(5)] as const),
        );
        await tx.runMany(
          'INSERT INTO room (room, label, canonical, area) VALUES (?, ?, ?, ?)',
          Array.from({ length: 1_200 }, (_, n) => [String(n), `房 ${n}`, `c${n}`, n / 3] as const),
        );
      });
      const before = await hashTables(store);
      expect(before.find(({ name }) => name === 'room')).toMatchObject({ rows: 1_200 });
      const to = { path: join(dir, 'export.db'), key: randomBytes(32) };
      await store.exportTo({ to });
      const copy = await engine.open({ ...to, create: false });
      expect(await hashTables(copy)).toEqual(before);
      await copy.transaction((tx) => tx.run(sql`UPDATE room SET area = area + 0.5 WHERE room = '1100'`));
      expect(tablesThatDiffer(before, await hashTables(copy))).toEqual(['room']);
      await copy.close();
      await store.close();
    });

    it('that is cancelled, or has no place to go, leaves no file', async () => {
      const dir = makeTempDir();
      const store = await openNew(dir);
      const to = { path: join(dir, 'export.db'), key: randomBytes(32) };
      await expect(store.exportTo({ to, signal: signalOf(() => true) })).rejects.toThrow('cancelled');
      expect(existsSync(to.path)).toBe(false);
      await expect(
        store.exportTo({ to: { ...to, path: join(dir, 'nowhere', 'export.db') } }),
      ).rejects.toThrow('disk-error');
      await store.close();
      await expect(store.exportTo({ to })).rejects.toThrow('locked');
    });
  },
);
