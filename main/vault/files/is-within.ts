/** Paths in folders. Pure. */
import { sep } from 'node:path';

/** Whether a path is a folder, or lies below it; both as the system writes them. */
export const isWithin = (path: string, folder: string): boolean =>
  path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
