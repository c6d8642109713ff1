/** Log details of notice and consent: purposes, ways, days and counts; never a value. */
import { z } from 'zod';
import { type Actions, signed, unsigned, signedCoordinated } from '../manifest.ts';
import { CONSENTERS, PURPOSES, WITHDRAWALS } from '../fields.ts';
import { loggedIdSchema } from '../ids.ts';
import { countSchema } from '../numbers.ts';
import { dateSchema, enumOf } from '../schemas.ts';
import { WAYS_AT_DESK } from './lists.ts';
import { purposesSchema } from './routes.ts';

/** As it stood on the notice. */
const versionSchema = z.string().min(1).max(40);

const posting = {
  posting: loggedIdSchema,
  /** As rooms are labelled there; empty is everywhere. */
  where: z.string().max(200),
  version: versionSchema,
  people: countSchema,
} as const;

/** Schema of `detail` for each action. */
export const consentActions = {
  'consent-tell': {
    detail: z.strictObject({
      version: versionSchema,
      purposes: purposesSchema,
      agreed: z.boolean(),
      way: enumOf(WAYS_AT_DESK),
      consenter: z.enum(CONSENTERS),
    }),
    ...signed('records', { notice: '+', person: '~' }),
    duties: ['notice-and-consent'],
  },
  'consent-undo': {
    detail: z.strictObject({ records: z.array(loggedIdSchema).max(PURPOSES.length) }),
    ...unsigned('records', { notice: '-', person: '~' }),
  },
  'consent-withdraw': {
    detail: z.strictObject({ purposes: purposesSchema, on: dateSchema, follows: z.enum(WITHDRAWALS) }),
    ...signed('records', { notice: '+~', person: '~' }),
    duties: ['notice-and-consent'],
  },
  'consent-form': {
    detail: z.strictObject({ version: versionSchema, to: z.enum(['file', 'printer']), pages: countSchema }),
    ...unsigned('records', {}),
  },
  'consent-version': {
    detail: z.strictObject({ version: versionSchema }),
    ...signedCoordinated('records', { notice_version: '+' }),
    duties: ['notice-and-consent'],
  },
  'consent-post': {
    detail: z.strictObject({ ...posting, on: dateSchema }),
    ...signedCoordinated('records', { notice: '+', notice_posting: '+' }),
    duties: ['notice-and-consent'],
  },
  'consent-take-down': {
    detail: z.strictObject(posting),
    ...signedCoordinated('records', { notice: '-', notice_posting: '-' }),
    duties: ['notice-and-consent'],
  },
  /** How many people were looked at, and how many of them are under fourteen without a guardian. */
  'consent-children': {
    detail: z.strictObject({ looked: countSchema, found: countSchema }),
    ...signed('records', { guardian_look: '+~' }),
    duties: ['notice-and-consent'],
  },
} as const satisfies Actions;
