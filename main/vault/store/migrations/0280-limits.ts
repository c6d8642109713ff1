/** Limits and alerts: both are read from the log; rooms are found by their neighbours. */
export const id = 280;

/** Statements in the order in which they run. */
export const statements: readonly string[] = [
  `CREATE INDEX log_entry_limits ON log_entry (seq) WHERE action = 'limits'`,
  `CREATE INDEX log_entry_alert ON log_entry (seq) WHERE action IN ('alert', 'alert-seen')`,
  `CREATE INDEX room_neighbours ON room (estate, building, unit, length(room), room)`,
];
