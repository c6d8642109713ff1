/** An order of two people, which any one of them or of the others stops within the day; and the receipt of whoever got the file. */
import type { HandoverList } from '../../../contract/handover/routes.ts';
import type { RouteRequest } from '../../../contract/routes.ts';
import { AppError } from '../app-error.ts';
import { dayOf } from '../clock.ts';
import { bothOf, cosignedBy } from '../key-change/dual-control.ts';
import type { Session } from '../session/session.ts';
import { entryOf } from '../session/session.ts';
import { requireOversight, withSlots } from '../session/with-slots.ts';
import { takeId } from '../store/ids.ts';
import { sql } from '../store/sql.ts';
import { countPeople, readHandovers, requireHandover } from './read-handovers.ts';

/** Errors: `not-found` where nobody is there to be handed over, `bad-request` where another order waits; those of `withSlots` and `bothOf`. */
export async function orderHandover(
  session: Session,
  request: RouteRequest<'handover.order'>,
): Promise<HandoverList> {
  const { estate, to, recipient, officer, document, fields, words, pin, other } = request;
  const { signedIn, clock } = session;
  await withSlots(session, [{ slotId: signedIn.slotId, pin }, other], async (present) => {
    bothOf(present);
    const { cosignerId, signedBy } = cosignedBy(present);
    await session.log.record(session.store, async (tx) => {
      const waiting = await tx.get(sql`SELECT 1 FROM handover WHERE state IN ('ordered', 'writing') LIMIT 1`);
      if (waiting !== undefined) throw new AppError('handover-waits');
      const people = await countPeople(tx, estate, dayOf(clock.now()));
      if (people === 0) throw new AppError('not-found');
      const handoverId = await takeId(tx, 'handover');
      await tx.run(sql`
        INSERT INTO handover (id, state, estate, sort, recipient, officer, document, purpose, fields, people, ordered_at, ordered_by, ordered_with)
        VALUES (${handoverId}, 'ordered', ${estate}, ${to}, ${recipient}, ${officer}, ${document}, ${words}, ${JSON.stringify(fields)}, ${people},
          ${clock.now()}, ${signedIn.staffId}, ${cosignerId})`);
      return {
        value: undefined,
        entries: [
          entryOf(session, {
            action: 'handover-order',
            outcome: 'done',
            reason: `authority: ${recipient}; ${words}`,
            ticket: document,
            detail: { handover: handoverId, to, whole: estate === null, people, fields },
            cosignerId,
            signedBy,
          }),
        ],
      };
    });
  });
  return readHandovers(session);
}

/** Also where the file could not be written, or nobody knows. Errors: `not-found`, those of `withSlots`. */
export async function stopHandover(
  session: Session,
  { handoverId, words, pin }: RouteRequest<'handover.stop'>,
): Promise<HandoverList> {
  await withSlots(session, [{ slotId: session.signedIn.slotId, pin }], async (signedBy) => {
    requireOversight(signedBy);
    await session.log.record(session.store, async (tx) => {
      await requireHandover(tx, handoverId, 'ordered', 'writing', 'failed');
      await tx.run(sql`
        UPDATE handover SET state = 'stopped', stopped_at = ${session.clock.now()}, stopped_by = ${session.signedIn.staffId} WHERE id = ${handoverId}`);
      return {
        value: undefined,
        entries: [
          entryOf(session, {
            action: 'handover-stop',
            outcome: 'done',
            reason: words,
            detail: { handover: handoverId },
            signedBy,
          }),
        ],
      };
    });
  });
  return readHandovers(session);
}

/** The recipient has the file and has opened it. Errors: `not-found`, those of `withSlots`. */
export async function confirmHandover(
  session: Session,
  { handoverId, words, pin }: RouteRequest<'handover.confirm'>,
): Promise<HandoverList> {
  await withSlots(session, [{ slotId: session.signedIn.slotId, pin }], async (signedBy) => {
    requireOversight(signedBy);
    await session.log.record(session.store, async (tx) => {
      await requireHandover(tx, handoverId, 'given');
      await tx.run(sql`
        UPDATE handover SET state = 'confirmed', confirmed_at = ${session.clock.now()}, confirmed_by = ${session.signedIn.staffId} WHERE id = ${handoverId}`);
      return {
        value: undefined,
        entries: [
          entryOf(session, {
            action: 'handover-confirm',
            outcome: 'done',
            reason: words,
            detail: { handover: handoverId },
            signedBy,
          }),
        ],
      };
    });
  });
  return readHandovers(session);
}
