/**
 * Where the dialogs of each use were last. Since its version 43 Electron remembers that no longer, and each would begin among the downloads. The file is in clear:
 * what the recovery sheet was saved to is not in it, and no share of a server, which would be asked before anybody has picked anything.
 */
import { dirname, isAbsolute } from 'node:path';
import { z } from 'zod';
import type { PickedFor } from '../../contract/shell/routes.ts';
import { readJsonFile, writeJsonFile } from '../files/json-file.ts';

type Use = PickedFor['use'];

export interface DialogFolders {
  /** Undefined where nothing is known. */
  last(use: Use): string | undefined;
  /** Remembers where `path` was picked. */
  picked(use: Use, path: string): void;
}

const MAX_PATH = 1024;
/** Of these a folder itself is picked. */
const OF_FOLDERS: ReadonlySet<Use> = new Set(['folder', 'sweep-folder']);
const isOfServer = (path: string): boolean => /^[\\/]{2}/.test(path);
const folderSchema = z
  .string()
  .max(MAX_PATH)
  .refine((path) => isAbsolute(path) && !isOfServer(path));
const foldersSchema = z.record(z.string(), folderSchema);

export function openDialogFolders(file: string): DialogFolders {
  let folders = readJsonFile(file, foldersSchema) ?? {};
  return {
    last: (use) => folders[use],
    picked(use, path) {
      const folder = OF_FOLDERS.has(use) ? path : dirname(path);
      if (folder === folders[use] || !folderSchema.safeParse(folder).success) return;
      folders = { ...folders, [use]: folder };
      writeJsonFile(file, folders);
    },
  };
}
