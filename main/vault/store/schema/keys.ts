/** The signed roster, slots as the store knows them, public keys of the tiers, grants, and a change of these that waits (docs/keys.md). */
import { NOWHERE, ROWS, defineSchema } from './feature-schema.ts';

export const keysSchema = defineSchema({
  statements: [
    `CREATE TABLE roster_entry (
       n INTEGER PRIMARY KEY, prev_hash BLOB NOT NULL, body BLOB NOT NULL, signatures TEXT NOT NULL, hash BLOB NOT NULL UNIQUE) STRICT`,
    `CREATE TABLE key_slot (
       slot_id TEXT NOT NULL, generation INTEGER NOT NULL, staff_id TEXT NOT NULL, state TEXT NOT NULL CHECK (state IN ('pending', 'current')),
       digest BLOB NOT NULL, PRIMARY KEY (slot_id, generation)) STRICT, WITHOUT ROWID`,
    `CREATE TABLE tier_key (
       tier TEXT NOT NULL, epoch INTEGER NOT NULL, public_key BLOB NOT NULL, signatures TEXT NOT NULL, created_at INTEGER NOT NULL,
       PRIMARY KEY (tier, epoch)) STRICT, WITHOUT ROWID`,
    `CREATE TABLE tier_grant (
       tier TEXT NOT NULL, epoch INTEGER NOT NULL, staff_id TEXT NOT NULL, generation INTEGER NOT NULL, sealed BLOB NOT NULL,
       PRIMARY KEY (tier, epoch, staff_id, generation)) STRICT, WITHOUT ROWID`,
    // An op key of the estate, sealed to a desk; the roster has its digest.
    `CREATE TABLE desk_grant (
       epoch INTEGER NOT NULL, desk INTEGER NOT NULL, sealed BLOB NOT NULL, PRIMARY KEY (epoch, desk)) STRICT, WITHOUT ROWID`,
    // Somebody's slot as a desk gets it whose header has older keys, or none: the layer that their PIN opens, sealed to that desk.
    `CREATE TABLE slot_copy (
       desk INTEGER NOT NULL, staff_id TEXT NOT NULL, generation INTEGER NOT NULL, sealed BLOB NOT NULL,
       PRIMARY KEY (desk, staff_id, generation)) STRICT, WITHOUT ROWID`,
    // What a desk gives another of the tries that somebody's keys have; what it asks for, where it is itself. `home`: the desk that shared first, which had all.
    `CREATE TABLE try_share (
       id INTEGER PRIMARY KEY, staff_id TEXT NOT NULL, generation INTEGER NOT NULL, home INTEGER NOT NULL, to_desk INTEGER NOT NULL, tries INTEGER NOT NULL,
       answers INTEGER) STRICT`,
    // Asked for whenever another desk has done something, and rows stay.
    'CREATE INDEX try_share_of ON try_share (staff_id, generation)',
    // By which one desk may ask to be let in until then, by the clock.
    `CREATE TABLE desk_slip (
       id INTEGER PRIMARY KEY CHECK (id = 1), desk INTEGER NOT NULL, name TEXT NOT NULL, secret TEXT NOT NULL, until INTEGER NOT NULL) STRICT`,
    // Waits for the header: finished or dropped at the next sign-in.
    `CREATE TABLE pending_change (id INTEGER PRIMARY KEY CHECK (id = 1), header_generation INTEGER NOT NULL, payload TEXT NOT NULL) STRICT`,
    // Asked for at every sign-in.
    `CREATE INDEX log_entry_rotation ON log_entry (seq) WHERE action IN ('rotation-begun', 'rotation')`,
  ],
  tables: {
    roster_entry: {
      desks: 'coordinated',
      columns: { nobody: 'n, prev_hash, hash', staff: 'body, signatures' },
      shown: NOWHERE,
    },
    // Slots are of the computer whose header has them.
    key_slot: {
      desks: 'local',
      columns: { nobody: 'slot_id, generation, state, digest', staff: 'staff_id' },
      shown: NOWHERE,
    },
    tier_key: {
      desks: 'coordinated',
      columns: { nobody: 'tier, epoch, public_key, signatures, created_at' },
      shown: NOWHERE,
    },
    tier_grant: {
      desks: 'coordinated',
      columns: { nobody: 'tier, epoch, generation, sealed', staff: 'staff_id' },
      shown: NOWHERE,
    },
    desk_grant: {
      desks: 'coordinated',
      columns: { nobody: 'epoch, desk, sealed' },
      shown: NOWHERE,
    },
    slot_copy: {
      desks: 'coordinated',
      columns: { nobody: 'desk, generation, sealed', staff: 'staff_id' },
      shown: NOWHERE,
    },
    try_share: {
      desks: 'own',
      ...ROWS,
      columns: {
        nobody: 'id, generation, home, to_desk, tries',
        staff: 'staff_id',
        rows: { answers: 'try_share' },
      },
      shown: NOWHERE,
    },
    desk_slip: {
      desks: 'local',
      columns: { nobody: 'id, desk, secret, until', staff: 'name' },
      shown: NOWHERE,
    },
    pending_change: {
      desks: 'local',
      columns: { nobody: 'id, header_generation', staff: 'payload' },
      shown: NOWHERE,
    },
  },
});
