/** Files and folders that somebody has picked in main's dialog: a screen knows them by an id, and gets at no other path. */
import type { FileUse } from '../../../contract/host.ts';
import { AppError } from '../app-error.ts';

export interface PickedFiles {
  add(fileId: string, path: string, use: FileUse): void;
  /** The absolute path. Errors: AppError `not-found` where it was not picked for this use. */
  pathOf(fileId: string, use: FileUse): string;
  /** Those of one use are not opened again. */
  forget(use: FileUse): void;
}

export function createPickedFiles(): PickedFiles {
  const picked = new Map<string, { readonly path: string; readonly use: FileUse }>();
  return {
    add: (fileId, path, use) => void picked.set(fileId, { path, use }),
    pathOf(fileId, use) {
      const file = picked.get(fileId);
      if (file?.use !== use) throw new AppError('not-found');
      return file.path;
    },
    forget(use) {
      for (const [fileId, file] of picked) if (file.use === use) picked.delete(fileId);
    },
  };
}
