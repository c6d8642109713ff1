/** The watch of a session: knows what the log says of the last day, is asked before each act, and enters what it raises. */
import type { Counted, LimitedRole } from '../../../contract/limits/lists.ts';
import { AppError } from '../app-error.ts';
import type { PersonId } from '../../../contract/ids.ts';
import type { Session } from '../session/session.ts';
import { logAlone } from '../session/session.ts';
import { enterRecognised, enterTouches } from './canaries.ts';
import type { Raised, Verdict, Watch } from './watch.ts';
import { createWatch } from './watch.ts';
import { lastBefore, readActs } from './read-acts.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

interface Watching {
  readonly watch: Watch;
  readonly limits: Session['limits'];
  /** Number of the last entry that it knows; null until it has looked for where its day begins. */
  seq: number | null;
  /** Number of the last entry about a canary record that it knows. */
  touched: number;
  /** One after another: what two of them read would be counted twice. */
  turn: Promise<unknown>;
}

/** Kept as long as its session, and made anew where an admin has chosen other limits. */
const watches = new WeakMap<Session, Watching>();

/**
 * Call before something that is counted is done: takes in what was done meanwhile. `cosigned`: a supervisor's PIN comes with the request.
 * Errors: `too-fast` {waitSeconds}; `limit-reached` {counted, span, limit} where a supervisor has to agree, once it is entered as an alert; those of the log.
 */
export async function requireWithinLimits(
  session: Session,
  counted: Counted,
  cosigned: boolean = false,
): Promise<void> {
  if (session.readOnly) return;
  const { watch } = await catchUp(session);
  const { staffId, role } = session.signedIn;
  const limitedAs: LimitedRole = role === 'receptionist' ? 'receptionist' : 'supervisor';
  const now = session.clock.now();
  const verdict = watch.judge(staffId, limitedAs, counted, now);
  if (verdict.may === 'go' || (cosigned && verdict.may === 'with-supervisor')) return;
  if (verdict.may === 'with-supervisor') await enterAll(session, watch.stopped(staffId, now));
  throw refusalOf(verdict, now);
}

/** Takes in what the log has since the last time, and enters what it raises. Errors: those of the log. */
export async function catchUp(session: Session): Promise<{ readonly watch: Watch }> {
  const watching = watchingOf(session);
  await inTurn(watching, () => takeIn(session, watching));
  return watching;
}

/** Rows of a workbook were found to be these records of nobody, or to have their phones. Errors: those of the log. */
export const noticeRecognised = (session: Session, canaries: readonly PersonId[]): Promise<void> =>
  inTurn(watchingOf(session), () => enterRecognised(session, canaries));

async function inTurn(watching: Watching, work: () => Promise<void>): Promise<void> {
  const turn = watching.turn.then(work);
  watching.turn = turn.catch(() => undefined);
  await turn;
}

/** At once: two who ask at the same time share one, or each would raise what the other raises. */
function watchingOf(session: Session): Watching {
  const known = watches.get(session);
  if (known?.limits === session.limits) return known;
  const made: Watching = {
    watch: createWatch(session.limits),
    limits: session.limits,
    seq: null,
    touched: 0,
    turn: Promise.resolve(),
  };
  watches.set(session, made);
  return made;
}

async function takeIn(session: Session, watching: Watching): Promise<void> {
  // Asked with every key of a search, while nothing has been entered since: the store is not.
  if (watching.seq === session.anchor.state().log.seq) return;
  const raised = new Map<string, Raised>();
  const from = watching.seq ?? (await lastBefore(session.store, session.clock.now() - DAY_MS));
  watching.seq = await readActs(session.store, from, (act) => {
    // What a process before this one has raised and entered follows in the log what it was raised by.
    if (act.act === 'alert') raised.delete(`${act.kind} ${act.about}`);
    for (const one of watching.watch.observe(act)) raised.set(`${one.kind} ${one.about}`, one);
  });
  await enterAll(session, [...raised.values()]);
  watching.touched = await enterTouches(session, watching.touched);
}

async function enterAll(session: Session, raised: readonly Raised[]): Promise<void> {
  for (const { kind, count, staffId, personId, roomId } of raised)
    await logAlone(session, {
      action: 'alert',
      outcome: 'done',
      personId,
      detail: { kind, count, staff: staffId, room: roomId },
    });
}

function refusalOf(verdict: Exclude<Verdict, { readonly may: 'go' }>, now: number): AppError {
  if (verdict.may === 'wait')
    return new AppError('too-fast', { waitSeconds: Math.max(1, Math.ceil((verdict.until - now) / 1000)) });
  const { counted, span, limit } = verdict;
  return new AppError('limit-reached', { counted, span, limit });
}
