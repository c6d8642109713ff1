/**
 * Columns beside a name in a list, kept in the person's own row: first room where they live now, first phone's mask, first plate. Fifty rows are then fifty
 * encrypted pages, not three hundred. Triggers keep them true whoever writes.
 */

const FIRST_ROOM = `SELECT r.id, r.label, o.relation, o.until_date FROM occupancy o JOIN room r ON r.id = o.room_id
  WHERE o.person_id = person.id AND (o.until_date IS NULL OR o.until_date > (SELECT day FROM local_state)) ORDER BY o.id LIMIT 1`;
const FIRST_PHONE = `SELECT id, mask FROM sealed_value WHERE person_id = person.id AND field = 'phone' AND replaced_at IS NULL ORDER BY ordinal LIMIT 1`;
const FIRST_PLATE = `SELECT id, plate FROM vehicle WHERE person_id = person.id ORDER BY ordinal LIMIT 1`;

const roomOf = (people: string): string =>
  `UPDATE person SET (list_room_id, list_room, list_relation, list_until) = (${FIRST_ROOM}) WHERE id ${people}`;
const phoneOf = (person: string): string =>
  `UPDATE person SET (list_phone_id, list_phone) = (${FIRST_PHONE}) WHERE id = ${person}`;
const plateOf = (person: string): string =>
  `UPDATE person SET (list_vehicle_id, list_plate) = (${FIRST_PLATE}) WHERE id = ${person}`;

/** Triggers for rows that are added, by name. An import, which adds many, writes the columns itself and does without these (store/list-columns.ts). */
export const ADDED_TRIGGERS = {
  list_room_added: `CREATE TRIGGER list_room_added AFTER INSERT ON occupancy BEGIN ${roomOf('= NEW.person_id')}; END`,
  list_phone_added: `CREATE TRIGGER list_phone_added AFTER INSERT ON sealed_value WHEN NEW.field = 'phone' BEGIN ${phoneOf('NEW.person_id')}; END`,
  list_plate_added: `CREATE TRIGGER list_plate_added AFTER INSERT ON vehicle BEGIN ${plateOf('NEW.person_id')}; END`,
} as const;

/** SQL that recomputes the columns for everybody, or for the rows of an appended WHERE. */
export const REFRESH = `UPDATE person SET (list_room_id, list_room, list_relation, list_until) = (${FIRST_ROOM}), (list_phone_id, list_phone) = (${FIRST_PHONE}), (list_vehicle_id, list_plate) = (${FIRST_PLATE})`;

/** Statements that make the triggers, once the tables are there. */
export const LIST_TRIGGERS: readonly string[] = [
  ...Object.values(ADDED_TRIGGERS),
  `CREATE TRIGGER list_room_moved AFTER UPDATE ON occupancy BEGIN ${roomOf('IN (OLD.person_id, NEW.person_id)')}; END`,
  `CREATE TRIGGER list_room_left AFTER DELETE ON occupancy BEGIN ${roomOf('= OLD.person_id')}; END`,
  `CREATE TRIGGER list_room_renamed AFTER UPDATE OF label ON room BEGIN ${roomOf('IN (SELECT person_id FROM occupancy WHERE room_id = NEW.id)')}; END`,
  `CREATE TRIGGER list_phone_changed AFTER UPDATE OF mask, ordinal, replaced_at ON sealed_value WHEN NEW.field = 'phone' BEGIN ${phoneOf('NEW.person_id')}; END`,
  `CREATE TRIGGER list_phone_removed AFTER DELETE ON sealed_value WHEN OLD.field = 'phone' BEGIN ${phoneOf('OLD.person_id')}; END`,
  `CREATE TRIGGER list_plate_changed AFTER UPDATE OF plate, ordinal, person_id ON vehicle BEGIN
     ${plateOf('OLD.person_id')}; ${plateOf('NEW.person_id')}; UPDATE plate_key SET person_id = NEW.person_id WHERE vehicle_id = NEW.id; END`,
  `CREATE TRIGGER list_plate_removed AFTER DELETE ON vehicle BEGIN ${plateOf('OLD.person_id')}; END`,
];
