/** The roster of a session, where other desks add to it as well. */
import { readRosterEntries, verifyRoster } from '../keys/roster.ts';
import { readTierRecords } from '../keys/tier-keys.ts';
import { verifyTierKeys } from '../keys/verify-store.ts';
import { sql } from '../store/sql.ts';
import type { Session } from '../session/session.ts';
import { anchorHeader } from './slot-change.ts';

/**
 * Goes by the roster as the store has it and by the tier keys that it has brought, and has the anchor know it, so that an older one is noticed. Within the session's turn. Returns whether
 * there was anything to follow. Errors: those of verifyRoster and verifyTierKeys, of the store and of Anchor.update.
 */
export async function followRoster(session: Session): Promise<boolean> {
  const { store, keys, roster, readOnly } = session;
  const last = await store.get<{ readonly n: number }>(sql`SELECT max(n) AS n FROM roster_entry`);
  if (readOnly || last?.n === roster.head.n) return false;
  const followed = verifyRoster(keys.vaultId, await readRosterEntries(store), keys.roots, roster.chain);
  session.keys = {
    ...keys,
    tierKeys: verifyTierKeys(await readTierRecords(store), { pins: keys }, followed),
  };
  session.roster = followed;
  await anchorHeader(session);
  return true;
}
