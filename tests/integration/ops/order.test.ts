/** Desks that write at once, on real stores, against a naive model of the order (naive-order.ts). */
import { describe, expect, it } from 'vitest';
import { type Capture, watchStore } from '../../../main/vault/ops/capture.ts';
import { packContent, unpackContent } from '../../../main/vault/ops/op-content.ts';
import { type SharedTable, readSharedTables } from '../../../main/vault/ops/shared-tables.ts';
import { type OrderedOp, type WaitingOp, takeIn, writtenOp } from '../../../main/vault/ops/take-in.ts';
import { toHex, utf8 } from '../../../main/vault/crypto/bytes.ts';
import { sql } from '../../../main/vault/store/sql.ts';
import type { Store, WritableStore } from '../../../main/vault/store/store.ts';
import { hashTables, tablesThatDiffer } from '../../../main/vault/store/table-hashes.ts';
import { TABLE_NAMES, isShared } from '../../../main/vault/store/tables.ts';
import { ENGINES, FEATURE_ENGINES } from '../../support/engines.ts';
import { fc } from '../../support/for-all.ts';
import { isFullRun } from '../../support/full-run.ts';
import { newStore } from '../../support/new-store.ts';
import { MODELLED, NaiveOrder, type Row } from './naive-order.ts';

/** What each desk has of its own; what came of the order is alike. */
const NOT_ALIKE = new Set<string>(
  TABLE_NAMES.filter((name) => !isShared(name) && !['row_alias', 'op_loss', 'op_desk'].includes(name)),
);
const IDS = 2 ** 32;

const plain = ([name, value]: readonly [string, unknown]): readonly [string, unknown] => [
  name,
  value instanceof Uint8Array ? toHex(value) : value,
];

// --- desks

interface Desk {
  readonly number: number;
  readonly store: Store;
  readonly capture: Capture;
  waiting: readonly WaitingOp[];
  n: number;
  sent: number;
  place: number;
}

/** Steps below write, by kind; the five above send, the last five fetch. */
const WRITES = 80;
type Step = readonly [desk: number, what: number, one: number, other: number];

/** Three rooms, the last of them empty, and two people with a phone each. */
const BEFORE: readonly Step[] = [
  [0, 0, 0, 0],
  [0, 0, 4, 1],
  [0, 0, 0, 2],
  [0, 2, 0, 0],
  [0, 2, 0, 1],
  [0, 3, 0, 0],
  [0, 3, 1, 1],
  [0, 8, 0, 0],
  [0, 10, 0, 0],
  [0, 10, 1, 0],
];
/** What the random ones may miss: desk 0 comes first in order. */
const MEETINGS: readonly (readonly Step[])[] = [
  // An empty room is removed, and somebody moves into it elsewhere.
  [
    [0, 9, 1, 2],
    [1, 3, 0, 2],
  ],
  // Two change the label and the canonical form of one room, which mean something only together.
  [
    [0, 5, 0, 3],
    [1, 5, 3, 4],
  ],
  // A value is replaced twice, then once more by who was later; removed here and replaced there, and the other way round.
  [
    [0, 10, 0, 0],
    [1, 10, 0, 1],
    [1, 10, 0, 2],
  ],
  [
    [0, 12, 0, 0],
    [1, 10, 0, 1],
  ],
  [
    [0, 10, 0, 0],
    [1, 12, 0, 1],
  ],
  // The same new room: with other words, changed and lived in later, filled at once by somebody who moves, and by somebody else.
  [
    [0, 0, 4, 4],
    [1, 0, 0, 4],
    [1, 4, 3, 5],
    [1, 3, 0, 3],
    [1, 14, 3, 0],
  ],
  [
    [0, 0, 4, 4],
    [1, 0, 5, 4],
  ],
  [
    [0, 0, 4, 4],
    [1, 0, 6, 4],
  ],
  // The same running occupancy, with a value sealed to its place.
  [
    [0, 3, 0, 1],
    [1, 3, 0, 1],
    [1, 7, 2, 0],
  ],
  [
    [0, 13, 0, 1],
    [1, 13, 0, 2],
    [1, 13, 0, 3],
  ],
  [
    [0, 8, 0, 1],
    [1, 8, 0, 1],
    [1, 8, 0, 0],
  ],
  // Removed there: what was changed here, and what was added to it.
  [
    [0, 9, 0, 0],
    [1, 6, 0, 0],
    [1, 3, 0, 1],
  ],
  [
    [0, 9, 2, 0],
    [1, 7, 0, 0],
  ],
  [
    [0, 15, 0, 0],
    [1, 10, 0, 1],
    [1, 8, 0, 0],
  ],
  [
    [0, 16, 0, 1],
    [1, 6, 0, 0],
    [1, 10, 0, 1],
  ],
  // A record is removed that has got another value before.
  [
    [1, 18, 0, 0],
    [1, WRITES, 6, 0],
    [0, 9, 2, 0],
  ],
  // What will not count is known before it has its place.
  [
    [0, 10, 0, 0],
    [0, 0, 4, 4],
    [0, WRITES, 6, 0],
    [1, 10, 0, 1],
    [1, 0, 5, 4],
    [1, WRITES + 5, 0, 6],
  ],
  // What would have been one is not, once the other room is gone.
  [
    [0, 0, 4, 4],
    [0, WRITES, 6, 0],
    [1, 0, 0, 4],
    [1, WRITES + 5, 0, 6],
    [0, 9, 1, 3],
    [0, WRITES, 6, 0],
    [1, WRITES + 5, 0, 6],
    [1, 3, 0, 3],
  ],
  [0, 0, 0, 1, 1, 1, 1].map((desk): Step => [desk, 10, 0, 6]),
  // Whoever is at desk 1 is removed: before, so that nothing but entries counts, and after.
  [
    [0, 19, 0, 1],
    [1, 6, 0, 0],
  ],
  [
    [1, 6, 0, 0],
    [1, WRITES, 6, 0],
    [0, 19, 0, 1],
  ],
  // Whoever is at desk 0 is removed there, and goes on.
  [
    [0, 19, 0, 0],
    [0, 6, 0, 2],
  ],
];

/** One transaction of somebody's; it may fail, as where a room is still lived in. */
async function work(tx: WritableStore, desk: number, n: number, [, what, one, other]: Step): Promise<void> {
  const idOf = async (table: 'room' | 'person' | 'occupancy', at: number): Promise<number> => {
    const ids = await tx.all<{ readonly id: number }>({
      text: `SELECT id FROM ${table} ORDER BY id`,
      values: [],
    });
    return ids[at % Math.max(1, ids.length)]?.id ?? 0;
  };
  const next = desk * IDS + n;
  const text = `房${other % 5}`;
  const sealed = async (person: number, field: string, ordinal: number): Promise<void> => {
    await tx.run(
      sql`INSERT INTO seal_batch (id, tier, epoch, nonce, enc) VALUES (${next}, 'contact', 1, x'00', x'00')`,
    );
    await tx.run(sql`
      INSERT INTO sealed_value (id, person_id, field, ordinal, tier, batch_id, n, ciphertext, mask, valid, created_at)
      VALUES (${next}, ${person}, ${field}, ${ordinal}, 'contact', ${next}, 0, x'00', ${text}, 1, ${n})`);
    if (field === 'phone')
      await tx.run(
        sql`INSERT INTO match_tag (tag, tier, epoch, value_id) VALUES (${bytes(next)}, 'contact', 1, ${next})`,
      );
  };
  const phone = (person: number): Promise<{ readonly id: number; readonly ordinal: number } | undefined> =>
    tx.get(
      sql`SELECT id, ordinal FROM sealed_value WHERE person_id = ${person} AND field = 'phone' AND replaced_at IS NULL ORDER BY id LIMIT 1`,
    );
  const isReplaced = async (id: number): Promise<void> => {
    await tx.run(sql`UPDATE sealed_value SET replaced_at = ${n} WHERE id = ${id}`);
    await tx.run(sql`DELETE FROM match_tag WHERE value_id = ${id}`);
  };
  const own = desk * 65536 + n;
  switch (what % KINDS) {
    case 0:
    case 1:
      await tx.run(
        sql`INSERT INTO room (id, room, label, canonical, floor) VALUES (${next}, ${text}, ${text}, ${text}, ${one % 3 === 0 ? '3' : null})`,
      );
      if (one % 4 === 1)
        await tx.run(
          sql`UPDATE occupancy SET room_id = ${next} WHERE id = ${await idOf('occupancy', other)}`,
        );
      if (one % 4 === 2)
        await tx.run(
          sql`INSERT INTO occupancy (id, person_id, room_id, relation, ordinal) VALUES (${next}, ${await idOf('person', other)}, ${next}, 'owner', ${own})`,
        );
      break;
    case 2:
      await tx.run(
        sql`INSERT INTO person (id, kind, name, created_at, updated_at) VALUES (${next}, 'person', ${`甲${other}`}, 1, 1)`,
      );
      break;
    case 3: {
      const person = await idOf('person', one);
      await tx.run(
        sql`INSERT INTO occupancy (id, person_id, room_id, relation, ordinal) VALUES (${next}, ${person}, ${await idOf('room', other)}, 'owner', ${own})`,
      );
      await sealed(person, 'certificate', own);
      break;
    }
    case 4:
      await tx.run(sql`UPDATE room SET floor = ${String(other)} WHERE id = ${await idOf('room', one)}`);
      break;
    case 5:
      if (one % 2 === 0)
        await tx.run(sql`UPDATE room SET canonical = ${text} WHERE id = ${await idOf('room', one)}`);
      else await tx.run(sql`UPDATE room SET label = ${text} WHERE id = ${await idOf('room', one)}`);
      break;
    case 6:
      await tx.run(
        sql`UPDATE person SET name = ${`乙${other}`}, version = version + 1, updated_at = ${n} WHERE id = ${await idOf('person', one)}`,
      );
      await tx.run(
        sql`UPDATE person SET sex = ${other % 2 === 0 ? 'male' : 'female'} WHERE id = ${await idOf('person', other)}`,
      );
      await enter(tx, desk, next);
      break;
    case 7:
      await tx.run(
        sql`UPDATE occupancy SET until_date = '2026-01-01' WHERE id = ${await idOf('occupancy', one)}`,
      );
      await tx.run(sql`UPDATE room SET area = ${other + 0.5} WHERE id = ${await idOf('room', one)}`);
      break;
    case 8:
      await tx.run(
        sql`INSERT OR REPLACE INTO confirmed_field (person_id, field, ordinal, at, staff_id) VALUES (${await idOf('person', one)}, 'phone', ${other % 2}, ${n}, ${String(desk)})`,
      );
      await tx.run(
        sql`INSERT OR REPLACE INTO guardian_look (id, looked_at, found) VALUES (1, ${next}, ${other})`,
      );
      break;
    case 9:
      if (one % 3 === 0) await tx.run(sql`DELETE FROM person WHERE id = ${await idOf('person', other)}`);
      else if (one % 3 === 1) await tx.run(sql`DELETE FROM room WHERE id = ${await idOf('room', other)}`);
      else {
        const gone = await idOf('occupancy', other);
        await tx.run(
          sql`DELETE FROM sealed_value WHERE id IN (SELECT v.id FROM sealed_value v JOIN occupancy o USING (person_id, ordinal) WHERE field = 'certificate' AND o.id = ${gone})`,
        );
        await tx.run(sql`DELETE FROM occupancy WHERE id = ${gone}`);
      }
      break;
    case 10:
    case 11: {
      const person = await idOf('person', one);
      const known = other === 6 ? undefined : await phone(person);
      if (known !== undefined) await isReplaced(known.id);
      await sealed(person, 'phone', known?.ordinal ?? own);
      await enter(tx, desk, next);
      break;
    }
    case 12: {
      const known = await phone(await idOf('person', one));
      if (known !== undefined) await isReplaced(known.id);
      break;
    }
    case 13:
      await tx.run(
        sql`INSERT INTO incident_step (incident_id, n, at, staff_id, what) SELECT ${one % 2}, coalesce(max(n), 0) + 1, ${n}, 'x', ${text} FROM incident_step WHERE incident_id = ${one % 2}`,
      );
      break;
    case 14: {
      const room = await idOf('room', one);
      await tx.run(
        sql`INSERT INTO seal_batch (id, tier, epoch, nonce, enc) VALUES (${next}, 'contact', 1, x'00', x'00')`,
      );
      await tx.run(
        sql`INSERT INTO counter_note (id, room_id, person_id, task, outcome, staff_id, at) VALUES (${next}, ${room}, ${other % 2 === 0 ? null : await idOf('person', other)}, 'note', 'done', 'x', ${n})`,
      );
      await tx.run(
        sql`INSERT INTO room_note (note_id, tier, batch_id, n, ciphertext, sealed_to) VALUES (${next}, 'contact', ${next}, 0, x'00', ${room})`,
      );
      break;
    }
    case 15:
      await erase(tx, next, await idOf('person', one));
      break;
    case 16: {
      const gone = await idOf('person', one);
      await tx.run(sql`DELETE FROM person WHERE id = ${gone}`);
      await tx.run(
        sql`INSERT INTO merged_person (gone_id, into_id) VALUES (${gone}, ${await idOf('person', other)})`,
      );
      break;
    }
    case 17:
      await tx.run(
        sql`DELETE FROM seal_batch WHERE NOT EXISTS (SELECT 1 FROM sealed_value WHERE batch_id = seal_batch.id) AND NOT EXISTS (SELECT 1 FROM room_note WHERE batch_id = seal_batch.id)`,
      );
      break;
    case 18: {
      const at = await tx.get<{ readonly person: number; readonly ordinal: number }>(
        sql`SELECT person_id AS person, ordinal FROM occupancy WHERE id = ${await idOf('occupancy', one)}`,
      );
      const known = await tx.get<{ readonly id: number }>(
        sql`SELECT id FROM sealed_value WHERE field = 'certificate' AND replaced_at IS NULL AND person_id = ${at?.person ?? 0} AND ordinal = ${at?.ordinal ?? 0}`,
      );
      if (known !== undefined) await isReplaced(known.id);
      await sealed(at?.person ?? 0, 'certificate', at?.ordinal ?? 0);
      break;
    }
    default: {
      if (one !== 0) break;
      const { n: last } = (await tx.get<{ readonly n: number }>(
        sql`SELECT coalesce(max(n), 0) AS n FROM roster_entry`,
      ))!;
      await tx.run(
        sql`INSERT INTO roster_entry (n, prev_hash, body, signatures, hash) VALUES (${last + 1}, x'00', ${utf8(`{"kind":"remove","staffId":"s${other % 3}"}`)}, '', ${bytes(next)})`,
      );
    }
  }
}

/** How many kinds of transactions there are. */
const KINDS = 20;

const bytes = (n: number): Uint8Array => utf8(String(n));

/** An entry by whoever is at the desk. */
async function enter(tx: WritableStore, desk: number, seq: number): Promise<void> {
  await tx.run(sql`
    INSERT INTO log_entry (seq, segment_id, time, staff_id, action, outcome, prev_hash, hash, tag)
    VALUES (${seq}, ${desk * 65536}, 1, ${`s${desk}`}, 'edit', 'done', x'00', x'00', x'00')`);
}

async function erase(tx: WritableStore, id: number, person: number): Promise<void> {
  await tx.run(sql`
    INSERT INTO erasure (id, cause, basis, people, held, rows, begun_at, done_at, made_by) VALUES (${id}, 'x', 'x', 1, 0, '', 1, 1, 'x')`);
  await tx.run(sql`DELETE FROM former_tag WHERE person_id = ${person}`);
  await tx.run(sql`DELETE FROM person WHERE id = ${person}`);
  await tx.run(sql`INSERT INTO erased_person (person_id, erasure_id) VALUES (${person}, ${id})`);
}

for (const engine of isFullRun ? ENGINES : FEATURE_ENGINES)
  describe(`desks in one order on ${engine.name}`, () => {
    it('have the same rows once all is in order, which are those of the order, whoever wrote what while the line was down', async () => {
      const step: fc.Arbitrary<Step> = fc.tuple(fc.nat(2), fc.nat(WRITES + 9), fc.nat(6), fc.nat(6));
      await fc.assert(
        fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 60 }), async (steps) => {
          await run(steps);
        }),
        {
          numRuns: isFullRun ? 300 : MEETINGS.length + 10,
          endOnFailure: true,
          examples: MEETINGS.map((steps) => [[...steps]]),
        },
      );
    }, 600_000);

    async function run(steps: readonly Step[]): Promise<void> {
      const desks = await Promise.all([0, 1, 2].map((number) => openDesk(number)));
      const tables = await readSharedTables(desks[0]!.store);
      const order: OrderedOp[] = [];
      const model = new NaiveOrder();
      for (const desk of [0, 1, 2])
        model.rows.get('log_segment')!.set(JSON.stringify([desk * 65536]), {
          id: desk * 65536,
          first_seq: desk * IDS + 1,
          sealed_first_key: new Uint8Array(1),
          started_at: 1,
          why: 'x',
          sheet_generation: 1,
        });
      try {
        // What all have, before the line is down.
        for (const step of BEFORE) await write(desks[0]!, tables, step);
        send(desks[0]!, order, Infinity);
        for (const desk of desks) await fetch(desk, tables, order);
        for (const step of steps) {
          const desk = desks[step[0]]!;
          if (step[1] < WRITES) await write(desk, tables, step);
          else if (step[1] < WRITES + 5) send(desk, order, 1 + step[2]);
          else await fetch(desk, tables, order.slice(desk.place, desk.place + 1 + step[3]));
        }
        for (const desk of desks) send(desk, order, Infinity);
        for (const desk of desks) await fetch(desk, tables, order.slice(desk.place));
        for (const { content } of order) model.take(content);
        const [first, ...others] = await Promise.all(desks.map(({ store }) => hashTables(store, NOT_ALIKE)));
        for (const one of others) expect(tablesThatDiffer(first!, one)).toEqual([]);
        for (const table of MODELLED) {
          const { key, rest } = tables.find(({ name }) => name === table)!;
          const rows = await desks[0]!.store.all<Row>({
            text: `SELECT ${[...key, ...rest].map(({ name }) => name).join(', ')} FROM ${table}`,
            values: [],
          });
          const lines = (all: Iterable<Row>): readonly string[] =>
            [...all].map((row) => JSON.stringify(Object.entries(row).map(plain).toSorted())).toSorted();
          expect(lines(rows), table).toEqual(lines(model.rows.get(table)!.values()));
        }
        const lost = await desks[0]!.store.all<{ readonly line: string }>(
          sql`SELECT of_table || ' ' || row_key || ' ' || why AS line FROM op_loss`,
        );
        expect(lost.map(({ line }) => line).toSorted()).toEqual(model.lost.toSorted());
        for (const { store } of desks)
          expect(await store.get(sql`SELECT count(*) AS n FROM row_alias WHERE waiting IS NOT NULL`)).toEqual(
            {
              n: 0,
            },
          );
      } finally {
        for (const { store } of desks) await store.close();
      }
    }

    async function openDesk(number: number): Promise<Desk> {
      const store = await newStore(engine);
      await store.transaction(async (tx) => {
        await tx.run(sql`UPDATE trace_key SET key = ${new Uint8Array(32)}`);
        for (const desk of [0, 1, 2])
          await tx.run(
            sql`INSERT INTO log_segment (id, first_seq, sealed_first_key, started_at, why) VALUES (${desk * 65536}, ${desk * IDS + 1}, x'00', 1, 'x')`,
          );
      });
      return { number, store, capture: await watchStore(store), waiting: [], n: 0, sent: 0, place: 0 };
    }

    async function write(desk: Desk, tables: readonly SharedTable[], step: Step): Promise<void> {
      const n = desk.n + 1;
      const done = await desk.store
        .transaction(async (tx) => {
          await work(tx, desk.number, n, step);
          const captured = await desk.capture.drain(tx);
          return captured && writtenOp(tx, tables, n, captured);
        })
        .catch(() => null);
      if (done === null) return;
      desk.n = n;
      desk.waiting = [...desk.waiting, done];
    }

    function send(desk: Desk, order: OrderedOp[], most: number): void {
      for (const { n, content } of desk.waiting.filter((op) => op.n > desk.sent).slice(0, most)) {
        order.push({
          desk: desk.number,
          n,
          time: n * 1000 + desk.number,
          content: unpackContent(packContent(content))!,
        });
        desk.sent = n;
      }
    }

    async function fetch(
      desk: Desk,
      tables: readonly SharedTable[],
      batch: readonly OrderedOp[],
    ): Promise<void> {
      const taken = await desk.store.transaction((tx) =>
        takeIn(tx, { desk: desk.number, tables, capture: desk.capture }, desk.waiting, batch),
      );
      desk.waiting = taken.waiting;
      desk.place += batch.length;
    }
  });
