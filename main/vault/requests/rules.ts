/** Rules of requests from the data file: by when, for which reasons one may be refused, and how to complain. */
import { z } from 'zod';
import { MAX_REFUSALS, REQUEST_WHATS, type RequestWhat } from '../../../contract/requests/lists.ts';
import type { RequestRegister, RequestTerm } from '../../../contract/requests/routes.ts';
import type { LawSource } from '../../../contract/forms/schemas.ts';
import { AppError } from '../app-error.ts';
import { readEdition } from '../law/editions.ts';
import { readLawFile } from '../law/read-law.ts';
import { gradeSchema, sourceSchema } from '../law/schemas.ts';
import type { Session } from '../session/session.ts';
import type { ReadableStore } from '../store/store.ts';
import type { RequestRow } from './row.ts';

const textSchema = z.string().trim().min(1).max(400);
const foundSchema = { source: textSchema, sourceEn: textSchema, grade: gradeSchema } as const;
const saidSchema = {
  id: z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/),
  zh: textSchema,
  en: textSchema,
  ...foundSchema,
} as const;
const whatsSchema = z.array(z.enum(REQUEST_WHATS)).min(1).max(REQUEST_WHATS.length);
const daysSchema = z.number().int().min(1).max(365);

/** The data file of requests. */
const requestRulesSchema = z
  .strictObject({
    kind: z.literal('requests'),
    source: sourceSchema,
    terms: z
      .array(z.strictObject({ of: whatsSchema, usual: daysSchema, most: daysSchema, ...foundSchema }))
      .min(1)
      .max(REQUEST_WHATS.length),
    refusals: z
      .array(z.strictObject({ ...saidSchema, of: whatsSchema.optional() }))
      .min(1)
      .max(MAX_REFUSALS),
    complain: z.array(z.strictObject(saidSchema)).min(1).max(10),
  })
  .refine(({ terms }) => terms.every(({ usual, most }) => usual <= most))
  // Each has one term: none may be forgotten, and none have two.
  .refine(({ terms }) =>
    REQUEST_WHATS.every((what) => terms.filter(({ of }) => of.includes(what)).length === 1),
  );
/** Content of the data file. */
export type RequestRulesFile = z.infer<typeof requestRulesSchema>;

/** The rules as features go by them. */
export interface RequestRules {
  /** As a screen is told. */
  readonly view: RequestRegister['rules'];
  /** By when a request of a kind is answered. */
  readonly termOf: (what: RequestWhat) => RequestTerm;
  /** How to complain, as a letter says it. */
  readonly complain: readonly string[];
  readonly source: LawSource;
  /** As it is kept with what is decided by it. */
  readonly file: RequestRulesFile;
}

const basisOf = ({ source, sourceEn }: { readonly source: string; readonly sourceEn: string }) => ({
  basis: source,
  basisEn: sourceEn,
});

/** Of the file. Pure. */
function rulesOf(file: RequestRulesFile): RequestRules {
  const { source, refusals, complain } = file;
  const isSure = ({ grade }: { readonly grade: string }): boolean => source.checked || grade === 'P';
  const terms = file.terms.flatMap(({ of, usual, most, ...from }) =>
    of.map((what) => ({ what, days: usual, most, ...basisOf(from), sure: isSure(from) })),
  );
  return {
    view: {
      terms,
      source,
      sure: [...file.terms, ...refusals, ...complain].every(isSure),
      refusals: refusals.map(({ id, zh, en, of = [], ...from }) => ({
        id,
        zh,
        en,
        of,
        ...basisOf(from),
        sure: isSure(from),
      })),
    },
    termOf(what) {
      const term = terms.find((one) => one.what === what);
      // Only of a row that no request can have written.
      if (term === undefined) throw new AppError('store-tampered', { part: 'rows' });
      return term;
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
