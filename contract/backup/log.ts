/** Details of backups, and of a vault that was made anew from the sheet. */
import { z } from 'zod';
import { backupHourSchema, backupNameSchema } from './views.ts';
import type { BACKUP_ACTIONS } from '../log/actions.ts';
import { codeSchema, countSchema, numberSchema } from '../log/parts.ts';
import type { DetailSchemas } from '../log/parts.ts';

const whySchema = z.enum(['scheduled', 'by-hand']);
const named = { name: backupNameSchema } as const;

export const backupDetails = {
  backup: z.discriminatedUnion('end', [
    z.strictObject({
      end: z.literal('made'),
      ...named,
      bytes: countSchema,
      rows: countSchema,
      /** Old ones that were removed after it. */
      letGo: countSchema,
      why: whySchema,
    }),
    z.strictObject({ end: z.literal('failed'), code: codeSchema, why: whySchema }),
  ]),
  'backup-settings': z.strictObject({ on: z.boolean(), hour: backupHourSchema }),
  'backup-test': z.discriminatedUnion('end', [
    z.strictObject({ end: z.literal('good'), ...named, rows: countSchema }),
    z.strictObject({ end: z.literal('failed'), ...named, code: codeSchema }),
  ]),
  'backup-restore': z.discriminatedUnion('step', [
    z.strictObject({ step: z.literal('begun'), ...named }),
    z.strictObject({ step: z.literal('failed'), ...named, code: codeSchema }),
    /** Where the log stood that is no longer in force: with the store that is kept, it can be held against this. */
    z.strictObject({
      step: z.literal('restored'),
      ...named,
      before: z.strictObject({ seq: countSchema, hash: z.string().regex(/^[0-9a-f]{16}$/) }),
    }),
  ]),
  /** `here`: on the computer that it was on before. `closed`: people of the roster who were not there. */
  recovery: z.strictObject({
    place: z.enum(['here', 'anew']),
    sheet: numberSchema,
    people: countSchema,
    closed: countSchema,
  }),
} satisfies DetailSchemas<(typeof BACKUP_ACTIONS)[number]>;
