import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { USUAL_MASKS } from '../../../contract/policy/lists.ts';
import type { SearchKind } from '../../../contract/search/lists.ts';
import type { PersonId } from '../../../contract/ids.ts';
import { type SearchReply, searchReplySchema } from '../../../contract/search/views.ts';
import { maskValue } from '../../../main/vault/values/mask.ts';
import { parseRoom } from '../../../main/vault/values/room-text.ts';
import {
  type IndexedPlate,
  indexBatch,
  indexPerson,
  indexPhone,
  nameKeys,
  unindexPerson,
} from '../../../main/vault/search/search-index.ts';
import {
  MAX_ROWS,
  type Rest,
  type SearchContext,
  kindsOf as kindsUnder,
  searchPeople as searchUnder,
} from '../../../main/vault/search/search.ts';
import { rangeOf } from '../../../main/vault/search/walk.ts';
import { sql } from '../../../main/vault/store/sql.ts';
import type { ReadableStore, Store } from '../../../main/vault/store/store.ts';
import { FEATURE_ENGINES } from '../../support/engines.ts';
import { insertEstate } from '../../support/generate-people.ts';
import { type SuiteStore, openEstateStore, openSuiteStore } from './open-suite-store.ts';
import { MOVED_OUT, SEARCH_PEOPLE } from './search-people.ts';
import { words } from '../../support/words.ts';

const searchPeople = (
  store: ReadableStore,
  text: string,
  only?: SearchKind,
  context?: SearchContext,
): Promise<SearchReply> => searchUnder(store, USUAL_MASKS, text, only, context);
const kindsOf = (text: string): readonly SearchKind[] => kindsUnder(USUAL_MASKS, text);

/** One line a case, for people to read and to add to. */
const linesOf = (file: string): readonly string[][] =>
  readFileSync(new URL(file, import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('# '))
    .map((line) => line.split('\t'));
const CASES = linesOf('search-cases.tsv') as [string, string, string][];
const ORDERS = linesOf('search-order.tsv') as [string, string][];

const list = (cell: string): readonly string[] =>
  cell === '-' ? [] : cell.split(/ (?=(?:name|room|phone|plate):)/);

describe.each(FEATURE_ENGINES.map((engine) => [engine.name, engine] as const))('%s', (_, engine) => {
  let suite: SuiteStore;
  let store: Store;
  let names: ReadonlyMap<PersonId, string>;

  const found = (reply: SearchReply): readonly string[] =>
    reply.groups.flatMap(({ kind, rows }) => rows.map((row) => `${kind}:${names.get(row.personId)}`));

  beforeAll(async () => {
    suite = await openSuiteStore(engine);
    store = suite.store;
    await insertEstate(store, SEARCH_PEOPLE);
    await store.transaction((tx) =>
      tx.run(
        sql`UPDATE occupancy SET until_date = '2020-01-01' WHERE person_id = (SELECT id FROM person WHERE name = ${MOVED_OUT})`,
      ),
    );
    names = new Map(
      (await store.all<{ id: PersonId; name: string }>(sql`SELECT id, name FROM person`)).map((row) => [
        row.id,
        row.name,
      ]),
    );
  });
  afterAll(() => suite.dispose());

  test('the table names enough cases', () => {
    expect(CASES.length).toBeGreaterThanOrEqual(400);
    expect(CASES.every((line) => line.length === 3)).toBe(true);
  });

  test.each(CASES)('%s', async (typed, appear, absent) => {
    const reply = searchReplySchema.parse(await searchPeople(store, typed));
    const shown = found(reply);
    expect(shown).toEqual(expect.arrayContaining([...list(appear)]));
    if (appear === '-') expect(reply.groups.filter(({ kind }) => absent.includes(`${kind}:`))).toEqual([]);
    for (const entry of list(absent)) expect(shown).not.toContain(entry);
    // What is found is of a kind that the log would name.
    expect(kindsOf(typed)).toEqual(expect.arrayContaining(reply.groups.map(({ kind }) => kind)));
  });

  test.each(ORDERS)('%s shows %s in this order', async (typed, order) => {
    const shown = found(await searchPeople(store, typed));
    const places = list(order).map((entry) => shown.indexOf(entry));
    expect(places[0], shown.join(' ')).toBe(0);
    expect(places, shown.join(' ')).toEqual(places.toSorted((a, b) => a - b));
    expect(places).not.toContain(-1);
  });

  test('every line says who stands at the top', () =>
    expect(ORDERS.every(([, order]) => list(order).length > 0)).toBe(true));

  test.each([
    ['张三', 'name', '张*', '0-1'],
    ['zs', 'name', '张*', '0-1'],
    ['张s', 'name', '张*', '0-1'],
    ['oyf', 'name', '欧阳**', '0-2'],
    ['ou', 'name', '欧阳**', '0-2'],
    ['mmt', 'name', '买**·吐**', '0-1'],
    ['mmttex', 'name', '买**·吐**', '0-1 4-5'],
    ['smith', 'name', 'J*** S***', '5-6'],
    ['john', 'name', 'J*** S***', '0-1'],
    ['河池', 'name', '河池市兴旺物业有限公司', '0-2'],
    ['14112341234', 'phone', '141****1234', '0-3 7-11'],
    ['1234', 'phone', '141****1234', '7-11'],
    ['67', 'phone', '+852******67', '10-12'],
    ['桂M12345', 'plate', '桂M***45', '0-2 5-7'],
    ['m123', 'plate', '桂M***45', '1-2'],
    ['桂md1', 'plate', '桂MD***45', '0-3'],
    ['3-2-1801', 'room', '3栋2单元1801', '0-1 2-3 5-9'],
    ['1802', 'room', '3栋2单元1802', '5-9'],
    ['商场m1', 'room', '商场M111', '0-4'],
  ] as const)('%s marks shown characters of %s %s', async (typed, kind, shown, ranges) => {
    const rows = (await searchPeople(store, typed)).groups.find((group) => group.kind === kind)!.rows;
    const texts = rows.map((row) => ({
      text: { name: row.nameMask, room: row.roomLabel, phone: row.phoneMask, plate: row.plateMask }[kind],
      ranges: row.matched[kind].map(([start, end]) => `${start}-${end}`).join(' '),
    }));
    expect(texts).toContainEqual({ text: shown, ranges });
  });

  test('no highlight ever lies on a star, and no reply carries a hidden character, whatever is typed', async () => {
    const typings = [...names.values()]
      .flatMap((name) => [name, ...nameKeys(name)])
      .concat(words('1234 345 12345 桂M12345 m12 14112341234 3-2-1801 1801 67 987 0778-2123987'));
    await fc.assert(
      fc.asyncProperty(
        fc
          .constantFrom(...typings)
          .chain((text) => fc.integer({ min: 1, max: text.length }).map((end) => text.slice(0, end))),
        async (typed) => {
          for (const { rows } of (await searchPeople(store, typed)).groups) {
            for (const row of rows) {
              for (const [text, ranges] of [
                [row.nameMask, row.matched.name],
                [row.roomLabel, row.matched.room],
                [row.phoneMask, row.matched.phone],
                [row.plateMask, row.matched.plate],
              ] as const) {
                for (const [start, end] of ranges) {
                  expect(end).toBeLessThanOrEqual(text!.length);
                  expect(start).toBeLessThan(end);
                  expect(text!.slice(start, end)).not.toContain('*');
                }
              }
              const name = names.get(row.personId)!;
              if (row.kind === 'person') expect(JSON.stringify(row)).not.toContain(name);
            }
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  test('any text at all gets an answer that fits the schema', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 100 }), async (typed) => {
        expect(searchReplySchema.safeParse(await searchPeople(store, typed)).success).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  test('a removed name is no longer found', async () => {
    const id = [...names].find(([, name]) => name === '解缙')![0];
    const has = async (): Promise<boolean> =>
      found(await searchPeople(store, 'xiejin')).includes('name:解缙');
    expect(await has()).toBe(true);
    await store.transaction((tx) => unindexPerson(tx, id));
    expect(await has()).toBe(false);
    await store.transaction((tx) => indexPerson(tx, id, { kind: 'person', name: '解缙' }));
    expect(await has()).toBe(true);
  });

  test('somebody whose WeChat id is the phone, or whose two phones look alike, stands among phones once', async () => {
    const rowsOf = async (typed: string) =>
      (await searchPeople(store, typed)).groups
        .filter(({ kind }) => kind === 'phone')
        .flatMap(({ rows }) => rows.map((row) => `${names.get(row.personId)} ${row.phoneMask}`));
    const phone = (await store.get<{ id: number; person_id: number; mask: string }>(
      sql`SELECT id, person_id, mask FROM sealed_value WHERE field = 'phone' AND mask = '141****5678'`,
    ))!;
    await store.transaction(async (tx) => {
      await tx.run(sql`INSERT INTO sealed_value (id, person_id, field, ordinal, tier, batch_id, n, ciphertext, mask, valid, created_at)
        SELECT 900001, person_id, 'wechat', 0, tier, batch_id, n, ciphertext, mask, valid, created_at FROM sealed_value WHERE id = ${phone.id}`);
      await indexPhone(tx, { id: 900001, personId: phone.person_id, mask: phone.mask });
    });
    expect(await store.all(sql`SELECT value_id FROM phone_key WHERE key = '5678'`)).toHaveLength(2);
    for (const typed of ['5678', '14112345678', '567'])
      expect(await rowsOf(typed), typed).toEqual(['张思远 141****5678']);
  });

  test('a phone index holds nothing that the mask hides', async () => {
    const keys = await store.all<{ key: string }>(sql`SELECT key FROM phone_key`);
    expect(keys.length).toBeGreaterThan(20);
    for (const { key } of keys)
      expect(key).toMatch(
        /^(?:\d{2,4}|\d{3}\*{4}\d{4}|\+85[23]\*{6}\d{2}|\+886\*{7}\d{2}|\d{3,4}-\*{4}\d{3})$/,
      );
  });

  describe('in a crowd', () => {
    let crowded: SuiteStore;
    let crowd: Store;
    beforeAll(async () => {
      crowded = await openEstateStore(engine, { residents: 6000, seed: 7 });
      crowd = crowded.store;
      await insertEstate(crowd, [{ ...SEARCH_PEOPLE[0]!, parsed: parseRoom('另园3-2-1801')! }]);
    });
    afterAll(() => crowded.dispose());

    const masks = async (typed: string, kind: string): Promise<readonly string[]> =>
      (await searchPeople(crowd, typed)).groups
        .find((group) => group.kind === kind)
        ?.rows.map((row) => row.nameMask) ?? [];
    const nameOf = async (id: PersonId): Promise<string> =>
      (await crowd.get<{ name: string }>(sql`SELECT name FROM person WHERE id = ${id}`))!.name;

    test('fifty rows are shared by the kinds that a text may mean, and each says that there is more', async () => {
      for (const [typed, kind, most] of [
        ['z', 'name', 25],
        ['l', 'name', 25],
        ['1', 'room', 50],
        ['张', 'name', 25],
        ['zhang', 'name', 25],
        ['王', 'name', 25],
        ['302', 'room', 16],
      ] as const) {
        const { groups } = await searchPeople(crowd, typed);
        const group = groups.find((candidate) => candidate.kind === kind);
        expect(group, typed).toMatchObject({ more: true });
        expect(group!.rows.length, typed).toBe(most);
        expect(new Set(group!.rows.map((row) => row.personId)).size).toBe(most);
        expect(
          groups.reduce((rows, one) => rows + one.rows.length, 0),
          typed,
        ).toBeLessThanOrEqual(MAX_ROWS);
      }
    });

    test('one kind asked for alone has all fifty, and begins as it began among others', async () => {
      for (const [typed, kind] of [
        ['z', 'name'],
        ['张', 'name'],
        ['302', 'room'],
        ['302', 'phone'],
        ['1234', 'phone'],
      ] as const) {
        const among = (await searchPeople(crowd, typed)).groups.find((group) => group.kind === kind)!;
        const {
          groups: [alone, ...others],
        } = await searchPeople(crowd, typed, kind);
        expect(others, typed).toEqual([]);
        expect(alone!.rows.slice(0, among.rows.length), typed).toEqual(among.rows);
        expect(alone!.rows.length, typed).toBeGreaterThanOrEqual(among.rows.length);
        if (among.more) expect(alone!.rows.length, typed).toBeGreaterThan(among.rows.length);
      }
      expect((await searchPeople(crowd, 'zs', 'phone')).groups).toEqual([]);
    });

    test('fifty by fifty all are shown, each once, in one order, also where a room or a name has more than fifty', async () => {
      await insertEstate(crowd, [
        {
          ...SEARCH_PEOPLE[0]!,
          parsed: parseRoom('77-1-101')!,
          people: Array.from({ length: 130 }, () => ({ ...SEARCH_PEOPLE[0]!.people[0]!, plates: [] })),
        },
      ]);
      const all = async (typed: string, kind: SearchKind): Promise<readonly string[]> => {
        const ids: string[] = [];
        let rest: Rest | null = null;
        const context = {
          patterns: [],
          today: '2026-01-05',
          keep: (next: Rest): number => ((rest = next), 1),
        };
        const add = ({ rows }: SearchReply['groups'][number]): void =>
          void ids.push(
            ...rows.map((row) => `${row.personId} ${row.roomLabel} ${row.plateMask} ${row.phoneMask}`),
          );
        const {
          groups: [first],
          next,
        } = await searchPeople(crowd, typed, kind, context);
        add(first!);
        expect(next, typed).toBe(first!.more ? 1 : null);
        for (let more = first!.more; more;) {
          const group: SearchReply['groups'][number] = await rest!();
          expect(group.rows.length, typed).toBeLessThanOrEqual(MAX_ROWS);
          expect(group.rows.length, typed).toBeGreaterThan(0);
          add(group);
          ({ more } = group);
        }
        return ids;
      };
      const count = async (query: ReturnType<typeof sql>): Promise<number> =>
        (await crowd.get<{ n: number }>(query))!.n;
      const { from, to } = rangeOf('zhangs');
      for (const [typed, kind, expected] of [
        ['张', 'name', await count(sql`SELECT count(*) AS n FROM person WHERE name >= '张' AND name < '弡'`)],
        [
          '张三',
          'name',
          await count(
            sql`SELECT count(*) AS n FROM person WHERE name >= '张三' AND name < ${rangeOf('张三').to}`,
          ),
        ],
        [
          'zhangs',
          'name',
          await count(
            sql`SELECT count(DISTINCT person_id) AS n FROM name_key WHERE key >= ${from} AND key < ${to}`,
          ),
        ],
        ['77-1', 'room', 130],
        [
          '1234',
          'phone',
          await count(sql`SELECT count(DISTINCT value_id) AS n FROM phone_key WHERE key = '1234'`),
        ],
        [
          '302',
          'room',
          await count(
            sql`SELECT count(*) AS n FROM (SELECT DISTINCT o.person_id, o.room_id FROM room_key k JOIN occupancy o ON o.room_id = k.room_id WHERE k.key >= '302' AND k.key < '303')`,
          ),
        ],
        [
          '桂A1',
          'plate',
          await count(
            sql`SELECT count(DISTINCT vehicle_id) AS n FROM plate_key WHERE key >= '桂A1' AND key < '桂A2'`,
          ),
        ],
      ] as const) {
        const ids = await all(typed, kind);
        expect(new Set(ids).size, typed).toBe(ids.length);
        expect(ids.length, typed).toBe(expected);
      }
    });

    test('what is found whole stands before what goes on', async () => {
      const firstOf = async (typed: string, kind: string): Promise<PersonId> =>
        (await searchPeople(crowd, typed)).groups.find((group) => group.kind === kind)!.rows[0]!.personId;
      const keysOfFirst = async (typed: string): Promise<readonly string[]> =>
        nameKeys(await nameOf(await firstOf(typed, 'name')));
      expect(await keysOfFirst('zs')).toContain('zs');
      expect(await keysOfFirst('lm')).toContain('lm');
      expect(await keysOfFirst('wang')).toEqual(expect.arrayContaining([expect.stringMatching(/^wang/)]));
      expect(await nameOf(await firstOf('张三', 'name'))).toBe('张三');
      const rooms = (await searchPeople(crowd, '2-3-101')).groups.find(
        (group) => group.kind === 'room',
      )!.rows;
      expect(rooms[0]!.roomLabel).toBe('2栋3单元101');
    });

    test('a common surname followed by pinyin finds those of that surname alone', async () => {
      const shown = await masks('张m', 'name');
      expect(shown.length).toBeGreaterThan(5);
      expect(shown.every((mask) => mask.startsWith('张'))).toBe(true);
      const { groups } = await searchPeople(crowd, '张m');
      for (const row of groups[0]!.rows) expect([...(await nameOf(row.personId))][1]).toMatch(/[敏明美梅]/);
    });

    test('a row shows the phone, plate and room that matched, not the first of several', async () => {
      await crowd.transaction(async (tx) => {
        await tx.run(
          sql`INSERT INTO occupancy (id, person_id, room_id, relation) SELECT 1000000 + id, id, 1 + (id * 7) % 2000, 'tenant' FROM person WHERE id % 50 = 0 ON CONFLICT DO NOTHING`,
        );
        await tx.run(
          sql`INSERT INTO vehicle (id, person_id, ordinal, plate) SELECT 100000 + id, id, 5, '桂Z' || (10000 + id) FROM person WHERE id % 50 = 0`,
        );
        await indexBatch(tx, {
          vehicles: await tx.all<IndexedPlate>(
            sql`SELECT id, person_id AS personId, plate FROM vehicle WHERE id > 100000`,
          ),
        });
      });
      const rowsOf = async (typed: string, kind: string) =>
        (await searchPeople(crowd, typed)).groups.find((group) => group.kind === kind)?.rows ?? [];
      const seconds = await crowd.all<{ person_id: PersonId; mask: string }>(
        sql`SELECT person_id, mask FROM sealed_value WHERE field = 'phone' AND ordinal = 1 AND valid = 1 LIMIT 40`,
      );
      const vehicles = await crowd.all<{ person_id: PersonId; plate: string }>(
        sql`SELECT person_id, plate FROM vehicle WHERE id > 100000 LIMIT 40`,
      );
      const rooms = await crowd.all<{ person_id: PersonId; label: string }>(
        sql`SELECT o.person_id, r.label FROM occupancy o JOIN room r ON r.id = o.room_id WHERE o.relation = 'tenant' AND o.person_id % 50 = 0 LIMIT 40`,
      );
      expect([seconds.length, vehicles.length, rooms.length]).toEqual([40, 40, 40]);
      for (const { person_id: id, mask } of seconds) {
        const row = (await rowsOf(mask.slice(-4), 'phone')).find(
          ({ personId, phoneMask }) => personId === id && phoneMask?.endsWith(mask.slice(-4)),
        );
        expect(row, mask).toMatchObject({ phoneMask: mask, matched: { phone: [[7, 11]] } });
      }
      for (const { person_id: id, plate } of vehicles)
        expect((await rowsOf(plate, 'plate')).find(({ personId }) => personId === id)).toMatchObject({
          plateMask: maskValue(USUAL_MASKS, 'plate', plate).mask,
        });
      for (const { person_id: id, label } of rooms) {
        expect(
          (await rowsOf(label, 'room')).find(
            ({ personId, roomLabel }) => personId === id && roomLabel === label,
          ),
          label,
        ).toMatchObject({ relation: 'tenant' });
      }
    });

    test('whoever is looked for and however, a mark lies on what the mask shows, and that is a character of the value in its place', async () => {
      const people = await crowd.all<{
        id: PersonId;
        name: string;
        kind: 'person' | 'company';
        label: string;
        mask: string;
        plate: string | null;
      }>(sql`
        SELECT p.id, p.name, p.kind, p.list_room AS label, p.list_phone AS mask, p.list_plate AS plate FROM person p WHERE p.id % 7 = 0 AND p.list_phone IS NOT NULL`);
      const typed = fc
        .constantFrom(...people)
        .chain(({ name, label, mask, plate }) =>
          fc
            .oneof(
              fc.constantFrom(name, ...nameKeys(name)),
              fc.constantFrom(label, mask, mask.slice(-4), plate ?? label, (plate ?? label).slice(1)),
            )
            .chain((whole) =>
              fc
                .tuple(fc.nat([...whole].length), fc.nat([...whole].length))
                .map(([a, b]) =>
                  [...whole]
                    .slice(Math.min(a, b) % 3 === 0 ? Math.min(a, b) : 0, Math.max(a, b) + 1)
                    .join(''),
                ),
            ),
        );
      const values = new Map(
        (
          await crowd.all<{ id: PersonId; name: string; kind: 'person' | 'company' }>(
            sql`SELECT id, name, kind FROM person`,
          )
        ).map((row) => [row.id, row]),
      );
      const plates = new Map<PersonId, string[]>();
      for (const { id, plate } of await crowd.all<{ id: PersonId; plate: string }>(
        sql`SELECT person_id AS id, plate FROM vehicle`,
      ))
        plates.set(id, [...(plates.get(id) ?? []), plate]);
      let marks = 0;
      const marked = (
        text: string | null,
        ranges: readonly (readonly [number, number])[],
      ): readonly string[] => ranges.map(([start, end]) => (marks++, text!.slice(start, end)));
      await fc.assert(
        fc.asyncProperty(typed, async (text) => {
          for (const { rows } of (await searchPeople(crowd, text)).groups) {
            for (const row of rows) {
              const { name, kind } = values.get(row.personId)!;
              expect(row.nameMask).toBe(maskValue(USUAL_MASKS, 'name', name, { kind }).mask);
              for (const shown of marked(row.nameMask, row.matched.name)) expect(name, text).toContain(shown);
              for (const shown of [
                ...marked(row.phoneMask, row.matched.phone),
                ...marked(row.plateMask, row.matched.plate),
                ...marked(row.roomLabel, row.matched.room),
              ])
                expect(shown, text).not.toContain('*');
              const own = (plates.get(row.personId) ?? []).filter(
                (plate) => maskValue(USUAL_MASKS, 'plate', plate).mask === row.plateMask,
              );
              if (row.plateMask !== null) expect(own.length, text).toBeGreaterThan(0);
              for (const [start, end] of row.matched.plate)
                expect(
                  own.some((plate) => plate.slice(start, end) === row.plateMask!.slice(start, end)),
                  text,
                ).toBe(true);
              if (kind === 'person') expect(JSON.stringify(row)).not.toContain(name);
              for (const plate of plates.get(row.personId) ?? [])
                expect(JSON.stringify(row)).not.toContain(plate);
            }
          }
        }),
        { numRuns: 400 },
      );
      expect(marks).toBeGreaterThan(200);
    });

    test('every generated person is found by initials, pinyin, characters, room, phone and plate', async () => {
      const people = await crowd.all<{
        id: PersonId;
        name: string;
        label: string;
        mask: string;
        plate: string | null;
      }>(sql`
        SELECT p.id, p.name, r.label, v.mask, (SELECT plate FROM vehicle WHERE person_id = p.id) AS plate FROM person p JOIN occupancy o ON o.person_id = p.id
        JOIN room r ON r.id = o.room_id JOIN sealed_value v ON v.person_id = p.id AND v.field = 'phone' AND v.ordinal = 0 WHERE p.id % 97 = 0`);
      expect(people.length).toBeGreaterThan(50);
      for (const person of people) {
        const short = nameKeys(person.name).find((key) => /^[a-z]/.test(key));
        const typings = [person.name, short!, person.label, person.mask, person.plate ?? person.label];
        const answers = await Promise.all(typings.map((typed) => searchPeople(crowd, typed)));
        answers.forEach(({ groups }, index) => {
          const complete = groups.every((group) => !group.more);
          if (complete)
            expect(
              groups.flatMap((group) => group.rows.map((row) => row.personId)),
              typings[index],
            ).toContain(person.id);
        });
      }
    });
  });
});
