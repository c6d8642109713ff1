/** A request ends, with the entry that says how. */
import type { RequestAct, RequestOutcome } from '../../../contract/requests/lists.ts';
import type { SessionEntry } from '../log/audit-log.ts';
import { done } from '../log/done.ts';
import { cosignedBy } from '../key-change/dual-control.ts';
import { keepEdition } from '../law/editions.ts';
import type { Session } from '../session/session.ts';
import type { AllVerified } from '../session/with-slots.ts';
import { sql } from '../store/sql.ts';
import type { WritableStore } from '../store/store.ts';
import { type RequestRow, logReference } from './row.ts';
import { REQUESTS_FILE, type RequestRules } from './rules.ts';

/** How a request ends. */
export interface Ending {
  readonly how: RequestOutcome;
  readonly act: RequestAct | null;
  /** Number of the entry by which it was done. */
  readonly entry: number | null;
  readonly refusal: string | null;
  readonly words: string;
}

/** Ends a request that is open, in the transaction of what was done for it. Errors: those of the store. */
export async function endRequest(
  tx: WritableStore,
  session: Session,
  present: AllVerified,
  row: RequestRow,
  rules: RequestRules,
  { how, act, entry, refusal, words }: Ending,
): Promise<SessionEntry> {
  const edition = await keepEdition(tx, REQUESTS_FILE, rules.file);
  await tx.run(sql`
    UPDATE subject_request SET edition = ${edition}, state = ${how}, ended_at = ${session.clock.now()}, ended_by = ${session.signedIn.staffId}, act = ${act},
      act_seq = ${entry}, refusal = ${refusal}, words = ${words}, version = version + 1 WHERE id = ${row.requestId}`);
  return done(
    'request-decide',
    { ...logReference(row), how, act, entry, refusal },
    { personId: row.personId, reason: words === '' ? null : words, ...cosignedBy(present) },
  );
}
