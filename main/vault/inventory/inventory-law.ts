/** Proposals for each line of the inventory, and the limits of the regimes: data with source, version and grade, which is replaced without a change of code. */
import { z } from 'zod';
import { BASES, type Basis, PURPOSES, type Purpose } from '../../../contract/fields.ts';
import type { Grade } from '../../../contract/forms/lists.ts';
import { RETENTION_ENTITIES, type RetentionEntity } from '../../../contract/retention/lists.ts';
import {
  CLASSES,
  CLASS_GROUNDS,
  INVENTORY_ITEMS,
  type InventoryItemId,
  SUBJECTS,
  type Subject,
} from '../../../contract/inventory/lists.ts';
import type { InventoryView } from '../../../contract/inventory/routes.ts';
import { numberSchema } from '../../../contract/numbers.ts';
import type { KeptWords } from '../retention-rules/words.ts';
import { readLawFile } from '../law/read-law.ts';
import { gradeSchema } from '../law/schemas.ts';

const FILE = 'inventory';

const textSchema = z.string().min(1).max(400);

const itemSchema = z.strictObject({
  class: z.enum(CLASSES),
  ground: z.enum(CLASS_GROUNDS),
  grade: gradeSchema,
  purposes: z.array(z.enum(PURPOSES)),
  /** Of each group whose data it is. A group that a later version knows is left out by an earlier one. */
  basis: z.record(z.string(), z.enum(BASES)),
  /** The time is that of the company's rules for these; what is said besides may end it earlier. */
  retention: z.strictObject({
    text: textSchema.optional(),
    textEn: textSchema.optional(),
    follows: z.array(z.enum(RETENTION_ENTITIES)).max(RETENTION_ENTITIES.length),
  }),
  note: textSchema.optional(),
  noteEn: textSchema.optional(),
});

const lawSchema = z.strictObject({
  version: z.string().min(1).max(40),
  /** Somebody has held it against the official texts. */
  checked: z.boolean(),
  source: z
    .array(z.strictObject({ title: textSchema, titleEn: textSchema, grade: gradeSchema }))
    .min(1)
    .max(20),
  items: z.record(z.string(), itemSchema),
  limits: z
    .array(
      z.strictObject({
        id: z.string().min(1).max(40),
        people: numberSchema,
        /** Part of the limit from which on it is near. */
        near: z.number().positive().max(1),
        title: textSchema,
        titleEn: textSchema,
        means: textSchema,
        meansEn: textSchema,
        source: textSchema,
        sourceEn: textSchema,
        grade: gradeSchema,
      }),
    )
    .max(10),
  /** Consequences of a withdrawal, by purpose. */
  withdrawal: z.partialRecord(z.enum(PURPOSES), z.strictObject({ text: textSchema, textEn: textSchema })),
  /** Why sensitive data is needed and what it may do to somebody (PIPL, Article 30), by purpose. */
  separate: z.partialRecord(z.enum(PURPOSES), z.strictObject({ need: textSchema, harm: textSchema })),
});

/** Proposal of the data file for a line. */
export interface LawItem {
  readonly class: (typeof CLASSES)[number];
  readonly ground: (typeof CLASS_GROUNDS)[number];
  readonly grade: Grade;
  readonly purposes: readonly Purpose[];
  readonly bases: readonly { readonly subject: Subject; readonly basis: Basis | null }[];
  readonly keptFor: {
    readonly follows: readonly RetentionEntity[];
    /** Null where nothing is said besides. */
    readonly besides: KeptWords | null;
  };
  readonly note: string | null;
  readonly noteEn: string | null;
}

/** The data file, read. */
export interface InventoryLaw extends Pick<
  z.infer<typeof lawSchema>,
  'version' | 'checked' | 'limits' | 'withdrawal' | 'separate'
> {
  readonly sources: z.infer<typeof lawSchema>['source'];
  readonly items: ReadonlyMap<InventoryItemId, LawItem>;
}

/** A line that the data does not have: nothing is known of it, which is a finding where there are values. */
const UNKNOWN: LawItem = {
  class: 'general',
  ground: 'standard',
  grade: 'M',
  purposes: [],
  bases: SUBJECTS.map((subject) => ({ subject, basis: null })),
  keptFor: { follows: [], besides: null },
  note: null,
  noteEn: null,
};

function inventoryLawOf({ source, items, ...rest }: z.infer<typeof lawSchema>): InventoryLaw {
  return {
    ...rest,
    sources: source,
    items: new Map(
      INVENTORY_ITEMS.map((id) => {
        const item = Object.hasOwn(items, id) ? items[id] : undefined;
        return [id, item === undefined ? UNKNOWN : lawItemOf(item)] as const;
      }),
    ),
  };
}

const lawItemOf = ({ basis, note, noteEn, retention, ...item }: z.infer<typeof itemSchema>): LawItem => ({
  ...item,
  keptFor: {
    follows: retention.follows,
    besides:
      retention.text === undefined ? null : { zh: retention.text, en: retention.textEn ?? retention.text },
  },
  bases: SUBJECTS.flatMap((subject) => {
    const one = Object.hasOwn(basis, subject) ? basis[subject] : undefined;
    return one === undefined ? [] : [{ subject, basis: one }];
  }),
  note: note ?? null,
  noteEn: noteEn ?? note ?? null,
});

/** As it is in the file now. Errors: `law-unreadable` {file}. */
export const readInventoryLaw = (folder?: string): InventoryLaw =>
  inventoryLawOf(readLawFile(FILE, lawSchema, folder));

/** Where its content comes from, as a screen is told. */
export const inventorySourceOf = ({ version, checked, sources }: InventoryLaw): InventoryView['law'] => ({
  version,
  checked,
  sources,
});
