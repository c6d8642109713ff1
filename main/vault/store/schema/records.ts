/**
 * Records of people beside their own fields. `ordinal` is a record's place among theirs, to which its sealed values are bound. A record is over where its end
 * is not after the day of whoever asks.
 */
import { ROWS, SEARCH_KEY, defineSchema } from './feature-schema.ts';
import { LIST_TRIGGERS } from './list-triggers.ts';

export const recordsSchema = defineSchema({
  statements: [
    `CREATE TABLE occupancy (
       id INTEGER PRIMARY KEY, person_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE, room_id INTEGER NOT NULL REFERENCES room (id),
       relation TEXT NOT NULL, share TEXT, from_date TEXT, until_date TEXT, ordinal INTEGER, import_id INTEGER) STRICT`,
    // All that a list needs of a room's people.
    'CREATE INDEX occupancy_room ON occupancy (room_id, person_id, relation, until_date)',
    'CREATE INDEX occupancy_person ON occupancy (person_id, room_id, relation)',
    'CREATE UNIQUE INDEX occupancy_place ON occupancy (person_id, ordinal) WHERE ordinal IS NOT NULL',
    'CREATE UNIQUE INDEX occupancy_open ON occupancy (person_id, room_id, relation) WHERE until_date IS NULL',
    'CREATE INDEX occupancy_ending ON occupancy (until_date) WHERE until_date IS NOT NULL',

    `CREATE TABLE lease (
       id INTEGER PRIMARY KEY, person_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE, room_id INTEGER NOT NULL REFERENCES room (id),
       from_date TEXT, until_date TEXT, import_id INTEGER) STRICT`,
    'CREATE INDEX lease_person ON lease (person_id)',
    'CREATE INDEX lease_room ON lease (room_id)',
    'CREATE INDEX lease_ending ON lease (until_date) WHERE until_date IS NOT NULL',

    `CREATE TABLE vehicle (
       id INTEGER PRIMARY KEY, person_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE, ordinal INTEGER NOT NULL,
       plate TEXT NOT NULL, brand TEXT, colour TEXT, kind TEXT, import_id INTEGER, UNIQUE (person_id, ordinal)) STRICT`,
    // Every suffix of a plate worth typing: 桂M12345, M12345, 12345, 2345.
    `CREATE TABLE plate_key (
       key TEXT NOT NULL, vehicle_id INTEGER NOT NULL REFERENCES vehicle (id) ON DELETE CASCADE, person_id INTEGER, PRIMARY KEY (key, vehicle_id)) STRICT, WITHOUT ROWID`,
    'CREATE INDEX plate_key_vehicle ON plate_key (vehicle_id)',

    `CREATE TABLE space (
       id INTEGER PRIMARY KEY, person_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE, vehicle_id INTEGER REFERENCES vehicle (id) ON DELETE SET NULL,
       car_park TEXT, code TEXT NOT NULL, kind TEXT NOT NULL, from_date TEXT, until_date TEXT, import_id INTEGER) STRICT`,
    'CREATE INDEX space_person ON space (person_id)',
    'CREATE INDEX space_vehicle ON space (vehicle_id) WHERE vehicle_id IS NOT NULL',
    'CREATE INDEX space_ending ON space (until_date) WHERE until_date IS NOT NULL',

    `CREATE TABLE renovation (
       id INTEGER PRIMARY KEY, person_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE, room_id INTEGER NOT NULL REFERENCES room (id),
       ordinal INTEGER, deposit REAL, from_date TEXT, until_date TEXT, UNIQUE (person_id, ordinal)) STRICT`,
    'CREATE INDEX renovation_room ON renovation (room_id)',
    'CREATE INDEX renovation_ending ON renovation (until_date) WHERE until_date IS NOT NULL',

    `CREATE TABLE pet (
       id INTEGER PRIMARY KEY, person_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE, ordinal INTEGER,
       breed TEXT NOT NULL, vaccinated_on TEXT, UNIQUE (person_id, ordinal)) STRICT`,

    ...LIST_TRIGGERS,
  ],
  tables: {
    occupancy: {
      desks: 'free',
      lost: 'occupancy',
      meets: { 'person_id, room_id, relation': 'one', 'person_id, ordinal': 'apart' },
      ...ROWS,
      columns: {
        nobody: 'id, ordinal',
        room: 'room_id',
        rows: { import_id: 'import_run' },
        person: 'person_id',
        personal: { detail: 'relation, share, from_date, until_date' },
      },
      ofPeople: { kept: 'home', erased: 'cascade', merged: 'moved' },
      shown: { transfer: ['home'], inventory: ['record-occupancy'] },
    },
    lease: {
      desks: 'free',
      lost: 'lease',
      meets: {},
      ...ROWS,
      columns: {
        nobody: 'id',
        room: 'room_id',
        rows: { import_id: 'import_run' },
        person: 'person_id',
        personal: { detail: 'from_date, until_date' },
      },
      ofPeople: { kept: 'lease', erased: 'cascade', merged: 'moved' },
      shown: { transfer: 'stays', inventory: ['record-lease'] },
    },
    vehicle: {
      desks: 'free',
      lost: 'vehicle',
      meets: { 'person_id, ordinal': 'apart' },
      ...ROWS,
      columns: {
        nobody: 'id, ordinal',
        rows: { import_id: 'import_run' },
        person: 'person_id',
        personal: { plate: 'plate', detail: 'brand, colour, kind' },
      },
      ofPeople: { kept: 'person', erased: 'cascade', merged: 'moved' },
      shown: { transfer: ['plate'], inventory: ['plate', 'record-vehicle'] },
    },
    plate_key: {
      ...SEARCH_KEY,
      columns: { rows: { vehicle_id: 'vehicle' }, person: 'person_id', personal: { plate: 'key' } },
    },
    space: {
      desks: 'free',
      lost: 'space',
      meets: {},
      ...ROWS,
      columns: {
        nobody: 'id',
        rows: { vehicle_id: 'vehicle', import_id: 'import_run' },
        person: 'person_id',
        personal: { detail: 'car_park, code, kind, from_date, until_date' },
      },
      ofPeople: { kept: 'space', erased: 'cascade', merged: 'moved' },
      shown: { transfer: ['space'], inventory: ['record-space'] },
    },
    renovation: {
      desks: 'free',
      lost: 'renovation',
      meets: { 'person_id, ordinal': 'apart' },
      ...ROWS,
      columns: {
        nobody: 'id, ordinal',
        room: 'room_id',
        person: 'person_id',
        personal: { detail: 'deposit, from_date, until_date' },
      },
      ofPeople: { kept: 'renovation', erased: 'cascade', merged: 'moved' },
      shown: { transfer: 'stays', inventory: ['record-renovation'] },
    },
    pet: {
      desks: 'free',
      lost: 'pet',
      meets: { 'person_id, ordinal': 'apart' },
      ...ROWS,
      columns: { nobody: 'id, ordinal', person: 'person_id', personal: { detail: 'breed, vaccinated_on' } },
      ofPeople: { kept: 'person', erased: 'cascade', merged: 'moved' },
      shown: { transfer: 'stays', inventory: ['record-pet'] },
    },
  },
});
