/** What the company says of itself: the one place that papers and documents have it from. */
import {
  COMPANY_FACTS,
  type Company,
  type CompanyFacts,
  IDENTITY_FACTS,
  MAX_FACT,
} from '../../../contract/company/lists.ts';
import { lineSchema } from '../../../contract/schemas.ts';
import { sql } from '../store/sql.ts';
import type { ReadableStore } from '../store/store.ts';

const factSchema = lineSchema(0, MAX_FACT);

/** Empty where it has not said so, or where the row is none of ours. */
export async function readCompany(store: ReadableStore): Promise<Company> {
  const rows = await store.all<{ readonly name: string; readonly value: string }>(
    sql`SELECT name, value FROM company_fact`,
  );
  const said = new Map(rows.map(({ name, value }) => [name, value]));
  const facts = Object.fromEntries(
    COMPANY_FACTS.map((fact) => [fact, factSchema.safeParse(said.get(fact)).data ?? '']),
  ) as CompanyFacts;
  return { facts, missing: IDENTITY_FACTS.filter((fact) => facts[fact] === '') };
}
