/** View of the second place, whose file is checked as a whole each time the page is opened. */
import { onSameDisk } from '../../files/disk-space.ts';
import type { SecondPlaceState } from '../../../contract/second-log/lists.ts';
import type { SecondPlace } from '../../../contract/second-log/routes.ts';
import { type Session, nameOfStaff } from '../session/session.ts';
import { type PlaceChoice, readChoice } from './choice.ts';
import { findDifference } from './compare.ts';
import { ASKED_MS, isAway, raise } from './follow.ts';
import { createLineReader } from './line.ts';
import { type AllLines, SLOW, placeFile, readAll, withinTime } from './place.ts';
import { type Written, readPlaceKey, readWritten } from './place-key.ts';

/** Days without a line after which the place is overdue, in milliseconds. */
const OVERDUE_MS = 3 * 86_400_000;

const NO_LINES = { good: 0, unreadable: 0, missing: 0 };
const NOTHING: SecondPlace = {
  choice: null,
  state: 'none',
  sameDisk: null,
  writtenAt: null,
  behind: 0,
  overdue: false,
  lines: NO_LINES,
};

/** Compares every line that is there; a difference is raised as `followSecondLog` does. Errors: those of store and log. */
export async function describeSecondLog(session: Session): Promise<SecondPlace> {
  const { store, effects, roster } = session;
  const choice = await readChoice(session, store);
  if (choice === null) return NOTHING;
  const found = await look(session, choice);
  const [written, key] = [await readWritten(store), await readPlaceKey(store, roster)];
  const { folder, entries, at, staffId } = choice;
  return {
    choice: { folder, entries, at, staffName: nameOfStaff(session, staffId) },
    state: typeof found === 'string' ? found : await judge(session, found, written, key !== null),
    sameDisk: await withinTime(ASKED_MS, () => onSameDisk(effects.vaultDir, folder)).then((same) =>
      same === SLOW ? null : same,
    ),
    writtenAt: written.at,
    ...ageOf(session, choice, written),
    lines:
      typeof found === 'string'
        ? NO_LINES
        : { good: found.good, unreadable: found.unreadable, missing: found.missing },
  };
}

type Age = Pick<SecondPlace, 'behind' | 'overdue'>;

/** How far the place is behind, without a look at it. Errors: those of the store. */
export async function readAge(session: Session): Promise<Age> {
  const choice = await readChoice(session, session.store);
  return choice === null ? NOTHING : ageOf(session, choice, await readWritten(session.store));
}

function ageOf({ anchor, clock }: Session, choice: PlaceChoice, written: Written): Age {
  const behind = Math.max(0, anchor.state().log.seq - Math.max(written.seq, choice.seq - 1));
  return { behind, overdue: behind > 0 && clock.now() - (written.at ?? choice.at) > OVERDUE_MS };
}

const look = (
  { roster, anchor }: Session,
  { folder }: PlaceChoice,
): Promise<AllLines | Extract<SecondPlaceState, 'slow' | 'away' | 'unusable'>> =>
  withinTime(ASKED_MS, () =>
    readAll(placeFile(folder, roster.vaultId, anchor.state().log.seq), createLineReader(roster)),
  ).catch((error: unknown) => (isAway(error) ? 'away' : 'unusable'));

async function judge(
  session: Session,
  { inForce, all }: AllLines,
  written: Written,
  hasKey: boolean,
): Promise<SecondPlaceState> {
  const difference = await findDifference(session, inForce);
  if (difference !== null) return raise(session, difference);
  if (!hasKey) return 'no-key';
  return (all.at(-1)?.line ?? 0) < written.line ? 'shortened' : 'good';
}
