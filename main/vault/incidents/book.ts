/** The book of incidents as it stands, and one of them in full. */
import { readCompany } from '../company-facts/read-company.ts';
import type { StaffId } from '../../../contract/ids.ts';
import {
  INCIDENT_TEXTS,
  type IncidentStep,
  MAX_INCIDENTS_LISTED,
} from '../../../contract/incidents/lists.ts';
import type {
  IncidentBook,
  IncidentDue,
  IncidentLine,
  IncidentView,
} from '../../../contract/incidents/routes.ts';
import { dayOf } from '../clock.ts';
import { readNameMask } from '../people/read-person.ts';
import { type Session, nameOfStaff } from '../session/session.ts';
import { followMerges } from '../store/follow-merges.ts';
import { sql } from '../store/sql.ts';
import type { ReadableStore } from '../store/store.ts';
import { addMonths } from '../values/days.ts';
import { draftNotice } from './notices.ts';
import { INCIDENT_QUERIES, type IncidentRow, fieldsOf, requireIncident, roomsOf } from './row.ts';
import { readStated } from './stated.ts';
import { type IncidentRules, levelMet, rulesOfIncident } from './rules.ts';

const HOUR_MS = 3_600_000;

/** The incident book: open incidents, the earliest noticed first, then the others, the newest first. */
export async function readBook(
  session: Session,
  store: ReadableStore,
  rules: IncidentRules,
): Promise<IncidentBook> {
  const open = await store.all<IncidentRow>(INCIDENT_QUERIES.open);
  const closed = await store.all<IncidentRow>(INCIDENT_QUERIES.closed);
  const all = [...open, ...closed];
  return {
    incidents: await Promise.all(
      all.slice(0, MAX_INCIDENTS_LISTED).map((row) => readLine(store, row, rules)),
    ),
    more: all.length > MAX_INCIDENTS_LISTED,
    levels: [...rules.levels],
    source: rules.source,
    drill: await readDrill(store, rules),
    stated: await readStated(session, store),
  };
}

/** The last drill, and by when the next is due. */
async function readDrill(
  store: ReadableStore,
  { drillMonths }: IncidentRules,
): Promise<IncidentBook['drill']> {
  const { at = null } = (await store.get<{ readonly at: number | null }>(INCIDENT_QUERIES.lastDrill)) ?? {};
  const last = at === null ? null : dayOf(at);
  return { last, dueOn: last === null ? null : addMonths(last, drillMonths) };
}

/** Open incidents and deadlines that the bell rings for. */
export async function readDue({ store }: Session, rules: IncidentRules): Promise<IncidentDue> {
  const rows = await store.all<IncidentRow>(INCIDENT_QUERIES.open);
  const open = await Promise.all(rows.map((row) => readLine(store, row, rules)));
  // A drill is played on its page, and rings for nobody.
  const clocks = open.flatMap(({ drill, clock, authorityAt }) =>
    drill || clock === null || authorityAt !== null ? [] : [clock.by],
  );
  return {
    open: open.length,
    untold: open.filter((one) => !one.drill && (one.authorityAt === null || !one.peopleDone)).length,
    reportBy: clocks.length === 0 ? null : Math.min(...clocks),
    drillOn: (await readDrill(store, rules)).dueOn,
  };
}

/** An incident as a line of the book, by the rules that it goes by. `now`: those of the file. Errors: those of `readEdition`. */
const readLine = async (store: ReadableStore, row: IncidentRow, now: IncidentRules): Promise<IncidentLine> =>
  lineOf(row, await rulesOfIncident(store, row, now));

/** The same, of the rules that it goes by. Pure. */
export function lineOf(row: IncidentRow, rules: IncidentRules): IncidentLine {
  const level = levelMet(rules, row);
  return {
    incidentId: row.incidentId,
    version: row.version,
    drill: row.drill === 1,
    kind: row.kind,
    certainty: row.certainty,
    origin: row.origin,
    originId: row.originId,
    title: row.title,
    noticedAt: row.noticedAt,
    people: row.people,
    clock:
      level === null
        ? null
        : {
            level: level.id,
            zh: level.zh,
            en: level.en,
            sure: level.sure,
            hours: level.hours,
            by: row.noticedAt + level.hours * HOUR_MS,
            to: rules.file.levels.find(({ id }) => id === level.id)?.to ?? '',
          },
    authorityAt: row.authorityAt,
    peopleDone: row.tellPeople === 0 || isEveryoneTold(row),
    state: row.state,
    closedAt: row.closedAt,
  };
}

/** Somebody was told, in some way; and of whoever was not, it is said that they could not be reached. Where that is everybody, nobody was told. */
const isEveryoneTold = ({ people, told, unreached, peopleHow }: IncidentRow): boolean =>
  people !== null && told > 0 && peopleHow !== '' && told + unreached >= people;

interface StepRow {
  readonly at: number;
  readonly staffId: StaffId;
  readonly what: IncidentStep;
  readonly count: number | null;
}

/** Its steps, the first first. */
async function readSteps(
  session: Session,
  store: ReadableStore,
  incidentId: number,
): Promise<IncidentView['history']> {
  const steps = await store.all<StepRow>(INCIDENT_QUERIES.steps(incidentId));
  return steps
    .map(({ at, staffId, what, count }) => ({ at, by: nameOfStaff(session, staffId), what, count }))
    .toReversed();
}

/** One in full, as it stands. `now`: the rules of the file. Errors: as `requireIncident`, those of `readEdition`. */
export async function readIncident(
  session: Session,
  store: ReadableStore,
  incidentId: number,
  now: IncidentRules,
): Promise<IncidentView> {
  const row = await requireIncident(store, { incidentId });
  const rules = await rulesOfIncident(store, row, now);
  const fields = fieldsOf(row);
  const company = await readCompany(store);
  const draft = (to: 'authority' | 'people'): string => draftNotice(row, to, company, rules);
  return {
    ...lineOf(row, rules),
    fields,
    causes: row.causes,
    harm: row.harm,
    measures: row.measures,
    advice: row.advice,
    contact: row.contact,
    level: row.level,
    source: rules.source,
    scope: row.scope,
    about: await aboutOf(session, store, row),
    opened: { at: row.openedAt, by: nameOfStaff(session, row.openedBy) },
    authorityHow: row.authorityHow,
    tellPeople: row.tellPeople === null ? null : row.tellPeople === 1,
    whyNot: row.whyNot,
    told: row.told,
    unreached: row.unreached,
    peopleHow: row.peopleHow,
    notices: {
      authority: row.authorityText === '' ? draft('authority') : row.authorityText,
      people: row.peopleText === '' ? draft('people') : row.peopleText,
    },
    written: { authority: row.authorityText !== '', people: row.peopleText !== '' },
    missing: [
      ...(fields.length === 0 ? (['fields'] as const) : []),
      ...INCIDENT_TEXTS.filter((text) => row[text] === ''),
    ],
    closedWords: row.closedWords,
    history: await readSteps(session, store, incidentId),
  };
}

/** The person by their mask, the rooms by their labels. */
async function aboutOf({ policy }: Session, store: ReadableStore, row: IncidentRow): Promise<string[]> {
  if (row.personId !== null) {
    const mask = await readNameMask(store, policy.masks, await followMerges(store, row.personId));
    return mask === null ? [] : [mask];
  }
  const labels = await store.all<{ readonly label: string }>(
    sql`SELECT label FROM room WHERE id IN (SELECT value FROM json_each(${JSON.stringify(roomsOf(row))})) ORDER BY label`,
  );
  return labels.map(({ label }) => label);
}
