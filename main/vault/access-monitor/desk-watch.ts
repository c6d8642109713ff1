/** The watch of a session: knows what the log says of the last day, is asked before each act, and enters what it raises. */
import type { Counted, LimitedRole } from '../../../contract/limits/lists.ts';
import { AppError } from '../app-error.ts';
import type { PersonId } from '../../../contract/ids.ts';
import { type Marks, behind, marksBefore, readSince, readWhole, upToMarks } from '../log/chains.ts';
import { type Session, logAlone } from '../session/session.ts';
import { enterRecognised, enterTouches } from './canaries.ts';
import { type Held, type Raised, type RecordOf, type Verdict, type Watch, createWatch } from './watch.ts';
import { MONTH_DAYS } from './long-counts.ts';
import { countResidents, readActs, readPast } from './read-acts.ts';
import { done } from '../log/done.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

interface Watching {
  readonly watch: Watch;
  readonly limits: Session['limits'];
  readonly holding: Holding;
  /** Up to which entries it knows all; null until it has looked for where its day begins. */
  marks: Marks | null;
  /** Number of this desk's last entry when it looked. */
  head: number | null;
  /** Marks before that day. */
  began: Marks;
  /** Marks up to which it knows the entries about canary records. */
  touched: Marks;
  /** One after another: what two of them read would be counted twice. */
  turn: Promise<unknown>;
  /** The month before that day, once somebody has asked for it. */
  past: Promise<void> | null;
}

/** Requests under way, which hold a share of the limits; kept over a change of limits. */
interface Holding {
  readonly held: Set<Held>;
  /** Those who wait for one of them to end. */
  waiting: (() => void)[];
}

type Stop = Exclude<Verdict, { readonly may: 'go' }>;

/** Kept as long as its session, and made anew where an admin has chosen other limits. */
const watches = new WeakMap<Session, Watching>();

/** How a request asks for something that is counted. */
interface Asking {
  /** The records that it shows: whatever was opened lately is not counted once more. */
  readonly records?: readonly RecordOf[];
  /** A supervisor's PIN comes with it. */
  readonly cosigned?: boolean;
  /** Called before each judgement: enters what was done before and is in no log yet. */
  readonly first?: () => Promise<void>;
}

/**
 * Does something that is counted, where the limits let it: it counts from the moment it is let pass, so that requests that come at the same time are not all
 * let pass by the same count, until `act` has settled and the log says whether it was done. Where only what is under way stands in the way, it waits for how
 * that ends.
 * Errors: `too-fast` {waitSeconds}; `limit-reached` {counted, span, limit} where a supervisor has to agree, once it is entered as an alert; those of the log; those of `act`.
 */
export async function withinLimits<T>(
  session: Session,
  counted: Counted,
  asking: Asking,
  act: () => Promise<T>,
): Promise<T> {
  if (session.readOnly) return act();
  const held: Held = { counted, time: session.clock.now() };
  for (;;) {
    const wait = await hold(session, held, asking);
    if (wait === null) break;
    await wait.until;
  }
  const { holding } = watchingOf(session);
  try {
    return await act();
  } finally {
    holding.held.delete(held);
    for (const wake of holding.waiting.splice(0)) wake();
  }
}

/** Null once it is held; else what to wait for before it is asked again. Errors: as `withinLimits`. */
async function hold(
  session: Session,
  held: Held,
  { cosigned = false, first, records = [] }: Asking,
): Promise<{ readonly until: Promise<void> } | null> {
  const watching = watchingOf(session);
  return inTurn(watching, async () => {
    const { watch, holding } = watching;
    // Before the log is read: one that ends meanwhile may not be in what was read.
    const among = [...holding.held];
    await first?.();
    await takeIn(session, watching);
    const { staffId, role } = session.signedIn;
    const limitedAs: LimitedRole = role === 'receptionist' ? 'receptionist' : 'supervisor';
    const now = session.clock.now();
    if (records.length > 0 && records.every((record) => watch.hasOpened(staffId, record, now))) return null;
    const stopBy = (others: readonly Held[]): Stop | null => {
      const verdict = watch.judge(staffId, limitedAs, held.counted, now, others);
      return verdict.may === 'go' || (cosigned && verdict.may === 'with-supervisor') ? null : verdict;
    };
    if (stopBy(among) === null) {
      holding.held.add(held);
      return null;
    }
    const stop = stopBy([]);
    if (stop === null) return { until: endOfOne(holding, among) };
    if (stop.may === 'with-supervisor') await enterAll(session, watch.stopped(staffId, now));
    throw refusalOf(stop, now);
  });
}

/** Once one of these has ended. */
const endOfOne = ({ held, waiting }: Holding, among: readonly Held[]): Promise<void> =>
  among.some((one) => !held.has(one)) ? Promise.resolve() : new Promise((resolve) => waiting.push(resolve));

/**
 * Takes in what the log has since the last time, and the month before where that is not known yet, and enters what it raises. Nobody at the desk waits for the
 * month: its entries are read a few at a time, beside whatever is asked. Errors: those of the log.
 */
export async function processNewEntries(session: Session): Promise<void> {
  const watching = watchingOf(session);
  await inTurn(watching, () => takeIn(session, watching));
  await (watching.past ??= takeInPast(session, watching));
}

/** Errors: those of the log; it is read anew then. */
async function takeInPast(session: Session, watching: Watching): Promise<void> {
  try {
    const { store, clock } = session;
    const month = await readSince(store, clock.now() - MONTH_DAYS * DAY_MS);
    await readPast(session, upToMarks(month, watching.began), (act) => watching.watch.takePast(act));
    const residents = await countResidents(store);
    await inTurn(watching, () => enterAll(session, watching.watch.endPast(residents, clock.now())));
  } catch (error) {
    watching.past = null;
    throw error;
  }
}

/** Enters that whoever is signed in has opened these records, but those that they have opened lately. Errors: those of the log. */
export async function enterOpening(session: Session, records: readonly RecordOf[]): Promise<void> {
  if (session.readOnly) return;
  const watching = watchingOf(session);
  await inTurn(watching, () => takeIn(session, watching));
  const { watch } = watching;
  const now = session.clock.now();
  for (const record of records)
    if (!watch.hasOpened(session.signedIn.staffId, record, now))
      await logAlone(
        session,
        'personId' in record
          ? done('open', null, record)
          : done('open-room', { of: 'room', room: record.roomId }),
      );
}

/** Rows of a workbook were found to be these records of nobody, or to have their phones. Errors: those of the log. */
export const noticeRecognised = (session: Session, canaries: readonly PersonId[]): Promise<void> =>
  inTurn(watchingOf(session), () => enterRecognised(session, canaries));

async function inTurn<T>(watching: Watching, work: () => Promise<T>): Promise<T> {
  const turn = watching.turn.then(work);
  watching.turn = turn.catch(() => undefined);
  return turn;
}

/** At once: two who ask at the same time share one, or each would raise what the other raises. */
function watchingOf(session: Session): Watching {
  const known = watches.get(session);
  if (known?.limits === session.limits) return known;
  const made: Watching = {
    watch: createWatch(session.limits, null),
    limits: session.limits,
    holding: known?.holding ?? { held: new Set(), waiting: [] },
    marks: null,
    head: null,
    began: [],
    touched: [],
    turn: Promise.resolve(),
    past: null,
  };
  watches.set(session, made);
  return made;
}

async function takeIn(session: Session, watching: Watching): Promise<void> {
  // Asked with every key of a search, while nothing has been entered since: the store is not.
  const { seq } = session.anchor.state().log;
  if (watching.head === seq) return;
  const raised = new Map<string, Raised>();
  if (watching.marks === null)
    watching.began = await marksBefore(session.store, session.clock.now() - DAY_MS);
  const whole = await readWhole(session.store);
  await readActs(session, behind(whole, watching.marks ?? watching.began), (act) => {
    // What a process before this one has raised and entered follows in the log what it was raised by.
    if (act.act === 'alert') raised.delete(`${act.kind} ${act.about}`);
    for (const one of watching.watch.observe(act)) raised.set(`${one.kind} ${one.about}`, one);
  });
  watching.marks = whole.map(({ upTo }) => upTo);
  watching.head = seq;
  await enterAll(session, [...raised.values()]);
  watching.touched = await enterTouches(session, watching.touched);
}

async function enterAll(session: Session, raised: readonly Raised[]): Promise<void> {
  for (const { kind, count, staffId, personId, roomId } of raised)
    await logAlone(session, done('alert', { kind, count, staff: staffId, room: roomId }, { personId }));
}

function refusalOf(verdict: Stop, now: number): AppError {
  if (verdict.may === 'wait')
    return new AppError('too-fast', { waitSeconds: Math.max(1, Math.ceil((verdict.until - now) / 1000)) });
  const { counted, span, limit } = verdict;
  return new AppError('limit-reached', { counted, span, limit });
}
