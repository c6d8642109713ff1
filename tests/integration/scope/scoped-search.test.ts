/** The queries of a limited search: along indexes, and the same rows in the same order as a search of everybody without those outside. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { USUAL_MASKS } from '../../../contract/policy/lists.ts';
import type { PersonId, RoomId } from '../../../contract/ids.ts';
import type { Scope } from '../../../contract/scope/lists.ts';
import { SEARCH_KINDS, type SearchKind } from '../../../contract/search/lists.ts';
import type { MaskedPersonRow } from '../../../contract/search/views.ts';
import { GUARD_QUERIES } from '../../../main/vault/scope/guard.ts';
import { ROOM_OF_TEXT_QUERIES } from '../../../main/vault/scope/room-of-text.ts';
import { selectWithin } from '../../../main/vault/scope/keep-within.ts';
import { isPersonWithin, join } from '../../../main/vault/scope/scope.ts';
import { SCOPED_ROOMS, scopedQueries } from '../../../main/vault/search/scoped-queries.ts';
import { QUERIES, type Queries, type Rest, searchPeople } from '../../../main/vault/search/search.ts';
import { together } from '../../../main/vault/search/lists-together.ts';
import { rangeOf } from '../../../main/vault/search/walk.ts';
import { PLACES } from '../../../main/vault/scope/places.ts';
import { selectOwnRoomOf } from '../../../main/vault/tasks/check-room.ts';
import { type Sql, sql } from '../../../main/vault/store/sql.ts';
import type { Store } from '../../../main/vault/store/store.ts';
import { ENGINES } from '../../support/engines.ts';
import { explain } from '../../support/explain.ts';
import { type SuiteStore, openEstateStore } from '../search/open-suite-store.ts';
import { words } from '../../support/words.ts';

const TODAY = '2026-01-05';
const TYPED = words('z zh w 张 王 张w 李s 欧阳 1 18 2-1 1- 桂 桂M M1 12 34');

/** A scan of what a subquery hands on is no scan of a table. */
const scansTable = (step: string): boolean =>
  /^SCAN (?!h$|k$|r$|c$|j\b|json_each |walked$|begun$|\(?subquery|CONSTANT ROW$|person USING (COVERING )?INDEX person_without_room)/.test(
    step,
  );

describe.each(ENGINES.map((engine) => [engine.name, engine] as const))(
  'a limited search on %s',
  (_, engine) => {
    let suite: SuiteStore;
    let store: Store;
    let scope: Scope;
    beforeAll(async () => {
      suite = await openEstateStore(engine, { residents: 900, seed: 5 });
      store = suite.store;
      // Some have moved out, some have moved to another room, some live nowhere.
      await store.transaction(async (tx) => {
        await tx.run(sql`UPDATE occupancy SET until_date = '2025-06-01' WHERE id % 7 = 0`);
        await tx.run(sql`DELETE FROM occupancy WHERE id % 31 = 0`);
      });
      const places = await store.all<{
        readonly estate: string;
        readonly building: string;
        readonly unit: string;
      }>(sql`SELECT DISTINCT estate, building, unit FROM room ORDER BY estate, building, unit`);
      const [first, second] = [...new Map(places.map((one) => [one.building, one])).values()];
      scope = [
        { estate: first!.estate, building: first!.building, unit: null },
        { estate: second!.estate, building: second!.building, unit: second!.unit },
      ];
    });
    afterAll(() => suite.dispose());

    const within = () => ({ scope, today: TODAY });
    /** All rows of a kind, fifty after fifty. */
    async function all(
      typed: string,
      only: SearchKind,
      queries: Queries,
    ): Promise<readonly MaskedPersonRow[]> {
      let rest: Rest | null = null;
      const { groups } = await searchPeople(store, USUAL_MASKS, typed, only, {
        patterns: [],
        today: TODAY,
        scoped: { queries, findElsewhere: async () => [] },
        keep: (next) => ((rest = next), 1),
      });
      const rows = [...(groups[0]?.rows ?? [])];
      for (let more = groups[0]?.more === true; more;) {
        const group: Awaited<ReturnType<Rest>> = await rest!();
        rows.push(...group.rows);
        ({ more } = group);
      }
      return rows;
    }
    const keyOf = ({ personId, roomLabel, phoneMask, plateMask, former }: MaskedPersonRow): string =>
      [personId, roomLabel, phoneMask, plateMask, former].join(' ');

    it('finds all that a search of everybody finds within, and nothing else, whichever way it goes', async () => {
      const own = new Set(
        (
          await store.all<{ readonly id: PersonId }>(
            join(['SELECT p.id FROM person p WHERE ', isPersonWithin(within(), 'p.id')]),
          )
        ).map(({ id }) => id),
      );
      expect(own.size).toBeGreaterThan(20);
      const rooms = new Set(
        (
          await store.all<{ readonly label: string }>(
            sql`SELECT label FROM room WHERE (estate, building) = (${scope[0]!.estate}, ${scope[0]!.building})
            OR (estate, building, unit) = (${scope[1]!.estate}, ${scope[1]!.building}, ${scope[1]!.unit})`,
          )
        ).map(({ label }) => label),
      );
      let found = 0;
      let former = 0;
      for (const typed of TYPED) {
        for (const kind of SEARCH_KINDS) {
          // Former residents are looked for in so many rooms alone: in more of theirs where others' are left out.
          const everybody = (await all(typed, kind, QUERIES)).filter(({ former }) => !former);
          // A room's people are those of a room within; somebody found by it may live in another as well.
          const expected = everybody
            .filter((row) => own.has(row.personId) && (kind !== 'room' || rooms.has(row.roomLabel ?? '')))
            .map(keyOf)
            .sort();
          found += expected.length;
          for (const [way, queries] of [
            ['walked', scopedQueries(within(), false)],
            ['asked', scopedQueries(within(), true, 0)],
            ['either', scopedQueries(within(), true, 40)],
          ] as const) {
            const rows = await all(typed, kind, queries);
            const present = rows.filter(({ former }) => !former).map(keyOf);
            expect([typed, kind, way, present.sort()]).toEqual([typed, kind, way, expected]);
            expect(rows.filter(({ personId }) => !own.has(personId))).toEqual([]);
            former += rows.length - present.length;
          }
          const [walked, asked] = [
            await all(typed, kind, scopedQueries(within(), false)),
            await all(typed, kind, scopedQueries(within(), true, 0)),
          ];
          expect([typed, kind, walked.map(keyOf)]).toEqual([typed, kind, asked.map(keyOf)]);
        }
      }
      expect(found).toBeGreaterThan(100);
      expect(former).toBeGreaterThan(0);
    });

    it('walks indexes, before and after the planner has statistics', async () => {
      const lists = (isSmall: boolean): readonly Sql[] => {
        const queries = scopedQueries(within(), isSmall);
        return [
          queries.namesByKey(rangeOf('zs'), 51),
          queries.namesByName(rangeOf('张'), 51),
          queries.namesByKeyAndName(rangeOf('zhangs'), rangeOf('张'), 51),
          queries.rooms(rangeOf('3-2-18'), 51, TODAY),
          queries.formerRooms(rangeOf('3-2-18'), 51, TODAY),
          queries.plates(rangeOf('M123'), 51),
          queries.phones([rangeOf('123')], 51),
          queries.peopleByTag([new Uint8Array(16), new Uint8Array(16)], 51),
        ];
      };
      const others: readonly Sql[] = [
        SCOPED_ROOMS.elsewhere(within(), '1801', 9),
        SCOPED_ROOMS.count(within(), 3000),
        SCOPED_ROOMS.find(within(), true, rangeOf('18'), 21),
        SCOPED_ROOMS.find(within(), false, rangeOf('18'), 21),
        GUARD_QUERIES.person(within(), 7 as PersonId),
        GUARD_QUERIES.place(7 as RoomId),
        GUARD_QUERIES.placeOf('/3/2/1801'),
        GUARD_QUERIES.homes(7 as PersonId, TODAY),
        ROOM_OF_TEXT_QUERIES.estates('3-2-1801', '/3/2/1801'),
        selectWithin(within(), [7 as PersonId, 8 as PersonId]),
        selectOwnRoomOf('1801', within(), [7 as RoomId]),
      ];
      for (const analysed of [false, true]) {
        if (analysed) await store.transaction((tx) => tx.run(sql`ANALYZE`));
        for (const query of [...[false, true].flatMap(lists).map((one) => together([one])), ...others])
          expect((await explain(store, query)).filter(scansTable), query.text).toEqual([]);
        expect((await explain(store, PLACES)).join('\n')).toContain('COVERING INDEX room_neighbours');
        const walked = (await explain(store, together([lists(false)[0]!]))).join('\n');
        expect(walked).toContain('k USING PRIMARY KEY ((key,person_id)>(?,?) AND key<?)');
        const asked = (await explain(store, together([lists(true)[0]!]))).join('\n');
        expect(asked).toContain('k USING COVERING INDEX name_key_person (person_id=? AND key>? AND key<?)');
        expect(asked).toContain('INDEX room_neighbours (estate=? AND building=?');
      }
    });
  },
);
