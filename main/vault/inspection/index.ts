/** An inspector at the desk: for a set time it shows masks alone and takes nothing; the router holds every other route back. */
import type { RouteReply, RouteRequest } from '../../../contract/routes.ts';
import { AppError } from '../app-error.ts';
import { createPaperTray, defineFeature } from '../feature.ts';
import type { EntrySigners } from '../log/entry-signer.ts';
import type { Session } from '../session/session.ts';
import { makePage } from './make-page.ts';
import { withOwnPin } from '../session/with-own-pin.ts';
import { commit } from '../session/commit.ts';
import { done } from '../log/done.ts';

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
  await withOwnPin(session, pin, async (present) => {
    await commit(session, async () => [
      done('inspection', { minutes, ...(shared ? { shared } : {}) }, { reason: who, signedBy: present }),
    ]);
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
  await withOwnPin(session, pin, (present) => enterEnd(session, 'pin', present));
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
  commit(session, async () => [done('inspection-end', { by }, { signedBy })]);
