/** Answers who has seen what, from the log. Whoever asks is in the log as well. */
import { sealedTierOf } from '../../../contract/fields.ts';
import type { PersonId } from '../../../contract/ids.ts';
import type { LogDetail, LogEntryView } from '../../../contract/log/entries.ts';
import type { RouteRequest } from '../../../contract/routes.ts';
import { MAX_TRACED, WHO_SAW_PAGE } from '../../../contract/access-history/lists.ts';
import type { AccessHistoryAnswer } from '../../../contract/access-history/views.ts';
import { AppError } from '../app-error.ts';
import { zero } from '../crypto/zero.ts';
import { everyEpoch } from '../keys/epochs.ts';
import { formerTags } from '../keys/former-tags.ts';
import { matchTag } from '../keys/match.ts';
import type { LogRow } from '../log/audit-log.ts';
import { describeEntry } from '../oversight/log-page.ts';
import type { TierKeys } from '../people/sealed-changes.ts';
import { readFormerKeys } from '../session/former-keys.ts';
import { withTiers } from '../session/open-values.ts';
import { type Session, entryOf, tellMasked } from '../session/session.ts';
import { type AllVerified, cosignerOf, requireSupervisor, withSlots } from '../session/with-slots.ts';
import { followMerges } from '../store/follow-merges.ts';
import type { Sql } from '../store/sql.ts';
import type { ReadableStore } from '../store/store.ts';
import { idFormsOf } from '../values/id-forms.ts';
import { validateField } from '../values/validate.ts';
import { readActs, readSummary } from './find-acts.ts';
import { describeWhom, readMasks } from './name-people.ts';
import { type FormerHolder, type Question, type TracedField, type TracedNumber, scopeOf } from './scope.ts';
import { done } from '../log/done.ts';
import { commitValue } from '../session/commit.ts';

/** Enters the question with its first page, then answers it. Errors: `bad-request` {where: 'days'}, `not-found`, those of the log. */
export async function listAccessHistory(
  session: Session,
  question: Question,
  before: number | null,
): Promise<AccessHistoryAnswer> {
  const answer = await answerOf(session, question, before);
  if (before !== null) return answer;
  return tellMasked(session, answer, [
    entryOf(session, done('access-history', detailOf(question), columnsOf(question))),
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

/** Subject of a question, as its entry in the log records it. */
export const detailOf = ({ about }: Question): LogDetail<'access-history'> => ({
  by: about.by,
  room: about.by === 'room' ? about.roomId : null,
  staff: about.by === 'staff' ? about.staffId : null,
});

async function answerOf(
  session: Session,
  question: Question,
  before: number | null,
): Promise<AccessHistoryAnswer> {
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
const MIN_DIGITS = 5;

/** A number that somebody has typed, as values are kept. */
export interface TypedNumber {
  readonly field: TracedField;
  /** An ID number may be stored in one of two. */
  readonly forms: readonly string[];
}

/**
 * The residents who have a phone or an ID number, or had it on their record, by its tags. Each is an entry with a supervisor's signature before anything is
 * told; the number is in none. Errors: `invalid-value` {field} for what is no number, `needs-supervisor`, those of `withSlots`, `log-unavailable`,
 * `store-damaged` {part: 'value'} where the keys of before do not open.
 */
export async function traceNumber(
  session: Session,
  { number, supervisor }: RouteRequest<'accessHistory.number'>,
): Promise<TracedNumber> {
  const typed = numberIn(number);
  return withSlots(session, [supervisor], (present) => traceWith(session, typed, present));
}

/** The number in a text; a whole ID number is one, everything else a phone. Errors: `invalid-value` {field} for what is no number. */
export function numberIn(text: string): TypedNumber {
  const forms = idFormsOf(text);
  if (forms !== null) return { field: 'idNumber', forms };
  const { normalised } = validateField('phone', text);
  if (normalised.replace(/\D/g, '').length < MIN_DIGITS)
    throw new AppError('invalid-value', { field: 'phone' });
  return { field: 'phone', forms: [normalised] };
}

/** As `traceNumber`, for whoever has just proved who they are. */
export async function traceWith(
  session: Session,
  typed: TypedNumber,
  present: AllVerified,
): Promise<TracedNumber> {
  const { field } = typed;
  const opener = requireSupervisor(present);
  const tags = await withTiers(session, opener, [sealedTierOf(field)], (keys) =>
    tagsOf(session, typed, keys),
  );
  return commitValue(session, async (tx) => {
    const having = await tx.all<{ readonly personId: PersonId }>(
      peopleByNumber(field, tags.present, MAX_TRACED + 1),
    );
    const people = having.map(({ personId }) => personId);
    const former = await readFormer(tx, field, tags.former, new Set(people));
    const named = [...new Set([...people, ...former.map(({ personId }) => personId)])];
    return {
      value: {
        by: 'number',
        field,
        people: people.slice(0, MAX_TRACED),
        former: former.slice(0, MAX_TRACED),
        more: people.length > MAX_TRACED || former.length > MAX_TRACED,
      },
      entries: (named.length === 0 ? [null] : named).map((personId) =>
        done(
          'access-history-number',
          { found: named.length },
          { personId, field, cosignerId: cosignerOf(session, opener), signedBy: present },
        ),
      ),
    };
  });
}

/** Tags that the number has in the store now, and those that it has where it was replaced. */
async function tagsOf(
  { store, keys: { vaultId } }: Session,
  { field, forms }: TypedNumber,
  keys: TierKeys,
): Promise<{ readonly present: readonly Uint8Array[]; readonly former: readonly Uint8Array[] }> {
  const key = keys.get(sealedTierOf(field));
  if (key === undefined) throw new AppError('needs-supervisor');
  const before = await readFormerKeys(store, vaultId, key);
  try {
    return {
      present: everyEpoch([key]).flatMap((of) => forms.map((form) => matchTag(vaultId, of, field, form))),
      former: forms.flatMap((form) => formerTags(vaultId, key, before, field, form)),
    };
  } finally {
    zero(...before.map(({ matchKey }) => matchKey));
  }
}

const placesOf = (values: readonly unknown[]): string => values.map(() => '?').join(', ');

/** Query of the residents who have a number now, exported for the test of its plan. */
export const peopleByNumber = (field: TracedField, tags: readonly Uint8Array[], limit: number): Sql => ({
  text: `SELECT DISTINCT v.person_id AS personId FROM match_tag t CROSS JOIN sealed_value v ON v.id = t.value_id
    WHERE t.tag IN (${placesOf(tags)}) AND v.field = ? AND v.replaced_at IS NULL LIMIT ?`,
  values: [...tags, field, limit],
});

/** Query of the residents who had a number, exported for the test of its plan. */
export const formerByNumber = (field: TracedField, tags: readonly Uint8Array[], limit: number): Sql => ({
  text: `SELECT person_id AS personId, valid_from AS "from", valid_until AS until, import_id AS importId FROM former_tag
    WHERE tag IN (${placesOf(tags)}) AND field = ? ORDER BY valid_until DESC, value_id DESC LIMIT ?`,
  values: [...tags, field, limit],
});

/** Under the record into which theirs was merged; who has the number now is among those. Errors: AppError `store-damaged` for times that there are not. */
async function readFormer(
  store: ReadableStore,
  field: TracedField,
  tags: readonly Uint8Array[],
  having: ReadonlySet<PersonId>,
): Promise<readonly FormerHolder[]> {
  const rows = await store.all<FormerHolder>(formerByNumber(field, tags, MAX_TRACED + 1));
  if (!rows.every(({ from, until }) => from >= 0 && from <= until && until <= LAST_MOMENT))
    throw new AppError('store-damaged', { part: 'value' });
  const followed: FormerHolder[] = [];
  for (const row of rows) followed.push({ ...row, personId: await followMerges(store, row.personId) });
  return followed.filter(({ personId }) => !having.has(personId));
}

/** The last moment that a date has, in milliseconds since 1970. */
const LAST_MOMENT = 8.64e15;

/** The answer to a number that was traced; the trace is the entry. */
export const answerTraced = (session: Session, traced: TracedNumber): Promise<AccessHistoryAnswer> =>
  answerOf(session, { about: traced }, null);
