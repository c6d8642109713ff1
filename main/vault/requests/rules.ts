/** What the data says of requests: by when, for which reasons one may be refused, and how to complain. */
import { z } from 'zod';
import { MAX_REFUSALS } from '../../../contract/requests/lists.ts';
import type { RequestRegister } from '../../../contract/requests/routes.ts';
import { enumOf } from '../../../contract/schemas.ts';
import { GRADES } from '../../../contract/forms/lists.ts';
import type { Grade } from '../../../contract/forms/lists.ts';
import { readLawFile } from '../law/read-law.ts';
import { sourceSchema } from '../law/schemas.ts';

const gradeSchema = enumOf<Grade>(GRADES);
const textSchema = z.string().trim().min(1).max(400);
const saidSchema = {
  id: z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/),
  zh: textSchema,
  source: textSchema,
  grade: gradeSchema,
} as const;

/** The data file of requests. */
export const requestRulesSchema = z
  .strictObject({
    kind: z.literal('requests'),
    source: sourceSchema,
    days: z.strictObject({
      usual: z.number().int().min(1).max(365),
      most: z.number().int().min(1).max(365),
      source: textSchema,
      grade: gradeSchema,
    }),
    refusals: z
      .array(z.strictObject({ ...saidSchema, en: textSchema }))
      .min(1)
      .max(MAX_REFUSALS),
    complain: z.array(z.strictObject(saidSchema)).min(1).max(10),
  })
  .refine(({ days }) => days.usual <= days.most);
/** What the file holds. */
export type RequestRulesFile = z.infer<typeof requestRulesSchema>;

/** The rules as features go by them. */
export interface RequestRules {
  /** As a screen is told. */
  readonly view: RequestRegister['rules'];
  /** How to complain, as a letter says it. */
  readonly complain: readonly string[];
}

/** Of the file. Pure. */
export function rulesOf({ source, days, refusals, complain }: RequestRulesFile): RequestRules {
  const grades = [days.grade, ...refusals.map(({ grade }) => grade), ...complain.map(({ grade }) => grade)];
  return {
    view: {
      days: days.usual,
      most: days.most,
      sure: source.checked || grades.every((grade) => grade === 'P'),
      refusals: refusals.map(({ id, zh, en, source: basis, grade }) => ({
        id,
        zh,
        en,
        basis,
        sure: source.checked || grade === 'P',
      })),
    },
    complain: complain.map(({ zh }) => zh),
  };
}

/** As they are in the file now. Errors: `law-unreadable` {file}. */
export const requestRules = (folder?: string): RequestRules =>
  rulesOf(readLawFile('requests', requestRulesSchema, folder));
