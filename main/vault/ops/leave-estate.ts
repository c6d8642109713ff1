/** A store that is put back, or recovered, has a past of its own: from there on one desk keeps it, until an estate begins with it anew. */
import { sql } from '../store/sql.ts';
import type { WritableStore } from '../store/store.ts';
import { forgetVersions } from './desk-versions.ts';
import { purgeLosses } from './losses.ts';

/** What a store has of other desks' order, keys and tries, and what was sealed to them. Rows that ops have made stay. */
const OF_THE_ORDER = [
  'op_out',
  'op_place',
  'op_desk',
  'link',
  'link_key',
  'desk_grant',
  'slot_copy',
  'try_share',
  'desk_slip',
] as const;

/** In a store that no other desk is told of; where there was one desk it changes nothing. What was not kept of two desks' changes goes as if its thirty days were over. */
export async function leaveEstate(tx: WritableStore): Promise<void> {
  for (const table of OF_THE_ORDER) await tx.run({ text: `DELETE FROM ${table}`, values: [] });
  await forgetVersions(tx);
  await tx.run(sql`UPDATE undone_entry SET decided = 1`);
  await purgeLosses(tx, Number.MAX_SAFE_INTEGER);
}
