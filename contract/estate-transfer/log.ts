/** Log details of handovers: which, how many people, never a value, a recipient's name or a password. */
import { z } from 'zod';
import type { Actions } from '../manifest.ts';
import { countSchema, numberSchema } from '../log/parts.ts';
import { enumOf } from '../schemas.ts';
import { HANDOVER_FIELDS, HANDOVER_RECIPIENTS, type TransferField, type TransferRecipient } from './lists.ts';

const which = { transfer: numberSchema } as const;

/** Each action of a handover. Whom for and why are the entry's reason, the document its ticket. */
export const estateTransferActions = {
  'estate-transfer-order': {
    detail: z.strictObject({
      ...which,
      to: enumOf<TransferRecipient>(HANDOVER_RECIPIENTS),
      whole: z.boolean(),
      people: countSchema,
      fields: z.array(enumOf<TransferField>(HANDOVER_FIELDS)).max(HANDOVER_FIELDS.length),
    }),
    signing: 'own',
    group: 'paper',
  },
  'estate-transfer-stop': { detail: z.strictObject(which), signing: 'own', group: 'paper' },
  'estate-transfer-confirm': { detail: z.strictObject(which), signing: 'own', group: 'paper' },
} as const satisfies Actions;
