import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { USUAL_MASKS } from '../../../contract/policy/lists.ts';
import { KEYS_OF, QUERIES, searchPeople } from '../../../main/vault/search/search.ts';
import { together } from '../../../main/vault/search/lists-together.ts';
import { rangeOf } from '../../../main/vault/search/walk.ts';
import { type Sql, sql } from '../../../main/vault/store/sql.ts';
import type { ReadableStore, Store } from '../../../main/vault/store/store.ts';
import { ENGINES } from '../../support/engines.ts';
import { explain } from '../../support/explain.ts';
import { type SuiteStore, openEstateStore } from './open-suite-store.ts';
import { words } from '../../support/words.ts';

const HOT: readonly (readonly [name: string, query: Sql, index: string])[] = [
  [
    'namesByKey',
    QUERIES.namesByKey(rangeOf('zs'), 51),
    'name_key USING PRIMARY KEY ((key,person_id)>(?,?) AND key<?)',
  ],
  [
    'namesByName',
    QUERIES.namesByName(rangeOf('张'), 51),
    'person USING INDEX person_name (name>? AND name<?)',
  ],
  [
    'namesByKeyAndName',
    QUERIES.namesByKeyAndName(rangeOf('zhangs'), rangeOf('张'), 51),
    'k USING PRIMARY KEY ((key,person_id)>(?,?) AND key<?)',
  ],
  [
    'rooms',
    QUERIES.rooms(rangeOf('3-2-18'), 51, '2026-01-05'),
    'k USING PRIMARY KEY ((key,room_id)>(?,?) AND key<?)',
  ],
  [
    'formerRooms',
    QUERIES.formerRooms(rangeOf('3-2-18'), 51, '2026-01-05'),
    'room_key USING PRIMARY KEY ((key,room_id)>(?,?) AND key<?)',
  ],
  [
    'plates',
    QUERIES.plates(rangeOf('M123'), 51),
    'plate_key USING PRIMARY KEY ((key,vehicle_id)>(?,?) AND key<?)',
  ],
  [
    'phones, a whole key first',
    QUERIES.phones([{ from: '302', to: '302\0' }, rangeOf('3020')], 51),
    'phone_key USING PRIMARY KEY ((key,value_id)>(?,?) AND key<?)',
  ],
  [
    'peopleByTag',
    QUERIES.peopleByTag([new Uint8Array(16), new Uint8Array(16)], 51),
    't USING PRIMARY KEY (tag=?)',
  ],
  [
    'phones',
    QUERIES.phones([rangeOf('123')], 51),
    'phone_key USING PRIMARY KEY ((key,value_id)>(?,?) AND key<?)',
  ],
];

const LATER: readonly (readonly [name: keyof typeof KEYS_OF, query: Sql, index: string])[] = [
  [
    'person',
    KEYS_OF.person(7, rangeOf('z')),
    'name_key USING COVERING INDEX name_key_person (person_id=? AND key>? AND key<?)',
  ],
  [
    'room',
    KEYS_OF.room(7, rangeOf('3-2')),
    'room_key USING COVERING INDEX room_key_room (room_id=? AND key>? AND key<?)',
  ],
  [
    'vehicle',
    KEYS_OF.vehicle(7, rangeOf('M1')),
    'plate_key USING COVERING INDEX plate_key_vehicle (vehicle_id=? AND key>? AND key<?)',
  ],
  [
    'phone',
    KEYS_OF.phone(7, rangeOf('123')),
    'phone_key USING COVERING INDEX phone_key_value (value_id=? AND key>? AND key<?)',
  ],
];

/** A scan of what a limited subquery hands on is no scan of a table. */
const scansTable = (step: string): boolean => /^SCAN (?!h$|k$|CONSTANT ROW$|\(subquery-\d+\)$)/.test(step);

describe.each(ENGINES.map((engine) => [engine.name, engine] as const))('%s', (_, engine) => {
  let suite: SuiteStore;
  let store: Store;
  beforeAll(async () => {
    suite = await openEstateStore(engine, { residents: 500, seed: 3 });
    store = suite.store;
  });
  afterAll(() => suite.dispose());

  test('every query is in the lists', () => {
    expect([...new Set(HOT.map(([name]) => name.split(',')[0]))].sort()).toEqual(Object.keys(QUERIES).sort());
    expect(LATER.map(([name]) => name).sort()).toEqual(Object.keys(KEYS_OF).sort());
  });

  test.each([...HOT, ...LATER])(
    '%s walks an index, before and after the planner has statistics',
    async (_name, query, index) => {
      for (const analysed of [false, true]) {
        if (analysed) await store.transaction((tx) => tx.run(sql`ANALYZE`));
        const plan = await explain(store, _name in KEYS_OF ? query : together([query]));
        expect(plan.filter(scansTable)).toEqual([]);
        expect(
          plan.some((step) => step.startsWith('SEARCH') && step.includes(index)),
          plan.join('\n'),
        ).toBe(true);
        expect(plan.join('\n')).not.toContain('FOR ORDER BY');
        if (/rooms/i.test(_name)) expect(plan.join('\n')).toContain('o USING COVERING INDEX occupancy_room');
      }
    },
  );

  test('the check knows a scan when it sees one', async () => {
    expect(
      (await explain(store, sql`SELECT id FROM person WHERE name LIKE ${'%三'}`)).filter(scansTable),
    ).not.toEqual([]);
  });

  test('several lists in one statement are walked as each is alone', async () => {
    const lists = HOT.map(([, query]) => query);
    const plan = await explain(store, together(lists));
    expect(plan.filter(scansTable)).toEqual([]);
    for (const [name, , index] of HOT)
      expect(
        plan.some((step) => step.startsWith('SEARCH') && step.includes(index)),
        name,
      ).toBe(true);
  });

  test('what the desk types is one statement: two characters or more of a name too', async () => {
    for (const typed of words('张 张伟 欧阳明月 张w zw 1801 3-2-1801 1234 14112341234 桂M12345 m123')) {
      let statements = 0;
      const spy: ReadableStore = {
        get: (query) => {
          statements++;
          return store.get(query);
        },
        all: (query) => {
          statements++;
          return store.all(query);
        },
      };
      await searchPeople(spy, USUAL_MASKS, typed);
      expect(statements, typed).toBe(1);
    }
  });

  test('no text asks more than eight lists and three statements, counts rows or skips any', async () => {
    for (const typed of words(
      'z zs 张 张s 张m 万俟m 1 1234 14112341234 3栋2单元18 桂m123 91234567 A-1-502 乐乐乐l',
    )) {
      const asked: string[] = [];
      const spy: ReadableStore = {
        get: (query) => {
          asked.push(query.text);
          return store.get(query);
        },
        all: (query) => store.all(query),
      };
      await searchPeople(spy, USUAL_MASKS, typed);
      const lists = asked.join('\n').match(/AS list\d/g) ?? [];
      expect(asked.length, typed).toBeLessThanOrEqual(3);
      expect(lists.length, typed).toBeLessThanOrEqual(8);
      // The surname written and the rest typed is one range, however common the rest.
      if (typed === '张m') expect([asked.length, lists.length]).toEqual([1, 2]);
      expect(asked.join('\n')).not.toMatch(/count\s*\(|OFFSET/i);
    }
  });
});

test.each([
  ['z', '{'],
  ['张', '弡'],
  ['a\u{10ffff}', 'b'],
  ['\ud7ff', '\ue000'],
  ['\u{10ffff}', '\u{10ffff}'],
])('the range of %s ends before %s', (prefix, to) => {
  expect(rangeOf(prefix)).toEqual({ from: prefix, to });
});
