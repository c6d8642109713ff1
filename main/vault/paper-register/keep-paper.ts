/** Paper is taken in, put right, given back, and is to be back later: each in one commit with its entry. */
import { MAX_PAPERS, NO_PAPER_DAYS } from '../../../contract/paper-register/lists.ts';
import type { PaperFacts, PaperRegister } from '../../../contract/paper-register/routes.ts';
import type { LogDetail } from '../../../contract/log/entries.ts';
import type { StaffId } from '../../../contract/ids.ts';
import type { RouteRequest } from '../../../contract/routes.ts';
import { AppError } from '../app-error.ts';
import { dayOf } from '../clock.ts';
import type { SessionEntry } from '../log/audit-log.ts';
import type { Session } from '../session/session.ts';
import { takeId } from '../store/ids.ts';
import { sql } from '../store/sql.ts';
import type { WritableStore } from '../store/store.ts';
import { checkDay } from '../values/days.ts';
import { type PaperRow, readPapers, readRegister, requirePaper, staffOfSlot } from './register.ts';
import { commitAndRead } from '../session/commit.ts';
import { withOversight } from '../session/with-own-pin.ts';
import { done } from '../log/done.ts';

const DAY_MS = 86_400_000;

/**
 * One transaction for a change, its entries and the register as it is afterwards. `work`: null where it has changed nothing.
 * Errors: those of `work`, `log-unavailable`.
 */
export const writePapers = (
  session: Session,
  work: (tx: WritableStore) => Promise<readonly SessionEntry[]>,
): Promise<PaperRegister> =>
  commitAndRead(session, readRegister, async (tx) => {
    const entries = await work(tx);
    return entries;
  });

/** Errors: `invalid-value` {field: until} for a day that there is not, `unknown-slot`, `bad-request` {where: papers} where the register is full. */
export async function takeIn(
  session: Session,
  { paper }: RouteRequest<'papers.takeIn'>,
): Promise<PaperRegister> {
  const facts = checkFacts(session, paper);
  return writePapers(session, async (tx) => {
    if ((await readPapers(tx)).length >= MAX_PAPERS) throw new AppError('bad-request', { where: 'papers' });
    const paperId = await takeId(tx, 'paper');
    await tx.run(sql`
      INSERT INTO paper (id, sort, title, pages, found_at, custodian_id, place, due_on, state, taken_in_at, taken_in_by, version)
      VALUES (${paperId}, ${facts.sort}, ${facts.title}, ${facts.pages}, ${facts.foundAt}, ${facts.custodian}, ${facts.place}, ${facts.dueOn},
        'kept', ${session.clock.now()}, ${session.signedIn.staffId}, 1)`);
    return [done('paper-in', { paper: paperId, sort: facts.sort, pages: facts.pages })];
  });
}

/** Facts of a print that the register takes in; the vault gives the paper its name. */
interface PrintedPaper extends Pick<PaperFacts, 'title' | 'place'> {
  readonly pages: number;
  readonly custodian: StaffId;
  readonly dueOn: string;
}

/** The numbers of so many copies, taken. Errors: `bad-request` {where: papers} where the register is full. */
export async function takePaperNumbers(tx: WritableStore, copies: number): Promise<readonly number[]> {
  if ((await readPapers(tx)).length + copies > MAX_PAPERS)
    throw new AppError('bad-request', { where: 'papers' });
  const ids: number[] = [];
  for (let copy = 0; copy < copies; copy += 1) ids.push(await takeId(tx, 'paper'));
  return ids;
}

/** Takes a copy of a print in, under a number that was taken for it. */
export async function takePrintIn(
  session: Session,
  tx: WritableStore,
  paperId: number,
  { title, pages, custodian, place, dueOn }: PrintedPaper,
): Promise<void> {
  await tx.run(sql`
    INSERT INTO paper (id, sort, title, pages, found_at, custodian_id, place, due_on, state, taken_in_at, taken_in_by, version)
    VALUES (${paperId}, 'print', ${title}, ${pages}, '', ${custodian}, ${place}, ${dueOn}, 'kept', ${session.clock.now()},
      ${session.signedIn.staffId}, 1)`);
}

/** Nothing is written where nothing differs. Errors: as `takeIn`, `not-found` (destroyed or a print of the product), `changed-meanwhile`. */
export async function changePaper(
  session: Session,
  { paper, ...seen }: RouteRequest<'papers.change'>,
): Promise<PaperRegister> {
  const next = checkFacts(session, paper);
  return writePapers(session, async (tx) => {
    const was = await requireHere(tx, seen);
    const before = { ...was, custodian: was.custodianId };
    const changed = (Object.keys(next) as (keyof PaperFacts)[]).filter((fact) => before[fact] !== next[fact]);
    if (changed.length === 0) return [];
    await tx.run(sql`
      UPDATE paper SET sort = ${next.sort}, title = ${next.title}, pages = ${next.pages}, found_at = ${next.foundAt},
        custodian_id = ${next.custodian}, place = ${next.place}, due_on = ${next.dueOn}, version = version + 1 WHERE id = ${was.paperId}`);
    return [done('paper-change', { paper: was.paperId, sort: next.sort, changed })];
  });
}

/** Errors: those of `requireHere`, `withSlots`, `not-allowed`, `invalid-value` {field: until} where the day is none or none to come. */
export async function extendPaper(
  session: Session,
  { dueOn, words, pin, ...seen }: RouteRequest<'papers.extend'>,
): Promise<PaperRegister> {
  checkDay('until', dueOn);
  return withOversight(session, pin, (present) =>
    writePapers(session, async (tx) => {
      const was = await requireHere(tx, seen);
      if (was.dueOn !== null && dueOn <= was.dueOn) throw new AppError('invalid-value', { field: 'until' });
      await tx.run(sql`UPDATE paper SET due_on = ${dueOn}, version = version + 1 WHERE id = ${was.paperId}`);
      return [done('paper-extend', { ...logReference(was), dueOn }, { reason: words, signedBy: present })];
    }),
  );
}

/** Signed by whoever states it. Errors: those of `withSlots`, `not-allowed`, `changed-meanwhile` where some paper is kept or lost. */
export async function stateNoPaper(
  session: Session,
  { pin }: RouteRequest<'papers.stateNone'>,
): Promise<PaperRegister> {
  await withOversight(session, pin, (present) =>
    writePapers(session, async (tx) => {
      if ((await readPapers(tx)).length > 0) throw new AppError('changed-meanwhile');
      const until = dayOf(session.clock.now() + NO_PAPER_DAYS * DAY_MS);
      return [done('paper-none', { until }, { signedBy: present })];
    }),
  );
  // Its entry is what the register reads it from.
  return readRegister(session, session.store);
}

/** It is kept again by this custodian in this place, and due no more. Errors: those of `requireHere`, `unknown-slot`. */
export const giveBackPaper = (
  session: Session,
  { custodian, place, ...seen }: RouteRequest<'papers.giveBack'>,
): Promise<PaperRegister> =>
  writePapers(session, async (tx) => {
    const was = await requireHere(tx, seen);
    await keepAgain(tx, was, staffOfSlot(session, custodian), place);
    return [done('paper-return', logReference(was))];
  });

/** A lost paper is there again. Errors: `not-found` (it was not lost), `changed-meanwhile`, `unknown-slot`. */
export const findPaper = (
  session: Session,
  { custodian, place, ...seen }: RouteRequest<'papers.find'>,
): Promise<PaperRegister> =>
  writePapers(session, async (tx) => {
    const was = await requirePaper(tx, seen);
    if (was.state !== 'lost') throw new AppError('not-found');
    await keepAgain(tx, was, staffOfSlot(session, custodian), place);
    return [done('paper-found', logReference(was))];
  });

const keepAgain = (
  tx: WritableStore,
  { paperId }: PaperRow,
  custodian: StaffId,
  place: string,
): Promise<unknown> =>
  tx.run(sql`
    UPDATE paper SET state = 'kept', custodian_id = ${custodian}, place = ${place}, due_on = NULL, ended_at = NULL, ended_by = NULL,
      version = version + 1 WHERE id = ${paperId}`);

/** Reference to a paper in an entry of the log. */
export const logReference = ({
  paperId,
  sort,
}: PaperRow): Pick<LogDetail<'paper-return'>, 'paper' | 'sort'> => ({
  paper: paperId,
  sort,
});

/** A paper that is kept. Errors: `not-found` (it is lost or destroyed), `changed-meanwhile`. */
export async function requireHere(
  tx: WritableStore,
  seen: Pick<PaperRow, 'paperId' | 'version'>,
): Promise<PaperRow> {
  const row = await requirePaper(tx, seen);
  if (row.state !== 'kept') throw new AppError('not-found');
  return row;
}

type CheckedFacts = Omit<PaperFacts, 'custodian'> & { readonly custodian: StaffId };

const checkFacts = (session: Session, paper: PaperFacts): CheckedFacts => ({
  ...paper,
  custodian: staffOfSlot(session, paper.custodian),
  dueOn: checkDay('until', paper.dueOn),
});
