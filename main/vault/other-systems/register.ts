/** The register of other systems as the store has it. */
import {
  type Agreement,
  type OtherSystem,
  type OtherSystemFacts,
  keptAgreementSchema,
} from '../../../contract/other-systems/routes.ts';
import { isHolder } from '../../../contract/other-systems/lists.ts';
import type { RouteReply } from '../../../contract/routes.ts';
import { AppError } from '../app-error.ts';
import { dayOf } from '../clock.ts';
import type { Session } from '../session/session.ts';
import { sql } from '../store/sql.ts';
import type { ReadableStore } from '../store/store.ts';
import { daysBetween, yearAfter } from '../values/days.ts';
import { asSeen, orNotFound } from '../store/rows.ts';

export type Register = RouteReply<'systems.list'>;
type Versioned = Pick<OtherSystem, 'systemId' | 'version'>;
type Row = OtherSystemFacts &
  Versioned & { readonly checkedOn: string | null; readonly agreement: string | null };

const SOON_DAYS = 30;

const ROWS = sql`
  SELECT id AS systemId, kind, name, vendor, contract, contract_ends AS contractEnds, holder, holds, password, checked_on AS checkedOn, agreement, version
  FROM other_system ORDER BY checked_on IS NOT NULL, checked_on, id`;

/** Errors: `not-found`, `changed-meanwhile` where it is no longer what the request has seen. */
export const requireSystem = async (store: ReadableStore, { systemId, version }: Versioned): Promise<Row> =>
  asSeen(orNotFound((await store.all<Row>(ROWS)).find((one) => one.systemId === systemId)), version);

/** Those that were never checked first, then those whose check is the longest ago. */
export async function readRegister(session: Session, store: ReadableStore): Promise<Register> {
  const today = dayOf(session.clock.now());
  const rows = await store.all<Row>(ROWS);
  return {
    systems: rows.map(({ checkedOn, ...facts }) => ({
      ...facts,
      contractEnded: facts.contractEnds !== null && facts.contractEnds <= today,
      agreement: agreementOf(facts),
      check: checkOf(checkedOn, today),
    })),
  };
}

function agreementOf({ kind, vendor, contract, agreement: kept }: Omit<Row, 'checkedOn'>): Agreement | null {
  if (kept === null || isHolder(kind)) return null;
  const { vendor: with_, contract: number, ...agreement } = readKept(kept);
  return with_ === vendor && number === contract ? agreement : null;
}

/** Errors: `store-damaged` for what is no agreement. */
function readKept(text: string) {
  try {
    return keptAgreementSchema.parse(JSON.parse(text));
  } catch {
    throw new AppError('store-damaged', { part: 'value', table: 'other_system' });
  }
}

function checkOf(last: string | null, today: string): OtherSystem['check'] {
  if (last === null) return { last, next: null, daysLeft: null, state: 'never' };
  const next = yearAfter(last);
  const daysLeft = daysBetween(today, next);
  return { last, next, daysLeft, state: daysLeft < 0 ? 'overdue' : daysLeft <= SOON_DAYS ? 'soon' : 'fine' };
}
