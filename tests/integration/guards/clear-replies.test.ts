/** No route answers with a clear sealed value, a full name or a full plate before it is revealed, as no role, on no engine; and the walk that says so is seen to fail. */
import { describe, expect, it, vi } from 'vitest';
import type { Role } from '../../../contract/fields.ts';
import type { PersonId } from '../../../contract/ids.ts';
import { ROUTE_NAMES, type RouteName } from '../../../contract/route-names.ts';
import { type Result, fail, ok } from '../../../contract/result.ts';
import type { RouteFacts } from '../../../contract/route.ts';
import { ROUTES } from '../../../contract/routes.ts';
import type { TableFacts } from '../../../main/vault/store/schema/feature-schema.ts';
import { TABLES, TABLE_NAMES, type TableName } from '../../../main/vault/store/tables.ts';
import { type Said, findBeyond, findOfPeople, findUnmasked } from '../../support/beyond-scope.ts';
import { findClear, secretsOf } from '../../support/clear-values.ts';
import { FEATURE_ENGINE_NAMES } from '../../support/engines.ts';
import {
  type PlantedRows,
  findLeft,
  findMisdeclared,
  findTold,
  findTyped,
  readPlanted,
} from '../../support/planted-columns.ts';
import { PLANTED } from '../../support/planted-people.ts';
import { type WalkFindings, walkRoutes } from '../../support/route-walk.ts';
import { findMisnumbered } from '../../support/row-numbers.ts';
import type { VaultHarness } from '../../support/vault-harness.ts';
import { words } from '../../support/words.ts';

/** Every route as three roles, each PIN stretched as it is in life: two minutes, and many times that on a machine that is busy. */
const WALK_MS = 1_200_000;

const callersOf = (route: RouteName): readonly (Role | 'nobody')[] => {
  const { access } = ROUTES[route];
  return Array.isArray(access) ? (access as readonly Role[]) : ['nobody'];
};

const [
  FULL,
  {
    name,
    sealed: { phone },
  },
] = PLANTED;
/** Somebody's phone in every reply, and their name in every refusal. */
const leak = (_: RouteName, result: Result<unknown>): Result<unknown> =>
  result.ok
    ? ok({ ...(result.value as object), hint: phone[0].value })
    : fail(result.error.code, { where: name.value });

/** A list of people, with the first of its names in clear. */
function unmasked(said: readonly Said[]): unknown {
  const list = said.find(
    ({ route, reply }) => route === 'people.search' && JSON.stringify(reply).includes(FULL.name.shown),
  )!;
  return JSON.parse(JSON.stringify(list.reply).replace(FULL.name.shown, FULL.name.value)) as unknown;
}

/** Tables in which no visit leaves a row; what they say is held to their SQL alone. */
const EMPTY: readonly TableName[] = words(
  'recalled_person form_evidence import_room import_record import_said desk_grant slot_copy try_share desk_slip pending_change',
  'op_out op_place undone_entry link link_key row_alias op_desk op_loss',
);

/** Columns of nobody that hold words all the same: how an estate writes its rooms. */
const OF_NOBODY = words('room_pattern.text');

describe.each(FEATURE_ENGINE_NAMES)('a walk over every route on %s', (engine) => {
  const said: unknown[] = [];
  type Walked = WalkFindings & { readonly rows: PlantedRows; readonly beyond: readonly string[] };
  let walked: Promise<Walked> | undefined;
  /** Within a test, which cleans up behind it. */
  const walkOnce = (): Promise<Walked> => (walked ??= walk());
  async function walk(): Promise<Walked> {
    const spies = [vi.spyOn(process.stdout, 'write'), vi.spyOn(process.stderr, 'write')].map((spy) =>
      spy.mockImplementation((text: unknown) => said.push(text) > 0),
    );
    let rows: PlantedRows;
    let beyond: readonly string[];
    const asked: Omit<Said, 'reply'>[] = [];
    const onEnd = async (desk: VaultHarness, personId: PersonId): Promise<void> => {
      beyond = await findBeyond(desk, asked);
      rows = await readPlanted(desk, engine, personId);
    };
    const onAnswer = (route: RouteName, _: Role | null, request: unknown): void =>
      void asked.push({ route, request });
    return walkRoutes({ engine, alter: leak, onEnd, onAnswer })
      .then((findings) => ({ ...findings, rows, beyond }))
      .finally(() => {
        for (const spy of spies) spy.mockRestore();
      });
  }

  it(
    'is answered by each route to each role that may call it, and reads nothing in clear, in replies, refusals, events and on the console',
    { timeout: WALK_MS },
    async () => {
      const { leaks, answered } = await walkOnce();
      expect(leaks).toEqual([]);
      expect(findClear(secretsOf(PLANTED), said)).toEqual([]);
      const missed = ROUTE_NAMES.flatMap((route) =>
        callersOf(route)
          .filter((role) => answered.get(route)?.has(role) !== true)
          .map((role) => `${route} as ${role}`),
      );
      expect(missed).toEqual([]);
    },
  );

  it(
    'finds no entry that its route does not say it makes, and of each that says so one',
    { timeout: WALK_MS },
    async () => {
      const { undeclared, unentered } = await walkOnce();
      expect(undeclared, 'entered, and not among what the route enters').toEqual([]);
      expect(unentered, 'routes that enter nothing of what they say').toEqual([]);
    },
  );

  it(
    'finds no record in a reply of a route that does not say so, and none that is shown without an entry that counts',
    { timeout: WALK_MS },
    async () => {
      const { unshown, uncounted } = await walkOnce();
      expect(unshown, 'routes that show a record and say less').toEqual([]);
      expect(uncounted, 'routes that show a record and enter nothing that names it').toEqual([]);
    },
  );

  it(
    'has nothing of anybody in a reply to whoever looks after none of them, where a route says that it leaves that out or leads to nobody, and no mask that hides nothing',
    { timeout: WALK_MS },
    async () => {
      const { beyond, said } = await walkOnce();
      expect(beyond, 'not `filtered`').toEqual([]);
      expect(findOfPeople(said), 'not of `nobody`').toEqual([]);
      expect(findUnmasked(said), 'no mask').toEqual([]);
      const listed = said
        .filter(({ route }) => route === 'people.search')
        .map((one) => ({ ...one, route: 'drafts.drop' as const }));
      expect(findOfPeople(listed)).toContainEqual(expect.stringMatching(/^drafts\.drop: mask of /));
      expect(findUnmasked([{ route: 'people.search', request: {}, reply: unmasked(said) }])).toEqual([
        `people.search: ${FULL.name.value}`,
      ]);
    },
  );

  it(
    'leaves nothing of a resident in a column that says it holds none or another class of it',
    { timeout: WALK_MS },
    async () => {
      const { before, after } = (await walkOnce()).rows;
      expect([...findMisdeclared(before), ...findMisdeclared(after)]).toEqual([]);
      const { person } = TABLES;
      const nobodys = { ...person, columns: { nobody: 'name' } } as TableFacts;
      expect(findMisdeclared(before, { ...TABLES, person: nobodys })).toContainEqual(
        expect.stringMatching(/^person\.name: name of 邢/),
      );
      expect(TABLE_NAMES.filter((table) => before[table].length + after[table].length === 0)).toEqual(EMPTY);
    },
  );

  it(
    'leaves nothing that a visit typed in a column of nobody, and tells no name that one typed where no value is shown',
    { timeout: WALK_MS },
    async () => {
      const {
        rows: { before },
        typed,
        told,
      } = await walkOnce();
      const found = findTyped(before, typed).filter(
        (line) => !OF_NOBODY.some((column) => line.startsWith(`${column}: `)),
      );
      expect(found, 'a name or words, not nobody: personal in the facts of the table').toEqual([]);
      expect(findTold(before, { typed, told }), 'a mask, or a route that shows a value').toEqual([]);
      const { person } = TABLES;
      const nobodys = { ...person, columns: { nobody: 'name' } } as TableFacts;
      expect(findTyped(before, typed, { ...TABLES, person: nobodys })).toContainEqual(
        expect.stringMatching(/^person\.name: "邢婉蓉", typed into /),
      );
      expect(
        findTold(before, { typed, told: new Map([[FULL.name.value, new Set(['people.open'])]]) }),
      ).toEqual(
        ['person.name', 'subject_request.agent'].map(
          (column) => `people.open: ${column} "${FULL.name.value}"`,
        ),
      );
    },
  );

  it(
    'asks by the number of no row that is no id, or leads to somebody although it says nobody',
    { timeout: WALK_MS },
    async () => {
      const {
        said,
        rows: { before },
      } = await walkOnce();
      expect(findMisnumbered(said, before), 'an id (`idOf`) of the kind, and to whom it leads').toEqual([]);
      const [{ id } = {}] = before.person;
      const loan = [{ route: 'people.search', request: { text: '1', loan: id } }] as const;
      expect(findMisnumbered(loan, before)).toContain('people.search: number of person');
      const ofRooms = { ...TABLES.paper, columns: { room: 'id' } } as TableFacts;
      expect(findMisnumbered(said, before, { ...TABLES, paper: ofRooms })).toContainEqual(
        expect.stringMatching(/^papers\.\w+: paper>nobody, by paper$/),
      );
    },
  );

  it(
    'leaves nothing of a resident who was deleted in rows that are said to go with them',
    { timeout: WALK_MS },
    async () => {
      const { before, after, deleted } = (await walkOnce()).rows;
      expect(findLeft(before, deleted)).toEqual(
        expect.arrayContaining([
          expect.stringMatching(/^vehicle\.plate: plate of 邢/),
          'person.id: their number',
        ]),
      );
      expect(findLeft(after, deleted)).toEqual([]);
      const { log_entry: log } = TABLES;
      const going = { ...log, ofPeople: { ...log.ofPeople, erased: 'cascade' } } as TableFacts;
      expect(findLeft(after, deleted, { ...TABLES, log_entry: going })).toEqual([
        'log_entry.person_id: their number',
      ]);
    },
  );

  it(
    'gives the printer no pages but those of an order, whichever the route and the role',
    { timeout: WALK_MS },
    async () => {
      expect((await walkOnce()).printed).toEqual(['print.order']);
    },
  );

  it(
    'sends a file or a paper by the routes that say so and by no other, and has nothing in clear where the vault keeps copies',
    { timeout: WALK_MS },
    async () => {
      const { sent, inFolders } = await walkOnce();
      const saying = ROUTE_NAMES.filter((route) => (ROUTES[route].facts as RouteFacts).sends !== undefined);
      expect(sent.toSorted(), '`sends` in the facts of the route').toEqual(saying.toSorted());
      expect(inFolders).toEqual([]);
    },
  );

  it(
    'finds a reply that leaks and a refusal that repeats what it refuses, whichever the route',
    { timeout: WALK_MS },
    async () => {
      const { altered } = await walkOnce();
      const routesOf = (what: string): readonly string[] =>
        [
          ...new Set(
            altered.filter((line) => line.includes(`: ${what} of 欧阳**`)).map((line) => line.split(' ')[0]!),
          ),
        ].sort();
      expect(routesOf('phone')).toEqual([...ROUTE_NAMES].sort());
      expect(routesOf('name')).toEqual([...ROUTE_NAMES].sort());
    },
  );
});
