/** Answers who has seen what, from the log. Whoever asks is in the log as well. */
import type { PersonId } from '../../../contract/ids.ts';
import type { LogDetail, LogEntryView } from '../../../contract/log/entries.ts';
import type { RouteRequest } from '../../../contract/routes.ts';
import { MAX_TRACED, WHO_SAW_PAGE } from '../../../contract/who-saw/lists.ts';
import type { WhoSawAnswer } from '../../../contract/who-saw/views.ts';
import { AppError } from '../app-error.ts';
import { matchTag } from '../keys/match.ts';
import type { LogRow } from '../log/audit-log.ts';
import { describeEntry } from '../oversight/log-page.ts';
import { withTiers } from '../session/open-values.ts';
import type { Session } from '../session/session.ts';
import { entryOf, tellMasked } from '../session/session.ts';
import type { AllVerified } from '../session/with-slots.ts';
import { requireSupervisor, withSlots } from '../session/with-slots.ts';
import type { Sql } from '../store/sql.ts';
import { sql } from '../store/sql.ts';
import { validateField } from '../values/validate.ts';
import { readActs, readSummary } from './find-acts.ts';
import { describeWhom, readMasks } from './name-people.ts';
import type { Question, TracedNumber } from './scope.ts';
import { scopeOf } from './scope.ts';

/** Enters the question with its first page, then answers it. Errors: `bad-request` {where: 'days'}, `not-found`, those of the log. */
export async function listWhoSaw(
  session: Session,
  question: Question,
  before: number | null,
): Promise<WhoSawAnswer> {
  const answer = await answerOf(session, question, before);
  if (before !== null) return answer;
  return tellMasked(session, answer, [
    entryOf(session, {
      action: 'who-saw',
      outcome: 'done',
      ...columnsOf(question),
      detail: detailOf(question),
    }),
  ]);
}

/** Columns of an entry about a question: the resident and the field, never what was typed. */
export const columnsOf = ({
  about,
  field,
}: Question): { readonly personId: PersonId | null; readonly field: string | null } => ({
  personId: about.by === 'person' ? about.personId : null,
  field: field ?? null,
});

/** What an entry says was asked about. */
export const detailOf = ({ about }: Question): LogDetail<'who-saw'> => ({
  by: about.by,
  room: about.by === 'room' ? about.roomId : null,
  staff: about.by === 'staff' ? about.staffId : null,
});

async function answerOf(session: Session, question: Question, before: number | null): Promise<WhoSawAnswer> {
  const whom = await describeWhom(session, question);
  const scope = await scopeOf(session.store, question);
  const { rows, more } = await readActs(session, scope, before, WHO_SAW_PAGE);
  return {
    whom,
    summary: before === null ? await readSummary(session, scope) : null,
    entries: [...(await describeAll(session, rows))],
    next: more ? (rows.at(-1)?.seq ?? null) : null,
  };
}

/** Entries with the masks of the residents they name. */
export async function describeAll(
  session: Session,
  rows: readonly LogRow[],
): Promise<readonly LogEntryView[]> {
  const masks = await readMasks(
    session,
    rows.flatMap(({ personId }) => personId ?? []),
  );
  return rows.map((row) =>
    describeEntry(session, row, row.personId === null ? null : (masks.get(row.personId) ?? null)),
  );
}

/** Fewest digits that are taken for a number. */
const FEWEST_DIGITS = 5;

/**
 * The residents who have a phone number, by its match tag. Each is an entry with a supervisor's signature before anything is told; the number is in none.
 * Errors: `invalid-value` {field} for what is no number, `needs-supervisor`, those of `withSlots`, `log-unavailable`.
 */
export async function traceNumber(
  session: Session,
  { number, supervisor }: RouteRequest<'whosaw.number'>,
): Promise<TracedNumber> {
  const typed = phoneIn(number);
  return withSlots(session, [supervisor], (present) => traceWith(session, typed, present));
}

/** The number in a text, as values are kept. Errors: `invalid-value` {field} for what is no number. */
export function phoneIn(text: string): string {
  const { normalised } = validateField('phone', text);
  if (normalised.replace(/\D/g, '').length < FEWEST_DIGITS)
    throw new AppError('invalid-value', { field: 'phone' });
  return normalised;
}

/** As `traceNumber`, for whoever has just proved who they are. `number`: as `phoneIn` gives it. */
export async function traceWith(
  session: Session,
  number: string,
  present: AllVerified,
): Promise<TracedNumber> {
  const opener = requireSupervisor(present);
  const [tag] = await withTiers(session, opener, ['contact'], async (keys) =>
    [...keys.values()].map((key) => matchTag(session.keys.vaultId, key, 'phone', number)),
  );
  if (tag === undefined) throw new AppError('needs-supervisor');
  return session.log.record(session.store, async (tx) => {
    const found = (await tx.all<{ readonly personId: PersonId }>(peopleByPhone(tag, MAX_TRACED + 1))).map(
      ({ personId }) => personId,
    );
    const people = found.slice(0, MAX_TRACED);
    const named: readonly (PersonId | null)[] = people.length === 0 ? [null] : people;
    return {
      value: { by: 'number', people, more: found.length > MAX_TRACED },
      entries: named.map((personId) =>
        entryOf(session, {
          action: 'who-saw-number',
          outcome: 'done',
          personId,
          field: 'phone',
          detail: { found: found.length },
          cosignerId: opener.member.staffId === session.signedIn.staffId ? null : opener.member.staffId,
          signedBy: present,
        }),
      ),
    };
  });
}

/** Query of the residents who have a phone now, exported for the test of its plan. */
export const peopleByPhone = (tag: Uint8Array, limit: number): Sql => sql`
  SELECT DISTINCT v.person_id AS personId FROM match_tag t CROSS JOIN sealed_value v ON v.id = t.value_id
  WHERE t.tag = ${tag} AND v.field = 'phone' AND v.replaced_at IS NULL LIMIT ${limit}`;

/** The answer to a number that was traced; the trace is the entry. */
export const answerTraced = (session: Session, traced: TracedNumber): Promise<WhoSawAnswer> =>
  answerOf(session, { about: traced }, null);
