/**
 * The ceremony after folder and keychain may have been copied, by an admin and a supervisor: begun in the log with the head of the roster,
 * and ended there. What lies between is the roster's and the rotations' own; nothing else remembers how far it has come.
 */
import { THEFT_STEPS, type TheftStep } from '../../../contract/key-management/lists.ts';
import type { RouteRequest } from '../../../contract/routes.ts';
import type { TheftView } from '../../../contract/key-management/views.ts';
import { AppError } from '../app-error.ts';
import type { Roster } from '../keys/roster.ts';
import { type Session, logAlone, nameOfStaff } from '../session/session.ts';
import { cosignedBy, withBoth } from '../key-change/dual-control.ts';
import { checkStoreKey } from './rotate-store-key.ts';
import { type Rotation, THEFT, begun, done, readRotations, rosterOf } from '../key-change/rotation-log.ts';
import { type TheftLeft, theftLeft } from './theft-left.ts';
import { requireOneDesk } from '../keys/header.ts';

/** For a new PIN typed twice and what goes with it, in seconds. */
const SECONDS_A_PERSON = 60;
/** Of a store, through all three rotations, on the slowest computer that was measured. */
const BYTES_A_SECOND = 5e6;

export interface OpenTheft extends TheftLeft {
  readonly begun: Rotation;
}

/** The ceremony that is under way, by rotations as the log has them; undefined where none is. */
export function openTheft(roster: Roster, rotations: readonly Rotation[]): OpenTheft | undefined {
  const last = rotations.findLast(({ key }) => key === THEFT);
  return last === undefined || last.end !== 'interrupted'
    ? undefined
    : { begun: last, ...theftLeft(roster, last, rotations) };
}

/** How far it has come. Errors: `disk-error`. */
export async function readTheft(session: Session): Promise<TheftView> {
  const theft = await findTheft(session);
  const { storeBytes } = await checkStoreKey(session);
  const people =
    theft?.people ??
    [...session.roster.members.values()].map(
      ({ staffId, suspended }) => ({ staffId, state: suspended ? 'shut-out' : 'old' }) as const,
    );
  const old = people.filter(({ state }) => state === 'old').length;
  return {
    begun: theft === undefined ? null : describeBegun(session, theft.begun),
    left: [...(theft?.left ?? THEFT_STEPS)],
    people: [...people],
    minutes: Math.max(1, Math.ceil((old * SECONDS_A_PERSON + storeBytes / BYTES_A_SECOND) / 60)),
  };
}

const describeBegun = (
  session: Session,
  { begunAt, staffId, cosignerId }: Rotation,
): NonNullable<TheftView['begun']> => ({
  at: begunAt,
  staffName: nameOfStaff(session, staffId),
  cosignerName: cosignerId === null ? null : nameOfStaff(session, cosignerId),
});

const findTheft = async (session: Session): Promise<OpenTheft | undefined> =>
  openTheft(session.roster, await readRotations(session, session.store));

/** Errors, AppError: `theft-order` (one is under way), those of `withSlots`, `needs-supervisor`, `not-allowed`. */
export async function beginTheft(
  session: Session,
  { pin, cosigner }: RouteRequest<'theft.begin'>,
): Promise<TheftView> {
  requireOneDesk(session.header);
  await withBoth(session, pin, cosigner, async (present) => {
    await expectNoTheft(session);
    await logAlone(session, {
      ...begun({ key: THEFT, roster: rosterOf(session.roster.head) }, present),
      ...cosignedBy(present),
    });
  });
  return readTheft(session);
}

/** When nothing else is left. Errors, AppError: `theft-order`, those of the log. */
export async function endTheft(session: Session): Promise<TheftView> {
  await session.turns.take(async () => {
    const { people } = await requireTurn(session, 'end');
    const count = (state: TheftLeft['people'][number]['state']): number =>
      people.filter((one) => one.state === state).length;
    await logAlone(
      session,
      done({ key: THEFT, end: 'made', renewed: count('renewed'), shutOut: count('shut-out') }),
    );
  });
  return readTheft(session);
}

/** The ceremony that is under way, where nothing that comes before `step` is left of it. Errors: `theft-order` {step}, that which comes first. */
export async function requireTurn(session: Session, step: TheftStep): Promise<OpenTheft> {
  const theft = await findTheft(session);
  if (theft === undefined) throw new AppError('theft-order');
  expectTurn(theft, step);
  return theft;
}

function expectTurn({ left: [first] }: OpenTheft, step: TheftStep): void {
  if (first !== undefined && THEFT_STEPS.indexOf(first) < THEFT_STEPS.indexOf(step))
    throw new AppError('theft-order', { step: first });
}

/** For what would lose the log that a ceremony stands in, and for another one. Errors: `theft-order`. */
export async function expectNoTheft(session: Session): Promise<void> {
  if ((await findTheft(session)) !== undefined) throw new AppError('theft-order');
}

/** For a rotation: while a ceremony is under way a key is not changed as long as somebody's old keys would get the new one. Errors: those of requireTurn. */
export async function allowRotation(session: Session, step: TheftStep): Promise<void> {
  const theft = await findTheft(session);
  if (theft !== undefined) expectTurn(theft, step);
}
