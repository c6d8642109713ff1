/** The roster of a session, where other desks add to it as well. */
import { readRosterEntries, verifyRoster } from '../keys/roster.ts';
import type { Session } from '../session/session.ts';
import { anchorHeader } from './slot-change.ts';

/**
 * Goes by the roster as the store has it, and has the anchor know it, so that an older one is noticed. Within the session's turn. Errors: those of verifyRoster, of the store and of
 * Anchor.update.
 */
export async function followRoster(session: Session): Promise<void> {
  const { store, keys, roster, readOnly } = session;
  const entries = await readRosterEntries(store);
  if (readOnly || entries.at(-1)?.n === roster.head.n) return;
  session.roster = verifyRoster(keys.vaultId, entries, keys.roots, roster.chain);
  await anchorHeader(session);
}
