/** Makes workbooks and archives under a password in a thread of the vault process, which holds what is in them no longer than that. */
import { entryBeside, startThreads } from '../long-work/threads.ts';
import type { ArchivedFile } from './archive.ts';
import type { SheetOfText } from './workbook.ts';

export type SealOrder =
  | { readonly of: 'workbook'; readonly sheets: readonly SheetOfText[]; readonly password: string }
  | {
      readonly of: 'archive';
      readonly files: readonly ArchivedFile[];
      /** A workbook in it, by its name. */
      readonly workbook: { readonly name: string; readonly sheets: readonly SheetOfText[] };
      readonly password: string;
    };

/** The file. Errors: AppError `internal` {what: 'thread'} where it could not be made. */
export async function sealFile(order: SealOrder): Promise<Uint8Array> {
  const threads = startThreads<SealOrder, Uint8Array>(entryBeside(import.meta.url, 'seal-worker'), [null]);
  try {
    return await threads.ask(order);
  } finally {
    await threads.end();
  }
}
