/**
 * Commits changes of people and keys: the change is stored as pending, then its digest in the anchor, then the
 * header is replaced (its rename is the switch), then the store follows. After a crash the next sign-in drops a change that the
 * header does not have and finishes one that it has.
 */
import { z } from 'zod';
import { SEALED_TIERS } from '../../../contract/fields.ts';
import { type SlotId, slotIdSchema, staffIdSchema } from '../../../contract/ids.ts';
import { LOG_OUTCOMES } from '../../../contract/log/outcomes.ts';
import { LOG_ACTIONS, UNREADABLE } from '../../../contract/log/entries.ts';
import { createHash } from 'node:crypto';
import { type AnchorState, NO_HEADER, NO_PENDING } from '../anchor/anchor.ts';
import { PENDING_BYTES } from '../anchor/anchor-codec.ts';
import { AppError } from '../app-error.ts';
import { diskError } from '../files/disk-error.ts';
import { freeBytes } from '../../files/disk-space.ts';
import { bind } from '../crypto/bind.ts';
import { bytesOfBase64, bytesOfHex, fromBase64, sameBytes, toBase64, utf8 } from '../crypto/bytes.ts';
import {
  type Header,
  type HeaderBody,
  type RecoverySlot,
  type StaffSlot,
  bodyOf,
  digestOfHeader,
  sealHeader,
  writeHeader,
} from '../keys/header.ts';
import { MAX_OLD_SHEETS, type OldSheet } from '../keys/old-sheets.ts';
import { type Certificate, addCertificates } from '../keys/signers.ts';
import type { AcceptedSlot } from '../keys/accept.ts';
import { copyOfSlot, dropCopiesOf, giveCopy } from '../keys/slot-copies.ts';
import { RECOVERY_SLOT_ID } from '../keys/slots.ts';
import { shareNewKeys } from '../keys/try-shares.ts';
import { type GrantContext, dropGrantsOf, insertGrant } from '../keys/grants.ts';
import { carryForSheet, digestHeaderForSheet, digestNewGrants, signForSheet } from '../keys/for-sheet.ts';
import {
  epochSchema,
  generationSchema,
  MAX_GENERATION,
  nextNumber,
  rosterNumberSchema,
  timeSchema,
} from '../keys/numbers.ts';
import { pinsOf } from '../keys/pins.ts';
import { liveDesks } from '../keys/roster-desks.ts';
import type { Roots } from '../keys/recovery-sheet.ts';
import {
  type Roster,
  type RosterEntry,
  type SignerId,
  appendRosterEntries,
  decodeSignatures,
  encodeSignatures,
  quietEntriesOf,
  readRosterEntries,
  signerSchema,
  verifyRoster,
} from '../keys/roster.ts';
import { putSlotRows, recoveryRowOf, removeSlotRows, slotRowOf } from '../keys/verify-store.ts';
import type { AuditLog, NewLogEntry } from '../log/audit-log.ts';
import { encodeDetail, readAnyDetail } from '../log/detail.ts';
import { signPrepared } from '../log/signatures.ts';
import type { Session } from '../session/session.ts';
import { sql } from '../store/sql.ts';
import type { ReadableStore, Store, WritableStore } from '../store/store.ts';
import type { EntrySigner } from '../log/entry-signer.ts';

/** A change of people and keys. */
export interface SlotChange {
  readonly rosterEntries: readonly RosterEntry[];
  /** Slots to put: each replaces the same person's slot, or is added. */
  readonly put: readonly StaffSlot[];
  readonly remove: readonly SlotId[];
  readonly recovery?: RecoverySlot;
  readonly oldSheets?: readonly OldSheet[];
  readonly certificates?: readonly Certificate[];
  readonly grants: readonly { readonly context: GrantContext; readonly sealed: Uint8Array }[];
  /** Holders whose earlier grants are deleted. */
  readonly dropGrantsOf: readonly SignerId[];
  readonly entries: readonly NewLogEntry[];
  /** Opened slots of those present, which pin the result of the change. */
  readonly present: readonly AcceptedSlot[];
  /** Of those whose PINs sign it, one that opens this computer's store key. */
  readonly by: AcceptedSlot;
}

/**
 * Free bytes needed for what is written after the header: some blocks of the store's journal, with a margin.
 */
const ROOM_BYTES = 1024 * 1024;

/**
 * Checks for free space before a change whose switch is the header. After the switch a full disk could not
 * leave everything as it was, and people who are told that the disk is full would believe that the previous
 * sheet or PIN is still valid. Errors: AppError `disk-full`, `disk-error`.
 */
export async function requireRoom(vaultDir: string): Promise<void> {
  const free = await freeBytes(vaultDir).catch((error: unknown) => {
    throw diskError(error);
  });
  if (free < ROOM_BYTES) throw new AppError('disk-full');
}

/**
 * Commits a change; call it within the turn of the request whose PINs sign it. Errors: AppError
 * `store-mismatch` (a roster entry without the required signers), `disk-full`, `disk-error`, those of coordinated work, after which
 * nothing has changed; after the switch `change-unfinished`.
 */
export async function commitSlotChange(session: Session, change: SlotChange): Promise<void> {
  const { store, effects, keys } = session;
  await requireRoom(effects.vaultDir);
  if (session.header.link !== undefined) return commitAmongDesks(session, change);
  const entries = [...(await readRosterEntries(store)), ...change.rosterEntries];
  const signed = signChange(
    session,
    verifyRoster(keys.vaultId, entries, keys.roots, session.roster.chain),
    change,
  );
  const all = [...entries, ...signed];
  const roster = verifyRoster(keys.vaultId, all, keys.roots, session.roster.chain);
  const header = headerAfter(session, roster, change, quietEntriesOf(all));
  const payload = payloadOf(
    header,
    { ...change, rosterEntries: [...change.rosterEntries, ...signed] },
    {
      inRoster: (signers) => inRosterAfter(signers, session.roster, roster),
      after: session.anchor.state().log.seq,
      time: session.clock.now(),
    },
  );
  const text = JSON.stringify(payload);
  await writePending(store, header.generation, text);
  try {
    await putHeader(session, header, (state) => ({ ...state, pending: digestOf(text) }));
  } catch (error) {
    await store.transaction(dropPending);
    throw error;
  }
  session.header = header;
  session.roster = roster;
  effects.headerChanged(header);
  await behindSwitch(session, async () => {
    await finish(session.log, store, payload);
    await anchorHeader(session);
  });
}

/**
 * Where several desks keep the estate the change is whole once its place is known, and each header follows it, this one's at once. What the sheet opens stays as it is: another
 * sheet is made by one desk alone.
 */
async function commitAmongDesks(session: Session, change: SlotChange): Promise<void> {
  const { store, keys, log, header, deviceSecret, roster } = session;
  const { vaultId, roots } = keys;
  const given = change.put.filter(
    ({ staffId, generation }) =>
      header.slots.find((slot) => slot.staffId === staffId)?.generation !== generation,
  );
  await log.record(store, async (tx) => {
    const entries = [...(await readRosterEntries(tx)), ...change.rosterEntries];
    const after = verifyRoster(vaultId, entries, roots, roster.chain);
    await appendRosterEntries(tx, change.rosterEntries);
    await dropGrantsOf(tx, change.dropGrantsOf);
    for (const { context, sealed } of change.grants) await insertGrant(tx, context, sealed);
    for (const signer of change.dropGrantsOf) await dropCopiesOf(tx, signer);
    const desks = liveDesks(after.desks);
    const others = desks.filter(({ desk }) => desk !== header.desk).map(({ desk }) => desk);
    for (const slot of given) {
      await giveCopy(tx, vaultId, copyOfSlot(vaultId, slot, deviceSecret), desks);
      await shareNewKeys(tx, header.desk, slot, others);
    }
    return { value: undefined, entries: change.entries };
  });
  await behindSwitch(session, async () => {
    session.roster = verifyRoster(vaultId, await readRosterEntries(store), roots, roster.chain);
    session.header = await session.effects.followKeys(session, change.by);
    await anchorHeader(session);
  });
}

/**
 * The entry by which an admin who is there signs for what the sheet opens by this change; none where that stays as it is. Errors: RangeError where no admin is
 * there, which no ceremony leaves out.
 */
function signChange(
  { header, keys: { vaultId }, clock }: Session,
  roster: Roster,
  change: SlotChange,
): readonly RosterEntry[] {
  const { recovery } = change;
  if (recovery === undefined) return [];
  const before = digestHeaderForSheet(header);
  const after = digestHeaderForSheet({ vaultId, recovery, oldSheets: oldSheetsAfter(header, change) });
  // A new sheet is given everything anew; the earlier ones it takes over as they were acknowledged.
  const changed =
    change.oldSheets === undefined
      ? carryForSheet(roster, before, after)
      : { ...after, grants: digestNewGrants(vaultId, change.grants) };
  const admin = change.present.find(({ staffId }) => roster.members.get(staffId)?.role === 'admin');
  if (admin === undefined) throw new RangeError('an admin signs for what the sheet opens');
  const signers = [{ id: admin.staffId, privateKey: admin.sign.privateKey }];
  const entry = signForSheet(roster, changed, { at: clock.now(), signers });
  return entry === null ? [] : [entry];
}

const oldSheetsAfter = (header: Header, change: SlotChange): OldSheet[] =>
  [...(header.oldSheets ?? []), ...(change.oldSheets ?? [])].slice(-MAX_OLD_SHEETS);

/**
 * Puts a header in force. The anchor is told of it first, so that after a kill it is known for one that this vault has written; `also`: what else it is told
 * in the same write. Errors: `keychain-write-failed`, and those of `write`; the header before then stays.
 */
export async function putHeader<T = void>(
  { anchor, effects }: Pick<Session, 'anchor'> & { readonly effects: Pick<Session['effects'], 'vaultDir'> },
  header: Header,
  also: (state: AnchorState) => AnchorState = (state) => state,
  write: (vaultDir: string, header: Header) => Promise<T> = writeHeader as never,
): Promise<T> {
  await anchor.update((state) => ({ ...also(state), comingHeader: digestOfHeader(header) }));
  return write(effects.vaultDir, header);
}

/**
 * Runs the rest of a change that is already in force. Where it fails the vault locks, the lock screen says
 * so, and the next sign-in finishes it. Another error, such as a full disk, would make people believe that
 * the previous PIN or sheet is still valid. Errors: AppError `change-unfinished` only.
 */
export async function behindSwitch(
  { effects }: Pick<Session, 'effects'>,
  work: () => Promise<void>,
): Promise<void> {
  try {
    await work();
  } catch (error) {
    effects.lock('change-unfinished');
    throw new AppError('change-unfinished', {}, { cause: error });
  }
}

/**
 * Records the present roster and header in the anchor, so that an older one of either is noticed. Errors:
 * those of Anchor.update.
 */
export const anchorHeader = (session: Session): Promise<void> =>
  session.anchor.update((state) => withHeader(state, session));

/** An anchor state that knows this header and roster. */
export const withHeader = (
  state: AnchorState,
  { header, roster }: Pick<Session, 'header' | 'roster'>,
): AnchorState => ({
  ...state,
  epoch: header.epoch,
  headerGeneration: header.generation,
  header: digestOfHeader(header),
  comingHeader: NO_HEADER,
  rosterHead: { n: roster.head.n, hash: bytesOfHex(roster.head.hash) },
  pending: NO_PENDING,
});

/**
 * Pins the session's present keys and roster in the slots of those present. Errors: `disk-full`,
 * `disk-error`; then the next sign-in of each does it.
 */
export const pinAnew = (session: Session, present: readonly AcceptedSlot[]): Promise<void> =>
  replaceSlots(
    session,
    present.map((own) =>
      own.pinAnew(pinsOf(session.roster, session.keys, own.staffId), session.deviceSecret),
    ),
  );

const replaceSlots = (session: Session, slots: readonly StaffSlot[]): Promise<void> =>
  changeHeader(session, {
    slots: session.header.slots.map((one) => slots.find(({ id }) => id === one.id) ?? one),
  });

/**
 * Replaces the header by one with other parts, of the next generation. Errors: `disk-full`, `disk-error`; the
 * header is then unchanged.
 */
export async function changeHeader(
  session: Session,
  changes: Partial<
    Pick<HeaderBody, 'slots' | 'backups' | 'masks' | 'secondChoice' | 'format' | 'link' | 'signers'>
  >,
): Promise<void> {
  const body = bodyOf(session.header);
  const quietEntries = quietEntriesOf(await readRosterEntries(session.store));
  const header = sealHeader(
    { ...body, ...changes, quietEntries, generation: nextNumber(body.generation, MAX_GENERATION) },
    session.deviceSecret,
  );
  await putHeader(session, header);
  session.header = header;
  session.effects.headerChanged(header);
}

/**
 * Finishes or drops a pending change at a sign-in, before the store is checked against the header. Does
 * nothing where the log's end differs from the anchor, which is an alarm. Whoever has the store key can write
 * such a row, so it is finished only if the anchor has its digest (`remembered`). A recovery (`bySheet`), whose
 * computer may remember nothing, finishes another one without its words in the log: all the rest is signed.
 * Errors: AppError `store-tampered` (a change that is not remembered), `store-mismatch` (one that does not follow
 * from the pinned roots), after which it stays pending; those of the store and of AuditLog.record.
 */
export async function settleSlotChange({
  header,
  store,
  log,
  roots,
  remembered,
  bySheet = false,
}: {
  readonly header: Header;
  readonly store: Store;
  readonly log: AuditLog;
  readonly roots: Roots;
  readonly remembered: Uint8Array;
  readonly bySheet?: boolean;
}): Promise<void> {
  const pending = await readPending(store);
  if (pending === undefined || (await log.checkHead(store)) === 'differs') return;
  if (header.generation < pending.header_generation) return store.transaction(dropPending);
  const isOurs = sameBytes(digestOf(pending.payload), remembered);
  if (!isOurs && !bySheet) throw new AppError('store-tampered', { part: 'pending' });
  const said = parsePayload(pending.payload);
  const payload = isOurs ? said : { ...said, entries: [] };
  verifyRoster(header.vaultId, [...(await readRosterEntries(store)), ...entriesOf(payload)], roots, 0);
  await finish(log, store, payload);
}

function headerAfter(
  session: Session,
  roster: Roster,
  change: SlotChange,
  quietEntries: HeaderBody['quietEntries'],
): Header {
  const { mac: _mac, ...body } = session.header;
  const replaced = body.slots
    .filter(({ id }) => !change.remove.includes(id))
    .map(
      (slot) =>
        change.put.find(({ staffId }) => staffId === slot.staffId) ??
        pinnedAnew(session, roster, change, slot),
    );
  const added = change.put.filter(({ staffId }) => !body.slots.some((slot) => slot.staffId === staffId));
  const certificates = addCertificates(body.signers ?? [], change.certificates ?? []);
  const oldSheets = oldSheetsAfter(session.header, change);
  const next: HeaderBody = {
    ...body,
    quietEntries,
    generation: nextNumber(body.generation, MAX_GENERATION),
    slots: [...replaced, ...added],
    recovery: change.recovery ?? body.recovery,
    ...(certificates.length === 0 ? {} : { signers: certificates }),
    ...(oldSheets.length === 0 ? {} : { oldSheets }),
  };
  return sealHeader(next, session.deviceSecret);
}

function pinnedAnew(
  { keys, deviceSecret }: Session,
  roster: Roster,
  { present }: SlotChange,
  slot: StaffSlot,
): StaffSlot {
  const own = present.find(({ slotId }) => slotId === slot.id);
  return own === undefined ? slot : own.pinAnew(pinsOf(roster, keys, slot.staffId), deviceSecret);
}

// --- what waits in the store

const bytesSchema = z.string().refine((text) => fromBase64(text) !== null);
const payloadSchema = z.strictObject({
  roster: z.array(
    z.strictObject({
      n: rosterNumberSchema,
      prevHash: bytesSchema,
      body: bytesSchema,
      signatures: z.string(),
      hash: bytesSchema,
    }),
  ),
  slots: z.array(
    z.strictObject({
      slotId: z.union([slotIdSchema, z.literal(RECOVERY_SLOT_ID)]),
      generation: generationSchema,
      staffId: signerSchema,
      digest: bytesSchema,
    }),
  ),
  removed: z.array(slotIdSchema),
  grants: z.array(
    z.strictObject({
      context: z.strictObject({
        vaultId: z.string(),
        tier: z.enum(SEALED_TIERS),
        epoch: epochSchema,
        staffId: signerSchema,
        generation: generationSchema,
      }),
      sealed: bytesSchema,
    }),
  ),
  dropGrantsOf: z.array(signerSchema),
  entries: z.array(
    z.strictObject({
      time: timeSchema,
      staffId: staffIdSchema,
      cosignerId: staffIdSchema.nullish(),
      action: z.enum(LOG_ACTIONS),
      field: z.string().nullish(),
      reason: z.string().nullish(),
      ticket: z.string().nullish(),
      outcome: z.enum(LOG_OUTCOMES),
      /** As the log stores it. */
      detail: z.string().nullish(),
      /** Of whoever made the change, since it may be finished by somebody else; absent where nobody has to sign. */
      signature: bytesSchema.optional(),
    }),
  ),
});
type Payload = z.infer<typeof payloadSchema>;

/**
 * Signers by the roster that the change makes, where their keys are theirs in it too: behind the entry of a leaving the key of who has left
 * then signs nothing. Somebody's own new keys are signed for by those of before.
 */
const inRosterAfter = (
  signers: readonly EntrySigner[],
  before: Roster,
  after: Roster,
): readonly EntrySigner[] =>
  signers.map((signer) => {
    const [was, is] = [
      before.keyAt(signer.staffId, signer.rosterN),
      after.keyAt(signer.staffId, after.head.n),
    ];
    const isTheSame = was !== null && is !== null && sameBytes(was, is);
    return isTheSame ? { ...signer, rosterN: after.head.n } : signer;
  });

/** When and behind which entry the words of a change are signed. */
interface SigningMoment {
  readonly inRoster: (signers: readonly EntrySigner[]) => readonly EntrySigner[];
  readonly after: number;
  readonly time: number;
}

function payloadOf(header: Header, change: SlotChange, moment: SigningMoment): Payload {
  const rows = [
    ...change.put.map((slot) => slotRowOf(header.vaultId, slot)),
    ...(change.recovery === undefined ? [] : [recoveryRowOf(header.vaultId, change.recovery)]),
  ];
  return payloadSchema.parse({
    roster: change.rosterEntries.map(({ n, prevHash, body, signatures, hash }) => ({
      n,
      prevHash: toBase64(prevHash),
      body: toBase64(body),
      signatures: encodeSignatures(signatures),
      hash: toBase64(hash),
    })),
    slots: rows.map((row) => ({ ...row, digest: toBase64(row.digest) })),
    removed: change.remove,
    grants: change.grants.map(({ context, sealed }) => ({ context, sealed: toBase64(sealed) })),
    dropGrantsOf: change.dropGrantsOf,
    entries: change.entries.map((entry, at) =>
      entryToKeep(header.vaultId, entry, { ...moment, after: moment.after + at }),
    ),
  });
}

/** Errors: those of `signPrepared`. */
function entryToKeep(
  vaultId: string,
  { signedBy, ...said }: NewLogEntry,
  { inRoster, after, time }: SigningMoment,
): Payload['entries'][number] {
  const { staffId, cosignerId = null, action, field = null, reason = null, ticket = null, outcome } = said;
  const detail = encodeDetail(action, said.detail ?? null);
  const columns = {
    time,
    staffId,
    cosignerId,
    action,
    personId: null,
    field,
    reason,
    ticket,
    outcome,
    detail,
  };
  const signature = signPrepared(bytesOfHex(vaultId), columns, after, inRoster(signedBy ?? []));
  const { personId: _personId, ...kept } = columns;
  return { ...kept, ...(signature === null ? {} : { signature: toBase64(signature) }) };
}

const entriesOf = ({ roster }: Payload): readonly RosterEntry[] =>
  roster.map(({ n, prevHash, body, signatures, hash }) => ({
    n,
    prevHash: bytesOfBase64(prevHash),
    body: bytesOfBase64(body),
    signatures: decodeSignatures(signatures),
    hash: bytesOfBase64(hash),
  }));

/** Applies the change in one transaction with its log entries, and deletes the pending row. */
function finish(log: AuditLog, store: Store, payload: Payload): Promise<void> {
  return log.record(store, async (tx) => {
    await appendRosterEntries(tx, entriesOf(payload));
    await dropGrantsOf(tx, payload.dropGrantsOf);
    for (const { context, sealed } of payload.grants) await insertGrant(tx, context, bytesOfBase64(sealed));
    await putSlotRows(
      tx,
      payload.slots.map((row) => ({ ...row, digest: bytesOfBase64(row.digest) })),
    );
    await removeSlotRows(tx, payload.removed);
    await dropPending(tx);
    return { value: undefined, entries: payload.entries.map(entryToLog) };
  });
}

/** Errors: AppError `store-mismatch` for a detail that does not match its action's schema. */
function entryToLog({ detail, signature, time, ...entry }: Payload['entries'][number]): NewLogEntry {
  const { action, outcome, field = null } = entry;
  const found = readAnyDetail({ action, outcome, field, detail: detail ?? null });
  if (found === UNREADABLE) throw new AppError('store-mismatch', { part: 'pending' });
  // The detail was just read by the schema of this action.
  const prepared = { signature: signature === undefined ? null : bytesOfBase64(signature), time };
  return { ...entry, detail: found, prepared } as unknown as NewLogEntry;
}

interface PendingRow {
  readonly header_generation: number;
  readonly payload: string;
}

const readPending = (store: ReadableStore): Promise<PendingRow | undefined> =>
  store.get<PendingRow>(sql`SELECT header_generation, payload FROM pending_change`);

const writePending = (store: Store, generation: number, payload: string): Promise<void> =>
  store.runAlone(
    sql`INSERT INTO pending_change (id, header_generation, payload) VALUES (1, ${generation}, ${payload})`,
  );

/** Nobody but the vault has chosen the text, so that half of a SHA-256 is as good as the whole. */
const digestOf = (payload: string): Uint8Array =>
  new Uint8Array(
    createHash('sha256')
      .update(bind('pending-change', utf8(payload)))
      .digest(),
  ).slice(0, PENDING_BYTES);

const dropPending = async (tx: WritableStore): Promise<void> =>
  void (await tx.run(sql`DELETE FROM pending_change`));

function parsePayload(text: string): Payload {
  try {
    return payloadSchema.parse(JSON.parse(text));
  } catch (error) {
    throw new AppError('store-mismatch', { part: 'pending' }, { cause: error });
  }
}
