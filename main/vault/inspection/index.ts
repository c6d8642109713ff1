/** An inspector at the desk: for a set time it shows masks alone and takes nothing; the router holds every other route back. */
import type { RouteReply, RouteRequest } from '../../../contract/routes.ts';
import { AppError } from '../app-error.ts';
import { createPaperTray, defineFeature } from '../feature.ts';
import type { EntrySigners } from '../log/entry-signer.ts';
import { type Session, entryOf } from '../session/session.ts';
import { withSlots } from '../session/with-slots.ts';
import { makePage } from './make-page.ts';

const MINUTE_MS = 60_000;

export const inspectionFeature = defineFeature(({ tellShared }) => {
  const tray = createPaperTray();
  return {
    paper: tray.take,
    handlers: {
      'inspection.read': async (session) => view(session),
      'inspection.begin': async (session, request) => {
        const begun = await beginInspection(session, request);
        tellShared(request.shared);
        return begun;
      },
      'inspection.print': async (session, request) => {
        tray.lay(await makePage(session, request));
      },
      'inspection.end': async (session, request) => {
        const ended = await endInspection(session, request);
        tellShared(false);
        tray.lay(null);
        return ended;
      },
    },
    everyMinute: endWhenOver,
  };
});

const view = ({ inspection }: Session): RouteReply<'inspection.read'> => ({ inspection });

/** Errors: those of `withSlots`, `log-unavailable`. */
async function beginInspection(
  session: Session,
  { who, minutes, shared, pin }: RouteRequest<'inspection.begin'>,
): Promise<RouteReply<'inspection.begin'>> {
  await withSlots(session, [{ slotId: session.signedIn.slotId, pin }], async (present) => {
    await session.log.record(session.store, async () => ({
      value: undefined,
      entries: [
        entryOf(session, {
          action: 'inspection',
          outcome: 'done',
          reason: who,
          detail: { minutes, ...(shared ? { shared } : {}) },
          signedBy: present,
        }),
      ],
    }));
    session.inspection = { who, until: session.clock.now() + minutes * MINUTE_MS, shared };
  });
  return view(session);
}

/** Errors: `not-found` (nobody inspects), those of `withSlots`, `log-unavailable`: then it goes on. */
async function endInspection(
  session: Session,
  { pin }: RouteRequest<'inspection.end'>,
): Promise<RouteReply<'inspection.end'>> {
  if (session.inspection === null) throw new AppError('not-found');
  await withSlots(session, [{ slotId: session.signedIn.slotId, pin }], (present) =>
    enterEnd(session, 'pin', present),
  );
  session.inspection = null;
  return view(session);
}

/** The inspector is not left with what a supervisor may do: the vault locks. Where the log takes nothing, it locks all the same. */
async function endWhenOver(session: Session): Promise<void> {
  if (session.inspection === null || session.clock.now() < session.inspection.until) return;
  await enterEnd(session, 'time').catch(() => undefined);
  session.effects.lock('inspection-over');
}

const enterEnd = (session: Session, by: 'pin' | 'time', signedBy?: EntrySigners): Promise<void> =>
  session.log.record(session.store, async () => ({
    value: undefined,
    entries: [entryOf(session, { action: 'inspection-end', outcome: 'done', detail: { by }, signedBy })],
  }));
