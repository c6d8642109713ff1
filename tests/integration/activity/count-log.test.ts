/** The log counted in pieces over a real store: each act once, by what it was. */
import { describe, expect, it } from 'vitest';
import type { LogAction } from '../../../contract/log/entries.ts';
import type { LogOutcome } from '../../../contract/log/outcomes.ts';
import type { PersonId, StaffId } from '../../../contract/ids.ts';
import {
  type ActivityFact,
  QUARTER_MS,
  countEntries,
  countPiece,
} from '../../../main/vault/activity/count-log.ts';
import { sql } from '../../../main/vault/store/sql.ts';
import type { Store } from '../../../main/vault/store/store.ts';
import { createRandom } from '../../support/desk-days/random.ts';
import { FEATURE_ENGINES } from '../../support/engines.ts';
import { explain } from '../../support/explain.ts';
import { makeLogDesk } from '../../support/log-desk.ts';
import { words } from '../../support/words.ts';

const FIRST = 'a000000000000001' as StaffId;
const OTHER = 'a000000000000002' as StaffId;
const BEGUN = Date.UTC(2026, 0, 5, 9);

interface Row {
  readonly time?: number;
  readonly staffId?: string;
  readonly action: LogAction;
  readonly personId?: PersonId;
  readonly reason?: string;
  readonly outcome?: LogOutcome;
  readonly detail?: object;
}

async function write(store: Store, rows: readonly Row[]): Promise<void> {
  await store.transaction(async (tx) => {
    for (const [at, row] of rows.entries())
      await tx.run(sql`
        INSERT INTO log_entry (seq, segment_id, time, staff_id, action, person_id, reason, outcome, detail, prev_hash, hash, tag)
        VALUES (${at + 1}, 1, ${row.time ?? BEGUN}, ${row.staffId ?? FIRST}, ${row.action}, ${row.personId ?? null}, ${row.reason ?? null},
          ${row.outcome ?? 'done'}, ${row.detail === undefined ? null : `\u001e${JSON.stringify(row.detail)}`},
          zeroblob(32), zeroblob(32), zeroblob(32))`);
  });
}

/** `measure: count` of all of it, in pieces of that size. */
async function sums(store: Store, entries: number, size = entries): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (let seq = 0; seq < entries; seq += size)
    for (const { measure, count } of await countPiece(store, seq, seq + size))
      counts[measure] = (counts[measure] ?? 0) + count;
  return counts;
}

describe.each(FEATURE_ENGINES.map((engine) => [engine.name, engine] as const))(
  'the log counted on %s',
  (_, engine) => {
    const counted = async (rows: readonly Row[]): Promise<readonly ActivityFact[]> => {
      const { store } = await makeLogDesk(engine);
      await write(store, rows);
      return countPiece(store, 0, rows.length);
    };
    const measures = async (rows: readonly Row[]): Promise<Record<string, number>> => {
      const { store } = await makeLogDesk(engine);
      await write(store, rows);
      return sums(store, rows.length);
    };

    it('takes several values that were opened at once for one act', async () => {
      const emergency = { action: 'emergency-access', personId: 4 as PersonId } as const;
      const rows: readonly Row[] = [
        emergency,
        emergency,
        { ...emergency, time: BEGUN + 1 },
        { ...emergency, time: BEGUN + 1, personId: 5 as PersonId },
        { action: 'reveal', personId: 5 as PersonId },
        { action: 'reveal', personId: 5 as PersonId },
      ];
      expect(await measures(rows)).toEqual({ reveal: 5 });
    });

    it('counts each attempt of those that were entered as a number, and each refusal', async () => {
      const rows: readonly Row[] = [
        { action: 'sign-in-failed', outcome: 'failed', detail: { count: 4, since: BEGUN } },
        { action: 'refused', outcome: 'refused', detail: { count: 3, of: 'locked', since: BEGUN } },
        {
          action: 'refused',
          outcome: 'refused',
          detail: { code: 'not-allowed', of: 'route', route: 'log.list' },
        },
        { action: 'pin-failed', outcome: 'failed', detail: { of: 'own' } },
        { action: 'sign-in-failed', outcome: 'failed', detail: { unreadable: true } },
        { action: 'backup', outcome: 'failed' },
      ];
      expect(await measures(rows)).toEqual({ denied: 4 + 3 + 1 + 1 + 1 });
    });

    it('counts of the alerts those of a limit alone', async () => {
      const alert = (kind: string): Row => ({
        action: 'alert',
        detail: { count: 1, kind, room: null, staff: FIRST },
      });
      expect(await measures([alert('quota'), alert('atNight'), { action: 'alert' }, alert('quota')])).toEqual(
        { limit: 2 },
      );
    });

    it('takes of a reason what stands in the list, and never its words', async () => {
      const facts = await counted([
        { action: 'reveal', reason: 'repair' },
        { action: 'reveal', reason: 'other: 13800001111 called' },
        { action: 'reveal', reason: 'fees: 13800001111' },
        { action: 'reveal', reason: '13800001111' },
        { action: 'reveal', staffId: 'no id' },
        { action: 'open', reason: 'repair' },
      ]);
      expect(facts.map(({ reason, staffId, count }) => [reason, staffId, count])).toEqual(
        expect.arrayContaining([
          ['repair', FIRST, 1],
          ['fees', FIRST, 1],
          ['other', FIRST, 1],
          ['other', null, 1],
          [null, null, 1],
        ]),
      );
      expect(JSON.stringify(facts)).not.toContain('1380000');
    });

    it('has the quarter of an hour of each', async () => {
      const facts = await counted([
        { action: 'open', time: BEGUN },
        { action: 'open', time: BEGUN + QUARTER_MS - 1 },
        { action: 'open', time: BEGUN + QUARTER_MS },
      ]);
      expect(facts.map(({ quarter, count }) => [quarter - BEGUN / QUARTER_MS, count])).toEqual([
        [0, 2],
        [1, 1],
      ]);
    });

    it.each([11, 12, 13])('counts the same in pieces of any size (seed %i)', async (seed) => {
      const random = createRandom(seed);
      const actions = words('sign-in search open open-room verify reveal open-full note');
      const rows = Array.from({ length: 400 }, (_row, n): Row => ({
        action: actions[random.below(actions.length)]!,
        time: BEGUN + Math.floor(n / 4),
        staffId: random.chance(0.5) ? FIRST : OTHER,
        personId: random.below(2) as PersonId,
      }));
      const { store } = await makeLogDesk(engine);
      await write(store, rows);
      const whole = await sums(store, rows.length);
      for (const size of [1, 7, 64]) expect(await sums(store, rows.length, size)).toEqual(whole);
    });

    it('walks the entries by their numbers alone', async () => {
      const { store } = await makeLogDesk(engine);
      const plan = await explain(store, countEntries(0, 10));
      expect(plan.filter((step) => step.startsWith('SCAN'))).toEqual([]);
      expect(plan[0]).toContain('INTEGER PRIMARY KEY (rowid>? AND rowid<?)');
    });
  },
);
