/**
 * Creates a vault: all keys in memory first, then keychain, store and anchor, and last the header, whose
 * rename completes it.
 */
import { randomBytes } from 'node:crypto';
import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { rm } from '../../files/move-and-remove.ts';
import type { Place } from '../../../contract/practice/lists.ts';
import { ROLE_TIERS, type Role, SEALED_TIERS, type SealedTier } from '../../../contract/fields.ts';
import type { StaffId } from '../../../contract/ids.ts';
import {
  type Anchor,
  type AnchorState,
  NO_HEADER,
  NO_LOCKED_EVENTS,
  NO_PENDING,
  createAnchor,
} from '../anchor/anchor.ts';
import { AppError } from '../app-error.ts';
import { diskError } from '../files/disk-error.ts';
import { recreateFile, syncFolder } from '../../files/durable-files.ts';
import { NotOursError, readPlainFile } from '../../files/plain-file.ts';
import { type Clock, systemClock } from '../clock.ts';
import { bytesOfHex, fromUtf8, toBase64, toHex } from '../crypto/bytes.ts';
import { type SignPair, generateSignPair } from '../crypto/ed25519.ts';
import { type ReceivePair, generateReceivePair } from '../crypto/hpke.ts';
import { type Argon2Params, calibrateArgon2id } from '../crypto/kdf.ts';
import { zero } from '../crypto/zero.ts';
import {
  HEADER_FILE,
  HEADER_FORMAT,
  type Header,
  SET_UP_MARKER,
  digestOfHeader,
  isStoreFile,
  osUserHash,
  sealHeader,
  storeFileOf,
  writeHeader,
} from './header.ts';
import { type Pins, createRecoverySlot, createSlot, newSlotId, newStaffId } from './slots.ts';
import { createAuditLog } from '../log/audit-log.ts';
import { NO_HASH } from '../log/chain.ts';
import { allChains } from '../log/chains.ts';
import { passId } from '../store/ids.ts';
import { sql } from '../store/sql.ts';
import type { Store, WritableStore } from '../store/store.ts';
import { digestHeaderForSheet, digestNewGrants, digestSegments } from './for-sheet.ts';
import { type GrantContext, grantTier, insertGrant } from './grants.ts';
import { createLogSegment } from './log-segment.ts';
import { newVaultId } from './practice-id.ts';
import {
  type Roots,
  type SheetKeys,
  createSheetSecret,
  deriveSheetKeys,
  disposeSheetKeys,
  fingerprintRoots,
  formatSheet,
} from './recovery-sheet.ts';
import {
  EMPTY_HEAD,
  type NewRosterEntry,
  RECOVERY,
  type RosterEntry,
  type RosterHead,
  type Signer,
  appendRosterEntries,
  headAfter,
  makeRosterEntry,
  quietEntriesOf,
} from './roster.ts';
import {
  type TierPrivate,
  type TierRecord,
  createTierPrivate,
  insertTierRecord,
  makeTierRecord,
} from './tier-keys.ts';
import { putSlotRows, recoveryRowOf, slotRowOf, writeVaultMeta } from './verify-store.ts';

/** A person whom set-up gives a slot: display name and PIN as typed. */
export interface StaffInput {
  readonly name: string;
  readonly pin: string;
}

/** Input of set-up. */
interface NewVault {
  readonly estateName: string;
  readonly admin: StaffInput;
  readonly supervisor: StaffInput;
  readonly receptionist: StaffInput;
  /** One human being has both roles: two slots, two PINs, flagged in the roster. */
  readonly adminIsSupervisor: boolean;
}

/**
 * A vault in memory, to be written by `writeVault` or disposed. Of the secrets it holds only those for
 * keychain, store and sheet.
 */
export interface PreparedVault {
  /** The recovery sheet, as lines of groups. */
  readonly sheet: string[][];
  readonly fingerprint: string;
  readonly header: Header;
  readonly deviceSecret: Uint8Array;
  readonly storeKey: Uint8Array;
  /** First moving key of the log, 32 bytes. */
  readonly logKey: Uint8Array;
  readonly rows: PreparedRows;
  readonly rosterHead: RosterHead;
  readonly adminId: StaffId;
  /** Zeroes the buffers; the text of the sheet stays with the caller. */
  dispose(): void;
}

interface PreparedRows {
  readonly roster: readonly RosterEntry[];
  readonly tierRecords: readonly TierRecord[];
  readonly grants: readonly { readonly context: GrantContext; readonly sealed: Uint8Array }[];
  readonly sealedLogKey: Uint8Array;
  readonly createdAt: number;
}

interface NewPerson extends StaffInput {
  readonly role: Role;
  readonly staffId: StaffId;
  readonly receive: ReceivePair;
  readonly sign: SignPair;
}

const FIRST_EPOCH = 1;
const FIRST_GENERATION = 1;
const FIRST_SEGMENT = 1;

/**
 * Makes every key of a new vault and writes nothing. Takes about a second: Argon2id is calibrated and run for
 * three PINs.
 */
export async function prepareVault(
  input: NewVault,
  {
    clock = systemClock,
    calibrate = calibrateArgon2id,
    place = 'real',
  }: {
    readonly clock?: Clock;
    readonly calibrate?: () => Promise<Argon2Params>;
    readonly place?: Place;
  } = {},
): Promise<PreparedVault> {
  const vaultId = newVaultId(place);
  const [deviceSecret, storeKey, sheetSecret] = [random32(), random32(), createSheetSecret()];
  const sheet = deriveSheetKeys(sheetSecret);
  const people = (['admin', 'supervisor', 'receptionist'] as const).map((role) =>
    newPerson(role, input[role]),
  );
  const [admin, supervisor] = people as [NewPerson, NewPerson];
  const roots: Roots = {
    adminSign: admin.sign.publicKey,
    supervisorSign: supervisor.sign.publicKey,
    recoverySign: sheet.sign.publicKey,
  };
  const signers: readonly Signer[] = [signerOf(admin), signerOf(supervisor)];
  const createdAt = clock.now();

  const roster = makeRoster({ vaultId, people, roots, sheet, createdAt, twoRoles: input.adminIsSupervisor });
  const rosterHead = roster.reduce((_, entry) => headAfter(entry), EMPTY_HEAD);
  const tiers = SEALED_TIERS.map((tier) => createTierPrivate(vaultId, tier, FIRST_EPOCH));
  const tierRecords = tiers.map((tier) =>
    makeTierRecord(vaultId, tier, { rosterN: rosterHead.n, createdAt }, signers),
  );
  const grants = tiers.flatMap((tier) => grantToHolders(vaultId, tier, people, sheet));
  const pins: Pins = {
    roots,
    signers: [],
    tierKeys: Object.fromEntries(tiers.map((tier) => [tier.tier, tier])) as unknown as Pins['tierKeys'],
    rosterHead,
  };

  const common = { vaultId, epoch: FIRST_EPOCH, storeKey, signer: signerOf(admin) };
  const recovery = createRecoverySlot({ ...common, pins, generation: FIRST_GENERATION, secret: sheetSecret });
  const segment = createLogSegment({
    vaultId,
    recoveryKey: sheet.receive.publicKey,
    recoveryGeneration: FIRST_GENERATION,
  });
  const sealedLogKey = segment.sealFor(FIRST_SEGMENT);
  const forSheet = makeRosterEntry(
    vaultId,
    rosterHead,
    {
      kind: 'for-sheet',
      at: createdAt,
      ...digestHeaderForSheet({ vaultId, recovery }),
      grants: digestNewGrants(vaultId, grants),
      segments: digestSegments(vaultId, [
        {
          id: FIRST_SEGMENT,
          first_seq: 1,
          sealed_first_key: sealedLogKey,
          started_at: createdAt,
          why: 'set-up',
          sheet_generation: FIRST_GENERATION,
        },
      ]),
    },
    [signerOf(admin)],
  );
  const params = await calibrate();
  const slots = [];
  for (const person of people) {
    const staff = {
      staffId: person.staffId,
      displayName: person.name,
      role: person.role,
      generation: FIRST_GENERATION,
    };
    slots.push(
      await createSlot({
        ...common,
        pins: { ...pins, rosterHead: headAfter(forSheet) },
        slotId: newSlotId(),
        staff,
        receive: person.receive,
        sign: person.sign,
        pin: person.pin,
        params,
        deviceSecret,
      }),
    );
  }
  const header = sealHeader(
    {
      format: HEADER_FORMAT,
      desk: 0,
      minFormat: HEADER_FORMAT,
      vaultId,
      estateName: input.estateName,
      epoch: FIRST_EPOCH,
      generation: 1,
      storeFile: storeFileOf(FIRST_EPOCH),
      deviceSecretId: toHex(randomBytes(16)),
      osUser: osUserHash(),
      slots,
      recovery,
      quietEntries: quietEntriesOf([forSheet]),
      backups: null,
    },
    deviceSecret,
  );
  const prepared = {
    sheet: formatSheet(sheetSecret),
    fingerprint: fingerprintRoots(roots),
    header,
    deviceSecret,
    storeKey,
    logKey: segment.firstKey,
    rosterHead: headAfter(forSheet),
    adminId: admin.staffId,
    rows: { roster: [...roster, forSheet], tierRecords, grants, sealedLogKey, createdAt },
    dispose: () => zero(deviceSecret, storeKey, segment.firstKey),
  };
  zero(
    sheetSecret,
    ...people.flatMap((person) => [person.receive.privateKey, person.sign.privateKey]),
    ...tiers.flatMap((tier) => [tier.privateKey, tier.matchKey]),
  );
  disposeSheetKeys(sheet);
  return prepared;
}

const random32 = (): Uint8Array => new Uint8Array(randomBytes(32));
const signerOf = (person: NewPerson): Signer => ({ id: person.staffId, privateKey: person.sign.privateKey });

function newPerson(role: Role, { name, pin }: StaffInput): NewPerson {
  return { role, name, pin, staffId: newStaffId(), receive: generateReceivePair(), sign: generateSignPair() };
}

/** The genesis entry signed by all three roots, then each person signed by admin and supervisor. */
function makeRoster(options: {
  readonly vaultId: string;
  readonly people: readonly NewPerson[];
  readonly roots: Roots;
  readonly sheet: SheetKeys;
  readonly createdAt: number;
  readonly twoRoles: boolean;
}): readonly RosterEntry[] {
  const { vaultId, people, roots, sheet, createdAt: at, twoRoles } = options;
  const [admin, supervisor] = people as [NewPerson, NewPerson];
  const founders = [signerOf(admin), signerOf(supervisor)];
  const drafts: readonly (readonly [NewRosterEntry, readonly Signer[]])[] = [
    [
      {
        kind: 'genesis',
        at,
        admin: admin.staffId,
        supervisor: supervisor.staffId,
        adminSign: toBase64(roots.adminSign),
        supervisorSign: toBase64(roots.supervisorSign),
        recoverySign: toBase64(roots.recoverySign),
        recoveryReceive: toBase64(sheet.receive.publicKey),
        minFormat: HEADER_FORMAT,
      },
      [...founders, { id: RECOVERY, privateKey: sheet.sign.privateKey }],
    ],
    ...people.map((person): readonly [NewRosterEntry, readonly Signer[]] => [
      {
        kind: 'add',
        at,
        staffId: person.staffId,
        displayName: person.name,
        role: person.role,
        generation: FIRST_GENERATION,
        receiveKey: toBase64(person.receive.publicKey),
        signKey: toBase64(person.sign.publicKey),
        twoRoles: twoRoles && person.role !== 'receptionist',
      },
      founders,
    ]),
  ];
  const entries: RosterEntry[] = [];
  let head = EMPTY_HEAD;
  for (const [draft, signers] of drafts) {
    const entry = makeRosterEntry(vaultId, head, draft, signers);
    entries.push(entry);
    head = headAfter(entry);
  }
  return entries;
}

function grantToHolders(
  vaultId: string,
  tier: TierPrivate,
  people: readonly NewPerson[],
  sheet: SheetKeys,
): PreparedRows['grants'] {
  const holders = [
    ...people
      .filter((person) => (ROLE_TIERS[person.role] as readonly SealedTier[]).includes(tier.tier))
      .map((person) => ({ staffId: person.staffId, key: person.receive.publicKey })),
    { staffId: RECOVERY, key: sheet.receive.publicKey } as const,
  ];
  return holders.map(({ staffId, key }) => {
    const context: GrantContext = {
      vaultId,
      tier: tier.tier,
      epoch: tier.epoch,
      staffId,
      generation: FIRST_GENERATION,
    };
    return { context, sealed: grantTier(tier, key, context) };
  });
}

/** Where a vault is written: folder, keychain and store. */
export interface VaultWriter {
  readonly vaultDir: string;
  readonly clock: Clock;
  readonly keychainWriter: {
    writeDeviceSecret(secretId: string, bytes: Uint8Array): Promise<void>;
    writeAnchor(copy: 0 | 1, bytes: Uint8Array): Promise<void>;
  };
  /** Creates the store file with the raw 32-byte key and migrates it. */
  openStore(path: string, key: Uint8Array): Promise<Store>;
}

/** The vault that was written. `deviceSecret`: a copy of 32 bytes, owned by the caller. */
export interface WrittenVault {
  readonly header: Header;
  readonly deviceSecret: Uint8Array;
  readonly anchor: Anchor;
}

/**
 * Writes a prepared vault: device secret, store with the first log entry, anchor, header. A crash in between
 * leaves no vault: until the header is renamed into place, a marker says that the store is a leftover. After
 * an error it can be called again. Errors, AppError: `vault-exists`, `keychain-write-failed`,
 * `log-unavailable`, `disk-full`, `disk-error`.
 */
export async function writeVault(prepared: PreparedVault, writer: VaultWriter): Promise<WrittenVault> {
  const { header, rows, adminId } = prepared;
  const { vaultDir, clock, keychainWriter } = writer;
  await makeReady(vaultDir);
  const deviceSecret = prepared.deviceSecret.slice();
  await keychainWriter.writeDeviceSecret(header.deviceSecretId, deviceSecret).catch((error: unknown) => {
    throw error instanceof AppError ? error : new AppError('keychain-write-failed', {}, { cause: error });
  });
  const anchor = createAnchor(
    {
      state: firstAnchorState({
        header,
        rosterHead: prepared.rosterHead,
        log: { segment: FIRST_SEGMENT, seq: 0, hash: NO_HASH, key: prepared.logKey.slice() },
      }),
      counter: 0,
    },
    { write: (copy, bytes) => keychainWriter.writeAnchor(copy, bytes) },
  );
  await layWhole(vaultDir, header, async (path) => {
    const store = await writer.openStore(path, prepared.storeKey);
    try {
      await createAuditLog({ anchor, clock }).record(store, async (tx) => {
        await insertRows(tx, header, rows);
        return { value: undefined, entries: [{ staffId: adminId, action: 'set-up', outcome: 'done' }] };
      });
      await store.checkpoint();
    } finally {
      await store.close();
    }
    // Written twice, so that neither of the two keychain copies is left from an earlier vault.
    await anchor.update((state) => state);
  });
  return { header, deviceSecret, anchor };
}

/**
 * Lays a new vault into a folder that is ready for it: `lay` writes the store to the path that it is given. The header, which completes it, comes last; killed before, or
 * after an error, nothing is left. Errors: those of `lay`, `disk-full`, `disk-error`.
 */
export async function layWhole(
  vaultDir: string,
  header: Header,
  lay: (path: string) => Promise<void>,
): Promise<void> {
  try {
    await recreateFile(join(vaultDir, SET_UP_MARKER), new TextEncoder().encode(header.storeFile));
    await syncFolder(vaultDir);
    await lay(join(vaultDir, header.storeFile));
    await syncFolder(vaultDir);
    await writeHeader(vaultDir, header);
  } catch (error) {
    await removeSetUpLeftovers(vaultDir).catch(() => undefined);
    throw diskError(anchorFailure(error) ?? error);
  }
  await rm(join(vaultDir, SET_UP_MARKER), { force: true });
}

/** The keychain error behind `log-unavailable`: during set-up there is no log yet. */
function anchorFailure(error: unknown): AppError | null {
  const cause = error instanceof AppError && error.code === 'log-unavailable' ? error.cause : null;
  return cause instanceof AppError && cause.code === 'keychain-write-failed' ? cause : null;
}

/** A folder in which there is no vault. Errors: `vault-exists`, `disk-full`, `disk-error`. */
export async function makeReady(vaultDir: string): Promise<void> {
  try {
    await mkdir(vaultDir, { recursive: true, mode: 0o700 });
    await removeSetUpLeftovers(vaultDir);
    const names = await readdir(vaultDir);
    if (names.some((name) => name === HEADER_FILE || isStoreFile(name))) throw new AppError('vault-exists');
  } catch (error) {
    throw diskError(error);
  }
}

/**
 * Removes what an interrupted set-up left: the store that its marker names, and the marker. A vault with a
 * header is not touched. Errors: those of the file system.
 */
export async function removeSetUpLeftovers(vaultDir: string): Promise<void> {
  const names = await readdir(vaultDir);
  if (!names.includes(SET_UP_MARKER)) return;
  const storeFile = readMarker(join(vaultDir, SET_UP_MARKER));
  if (!names.includes(HEADER_FILE)) {
    const leftovers = [
      storeFile,
      `${storeFile}-wal`,
      `${storeFile}-shm`,
      `${storeFile}-journal`,
      `${HEADER_FILE}.new`,
    ];
    if (isStoreFile(storeFile)) for (const name of leftovers) await rm(join(vaultDir, name), { force: true });
    await syncFolder(vaultDir);
  }
  await rm(join(vaultDir, SET_UP_MARKER), { force: true });
}

/** The name of a store, with room for more. */
const MAX_MARKER_BYTES = 1024;

/** Empty for what is no marker of ours. Errors: those of the file system. */
function readMarker(path: string): string {
  try {
    return fromUtf8(readPlainFile(path, MAX_MARKER_BYTES) ?? new Uint8Array()) ?? '';
  } catch (error) {
    if (error instanceof NotOursError) return '';
    throw error;
  }
}

/** Of a vault of which this computer has seen nothing but what it is about to write. */
export const firstAnchorState = ({
  header,
  rosterHead,
  log,
}: Pick<PreparedVault, 'header' | 'rosterHead'> & Pick<AnchorState, 'log'>): AnchorState => ({
  vaultId: bytesOfHex(header.vaultId),
  epoch: header.epoch,
  headerGeneration: header.generation,
  header: digestOfHeader(header),
  comingHeader: NO_HEADER,
  rosterHead: { n: rosterHead.n, hash: bytesOfHex(rosterHead.hash) },
  log,
  limiter: new Uint8Array(),
  lockedEvents: NO_LOCKED_EVENTS,
  pending: NO_PENDING,
});

async function insertRows(tx: WritableStore, header: Header, rows: PreparedRows): Promise<void> {
  await writeVaultMeta(tx, header);
  await appendRosterEntries(tx, rows.roster);
  for (const record of rows.tierRecords) await insertTierRecord(tx, record);
  for (const { context, sealed } of rows.grants) await insertGrant(tx, context, sealed);
  await putSlotRows(tx, [
    ...header.slots.map((slot) => slotRowOf(header.vaultId, slot)),
    recoveryRowOf(header.vaultId, header.recovery),
  ]);
  // The anchor already has this number: it is the first of a new store.
  await passId(tx, 'log_segment', FIRST_SEGMENT);
  await tx.run(
    allChains(
      sql`INSERT INTO $segments (id, first_seq, sealed_first_key, started_at, why) VALUES (${FIRST_SEGMENT}, 1, ${rows.sealedLogKey}, ${rows.createdAt}, 'set-up')`,
    ),
  );
}
