/**
 * Which choice of a second place there was at least. Its number stands in the header, whose MAC takes the device secret: whoever has the store key can take the choice
 * out of the midst of the log, and the next sign-in says so.
 */
import { anchorHeader, changeHeader } from '../key-change/slot-change.ts';
import type { Header } from '../keys/header.ts';
import { readDecisions } from '../log/decisions.ts';
import type { Session } from '../session/session.ts';

/** Parts of a session that know the last choice; a sign-in has them before there is a session. */
type KnowsChoice = Pick<Session, 'roster' | 'store'>;

/** 0 where there is none. Errors: those of `readDecisions`. */
const lastChoice = async ({ roster, store }: KnowsChoice): Promise<number> =>
  (await readDecisions({ roster }, store, 'second-log-choice')).at(-1)?.row.seq ?? 0;

const heldChoice = ({ secondChoice = 0 }: Pick<Header, 'secondChoice'>): number => secondChoice;

/** Whether the log has lost the last choice. Errors: those of `readDecisions`. */
export const isChoiceLost = async (known: KnowsChoice, header: Header): Promise<boolean> =>
  (await lastChoice(known)) < heldChoice(header);

/** Puts the last choice into header and anchor, where they have another one. Errors: those of `readDecisions`, `changeHeader` and `anchorHeader`. */
export async function holdChoice(session: Session): Promise<void> {
  const secondChoice = await lastChoice(session);
  if (secondChoice === heldChoice(session.header)) return;
  await changeHeader(session, { secondChoice });
  await anchorHeader(session);
}
