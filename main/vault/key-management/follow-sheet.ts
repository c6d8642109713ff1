/** What an admin's or a supervisor's sign-in makes up for: a new recovery sheet that the log has not followed, and a desk that has joined. */
import { AppError, NOT_NOW } from '../app-error.ts';
import { beginSegment } from '../key-change/begin-segment.ts';
import { findUnloggedRotations } from '../key-change/rotation-log.ts';
import { followRoster } from '../key-change/follow-roster.ts';
import type { AcceptedSlot } from '../keys/accept.ts';
import { appendForSheet, digestForSheet } from '../keys/for-sheet.ts';
import { type Signer, readRosterEntries, verifyRoster } from '../keys/roster.ts';
import { done } from '../log/done.ts';
import { signerOfSlot } from '../log/entry-signer.ts';
import { commit } from '../session/commit.ts';
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

/** Where several desks keep the estate, a rotation of this one's keys that a kill kept from the log. Where the others cannot be reached the next sign-in does it. Errors: those of the log and the store. */
export async function sayRotated(session: Session, own: AcceptedSlot): Promise<void> {
  if (session.header.link === undefined) return;
  const late = await findUnloggedRotations(session, session.store, session.header);
  if (late.length === 0) return;
  const signedBy = [signerOfSlot(own, session.roster.head.n)] as const;
  await unlessAway(() => commit(session, async () => late.map((entry) => ({ ...entry, signedBy }))));
}

/** What is done where the other desks can be reached, and is put off where they cannot. */
async function unlessAway(work: () => Promise<unknown>): Promise<void> {
  await work().catch((error: unknown) => {
    if (!(error instanceof AppError) || !NOT_NOW.includes(error.code)) throw error;
  });
}

/** An admin's word on what the sheet opens at a desk that has joined. Where the others cannot be reached the next sign-in does it. Errors: those of the log and the store. */
export async function sayJoined(session: Session, own: AcceptedSlot): Promise<void> {
  const { roster, header, keys, clock } = session;
  if (roster.chain === 0 || roster.forSheet !== null) return;
  const signers = [{ id: own.staffId, privateKey: own.sign.privateKey }];
  await unlessAway(async () => {
    await commit(session, async (tx) => {
      const now = verifyRoster(keys.vaultId, await readRosterEntries(tx), keys.roots, roster.chain);
      const found = await digestForSheet(header, tx);
      await appendForSheet(tx, { roster: now, roots: keys.roots }, found, { at: clock.now(), signers });
      return [done('desk-joined', { desk: header.desk }, { signedBy: [signerOfSlot(own, roster.head.n)] })];
    });
    await followRoster(session);
  });
}
