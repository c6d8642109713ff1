/** Which desk a computer becomes that takes a vault over. */
import type { Header } from '../keys/header.ts';
import type { Roster } from '../keys/roster.ts';
import { MAX_DESK, deskOfSegment } from '../store/ids.ts';
import type { Remembered } from './remembered.ts';

/** Most desks that a keychain is believed to have taken since a backup: whoever writes it could have all of them used up at once. */
const MAX_UNSAID_DESKS = 64;

/**
 * The desk that a computer becomes by recovering the vault of this header, above all of which it knows; null where it stays the header's: it alone keeps
 * the vault and knows it, and its log has not gone on as a later desk, of which a backup of before says nothing.
 */
export function nextDesk(
  header: Header,
  { lastDesk }: Pick<Roster, 'lastDesk'>,
  { anchored, known }: Pick<Remembered, 'anchored' | 'known'>,
): number | null {
  const last = anchored === null ? 0 : deskOfSegment(anchored.state.log.segment);
  if (known !== null && last <= header.desk && header.link === undefined) return null;
  const next = Math.max(lastDesk, last <= lastDesk + MAX_UNSAID_DESKS ? last : 0) + 1;
  // No number is left: two people took them all, and a recovery is not to be stopped by it.
  return next <= MAX_DESK ? next : null;
}
