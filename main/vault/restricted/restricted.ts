/**
 * Who is restricted: PIPL, Article 47, asks to stop everything but storing where a purpose is over and a time is not. A search leaves them out and
 * every route that names one is refused, until a supervisor opens them with a reason. It is a rule of this program; no key enforces it.
 */
import type { PersonId } from '../../../contract/ids.ts';
import { RESTRICTED_OPEN_MINUTES } from '../../../contract/retention/lists.ts';
import type { RouteName } from '../../../contract/route-names.ts';
import { AppError } from '../app-error.ts';
import { dayOf } from '../clock.ts';
import type { Session } from '../session/session.ts';
import { logAlone } from '../session/session.ts';
import { cutoffsRestricted, PURPOSE_QUERIES } from './purpose.ts';
import { readRules } from './rules.ts';

/** Routes of these areas name somebody without showing anything of their record. */
const EXEMPT = ['retention.', 'handover.', 'requests.', 'whosaw.', 'log.', 'scope.', 'trace.'] as const;

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

/** Those of them who are restricted and not opened. Nobody while no rules are confirmed. */
export async function restrictedAmong(
  session: Session,
  people: readonly PersonId[],
): Promise<ReadonlySet<PersonId>> {
  if (people.length === 0) return new Set();
  const chosen = await readRules(session.store);
  if (chosen === null) return new Set();
  const cutoffs = cutoffsRestricted(chosen.rules, dayOf(session.clock.now()));
  const rows = await session.store.all<{ readonly personId: PersonId }>(
    PURPOSE_QUERIES.among(cutoffs, people),
  );
  return new Set(rows.map(({ personId }) => personId).filter((personId) => !isOpened(session, personId)));
}

/** Errors: AppError `restricted` {id} where a request names somebody who is, once it is entered in the log; those of the store and of the log. */
export async function requireUnrestricted(
  session: Session,
  route: RouteName,
  request: unknown,
): Promise<void> {
  if (EXEMPT.some((area) => route.startsWith(area))) return;
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
  return Object.entries(request).flatMap(([name, value]) => {
    if (name === 'personId' && typeof value === 'number') return [value as PersonId];
    return typeof value === 'object' && !Array.isArray(value) ? peopleIn(value) : [];
  });
}
