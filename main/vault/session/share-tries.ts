/** Tries of PINs where several desks keep the estate: they follow whoever signs in to this desk, and what others ask for is given of those that were not used here. */
import type { StaffSlot } from '../keys/header.ts';
import { MAX_FAILURES } from '../keys/limiter-state.ts';
import { liveDesks } from '../keys/roster-desks.ts';
import {
  type GivenShare,
  type TryShare,
  openAsks,
  putShares,
  readShares,
  reserveOf,
  shareOfDesk,
  sharesOf,
} from '../keys/try-shares.ts';
import { done } from '../log/done.ts';
import { sql } from '../store/sql.ts';
import type { WritableStore } from '../store/store.ts';
import { commit } from './commit.ts';
import type { KeysPlace, Session } from './session.ts';

/** Who has fewer at the desk where they work asks for more. */
const FEW_TRIES = 20;

interface SharedSlot {
  readonly slot: StaffSlot;
  readonly rows: readonly GivenShare[];
  /** What each desk has; none where nobody has shared them. */
  readonly shares: ReadonlyMap<number, number>;
  /** What this desk has. */
  readonly share: number;
}

/** Goes by what all desks have given. Errors: those of the store and of Limiter.setShares. */
export async function followShares(
  { store, limiter }: Pick<KeysPlace, 'store' | 'limiter'>,
  desk: number,
  slots: readonly StaffSlot[],
): Promise<readonly SharedSlot[]> {
  const all = await readShares(store, slots);
  const shared = slots.map((slot, at) => {
    const rows = all[at] ?? [];
    const shares = sharesOf(rows);
    return { slot, rows, shares, share: shareOfDesk(shares, desk) };
  });
  await limiter.setShares(new Map(shared.map(({ slot, share }) => [slot.id, share])));
  return shared;
}

/**
 * Goes by what was given here, gives what others have asked for, and asks for the tries of whoever is signed in. `asks`: not at each look, since who is at two
 * desks at once would have them go to and fro. Within the session's turn. Errors: those of
 * `followShares` and of `commit`; what was not given by then is this desk's again the next time.
 */
export async function shareTries(session: Session, asks: boolean): Promise<void> {
  const { header, store, limiter, readOnly, alarms } = session;
  if (header.link === undefined || readOnly || alarms.length > 0 || (await isUndecided(session))) return;
  const shared = await followShares({ store, limiter }, header.desk, header.slots);
  const desks = liveDesks(session.roster.desks).map(({ desk }) => desk);
  const given = shared.flatMap((one) => {
    const gifts = giftsOf(one, { desk: header.desk, desks, left: limiter.triesLeft(one.slot.id) });
    return gifts.length === 0 ? [] : [{ ...one, gifts }];
  });
  await giveTries(session, given);
  const own = shared.find(({ slot }) => slot.id === session.signedIn.slotId);
  if (asks && own !== undefined && isShort(session, own, desks)) await askForTries(session, own);
}

/** What was handed out may have given some, which the rows show once its place is known. */
const isUndecided = async ({ store }: Session): Promise<boolean> =>
  (await store.get(sql`SELECT seq FROM undone_entry WHERE decided = 0`)) !== undefined;

/** To who has asked, all but a reserve; and its reserve to a desk that has none at all, by the one that has most. */
function giftsOf(
  { rows, shares }: SharedSlot,
  here: { readonly desk: number; readonly desks: readonly number[]; readonly left: number },
): readonly TryShare[] {
  if (rows.length === 0) return [];
  const { desk, desks } = here;
  const reserve = reserveOf(desks.length);
  const shareOf = (one: number): number => shares.get(one) ?? 0;
  let left = here.left - reserve;
  const give = (toDesk: number, most: number, answers: number | null): readonly TryShare[] => {
    const tries = Math.min(most, left);
    if (tries <= 0) return [];
    left -= tries;
    return [{ toDesk, tries, answers }];
  };
  const asked = openAsks(rows).filter(({ toDesk }) => toDesk !== desk && desks.includes(toDesk));
  const first = desks.toSorted((one, other) => shareOf(other) - shareOf(one) || one - other)[0];
  const without = first === desk ? desks.filter((one) => one !== desk && shareOf(one) === 0) : [];
  return [
    ...asked.flatMap(({ toDesk, tries, id }) => give(toDesk, tries, id)),
    ...without
      .filter((one) => !asked.some(({ toDesk }) => toDesk === one))
      .flatMap((one) => give(one, reserve, null)),
  ];
}

/** What of one person's tries goes to others. */
interface Gift extends SharedSlot {
  readonly gifts: readonly TryShare[];
}

/** What is given is this desk's no more before anybody hears of it. Errors: those of Limiter.setShares. */
const layAside = ({ limiter }: Session, given: readonly Gift[]): Promise<void> =>
  limiter.setShares(
    new Map(
      given.map(({ slot, share, gifts }) => [
        slot.id,
        share - gifts.reduce((sum, { tries }) => sum + tries, 0),
      ]),
    ),
  );

async function putGifts(tx: WritableStore, session: Session, given: readonly Gift[]): Promise<void> {
  for (const { slot, rows, gifts } of given) await putShares(tx, homeOf(rows, session), slot, gifts);
}

async function giveTries(session: Session, given: readonly Gift[]): Promise<void> {
  if (given.length === 0) return;
  await layAside(session, given);
  const desks = new Set(given.flatMap(({ gifts }) => gifts.map(({ toDesk }) => toDesk)));
  await commit(session, async (tx) => {
    await putGifts(tx, session, given);
    return [...desks].map((desk) => {
      const people = given.filter(({ gifts }) => gifts.some(({ toDesk }) => toDesk === desk)).length;
      return done('tries-give', { desk, people });
    });
  });
}

const homeOf = (rows: readonly GivenShare[], { header }: Session): number => rows[0]?.home ?? header.desk;

/** Whether this desk has few, others have some to give, and none was asked yet. */
function isShort(
  { header, limiter }: Session,
  { slot, rows, shares }: SharedSlot,
  desks: readonly number[],
): boolean {
  const isAsked = openAsks(rows).some(({ toDesk }) => toDesk === header.desk);
  const hasGivers = desks.some(
    (desk) => desk !== header.desk && (shares.get(desk) ?? 0) > reserveOf(desks.length),
  );
  return limiter.triesLeft(slot.id) < FEW_TRIES && hasGivers && !isAsked;
}

const askForTries = (session: Session, { slot, rows }: SharedSlot): Promise<void> =>
  commit(session, async (tx) => {
    const ask = { toDesk: session.header.desk, tries: MAX_FAILURES, answers: null };
    await putShares(tx, homeOf(rows, session), slot, [ask]);
    return [done('tries-ask', null)];
  });

/**
 * Runs what lets a desk in, which has its reserve of everybody's tries then, or half of what is here: `give` enters that in its transaction. Where it comes to nothing
 * they are this desk's again at the next look. Within coordinated work, before which all is decided. Errors: those of
 * `followShares` and of `work`.
 */
export async function givingReserve(
  session: Session,
  toDesk: number,
  work: (give: (tx: WritableStore) => Promise<void>) => Promise<void>,
): Promise<void> {
  const { header, store, limiter, roster } = session;
  const shared = await followShares({ store, limiter }, header.desk, header.slots);
  const reserve = reserveOf(liveDesks(roster.desks).length + 1);
  const given = shared.map((one) => {
    const left = limiter.triesLeft(one.slot.id);
    const tries = Math.min(reserve, Math.floor(left / 2));
    return { ...one, gifts: [{ toDesk, tries, answers: null }] };
  });
  await layAside(session, given);
  await work((tx) => putGifts(tx, session, given));
}
