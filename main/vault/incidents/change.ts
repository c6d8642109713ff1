/** Changes of an incident: opened, described, counted, reported, measured, closed; each in one commit with its entry and the step of its history. */
import { type IncidentStep, NO_INCIDENT_DAYS, incidentNumber } from '../../../contract/incidents/lists.ts';
import type {
  IncidentBook,
  IncidentFacts,
  IncidentView,
  Notification,
} from '../../../contract/incidents/routes.ts';
import type { LogDetail } from '../../../contract/log/entries.ts';
import type { RouteRequest } from '../../../contract/routes.ts';
import { AppError } from '../app-error.ts';
import { dayOf } from '../clock.ts';
import { addIncidentStep, openIncident } from './open-incident.ts';
import { keepEdition } from '../law/editions.ts';
import type { SessionEntry } from '../log/audit-log.ts';
import { addRectification } from '../rectification/register.ts';
import type { Session } from '../session/session.ts';
import { countOf } from '../store/rows.ts';
import { sql } from '../store/sql.ts';
import type { ReadableStore, WritableStore } from '../store/store.ts';
import { lineOf, readBook, readIncident } from './book.ts';
import { countReal } from './stated.ts';
import { countScope } from './count-people.ts';
import { type IncidentRow, fieldsOf, logReference, requireIncident } from './row.ts';
import { INCIDENTS_FILE, type IncidentRules, rulesOfIncident } from './rules.ts';
import { commitValue } from '../session/commit.ts';
import { withOversight } from '../session/with-own-pin.ts';
import { done } from '../log/done.ts';

/** How far ahead of the clock something may have been noticed: none but what two clocks differ by. */
const AHEAD_MS = 5 * 60_000;
const DAY_MS = 86_400_000;

/** Errors: `invalid-value` {field: from} for a moment that is still to come, those of `countScope`, `log-unavailable`. */
export function open(
  session: Session,
  { drill, origin, about, scope }: RouteRequest<'incidents.open'>,
  rules: IncidentRules,
): Promise<IncidentView> {
  requirePast(session, about.noticedAt);
  return commitValue(session, async (tx) => {
    const counted = await countScope(session, tx, scope);
    const { incidentId, entries } = await openIncident(tx, session, {
      ...about,
      drill,
      origin,
      originId: counted.scopeId,
      scope: counted,
    });
    return { value: await readIncident(session, tx, incidentId, rules), entries: entries };
  });
}

function requirePast({ clock }: Session, noticedAt: number): void {
  if (noticedAt > clock.now() + AHEAD_MS) throw new AppError('invalid-value', { field: 'from' });
}

type ChangedFact = LogDetail<'incident-change'>['changed'][number];

/** Nothing is written where nothing differs. Errors: as `open`, those of `requireOpen`, `bad-request` {where: level} for one that the data does not have. */
export function change(
  session: Session,
  { facts, ...seen }: RouteRequest<'incidents.change'>,
  rules: IncidentRules,
): Promise<IncidentView> {
  requirePast(session, facts.noticedAt);
  return write(session, seen, rules, async (tx, row) => {
    const { level } = facts;
    if (level !== null && level !== row.level && !rules.levels.some(({ id }) => id === level))
      throw new AppError('bad-request', { where: 'level' });
    const fields = [...new Set(facts.fields)].join(',');
    const changed = changedFacts(row, facts);
    if (changed.length === 0) return null;
    await tx.run(sql`
      UPDATE incident SET kind = ${facts.kind}, certainty = ${facts.certainty}, title = ${facts.title}, noticed_at = ${facts.noticedAt},
        fields = ${fields}, causes = ${facts.causes}, harm = ${facts.harm}, measures = ${facts.measures}, advice = ${facts.advice},
        contact = ${facts.contact}, level = ${level}, edition = ${await keepRules(tx, { ...row, level }, rules)} WHERE id = ${row.incidentId}`);
    return {
      step: 'changed',
      entries: [done('incident-change', { ...logReference(row), changed })],
    };
  });
}

/** Keeps the data that an incident goes by, with its level as it is to be. Returns its edition. */
async function keepRules(tx: WritableStore, row: IncidentRow, now: IncidentRules): Promise<string> {
  return keepEdition(tx, INCIDENTS_FILE, (await rulesOfIncident(tx, row, now)).file);
}

function changedFacts(row: IncidentRow, facts: IncidentFacts): ChangedFact[] {
  const { fields, ...others } = facts;
  const sameFields = fieldsOf(row).toSorted().join() === [...new Set(fields)].toSorted().join();
  return [
    ...(Object.keys(others) as (keyof typeof others)[]).filter((fact) => row[fact] !== others[fact]),
    ...(sameFields ? [] : (['fields'] as const)),
  ];
}

/** Errors: those of `countScope`, `requireOpen`. */
export const count = (
  session: Session,
  { scope, ...seen }: RouteRequest<'incidents.count'>,
  rules: IncidentRules,
): Promise<IncidentView> =>
  write(session, seen, rules, async (tx, row) => {
    const counted = await countScope(session, tx, scope);
    await tx.run(sql`
      UPDATE incident SET scope = ${counted.scope}, person_id = ${counted.personId}, scope_id = ${counted.scopeId},
        rooms = ${JSON.stringify(counted.rooms)}, people = ${counted.people} WHERE id = ${row.incidentId}`);
    return {
      step: 'counted',
      count: counted.people,
      entries: [
        done(
          'incident-count',
          { ...logReference(row), scope: counted.scope, people: counted.people },
          { personId: counted.personId },
        ),
      ],
    };
  });

/** Errors: those of `requireOpen`. */
export const writeNotice = (
  session: Session,
  { to, text, ...seen }: RouteRequest<'incidents.writeNotice'>,
  rules: IncidentRules,
): Promise<IncidentView> =>
  write(session, seen, rules, async (tx, row) => {
    await tx.run(
      to === 'authority'
        ? sql`UPDATE incident SET authority_text = ${text} WHERE id = ${row.incidentId}`
        : sql`UPDATE incident SET people_text = ${text} WHERE id = ${row.incidentId}`,
    );
    return {
      step: `notice-${to}`,
      entries: [done('incident-notice', { ...logReference(row), notice: to })],
    };
  });

/** Of what really happened. Errors: those of `withSlots` and `noteTold`, `not-allowed`. */
export const recordNotification = (
  session: Session,
  { notification, pin, ...seen }: RouteRequest<'incidents.recordNotification'>,
  rules: IncidentRules,
): Promise<IncidentView> =>
  withOversight(session, pin, (present) =>
    write(session, seen, rules, (tx, row) =>
      noteTold(session, tx, { row, notification, rules }, (detail) =>
        done('incident-told', detail, { reason: notification.how, signedBy: present }),
      ),
    ),
  );

/** Of a drill. Errors: those of `noteTold`. */
export const rehearseNotification = (
  session: Session,
  { notification, ...seen }: RouteRequest<'incidents.rehearseNotification'>,
  rules: IncidentRules,
): Promise<IncidentView> =>
  write(session, seen, rules, (tx, row) =>
    noteTold(session, tx, { row, notification, rules, isDrill: true }, (detail) =>
      done('incident-rehearsed', detail, { reason: notification.how }),
    ),
  );

interface Telling {
  readonly row: IncidentRow;
  readonly notification: Notification;
  readonly rules: IncidentRules;
  readonly isDrill?: true;
}

/** Errors: those of `requireOpen`, `bad-request` {where: drill} of a drill as if it had happened or the other way round, {where: notice} before the notice to the people was given out, {where: people} for more than there are. */
async function noteTold(
  session: Session,
  tx: WritableStore,
  { row, notification, rules, isDrill }: Telling,
  entryOf: (detail: LogDetail<'incident-told'>) => SessionEntry,
): Promise<Changed> {
  if ((row.drill === 1) !== (isDrill ?? false)) throw new AppError('bad-request', { where: 'drill' });
  const { to, how } = notification;
  if (to === 'authority') {
    await tx.run(sql`
      UPDATE incident SET authority_at = ${session.clock.now()}, authority_how = ${how}, edition = ${await keepRules(tx, row, rules)}
      WHERE id = ${row.incidentId}`);
    const detail = { ...logReference(row), notice: to, told: null, unreached: null };
    return { step: 'told-authority', entries: [entryOf(detail)] };
  }
  const { told, unreached } = notification;
  // Of a drill nobody is told.
  if (row.drill === 0 && !(await wasNoticeGiven(tx, row)))
    throw new AppError('bad-request', { where: 'notice' });
  if (row.people !== null && told + unreached > row.people)
    throw new AppError('bad-request', { where: 'people' });
  await tx.run(sql`
    UPDATE incident SET tell_people = 1, why_not = '', told = ${told}, unreached = ${unreached}, people_how = ${how} WHERE id = ${row.incidentId}`);
  return {
    step: 'told-people',
    count: told,
    entries: [entryOf({ ...logReference(row), notice: to, told, unreached })],
  };
}

const wasNoticeGiven = async (store: ReadableStore, { incidentId }: IncidentRow): Promise<boolean> =>
  (await countOf(
    store,
    sql`SELECT count(*) AS n FROM incident_step WHERE incident_id = ${incidentId} AND what = 'given-people'`,
  )) > 0;

/** Errors: those of `withSlots`, `not-allowed`, `requireOpen`. */
export const recordNoNotification = (
  session: Session,
  { words, pin, ...seen }: RouteRequest<'incidents.recordNoNotification'>,
  rules: IncidentRules,
): Promise<IncidentView> =>
  withOversight(session, pin, (present) =>
    write(session, seen, rules, async (tx, row) => {
      await tx.run(sql`UPDATE incident SET tell_people = 0, why_not = ${words} WHERE id = ${row.incidentId}`);
      return {
        step: 'not-told',
        entries: [done('incident-not-told', logReference(row), { reason: words, signedBy: present })],
      };
    }),
  );

/** Errors: those of `requireOpen` and `addRectification`. */
export const addMeasure = (
  session: Session,
  { title, who, dueOn, ...seen }: RouteRequest<'incidents.addMeasure'>,
  rules: IncidentRules,
): Promise<IncidentView> =>
  write(session, seen, rules, async (tx, row) => {
    const { rectificationId, entries } = await addRectification(tx, session, {
      source: 'incident',
      title: `${row.drill === 1 ? '【演练】' : ''}${incidentNumber(row.incidentId)} ${title}`,
      who,
      dueOn,
    });
    return {
      step: 'measure',
      entries: [
        ...entries,
        done('incident-measure', { ...logReference(row), rectification: rectificationId }),
      ],
    };
  });

/**
 * Errors: those of `withSlots`, `not-allowed`, `requireOpen`, `incident-unfinished` {missing: facts, authority or people} while the law asks for something
 * more.
 */
export const close = (
  session: Session,
  { words, pin, ...seen }: RouteRequest<'incidents.close'>,
  rules: IncidentRules,
): Promise<IncidentView> =>
  withOversight(session, pin, (present) =>
    write(session, seen, rules, async (tx, row) => {
      await requireFinished(session, tx, row, rules);
      await tx.run(sql`
        UPDATE incident SET state = 'closed', edition = ${await keepRules(tx, row, rules)}, closed_at = ${session.clock.now()}, closed_by = ${session.signedIn.staffId}, closed_words = ${words}
        WHERE id = ${row.incidentId}`);
      return {
        step: 'closed',
        entries: [done('incident-close', logReference(row), { reason: words, signedBy: present })],
      };
    }),
  );

/** There was none; signed by whoever states it. Errors: those of `withSlots`, `not-allowed`, `changed-meanwhile` where one is registered. */
export async function stateNone(
  session: Session,
  { words, pin }: RouteRequest<'incidents.stateNone'>,
  rules: IncidentRules,
): Promise<IncidentBook> {
  const until = dayOf(session.clock.now() + NO_INCIDENT_DAYS * DAY_MS);
  await withOversight(session, pin, (present) =>
    commitValue(session, async (tx) => {
      if ((await countReal(tx)) > 0) throw new AppError('changed-meanwhile');
      return {
        value: null,
        entries: [done('incident-none', { until }, { reason: words, signedBy: present })],
      };
    }),
  );
  // Its entry is what the book reads it from.
  return readBook(session, session.store, rules);
}

async function requireFinished(
  session: Session,
  store: ReadableStore,
  row: IncidentRow,
  rules: IncidentRules,
): Promise<void> {
  const { missing } = await readIncident(session, store, row.incidentId, rules);
  if (missing.length > 0) throw new AppError('incident-unfinished', { missing: 'facts' });
  if (row.authorityAt === null) throw new AppError('incident-unfinished', { missing: 'authority' });
  if (!lineOf(row, rules).peopleDone) throw new AppError('incident-unfinished', { missing: 'people' });
}

interface Changed {
  readonly step: IncidentStep;
  readonly count?: number | null;
  readonly entries: readonly SessionEntry[];
}

/** One commit for a change, its step, its entries and the incident as it is afterwards. `work`: null where it has changed nothing. */
const write = (
  session: Session,
  seen: { readonly incidentId: number; readonly version: number },
  rules: IncidentRules,
  work: (tx: WritableStore, row: IncidentRow) => Promise<Changed | null>,
): Promise<IncidentView> =>
  commitValue(session, async (tx) => {
    const row = await requireOpen(tx, seen);
    const changed = await work(tx, row);
    if (changed !== null) {
      await tx.run(sql`UPDATE incident SET version = version + 1 WHERE id = ${row.incidentId}`);
      await addIncidentStep(tx, session, row.incidentId, changed.step, changed.count);
    }
    return { value: await readIncident(session, tx, row.incidentId, rules), entries: changed?.entries ?? [] };
  });

/** Errors: those of `requireIncident`, `not-found` where it is closed. */
async function requireOpen(
  store: ReadableStore,
  seen: { readonly incidentId: number; readonly version: number },
): Promise<IncidentRow> {
  const row = await requireIncident(store, seen);
  if (row.state !== 'open') throw new AppError('not-found');
  return row;
}
