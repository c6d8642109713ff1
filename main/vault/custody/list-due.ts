/** Whether keys that somebody has held who left are still in use, and how much of the ceremony after a theft is left. */
import { SEALED_TIERS } from '../../../contract/fields.ts';
import { KEYS_OF_LEAVERS, LEAVER_HOURS } from '../../../contract/key-rotation.ts';
import type { RouteReply } from '../../../contract/routes.ts';
import { allEnded } from '../all-ended.ts';
import type { Session } from '../session/session.ts';
import { sql } from '../store/sql.ts';
import { readRotations } from './rotation-log.ts';
import { openTheft } from './theft.ts';

/**
 * The tier keys by the signed roster alone, in whose order nobody's clock has a say: each tier's has to be entered behind the leaving, also where one
 * of them was changed alone. The store key by the roster's time and, since somebody may have set the clock meanwhile, by the order of the log: a
 * rotation counts that came after the leaving by both.
 */
export async function listDue({ roster, store }: Session): Promise<RouteReply<'keys.due'>> {
  const { lastRemovalAt, lastRemovalN, tierKeys } = roster;
  const [rotations, left] = await allEnded([readRotations(store), store.get<{ readonly seq: number | null }>(lastLeave())]);
  const theft = openTheft(roster, rotations)?.left.length ?? null;
  if (lastRemovalAt === null) return { keys: [], by: null, theft };
  const isBehind: Readonly<Record<(typeof KEYS_OF_LEAVERS)[number], boolean>> = {
    'store-key': rotations.some((one) => one.key === 'store-key' && one.end === 'done' && (one.endedAt ?? 0) >= lastRemovalAt && one.seq > (left?.seq ?? 0)),
    'tier-keys': SEALED_TIERS.every((tier) => (tierKeys.get(tier)?.n ?? 0) > lastRemovalN),
  };
  const keys = KEYS_OF_LEAVERS.filter((key) => !isBehind[key]);
  return { keys, by: keys.length === 0 ? null : lastRemovalAt + LEAVER_HOURS * 3_600_000, theft };
}

export const lastLeave = () => sql`SELECT max(seq) AS seq FROM log_entry WHERE action = 'staff-leave'`;
