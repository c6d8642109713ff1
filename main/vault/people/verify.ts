/** Verifies a visitor's answer against a stored value without showing it; only for what the mask hides. */
import type { RouteReply, RouteRequest } from '../../../contract/routes.ts';
import type { VerifyKind } from '../../../contract/people/verify-kinds.ts';
import type { SealedFieldId } from '../../../contract/fields.ts';
import type { PersonId } from '../../../contract/ids.ts';
import type { MaskedPerson } from '../../../contract/people/views.ts';
import { AppError } from '../app-error.ts';
import { type Clock, dayOf, startOfDay } from '../clock.ts';
import { withinLimits } from '../access-monitor/desk-watch.ts';
import { allChains, inOrder, isLater } from '../log/chains.ts';
import type { Session } from '../session/session.ts';
import { requireReason } from '../session/access-reason.ts';
import { type AllVerified, type VerifiedStaff, requireSupervisor, withSlots } from '../session/with-slots.ts';
import { sql } from '../store/sql.ts';
import type { ReadableStore, WritableStore } from '../store/store.ts';
import { openValue, withTiers } from '../session/open-values.ts';
import { normaliseText } from '../values/normalise.ts';
import { type PersonRow, maskName, readPersonRow } from './read-person.ts';
import { validateField } from '../values/validate.ts';
import { readSealedValues } from './sealed-values.ts';
import { commitValue } from '../session/commit.ts';

const MINUTE = 60_000;
/** Minutes for which a record is closed to verification after too many wrong answers. */
const CLOSED_MINUTES = 15;
/** Wrong answers within that time that close a record. */
const TRIES = 3;
/** Wrong answers on one person within 24 hours, by anybody, after which a supervisor must co-sign. */
const WRONG_A_DAY = 10;

/** Request for which an answer is verified, beside the counter: the entry names it. */
interface VerifiedFor {
  /** Number of the request of an individual. */
  readonly request: number;
  /** Runs in the commit of the entry where it matches, and must not fail: else nobody would know that an answer was compared. */
  readonly onMatch: (tx: WritableStore, seq: number) => Promise<void>;
}

/**
 * Handles `people.verify`. Errors: those of `withinLimits` and `requireReason`, `verify-closed` {waitSeconds}, `needs-supervisor` (an ID number, or after
 * ten wrong answers in a day), `verify-shown-characters`, `verify-nothing-to-compare`, and those of
 * `withSlots`.
 */
export const verify = (
  session: Session,
  request: RouteRequest<'people.verify'>,
  verifiedFor?: VerifiedFor,
): Promise<RouteReply<'people.verify'>> =>
  withinLimits(session, 'verify', { cosigned: request.cosigner !== undefined }, () =>
    verifyCounted(session, request, verifiedFor),
  );

async function verifyCounted(
  session: Session,
  request: RouteRequest<'people.verify'>,
  verifiedFor: VerifiedFor | undefined,
): Promise<RouteReply<'people.verify'>> {
  const ticket = requireTicketOf(session, request);
  const person = await readPersonRow(session.store, request.personId);
  await requireOpenToTries(session.store, session.clock, person.id);
  const own = { slotId: session.signedIn.slotId, pin: request.pin };
  return withSlots(
    session,
    request.cosigner === undefined ? [own] : [own, request.cosigner],
    async (present) => {
      await requireOpenToTries(session.store, session.clock, person.id); // again, now that no other request runs between
      const opener = await chooseOpener(session, request, present);
      const match = await compare(session, opener, person, request.kind, request.said);
      return commitValue(session, async (tx, seq) => {
        if (match) await verifiedFor?.onMatch(tx, seq);
        return {
          value: {
            match,
            triesLeft: Math.max(0, (await readTries(tx, session.clock, person.id)).left - (match ? 0 : 1)),
          },
          entries: [
            {
              action: 'verify',
              outcome: match ? 'match' : 'no-match',
              personId: person.id,
              field: FIELD_OF[request.kind],
              detail: { kind: request.kind, ...(verifiedFor && { request: verifiedFor.request }) },
              reason: request.reason,
              ticket,
              cosignerId: request.cosigner === undefined ? null : opener.member.staffId,
              signedBy: present,
            },
          ],
        };
      });
    },
  );
}

/** A reason is optional here; one that is given is as good as any other's. */
const requireTicketOf = (
  session: Session,
  { reason, ticket }: RouteRequest<'people.verify'>,
): string | null => (reason === undefined ? ticket || null : requireReason(session, { reason, ticket }));

const FIELD_OF: Readonly<Record<VerifyKind, 'name' | SealedFieldId>> = {
  phone: 'phone',
  'phone-hidden': 'phone',
  name: 'name',
  'id-number': 'idNumber',
};

async function chooseOpener(
  session: Session,
  request: RouteRequest<'people.verify'>,
  present: AllVerified,
): Promise<VerifiedStaff> {
  const tired =
    (await readWrongSince(session.store, request.personId, session.clock.now() - 24 * 60 * MINUTE)).length >=
    WRONG_A_DAY;
  if (tired && request.cosigner === undefined) throw new AppError('needs-supervisor');
  return request.kind === 'id-number' || request.cosigner !== undefined
    ? requireSupervisor(present)
    : present[0];
}

async function compare(
  session: Session,
  opener: VerifiedStaff,
  person: PersonRow,
  kind: VerifyKind,
  said: string,
): Promise<boolean> {
  if (kind === 'name') return compareName(session, person, said);
  const rows = (await readSealedValues(session.store, person.id)).filter(
    (row) => row.field === FIELD_OF[kind],
  );
  if (rows.length === 0) throw new AppError('verify-nothing-to-compare');
  return withTiers(
    session,
    opener,
    rows.map((row) => row.tier),
    async (keys) => {
      const answers = rows.map((row) => ({
        mask: row.mask,
        value: openValue(session, keys, person.id, row),
      }));
      if (kind === 'phone-hidden') return compareHiddenDigits(answers, said);
      const field = kind === 'phone' ? 'phone' : 'idNumber';
      const wanted = validateField(field, said).normalised;
      return answers.some((answer) => validateField(field, answer.value).normalised === wanted);
    },
  );
}

function compareName({ policy: { masks } }: Session, person: PersonRow, said: string): boolean {
  if (maskName(masks, person).mask === person.name) throw new AppError('verify-nothing-to-compare');
  return validateField('name', said).normalised === validateField('name', person.name).normalised;
}

/**
 * Whether `said` is exactly the digits behind the stars of a mask. Errors: `verify-shown-characters` {digits}
 * where their number differs.
 */
function compareHiddenDigits(
  answers: readonly { readonly mask: string; readonly value: string }[],
  said: string,
): boolean {
  const digits = normaliseText(said).replace(/\D/g, '');
  const hidden = answers
    .map((answer) => hiddenCharacters(answer.mask, answer.value))
    .filter((characters) => characters !== '');
  const [first] = hidden;
  if (first === undefined) throw new AppError('verify-nothing-to-compare');
  if (!hidden.some((characters) => characters.length === digits.length))
    throw new AppError('verify-shown-characters', { digits: first.length });
  return hidden.includes(digits);
}

/** The characters behind the stars; empty where mask and value differ in length. */
function hiddenCharacters(mask: string, value: string): string {
  if (mask.length !== value.length) return '';
  return [...value].filter((_, index) => mask[index] === '*').join('');
}

/** Errors: `verify-closed` {waitSeconds}. */
async function requireOpenToTries(store: ReadableStore, clock: Clock, personId: PersonId): Promise<void> {
  const { opensAt } = await readTries(store, clock, personId);
  if (opensAt === null) return;
  const waitSeconds = Math.ceil((opensAt - clock.now()) / 1000);
  throw new AppError('verify-closed', {
    waitSeconds: Math.min(CLOSED_MINUTES * 60, Math.max(1, waitSeconds)),
  });
}

/** How many wrong answers are left before the record closes; since they are spent, when it opens again. */
async function readTries(
  store: ReadableStore,
  clock: Clock,
  personId: PersonId,
): Promise<{ readonly left: number; readonly opensAt: number | null }> {
  const wrong = await readWrongSince(store, personId, clock.now() - CLOSED_MINUTES * MINUTE);
  const left = Math.max(0, TRIES - wrong.length);
  return { left, opensAt: left > 0 ? null : Math.max(...wrong) + CLOSED_MINUTES * MINUTE };
}

/** What of somebody's verification their masked record tells. */
export async function readVerification(
  session: Session,
  personId: PersonId,
): Promise<Pick<MaskedPerson, 'verifyTriesLeft' | 'verifyOpensAt' | 'verifiedAt'>> {
  const { left, opensAt } = await readTries(session.store, session.clock, personId);
  return {
    verifyTriesLeft: left,
    verifyOpensAt: opensAt,
    verifiedAt: await readVerifiedToday(session, personId),
  };
}

const readWrongSince = async (
  store: ReadableStore,
  personId: PersonId,
  since: number,
): Promise<readonly number[]> =>
  (await readVerifications(store, personId, 'no-match', since)).map(({ time }) => time);

/**
 * When an answer about somebody last matched today, in milliseconds since 1970: another than the name, which stands on every parcel. Null where none did,
 * or a wrong answer came after it: who stands there now could not say.
 */
export async function readVerifiedToday(
  { store, clock }: Session,
  personId: PersonId,
): Promise<number | null> {
  const today = startOfDay(dayOf(clock.now()));
  const matches = await readVerifications(store, personId, 'match', today);
  const last = inOrder(matches).findLast(({ field }) => field !== 'name');
  const wrong = await readVerifications(store, personId, 'no-match', today);
  return last === undefined || wrong.some((one) => isLater(one, last)) ? null : last.time;
}

/** Read from the log, which cannot be tampered with unnoticed. Entries in the future (a clock set back) count. */
const readVerifications = (
  store: ReadableStore,
  personId: PersonId,
  outcome: 'match' | 'no-match',
  since: number,
): Promise<readonly { readonly seq: number; readonly time: number; readonly field: string | null }[]> =>
  store.all(
    allChains(sql`
    SELECT seq, time, field FROM $log WHERE person_id = ${personId} AND action = 'verify' AND outcome = ${outcome} AND time > ${since} ORDER BY seq`),
  );
