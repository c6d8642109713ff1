/** Details of rotations and of the ceremony after a theft. What is begun names what the header will say once it is done, so that a switch that was cut off is known again. */
import { z } from 'zod';
import { SEALED_TIERS } from '../fields.ts';
import { ROTATED_KEYS } from './lists.ts';
import type { KEY_ACTIONS } from '../log/actions.ts';
import { codeSchema, countSchema, numberSchema } from '../log/parts.ts';
import type { DetailSchemas } from '../log/parts.ts';

/** The head of the roster at that time: its number and the beginning of its hash. */
const rosterSchema = z.strictObject({ n: numberSchema, hash: z.string().regex(/^[0-9a-f]{16}$/) });
/** The beginning of a device secret's id. */
const itemSchema = z.string().regex(/^[0-9a-f]{8}$/);
const tierSchema = z.enum(SEALED_TIERS);
const made = { end: z.literal('made') } as const;
/** Entered by the sign-in after a kill that came between switch and entry. */
const late = { end: z.literal('made-late') } as const;

export const keyDetails = {
  'rotation-begun': z.discriminatedUnion('key', [
    z.strictObject({ key: z.literal('store-key'), epoch: numberSchema, roster: rosterSchema }),
    z.strictObject({ key: z.literal('device-secret'), item: itemSchema }),
    z.strictObject({ key: z.literal('tier-keys'), tiers: z.array(tierSchema).min(1).max(4).readonly() }),
    z.strictObject({ key: z.literal('recovery-sheet'), generation: numberSchema }),
    z.strictObject({ key: z.literal('theft'), roster: rosterSchema }),
  ]),
  rotation: z.union([
    z.strictObject({
      key: z.literal('store-key'),
      ...made,
      epoch: numberSchema,
      tables: countSchema,
      rows: countSchema,
    }),
    z.strictObject({ key: z.literal('store-key'), ...late, epoch: numberSchema }),
    z.strictObject({ key: z.literal('device-secret'), ...made, item: itemSchema, slots: countSchema }),
    z.strictObject({ key: z.literal('device-secret'), ...late, item: itemSchema }),
    z.strictObject({
      key: z.literal('tier-keys'),
      ...made,
      tiers: z
        .array(z.strictObject({ tier: tierSchema, epoch: numberSchema }))
        .min(1)
        .max(4)
        .readonly(),
      values: countSchema,
      /** Values that the old key did not open either. */
      unreadable: countSchema,
    }),
    /** `opensOlder`: the sheet opens what the one before opened. */
    z.strictObject({
      key: z.literal('recovery-sheet'),
      ...made,
      generation: numberSchema,
      opensOlder: z.boolean(),
    }),
    z.strictObject({ key: z.literal('theft'), ...made, renewed: countSchema, shutOut: countSchema }),
    /** Nothing has changed. */
    z.strictObject({ key: z.enum(ROTATED_KEYS), end: z.literal('failed'), code: codeSchema }),
  ]),
} satisfies DetailSchemas<(typeof KEY_ACTIONS)[number]>;
