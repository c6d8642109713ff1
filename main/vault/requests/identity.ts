/** Who asks, for one request and no other: the entry of the log by which their answer was verified names the request, and came after it. */
import { IDENTITY_KINDS, type IdentityKind, needsAuthority } from '../../../contract/requests/lists.ts';
import { UNREADABLE } from '../../../contract/log/entries.ts';
import type { StaffId } from '../../../contract/ids.ts';
import { AppError } from '../app-error.ts';
import { type LogRow, selectRows } from '../log/audit-log.ts';
import { dayOf } from '../clock.ts';
import { allChains } from '../log/chains.ts';
import { readDetail } from '../log/detail.ts';
import { followMerges } from '../store/follow-merges.ts';
import type { ReadableStore } from '../store/store.ts';
import type { Session } from '../session/session.ts';
import { isAuthorityOver, readAuthority } from './authority.ts';
import { type RequestRow, requireOpen } from './row.ts';

/** Entry of the log by which somebody's identity was known. */
export interface KnownIdentity {
  readonly seq: number;
  readonly at: number;
  readonly staffId: StaffId;
  readonly kind: IdentityKind;
}

/**
 * By the entry that the request names; null where there is none, or it is another's: of another request, of somebody else, of before, no match, or of
 * nothing but the name.
 */
export async function readIdentity(
  store: ReadableStore,
  row: Pick<RequestRow, 'requestId' | 'personId' | 'takenSeq' | 'identitySeq'>,
): Promise<KnownIdentity | null> {
  if (row.identitySeq === null || row.identitySeq <= row.takenSeq) return null;
  const entry = await store.get<LogRow>(selectRows(allChains, 'WHERE seq = ?', row.identitySeq));
  if (entry === undefined || entry.action !== 'verify' || entry.outcome !== 'match') return null;
  if (entry.personId !== row.personId && entry.personId !== (await followMerges(store, row.personId)))
    return null;
  const detail = readDetail({ ...entry, action: entry.action });
  if (detail === UNREADABLE || detail.request !== row.requestId) return null;
  const kind = IDENTITY_KINDS.find((one) => one === detail.kind);
  return kind === undefined ? null : { seq: entry.seq, at: entry.time, staffId: entry.staffId, kind };
}

/** Whether a row says of whom, what and by whom as the entry does by which it was taken in: whoever writes into the store turns no agent into the person. */
async function isAsTakenIn(store: ReadableStore, row: RequestRow): Promise<boolean> {
  const entry = await store.get<LogRow>(selectRows(allChains, 'WHERE seq = ?', row.takenSeq));
  if (entry === undefined || entry.action !== 'request-in' || entry.personId !== row.personId) return false;
  const detail = readDetail({ ...entry, action: entry.action });
  return (
    detail !== UNREADABLE &&
    detail.request === row.requestId &&
    detail.what === row.what &&
    detail.asker === row.asker
  );
}

/**
 * Of a request that is to be done. Errors: `identity-not-verified` where nobody was verified for it, whoever acts for them was not shown to, or no longer may,
 * or it is not as it was taken in.
 */
export async function requireKnown(
  { clock }: Pick<Session, 'clock'>,
  store: ReadableStore,
  row: RequestRow,
): Promise<KnownIdentity> {
  const identity = await readIdentity(store, row);
  if (identity === null || !(await isAsTakenIn(store, row))) throw new AppError('identity-not-verified');
  if (!needsAuthority(row.asker)) return identity;
  const authority = await readAuthority(store, row);
  if (authority === null || isAuthorityOver(authority, dayOf(clock.now())))
    throw new AppError('identity-not-verified');
  return identity;
}

/**
 * The open request for what is about to be done, of whom it is now. Errors: those of `requireOpen` and `requireKnown`; `bad-request` {where: act} for one
 * for anything else.
 */
export async function requireAskedFor(
  session: Pick<Session, 'clock'>,
  store: ReadableStore,
  seen: Parameters<typeof requireOpen>[1],
  isFor: (row: RequestRow) => boolean,
): Promise<RequestRow> {
  const row = await requireOpen(store, seen);
  if (!isFor(row)) throw new AppError('bad-request', { where: 'act' });
  await requireKnown(session, store, row);
  return { ...row, personId: await followMerges(store, row.personId) };
}
