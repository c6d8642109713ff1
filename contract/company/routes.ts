/** Routes of what the company says of itself: read by whoever oversees, changed by an admin. */
import { z } from 'zod';
import { NO_RESIDENT, OVERSIGHT, route } from '../route.ts';
import { enumOf, lineSchema, nothing, pinSchema } from '../schemas.ts';
import { COMPANY_FACTS, IDENTITY_FACTS, MAX_FACT } from './lists.ts';

const companyViewSchema = z.strictObject({
  facts: z.record(enumOf(COMPANY_FACTS), z.string().max(MAX_FACT)),
  /** What every paper lacks until it is stated. */
  missing: z.array(enumOf(IDENTITY_FACTS)).max(IDENTITY_FACTS.length),
});
/** The company as its page shows it. */
export type CompanyView = z.infer<typeof companyViewSchema>;

/** Routes of the company's facts. */
export const companyRoutes = {
  'company.read': route(OVERSIGHT, nothing, companyViewSchema, { ...NO_RESIDENT, inInspection: true }),
  /** Closes their gaps in every draft of a document. */
  'company.change': route(
    ['admin'],
    z.strictObject({
      facts: z.record(enumOf(COMPANY_FACTS), lineSchema(0, MAX_FACT)),
      pin: pinSchema,
    }),
    companyViewSchema,
    { enters: ['company-change'], shows: 'nothing', proof: 'own', changes: ['company', 'procedures'] },
  ),
};
