/** What opens a record or a room reads by an index, however many there are. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { RECORD_KINDS } from '../../../contract/fields.ts';
import type { PersonId, RoomId } from '../../../contract/ids.ts';
import { PRINT_QUERIES } from '../../../main/vault/print/read-content.ts';
import { RECORD_QUERIES } from '../../../main/vault/people/read-records.ts';
import { ROOM_QUERIES } from '../../../main/vault/records/rooms.ts';
import { type Sql, sql } from '../../../main/vault/store/sql.ts';
import type { Store } from '../../../main/vault/store/store.ts';
import { rangeOf } from '../../../main/vault/search/walk.ts';
import { ENGINES } from '../../support/engines.ts';
import { OF_RESTRICTED, explain } from '../../support/explain.ts';
import { type SuiteStore, openEstateStore } from '../search/open-suite-store.ts';

const PERSON = 7 as PersonId;
const ROOM = 7 as RoomId;
const TODAY = '2026-01-05';
const READ: readonly (readonly [name: string, query: Sql])[] = [
  ...RECORD_KINDS.map(
    (kind) => [`${kind} of a person`, RECORD_QUERIES.ofPerson(kind, PERSON, TODAY)] as const,
  ),
  ...RECORD_KINDS.map((kind) => [`one ${kind}`, RECORD_QUERIES.one(kind, PERSON, 7)] as const),
  ['lease of a room', RECORD_QUERIES.ofRoom('lease', ROOM, TODAY)],
  ['renovation of a room', RECORD_QUERIES.ofRoom('renovation', ROOM, TODAY)],
  ['rooms by what is typed', ROOM_QUERIES.find(rangeOf('3-2-18'), 21, TODAY)],
  ['rooms of a unit', ROOM_QUERIES.ofUnit({ estate: '', building: '3', unit: '2' }, 501)],
  ['people of a room', ROOM_QUERIES.people(ROOM, 201, TODAY)],
  ['spaces of a room', ROOM_QUERIES.spaces(ROOM, 100, TODAY)],
  ['a roster of a unit', PRINT_QUERIES.roster(ROOM, false, TODAY, null)],
  ['a roster of a building', PRINT_QUERIES.roster(ROOM, true, TODAY, null)],
  [
    'a roster within a scope',
    PRINT_QUERIES.roster(ROOM, true, TODAY, {
      scope: [{ estate: '', building: '3', unit: null }],
      today: TODAY,
    }),
  ],
  ['a room of a notice', PRINT_QUERIES.roomOf('a/3/2/1801')],
  ['names of a room', PRINT_QUERIES.namesIn(ROOM)],
  [
    'occupancies that end',
    sql`SELECT id FROM occupancy WHERE until_date > ${'2026-01-01'} AND until_date <= ${TODAY}`,
  ],
  [
    'values replaced of a person',
    sql`SELECT id FROM sealed_value WHERE person_id = ${PERSON} AND replaced_at >= ${5}`,
  ],
];

describe.each(ENGINES.map((engine) => [engine.name, engine] as const))('%s', (_, engine) => {
  let suite: SuiteStore;
  let store: Store;
  beforeAll(async () => {
    suite = await openEstateStore(engine, { residents: 300, seed: 5 });
    store = suite.store;
  });
  afterAll(() => suite.dispose());

  test.each(READ)('%s walks an index, before and after the planner has statistics', async (_name, query) => {
    for (const analysed of [false, true]) {
      if (analysed) await store.transaction((tx) => tx.run(sql`ANALYZE`));
      const plan = await explain(store, query);
      // What a limited subquery hands on is no table.
      expect(
        plan.filter((step) => /^SCAN (?!h$|o$|\(subquery)/.test(step) && !OF_RESTRICTED.test(step)),
        plan.join('\n'),
      ).toEqual([]);
      expect(
        plan.some((step) => step.startsWith('SEARCH')),
        plan.join('\n'),
      ).toBe(true);
    }
  });
});
