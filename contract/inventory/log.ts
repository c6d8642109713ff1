/** Log details of the inventory. */
import { z } from 'zod';
import { type DetailSchemas, countSchema } from '../log/parts.ts';
import type { SigningRules } from '../log/signing.ts';
import { groundsSchema, inventoryItemSchema } from './routes.ts';

/** Schema of `detail` for each action on the inventory. */
export const inventoryDetails = {
  /** `worded`: whether the admin has worded how long it is kept; entries from before that could be done do not say. */
  'inventory-change': z.strictObject({
    item: inventoryItemSchema,
    ...groundsSchema,
    worded: z.boolean().optional(),
  }),
  'inventory-print': z.strictObject({
    to: z.enum(['file', 'printer']),
    pages: countSchema,
    sha256: z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .nullable(),
  }),
} satisfies DetailSchemas;

/** Whose signature an entry of each action needs. */
export const inventorySigning = {
  'inventory-change': 'own',
  'inventory-print': 'free',
} as const satisfies SigningRules<typeof inventoryDetails>;
