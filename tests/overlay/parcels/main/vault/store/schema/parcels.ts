/** Parcels that the desk keeps for a room until somebody collects them. */
import { NOWHERE, ROWS, defineSchema } from './feature-schema.ts';

export const parcelsSchema = defineSchema({
  statements: [
    `CREATE TABLE parcel (
       id INTEGER PRIMARY KEY, room_id INTEGER NOT NULL REFERENCES room (id) ON DELETE CASCADE, carrier TEXT NOT NULL, brought_at INTEGER NOT NULL,
       taken_by TEXT NOT NULL, collector TEXT, collected_at INTEGER, given_by TEXT) STRICT`,
    'CREATE INDEX parcel_listed ON parcel (collected_at, id)',
    'CREATE INDEX parcel_room ON parcel (room_id)',
  ],
  tables: {
    parcel: {
      desks: 'free',
      lost: 'parcels',
      meets: {},
      ...ROWS,
      columns: {
        nobody: 'id, brought_at, collected_at',
        room: 'room_id',
        staff: 'taken_by, given_by',
        personal: { words: 'carrier, collector' },
      },
      ofPeople: {
        kept: 'register',
        erased: { stays: 'typed at the counter, of whoever came; it goes thirty days after the parcel' },
      },
      shown: NOWHERE,
    },
  },
});
