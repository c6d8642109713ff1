/** Holds the numbers in requests to the rows that they are of: what is the number of a row is an id, and says to whom that leads. */
import { findMarked } from '../../contract/find-marked.ts';
import type { RouteName } from '../../contract/route-names.ts';
import { ROUTES } from '../../contract/routes.ts';
import type { TableFacts } from '../../main/vault/store/schema/feature-schema.ts';
import { chooseEngine } from '../../main/vault/store/engine/choose-engine.ts';
import { sql } from '../../main/vault/store/sql.ts';
import type { EngineName } from '../../main/vault/store/store.ts';
import { TABLES, TABLE_NAMES, type TableName } from '../../main/vault/store/tables.ts';
import { mayCall } from './may-call.ts';
import type { StoredRows } from './planted-columns.ts';
import { openStoreOf } from './store-tools.ts';
import { PINS, type VaultHarness } from './vault-harness.ts';

/** A question that was answered. */
interface Asked {
  readonly route: RouteName;
  readonly request: unknown;
}

/** From here on tables count in a walk: no count, version or ordinal is as large. */
const LEAST = 4_000_000_000;
/** More rows than a walk leaves in a table. */
const ROWS_OF_A_TABLE = 1_000_000;

/** Has each table count from a number of its own, so that a number says which table it is of. Nobody is signed in afterwards. */
export async function spreadNumbers(desk: VaultHarness, engine: EngineName): Promise<void> {
  await desk.vault.close();
  const { vaultDir, keychain } = desk;
  {
    const vault = { vaultDir, deviceSecrets: keychain.deviceSecrets };
    await using store = await openStoreOf(vault, chooseEngine(engine), PINS.admin);
    await store.transaction(async (tx) => {
      for (const [at, table] of NUMBERED.entries())
        await tx.run(
          sql`UPDATE id_counter SET last = ${LEAST + at * ROWS_OF_A_TABLE} WHERE table_name = ${table}`,
        );
    });
  }
  await desk.start();
}

const NUMBERED = TABLE_NAMES.filter((table) => TABLES[table].numbered === 'rows');

/** Numbers in a part of a request that rows may have. */
const numbersIn = (part: unknown): readonly number[] =>
  typeof part === 'number'
    ? part >= LEAST
      ? [part]
      : []
    : typeof part === 'object' && part !== null
      ? Object.values(part).flatMap(numbersIn)
      : [];

/**
 * Routes that are asked by the number of a row which is no id there (`route: number of table`), or by an id of nobody whose table has a column of
 * people or rooms (`route: kind>nobody, by table`), also where this row has none of them.
 */
export function findMisnumbered(
  asked: readonly Asked[],
  rows: StoredRows,
  facts: Readonly<Record<TableName, TableFacts>> = TABLES,
): readonly string[] {
  const tables = tablesByNumber(rows, facts);
  return [
    ...new Set(
      asked.flatMap(({ route, request }) => {
        const parts = findMarked(ROUTES[route].request, request);
        const ids = new Set(parts.flatMap(({ value }) => numbersIn(value)));
        // Whoever looks after a building alone is a receptionist; a row that is asked for with its person is looked for with both numbers.
        const isHeld = !mayCall(route, 'receptionist') || parts.some(({ mark }) => mark === 'person>people');
        const ofNobody = isHeld ? [] : parts.filter(({ mark }) => mark.endsWith('>nobody'));
        return [
          ...numbersIn(request)
            .filter((number) => !ids.has(number))
            .flatMap((number) =>
              (tables.get(number) ?? []).map(({ table }) => `${route}: number of ${table}`),
            ),
          ...ofNobody.flatMap(({ mark, value }) => {
            const found = tables.get(value as number) ?? [];
            return found.length > 0 && found.every(({ leads }) => leads)
              ? [`${route}: ${mark}, by ${found.map(({ table }) => table).join(' or ')}`]
              : [];
          }),
        ];
      }),
    ),
  ];
}

interface Numbered {
  readonly table: TableName;
  /** Whether its rows may have somebody's number, or a room's. */
  readonly leads: boolean;
}

/** What was there before the tables counted apart is in several. */
function tablesByNumber(
  rows: StoredRows,
  facts: Readonly<Record<TableName, TableFacts>>,
): ReadonlyMap<number, readonly Numbered[]> {
  const found = new Map<number, Numbered[]>();
  for (const table of TABLE_NAMES) {
    const { person, room } = facts[table].columns;
    const leads = person !== undefined || room !== undefined;
    for (const { id } of rows[table]) {
      if (typeof id !== 'number' || id < LEAST) continue;
      found.set(id, [...(found.get(id) ?? []), { table, leads }]);
    }
  }
  return found;
}
