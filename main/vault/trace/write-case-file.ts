/** Writes the case file: made first, for its hash, which the log gets; then it is laid where somebody said. Nothing lies there before the entry. */
import type { RouteReply, RouteRequest } from '../../../contract/routes.ts';
import { MAX_CASE_ENTRIES } from '../../../contract/trace/case-lists.ts';
import { showTraceCode } from '../../../contract/trace/lists.ts';
import { writeDocument } from '../give-document.ts';
import type { VaultContext } from '../feature.ts';
import { cosignedBy } from '../key-change/dual-control.ts';
import { fingerprintRoots } from '../keys/recovery-sheet.ts';
import { ownReasonsOf } from '../session/reasons.ts';
import { type Session, nameOfStaff } from '../session/session.ts';
import { findMark } from '../session/trace-mark.ts';
import { type AllVerified, requireSupervisor, withSlots } from '../session/with-slots.ts';
import { maskValue } from '../values/mask.ts';
import { numberIn, traceWith } from '../access-history/answer.ts';
import { readActs, readSummary } from '../access-history/find-acts.ts';
import { nameFormer, namePeople, readMasks } from '../access-history/name-people.ts';
import { type Condition, scopeOf } from '../access-history/scope.ts';
import { type CaseQuestion, caseFile } from './case-file.ts';
import { requireCode, spanBefore } from './find-trace.ts';
import { done } from '../log/done.ts';
import { orNotFound } from '../store/rows.ts';
import { documentFacts } from '../company-facts/official-document.ts';

type Request = RouteRequest<'trace.caseFile'>;

/** A question, and the conditions on the entries of the log that answer it. */
interface Case {
  readonly asked: CaseQuestion;
  readonly scope: readonly Condition[];
}

/**
 * Errors: `not-found` (no such file was picked, or the mark is none of this vault's), `bad-request` {where: 'code'}, `invalid-value` {field: 'phone'},
 * `needs-supervisor`, those of `withSlots`, `log-unavailable` and its like (nothing is written then), `file-not-written`.
 */
export function writeCaseFile(
  session: Session,
  request: Request,
  { pickedFiles, place }: Pick<VaultContext, 'pickedFiles' | 'place'>,
): Promise<RouteReply<'trace.caseFile'>> {
  const path = pickedFiles.pathOf(request.fileId, 'pdf');
  const own = { slotId: session.signedIn.slotId, pin: request.pin };
  const proofs = request.supervisor === undefined ? [own] : [own, request.supervisor];
  return withSlots(session, proofs, async (present) => {
    const { member } = requireSupervisor(present);
    const { asked, scope } = await caseOf(session, request.about, present);
    const { rows } = await readActs(session, scope, null, MAX_CASE_ENTRIES);
    const { total, staff } = await readSummary(session, scope);
    const { seq, hash } = session.anchor.state().log;
    const document = caseFile({
      ...(await documentFacts(session, place)),
      asked,
      purpose: request.purpose,
      madeBy: session.signedIn.displayName,
      supervisor: member.displayName,
      rows: rows.toReversed(),
      total,
      staff,
      masks: await readMasks(
        session,
        rows.flatMap(({ personId }) => personId ?? []),
      ),
      nameOf: (staffId) => nameOfStaff(session, staffId),
      head: { seq, hash },
      fingerprint: fingerprintRoots(session.keys.roots),
      ownReasons: new Map(
        ownReasonsOf(session).flatMap(({ id, words }) => (words === null ? [] : [[id, words.zh] as const])),
      ),
    });
    const { pages, sha256 } = await writeDocument(
      session,
      {
        document,
        entryOf: (made) =>
          done(
            'case-file',
            { of: request.about.of, entries: rows.length, sha256: made.sha256 },
            { reason: request.purpose, ...cosignedBy(present) },
          ),
      },
      path,
    );
    return { pages, sha256 };
  });
}

async function caseOf(session: Session, about: Request['about'], present: AllVerified): Promise<Case> {
  if (about.of === 'mark') return caseOfMark(session, requireCode(about.code));
  const number = numberIn(about.number);
  const traced = await traceWith(session, number, present);
  const { field, people, former, more } = traced;
  return {
    asked: {
      of: 'number',
      mask: maskValue(session.policy.masks, field, number.forms[0] ?? '', {}).mask,
      field,
      people: await namePeople(session, people),
      former: await nameFormer(session, former),
      more,
    },
    scope: await scopeOf(session.store, { about: traced }),
  };
}

async function caseOfMark(session: Session, code: string): Promise<Case> {
  const mark = orNotFound(await findMark(session, code));
  const { staffId, staffName, desk, at, since } = mark;
  return {
    asked: {
      of: 'mark',
      code: showTraceCode(code),
      staffName,
      role: session.roster.members.get(staffId)?.role ?? null,
      desk,
      at,
      since,
    },
    scope: [spanBefore(mark)],
  };
}
