/** After a new recovery sheet the log goes on under a key that it can open. */
import { beginSegment } from '../key-change/begin-segment.ts';
import type { Signer } from '../keys/roster.ts';
import { ownChain } from '../log/chains.ts';
import type { Session } from '../session/session.ts';
import { sql } from '../store/sql.ts';

/**
 * Starts a segment where the last one is another sheet's; where a kill came between, the next sign-in of an admin or a supervisor does it, whose word stands with it.
 * Errors: those of `beginSegment`.
 */
export async function followSheet(session: Session, signer: Signer): Promise<void> {
  const last = await session.store.get<{ readonly generation: number }>(
    ownChain(sql`SELECT sheet_generation AS generation FROM $segments ORDER BY id DESC LIMIT 1`),
  );
  if (last?.generation !== session.roster.recoveryGeneration)
    await beginSegment(session, signer, 'recovery-sheet');
}
