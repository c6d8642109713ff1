/**
 * Rows of this computer, where every desk keeps the rows of all: each is told by the desk in its number. A computer whose store was put back is another desk
 * from then on and goes on in its chain of the log, so that its own are all desks that have a segment there.
 */
import type { Sql } from './sql.ts';

/** Desks that this computer is and was. Chains and desks in numbers: `IDS_OF_A_DESK` and `SEGMENTS_OF_A_DESK` of ids.ts. */
const OWN_DESKS = `SELECT id / 65536 FROM log_segment WHERE first_seq / 4294967296 = (SELECT chain FROM local_state)`;

/** The statement with `$own` as the condition that the row with this `id` is one of this computer. */
export const ofOwnRows = ({ text, values }: Sql): Sql => ({
  text: text.replaceAll('$own', `id / 4294967296 IN (${OWN_DESKS})`),
  values,
});
