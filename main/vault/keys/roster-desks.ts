/**
 * Desks in the roster: their numbers, and where several keep the estate their public keys, their ends, and the digests of the op keys. Whoever restores alone
 * takes a number; whatever gives a desk a part in the estate, or takes it, has an admin's signature and a supervisor's.
 */
import { z } from 'zod';
import { bind } from '../crypto/bind.ts';
import { bytesOfBase64, sameBytes } from '../crypto/bytes.ts';
import { sha256Hex } from '../crypto/sha256.ts';
import { MAX_DESK } from '../store/ids.ts';
import { hashSchema, keySchema } from './key-texts.ts';
import { formatSchema, numberUpTo } from './numbers.ts';

/** Most desks that keep one estate at a time. */
export const MAX_LIVE_DESKS = 32;
/** Most desks that an admin takes alone, one with each restore: the sheet, which takes one with a recovery, always finds a number. */
export const MAX_DESKS_BY_ADMIN = 1000;
const MAX_OP_EPOCH = 2 ** 32 - 1;

/** What a desk has that keeps the estate with others. */
const deskKeysSchema = z.strictObject({
  name: z.string().min(1).max(60),
  receiveKey: keySchema,
  signKey: keySchema,
});
/** An op key of the estate by its digest (`digestOfOpKey`), so that no two desks get different ones. */
const opKeySchema = z.strictObject({ epoch: numberUpTo(1, MAX_OP_EPOCH), digest: hashSchema });

/** A computer takes the next number, so that no two allocate the same ids: after a restore, and where the vault is recovered elsewhere. With `keys`, it keeps the estate with others. */
export const DESK_FIELDS = {
  desk: numberUpTo(0, MAX_DESK),
  minFormat: formatSchema,
  keys: deskKeysSchema.optional(),
};
/** The op of a desk at which the order stopped: its number, and the running hash at its place, which is of no other order. */
const stoppedAtSchema = z.strictObject({ n: numberUpTo(1, 2 ** 48 - 1), hash: hashSchema });
/** Nothing of a desk counts from here on, or from `stoppedAt` on, and the others go on under another op key. */
export const DESK_END_FIELDS = {
  desk: numberUpTo(0, MAX_DESK),
  opKey: opKeySchema,
  stoppedAt: stoppedAtSchema.optional(),
};
/** The estate goes on under another op key, or has its first. */
export const OP_KEY_FIELDS = { opKey: opKeySchema };

type Fields<S extends z.core.$ZodShape> = z.infer<z.ZodObject<S>>;

/** A desk with keys of its own. */
export interface RosterDesk {
  readonly desk: number;
  readonly name: string;
  readonly signKey: Uint8Array;
  readonly receiveKey: Uint8Array;
  /** Whether nothing of it counts any more. */
  readonly isEnded: boolean;
}

/** Those that keep the estate now, of all that have keys. */
export const liveDesks = (keyed: ReadonlyMap<number, RosterDesk>): readonly RosterDesk[] =>
  [...keyed.values()].filter(({ isEnded }) => !isEnded);

/** Whether it is the desk with these keys. */
export const hasKeys = (
  desk: RosterDesk,
  { signKey, receiveKey }: Pick<RosterDesk, 'signKey' | 'receiveKey'>,
): boolean => sameBytes(desk.signKey, signKey) && sameBytes(desk.receiveKey, receiveKey);

/** As far as the entries have been read. */
export interface RosterDesks {
  readonly keyed: Map<number, RosterDesk>;
  /** By epoch. */
  readonly opKeys: Map<number, string>;
  /** Highest number that is taken; the first desk is 0. */
  lastDesk: number;
  /** Lowest format that a program must support to open the vault. */
  minFormat: number;
}

/** Who has signed an entry. */
interface SignedBy {
  readonly admin: boolean;
  readonly supervisor: boolean;
}

const byTwo = ({ admin, supervisor }: SignedBy): boolean => admin && supervisor;

/**
 * Whether an entry may give a desk its number, or keys; it does. Numbers are taken one after another, by an admin or the sheet, and the lowest format only grows: whoever raises
 * it shuts out every program of today, which takes a supervisor too, or the sheet. Keys take both; a desk has one pair of each for good, and no other desk or person the same.
 */
export function takesDesk(
  desks: RosterDesks,
  { desk, minFormat, keys }: Fields<typeof DESK_FIELDS>,
  by: SignedBy,
  isUsed: (signKey: Uint8Array) => boolean,
): boolean {
  const isNext = desk === desks.lastDesk + 1;
  const takesTwo = minFormat > desks.minFormat || desk > MAX_DESKS_BY_ADMIN || keys !== undefined;
  if (!by.admin || (takesTwo && !by.supervisor) || minFormat < desks.minFormat) return false;
  if (!isNext && (keys === undefined || desk > desks.lastDesk)) return false;
  if (keys !== undefined && !takesKeys(desks, desk, keys, isUsed)) return false;
  desks.lastDesk = Math.max(desks.lastDesk, desk);
  desks.minFormat = minFormat;
  return true;
}

function takesKeys(
  desks: RosterDesks,
  desk: number,
  { name, ...keys }: z.infer<typeof deskKeysSchema>,
  isUsed: (signKey: Uint8Array) => boolean,
): boolean {
  const [signKey, receiveKey] = [bytesOfBase64(keys.signKey), bytesOfBase64(keys.receiveKey)];
  const isOthers = [...desks.keyed.values()].some(
    (one) => sameBytes(one.signKey, signKey) || sameBytes(one.receiveKey, receiveKey),
  );
  const hasKeys = desks.keyed.has(desk);
  if (hasKeys || isOthers || isUsed(signKey) || liveDesks(desks.keyed).length >= MAX_LIVE_DESKS) return false;
  desks.keyed.set(desk, { desk, name, signKey, receiveKey, isEnded: false });
  return true;
}

/** Whether an entry may end a desk; it does. One that keeps the estate is left, which has the next op key. */
export function endsDesk(
  desks: RosterDesks,
  { desk, opKey }: Fields<typeof DESK_END_FIELDS>,
  by: SignedBy,
): boolean {
  const its = desks.keyed.get(desk);
  if (its === undefined || its.isEnded || liveDesks(desks.keyed).length < 2) return false;
  if (!takesOpKey(desks, { opKey }, by)) return false;
  desks.keyed.set(desk, { ...its, isEnded: true });
  return true;
}

/** Whether an entry may name an op key; it does. There is one for each epoch, and each epoch follows the one before. */
export function takesOpKey(
  { opKeys }: Pick<RosterDesks, 'opKeys'>,
  { opKey: { epoch, digest } }: Fields<typeof OP_KEY_FIELDS>,
  by: SignedBy,
): boolean {
  if (!byTwo(by) || epoch !== opKeys.size + 1) return false;
  opKeys.set(epoch, digest);
  return true;
}

/** What the roster says of an op key (32 bytes, before its first step), lower-case hexadecimal. */
export const digestOfOpKey = (
  vaultId: string,
  { epoch, key }: { readonly epoch: number; readonly key: Uint8Array },
): string => sha256Hex(bind('op-key-digest', vaultId, epoch, key));
