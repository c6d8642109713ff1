/** Rooms, every notation by which one may be typed, and how the estate writes them. */
import { NOT_APPLYING, NOWHERE, ROWS, defineSchema } from './feature-schema.ts';

export const roomsSchema = defineSchema({
  statements: [
    // `revision` counts the changes, whoever makes them, as `version` does for a person; `written`: what a pattern of the estate's read.
    `CREATE TABLE room (
       id INTEGER PRIMARY KEY, estate TEXT NOT NULL DEFAULT '', building TEXT NOT NULL DEFAULT '', unit TEXT NOT NULL DEFAULT '', room TEXT NOT NULL,
       label TEXT NOT NULL, canonical TEXT NOT NULL UNIQUE, floor TEXT, layout TEXT, area REAL, status TEXT, inner_area REAL, shared_area REAL,
       usage TEXT, total_floors INTEGER, lift INTEGER, delivered_on TEXT, import_id INTEGER, revision INTEGER NOT NULL DEFAULT 0, written TEXT) STRICT`,
    'CREATE INDEX room_neighbours ON room (estate, building, unit, length(room), room)',
    `CREATE TRIGGER room_revised AFTER UPDATE ON room WHEN NEW.revision = OLD.revision AND ${NOT_APPLYING} BEGIN UPDATE room SET revision = OLD.revision + 1 WHERE id = NEW.id; END`,
    // Normalised: 3-2-1801, 3-1801, 1801, …
    `CREATE TABLE room_key (key TEXT NOT NULL, room_id INTEGER NOT NULL REFERENCES room (id) ON DELETE CASCADE, PRIMARY KEY (key, room_id)) STRICT, WITHOUT ROWID`,
    'CREATE INDEX room_key_room ON room_key (room_id)',
    'CREATE TABLE room_pattern (position INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE) STRICT',
  ],
  tables: {
    room: {
      desks: 'free',
      lost: 'rooms',
      meets: { canonical: 'one' },
      ...ROWS,
      groups: [
        'estate, building, unit, room, label, canonical, written',
        'floor',
        'layout',
        'area, inner_area, shared_area',
        'status',
        'usage',
        'total_floors',
        'lift',
        'delivered_on',
      ],
      columns: {
        nobody:
          'estate, building, unit, room, label, canonical, floor, layout, area, status, inner_area, shared_area, usage, total_floors, lift, delivered_on, revision, written',
        room: 'id',
        rows: { import_id: 'import_run' },
      },
      shown: { transfer: ['home'], inventory: ['room'] },
    },
    room_key: { desks: 'derived', columns: { nobody: 'key', room: 'room_id' }, shown: NOWHERE },
    room_pattern: { desks: 'coordinated', columns: { nobody: 'position, text' }, shown: NOWHERE },
  },
});
