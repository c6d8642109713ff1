/** Log detail of the list of reasons. */
import { z } from 'zod';
import type { DetailSchemas } from '../log/parts.ts';
import type { SigningRules } from '../log/signing.ts';
import { reasonListSchema } from './schemas.ts';

/** Schema of `detail` for each action on the list of reasons. */
export const reasonsDetails = {
  /** The whole list, as it is from then on. */
  reasons: z.strictObject({ list: reasonListSchema }),
} satisfies DetailSchemas;

/** Whose signature an entry of each action needs. */
export const reasonsSigning = { reasons: 'own' } as const satisfies SigningRules<typeof reasonsDetails>;
