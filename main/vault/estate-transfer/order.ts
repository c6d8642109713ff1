/** An order of two people, which any one of them or of the others stops within the day; and the receipt of whoever got the file. */
import type { TransferList } from '../../../contract/estate-transfer/routes.ts';
import type { RouteRequest } from '../../../contract/routes.ts';
import { AppError } from '../app-error.ts';
import { bothOf, cosignedBy } from '../key-change/dual-control.ts';
import type { Session } from '../session/session.ts';
import { withSlots } from '../session/with-slots.ts';
import { takeId } from '../store/ids.ts';
import { sql } from '../store/sql.ts';
import { readOutgoing } from './read-outgoing.ts';
import { digestOrder, hasWaiting, readTransfers, requireTransfer } from './read-transfers.ts';
import { commit } from '../session/commit.ts';
import { withOversight } from '../session/with-own-pin.ts';
import { done } from '../log/done.ts';

/** Errors: `not-found` where nobody is there to be handed over, `bad-request` where another order waits; those of `withSlots` and `bothOf`. */
export async function orderTransfer(
  session: Session,
  request: RouteRequest<'estateTransfer.order'>,
): Promise<TransferList> {
  const { estate, to, recipient, officer, document, fields, words, pin, other } = request;
  const { signedIn, clock } = session;
  await withSlots(session, [{ slotId: signedIn.slotId, pin }, other], async (present) => {
    bothOf(present);
    const { cosignerId, signedBy } = cosignedBy(present);
    const people = (await readOutgoing(session, estate)).length;
    if (people === 0) throw new AppError('not-found');
    await commit(session, async (tx) => {
      if (await hasWaiting(session, tx)) throw new AppError('estate-transfer-waits');
      const transferId = await takeId(tx, 'estate_transfer');
      const order = digestOrder({
        transferId,
        estate,
        to,
        recipient,
        officer,
        document,
        purpose: words,
        fields: JSON.stringify(fields),
      });
      await tx.run(sql`
        INSERT INTO estate_transfer (id, state, estate, sort, recipient, officer, document, purpose, fields, people, ordered_at, ordered_by, ordered_with)
        VALUES (${transferId}, 'ordered', ${estate}, ${to}, ${recipient}, ${officer}, ${document}, ${words}, ${JSON.stringify(fields)}, ${people},
          ${clock.now()}, ${signedIn.staffId}, ${cosignerId})`);
      return [
        done(
          'estate-transfer-order',
          { transfer: transferId, to, whole: estate === null, people, fields, order },
          { reason: `authority: ${recipient}; ${words}`, ticket: document, cosignerId, signedBy },
        ),
      ];
    });
  });
  return readTransfers(session);
}

/** Also where the file could not be written, or nobody knows. Errors: `not-found`, those of `withSlots`. */
export async function stopTransfer(
  session: Session,
  { transferId, words, pin }: RouteRequest<'estateTransfer.stop'>,
): Promise<TransferList> {
  await withOversight(session, pin, (signedBy) =>
    commit(session, async (tx) => {
      await requireTransfer(session, tx, transferId, 'ordered', 'writing', 'failed');
      await tx.run(sql`
        UPDATE estate_transfer SET state = 'stopped', stopped_at = ${session.clock.now()}, stopped_by = ${session.signedIn.staffId} WHERE id = ${transferId}`);
      return [done('estate-transfer-stop', { transfer: transferId }, { reason: words, signedBy })];
    }),
  );
  return readTransfers(session);
}

/** The recipient has the file and has opened it. Errors: `not-found`, those of `withSlots`. */
export async function confirmTransfer(
  session: Session,
  { transferId, words, pin }: RouteRequest<'estateTransfer.confirm'>,
): Promise<TransferList> {
  await withOversight(session, pin, (signedBy) =>
    commit(session, async (tx) => {
      await requireTransfer(session, tx, transferId, 'given');
      await tx.run(sql`
        UPDATE estate_transfer SET state = 'confirmed', confirmed_at = ${session.clock.now()}, confirmed_by = ${session.signedIn.staffId} WHERE id = ${transferId}`);
      return [done('estate-transfer-confirm', { transfer: transferId }, { reason: words, signedBy })];
    }),
  );
  return readTransfers(session);
}
