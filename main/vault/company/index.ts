/** What the company says of itself, and what waits for it in drafts of documents. */
import { COMPANY_FACTS, type CompanyFacts, USE_FACTS, USES } from '../../../contract/company/lists.ts';
import { isCompanyCode } from '../../../contract/company/credit-code.ts';
import type { CompanyView } from '../../../contract/company/routes.ts';
import type { RouteRequest } from '../../../contract/routes.ts';
import { AppError } from '../app-error.ts';
import { readCompany } from '../company-facts/read-company.ts';
import { defineFeature } from '../feature.ts';
import { done } from '../log/done.ts';
import { closeGaps } from '../procedures/drafts.ts';
import { commitAndRead } from '../session/commit.ts';
import type { Session } from '../session/session.ts';
import { withAdmin } from '../session/with-own-pin.ts';
import type { AllVerified } from '../session/with-slots.ts';
import { sql } from '../store/sql.ts';
import type { ReadableStore } from '../store/store.ts';
import { checkDay } from '../values/days.ts';

export const companyFeature = defineFeature(() => ({
  handlers: {
    'company.read': (session) => read(session, session.store),
    'company.change': change,
  },
}));

async function read(session: Session, store: ReadableStore): Promise<CompanyView> {
  const { facts, missing } = await readCompany(store);
  // What set-up was told is offered until an admin says which ones the company serves.
  const estates = facts.estates === '' ? session.header.estateName : facts.estates;
  return { facts: { ...facts, estates }, missing: [...missing] };
}

/** Saves what differs and closes its gaps in every draft. Errors: `invalid-value` for a code or a day that cannot be; those of `withAdmin`. */
const change = (session: Session, { facts, pin }: RouteRequest<'company.change'>): Promise<CompanyView> =>
  withAdmin(session, pin, (present) => changeAs(session, present, facts));

const changeAs = (session: Session, present: AllVerified, facts: CompanyFacts): Promise<CompanyView> =>
  commitAndRead(session, read, async (tx) => {
    const next = check(facts);
    const { facts: was } = await readCompany(tx);
    const changed = COMPANY_FACTS.filter((fact) => was[fact] !== next[fact]);
    for (const fact of changed)
      await tx.run(sql`
        INSERT INTO company_fact (name, value) VALUES (${fact}, ${next[fact]})
        ON CONFLICT (name) DO UPDATE SET value = excluded.value`);
    await closeGaps(session, tx);
    return changed.length === 0 ? [] : [done('company-change', { changed }, { signedBy: present })];
  });

function check(facts: CompanyFacts): CompanyFacts {
  const creditCode = facts.creditCode.toUpperCase();
  if (creditCode !== '' && !isCompanyCode(creditCode))
    throw new AppError('invalid-value', { field: 'idNumber' });
  if (facts.effectiveOn !== '' && !/^\d{4}-\d{2}-\d{2}$/.test(facts.effectiveOn))
    throw new AppError('invalid-value', { field: 'until' });
  if (facts.effectiveOn !== '') checkDay('until', facts.effectiveOn);
  if (USE_FACTS.some((fact) => facts[fact] !== '' && !USES.some((use) => use === facts[fact])))
    throw new AppError('invalid-value', { field: 'usage' });
  return { ...facts, creditCode };
}
