/** Follows the order of all desks while somebody is signed in: takes in what the carrier has brought, goes by what was chosen elsewhere, and tells the screens. */
import { CHANGE_TOPICS } from '../../../contract/changes.ts';
import { type Limits, USUAL_LIMITS } from '../../../contract/limits/lists.ts';
import { MASK_LEVELS, type MaskPolicy, POLICY_MASKS } from '../../../contract/policy/lists.ts';
import { USUAL_REASONS } from '../../../contract/reasons/lists.ts';
import type { VaultContext } from '../feature.ts';
import type { DeskLink } from '../link/desk-link.ts';
import { followRoster } from '../key-change/follow-roster.ts';
import { desksStateOf } from '../link/desks-state.ts';
import { type LogRow, selectRows } from '../log/audit-log.ts';
import { ownChain } from '../log/chains.ts';
import { readDetail } from '../log/detail.ts';
import { done } from '../log/done.ts';
import { heldMasks, holdMasks } from '../policy/held-masks.ts';
import { readPolicy } from '../policy/read-policy.ts';
import { readRoomPatterns } from '../search/read-room-patterns.ts';
import { commit } from '../session/commit.ts';
import { readChosenLimits } from '../session/limits.ts';
import { readChosenReasons } from '../session/reasons.ts';
import type { Session } from '../session/session.ts';
import { shareTries } from '../session/share-tries.ts';
import { sql } from '../store/sql.ts';

export interface FollowedLink {
  /** Takes in what is there; whoever waits for it knows that it is. Never rejects. */
  look(): Promise<void>;
  /** Has all other desks wait for what a request does. Errors: as DeskLink.coordinate. */
  readonly coordinate: DeskLink['coordinate'];
  stop(): Promise<void>;
}

/** Where the carrier's word was lost, in milliseconds. */
const LOOK_MS = 2_000;

export function followLink(
  { carrier, emit, usualLimits }: Pick<VaultContext, 'carrier' | 'emit' | 'usualLimits'>,
  session: Session,
  link: DeskLink,
): FollowedLink {
  let last: Promise<void> = Promise.resolve();
  let isStopped = false;
  let hasArrived = false;
  let told = '';
  async function tellState(): Promise<void> {
    const state = desksStateOf(await link.readState(), carrier.state(), session.header.desk);
    const text = JSON.stringify(state);
    if (text === told) return;
    told = text;
    emit('desks.state', state);
  }
  /** Nobody waits for it: whoever has the turn may wait for what the next look takes in. What could not be written is done at another one. */
  const share = (asks: boolean): Promise<void> =>
    session.turns
      .take(async () => (isStopped ? undefined : shareTries(session, asks)))
      .catch(() => undefined);
  async function look(): Promise<void> {
    if (isStopped) return;
    const { news, actions } = await link.takeIn().finally(tellState);
    await link.say();
    await enterUndone(session);
    // Not while somebody's PIN is asked for a choice.
    if (news > 0)
      await session.turns.take(() =>
        goByChoices(session, usualLimits ?? USUAL_LIMITS, actions.includes('policy')),
      );
    if (news > 0 || !hasArrived) void share(!hasArrived);
    hasArrived = true;
    if (news === 0) return;
    emit('changed', { topics: [...CHANGE_TOPICS] });
  }
  // A store that cannot be written is told by whatever is done next.
  const lookInTurn = (): Promise<void> => (last = last.then(look).catch(() => undefined));
  const timer = setInterval(() => void lookInTurn(), LOOK_MS).unref();
  carrier.listen(() => void lookInTurn());
  void lookInTurn();
  return {
    look: lookInTurn,
    coordinate: link.coordinate,
    async stop() {
      isStopped = true;
      clearInterval(timer);
      await last;
      await link.drain();
    },
  };
}

/** Enters what this desk has entered and other desks have decided against, once. */
async function enterUndone(session: Session): Promise<void> {
  const { store } = session;
  const undone = await store.all<{ readonly seq: number }>(
    ownChain(
      sql`SELECT seq FROM undone_entry WHERE decided = 1 AND seq IN (SELECT seq FROM $log) ORDER BY seq`,
    ),
  );
  if (undone.length === 0 || session.readOnly) return;
  const said = (
    await store.all<LogRow & { readonly action: 'not-done' }>(
      selectRows(ownChain, `WHERE action = 'not-done'`),
    )
  ).map(readDetail);
  const untold = undone
    .map(({ seq }) => seq)
    .filter((seq) => !said.some((one) => typeof one === 'object' && one.from <= seq && seq <= one.to));
  const [from, to] = [untold[0], untold.at(-1)];
  if (from === undefined || to === undefined) return;
  await commit(session, async () => [done('not-done', { from, to })]);
}

/** Masks that hide as little as any choice lets them. */
const LOOSEST = Object.fromEntries(POLICY_MASKS.map((mask) => [mask, MASK_LEVELS[mask][0]])) as MaskPolicy;

/** Whether whoever is signed in here has left or got other keys at another desk: the lock screen asks for their PIN, and says which. */
function hasOtherKeys({ signedIn: { slotId, staffId }, header, roster }: Session): boolean {
  const slot = header.slots.find(({ id }) => id === slotId);
  const member = roster.members.get(staffId);
  return member === undefined || member.suspended || member.generation !== slot?.generation;
}

/** Goes by what was chosen at other desks. `hasPolicy`: an op that counts has chosen masks, which the header is to hold as well. */
async function goByChoices(session: Session, usualLimits: Limits, hasPolicy: boolean): Promise<void> {
  const { store } = session;
  await followRoster(session);
  if (hasOtherKeys(session)) return session.effects.lock('pin-changed-elsewhere');
  if (hasPolicy) await holdMasks(session, (await readPolicy(session, store, LOOSEST)).masks);
  const next = {
    policy: await readPolicy(session, store, heldMasks(session.header)),
    limits: (await readChosenLimits(session, store))?.limits ?? usualLimits,
    reasons: (await readChosenReasons(session, store))?.list ?? USUAL_REASONS,
  };
  for (const name of ['policy', 'limits', 'reasons'] as const)
    // Whoever is at work goes by whether it is the same.
    if (JSON.stringify(session[name]) !== JSON.stringify(next[name]))
      Object.assign(session, { [name]: next[name] });
  session.roomPatterns = await readRoomPatterns(store);
}
