/** A store that differs from header or anchor does nothing until a supervisor says why that is all right; then the log goes on in a new segment. */
import type { RouteRequest } from '../../../contract/routes.ts';
import type { LastLock } from '../../../contract/host.ts';
import type { Unentered } from '../backup/update-record.ts';
import { keepNewerStores } from '../key-management/leftovers.ts';
import { continueSecondLog } from '../second-log/follow.ts';
import { holdChoice } from '../second-log/held-choice.ts';
import { beginSegment } from '../key-change/begin-segment.ts';
import { signerOf } from '../key-change/issue-keys.ts';
import { anchorHeader, changeHeader, withHeader } from '../key-change/slot-change.ts';
import { type Session, entryOf } from '../session/session.ts';
import { beginDay } from './begin-day.ts';
import { entriesBefore, entriesOfArrival, withoutCounted } from './unlock.ts';
import { withSupervisor } from '../session/with-own-pin.ts';
import { done } from '../log/done.ts';

/**
 * Repairs the store and enters the alarms, their acknowledgment and what was kept before an update in one transaction and one update of the anchor: whatever comes in between, the next session
 * has the alarms or their entries. Errors: those of `withSlots`, `disk-full`, `store-damaged`, `log-unavailable`; the alarms then stay.
 */
export async function acknowledge(
  session: Session,
  lastLock: LastLock | null,
  unentered: Unentered | null,
  request: RouteRequest<'session.acknowledge'>,
): Promise<void> {
  await withSupervisor(session, request.pin, async (present) => {
    const { alarms, header } = session;
    if (header.epoch < session.anchor.state().epoch) await keepNewerStores(session.effects.vaultDir, header);
    const counted = session.anchor.state().lockedEvents;
    await beginSegment(session, signerOf(present[0]), 'acknowledged', {
      entries: [
        ...alarms.map((alarm) =>
          entryOf(session, { action: 'alarm', outcome: 'failed', detail: { alarm }, signedBy: present }),
        ),
        entryOf(session, done('acknowledge', null, { reason: request.words, signedBy: present })),
        ...(await entriesBefore(session, unentered)),
        ...entriesOfArrival({ anchor: session.anchor, lastLock }, session, present),
      ],
      anchored: (state, now) => withoutCounted(withHeader(state, now), counted),
    });
    session.alarms = [];
    await unentered?.entered();
    // The header takes the entry that signs for the segment, for a repair; the next change of it does where this fails.
    await changeHeader(session, {}).then(
      () => anchorHeader(session),
      () => undefined,
    );
    // Where the drive is away now, it is an alarm once more when it is back.
    if (alarms.includes('second-log-differs')) {
      await holdChoice(session);
      await continueSecondLog(session).catch(() => undefined);
    }
    // What the day brings can wait for the next minute.
    await beginDay(session).catch(() => undefined);
  });
}
