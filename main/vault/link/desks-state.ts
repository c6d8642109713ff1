/** Says in one word how this desk stands with the others: first what somebody has to see to, then what passes by itself. */
import type { CarrierState, CarrierTrouble } from '../../../contract/carrier.ts';
import type { DesksState } from '../../../contract/desks-state.ts';
import type { LinkState } from './desk-link.ts';

/** What passes with the next look. */
const PASSING: ReadonlySet<CarrierTrouble> = new Set(['held', 'fence-over', 'out-of-turn', 'behind']);
/** What passes once the line is back. */
const AWAY: ReadonlySet<CarrierTrouble> = new Set(['unreachable', 'busy']);

/** `own` is this desk's number. */
export function desksStateOf(link: LinkState, carrier: CarrierState, own: number): DesksState {
  const { waiting } = link;
  const say = (is: DesksState['is'], more: Partial<DesksState> = {}): DesksState => ({
    is,
    waiting,
    since: null,
    desk: null,
    ...more,
  });
  if (link.isRefused) return say('refused');
  if (link.stopped !== null)
    return say(link.stopped.why === 'newer-program' ? 'behind' : 'stopped', { desk: link.stopped.desk });
  if (carrier.trouble !== null && !PASSING.has(carrier.trouble))
    return say(AWAY.has(carrier.trouble) ? 'offline' : 'trouble', {
      since: carrier.since === 0 ? null : carrier.since,
    });
  if (carrier.heldBy !== null && carrier.heldBy !== own) return say('held', { desk: carrier.heldBy });
  if (waiting > 0) return say('waiting');
  return say(link.place < carrier.last ? 'receiving' : 'synced');
}
