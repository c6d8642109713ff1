/** A change of keys that waits in a store, as a kill leaves one, or as somebody with the store key writes one. */
import { sql } from '../../main/vault/store/sql.ts';
import type { Store } from '../../main/vault/store/store.ts';

/** Of this generation of the header; nothing but these entries of the log is left to do. */
export const leavePendingChange = (
  store: Store,
  generation: number,
  entries: readonly object[],
): Promise<void> => {
  const payload = { roster: [], slots: [], removed: [], grants: [], dropGrantsOf: [], entries };
  return store.runAlone(
    sql`INSERT INTO pending_change (id, header_generation, payload) VALUES (1, ${generation}, ${JSON.stringify(payload)})`,
  );
};
