/** Builds the rows of the vehicles and parking spaces that an import adds or changes. */
import { INSERT_PLATE_KEY, type IndexedPlate, plateKeyRows } from '../search/search-index.ts';
import { type Ids, type Statement, type Table, keysInParts, table } from './build-statements.ts';
import { type SpaceChange, type VehicleChange, kindOfSpace } from './compare-cars.ts';

export interface ListVehicle {
  readonly id: number;
  readonly ordinal: number;
  readonly plate: string;
}

export interface CarRows {
  addVehicle(personId: number, change: VehicleChange): ListVehicle;
  addSpace(personId: number, change: SpaceChange, vehicleId: number | null): void;
  readonly statements: readonly Table[];
  readonly searchKeys: () => Statement;
  /** Vehicles and spaces that were there before. */
  readonly touched: { readonly vehicles: readonly number[]; readonly spaces: readonly number[] };
}

export function createCarRows(ids: Ids, importId: number): CarRows {
  const added: IndexedPlate[] = [];
  const touched = { vehicles: [] as number[], spaces: [] as number[] };
  const insertVehicle = table(
    'INSERT INTO vehicle (id, person_id, ordinal, plate, brand, colour, kind, import_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
  );
  const updateVehicle = table(
    'UPDATE vehicle SET brand = coalesce(?, brand), colour = coalesce(?, colour), kind = coalesce(?, kind) WHERE id = ?',
  );
  const insertSpace = table(
    'INSERT INTO space (id, person_id, vehicle_id, car_park, code, kind, from_date, until_date, import_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)',
  );
  const updateSpace = table(
    `UPDATE space SET vehicle_id = coalesce(?, vehicle_id), car_park = coalesce(?, car_park), kind = coalesce(?, kind), from_date = coalesce(?, from_date),
      until_date = coalesce(?, until_date) WHERE id = ?`,
  );
  return {
    touched,
    statements: [insertVehicle, updateVehicle, insertSpace, updateSpace],
    searchKeys: () => ({ text: INSERT_PLATE_KEY, values: keysInParts(added, plateKeyRows), counted: false }),
    addVehicle(personId, { known, ordinal, plate, brand, colour, vehicleKind }) {
      const id = known?.id ?? (ids.vehicle += 1);
      if (known === null) {
        added.push({ id, personId, plate });
        insertVehicle.values.push([id, personId, ordinal, plate, brand, colour, vehicleKind, importId]);
      } else {
        touched.vehicles.push(id);
        updateVehicle.values.push([brand, colour, vehicleKind, id]);
      }
      return { id, plate, ordinal };
    },
    addSpace(personId, change, vehicleId) {
      const { known, code, carPark, spaceKind, from, until } = change;
      if (known === null) {
        const id = (ids.space += 1);
        const kind = kindOfSpace(change);
        insertSpace.values.push([id, personId, vehicleId, carPark, code, kind, from, until, importId]);
        return;
      }
      touched.spaces.push(known.id);
      updateSpace.values.push([vehicleId, carPark, spaceKind, from, until, known.id]);
    },
  };
}
