/** Brings together what the rows say of a person's vehicles and spaces, and says what of it the store does not have. */
import { FIELDS, type SpaceKind } from '../../../contract/fields.ts';
import { freePlace } from '../store/ids.ts';
import { MANY_OF_ONE } from './limits.ts';
import type { KnownPerson, KnownSpace, KnownVehicle } from './look-up.ts';
import type { RowDraft } from './parse-rows.ts';
import type { SpaceDraft, VehicleDraft } from './read-car.ts';

export interface Given<T> {
  readonly value: T;
  /** The row that gave it. */
  readonly row: number;
}

/** Every vehicle and space with the rows that speak of it; of several the first that gives a detail counts. */
export interface FoldedCars {
  readonly vehicles: Folded<VehicleDraft>[];
  readonly spaces: Folded<SpaceDraft>[];
  /** Once there are many. */
  index: CarIndex | null;
}

interface CarIndex {
  readonly vehicles: Map<string, Folded<VehicleDraft>>;
  /** By code, and by code and car park; of several the first. */
  readonly spaces: Map<string, Folded<SpaceDraft>>;
}

export const noCars = (): FoldedCars => ({ vehicles: [], spaces: [], index: null });

interface Folded<T> {
  value: T;
  readonly rows: Given<T>[];
}

/** New or changed data of a vehicle; null for parts that stay. */
export interface VehicleChange extends VehicleDraft {
  readonly known: KnownVehicle | null;
  readonly ordinal: number;
}

export interface SpaceChange extends SpaceDraft {
  readonly known: KnownSpace | null;
}

export function foldCars(cars: FoldedCars, draft: Pick<RowDraft, 'vehicles' | 'spaces'>, row: number): void {
  if (cars.index === null && cars.vehicles.length + cars.spaces.length >= MANY_OF_ONE)
    cars.index = indexCars(cars);
  for (const value of draft.vehicles) {
    const folded = foldOne(cars.vehicles, findVehicle(cars, value), value, row);
    cars.index?.vehicles.set(value.plate, folded);
  }
  for (const value of draft.spaces) {
    const folded = foldOne(cars.spaces, findFoldedSpace(cars, value), value, row);
    if (cars.index !== null) addSpace(cars.index.spaces, folded);
  }
}

/** The thing as it is now: `same` with what `value` adds to it, or a new one. */
function foldOne<T extends object>(
  folded: Folded<T>[],
  same: Folded<T> | undefined,
  value: T,
  row: number,
): Folded<T> {
  if (same === undefined) {
    const made = { value, rows: [{ value, row }] };
    folded.push(made);
    return made;
  }
  same.rows.push({ value, row });
  same.value = { ...value, ...withoutBlanks(same.value) };
  return same;
}

function indexCars({ vehicles, spaces }: FoldedCars): CarIndex {
  const index: CarIndex = {
    vehicles: new Map(vehicles.map((one) => [one.value.plate, one])),
    spaces: new Map(),
  };
  for (const one of spaces) addSpace(index.spaces, one);
  return index;
}

const placeOf = ({ code, carPark }: Pick<SpaceDraft, 'code' | 'carPark'>): string =>
  carPark === null ? `${code}\n` : `${code}\n=${carPark}`;

function addSpace(spaces: CarIndex['spaces'], one: Folded<SpaceDraft>): void {
  for (const key of [one.value.code, placeOf(one.value)]) if (!spaces.has(key)) spaces.set(key, one);
}

const findVehicle = (
  { vehicles, index }: FoldedCars,
  { plate }: VehicleDraft,
): Folded<VehicleDraft> | undefined =>
  index === null ? vehicles.find(({ value }) => value.plate === plate) : index.vehicles.get(plate);

/** The first that is the same. One without a car park is the only one of its code: whatever else has the code is the same. */
function findFoldedSpace({ spaces, index }: FoldedCars, value: SpaceDraft): Folded<SpaceDraft> | undefined {
  if (index === null) return spaces.find((one) => isSameSpace(one.value, value));
  const first = index.spaces.get(value.code);
  return first !== undefined && isSameSpace(first.value, value) ? first : index.spaces.get(placeOf(value));
}

const withoutBlanks = <T extends object>(value: T): Partial<T> =>
  Object.fromEntries(Object.entries(value).filter(([, said]) => said !== null)) as Partial<T>;

/** A number is one within its car park; where one of the two does not name it, it is the same. */
const isSameSpace = (
  a: Pick<SpaceDraft, 'code' | 'carPark'>,
  b: Pick<SpaceDraft, 'code' | 'carPark'>,
): boolean => a.code === b.code && (a.carPark === null || b.carPark === null || a.carPark === b.carPark);

const VEHICLE_DETAILS = ['brand', 'colour', 'vehicleKind'] as const;
const SPACE_DETAILS = ['carPark', 'spaceKind', 'from', 'until'] as const;

/** A blank cell never erases. `desk`: whose places new vehicles get. Calls `mark` with each row that gave something new. */
export function compareCars(
  known: KnownPerson | null,
  cars: FoldedCars | null,
  desk: number,
  mark: (row: number) => void,
): { readonly vehicles: readonly VehicleChange[]; readonly spaces: readonly SpaceChange[] } {
  if (cars === null) return NO_CARS;
  return {
    vehicles: compareVehicles(known?.vehicles ?? [], cars.vehicles, desk, mark),
    spaces: compareSpaces(known, cars.spaces, mark),
  };
}

const NO_CARS = { vehicles: [], spaces: [] } as const;

function compareVehicles(
  theirs: readonly KnownVehicle[],
  folded: readonly Folded<VehicleDraft>[],
  desk: number,
  mark: (row: number) => void,
): readonly VehicleChange[] {
  const taken = new Set(theirs.map(({ ordinal }) => ordinal));
  let room = FIELDS.plate.most - theirs.length;
  return folded.flatMap(({ value, rows }): readonly VehicleChange[] => {
    const known = theirs.find(({ plate }) => plate === value.plate) ?? null;
    if (known === null && (room -= 1) < 0) return [];
    const differing =
      known === null
        ? VEHICLE_DETAILS
        : VEHICLE_DETAILS.filter((detail) => value[detail] !== null && value[detail] !== known[detail]);
    if (known !== null && differing.length === 0) return [];
    markGivers(rows, differing, known === null, mark);
    const ordinal = known?.ordinal ?? freePlace(desk, taken);
    taken.add(ordinal);
    return [{ ...value, known, ordinal }];
  });
}

function compareSpaces(
  person: KnownPerson | null,
  folded: readonly Folded<SpaceDraft>[],
  mark: (row: number) => void,
): readonly SpaceChange[] {
  const find = createSpaceFinder(person?.spaces ?? []);
  return folded.flatMap(({ value, rows }): readonly SpaceChange[] => {
    const known = find(value);
    if (known?.ended === true) return [];
    const differing =
      known === null
        ? SPACE_DETAILS
        : SPACE_DETAILS.filter((detail) => value[detail] !== null && value[detail] !== known[detail]);
    const moved =
      known !== null &&
      value.plate !== null &&
      value.plate !== person?.vehicles.find(({ id }) => id === known.vehicle)?.plate;
    if (known !== null && differing.length === 0 && !moved) return [];
    markGivers(rows, moved ? [...differing, 'plate'] : differing, known === null, mark);
    return [{ ...value, known }];
  });
}

/** Finds among their spaces the one that a row means: the one that is theirs now, before one that came to the same end as the row says. */
function createSpaceFinder(theirs: readonly KnownSpace[]): (value: SpaceDraft) => KnownSpace | null {
  const byCode = theirs.length < MANY_OF_ONE ? null : groupByCode(theirs);
  return (value) => {
    const same = byCode === null ? theirs.filter((space) => isSameSpace(space, value)) : byCode(value);
    return (
      same.find(({ ended }) => !ended) ??
      same.find(({ until }) => until !== null && until === value.until) ??
      null
    );
  };
}

/** As `isSameSpace` filters them, in their order. */
function groupByCode(theirs: readonly KnownSpace[]): (value: SpaceDraft) => readonly KnownSpace[] {
  const groups = new Map<string, { readonly at: number; readonly space: KnownSpace }[]>();
  for (const [at, space] of theirs.entries()) {
    for (const key of [space.code, placeOf(space)]) {
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [{ at, space }]);
      else group.push({ at, space });
    }
  }
  return ({ code, carPark }) => {
    const keys = carPark === null ? [code] : [placeOf({ code, carPark }), placeOf({ code, carPark: null })];
    return keys
      .flatMap((key) => groups.get(key) ?? [])
      .sort((a, b) => a.at - b.at)
      .map(({ space }) => space);
  };
}

/** The row that made it, and each that gave a detail first. */
function markGivers<T extends object>(
  rows: readonly Given<T>[],
  details: readonly (keyof T)[],
  isNew: boolean,
  mark: (row: number) => void,
): void {
  if (isNew && rows[0] !== undefined) mark(rows[0].row);
  for (const detail of details) {
    const giver = rows.find(({ value }) => value[detail] !== null);
    if (giver !== undefined) mark(giver.row);
  }
}

/** As it is kept where nobody said whether it is bought or leased: with days it is most likely leased. */
export const kindOfSpace = ({ spaceKind, from, until }: SpaceDraft): SpaceKind =>
  spaceKind ?? (from === null && until === null ? 'owned' : 'leased');
