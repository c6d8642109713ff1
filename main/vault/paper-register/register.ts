/** The register of paper as it stands: what is kept, lost, destroyed, and what of it is due. */
import type { SlotId, StaffId } from '../../../contract/ids.ts';
import {
  type DestroyedBy,
  MAX_DESTROYED_LISTED,
  type PaperSort,
  type PaperState,
} from '../../../contract/paper-register/lists.ts';
import type { PaperDue, PaperRegister, PaperView } from '../../../contract/paper-register/routes.ts';
import type { AttachmentView } from '../../../contract/attachments/views.ts';
import { AppError } from '../app-error.ts';
import { dayOf } from '../clock.ts';
import { readNoPaper } from './no-paper.ts';
import { readPhotos } from './read-photos.ts';
import { type Session, nameOfStaff } from '../session/session.ts';
import { type Sql, startingWith } from '../store/sql.ts';
import type { ReadableStore } from '../store/store.ts';
import { daysBetween } from '../values/days.ts';
import { asSeen, requireRow } from '../store/rows.ts';

/** A paper as the store has it. */
export interface PaperRow {
  readonly paperId: number;
  readonly version: number;
  readonly sort: PaperSort;
  readonly title: string;
  readonly pages: number | null;
  readonly foundAt: string;
  readonly custodianId: StaffId;
  readonly place: string;
  readonly dueOn: string | null;
  readonly state: PaperState;
  readonly takenInAt: number;
  readonly takenInBy: StaffId;
  readonly countedAt: number | null;
  readonly countedThere: number | null;
  readonly endedAt: number | null;
  readonly endedBy: StaffId | null;
  readonly witnessId: StaffId | null;
  readonly endedHow: DestroyedBy | null;
}

const rows =
  startingWith(`SELECT id AS paperId, version, sort, title, pages, found_at AS foundAt, custodian_id AS custodianId, place, due_on AS dueOn, state,
    taken_in_at AS takenInAt, taken_in_by AS takenInBy, counted_at AS countedAt, counted_there AS countedThere,
    ended_at AS endedAt, ended_by AS endedBy, witness_id AS witnessId, ended_how AS endedHow FROM paper`);

/** Queries of the register, exported for the test of their plans. Who has no day comes last. */
export const PAPER_QUERIES = {
  here: rows(`WHERE state <> 'destroyed' ORDER BY due_on IS NULL, due_on, id`),
  destroyed: rows(`WHERE state = 'destroyed' ORDER BY ended_at DESC LIMIT ?`, MAX_DESTROYED_LISTED),
  one: (paperId: number): Sql => rows('WHERE id = ?', paperId),
} as const;

/** Every paper that is kept or lost, what is due first at the front. */
export const readPapers = (store: ReadableStore): Promise<readonly PaperRow[]> =>
  store.all<PaperRow>(PAPER_QUERIES.here);

/** Errors: `not-found`, `changed-meanwhile` where it is no longer what the request has seen. */
export const requirePaper = async (
  store: ReadableStore,
  { paperId, version }: Pick<PaperRow, 'paperId' | 'version'>,
): Promise<PaperRow> => asSeen(await requireRow<PaperRow>(store, PAPER_QUERIES.one(paperId)), version);

/** A receptionist is shown what they keep themselves. */
export async function readRegister(session: Session, store: ReadableStore): Promise<PaperRegister> {
  const destroyed = await store.all<PaperRow>(PAPER_QUERIES.destroyed);
  const viewOf = paperViewer(session, await readPhotos(session, store));
  const papers = await readPapers(store);
  return {
    papers: ownOrAll(session, papers).map(viewOf),
    destroyed: ownOrAll(session, destroyed).map(viewOf),
    noPaper: papers.length > 0 ? null : await readNoPaper(session, store),
  };
}

function ownOrAll({ signedIn }: Session, papers: readonly PaperRow[]): readonly PaperRow[] {
  return signedIn.role === 'receptionist'
    ? papers.filter(({ custodianId }) => custodianId === signedIn.staffId)
    : papers;
}

/** Counts of paper that waits for somebody. Everybody is told how many are overdue. */
export async function readDue(session: Session): Promise<PaperDue> {
  const today = dayOf(session.clock.now());
  const papers = await readPapers(session.store);
  const kept = papers.filter(({ state }) => state === 'kept');
  const isHere = presentStaff(session);
  return {
    overdue: kept.filter(({ dueOn }) => dueOn !== null && dueOn < today).length,
    next: ownOrAll(session, kept).find(({ dueOn }) => dueOn !== null && dueOn >= today)?.dueOn ?? null,
    lost: papers.length - kept.length,
    withoutCustodian: kept.filter(({ custodianId }) => !isHere.has(custodianId)).length,
  };
}

/** A slot of each of the staff who can sign in. */
const presentStaff = ({ header }: Session): ReadonlyMap<StaffId, SlotId> =>
  new Map(header.slots.map(({ staffId, id }) => [staffId, id]));

/** The one of the staff whose slot this is. Errors: `unknown-slot`. */
export function staffOfSlot({ header }: Session, slotId: SlotId): StaffId {
  const slot = header.slots.find(({ id }) => id === slotId);
  if (slot === undefined) throw new AppError('unknown-slot');
  return slot.staffId;
}

/** Describes papers as they stand today. */
function paperViewer(
  session: Session,
  photos: ReadonlyMap<number, readonly AttachmentView[]> = new Map(),
): (row: PaperRow) => PaperView {
  const today = dayOf(session.clock.now());
  const slots = presentStaff(session);
  const name = (staffId: StaffId): string => nameOfStaff(session, staffId);
  return (row) => ({
    paperId: row.paperId,
    version: row.version,
    sort: row.sort,
    title: row.title,
    pages: row.pages,
    foundAt: row.foundAt,
    custodian: { name: name(row.custodianId), slotId: slots.get(row.custodianId) ?? null },
    place: row.place,
    dueOn: row.dueOn,
    daysLeft: row.dueOn === null ? null : daysBetween(today, row.dueOn),
    state: row.state,
    photos: [...(photos.get(row.paperId) ?? [])],
    takenIn: { at: row.takenInAt, by: name(row.takenInBy) },
    counted: row.countedAt === null ? null : { at: row.countedAt, there: row.countedThere === 1 },
    ended:
      row.endedAt === null || row.endedBy === null
        ? null
        : {
            at: row.endedAt,
            by: name(row.endedBy),
            witness: row.witnessId === null ? null : name(row.witnessId),
            how: row.endedHow,
          },
  });
}
