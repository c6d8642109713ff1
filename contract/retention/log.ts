/** Log details of retention: rules, whom a supervisor has opened although their purpose is over, what was deleted of records, and backups that were destroyed. */
import { z } from 'zod';
import { type Actions, signedCoordinated, signed, unsigned } from '../manifest.ts';
import { sha256Schema } from '../attachments/views.ts';
import { countSchema, numberSchema } from '../numbers.ts';
import { enumOf } from '../schemas.ts';
import {
  MAX_KEPT_MONTHS,
  MAX_RESTRICT_DAYS,
  RECORD_ENTITIES,
  RETENTION_ENTITIES,
  type RetentionEntity,
} from './lists.ts';

const monthsSchema = z.number().int().min(1).max(MAX_KEPT_MONTHS);
const restrictDaysSchema = z.number().int().min(0).max(MAX_RESTRICT_DAYS);

/** Every entity once, in the order of the list. */
export const retentionRulesSchema = z.strictObject({
  restrictDays: restrictDaysSchema,
  rules: z
    .array(z.strictObject({ entity: enumOf(RETENTION_ENTITIES), months: monthsSchema }))
    .length(RETENTION_ENTITIES.length)
    .refine((rules) => rules.every(({ entity }, at) => entity === RETENTION_ENTITIES[at])),
});
/** How long each entity is kept, and after how many days somebody is restricted. */
export type RetentionRules = z.infer<typeof retentionRulesSchema>;

/** Each action of retention. */
export const retentionActions = {
  /** All rules, as they are from then on. `edition`: of the data file that suggested them. */
  'retention-rules': {
    detail: z.strictObject({
      restrictDays: restrictDaysSchema,
      edition: sha256Schema,
      months: z.strictObject(
        Object.fromEntries(RETENTION_ENTITIES.map((entity) => [entity, monthsSchema])) as Record<
          RetentionEntity,
          typeof monthsSchema
        >,
      ),
    }),
    decides: true,
    ...signedCoordinated('rules', { form_edition: '+' }),
    duties: ['retention'],
  },
  /** A supervisor opened somebody whose purpose is over, who is the entry's resident, for a quarter of an hour. */
  'restricted-open': { detail: z.null(), ...signed('records', {}) },
  /** Somebody asked for a record whose purpose is over. `route`: what they asked for. */
  'restricted-refused': {
    detail: z.strictObject({ route: z.string().max(60) }),
    ...unsigned('denied', {}),
    besideAny: true,
  },
  'retention-records': {
    detail: z.strictObject({ entity: enumOf(RECORD_ENTITIES), count: numberSchema }),
    ...signedCoordinated('records', {
      attachment: '-',
      attachment_piece: '-',
      counter_note: '-',
      erased_person: '+',
      erasure: '+',
      lease: '-',
      occupancy: '-',
      person: '~',
      renovation: '-',
      room_note: '-',
      seal_batch: '-',
      sealed_value: '-',
      space: '-',
    }),
    duties: ['retention'],
  },
  /** Backups from before a deletion. */
  'backups-destroy': {
    detail: z.strictObject({ count: numberSchema, left: countSchema }),
    ...signed('keys', {}),
    duties: ['retention'],
  },
  /** Somebody who was deleted before a restore, as a certificate says: the entry's person, who is restricted from then on. */
  recall: { detail: z.null(), decides: true, ...signedCoordinated('records', { recalled_person: '+' }) },
  /** The number was written down wrongly: the entry's person was not deleted. */
  'recall-end': {
    detail: z.null(),
    decides: true,
    ...signedCoordinated('records', { recalled_person: '-' }),
  },
  /**
   * Nothing is left to be found out of deletions that a restored or older store does not know. `from`: the store of before has them, or certificates
   * were gone through; `people`: how many numbers there are of it, `there`: how many of them are on record again.
   */
  'erasures-known': {
    detail: z.strictObject({
      from: z.enum(['store', 'certificates']),
      people: countSchema,
      there: countSchema,
    }),
    decides: true,
    ...signed('records', {}),
    duties: ['retention'],
  },
  certificate: {
    detail: z.strictObject({ erasure: numberSchema, to: z.enum(['file', 'printer']), pages: numberSchema }),
    ...unsigned('records', {}),
    duties: ['retention'],
  },
} as const satisfies Actions;
