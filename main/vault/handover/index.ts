/** Handing an estate over: two people order it, a day passes, one encrypted file is made, the recipient confirms, the people are deleted here. */
import type { RouteRequest } from '../../../contract/routes.ts';
import { AppError } from '../app-error.ts';
import { dayOf } from '../clock.ts';
import type { ErasureOrder, ErasureWatcher } from '../erasure/erase-people.ts';
import { checkAgain, erasePeople } from '../erasure/erase-people.ts';
import { defineFeature, longWorkOf } from '../feature.ts';
import { bothOf } from '../key-change/dual-control.ts';
import type { Session } from '../session/session.ts';
import type { AllVerified } from '../session/with-slots.ts';
import { withSlots } from '../session/with-slots.ts';
import { sql } from '../store/sql.ts';
import { makeHandover } from './make-file.ts';
import { confirmHandover, orderHandover, stopHandover } from './order.ts';
import type { HandoverRow } from './read-handovers.ts';
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
          return { view: await readHandovers(session), erasureId, people, held };
        }),
      'handover.cancel': async () => work.cancel(),
    },
  };
});

/** What a handover has deleted here, and how many stay because they are held. */
interface Deleted {
  readonly erasureId: number;
  readonly people: number;
  readonly held: number;
}

/** One that was cut off goes on: those who are still there go. Errors: `not-found`; those of `withSlots`, `bothOf` and `erasePeople`. */
async function eraseHandedOver(
  session: Session,
  { handoverId, words, pin, other }: RouteRequest<'handover.erase'>,
  watcher: ErasureWatcher,
): Promise<Deleted> {
  return withSlots(session, [{ slotId: session.signedIn.slotId, pin }, other], async (present) => {
    bothOf(present);
    const row = await requireHandover(session.store, handoverId, 'confirmed');
    const people = await readPeople(session.store, row.estate, dayOf(session.clock.now()));
    const order = { people, cause: 'handover', basis: BASIS, reason: words, ticket: row.document } as const;
    const deleted = await eraseOrGoOn(session, present, row, order, watcher);
    await session.store.runAlone(
      sql`UPDATE handover SET state = 'erased', erasure_id = ${deleted.erasureId} WHERE id = ${handoverId}`,
    );
    return deleted;
  });
}

/** Where a kill came after the last of them was gone, only the check of what is left is still to be made. */
async function eraseOrGoOn(
  session: Session,
  present: AllVerified,
  { confirmedAt }: HandoverRow,
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
    SELECT id FROM erasure WHERE cause = 'handover' AND begun_at >= ${since} ORDER BY begun_at DESC, id DESC LIMIT 1`);
  return row?.id ?? null;
}
