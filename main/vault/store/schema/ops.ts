/** What many desks tell each other: ops that this one has to send, the order that it has taken in, and its keys. Empty where a vault has one desk. */
import { NOWHERE, defineSchema } from './feature-schema.ts';

export const opsSchema = defineSchema({
  statements: [
    // `n`: of this desk's ops, without a gap. `undo`: what takes it back as long as it waits for its place; null of one that only added entries.
    'CREATE TABLE op_out (n INTEGER PRIMARY KEY, envelope BLOB NOT NULL, undo BLOB) STRICT',
    // `hash`: the running one after the place. `verdict`: `counted`, or why it is passed over (link/judge-op.ts).
    `CREATE TABLE op_place (
       place INTEGER PRIMARY KEY, desk INTEGER NOT NULL, n INTEGER NOT NULL, hash BLOB NOT NULL, verdict TEXT NOT NULL) STRICT`,
    'CREATE INDEX op_place_of_desk ON op_place (desk, n)',
    // `given`: the last number that an op of this desk has. `place`, `hash`: up to where the order is taken in.
    `CREATE TABLE link (
       id INTEGER PRIMARY KEY CHECK (id = 1), given INTEGER NOT NULL, place INTEGER NOT NULL, hash BLOB NOT NULL) STRICT`,
    // `sealed`: under the device secret as well, so that the store key alone opens none.
    `CREATE TABLE link_key (
       kind TEXT NOT NULL CHECK (kind IN ('sign', 'receive', 'op')), epoch INTEGER NOT NULL, step INTEGER NOT NULL, sealed BLOB NOT NULL,
       PRIMARY KEY (kind, epoch)) STRICT, WITHOUT ROWID`,
  ],
  tables: {
    op_out: {
      desks: 'local',
      columns: { nobody: 'n', personal: { row: 'envelope, undo' } },
      ofPeople: {
        kept: 'undo',
        erased: { stays: 'sealed; its key goes with the deletion, once every desk has it' },
      },
      shown: NOWHERE,
    },
    op_place: { desks: 'local', columns: { nobody: 'place, desk, n, hash, verdict' }, shown: NOWHERE },
    link: { desks: 'local', columns: { nobody: 'id, given, place, hash' }, shown: NOWHERE },
    link_key: { desks: 'local', columns: { nobody: 'kind, epoch, step, sealed' }, shown: NOWHERE },
  },
});
