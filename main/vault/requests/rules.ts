/** Rules of requests from the data file: by when, for which reasons one may be refused, and how to complain. */
import { z } from 'zod';
import { MAX_REFUSALS } from '../../../contract/requests/lists.ts';
import type { RequestRegister } from '../../../contract/requests/routes.ts';
import type { LawSource } from '../../../contract/forms/schemas.ts';
import { readEdition } from '../law/editions.ts';
import { readLawFile } from '../law/read-law.ts';
import { gradeSchema, sourceSchema } from '../law/schemas.ts';
import type { Session } from '../session/session.ts';
import type { ReadableStore } from '../store/store.ts';
import type { RequestRow } from './row.ts';

const textSchema = z.string().trim().min(1).max(400);
const saidSchema = {
  id: z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/),
  zh: textSchema,
  en: textSchema,
  source: textSchema,
  sourceEn: textSchema,
  grade: gradeSchema,
} as const;

/** The data file of requests. */
const requestRulesSchema = z
  .strictObject({
    kind: z.literal('requests'),
    source: sourceSchema,
    days: z.strictObject({
      usual: z.number().int().min(1).max(365),
      most: z.number().int().min(1).max(365),
      source: textSchema,
      sourceEn: textSchema,
      grade: gradeSchema,
    }),
    refusals: z.array(z.strictObject(saidSchema)).min(1).max(MAX_REFUSALS),
    complain: z.array(z.strictObject(saidSchema)).min(1).max(10),
  })
  .refine(({ days }) => days.usual <= days.most);
/** Content of the data file. */
export type RequestRulesFile = z.infer<typeof requestRulesSchema>;

/** The rules as features go by them. */
export interface RequestRules {
  /** As a screen is told. */
  readonly view: RequestRegister['rules'];
  /** How to complain, as a letter says it. */
  readonly complain: readonly string[];
  readonly source: LawSource;
  /** As it is kept with what is decided by it. */
  readonly file: RequestRulesFile;
}

/** Of the file. Pure. */
function rulesOf(file: RequestRulesFile): RequestRules {
  const { source, days, refusals, complain } = file;
  const grades = [days.grade, ...refusals.map(({ grade }) => grade), ...complain.map(({ grade }) => grade)];
  return {
    view: {
      days: days.usual,
      most: days.most,
      source,
      sure: source.checked || grades.every((grade) => grade === 'P'),
      refusals: refusals.map(({ id, zh, en, source: basis, sourceEn: basisEn, grade }) => ({
        id,
        zh,
        en,
        basis,
        basisEn,
        sure: source.checked || grade === 'P',
      })),
    },
    complain: complain.map(({ zh }) => zh),
    source,
    file,
  };
}

/** Name of the file, without its extension. */
export const REQUESTS_FILE = 'requests';

/** As they are in the file now. Errors: `law-unreadable` {file}. */
export const requestRules = ({ lawFolder }: Pick<Session, 'lawFolder'>): RequestRules =>
  rulesOf(readLawFile(REQUESTS_FILE, requestRulesSchema, lawFolder));

/** Those by which a request was decided; those of now for one that is open, or was decided before they were kept. Errors: those of `readEdition`. */
export const rulesOfRequest = async (
  store: ReadableStore,
  { edition }: Pick<RequestRow, 'edition'>,
  now: RequestRules,
): Promise<RequestRules> =>
  edition === null ? now : rulesOf(await readEdition(store, edition, requestRulesSchema));
