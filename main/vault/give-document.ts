/** Gives one document out, to a file or to the printer: it is made first, for its hash, then entered, then it leaves. */
import { sha256Hex } from './crypto/sha256.ts';
import type { FileId } from '../../contract/ids.ts';
import { replaceSharedFile } from '../files/durable-files.ts';
import type { PaperTray, VaultContext } from './feature.ts';
import type { SessionEntry } from './log/audit-log.ts';
import type { PdfDocument } from './pdf/document.ts';
import { layOutPages, makePdf } from './pdf/make-pdf.ts';
import { orSayFailed } from './session/log-on-failure.ts';
import { type Session, logAlone } from './session/session.ts';

/** A file, with its SHA-256 in hexadecimal. */
export interface WrittenDocument {
  readonly to: 'file';
  readonly pages: number;
  readonly sha256: string;
}

/** Bytes that lie ready for the printer. */
export interface LaidDocument {
  readonly to: 'printer';
  readonly pages: number;
  readonly sha256: null;
}

export type GivenDocument = WrittenDocument | LaidDocument;

/** A document, and what the log says of it as done: no value of a resident's. */
interface DocumentOrder<Made extends GivenDocument> {
  readonly document: PdfDocument;
  readonly entryOf: (made: Made) => SessionEntry;
}

/**
 * To the file that somebody picked, or without one to the printer: then it lies in `tray` until the page that is printed takes it, once.
 * Errors: `not-found` (no such file was picked), those of the log (nothing leaves then), `file-not-written`.
 */
export async function giveDocument(
  session: Session,
  order: DocumentOrder<GivenDocument> & { readonly fileId: FileId | undefined },
  { pickedFiles, tray }: Pick<VaultContext, 'pickedFiles'> & { readonly tray: PaperTray },
): Promise<GivenDocument> {
  tray.lay(null);
  return order.fileId === undefined
    ? layDocument(session, order, tray)
    : writeDocument(session, order, pickedFiles.pathOf(order.fileId, 'pdf'));
}

/** Errors: as `giveDocument`; `cancelled` by `signal`, and nothing has left then. Where the file could not be written, the log says that as well. */
export async function writeDocument(
  session: Session,
  { document, entryOf }: DocumentOrder<WrittenDocument>,
  path: string,
  signal?: AbortSignal,
): Promise<WrittenDocument> {
  const { bytes, pages } = await makePdf(document, signal === undefined ? {} : { signal });
  const made = { to: 'file', pages, sha256: sha256Hex(bytes) } as const;
  const entry = entryOf(made);
  await logAlone(session, entry);
  await orSayFailed(session, { ...entry, outcome: 'failed' }, () => replaceSharedFile(path, bytes));
  return made;
}

async function layDocument(
  session: Session,
  { document, entryOf }: DocumentOrder<LaidDocument>,
  tray: PaperTray,
): Promise<LaidDocument> {
  const [pages = []] = await layOutPages([document]);
  const made = { to: 'printer', pages: pages.length, sha256: null } as const;
  await logAlone(session, entryOf(made));
  tray.lay({ kind: 'document', sheet: { paper: document.paper, pages } });
  return made;
}
