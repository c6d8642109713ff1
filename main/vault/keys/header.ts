/**
 * header.json: all that is readable before decryption, trusted only under a MAC whose key needs this
 * computer's keychain.
 */
import { createHash, createHmac } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { rename, rm } from '../../files/move-and-remove.ts';
import type { ErrorCode } from '../../../contract/errors.ts';
import { backupHourSchema } from '../../../contract/backup/views.ts';
import { slotIdSchema, staffIdSchema } from '../../../contract/ids.ts';
import { maskPolicySchema } from '../../../contract/policy/views.ts';
import { roleSchema } from '../../../contract/schemas.ts';
import { HEADER_DIGEST_BYTES } from '../anchor/anchor-codec.ts';
import { AppError } from '../app-error.ts';
import { diskError } from '../files/disk-error.ts';
import { type StagedFile, recreateFile, stageFile } from '../../files/durable-files.ts';
import { NotOursError, readPlainFile } from '../../files/plain-file.ts';
import { bind } from '../crypto/bind.ts';
import { bytesOfBase64, fromBase64, fromUtf8, sameBytes, toBase64, utf8 } from '../crypto/bytes.ts';
import { ARGON2_SALT_BYTES, argon2ParamsAllowed, hkdf } from '../crypto/kdf.ts';
import { canonicalJson } from '../../files/canonical-json.ts';
import {
  MAX_EPOCH,
  argon2NumberSchema,
  epochSchema,
  formatSchema,
  generationSchema,
  nextNumber,
  numberUpTo,
  seqSchema,
} from './numbers.ts';
import { keySchema, signatureSchema } from './key-texts.ts';
import { MAX_QUIET_ENTRIES, sealedEntrySchema } from './roster.ts';
import { MAX_DESK } from '../store/ids.ts';
import { MAX_OLD_SHEETS, oldSheetSchema } from './old-sheets.ts';
import { certificateSchema, MAX_CERTIFICATES, storeKeySignerSchema } from './signers.ts';

/** The format of a vault with one desk; lower ones were never released. */
export const HEADER_FORMAT = 3;
/** The format of a vault with several, which has `link` besides. */
export const LINKED_FORMAT = 4;
/** File name of the header. */
export const HEADER_FILE = 'header.json';
/** File name of the previous header, kept until the next sign-in succeeds. */
export const PREVIOUS_HEADER_FILE = 'header.prev.json';
/** File name of what was kept before a newer version changed the store, until the log has it. */
export const UPDATE_RECORD_FILE = 'before-update.bin';
/** Largest header file that is read. */
export const MAX_HEADER_BYTES = 4 * 1024 * 1024;
const STORE_FILE = /^store-\d{4,9}\.db$/;

const base64 = (least: number, most: number) =>
  z
    .string()
    .max(Math.ceil(most / 3) * 4)
    .refine((text) => {
      const bytes = fromBase64(text);
      return bytes !== null && bytes.length >= least && bytes.length <= most;
    });
const hex32 = z.string().regex(/^[0-9a-f]{32}$/);
const sealedStoreKey = {
  /** The store key sealed to `receiveKey` (HPKE, RFC 9180). */
  sealedStoreKey: base64(81, 81),
  signature: z.strictObject({ signer: storeKeySignerSchema, sig: signatureSchema }),
};

/** A key slot: what a PIN and the device secret open for one member. */
const staffSlotSchema = z.strictObject({
  id: slotIdSchema,
  staffId: staffIdSchema,
  /** Name and role for the lock screen; the roster decides what they are. */
  displayName: z.string().min(1).max(60),
  role: roleSchema,
  kdf: z
    .strictObject({
      name: z.literal('argon2id'),
      memoryKiB: argon2NumberSchema,
      time: argon2NumberSchema,
      parallelism: argon2NumberSchema,
      salt: base64(ARGON2_SALT_BYTES, ARGON2_SALT_BYTES),
    })
    .refine(argon2ParamsAllowed),
  receiveKey: keySchema,
  signKey: keySchema,
  generation: generationSchema,
  /** Private keys and pins, wrapped under the PIN (inner) and the device secret (outer). */
  wrapped: base64(64, 16 * 1024),
  ...sealedStoreKey,
});
export type StaffSlot = z.infer<typeof staffSlotSchema>;

/** A slot without what is of one computer: name and role follow from the roster, the store key is that computer's, and `wrapped` has the inner layer alone. */
export const slotCopySchema = staffSlotSchema.omit({
  displayName: true,
  role: true,
  sealedStoreKey: true,
  signature: true,
});
export type SlotCopy = z.infer<typeof slotCopySchema>;

/** The recovery sheet's slot. */
const recoverySlotSchema = z.strictObject({
  receiveKey: keySchema,
  signKey: keySchema,
  generation: generationSchema,
  /** Pins wrapped under a key of the sheet alone, so that they open on another computer. */
  wrapped: base64(64, 16 * 1024),
  ...sealedStoreKey,
});
export type RecoverySlot = z.infer<typeof recoverySlotSchema>;

/** Where and when backups are made. */
const backupPlanSchema = z.strictObject({
  /** Absolute. */
  folder: z.string().min(1).max(4096),
  on: z.boolean(),
  hour: backupHourSchema,
});
export type BackupPlan = z.infer<typeof backupPlanSchema>;

/** Where the mailbox of several desks is, and how it is told: its login's password is in the keychain. */
const mailboxSchema = z.strictObject({
  host: z.string().min(1).max(253),
  port: numberUpTo(1, 65535),
  database: z.string().min(1).max(63),
  login: z.string().min(1).max(63),
  /** SHA-256 of the key that the server may have, and of the next, in hexadecimal. */
  pins: z
    .array(z.string().regex(/^[0-9a-f]{64}$/))
    .min(1)
    .max(4),
});
const linkSchema = z.strictObject({
  mailbox: mailboxSchema,
  /** Every live desk with its public keys. */
  desks: z
    .array(z.strictObject({ desk: numberUpTo(0, MAX_DESK), signKey: keySchema, receiveKey: keySchema }))
    .min(1)
    .max(32),
});
/** What a desk among several knows of the others before it is unlocked. */
export type HeaderLink = z.infer<typeof linkSchema>;

const unsignedSchema = z.strictObject({
  format: z.union([z.literal(HEADER_FORMAT), z.literal(LINKED_FORMAT)]),
  vaultId: hex32,
  estateName: z.string().min(1).max(60),
  /** Epoch of the store key; part of the store's file name. */
  epoch: epochSchema,
  /** Grows with each written header. */
  generation: generationSchema,
  storeFile: z.string().regex(STORE_FILE),
  deviceSecretId: hex32,
  osUser: z.string().regex(/^[0-9a-f]{64}$/),
  slots: z.array(staffSlotSchema).min(1).max(200),
  recovery: recoverySlotSchema,
  /**
   * Certificates of admins beside the roots whose signature on a sealed store key counts; absent where there
   * never was one.
   */
  signers: z.array(certificateSchema).max(MAX_CERTIFICATES).optional(),
  /** Desk whose ids the store allocates; the signed roster has the numbers that are taken. */
  desk: numberUpTo(0, MAX_DESK),
  /** Lowest format that a program must support to open the vault, as in the signed roster. */
  minFormat: formatSchema,
  /**
   * The roster's last entries that change nobody's keys: with them a backup of before leads to the present
   * roster where the store is lost.
   */
  quietEntries: z.array(sealedEntrySchema).max(MAX_QUIET_ENTRIES).optional(),
  /** Earlier recovery sheets, each sealed to the next; absent where there were none. */
  oldSheets: z.array(oldSheetSchema).max(MAX_OLD_SHEETS).optional(),
  /** Where and when backups are made, as an admin has chosen it; null where nobody has. */
  backups: backupPlanSchema.nullable(),
  /** How strict each mask is at least, whatever the log says (policy/held-masks.ts); absent where all are usual. */
  masks: maskPolicySchema.optional(),
  /** Number of the entry that chose the second place, or gave it up, last (second-log/held-choice.ts); absent or 0 where nobody has. */
  secondChoice: seqSchema.optional(),
  /** Absent where there is one desk. */
  link: linkSchema.optional(),
});
export type HeaderBody = z.infer<typeof unsignedSchema>;

const headerSchema = unsignedSchema
  .extend({ mac: base64(32, 32) })
  .refine((header) => header.storeFile === storeFileOf(header.epoch))
  .refine((header) => (header.format === LINKED_FORMAT) === (header.link !== undefined))
  .refine((header) => new Set(header.slots.map((slot) => slot.id)).size === header.slots.length)
  .refine((header) => new Set(header.slots.map((slot) => slot.staffId)).size === header.slots.length);
/** A header whose MAC was checked or made here. */
export type Header = Readonly<z.infer<typeof headerSchema>>;

/**
 * File that exists while a vault is being set up; the store that it names belongs to no vault until there is
 * a header.
 */
export const SET_UP_MARKER = 'set-up.unfinished';

/** Whether a file name is that of a store. */
export const isStoreFile = (name: string): boolean => STORE_FILE.test(name);

/** File name of the store of an epoch: store-0001.db for epoch 1. */
export const storeFileOf = (epoch: number): string => `store-${String(epoch).padStart(4, '0')}.db`;

/**
 * The epoch after `last` of which no store lies in the folder, so that none is in the way. The names of files are nobody's word: one with a number at the end of
 * the range keeps no epoch from being found.
 */
export function freeEpoch(last: number, files: readonly string[]): number {
  let epoch = nextNumber(last, MAX_EPOCH);
  while (files.includes(storeFileOf(epoch))) epoch = nextNumber(epoch, MAX_EPOCH);
  return epoch;
}

/**
 * The header, after its MAC has been checked; null where there is no vault, nor a trace of one. Errors,
 * AppError: `header-missing` (a store without a header), `header-damaged`, `header-newer` {format}; where its
 * device secret is not among `deviceSecrets`: `keychain-other-user`, `keychain-item-missing` (there is none
 * at all) or `wrong-computer` (there are others); `header-forged` (wrong MAC), `disk-error`.
 */
export async function readHeader(options: {
  readonly vaultDir: string;
  /** Device secrets of the keychain by id, 32 bytes each. */
  readonly deviceSecrets: Readonly<Record<string, Uint8Array>>;
  readonly osUserHash: string;
}): Promise<Header | null> {
  const bytes = await readHeaderFile(options.vaultDir);
  if (bytes === null) {
    if (await hasStore(options.vaultDir)) throw new AppError('header-missing');
    return null;
  }
  const header = parseHeader(bytes);
  const deviceSecret = Object.hasOwn(options.deviceSecrets, header.deviceSecretId)
    ? options.deviceSecrets[header.deviceSecretId]
    : undefined;
  if (deviceSecret === undefined) throw new AppError(whySecretIsMissing(header, options));
  if (!isProved(header, deviceSecret)) throw new AppError('header-forged');
  return header;
}

/** Whether the header's MAC is right under a device secret (32 bytes). */
export function isProved(header: Header, deviceSecret: Uint8Array): boolean {
  return sameBytes(macOf(header, deviceSecret), bytesOfBase64(header.mac));
}

/** Used for the wording only: the header is not authenticated yet. */
function whySecretIsMissing(
  header: Header,
  { deviceSecrets, osUserHash: user }: { readonly deviceSecrets: object; readonly osUserHash: string },
): ErrorCode {
  if (header.osUser !== user) return 'keychain-other-user';
  return Object.keys(deviceSecrets).length === 0 ? 'keychain-item-missing' : 'wrong-computer';
}

/** Of a vault that one desk keeps from here on. */
export function withoutLink<B extends HeaderBody>({ link: _link, ...body }: B): Omit<B, 'link'> {
  return { ...body, format: HEADER_FORMAT };
}

/** For what changes a store behind the back of other desks. Errors: AppError `needs-all-desks` where there are any. */
export function requireOneDesk({ link }: Pick<HeaderBody, 'link'>): void {
  if (link !== undefined) throw new AppError('needs-all-desks');
}

/** The header with its MAC (HMAC-SHA256). Errors: ZodError, RangeError for one that nobody could read again. */
export function sealHeader(body: HeaderBody, deviceSecret: Uint8Array): Header {
  const header = headerSchema.parse({ ...body, mac: toBase64(macOf(body, deviceSecret)) });
  if (utf8(canonicalJson(header)).length > MAX_HEADER_BYTES)
    throw new RangeError('a header of more bytes than are read');
  return header;
}

/** What the anchor remembers of a header, 12 bytes: its MAC is over all of it. */
export const digestOfHeader = ({ mac }: Pick<Header, 'mac'>): Uint8Array =>
  new Uint8Array(
    createHash('sha256')
      .update(bind('header-digest', bytesOfBase64(mac)))
      .digest(),
  ).slice(0, HEADER_DIGEST_BYTES);

/**
 * Replaces the header atomically: write, fsync, rename, fsync of the folder. The previous one stays as
 * header.prev.json until `dropPreviousHeader`. Errors, AppError: `disk-full`, `disk-error`; the previous
 * header then stays in place.
 */
export async function writeHeader(vaultDir: string, header: Header): Promise<void> {
  const path = join(vaultDir, HEADER_FILE);
  let staged: StagedFile | undefined;
  try {
    staged = await stageFile(path, utf8(canonicalJson(header)));
    await keepPrevious(vaultDir);
    await staged.commit();
  } catch (error) {
    // The first failure is reported.
    await staged?.discard().catch(() => undefined);
    throw diskError(error);
  }
}

/**
 * As `writeHeader`, for a header whose rename is the switch to other keys: once renamed it counts, even where
 * the folder could not be synced, because a start would read it. `durable`: a power cut cannot bring the
 * previous one back. Errors: those of `writeHeader`; the previous header then stays.
 */
export async function replaceHeader(
  vaultDir: string,
  header: Header,
): Promise<{ readonly durable: boolean }> {
  try {
    await writeHeader(vaultDir, header);
    return { durable: true };
  } catch (error) {
    const there = await readHeaderFile(vaultDir).catch(() => null);
    if (there === null || parseHeader(there).mac !== header.mac) throw error;
    return { durable: false };
  }
}

/** The header without its MAC, to be changed and passed to `sealHeader`. */
export function bodyOf({ mac: _mac, ...body }: Header): HeaderBody {
  return body;
}

/**
 * Removes the previous header. Call it after an unlock with the present header. Errors: those of the file
 * system.
 */
export async function dropPreviousHeader(vaultDir: string): Promise<void> {
  await rm(join(vaultDir, PREVIOUS_HEADER_FILE), { force: true });
}

/**
 * Identifies the OS account without revealing it: SHA-256 over the user's id and name, lower-case hexadecimal.
 * Windows gives no id; the home folder tells accounts of one name in two domains apart there.
 */
export function osUserHash(): string {
  const { uid, username, homedir } = userInfo();
  return createHash('sha256')
    .update(bind('os-user', uid < 0 ? homedir : String(uid), username))
    .digest('hex');
}

/**
 * The bytes of a header file; null where there is none. Errors, AppError: `header-damaged` {why} (too large,
 * or a link or anything else but a file), `disk-error`.
 */
export async function readHeaderFile(
  vaultDir: string,
  name: string = HEADER_FILE,
): Promise<Uint8Array | null> {
  try {
    return readPlainFile(join(vaultDir, name), MAX_HEADER_BYTES);
  } catch (error) {
    throw error instanceof NotOursError
      ? new AppError('header-damaged', { why: error.why }, { cause: error })
      : diskError(error);
  }
}

/**
 * Parses a header; its MAC is not checked. Errors, AppError: `header-damaged` {why}, `header-newer` {format}.
 */
export function parseHeader(bytes: Uint8Array): Header {
  const text = bytes.length > MAX_HEADER_BYTES ? null : fromUtf8(bytes);
  const json = text === null ? undefined : parseJson(text);
  if (typeof json !== 'object' || json === null) throw new AppError('header-damaged', { why: 'text' });
  const { format, minFormat } = json as { readonly format?: unknown; readonly minFormat?: unknown };
  for (const needed of [format, minFormat])
    if (Number.isSafeInteger(needed) && (needed as number) > LINKED_FORMAT)
      throw new AppError('header-newer', { format: needed as number });
  const parsed = headerSchema.safeParse(json);
  if (!parsed.success) throw new AppError('header-damaged', { why: 'schema' });
  return parsed.data;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function macOf(header: HeaderBody & { readonly mac?: string }, deviceSecret: Uint8Array): Uint8Array {
  const { mac: _mac, ...body } = header;
  const key = hkdf(deviceSecret, bind('header', header.vaultId));
  return new Uint8Array(
    createHmac('sha256', key)
      .update(bind('header-mac', canonicalJson(body)))
      .digest(),
  );
}

/** Keeps the present header as the previous one, unless it is no header of ours, such as a link. */
async function keepPrevious(vaultDir: string): Promise<void> {
  const bytes = await readHeaderFile(vaultDir).catch((error: unknown) => {
    if (error instanceof AppError && error.code === 'header-damaged') return null;
    throw error;
  });
  if (bytes === null) return;
  const previous = join(vaultDir, PREVIOUS_HEADER_FILE);
  await recreateFile(`${previous}.new`, bytes);
  await rename(`${previous}.new`, previous);
}

async function hasStore(vaultDir: string): Promise<boolean> {
  try {
    const names = await readdir(vaultDir);
    return !names.includes(SET_UP_MARKER) && names.some(isStoreFile);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
    throw diskError(error);
  }
}

/**
 * SHA-256 (32 bytes) over the public keys of a slot, by which header and store are compared. `staffId` is
 * absent for the recovery slot.
 */
export function slotDigest(
  vaultId: string,
  slotId: string,
  slot: Pick<StaffSlot, 'receiveKey' | 'signKey' | 'generation'> & { readonly staffId?: string },
): Uint8Array {
  return new Uint8Array(
    createHash('sha256')
      .update(
        bind(
          'slot',
          vaultId,
          slotId,
          slot.staffId ?? '',
          slot.generation,
          bytesOfBase64(slot.receiveKey),
          bytesOfBase64(slot.signKey),
        ),
      )
      .digest(),
  );
}
