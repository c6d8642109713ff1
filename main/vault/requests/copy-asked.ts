/** Somebody's own copy is given by their own request: one that is open, may be answered by it, and for which who asks was verified. */
import { actsOf } from '../../../contract/requests/lists.ts';
import type { PersonId } from '../../../contract/ids.ts';
import { AppError } from '../app-error.ts';
import type { Session } from '../session/session.ts';
import { followMerges } from '../store/follow-merges.ts';
import { requireKnown } from './identity.ts';
import { type RequestRow, requireOpen } from './row.ts';

/** A request as its register was seen, and whom it is about. */
interface CopyAsked {
  readonly requestId: number;
  readonly version: number;
  readonly personId: PersonId;
}

/**
 * Returns the request. Errors: `not-found` (it has ended, or is about somebody else), `changed-meanwhile`, `bad-request` {where: requestId} where it asks for
 * something else, `identity-not-verified` (for this request, or that they may act for them).
 */
export async function requireCopyAsked(
  session: Session,
  { personId, ...seen }: CopyAsked,
): Promise<RequestRow> {
  const { store } = session;
  const row = await requireOpen(store, seen);
  if ((await followMerges(store, row.personId)) !== personId) throw new AppError('not-found');
  if (!actsOf(row.what).includes('own-copy')) throw new AppError('bad-request', { where: 'requestId' });
  await requireKnown(session, store, row);
  return row;
}
