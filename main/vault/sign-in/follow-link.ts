/** Follows the order of all desks while somebody is signed in: takes in what the carrier has brought, and tells the screens. */
import { CHANGE_TOPICS } from '../../../contract/changes.ts';
import type { VaultContext } from '../feature.ts';
import type { DeskLink } from '../link/desk-link.ts';

export interface FollowedLink {
  /** Takes in what is there; whoever waits for it knows that it is. Never rejects. */
  look(): Promise<void>;
  stop(): Promise<void>;
}

/** Where the carrier's word was lost, in milliseconds. */
const LOOK_MS = 2_000;

export function followLink(
  { carrier, emit }: Pick<VaultContext, 'carrier' | 'emit'>,
  link: DeskLink,
): FollowedLink {
  let last: Promise<void> = Promise.resolve();
  let isStopped = false;
  async function look(): Promise<void> {
    if (isStopped) return;
    const { others } = await link.takeIn();
    if (others > 0) emit('changed', { topics: [...CHANGE_TOPICS] });
  }
  // A store that cannot be written is told by whatever is done next.
  const lookInTurn = (): Promise<void> => (last = last.then(look).catch(() => undefined));
  const timer = setInterval(() => void lookInTurn(), LOOK_MS).unref();
  carrier.listen(() => void lookInTurn());
  return {
    look: lookInTurn,
    async stop() {
      isStopped = true;
      clearInterval(timer);
      await last;
      await link.drain();
    },
  };
}
