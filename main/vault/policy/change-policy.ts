/** An admin changes the policy: with the PIN, a word of why, and a supervisor's PIN where a mask is to show more again. One commit. */
import { setImmediate } from 'node:timers/promises';
import { type SealedTier, sealedTierOf } from '../../../contract/fields.ts';
import {
  type MaskPolicy,
  POLICY_MASKS,
  POLICY_SETTINGS,
  type Policy,
  type PolicyMask,
  type PolicySetting,
  type SettingValue,
  showsMore,
  valueOf,
} from '../../../contract/policy/lists.ts';
import type { VaultEvent } from '../../../contract/events.ts';
import type { RouteRequest } from '../../../contract/routes.ts';
import type { PolicyView } from '../../../contract/policy/views.ts';
import { AppError } from '../app-error.ts';
import type { RunningWork } from '../long-work/long-work.ts';
import { startPhase } from '../long-work/progress.ts';
import { withTiers } from '../session/open-values.ts';
import type { Session } from '../session/session.ts';
import { type AllVerified, type VerifiedStaff, requireSupervisor, withSlots } from '../session/with-slots.ts';
import { sql } from '../store/sql.ts';
import type { ReadableStore } from '../store/store.ts';
import { holdMasks, weakest } from './held-masks.ts';
import { describePolicy, nextChoices } from './read-policy.ts';
import { type Tell, fieldsMaskedBy, maskFromValues, tightenStored, writeMasks } from './remask.ts';
import { countOf } from '../store/rows.ts';
import { commit } from '../session/commit.ts';
import { done } from '../log/done.ts';

type PolicyWork = RunningWork<VaultEvent<'policy.progress'>>;

/** Gives the progress reporter of a round: 0, 1 or 2. */
type RoundOf = (round: number) => Tell;

interface Change {
  readonly setting: PolicySetting;
  readonly was: SettingValue;
  readonly becomes: SettingValue;
}

/**
 * Everything that a stricter choice hides is hidden in the store as well, before the reply. Errors: `bad-request` (nothing would change),
 * `needs-supervisor` (something would show more), `not-allowed` (the own slot is no admin's), those of `withSlots`, `changed-meanwhile`,
 * `cancelled` (nothing has changed).
 */
export async function changePolicy(
  session: Session,
  request: RouteRequest<'policy.change'>,
  work: PolicyWork,
): Promise<PolicyView> {
  const before = session.policy;
  const next = choose(before, request);
  const changes = POLICY_SETTINGS.flatMap((setting): Change[] => {
    const [was, becomes] = [valueOf(before, setting), valueOf(next, setting)];
    return was === becomes ? [] : [{ setting, was, becomes }];
  });
  if (changes.length === 0) throw new AppError('bad-request', { where: 'masks' });
  const loosens = changes.some(({ setting, was, becomes }) => showsMore(setting, was, becomes));
  if (loosens && request.supervisor === undefined) throw new AppError('needs-supervisor');
  const own = { slotId: session.signedIn.slotId, pin: request.pin };
  await withSlots(
    session,
    request.supervisor === undefined ? [own] : [own, request.supervisor],
    async (present) => {
      if (present[0].member.role !== 'admin') throw new AppError('not-allowed');
      // Another change may have had its turn while this one waited for its own.
      if (session.policy !== before) throw new AppError('changed-meanwhile');
      const supervisor = loosens ? requireSupervisor(present) : null;
      const rounds = startRounds(work, await countValues(session.store));
      // The stricter of header and log is in force, so that the commit of the log is the switch in either direction.
      await holdMasks(session, weakest(before.masks, next.masks));
      try {
        await writeChange(session, next, changes, supervisor, present, request.words, rounds);
      } catch (error) {
        await holdMasks(session, before.masks).catch(() => undefined);
        throw error;
      }
      session.policy = next;
      // What cannot be written now is written at the next sign-in.
      await holdMasks(session, next.masks).catch(() => undefined);
    },
  );
  // What the pages held before must not lie in the journal either.
  await session.store.checkpoint();
  return describePolicy(session);
}

const choose = ({ masks, switchedOn }: Policy, request: RouteRequest<'policy.change'>): Policy => ({
  masks: Object.fromEntries(
    POLICY_MASKS.map((mask) => [mask, request.masks[mask] ?? masks[mask]]),
  ) as MaskPolicy,
  switchedOn: request.switchedOn ?? switchedOn,
});

/** Every value is looked at, may be written, and may be indexed: three rounds, of which each tells how far it is. */
function startRounds({ tell, signal }: PolicyWork, values: number): RoundOf {
  const pace = startPhase(
    { onProgress: ({ done, total, secondsLeft }) => tell({ done, total, secondsLeft }), signal },
    'writing',
    values * 3,
  );
  return (round) => async (done) => {
    pace.tick(values * round + done);
    await setImmediate();
  };
}

async function writeChange(
  session: Session,
  next: Policy,
  changes: readonly Change[],
  supervisor: VerifiedStaff | null,
  signedBy: AllVerified,
  words: string,
  tellOf: RoundOf,
): Promise<void> {
  const fields = fieldsMaskedBy(
    changes.flatMap(({ setting }) =>
      setting.startsWith('mask.') ? [setting.slice('mask.'.length) as PolicyMask] : [],
    ),
  );
  const opened =
    supervisor === null
      ? null
      : await withTiers(session, supervisor, tiersOf(fields), async (keys) =>
          maskFromValues(
            session.store,
            session.keys.vaultId,
            next.masks,
            fields,
            keys,
            tellOf(0),
            session.clock.now(),
          ),
        );
  const cosignerId = supervisor?.member.staffId ?? null;
  await commit(session, async (tx) => {
    if (opened !== null && opened.highest !== (await highestValue(tx)))
      throw new AppError('changed-meanwhile');
    const masks = opened === null ? await tightenStored(tx, next.masks, fields, tellOf(0)) : opened.masks;
    await writeMasks(tx, masks, tellOf(1), tellOf(2));
    const numberOf = await nextChoices(session, tx);
    return changes.map(({ setting, was, becomes }, index) =>
      done(
        'policy',
        { was, became: becomes, remasked: masks.length, choice: numberOf(index) },
        { field: setting, reason: words, cosignerId, signedBy },
      ),
    );
  });
}

const tiersOf = (fields: ReturnType<typeof fieldsMaskedBy>): readonly SealedTier[] => [
  ...new Set(fields.map(sealedTierOf)),
];

async function countValues(store: ReadableStore): Promise<number> {
  return countOf(store, sql`SELECT count(*) AS n FROM sealed_value`);
}

/** Every other change of sealed values takes a PIN, and so its turn; what needs none is masked whole. Held against the count all the same. */
async function highestValue(store: ReadableStore): Promise<number> {
  return (
    (
      await store.get<{ readonly id: number | null }>(
        sql`SELECT id FROM sealed_value ORDER BY id DESC LIMIT 1`,
      )
    )?.id ?? 0
  );
}
