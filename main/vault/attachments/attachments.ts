/**
 * Sealed attachments: pictures, PDFs and texts that show how something is or was. Each has a key of its own under which its pieces lie in the store;
 * that key is sealed to the contact tier, so that a rotation of tier keys seals 32 bytes anew and not the picture (docs/decisions/0090).
 * A session attaches without a PIN and reads nothing back without one.
 */
import { randomBytes, timingSafeEqual } from 'node:crypto';
import { sha256Hex } from '../crypto/sha256.ts';
import {
  MAX_ATTACHMENTS_BYTES,
  MAX_ATTACHMENT_BYTES,
  MAX_PICTURE_PIXELS,
  type Medium,
} from '../../../contract/attachments/lists.ts';
import type { AttachmentView } from '../../../contract/attachments/views.ts';
import type { LogDetail } from '../../../contract/log/entries.ts';
import type { StaffId } from '../../../contract/ids.ts';
import { AppError } from '../app-error.ts';
import { openAead, sealAead } from '../crypto/aead.ts';
import { bind } from '../crypto/bind.ts';
import { bytesOfHex, concat, fromHex, toHex } from '../crypto/bytes.ts';
import { zero } from '../crypto/zero.ts';
import { requireNoPractice } from '../keys/practice-id.ts';
import { type SealedRow, createSealBatch, insertBatch } from '../keys/seal.ts';
import type { SessionEntry } from '../log/audit-log.ts';
import { MAX_PICTURE_MEMORY, pictureSize } from '../pdf/picture-size.ts';
import { type Holder, openAttachmentKey, withTiers } from '../session/open-values.ts';
import { type Session, nameOfStaff } from '../session/session.ts';
import { takeId } from '../store/ids.ts';
import { sql } from '../store/sql.ts';
import type { ReadableStore, WritableStore } from '../store/store.ts';
import { checkDay } from '../values/days.ts';
import { attachmentName } from './attachment-name.ts';
import { cleanPicture } from './clean-picture.ts';
import { mediumOf } from './medium.ts';
import { done } from '../log/done.ts';
import { requireRow } from '../store/rows.ts';
import { isEmptyBatch } from '../store/tables.ts';

/** People may be in a picture: it opens as a phone number does. */
const TIER = 'contact';
const PIECE_BYTES = 512 * 1024;
const KEY_BYTES = 32;

/** An attachment to be kept. `name`: name of its file; `showsOn`: the day (`YYYY-MM-DD`) of whatever it shows. */
interface NewAttachment {
  readonly bytes: Uint8Array;
  readonly name: string;
  readonly showsOn: string;
}

/** An attachment as the store has it, without its content. */
export interface AttachmentRow {
  readonly attachmentId: number;
  readonly name: string;
  readonly media: Medium;
  readonly bytes: number;
  readonly sha256: string;
  readonly showsOn: string;
  readonly addedAt: number;
  readonly addedBy: StaffId;
}

const FACTS = `id AS attachmentId, name, media, bytes, sha256, shows_on AS showsOn, added_at AS addedAt, added_by AS addedBy`;

/**
 * Seals and stores it, a picture without what a camera has written beside it, within the caller's transaction; the caller refers to it and commits `entries` with it.
 * Errors: `practice-no-files`, `attachment-too-large` {most}, `attachment-kind`, `attachments-full` {most}, `invalid-value` {field: until} for a day that there is not or
 * that is to come, those of `takeId`.
 */
export async function keepAttachment(
  tx: WritableStore,
  session: Session,
  { name, showsOn, ...given }: NewAttachment,
): Promise<{ readonly attachmentId: number; readonly entries: readonly SessionEntry[] }> {
  requireNoPractice(session.keys.vaultId);
  const media = requireMedium(given.bytes);
  const bytes = media === 'png' || media === 'jpeg' ? requireClean(media, given.bytes) : given.bytes;
  checkDay('until', showsOn);
  const now = session.clock.now();
  // Half a day of grace: clocks of phones are of other zones.
  if (Date.parse(showsOn) > now + 12 * 3_600_000) throw new AppError('invalid-value', { field: 'until' });
  const held = await tx.get<{ readonly bytes: number | null }>(
    sql`SELECT sum(bytes) AS bytes FROM attachment`,
  );
  if ((held?.bytes ?? 0) + bytes.length > MAX_ATTACHMENTS_BYTES)
    throw new AppError('attachments-full', { most: MAX_ATTACHMENTS_BYTES / 2 ** 20 });
  const attachmentId = await takeId(tx, 'attachment');
  const key = new Uint8Array(randomBytes(KEY_BYTES));
  try {
    const batch = createSealBatch({ vaultId: session.keys.vaultId, ...session.keys.tierKeys[TIER] });
    const batchId = await insertBatch(tx, batch);
    const { n, ciphertext } = batch.seal({ attachmentId }, toHex(key));
    const sha256 = sha256Hex(bytes);
    await tx.run(sql`
      INSERT INTO attachment (id, name, media, bytes, sha256, shows_on, added_at, added_by, tier, batch_id, n, ciphertext)
      VALUES (${attachmentId}, ${attachmentName(name)}, ${media}, ${bytes.length}, ${sha256}, ${showsOn}, ${now}, ${session.signedIn.staffId},
        ${TIER}, ${batchId}, ${n}, ${ciphertext})`);
    await insertPieces(tx, session.keys.vaultId, attachmentId, key, bytes);
    const detail = { attachment: attachmentId, media, bytes: bytes.length, sha256, showsOn };
    return { attachmentId, entries: [done('attachment-add', detail)] };
  } finally {
    zero(key);
  }
}

function requireMedium(bytes: Uint8Array): Medium {
  const tooLarge = (): AppError =>
    new AppError('attachment-too-large', { most: MAX_ATTACHMENT_BYTES / 2 ** 20 });
  if (bytes.length > MAX_ATTACHMENT_BYTES) throw tooLarge();
  const media = mediumOf(bytes);
  if (media === null) throw new AppError('attachment-kind');
  if (media === 'png' || media === 'jpeg') {
    const size = pictureSize(media, bytes);
    if (size === null) throw new AppError('attachment-kind');
    if (size.width * size.height > MAX_PICTURE_PIXELS || size.memory > MAX_PICTURE_MEMORY) throw tooLarge();
  }
  return media;
}

function requireClean(media: 'png' | 'jpeg', bytes: Uint8Array): Uint8Array {
  const clean = cleanPicture(media, bytes);
  if (clean === null) throw new AppError('attachment-kind');
  return clean;
}

async function insertPieces(
  tx: WritableStore,
  vaultId: string,
  attachmentId: number,
  key: Uint8Array,
  bytes: Uint8Array,
): Promise<void> {
  const count = Math.ceil(bytes.length / PIECE_BYTES);
  for (let piece = 0; piece < count; piece += 1) {
    const content = bytes.subarray(piece * PIECE_BYTES, (piece + 1) * PIECE_BYTES);
    const sealed = sealAead(key, pieceAad(vaultId, attachmentId, piece, count), content);
    await tx.run(
      sql`INSERT INTO attachment_piece (attachment_id, piece, sealed) VALUES (${attachmentId}, ${piece}, ${sealed})`,
    );
  }
}

/** A piece opens as this one of so many, of this attachment, of this vault. */
const pieceAad = (vaultId: string, attachmentId: number, piece: number, count: number): Uint8Array =>
  bind('attachment-piece', vaultId, attachmentId, piece, count);

/** Facts of an attachment. Errors: `not-found`. */
async function requireAttachment(store: ReadableStore, attachmentId: number): Promise<AttachmentRow> {
  return requireRow<AttachmentRow>(store, {
    text: `SELECT ${FACTS} FROM attachment WHERE id = ?`,
    values: [attachmentId],
  });
}

/** Facts of attachments, by their ids; one that is not there is left out. */
export async function listAttachments(
  store: ReadableStore,
  ids: readonly number[],
): Promise<ReadonlyMap<number, AttachmentRow>> {
  const rows = await store.all<AttachmentRow>({
    text: `SELECT ${FACTS} FROM attachment WHERE id IN (SELECT value FROM json_each(?)) ORDER BY shows_on, id`,
    values: [JSON.stringify(ids)],
  });
  return new Map(rows.map((row) => [row.attachmentId, row]));
}

/** View of an attachment that may be shown without a PIN. */
export const attachmentView = (session: Session, row: AttachmentRow): AttachmentView => ({
  ...row,
  addedBy: nameOfStaff(session, row.addedBy),
});

/** Reference to an attachment in an entry of the log. */
export const aboutAttachment = ({
  attachmentId,
  media,
  bytes,
  sha256,
}: Pick<AttachmentRow, 'attachmentId' | 'media' | 'bytes' | 'sha256'>): LogDetail<'attachment-show'> => ({
  attachment: attachmentId,
  media,
  bytes,
  sha256,
});

/**
 * The content, for somebody who is present and holds the contact tier; the caller enters it in the log before it leaves the vault, and zeroes it.
 * Errors: `not-found`; `needs-supervisor` where `holder` has no grant; `store-damaged` where anything of it differs from what was attached.
 */
export async function readAttachment(
  session: Session,
  holder: Holder,
  attachmentId: number,
): Promise<AttachmentRow & { readonly content: Uint8Array }> {
  const row = await requireAttachment(session.store, attachmentId);
  const sealed = await session.store.get<SealedRow>(sql`
    SELECT a.tier, b.epoch, b.nonce, b.enc, a.n, a.ciphertext FROM attachment a JOIN seal_batch b ON b.id = a.batch_id WHERE a.id = ${attachmentId}`);
  const pieces = await session.store.all<{ readonly piece: number; readonly sealed: Uint8Array }>(
    sql`SELECT piece, sealed FROM attachment_piece WHERE attachment_id = ${attachmentId} ORDER BY piece`,
  );
  if (sealed === undefined) throw damaged();
  return withTiers(session, holder, [sealed.tier], async (keys) => {
    const key = fromHex(openAttachmentKey(session, keys, { ...sealed, attachmentId }));
    if (key?.length !== KEY_BYTES) throw damaged();
    try {
      const content = concat(
        ...pieces.map(
          (one) =>
            openAead(
              key,
              pieceAad(session.keys.vaultId, attachmentId, one.piece, pieces.length),
              one.sealed,
            ) ?? refuse(),
        ),
      );
      const isAsAttached =
        content.length === row.bytes &&
        timingSafeEqual(bytesOfHex(sha256Hex(content)), fromHex(row.sha256) ?? new Uint8Array(KEY_BYTES));
      if (!isAsAttached) throw damaged();
      return { ...row, content };
    } finally {
      zero(key);
    }
  });
}

const damaged = (): AppError => new AppError('store-damaged', { part: 'value' });
function refuse(): never {
  throw damaged();
}

/**
 * Removes content, key and facts, within the caller's transaction; whatever refers to it has to be gone before. Returns what goes into the log.
 * Errors: `not-found`.
 */
export async function removeAttachment(
  tx: WritableStore,
  attachmentId: number,
): Promise<readonly SessionEntry[]> {
  const row = await requireAttachment(tx, attachmentId);
  const batch = await tx.get<{ readonly id: number }>(
    sql`SELECT batch_id AS id FROM attachment WHERE id = ${attachmentId}`,
  );
  await tx.run(sql`DELETE FROM attachment_piece WHERE attachment_id = ${attachmentId}`);
  await tx.run(sql`DELETE FROM attachment WHERE id = ${attachmentId}`);
  // A rotation puts many into one batch, which may hold values of people too.
  if (batch !== undefined)
    await tx.run({
      text: `DELETE FROM seal_batch WHERE id = ? AND ${isEmptyBatch('seal_batch')}`,
      values: [batch.id],
    });
  return [done('attachment-remove', aboutAttachment(row))];
}
