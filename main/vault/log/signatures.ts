/**
 * Signatures of entries by whoever's PIN was asked for (Ed25519, RFC 8032): the tag proves the order of entries, the signature the person. They are
 * made in the request that the PIN was typed for, with keys that its slot holds, so that nobody else can make them, with whatever keys of computer and store.
 */
import { randomBytes } from 'node:crypto';
import type { StaffId } from '../../../contract/ids.ts';
import { ACTIONS, type LogAction } from '../../../contract/log/entries.ts';
import type { Signing, SigningColumns, SigningRule } from '../../../contract/log/signing.ts';
import { bind } from '../crypto/bind.ts';
import { concat } from '../crypto/bytes.ts';
import { SIGNATURE_BYTES, verify } from '../crypto/ed25519.ts';
import { type LogContent, encodeLogContent } from './canonical.ts';
import { NO_HASH } from './chain.ts';
import { chainOf } from './chains.ts';
import type { EntrySigner } from './entry-signer.ts';

/** Signing keys of the staff, from a verified roster. */
export interface SignerRoster {
  /** The public key (32 bytes) with which somebody signed while a roster entry was the last; null where they had none. */
  keyAt(staffId: StaffId, rosterN: number): Uint8Array | null;
}

/** First byte of the stored form: a signature of a whole entry, or of one that was signed before it had its place in the log. */
const WHOLE = 1;
const PREPARED = 2;
const NONCE_BYTES = 16;
/** The last entry's number at signing, big-endian. */
const AFTER_BYTES = 6;
/** Entries that may come between: others of the same moment, or of the sign-in that finishes a change which was killed. */
const MAX_BETWEEN = 64;

/** In which column the signer's id is. */
const WHO = ['staffId', 'cosignerId'] as const;
type Who = (typeof WHO)[number];

interface Made {
  readonly who: Who;
  readonly rosterN: number;
  readonly sig: Uint8Array;
}

/** What a signature is bound to that was made before its entry had a place. */
interface Early {
  /** 16 bytes. */
  readonly nonce: Uint8Array;
  /** Number of the last entry there was. */
  readonly after: number;
}

interface Stored {
  /** Null for a whole entry. */
  readonly early: Early | null;
  readonly made: readonly Made[];
}

/** Part bytes: column, number of the roster's last entry in 32 bits big-endian, signature. */
const PART_BYTES = 1 + 4 + SIGNATURE_BYTES;
/** Longest stored form. */
export const MAX_SIGNATURE_BYTES = 1 + NONCE_BYTES + AFTER_BYTES + WHO.length * PART_BYTES;

/**
 * The stored form of the signatures of an entry by those of its people who are among `signers`; null where none is. Errors: Error where somebody
 * has to sign who is not there.
 */
export function signEntry(
  vaultId: Uint8Array,
  entry: LogContent,
  signers: readonly EntrySigner[],
): Uint8Array | null {
  const made = signAs(entry, signers, (who, rosterN) => wholeMessage(vaultId, entry, who, rosterN));
  requireSigned(entry, made);
  return made.length === 0 ? null : encode({ early: null, made });
}

/**
 * As `signEntry`, for an entry that gets its place and chain later, when a change of keys is finished: it is signed by what it says, its time included, a nonce, so that it is valid once,
 * and the number of the last entry, so that it is valid behind that and nowhere else.
 */
export function signPrepared(
  vaultId: Uint8Array,
  said: Placeless,
  after: number,
  signers: readonly EntrySigner[],
): Uint8Array | null {
  const entry = withoutPlace(said);
  const early = { nonce: new Uint8Array(randomBytes(NONCE_BYTES)), after };
  const made = signAs(entry, signers, (who, rosterN) => preparedMessage(vaultId, entry, early, who, rosterN));
  requireSigned(entry, made);
  return made.length === 0 ? null : encode({ early, made });
}

function signAs(
  entry: LogContent,
  signers: readonly EntrySigner[],
  messageFor: (who: Who, rosterN: number) => Uint8Array,
): readonly Made[] {
  return WHO.flatMap((who): readonly Made[] => {
    const signer = signers.find(({ staffId }) => staffId === entry[who]);
    if (signer === undefined) return [];
    const { rosterN } = signer;
    return [{ who, rosterN, sig: signer.sign(messageFor(who, rosterN)) }];
  });
}

function requireSigned(entry: LogContent, made: readonly Made[]): void {
  const missing = missingOf(entry, made);
  if (missing !== undefined) throw new Error(`an entry of ${entry.action} is not signed by its ${missing}`);
}

/** The column of somebody who has to sign this entry and has not. */
const missingOf = (entry: LogContent, made: readonly Made[]): Who | undefined =>
  mustSign(entry).find((who) => !made.some((one) => one.who === who));

function mustSign(entry: LogContent): readonly Who[] {
  const cosigned: readonly Who[] = entry.cosignerId === null ? [] : ['cosignerId'];
  switch (signingOf(entry.action, entry)) {
    case 'own':
      return ['staffId', ...cosigned];
    case 'either':
      return cosigned.length > 0 ? cosigned : ['staffId'];
    case 'free':
      return [];
  }
}

const RULES: ReadonlyMap<string, SigningRule> = new Map(
  Object.entries(ACTIONS).map(([action, { signing }]) => [action, signing]),
);

function signingOf(action: LogAction, columns: SigningColumns): Signing {
  // A forged row may name an action that there is not.
  const rule = RULES.get(action) ?? 'free';
  return typeof rule === 'function' ? rule(columns) : rule;
}

/** Somebody who had to sign a row, and by which roster entry they did. */
export interface RequiredSigner {
  readonly who: Who;
  readonly staffId: StaffId;
  readonly rosterN: number;
  readonly signing: Signing;
}

/** Everybody who has to sign a row that a checker has taken. */
export function requiredSigners(row: SignedRow): readonly RequiredSigner[] {
  const made = (row.signature === null ? null : decode(row.signature))?.made ?? [];
  const signing = signingOf(row.action, row);
  return mustSign(row).flatMap((who) => {
    const [staffId, one] = [row[who], made.find((candidate) => candidate.who === who)];
    return staffId === null || one === undefined ? [] : [{ who, staffId, rosterN: one.rosterN, signing }];
  });
}

type SignedRow = LogContent & { readonly signature: Uint8Array | null };

/** That a key (32 bytes) has made a signature (64 bytes) of a message. */
export interface SignatureClaim {
  readonly key: Uint8Array;
  readonly message: Uint8Array;
  readonly sig: Uint8Array;
}

/** Checks the signatures of a log, entry by entry in order. */
export interface SignatureChecker {
  /** Whether the row is signed by everybody who has to sign it, by keys that were theirs, and its signature was not seen before. */
  next(row: SignedRow): boolean;
  /** As `next`, but that the signatures are valid is left to the caller; null where they could not be. */
  claimsOf(row: SignedRow): readonly SignatureClaim[] | null;
  /**
   * Who has signed the last row whole: with it the hash of the row before, and so all rows before. Whoever rewrites one of those needs their PIN. Empty where
   * nobody has, or where it was signed before it had its place.
   */
  witnesses(): readonly StaffId[];
}

/** A checker for one pass over the log. */
export function createSignatureChecker(vaultId: Uint8Array, roster: SignerRoster): SignatureChecker {
  const nonces = new Set<string>();
  /** Of each chain: what another desk has heard of the roster meanwhile, it alone knows. */
  const rosterN = new Map<number, number>();
  let witnesses: readonly StaffId[] = [];

  /** Null for a row whose signatures cannot be those that it needs. */
  const examine = (row: SignedRow): Examined | null => {
    const stored = row.signature === null ? null : decode(row.signature);
    if (stored === null || missingOf(row, stored.made) !== undefined) return null;
    const { early } = stored;
    if (early !== null && (row.seq <= early.after || row.seq > early.after + MAX_BETWEEN)) return null;
    const nonce = early === null ? null : Buffer.from(early.nonce).toString('hex');
    if (nonce !== null && nonces.has(nonce)) return null;
    if (nonce !== null) nonces.add(nonce);
    // The roster only grows: the key of somebody who has left signs nothing behind their leaving.
    const known = rosterN.get(chainOf(row.seq)) ?? 0;
    if (stored.made.some((one) => one.rosterN < known)) return null;
    const claims = stored.made.map((one) => claimOf(vaultId, row, early, one, roster));
    return claims.every((claim) => claim !== null) ? { made: stored.made, nonce, claims } : null;
  };
  const accept = (row: SignedRow, { made, nonce }: Examined): void => {
    rosterN.set(chainOf(row.seq), Math.max(...made.map((one) => one.rosterN)));
    witnesses = nonce === null ? made.flatMap(({ who }) => row[who] ?? []) : [];
  };
  const claimsOf = (
    row: SignedRow,
    areValid: (claims: readonly SignatureClaim[]) => boolean,
  ): readonly SignatureClaim[] | null => {
    witnesses = [];
    if (row.signature === null) return missingOf(row, []) === undefined ? [] : null;
    const examined = examine(row);
    if (examined === null || !areValid(examined.claims)) return null;
    accept(row, examined);
    return examined.claims;
  };

  return {
    next: (row) =>
      claimsOf(row, (claims) => claims.every(({ key, message, sig }) => verify(key, message, sig))) !== null,
    claimsOf: (row) => claimsOf(row, () => true),
    witnesses: () => witnesses,
  };
}

/** Signatures of a row that are in order if the claims hold. */
interface Examined {
  readonly made: readonly Made[];
  /** Hexadecimal; null for a whole entry. */
  readonly nonce: string | null;
  readonly claims: readonly SignatureClaim[];
}

/** Null where nobody had a key for it. */
function claimOf(
  vaultId: Uint8Array,
  row: LogContent,
  early: Early | null,
  { who, rosterN, sig }: Made,
  roster: SignerRoster,
): SignatureClaim | null {
  const staffId = row[who];
  const key = staffId === null ? null : roster.keyAt(staffId, rosterN);
  if (key === null) return null;
  const message =
    early === null
      ? wholeMessage(vaultId, row, who, rosterN)
      : preparedMessage(vaultId, withoutPlace(row), early, who, rosterN);
  return { key, message, sig };
}

type Placeless = Omit<LogContent, 'seq' | 'segmentId' | 'prevHash'>;

const withoutPlace = (said: Placeless): LogContent => ({
  ...said,
  seq: 0,
  segmentId: 0,
  prevHash: NO_HASH,
});

/** Message that is signed for a whole entry: all of it, its place and the hash of the entry before it included. */
const wholeMessage = (vaultId: Uint8Array, entry: LogContent, who: Who, rosterN: number): Uint8Array =>
  bind('log-entry-signature', vaultId, who, rosterN, encodeLogContent(entry));

const preparedMessage = (
  vaultId: Uint8Array,
  entry: LogContent,
  { nonce, after }: Early,
  who: Who,
  rosterN: number,
): Uint8Array =>
  bind('log-entry-prepared-signature', vaultId, nonce, after, who, rosterN, encodeLogContent(entry));

function encode({ early, made }: Stored): Uint8Array {
  const head =
    early === null ? [Uint8Array.of(WHOLE)] : [Uint8Array.of(PREPARED), early.nonce, u48(early.after)];
  return concat(
    ...head,
    ...made.flatMap(({ who, rosterN, sig }) => {
      const place = Buffer.alloc(5);
      place.writeUInt8(WHO.indexOf(who), 0);
      place.writeUInt32BE(rosterN, 1);
      return [place, sig];
    }),
  );
}

function u48(value: number): Uint8Array {
  const bytes = Buffer.alloc(AFTER_BYTES);
  bytes.writeUIntBE(value, 0, AFTER_BYTES);
  return bytes;
}

/** Null for anything but what `encode` writes: parts in the order of their columns, each column once. */
function decode(stored: Uint8Array): Stored | null {
  const isPrepared = stored[0] === PREPARED;
  if (!isPrepared && stored[0] !== WHOLE) return null;
  const from = isPrepared ? 1 + NONCE_BYTES + AFTER_BYTES : 1;
  const parts = (stored.length - from) / PART_BYTES;
  if (parts !== 1 && parts !== WHO.length) return null;
  const view = Buffer.from(stored.buffer, stored.byteOffset, stored.length);
  const made: Made[] = [];
  for (let at = from; at < stored.length; at += PART_BYTES) {
    const who = WHO[view.readUInt8(at)];
    if (who === undefined || made.some((one) => one.who === who || who === 'staffId')) return null;
    made.push({ who, rosterN: view.readUInt32BE(at + 1), sig: stored.slice(at + 5, at + PART_BYTES) });
  }
  if (!isPrepared) return { early: null, made };
  const after = view.readUIntBE(1 + NONCE_BYTES, AFTER_BYTES);
  return { early: { nonce: stored.slice(1, 1 + NONCE_BYTES), after }, made };
}
