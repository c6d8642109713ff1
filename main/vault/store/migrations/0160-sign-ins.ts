/** Who signed in when last, for the list of the staff and the shift; and when somebody handed over. */
export const id = 160;

/** The SQL of this migration. */
export const statements: readonly string[] = [
  `CREATE INDEX log_entry_sign_in ON log_entry (staff_id, time) WHERE action = 'sign-in'`,
  `CREATE INDEX log_entry_handover ON log_entry (staff_id) WHERE action = 'handover'`,
];
