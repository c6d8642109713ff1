/** Handing an estate over: two people order it, a day passes, one encrypted file is made, the recipient confirms, the people are deleted here. */
import type { RouteRequest } from '../../../contract/routes.ts';
import { AppError } from '../app-error.ts';
import { dayOf } from '../clock.ts';
import { type ErasureOrder, type ErasureWatcher, checkAgain, erasePeople } from '../erasure/erase-people.ts';
import { defineFeature, longWorkOf } from '../feature.ts';
import type { Session } from '../session/session.ts';
import type { AllVerified } from '../session/with-slots.ts';
import { sql } from '../store/sql.ts';
import { makeTransfer } from './make-file.ts';
import { confirmTransfer, orderTransfer, stopTransfer } from './order.ts';
import {
  type TransferRow,
  readTransfers,
  readPeople,
  readWaiting,
  requireTransfer,
} from './read-transfers.ts';
import { withBoth } from '../key-change/dual-control.ts';

/** Stands on the certificate. */
const BASIS = '《民法典》关于物业服务合同的规定：物业服务终止，资料已移交并经接收方确认';

const leads = {
  /** All rooms of the estate; of every estate where it names none. */
  'estate-transfer': (id: number) => sql`
  SELECT NULL AS personId, r.id AS roomId FROM estate_transfer t JOIN room r ON t.estate IS NULL OR r.estate = t.estate WHERE t.id = ${id}`,
};

/** The feature. */
export const estateTransferFeature = defineFeature((context) => {
  const work = longWorkOf(context, 'estateTransfer.progress');
  return {
    leads,
    handlers: {
      'estateTransfer.list': (session) => readTransfers(session),
      'estateTransfer.waiting': readWaiting,
      'estateTransfer.order': orderTransfer,
      'estateTransfer.stop': stopTransfer,
      'estateTransfer.make': (session, request) =>
        work
          .run(({ tell, signal }) =>
            makeTransfer(session, request, context, {
              onDone: (done, total) => tell({ done, total, secondsLeft: null }),
              signal,
            }),
          )
          .finally(() => context.pickedFiles.forget('disclosure')),
      'estateTransfer.confirm': confirmTransfer,
      'estateTransfer.erase': (session, request) =>
        work.run(async ({ tell, signal }) => {
          const { erasureId, people, held } = await eraseHandedOver(session, request, {
            onDone: (done, total) => tell({ done, total, secondsLeft: null }),
            signal,
          });
          return { view: await readTransfers(session), erasureId, people, held };
        }),
      'estateTransfer.cancel': async () => work.cancel(),
    },
  };
});

/** Deletion after a handover: how many people were deleted here, and how many stay because they are held. */
interface Deleted {
  readonly erasureId: number;
  readonly people: number;
  readonly held: number;
}

/** One that was cut off goes on: those who are still there go. Errors: `not-found`; those of `withSlots`, `bothOf` and `erasePeople`. */
async function eraseHandedOver(
  session: Session,
  { transferId, words, pin, other }: RouteRequest<'estateTransfer.erase'>,
  watcher: ErasureWatcher,
): Promise<Deleted> {
  return withBoth(session, pin, other, async (present) => {
    const row = await requireTransfer(session, session.store, transferId, 'confirmed');
    const people = await readPeople(session.store, row.estate, dayOf(session.clock.now()));
    const order = {
      people,
      cause: 'estate-transfer',
      basis: BASIS,
      reason: words,
      ticket: row.document,
    } as const;
    const deleted = await eraseOrGoOn(session, present, row, order, watcher);
    await session.store.runAlone(
      sql`UPDATE estate_transfer SET state = 'erased', erasure_id = ${deleted.erasureId} WHERE id = ${transferId}`,
    );
    return deleted;
  });
}

/** Where a kill came after the last of them was gone, only the check of what is left is still to be made. */
async function eraseOrGoOn(
  session: Session,
  present: AllVerified,
  { confirmedAt }: TransferRow,
  order: ErasureOrder,
  watcher: ErasureWatcher,
): Promise<Deleted> {
  try {
    const { erasureId, people, held } = await erasePeople(session, present, order, watcher);
    return { erasureId, people, held: held.length };
  } catch (error) {
    const isNobodyLeft =
      error instanceof AppError && (error.code === 'not-found' || error.code === 'on-hold');
    const erasureId = isNobodyLeft ? await findErasure(session, confirmedAt) : null;
    if (erasureId === null) throw error;
    await checkAgain(session, erasureId, watcher);
    return { erasureId, people: 0, held: order.people.length };
  }
}

/** The last deletion after a handover, begun since then; null where there is none. */
async function findErasure({ store }: Session, since: number | null): Promise<number | null> {
  const row = await store.get<{ readonly id: number }>(sql`
    SELECT id FROM erasure WHERE cause = 'estate-transfer' AND begun_at >= ${since} ORDER BY begun_at DESC, id DESC LIMIT 1`);
  return row?.id ?? null;
}
