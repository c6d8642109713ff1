/** How the log is looked through for an answer: by an index, or between two numbers. */
import { describe, expect, test } from 'vitest';
import type { PersonId, RoomId, StaffId } from '../../../contract/ids.ts';
import { sql } from '../../../main/vault/store/sql.ts';
import type { Store } from '../../../main/vault/store/store.ts';
import { formerByNumber, peopleByNumber } from '../../../main/vault/access-history/answer.ts';
import { actsOf, countsOf } from '../../../main/vault/access-history/find-acts.ts';
import { IMPORT_ENTRIES, type Question, scopeOf } from '../../../main/vault/access-history/scope.ts';
import { ENGINES } from '../../support/engines.ts';
import { explain } from '../../support/explain.ts';
import { makeLogDesk } from '../../support/log-desk.ts';

const STAFF = 'a000000000000001' as StaffId;
const PERSON = 7 as PersonId;
const ROOM = 9 as RoomId;
const ENTRIES = 5_000;
const MINUTE = 60_000;
const BEGUN = new Date(2026, 0, 1).getTime();

/** One entry a minute, of what the desk does. */
const fill = (store: Store): Promise<unknown> =>
  store.transaction((tx) =>
    tx.run(sql`
      WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${ENTRIES})
      INSERT INTO log_entry (seq, segment_id, time, staff_id, cosigner_id, action, person_id, field, reason, ticket, outcome, detail, prev_hash, hash, tag)
      SELECT i, 1, ${BEGUN} + i * ${MINUTE}, ${STAFF}, NULL, iif(i % 3 = 0, 'open', iif(i % 3 = 1, 'open-room', 'search')),
        iif(i % 3 = 0, i % 40, NULL), NULL, NULL, NULL, 'done', iif(i % 3 = 1, char(30) || '{"of":"room","room":' || (i % 50) || '}', NULL),
        zeroblob(32), zeroblob(32), zeroblob(32)
      FROM n`),
  );

/** Somebody is registered in the room. */
const register = (store: Store): Promise<unknown> =>
  store.transaction(async (tx) => {
    await tx.run(
      sql`INSERT INTO person (id, kind, name, created_at, updated_at) VALUES (${PERSON}, 'person', '张明亮', 0, 0)`,
    );
    await tx.run(sql`INSERT INTO room (id, room, label, canonical) VALUES (${ROOM}, '1', '1', '1')`);
    await tx.run(
      sql`INSERT INTO occupancy (id, person_id, room_id, relation) VALUES (1, ${PERSON}, ${ROOM}, 'owner')`,
    );
  });

const BY_NUMBER = /^SEARCH log_entry USING INTEGER PRIMARY KEY \(rowid(=\?|>\? AND rowid<\?)\)$/;
const BY_PERSON = 'SEARCH log_entry USING COVERING INDEX log_entry_person (person_id=?)';

const QUESTIONS: readonly (readonly [string, Question, readonly string[]])[] = [
  ['a resident', { about: { by: 'person', personId: PERSON } }, [BY_PERSON]],
  ['a field of a resident', { about: { by: 'person', personId: PERSON }, field: 'phone' }, [BY_PERSON]],
  [
    'a number',
    { about: { by: 'number', field: 'phone', people: [PERSON], former: [], more: false } },
    [BY_PERSON],
  ],
  [
    'a number that was replaced',
    {
      about: {
        by: 'number',
        field: 'phone',
        people: [],
        former: [{ personId: PERSON, from: BEGUN, until: BEGUN + 900 * MINUTE, importId: 1 }],
        more: false,
      },
    },
    ['SEARCH log_entry USING INDEX log_entry_person (person_id=?)'],
  ],
  [
    'a room',
    { about: { by: 'room', roomId: ROOM } },
    [BY_PERSON, 'SEARCH log_entry USING COVERING INDEX log_entry_room (detail=?)'],
  ],
  ['a day', { about: { by: 'day', day: '2026-01-02' } }, []],
  ['a staff member', { about: { by: 'staff', staffId: STAFF, from: '2026-01-01', to: '2026-01-02' } }, []],
];

describe.each(ENGINES.map((engine) => [engine.name, engine] as const))('%s', (_, engine) => {
  const filledStore = async (): Promise<Store> => {
    const { store } = await makeLogDesk(engine);
    await fill(store);
    await register(store);
    return store;
  };

  test.each(QUESTIONS)(
    'an answer about %s scans no log, before and after the planner has statistics',
    async (_name, question, indexes) => {
      const store = await filledStore();
      for (const analysed of [false, true]) {
        if (analysed) await store.transaction((tx) => tx.run(sql`ANALYZE`));
        const scope = await scopeOf(store, question);
        for (const query of [actsOf(scope, null, 101), actsOf(scope, 900, 101), countsOf(scope)]) {
          const plan = await explain(store, query);
          const ofLog = plan.filter((step) => step.includes('log_entry'));
          expect(
            ofLog.filter((step) => !BY_NUMBER.test(step) && !indexes.some((one) => step.startsWith(one))),
            plan.join('\n'),
          ).toEqual([]);
          expect(ofLog.some((step) => BY_NUMBER.test(step))).toBe(true);
          for (const index of indexes)
            expect(
              ofLog.some((step) => step.startsWith(index)),
              plan.join('\n'),
            ).toBe(true);
        }
      }
    },
  );

  test('imports and whoever has a number are found by an index', async () => {
    const store = await filledStore();
    expect((await explain(store, IMPORT_ENTRIES)).join('\n')).toContain('log_entry_import');
    const plan = (await explain(store, peopleByNumber('phone', [new Uint8Array(16)], 21))).join('\n');
    expect(plan).toContain('SEARCH t USING PRIMARY KEY (tag=?)');
    expect(plan).not.toMatch(/^SCAN/m);
    const before = (await explain(store, formerByNumber('phone', [new Uint8Array(16)], 21))).join('\n');
    expect(before).toContain('SEARCH former_tag USING INDEX former_tag_tag (tag=?)');
    expect(before).not.toMatch(/^SCAN/m);
  });

  test('a day lies between two numbers, a day more on either side', async () => {
    const [between] = await scopeOf(await filledStore(), { about: { by: 'day', day: '2026-01-02' } });
    expect(between).toMatchObject({ text: 'seq BETWEEN ? AND ?' });
    const [first, last] = between!.values as readonly number[];
    expect([first, last]).toEqual([1, Math.min(ENTRIES, 3 * 24 * 60 - 1)]);
  });
});
