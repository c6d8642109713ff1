/** People as an unlocked session reads them. */
import { NOT_APPLYING, NOWHERE, ROWS, SEARCH_KEY, defineSchema } from './feature-schema.ts';

export const peopleSchema = defineSchema({
  statements: [
    // `pinyin`: the readings of a name as its owner spells them, where the usual ones are not theirs. Columns `list_*`: list-triggers.ts.
    `CREATE TABLE person (
       id INTEGER PRIMARY KEY, version INTEGER NOT NULL DEFAULT 1, kind TEXT NOT NULL, name TEXT NOT NULL, sex TEXT NOT NULL DEFAULT 'unknown',
       id_type TEXT, created_at INTEGER NOT NULL, updated_at INTEGER NOT NULL, import_id INTEGER REFERENCES import_run (id), list_room_id INTEGER,
       list_room TEXT, list_relation TEXT, list_phone_id INTEGER, list_phone TEXT, list_vehicle_id INTEGER, list_plate TEXT, pinyin TEXT, list_until TEXT) STRICT`,
    'CREATE INDEX person_name ON person (name)',
    // Who lives nowhere is found without looking at everybody.
    'CREATE INDEX person_without_room ON person (id) WHERE list_room_id IS NULL',
    // How a name is read goes with the name, whoever changes it.
    `CREATE TRIGGER pinyin_of_name AFTER UPDATE OF name ON person WHEN NEW.name IS NOT OLD.name AND NEW.pinyin IS OLD.pinyin AND OLD.pinyin IS NOT NULL AND ${NOT_APPLYING}
       BEGIN UPDATE person SET pinyin = NULL WHERE id = NEW.id; END`,
    // Pinyin forms of the name: initials and full, every reading; latin words in lower case.
    `CREATE TABLE name_key (key TEXT NOT NULL, person_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE, PRIMARY KEY (key, person_id)) STRICT, WITHOUT ROWID`,
    'CREATE INDEX name_key_person ON name_key (person_id)',
    // When somebody last made sure of a field.
    `CREATE TABLE confirmed_field (
       person_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE, field TEXT NOT NULL, ordinal INTEGER NOT NULL, at INTEGER NOT NULL, staff_id TEXT NOT NULL,
       PRIMARY KEY (person_id, field, ordinal)) STRICT, WITHOUT ROWID`,
  ],
  tables: {
    person: {
      desks: 'free',
      lost: 'people',
      meets: {},
      ...ROWS,
      groups: ['name, pinyin', 'sex', 'id_type'],
      columns: {
        nobody: 'version, created_at, updated_at',
        room: 'list_room_id',
        rows: { import_id: 'import_run', list_phone_id: 'sealed_value', list_vehicle_id: 'vehicle' },
        person: 'id',
        personal: {
          detail: 'kind, sex, id_type, list_room, list_relation, list_until',
          name: 'name, pinyin',
          mask: 'list_phone',
          plate: 'list_plate',
        },
      },
      maintained:
        'list_room_id, list_room, list_relation, list_phone_id, list_phone, list_vehicle_id, list_plate, list_until',
      ofPeople: { kept: 'person', erased: 'cascade', merged: 'itself' },
      shown: { transfer: ['name'], inventory: ['name', 'sex', 'idType'] },
    },
    name_key: { ...SEARCH_KEY, columns: { person: 'person_id', personal: { name: 'key' } } },
    confirmed_field: {
      desks: 'free',
      lost: 'field',
      meets: { 'person_id, field, ordinal': 'later' },
      columns: { nobody: 'field, ordinal, at', staff: 'staff_id', person: 'person_id' },
      ofPeople: { kept: 'person', erased: 'cascade', merged: 'moved' },
      shown: { ...NOWHERE, unseen: 'when a field was confirmed; the field itself is counted' },
    },
  },
});
