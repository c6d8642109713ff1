/** What many desks tell each other: ops that this one has to send, the order that it has taken in, its keys, and what comes of it here. Empty where a vault has one desk. */
import { NOWHERE, defineSchema } from './feature-schema.ts';

export const opsSchema = defineSchema({
  statements: [
    // `n`: of this desk's ops, without a gap. `undo`: what takes it back as long as it waits for its place; null of one that only added entries. `pending`: what of it would not count, as JSON; null
    // where all would. `local`: of one that its place decides over, what changes here along with it; null of any other.
    'CREATE TABLE op_out (n INTEGER PRIMARY KEY, envelope BLOB NOT NULL, undo BLOB, pending TEXT, local BLOB) STRICT',
    // Entries of what was not done. `decided`: 0 as long as this desk waits for the place that decides over it, 1 once every desk knows it.
    'CREATE TABLE undone_entry (seq INTEGER PRIMARY KEY, decided INTEGER NOT NULL) STRICT',
    // `hash`: the running one after the place. `verdict`: `counted`, or why it is passed over (link/judge-op.ts).
    `CREATE TABLE op_place (
       place INTEGER PRIMARY KEY, desk INTEGER NOT NULL, n INTEGER NOT NULL, hash BLOB NOT NULL, verdict TEXT NOT NULL) STRICT`,
    'CREATE INDEX op_place_of_desk ON op_place (desk, n)',
    // `given`: the last number that an op of this desk has. `place`, `hash`: up to where the order is taken in.
    `CREATE TABLE link (
       id INTEGER PRIMARY KEY CHECK (id = 1), given INTEGER NOT NULL, place INTEGER NOT NULL, hash BLOB NOT NULL) STRICT`,
    // `sealed`: under the device secret as well, so that the store key alone opens none. `under`: which one, since there are two while it is changed.
    `CREATE TABLE link_key (
       under TEXT NOT NULL, kind TEXT NOT NULL CHECK (kind IN ('sign', 'receive', 'op')), epoch INTEGER NOT NULL, step INTEGER NOT NULL,
       sealed BLOB NOT NULL, PRIMARY KEY (under, kind, epoch)) STRICT, WITHOUT ROWID`,
    // Rows that two desks have added and that are one: later keys and references to the number that is gone mean the other. `waiting`: this desk's op without a
    // place that made it so; null once it has one.
    `CREATE TABLE row_alias (
       of_table TEXT NOT NULL, gone_id INTEGER NOT NULL, into_id INTEGER NOT NULL, waiting INTEGER, PRIMARY KEY (of_table, gone_id)) STRICT, WITHOUT ROWID`,
    // The last op of each desk in the order: its number, and its desk's clock then.
    'CREATE TABLE op_desk (desk INTEGER PRIMARY KEY, n INTEGER NOT NULL, time INTEGER NOT NULL) STRICT',
    // What of an op did not count at its place, alike at every desk. `at`: the estate's time there; `content`: what was to be, as JSON, null of somebody who was
    // deleted; `batch_id`: of a value that is set aside with it.
    `CREATE TABLE op_loss (
       desk INTEGER NOT NULL, n INTEGER NOT NULL, part INTEGER NOT NULL, at INTEGER NOT NULL, of_table TEXT NOT NULL, why TEXT NOT NULL, row_key TEXT NOT NULL,
       content TEXT, person_id INTEGER, batch_id INTEGER, PRIMARY KEY (desk, n, part)) STRICT, WITHOUT ROWID`,
    'CREATE INDEX op_loss_person ON op_loss (person_id)',
    'CREATE INDEX op_loss_at ON op_loss (at)',
    `CREATE INDEX log_entry_loss_seen ON log_entry (seq) WHERE action = 'loss-seen'`,
    'CREATE INDEX op_loss_batch ON op_loss (batch_id) WHERE batch_id IS NOT NULL',
  ],
  tables: {
    op_out: {
      desks: 'local',
      columns: { nobody: 'n', personal: { row: 'envelope, undo, pending, local' } },
      ofPeople: {
        kept: 'undo',
        erased: { stays: 'sealed; its key goes with the deletion, once every desk has it' },
      },
      shown: NOWHERE,
    },
    op_place: { desks: 'local', columns: { nobody: 'place, desk, n, hash, verdict' }, shown: NOWHERE },
    undone_entry: { desks: 'derived', columns: { nobody: 'seq, decided' }, shown: NOWHERE },
    link: { desks: 'local', columns: { nobody: 'id, given, place, hash' }, shown: NOWHERE },
    link_key: { desks: 'local', columns: { nobody: 'under, kind, epoch, step, sealed' }, shown: NOWHERE },
    row_alias: {
      desks: 'derived',
      columns: { nobody: 'of_table, gone_id, into_id, waiting' },
      shown: NOWHERE,
    },
    op_desk: { desks: 'derived', columns: { nobody: 'desk, n, time' }, shown: NOWHERE },
    op_loss: {
      desks: 'derived',
      columns: {
        nobody: 'desk, n, part, at, of_table, why, row_key',
        rows: { batch_id: 'seal_batch' },
        person: 'person_id',
        personal: { row: 'content' },
      },
      ofPeople: { kept: 'undo', erased: 'by-number', merged: 'history' },
      shown: NOWHERE,
    },
  },
});
