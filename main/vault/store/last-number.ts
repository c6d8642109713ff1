/** Numbers of people are given once: what the log says of somebody who was merged or removed is never read as said of somebody else. */

/** The highest number that anybody has or that the log names, as an expression of SQL. */
export const LAST_NUMBER =
  'max((SELECT coalesce(max(id), 0) FROM person), (SELECT coalesce(max(person_id), 0) FROM log_entry WHERE person_id IS NOT NULL))';
