/** The register of requests of individuals as it stands. */
import { MAX_TIME } from '../../../contract/numbers.ts';
import type { PersonId, StaffId } from '../../../contract/ids.ts';
import { MAX_REQUESTS_LISTED } from '../../../contract/requests/lists.ts';
import type { Refusal, RequestDue, RequestRegister, RequestView } from '../../../contract/requests/routes.ts';
import { AppError } from '../app-error.ts';
import { dayOf } from '../clock.ts';
import { readNameMask } from '../people/read-person.ts';
import { selectWithin } from '../scope/keep-within.ts';
import { mayOpenPerson } from '../scope/opened.ts';
import { withinOf } from '../scope/scope.ts';
import { type Session, nameOfStaff } from '../session/session.ts';
import { followMerges } from '../store/follow-merges.ts';
import type { Sql } from '../store/sql.ts';
import type { ReadableStore } from '../store/store.ts';
import { addDays, daysBetween } from '../values/days.ts';
import { maskValue } from '../values/mask.ts';
import { readConsents } from '../consent/api.ts';
import { findActs } from './acts.ts';
import { isAuthorityOver, readAuthority } from './authority.ts';
import { readIdentity } from './identity.ts';
import { REQUEST_QUERIES, type RequestRow, fieldsOf } from './row.ts';
import { type RequestRules, rulesOfRequest } from './rules.ts';

/** The register: open requests, by their day, then ended ones, the newest first; a receptionist sees those of people whom they look after. */
export async function readRegister(
  session: Session,
  store: ReadableStore,
  rules: RequestRules,
): Promise<RequestRegister> {
  const open = await readPresent(store, REQUEST_QUERIES.open);
  const ended = await readPresent(store, REQUEST_QUERIES.ended);
  const own = await withinScope(session, store, [...open, ...ended]);
  const viewOf = viewer(session, store, rules, open);
  const requests: RequestView[] = [];
  for (const one of own.slice(0, MAX_REQUESTS_LISTED)) requests.push(await viewOf(one));
  return { requests, more: own.length > MAX_REQUESTS_LISTED, rules: rules.view };
}

/** How many are open and overdue, and the next day on which one is due. */
export async function readDue({ store, clock }: Session): Promise<RequestDue> {
  const due = await store.get<RequestDue>(REQUEST_QUERIES.due(dayOf(clock.now())));
  return due ?? { open: 0, overdue: 0, next: null };
}

interface PresentRequest {
  readonly row: RequestRow;
  /** The record as it is now, where the one of then was merged into another. */
  readonly present: PersonId;
}

async function readPresent(store: ReadableStore, query: Sql): Promise<readonly PresentRequest[]> {
  const found: PresentRequest[] = [];
  for (const row of await store.all<RequestRow>(query))
    found.push({ row, present: await followMerges(store, row.personId) });
  return found;
}

async function withinScope(
  session: Session,
  store: ReadableStore,
  all: readonly PresentRequest[],
): Promise<readonly PresentRequest[]> {
  const within = withinOf(session);
  if (within === null) return all;
  const people = [...new Set(all.map(({ present }) => present))];
  const own = new Set(
    (await store.all<{ readonly id: PersonId }>(selectWithin(within, people))).map(({ id }) => id),
  );
  return all.filter(({ present }) => own.has(present) || mayOpenPerson(session, present));
}

function viewer(
  session: Session,
  store: ReadableStore,
  rules: RequestRules,
  open: readonly PresentRequest[],
): (one: PresentRequest) => Promise<RequestView> {
  const today = dayOf(session.clock.now());
  const name = (staffId: StaffId): string => nameOfStaff(session, staffId);
  return async ({ row, present }) => {
    const personMask = await readNameMask(store, session.policy.masks, present);
    const isOpen = row.state === 'open';
    const identity = await readIdentity(store, row);
    const acts = isOpen && identity !== null ? await findActs(store, row, identity.seq) : [];
    return {
      requestId: row.requestId,
      version: row.version,
      what: row.what,
      fields: fieldsOf(row),
      asker: row.asker,
      way: row.way,
      personId: personMask === null ? null : present,
      personMask,
      room: row.room,
      takenIn: { at: row.takenAt, by: name(row.takenBy) },
      dueOn: row.dueOn,
      latest: latestDay(row, rules),
      daysLeft: isOpen ? daysBetween(today, row.dueOn) : null,
      identity:
        identity === null ? null : { at: identity.at, by: name(identity.staffId), kind: identity.kind },
      authority: await authorityView(session, store, row),
      consents: isOpen && row.what === 'withdraw-consent' ? await readConsents(store, present) : [],
      restricts: row.restricts === 1,
      others: open
        .filter((other) => other.present === present && other.row.requestId !== row.requestId)
        .map((other) => other.row.requestId),
      found: acts.map(({ act, at }) => ({ act, at })),
      state: row.state,
      ended:
        row.endedAt === null || row.endedBy === null
          ? null
          : {
              at: row.endedAt,
              by: name(row.endedBy),
              act: row.act,
              refusal: await refusalOf(store, row, rules),
              words: row.words,
            },
      letterAt: row.letterAt,
    };
  };
}

async function authorityView(
  session: Session,
  store: ReadableStore,
  row: RequestRow,
): Promise<RequestView['authority']> {
  const known = await readAuthority(store, row);
  if (known === null) return null;
  return {
    nameMask: maskValue(session.policy.masks, 'name', row.agent ?? '', { kind: 'person' }).mask,
    paper: known.paper,
    until: known.until,
    isOver: isAuthorityOver(known, dayOf(session.clock.now())),
    at: known.at,
    by: nameOfStaff(session, known.staffId),
  };
}

/** In the words of when it was refused. */
async function refusalOf(
  store: ReadableStore,
  row: RequestRow,
  rules: RequestRules,
): Promise<Refusal | null> {
  if (row.refusal === null) return null;
  const { view } = await rulesOfRequest(store, row, rules);
  return view.refusals.find(({ id }) => id === row.refusal) ?? null;
}

/** The last day to which a request may be put off. Errors: `store-tampered` where it was taken in at a time that nobody can have written. */
export function latestDay(
  { takenAt, what }: Pick<RequestRow, 'takenAt' | 'what'>,
  { termOf }: RequestRules,
): string {
  if (!(takenAt >= 0 && takenAt <= MAX_TIME)) throw new AppError('store-tampered', { part: 'rows' });
  return addDays(dayOf(takenAt), termOf(what).most);
}
