/** Log detail of the company's facts: which were changed, never to what. */
import { z } from 'zod';
import type { Actions } from '../manifest.ts';
import { enumOf } from '../schemas.ts';
import { COMPANY_FACTS, type CompanyFact } from './lists.ts';

/** Each action on the company's facts. */
export const companyActions = {
  'company-change': {
    detail: z.strictObject({
      changed: z.array(enumOf<CompanyFact>(COMPANY_FACTS)).min(1).max(COMPANY_FACTS.length),
    }),
    signing: 'free',
    group: 'compliance',
    duties: ['responsible-persons'],
  },
} as const satisfies Actions;
