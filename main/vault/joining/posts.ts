/** What the estate and a desk that joins post for one another, under the slip's key, and the twelve characters by which people tell that both have the same. */
import { z } from 'zod';
import { normaliseSheet } from '../../../contract/recovery/sheet-text.ts';
import { openAead, sealAead } from '../crypto/aead.ts';
import { bind } from '../crypto/bind.ts';
import { bytesOfBase64, fromUtf8, toBase64, utf8 } from '../crypto/bytes.ts';
import { sha256 } from '../crypto/sha256.ts';
import { keySchema } from '../keys/key-texts.ts';
import { type Roots, encodeBase32 } from '../keys/recovery-sheet.ts';
import { type Joining, inGroups } from './slip.ts';

/** Of the estate. */
const offerSchema = z.strictObject({
  estateName: z.string().min(1).max(60),
  roots: z.strictObject({ adminSign: keySchema, supervisorSign: keySchema, recoverySign: keySchema }),
});
type Offer = z.infer<typeof offerSchema>;

/** Of the desk that joins. */
const wordSchema = z.strictObject({
  signKey: keySchema,
  receiveKey: keySchema,
  /** Of the password that it has drawn for its login, as the mailbox keeps it. */
  verifier: z.string().min(1).max(300),
  /** The vault stands there. */
  isDone: z.boolean(),
});
export type Word = z.infer<typeof wordSchema>;

const SCHEMAS = { offer: offerSchema, word: wordSchema } as const;
type Posts = { readonly offer: Offer; readonly word: Word };

const boundTo = (post: keyof Posts, { vaultId, desk }: Joining): Uint8Array =>
  bind('join-post', post, vaultId, desk);

/** `key`: of the slip, 32 bytes. */
export const sealPost = <P extends keyof Posts>(
  post: P,
  joining: Joining,
  key: Uint8Array,
  said: Posts[P],
): Uint8Array => sealAead(key, boundTo(post, joining), utf8(JSON.stringify(said)));

/** Null of what was not sealed so, for this desk, under this slip. */
export function openPost<P extends keyof Posts>(
  post: P,
  joining: Joining,
  key: Uint8Array,
  bytes: Uint8Array | null,
): Posts[P] | null {
  const text = bytes === null ? null : openAead(key, boundTo(post, joining), bytes);
  if (text === null) return null;
  // What the slip's key opens was written by whoever has the slip, who may be anybody.
  const read = SCHEMAS[post].safeParse(parseJson(fromUtf8(text) ?? ''));
  return read.success ? (read.data as Posts[P]) : null;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

export const rootsOf = ({ roots }: Offer): Roots => ({
  adminSign: bytesOfBase64(roots.adminSign),
  supervisorSign: bytesOfBase64(roots.supervisorSign),
  recoverySign: bytesOfBase64(roots.recoverySign),
});

export const offerOf = (estateName: string, roots: Roots): Offer => ({
  estateName,
  roots: {
    adminSign: toBase64(roots.adminSign),
    supervisorSign: toBase64(roots.supervisorSign),
    recoverySign: toBase64(roots.recoverySign),
  },
});

/**
 * Twelve characters, 60 bits, that are the same on both screens where the estate has this desk's own keys. Nothing that the other side has posted goes into them: who
 * has the slip and stands between both could otherwise look for two posts of the same characters, which takes 2³⁰ tries instead of 2⁶⁰.
 */
export const codeOf = (
  { vaultId, desk }: Joining,
  key: Uint8Array,
  { signKey, receiveKey }: Pick<Word, 'signKey' | 'receiveKey'>,
): string =>
  inGroups(encodeBase32(sha256(bind('join-code', vaultId, desk, signKey, receiveKey, key))).slice(0, 12));

/** Whether somebody has typed these twelve characters. */
export const isCode = (code: string, typed: string): boolean =>
  normaliseSheet(typed) === normaliseSheet(code);
