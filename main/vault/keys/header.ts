/** header.json: all that can be read before anything is decrypted, believed only under a MAC that needs this computer's keychain. */
import { createHash, createHmac } from 'node:crypto';
import { copyFile, open, readdir, rename, rm, stat } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import type { ErrorCode } from '../../../contract/errors.ts';
import { slotIdSchema, staffIdSchema } from '../../../contract/ids.ts';
import { roleSchema } from '../../../contract/schemas.ts';
import { AppError } from '../app-error.ts';
import { diskError } from '../files/disk-error.ts';
import { stageFile, syncFile } from '../files/durable-files.ts';
import type { StagedFile } from '../files/durable-files.ts';
import { bind } from '../crypto/bind.ts';
import { bytesOfBase64, fromBase64, fromUtf8, sameBytes, toBase64, utf8 } from '../crypto/bytes.ts';
import { ARGON2_SALT_BYTES, argon2ParamsAllowed, hkdf } from '../crypto/kdf.ts';
import { keySchema, sealedEntrySchema, signatureSchema, signerSchema } from './roster.ts';
import { MAX_DESK } from '../store/ids.ts';
import { MOST_OLD_SHEETS, oldSheetSchema } from './old-sheets.ts';
import { certificateSchema, MOST_CERTIFICATES } from './signers.ts';

/** The first format knew one desk alone, and named none. */
const ONE_DESK_FORMAT = 1;
export const HEADER_FORMAT = 2;
/** Restores between two changes of staff; of more the oldest are forgotten. */
export const MAX_DESK_ENTRIES = 32;
export const HEADER_FILE = 'header.json';
export const PREVIOUS_HEADER_FILE = 'header.prev.json';
export const MOST_HEADER_BYTES = 256 * 1024;
const STORE_FILE = /^store-\d{4,9}\.db$/;

const base64 = (least: number, most: number) =>
  z
    .string()
    .max(Math.ceil(most / 3) * 4)
    .refine((text) => {
      const bytes = fromBase64(text);
      return bytes !== null && bytes.length >= least && bytes.length <= most;
    });
const count = z.number().int().positive();
const hex32 = z.string().regex(/^[0-9a-f]{32}$/);
const sealedStoreKey = {
  /** HPKE: the store key, to `receiveKey`. */
  sealedStoreKey: base64(81, 81),
  signature: z.strictObject({ signer: signerSchema, sig: signatureSchema }),
};

export const staffSlotSchema = z.strictObject({
  id: slotIdSchema,
  staffId: staffIdSchema,
  /** Name and role as the lock screen shows them; what they are is decided by the roster. */
  displayName: z.string().min(1).max(60),
  role: roleSchema,
  kdf: z
    .strictObject({
      name: z.literal('argon2id'),
      memoryKiB: count,
      time: count,
      parallelism: count,
      salt: base64(ARGON2_SALT_BYTES, ARGON2_SALT_BYTES),
    })
    .refine(argon2ParamsAllowed),
  receiveKey: keySchema,
  signKey: keySchema,
  generation: count,
  /** Private keys and pins: inside under the PIN, outside under the device secret. */
  wrapped: base64(64, 16 * 1024),
  ...sealedStoreKey,
});
export type StaffSlot = z.infer<typeof staffSlotSchema>;

export const recoverySlotSchema = z.strictObject({
  receiveKey: keySchema,
  signKey: keySchema,
  generation: count,
  /** Pins under a key of the sheet alone: it opens off this computer. */
  wrapped: base64(64, 16 * 1024),
  ...sealedStoreKey,
});
export type RecoverySlot = z.infer<typeof recoverySlotSchema>;

const unsignedSchema = z.strictObject({
  format: z.union([z.literal(ONE_DESK_FORMAT), z.literal(HEADER_FORMAT)]),
  vaultId: hex32,
  estateName: z.string().min(1).max(60),
  /** Of the store key; the store file's name carries it. */
  epoch: count,
  /** Grows with each header that is written. */
  generation: count,
  storeFile: z.string().regex(STORE_FILE),
  deviceSecretId: hex32,
  osUser: z.string().regex(/^[0-9a-f]{64}$/),
  slots: z.array(staffSlotSchema).min(1).max(200),
  recovery: recoverySlotSchema,
  /** Admins beside the roots whose word on a sealed store key counts; not there in a vault that has had none. */
  signers: z.array(certificateSchema).max(MOST_CERTIFICATES).optional(),
  /** Whose numbers the store gives; the signed roster knows which have been taken. Not there in the first format, whose desk is 0. */
  desk: z.number().int().min(0).max(MAX_DESK).optional(),
  /** The least format that a program has to know to open the vault, as the signed roster has it; 1 in the first format. */
  minFormat: count.optional(),
  /** The roster's entries by which this computer's restores took the next desk: where the store is lost, a backup from before them leads to today's roster. */
  deskEntries: z.array(sealedEntrySchema).max(MAX_DESK_ENTRIES).optional(),
  /** Recovery sheets of before, each sealed to the next; not there where none was. */
  oldSheets: z.array(oldSheetSchema).max(MOST_OLD_SHEETS).optional(),
});
export type HeaderBody = z.infer<typeof unsignedSchema>;

const headerSchema = unsignedSchema
  .extend({ mac: base64(32, 32) })
  .refine((header) => header.storeFile === storeFileOf(header.epoch))
  .refine(({ format, desk, minFormat }) =>
    format === HEADER_FORMAT
      ? desk !== undefined && minFormat !== undefined
      : desk === undefined && minFormat === undefined,
  )
  .refine((header) => new Set(header.slots.map((slot) => slot.id)).size === header.slots.length)
  .refine((header) => new Set(header.slots.map((slot) => slot.staffId)).size === header.slots.length);
/** A header whose MAC has been checked or made here. */
export type Header = Readonly<z.infer<typeof headerSchema>>;

/** There while a vault is being set up: the store it names is no vault's until there is a header. */
export const SET_UP_MARKER = 'set-up.unfinished';

export const isStoreFile = (name: string): boolean => STORE_FILE.test(name);

/** store-0001.db for epoch 1. */
export const storeFileOf = (epoch: number): string => `store-${String(epoch).padStart(4, '0')}.db`;

/**
 * Reads the header and checks its MAC before anything of it is used. null: there is no vault here, nor a trace of one.
 * Errors, AppError: `header-missing` (a store without a header), `header-damaged`, `header-newer` {format}; where its device secret is
 * not among `deviceSecrets`: `keychain-other-user`, `keychain-item-missing` (there is none at all) or `wrong-computer` (there are others);
 * `header-forged` (wrong MAC), `disk-error`.
 */
export async function readHeader(options: {
  readonly vaultDir: string;
  /** Device-secret id → 32 bytes, as the keychain has them. */
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

/** Whether its MAC is right under the device secret that it names. */
export function isProved(header: Header, deviceSecret: Uint8Array): boolean {
  return sameBytes(macOf(header, deviceSecret), bytesOfBase64(header.mac));
}

/** Believed for the wording alone: nothing of the header is proved yet. */
function whySecretIsMissing(
  header: Header,
  { deviceSecrets, osUserHash: user }: { readonly deviceSecrets: object; readonly osUserHash: string },
): ErrorCode {
  if (header.osUser !== user) return 'keychain-other-user';
  return Object.keys(deviceSecrets).length === 0 ? 'keychain-item-missing' : 'wrong-computer';
}

/** The header with its MAC, in the present format: one of the first is of desk 0. */
export function sealHeader(body: HeaderBody, deviceSecret: Uint8Array): Header {
  const whole = { ...body, format: HEADER_FORMAT, ...deskOf(body) } as const;
  return headerSchema.parse({ ...whole, mac: toBase64(macOf(whole, deviceSecret)) });
}

/** Which desk's store it is, and what a program has to know to open it; of a header of the first format too. */
export const deskOf = ({
  desk = 0,
  minFormat = ONE_DESK_FORMAT,
}: Pick<HeaderBody, 'desk' | 'minFormat'>): { readonly desk: number; readonly minFormat: number } => ({
  desk,
  minFormat,
});

/**
 * Replaces the header whole: write, fsync, rename, fsync the folder. The one before stays as header.prev.json until
 * dropPreviousHeader. Errors, AppError: `disk-full`, `disk-error`; the header that was there is then untouched.
 */
export async function writeHeader(vaultDir: string, header: Header): Promise<void> {
  const path = join(vaultDir, HEADER_FILE);
  let staged: StagedFile | undefined;
  try {
    staged = await stageFile(path, utf8(canonicalJson(header)));
    await keepPrevious(vaultDir, path);
    await staged.commit();
  } catch (error) {
    // What failed first is what is told.
    await staged?.discard().catch(() => undefined);
    throw diskError(error);
  }
}

/**
 * As writeHeader, for a header that switches to something else: what has been renamed counts, also where the folder could not be synced
 * after it, since a start would read it. `durable`: a power cut cannot bring the one before back. Errors: those of writeHeader; the one before stays.
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

/** Without its MAC, to be changed and sealed anew. */
export function bodyOf({ mac: _mac, ...body }: Header): HeaderBody {
  return body;
}

/** Called when an unlock has succeeded with the present header. */
export async function dropPreviousHeader(vaultDir: string): Promise<void> {
  await rm(join(vaultDir, PREVIOUS_HEADER_FILE), { force: true });
}

/** Names the account without telling it: SHA-256 over the user's id and name, lower-case hexadecimal. */
export function osUserHash(): string {
  const { uid, username } = userInfo();
  return createHash('sha256')
    .update(bind('os-user', String(uid), username))
    .digest('hex');
}

/** As it lies there; null where there is none. Errors, AppError: `header-damaged` (too large), `disk-error`. */
export async function readHeaderFile(
  vaultDir: string,
  name: string = HEADER_FILE,
): Promise<Uint8Array | null> {
  let file: FileHandle;
  try {
    file = await open(join(vaultDir, name), 'r');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw diskError(error);
  }
  try {
    const { size } = await file.stat();
    if (size > MOST_HEADER_BYTES) throw new AppError('header-damaged', { why: 'size' });
    return new Uint8Array(await file.readFile());
  } catch (error) {
    throw diskError(error);
  } finally {
    await file.close();
  }
}

/** Errors: `header-damaged`, `header-newer`. */
export function parseHeader(bytes: Uint8Array): Header {
  const text = bytes.length > MOST_HEADER_BYTES ? null : fromUtf8(bytes);
  const json = text === null ? undefined : parseJson(text);
  if (typeof json !== 'object' || json === null) throw new AppError('header-damaged', { why: 'text' });
  const { format, minFormat } = json as { readonly format?: unknown; readonly minFormat?: unknown };
  for (const needed of [format, minFormat])
    if (Number.isSafeInteger(needed) && (needed as number) > HEADER_FORMAT)
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

/** Keys in the order of the alphabet at every depth, no spaces: one text for one value. */
function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}

async function keepPrevious(vaultDir: string, path: string): Promise<void> {
  try {
    await stat(path);
  } catch {
    return;
  }
  const previous = join(vaultDir, PREVIOUS_HEADER_FILE);
  await copyFile(path, `${previous}.new`);
  await syncFile(`${previous}.new`);
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

/** Hash by which header and store know that they mean the same keys of a slot. */
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
