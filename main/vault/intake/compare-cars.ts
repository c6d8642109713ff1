/** Brings together what the rows say of a person's vehicles and spaces, and says what of it the store does not have. */
import type { SpaceKind } from '../../../contract/fields.ts';
import { FIELDS } from '../../../contract/fields.ts';
import { freePlace } from '../store/ids.ts';
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
}

interface Folded<T> {
  value: T;
  readonly rows: Given<T>[];
}

/** What is new or changes of a vehicle; null for what stays. */
export interface VehicleChange extends VehicleDraft {
  readonly known: KnownVehicle | null;
  readonly ordinal: number;
}

export interface SpaceChange extends SpaceDraft {
  readonly known: KnownSpace | null;
}

export function foldCars(
  { vehicles, spaces }: FoldedCars,
  draft: Pick<RowDraft, 'vehicles' | 'spaces'>,
  row: number,
): void {
  for (const value of draft.vehicles) foldOne(vehicles, value, row, (other) => other.plate === value.plate);
  for (const value of draft.spaces) foldOne(spaces, value, row, (other) => isSameSpace(other, value));
}

function foldOne<T extends object>(
  folded: Folded<T>[],
  value: T,
  row: number,
  isSame: (other: T) => boolean,
): void {
  const same = folded.find((one) => isSame(one.value));
  if (same === undefined) {
    folded.push({ value, rows: [{ value, row }] });
    return;
  }
  same.rows.push({ value, row });
  same.value = { ...value, ...withoutBlanks(same.value) };
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
  return folded.flatMap(({ value, rows }): readonly SpaceChange[] => {
    const known = findSpace(person?.spaces ?? [], value);
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

/** The one that is theirs now, before one that came to the same end as the row says. */
function findSpace(theirs: readonly KnownSpace[], value: SpaceDraft): KnownSpace | null {
  const same = theirs.filter((space) => isSameSpace(space, value));
  return (
    same.find(({ ended }) => !ended) ??
    same.find(({ until }) => until !== null && until === value.until) ??
    null
  );
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
