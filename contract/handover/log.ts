/** Log details of handovers: which, how many people, never a value, a recipient's name or a password. */
import { z } from 'zod';
import { countSchema, numberSchema } from '../log/parts.ts';
import type { DetailSchemas } from '../log/parts.ts';
import type { SigningRules } from '../log/signing.ts';
import { enumOf } from '../schemas.ts';
import type { HandoverField, HandoverRecipient } from './lists.ts';
import { HANDOVER_FIELDS, HANDOVER_RECIPIENTS } from './lists.ts';

const which = { handover: numberSchema } as const;

/** Schema of `detail` for each action of a handover. Whom for and why are the entry's reason, the document its ticket. */
export const handoverDetails = {
  'handover-order': z.strictObject({
    ...which,
    to: enumOf<HandoverRecipient>(HANDOVER_RECIPIENTS),
    whole: z.boolean(),
    people: countSchema,
    fields: z.array(enumOf<HandoverField>(HANDOVER_FIELDS)).max(HANDOVER_FIELDS.length),
  }),
  'handover-stop': z.strictObject(which),
  'handover-confirm': z.strictObject(which),
} satisfies DetailSchemas;

/** Whose signature an entry of each action needs. */
export const handoverSigning = {
  'handover-order': 'own',
  'handover-stop': 'own',
  'handover-confirm': 'own',
} as const satisfies SigningRules<typeof handoverDetails>;
