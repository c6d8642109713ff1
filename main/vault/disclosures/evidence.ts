/** How it stands with files that left the house. Numbers and days: neither a resident nor a recipient is named. */
import type { DisclosureKind } from '../../../contract/disclosures/lists.ts';
import type { Evidence } from '../feature.ts';
import type { Session } from '../session/session.ts';
import { sql } from '../store/sql.ts';
import { readDue } from './register.ts';

/** Disclosures of one kind, counted. */
export interface Counted {
  readonly kind: DisclosureKind;
  readonly given: number;
  readonly people: number;
  readonly last: number;
}

export const readCounts = ({ store }: Session): Promise<Counted[]> =>
  store.all<Counted>(sql`
    SELECT kind, count(*) AS given, sum(people) AS people, max(made_at) AS last FROM disclosure WHERE state <> 'failed' GROUP BY kind`);

/** An empty register is evidence as well: nothing was given away. Stale while somebody should have deleted theirs. Errors: those of the store. */
export async function disclosureEvidence(session: Session): Promise<readonly Evidence[]> {
  const counts = await readCounts(session);
  const { overdue, next } = await readDue(session);
  return [
    {
      duty: 'disclosures',
      points: { deleted: overdue > 0 ? 'stale' : 'there' },
      at: counts.length === 0 ? null : Math.max(...counts.map(({ last }) => last)),
      dueOn: next,
      count: counts.reduce((sum, { given }) => sum + given, 0),
    },
  ];
}
