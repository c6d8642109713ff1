/** A new recovery sheet, by an admin and a supervisor: made in memory, shown, proved by typing parts of it back, and only then written. */
import { SEALED_TIERS } from '../../../contract/fields.ts';
import type { Paper } from '../../../contract/paper.ts';
import type { RouteRequest } from '../../../contract/routes.ts';
import type { RecoverySheetView } from '../../../contract/recovery/views.ts';
import { AppError } from '../app-error.ts';
import { sameBytes, toBase64 } from '../crypto/bytes.ts';
import { zero } from '../crypto/zero.ts';
import { type RecoverySlot, requireOneDesk } from '../keys/header.ts';
import { type OldSheet, sealOldSheet } from '../keys/old-sheets.ts';
import { createRecoverySlot, openSlotStoreKey } from '../keys/slots.ts';
import { grantTier } from '../keys/grants.ts';
import { pinsOf } from '../keys/pins.ts';
import {
  type SheetKeys,
  chooseGroups,
  createSheetSecret,
  deriveSheetKeys,
  disposeSheetKeys,
  fingerprintRoots,
  formatSheet,
  parseSheet,
  provesSheet,
} from '../keys/recovery-sheet.ts';
import { RECOVERY, type Roster, makeRosterEntry, readRosterEntries, verifyRoster } from '../keys/roster.ts';
import { everyEpoch } from '../keys/epochs.ts';
import type { TierPrivate } from '../keys/tier-keys.ts';
import { createTurns } from '../long-work/turns.ts';
import { withTiers } from '../session/open-values.ts';
import { type Session, entryOf, logAlone } from '../session/session.ts';
import { slotOf, withSlots } from '../session/with-slots.ts';
import { signerOf } from '../key-change/issue-keys.ts';
import { followSheet } from './follow-sheet.ts';
import { type Pair, bothOf, cosignedBy } from '../key-change/dual-control.ts';
import { begun, done, ended } from '../key-change/rotation-log.ts';
import { type SlotChange, behindSwitch, commitSlotChange } from '../key-change/slot-change.ts';

export interface SheetChange {
  /** Makes another one, in place of one that was not proved. */
  begin(session: Session): Promise<RecoverySheetView>;
  /**
   * Errors, AppError: `sheet-not-begun`, `sheet-mismatch` (of the new one what was typed back; {line} of the old one where that does not fit), those of
   * `withSlots`, `needs-supervisor`, `not-allowed`, those of `commitSlotChange`.
   */
  finish(session: Session, request: RouteRequest<'keys.finishSheet'>): Promise<void>;
  /** After what is under way: a sheet that is being written is not forgotten in the midst of it. */
  cancel(): Promise<void>;
  /** The sheet that is to be proved; null where none is. */
  paper(): Paper | null;
}

interface Begun {
  readonly secret: Uint8Array;
  readonly view: RecoverySheetView;
  readonly estateName: string;
}

export function createSheetChange(): SheetChange {
  const turns = createTurns();
  let begunSheet: Begun | null = null;
  const forget = (): void => {
    zero(begunSheet?.secret ?? null);
    begunSheet = null;
  };
  function begin({ keys: { roots }, header: { estateName } }: Session): RecoverySheetView {
    forget();
    const secret = createSheetSecret();
    const lines = formatSheet(secret);
    const view = { lines, fingerprint: fingerprintRoots(roots), ask: chooseGroups(lines) };
    begunSheet = { secret, view, estateName };
    return view;
  }

  async function finish(session: Session, request: RouteRequest<'keys.finishSheet'>): Promise<void> {
    if (begunSheet === null) throw new AppError('sheet-not-begun');
    const { secret, view } = begunSheet;
    if (!provesSheet(view.lines, view.ask, request.answers)) throw new AppError('sheet-mismatch');
    await change(session, secret, request);
    forget();
  }

  return {
    begin: (session) => turns.take(async () => begin(session)),
    finish: (session, request) => turns.take(() => finish(session, request)),
    cancel: () => turns.take(async () => forget()),
    paper() {
      if (begunSheet === null) return null;
      const { estateName, view } = begunSheet;
      const { lines, fingerprint } = view;
      return { kind: 'recovery-sheet', estateName, sheet: { lines, fingerprint } };
    },
  };
}

async function change(
  session: Session,
  secret: Uint8Array,
  { pin, cosigner, oldSheet }: RouteRequest<'keys.finishSheet'>,
): Promise<void> {
  requireOneDesk(session.header);
  const old = oldSheet === undefined ? null : readOldSheet(session, oldSheet);
  try {
    await withSlots(session, [{ slotId: session.signedIn.slotId, pin }, cosigner], (present) => {
      const pair = bothOf(present);
      return withTiers(session, pair.supervisor, SEALED_TIERS, (open) =>
        replaceSheet(session, pair, {
          secret,
          old,
          tiers: everyEpoch(open.values()),
          by: cosignedBy(present),
        }),
      );
    });
  } finally {
    zero(old);
  }
}

/** Errors: `sheet-mismatch` {line}; 0 where it is another vault's, or one that has been replaced already. */
function readOldSheet({ roster }: Session, text: string): Uint8Array {
  const secret = parseSheet(text);
  const keys = deriveSheetKeys(secret);
  const isCurrent = sameBytes(keys.receive.publicKey, roster.recoveryKey);
  disposeSheetKeys(keys);
  if (isCurrent) return secret;
  zero(secret);
  throw new AppError('sheet-mismatch', { line: 0 });
}

interface Replacing {
  readonly secret: Uint8Array;
  readonly old: Uint8Array | null;
  readonly tiers: readonly TierPrivate[];
  readonly by: ReturnType<typeof cosignedBy>;
}

async function replaceSheet(session: Session, pair: Pair, replacing: Replacing): Promise<void> {
  const { by, old, secret } = replacing;
  const generation = session.roster.recoveryGeneration + 1;
  const sheet = deriveSheetKeys(secret);
  await logAlone(session, { ...begun({ key: 'recovery-sheet', generation }, by.signedBy), ...by });
  try {
    const made = { key: 'recovery-sheet', end: 'made', generation, opensOlder: old !== null } as const;
    await commitSlotChange(session, {
      ...(await buildRosterEntries(session, pair, sheet, replacing)),
      entries: [entryOf(session, { ...done(made), ...by })],
    });
  } catch (error) {
    // Behind the switch the next sign-in makes the entry, of what was done.
    if (session.roster.recoveryGeneration < generation)
      await logAlone(session, { ...ended('recovery-sheet', error), ...by }).catch(() => undefined);
    throw error;
  } finally {
    disposeSheetKeys(sheet);
  }
  await behindSwitch(session, () => followSheet(session, signerOf(pair.admin)));
}

/** Everything that the new sheet is to open, and the end of what the one before opened. */
async function buildRosterEntries(
  session: Session,
  pair: Pair,
  sheet: SheetKeys,
  { secret, old, tiers }: Replacing,
): Promise<Omit<SlotChange, 'entries'>> {
  const {
    keys: { vaultId, roots },
    store,
    roster: { head, recoveryGeneration },
  } = session;
  const generation = recoveryGeneration + 1;
  const entry = makeRosterEntry(
    vaultId,
    head,
    {
      kind: 'recovery',
      at: session.clock.now(),
      generation,
      recoverySign: toBase64(sheet.sign.publicKey),
      recoveryReceive: toBase64(sheet.receive.publicKey),
    },
    [signerOf(pair.admin), signerOf(pair.supervisor)],
  );
  const roster = verifyRoster(
    vaultId,
    [...(await readRosterEntries(store)), entry],
    roots,
    session.roster.chain,
  );
  const oldSheets: readonly OldSheet[] =
    old === null ? [] : [sealOldSheet(vaultId, recoveryGeneration, old, sheet.receive.publicKey)];
  return {
    rosterEntries: [entry],
    put: [],
    remove: [],
    recovery: makeSlot(session, pair, roster, secret),
    oldSheets,
    dropGrantsOf: [RECOVERY],
    present: [pair.supervisor.slot, pair.admin.slot],
    by: pair.admin.slot,
    grants: tiers.map((tier) => {
      const context = { vaultId, tier: tier.tier, epoch: tier.epoch, staffId: RECOVERY, generation } as const;
      return { context, sealed: grantTier(tier, sheet.receive.publicKey, context) };
    }),
  };
}

function makeSlot(
  { header, keys }: Session,
  { admin }: Pair,
  roster: Roster,
  secret: Uint8Array,
): RecoverySlot {
  const storeKey = openSlotStoreKey(header, slotOf(header, admin.slot), admin.slot);
  try {
    return createRecoverySlot({
      vaultId: header.vaultId,
      epoch: header.epoch,
      generation: roster.recoveryGeneration,
      secret,
      pins: pinsOf(roster, keys, RECOVERY),
      storeKey,
      signer: signerOf(admin),
    });
  } finally {
    zero(storeKey);
  }
}
