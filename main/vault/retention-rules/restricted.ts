/**
 * Who is restricted: PIPL, Article 47, asks to stop everything but storing where a purpose is over and a time is not. So is whoever was deleted and is
 * back by a restore, and whoever has asked for it. Lists leave them out and every route that names one is refused, until a supervisor opens them with a reason. It is a rule of this
 * program; no key enforces it.
 */
import type { PersonId } from '../../../contract/ids.ts';
import { RESTRICTED_OPEN_MINUTES } from '../../../contract/retention/lists.ts';
import type { RouteName } from '../../../contract/route-names.ts';
import { AppError } from '../app-error.ts';
import { dayOf } from '../clock.ts';
import { type Session, logAlone } from '../session/session.ts';
import { untilChanged } from '../session/until-changed.ts';
import { readRestrictedOnRequest, restrictedRowsAmong } from './on-request.ts';
import { type Cutoffs, PURPOSE_QUERIES, cutoffsRestricted } from './purpose.ts';
import { RETURNED_QUERIES } from './returned.ts';
import { readRules } from './rules.ts';

/** Routes of these areas name somebody without showing anything of their record. */
export const MAY_NAME_RESTRICTED = [
  'retention.',
  'estateTransfer.',
  'requests.',
  'accessHistory.',
  'log.',
  'scope.',
  'trace.',
] as const;

/** The process ends at every lock, and these with it. By the clock that only grows. */
const openedIn = new WeakMap<Session, ReadonlyMap<PersonId, number>>();

/** From now on for a quarter of an hour. Returns when that ends, in milliseconds since 1970. */
export function letOpenRestricted(session: Session, personId: PersonId): number {
  const now = session.clock.monotonic();
  const others = [...(openedIn.get(session) ?? [])].filter(([, until]) => until > now);
  const ms = RESTRICTED_OPEN_MINUTES * 60_000;
  openedIn.set(session, new Map([...others, [personId, now + ms] as const]));
  return Math.round(session.clock.now() + ms);
}

const isOpened = (session: Session, personId: PersonId): boolean =>
  (openedIn.get(session)?.get(personId) ?? 0) > session.clock.monotonic();

/** Those of them who are restricted and not opened. While no rules are confirmed, nobody by their times. */
export const restrictedAmong = (
  session: Session,
  people: readonly PersonId[],
): Promise<ReadonlySet<PersonId>> =>
  people.length === 0 ? Promise.resolve(new Set()) : beginRestricted(session)(people);

/** As `restrictedAmong`, for people who are still being looked for: what does not depend on who they are is read meanwhile. */
export function beginRestricted(
  session: Session,
): (people: readonly PersonId[]) => Promise<ReadonlySet<PersonId>> {
  const { store } = session;
  const reading = readCutoffs(session);
  // Nobody waits for it where the search fails.
  reading.catch(() => undefined);
  return async (people) => {
    const cutoffs = await reading;
    if (people.length === 0) return new Set();
    // Together: each answer that is awaited costs a round trip to the engine's thread.
    const rows = await Promise.all([
      store.all<PersonRow>(restrictedRowsAmong(people)),
      cutoffs === null ? [] : store.all<PersonRow>(PURPOSE_QUERIES.among(cutoffs, people)),
    ]);
    const restricted = rows.flat().map(({ personId }) => personId);
    return new Set(restricted.filter((personId) => !isOpened(session, personId)));
  };
}

/** All who are restricted, those who are opened among them: for what goes over everybody. */
export async function readRestricted(session: Session): Promise<ReadonlySet<PersonId>> {
  const { store } = session;
  const cutoffs = await readCutoffs(session);
  const rows = [
    await store.all<PersonRow>(RETURNED_QUERIES.all(EVERYBODY)),
    ...(cutoffs === null
      ? []
      : [
          await store.all<PersonRow>(PURPOSE_QUERIES.homes(cutoffs, { key: '', id: 0 }, EVERYBODY)),
          await store.all<PersonRow>(PURPOSE_QUERIES.contacts(cutoffs, 0, EVERYBODY)),
        ]),
  ];
  return new Set([...rows.flat().map(({ personId }) => personId), ...(await readRestrictedOnRequest(store))]);
}

interface PersonRow {
  readonly personId: PersonId;
}

/** As a limit of a query. */
const EVERYBODY = -1;

/** Null while no rules are confirmed. */
const readCutoffs = untilChanged(async (session): Promise<Cutoffs | null> => {
  const chosen = await readRules(session, session.store);
  return chosen === null ? null : cutoffsRestricted(chosen.rules, dayOf(session.clock.now()));
});

/** Errors: AppError `restricted` {id} where a request names somebody who is, once it is entered in the log; those of the store and of the log. */
export async function requireUnrestricted(
  session: Session,
  route: RouteName,
  request: unknown,
): Promise<void> {
  if (MAY_NAME_RESTRICTED.some((area) => route.startsWith(area))) return;
  const [personId] = await restrictedAmong(session, peopleIn(request));
  if (personId === undefined) return;
  if (!session.readOnly && session.alarms.length === 0)
    await logAlone(session, {
      action: 'restricted-refused',
      outcome: 'refused',
      personId,
      detail: { route },
    });
  throw new AppError('restricted', { id: personId });
}

/** Numbers of people that a request names, in itself or in a part of it. */
function peopleIn(request: unknown): readonly PersonId[] {
  if (typeof request !== 'object' || request === null) return [];
  return Object.entries(request).flatMap(([name, value]) =>
    name === 'personId' && typeof value === 'number' ? [value as PersonId] : peopleIn(value),
  );
}
