/** How large a company is, and what of its registers has an entry: what a small one is not shown before it needs it. */
import { FILLED_TABS, type FilledTab, MAX_SMALL_STAFF } from '../../../contract/first-day/lists.ts';
import type { Company } from '../../../contract/first-day/routes.ts';
import { membersWithSlots } from '../keys/verify-store.ts';
import { allChains } from '../log/chains.ts';
import type { Session } from '../session/session.ts';
import { type Sql, sql } from '../store/sql.ts';

/** Each says 1 where there is something. */
const ENTRIES: Readonly<Record<FilledTab, Sql>> = {
  papers: sql`SELECT EXISTS (SELECT 1 FROM paper) AS there`,
  outgoing: allChains(
    sql`SELECT EXISTS (SELECT 1 FROM disclosure) OR EXISTS (SELECT 1 FROM $log WHERE action = 'log-export') AS there`,
  ),
  consent: sql`SELECT EXISTS (SELECT 1 FROM subject_request) OR EXISTS (SELECT 1 FROM notice_version)
    OR EXISTS (SELECT 1 FROM notice) AS there`,
  rectification: sql`SELECT EXISTS (SELECT 1 FROM rectification) OR EXISTS (SELECT 1 FROM police_notice)
    OR EXISTS (SELECT 1 FROM incident) AS there`,
  registers: sql`SELECT EXISTS (SELECT 1 FROM inventory_line) OR EXISTS (SELECT 1 FROM other_system) OR EXISTS (SELECT 1 FROM form_fill)
    OR EXISTS (SELECT 1 FROM estate_transfer) OR EXISTS (SELECT 1 FROM erasure) OR EXISTS (SELECT 1 FROM hold) AS there`,
  // Something to sign, to answer or to keep.
  todo: sql`SELECT EXISTS (SELECT 1 FROM procedure_version) OR EXISTS (SELECT 1 FROM subject_request)
    OR EXISTS (SELECT 1 FROM paper) AS there`,
};

/** Names nobody. */
export async function companyOf({ store, header, roster }: Session): Promise<Company> {
  const estates = await store.get<{ readonly number: number }>(
    sql`SELECT count(*) AS number FROM (SELECT DISTINCT estate FROM room LIMIT 2)`,
  );
  const filled: FilledTab[] = [];
  for (const tab of FILLED_TABS) {
    const row = await store.get<{ readonly there: number }>(ENTRIES[tab]);
    if (row?.there === 1) filled.push(tab);
  }
  const isSmall = membersWithSlots(roster, header).length <= MAX_SMALL_STAFF && (estates?.number ?? 0) <= 1;
  return { isSmall, filled };
}
