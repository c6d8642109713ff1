/** A page of the log by a filter, over a real store: what fits, in pieces of bounded size. */
import { describe, expect, it } from 'vitest';
import type { PersonId, StaffId } from '../../../contract/ids.ts';
import type { LogFilter } from '../../../contract/log/routes.ts';
import { dayOf } from '../../../main/vault/clock.ts';
import { findEntries, MAX_SCANNED } from '../../../main/vault/oversight/find-entries.ts';
import { sql } from '../../../main/vault/store/sql.ts';
import type { Store } from '../../../main/vault/store/store.ts';
import { FEATURE_ENGINES } from '../../support/engines.ts';
import { makeLogDesk } from '../../support/log-desk.ts';

const FIRST = 'a000000000000001' as StaffId;
const OTHER = 'a000000000000002' as StaffId;
const ENTRIES = 2 * MAX_SCANNED + 1_000;
const MINUTE = 60_000;
const BEGUN = new Date(2026, 0, 1, 12).getTime();
const timeOf = (seq: number): number => BEGUN + seq * MINUTE;

/** One entry a minute: searches, each seventh a reveal, one refusal near the beginning, each thousandth of the other. */
const fill = (store: Store): Promise<unknown> =>
  store.transaction((tx) =>
    tx.run(sql`
      WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${ENTRIES})
      INSERT INTO log_entry (seq, segment_id, time, staff_id, cosigner_id, action, person_id, field, reason, ticket, outcome, detail, prev_hash, hash, tag)
      SELECT i, 1, ${BEGUN} + i * ${MINUTE}, iif(i % 1000 = 0, ${OTHER}, ${FIRST}), iif(i = 777, ${OTHER}, NULL),
        iif(i % 7 = 0, 'reveal', 'search'), iif(i % 5000 = 35, 9, NULL), NULL, NULL, NULL, iif(i = 11, 'refused', 'done'), NULL,
        zeroblob(32), zeroblob(32), zeroblob(32)
      FROM n`),
  );

const page = (store: Store, filter: LogFilter, before: number | null = null, limit = 50) =>
  findEntries(store, { before, limit, filter });

/** All that fits, asked for as a page asks on. */
async function all(store: Store, filter: LogFilter) {
  const seqs: number[] = [];
  let [asked, before]: [number, number | null] = [0, null];
  do {
    const piece = await page(store, filter, before);
    seqs.push(...piece.rows.map(({ seq }) => seq));
    before = piece.next;
    asked += 1;
  } while (before !== null);
  return { seqs, asked };
}

describe.each(FEATURE_ENGINES.map((engine) => [engine.name, engine] as const))(
  'findEntries on %s',
  (_, engine) => {
    const filledStore = async (): Promise<Store> => {
      const { store } = await makeLogDesk(engine);
      await fill(store);
      return store;
    };
    const numbersWhere = (fits: (seq: number) => boolean): readonly number[] =>
      Array.from({ length: ENTRIES }, (_, at) => ENTRIES - at).filter(fits);

    it('pages through the whole log where nothing is asked for', async () => {
      const store = await filledStore();
      expect((await page(store, {}, null, 3)).rows.map(({ seq }) => seq)).toEqual([
        ENTRIES,
        ENTRIES - 1,
        ENTRIES - 2,
      ]);
      expect((await page(store, {}, 4, 3)).rows.map(({ seq }) => seq)).toEqual([3, 2, 1]);
      expect((await page(store, {}, 4, 3)).next).toBeNull();
      expect((await page(store, {}, 1)).rows).toEqual([]);
    });

    it.each<[string, LogFilter, (seq: number) => boolean]>([
      ['a kind of action', { group: 'reveal' }, (seq) => seq % 7 === 0],
      ['an outcome', { outcome: 'refused' }, (seq) => seq === 11],
      ['somebody who did it or co-signed', { staffId: OTHER }, (seq) => seq % 1000 === 0 || seq === 777],
      ['a resident', { personId: 9 as PersonId }, (seq) => seq % 5000 === 35],
      [
        'days, the first and the last included',
        { from: '2026-01-03', to: '2026-01-04' },
        (seq) => ['2026-01-03', '2026-01-04'].includes(dayOf(timeOf(seq))),
      ],
      [
        'several at once',
        { staffId: OTHER, group: 'reveal', from: '2026-01-02' },
        (seq) => (seq % 7000 === 0 || seq === 777) && dayOf(timeOf(seq)) >= '2026-01-02',
      ],
      ['nothing that there is', { outcome: 'failed' }, () => false],
      ['days the wrong way round', { from: '2026-01-04', to: '2026-01-03' }, () => false],
    ])('finds every entry of %s, newest first and each once', async (_, filter, fits) => {
      const store = await filledStore();
      expect((await all(store, filter)).seqs).toEqual(numbersWhere(fits));
    });

    it('looks through a bounded piece of the log at a time, and says where to go on', async () => {
      const store = await filledStore();
      const first = await page(store, { outcome: 'refused' });
      expect(first).toEqual({ rows: [], next: ENTRIES - MAX_SCANNED + 1 });
      expect((await all(store, { outcome: 'refused' })).asked).toBe(3);
    });

    it('ends a full page at its last entry', async () => {
      const store = await filledStore();
      const full = await page(store, { group: 'reveal' }, null, 10);
      expect(full.rows).toHaveLength(10);
      expect(full.next).toBe(full.rows.at(-1)!.seq);
    });

    it('finds a resident by the index, without pieces', async () => {
      const store = await filledStore();
      expect((await all(store, { personId: 9 as PersonId })).asked).toBe(1);
    });
  },
);
