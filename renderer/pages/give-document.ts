/** Has the vault give a document out: to a file that is picked first, or to the printer. */
import type { FileId } from '../../contract/ids.ts';
import type { PdfKind } from '../../contract/paper.ts';
import type { PrintPaper } from '../../contract/print/lists.ts';
import type { Result } from '../../contract/result.ts';
import { bridge } from '../bridge.ts';

/** Result of giving a document. `file`: its name. `printed` is false where no printer took it, or somebody cancelled. */
export interface Given<Reply> {
  readonly reply: Reply;
  readonly file: string | null;
  readonly printed: boolean;
}

/** Where a document goes, as it was picked in main's dialog. */
export interface PickedPlace {
  readonly fileId: FileId;
  readonly fileName: string;
}

/** Asks where it goes; null where nowhere was said. What takes a PIN asks this first: none is typed while the dialog is open. */
export async function pickPlace(of: PdfKind): Promise<Result<PickedPlace | null>> {
  const picked = await bridge.shell.pickFile({ use: 'pdf', of });
  return picked.ok ? { ok: true, value: picked.value.file } : picked;
}

/** `ask` is the route that makes it; null where no file was picked, and nothing was asked for then. */
export async function saveDocument<Reply>(
  of: PdfKind,
  ask: (fileId: FileId) => Promise<Result<Reply>>,
): Promise<Result<Given<Reply>> | null> {
  const picked = await pickPlace(of);
  if (!picked.ok) return picked;
  const file = picked.value;
  if (file === null) return null;
  const reply = await ask(file.fileId);
  return reply.ok ? { ok: true, value: { reply: reply.value, file: file.fileName, printed: false } } : reply;
}

/** The same for the printer: the vault lays the pages ready, and a page that nobody sees is printed. */
export async function printDocument<Reply>(
  ask: () => Promise<Result<Reply>>,
  size: PrintPaper = 'a4',
): Promise<Result<Given<Reply>>> {
  const reply = await ask();
  if (!reply.ok) return reply;
  const printing = await bridge.shell.printSheet({ paper: 'document', size });
  return { ok: true, value: { reply: reply.value, file: null, printed: printing.ok && printing.value.done } };
}
