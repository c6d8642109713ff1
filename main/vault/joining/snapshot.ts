/**
 * The estate as a desk gets it that joins: a copy of the store at a place of the order, without what is another desk's alone, and the head by which it is opened,
 * sealed to that desk and signed by the one that gives it. In the head are the slots without the layer of this computer: each still takes its owner's PIN.
 */
import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { z } from 'zod';
import { countSchema, deskSchema } from '../../../contract/numbers.ts';
import { hashPieces } from '../../files/hash-pieces.ts';
import { rm } from '../../files/move-and-remove.ts';
import { piecesOf } from '../../files/plain-file.ts';
import { SIZE_BYTES, type Joins } from '../../files/spool/joins.ts';
import { AppError } from '../app-error.ts';
import { bind } from '../crypto/bind.ts';
import { bytesOfBase64, concat, fromUtf8, toBase64, toHex, utf8 } from '../crypto/bytes.ts';
import { SIGNATURE_BYTES, sign, verify } from '../crypto/ed25519.ts';
import { type ReceivePair, openFrom, sealTo } from '../crypto/hpke.ts';
import { zero } from '../crypto/zero.ts';
import { sizeOf } from '../../files/disk-space.ts';
import { canonicalJson } from '../../files/canonical-json.ts';
import { type Header, MAX_HEADER_BYTES, parseHeader } from '../keys/header.ts';
import { hashSchema, keySchema } from '../keys/key-texts.ts';
import { openOuter } from '../keys/slots.ts';
import { readLinkKeys } from '../link/link-keys.ts';
import { readTaken } from '../link/own-place.ts';
import type { Session } from '../session/session.ts';
import type { Engine } from '../store/engine/engine.ts';
import { sql } from '../store/sql.ts';
import type { Store } from '../store/store.ts';
import { TABLES, TABLE_NAMES, type TableName } from '../store/tables.ts';
import type { Joining } from './slip.ts';

/** Of what each desk has for itself a store has these when it begins; the verdicts up to its place are alike everywhere. */
const KEPT: ReadonlySet<string> = new Set<TableName>([
  'meta',
  'local_state',
  'id_counter',
  'op_place',
  'link',
]);

const headSchema = z.strictObject({
  format: z.literal(1),
  /** The desk that gives it. */
  from: deskSchema,
  place: countSchema,
  hash: hashSchema,
  file: z.strictObject({ sha256: hashSchema, key: keySchema }),
});
export type SnapshotHead = z.infer<typeof headSchema> & {
  /** That of the desk which gives it; slots have the inner layer alone. */
  readonly header: Header;
};

const infoOf = ({ vaultId, desk }: Joining): Uint8Array => bind('snapshot', vaultId, desk);
const signed = ({ vaultId, desk }: Joining, sized: Uint8Array): Uint8Array =>
  bind('snapshot-signature', vaultId, desk, sized);

/** Lays a snapshot for a desk that the roster has. Errors: `changed-meanwhile` (this desk does not come to rest), those of the store and the file system. */
export async function laySnapshot(
  session: Session,
  joins: Joins,
  engine: Engine,
  desk: number,
): Promise<void> {
  const { keys, header, deviceSecret, store, roster } = session;
  const to = roster.desks.get(desk);
  if (to === undefined || to.isEnded) throw new AppError('not-found');
  const joining = { vaultId: keys.vaultId, desk };
  const path = joins.snapshotOf(desk);
  const key = new Uint8Array(randomBytes(32));
  try {
    const at = await copyAtRest(store, engine, { path, key });
    const head: z.infer<typeof headSchema> = {
      format: 1,
      from: header.desk,
      place: at.place,
      hash: toHex(at.hash),
      file: { sha256: await hashPieces(piecesOf(path)), key: toBase64(key) },
    };
    const slots = header.slots.map((slot) => ({
      ...slot,
      wrapped: toBase64(openOuter(keys.vaultId, slot, deviceSecret)),
    }));
    const text = utf8(canonicalJson({ head, header: { ...header, slots } }));
    const sealed = sealTo(to.receiveKey, infoOf(joining), NO_AAD, new Uint8Array(deflateRawSync(text)));
    const size = Buffer.alloc(SIZE_BYTES);
    size.writeUIntBE(await sizeOf(path), 0, SIZE_BYTES);
    const { sign: own } = await readLinkKeys(store, { vaultId: keys.vaultId, deviceSecret });
    const sized = concat(size, sealed);
    const sig = sign(own.privateKey, signed(joining, sized));
    await joins.put(desk, 'head', concat(sized, sig));
  } finally {
    zero(key);
  }
}

const NO_AAD = new Uint8Array();
const TRIES = 100;
const REST_MS = 100;

/** A copy at a moment in which this desk had nothing that has no place yet, without what is its own. Returns where it is in the order. */
async function copyAtRest(
  store: Store,
  engine: Engine,
  to: { readonly path: string; readonly key: Uint8Array },
): Promise<{ readonly place: number; readonly hash: Uint8Array }> {
  for (let tried = 0; tried < TRIES; tried += 1) {
    await rm(to.path, { force: true });
    await store.exportTo({ to });
    const copy = await engine.open({ ...to, create: false });
    try {
      if ((await copy.get(sql`SELECT 1 FROM op_out`)) === undefined) {
        await copy.transaction(async (tx) => {
          await tx.run(sql`PRAGMA defer_foreign_keys = ON`);
          for (const name of TABLE_NAMES)
            if (TABLES[name].desks === 'local' && !KEPT.has(name))
              await tx.run({ text: `DELETE FROM ${name}`, values: [] });
        });
        const at = await readTaken(copy);
        await copy.rewrite();
        await copy.checkpoint();
        return at;
      }
    } finally {
      await copy.close();
    }
    await sleep(REST_MS);
  }
  throw new AppError('changed-meanwhile');
}

/** What a desk reads that joins; null of what was not sealed to it. `isFrom`: whether the desk that it names has signed it, by a key that only the snapshot tells. */
export function openHead(
  joining: Joining,
  receive: ReceivePair,
  bytes: Uint8Array,
): (SnapshotHead & { readonly isFrom: (signKey: Uint8Array) => boolean }) | null {
  const sized = bytes.subarray(0, -SIGNATURE_BYTES);
  const packed = openFrom(receive, infoOf(joining), NO_AAD, sized.subarray(SIZE_BYTES));
  if (packed === null) return null;
  try {
    const text = inflateRawSync(packed, { maxOutputLength: 2 * MAX_HEADER_BYTES });
    const { head, header } = JSON.parse(fromUtf8(text) ?? '') as Record<'head' | 'header', unknown>;
    return {
      ...headSchema.parse(head),
      header: parseHeader(utf8(JSON.stringify(header))),
      isFrom: (signKey) => verify(signKey, signed(joining, sized), bytes.subarray(-SIGNATURE_BYTES)),
    };
  } catch {
    return null;
  }
}

/** The key of a snapshot, 32 bytes. */
export const keyOfSnapshot = ({ file }: SnapshotHead): Uint8Array => bytesOfBase64(file.key);
