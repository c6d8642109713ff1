/**
 * Key slots of members and of the recovery sheet: private keys and pins, wrapped, and the store key sealed to
 * them.
 */
import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { Role, SealedTier } from '../../../contract/fields.ts';
import type { SlotId, StaffId } from '../../../contract/ids.ts';
import { AppError } from '../app-error.ts';
import { openAead, sealAead } from '../crypto/aead.ts';
import { bind } from '../crypto/bind.ts';
import { bytesOfBase64, concat, fromUtf8, sameBytes, toBase64, toHex, utf8 } from '../crypto/bytes.ts';
import { type SignPair, sign, signPairOf, verify } from '../crypto/ed25519.ts';
import { type ReceivePair, openFrom, receivePairOf, sealTo } from '../crypto/hpke.ts';
import { ARGON2_SALT_BYTES, type Argon2Params, argon2id, hkdf } from '../crypto/kdf.ts';
import { zero } from '../crypto/zero.ts';
import { epochSchema, rosterNumberSchema } from './numbers.ts';
import { type Roots, deriveSheetKeys, disposeSheetKeys } from './recovery-sheet.ts';
import { keySchema } from './key-texts.ts';
import { RECOVERY, type RosterHead, type Signer } from './roster.ts';
import type { TierPublic } from './tier-keys.ts';
import type { HeaderBody, RecoverySlot, StaffSlot } from './header.ts';
import { type StoreKeySigner, trustedSigners } from './signers.ts';

/** Keys that a slot's owner saw last, to compare with header and store. */
export interface Pins {
  readonly roots: Roots;
  /**
   * Public keys whose signature on a sealed store key is accepted beside the roots': later admins, and the
   * owner's earlier keys.
   */
  readonly signers: readonly Uint8Array[];
  readonly tierKeys: Readonly<Record<SealedTier, TierPublic>>;
  readonly rosterHead: RosterHead;
}

/** A slot that a PIN has opened. It lives for one request; `dispose` zeroes the private keys. */
export interface OpenedSlot {
  readonly slotId: SlotId;
  readonly staffId: StaffId;
  readonly generation: number;
  readonly receive: ReceivePair;
  readonly sign: SignPair;
  readonly pins: Pins;
  /** The same slot with new pins under the same PIN. */
  pinAnew(pins: Pins, deviceSecret: Uint8Array): StaffSlot;
  dispose(): void;
}

/** The recovery slot, opened by the sheet; `dispose` zeroes the store key too. */
export interface OpenedRecovery extends Omit<OpenedSlot, 'slotId' | 'staffId' | 'pinAnew'> {
  readonly staffId: typeof RECOVERY;
  /** 32 bytes. */
  readonly storeKey: Uint8Array;
}

/** Most keys of signers that a slot pins. */
export const MAX_PINNED_SIGNERS = 200;
/** Slot id of the recovery slot in the store. */
export const RECOVERY_SLOT_ID = RECOVERY;

/**
 * The slot of a person whose keys are in the roster. `signer` is an admin, who signs the sealed store key.
 * `storeKey` and `deviceSecret`: 32 bytes each. Errors: RangeError where `params` are out of bounds.
 */
export async function createSlot(options: {
  readonly vaultId: string;
  readonly epoch: number;
  readonly slotId: SlotId;
  readonly staff: {
    readonly staffId: StaffId;
    readonly displayName: string;
    readonly role: Role;
    readonly generation: number;
  };
  readonly receive: ReceivePair;
  readonly sign: SignPair;
  readonly pins: Pins;
  readonly pin: string;
  readonly params: Argon2Params;
  readonly deviceSecret: Uint8Array;
  readonly storeKey: Uint8Array;
  readonly signer: Signer;
}): Promise<StaffSlot> {
  const { vaultId, slotId, staff, receive, sign: signPair, params } = options;
  const salt = new Uint8Array(randomBytes(ARGON2_SALT_BYTES));
  const unsealed = {
    id: slotId,
    ...staff,
    kdf: { name: 'argon2id' as const, ...params, salt: toBase64(salt) },
    receiveKey: toBase64(receive.publicKey),
    signKey: toBase64(signPair.publicKey),
  };
  const innerKey = await pinKey(vaultId, unsealed, options.pin);
  const wrapped = wrap(
    { vaultId, slot: unsealed, innerKey, deviceSecret: options.deviceSecret },
    { receive, sign: signPair, pins: options.pins },
  );
  zero(innerKey);
  const owner = {
    id: slotId,
    receiveKey: receive.publicKey,
    signKey: signPair.publicKey,
    generation: staff.generation,
  };
  return {
    ...unsealed,
    wrapped: toBase64(wrapped),
    ...sealStoreKey(vaultId, options.epoch, owner, options.storeKey, options.signer),
  };
}

/** Wraps private keys and pins: inner layer under the stretched PIN, outer layer under the device secret. */
function wrap(
  by: {
    readonly vaultId: string;
    readonly slot: Wrapped;
    readonly innerKey: Uint8Array;
    readonly deviceSecret: Uint8Array;
  },
  { receive, sign: signPair, pins }: Pick<OpenedSlot, 'receive' | 'sign' | 'pins'>,
): Uint8Array {
  const { vaultId, slot } = by;
  const blob = concat(receive.privateKey, signPair.privateKey, encodePins(pins));
  const outerKey = deviceKey(vaultId, slot.id, by.deviceSecret);
  const wrapped = sealAead(
    outerKey,
    wrapAad('outer', vaultId, slot),
    sealAead(by.innerKey, wrapAad('inner', vaultId, slot), blob),
  );
  zero(blob, outerKey);
  return wrapped;
}

/**
 * A PIN stretched to the key of a slot's inner layer, and that layer. Whether the PIN is right is not known
 * yet.
 */
export interface StretchedPin {
  readonly slot: StaffSlot;
  /** 32 bytes. */
  readonly innerKey: Uint8Array;
  readonly inner: Uint8Array;
}

/**
 * The slow half of opening a slot of a proved header: Argon2id. It may run before the try is counted, because
 * it reveals nothing about the PIN. Errors, AppError: `wrong-computer` (the outer layer does not open).
 */
export async function stretchPin(options: {
  readonly header: HeaderBody;
  readonly slot: StaffSlot;
  readonly deviceSecret: Uint8Array;
  readonly pin: string;
}): Promise<StretchedPin> {
  const {
    header: { vaultId },
    slot,
    deviceSecret,
    pin,
  } = options;
  const inner = openOuter(vaultId, slot, deviceSecret);
  return { slot, inner, innerKey: await pinKey(vaultId, slot, pin) };
}

/**
 * The same slot under another device secret (32 bytes). Only the outer layer is replaced, so no PIN is
 * needed. Errors: AppError `wrong-computer`.
 */
export const rewrapSlot = (vaultId: string, slot: StaffSlot, from: Uint8Array, to: Uint8Array): StaffSlot =>
  wrapOuter(vaultId, slot, openOuter(vaultId, slot, from), to);

/** The slot with an inner layer under a device secret (32 bytes), as its owner's PIN will open it there. */
export function wrapOuter(vaultId: string, slot: StaffSlot, inner: Uint8Array, to: Uint8Array): StaffSlot {
  const outerKey = deviceKey(vaultId, slot.id, to);
  const wrapped = sealAead(outerKey, wrapAad('outer', vaultId, slot), inner);
  zero(outerKey);
  return { ...slot, wrapped: toBase64(wrapped) };
}

/** The inner layer, which a PIN opens. Errors: AppError `wrong-computer`. */
export function openOuter(vaultId: string, slot: StaffSlot, deviceSecret: Uint8Array): Uint8Array {
  const outerKey = deviceKey(vaultId, slot.id, deviceSecret);
  const inner = openAead(outerKey, wrapAad('outer', vaultId, slot), bytesOfBase64(slot.wrapped));
  zero(outerKey);
  if (inner === null) throw new AppError('wrong-computer');
  return inner;
}

/**
 * The half that reveals whether the PIN is right, so only for a durably counted try. The stretched key is
 * zeroed for a wrong PIN, else when the slot is disposed. Errors, AppError: `wrong-pin` (the inner layer does
 * not open), `header-forged` (the pins cannot be read).
 */
export function openStretched(header: HeaderBody, { slot, innerKey, inner }: StretchedPin): OpenedSlot {
  const { vaultId } = header;
  const blob = openAead(innerKey, wrapAad('inner', vaultId, slot), inner);
  if (blob === null) {
    zero(innerKey);
    throw new AppError('wrong-pin');
  }
  const receive = receivePairOf(blob.slice(0, 32));
  const signPair = signPairOf(blob.slice(32, 64));
  const dispose = (): void => zero(receive.privateKey, signPair.privateKey, innerKey);
  const pinAnew = (pins: Pins, deviceSecret: Uint8Array): StaffSlot => ({
    ...slot,
    wrapped: toBase64(wrap({ vaultId, slot, innerKey, deviceSecret }, { receive, sign: signPair, pins })),
  });
  try {
    return {
      slotId: slot.id,
      staffId: slot.staffId,
      generation: slot.generation,
      receive,
      sign: signPair,
      pins: decodePins(blob.subarray(64)),
      pinAnew,
      dispose,
    };
  } catch (error) {
    dispose();
    throw error;
  } finally {
    zero(blob);
  }
}

/**
 * The store key (32 bytes) of an opened slot; zero it after use. Errors, AppError: `header-forged` (keys,
 * signature or store key are not what the slot pins).
 */
export const openSlotStoreKey = (header: HeaderBody, slot: StaffSlot, opened: OpenedSlot): Uint8Array =>
  openStoreKey(header, slot.id, slot, opened);

/**
 * The recovery slot. Its keys follow from the sheet's `secret` (32 bytes), so only the pins are wrapped;
 * without the device secret, so that it opens on another computer.
 */
export function createRecoverySlot(options: {
  readonly vaultId: string;
  readonly epoch: number;
  readonly generation: number;
  readonly secret: Uint8Array;
  readonly pins: Pins;
  readonly storeKey: Uint8Array;
  readonly signer: Signer;
}): RecoverySlot {
  const { vaultId, epoch, generation, secret } = options;
  const keys = deriveSheetKeys(secret);
  const wrapKey = sheetKey(vaultId, secret);
  const wrapped = sealAead(wrapKey, bind('slot-sheet', vaultId, generation), encodePins(options.pins));
  const owner = {
    id: RECOVERY_SLOT_ID,
    receiveKey: keys.receive.publicKey,
    signKey: keys.sign.publicKey,
    generation,
  };
  zero(wrapKey);
  disposeSheetKeys(keys);
  return {
    receiveKey: toBase64(owner.receiveKey),
    signKey: toBase64(owner.signKey),
    generation,
    wrapped: toBase64(wrapped),
    ...sealStoreKey(vaultId, epoch, owner, options.storeKey, options.signer),
  };
}

/**
 * Opens the recovery slot with a sheet's secret (32 bytes). Errors, AppError: `sheet-mismatch` {line: 0}
 * (another vault's sheet), `header-forged`.
 */
export function openRecoverySlot(
  header: Pick<HeaderBody, 'vaultId' | 'epoch' | 'recovery' | 'signers'>,
  secret: Uint8Array,
): OpenedRecovery {
  const { vaultId, recovery } = header;
  const wrapKey = sheetKey(vaultId, secret);
  const blob = openAead(
    wrapKey,
    bind('slot-sheet', vaultId, recovery.generation),
    bytesOfBase64(recovery.wrapped),
  );
  zero(wrapKey);
  if (blob === null) throw new AppError('sheet-mismatch', { line: 0 });
  const keys = deriveSheetKeys(secret);
  const pins = decodePins(blob);
  try {
    const storeKey = openStoreKey(header, RECOVERY_SLOT_ID, recovery, { ...keys, pins });
    return {
      staffId: RECOVERY,
      generation: recovery.generation,
      ...keys,
      pins,
      storeKey,
      dispose: () => (disposeSheetKeys(keys), zero(storeKey)),
    };
  } catch (error) {
    disposeSheetKeys(keys);
    throw error;
  }
}

/** Slot that a store key is sealed to; the signature is bound to all of these. */
export interface SlotOwner {
  readonly id: string;
  readonly receiveKey: Uint8Array;
  readonly signKey: Uint8Array;
  readonly generation: number;
}

const NO_AAD = new Uint8Array();
const storeKeyInfo = (vaultId: string, epoch: number, slotId: string): Uint8Array =>
  bind('store-key', vaultId, epoch, slotId);

/**
 * The store key (32 bytes) sealed for one slot, with an admin's signature over vault, epoch, slot, public
 * keys and ciphertext.
 */
export function sealStoreKey(
  vaultId: string,
  epoch: number,
  owner: SlotOwner,
  storeKey: Uint8Array,
  signer: StoreKeySigner,
): Pick<StaffSlot, 'sealedStoreKey' | 'signature'> {
  const sealed = sealTo(owner.receiveKey, storeKeyInfo(vaultId, epoch, owner.id), NO_AAD, storeKey);
  const sig = sign(signer.privateKey, storeKeyMessage(vaultId, epoch, owner, sealed));
  return { sealedStoreKey: toBase64(sealed), signature: { signer: signer.id, sig: toBase64(sig) } };
}

function storeKeyMessage(vaultId: string, epoch: number, owner: SlotOwner, sealed: Uint8Array): Uint8Array {
  return bind(
    'store-key-signature',
    vaultId,
    epoch,
    owner.id,
    owner.generation,
    owner.receiveKey,
    owner.signKey,
    sealed,
  );
}

/**
 * The slot's public keys must match the wrapped private keys, and the signer must be pinned or certified by a
 * pinned key.
 */
function openStoreKey(
  header: Pick<HeaderBody, 'vaultId' | 'epoch' | 'signers'>,
  slotId: string,
  slot: RecoverySlot | StaffSlot,
  own: { readonly receive: ReceivePair; readonly sign: SignPair; readonly pins: Pins },
): Uint8Array {
  const { vaultId, epoch } = header;
  const ownKeys =
    sameBytes(bytesOfBase64(slot.receiveKey), own.receive.publicKey) &&
    sameBytes(bytesOfBase64(slot.signKey), own.sign.publicKey);
  const { roots, signers } = own.pins;
  const pinned = [roots.adminSign, roots.recoverySign, ...signers];
  const signed =
    isStoreKeySignedBy(header, slotId, slot, pinned) ||
    isStoreKeySignedBy(header, slotId, slot, trustedSigners(vaultId, pinned, header.signers ?? []));
  if (!ownKeys || !signed) throw new AppError('header-forged', { part: 'slot' });
  const storeKey = openFrom(
    own.receive,
    storeKeyInfo(vaultId, epoch, slotId),
    NO_AAD,
    bytesOfBase64(slot.sealedStoreKey),
  );
  if (storeKey?.length !== 32) throw new AppError('header-forged', { part: 'store-key' });
  return storeKey;
}

/** Whether one of these keys has signed the slot's sealed store key, for this slot, its keys and the header's epoch. */
export function isStoreKeySignedBy(
  { vaultId, epoch }: Pick<HeaderBody, 'vaultId' | 'epoch'>,
  slotId: string,
  slot: RecoverySlot | StaffSlot,
  keys: readonly Uint8Array[],
): boolean {
  const owner = {
    id: slotId,
    receiveKey: bytesOfBase64(slot.receiveKey),
    signKey: bytesOfBase64(slot.signKey),
    generation: slot.generation,
  };
  const message = storeKeyMessage(vaultId, epoch, owner, bytesOfBase64(slot.sealedStoreKey));
  const sig = bytesOfBase64(slot.signature.sig);
  return keys.some((key) => verify(key, message, sig));
}

type Wrapped = Pick<StaffSlot, 'id' | 'staffId' | 'generation' | 'kdf'>;

async function pinKey(vaultId: string, slot: Wrapped, pin: string): Promise<Uint8Array> {
  const stretched = await argon2id(pin, bytesOfBase64(slot.kdf.salt), slot.kdf);
  const key = hkdf(stretched, bind('slot-pin', vaultId, slot.id));
  zero(stretched);
  return key;
}

const deviceKey = (vaultId: string, slotId: SlotId, deviceSecret: Uint8Array): Uint8Array =>
  hkdf(deviceSecret, bind('slot-device', vaultId, slotId));
const sheetKey = (vaultId: string, secret: Uint8Array): Uint8Array =>
  hkdf(secret, bind('sheet-slot', vaultId));

function wrapAad(
  layer: 'inner' | 'outer',
  vaultId: string,
  { id, staffId, generation, kdf }: Wrapped,
): Uint8Array {
  return bind(
    'slot-wrap',
    layer,
    vaultId,
    id,
    staffId,
    generation,
    kdf.memoryKiB,
    kdf.time,
    kdf.parallelism,
    kdf.salt,
  );
}

const tierPinSchema = z.strictObject({ epoch: epochSchema, publicKey: keySchema });
const pinsSchema = z.strictObject({
  adminSign: keySchema,
  supervisorSign: keySchema,
  recoverySign: keySchema,
  signers: z.array(keySchema).max(MAX_PINNED_SIGNERS),
  tierKeys: z.strictObject({ contact: tierPinSchema, identity: tierPinSchema } satisfies Record<
    SealedTier,
    unknown
  >),
  rosterHead: z.strictObject({ n: rosterNumberSchema, hash: z.string().regex(/^[0-9a-f]{64}$/) }),
});

/** Public keys only, so that no secret is converted to text. */
function encodePins({ roots, signers, tierKeys, rosterHead }: Pins): Uint8Array {
  const pinned = (tier: SealedTier): z.infer<typeof tierPinSchema> => ({
    epoch: tierKeys[tier].epoch,
    publicKey: toBase64(tierKeys[tier].publicKey),
  });
  return utf8(
    JSON.stringify(
      pinsSchema.parse({
        adminSign: toBase64(roots.adminSign),
        supervisorSign: toBase64(roots.supervisorSign),
        recoverySign: toBase64(roots.recoverySign),
        signers: signers.map(toBase64),
        tierKeys: { contact: pinned('contact'), identity: pinned('identity') },
        rosterHead,
      } satisfies z.infer<typeof pinsSchema>),
    ),
  );
}

function decodePins(bytes: Uint8Array): Pins {
  const parsed = pinsSchema.safeParse(parseJson(fromUtf8(bytes) ?? ''));
  if (!parsed.success) throw new AppError('header-forged', { part: 'pins' });
  const { adminSign, supervisorSign, recoverySign, signers, tierKeys, rosterHead } = parsed.data;
  const key = (text: string): Uint8Array => bytesOfBase64(text);
  const tier = (name: SealedTier): TierPublic => ({
    tier: name,
    epoch: tierKeys[name].epoch,
    publicKey: key(tierKeys[name].publicKey),
  });
  return {
    roots: {
      adminSign: key(adminSign),
      supervisorSign: key(supervisorSign),
      recoverySign: key(recoverySign),
    },
    signers: signers.map(key),
    tierKeys: { contact: tier('contact'), identity: tier('identity') },
    rosterHead,
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Whether both pins are equal. */
export const samePins = (a: Pins, b: Pins): boolean => sameBytes(encodePins(a), encodePins(b));

/** A random slot id: 16 lower-case hexadecimal digits. */
export const newSlotId = (): SlotId => toHex(randomBytes(8)) as SlotId;
/** A random staff id: 16 lower-case hexadecimal digits. */
export const newStaffId = (): StaffId => toHex(randomBytes(8)) as StaffId;
