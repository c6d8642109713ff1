/** Holds the numbers in requests to the rows that they are of: what is the number of a row is an id, and says to whom that leads. */
import { findMarked } from '../../contract/find-marked.ts';
import type { RouteName } from '../../contract/route-names.ts';
import { ROUTES } from '../../contract/routes.ts';
import type { TableFacts } from '../../main/vault/store/schema/feature-schema.ts';
import { TABLES, TABLE_NAMES, type TableName } from '../../main/vault/store/tables.ts';
import type { StoredRows } from './planted-columns.ts';

/** A question that was answered. */
export interface Asked {
  readonly route: RouteName;
  readonly request: unknown;
}

/** The number of a row begins with the number of its desk, so that no count is as large. */
const LEAST = 2 ** 32;

/** Numbers in a part of a request that rows may have. */
export const numbersIn = (part: unknown): readonly number[] =>
  typeof part === 'number'
    ? part >= LEAST
      ? [part]
      : []
    : typeof part === 'object' && part !== null
      ? Object.values(part).flatMap(numbersIn)
      : [];

/**
 * Routes that are asked by the number of a row which is no id there (`route: number of table`), or by an id of nobody whose row has somebody's number or a
 * room's (`route: kind>nobody, by table`).
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
        const ofNobody = parts.filter(({ mark }) => mark.endsWith('>nobody'));
        return [
          ...numbersIn(request)
            .filter((number) => !ids.has(number))
            .flatMap((number) =>
              (tables.get(number) ?? []).map(({ table }) => `${route}: number of ${table}`),
            ),
          ...ofNobody.flatMap(({ mark, value }) => {
            const found = ofKind(mark.replace('>nobody', ''), tables.get(value as number) ?? []);
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
  /** Whether its row has somebody's number, or a room's. */
  readonly leads: boolean;
}

/** Those that are called as the kind of the id, where one is. */
function ofKind(kind: string, tables: readonly Numbered[]): readonly Numbered[] {
  const name = kind.replaceAll('-', '_');
  const named = tables.filter(({ table }) => table === name || table.endsWith(`_${name}`));
  return named.length > 0 ? named : tables;
}

/** Tables count by themselves: a number may be of rows in several. */
function tablesByNumber(
  rows: StoredRows,
  facts: Readonly<Record<TableName, TableFacts>>,
): ReadonlyMap<number, readonly Numbered[]> {
  const found = new Map<number, Numbered[]>();
  for (const table of TABLE_NAMES) {
    const { person, room } = facts[table].columns;
    const leading = [person, room].flatMap((columns) => columns?.split(', ') ?? []);
    for (const row of rows[table]) {
      const { id } = row;
      if (typeof id !== 'number' || id < LEAST) continue;
      const leads = leading.some((column) => row[column] !== null);
      found.set(id, [...(found.get(id) ?? []), { table, leads }]);
    }
  }
  return found;
}
