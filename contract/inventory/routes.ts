/** The routes of the inventory: who may call each, its request and its reply. */
import { z } from 'zod';
import { BASES, PURPOSES } from '../fields.ts';
import { gradeSchema } from '../forms/schemas.ts';
import { fileIdSchema } from '../ids.ts';
import { countSchema } from '../numbers.ts';
import { NO_RESIDENT, OVERSIGHT, route, BY_OWN_PIN } from '../route.ts';
import { enumOf, lineSchema, nothing, pinSchema, roleSchema, tierSchema, timeSchema } from '../schemas.ts';
import {
  CLASSES,
  CLASS_GROUNDS,
  INVENTORY_ITEMS,
  LIMIT_STATES,
  MAX_RETENTION_WORDS,
  SUBJECTS,
} from './lists.ts';

/** A line of the inventory. */
export const inventoryItemSchema = enumOf(INVENTORY_ITEMS);

/** The basis towards one group of people; null where nobody has said one. */
const basisSchema = z.strictObject({ subject: enumOf(SUBJECTS), basis: z.enum(BASES).nullable() });
/** Purposes of the processing, and its legal bases. */
export const groundsSchema = {
  purposes: z.array(z.enum(PURPOSES)).max(PURPOSES.length),
  bases: z.array(basisSchema).max(SUBJECTS.length),
} as const;

/** Words of the data file, never of anybody's record. */
const lawTextSchema = z.string().max(400);

/** How long, in both languages; what an admin has written is the same twice. */
const retentionWordsSchema = z.strictObject({ zh: z.string().max(600), en: z.string().max(900) });

const inventoryLineSchema = z.strictObject({
  item: inventoryItemSchema,
  /** A value of it can be recorded, as the company has decided. */
  taken: z.boolean(),
  /** Grows with each change. */
  version: countSchema,
  tier: tierSchema,
  class: enumOf(CLASSES),
  ground: enumOf(CLASS_GROUNDS),
  grade: gradeSchema,
  ...groundsSchema,
  /** By the rules of retention in force, unless an admin has worded it. */
  retention: retentionWordsSchema,
  /** Retention as an admin has worded it instead; null where nobody has. */
  ownRetention: z.string().max(MAX_RETENTION_WORDS).nullable(),
  note: lawTextSchema.nullable(),
  noteEn: lawTextSchema.nullable(),
  /** How many values, or records, are held. */
  count: countSchema,
  /** There are values, and no purpose or no basis. */
  finding: z.boolean(),
  changed: z.strictObject({ at: timeSchema, by: z.string().max(60) }).nullable(),
});
/** A line of the inventory. */
export type InventoryLine = z.infer<typeof inventoryLineSchema>;

const accessSchema = z.strictObject({
  tier: tierSchema,
  roles: z.array(roleSchema).max(3),
  /** Whoever has such a role now, as the signed roster says. */
  names: z.array(z.string().max(60)).max(200),
});

const limitSchema = z.strictObject({
  id: z.string().max(40),
  people: countSchema,
  state: enumOf(LIMIT_STATES),
  title: lawTextSchema,
  titleEn: lawTextSchema,
  means: lawTextSchema,
  meansEn: lawTextSchema,
  source: lawTextSchema,
  sourceEn: lawTextSchema,
  grade: gradeSchema,
});
/** A number of people at which other rules begin. */
export type PeopleLimit = z.infer<typeof limitSchema>;

/** Version of the data, and whether somebody has held it against the official texts. */
export const inventorySourceSchema = z.strictObject({
  version: z.string().max(40),
  checked: z.boolean(),
  sources: z
    .array(z.strictObject({ title: lawTextSchema, titleEn: lawTextSchema, grade: gradeSchema }))
    .max(20),
});

const inventorySchema = z.strictObject({
  lines: z.array(inventoryLineSchema).max(INVENTORY_ITEMS.length),
  access: z.array(accessSchema).max(4),
  people: z.strictObject({ held: countSchema, companies: countSchema }),
  limits: z.array(limitSchema).max(10),
  law: inventorySourceSchema,
});
/** The inventory as the page shows it. */
export type InventoryView = z.infer<typeof inventorySchema>;

/** Access, request schema and reply schema of each route. */
export const inventoryRoutes = {
  'inventory.read': route(OVERSIGHT, nothing, inventorySchema, { ...NO_RESIDENT, inInspection: true }),
  /** How many lines are findings, and the limit that the number of people is near or over; for the bell. */
  'inventory.due': route(
    OVERSIGHT,
    nothing,
    z.strictObject({ findings: countSchema, limit: limitSchema.nullable() }),
    { ...NO_RESIDENT, inInspection: true },
  ),
  'inventory.change': route(
    ['admin'],
    z.strictObject({
      item: inventoryItemSchema,
      version: countSchema,
      ...groundsSchema,
      /** Null: by the rules of retention. */
      retention: lineSchema(1, MAX_RETENTION_WORDS).nullable(),
      pin: pinSchema,
    }),
    inventorySchema,
    { enters: ['inventory-change', 'rectification-add'], ...BY_OWN_PIN, changes: ['inventory'] },
  ),
  /** Without a file it is laid ready for the printer. */
  'inventory.give': route(
    OVERSIGHT,
    z.strictObject({ fileId: fileIdSchema.optional() }),
    z.strictObject({ pages: countSchema }),
    { enters: ['inventory-print'], shows: 'nothing', proof: 'none', sends: 'nobody' },
  ),
};
