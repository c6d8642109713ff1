/** Whether keys that somebody has held who left are still in use, and how much of the ceremony after a theft is left. */
import { SEALED_TIERS } from '../../../contract/fields.ts';
import { KEYS_OF_LEAVERS, LEAVER_HOURS } from '../../../contract/key-management/lists.ts';
import type { RouteReply } from '../../../contract/routes.ts';
import type { Session } from '../session/session.ts';
import { readRotations, rosterAt } from '../key-change/rotation-log.ts';
import { openTheft } from './theft.ts';

/**
 * By the signed roster alone, in whose order nobody's clock has a say: each tier's key has to be entered behind the leaving, also where one of them was
 * changed alone, and a rotation of the store key has to have been begun with a roster that goes as far.
 */
export async function listDue(session: Session): Promise<RouteReply<'keys.due'>> {
  const { roster, store } = session;
  const { lastRemovalAt, lastRemovalN, tierKeys } = roster;
  const rotations = await readRotations(session, store);
  const theft = openTheft(roster, rotations)?.left.length ?? null;
  if (lastRemovalAt === null) return { keys: [], by: null, theft };
  const isBehind: Readonly<Record<(typeof KEYS_OF_LEAVERS)[number], boolean>> = {
    'store-key': rotations.some(
      ({ key, end, begun }) =>
        key === 'store-key' && end === 'done' && (rosterAt(roster, begun) ?? 0) >= lastRemovalN,
    ),
    'tier-keys': SEALED_TIERS.every((tier) => (tierKeys.get(tier)?.n ?? 0) > lastRemovalN),
  };
  const keys = KEYS_OF_LEAVERS.filter((key) => !isBehind[key]);
  return { keys, by: keys.length === 0 ? null : lastRemovalAt + LEAVER_HOURS * 3_600_000, theft };
}
