/** Consents end: at the counter and by a request, in the same way. */
import type { Purpose, Withdrawal } from '../../../contract/fields.ts';
import type { PersonId } from '../../../contract/ids.ts';
import { PURPOSE_WORDS } from '../../../contract/vocabulary/records.ts';
import { inChinese } from '../../../contract/vocabulary/wording.ts';
import type { SessionEntry } from '../log/audit-log.ts';
import { done } from '../log/done.ts';
import { addRectification } from '../rectification/register.ts';
import { type ByRequest, restrictRecord } from './restrict-record.ts';
import type { Session } from '../session/session.ts';
import type { AllVerified } from '../session/with-slots.ts';
import { takeIds } from '../store/ids.ts';
import { sql } from '../store/sql.ts';
import type { ReadableStore, WritableStore } from '../store/store.ts';

/** Whose consents end, to what, on which day, and what follows from it. */
interface Withdrawn {
  readonly personId: PersonId;
  readonly purposes: readonly Purpose[];
  /** `YYYY-MM-DD`. */
  readonly day: string;
  readonly follows: Withdrawal;
  readonly by: ByRequest;
}

/** Purposes that somebody has consented to and not withdrawn, each once. */
export async function readConsents(store: ReadableStore, personId: PersonId): Promise<Purpose[]> {
  const rows = await store.all<{ readonly purpose: Purpose }>(sql`
    SELECT DISTINCT purpose FROM notice WHERE person_id = ${personId} AND consented_on IS NOT NULL AND withdrawn_on IS NULL ORDER BY purpose`);
  return rows.map(({ purpose }) => purpose);
}

/** The entries, that of the withdrawal first. Whoever is to be stored alone is restricted with it. */
export async function endConsents(
  tx: WritableStore,
  session: Session,
  present: AllVerified,
  { personId, purposes, day, follows, by }: Withdrawn,
): Promise<readonly SessionEntry[]> {
  for (const purpose of purposes) await endConsent(tx, personId, { purpose, day, follows });
  return [
    done('consent-withdraw', { purposes: [...purposes], on: day, follows }, { personId, signedBy: present }),
    ...(follows === 'restrict' ? await restrictRecord(tx, session, present, personId, by) : []),
    ...(follows === 'delete' ? await openDeletion(tx, session, personId, purposes) : []),
  ];
}

/** Opens an item of the tracker for the work that a withdrawal requires; it names the record by its number and not the person. */
async function openDeletion(
  tx: WritableStore,
  session: Session,
  personId: PersonId,
  purposes: readonly Purpose[],
): Promise<readonly SessionEntry[]> {
  const { entries } = await addRectification(tx, session, {
    source: 'consent',
    sourceRef: `${personId}-delete`,
    title: `档案 #${personId} 撤回同意：删除资料`,
    words: purposes.map((purpose) => inChinese(PURPOSE_WORDS[purpose])).join('、'),
  });
  return entries;
}

async function endConsent(
  tx: WritableStore,
  personId: PersonId,
  { purpose, day, follows }: Pick<Withdrawn, 'day' | 'follows'> & { readonly purpose: Purpose },
): Promise<void> {
  const { changes } = await tx.run(sql`
    UPDATE notice SET withdrawn_on = ${day}, follows = ${follows}
    WHERE person_id = ${personId} AND purpose = ${purpose} AND consented_on IS NOT NULL AND withdrawn_on IS NULL`);
  if (changes > 0) return;
  const id = await takeIds(tx, 'notice', 1);
  await tx.run(sql`
    INSERT INTO notice (id, person_id, purpose, basis, withdrawn_on, follows)
    VALUES (${id}, ${personId}, ${purpose}, 'consent', ${day}, ${follows})`);
}
