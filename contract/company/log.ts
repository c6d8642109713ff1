/** Log details of the company's facts: which were changed, never to what; and of what whoever answers for personal information has agreed to. */
import { z } from 'zod';
import { type Actions, signedCoordinated, signedByEither } from '../manifest.ts';
import { countSchema } from '../numbers.ts';
import { enumOf } from '../schemas.ts';
import { COMPANY_FACTS } from './lists.ts';

/** Each action on the company's facts. */
export const companyActions = {
  'company-change': {
    detail: z.strictObject({
      changed: z.array(enumOf(COMPANY_FACTS)).min(1).max(COMPANY_FACTS.length),
    }),
    ...signedCoordinated('compliance', { company_fact: '+~', procedure: '~' }),
    duties: ['responsible-persons'],
  },
  /** The list itself is the entry after it. */
  'list-approval': {
    detail: z.strictObject({ people: countSchema }),
    ...signedByEither('paper', {}),
    duties: ['disclosures'],
  },
} as const satisfies Actions;
