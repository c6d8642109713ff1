/** Rules of incidents from the data file: from which number of people on one has to be reported within how many hours, and how often a drill is due. */
import { z } from 'zod';
import type { IncidentLevel } from '../../../contract/incidents/routes.ts';
import type { LawSource } from '../../../contract/forms/schemas.ts';
import { numberSchema } from '../../../contract/numbers.ts';
import { readEdition } from '../law/editions.ts';
import { readLawFile } from '../law/read-law.ts';
import { gradeSchema, sourceSchema } from '../law/schemas.ts';
import type { Session } from '../session/session.ts';
import type { ReadableStore } from '../store/store.ts';
import { roundInChinese } from '../values/han-numbers.ts';
import type { IncidentRow } from './row.ts';

const textSchema = z.string().trim().min(1).max(200);

/** The data file of incidents. Levels from the lowest to the highest. */
const incidentRulesSchema = z.strictObject({
  kind: z.literal('incident-report'),
  source: sourceSchema,
  levels: z
    .array(
      z.strictObject({
        id: z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/),
        zh: textSchema,
        en: textSchema,
        /** So many people and more; null where the number of people tells nothing. */
        people: numberSchema.nullable(),
        peopleGrade: gradeSchema,
        hours: z.number().int().min(1).max(720),
        hoursGrade: gradeSchema,
        /** Who is to have it within them. */
        to: textSchema,
        toEn: textSchema,
        toGrade: gradeSchema,
        source: textSchema,
        sourceEn: textSchema,
      }),
    )
    .max(20),
  drill: z.strictObject({
    months: z.number().int().min(1).max(60),
    source: textSchema,
    sourceEn: textSchema,
    grade: gradeSchema,
  }),
});
/** Content of the data file. */
export type IncidentRulesFile = z.infer<typeof incidentRulesSchema>;

/** The rules as the book goes by them. */
export interface IncidentRules {
  readonly levels: readonly IncidentLevel[];
  /** Months after which a drill is due again. */
  readonly drillMonths: number;
  readonly source: LawSource;
  /** As it is kept with what was reported by it. */
  readonly file: IncidentRulesFile;
}

/** Of the file. Pure. */
const rulesOf = (file: IncidentRulesFile): IncidentRules => ({
  levels: file.levels.map(({ id, zh, en, people, peopleGrade, hours, hoursGrade }) => ({
    id,
    zh,
    en,
    people,
    hours,
    sure: file.source.checked || (peopleGrade === 'P' && hoursGrade === 'P'),
  })),
  drillMonths: file.drill.months,
  source: file.source,
  file,
});

/** The levels with their hours and who is told, for a plan. Pure. */
export const levelWords = ({ levels, source }: IncidentRulesFile): string =>
  levels
    .map(
      ({ zh, people, hours, to }) =>
        `${zh}${people === null ? '' : `（涉及 ${roundInChinese(people)}人以上）`} ${hours} 小时内报${to}`,
    )
    .join('，') + (source.checked ? '' : '（按公开资料整理，报告前请核对）');

/** As they are in the file now. Errors: `law-unreadable` {file}. */
export const incidentRules = ({ lawFolder }: Pick<Session, 'lawFolder'>): IncidentRules =>
  rulesOf(readLawFile(INCIDENTS_FILE, incidentRulesSchema, lawFolder));

/** Name of the file, without its extension. */
export const INCIDENTS_FILE = 'incident-report';

/**
 * The rules that an incident goes by: those of now, until it was reported or closed; from then on those of then, as for one whose level is no more among
 * those of now. Errors: those of `readEdition`.
 */
export async function rulesOfIncident(
  store: ReadableStore,
  { edition, authorityAt, state, level }: IncidentRow,
  now: IncidentRules,
): Promise<IncidentRules> {
  if (edition === null) return now;
  const isSettled = authorityAt !== null || state === 'closed';
  const hasLevel = level === null || now.levels.some(({ id }) => id === level);
  return !isSettled && hasLevel ? now : rulesOf(await readEdition(store, edition, incidentRulesSchema));
}

/** The level that is met: as somebody has found, else the highest whose number of people is reached. Pure. */
export function levelMet(
  { levels }: IncidentRules,
  { level, people }: { readonly level: string | null; readonly people: number | null },
): IncidentLevel | null {
  const chosen = levels.find(({ id }) => id === level);
  if (chosen !== undefined) return chosen;
  return levels.findLast((one) => one.people !== null && people !== null && people >= one.people) ?? null;
}
