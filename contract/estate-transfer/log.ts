/** Log details of handovers: which, how many people, never a value, a recipient's name or a password. */
import { z } from 'zod';
import { type Actions, signedCoordinated } from '../manifest.ts';
import { loggedIdSchema } from '../ids.ts';
import { journalSchema } from '../log/parts.ts';
import { countSchema, numberSchema } from '../numbers.ts';
import { enumOf } from '../schemas.ts';
import { HANDOVER_FIELDS, HANDOVER_RECIPIENTS } from './lists.ts';

const which = { transfer: numberSchema } as const;

/** Each action of a handover. Whom for and why are the entry's reason, the document its ticket. */
export const estateTransferActions = {
  'estate-transfer-order': {
    detail: z.strictObject({
      ...which,
      to: enumOf(HANDOVER_RECIPIENTS),
      whole: z.boolean(),
      people: countSchema,
      /** Of all that the order says (`estate-transfer/read-transfers.ts`), so that its file is the one that two people have signed for. */
      order: journalSchema,
      fields: z.array(enumOf(HANDOVER_FIELDS)).max(HANDOVER_FIELDS.length),
    }),
    decides: true,
    ...signedCoordinated('paper', { estate_transfer: '+' }),
  },
  'estate-transfer-stop': {
    detail: z.strictObject(which),
    decides: true,
    ...signedCoordinated('paper', { estate_transfer: '~' }),
  },
  /** The file of an order is out, by its number in the register. */
  'estate-transfer-give': {
    detail: z.strictObject({ ...which, disclosure: loggedIdSchema }),
    decides: true,
    ...signedCoordinated('paper', { estate_transfer: '~' }),
  },
  'estate-transfer-confirm': {
    detail: z.strictObject(which),
    decides: true,
    ...signedCoordinated('paper', { estate_transfer: '~' }),
  },
} as const satisfies Actions;
