/**
 * Digests of what is kept for an undo. The log entry of the change has the digest, so that rows which somebody with the
 * store key has written or changed are not taken for those of the change (decision 0062).
 */
import { createHash, randomBytes } from 'node:crypto';
import { bind } from '../crypto/bind.ts';
import { AppError } from '../app-error.ts';
import { toHex } from '../crypto/bytes.ts';

/** The values of a stored row, in an order that its reader fixes. */
type JournalValues = readonly (string | number | null)[];

/** SHA-256 (FIPS 180-4) over rows in the order in which they are added. */
export interface JournalDigest {
  add(row: JournalValues): void;
  /** Lower-case hexadecimal; call it once. */
  end(): string;
}

/** An empty digest; `purpose` tells journals apart, and the parts of one. */
export function createJournalDigest(purpose: string): JournalDigest {
  const hash = createHash('sha256').update(bind(purpose));
  return {
    // JSON has one text for each list of strings, safe integers and nulls; bind gives it its length.
    add: (row) => void hash.update(bind('row', JSON.stringify(row))),
    end: () => hash.digest('hex'),
  };
}

/** The digest of one row. */
export function digestRow(purpose: string, row: JournalValues): string {
  const digest = createJournalDigest(purpose);
  digest.add(row);
  return digest.end();
}

/**
 * Kept with a journal and part of its digest, so that nobody can try names against what stands in the log for good. 128
 * random bits in hexadecimal.
 */
export const newJournalSalt = (): string => toHex(randomBytes(16));

/** The error of a journal that is not as its change has left it: nothing is undone. */
export const journalTampered = (): AppError => new AppError('store-tampered', { part: 'journal' });
