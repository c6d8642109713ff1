/**
 * Which choice of a second place there was at least. Its number stands in the header, whose MAC takes the device secret: whoever has the store key can take the choice
 * out of the midst of the log, and the next sign-in says so.
 */
import { anchorHeader, changeHeader } from '../key-change/slot-change.ts';
import type { Header } from '../keys/header.ts';
import type { Session } from '../session/session.ts';
import { readLastChoice } from './choice.ts';

const heldChoice = ({ secondChoice = 0 }: Pick<Header, 'secondChoice'>): number => secondChoice;

type LastChoice = Awaited<ReturnType<typeof readLastChoice>>;
const numberOf = (last: LastChoice): number => last?.row.seq ?? 0;

/** Whether the log has lost the choice that the header holds. `last`: as the log has it. */
export const isChoiceLost = (header: Header, last: LastChoice): boolean =>
  numberOf(last) < heldChoice(header);

/** Puts the last choice into header and anchor, where they have another one. Whatever keeps it from that, the next sign-in tries again. */
export async function holdChoice(session: Session): Promise<void> {
  try {
    const secondChoice = numberOf(await readLastChoice(session, session.store));
    if (secondChoice === heldChoice(session.header)) return;
    await changeHeader(session, { secondChoice });
    await anchorHeader(session);
  } catch {
    // The choice itself is in the log.
  }
}
