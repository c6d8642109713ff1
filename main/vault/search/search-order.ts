/**
 * Order of people found by one kind of match: whole matches before partial ones, common readings before rare
 * ones, present residents before others, owners before tenants before family.
 */
import type { Relation } from '../../../contract/fields.ts';
import type { NameMatch } from '../values/name.ts';
import type { PersonListRow } from './rows.ts';

/** Compared number by number; the smaller comes first. */
export type Rank = readonly number[];

const RELATION_ORDER: Readonly<Record<Relation, number>> = {
  owner: 0,
  'co-owner': 1,
  'right-of-residence': 2,
  tenant: 3,
  family: 4,
  temporary: 5,
};
const NOBODY_HERE = 6;

/** People without a present room come after those with one. */
const rankOfRelation = ({ relation, room_label: room, former }: PersonListRow): Rank => [
  former === 1 || room === null ? 1 : 0,
  relation === null ? NOBODY_HERE : RELATION_ORDER[relation],
];

/** Whole name in full, whole name with initials, part of the name. */
const rankOfMatch = (match: NameMatch | null, length: number): Rank =>
  match === null
    ? [2, 0]
    : [match.whole ? 0 : match.from === 0 && match.until === length ? 1 : 2, match.rare ? 1 : 0];

/** Rank of a person found by name; `match` is what of the name was matched. */
export const rankOfName = (row: PersonListRow, match: NameMatch | null): Rank => [
  ...rankOfMatch(match, [...row.name].length),
  ...rankOfRelation(row),
];
/** Rank of a person found by phone or plate; `isWhole` where all of it was typed. */
export const rankOfWhole = (row: PersonListRow, isWhole: boolean): Rank => [
  isWhole ? 0 : 1,
  ...rankOfRelation(row),
];

/** The rows by rank; rows of equal rank keep their order. */
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

/** 101 before 1001. */
const byLabel = new Intl.Collator('zh', { numeric: true });

/** What says more than was typed, a phase before the building, comes after what says no more. */
const countNumbers = (label: string): number => label.match(/\d+/g)?.length ?? 0;

/** The rows room by room, rooms as somebody counts them; within a room the owner comes first. */
export function sortWithinRooms(rows: readonly PersonListRow[]): readonly PersonListRow[] {
  const labels = new Map(rows.map(({ ref, room_label: label }) => [ref, label ?? '']));
  const inOrder = [...labels].sort(
    ([, a], [, b]) => countNumbers(a) - countNumbers(b) || byLabel.compare(a, b),
  );
  const places = new Map(inOrder.map(([ref], place) => [ref, place]));
  return sortByRank(rows, (row) => [places.get(row.ref) ?? 0, ...rankOfRelation(row)]);
}

function compare(a: Rank, b: Rank): number {
  const at = a.findIndex((one, index) => one !== b[index]);
  return at < 0 ? 0 : (a[at] ?? 0) - (b[at] ?? 0);
}
