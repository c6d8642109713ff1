/** From a code to whoever had it, and what they had before them as far as the log says. Whoever asks is in the log as well. */
import { MAX_TRACE_ENTRIES, readTraceCode, TRACE_BEFORE_MS } from '../../../contract/trace/lists.ts';
import type { RouteReply, RouteRequest } from '../../../contract/routes.ts';
import { AppError } from '../app-error.ts';
import { endOfChain } from '../log/chains.ts';
import { type Session, entryOf } from '../session/session.ts';
import { type FoundMark, findMark } from '../session/trace-mark.ts';
import { describeAll } from '../access-history/answer.ts';
import { readActs } from '../access-history/find-acts.ts';
import type { Condition } from '../access-history/scope.ts';

const MINUTE_MS = 60_000;

/** Enters the trace, then answers. Errors: `bad-request` {where: 'code'}, those of the log. */
export async function findTrace(
  session: Session,
  { code }: RouteRequest<'trace.find'>,
): Promise<RouteReply<'trace.find'>> {
  const mark = await findMark(session, requireCode(code));
  const traced = mark === null ? null : await describeMark(session, mark);
  return session.log.recordDisclosure(
    session.store,
    { traced },
    entryOf(session, {
      action: 'trace',
      outcome: mark === null ? 'no-match' : 'match',
      detail: mark === null ? null : { session: mark.session, at: mark.at },
    }),
  );
}

/** The code in what was typed. Errors: `bad-request` {where: 'code'}. */
export function requireCode(text: string): string {
  const code = readTraceCode(text);
  if (code === null) throw new AppError('bad-request', { where: 'code' });
  return code;
}

async function describeMark(
  session: Session,
  mark: FoundMark,
): Promise<NonNullable<RouteReply<'trace.find'>['traced']>> {
  const { rows, more } = await readActs(session, [spanBefore(mark)], null, MAX_TRACE_ENTRIES);
  const { staffId, staffName, desk, at, since } = mark;
  return {
    staffId,
    staffName,
    role: session.roster.members.get(staffId)?.role ?? null,
    desk,
    at,
    since,
    session: mark.session,
    entries: [...(await describeAll(session, rows))],
    more,
  };
}

/** The entries of a session in the minutes before a mark, in its own and in the next: between two numbers, so that no log is scanned. */
export const spanBefore = ({ at, session, nextSession }: FoundMark): Condition => ({
  text: 'seq BETWEEN ? AND ? AND time BETWEEN ? AND ?',
  values: [
    session,
    (nextSession ?? endOfChain(session)) - 1,
    at - TRACE_BEFORE_MS,
    // The mark of a minute is on what was begun in it, whose entry follows once it is made.
    at + 2 * MINUTE_MS,
  ],
});
