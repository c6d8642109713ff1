/** Handing an estate over: two people order it, a day passes, one encrypted file is made, the recipient confirms, the people are deleted here. */
import type { RouteRequest } from '../../../contract/routes.ts';
import { dayOf } from '../clock.ts';
import type { Erasure, ErasureWatcher } from '../erasure/erase-people.ts';
import { erasePeople } from '../erasure/erase-people.ts';
import { defineFeature, longWorkOf } from '../feature.ts';
import { bothOf } from '../key-change/dual-control.ts';
import type { Session } from '../session/session.ts';
import { withSlots } from '../session/with-slots.ts';
import { sql } from '../store/sql.ts';
import { makeHandover } from './make-file.ts';
import { confirmHandover, orderHandover, stopHandover } from './order.ts';
import { readHandovers, readPeople, readWaiting, requireHandover } from './read-handovers.ts';

/** Stands on the certificate. */
const BASIS = '《民法典》第九百四十九条：物业服务终止，资料已移交并经接收方确认';

/** The feature. */
export const handoverFeature = defineFeature((context) => {
  const work = longWorkOf(context, 'handover.progress');
  return {
    handlers: {
      'handover.list': (session) => readHandovers(session),
      'handover.waiting': readWaiting,
      'handover.order': orderHandover,
      'handover.stop': stopHandover,
      'handover.make': (session, request) =>
        work
          .run(({ tell, signal }) =>
            makeHandover(session, request, context, {
              onDone: (done, total) => tell({ done, total, secondsLeft: null }),
              signal,
            }),
          )
          .finally(() => context.pickedFiles.forget('disclosure')),
      'handover.confirm': confirmHandover,
      'handover.erase': (session, request) =>
        work.run(async ({ tell, signal }) => {
          const { erasureId, people, held } = await eraseHandedOver(session, request, {
            onDone: (done, total) => tell({ done, total, secondsLeft: null }),
            signal,
          });
          return { view: await readHandovers(session), erasureId, people, held: held.length };
        }),
      'handover.cancel': async () => work.cancel(),
    },
  };
});

/** One that was cut off goes on: those who are still there go. Errors: `not-found`; those of `withSlots`, `bothOf` and `erasePeople`. */
async function eraseHandedOver(
  session: Session,
  { handoverId, words, pin, other }: RouteRequest<'handover.erase'>,
  watcher: ErasureWatcher,
): Promise<Erasure> {
  return withSlots(session, [{ slotId: session.signedIn.slotId, pin }, other], async (present) => {
    bothOf(present);
    const row = await requireHandover(session.store, handoverId, 'confirmed');
    const people = await readPeople(session.store, row.estate, dayOf(session.clock.now()));
    const erasure = await erasePeople(
      session,
      present,
      { people, cause: 'handover', basis: BASIS, reason: words, ticket: row.document },
      watcher,
    );
    await session.store.runAlone(
      sql`UPDATE handover SET state = 'erased', erasure_id = ${erasure.erasureId} WHERE id = ${handoverId}`,
    );
    return erasure;
  });
}
