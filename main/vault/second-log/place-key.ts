/** The key that signs the lines of a second place: kept in the store, signed by the admin who chose the place. */
import { signPairOf, generateSignPair, sign } from '../crypto/ed25519.ts';
import { sameBytes, bytesOfBase64, toBase64 } from '../crypto/bytes.ts';
import type { OpenedSlot } from '../keys/slots.ts';
import type { Roster } from '../keys/roster.ts';
import { sql } from '../store/sql.ts';
import type { ReadableStore, WritableStore } from '../store/store.ts';
import { type PlaceCertificate, type PlaceKey, certificateSchema, certified, isCertified } from './line.ts';

/** Position of the last line written: its number, 0 before a first one, and the number of its entry. */
export interface Written {
  readonly line: number;
  readonly seq: number;
  /** Milliseconds since 1970; null before a first line. */
  readonly at: number | null;
}

/** Far below what a line may be numbered, so that no number in the store makes the next one unreadable. */
const MAX_WRITTEN = 2 ** 40;
const NOTHING_WRITTEN: Written = { line: 0, seq: 0, at: null };

/** A new key, signed by an admin with their PIN. */
export function createPlaceKey(roster: Roster, admin: Pick<OpenedSlot, 'staffId' | 'sign'>): PlaceKey {
  const { privateKey, publicKey } = generateSignPair();
  const named = { admin: admin.staffId, roster: roster.head.n, key: toBase64(publicKey) };
  const sig = toBase64(sign(admin.sign.privateKey, certified(roster.vaultId, named)));
  return { seed: privateKey, certificate: { ...named, sig } };
}

/** Null where there is none, or where it is not the one that an admin of the roster has signed. */
export async function readPlaceKey(store: ReadableStore, roster: Roster): Promise<PlaceKey | null> {
  const row = await store.get<{ readonly seed: Uint8Array; readonly certificate: string }>(
    sql`SELECT seed, certificate FROM second_log`,
  );
  const certificate = row === undefined ? null : parseCertificate(row.certificate);
  if (row === undefined || certificate === null || row.seed.length !== 32) return null;
  const isItsKey = sameBytes(signPairOf(row.seed).publicKey, bytesOfBase64(certificate.key));
  return isItsKey && isCertified(roster, certificate) ? { seed: row.seed, certificate } : null;
}

function parseCertificate(text: string): PlaceCertificate | null {
  try {
    return certificateSchema.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

/** Last line written, according to the store; numbers that cannot be are taken for nothing. */
export async function readWritten(store: ReadableStore): Promise<Written> {
  const row = await store.get<Written>(
    sql`SELECT written_line AS line, written_seq AS seq, written_at AS at FROM second_log`,
  );
  const isCount = (value: number, most: number): boolean =>
    Number.isSafeInteger(value) && value >= 0 && value <= most;
  const isRight =
    row !== undefined &&
    isCount(row.line, MAX_WRITTEN) &&
    isCount(row.seq, MAX_WRITTEN) &&
    isCount(row.at ?? 0, Number.MAX_SAFE_INTEGER);
  return isRight ? row : NOTHING_WRITTEN;
}

/** Of a place that has nothing yet: nothing was written there. */
export async function writePlaceKey(
  tx: WritableStore,
  { seed, certificate }: PlaceKey,
  written: Written = NOTHING_WRITTEN,
): Promise<void> {
  const { line, seq, at } = written;
  await tx.run(sql`
    INSERT INTO second_log (id, seed, certificate, written_line, written_seq, written_at)
      VALUES (1, ${seed}, ${JSON.stringify(certificate)}, ${line}, ${seq}, ${at})
    ON CONFLICT (id) DO UPDATE SET seed = excluded.seed, certificate = excluded.certificate,
      written_line = excluded.written_line, written_seq = excluded.written_seq, written_at = excluded.written_at`);
}

/** One statement as a transaction of its own. Errors: those of Store.runAlone. */
export const writtenNow = ({ line, seq, at }: Written) =>
  sql`UPDATE second_log SET written_line = ${line}, written_seq = ${seq}, written_at = ${at} WHERE id = 1`;
