/**
 * What was kept before a newer version changes the store, until the log has it: sealed under the store key, beside the header. A migration that fails, an alarm that
 * nobody has acknowledged yet or a kill leaves it for the next sign-in, which neither makes the same backup again nor forgets to enter it.
 */
import { join } from 'node:path';
import { z } from 'zod';
import { backupActions } from '../../../contract/backup/log.ts';
import { backupNameSchema } from '../../../contract/backup/views.ts';
import { type LogDetail, UNREADABLE } from '../../../contract/log/entries.ts';
import { replaceFile, syncFolder } from '../../files/durable-files.ts';
import { rm } from '../../files/move-and-remove.ts';
import { readPlainFile } from '../../files/plain-file.ts';
import { openAead, sealAead } from '../crypto/aead.ts';
import { bind } from '../crypto/bind.ts';
import { fromUtf8, utf8 } from '../crypto/bytes.ts';
import { hkdf } from '../crypto/kdf.ts';
import { zero } from '../crypto/zero.ts';
import { diskError } from '../files/disk-error.ts';
import { type Header, UPDATE_RECORD_FILE } from '../keys/header.ts';
import { hashSchema } from '../keys/key-texts.ts';
import { seqSchema, storeVersionSchema } from '../keys/numbers.ts';
import type { SessionEntry } from '../log/audit-log.ts';
import { ownChain } from '../log/chains.ts';
import { readDetail } from '../log/detail.ts';
import { sql } from '../store/sql.ts';
import type { ReadableStore } from '../store/store.ts';

/** Most tries of which something is still to be entered. */
const MAX_DETAILS = 100;
const MAX_BYTES = 256 * 1024;

const recordSchema = z.strictObject({
  /** Schema version that the store was about to get. */
  to: storeVersionSchema,
  /** Last entry of this desk's log when the first of `details` was made: they stand behind it, or nowhere yet. */
  seq: seqSchema,
  /** The last backup: `state` is a digest of header and rows in it, `sum` that of its manifest. */
  made: z
    .strictObject({
      folder: z.string().max(4096),
      name: backupNameSchema,
      state: hashSchema,
      sum: hashSchema,
    })
    .nullable(),
  details: z.array(backupActions.backup.detail).min(1).max(MAX_DETAILS),
});
export type UpdateRecord = z.infer<typeof recordSchema>;

/** `storeKey`: 32 bytes. */
export interface RecordPlace {
  readonly vaultDir: string;
  readonly header: Pick<Header, 'vaultId'>;
  readonly storeKey: Uint8Array;
}

/** Null where there is none that was sealed under this store key: what somebody has laid there, or another store has left, says nothing. */
export function readUpdateRecord(place: RecordPlace): UpdateRecord | null {
  const sealed = bytesOf(place);
  if (sealed === null) return null;
  const opened = withKey(place, (key) => openAead(key, aadOf(place), sealed));
  const text = opened === null ? null : fromUtf8(opened);
  return text === null ? null : (recordSchema.safeParse(JSON.parse(text)).data ?? null);
}

function bytesOf({ vaultDir }: RecordPlace): Uint8Array | null {
  try {
    return readPlainFile(join(vaultDir, UPDATE_RECORD_FILE), MAX_BYTES);
  } catch {
    return null;
  }
}

/** `detail` is the newest of them; one of the same name is replaced by it. Errors, AppError: `disk-full`, `disk-error`. */
export async function writeUpdateRecord(
  place: RecordPlace,
  { details, ...record }: UpdateRecord,
  detail: LogDetail<'backup'>,
): Promise<void> {
  const others = details.filter((one) => nameIn(one) !== nameIn(detail));
  const whole = recordSchema.parse({ ...record, details: [...others, detail].slice(-MAX_DETAILS) });
  const sealed = withKey(place, (key) => sealAead(key, aadOf(place), utf8(JSON.stringify(whole))));
  await replaceFile(join(place.vaultDir, UPDATE_RECORD_FILE), sealed).catch((error: unknown) => {
    throw diskError(error);
  });
}

const nameIn = (detail: LogDetail<'backup'>): string | undefined =>
  detail.end === 'made' ? detail.name : detail.kept;

const aadOf = ({ header }: RecordPlace): Uint8Array => bind('before-update', header.vaultId);

function withKey<T>({ storeKey, header }: RecordPlace, use: (key: Uint8Array) => T): T {
  const key = hkdf(storeKey, bind('before-update-key', header.vaultId));
  try {
    return use(key);
  } finally {
    zero(key);
  }
}

// --- until it is entered

/** What is still to be entered of it. */
export interface Unentered {
  /** Those that the log has not; what a kill has left behind their commit is entered once. */
  entries(store: ReadableStore): Promise<readonly SessionEntry<'backup'>[]>;
  /** Nothing is left to enter. */
  entered(): Promise<void>;
}

/** Null where there is nothing to enter. */
export function unenteredOf(place: RecordPlace): Unentered | null {
  const record = readUpdateRecord(place);
  if (record === null) return null;
  return {
    entries: (store) => readMissing(store, record),
    // One that stays is looked for in the log at the next sign-in.
    entered: () => removeRecord(place).catch(() => undefined),
  };
}

async function readMissing(
  store: ReadableStore,
  { seq, details }: UpdateRecord,
): Promise<readonly SessionEntry<'backup'>[]> {
  const rows = await store.all<{ readonly outcome: string; readonly detail: string }>(
    ownChain(sql`SELECT outcome, detail FROM $log WHERE seq > ${seq} AND action = 'backup'`),
  );
  const entered = rows.map((row) => readDetail({ action: 'backup', field: null, ...row }));
  const names = new Set(entered.map((detail) => (detail === UNREADABLE ? undefined : nameIn(detail))));
  return details
    .filter((detail) => !names.has(nameIn(detail)))
    .map((detail) => ({ action: 'backup', outcome: detail.end === 'made' ? 'done' : 'failed', detail }));
}

async function removeRecord({ vaultDir }: RecordPlace): Promise<void> {
  await rm(join(vaultDir, UPDATE_RECORD_FILE), { force: true });
  await syncFolder(vaultDir);
}
