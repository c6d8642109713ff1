/** Log details of the inventory. */
import { z } from 'zod';
import { sha256Schema } from '../attachments/views.ts';
import { type Actions, signedCoordinated, unsigned } from '../manifest.ts';
import { countSchema } from '../numbers.ts';
import { groundsSchema, inventoryItemSchema } from './routes.ts';

/** Each action on the inventory. */
export const inventoryActions = {
  /** `worded`: whether the admin has worded how long it is kept. */
  'inventory-change': {
    detail: z.strictObject({ item: inventoryItemSchema, ...groundsSchema, worded: z.boolean() }),
    ...signedCoordinated('rules', { inventory_line: '+~' }),
    duties: ['inventory'],
  },
  'inventory-print': {
    detail: z.strictObject({
      to: z.enum(['file', 'printer']),
      pages: countSchema,
      sha256: sha256Schema.nullable(),
    }),
    ...unsigned('rules', {}),
    duties: ['inventory'],
  },
} as const satisfies Actions;
