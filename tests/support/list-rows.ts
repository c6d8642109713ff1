/** The columns that stand beside a name in a list: as they are kept, and as they are when read from where they come from. */
import { sql } from '../../main/vault/store/sql.ts';

/** What a row shows, read from where it is kept. */
export const TRUE_ROWS = sql`
  SELECT p.id, (SELECT room_id FROM occupancy WHERE person_id = p.id AND (until_date IS NULL OR until_date > (SELECT day FROM local_state)) ORDER BY id LIMIT 1) AS room_id, (SELECT r.label FROM occupancy o JOIN room r ON r.id = o.room_id WHERE o.person_id = p.id AND (o.until_date IS NULL OR o.until_date > (SELECT day FROM local_state)) ORDER BY o.id LIMIT 1) AS room,
    (SELECT relation FROM occupancy WHERE person_id = p.id AND (until_date IS NULL OR until_date > (SELECT day FROM local_state)) ORDER BY id LIMIT 1) AS relation,
    (SELECT id FROM sealed_value WHERE person_id = p.id AND field = 'phone' AND replaced_at IS NULL ORDER BY ordinal LIMIT 1) AS phone_id,
    (SELECT id FROM vehicle WHERE person_id = p.id ORDER BY ordinal LIMIT 1) AS vehicle_id,
    (SELECT mask FROM sealed_value WHERE person_id = p.id AND field = 'phone' AND replaced_at IS NULL ORDER BY ordinal LIMIT 1) AS phone,
    (SELECT plate FROM vehicle WHERE person_id = p.id ORDER BY ordinal LIMIT 1) AS plate FROM person p ORDER BY p.id`;
export const KEPT_ROWS = sql`SELECT id, list_room_id AS room_id, list_room AS room, list_relation AS relation, list_phone_id AS phone_id, list_vehicle_id AS vehicle_id, list_phone AS phone, list_plate AS plate FROM person ORDER BY id`;

/** The triggers that keep them true, in the order of their names. */
export const LIST_TRIGGERS = sql`SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND name LIKE 'list_%' ORDER BY name`;
