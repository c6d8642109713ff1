/** Another segment of the log, whose first key the recovery sheet alone opens: with it stands the word of an admin or a supervisor on what the sheet opens. */
import type { AnchorState } from '../anchor/anchor.ts';
import { appendForSheet, digestStoreForSheet } from '../keys/for-sheet.ts';
import { createLogSegment } from '../keys/log-segment.ts';
import type { Signer } from '../keys/roster.ts';
import type { NewLogEntry } from '../log/audit-log.ts';
import type { Session } from '../session/session.ts';

/**
 * The segments that are there are signed for as they are: whoever acknowledges an alarm has been told of them. `anchored` is given the session with its new
 * roster. Errors: those of AuditLog.startSegment.
 */
export async function beginSegment(
  session: Session,
  signer: Signer,
  why: string,
  said: {
    readonly entries: readonly NewLogEntry[];
    readonly anchored: (state: AnchorState, session: Pick<Session, 'header' | 'roster'>) => AnchorState;
  } = { entries: [], anchored: (state) => state },
): Promise<void> {
  const { log, store, keys, header, clock } = session;
  let { roster } = session;
  await log.startSegment(store, createLogSegment(roster), why, {
    entries: said.entries,
    anchored: (state) => said.anchored(state, { header, roster }),
    within: async (tx) => {
      const { segments } = await digestStoreForSheet(keys.vaultId, tx);
      const by = { at: clock.now(), signers: [signer] };
      roster = await appendForSheet(tx, { roster, roots: keys.roots }, { segments }, by);
    },
  });
  session.roster = roster;
}
