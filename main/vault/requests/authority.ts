/** Who acts for somebody: by which paper and until when, as the entry has it by which they were shown to. It is of one request, as identity is. */
import type { AuthorityPaper } from '../../../contract/requests/lists.ts';
import { UNREADABLE } from '../../../contract/log/entries.ts';
import type { StaffId } from '../../../contract/ids.ts';
import { type LogRow, selectRows } from '../log/audit-log.ts';
import { allChains } from '../log/chains.ts';
import { readDetail } from '../log/detail.ts';
import type { ReadableStore } from '../store/store.ts';
import type { RequestRow } from './row.ts';

/** What the entry says of it. */
interface KnownAuthority {
  readonly paper: AuthorityPaper;
  /** The last day, `YYYY-MM-DD`; null where it has none. */
  readonly until: string | null;
  readonly at: number;
  readonly staffId: StaffId;
}

/** By the entry that the request names; null where there is none, or it is of another request or of another kind of asker. */
export async function readAuthority(
  store: ReadableStore,
  row: Pick<RequestRow, 'requestId' | 'asker' | 'takenSeq' | 'authoritySeq'>,
): Promise<KnownAuthority | null> {
  if (row.authoritySeq === null || row.authoritySeq <= row.takenSeq) return null;
  const entry = await store.get<LogRow>(selectRows(allChains, 'WHERE seq = ?', row.authoritySeq));
  if (entry === undefined || entry.action !== 'request-authority') return null;
  const detail = readDetail({ ...entry, action: entry.action });
  if (detail === UNREADABLE || detail.request !== row.requestId || detail.asker !== row.asker) return null;
  return { paper: detail.paper, until: detail.until, at: entry.time, staffId: entry.staffId };
}

/** `today`: `YYYY-MM-DD`. */
export const isAuthorityOver = ({ until }: Pick<KnownAuthority, 'until'>, today: string): boolean =>
  until !== null && until < today;
