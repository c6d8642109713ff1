/** Scopes: the part of the estate that a receptionist looks after, and what lies within it. Without schemas, so that pages can read it. */

/** Most areas of one scope. */
export const MAX_AREAS = 20;
/** Minutes for which a record outside may be opened once somebody has agreed. */
export const OPENED_MINUTES = 15;

/** Where a room is, as its label says; empty where that names none. */
export interface RoomPlace {
  readonly estate: string;
  readonly building: string;
  readonly unit: string;
}

/** An estate, a building of it, or a unit of that; null is all of them. Without a building there is no unit. */
export interface Area {
  readonly estate: string;
  readonly building: string | null;
  readonly unit: string | null;
}

/** Areas that a receptionist looks after; empty is everything. */
export type Scope = readonly Area[];

/** Whether a room, or another area, lies wholly within an area. */
const covers = (area: Area, place: RoomPlace | Area): boolean =>
  area.estate === place.estate &&
  (area.building === null || area.building === place.building) &&
  (area.unit === null || area.unit === place.unit);

/** Whether a scope has the place in it. */
export const isWithin = (scope: Scope, place: RoomPlace | Area): boolean =>
  scope.length === 0 || scope.some((area) => covers(area, place));

/** Whether somebody looks after more than before, somewhere: a supervisor has to agree. */
export const widens = (was: Scope, becomes: Scope): boolean =>
  was.length > 0 && (becomes.length === 0 || becomes.some((area) => !isWithin(was, area)));

/** Whether two areas are the same. */
export const isSameArea = (one: Area, other: Area): boolean => covers(one, other) && covers(other, one);

/** Whether two scopes have the same areas. */
export const isSameScope = (one: Scope, other: Scope): boolean =>
  one.length === other.length && one.every((area) => other.some((same) => isSameArea(area, same)));

/** Without what another area of the list has in it already. */
export const withoutRepeats = (scope: Scope): Scope =>
  scope.filter(
    (area, index) =>
      !scope.some(
        (other, at) => at !== index && covers(other, area) && !(isSameArea(other, area) && at > index),
      ),
  );

/** The narrowest area of several scopes that has the place in it: whose desk it belongs to. Null where no scope names it. */
export function deskOf(scopes: readonly Scope[], place: RoomPlace): Area | null {
  const narrowness = ({ building, unit }: Area): number => Number(building !== null) + Number(unit !== null);
  return (
    scopes
      .flat()
      .filter((area) => covers(area, place))
      .toSorted((a, b) => narrowness(b) - narrowness(a))[0] ?? null
  );
}

const endsInHan = (text: string): boolean => /\p{Script=Han}$/u.test(text);

/** As a room's label names it: 阳光花园3栋2单元. Empty for a whole estate that has no name. */
export function labelOfArea({ estate, building, unit }: Area): string {
  if (estate !== '' && !endsInHan(estate))
    return [estate, building ?? '', unit ?? ''].filter((part) => part !== '').join('-');
  const isWord = building !== null && endsInHan(building) && !/^[甲乙丙丁东西南北]$/.test(building);
  const inBuilding = building === null || building === '' ? '' : isWord ? building : `${building}栋`;
  return `${estate}${inBuilding}${unit === null || unit === '' ? '' : `${unit}单元`}`;
}

/** By what a record outside may be opened: a supervisor's PIN, or the own one in an emergency. */
export const SCOPE_PROOFS = ['supervisor', 'emergency'] as const;

/** Its actions, as log and papers call them. */
export const SCOPE_ACTION_WORDS = {
  'staff-scope': ['更改负责范围', 'Scope changed'],
  'scope-open': ['打开范围外的档案', 'Record outside scope opened'],
  'scope-refused': ['查看范围外的档案，未允许', 'Record outside scope refused'],
} as const;
