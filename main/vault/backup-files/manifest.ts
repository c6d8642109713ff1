/**
 * backup.json: what lies beside a backup's store and says what it is. Three checks tell three things apart: a plain sum shows damage to
 * whoever has no key, a MAC under the backup's own key shows that nobody wrote it who had not that key, and what the store holds is sealed
 * under the same key, so that a drive tells no counts.
 */
import { createHash, createHmac } from 'node:crypto';
import { join } from 'node:path';
import { z } from 'zod';
import { staffIdSchema } from '../../../contract/ids.ts';
import { AppError } from '../app-error.ts';
import { diskError } from '../files/disk-error.ts';
import { kindOf, NotOursError, openPlainFile } from '../../files/plain-file.ts';
import { openAead, sealAead } from '../crypto/aead.ts';
import { bind } from '../crypto/bind.ts';
import { bytesOfBase64, fromBase64, fromUtf8, sameBytes, toBase64, toHex, utf8 } from '../crypto/bytes.ts';
import { hkdf } from '../crypto/kdf.ts';
import { type Header, MAX_HEADER_BYTES, parseHeader } from '../keys/header.ts';
import { canonicalJson } from '../../files/canonical-json.ts';
import { newestVersion } from '../store/migrate.ts';
import {
  epochSchema,
  generationSchema,
  rosterNumberSchema,
  rowsSchema,
  seqSchema,
  storeBytesSchema,
  storeVersionSchema,
  timeSchema,
} from '../keys/numbers.ts';
import { keySchema } from '../keys/key-texts.ts';

export const BACKUP_FORMAT = 1;
export const MANIFEST_FILE = 'backup.json';
export const BACKUP_STORE_FILE = 'store.db';
/** A header as text inside JSON, its quotes escaped, and 200 admins. */
export const MAX_MANIFEST_BYTES = 2 * MAX_HEADER_BYTES + 128 * 1024;

const hex16 = z.string().regex(/^[0-9a-f]{32}$/);
const hex32 = z.string().regex(/^[0-9a-f]{64}$/);
const base64 = (most: number) =>
  z
    .string()
    .max(Math.ceil(most / 3) * 4)
    .refine((text) => fromBase64(text) !== null);
/** HPKE of 32 bytes, and the same under a symmetric wrap. */
const SEALED_KEY_BYTES = 81;
const WRAPPED_KEY_BYTES = SEALED_KEY_BYTES + 29;

const bodySchema = z.strictObject({
  format: z.literal(BACKUP_FORMAT),
  /** 16 random bytes: what the key's seals are bound to. */
  backupId: hex16,
  vaultId: hex16,
  estateName: z.string().min(1).max(60),
  /** Milliseconds since 1970. */
  createdAt: timeSchema,
  epoch: epochSchema,
  /** header.json as it was, letter for letter. */
  header: z.string().min(2).max(MAX_HEADER_BYTES),
  keyFor: z.strictObject({
    sheet: z.strictObject({ receiveKey: keySchema, sealed: base64(SEALED_KEY_BYTES) }),
    deviceSecretId: hex16,
    admins: z
      .array(
        z.strictObject({
          staffId: staffIdSchema,
          generation: generationSchema,
          wrapped: base64(WRAPPED_KEY_BYTES),
        }),
      )
      .max(200),
  }),
  store: z.strictObject({ bytes: storeBytesSchema, sha256: hex32 }),
  /** Schema version of the store (`PRAGMA user_version`): whoever has no key yet sees which program opens it. */
  schema: storeVersionSchema,
  /** ManifestFacts, under the backup's key. */
  facts: base64(256 * 1024),
});
export type ManifestBody = z.infer<typeof bodySchema>;

const manifestSchema = bodySchema.extend({ mac: base64(32), sum: hex32 });

const factsSchema = z.strictObject({
  rosterHead: z.strictObject({ n: rosterNumberSchema, hash: hex32 }),
  /** The last entry of the log in it. */
  log: z.strictObject({ seq: seqSchema, hash: hex32 }),
  tierEpochs: z.strictObject({ contact: epochSchema, identity: epochSchema }),
  tables: z
    .array(z.strictObject({ name: z.string().min(1).max(64), rows: rowsSchema, hash: hex32 }))
    .max(200),
});
export type ManifestFacts = z.infer<typeof factsSchema>;

/** One that is whole by its sum; who wrote it is not known before its key has been opened. */
export interface Manifest extends ManifestBody {
  readonly mac: string;
  readonly sum: string;
  readonly parsedHeader: Header;
}

/** The file's bytes. `key`: 32 bytes, the backup's own. */
export function encodeManifest(
  body: Omit<ManifestBody, 'facts'>,
  facts: ManifestFacts,
  key: Uint8Array,
): Uint8Array {
  const sealed = sealAead(
    factsKey(body, key),
    bind('backup-facts', body.backupId),
    utf8(JSON.stringify(factsSchema.parse(facts))),
  );
  const whole = bodySchema.parse({ ...body, facts: toBase64(sealed) });
  const signed = { ...whole, mac: toBase64(macOf(whole, key)) };
  return utf8(canonicalJson({ ...signed, sum: sumOf(signed) }));
}

/**
 * Of a backup that is a folder, and no link, with a manifest that is a file. Errors: AppError `backup-damaged` {part:
 * 'manifest'}, `backup-newer`, `disk-error`.
 */
export async function readManifest(folder: string): Promise<Manifest> {
  try {
    if ((await kindOf(folder)) !== 'folder') throw damaged();
  } catch (error) {
    throw diskError(error);
  }
  return parseManifest(await readWhole(join(folder, MANIFEST_FILE)));
}

/** Errors: AppError `backup-damaged` {part: 'manifest'}, `backup-newer`. */
export function parseManifest(bytes: Uint8Array): Manifest {
  const json = parseJson(bytes.length > MAX_MANIFEST_BYTES ? null : fromUtf8(bytes));
  if (typeof json !== 'object' || json === null) throw damaged();
  const { sum, ...signed } = json as { readonly sum?: unknown };
  // The sum first: a format that is newer by a flipped bit is damage.
  if (sum !== sumOf(signed)) throw damaged();
  const { format, schema } = signed as { readonly format?: unknown; readonly schema?: unknown };
  if (isBeyond(format, BACKUP_FORMAT)) throw new AppError('backup-newer', { format });
  if (isBeyond(schema, newestVersion())) throw new AppError('backup-newer', { schema });
  const parsed = manifestSchema.safeParse(json);
  if (!parsed.success) throw damaged();
  return { ...parsed.data, parsedHeader: headerIn(parsed.data) };
}

/** Facts of the store in a backup, as its maker found them. Errors: AppError `backup-damaged` {part: 'mac'} where the key's holder did not write it. */
export function openFacts(manifest: Manifest, key: Uint8Array): ManifestFacts {
  const { mac, sum: _sum, parsedHeader: _header, ...body } = manifest;
  const facts = sameBytes(macOf(body, key), bytesOfBase64(mac))
    ? openAead(
        factsKey(manifest, key),
        bind('backup-facts', manifest.backupId),
        bytesOfBase64(manifest.facts),
      )
    : null;
  const parsed = factsSchema.safeParse(parseJson(facts === null ? null : fromUtf8(facts)));
  if (!parsed.success) throw new AppError('backup-damaged', { part: 'mac' });
  return parsed.data;
}

const isBeyond = (found: unknown, newest: number): found is number =>
  Number.isSafeInteger(found) && (found as number) > newest;

function headerIn(body: ManifestBody): Header {
  try {
    const header = parseHeader(utf8(body.header));
    if (header.vaultId === body.vaultId && header.epoch === body.epoch) return header;
  } catch (error) {
    if (error instanceof AppError && error.code === 'header-newer')
      throw new AppError('backup-newer', error.details);
  }
  throw damaged();
}

const damaged = (): AppError => new AppError('backup-damaged', { part: 'manifest' });

const factsKey = ({ vaultId }: Pick<ManifestBody, 'vaultId'>, key: Uint8Array): Uint8Array =>
  hkdf(key, bind('backup-facts-key', vaultId));

function macOf(body: ManifestBody, key: Uint8Array): Uint8Array {
  return new Uint8Array(
    createHmac('sha256', hkdf(key, bind('backup-mac-key', body.vaultId)))
      .update(bind('backup-mac', canonicalJson(body)))
      .digest(),
  );
}

/** Sum over everything else in a manifest: it finds damage, and proves nothing against somebody who writes it. */
export const sumOf = (signed: object): string =>
  toHex(
    createHash('sha256')
      .update(bind('backup-sum', canonicalJson(signed)))
      .digest(),
  );

async function readWhole(path: string): Promise<Uint8Array> {
  const file = await openPlainFile(path).catch((error: unknown) => {
    throw error instanceof NotOursError ? damaged() : diskError(error);
  });
  if (file === null) throw damaged();
  try {
    const { size } = await file.stat();
    if (size > MAX_MANIFEST_BYTES) throw damaged();
    return new Uint8Array(await file.readFile());
  } catch (error) {
    throw diskError(error);
  } finally {
    await file.close();
  }
}

function parseJson(text: string | null): unknown {
  try {
    return text === null ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}
