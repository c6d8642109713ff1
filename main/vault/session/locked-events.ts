/** Counts events in the anchor while no log can be written; the next unlock logs the counts. */
import type { AnchorState, LockedEvents } from '../anchor/anchor.ts';

/** The anchor with one more event of a kind at `now` (milliseconds since 1970). */
export function countLocked(
  state: AnchorState,
  kind: Exclude<keyof LockedEvents, 'sinceMs'>,
  now: number,
): AnchorState {
  const { lockedEvents } = state;
  return {
    ...state,
    lockedEvents: { ...lockedEvents, [kind]: lockedEvents[kind] + 1, sinceMs: lockedEvents.sinceMs || now },
  };
}
