/** Acts done for a request, from the log since the identity of whoever asks was known: no act counts that the log does not have. */
import { type RequestAct, actsOf } from '../../../contract/requests/lists.ts';
import { type LogAction, UNREADABLE } from '../../../contract/log/entries.ts';
import { type LogRow, selectRows } from '../log/audit-log.ts';
import { allChains, behindEntry } from '../log/chains.ts';
import { readDetail } from '../log/detail.ts';
import { followMerges } from '../store/follow-merges.ts';
import type { ReadableStore } from '../store/store.ts';
import type { RequestRow } from './row.ts';

/** The newest entry of each. */
export interface FoundAct {
  readonly act: RequestAct;
  readonly seq: number;
  readonly at: number;
}

/** Entries of each; none of what leaves no other trace than the request itself. */
const ACTIONS: Readonly<Record<RequestAct, readonly LogAction[]>> = {
  'own-copy': ['disclosure'],
  opened: ['open-full'],
  'access-history': ['access-history-answer'],
  changed: ['edit', 'add', 'end', 'remove', 'restore', 'confirm'],
  erased: ['erase'],
  restricted: ['request-restrict'],
  'consent-withdrawn': ['consent-withdraw'],
  explained: [],
};

/** Entries of one person that are looked at. */
const MAX_LOOKED_AT = 200;

/** Those that answer what is asked for, each once. `since`: number of the entry after which they count. */
export async function findActs(
  store: ReadableStore,
  row: Pick<RequestRow, 'what' | 'personId' | 'fields'>,
  since: number,
): Promise<readonly FoundAct[]> {
  const people = JSON.stringify([row.personId, await followMerges(store, row.personId)]);
  const later = behindEntry(since);
  const entries = await store.all<LogRow>(
    selectRows(
      allChains,
      `WHERE person_id IN (SELECT value FROM json_each(?)) AND ${later.text} AND outcome = 'done' ORDER BY seq DESC LIMIT ?`,
      people,
      ...later.values,
      MAX_LOOKED_AT,
    ),
  );
  return actsOf(row.what).flatMap((act) => {
    const entry = entries.find((one) => ACTIONS[act].includes(one.action) && answers(one, row));
    return entry === undefined ? [] : [{ act, seq: entry.seq, at: entry.time }];
  });
}

/** A copy is their own, and what was changed is what was asked for, where that was said. */
function answers(entry: LogRow, { fields }: Pick<RequestRow, 'fields'>): boolean {
  if (entry.action === 'disclosure') {
    const detail = readDetail({ ...entry, action: entry.action });
    return detail !== UNREADABLE && detail.kind === 'own-copy';
  }
  if (fields === '' || !['edit', 'restore', 'confirm'].includes(entry.action)) return true;
  const asked = fields.split(',');
  return (entry.field ?? '').split(',').some((field) => asked.includes(field));
}
