/** What becomes of each table once many desks keep the same vault; a test holds it against the store, so that a new table is named. */
import { MIGRATIONS } from './migrations/index.ts';
import type { TableKind } from './table-kind.ts';

/** Later ones are said by the migration that makes them. */
const BEFORE_240: Readonly<Record<string, TableKind>> = {
  // Keys. Slots are of the computer whose header has them.
  roster_entry: 'replicated',
  tier_key: 'replicated',
  tier_grant: 'replicated',
  key_slot: 'local',
  pending_change: 'local',
  meta: 'local',

  // Rooms and people.
  room: 'replicated',
  room_pattern: 'replicated',
  person: 'replicated',
  occupancy: 'replicated',
  lease: 'replicated',
  vehicle: 'replicated',
  space: 'replicated',
  renovation: 'replicated',
  pet: 'replicated',
  notice: 'replicated',
  confirmed_field: 'replicated',
  merged_person: 'replicated',
  merge_run: 'replicated',
  merge_row: 'replicated',

  // Sealed values; recomputing a tag needs a PIN.
  seal_batch: 'replicated',
  sealed_value: 'replicated',
  match_tag: 'replicated',

  // What is found by what.
  room_key: 'derived',
  name_key: 'derived',
  plate_key: 'derived',
  phone_key: 'derived',

  // Work at the counter.
  counter_note: 'replicated',
  room_note: 'replicated',

  // An import is listed everywhere and undone where it was made.
  import_run: 'replicated',
  import_range: 'local',
  import_person: 'local',
  import_room: 'local',
  import_record: 'local',
  import_replaced: 'local',
  import_layout: 'local',

  log_segment: 'replicated',
  log_entry: 'replicated',

  backup_setting: 'local',
  local_state: 'local',
  id_counter: 'local',
};

/** Kind of every table of the store. */
export const TABLE_KINDS: Readonly<Record<string, TableKind>> = Object.assign(
  {},
  BEFORE_240,
  ...MIGRATIONS.map(({ tables }) => tables),
);
