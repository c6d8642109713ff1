/**
 * How people and keys change: what is to come waits in the store, then the header is replaced, whose rename is the switch, then the store
 * follows. A kill leaves it to the next sign-in, which drops what the header has not and finishes what it has.
 */
import { z } from 'zod';
import { SEALED_TIERS } from '../../../contract/fields.ts';
import type { SlotId } from '../../../contract/ids.ts';
import { slotIdSchema, staffIdSchema } from '../../../contract/ids.ts';
import { LOG_ACTIONS, LOG_OUTCOMES } from '../../../contract/log/actions.ts';
import { UNREADABLE } from '../../../contract/log/entries.ts';
import { AppError } from '../app-error.ts';
import { diskError } from '../files/disk-error.ts';
import { freeBytes } from '../files/disk-space.ts';
import { bytesOfBase64, bytesOfHex, fromBase64, toBase64 } from '../crypto/bytes.ts';
import type { Header, HeaderBody, RecoverySlot, StaffSlot } from '../keys/header.ts';
import { sealHeader, writeHeader } from '../keys/header.ts';
import type { OldSheet } from '../keys/old-sheets.ts';
import type { Certificate } from '../keys/signers.ts';
import { addCertificates } from '../keys/signers.ts';
import type { OpenedSlot } from '../keys/slots.ts';
import { RECOVERY_SLOT_ID } from '../keys/slots.ts';
import type { GrantContext } from '../keys/grants.ts';
import { dropGrantsOf, insertGrant } from '../keys/grants.ts';
import { pinsOf } from '../keys/pins.ts';
import type { Roots } from '../keys/recovery-sheet.ts';
import type { Roster, RosterEntry, SignerId } from '../keys/roster.ts';
import {
  appendRosterEntries,
  decodeSignatures,
  encodeSignatures,
  readRosterEntries,
  signerSchema,
  verifyRoster,
} from '../keys/roster.ts';
import { putSlotRows, recoveryRowOf, removeSlotRows, slotRowOf } from '../keys/verify-store.ts';
import type { AuditLog, NewLogEntry } from '../log/audit-log.ts';
import { encodeDetail, readDetail } from '../log/detail.ts';
import type { Session } from '../session/session.ts';
import { sql } from '../store/sql.ts';
import type { ReadableStore, Store, WritableStore } from '../store/store.ts';

export interface SlotChange {
  readonly rosterEntries: readonly RosterEntry[];
  /** Each in the place of the same person's slot, else as another one. */
  readonly put: readonly StaffSlot[];
  readonly remove: readonly SlotId[];
  readonly recovery?: RecoverySlot;
  readonly oldSheets?: readonly OldSheet[];
  readonly certificates?: readonly Certificate[];
  readonly grants: readonly { readonly context: GrantContext; readonly sealed: Uint8Array }[];
  /** Whose earlier grants go. */
  readonly dropGrantsOf: readonly SignerId[];
  readonly entries: readonly NewLogEntry[];
  /** Whose PIN is at hand: their slots pin what the change brings. */
  readonly present: readonly OpenedSlot[];
}

/** What follows the header is written to the same disk: some blocks of the store's journal, with plenty to spare. */
const ROOM_BYTES = 1024 * 1024;

/**
 * Before a change whose switch is the header: behind it a full disk could no longer leave all as it was, and whoever is told that the disk is full
 * takes the sheet or PIN of before for the one that counts. Errors: AppError `disk-full`, `disk-error`.
 */
export async function requireRoom(vaultDir: string): Promise<void> {
  const free = await freeBytes(vaultDir).catch((error: unknown) => {
    throw diskError(error);
  });
  if (free < ROOM_BYTES) throw new AppError('disk-full');
}

/**
 * Within the turn of the request whose PINs sign it. Errors: AppError `store-mismatch` (a roster entry that nobody present may sign), `disk-full`, `disk-error`,
 * after all of which nothing has changed; behind the switch `change-unfinished`.
 */
export async function commitSlotChange(session: Session, change: SlotChange): Promise<void> {
  const { store, premises, keys } = session;
  await requireRoom(premises.vaultDir);
  const roster = verifyRoster(
    keys.vaultId,
    [...(await readRosterEntries(store)), ...change.rosterEntries],
    keys.roots,
  );
  const header = headerAfter(session, roster, change);
  const payload = payloadOf(header, change);
  await writePending(store, header.generation, payload);
  await writeHeader(premises.vaultDir, header).catch(async (error: unknown) => {
    await store.transaction(dropPending);
    throw error;
  });
  session.header = header;
  session.roster = roster;
  premises.headerChanged(header);
  await behindSwitch(session, async () => {
    await finish(session.log, store, payload);
    await anchorHeader(session);
  });
}

/**
 * What is left of a change that is made. Where it fails the vault locks, which the lock screen tells, and the next sign-in does it: to say that the
 * disk is full would have people believe that the PIN or sheet of before still counts. Errors: AppError `change-unfinished`, and nothing else.
 */
export async function behindSwitch(
  { premises }: Pick<Session, 'premises'>,
  work: () => Promise<void>,
): Promise<void> {
  try {
    await work();
  } catch (error) {
    premises.lock('change-unfinished');
    throw new AppError('change-unfinished', {}, { cause: error });
  }
}

/** The anchor follows roster and header: an older one of either is noticed from now on. Errors: those of Anchor.update. */
export const anchorHeader = ({ anchor, header, roster }: Session): Promise<void> =>
  anchor.update((state) => ({
    ...state,
    epoch: header.epoch,
    headerGeneration: header.generation,
    rosterHead: { n: roster.head.n, hash: bytesOfHex(roster.head.hash) },
  }));

/** The same slot with other pins or wraps, whose keys and place in the store stay. Errors: `disk-full`, `disk-error`; the header is then as it was. */
export const replaceOwnSlot = (session: Session, slot: StaffSlot): Promise<void> =>
  replaceSlots(session, [slot]);

/** What the session knows by now, pinned for those whose PIN is at hand. Errors: `disk-full`, `disk-error`; the next sign-in of each does it then. */
export const pinAnew = (session: Session, present: readonly OpenedSlot[]): Promise<void> =>
  replaceSlots(
    session,
    present.map((own) =>
      own.pinAnew(pinsOf(session.roster, session.keys, own.staffId), session.deviceSecret),
    ),
  );

async function replaceSlots(session: Session, slots: readonly StaffSlot[]): Promise<void> {
  const { mac: _mac, ...body } = session.header;
  const header = sealHeader(
    {
      ...body,
      generation: body.generation + 1,
      slots: body.slots.map((one) => slots.find(({ id }) => id === one.id) ?? one),
    },
    session.deviceSecret,
  );
  await writeHeader(session.premises.vaultDir, header);
  session.header = header;
  session.premises.headerChanged(header);
}

/**
 * For a sign-in, before the store is held against the header. Where the log's end is not the anchored one nothing is settled: that is an
 * alarm. Errors: AppError `store-mismatch` (a change that does not follow from the pinned roots, which stays where it is), those of the
 * store and of AuditLog.record.
 */
export async function settleSlotChange({
  header,
  store,
  log,
  roots,
}: {
  readonly header: Header;
  readonly store: Store;
  readonly log: AuditLog;
  readonly roots: Roots;
}): Promise<void> {
  const pending = await readPending(store);
  if (pending === undefined || (await log.checkHead(store)) === 'differs') return;
  if (header.generation < pending.header_generation) return store.transaction(dropPending);
  const payload = parsePayload(pending.payload);
  verifyRoster(header.vaultId, [...(await readRosterEntries(store)), ...entriesOf(payload)], roots);
  await finish(log, store, payload);
}

function headerAfter(session: Session, roster: Roster, change: SlotChange): Header {
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
  const oldSheets = [...(body.oldSheets ?? []), ...(change.oldSheets ?? [])];
  const next: HeaderBody = {
    ...body,
    generation: body.generation + 1,
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
      n: z.number().int().positive(),
      prevHash: bytesSchema,
      body: bytesSchema,
      signatures: z.string(),
      hash: bytesSchema,
    }),
  ),
  slots: z.array(
    z.strictObject({
      slotId: z.union([slotIdSchema, z.literal(RECOVERY_SLOT_ID)]),
      generation: z.number().int().positive(),
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
        epoch: z.number().int().positive(),
        staffId: signerSchema,
        generation: z.number().int().positive(),
      }),
      sealed: bytesSchema,
    }),
  ),
  dropGrantsOf: z.array(signerSchema),
  entries: z.array(
    z.strictObject({
      staffId: staffIdSchema,
      cosignerId: staffIdSchema.nullish(),
      action: z.enum(LOG_ACTIONS),
      field: z.string().nullish(),
      reason: z.string().nullish(),
      ticket: z.string().nullish(),
      outcome: z.enum(LOG_OUTCOMES),
      /** As the log keeps it: encoded, or a sentence of before. */
      detail: z.string().nullish(),
    }),
  ),
});
type Payload = z.infer<typeof payloadSchema>;

function payloadOf(header: Header, change: SlotChange): Payload {
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
    entries: change.entries.map((entry) => ({
      ...entry,
      detail: encodeDetail(entry.action, entry.detail ?? null),
    })),
  });
}

const entriesOf = ({ roster }: Payload): readonly RosterEntry[] =>
  roster.map(({ n, prevHash, body, signatures, hash }) => ({
    n,
    prevHash: bytesOfBase64(prevHash),
    body: bytesOfBase64(body),
    signatures: decodeSignatures(signatures),
    hash: bytesOfBase64(hash),
  }));

/** One transaction, with the log's entries; the row that waited goes with it. */
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

/** Errors: AppError `store-mismatch` for a detail that is none of its action's. */
function entryToLog({ detail, ...entry }: Payload['entries'][number]): NewLogEntry {
  const { action, outcome, field = null } = entry;
  const found = readDetail({ action, outcome, field, detail: detail ?? null });
  if (found === UNREADABLE) throw new AppError('store-mismatch', { part: 'pending' });
  // The action decides the schema that the detail was just read by.
  return { ...entry, detail: found } as NewLogEntry;
}

interface PendingRow {
  readonly header_generation: number;
  readonly payload: string;
}

const readPending = (store: ReadableStore): Promise<PendingRow | undefined> =>
  store.get<PendingRow>(sql`SELECT header_generation, payload FROM pending_change`);

const writePending = (store: Store, generation: number, payload: Payload): Promise<void> =>
  store.runAlone(
    sql`INSERT INTO pending_change (id, header_generation, payload) VALUES (1, ${generation}, ${JSON.stringify(payload)})`,
  );

const dropPending = async (tx: WritableStore): Promise<void> =>
  void (await tx.run(sql`DELETE FROM pending_change`));

function parsePayload(text: string): Payload {
  try {
    return payloadSchema.parse(JSON.parse(text));
  } catch (error) {
    throw new AppError('store-mismatch', { part: 'pending' }, { cause: error });
  }
}
