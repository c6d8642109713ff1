/**
 * Files and folders that the user picked in main's dialog. Screens name them by id and reach no other path.
 */
import type { FileUse } from '../../../contract/host.ts';
import { AppError } from '../app-error.ts';

/** The files and folders picked so far. */
export interface PickedFiles {
  add(fileId: string, path: string, use: FileUse): void;
  /** The absolute path. Errors: AppError `not-found` where it was not picked for this use. */
  pathOf(fileId: string, use: FileUse): string;
  /** Forgets all of one use. */
  forget(use: FileUse): void;
}

/** An empty list, kept in memory for one session. */
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
