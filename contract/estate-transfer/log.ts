/** Log details of handovers: which, how many people, never a value, a recipient's name or a password. */
import { z } from 'zod';
import { type DetailSchemas, countSchema, numberSchema } from '../log/parts.ts';
import type { SigningRules } from '../log/signing.ts';
import { enumOf } from '../schemas.ts';
import { HANDOVER_FIELDS, HANDOVER_RECIPIENTS, type TransferField, type TransferRecipient } from './lists.ts';

const which = { transfer: numberSchema } as const;

/** Schema of `detail` for each action of a handover. Whom for and why are the entry's reason, the document its ticket. */
export const estateTransferDetails = {
  'estate-transfer-order': z.strictObject({
    ...which,
    to: enumOf<TransferRecipient>(HANDOVER_RECIPIENTS),
    whole: z.boolean(),
    people: countSchema,
    fields: z.array(enumOf<TransferField>(HANDOVER_FIELDS)).max(HANDOVER_FIELDS.length),
  }),
  'estate-transfer-stop': z.strictObject(which),
  'estate-transfer-confirm': z.strictObject(which),
} satisfies DetailSchemas;

/** Whose signature an entry of each action needs. */
export const estateTransferSigning = {
  'estate-transfer-order': 'own',
  'estate-transfer-stop': 'own',
  'estate-transfer-confirm': 'own',
} as const satisfies SigningRules<typeof estateTransferDetails>;
