/**
 * What each desk says of itself now and then, signed: up to where it has the order, and the running hash there. By it the others see that it is there, and at a desk
 * that was shown another order that they differ, also where nobody writes anything. Format: a byte of format, place and time in 8 bytes each, running hash in 32, Ed25519 signature.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { readJsonFile, writeJsonFile } from '../json-file.ts';
import { type Place, SIGNATURE_BYTES, isSigned } from './envelope.ts';

const WORD_FORMAT = 1;
const UNSIGNED_BYTES = 1 + 8 + 8 + 32;

export interface DeskWord extends Place {
  /** Milliseconds since 1970, by the clock of whoever says it; each is later than the one before. */
  readonly at: number;
}

/** What a desk signs of it. No other signature of a vault begins with this text. */
export const messageOf = (vaultId: string, desk: number, unsigned: Uint8Array): Uint8Array =>
  Buffer.concat([Buffer.from(`resident-vault/desk-word/${vaultId}/${desk}\0`), unsigned]);

export function encodeWord({ place, hash, at }: DeskWord): Uint8Array {
  const bytes = Buffer.alloc(UNSIGNED_BYTES);
  bytes.writeUInt8(WORD_FORMAT, 0);
  bytes.writeBigInt64BE(BigInt(place), 1);
  bytes.writeBigInt64BE(BigInt(at), 9);
  bytes.set(hash, 17);
  return bytes;
}

/** What a word says, whoever has said it; null where it is none. */
export function parseWord(word: Uint8Array): DeskWord | null {
  if (word.length !== UNSIGNED_BYTES + SIGNATURE_BYTES || word[0] !== WORD_FORMAT) return null;
  const bytes = Buffer.from(word.subarray(0, UNSIGNED_BYTES));
  return {
    place: Number(bytes.readBigInt64BE(1)),
    at: Number(bytes.readBigInt64BE(9)),
    hash: bytes.subarray(17),
  };
}

/** Null where it is none, or that desk, whose key to sign this is, has not said it. */
export function readWord(
  vaultId: string,
  desk: number,
  word: Uint8Array,
  publicKey: Uint8Array,
): DeskWord | null {
  const said = parseWord(word);
  const message = messageOf(vaultId, desk, word.subarray(0, UNSIGNED_BYTES));
  return said !== null && isSigned(publicKey, message, word.subarray(UNSIGNED_BYTES)) ? said : null;
}

const keptSchema = z.strictObject({ heardAt: z.int().min(0), word: z.base64() });

/** A word as it lies in the spool. */
export interface KeptWord {
  /** When it came here, in milliseconds since 1970. */
  readonly heardAt: number;
  readonly word: Uint8Array;
}

export interface DeskWords {
  /** Null where there is none. */
  read(desk: number): KeptWord | null;
  /** Nothing where it cannot be written: that desk is heard later. */
  put(desk: number, kept: KeptWord): void;
}

/** Those that lie in a folder. */
export function wordsIn(folder: string): DeskWords {
  const pathOf = (desk: number): string => join(folder, `${desk}.json`);
  return {
    read(desk) {
      const kept = readJsonFile(pathOf(desk), keptSchema);
      return kept === null ? null : { heardAt: kept.heardAt, word: Buffer.from(kept.word, 'base64') };
    },
    put(desk, { heardAt, word }) {
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      writeJsonFile(pathOf(desk), { heardAt, word: Buffer.from(word).toString('base64') });
    },
  };
}
