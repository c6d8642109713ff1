/**
 * New keys for the tiers, by a supervisor and an admin together: everything that is sealed is sealed anew. One transaction: the pair, its
 * entry in the roster, the grants, the values and the end of the old ones are there together or not at all (docs/decisions/0029).
 */
import { setImmediate } from 'node:timers/promises';
import type { SealedTier } from '../../../contract/fields.ts';
import type { RouteRequest } from '../../../contract/routes.ts';
import { AppError } from '../app-error.ts';
import { toBase64 } from '../crypto/bytes.ts';
import { zero } from '../crypto/zero.ts';
import { readChain } from '../log/chains.ts';
import { startPhase } from '../long-work/progress.ts';
import { appendForSheet, carryForSheet, carryGrants, digestStoreForSheet } from '../keys/for-sheet.ts';
import { type GrantContext, MAX_EARLIER, grantTier, insertGrant } from '../keys/grants.ts';
import {
  type NewRosterEntry,
  RECOVERY,
  type Roster,
  type RosterEntry,
  type RosterHead,
  type Signer,
  appendRosterEntries,
  headBehind,
  holdersOfTier,
  makeRosterEntry,
  readRosterEntries,
  verifyRoster,
} from '../keys/roster.ts';
import type { SessionKeys } from '../keys/session-keys.ts';
import {
  type TierPrivate,
  type TierRecord,
  type TrustedTierKey,
  createTierPrivate,
  currentTierKey,
  insertTierRecord,
  makeTierRecord,
  verifyTierKey,
} from '../keys/tier-keys.ts';
import { withTiers } from '../session/open-values.ts';
import { type Session, logAlone } from '../session/session.ts';
import { withSlots } from '../session/with-slots.ts';
import { signerOf } from '../key-change/issue-keys.ts';
import { sql } from '../store/sql.ts';
import type { WritableStore } from '../store/store.ts';
import { type Resealed, type Tell, countSealed, resealTiers } from './reseal.ts';
import type { TierChange } from './reseal-part.ts';
import { type Pair, bothOf, cosignedBy } from '../key-change/dual-control.ts';
import { begun, done, ended } from '../key-change/rotation-log.ts';
import { type RotationWork, checkStoreKey } from './rotate-store-key.ts';
import { anchorHeader, pinAnew } from '../key-change/slot-change.ts';
import { commitValue } from '../session/commit.ts';
import { requireOneDesk } from '../keys/header.ts';

/**
 * Most values that are sealed anew in one op: with them the vault takes some gigabytes, and its process has no more. Without other desks there is no such bound.
 */
const MOST_AMONG_DESKS = 100_000;

/**
 * Whoever is signed in and the other of the two, in one request. Errors: those of `withSlots`, `needs-supervisor`, `not-allowed` (no admin),
 * `disk-full` (also before anything is begun), `cancelled`, `store-mismatch` (the roster in the store is not the one that was verified), `store-damaged`,
 * `needs-all-desks` (more values than an op of several desks takes); nothing has changed then. `log-unavailable`: the vault locks, and the next sign-in sees whether it was made.
 */
export async function rotateTierKeys(
  session: Session,
  work: RotationWork,
  { tiers, pin, cosigner }: RouteRequest<'keys.rotateTierKeys'>,
): Promise<Resealed> {
  return await withSlots(session, [{ slotId: session.signedIn.slotId, pin }, cosigner], async (present) => {
    const pair = bothOf(present);
    if (!(await checkStoreKey(session)).enough) throw new AppError('disk-full');
    const total = await countSealed(session.store, tiers);
    if (total > MOST_AMONG_DESKS) requireOneDesk(session.header);
    const by = cosignedBy(present);
    await logAlone(session, { ...begun({ key: 'tier-keys', tiers }, present), ...by });
    return withTiers(session, pair.supervisor, tiers, (open) =>
      renew(session, startTelling(work, total), pair, [...open.values()], by),
    );
  });
}

async function renew(
  session: Session,
  tell: Tell,
  pair: Pair,
  old: readonly TierPrivate[],
  by: ReturnType<typeof cosignedBy>,
): Promise<Resealed> {
  const before = { keys: session.keys, roster: session.roster };
  const fresh = old.map(({ tier, epoch }) => createTierPrivate(session.keys.vaultId, tier, epoch + 1));
  try {
    const resealed = await commitValue(session, async (tx) => {
      const next = await buildRosterEntries(session, tx, pair, fresh);
      const changes = new Map(
        old.map((from, index): [SealedTier, TierChange] => [
          from.tier,
          { from, to: { ...keyAt(fresh, index), ...next.keys.tierKeys[from.tier] } },
        ]),
      );
      const roster = await replaceKeys(session, tx, next, fresh, pair);
      const value = await resealTiers(tx, session.keys.vaultId, changes, tell);
      // Before the commit: whatever is sealed next, by whomever's turn comes next, is sealed to these.
      session.keys = next.keys;
      session.roster = roster;
      return { value: value, entries: [{ ...done(detailOf(fresh, value)), ...by }] };
    });
    await settle(session, pair);
    return resealed;
  } catch (error) {
    session.keys = before.keys;
    session.roster = before.roster;
    // Whether it was committed before the anchor could not be written is seen at the next sign-in.
    if (error instanceof AppError && error.code === 'log-unavailable')
      session.effects.lock('log-unavailable');
    else await logAlone(session, { ...ended('tier-keys', error), ...by }).catch(() => undefined);
    throw error;
  } finally {
    for (const key of fresh) zero(key.privateKey, key.matchKey);
  }
}

interface BuiltEntries {
  readonly entries: readonly RosterEntry[];
  readonly records: readonly TierRecord[];
  readonly roster: Roster;
  readonly keys: SessionKeys;
}

/** The new keys in the roster, held against the pinned roots together with every entry that the store has: what somebody has written into it is refused here. */
async function buildRosterEntries(
  session: Session,
  tx: WritableStore,
  { supervisor, admin }: Pair,
  fresh: readonly TierPrivate[],
): Promise<BuiltEntries> {
  const {
    keys: { vaultId, roots, tierKeys },
    roster: { head },
    clock,
  } = session;
  const signers = [signerOf(admin), signerOf(supervisor)];
  const at = clock.now();
  const entries = chain(
    vaultId,
    head,
    signers,
    fresh.map(({ tier, epoch, publicKey }) => ({
      kind: 'tier-key',
      at,
      tier,
      epoch,
      publicKey: toBase64(publicKey),
    })),
  );
  const roster = verifyRoster(
    vaultId,
    [...(await readRosterEntries(tx)), ...entries],
    roots,
    await readChain(tx),
  );
  const records = fresh.map((key) =>
    makeTierRecord(vaultId, key, { rosterN: roster.head.n, createdAt: at }, signers),
  );
  const trusted = records.map((record): [SealedTier, TrustedTierKey] => [
    record.tier,
    verifyTierKey(record, currentTierKey(tierKeys[record.tier], roster), roster),
  ]);
  return {
    entries,
    records,
    roster,
    keys: { vaultId, roots, tierKeys: { ...tierKeys, ...Object.fromEntries(trusted) } },
  };
}

function chain(
  vaultId: string,
  head: RosterHead,
  signers: readonly Signer[],
  drafts: readonly NewRosterEntry[],
): readonly RosterEntry[] {
  const entries: RosterEntry[] = [];
  for (const draft of drafts)
    entries.push(makeRosterEntry(vaultId, headBehind(entries, head), draft, signers));
  return entries;
}

/**
 * Roster, records and grants; all that was there of these tiers goes, whoever wrote it. Where several desks keep the estate the last epochs stay, closed to sealing: a desk that is
 * away seals to the one that it knows. Returns the roster in force, the admin's word on the sheet's grants included.
 */
async function replaceKeys(
  session: Session,
  tx: WritableStore,
  { entries, records, roster }: BuiltEntries,
  fresh: readonly TierPrivate[],
  { admin }: Pair,
): Promise<Roster> {
  const {
    keys: { vaultId, roots },
    header: { link },
    clock,
  } = session;
  const before = await digestStoreForSheet(vaultId, tx);
  await appendRosterEntries(tx, entries);
  for (const { tier, epoch } of fresh) {
    const kept = link === undefined ? epoch : epoch - MAX_EARLIER;
    await tx.run(
      sql`DELETE FROM tier_key WHERE tier = ${tier} AND epoch NOT BETWEEN ${kept} AND ${epoch - 1}`,
    );
    await tx.run(
      sql`DELETE FROM tier_grant WHERE tier = ${tier} AND epoch NOT BETWEEN ${kept} AND ${epoch - 1}`,
    );
  }
  for (const record of records) await insertTierRecord(tx, record);
  for (const key of fresh)
    for (const { context, receiveKey } of holdersOf(session, roster, key))
      await insertGrant(tx, context, grantTier(key, receiveKey, context));
  const after = await digestStoreForSheet(vaultId, tx);
  const by = { at: clock.now(), signers: [signerOf(admin)] };
  const others = carryGrants(roster, before, after, by);
  return appendForSheet(tx, { roster, roots }, carryForSheet(roster, before, after), by, others);
}

/** Everybody in the verified roster who holds the tier, at whichever desk, and the sheet. Whoever gets keys again is granted them then. */
function holdersOf(
  { keys: { vaultId } }: Session,
  roster: Roster,
  { tier, epoch }: TierPrivate,
): readonly { readonly context: GrantContext; readonly receiveKey: Uint8Array }[] {
  return [
    ...holdersOfTier(roster, tier).map(({ staffId, generation, receiveKey }) => ({
      context: { vaultId, tier, epoch, staffId, generation },
      receiveKey,
    })),
    {
      context: { vaultId, tier, epoch, staffId: RECOVERY, generation: roster.recoveryGeneration },
      receiveKey: roster.recoveryKey,
    },
  ];
}

function startTelling({ tell, signal }: RotationWork, total: number): Tell {
  const pace = startPhase(
    {
      onProgress: ({ done: sealed, secondsLeft }) =>
        tell({ key: 'tier-keys', phase: 'resealing', done: sealed, total, secondsLeft }),
      signal,
    },
    'writing',
    total,
  );
  return async (sealed) => {
    pace.tick(sealed);
    await setImmediate();
  };
}

const detailOf = (fresh: readonly TierPrivate[], { values, unreadable }: Resealed) =>
  ({
    key: 'tier-keys',
    end: 'made',
    tiers: fresh.map(({ tier, epoch }) => ({ tier, epoch })),
    values,
    unreadable,
  }) as const;

function keyAt(keys: readonly TierPrivate[], index: number): TierPrivate {
  const key = keys[index];
  if (key === undefined) throw new RangeError('a new key for each old one');
  return key;
}

/**
 * It is made: what is left is to see to it that it is noticed if it is undone. The next sign-in does what fails here. What the pages held
 * before must not lie in the journal either.
 */
async function settle(session: Session, { supervisor, admin }: Pair): Promise<void> {
  await pinAnew(session, [supervisor.slot, admin.slot]).catch(() => undefined);
  await anchorHeader(session).catch(() => undefined);
  await session.store.checkpoint().catch(() => undefined);
}
