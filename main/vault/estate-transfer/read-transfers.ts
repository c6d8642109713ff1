/** Handovers as they stand, and what could be handed over. */
import {
  HANDOVER_FIELDS,
  HANDOVER_ORDER_DAYS,
  HANDOVER_WAIT_HOURS,
  type TransferField,
  type TransferRecipient,
  type TransferState,
  MAX_HANDOVERS_LISTED,
} from '../../../contract/estate-transfer/lists.ts';
import type { TransferList, TransferView } from '../../../contract/estate-transfer/routes.ts';
import type { PersonId, StaffId } from '../../../contract/ids.ts';
import { AppError } from '../app-error.ts';
import { dayOf } from '../clock.ts';
import { allChains } from '../log/chains.ts';
import { type Decision, type KnowsStaff, readDecisions } from '../log/decisions.ts';
import { type Session, nameOfStaff } from '../session/session.ts';
import { createJournalDigest } from '../store/journal-digest.ts';
import { type Sql, sql, startingWith } from '../store/sql.ts';
import type { ReadableStore } from '../store/store.ts';
import { countRowsOf } from '../store/rows.ts';

const HOUR_MS = 3_600_000;

/** A row of `handover`. */
export interface TransferRow {
  readonly transferId: number;
  readonly state: TransferState;
  readonly estate: string | null;
  readonly to: TransferRecipient;
  readonly recipient: string;
  readonly officer: string;
  readonly document: string;
  readonly purpose: string;
  /** JSON. */
  readonly fields: string;
  readonly people: number;
  readonly orderedAt: number;
  readonly orderedBy: StaffId;
  readonly orderedWith: StaffId;
  readonly stoppedAt: number | null;
  readonly stoppedBy: StaffId | null;
  readonly givenAt: number | null;
  readonly givenBy: StaffId | null;
  readonly confirmedAt: number | null;
  readonly confirmedBy: StaffId | null;
  readonly disclosureId: number | null;
  readonly erasureId: number | null;
}

const select =
  startingWith(`SELECT id AS transferId, state, estate, sort AS "to", recipient, officer, document, purpose, fields, people, ordered_at AS orderedAt,
    ordered_by AS orderedBy, ordered_with AS orderedWith, stopped_at AS stoppedAt, stopped_by AS stoppedBy, given_at AS givenAt, given_by AS givenBy,
    confirmed_at AS confirmedAt, confirmed_by AS confirmedBy, disclosure_id AS disclosureId, erasure_id AS erasureId FROM estate_transfer`);

/** What the log says of transfers, as its index names it. */
const TRANSFER_ACTIONS = [
  'estate-transfer-order',
  'estate-transfer-stop',
  'estate-transfer-give',
  'estate-transfer-confirm',
] as const;

/** What an order says: the same digest stands in its signed entry. Lower-case hexadecimal. */
export function digestOrder(
  order: Pick<
    TransferRow,
    'transferId' | 'estate' | 'to' | 'recipient' | 'officer' | 'document' | 'purpose' | 'fields'
  >,
): string {
  const { transferId, estate, to, recipient, officer, document, purpose, fields } = order;
  const digest = createJournalDigest('estate-transfer-order');
  digest.add([transferId, estate, to, recipient, officer, document, purpose, fields]);
  return digest.end();
}

/**
 * A row as the log vouches for it: what was ordered and when is what two people have signed, and what was stopped, given and confirmed since is so,
 * whatever the row says. Errors: AppError `store-tampered` {part: 'order'} where no such order was signed; those of `readDecisions`.
 */
function vouched(
  told: readonly Decision<(typeof TRANSFER_ACTIONS)[number]>[],
  row: TransferRow,
): TransferRow {
  const own = told.filter(({ detail }) => detail.transfer === row.transferId);
  const ordered = own.find(({ action }) => action === 'estate-transfer-order');
  if (ordered?.action !== 'estate-transfer-order' || ordered.detail.order !== digestOrder(row))
    throw new AppError('store-tampered', { part: 'order' });
  const given = own.find(({ action }) => action === 'estate-transfer-give');
  const has = (action: (typeof TRANSFER_ACTIONS)[number]): boolean =>
    own.some((one) => one.action === action);
  const state = stateOf(row.state, {
    isStopped: has('estate-transfer-stop'),
    isGiven: given !== undefined,
    isConfirmed: has('estate-transfer-confirm'),
  });
  return {
    ...row,
    state,
    orderedAt: ordered.row.time,
    orderedBy: ordered.row.staffId,
    orderedWith: ordered.row.cosignerId ?? ordered.row.staffId,
  };
}

/** What the log says comes before what the row says; of the rest the row says no more than how far nobody has signed for. */
function stateOf(
  said: TransferState,
  {
    isStopped,
    isGiven,
    isConfirmed,
  }: { readonly isStopped: boolean; readonly isGiven: boolean; readonly isConfirmed: boolean },
): TransferState {
  if (isStopped) return 'stopped';
  if (isConfirmed) return said === 'erased' ? 'erased' : 'confirmed';
  if (isGiven) return 'given';
  return said === 'writing' || said === 'failed' ? said : 'ordered';
}

/** As the log vouches for them. Errors: those of `vouched`. */
async function readVouched(
  staff: KnowsStaff,
  store: ReadableStore,
  query: Sql,
): Promise<readonly TransferRow[]> {
  const rows = await store.all<TransferRow>(query);
  if (rows.length === 0) return [];
  const told = await readDecisions(staff, store, allChains, ...TRANSFER_ACTIONS);
  return rows.map((row) => vouched(told, row));
}

/** Errors: `not-found` where there is none, or it is in none of these states; `store-tampered` {part: 'order'} where it is not what was signed for. */
export async function requireTransfer(
  staff: KnowsStaff,
  store: ReadableStore,
  transferId: number,
  ...states: readonly TransferState[]
): Promise<TransferRow> {
  const [row] = await readVouched(staff, store, select('WHERE id = ?', transferId));
  if (row === undefined || !states.includes(row.state)) throw new AppError('not-found');
  return row;
}

/** When its file may be made. An order that nobody has carried out in a fortnight is over. */
export const windowOf = ({ orderedAt }: Pick<TransferRow, 'orderedAt'>) => ({
  from: orderedAt + HANDOVER_WAIT_HOURS * HOUR_MS,
  until: orderedAt + HANDOVER_ORDER_DAYS * 24 * HOUR_MS,
});

/** Fields of an order; what the store says and no order can have is none. */
export function fieldsOf({ fields }: Pick<TransferRow, 'fields'>): TransferField[] {
  const said: unknown = JSON.parse(fields);
  return HANDOVER_FIELDS.filter((field) => Array.isArray(said) && said.includes(field));
}

/** Numbers of the people of an estate: whoever has or had a home there, and none that goes on elsewhere. Null: everybody. */
export function peopleOf(estate: string | null, today: string): Sql {
  if (estate === null) return sql`SELECT id AS personId FROM person ORDER BY id`;
  return sql`
    SELECT DISTINCT o.person_id AS personId FROM room r JOIN occupancy o ON o.room_id = r.id WHERE r.estate = ${estate}
      AND NOT EXISTS (SELECT 1 FROM occupancy e JOIN room x ON x.id = e.room_id WHERE e.person_id = o.person_id AND x.estate <> ${estate}
        AND (e.until_date IS NULL OR e.until_date > ${today}))
    ORDER BY o.person_id`;
}

/** Up to date with the clock: what waits can be stopped by anybody. */
export async function readWaiting(
  session: Session,
): Promise<{ readonly waiting: number; readonly from: number | null }> {
  const { store, clock } = session;
  const rows = await readVouched(session, store, select('ORDER BY ordered_at DESC, id DESC LIMIT 100'));
  const waiting = rows
    .filter((row) => row.state === 'ordered' && windowOf(row).until > clock.now())
    .toReversed();
  const [first] = waiting;
  return { waiting: waiting.length, from: first === undefined ? null : windowOf(first).from };
}

/** Whether an order waits, or its file is being made. Errors: those of `requireTransfer`. */
export async function hasWaiting(staff: KnowsStaff, store: ReadableStore): Promise<boolean> {
  const rows = await readVouched(staff, store, select('ORDER BY ordered_at DESC, id DESC LIMIT 100'));
  return rows.some(({ state }) => state === 'ordered' || state === 'writing');
}

/** The newest first, with the estates that there are. */
export async function readTransfers(
  session: Session,
  store: ReadableStore = session.store,
): Promise<TransferList> {
  const today = dayOf(session.clock.now());
  const rows = await readVouched(
    session,
    store,
    select('ORDER BY ordered_at DESC, id DESC LIMIT ?', MAX_HANDOVERS_LISTED),
  );
  const estates = await store.all<{ readonly estate: string }>(
    sql`SELECT DISTINCT estate FROM room WHERE estate <> '' ORDER BY estate LIMIT 200`,
  );
  return {
    transfers: rows.map((row) => describeTransfer(session, row)),
    estates: await Promise.all(
      estates.map(async ({ estate }) => ({ estate, people: await countPeople(store, estate, today) })),
    ),
    people: await countPeople(store, null, today),
  };
}

/** How many people an order is about. */
async function countPeople(store: ReadableStore, estate: string | null, today: string): Promise<number> {
  return countRowsOf(store, peopleOf(estate, today));
}

/** Their numbers. */
export const readPeople = async (
  store: ReadableStore,
  estate: string | null,
  today: string,
): Promise<readonly PersonId[]> =>
  (await store.all<{ readonly personId: PersonId }>(peopleOf(estate, today))).map(({ personId }) => personId);

function describeTransfer(session: Session, row: TransferRow): TransferView {
  const step = (at: number | null, by: StaffId | null) =>
    at === null || by === null ? null : { at, by: nameOfStaff(session, by) };
  return {
    transferId: row.transferId,
    state: row.state,
    estate: row.estate,
    to: row.to,
    recipient: row.recipient,
    officer: row.officer,
    document: row.document,
    fields: fieldsOf(row),
    people: row.people,
    ordered: {
      at: row.orderedAt,
      by: nameOfStaff(session, row.orderedBy),
      with: nameOfStaff(session, row.orderedWith),
    },
    ...windowOf(row),
    stopped: step(row.stoppedAt, row.stoppedBy),
    given: step(row.givenAt, row.givenBy),
    confirmed: step(row.confirmedAt, row.confirmedBy),
    disclosureId: row.disclosureId,
    erasureId: row.erasureId,
  };
}
