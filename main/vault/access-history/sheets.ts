/** Answers on paper. What is printed is entered first, and a paper is given out once. */
import type { Role } from '../../../contract/fields.ts';
import type { StaffId } from '../../../contract/ids.ts';
import type { Paper } from '../../../contract/paper.ts';
import type { RouteRequest } from '../../../contract/routes.ts';
import { MAX_SHEET_ENTRIES } from '../../../contract/access-history/lists.ts';
import type { ActForResident, AccessHistorySheet } from '../../../contract/access-history/sheets.ts';
import { AppError } from '../app-error.ts';
import { readCompany } from '../company-facts/read-company.ts';
import type { LogRow, NewLogEntry } from '../log/audit-log.ts';
import { ownReasonsOf } from '../session/reasons.ts';
import { type Session, entryOf } from '../session/session.ts';
import { cosignerOf, requireSupervisor, withSlots } from '../session/with-slots.ts';
import { columnsOf, describeAll, detailOf } from './answer.ts';
import { readActs, readSummary } from './find-acts.ts';
import { describeWhom, namePeople } from './name-people.ts';
import { type Question, scopeOf } from './scope.ts';

/** The sheet of an answer, with the newest entries, and the entry that it is printed. Errors: as `listAccessHistory`. */
export async function readSheet(
  session: Session,
  question: Question,
): Promise<{ readonly sheet: AccessHistorySheet; readonly entry: NewLogEntry }> {
  const whom = await describeWhom(session, question);
  const scope = await scopeOf(session.store, question);
  const summary = await readSummary(session, scope);
  const { rows } = await readActs(session, scope, null, MAX_SHEET_ENTRIES);
  return {
    sheet: {
      whom,
      narrowed: { field: question.field ?? null, how: question.how ?? null },
      summary,
      entries: await describeAll(session, rows),
      ownReasons: ownReasonsOf(session),
      printed: { at: session.clock.now(), by: session.signedIn.displayName },
    },
    entry: entryOf(session, {
      action: 'access-history-print',
      outcome: 'done',
      detail: { ...detailOf(question), entries: rows.length },
      ...columnsOf(question),
    }),
  };
}

/** The sheet of an answer once it is entered that it is printed. Errors: as `readSheet`; `log-unavailable`, then there is no sheet. */
export async function makeSheet(session: Session, question: Question): Promise<Paper> {
  const { sheet, entry } = await readSheet(session, question);
  return session.log.recordDisclosure(
    session.store,
    { kind: 'access-history', company: await readCompany(session.store), sheet },
    entry,
  );
}

/**
 * The answer to a resident's own request. It takes a supervisor's PIN, who answers for it that the resident is who they say they are.
 * Errors: `not-found`, `needs-supervisor`, those of `withSlots`, `log-unavailable`; with any of them there is no sheet.
 */
export async function makeResidentAnswer(
  session: Session,
  { personId, supervisor }: RouteRequest<'accessHistory.answer'>,
): Promise<Paper> {
  return withSlots(session, [supervisor], async (present) => {
    const opener = requireSupervisor(present);
    const [person] = await namePeople(session, [personId]);
    if (person === undefined || person.mask === null) throw new AppError('not-found');
    const scope = await scopeOf(session.store, { about: { by: 'person', personId } });
    const { total } = await readSummary(session, scope);
    const { rows } = await readActs(session, scope, null, MAX_SHEET_ENTRIES);
    const paper: Paper = {
      kind: 'access-history-answer',
      company: await readCompany(session.store),
      sheet: {
        person,
        total,
        acts: rows.map((row) => tellResident(session, row)),
        ownReasons: ownReasonsOf(session),
        madeAt: session.clock.now(),
      },
    };
    return session.log.recordDisclosure(
      session.store,
      paper,
      entryOf(session, {
        action: 'access-history-answer',
        outcome: 'done',
        detail: { entries: rows.length },
        personId,
        reason: 'subject-request',
        cosignerId: cosignerOf(session, opener),
        signedBy: present,
      }),
    );
  });
}

const tellResident = (session: Session, row: LogRow): ActForResident => ({
  seq: row.seq,
  at: row.time,
  action: row.action,
  field: row.field,
  outcome: row.outcome,
  roles: [row.staffId, ...(row.cosignerId === null ? [] : [row.cosignerId])].map((staffId) =>
    roleOf(session, staffId),
  ),
  reason: reasonIdOf(session, row.reason),
});

const roleOf = ({ roster }: Session, staffId: StaffId): Role | 'left' =>
  roster.members.get(staffId)?.role ?? 'left';

/** The reason of the list; what was written beside it may say something of somebody else. */
const reasonIdOf = ({ reasons }: Session, reason: string | null): string | null =>
  reason === null ? null : (reasons.find(({ id }) => id === reason.split(':')[0])?.id ?? 'other');
