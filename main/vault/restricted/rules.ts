/** How long records are kept: what an admin has chosen last, as the log says, or the product's suggestion, which nothing happens by. */
import { z } from 'zod';
import type { RetentionEntity } from '../../../contract/retention/lists.ts';
import { RETENTION_ENTITIES } from '../../../contract/retention/lists.ts';
import { retentionRulesSchema } from '../../../contract/retention/log.ts';
import type { RetentionRules } from '../../../contract/retention/log.ts';
import { enumOf } from '../../../contract/schemas.ts';
import { readLawFile } from '../law/read-law.ts';
import { sourceSchema } from '../law/schemas.ts';
import type { ChosenBy } from '../session/last-choice.ts';
import { readLastChoice } from '../session/last-choice.ts';
import type { ReadableStore } from '../store/store.ts';

const fileSchema = z.strictObject({
  kind: z.literal('retention'),
  source: sourceSchema,
  articles: z.array(z.string().max(60)).max(10),
  restrictDays: retentionRulesSchema.shape.restrictDays,
  rules: z
    .array(
      z.strictObject({
        entity: enumOf<RetentionEntity>(RETENTION_ENTITIES),
        months: z.number().int().min(1).max(600),
        ground: z.string().trim().min(1).max(200),
      }),
    )
    .length(RETENTION_ENTITIES.length),
});

/** What the product suggests, with its source. Errors: `law-unreadable` {file}. */
export const readSuggested = (folder?: string): z.infer<typeof fileSchema> =>
  readLawFile('retention', fileSchema, folder);

/** Null where nobody has confirmed any: nobody is restricted, and nobody is due. */
export async function readRules(
  store: ReadableStore,
): Promise<(ChosenBy & { readonly rules: RetentionRules }) | null> {
  const chosen = await readLastChoice(store, 'retention-rules');
  if (chosen === null) return null;
  const { restrictDays, months } = chosen.detail;
  return {
    ...chosen,
    rules: { restrictDays, rules: RETENTION_ENTITIES.map((entity) => ({ entity, months: months[entity] })) },
  };
}

/** Months of an entity. */
export const monthsOf = ({ rules }: RetentionRules, entity: RetentionEntity): number =>
  rules.find((rule) => rule.entity === entity)?.months ?? 600;
