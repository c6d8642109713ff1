/** Log details of backups, and of a vault that was recovered from the recovery sheet. */
import { z } from 'zod';
import { type Actions, unsigned, signed, unsignedCoordinated } from '../manifest.ts';
import { backupHourSchema, backupNameSchema } from './views.ts';
import { codeSchema } from '../log/parts.ts';
import { countSchema, numberSchema } from '../numbers.ts';

/** `before-update`: a newer version of the program was about to change the store; `again`: that of an earlier try served. */
const whySchema = z.enum(['scheduled', 'by-hand', 'before-update', 'before-update-again']);
/** Digest of a backup's key as it is sealed to the recovery sheet, compared when it is tested. */
const sheetKeySchema = z.string().regex(/^[0-9a-f]{64}$/);
const named = { name: backupNameSchema } as const;

/** Schema of `detail` for each backup action. `bytes` is the size of the backup; `rows` counts rows of the store. */
export const backupActions = {
  backup: {
    detail: z.discriminatedUnion('end', [
      z.strictObject({
        end: z.literal('made'),
        ...named,
        bytes: countSchema,
        rows: countSchema,
        /** Older backups that retention removed afterwards. */
        pruned: countSchema,
        why: whySchema,
        sheetKey: sheetKeySchema,
      }),
      z.strictObject({
        end: z.literal('failed'),
        code: codeSchema,
        why: whySchema,
        /** Name of the copy that is beside the store instead. */
        kept: z
          .string()
          .regex(/^kept-[\d-]{15,20}$/)
          .optional(),
      }),
    ]),
    ...unsigned('keys', {}),
    duties: ['backups'],
    byTheClock: true,
  },
  'backup-settings': {
    detail: z.strictObject({ on: z.boolean(), hour: backupHourSchema }),
    ...signed('keys', {}),
    duties: ['backups'],
  },
  'backup-test': {
    detail: z.discriminatedUnion('end', [
      z.strictObject({ end: z.literal('good'), ...named, rows: countSchema, sheetKey: sheetKeySchema }),
      z.strictObject({ end: z.literal('failed'), ...named, code: codeSchema }),
    ]),
    decides: true,
    ...signed('keys', {}),
    duties: ['backups'],
  },
  'backup-restore': {
    detail: z.discriminatedUnion('step', [
      z.strictObject({ step: z.literal('begun'), ...named }),
      z.strictObject({ step: z.literal('failed'), ...named, code: codeSchema }),
      /** Head of the replaced log, so that the store kept aside can be compared with it; `hash` is the first 8 bytes in hexadecimal. */
      z.strictObject({
        step: z.literal('restored'),
        ...named,
        before: z.strictObject({ seq: countSchema, hash: z.string().regex(/^[0-9a-f]{16}$/) }),
      }),
    ]),
    decides: true,
    ...signed('keys', {}),
    duties: ['backups'],
  },
  /** `here`: on the same computer as before. `closed`: members of the roster who were absent and lost access. */
  recovery: {
    detail: z.strictObject({
      place: z.enum(['here', 'anew']),
      sheet: numberSchema,
      people: countSchema,
      closed: countSchema,
    }),
    ...unsignedCoordinated('keys', { roster_entry: '+', tier_grant: '+-' }),
    duties: ['encryption-and-keys'],
  },
} as const satisfies Actions;
