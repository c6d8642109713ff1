/**
 * Limits PIN guessing (docs/keys.md): counts every try before it is made, in the anchor and beside the
 * header, imposes waits and finally closes a slot. Waits run down only while the application runs; the wall
 * clock does not affect them.
 */
import { createHmac } from 'node:crypto';
import { lstatSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { SlotId } from '../../../contract/ids.ts';
import type { Anchor } from '../anchor/anchor.ts';
import { allEnded } from '../long-work/all-ended.ts';
import { AppError } from '../app-error.ts';
import { diskError } from '../files/disk-error.ts';
import { replaceFile } from '../../files/durable-files.ts';
import { readPlainFile } from '../../files/plain-file.ts';
import type { Clock } from '../clock.ts';
import { bind } from '../crypto/bind.ts';
import { bytesOfHex, fromBase64, fromUtf8, sameBytes, toBase64, toHex, utf8 } from '../crypto/bytes.ts';
import { hkdf } from '../crypto/kdf.ts';
import {
  FREE_TRIES,
  type LimiterHalf,
  type LimiterState,
  MAX_SLOTS,
  NO_FAILURES,
  type SlotCount,
  bucketOf,
  countOf,
  countRight,
  countTry,
  isClosed,
  MAX_FAILURES,
  mergeHalves,
  packLimiter,
  passDaysAll,
  triesLeft,
  unpackLimiter,
} from './limiter-state.ts';

/** File name of the half beside the header. */
export const LIMITER_FILE = 'limiter.json';
/**
 * Milliseconds after which a right PIN is written back, so that the work it allowed has disk and keychain
 * first. A crash in between leaves one try too many counted, never one too few.
 */
const SETTLE_MS = 50;
const delay = (ms: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
const MAX_FILE_BYTES = 8 * 1024;
const DAY_MS = 86_400_000;
const fileSchema = z.strictObject({ format: z.literal(1), state: z.string(), mac: z.string() });

/** Whether a slot may be tried now. */
export interface SlotStatus {
  /** Seconds until this slot may be tried, rounded up; 0 if it may be tried now. */
  readonly waitSeconds: number;
  readonly closed: boolean;
}

/** One counted request with one or two PINs. It counts as failed unless `succeeded` is called. */
export interface Attempt {
  /**
   * Call when all PINs were right: takes this try back and ends the row of failures. Returns how many wrong
   * ones came before, by slot. Does not wait until that is durable: a crash leaves one failure too many,
   * never one too few.
   */
  succeeded(): Promise<{ readonly wrongTries: ReadonlyMap<SlotId, number> }>;
  /** The limits after this failure: the longest wait in seconds and the fewest free tries among the slots. */
  failed(): Promise<{ readonly waitSeconds: number; readonly freeTries: number }>;
}

/** Something that holds secrets until it is disposed. */
export interface Disposable {
  dispose(): void;
}

/** The limiter of the open vault. */
export interface Limiter {
  status(slotId: SlotId): SlotStatus;
  /**
   * Counts a try of every slot; none is counted if one of them may not be tried. While the counts are
   * written, `meanwhile` prepares what the try needs; it is returned once the counts are durable in both
   * halves, and disposed if they cannot be. The caller checks that the slots exist. The recovery slot is not
   * limited and never passed.
   * Errors: AppError `must-wait` {waitSeconds}, `slot-closed`, `keychain-write-failed`, `disk-full`,
   * `disk-error`; what `meanwhile` throws.
   */
  begin<T extends Disposable>(
    slotIds: readonly SlotId[],
    meanwhile: () => Promise<T>,
  ): Promise<{ readonly attempt: Attempt; readonly ready: T }>;
  /** Tries that a slot has left here until its window moves on. */
  triesLeft(slotId: SlotId): number;
  /**
   * Each slot has so many tries at this desk, of `MAX_FAILURES`; the others are other desks'. What one has no more is durable once this resolves. Errors:
   * `keychain-write-failed`, `disk-full`, `disk-error`.
   */
  setShares(shares: ReadonlyMap<SlotId, number>): Promise<void>;
  /** Clears waits and opens closed slots. The caller must have verified an admin and a supervisor. */
  clear(slotIds: readonly SlotId[]): Promise<void>;
  /** Drops the counts of removed slots. */
  forget(slotIds: readonly SlotId[]): Promise<void>;
  /**
   * After a rotation of the device secret: writes limiter.json under the MAC of the new one. Errors: as
   * `begin`.
   */
  changeSecret(deviceSecret: Uint8Array): Promise<void>;
  /** Call about once a minute: stores how much of the waits is left, if any is running. */
  tick(): Promise<void>;
  /** Resolves when no write is left. */
  drain(): Promise<void>;
}

/** The limiter of a vault, continued from both halves. `deviceSecret`: 32 bytes. */
export function createLimiter(dependencies: {
  readonly anchor: Anchor;
  readonly vaultDir: string;
  readonly deviceSecret: Uint8Array;
  readonly clock: Clock;
}): Limiter {
  const { anchor, vaultDir, clock } = dependencies;
  let macKey = macKeyOf(dependencies.deviceSecret, toHex(anchor.state().vaultId));
  const wallDay = (): number => Math.max(0, Math.floor(clock.now() / DAY_MS));
  let state = readHalves(anchor, vaultDir, macKey, wallDay());

  const startedAt = clock.monotonic();
  const startDay = state.day;
  /**
   * End of each wait on the monotonic clock, in milliseconds; stored waits start when the limiter is created.
   */
  const waitEnds = new Map<SlotId | 'others', number>();
  for (const [id, count] of state.slots) waitEnds.set(id, startedAt + count.waitSeconds * 1000);
  if (state.others !== null) waitEnds.set('others', startedAt + state.others.waitSeconds * 1000);

  const remaining = (id: SlotId | 'others'): number => {
    const ends = waitEnds.get(id) ?? waitEnds.get('others') ?? 0;
    return Math.max(0, Math.ceil((ends - clock.monotonic()) / 1000));
  };
  const withWait = (id: SlotId | 'others', count: SlotCount): SlotCount => ({
    ...count,
    waitSeconds: remaining(id),
  });
  const current = (id: SlotId): SlotCount => withWait(id, countOf(state, id));

  /**
   * The wall clock may move the window by one day at each start plus the time that has run since, so that
   * setting the clock ages failures little.
   */
  const passTime = (): void => {
    const allowed = startDay + 1 + Math.floor((clock.monotonic() - startedAt) / DAY_MS);
    state = passDaysAll(state, Math.min(wallDay(), allowed));
  };
  const put = (id: SlotId, count: SlotCount): void => {
    state = { ...state, slots: new Map(state.slots).set(id, count) };
    waitEnds.set(id, clock.monotonic() + count.waitSeconds * 1000);
  };

  let fileTurn: Promise<void> = Promise.resolve();
  const snapshot = (): Uint8Array =>
    packLimiter({
      ...state,
      slots: new Map([...state.slots].map(([id, count]) => [id, withWait(id, count)])),
      others: state.others === null ? null : withWait('others', state.others),
    });
  /** Both halves are written, or attempted, before a failure is reported. */
  const persist = async (): Promise<void> => {
    const packed = snapshot();
    fileTurn = fileTurn.catch(() => undefined).then(() => writeFileHalf(vaultDir, macKey, packed));
    await allEnded([anchor.update((stored) => ({ ...stored, limiter: packed })), fileTurn]);
  };
  let background: Promise<void> = Promise.resolve();

  const refuseIfBarred = (slotIds: readonly SlotId[]): void => {
    if (slotIds.some((id) => isClosed(current(id)))) throw new AppError('slot-closed');
    const waitSeconds = Math.max(0, ...slotIds.map(remaining));
    if (waitSeconds > 0) throw new AppError('must-wait', { waitSeconds });
    const known = new Set([...state.slots.keys(), ...slotIds]);
    if (known.size >= MAX_SLOTS) throw new AppError('unknown-slot');
  };

  const createAttempt = (slotIds: readonly SlotId[], day: number): Attempt => ({
    succeeded: async () => {
      passTime();
      const bucket = bucketOf(state.day) - bucketOf(day);
      const wrongTries = new Map(
        slotIds.map((id) => [id, Math.max(0, current(id).consecutive - 1)] as const),
      );
      for (const id of slotIds) put(id, countRight(current(id), bucket));
      background = delay(SETTLE_MS)
        .then(persist)
        .catch(() => undefined);
      return { wrongTries };
    },
    failed: async () => ({
      waitSeconds: Math.max(...slotIds.map(remaining)),
      freeTries: Math.min(...slotIds.map((id) => Math.max(0, FREE_TRIES - current(id).consecutive))),
    }),
  });

  return {
    status: (id) => {
      passTime();
      return { waitSeconds: remaining(id), closed: isClosed(current(id)) };
    },
    begin: async (slotIds, meanwhile) => {
      passTime();
      refuseIfBarred(slotIds);
      for (const id of slotIds) put(id, countTry(current(id)));
      const { day } = state;
      // Started first, because its thread works while this one writes the counts.
      const preparing = meanwhile();
      const [counted, prepared] = await Promise.allSettled([persist(), preparing]);
      if (counted.status === 'rejected') {
        if (prepared.status === 'fulfilled') prepared.value.dispose();
        throw counted.reason;
      }
      if (prepared.status === 'rejected') throw prepared.reason;
      return { attempt: createAttempt(slotIds, day), ready: prepared.value };
    },
    triesLeft: (id) => {
      passTime();
      return triesLeft(current(id));
    },
    setShares: async (shares) => {
      const changed = [...shares].filter(([id, share]) => current(id).elsewhere !== MAX_FAILURES - share);
      for (const [id, share] of changed) put(id, { ...current(id), elsewhere: MAX_FAILURES - share });
      if (changed.length > 0) await persist();
    },
    clear: async (slotIds) => {
      for (const id of slotIds) put(id, { ...NO_FAILURES, elsewhere: current(id).elsewhere });
      await persist();
    },
    forget: async (slotIds) => {
      const gone = new Set(slotIds);
      state = { ...state, slots: new Map([...state.slots].filter(([id]) => !gone.has(id))) };
      for (const id of slotIds) waitEnds.delete(id);
      await persist();
    },
    changeSecret: async (deviceSecret) => {
      macKey = macKeyOf(deviceSecret, toHex(anchor.state().vaultId));
      await persist();
    },
    tick: async () => {
      passTime();
      if ([...waitEnds.keys()].some((id) => remaining(id) > 0)) await persist();
    },
    drain: async () => {
      await background;
      await fileTurn.catch(() => undefined);
      await anchor.drain();
    },
  };
}

const macKeyOf = (deviceSecret: Uint8Array, vaultId: string): Uint8Array =>
  hkdf(deviceSecret, bind('limiter', bytesOfHex(vaultId)));

/**
 * Whether limiter.json has a valid MAC under the device secret, or does not exist. Where it is valid under
 * one of `others`, as a crash between a new header and the file leaves it, it is rewritten under
 * `deviceSecret`. Errors: `disk-full`, `disk-error`.
 */
export async function adoptLimiterFile(options: {
  readonly vaultDir: string;
  readonly vaultId: string;
  readonly deviceSecret: Uint8Array;
  readonly others: readonly Uint8Array[];
}): Promise<boolean> {
  const { vaultDir, vaultId, deviceSecret, others } = options;
  const macKey = macKeyOf(deviceSecret, vaultId);
  const there = lstatSync(join(vaultDir, LIMITER_FILE), { throwIfNoEntry: false });
  if (there === undefined || readFileHalf(vaultDir, macKey).kind === 'read') return true;
  for (const other of others) {
    const half = readFileHalf(vaultDir, macKeyOf(other, vaultId));
    if (half.kind !== 'read') continue;
    await writeFileHalf(vaultDir, macKey, packLimiter(half.state));
    return true;
  }
  return false;
}

/**
 * An empty half in the anchor is what set-up leaves: nothing was ever counted, so no file is expected, and
 * one of an earlier vault is ignored. Once something is counted it is never empty again.
 */
function readHalves(anchor: Anchor, vaultDir: string, macKey: Uint8Array, today: number): LimiterState {
  const { limiter } = anchor.state();
  const file = readFileHalf(vaultDir, macKey);
  if (limiter.length > 0) return mergeHalves(halfOf(unpackLimiter(limiter)), file, today);
  return mergeHalves({ kind: 'fresh' }, file.kind === 'read' ? file : { kind: 'fresh' }, today);
}

/** limiter.json: `{format, state, mac}`, both in base64; the MAC is HMAC-SHA256 under HKDF(device secret, "limiter", vault id). */
function readFileHalf(vaultDir: string, macKey: Uint8Array): LimiterHalf {
  try {
    const bytes = readPlainFile(join(vaultDir, LIMITER_FILE), MAX_FILE_BYTES);
    if (bytes === null) return { kind: 'missing' };
    const { state, mac } = fileSchema.parse(JSON.parse(fromUtf8(bytes) ?? ''));
    const packed = fromBase64(state);
    const given = fromBase64(mac);
    if (packed === null || given === null || !sameBytes(given, macOf(macKey, packed)))
      return { kind: 'missing' };
    return halfOf(unpackLimiter(packed));
  } catch {
    return { kind: 'missing' };
  }
}

function halfOf(state: LimiterState | undefined): LimiterHalf {
  return state === undefined ? { kind: 'missing' } : { kind: 'read', state };
}

async function writeFileHalf(vaultDir: string, macKey: Uint8Array, packed: Uint8Array): Promise<void> {
  const path = join(vaultDir, LIMITER_FILE);
  const text = JSON.stringify({ format: 1, state: toBase64(packed), mac: toBase64(macOf(macKey, packed)) });
  try {
    await replaceFile(path, utf8(text));
  } catch (error) {
    throw diskError(error);
  }
}

function macOf(macKey: Uint8Array, packed: Uint8Array): Uint8Array {
  return createHmac('sha256', macKey).update('limiter.json 1\0').update(packed).digest();
}
