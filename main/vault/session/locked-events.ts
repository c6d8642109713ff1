/** What happens while there is no log to write to is counted in the anchor; the next unlock enters it. */
import type { AnchorState, LockedEvents } from '../anchor/anchor.ts';

/** One more of a kind, at `now` (milliseconds since 1970). */
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
