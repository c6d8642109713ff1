/** How long records are kept: what an admin has chosen last, as the log says, or what the data file suggests, which nothing happens by. */
import { z } from 'zod';
import {
  MAX_KEPT_MONTHS,
  RETENTION_ENTITIES,
  type RetentionEntity,
} from '../../../contract/retention/lists.ts';
import { type RetentionRules, retentionRulesSchema } from '../../../contract/retention/log.ts';
import type { RetentionSuggestion } from '../../../contract/retention/routes.ts';
import { isUnreadable, readLawFile } from '../law/read-law.ts';
import { sourceSchema } from '../law/schemas.ts';
import { readEdition } from '../law/editions.ts';
import type { KnowsStaff } from '../log/decisions.ts';
import { type ChosenBy, readLastChoice } from '../session/last-choice.ts';
import type { ReadableStore } from '../store/store.ts';

/** The data file. Entities that it does not suggest anything for, and those that this version does not know, may be left out or in. */
const retentionFileSchema = z.strictObject({
  kind: z.literal('retention'),
  source: sourceSchema,
  articles: z.array(z.string().max(60)).max(10),
  restrictDays: retentionRulesSchema.shape.restrictDays,
  rules: z
    .array(
      z.strictObject({
        entity: z.string().regex(/^[a-z0-9][a-z0-9-]{0,59}$/),
        months: z.number().int().min(1).max(MAX_KEPT_MONTHS),
        ground: z.string().trim().min(1).max(200),
        groundEn: z.string().trim().min(1).max(300),
      }),
    )
    .max(100)
    .refine((rules) => new Set(rules.map(({ entity }) => entity)).size === rules.length),
});

/** Content of the data file. */
export type RetentionFile = z.infer<typeof retentionFileSchema>;

/** Name of the file, without its extension. */
export const RETENTION_FILE = 'retention';

/** Suggested rules, with their source. Errors: `law-unreadable` {file}. */
export const readSuggested = (folder?: string): RetentionFile =>
  readLawFile(RETENTION_FILE, retentionFileSchema, folder);

/** Suggestions for entities that this version keeps, in the order of `RETENTION_ENTITIES`. */
export const suggestionsOf = ({ rules }: Pick<RetentionFile, 'rules'>): RetentionSuggestion[] =>
  RETENTION_ENTITIES.flatMap((entity) => {
    const found = rules.find((rule) => rule.entity === entity);
    return found === undefined ? [] : [{ ...found, entity }];
  });

/** The suggestion as rules. What it leaves out is kept as long as anything can be: nothing is deleted because a file says nothing. */
export const rulesSuggested = (file: Pick<RetentionFile, 'restrictDays' | 'rules'>): RetentionRules => ({
  restrictDays: file.restrictDays,
  rules: RETENTION_ENTITIES.map((entity) => ({
    entity,
    months: file.rules.find((rule) => rule.entity === entity)?.months ?? MAX_KEPT_MONTHS,
  })),
});

/** Null where nobody has confirmed any: nobody is restricted, and nobody is due. */
export async function readRules(
  staff: KnowsStaff,
  store: ReadableStore,
): Promise<(ChosenBy & { readonly rules: RetentionRules; readonly edition: string }) | null> {
  const chosen = await readLastChoice(staff, store, 'retention-rules');
  if (chosen === null) return null;
  const { restrictDays, months, edition } = chosen.detail;
  return {
    ...chosen,
    edition,
    rules: { restrictDays, rules: RETENTION_ENTITIES.map((entity) => ({ entity, months: months[entity] })) },
  };
}

/** Rules that were suggested when rules were confirmed. Errors: those of `readEdition`. */
export const readSuggestedThen = (store: ReadableStore, edition: string): Promise<RetentionFile> =>
  readEdition(store, edition, retentionFileSchema);

/** The rules by which is kept, for whatever tells how long. */
export interface RulesInForce {
  readonly rules: RetentionRules;
  /** An admin has confirmed them; else they are suggested. */
  readonly isConfirmed: boolean;
}

/** Null where nobody has confirmed any, and the file that suggests some cannot be read. */
export async function readRulesInForce(
  staff: KnowsStaff,
  store: ReadableStore,
  folder: string,
): Promise<RulesInForce | null> {
  const chosen = await readRules(staff, store);
  if (chosen !== null) return { rules: chosen.rules, isConfirmed: true };
  try {
    return { rules: rulesSuggested(readSuggested(folder)), isConfirmed: false };
  } catch (error) {
    if (isUnreadable(error)) return null;
    throw error;
  }
}

/** Months of an entity. */
export const monthsOf = ({ rules }: RetentionRules, entity: RetentionEntity): number =>
  rules.find((rule) => rule.entity === entity)?.months ?? MAX_KEPT_MONTHS;
