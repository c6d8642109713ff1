/** Which desk a computer becomes that takes a vault over. */
import type { Header } from '../keys/header.ts';
import type { Roster } from '../keys/roster.ts';
import { deskOfSegment } from '../store/ids.ts';
import type { Remembered } from './remembered.ts';

/**
 * The desk that a computer becomes by recovering the vault of this header, above all of which it knows; null where it stays the header's: it knows
 * the vault, and its log has not gone on as a later desk, of which a backup of before says nothing.
 */
export function nextDesk(
  header: Header,
  { lastDesk }: Pick<Roster, 'lastDesk'>,
  { anchored, known }: Pick<Remembered, 'anchored' | 'known'>,
): number | null {
  const last = anchored === null ? 0 : deskOfSegment(anchored.state.log.segment);
  if (known !== null && last <= header.desk) return null;
  return Math.max(lastDesk, last) + 1;
}
