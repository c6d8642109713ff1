/** Scopes stand in the roster; who lives nowhere is found without looking at everybody. */
export const id = 330;

/** Statements in the order in which they run. Rooms of an area are a range of the index of neighbours. */
export const statements: readonly string[] = [
  `CREATE INDEX person_without_room ON person (id) WHERE list_room_id IS NULL`,
];
