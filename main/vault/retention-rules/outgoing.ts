/**
 * Who may stand in a file that leaves the house: nobody who was deleted and is back by a restore, nobody who is restricted, and no record of nobody. What
 * goes out takes people as `Outgoing`, which is made here alone.
 */
import type { PersonId } from '../../../contract/ids.ts';
import { readCanaries } from '../access-monitor/canaries.ts';
import type { Session } from '../session/session.ts';
import { requireRestrictions } from './on-request.ts';
import { readRestricted, restrictedAmong } from './restricted.ts';
import { requireRecalled } from './returned.ts';

declare const leftIn: unique symbol;

/** People, or what is told of them, that may leave the house. */
export type Outgoing<T> = readonly T[] & { readonly [leftIn]: true };

interface OfPerson {
  readonly personId: PersonId;
}

/**
 * Those of a list who may leave the house, in its order. Whom a supervisor has opened is restricted all the same: that was for one look. Errors: those of
 * the store, `readCanaries`, `requireRecalled` and `requireRestrictions`.
 */
export async function leaveOut<T extends OfPerson>(
  session: Session,
  people: readonly T[],
): Promise<Outgoing<T>> {
  await requireRecalled(session, session.store);
  await requireRestrictions(session, session.store);
  const restricted = await readRestricted(session);
  const canaries = new Set((await readCanaries(session, session.store)).map(({ personId }) => personId));
  const isLeftIn = ({ personId }: T): boolean => !restricted.has(personId) && !canaries.has(personId);
  return people.filter(isLeftIn) as readonly T[] as Outgoing<T>;
}

/** As `leaveOut` of what is about people who were named one by one: a supervisor may have opened them for it, and a canary is told by its touch. */
export async function leaveOutNamed<T extends OfPerson>(
  session: Session,
  people: readonly T[],
): Promise<Outgoing<T>> {
  await requireRecalled(session, session.store);
  await requireRestrictions(session, session.store);
  const restricted = await restrictedAmong(session, [...new Set(people.map(({ personId }) => personId))]);
  return people.filter(({ personId }) => !restricted.has(personId)) as readonly T[] as Outgoing<T>;
}

interface OfGuardian {
  readonly value: string;
  /** The guardian whom the value names. */
  readonly linked?: PersonId | undefined;
}

/** Opened values as they may leave the house: for a guardian who may not, their number, as for one who is gone. Errors: those of `restrictedAmong`. */
export async function leaveOutGuardians<T extends OfGuardian>(
  session: Session,
  values: readonly T[],
): Promise<readonly T[]> {
  const restricted = await restrictedAmong(
    session,
    values.flatMap(({ linked }) => linked ?? []),
  );
  return values.map((one) => {
    const { linked, ...rest } = one;
    return linked !== undefined && restricted.has(linked) ? ({ ...rest, value: `#${linked}` } as T) : one;
  });
}
