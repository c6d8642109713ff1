/**
 * An order to print: a supervisor approves it with their PIN; then, in one transaction, its copies get numbers in the register of paper, its pages are made
 * and it is entered. Its pages are given out after that, once.
 */
import type { StaffId } from '../../../contract/ids.ts';
import type { Paper } from '../../../contract/paper.ts';
import type { PrintPage } from '../../../contract/print/pages.ts';
import type { RouteReply, RouteRequest } from '../../../contract/routes.ts';
import { AppError } from '../app-error.ts';
import { dayOf } from '../clock.ts';
import { makeFilePassword } from '../crypto/file-password.ts';
import type { VaultContext } from '../feature.ts';
import { replaceSharedFile } from '../../files/durable-files.ts';
import type { SessionEntry } from '../log/audit-log.ts';
import { staffOfSlot } from '../paper-register/register.ts';
import { takePaperNumbers, takePrintIn } from '../paper-register/keep-paper.ts';
import { requireOfficer, withOfficer } from '../company-facts/officer.ts';
import { readCompany } from '../company-facts/read-company.ts';
import { layOutPages, makePdf } from '../pdf/make-pdf.ts';
import { orSayFailed } from '../session/log-on-failure.ts';
import { type Session, logAlone } from '../session/session.ts';
import { paperMarkOf } from '../session/trace-mark.ts';
import {
  type AllVerified,
  type VerifiedStaff,
  cosignerOf,
  requireSupervisor,
  withSlots,
} from '../session/with-slots.ts';
import { checkDay } from '../values/days.ts';
import { withinLimits } from '../access-monitor/desk-watch.ts';
import { LAYOUTS } from './layouts.ts';
import { type Print, printDocument } from './print-document.ts';
import { type Content, readContent } from './read-content.ts';
import { commitValue } from '../session/commit.ts';
import { done } from '../log/done.ts';

type Request = RouteRequest<'print.order'>;

/** Result of an order; `paper` is for the printer, and null where it was written to a file. */
export interface Printed {
  readonly reply: RouteReply<'print.order'>;
  readonly paper: Paper | null;
}

/**
 * Errors: `needs-supervisor`, `needs-officer` of a list, those of `withSlots`, `withinLimits` and `readContent`; `unknown-slot` (the custodian); `invalid-value` {field: until}
 * (no day, or one that is over); `bad-request` (more than one copy in a file, a full register); `not-found` (no such file was picked); `log-unavailable`,
 * and nothing is printed; `file-not-written`.
 */
export async function orderPrint(
  session: Session,
  request: Request,
  { pickedFiles, place }: Pick<VaultContext, 'pickedFiles' | 'place'>,
): Promise<Printed> {
  const { what, fileId, copies } = request;
  const path = fileId === undefined ? null : pickedFiles.pathOf(fileId, 'pdf');
  if (path !== null && copies !== 1) throw new AppError('bad-request', { where: 'copies' });
  const custodian = staffOfSlot(session, request.custodian);
  requireDayToCome(session, request.dueOn);
  const print = (): Promise<Printed> => approveAndPrint(session, request, { path, custodian, place });
  if (what.layout !== 'record') return print();
  const counted = what.clear.length > 0 ? 'reveal' : 'open';
  return withinLimits(session, counted, { cosigned: true }, print);
}

function approveAndPrint(
  session: Session,
  request: Request,
  {
    path,
    custodian,
    place,
  }: { readonly path: string | null; readonly custodian: StaffId } & Pick<VaultContext, 'place'>,
): Promise<Printed> {
  return withSlots(session, withOfficer([request.supervisor], request.approver), async (present) => {
    const approver = requireSupervisor(present);
    const content = await readOrRefuse(session, request, approver, present);
    const approved = await requireOfficer(session, present, content.people);
    const print = await printOf(session, request, content, approver, place);
    const password = path === null ? null : makeFilePassword();
    const made = await enter(session, {
      request,
      content,
      print,
      custodian,
      approver,
      present,
      password,
      approved,
    });
    const { bytes } = made;
    // The copy stays in the register where the file could not be written: part of it may lie there.
    if (path !== null && bytes !== null)
      await orSayFailed(session, { ...made.entry, outcome: 'failed' }, () => replaceSharedFile(path, bytes));
    return {
      reply: { papers: [...made.papers], pages: made.pages.length, password },
      paper: path === null ? { kind: 'print', sheet: { paper: request.paper, pages: made.pages } } : null,
    };
  });
}

function requireDayToCome({ clock }: Session, dueOn: string): void {
  checkDay('until', dueOn);
  if (dueOn < dayOf(clock.now())) throw new AppError('invalid-value', { field: 'until' });
}

const isRefused = (error: unknown): error is AppError =>
  error instanceof AppError && (error.code === 'posts-a-name' || error.code === 'posts-a-number');

/** That a notice was refused for a name is in the log: somebody could try names out by it. */
async function readOrRefuse(
  session: Session,
  request: Request,
  approver: VerifiedStaff,
  present: AllVerified,
): Promise<Content> {
  try {
    return await readContent(session, request, approver);
  } catch (error) {
    if (isRefused(error))
      await logAlone(session, {
        ...entryOfOrder(session, request, NOTHING, { papers: [], pages: 0 }, approver, present),
        outcome: 'refused',
      });
    throw error;
  }
}

const NOTHING: Content = { blocks: [], personId: null, rows: 0, people: 0, clear: [] };

const printOf = async (
  session: Session,
  { what, language, paper, copies, dueOn, purpose }: Request,
  { blocks }: Content,
  { member }: VerifiedStaff,
  place: VaultContext['place'],
): Promise<Print> => ({
  layout: what.layout,
  language,
  paper,
  company: await readCompany(session.store),
  place,
  mark: await paperMarkOf(session),
  copies,
  dueOn,
  approval: LAYOUTS[what.layout].approval ? { purpose, by: member.displayName } : null,
  content: blocks,
});

interface Entering {
  readonly request: Request;
  readonly content: Content;
  readonly print: Print;
  readonly custodian: StaffId;
  readonly approver: VerifiedStaff;
  readonly present: AllVerified;
  readonly password: string | null;
  /** Of a list, the entry of whoever has agreed to it. */
  readonly approved: readonly SessionEntry[];
}

interface Made {
  readonly papers: readonly number[];
  readonly pages: readonly PrintPage[];
  readonly bytes: Uint8Array | null;
  /** Of the order, as it was written. */
  readonly entry: SessionEntry;
}

/** Numbers, pages, register and entries in one transaction: a kill leaves all of it or nothing, and no page has left by then. */
const enter = (session: Session, entering: Entering): Promise<Made> =>
  commitValue(session, async (tx) => {
    const { request, content, print, custodian, approver, present, password, approved } = entering;
    const papers = await takePaperNumbers(tx, request.copies);
    const documents = papers.map((paperId, index) => printDocument(print, index + 1, paperId));
    const laid = await layOutPages(documents);
    const [first] = documents;
    const bytes =
      password === null || first === undefined ? null : (await makePdf(first, { password })).bytes;
    const pages = laid.flat();
    for (const [index, paperId] of papers.entries())
      await takePrintIn(session, tx, paperId, {
        title: LAYOUTS[request.what.layout].title[request.language],
        pages: laid[index]?.length ?? 1,
        custodian,
        place: request.place,
        dueOn: request.dueOn,
      });
    const order = entryOfOrder(session, request, content, { papers, pages: pages.length }, approver, present);
    const entries = [...approved, order, ...clearEntries(order, content, papers)];
    return { value: { papers, pages, bytes, entry: order }, entries };
  });

const entryOfOrder = (
  session: Session,
  { what, purpose, dueOn, fileId }: Request,
  { personId, rows, clear }: Content,
  { papers, pages }: { readonly papers: readonly number[]; readonly pages: number },
  approver: VerifiedStaff,
  present: AllVerified,
) =>
  done(
    'print',
    {
      layout: what.layout,
      room: what.layout === 'roster' ? what.roomId : null,
      rows,
      clear: clear.map(({ field }) => field),
      papers: [...papers],
      pages,
      to: fileId === undefined ? 'printer' : 'file',
      dueOn,
    },
    {
      personId,
      reason: purpose,
      cosignerId: cosignerOf(session, approver),
      signedBy: present,
    },
  );

/** One for each value that is in clear; the linked person's name is a value of theirs, so it has an entry of its own. */
function clearEntries(
  { personId = null, reason, cosignerId, signedBy }: ReturnType<typeof entryOfOrder>,
  { clear }: Content,
  numbers: readonly number[],
): readonly SessionEntry[] {
  const said = { reason, cosignerId, signedBy };
  const papers = [...numbers];
  return clear.flatMap(({ field, linked }): readonly SessionEntry[] => [
    done('print-clear', { papers, ward: null }, { ...said, personId, field }),
    ...(linked === null
      ? []
      : [done('print-clear', { papers, ward: personId }, { ...said, personId: linked, field: 'name' })]),
  ]);
}
