/**
 * The order of people found by one kind of match: whole before begun, usual readings before rare ones, those who live there now before
 * others, owners before tenants before family.
 */
import type { Relation } from '../../../contract/fields.ts';
import type { NameMatch } from '../values/name.ts';
import type { PersonListRow } from './rows.ts';

/** The smaller comes first, place by place. */
export type Rank = readonly number[];

const RELATION_ORDER: Readonly<Record<Relation, number>> = {
  owner: 0,
  'co-owner': 1,
  tenant: 2,
  family: 3,
  temporary: 4,
};
const NOBODY_HERE = 5;

/** Whoever lives nowhere now stands behind those who do. */
const rankOfRelation = ({ relation, room_label: room, former }: PersonListRow): Rank => [
  former === 1 || room === null ? 1 : 0,
  relation === null ? NOBODY_HERE : RELATION_ORDER[relation],
];

/** All of it in full, all of it with initials, a part. */
const rankOfMatch = (match: NameMatch | null, length: number): Rank =>
  match === null
    ? [2, 0]
    : [match.whole ? 0 : match.from === 0 && match.until === length ? 1 : 2, match.rare ? 1 : 0];

export const rankOfName = (row: PersonListRow, match: NameMatch | null): Rank => [
  ...rankOfMatch(match, [...row.name].length),
  ...rankOfRelation(row),
];
export const rankOfWhole = (row: PersonListRow, isWhole: boolean): Rank => [
  isWhole ? 0 : 1,
  ...rankOfRelation(row),
];

/** The rows by rank, equal ones as they came. */
export function sortByRank(
  rows: readonly PersonListRow[],
  rankOf: (row: PersonListRow) => Rank,
): readonly PersonListRow[] {
  if (rows.length < 2) return rows;
  return rows
    .map((row) => ({ row, rank: rankOf(row) }))
    .sort((a, b) => compare(a.rank, b.rank))
    .map(({ row }) => row);
}

/** Rooms stay together, in the order in which they came: in each the owner stands first. */
export function sortWithinRooms(rows: readonly PersonListRow[]): readonly PersonListRow[] {
  const places = new Map<number, number>();
  for (const { ref } of rows) if (!places.has(ref)) places.set(ref, places.size);
  return sortByRank(rows, (row) => [places.get(row.ref) ?? 0, ...rankOfRelation(row)]);
}

function compare(a: Rank, b: Rank): number {
  const at = a.findIndex((one, index) => one !== b[index]);
  return at < 0 ? 0 : (a[at] ?? 0) - (b[at] ?? 0);
}
