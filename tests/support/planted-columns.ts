/** Holds what tables say of their columns (main/vault/store/schema/) to the rows that planted residents have left in them. */
import type { PersonId } from '../../contract/ids.ts';
import type { RouteName } from '../../contract/route-names.ts';
import type { RequestView } from '../../contract/requests/routes.ts';
import { chooseEngine } from '../../main/vault/store/engine/choose-engine.ts';
import type { PersonalClass, TableFacts } from '../../main/vault/store/schema/feature-schema.ts';
import type { SqlValue } from '../../main/vault/store/sql.ts';
import type { EngineName } from '../../main/vault/store/store.ts';
import {
  TABLES,
  TABLE_NAMES,
  type TableName,
  columnsOf,
  columnsOfClass,
  personColumns,
} from '../../main/vault/store/tables.ts';
import { type Secret, findClear, masksOf, wholeSecretsOf } from './clear-values.ts';
import { PLANTED } from './planted-people.ts';
import { openStoreOf } from './store-tools.ts';
import { PINS, type VaultHarness } from './vault-harness.ts';

/** Every row of each table. */
export type StoredRows = Readonly<Record<TableName, readonly Readonly<Record<string, SqlValue>>[]>>;
type Facts = Readonly<Record<TableName, TableFacts>>;

/** Every row of every table, before and after the resident with a value in every field was deleted. */
export interface PlantedRows {
  readonly before: StoredRows;
  readonly after: StoredRows;
  /** Numbers of whoever had their values. */
  readonly deleted: readonly PersonId[];
}

/** Words of the visits that no schema gives a form. */
export interface FreeWords {
  /** Of the requests, each with the route that took them first. */
  readonly typed: ReadonlyMap<string, RouteName>;
  /** Of the replies, each with the routes that show no value and said them. */
  readonly told: ReadonlyMap<string, ReadonlySet<RouteName>>;
}

const [FULL] = PLANTED;

/** `personId`: of that resident. A supervisor is signed in. */
export async function readPlanted(
  desk: VaultHarness,
  engine: EngineName,
  personId: PersonId,
): Promise<PlantedRows> {
  await addRest(desk, personId);
  const before = await readEveryRow(desk, engine);
  const deleted = await deletePlanted(desk);
  return { before, deleted, after: await readEveryRow(desk, engine) };
}

async function readEveryRow({ vaultDir, keychain }: VaultHarness, engine: EngineName): Promise<StoredRows> {
  const { deviceSecrets } = keychain;
  await using store = await openStoreOf({ vaultDir, deviceSecrets }, chooseEngine(engine), PINS.admin);
  const rows = TABLE_NAMES.map(
    async (table) => [table, await store.all({ text: `SELECT * FROM ${table}`, values: [] })] as const,
  );
  return Object.fromEntries(await Promise.all(rows)) as unknown as StoredRows;
}

/** Records of the kinds of which no visit leaves one, and a note of a room. */
async function addRest(desk: VaultHarness, personId: PersonId): Promise<void> {
  const { building, unit, room } = FULL.room;
  const text = `${building}-${unit}-${room}`;
  for (const record of [
    { kind: 'lease', room: text, from: '2025-01-01' },
    { kind: 'space', code: 'B1-207', spaceKind: 'owned' },
    { kind: 'pet', breed: '田园犬' },
  ] as const) {
    const { version } = await desk.call('people.open', { personId });
    await desk.call('records.add', { personId, version, record });
  }
  const [found] = (await desk.call('rooms.find', { text })).rooms;
  const about = { personId: null, task: 'parcel', outcome: 'not-verified', words: '放在门卫室' } as const;
  await desk.call('notes.add', { ...about, roomId: found!.roomId });
}

/** Each by a request of their own. */
async function deletePlanted(desk: VaultHarness): Promise<readonly PersonId[]> {
  const pin = PINS.supervisor;
  const { groups } = await desk.call('people.search', { text: FULL.sealed.phone[0].value });
  const people = groups.flatMap(({ rows }) => rows.map(({ personId }) => personId));
  for (const { holdId } of (await desk.call('retention.read', {})).holds)
    await desk.call('retention.endHold', { holdId, words: '已经和解结案', pin });
  for (const personId of people) {
    const { requestId, register } = await desk.call('requests.takeIn', {
      personId,
      what: 'delete',
      fields: [],
      asker: 'self',
      way: 'counter',
    });
    const versionIn = (requests: readonly RequestView[]): number =>
      requests.find((one) => one.requestId === requestId)!.version;
    const seen = { requestId, version: versionIn(register.requests) };
    const said = FULL.sealed.phone[0].value;
    const verified = await desk.call('requests.verify', { ...seen, personId, kind: 'phone', said, pin });
    await desk.call('requests.erase', {
      requestId,
      version: versionIn(verified.register.requests),
      pin,
      other: await desk.proofOf('admin'),
    });
  }
  return people;
}

/** What may be read in a column of a class; in one of no class nothing may, and in words that somebody typed whatever they typed. */
const MAY_HOLD: Readonly<Record<Exclude<PersonalClass, 'words'>, RegExp>> = {
  name: /^(?:name|pinyin) of /,
  plate: /^plate of /,
  mask: /^mask of /,
  row: /^(?:name|pinyin|plate|mask) of /,
  detail: /^$/,
  sealed: /^$/,
  tag: /^$/,
};

/** Columns with something of a planted resident that is of another class than they say: `table.column: what`. */
export function findMisdeclared(rows: StoredRows, facts: Facts = TABLES): readonly string[] {
  const secrets = [...wholeSecretsOf(PLANTED), ...masksOf(PLANTED)];
  return TABLE_NAMES.flatMap((table) =>
    columnsOf(table).flatMap((column) => {
      const its = classOf(facts[table].columns.personal ?? {}, column);
      if (its === 'words') return [];
      const hidden = secrets.filter(({ what }) => its === undefined || !MAY_HOLD[its].test(what));
      return findIn(rows, table, column, hidden);
    }),
  );
}

/** Columns that are nobody's and hold what a visit typed, whoever that was of: `table.column: "words", typed into route`. */
export const findTyped = (
  rows: StoredRows,
  typed: ReadonlyMap<string, RouteName>,
  facts: Facts = TABLES,
): readonly string[] =>
  TABLE_NAMES.flatMap((table) =>
    (facts[table].columns.nobody ?? '')
      .split(', ')
      .flatMap((column) =>
        textsIn(rows, table, column).flatMap((words) =>
          typed.has(words) ? [`${table}.${column}: "${words}", typed into ${typed.get(words)}`] : [],
        ),
      ),
  );

/** Names and plates that a visit typed, and that are told by a route that shows no value: `route: table.column "words"`. */
export const findTold = (rows: StoredRows, { typed, told }: FreeWords): readonly string[] =>
  TABLE_NAMES.flatMap((table) =>
    (['name', 'plate'] as const)
      .flatMap((its) => columnsOfClass(table, its))
      .flatMap((column) =>
        textsIn(rows, table, column).flatMap((words) =>
          typed.has(words)
            ? [...(told.get(words) ?? [])].map((route) => `${route}: ${table}.${column} "${words}"`)
            : [],
        ),
      ),
  );

const textsIn = (rows: StoredRows, table: TableName, column: string): readonly string[] => [
  ...new Set(
    rows[table].flatMap(({ [column]: text }) => (typeof text === 'string' && text !== '' ? [text] : [])),
  ),
];

/** What is left of whoever was deleted, in rows that are said to go: `table.column: what`. */
export function findLeft(
  rows: StoredRows,
  ids: readonly PersonId[],
  facts: Facts = TABLES,
): readonly string[] {
  const secrets = [...wholeSecretsOf([FULL]), ...masksOf([FULL])];
  const going = TABLE_NAMES.filter((table) => typeof facts[table].ofPeople?.erased === 'string');
  return going.flatMap((table) => [
    ...columnsOf(table).flatMap((column) => findIn(rows, table, column, secrets)),
    ...personColumns(table).flatMap((column) =>
      rows[table].some((row) => ids.includes(row[column] as PersonId))
        ? [`${table}.${column}: their number`]
        : [],
    ),
  ]);
}

const classOf = (
  personal: Readonly<Partial<Record<PersonalClass, string>>>,
  column: string,
): PersonalClass | undefined =>
  (Object.entries(personal) as [PersonalClass, string][]).find(([, columns]) =>
    columns.split(', ').includes(column),
  )?.[0];

const findIn = (
  rows: StoredRows,
  table: TableName,
  column: string,
  secrets: readonly Secret[],
): readonly string[] =>
  findClear(
    secrets,
    // Each by itself: two short ones in a row are no third.
    rows[table].map((row) => [row[column]]),
  ).map((found) => `${table}.${column}: ${found}`);
