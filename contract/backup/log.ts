/** Log details of backups, and of a vault that was recovered from the recovery sheet. */
import { z } from 'zod';
import { backupHourSchema, backupNameSchema } from './views.ts';
import { type DetailSchemas, codeSchema, countSchema, numberSchema } from '../log/parts.ts';
import type { SigningRules } from '../log/signing.ts';

const whySchema = z.enum(['scheduled', 'by-hand']);
const named = { name: backupNameSchema } as const;

/**
 * Schema of `detail` for each backup action. `bytes` is the size of the backup; `rows` counts rows of the
 * store.
 */
export const backupDetails = {
  backup: z.discriminatedUnion('end', [
    z.strictObject({
      end: z.literal('made'),
      ...named,
      bytes: countSchema,
      rows: countSchema,
      /** Older backups that retention removed afterwards. */
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
    /**
     * Head of the replaced log, so that the store kept aside can be compared with it; `hash` is the first 8
     * bytes in hexadecimal.
     */
    z.strictObject({
      step: z.literal('restored'),
      ...named,
      before: z.strictObject({ seq: countSchema, hash: z.string().regex(/^[0-9a-f]{16}$/) }),
    }),
  ]),
  /**
   * `here`: on the same computer as before. `closed`: members of the roster who were absent and lost access.
   */
  recovery: z.strictObject({
    place: z.enum(['here', 'anew']),
    sheet: numberSchema,
    people: countSchema,
    closed: countSchema,
  }),
} satisfies DetailSchemas;

/** Whose signature an entry of each backup action needs. What the clock makes takes no PIN; a recovery is signed for by the sheet, in the roster. */
export const backupSigning = {
  backup: 'free',
  'backup-settings': 'own',
  'backup-test': 'own',
  'backup-restore': 'own',
  recovery: 'free',
} as const satisfies SigningRules<typeof backupDetails>;
