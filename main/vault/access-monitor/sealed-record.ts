/**
 * Numbers of records that the log names sealed, so that whoever reads the log is not told which they are: canary records, and those of the staff who live here.
 * The key lies in the store; every session opens them, because every session has to notice.
 */
import { randomBytes } from 'node:crypto';
import type { PersonId } from '../../../contract/ids.ts';
import { openAead, sealAead } from '../crypto/aead.ts';
import { bind } from '../crypto/bind.ts';
import { fromUtf8, utf8 } from '../crypto/bytes.ts';
import { sql } from '../store/sql.ts';
import type { ReadableStore, WritableStore } from '../store/store.ts';

/** Purpose of a sealed number: one that is sealed for one purpose opens for no other. */
type SealedFor = 'canary' | 'staff-link';

const KEY_BYTES = 32;
/** As many digits as the highest number of a record has. */
const ID_DIGITS = 15;

/** The number of a record as its entry has it, in lower-case hexadecimal. The first makes the key. */
export async function sealRecord(
  tx: WritableStore,
  use: SealedFor,
  vaultId: string,
  personId: PersonId,
): Promise<string> {
  const key = await readOrMakeKey(tx);
  const number = utf8(String(personId).padStart(ID_DIGITS, '0'));
  return Buffer.from(sealAead(key, bind(use, vaultId), number)).toString('hex');
}

async function readOrMakeKey(tx: WritableStore): Promise<Uint8Array> {
  const known = await readRecordKey(tx);
  if (known !== null) return known;
  const key = new Uint8Array(randomBytes(KEY_BYTES));
  await tx.run(
    sql`INSERT INTO canary_key (id, key) VALUES (1, ${key}) ON CONFLICT DO UPDATE SET key = excluded.key`,
  );
  return key;
}

/** Null before the first record is sealed. */
export async function readRecordKey(store: ReadableStore): Promise<Uint8Array | null> {
  const row = await store.get<{ readonly key: Uint8Array }>(sql`SELECT key FROM canary_key WHERE id = 1`);
  return row?.key.length === KEY_BYTES ? row.key : null;
}

/** Null where the key does not open it, or there is none. */
export function openRecord(
  key: Uint8Array | null,
  use: SealedFor,
  vaultId: string,
  record: string,
): PersonId | null {
  if (key?.length !== KEY_BYTES) return null;
  const opened = openAead(key, bind(use, vaultId), Buffer.from(record, 'hex'));
  const number = opened === null ? Number.NaN : Number(fromUtf8(opened));
  return Number.isSafeInteger(number) && number > 0 ? (number as PersonId) : null;
}
