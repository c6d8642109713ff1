/**
 * The spool: a folder between the vault, which has keys and no network, and the carrier, which has a network and no keys. `out/N` is an envelope that the vault
 * hands out, `in/PLACE` what has that place in the order, `taken.json` where the vault is. Whoever can write there can keep things back and no more: the vault
 * takes what it reads for anybody's word.
 */
import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { readJsonFile, writeJsonFile } from '../json-file.ts';
import { stageFile } from '../durable-files.ts';
import { rm } from '../move-and-remove.ts';
import { NotOursError, readPlainFile } from '../plain-file.ts';
import { type DeskWords, wordsIn } from './desk-words.ts';
import type { Place } from './envelope.ts';

/** Name of the folder beside the header. */
export const SPOOL_FOLDER = 'spool';
/** 256 parts of 1 MiB: the most that an envelope has. */
export const MAX_ENVELOPE_BYTES = 256 * 2 ** 20;
const RECORD_FORMAT = 1;
/** Format, desk, number, hash, running hash. */
const RECORD_BYTES = 1 + 8 + 8 + 32 + 32;
const DIGITS = 16;
const NAME = /^\d{16}$/;

/** What has a place of the order. */
export interface Placed {
  readonly place: number;
  /** As the mailbox says it. */
  readonly desk: number;
  readonly n: number;
  /** SHA-256 of the envelope. */
  readonly hash: Uint8Array;
  /** The running hash after it. */
  readonly running: Uint8Array;
  /** Null where the desk that it names has not signed it. */
  readonly envelope: Uint8Array | null;
}

/** One side's hand in the folder. Errors: those of the file system, unless a method says otherwise. */
export interface Spool {
  /** Makes the folders. */
  make(): Promise<void>;
  /** Numbers of what lies there, in their order. */
  list(side: 'in' | 'out'): Promise<readonly number[]>;
  /** Null where there is none, or it is none of ours. */
  readPlaced(place: number): Placed | null;
  readOut(n: number): Uint8Array | null;
  /** On the disk when it returns. */
  putPlaced(placed: Placed): Promise<void>;
  putOut(n: number, envelope: Uint8Array): Promise<void>;
  remove(side: 'in' | 'out', number: number): Promise<void>;
  /** Where the vault is, as it has said last; null where it has not. */
  readTaken(): Place | null;
  /** False where it could not be written. */
  putTaken(place: Place): boolean;
  /** What each desk says of itself. */
  readonly words: DeskWords;
}

const takenSchema = z.strictObject({
  place: z.int().min(0),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
});

/** Of a vault that no other desk keeps any more; what cannot be removed now is when an estate begins with it. */
export const removeSpool = (vaultDir: string): Promise<void> =>
  rm(join(vaultDir, SPOOL_FOLDER), { recursive: true, force: true });

/** The spool of the vault in a folder. */
export function spoolOf(vaultDir: string): Spool {
  const folder = join(vaultDir, SPOOL_FOLDER);
  const pathOf = (side: 'in' | 'out', number: number): string =>
    join(folder, side, String(number).padStart(DIGITS, '0'));
  const put = async (path: string, bytes: Uint8Array): Promise<void> =>
    (await stageFile(path, bytes)).commit();
  const takenFile = join(folder, 'taken.json');
  return {
    async make() {
      for (const side of ['in', 'out']) await mkdir(join(folder, side), { recursive: true, mode: 0o700 });
    },
    async list(side) {
      const names = await readdir(join(folder, side));
      return names
        .filter((name) => NAME.test(name))
        .map(Number)
        .toSorted((a, b) => a - b);
    },
    readPlaced(place) {
      const bytes = readOurs(pathOf('in', place), RECORD_BYTES + MAX_ENVELOPE_BYTES);
      return bytes === null ? null : decodePlaced(place, bytes);
    },
    readOut: (n) => readOurs(pathOf('out', n), MAX_ENVELOPE_BYTES),
    putPlaced: (placed) => put(pathOf('in', placed.place), encodePlaced(placed)),
    putOut: (n, envelope) => put(pathOf('out', n), envelope),
    remove: (side, number) => rm(pathOf(side, number), { force: true }),
    readTaken() {
      const taken = readJsonFile(takenFile, takenSchema);
      return taken === null ? null : { place: taken.place, hash: Buffer.from(taken.hash, 'hex') };
    },
    putTaken: ({ place, hash }) =>
      writeJsonFile(takenFile, { place, hash: Buffer.from(hash).toString('hex') }),
    words: wordsIn(join(folder, 'words')),
  };
}

function readOurs(path: string, most: number): Uint8Array | null {
  try {
    return readPlainFile(path, most);
  } catch (error) {
    if (error instanceof NotOursError) return null;
    throw error;
  }
}

function encodePlaced({ desk, n, hash, running, envelope }: Placed): Uint8Array {
  const head = Buffer.alloc(RECORD_BYTES);
  head.writeUInt8(RECORD_FORMAT, 0);
  head.writeBigInt64BE(BigInt(desk), 1);
  head.writeBigInt64BE(BigInt(n), 9);
  head.set(hash, 17);
  head.set(running, 49);
  return envelope === null ? head : Buffer.concat([head, envelope]);
}

function decodePlaced(place: number, bytes: Uint8Array): Placed | null {
  if (bytes.length < RECORD_BYTES || bytes[0] !== RECORD_FORMAT) return null;
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, RECORD_BYTES);
  const [desk, n] = [Number(head.readBigInt64BE(1)), Number(head.readBigInt64BE(9))];
  if (!Number.isSafeInteger(desk) || !Number.isSafeInteger(n)) return null;
  return {
    place,
    desk,
    n,
    hash: bytes.slice(17, 49),
    running: bytes.slice(49, RECORD_BYTES),
    envelope: bytes.length === RECORD_BYTES ? null : bytes.subarray(RECORD_BYTES),
  };
}
