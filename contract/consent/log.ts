/** Log details of notice and consent: purposes, ways, days and counts; never a value. */
import { z } from 'zod';
import { CONSENTERS, PURPOSES, WITHDRAWALS } from '../fields.ts';
import { recordIdSchema, rowIdSchema } from '../ids.ts';
import { type DetailSchemas, countSchema } from '../log/parts.ts';
import type { SigningRules } from '../log/signing.ts';
import { dateSchema, enumOf } from '../schemas.ts';
import { WAYS_AT_DESK } from './lists.ts';
import { purposesSchema } from './routes.ts';

/** As it stood on the notice. */
const versionSchema = z.string().min(1).max(40);

const posting = {
  posting: rowIdSchema,
  /** As rooms are labelled there; empty is everywhere. */
  where: z.string().max(200),
  version: versionSchema,
  people: countSchema,
} as const;

/** Schema of `detail` for each action. */
export const consentDetails = {
  'consent-tell': z.strictObject({
    version: versionSchema,
    purposes: purposesSchema,
    agreed: z.boolean(),
    way: enumOf(WAYS_AT_DESK),
    consenter: z.enum(CONSENTERS),
  }),
  'consent-undo': z.strictObject({ records: z.array(recordIdSchema).max(PURPOSES.length) }),
  'consent-withdraw': z.strictObject({
    purposes: purposesSchema,
    on: dateSchema,
    follows: z.enum(WITHDRAWALS),
  }),
  'consent-form': z.strictObject({
    version: versionSchema,
    to: z.enum(['file', 'printer']),
    pages: countSchema,
  }),
  'consent-version': z.strictObject({ version: versionSchema }),
  'consent-post': z.strictObject({ ...posting, on: dateSchema }),
  'consent-take-down': z.strictObject(posting),
  /** How many people were looked at, and how many of them are under fourteen without a guardian. */
  'consent-children': z.strictObject({ looked: countSchema, found: countSchema }),
} satisfies DetailSchemas;

/** Whose signature an entry of each action needs. */
export const consentSigning = {
  'consent-tell': 'own',
  'consent-undo': 'free',
  'consent-withdraw': 'own',
  'consent-form': 'free',
  'consent-version': 'own',
  'consent-post': 'own',
  'consent-take-down': 'own',
  'consent-children': 'own',
} as const satisfies SigningRules<typeof consentDetails>;
