/** The search for what is left of deleted people keeps nobody waiting: reads and writes go on, what is written meanwhile is looked at, and it can be stopped. */
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AppError } from '../../../main/vault/app-error.ts';
import { createByteStrings } from '../../../main/vault/store/engine/page-search.ts';
import { openStore } from '../../../main/vault/store/open-store.ts';
import { sql } from '../../../main/vault/store/sql.ts';
import type { Store } from '../../../main/vault/store/store.ts';
import { ENGINES } from '../../support/engines.ts';
import { makeTempDir } from '../../support/temp-dir.ts';

/** Searched in some hundreds of slices: an engine that answers from a thread of its own takes several of them on a busy machine. */
const ROWS = 200;
const ROW_BYTES = 64 * 1024;

describe.each(ENGINES)('a search of the pages of a store of $name', (engine) => {
  let store: Store;
  beforeEach(async () => {
    store = await openStore({
      engine,
      path: join(makeTempDir(), 'store.db'),
      key: randomBytes(32),
      create: true,
    });
    await store.transaction((tx) =>
      tx.runMany(
        'INSERT INTO notice_version (id, version, set_at, set_by) VALUES (?, ?, 0, ?)',
        Array.from({ length: ROWS }, (_, at) => [at + 1, 'v', randomBytes(ROW_BYTES / 2).toString('hex')]),
      ),
    );
  });
  afterEach(() => store.close());

  const stringsOf = (...all: readonly Uint8Array[]) => {
    const strings = createByteStrings();
    for (const bytes of all) strings.add(bytes);
    return strings;
  };

  it('answers a read and lets a write through before it has come to its end', async () => {
    let share = 0;
    let begin: () => void = () => undefined;
    const begun = new Promise<void>((resolve) => (begin = resolve));
    const searching = store.searchPages(stringsOf(randomBytes(8)), (done, total) => {
      share = done / total;
      begin();
    });
    await begun;
    const shareAt = async (work: Promise<unknown>) => work.then(() => share);
    const shares = await Promise.all([
      shareAt(store.get(sql`SELECT count(*) FROM notice_version`)),
      shareAt(store.runAlone(sql`UPDATE notice_version SET version = 'w' WHERE id = 1`)),
    ]);
    for (const at of shares) expect(at).toBeLessThan(1);
    const { pages, walBytes } = await searching;
    expect(share).toBe(1);
    expect(pages * 4096).toBeGreaterThan(ROWS * ROW_BYTES);
    expect(walBytes).toBe(0);
  });

  it('sees what was written while it ran, in the WAL or moved from it into the file', async () => {
    const [early, late] = [randomBytes(8).toString('hex'), randomBytes(8).toString('hex')];
    const write = (id: number, text: string) =>
      store.runAlone(sql`UPDATE notice_version SET set_by = ${text} WHERE id = ${id}`);
    const strings = stringsOf(Buffer.from(early), Buffer.from(late));
    let writing: Promise<unknown> | null = null;
    const seen = store.searchPages(strings, (done, total) => {
      // Behind the pages that have been looked at.
      if (done > total / 2)
        writing ??= write(1, early)
          .then(() => store.checkpoint())
          .then(() => write(2, late));
    });
    await seen;
    await writing;
    expect(strings.met).toBe(2);
  });

  it('tells how far it is, and is stopped by whoever is told', async () => {
    const told: number[] = [];
    const stopped = store.searchPages(stringsOf(randomBytes(8)), (done, total) => {
      told.push(done / total);
      if (told.length === 3) throw new AppError('cancelled');
    });
    await expect(stopped).rejects.toMatchObject({ code: 'cancelled' });
    expect(told).toEqual(told.toSorted((one, other) => one - other));
    expect(told.at(-1)).toBeLessThan(1);
    // Whatever it had set is as before: the WAL is moved by itself again.
    expect(await store.get(sql`PRAGMA wal_autocheckpoint`)).toEqual({ wal_autocheckpoint: 1000 });
  });

  it('ends where the store is closed', async () => {
    const searching = store.searchPages(stringsOf(randomBytes(8)));
    searching.catch(() => undefined);
    await store.close();
    await expect(searching).rejects.toMatchObject({ code: 'locked' });
  });
});
